"""Where names, date and seals of a sealed signature stand; lengths in millimetres unless cells are named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import composed, paragraph, target

from render.blocks import Composed, Image, Paragraph, Run, Seal, Signature
from render.diagnostics import NOWHERE
from render.fonts import font_book
from render.layout import lay_out
from render.pages import Pages, PlacedImage, TextRun
from render.units import PT_PER_MM

DATE = "2021年2月18日"
CELL = 442.23 / 28
LEFT = 28.0


def named(text: str, style: str = "issuer") -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(style, (Run(text, NOWHERE),), NOWHERE)


def picture(millimetres: float = 42, dpi: float = 300, *, sized: bool = True) -> Image:
    """A square seal."""
    pixels = round(millimetres / 25.4 * dpi)
    return Image(b"", "png", pixels, pixels, dpi if sized else 96.0, sized)


def laid(
    *names: str, image: Image | None = None, is_signed: bool = False, text: int = 3, date: str = DATE
) -> tuple[Composed, Pages, list[str]]:
    """Lay out some lines of text and a sealed signature, with pictures where an image is given."""
    style = "signatory" if is_signed else "issuer"
    seals = tuple(Seal("章", f"{name}印章") for name in names) if image else ()
    block = Signature(
        tuple(named(name, style) for name in names), named(date, "date"), seals, NOWHERE, is_signed=is_signed
    )
    blocks = (*(paragraph("字。") for _ in range(text)), block)
    document = composed(*blocks, images={"章": image} if image else {})
    settled, pages, found = lay_out(document, font_book("vendored"), target())
    return settled, pages, [d.code for d in found]


def runs(pages: Pages, page: int = 0) -> dict[str, TextRun]:
    """The text runs of a page by their text."""
    return {item.text: item for item in pages.pages[page].items if isinstance(item, TextRun)}


def images(pages: Pages, page: int = 0) -> list[PlacedImage]:
    """The pictures of a page."""
    return [item for item in pages.pages[page].items if isinstance(item, PlacedImage)]


def span(run: TextRun) -> tuple[float, float]:
    """Where a run begins and ends, in cells from the left edge of the type area."""
    start = (run.x - LEFT * PT_PER_MM) / CELL
    return start, start + sum(run.advances) / CELL


def test_the_date_ends_four_cells_in_and_the_name_is_centred_on_it() -> None:
    """GB/T 9704-2012, 7.3.5.1."""
    _, pages, _ = laid("某某区司法局")
    name, date = span(runs(pages)["某某区司法局"]), span(runs(pages)[DATE])
    assert date[1] == pytest.approx(24, abs=0.05)
    assert sum(name) == pytest.approx(sum(date), abs=0.05)
    assert runs(pages)[DATE].baseline - runs(pages)["某某区司法局"].baseline == pytest.approx(29.6)


def test_a_name_wider_than_the_formula_allows_ends_at_the_edge() -> None:
    """The date is centred below it: 18 cells of name from cell 10."""
    text = "中共某某区委全面依法治区委员会办公室"
    _, pages, found = laid(text)
    name, date = span(runs(pages)[text]), span(runs(pages)[DATE])
    assert found == []
    assert name[1] == pytest.approx(28, abs=0.05)
    assert sum(name) == pytest.approx(sum(date), abs=0.05)


def test_a_seal_covers_name_and_date_and_is_close_to_the_text() -> None:
    """Both below its middle; its upper edge at most a line below the text's ink (7.3.5.1)."""
    _, pages, _ = laid("某某区司法局", image=picture())
    (seal,) = images(pages)
    name, date = runs(pages)["某某区司法局"], runs(pages)[DATE]
    middle = seal.y + seal.height / 2
    assert middle <= name.baseline - 0.785 * 16
    assert seal.y + seal.height >= date.baseline
    text_ink = runs(pages)["字。"].baseline + 0.08 * 16
    assert 0 <= (seal.y - text_ink) / PT_PER_MM <= 10.39
    assert seal.x + seal.width / 2 == pytest.approx(name.x + sum(name.advances) / 2, abs=0.5)
    assert (seal.width / PT_PER_MM, seal.height / PT_PER_MM) == pytest.approx((42, 42), abs=0.1)


@pytest.mark.parametrize("diameter", [38, 42, 45, 50, 60])
def test_larger_seals_leave_more_rows(diameter: float) -> None:
    """The upper edge never reaches into the text, and is never more than a line below it."""
    _, pages, _ = laid("某某区司法局", image=picture(diameter))
    (seal,) = images(pages)
    text_ink = runs(pages)["字。"].baseline + 0.08 * 16
    assert -1 <= (seal.y - text_ink) / PT_PER_MM <= 10.39


@pytest.mark.parametrize("count", range(2, 10))
def test_joint_seals_do_not_touch_and_stay_inside(count: int) -> None:
    """One for each name, in rows; the date below the last name (7.3.5.1)."""
    names = [f"某某市{'甲乙丙丁戊己庚辛壬'[n]}局" for n in range(count)]
    _, pages, found = laid(*names, image=picture())
    assert found == []
    placed, seals = runs(pages), images(pages)
    assert len(seals) == count
    for n, a in enumerate(seals):
        assert a.x >= LEFT * PT_PER_MM - 0.01
        assert a.x + a.width <= (LEFT + 156) * PT_PER_MM + 0.5
        for b in seals[n + 1 :]:
            distance = ((a.x - b.x) ** 2 + (a.y - b.y) ** 2) ** 0.5
            assert distance > a.width + 2
    order = [(placed[name].baseline, placed[name].x) for name in names]
    assert order == sorted(order)
    last = span(placed[names[-1]])
    assert sum(span(placed[DATE])) == pytest.approx(sum(last), abs=0.05)
    assert placed[DATE].baseline - placed[names[-1]].baseline == pytest.approx(29.6)


def test_long_names_of_a_joint_issue_stand_on_two_lines() -> None:
    """Nine of them still fit on a page with text."""
    _, pages, found = laid(*["某某市人力资源和社会保障局"] * 9)
    assert found == []
    assert "某某市人力资源" in runs(pages) or "某某市人力" in runs(pages)
    assert len(pages.pages) == 1


def test_a_signature_seal_stands_four_cells_in_below_two_blank_rows() -> None:
    """The title two cells to its left, half way down; the date a blank row below (7.3.5.3)."""
    image = Image(b"", "png", 472, 236, 300)  # 40 × 20 mm
    _, pages, _ = laid("区长", image=image, is_signed=True)
    (seal,) = images(pages)
    title, date = runs(pages)["区长"], runs(pages)[DATE]
    right = (seal.x + seal.width - LEFT * PT_PER_MM) / CELL
    assert right == pytest.approx(24, abs=0.05)
    assert (seal.x - title.x - sum(title.advances)) / CELL == pytest.approx(2, abs=0.05)
    assert title.baseline - 0.375 * 16 == pytest.approx(seal.y + seal.height / 2, abs=1.5)
    assert span(date)[1] == pytest.approx(24, abs=0.05)
    text_ink = runs(pages)["字。"].baseline + 0.08 * 16
    assert 20.78 - 1 <= (seal.y - text_ink) / PT_PER_MM <= 25.6
    assert 10.39 - 1 <= (date.baseline - 0.83 * 16 - seal.y - seal.height) / PT_PER_MM <= 15.3


def test_signature_seals_of_a_joint_issue_stand_one_below_the_other() -> None:
    """The host's first (7.3.5.3)."""
    _, pages, _ = laid("甲区区长", "乙区区长", is_signed=True)
    first, second = runs(pages)["甲区区长"], runs(pages)["乙区区长"]
    assert first.baseline < second.baseline
    assert first.x == pytest.approx(second.x)


def test_a_sealed_signature_takes_text_along() -> None:
    """A seal without text under it is forbidden: the last paragraph goes to its page (7.3.5.1)."""
    _, pages, _ = laid("某局", text=20)
    assert "字。" in runs(pages, 1)
    assert DATE in runs(pages, 1)


def test_a_picture_that_states_no_size_is_as_large_as_the_room() -> None:
    """42 mm, whatever its pixels."""
    _, pages, _ = laid("某局", image=picture(60, 300, sized=False))
    (seal,) = images(pages)
    assert seal.width / PT_PER_MM == pytest.approx(42, abs=0.1)


@pytest.mark.parametrize(
    ("image", "code"),
    [(picture(300, 100), "seal.too_large"), (picture(42, 60), "seal.too_coarse")],
)
def test_a_picture_that_cannot_be_printed_is_an_error(image: Image, code: str) -> None:
    """Larger than the type area, or too few dots."""
    assert laid("某局", image=image)[2] == [code]


def test_too_many_names_for_a_page_are_an_error() -> None:
    """Ten names in one column with their seals."""
    assert laid(*["某某市" + "甲" * 30 + "局"] * 6)[2][0] == "layout.signature_too_tall"


def test_rows_are_the_same_in_both_outputs() -> None:
    """Whatever the diameter, DOCX and pages leave the same rows."""
    for tenth in range(300, 700, 7):
        settled, pages, _ = laid("某局", image=replace(picture(tenth / 10)))
        block = settled.blocks[-1]
        assert isinstance(block, Signature)
        row = (runs(pages)[DATE].baseline - runs(pages)["字。"].baseline) / 29.6
        assert row == pytest.approx(block.rows)


def test_a_date_without_a_name_ends_four_cells_in() -> None:
    """As one whose issuer stands above the text does."""
    _, pages, found = laid()
    assert span(runs(pages)[DATE])[1] == pytest.approx(24, abs=0.05)
    assert found == []
