"""Pages placed by hand, and the questions that tests ask of the PDF made from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from io import BytesIO

import pymupdf
import pypdf
from pypdf.generic import ContentStream, DictionaryObject

from render.blocks import Image, Properties
from render.diagnostics import NOWHERE
from render.fonts import font_book
from render.pages import ARTIFACT, Bookmark, Element, Item, Page, Pages, TextRun
from render.write.pdf import write_pdf

BOOK = font_book("vendored")
WIDTH, HEIGHT = 595.276, 841.89  # A4
TITLE = "洪山区2020年度法治政府建设工作报告"
PROPERTIES = Properties(
    title=TITLE,
    author="洪山区司法局",
    subject="",
    keywords="法治 <政府> & 报告",
    created=datetime(2021, 2, 18, 9, 30, tzinfo=timezone(timedelta(hours=8))),
)
DOCUMENT = Element("Document", -1)
PARAGRAPHS = (DOCUMENT, Element("P", 0), Element("P", 0))


def run(
    text: str,
    element: int = 1,
    *,
    x: float = 72.0,
    baseline: float = 100.0,
    role: str = "宋体",
    size: float = 16.0,
    spaces: Sequence[float] = (),
    color: str = "000000",
) -> TextRun:
    """Place characters as wide as the face has them, with `spaces` after the first of them."""
    natural = [BOOK.measure(role)[char] * size for char in text]
    spaces = (*spaces, *[0.0] * (len(text) - len(spaces)))
    advances = tuple(width + space for width, space in zip(natural, spaces, strict=True))
    return TextRun(text, BOOK.primary(role).name, size, x, baseline, advances, element, NOWHERE, color=color)


def folio(number: int) -> TextRun:
    """Place a page number."""
    return run(f"— {number} —", ARTIFACT, x=400.0, baseline=780.0, size=14.0)


def pages(
    *sides: Sequence[Item],
    elements: Sequence[Element] = PARAGRAPHS,
    bookmarks: Sequence[Bookmark] = (),
    images: Mapping[str, Image] | None = None,
) -> Pages:
    """Put items on sides of A4, numbered from 1."""
    return Pages(
        tuple(Page(WIDTH, HEIGHT, tuple(items), index) for index, items in enumerate(sides, start=1)),
        tuple(elements),
        tuple(bookmarks),
        images or {},
    )


def read(placed: Pages) -> pypdf.PdfReader:
    """Write pages and open the file with pypdf."""
    return pypdf.PdfReader(BytesIO(write_pdf(placed, BOOK, PROPERTIES)))


def characters(placed: Pages, page_index: int = 0) -> list[tuple[str, float, float]]:
    """Find every character of a page through MuPDF, with its origin from the top left corner."""
    with pymupdf.open(stream=write_pdf(placed, BOOK, PROPERTIES)) as document:
        blocks = document[page_index].get_text("rawdict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)["blocks"]
    return [
        (char["c"], *char["origin"])
        for block in blocks
        for line in block["lines"]
        for span in line["spans"]
        for char in span["chars"]
    ]


def operations(reader: pypdf.PdfReader, page_index: int = 0) -> list[str]:
    """List the operators of a page's content."""
    content = reader.pages[page_index].get_contents()
    assert isinstance(content, ContentStream)
    return [operator.decode() for _, operator in content.operations]


def outline_of(reader: pypdf.PdfReader) -> list[str]:
    """List the structure tree: an element's type, then page index and number of its sequences."""
    page_indices = {page.indirect_reference: index for index, page in enumerate(reader.pages)}

    def lines(element: DictionaryObject, depth: int) -> list[str]:
        marks = []
        below = []
        for kid in element["/K"]:
            if isinstance(kid, int):
                marks.append(f"{page_indices[element.raw_get('/Pg')]}:{kid}")
            elif (thing := kid.get_object()).get("/Type") == "/MCR":
                marks.append(f"{page_indices[thing.raw_get('/Pg')]}:{thing['/MCID']}")
            else:
                assert thing["/P"] == element
                below += lines(thing, depth + 1)
        return [" ".join(["  " * depth + element["/S"][1:], *marks]), *below]

    root = reader.trailer["/Root"]["/StructTreeRoot"]
    return [line for top in root["/K"] for line in lines(top.get_object(), 0)]


def elements_of(reader: pypdf.PdfReader, tag: str) -> list[DictionaryObject]:
    """Find every element of one structure type, in the order of the file."""
    objects = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    return [thing for thing in objects if isinstance(thing, dict) and thing.get("/S") == f"/{tag}"]
