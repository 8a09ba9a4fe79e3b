"""Fonts: a face embedded as one Type 0 font that holds the characters a document uses.

Codes are two bytes and number the characters in order of first use. A map from code to glyph
(CIDToGIDMap) stands between them, because two characters may share a glyph and both must be read
back (ISO 32000-1, 9.7.4.2 and 9.10.3). Outlines come from HarfBuzz's subsetter.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from functools import lru_cache
from itertools import groupby

import uharfbuzz

from ...diagnostics import Faults, fault
from ...fonts import Face, shaper
from .objects import File, name, number

DRAWN = frozenset(("glyf", "head", "hhea", "hmtx", "loca", "maxp"))
"""The tables a CIDFontType2 needs (ISO 32000-1, 9.9) once hinting is dropped."""

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
    """Advance widths of a face by character, in thousandths of an em as the file states them."""

    def __init__(self, font: uharfbuzz.Font, em: int, face: str) -> None:
        super().__init__()
        self.font = font
        self.em = em
        self.face = face

    def __missing__(self, char: str) -> float:
        width = round(self.font.get_glyph_h_advance(self.glyph(char)) * _EM / self.em, 3)
        self[char] = width
        return width

    def glyph(self, char: str) -> int:
        """Find the glyph of a character.

        Raises:
            ValueError: the face does not have it; whoever measured the text has not looked.
        """
        glyph: int = self.font.get_nominal_glyph(ord(char)) or 0
        if not glyph:
            raise ValueError(f"{self.face} has no glyph for U+{ord(char):04X}")
        return glyph


class Outlines:
    """What a process keeps of a face between documents."""

    def __init__(self, face: Face) -> None:
        font, em = shaper(face.path, face.index)
        self.face = font.face
        if "glyf" not in self.face.table_tags:
            raise uharfbuzz.HarfBuzzError("no TrueType outlines")
        self.name = face.name
        self.widths = Widths(font, em, face.name)
        self.unwanted = [_tag(table) for table in self.face.table_tags if table not in DRAWN]
        head = self.face.reference_table("head").data
        extents = font.get_font_extents("ltr")
        box = (*struct.unpack_from(">4h", head, 36), extents.ascender, extents.descender)
        self.metrics = tuple(round(length * _EM / em) for length in box)

    def subset(self, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
        """Cut out glyphs; returns a font file and the new number of each glyph."""
        wanted = uharfbuzz.SubsetInput()
        wanted.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update(glyphs)
        wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(self.unwanted)
        wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        plan = uharfbuzz.SubsetPlan(self.face, wanted)
        return plan.execute().blob.data, plan.old_to_new_glyph_mapping


def outlines(face: Face) -> Outlines:
    """Open a face, once per process.

    Raises:
        Faults: `pdf.face_unreadable`.
    """
    try:
        return _outlines(face)
    except (uharfbuzz.HarfBuzzError, OSError, struct.error) as err:
        raise _unreadable(face) from err


@lru_cache(maxsize=64)
def _outlines(face: Face) -> Outlines:
    return Outlines(face)


class Codes(dict[str, str]):
    """Hexadecimal codes of the characters met so far, numbered from 1 in order of first use."""

    def __missing__(self, char: str) -> str:
        code = self[char] = f"{len(self) + 1:04x}"
        return code


class Font:
    """A face as one document uses it."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.outlines = outlines(face)
        self.resource = resource  # its name in content streams
        self.widths = self.outlines.widths
        self.codes = Codes()

    def write(self, file: File) -> bytes:
        """Add the font with every character that was given a code; returns its reference.

        Raises:
            Faults: `pdf.face_unreadable`.
        """
        glyphs = [self.widths.glyph(char) for char in self.codes]
        try:
            program, renumbered = self.outlines.subset(set(glyphs))
            to_glyph = struct.pack(f">{len(glyphs) + 1}H", 0, *(renumbered[glyph] for glyph in glyphs))
        except (uharfbuzz.HarfBuzzError, KeyError) as err:
            raise _unreadable(self.face) from err
        subset = name(f"{self._label()}+{self.face.name}")
        *box, ascent, descent = self.outlines.metrics
        descriptor = file.add(
            b"<</Type /FontDescriptor /FontName %b /Flags 4 /FontBBox [%d %d %d %d] /ItalicAngle 0"
            b" /Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %b>>"
            % (
                *(subset, *box, ascent, descent, ascent),
                file.add_stream(program, b"/Length1 %d" % len(program), zlib.Z_HUFFMAN_ONLY),
            )
        )
        descendant = file.add(
            b"<</Type /Font /Subtype /CIDFontType2 /BaseFont %b"
            b" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"
            b" /FontDescriptor %b /CIDToGIDMap %b /DW %d /W %b>>"
            % (subset, descriptor, file.add_stream(to_glyph), _EM, self._widths())
        )
        return file.add(
            b"<</Type /Font /Subtype /Type0 /BaseFont %b /Encoding /Identity-H /DescendantFonts [%b] /ToUnicode %b>>"
            % (subset, descendant, file.add_stream(self._to_unicode()))
        )

    def _label(self) -> str:
        """Name the subset by six capital letters, as ISO 32000-1, 9.6.4 asks, from what is in it."""
        digest = hashlib.md5("".join(self.codes).encode(), usedforsecurity=False).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _widths(self) -> bytes:
        """List the widths that differ from one em (ISO 32000-1, 9.7.4.3)."""
        widths = [(code, self.widths[char]) for code, char in enumerate(self.codes, start=1)]
        listed = []
        for is_listed, group in groupby(widths, key=lambda pair: pair[1] != _EM):
            if is_listed:
                first, *_ = run = list(group)
                listed.append(f"{first[0]} [{' '.join(number(width) for _, width in run)}]")
        return f"[{' '.join(listed)}]".encode()

    def _to_unicode(self) -> bytes:
        """Map every code back to its character (ISO 32000-1, 9.10.3)."""
        pairs = [f"<{code}> <{char.encode('utf-16-be').hex()}>" for char, code in self.codes.items()]
        blocks = [pairs[start : start + _PER_BLOCK] for start in range(0, len(pairs), _PER_BLOCK)]
        lines = [_CMAP_HEAD]
        for block in blocks:
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines.append(_CMAP_FOOT)
        return "\n".join(lines).encode()


def _unreadable(face: Face) -> Faults:
    return fault("pdf.face_unreadable", face=face.family, file=str(face.path))


def _tag(table: str) -> int:
    return int.from_bytes(table.encode(), "big")
