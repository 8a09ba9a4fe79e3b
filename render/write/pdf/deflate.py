"""Deflate: outlines compressed with a code of half-bytes, each glyph once (RFC 1951).

Compressing the outlines of a new text is the dearest step of its build. Most of its glyphs were in an
earlier one, but zlib fits its code to all that is compressed together, so nothing of that can be used
again. Here the code is made for the face, from some of its glyphs, and never changes: what a glyph becomes
is kept from the last document, and the same glyphs give the same bytes whatever was built before.

Codes are four, eight or twelve bits long, so all is hexadecimal digits, which Python joins and packs at the
speed of C. There are no references back, for outlines repeat little. Against codes fitted to each document
a report's PDF is 5 % longer.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

_KEPT = 4096  # glyphs of each face, 0.7 kB each; GB 2312 has 3,755 common characters

_SHORT, _MIDDLE, _SYMBOLS = 12, 51, 271
"""How many symbols have a code of one digit and of two, and how many have any; the rest take three.

The code is complete, as it has to be: 12 · 16⁻¹ + 51 · 16⁻² + 208 · 16⁻³ = 1. The symbols are the bytes, the
end of a block, and fourteen references back that are never used."""
_END = 256
_NONE = b"-"  # in place of a digit that a code does not have

_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
"""Every byte back to front: a code is written from its highest bit on, a byte filled from its lowest."""


class HalfByteCode:
    """The code of one face, and the glyphs written in it so far."""

    def __init__(self, sample: bytes) -> None:
        """Make a code.

        Args:
            sample: Outlines of the face; the bytes they have most of get the shortest codes.
        """
        common = [byte for byte, _ in Counter(sample).most_common(_SHORT + _MIDDLE)]
        common += sorted({*range(256)} - {*common})
        lengths = dict.fromkeys(range(_SYMBOLS), 3)
        lengths |= dict.fromkeys(common[:_SHORT], 1)
        lengths |= dict.fromkeys(common[_SHORT : _SHORT + _MIDDLE], 2)
        codes = _codes(lengths)
        self._tables = [
            b"".join(codes[byte][at : at + 1].encode() or _NONE for byte in range(256)) for at in range(3)
        ]
        self._head, self._end = _head(lengths), codes[_END]
        self._digits_of_glyph = lru_cache(maxsize=_KEPT)(self._digits)

    def deflated(self, before: bytes, outlines: Sequence[bytes], after: bytes) -> bytes:
        """Compress a font file: its outlines, glyph by glyph, and what stands before and after them."""
        pieces = [self._head, self._digits(before), *map(self._digits_of_glyph, outlines)]
        pieces += (self._digits(after), self._end)
        if sum(map(len, pieces)) % 2:
            pieces.append("0")
        checksum = 1
        for piece in (before, *outlines, after):
            checksum = zlib.adler32(piece, checksum)
        pieces.append(struct.pack(">L", checksum).translate(_REVERSED).hex())
        return bytes.fromhex("".join(pieces)).translate(_REVERSED)  # copied as little as can be

    def _digits(self, piece: bytes) -> str:
        """Write bytes in the code: first, second and third digits apart, then one after another."""
        digits = bytearray(3 * len(piece))
        for at, table in enumerate(self._tables):
            digits[at::3] = piece.translate(table)
        return digits.translate(None, _NONE).decode()


def deflate_few(font: bytes) -> bytes:
    """Compress a font file of few glyphs, which zlib does as quickly, and packs closer."""
    deflate = zlib.compressobj(strategy=zlib.Z_HUFFMAN_ONLY)
    return deflate.compress(font) + deflate.flush()


_ZLIB = b"\x78\x01".translate(_REVERSED).hex()  # what a stream of zlib begins with (RFC 1950)


def _codes(lengths: dict[int, int]) -> dict[int, str]:
    """Give each symbol its code, in digits; they follow from the lengths (3.2.2)."""
    codes: dict[int, str] = {}
    code = 0
    for length in (1, 2, 3):
        code *= 16
        for symbol in range(_SYMBOLS):
            if lengths[symbol] == length:
                codes[symbol] = f"{code:0{length}x}"
                code += 1
    return codes


def _head(lengths: dict[int, int]) -> str:
    """Write the head of the stream and of its only block, with the lengths of all codes (3.2.7)."""
    of_length = {1: "00", 4: "01", 8: "10", 12: "11"}  # codes of the lengths that occur, in bits
    order = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)
    distances = (1, 1)  # never used; zlib writes two as well
    counts = ((_SYMBOLS - 257, 5), (len(distances) - 1, 5), (len(order) - 4, 4))
    bits = [
        "1" + "01",  # the last block; codes of its own
        *(_lowest_first(count, width) for count, width in counts),
        *(_lowest_first(2 if length in of_length else 0, 3) for length in order),
        *(of_length[4 * lengths[symbol]] for symbol in range(_SYMBOLS)),
        *(of_length[length] for length in distances),
    ]
    return f"{_ZLIB}{int(''.join(bits), 2):0155x}"


def _lowest_first(value: int, bits: int) -> str:
    return f"{value:0{bits}b}"[::-1]
