"""Glyphs: outlines taken out of a TrueType face one by one, and put together as a document's font file.

Most glyphs of a document were in an earlier one, so what each becomes is kept: its outline without
instructions, its words summed up, its width. A font file is then a matter of joining (OpenType 1.9,
`glyf`, `loca`, `hmtx`; the tables that ISO 32000-1, 9.9 asks for and no other).
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from pathlib import Path

from ...noun import Noun, replace

TABLES = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
"""In the order a file lists them."""

FEW = 256
"""So many glyphs of a face, as headings take, are quickly taken out again and not worth keeping."""

_KEPT = 4096  # glyphs of each face, some 0.6 kB each; GB 2312 has 3,755 common characters
_WORD = 4  # bytes; tables and, here, glyphs are filled up to whole words
_WHOLE = 0xB1B0AFBA  # what the words of a font file come to, `checkSumAdjustment` included

# Flags of a part of a composite glyph.
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX, _INSTRUCTIONS = 0x01, 0x08, 0x20, 0x40, 0x80, 0x100


class Glyph(Noun, frozen=True):
    """One glyph, as a font file holds it."""

    outline: bytes  # without instructions, filled up to whole words; empty for a space
    total: int  # of its words
    metrics: bytes  # advance and left side bearing
    parts: tuple[tuple[int, int], ...] = ()  # of a composite: where its outline names which glyph


class FontFile(Noun, frozen=True):
    """A TrueType file of some glyphs."""

    before: bytes  # what stands before the outlines
    outlines: tuple[bytes, ...]  # glyph by glyph
    after: bytes
    places: Mapping[int, int]  # each glyph's number in this file by its number in the face

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return len(self.before) + sum(map(len, self.outlines)) + len(self.after)

    @property
    def data(self) -> bytes:
        """All of it in one piece."""
        return b"".join((self.before, *self.outlines, self.after))


class Glyphs:
    """The glyphs of one face."""

    def __init__(self, path: Path, index: int) -> None:
        """Open a face; its file stays mapped into memory.

        Args:
            path: The font file.
            index: Of the face within a collection.

        Raises:
            OSError, ValueError: the file cannot be read.
            struct.error, KeyError: it is cut short, or no TrueType.
        """
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        start = 0
        if self._data[:4] == b"ttcf":
            (start,) = struct.unpack_from(">L", self._data, 12 + 4 * index)
        (count,) = struct.unpack_from(">H", self._data, start + 4)
        directory = self._data[start + 12 : start + 12 + 16 * count]
        tables = {tag.decode("latin-1"): place for tag, _, *place in struct.iter_unpack(">4sLLL", directory)}
        self._starts = {table: tables[table][0] for table in TABLES}
        if any(sum(tables[table]) > len(self._data) for table in TABLES):
            raise ValueError(f"{path.name} is cut short")  # else drawn as gaps, without a word
        self.head, self.hhea, self._maxp = (self._table(*tables[name]) for name in ("head", "hhea", "maxp"))
        self._is_long = struct.unpack_from(">h", self.head, 50) != (0,)  # indexToLocFormat
        (self._measured,) = struct.unpack_from(">H", self.hhea, 34)  # numberOfHMetrics
        self._kept = lru_cache(maxsize=_KEPT)(self.glyph)

    def font_file(self, numbers: Iterable[int]) -> FontFile:
        """Put glyphs into a file of their own, after the one for characters that are missing.

        Args:
            numbers: Of the glyphs in the face.
        """
        places = {number: place for place, number in enumerate(sorted({0, *numbers}))}
        glyphs = list(map(self._kept if len(places) > FEW else self.glyph, places))
        if any(map(_PARTS, glyphs)):
            glyphs = self._with_parts(glyphs, places)
        outlines, metrics = tuple(map(_OUTLINE, glyphs)), b"".join(map(_METRICS, glyphs))
        ends = accumulate(map(len, outlines), initial=0)
        tables = {
            "head": self.head[:8] + bytes(4) + self.head[12:50] + b"\0\1" + self.head[52:],
            "hhea": self.hhea[:34] + struct.pack(">H", len(glyphs)),
            "hmtx": metrics,
            "loca": struct.pack(f">{len(glyphs) + 1}L", *ends),
            # One zone of points and nothing for instructions, as there are none.
            "maxp": self._maxp[:4]
            + struct.pack(">H", len(glyphs))
            + self._maxp[6:14]
            + _PLAIN
            + self._maxp[28:],
        }
        sizes = {"glyf": sum(map(len, outlines))} | {name: len(table) for name, table in tables.items()}
        totals = {"glyf": sum(map(_TOTAL, glyphs))} | {name: _total(table) for name, table in tables.items()}
        before = _directory(sizes, totals)
        rest = (_WHOLE - _total(before) - sum(totals.values())) % 2**32
        tables["head"] = tables["head"][:8] + struct.pack(">L", rest) + tables["head"][12:]
        return FontFile(before, outlines, b"".join(map(_filled, tables.values())), places)

    def _table(self, start: int, size: int) -> bytes:
        return self._data[start : start + size]

    def glyph(self, number: int) -> Glyph:
        """Take a glyph out of the face."""
        form, size = (">2L", 4) if self._is_long else (">2H", 2)
        start, stop = struct.unpack_from(form, self._data, self._starts["loca"] + size * number)
        scale, first = (1 if self._is_long else 2), self._starts["glyf"]
        outline, parts = _bare(self._data[first + scale * start : first + scale * stop])
        outline = _filled(outline)
        return Glyph(outline, _total(outline), self._metrics(number), parts)

    def _metrics(self, number: int) -> bytes:
        """Give advance and left side bearing; the last glyphs of a face share one advance."""
        start, last = self._starts["hmtx"], self._measured - 1
        if number <= last:
            return self._data[start + 4 * number : start + 4 * number + 4]
        bearing = start + 4 * self._measured + 2 * (number - self._measured)
        return self._data[start + 4 * last : start + 4 * last + 2] + self._data[bearing : bearing + 2]

    def _with_parts(self, glyphs: list[Glyph], places: dict[int, int]) -> list[Glyph]:
        """Add the glyphs that composites are made of, and name them by their new numbers."""
        whole = list(glyphs)
        for place, glyph in enumerate(whole):  # grows
            outline = bytearray(glyph.outline)
            for at, part in glyph.parts:
                if part not in places:
                    places[part] = len(whole)
                    whole.append(self.glyph(part))
                struct.pack_into(">H", outline, at, places[part])
            if glyph.parts:
                whole[place] = replace(glyph, outline=bytes(outline), total=_total(outline))
        return whole


_OUTLINE, _TOTAL, _METRICS, _PARTS = map(attrgetter, ("outline", "total", "metrics", "parts"))
_PLAIN = struct.pack(">7H", 1, *[0] * 6)


def _bare(outline: bytes) -> tuple[bytes, tuple[tuple[int, int], ...]]:
    """Take the instructions off an outline; also tells where a composite names its parts."""
    contours = struct.unpack_from(">h", outline)[0] if outline else 0
    if contours == 0:
        return b"", ()
    if contours > 0:
        at = 10 + 2 * contours
        (size,) = struct.unpack_from(">H", outline, at)
        return (outline[:at] + b"\0\0" + outline[at + 2 + size :] if size else outline), ()
    own, parts, at, flags = bytearray(outline), [], 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">2H", own, at)
        struct.pack_into(">H", own, at, flags & ~_INSTRUCTIONS)
        parts.append((at + 2, part))
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
    return bytes(own[:at]), tuple(parts)


def _directory(sizes: Mapping[str, int], totals: Mapping[str, int]) -> bytes:
    """Write the head of a font file: which tables there are, and where."""
    power = len(TABLES).bit_length() - 1
    range_ = 16 * 2**power
    entries = [struct.pack(">L4H", 0x00010000, len(TABLES), range_, power, 16 * len(TABLES) - range_)]
    at = 12 + 16 * len(TABLES)
    for name in TABLES:
        entries.append(struct.pack(">4sLLL", name.encode(), totals[name] % 2**32, at, sizes[name]))
        at += sizes[name] + -sizes[name] % _WORD
    return b"".join(entries)


def _filled(data: bytes) -> bytes:
    """Fill data up to whole words."""
    return data + bytes(-len(data) % _WORD)


def _total(data: bytes | bytearray) -> int:
    """Add up data, word by word."""
    words = array("I", _filled(bytes(data)))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words)
