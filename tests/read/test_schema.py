"""Schema: the three forms of a report agree with it, and broken ones do not."""

from __future__ import annotations

import json

import jsonschema
import pytest
from read.nodes_plain import plain

from render.read import report_schema
from render.read.front_matter import split_front_matter
from render.read.json_nodes import read_json
from render.read.yaml_nodes import read_yaml

MARKDOWN = """\
---
年度: 2020
标题: {{ 年度 }}年度报告
主送机关: [甲, 乙]
成文日期: 2021-02-18
版本:
  公开: {用印: 不用}
2021:
  成文日期: 2022年2月18日
---
"""
YAML = """\
year: 2020
title: 报告
正文:
- 段落
- 标题: 一
  内容: [甲, 乙]
  小节: [{heading: 二, text: 丙}]
附件:
- {标题: 清单, 正文: 甲}
"""
JSON = '{"年度": 2020, "比较": "2019年", "正文": "# 一", "用印": "电子", "附件": ["清单"], "份号": "000123"}'


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    """Give a validator of the schema."""
    return jsonschema.Draft202012Validator(report_schema())


def test_schema_is_one() -> None:
    """The schema itself is valid JSON Schema 2020-12, and JSON."""
    jsonschema.Draft202012Validator.check_schema(report_schema())
    json.dumps(report_schema())


@pytest.mark.parametrize(
    "document",
    [
        plain(split_front_matter(MARKDOWN, "", [])[0]),
        plain(read_yaml(YAML, "", [])),
        plain(read_json(JSON, "", [])),
        json.loads(JSON),
        {},
    ],
)
def test_reports_validate(validator: jsonschema.Draft202012Validator, document: object) -> None:
    """All three forms, as our readers and as others parse them."""
    assert list(validator.iter_errors(document)) == []


@pytest.mark.parametrize(
    "document",
    [
        [],
        {"发文机构": "甲"},
        {"标题": "甲", "title": "乙"},
        {"标题": ["甲"]},
        {"年度": "二〇二〇"},
        {"年度": 20},
        {"成文日期": "二月"},
        {"用印": "电孑"},
        {"主送机关": {"甲": "乙"}},
        {"版本": "公开"},
        {"版本": {"公开": {"版本": {}}}},
        {"版本": {"公开": {"正文": "甲"}}},
        {"2021": {"标题": "甲", "title": "乙"}},
        {"221": {}},
        {"正文": [["甲"]]},
        {"正文": [{"正文": "甲"}]},
        {"正文": [{"标题": "甲", "段落": "乙"}]},
        {"正文": "甲", "text": "乙"},
        {"附件": [{"正文": "甲"}]},
    ],
)
def test_broken_reports_do_not(validator: jsonschema.Draft202012Validator, document: object) -> None:
    """What the readers report, the schema refuses."""
    assert list(validator.iter_errors(document)) != []
