"""YAML and JSON as nodes: texts as typed, lines, and what is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read.nodes_plain import plain

from render.diagnostics import Diagnostic, Faults
from render.read.json_nodes import DEPTH, read_json
from render.read.nodes import Mapping, Scalar, Sequence
from render.read.yaml_nodes import read_yaml


def yaml(text: str) -> object:
    """Read YAML in which nothing is wrong."""
    return plain(read_yaml(text, "report.yaml", []))


def syntax_line(read: object, text: str) -> int | None:
    """Give the line where a text stops making sense."""
    with pytest.raises(Faults) as caught:
        read(text, "report", [])  # type: ignore[operator]
    assert [d.code for d in caught.value.diagnostics] == ["text.syntax"]
    return caught.value.diagnostics[0].source.line


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("份号: 000123", {"份号": "000123"}),
        ("2020: 80.10", {"2020": "80.10"}),
        ("有效性: yes", {"有效性": "yes"}),
        ("附注: null", {"附注": ""}),
        ('附注: "null"', {"附注": "null"}),
        ("标题: {{ 年度 }}: 报告  # 注", {"标题": "{{ 年度 }}: 报告"}),
        ("标题: a: b", {"标题": "a: b"}),
        ("- {{ 甲 }}\n- 乙", ["{{ 甲 }}", "乙"]),
        ("- 标题: {{ 甲 }}\n  正文: 丙: {{ 乙 }}", [{"标题": "{{ 甲 }}", "正文": "丙: {{ 乙 }}"}]),
        ("甲: |\n  乙: {{ 丙 }}: 丁\n  {{ 丙 }}\n戊: 己", {"甲": "乙: {{ 丙 }}: 丁\n{{ 丙 }}", "戊": "己"}),
        ("甲: 乙\n  {{ 丙 }}", {"甲": "乙 {{ 丙 }}"}),
        ('甲: "乙\n  丙: 丁: 戊"', {"甲": "乙 丙: 丁: 戊"}),
        ("甲: {乙: 丙}", {"甲": {"乙": "丙"}}),
        ("", ""),
    ],
)
def test_yaml(text: str, value: object) -> None:
    """Scalars are texts as typed; what YAML forbids at the start of a value is let through."""
    assert yaml(text) == value


def test_yaml_block_text_knows_the_line_of_each_line() -> None:
    """The first line of a block stands below its mark; folded lines share one."""
    node = read_yaml("甲: |\n  一\n\n  二\n乙: 三\n  四", "report.yaml", [], first_line=11)
    assert isinstance(node, Mapping)
    block, folded = (value for _, value in node.pairs)

    assert isinstance(block, Scalar)
    assert isinstance(folded, Scalar)
    assert block.lines() == (12, 13, 14)
    assert folded.lines() == (15,)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("甲: [乙", 1),
        ("甲: 乙\n丙: &x 丁\n戊: *x", 2),
        ("甲: 乙\n---\n丙", 2),
        ("? [甲]\n: 乙", 1),
        ("[" * 2000, 1),
    ],
)
def test_yaml_that_is_refused(text: str, line: int) -> None:
    """Broken syntax, aliases, several documents, keys that are no text, endless nesting."""
    assert syntax_line(read_yaml, text) == line


def test_yaml_escape_cannot_bring_in_a_barred_character() -> None:
    """A lone surrogate is reported with its code point and place."""
    found: list[Diagnostic] = []
    node = read_yaml('甲: "\\ud800"', "report.yaml", found)

    assert plain(node) == {"甲": ""}
    assert [(d.code, d.values["character"], d.source.column) for d in found] == [
        ("text.character", "U+D800", 4)
    ]


def test_json_numbers_are_texts_as_typed() -> None:
    """80.10 keeps its zero; true, false and null are words."""
    assert plain(read_json('{"甲": [80.10, -1e3, true, null]}', "", [])) == {
        "甲": ["80.10", "-1e3", "true", ""]
    }


def test_json_values_know_their_lines() -> None:
    """Lines count from 1."""
    node = read_json('{\n"甲":\n["乙",\n"丙"]}', "", [])
    assert isinstance(node, Mapping)
    values = node.pairs[0][1]

    assert isinstance(values, Sequence)
    assert [item.line for item in values.items] == [3, 4]


def test_json_keeps_repeated_keys() -> None:
    """Both stand in the mapping, for its reader to complain about."""
    node = read_json('{"甲": 1, "甲": 2}', "", [])

    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node.pairs] == ["甲", "甲"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("{甲: 1}", 1),
        ('{"甲"\n1}', 2),
        ("[1\n2]", 2),
        ("[1,\n]", 2),
        ("[1] 2", 1),
        ('["甲', 1),
        ("[01]", 1),
        ("[" * (DEPTH + 2), 1),
    ],
)
def test_json_that_is_refused(text: str, line: int) -> None:
    """The complaint stands at the line where the text stops being JSON."""
    assert syntax_line(read_json, text) == line


def test_json_surrogates() -> None:
    """A pair is one character; a lone one is reported."""
    found: list[Diagnostic] = []
    node = read_json('["\\ud83d\\ude00",\n "\\ud800"]', "report.json", found)

    assert plain(node) == ["\U0001f600", ""]
    assert [(d.code, d.source.line, d.source.column) for d in found] == [("text.character", 2, 2)]


def as_texts(value: object) -> object:
    """Write scalars as JSON writes them."""
    if isinstance(value, list):
        return [as_texts(item) for item in value]
    if isinstance(value, dict):
        return {key: as_texts(item) for key, item in value.items()}
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Co", "Cn"))),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("甲乙丙"), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    st.sampled_from([None, 2]),
)
def test_json_as_the_standard_library_writes_it(value: object, indent: int | None) -> None:
    """Whatever `json` writes is read back, with scalars as texts."""
    assert plain(read_json(json.dumps(value, indent=indent), "", [])) == as_texts(value)
