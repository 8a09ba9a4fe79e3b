"""Where lines end: each rule on a text short enough to count."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from builders import PLAIN, target
from hypothesis import given
from hypothesis import strategies as st

from render.layout.lines import break_lines
from render.target import HANGING, NO_END, NO_START, TARGETS

MARKED = "一二三四五。，、）》”“《（——……％%0123456789.年abc /-"


def broken(text: str, cells: float, name: str | None = None) -> list[str]:
    """Break a text of ten-point cells; digits and letters are half as wide."""
    advances = [5.0 if ord(c) < 128 else 10.0 for c in text]
    rules = target(name) if name else PLAIN
    lines = break_lines(text, advances, cells * 10, rules, size=10.0)
    return [text[a:b] for a, b in lines]


def test_empty_text_has_no_lines() -> None:
    """Nothing to set gives nothing."""
    assert broken("", 4) == []


def test_a_full_line_is_filled_to_its_measure() -> None:
    """Characters that fit exactly stay."""
    assert broken("一二三四五", 4) == ["一二三四", "五"]


def test_closing_mark_takes_its_word_to_the_next_line() -> None:
    """A full stop that does not fit pulls one character down with it."""
    assert broken("一二三四。", 4) == ["一二三", "四。"]


def test_opening_mark_moves_to_the_next_line() -> None:
    """A line does not end with an opening mark."""
    assert broken("一二三（四）", 4) == ["一二三", "（四）"]


@pytest.mark.parametrize("name", ["portable", "word"])
@pytest.mark.parametrize("pair", ["——", "……"])
def test_two_cell_marks_stay_together(pair: str, name: str) -> None:
    """Dashes and ellipses are two cells that no line end parts."""
    assert all(pair in line or pair[0] not in line for line in broken(f"一二三{pair}四五六七八", 4, name))


@pytest.mark.parametrize("name", list(TARGETS))
def test_a_number_stays_with_its_percent_sign(name: str) -> None:
    """99.95% moves down whole."""
    assert broken("一二三99.95%四", 5, name)[1].startswith("99.95%")


@pytest.mark.parametrize("name", list(TARGETS))
def test_a_number_stays_with_its_minus_sign(name: str) -> None:
    """−3.5 moves down whole."""
    assert broken("一二三四−3.5万", 5, name)[1].startswith("−3.5")


@pytest.mark.parametrize("name", ["word", "word-hang"])
def test_a_range_of_years_stays_whole(name: str) -> None:
    """2016—2020年 is not parted at its dash by a program like Word."""
    assert broken("一二三四2016—2020年", 7, name)[1].startswith("2016—2020")


def test_word_lets_a_bracketed_range_part() -> None:
    """After an opening mark the first number of a range may stand alone at the line's end."""
    assert broken("一二三（2016—2020）", 7, "word")[0] == "一二三（2016—"


def test_a_mark_hangs_where_the_target_says_so() -> None:
    """With hanging on, a comma that does not fit stays on its line."""
    assert broken("一二三四，五六", 4, "word-hang") == ["一二三四，", "五六"]


def test_spaces_at_the_margin_stand_outside() -> None:
    """A space that would begin a line ends the one before."""
    assert broken("一二三四 五", 4, "portable") == ["一二三四 ", "五"]


def test_the_gap_counts_between_han_and_digits_only_in_writer() -> None:
    """A fifth of an em on both sides of 12 costs the portable target its fourth cell."""
    assert broken("一二12三四", 5) == ["一二12三四"]
    assert broken("一二12三四", 5, "portable") == ["一二12三", "四"]


def test_first_indent_shortens_only_the_first_line() -> None:
    """Two cells less on line one."""
    lines = break_lines("一二三四五六七", [10.0] * 7, 40.0, PLAIN, first_indent=20.0)
    assert lines == [(0, 2), (2, 6), (6, 7)]


def test_the_authors_breaks_end_lines() -> None:
    """A break offset ends its line whatever fits."""
    assert break_lines("一二三四", [10.0] * 4, 40.0, PLAIN, breaks=(1,)) == [(0, 1), (1, 4)]


def test_a_character_wider_than_the_measure_gets_a_line() -> None:
    """Nothing is lost when nothing fits."""
    assert break_lines("一二", [10.0] * 2, 5.0, PLAIN) == [(0, 1), (1, 2)]


def test_28_cells_fit_the_type_area() -> None:
    """28 characters of 16 pt at −0.25 pt fit 442.25 pt; 29 do not (GB/T 9704-2012, 5.2.3)."""
    for rules in TARGETS.values():
        lines = break_lines("字" * 60, [16.0] * 60, 442.25, rules, tracking=-0.25)
        assert lines == [(0, 28), (28, 56), (56, 60)]


def test_unequal_lengths_are_refused() -> None:
    """A caller's slip is an exception with the values."""
    with pytest.raises(ValueError, match="2 characters but 1 advances"):
        break_lines("一二", [10.0], 40.0, PLAIN)


def test_no_measure_is_refused() -> None:
    """A measure must hold something."""
    with pytest.raises(ValueError, match="0 pt"):
        break_lines("一", [10.0], 0, PLAIN)


def test_the_sets_of_the_file_and_the_breaker_are_one() -> None:
    """What may hang may not begin a line either."""
    assert set(HANGING) - set(NO_START) == set()
    assert not set(NO_START) & set(NO_END)


@given(st.text(alphabet=MARKED, max_size=60), st.integers(2, 14), st.sampled_from(list(TARGETS)))
def test_lines_tile_the_paragraph(text: str, cells: int, name: str) -> None:
    """Whatever the text and the measure, no character is lost or set twice."""
    assert "".join(broken(text, cells, name)) == text


@given(
    st.text(alphabet="一二三四五六。，）“（", max_size=60), st.integers(6, 14), st.sampled_from(list(TARGETS))
)
def test_lines_begin_and_end_as_the_standard_wants(text: str, cells: int, name: str) -> None:
    """Marks keep their side of the line unless a whole line of them leaves no choice."""
    lines = broken(text, cells, name)
    for above, below in pairwise(lines):
        choice = any(c not in NO_START + NO_END for c in above[1:])
        closing = below[0] in NO_START and len(above) > 1
        if choice and closing:
            assert not any(
                above[k] not in NO_START and above[k - 1] not in NO_END for k in range(1, len(above))
            )


@given(st.text(alphabet=MARKED, max_size=60), st.integers(3, 14), st.sampled_from(["portable", "word"]))
def test_no_line_leaves_the_measure(text: str, cells: int, name: str) -> None:
    """Without hanging, a line is at most as wide as its measure, spaces at its end aside."""
    for line in broken(text, cells, name):
        wide = sum(5 if ord(c) < 128 else 10 for c in line.rstrip(" "))
        assert wide <= cells * 10 or len(line.rstrip(" ")) == 1


def test_a_target_may_part_dashes_as_libreoffice_does() -> None:
    """For measuring it: our own targets never part —— or ……."""
    parting = replace(TARGETS["portable"], keeps_pairs=False)
    for text in ("一二三——四", "一二三……四"):
        assert break_lines(text, [10.0] * 6, 40.0, parting) == [(0, 4), (4, 6)]
        assert break_lines(text, [10.0] * 6, 40.0, TARGETS["portable"])[0] == (0, 2)
