"""Glyphs: what stands in a face stands in a document's font file, under a number of its own."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.ttProgram import Program

from render.fonts import ROLES, vendored_faces
from render.write.pdf.glyphs import TABLES, FontFile, Glyphs

NAMES = (".notdef", "space", "stroke", "two strokes", "four strokes")


def box(width: int) -> TTGlyphPen:
    """Draw a stroke."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 100), (width, 100), (width, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen


def twice(part: str) -> TTGlyphPen:
    """Compose a glyph of another, set twice."""
    pen = TTGlyphPen({part: None})
    pen.addComponent(part, (1, 0, 0, 1, 0, 0))
    pen.addComponent(part, (0.5, 0, 0, 0.5, 0, 300))
    return pen


@pytest.fixture
def face(tmp_path: Path) -> Path:
    """Make a face with instructions, whose composites hang two deep; the last two share one width."""
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(list(NAMES))
    builder.setupCharacterMap({})
    pens = (box(500), TTGlyphPen(None), box(700), twice("stroke"), twice("two strokes"))
    glyphs = {name: pen.glyph() for name, pen in zip(NAMES, pens, strict=True)}
    for name in ("stroke", "four strokes"):
        glyphs[name].program = Program()
        glyphs[name].program.fromBytecode(b"\xb0\x01\x21\x4f")
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (500 + 100 * min(at, 3), at) for at, name in enumerate(NAMES)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupMaxp()
    builder.setupPost(keepGlyphNames=False)
    builder.save(tmp_path / "face.ttf")
    return tmp_path / "face.ttf"


def opened(file: FontFile) -> TTFont:
    """Open a font file; a wrong checksum raises."""
    return TTFont(BytesIO(file.data), checkChecksums=2)


def drawn(font: TTFont, number: int) -> tuple[object, int, int]:
    """Give the points of a glyph, those of its parts included, its width and its bearing."""
    name = font.getGlyphName(number)
    points, ends, _ = font["glyf"][name].getCoordinates(font["glyf"])
    return ([*points], [*ends]), *font["hmtx"][name]


def test_a_file_holds_the_glyphs_asked_for(face: Path) -> None:
    """They keep points, width and bearing; the glyph for missing characters comes first."""
    file = Glyphs(face, 0).font_file([2, 1])

    assert file.places == {0: 0, 1: 1, 2: 2}
    font, whole = opened(file), TTFont(face)
    assert [drawn(font, place) for place in range(3)] == [drawn(whole, number) for number in range(3)]


def test_a_composite_brings_its_parts(face: Path) -> None:
    """They are named by their new numbers, however deep they hang."""
    file = Glyphs(face, 0).font_file([4])

    assert file.places == {0: 0, 4: 1, 3: 2, 2: 3}
    font, whole = opened(file), TTFont(face)
    assert drawn(font, 1) == drawn(whole, 4)
    assert drawn(font, 2) == drawn(whole, 3)


def test_a_part_that_is_asked_for_comes_once(face: Path) -> None:
    """A composite and its part are both wanted."""
    assert Glyphs(face, 0).font_file([2, 3]).places == {0: 0, 2: 1, 3: 2}


def test_instructions_stay_out(face: Path) -> None:
    """Of a glyph, of a composite, and of the face."""
    font = opened(Glyphs(face, 0).font_file([2, 4]))

    assert set(font.reader.keys()) == set(TABLES)
    for name in font.getGlyphOrder():
        assert not getattr(font["glyf"][name], "program", None)
    assert font["maxp"].maxSizeOfInstructions == 0


def test_what_was_taken_out_before_changes_nothing(face: Path) -> None:
    """The same glyphs give the same file."""
    used = Glyphs(face, 0)
    used.font_file([3, 4])

    assert used.font_file([2]) == Glyphs(face, 0).font_file([2])


@pytest.mark.parametrize("role", ROLES)
def test_vendored_faces_come_whole(role: str) -> None:
    """Of each face some glyphs with its widths and points, its last one too."""
    path = vendored_faces()[role].path
    whole = TTFont(path)
    numbers = [*range(500, 520), len(whole.getGlyphOrder()) - 1]

    file = Glyphs(path, 0).font_file(numbers)
    font = opened(file)
    assert [drawn(font, file.places[n]) for n in numbers] == [drawn(whole, n) for n in numbers]
