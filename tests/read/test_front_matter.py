"""Front matter: scalars as typed, comments, quotes, lists and nested keys."""

from __future__ import annotations

import subprocess
import sys

import pytest
from read.nodes_plain import plain

from render.diagnostics import Diagnostic
from render.read.front_matter import split_front_matter
from render.read.nodes import Mapping, Scalar


def entries(*lines: str) -> object:
    """Read lines of front matter in which nothing is wrong."""
    found: list[Diagnostic] = []
    mapping, _ = split_front_matter("\n".join(["---", *lines, "---"]), "report.md", found)
    assert found == []
    return plain(mapping)


def faults(*lines: str) -> list[tuple[str, int | None]]:
    """Read faulty lines and give codes and line numbers."""
    found: list[Diagnostic] = []
    split_front_matter("\n".join(["---", *lines, "---"]), "report.md", found)
    return [(diagnostic.code, diagnostic.source.line) for diagnostic in found]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("份号: 000123", "000123"),
        ("标题: 关于：报告", "关于：报告"),
        ("标题: a: b", "a: b"),
        ("标题: {{ 年度 }}年度报告", "{{ 年度 }}年度报告"),
        ("标题: '*报告'", "*报告"),
        ("标题: *报告", "*报告"),
        ("标题: '它''的'", "它'的"),
        ('标题: "报告 # 一"', "报告 # 一"),
        ("标题: 报告 # 注释", "报告"),
        ("标题: 报告#1", "报告#1"),
        ("标题：报告", "报告"),
        ("标题:报告", "报告"),
        ('"标题": 报告', "报告"),
        ("标题:", ""),
        ("标题: ~", ""),
        ('标题: "一\\u4e8c"', "一二"),
        ("主送机关: [甲, 乙]", ["甲", "乙"]),
        ("主送机关: []", []),
        ('主送机关: ["甲, 乙", 丙]', ["甲, 乙", "丙"]),
        ("2021: {成文日期: 2022-02-18, 份号: 1}", {"成文日期": "2022-02-18", "份号": "1"}),
    ],
)
def test_value_on_one_line(line: str, value: object) -> None:
    """A value is the text as typed, without quotes and comment."""
    result = entries(line)

    assert isinstance(result, dict)
    assert list(result.values()) == [value]


def test_comments_and_blank_lines_are_passed_over() -> None:
    """Only keys count."""
    assert entries("# 甲", "", "标题: 乙", "  # 丙") == {"标题": "乙"}


@pytest.mark.parametrize("indent", ["", "  "])
def test_list_below_its_key(indent: str) -> None:
    """Items may stand indented or not, and may begin with an expression."""
    assert entries("主送机关:", f"{indent}- {{{{ 甲 }}}}: 一", f"{indent}- 乙", "标题: 丙") == {
        "主送机关": ["{{ 甲 }}: 一", "乙"],
        "标题": "丙",
    }


def test_keys_below_a_key() -> None:
    """Values at every depth may hold what YAML forbids."""
    assert entries("版本:", "  公开:", "    标题: {{ 年度 }}: 报告", "  报送:", "    签发人: [甲]") == {
        "版本": {"公开": {"标题": "{{ 年度 }}: 报告"}, "报送": {"签发人": ["甲"]}}
    }


def test_block_text() -> None:
    """What is not plain is read as YAML."""
    assert entries("附注: |", "  一: {{ 甲 }}", "  二", "标题: 丙") == {
        "附注": "一: {{ 甲 }}\n二",
        "标题": "丙",
    }


def test_value_on_the_next_line() -> None:
    """A text may stand below its key."""
    assert entries("附注:", "  此件公开发布") == {"附注": "此件公开发布"}


def test_list_of_quoted_items() -> None:
    """Items with quotes and escapes are read as YAML."""
    assert entries("主送机关:", '  - "甲: \\u4e59"', "  - {{ 丙 }}") == {"主送机关": ["甲: 乙", "{{ 丙 }}"]}


def test_every_value_knows_its_line() -> None:
    """Line numbers are lines of the file, in values read as YAML too."""
    text = "---\n标题: 甲\n\n版本:\n  公开:\n    附注: |\n      乙\n---"
    mapping, taken = split_front_matter(text, "report.md", [])
    assert taken == 8

    title, editions = (value for _, value in mapping.pairs)
    assert title.line == 2
    assert isinstance(editions, Mapping)
    public = editions.pairs[0][1]
    assert isinstance(public, Mapping)
    assert public.pairs[0][1] == Scalar("乙", 7, stepped=True)


def test_text_without_front_matter() -> None:
    """A text that does not begin with --- is all text."""
    assert split_front_matter("甲\n---\n", "report.md", []) == (Mapping((), 1), 0)


def test_front_matter_that_is_not_closed() -> None:
    """A missing --- is reported at the opening one."""
    found: list[Diagnostic] = []
    split_front_matter("---\n标题: 甲\n", "report.md", found)

    assert [(d.code, d.source.line) for d in found] == [("metadata.unclosed", 1)]


def test_line_that_is_no_entry() -> None:
    """Lines without a key are reported, and the rest is read."""
    assert faults("甲", "标题: 乙", "丙") == [("metadata.line", 2), ("metadata.line", 4)]


def test_key_indented_below_a_text() -> None:
    """A key cannot stand below a text."""
    assert faults("标题: 乙", "  份号: 1") == [("text.syntax", 3)]


def test_fault_in_one_entry_does_not_hide_the_next() -> None:
    """YAML that cannot be parsed is reported entry by entry, at its line."""
    assert faults("主送机关: [甲", "附注: 'x", "标题: 乙") == [("text.syntax", 2), ("text.syntax", 3)]


def test_plain_front_matter_loads_no_yaml_parser() -> None:
    """The parser takes longer to load than all the rest takes to run."""
    code = (
        "import sys; from render.read.front_matter import split_front_matter as s;"
        "s('---\\n标题: {{ 甲 }}\\n版本:\\n  公开:\\n    主送机关:\\n    - 乙\\n---\\n', '', []);"
        "print('ruamel.yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
