"""Outlines: compressed so that any reader of PDF gets them back, and the same whatever came before."""

from __future__ import annotations

import zlib

from hypothesis import given, settings
from hypothesis import strategies as st

from render.fonts import vendored_faces
from render.write.pdf.deflate import HalfByteCode, deflate_few
from render.write.pdf.glyphs import FontFile, Glyphs

_GLYPHS = Glyphs(vendored_faces()["仿宋"].path, 0)
FEW, MANY = _GLYPHS.font_file(range(2000, 2003)), _GLYPHS.font_file(range(2000, 2400))


def deflated(font: FontFile, code: HalfByteCode) -> bytes:
    """Compress the file of a font."""
    return code.deflated(font.before, font.outlines, font.after)


def test_what_is_compressed_comes_back() -> None:
    """It is one whole zlib stream, with the right checksum and nothing left over."""
    inflate = zlib.decompressobj()

    assert inflate.decompress(deflated(MANY, HalfByteCode(MANY.data))) == MANY.data
    assert inflate.eof
    assert not inflate.unused_data


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=400))
def test_a_code_can_be_made_from_anything(sample: bytes) -> None:
    """However few bytes a sample has, every byte gets a code, and the code is complete."""
    assert zlib.decompress(deflated(FEW, HalfByteCode(sample))) == FEW.data


def test_what_was_compressed_before_changes_nothing() -> None:
    """A code that has seen other fonts gives the same bytes as a new one."""
    used = HalfByteCode(FEW.data)
    deflated(MANY, used)

    assert deflated(FEW, used) == deflated(FEW, HalfByteCode(FEW.data))


def test_outlines_become_shorter() -> None:
    """The code fits outlines: a fifth is saved at least, if less than zlib saves."""
    packed = deflated(MANY, HalfByteCode(MANY.data))

    assert len(zlib.compress(MANY.data)) < len(packed) < 0.8 * len(MANY.data)


def test_few_outlines_are_left_to_zlib() -> None:
    """What zlib writes is smaller than what the code makes of them."""
    packed = deflate_few(FEW.data)

    assert zlib.decompress(packed) == FEW.data
    assert len(packed) < len(deflated(FEW, HalfByteCode(FEW.data)))
