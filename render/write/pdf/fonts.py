"""Fonts: a face embedded as one Type 0 font that holds the characters a document uses.

Codes are two bytes and number the characters in order of first use. A map from code to glyph
(CIDToGIDMap) stands between them, because two characters may share a glyph and both must be read
back (ISO 32000-1, 9.7.4.2 and 9.10.3). HarfBuzz says which glyph a character has, and how wide it is.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from functools import cached_property, lru_cache, partial

import uharfbuzz

from ...diagnostics import Faults, fault
from ...fonts import Face, shaper
from ...noun import Noun
from .deflate import HalfByteCode, deflate_few
from .glyphs import FEW, Glyphs
from .objects import File, array, name, number

_SUBSETS = 8  # kept of each face between documents, about 100 kB each
_SAMPLE = "的一是在不了有和工作报告法治政府建设年度，。123"
"""Characters whose outlines stand for those of their face."""
_EM = 1000  # glyph space, ISO 32000-1, 9.2.4; also the default width, because most characters are Han
_PER_BLOCK = 100  # entries in one bfchar block at most, Adobe Technical Note 5014
_CMAP_HEAD = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""
_CMAP_FOOT = """\
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class Widths(dict[str, float]):
    """Advance widths of a face by character, in thousandths of an em as the file states them.

    Attributes:
        glyphs: the glyph of every character looked up so far.
    """

    def __init__(self, font: uharfbuzz.Font, em: int, face: str) -> None:
        super().__init__()
        self._font = font
        self._em = em
        self._face = face
        self.glyphs: dict[str, int] = {}

    def __missing__(self, char: str) -> float:
        glyph = self._font.get_nominal_glyph(ord(char))
        if not glyph:
            # Whoever measured the text has not looked; a box or a gap must not reach the page.
            raise ValueError(f"{self._face} has no glyph for U+{ord(char):04X}")
        self.glyphs[char] = glyph
        self[char] = width = round(float(self._font.get_glyph_h_advance(glyph)) * _EM / self._em, 3)
        return width


class PointWidths(dict[str, float]):
    """The same in points, for one size of type."""

    def __init__(self, widths: Widths, size: float) -> None:
        super().__init__()
        self._widths = widths
        self._em = size / _EM

    def __missing__(self, char: str) -> float:
        width = self[char] = self._widths[char] * self._em
        return width


class Subset(Noun, frozen=True):
    """The glyphs of some characters as a font file."""

    packed: bytes  # the file, deflated
    size: int  # of the file in bytes
    renumbered: Mapping[int, int]  # each glyph's new number by its old one


class Outlines:
    """What a process keeps of a face between documents."""

    def __init__(self, face: Face) -> None:
        self._font, em = shaper(face.path, face.index)
        self._glyphs = Glyphs(face.path, face.index)
        self.widths = Widths(self._font, em, face.name)
        self.widths_at = lru_cache(maxsize=64)(partial(PointWidths, self.widths))
        extents = self._font.get_font_extents("ltr")
        box = (*struct.unpack_from(">4h", self._glyphs.head, 36), extents.ascender, extents.descender)
        self.metrics = tuple(round(length * _EM / em) for length in box)
        self.subset = lru_cache(maxsize=_SUBSETS)(self._subset)

    @cached_property
    def _code(self) -> HalfByteCode:
        numbers = [self._font.get_nominal_glyph(ord(char)) for char in _SAMPLE]
        return HalfByteCode(b"".join(self._glyphs.glyph(number or 0).outline for number in numbers))

    def _subset(self, numbers: frozenset[int]) -> Subset:
        """Cut out some glyphs.

        A report built again, with other figures or for another year, mostly uses the same ones.
        """
        file = self._glyphs.font_file(numbers)
        if len(file.outlines) <= FEW:
            packed = deflate_few(file.data)
        else:
            packed = self._code.deflated(file.before, file.outlines, file.after)
        return Subset(packed, file.size, file.places)


def outlines(face: Face) -> Outlines:
    """Open a face, once per process.

    Raises:
        Faults: `pdf.face_unreadable`.
    """
    try:
        return _outlines(face)
    except (uharfbuzz.HarfBuzzError, OSError, ValueError, KeyError, struct.error) as err:
        raise _unreadable(face) from err


@lru_cache(maxsize=64)
def _outlines(face: Face) -> Outlines:
    return Outlines(face)


class Font:
    """A face as one document uses it."""

    def __init__(self, face: Face, resource: str, text: str) -> None:
        """Give every character of what the document sets in the face a code."""
        self.face = face
        self.outlines = outlines(face)
        self.resource = resource  # its name in content streams
        self.widths = self.outlines.widths
        self.widths_at = self.outlines.widths_at  # by size
        chars = dict.fromkeys(text)
        self.codes = dict(zip(chars, _numbered(len(chars)), strict=False))  # four digits each

    def write(self, file: File) -> str:
        """Add the font with every character that was given a code; returns its reference.

        Raises:
            Faults: `pdf.face_unreadable`.
        """
        glyphs = list(map(self.widths.glyphs.__getitem__, self.codes))
        try:
            program = self.outlines.subset(frozenset(glyphs))
            to_glyph = struct.pack(f">{len(glyphs) + 1}H", 0, *map(program.renumbered.__getitem__, glyphs))
        except struct.error as err:
            raise _unreadable(self.face) from err
        subset = name(f"{self._label()}+{self.face.name}")
        left, bottom, right, top, ascent, descent = self.outlines.metrics
        entries = f"/Length1 {program.size} /Filter /FlateDecode"
        program_file = file.add_filtered(program.packed, entries, in_identifier=False)  # its characters are
        descriptor = file.add(
            f"<</Type /FontDescriptor /FontName {subset} /Flags 4 /FontBBox [{left} {bottom} {right} {top}]"
            f" /ItalicAngle 0 /Ascent {ascent} /Descent {descent} /CapHeight {ascent} /StemV 80"
            f" /FontFile2 {program_file}>>"
        )
        descendant = file.add(
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont {subset} /CIDSystemInfo <</Registry (Adobe)"
            f" /Ordering (Identity) /Supplement 0>> /FontDescriptor {descriptor}"
            f" /CIDToGIDMap {file.add_stream(to_glyph)} /DW {_EM} /W {self._widths()}>>"
        )
        return file.add(
            f"<</Type /Font /Subtype /Type0 /BaseFont {subset} /Encoding /Identity-H"
            f" /DescendantFonts [{descendant}] /ToUnicode {file.add_stream(self._to_unicode())}>>"
        )

    def _label(self) -> str:
        """Name the subset by six capital letters, as ISO 32000-1, 9.6.4 asks, from what is in it."""
        digest = hashlib.md5("".join(self.codes).encode(), usedforsecurity=False).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _widths(self) -> str:
        """List the widths that differ from one em (ISO 32000-1, 9.7.4.3)."""
        widths = enumerate(map(self.widths.__getitem__, self.codes), start=1)
        return array(f"{code} [{number(width)}]" for code, width in widths if width != _EM)

    def _to_unicode(self) -> bytes:
        """Map every code back to its character (ISO 32000-1, 9.10.3)."""
        pairs = [f"<{code}> <{_UTF_16[char]}>" for char, code in self.codes.items()]
        blocks = [pairs[start : start + _PER_BLOCK] for start in range(0, len(pairs), _PER_BLOCK)]
        lines = [_CMAP_HEAD]
        for block in blocks:
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines.append(_CMAP_FOOT)
        return "\n".join(lines).encode()


class _Utf16(dict[str, str]):
    """Characters as PDF writes them, in hexadecimal digits; kept, because most come again."""

    def __missing__(self, char: str) -> str:
        digits = self[char] = char.encode("utf-16-be").hex()
        return digits


_UTF_16 = _Utf16()
_NUMBERED: list[str] = []


def _numbered(count: int) -> list[str]:
    """List at least so many codes, from 1 on."""
    _NUMBERED.extend(f"{number:04x}" for number in range(len(_NUMBERED) + 1, count + 1))
    return _NUMBERED


def _unreadable(face: Face) -> Faults:
    return fault("pdf.face_unreadable", face=face.family, file=str(face.path))
