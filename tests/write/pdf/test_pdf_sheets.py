"""Sheets: a landscape side is shown turned and printed upright."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pymupdf
import pypdf
import pytest
from write.pdf.placed import BOOK, DOCUMENT, HEIGHT, PROPERTIES, WIDTH, run

from render.blocks import Image
from render.pages import ARTIFACT, Bookmark, Element, Page, Pages, PlacedImage
from render.write.pdf import write_pdf
from render.write.trace import write_trace

FOLIO = replace(run("— 1 —", ARTIFACT, x=70.0, baseline=480.0), turned=True)


def landscape(*, image: Image | None = None) -> Pages:
    """A turned side with a line, a picture, a page number and a bookmark."""
    items = [run("一", 1, x=100.0, baseline=90.0), FOLIO]
    elements = [DOCUMENT, Element("P", 0)]
    if image:
        items.append(PlacedImage("chart", 100, 200, 80, 40, 2))  # type: ignore[arg-type]
        elements.append(Element("Figure", 0, alternative="柱状图"))
    page = Page(HEIGHT, WIDTH, tuple(items), 1)
    images = {"chart": image} if image else {}
    return Pages((page,), tuple(elements), (Bookmark(1, "一", 0, 80.0),), images)


def test_the_sheet_stays_upright_and_is_shown_turned() -> None:
    """So it prints and binds like all others, whatever the printer makes of a landscape page."""
    (page,) = pypdf.PdfReader(BytesIO(write_pdf(landscape(), BOOK, PROPERTIES))).pages
    assert [float(length) for length in page.mediabox] == [0, 0, 595.276, 841.89]
    assert page["/Rotate"] == 90


def test_characters_stand_where_they_were_placed_and_the_number_is_turned() -> None:
    """As a reader sees the page: the line level, the number downwards from its place."""
    with pymupdf.open(stream=write_pdf(landscape(), BOOK, PROPERTIES)) as document:
        page = document[0]
        assert (page.rect.width, page.rect.height) == pytest.approx((HEIGHT, WIDTH), abs=0.01)
        chars = [
            (char["c"], pymupdf.Point(char["origin"]) * page.rotation_matrix)
            for block in page.get_text("rawdict")["blocks"]
            for line in block["lines"]
            for span in line["spans"]
            for char in span["chars"]
            if char["c"].strip()
        ]
    assert [char for char, _ in chars] == list("一—1—")
    assert tuple(chars[0][1]) == pytest.approx((100, 90), abs=0.01)
    across, down = zip(*(point for _, point in chars[1:]), strict=True)
    assert across == pytest.approx((70, 70, 70), abs=0.01)
    assert down[0] == pytest.approx(480, abs=0.01)
    assert list(down) == sorted(down)


def test_a_picture_is_boxed_and_a_heading_is_found_on_the_upright_sheet() -> None:
    """Boxes and bookmarks are told in the sheet's own coordinates."""
    image = BytesIO()
    pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 2, 1)).pil_save(image, "PNG")
    placed = landscape(image=Image(image.getvalue(), "png", 2, 1, 96.0))
    reader = pypdf.PdfReader(BytesIO(write_pdf(placed, BOOK, PROPERTIES)))
    objects = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    (figure,) = [thing for thing in objects if isinstance(thing, dict) and thing.get("/S") == "/Figure"]
    assert [float(length) for length in figure["/A"]["/BBox"]] == [200, 100, 240, 180]
    (entry,) = reader.outline
    assert (float(entry["/Left"]), float(entry["/Top"])) == (80, 0)


def test_a_trace_tells_what_is_turned() -> None:
    """And shows the page as it is read."""
    first, _, number = write_trace(landscape()).splitlines()
    assert first == "page 1  841.9 x 595.3"
    assert number.endswith('"— 1 —"  turned')
