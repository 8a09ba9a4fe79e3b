"""Texts that go along with a report."""

from __future__ import annotations

from pathlib import Path

from folders import write_report

from render.fill import CoveringTexts
from render.read import read_report
from render.report import SourceText


def texts(folder: Path, more: str = "", **named: str) -> CoveringTexts:
    """The texts of a small report."""
    report, _ = read_report(write_report(folder, more=more))
    return CoveringTexts(report, year=2020, overrides=named)


def text(*lines: str) -> SourceText:
    """A text from line 11 of a mail.toml."""
    return SourceText("\n".join(lines), "mail.toml", tuple(range(11, 11 + len(lines))))


def test_report_and_fields_are_spoken_of(tmp_path: Path) -> None:
    """Metadata by either name, figures with their words, and what is this text's alone."""
    covering = texts(tmp_path)
    said = covering.say(
        text("{{ 单位 }}：", "{{ title }}，{{ 成文日期|公文日期 }}，{{ 合同审核件数|带单位 }}。"),
        {"单位": "甲局"},
    )
    assert said == "甲局：\n测试报告，2021年2月18日，28件。"
    assert covering.found() == ()


def test_a_field_comes_before_a_figure_of_its_name(tmp_path: Path) -> None:
    """It was written for this text."""
    assert texts(tmp_path).say(text("{{ 合同审核件数 }}"), {"合同审核件数": "无"}) == "无"


def test_no_markup_is_read(tmp_path: Path) -> None:
    """Neither in the text nor in a field."""
    assert texts(tmp_path).say(text("# *甲* {{ 单位 }}"), {"单位": "**乙** <b>"}) == "# *甲* **乙** <b>"


def test_a_field_is_never_an_expression(tmp_path: Path) -> None:
    """What comes from a table is text."""
    assert texts(tmp_path).say(text("{{ 单位 }}"), {"单位": "{{ 标题 }}{% for"}) == "{{ 标题 }}{% for"


def test_an_unknown_name_is_found_once(tmp_path: Path) -> None:
    """At its line, however often the text is said."""
    covering = texts(tmp_path)
    for unit in ("甲", "乙"):
        assert covering.say(text("{{ 单位 }}", "{{ 职务 }}。"), {"单位": unit}) == f"{unit}\n。"
    (found,) = covering.found()
    assert (found.code, found.source.file, found.source.line) == ("name.unknown", "mail.toml", 12)


def test_a_title_is_said_on_one_line(tmp_path: Path) -> None:
    """Wherever its author broke it."""
    covering = texts(tmp_path, 标题="甲\n乙")
    assert covering.say(text("{{ 标题 }}"), {}) == "甲乙"


def test_a_text_without_expressions_is_left_alone(tmp_path: Path) -> None:
    """As it stands."""
    assert texts(tmp_path).say(text("请查收。"), {}) == "请查收。"
