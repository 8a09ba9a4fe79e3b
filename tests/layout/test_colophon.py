"""Where the colophon stands, and the pages it turns."""

from __future__ import annotations

import pytest
from builders import composed, paragraph, target

from render.blocks import Colophon, Composed, Paragraph, Run
from render.diagnostics import NOWHERE
from render.fonts import font_book
from render.layout import lay_out
from render.pages import Pages, Rule, TextRun
from render.units import PT_PER_MM

COPIES = "抄送：市委办公室，市人大常委会办公室，市政协办公室，市中级人民法院，市人民检察院。"


def named(text: str, style: str, hanging: int = 0) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(style, (Run(text, NOWHERE),), NOWHERE, hanging=hanging)


def colophon(copies: str = COPIES) -> Colophon:
    """Copies, printer and date."""
    lists = (named(copies, "copies", 3),) if copies else ()
    return Colophon(lists, named("某某办公室", "printer"), named("2021年2月20日印发", "printed"), NOWHERE)


def laid(rows: int, block: Colophon | None = None) -> tuple[Composed, Pages]:
    """Lay out so many lines of text, and the colophon."""
    document = composed(*(paragraph("字。") for _ in range(rows)), block or colophon())
    settled, pages, found = lay_out(document, font_book("vendored"), target())
    assert found == ()
    return settled, pages


def at(pages: Pages) -> int:
    """The number of the page that has the printing line."""
    return next(
        n
        for n, page in enumerate(pages.pages, 1)
        if any(isinstance(item, TextRun) and item.text == "某某办公室" for item in page.items)
    )


def rules(pages: Pages) -> list[Rule]:
    """The rules of the last page."""
    return [item for item in pages.pages[-1].items if isinstance(item, Rule)]


def runs(pages: Pages) -> dict[str, TextRun]:
    """The text runs of the last page."""
    return {item.text: item for item in pages.pages[-1].items if isinstance(item, TextRun)}


@pytest.mark.parametrize(
    ("rows", "page", "folios"),
    [
        (20, 2, [1, 2]),  # two lines before the foot of an odd page
        (21, 2, [1, 2]),
        (22, 2, [1, 2]),
        (23, 2, [1, 2]),
        (40, 2, [1, 2]),  # the last line that leaves room on an even page: 4 rows
        (41, 4, [1, 2, None, None]),
        (43, 4, [1, 2, None, None]),  # line 21 of an even page
        (44, 4, [1, 2, None, None]),  # line 22 of it
        (45, 4, [1, 2, 3, 4]),  # the first of an odd one
        (65, 4, [1, 2, 3, 4]),  # line 21 of an odd page
        (66, 4, [1, 2, 3, 4]),
    ],
)
def test_it_stands_on_the_last_even_page(rows: int, page: int, folios: list[int | None]) -> None:
    """Behind a blank page if need be; then neither is numbered (7.4.1, 7.5, GB/T 33476.2 7.3.1)."""
    _, pages = laid(rows)
    assert at(pages) == page == len(pages.pages)
    assert [each.folio for each in pages.pages] == folios
    shown = [any(isinstance(i, TextRun) and i.text.startswith("— ") for i in p.items) for p in pages.pages]
    assert shown == [folio is not None for folio in folios]


def test_its_last_rule_lies_on_the_lower_edge_of_the_type_area() -> None:
    """262 mm down, 156 mm wide; 0.35, 0.25 and 0.35 mm thick (7.4.1)."""
    _, pages = laid(3)
    found = rules(pages)
    assert [rule.thickness / PT_PER_MM for rule in found] == pytest.approx([0.35, 0.25, 0.35])
    assert found[-1].y0 / PT_PER_MM == pytest.approx(262, abs=0.05)
    assert {round((rule.x1 - rule.x0) / PT_PER_MM) for rule in found} == {156}
    assert {rule.color for rule in found} == {"000000"}


def test_text_is_set_in_one_cell_of_its_own_size() -> None:
    """14 pt at either side; later lines begin below the first name (7.4.2, 7.4.3)."""
    _, pages = laid(3)
    placed = runs(pages)
    left = 28 * PT_PER_MM
    first = next(run for text, run in placed.items() if text.startswith("抄送："))
    second = next(run for text, run in placed.items() if text.endswith("检察院。"))
    printer, printed = placed["某某办公室"], placed["2021年2月20日印发"]
    assert (first.x - left, printer.x - left) == pytest.approx((14, 14), abs=0.1)
    assert second.x - first.x == pytest.approx(3 * 14, abs=0.1)
    right = left + 156 * PT_PER_MM
    assert right - printed.x - sum(printed.advances) == pytest.approx(14, abs=0.2)
    assert printer.baseline == printed.baseline
    assert {run.size for run in (first, second, printer, printed)} == {14}


def test_without_copies_there_are_two_rules() -> None:
    """First and last only."""
    _, pages = laid(3, colophon(""))
    assert [rule.thickness / PT_PER_MM for rule in rules(pages)] == pytest.approx([0.35, 0.35])


def test_a_document_of_a_colophon_alone() -> None:
    """Nothing fails without text."""
    _, pages = laid(0)
    assert at(pages) == 2


def test_the_docx_is_told_the_blank_above_it() -> None:
    """From the text, or from the head of its page, down to the edge."""
    near, _ = laid(30)
    far, _ = laid(3)
    assert isinstance(near.blocks[-1], Colophon)
    assert isinstance(far.blocks[-1], Colophon)
    assert (near.blocks[-1].skipped, far.blocks[-1].skipped) == (0, 1)
    assert far.blocks[-1].blank - near.blocks[-1].blank == pytest.approx(8 * 28.95)
