"""Document: pages put together to a file.

The file is PDF 1.7, tagged, archivable and accessible: PDF/A-2a (ISO 19005-2) and PDF/UA-1
(ISO 14289-1); with the report's own files attached, PDF/A-3a (ISO 19005-3). Nothing in it comes from
the clock or from the order of a set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from ...blocks import Properties
from ...fonts import FontBook
from ...pages import Pages, TextRun
from .attachment import write_attachment
from .content import PageContent
from .digest import sealed
from .fonts import Font
from .images import write_image
from .metadata import information, write_output_intent, xmp_packet
from .objects import File, array, number
from .outline import write_outline
from .sheets import sheet_of
from .structure import StructureTree


def write_pdf(pages: Pages, book: FontBook, properties: Properties, *, source: bytes | None = None) -> bytes:
    """Write pages as a PDF file; equal arguments give equal bytes.

    Args:
        pages: What stands where.
        book: Knows every face that the pages name.
        properties: What the file says about itself; a title at least.
        source: The report's own files as one archive, to be attached.

    Raises:
        Faults: a face (`pdf.face_unreadable`) or a picture (`pdf.image_unreadable`) is damaged.
        ValueError: the pages break a promise: a face lacks a character, advances and text differ in
            length, a tag is no structure type, the date has no time zone.
    """
    file = File(properties.language)
    entries = [file.reserve_page() for _ in pages.pages]
    tree = StructureTree(file, pages.elements, entries)
    resources = _Resources(file, book, pages)
    dictionary = file.reserve()
    for index, (page, entry) in enumerate(zip(pages.pages, entries, strict=True)):
        content = PageContent(
            page.height, partial(tree.mark, page_index=index), resources.font, resources.image
        )
        box = array(map(number, (0, 0, *sheet_of(page))))
        turn = " /Rotate 90" if page.landscape else ""
        contents = file.add_stream(content.paint(page))
        entry.body = (
            f"<</Type /Page /Parent {file.page_tree} /MediaBox {box}{turn}"
            f" /Resources {dictionary.reference} /Contents {contents} /StructParents {index} /Tabs /S>>"
        )
    dictionary.body = resources.write()

    file.info = file.reserve()
    file.info.body = information(properties)
    catalog = file.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    catalog.MarkInfo = "<</Marked true>>"
    catalog.ViewerPreferences = "<</DisplayDocTitle true>>"
    catalog.StructTreeRoot = tree.write(pages.pages)
    catalog.Metadata = file.add_filtered(
        xmp_packet(properties, part=2 if source is None else 3), "/Type /Metadata /Subtype /XML"
    )
    catalog.OutputIntents = array([write_output_intent(file)])
    catalog.Outlines = write_outline(file, pages.bookmarks, pages.pages, entries) if pages.bookmarks else None
    if source is not None:
        catalog.AF, catalog.Names = write_attachment(file, source, properties)
    return sealed(file.format())


class _Resources:
    """Fonts and pictures of one document, numbered as pages first ask for them."""

    def __init__(self, file: File, book: FontBook, pages: Pages) -> None:
        self._file = file
        self._book = book
        self._images = pages.images
        self._texts: dict[str, list[str]] = defaultdict(list)  # by face
        for page in pages.pages:
            for item in page.items:
                if isinstance(item, TextRun):
                    self._texts[item.face].append(item.text)
        self._fonts: dict[str, Font] = {}
        self._names: dict[str, str] = {}  # of pictures, by key
        self._pictures: dict[bytes, tuple[str, str]] = {}  # names and references, by data

    def font(self, face: str) -> Font:
        """Find the font of a face by the face's name."""
        if face not in self._fonts:
            text = "".join(self._texts[face])
            self._fonts[face] = Font(self._book.face(face), f"F{len(self._fonts) + 1}", text)
        return self._fonts[face]

    def image(self, key: str) -> str:
        """Find the resource name of a picture by its key; copies of one picture are written once."""
        if key not in self._names:
            image = self._images[key]
            if image.data not in self._pictures:
                self._pictures[image.data] = (
                    f"I{len(self._pictures) + 1}",
                    write_image(self._file, image, key),
                )
            self._names[key] = self._pictures[image.data][0]
        return self._names[key]

    def write(self) -> str:
        """Add the fonts; returns the resource dictionary that all pages share."""
        fonts = [(font.resource, font.write(self._file)) for font in self._fonts.values()]
        return f"<</Font {_named(fonts)} /XObject {_named(self._pictures.values())}>>"


def _named(references: Iterable[tuple[str, str]]) -> str:
    return f"<<{' '.join(f'/{name} {reference}' for name, reference in references)}>>"
