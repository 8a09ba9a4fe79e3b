"""Paths: lines and areas of charts, and the figure they make."""

from __future__ import annotations

from io import BytesIO

import pymupdf
import pypdf
from write.pdf.placed import (
    BOOK,
    DOCUMENT,
    HEIGHT,
    PROPERTIES,
    elements_of,
    operations,
    outline_of,
    pages,
    read,
    run,
)

from render.pages import Element, Item, Pages, Path
from render.write.pdf import write_pdf

SQUARE = ((100.0, 200.0), (180.0, 200.0), (180.0, 240.0), (100.0, 240.0))


def figure(*items: Item) -> Pages:
    """Items of one figure, below a paragraph."""
    elements = (DOCUMENT, Element("P", 0), Element("Figure", 0, alternative="柱形图"))
    return pages([run("一", 1), *items], elements=elements)


def drawn(placed: Pages) -> list[dict[str, object]]:
    """What MuPDF sees drawn on the page."""
    with pymupdf.open(stream=write_pdf(placed, BOOK, PROPERTIES)) as document:
        return list(document[0].get_drawings())


def test_an_area_is_filled_and_stroked() -> None:
    """With its own colours and thickness, at its place from the top left."""
    (shape,) = drawn(figure(Path((SQUARE,), 2, 0.5, fill="808080", closed=True)))
    assert shape["type"] == "fs"
    assert shape["fill"] == (128 / 255,) * 3 or max(abs(c - 128 / 255) for c in shape["fill"]) < 0.01  # type: ignore[attr-defined]
    assert shape["width"] == 0.5
    assert tuple(round(length) for length in shape["rect"]) == (100, 200, 180, 240)  # type: ignore[attr-defined]


def test_lines_of_one_path_share_a_stroke() -> None:
    """Many hatches are one operator."""
    placed = figure(Path((SQUARE[:2], SQUARE[2:]), 2, 0.4))
    assert operations(read(placed)).count("S") == 1
    (shape,) = drawn(placed)
    assert len(shape["items"]) == 2  # type: ignore[arg-type]


def test_a_dash_holds_for_its_line_alone() -> None:
    """What is drawn next is unbroken again."""
    dashed, plain = drawn(figure(Path((SQUARE[:2],), 2, 1.0, dash=(4.0, 3.0)), Path((SQUARE[1:3],), 2, 1.0)))
    assert dashed["dashes"] == "[ 4 3 ] 0"
    assert plain["dashes"] == "[] 0"


def test_a_chart_is_one_sequence_of_its_figure() -> None:
    """Shapes and words between them; the box is all they cover."""
    box = Path((SQUARE,), 2, 0.5, closed=True)
    reader = read(figure(box, run("甲", 2, x=60.0, baseline=260.0, size=10.5), box))
    assert outline_of(reader) == ["Document", "  P 0:0", "  Figure 0:1"]
    (element,) = elements_of(reader, "Figure")
    left, foot, right, top = (float(length) for length in element["/A"]["/BBox"])
    assert (left, foot, right, top) == (60.0, HEIGHT - 260.0, 180.0, HEIGHT - 200.0)


def test_a_path_without_stroke_and_fill_paints_nothing() -> None:
    """As its values say."""
    file = pypdf.PdfReader(BytesIO(write_pdf(figure(Path((SQUARE,), 2)), BOOK, PROPERTIES)))
    assert {"S", "f", "B"}.isdisjoint(operations(file))
