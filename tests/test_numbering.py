"""Numbers of headings."""

from __future__ import annotations

from builders import heading
from hypothesis import given
from hypothesis import strategies as st

from render.numbering import Numbering, patterns_like

PATTERNS = ("{一}、", "（{一}）", "{1}.", "（{1}）")


def test_four_levels() -> None:
    """一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3)."""
    numbering = Numbering(PATTERNS)
    assert [numbering.next(heading(n, "题")) for n in (1, 2, 3, 4)] == ["一、", "（一）", "1.", "（1）"]


def test_a_higher_level_begins_the_lower_ones_again() -> None:
    """After 二、 comes （一）."""
    numbering = Numbering(PATTERNS)
    assert [numbering.next(heading(n, "题")) for n in (1, 2, 2, 1, 2)] == [
        "一、",
        "（一）",
        "（二）",
        "二、",
        "（一）",
    ]


def test_an_unnumbered_heading_does_not_count() -> None:
    """It gets no number, and the next one goes on."""
    numbering = Numbering(PATTERNS)
    headings = [heading(1, "甲"), heading(1, "乙", numbered=False), heading(1, "丙")]
    assert [numbering.next(h) for h in headings] == ["一、", "", "二、"]


def test_the_authors_number_is_printed_and_counted_from() -> None:
    """（二十三） is followed by （二十四）."""
    numbering = Numbering(PATTERNS)
    headings = [heading(2, "甲", number="（二十三）"), heading(2, "乙")]
    assert [numbering.next(h) for h in headings] == ["（二十三）", "（二十四）"]


def test_an_attachment_begins_again() -> None:
    """Its headings have numbers of their own."""
    numbering = Numbering(PATTERNS)
    numbering.next(heading(1, "甲"))
    numbering.restart()
    assert numbering.next(heading(1, "乙")) == "一、"


@given(st.lists(st.integers(1, 4), max_size=30))
def test_siblings_never_share_a_number(levels: list[int]) -> None:
    """Under one parent every heading of a level has a number of its own."""
    numbering = Numbering(PATTERNS)
    trail: list[str] = ["", "", "", ""]
    seen = set()
    for level in levels:
        trail[level - 1 :] = [numbering.next(heading(level, "题"))] + [""] * (4 - level)
        assert tuple(trail) not in seen
        seen.add(tuple(trail))


def test_levels_are_numbered_like_the_samples() -> None:
    """A level without a sample, or with one that holds no number, keeps the template's pattern."""
    assert patterns_like(("第一章", "一、", "甲、"), PATTERNS) == ("第{一}章　", "{一}、", "{1}.", "（{1}）")
    assert patterns_like("1、", PATTERNS)[0] == "{1}、"
    assert patterns_like((), PATTERNS) == PATTERNS
