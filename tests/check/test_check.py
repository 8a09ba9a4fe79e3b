"""A report looked over: rules switched off, the order of findings, what a level reaches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from folders import write_report

from render.check import Checked, Level, Rule, Subject, check
from render.content import Content, Paragraph, Span
from render.diagnostics import Diagnostic, Source
from render.read import read_report
from render.report import Entry


def subject(folder: Path, more: str = "") -> Subject:
    """A report to look at."""
    report, _ = read_report(write_report(folder, more=more))
    return Subject(report, report.figures, 2020)


def at_lines(*lines: int) -> Rule:
    """A rule that finds something at these lines."""

    def find(_: Subject) -> Iterator[Diagnostic]:
        yield from (Diagnostic("test.rule", Source("report.md", line)) for line in lines)

    return Rule("test.rule", Level.RECOMMENDED, find)


def test_findings_come_in_the_order_of_the_text(tmp_path: Path) -> None:
    """Whatever rule found them."""
    checked = check(subject(tmp_path), (at_lines(9, 2), at_lines(5)))
    assert [finding.source.line for finding in checked.findings] == [2, 5, 9]


def test_a_rule_switched_off_is_counted(tmp_path: Path) -> None:
    """Its findings are not listed; the reason is kept."""
    checked = check(subject(tmp_path, "不查:\n  test.rule: 照录原文\n"), (at_lines(1, 2),))
    assert checked.findings == ()
    assert [(each.code, each.reason, each.count) for each in checked.waived] == [("test.rule", "照录原文", 2)]


def test_a_rule_switched_off_without_a_reason_stays_on(tmp_path: Path) -> None:
    """The missing reason is a finding of its own."""
    checked = check(subject(tmp_path, "不查:\n  test.rule:\n"), (at_lines(1),))
    assert len(checked.findings) == 1


def test_rules_about_switching_off_cannot_be_switched_off(tmp_path: Path) -> None:
    """Or a typing error could hide behind another."""
    checked = check(subject(tmp_path, "waived:\n  waiver.unknown: 不必\n  nothing.here: 不必\n"))
    assert [finding.code for finding in checked.findings] == ["waiver.unknown"]


def test_a_level_reaches_what_is_more_binding() -> None:
    """规定 counts under 推荐, not the other way round."""
    checked = Checked((Diagnostic("waiver.unknown"),))
    assert checked.reaching(Level.CUSTOMARY)
    assert checked.reaching(Level.REQUIRED)


def content_of(text: str) -> Content:
    """A text from anywhere, of one paragraph."""
    source = Source("来文.docx", 3)
    return Content("工作报告", 2020, None, None, {}, (Paragraph("text", (Span(text, source),), source),))


def test_a_text_without_a_report_is_looked_over() -> None:
    """Rules about typed words need no folder; those about figures find nothing."""
    checked = check(Subject(content=content_of("案件比上年增长-30%，翻番。")))
    assert "number.sign" in [finding.code for finding in checked.findings]


def test_without_a_text_nothing_is_found() -> None:
    """Whatever a rule looks for."""
    assert check(Subject()).findings == ()


def test_a_rule_is_switched_off_for_a_text_without_a_report() -> None:
    """By whoever runs the check."""
    waivers = {"number.sign": Entry("照录", Source()), "number.sing": Entry("照录", Source())}
    checked = check(Subject(content=content_of("案件比上年增长-30%。"), waivers=waivers))
    assert [finding.code for finding in checked.findings] == ["waiver.unknown"]
    assert [(each.code, each.count) for each in checked.waived] == [("number.sign", 1)]
