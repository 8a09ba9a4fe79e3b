"""Outlines: compressed so that any reader of PDF gets them back, and the same whatever came before."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from render.fonts import vendored_faces
from render.write.pdf.deflate import HalfByteCode, deflate_few
from render.write.pdf.fonts import Outlines

FEW, MANY = frozenset("一二三"), frozenset(map(chr, range(0x4E00, 0x4F80)))


def font(chars: frozenset[str]) -> bytes:
    """Cut some characters out of 仿宋."""
    return bytes(Outlines(vendored_faces()["仿宋"])._plan(chars).execute().blob.data)


FONTS = {chars: font(chars) for chars in (FEW, MANY)}


@pytest.mark.parametrize("chars", [FEW, MANY], ids=["places of two bytes", "places of four"])
def test_what_is_compressed_comes_back(chars: frozenset[str]) -> None:
    """It is one whole zlib stream, with the right checksum and nothing left over."""
    program = FONTS[chars]
    inflate = zlib.decompressobj()

    assert inflate.decompress(HalfByteCode(program).deflated(program)) == program
    assert inflate.eof
    assert not inflate.unused_data


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=400))
def test_a_code_can_be_made_from_anything(sample: bytes) -> None:
    """However few bytes a sample has, every byte gets a code, and the code is complete."""
    assert zlib.decompress(HalfByteCode(sample).deflated(FONTS[FEW])) == FONTS[FEW]


def test_what_was_compressed_before_changes_nothing() -> None:
    """A code that has seen other fonts gives the same bytes as a new one."""
    used = HalfByteCode(FONTS[FEW])
    used.deflated(FONTS[MANY])

    assert used.deflated(FONTS[FEW]) == HalfByteCode(FONTS[FEW]).deflated(FONTS[FEW])


def test_outlines_become_shorter() -> None:
    """The code fits outlines: a fifth is saved at least, if less than zlib saves."""
    packed = HalfByteCode(FONTS[MANY]).deflated(FONTS[MANY])

    assert len(zlib.compress(FONTS[MANY])) < len(packed) < 0.8 * len(FONTS[MANY])


def test_few_outlines_are_left_to_zlib() -> None:
    """A face that heads a page or two needs no code of its own; one that a text is set in does."""
    packed = deflate_few(FONTS[FEW])

    assert packed is not None
    assert zlib.decompress(packed) == FONTS[FEW]
    assert deflate_few(FONTS[MANY]) is None
