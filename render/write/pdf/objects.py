"""Objects: what a PDF file is made of (ISO 32000-1, 7.3), and the file that numbers them.

reportlab keeps the numbers, the page tree, the catalog, the cross-reference table and the trailer.
What an object says is written here, as text: reportlab's own dictionaries take 40 µs each, a tagged
report has hundreds, and its streams lack the line feed that PDF/A asks for before `endstream`
(ISO 19005-2, 6.1.7.1).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile, PDFObject, PDFTrailer

_REGULAR = frozenset(range(0x21, 0x7F)) - frozenset(b"%()<>[]{}/#")  # ISO 32000-1, 7.3.5

_VERSION = 1, 7
_LEVEL = 1  # of zlib; on the text of twelve pages, 0.6 ms less than level 6 and 2 kB more


@lru_cache(maxsize=2048)  # margins, rows and sizes come again and again
def number(value: float, decimals: int = 3) -> str:
    """Write a number with at most so many decimals, as short as it goes."""
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def name(text: str) -> str:
    """Write a name; bytes that a name may not hold become `#` and two digits."""
    return "/" + "".join(chr(byte) if byte in _REGULAR else f"#{byte:02x}" for byte in text.encode())


def text_string(text: str) -> str:
    """Write a text string in UTF-16, which holds every character (ISO 32000-1, 7.9.2.2)."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


def array(items: Iterable[str]) -> str:
    """Write an array of things already written."""
    return f"[{' '.join(items)}]"


class Entry(PDFObject):
    """An indirect object: numbered when it is made, filled in at any time before the file is."""

    def __init__(self) -> None:
        self.reference = ""
        self.body = "null"
        self.stream = b""  # what follows the body

    def format(self, _document: PDFDocument) -> bytes:
        """Give the body's bytes, as reportlab's own objects do."""
        return self.body.encode("ascii")


class File(PDFDocument):
    """One PDF file in the making.

    Its identifier is a digest of its streams, so equal files have equal identifiers.
    """

    Catalog: Any  # reportlab sets these three
    Pages: Any
    info: Any

    def __init__(self, language: str) -> None:
        super().__init__(invariant=1, pdfVersion=_VERSION, lang=language)
        self.signature = hashlib.sha256()  # reportlab's own begins with the clock
        self.page_tree = self._register(self.Pages)

    def reserve(self) -> Entry:
        """Give a number to an object that is filled in later."""
        entry = Entry()
        entry.reference = self._register(entry)
        return entry

    def reserve_page(self) -> Entry:
        """Give a number to the next page."""
        entry = Entry()
        self.addPage(entry)
        entry.reference = f"{self.objectcounter} 0 R"
        return entry

    def add(self, body: str) -> str:
        """Add an object; returns the reference to it."""
        entry = self.reserve()
        entry.body = body
        return entry.reference

    def add_stream(self, content: bytes, entries: str = "") -> str:
        """Compress and add a stream with further dictionary entries; returns its reference."""
        return self.add_filtered(zlib.compress(content, _LEVEL), f"/Filter /FlateDecode {entries}")

    def add_filtered(self, data: bytes, entries: str, *, in_identifier: bool = True) -> str:
        """Add a stream whose data are already filtered as `entries` say; returns its reference.

        What follows from other streams need not be in the file's identifier again.
        """
        if in_identifier:
            self.updateSignature(data)
        entry = self.reserve()
        entry.body, entry.stream = f"<<{entries} /Length {len(data)}>>\nstream\n", data
        return entry.reference

    def format(self) -> bytes:
        """Write the file as reportlab would, but copy no stream on the way, of which some are large."""
        root, about = self.Reference(self.Catalog), self.Reference(self.info)  # type: ignore[no-untyped-call]
        file = PDFFile(_VERSION)
        objects: Any = self.idToObject
        offsets: list[int] = []
        while (key := self.numberToId.get(len(offsets) + 1)) is not None:  # writing one may add another
            entry = objects[key]
            number = len(offsets) + 1
            if isinstance(entry, Entry) and entry.stream:
                offsets.append(file.add(b"%d 0 obj\n%b" % (number, entry.body.encode("ascii"))))
                file.add(entry.stream)
                # Both: after data that end in \r, \n alone would seem to take a byte of them along.
                file.add(b"\r\nendstream\nendobj\n")
            else:
                body = entry.format(self).rstrip(b"\n")
                offsets.append(file.add(b"%d 0 obj\n%b\nendobj\n" % (number, body)))
        rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        count = len(offsets) + 1
        table = file.add(b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, rows))
        file.add(PDFTrailer(table, Size=count, Root=root, Info=about, ID=self.ID()).format(self))
        return file.format(self)

    def _register(self, thing: PDFObject) -> str:
        self.Reference(thing)  # type: ignore[no-untyped-call]  # reportlab's stubs leave it open
        return f"{self.objectcounter} 0 R"
