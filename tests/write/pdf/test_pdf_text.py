"""Text: every character in its place, and the same characters back."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate

import pytest
from write.pdf.placed import BOOK, PROPERTIES, characters, operations, pages, read, run

from render.write.pdf import write_pdf

HARD = "二〇二〇年“法治”𬭚 Office 3.0——…（12.5％）"


def test_text_is_read_back_character_by_character() -> None:
    """Plane 2, 〇, curly quotes, Latin words and spaces come back as they went in."""
    assert read(pages([run(HARD)])).pages[0].extract_text() == HARD
    assert "".join(char for char, *_ in characters(pages([run(HARD)]))) == HARD


def test_lines_are_read_back_in_order() -> None:
    """The lines of a paragraph follow each other in the file as on the page."""
    placed = pages([run("第一行，", baseline=100), run("第二行。", baseline=129)])

    assert "".join(char for char, *_ in characters(placed)) == "第一行，第二行。"


def test_characters_of_one_glyph_stay_apart() -> None:
    """The face draws a space and a no-break space, … and ⋯ with one glyph; both are read back."""
    text = "甲 乙\u00a0丙…丁⋯"

    assert "".join(char for char, *_ in characters(pages([run(text)]))) == text


def test_characters_stand_where_their_advances_put_them() -> None:
    """Space spread unevenly over a line moves each character by exactly that much."""
    placed = run("一二，三“四”五 Six 七。", spaces=[0.11, -0.2, 3.3, 0, 0.05, -8, 1, 2.5, 0, 0, 0, 0.01])
    expected = [72.0 + offset for offset in accumulate(placed.advances, initial=0.0)][:-1]

    found = characters(pages([placed]))

    assert [x for _, x, _ in found] == pytest.approx(expected, abs=0.01)
    assert [y for *_, y in found] == pytest.approx([100.0] * len(expected), abs=0.01)


def test_stretched_characters_stand_where_their_advances_put_them() -> None:
    """The matrix makes them narrower, and the spaces between them with them."""
    narrow = run("某某市人民政府", size=48)
    placed = replace(narrow, stretch=0.75, advances=tuple(a * 0.75 + 0.5 for a in narrow.advances))
    found = characters(pages([placed]))
    assert [x for _, x, *_ in found] == pytest.approx([72 + n * 36.5 for n in range(7)], abs=0.01)


def test_rounding_does_not_add_up() -> None:
    """After three hundred odd spaces the last character is still in its place."""
    placed = run("一" * 300, x=10, size=1.77, spaces=[0.012345 if place % 3 else 0.0 for place in range(300)])

    (_, x, _) = characters(pages([placed]))[-1]

    assert x == pytest.approx(10 + sum(placed.advances[:-1]), abs=0.01)


def test_even_tracking_is_one_number() -> None:
    """A line whose characters are all moved alike needs no adjustment within its string."""
    operators = operations(read(pages([run("一二三四", spaces=[-0.206] * 4)])))

    assert operators == ["BDC", "BT", "Tf", "Tc", "Tm", "Tj", "ET", "EMC"]


def test_state_is_set_only_where_it_changes() -> None:
    """A second line in the same face, size, colour and tracking only says where it stands."""
    operators = operations(read(pages([run("一二", baseline=100), run("三四", baseline=129)])))

    assert operators == ["BDC", "BT", "Tf", "Tm", "Tj", "Tm", "Tj", "ET", "EMC"]


def test_colour_reaches_the_page() -> None:
    """A red mark is set in red, and the text after it in black again."""
    content = read(pages([run("机关", color="FF0000"), run("文件", baseline=150)])).pages[0].get_contents()

    assert content is not None
    assert [[float(part) for part in operands] for operands, op in content.operations if op == b"rg"] == [
        [1, 0, 0],
        [0, 0, 0],
    ]


def test_an_advance_too_few_is_refused() -> None:
    """Text and advances that differ in length are a fault of the caller."""
    short = replace(run("一二三"), text="一二三四")

    with pytest.raises(ValueError, match="4 characters but 3 advances"):
        write_pdf(pages([short]), BOOK, PROPERTIES)


def test_a_character_the_face_lacks_is_refused() -> None:
    """No box and no gap reaches a page; layout should have said so before."""
    placed = replace(run("一"), text="\ue000")

    with pytest.raises(ValueError, match="GongwenSong has no glyph for U\\+E000"):
        write_pdf(pages([placed]), BOOK, PROPERTIES)


def test_bold_is_filled_and_stroked() -> None:
    """The faces have no bold, so a line is drawn around the characters; what follows is plain again."""
    placed = pages([replace(run("甲"), bold=True), run("乙", x=100.0)])
    content = read(placed).pages[0].get_contents()
    assert content is not None

    assert re.findall(rb"(\d) Tr", content.get_data()) == [b"2", b"0"]
