"""Readers: what a produced PDF or DOCX shows to somebody who knows nothing of how it was made.

The PDF is read by MuPDF, character by character; the edges of ink are found on a rendered picture of the
page. Of the DOCX the attributes are read from its parts. Lengths are millimetres from the upper left
corner of the sheet unless they say points.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from zipfile import ZipFile

import PIL.Image
import PIL.ImageChops
import pymupdf
from lxml import etree

MM = 25.4 / 72  # of a point
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DPI = 360


@dataclass(frozen=True)
class Char:
    """One character as the file places it; points."""

    c: str
    x0: float
    x1: float
    y: float  # baseline
    size: float
    font: str
    color: int


@dataclass(frozen=True)
class Stroke:
    """A straight line that is drawn; millimetres."""

    x0: float
    x1: float
    y: float
    thickness: float
    color: str


class Seen:
    """Characters that stand one after the other on one line of a page."""

    def __init__(self, page: PageSeen, chars: Sequence[Char]) -> None:
        self.page, self.chars = page, tuple(chars)

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(char.c for char in self.chars)

    @property
    def left(self) -> float:
        """Where the first character begins."""
        return self.chars[0].x0 * MM

    @property
    def right(self) -> float:
        """Where the last character ends."""
        return self.chars[-1].x1 * MM

    @property
    def middle(self) -> float:
        """Half way between."""
        return (self.left + self.right) / 2

    @property
    def baseline(self) -> float:
        """Of the first character."""
        return self.chars[0].y * MM

    @property
    def size(self) -> float:
        """Points."""
        return round(self.chars[0].size, 2)

    @property
    def fonts(self) -> set[str]:
        """Names of all fonts, without the tag of a subset."""
        return {char.font.rpartition("+")[2] for char in self.chars}

    @property
    def color(self) -> str:
        """Six hexadecimal digits."""
        return f"{self.chars[0].color:06X}"

    @cached_property
    def ink(self) -> tuple[float, float, float, float]:
        """Left, upper, right and lower edge of what is black or red."""
        size = max(char.size for char in self.chars)
        y = self.chars[0].y
        clip = pymupdf.Rect(self.chars[0].x0 - 1, y - 0.98 * size, self.chars[-1].x1 + 1, y + 0.3 * size)
        pixels = self.page.page.get_pixmap(dpi=_DPI, clip=clip)
        picture = PIL.Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples)
        red, green, blue = picture.split()
        # Black characters may lie over the red of a seal.
        blend = PIL.ImageChops.lighter if self.color == "000000" else PIL.ImageChops.darker
        x0, y0, x1, y1 = (
            blend(blend(red, green), blue).point(lambda value: 255 if value < 128 else 0).getbbox()
        )
        scale = 25.4 / _DPI
        left, top = pixels.x * scale, pixels.y * scale
        return left + x0 * scale, top + y0 * scale, left + x1 * scale, top + y1 * scale

    @property
    def top(self) -> float:
        """Upper edge of its ink."""
        return self.ink[1]

    @property
    def bottom(self) -> float:
        """Lower edge of its ink."""
        return self.ink[3]


class PageSeen:
    """One page."""

    def __init__(self, page: pymupdf.Page) -> None:
        self.page = page
        self.width, self.height = page.rect.width * MM, page.rect.height * MM

    @cached_property
    def chars(self) -> list[Char]:
        """All characters but spaces, in the order of the file."""
        found = []
        for block in self.page.get_text("rawdict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)["blocks"]:
            for line in block.get("lines", []):
                for span in line["spans"]:
                    for char in span["chars"]:
                        if char["c"].strip():
                            x, y = char["origin"]
                            found.append(
                                Char(
                                    char["c"],
                                    x,
                                    char["bbox"][2],
                                    y,
                                    span["size"],
                                    span["font"],
                                    span["color"],
                                )
                            )
        return found

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(char.c for char in self.chars)

    def find(self, text: str, time: int = 1) -> Seen:
        """Find a text, the first time or a later one."""
        wanted = "".join(text.split())
        at = -1
        for _ in range(time):
            at = self.text.index(wanted, at + 1)
        return Seen(self, self.chars[at : at + len(wanted)])

    def lines(self) -> list[Seen]:
        """All lines from the top down, page number left out."""
        rows: list[tuple[float, list[Char]]] = []
        for char in self.chars:
            for base, chars in rows:
                if abs(base - char.y) < 0.35 * char.size:
                    chars.append(char)
                    break
            else:
                rows.append((char.y, [char]))
        seen = [
            Seen(self, sorted(chars, key=lambda c: c.x0)) for _, chars in sorted(rows, key=lambda r: r[0])
        ]
        return [line for line in seen if not (line.text.startswith("—") and line.text.endswith("—"))]

    def line_of(self, text: str) -> Seen:
        """The whole line that a text stands on."""
        y = self.find(text).chars[0].y
        return next(line for line in self.lines() if any(abs(char.y - y) < 1 for char in line.chars))

    @cached_property
    def strokes(self) -> list[Stroke]:
        """Horizontal lines from the top down."""
        found = []
        for drawing in self.page.get_drawings():
            rect, color = drawing["rect"], drawing.get("color")
            if rect.height < 0.1 and color:
                name = "".join(f"{round(part * 255):02X}" for part in color)
                found.append(
                    Stroke(rect.x0 * MM, rect.x1 * MM, rect.y0 * MM, (drawing.get("width") or 0) * MM, name)
                )
        return sorted(found, key=lambda stroke: stroke.y)

    @cached_property
    def images(self) -> list[pymupdf.Rect]:
        """Boxes of pictures, in millimetres."""
        boxes = [pymupdf.Rect(info["bbox"]) for info in self.page.get_image_info()]
        return [pymupdf.Rect(*(edge * MM for edge in box)) for box in boxes]


class PdfSeen:
    """A PDF file."""

    def __init__(self, data: bytes) -> None:
        self.document = pymupdf.open(stream=data)
        self.pages = [PageSeen(page) for page in self.document]

    def find(self, text: str, time: int = 1) -> Seen:
        """Find a text on the first page that has it."""
        wanted = "".join(text.split())
        return next(page.find(text, time) for page in self.pages if page.text.count(wanted) >= time)

    def page_of(self, text: str) -> int:
        """The number of the first page that has a text."""
        wanted = "".join(text.split())
        return next(n for n, page in enumerate(self.pages, 1) if wanted in page.text)

    @property
    def text(self) -> str:
        """All characters."""
        return "".join(page.text for page in self.pages)


class DocxSeen:
    """The parts of a DOCX file."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])[0]
        styles = etree.fromstring(self.parts["word/styles.xml"])
        self.styles = {s.get(f"{W}styleId"): s for s in styles.iterfind(f"{W}style")}

    def part(self, name: str) -> etree._Element:
        """Parse a part below `word/`."""
        return etree.fromstring(self.parts[f"word/{name}"])

    @property
    def text(self) -> str:
        """All characters of the body, tabs left out."""
        return text_of(self.body)

    def paragraphs(self) -> list[etree._Element]:
        """All paragraphs of the body in order, those in tables too."""
        return list(self.body.iter(f"{W}p"))

    def paragraph(self, text: str) -> etree._Element:
        """The first paragraph that holds a text."""
        return next(p for p in self.paragraphs() if text in text_of(p))

    def blanks_before(self, text: str) -> int:
        """Count the empty paragraphs right above one of the body."""
        top = [p for p in self.body if p.tag == f"{W}p"]
        at = next(n for n, p in enumerate(top) if text in text_of(p))
        count = 0
        while at > count and not text_of(top[at - count - 1]).strip():
            count += 1
        return count

    def value(self, element: etree._Element, path: str, name: str = "val") -> str:
        """An attribute: the paragraph's own, else its style's."""
        own = element.find("/".join(f"{W}{step}" for step in path.split("/")))
        if own is not None and own.get(f"{W}{name}") is not None:
            return own.get(f"{W}{name}", "")
        identity = element.find(f"{W}pPr/{W}pStyle")
        style = self.styles[identity.get(f"{W}val")] if identity is not None else self.styles["Normal"]
        found = style.find("/".join(f"{W}{step}" for step in path.split("/")))
        return "" if found is None else found.get(f"{W}{name}", "")

    def face(self, text: str) -> str:
        """The family of a paragraph, or of the run that holds a text where that names a style."""
        paragraph = self.paragraph(text)
        for run in paragraph.iter(f"{W}r"):
            named = run.find(f"{W}rPr/{W}rStyle")
            if named is not None and text in text_of(run):
                fonts = self.styles[named.get(f"{W}val")].find(f"{W}rPr/{W}rFonts")
                if fonts is not None:
                    return fonts.get(f"{W}eastAsia", "")
        return self.value(paragraph, "rPr/rFonts", "eastAsia")

    def points(self, text: str) -> float:
        """The size of a paragraph's characters."""
        paragraph = self.paragraph(text)
        own = paragraph.find(f"{W}r/{W}rPr/{W}sz")
        size = own.get(f"{W}val") if own is not None else self.value(paragraph, "rPr/sz")
        return float(size or 0) / 2

    def sections(self) -> list[etree._Element]:
        """The properties of every section."""
        return list(self.body.iter(f"{W}sectPr"))

    def twips(self, element: str, name: str, section: int = 0) -> int:
        """An attribute of a section, such as `pgMar` and `top`."""
        return int(self.sections()[section].find(f"{W}{element}").get(f"{W}{name}"))

    def feet(self) -> Iterator[str]:
        """The text of every page foot."""
        for name in self.parts:
            if name.startswith("word/foot") or name == "word/letterFoot.xml":
                yield text_of(etree.fromstring(self.parts[name]))


def text_of(element: etree._Element) -> str:
    """The characters of an element."""
    return "".join(t.text or "" for t in element.iter(f"{W}t"))
