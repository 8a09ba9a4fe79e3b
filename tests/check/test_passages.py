"""What rules about language read: each paragraph once, and what of it is language."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from check.language import content_of

from render.check import Subject, check, corrections, passages_of
from render.check.passages import CELL, HEADING, LABEL
from render.check.wording import Entry, entries
from render.content import Heading, Paragraph, Row, Span, Table
from render.diagnostics import Source

AT = Source("report.md", 1)


def spans(text: str, figure: str | None = None) -> tuple[Span, ...]:
    """Characters of one origin."""
    return (Span(text, AT, figure),) if text else ()


def texts(*nodes: object) -> list[tuple[str, str]]:
    """Roles and texts of the passages of these nodes."""
    content = replace(content_of([]), nodes=nodes)  # type: ignore[arg-type]
    return [(each.role, each.text) for each in passages_of(content)]


def test_a_heading_that_runs_in_is_read_with_its_paragraph() -> None:
    """As it is printed; one that does not stands alone."""
    assert texts(
        Heading(2, spans("总体情况"), AT),
        Heading(3, spans("压实责任。"), AT, run_in=True),
        Paragraph("text", spans("抓好落实。"), AT),
    ) == [(HEADING, "总体情况"), ("text", "压实责任。抓好落实。")]


def test_a_table_is_read_cell_by_cell() -> None:
    """Its title first; heads of rows and columns are labels; empty cells are nothing."""
    rows = (Row((spans("受理"), spans("28")), AT), Row((spans("审结"), ()), AT))
    table = Table(spans("情况表"), (), (None, None), Row((spans("指标"), spans("数")), AT), rows, (), AT)
    assert texts(table) == [
        ("table-title", "情况表"), (LABEL, "指标"), (LABEL, "数"), (LABEL, "受理"), (CELL, "28"), (LABEL, "审结"),
    ]  # fmt: skip


def test_what_is_printed_in_two_places_is_read_once() -> None:
    """A name of an attachment; two paragraphs of one wording are two."""
    name, text = spans("名单(草案)"), spans("加强领导。")
    nodes = (Paragraph("attachment-list", name, AT), Paragraph("attachment-list", name, AT))
    assert texts(*nodes) == [("attachment-list", "名单(草案)")]
    assert len(texts(Paragraph("text", text, AT), Paragraph("text", text, AT))) == 2


@pytest.mark.parametrize(
    "address", ["https://a.cn/b,c", "www.a.gov.cn", "a.b@c.gov.cn", "hongshan.gov.cn/x", "表(1).xlsx"]
)
def test_addresses_and_names_of_files_are_no_language(address: str) -> None:
    """Nothing in them is looked at."""
    (passage,) = passages_of(content_of([f"详见{address}。"]))
    at = passage.text.index(".")
    assert not passage.is_open(at, at + 1)
    assert passage.is_open(0, 1)


def test_what_prints_a_figure_is_no_language() -> None:
    """It is chosen by the numbers."""
    paragraph = Paragraph("text", (*spans("共"), *spans("28", "件数"), *spans("件。")), AT)
    (passage,) = passages_of(replace(content_of([]), nodes=(paragraph,)))
    assert (passage.is_open(0, 1), passage.is_open(1, 3), passage.is_open(3, 5)) == (True, False, True)


def test_corrections_come_in_the_order_of_the_text_and_never_overlap() -> None:
    """Whatever rules they are of."""
    subject = Subject(content=content_of(["共２８件,如下:(略)。", "落实“甲”、“乙”,抓好..."]))
    found = corrections(subject)
    order = [(each.prose.text, each.start, each.stop) for each in found]
    assert len(found) >= 7
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(order))


@pytest.mark.parametrize(
    "entry", [each for rows in entries().values() for each in rows], ids=lambda each: each.wrong
)
def test_a_right_word_is_not_found_again(entry: Entry) -> None:
    """What a row of the table says is meant does not hold what the row says is wrong."""
    assert not entry.pattern.search(entry.right)


def test_many_places_of_one_kind_are_told_together() -> None:
    """In one paragraph; the first is quoted, all are counted, and all are put right."""
    content = content_of(["加强领导,压实责任,抓好落实,务求实效,善始善终。"])
    (finding,) = check(Subject(content=content)).findings
    assert (finding.code, finding.values["count"]) == ("mark.ascii", "4")
    assert len(corrections(Subject(content=content))) == 4
