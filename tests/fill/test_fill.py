"""Fill: a whole report, its faults together, and how long it takes."""

from __future__ import annotations

import re

from fill.reports import ONLY_TEXT, attachment, figure, filled, found, report, words_of

import render.fill
from render.fill import fill
from render.messages import Severity, message_of
from render.messages.fill import MESSAGES
from render.report import Absence


def test_every_fault_of_every_part_is_found_in_one_run() -> None:
    """Metadata, text, attachments, markup and the document."""
    given = report(
        "# 一\n{{ 未知 }}{{ 件数 }}\n\n### 三\n*甲",
        figure("件数", y2020=Absence.NOT_SUPPLIED),
        attachments=(attachment("表", "{{ 无此 }}"),),
        标题="{{ 没有 }}报告",
    )
    content, diagnostics = fill(given, "{{ 正文 }}\n\n{{ 哪个 }}", year=2020, edition="公开")

    assert content is not None
    assert [(each.code, each.source.file, each.source.line) for each in diagnostics] == [
        ("edition.unknown", "report.md", None),
        ("name.unknown", "report.md", 3),
        ("name.unknown", "report.md", 2),
        ("figure.missing", "report.md", 2),
        ("heading.skipped", "report.md", 4),
        ("markup.leftover", "report.md", 5),
        ("name.unknown", "附件/1.md", 2),
        ("name.unknown", "document.md.j2", 3),
    ]


def test_an_empty_text_is_content_too() -> None:
    """There is nothing to print, and the author is told."""
    for text in ("", "<!-- 待写 -->\n", "{% if false %}甲{% endif %}"):
        content, diagnostics = fill(report(text), ONLY_TEXT, year=2020)
        assert content is not None
        assert content.nodes == ()
        assert [(each.code, message_of(each).severity) for each in diagnostics] == [
            ("content.no_text", Severity.WARNING)
        ]


def test_a_text_that_fails_is_not_called_empty_too() -> None:
    """One fault is one diagnostic."""
    for text in ("{{ 甲 }}", "# 一\n\n{{ 甲 }}"):
        _, diagnostics = fill(report(text), ONLY_TEXT, year=2020)
        assert [each.code for each in diagnostics] == ["name.unknown"]


def test_the_same_report_is_said_the_same_way() -> None:
    """Twice, and for another year with that year's figures."""
    given = report("共{{ 件数 }}件", figure("件数", y2020=28, y2019=20))

    assert filled(given) == filled(given)
    assert words_of(filled(given, year=2019, overrides={"成文日期": "2020-02-18"})[0]) == ["共20件"]


def test_filling_leaves_no_trace_in_the_report() -> None:
    """Nouns are data; a stage makes new ones."""
    given = report("{% set 甲 = 1 %}{{ 甲 }}")
    before = repr(given)
    filled(given)

    assert repr(given) == before
    assert found("{{ 甲 }}") == [("name.unknown", 1)]


def test_every_code_of_the_stage_is_met_by_a_test() -> None:
    """A wording nobody has seen is a wording nobody has read."""
    from pathlib import Path

    tests = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))

    assert [code for code in MESSAGES if not re.search(rf'"{re.escape(code)}"', tests)] == []


def test_the_door_is_narrow() -> None:
    """Other parts of the house need no more: to fill a report, or a letter, and to look at it beforehand."""
    assert render.fill.__all__ == [
        "DOCUMENT", "CoveringTexts", "fill", "mentioned", "mentions_in", "metadata_in_words",
    ]  # fmt: skip


def test_metadata_alone() -> None:
    """As the whole report would say them."""
    given = report("{{ 无 }}", figure("件数", y2020=28), **{"标题": "{{ 年度 }}年{{ 件数 }}件"})
    assert render.fill.metadata_in_words(given, year=2020)["title"] == "2020年28件"


def test_names_that_are_mentioned() -> None:
    """In text, attachments and metadata; typed words are none."""
    given = report("{{ 甲 }}乙{% if 丙 %}丁{% endif %}", attachments=(attachment("{{ 戊 }}", "{{ 己 }}"),),
                   **{"标题": "{{ 庚 }}"})  # fmt: skip
    assert {"甲", "丙", "戊", "己", "庚"} <= render.fill.mentioned(given)
    assert not {"乙", "丁"} & render.fill.mentioned(given)
