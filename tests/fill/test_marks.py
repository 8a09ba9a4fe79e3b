"""Marks: lines and values carried through as single characters."""

from __future__ import annotations

import pytest

from render.content import Span
from render.diagnostics import NOWHERE
from render.fill.marks import (
    LINES,
    LimitReached,
    Values,
    mark_lines,
    mark_tag,
    strip_comments,
    take_marks_off,
)


def test_marks_come_off_and_leave_the_lines() -> None:
    """A line that nothing was typed on keeps the number of the one before."""
    lines = take_marks_off(mark_lines("甲\n乙", 7) + "值\n" + "续")

    assert list(lines.texts) == ["甲", "乙值", "续"]
    assert list(lines.origins) == [7, 8, 8]


def test_a_line_of_statements_alone_leaves_nothing() -> None:
    """An empty line that was typed stays."""
    lines = take_marks_off(mark_lines("甲\n", 1) + mark_tag() + mark_lines("  \n\n乙", 2))

    assert list(lines.texts) == ["甲", "", "乙"]
    assert list(lines.origins) == [1, 3, 4]


def test_a_value_is_one_character_and_can_be_found_again() -> None:
    """It is no letter, no blank and no punctuation."""
    values = Values()
    char = values.insert((Span("28", NOWHERE, "件数"),))

    assert len(char) == 1
    assert not char.isalnum()
    assert not char.isspace()
    assert values.text(f"共{char}件") == "共28件"
    assert values.spans(char)[0].figure == "件数"


def test_there_are_so_many_values_and_no_more() -> None:
    """A private-use plane is full at some point."""
    values = Values()
    for _ in range(LINES):
        values.insert(())

    with pytest.raises(LimitReached):
        values.insert(())


def test_comments_are_taken_out_and_lines_stay_numbered() -> None:
    """A line that held nothing else is gone; so is what a comment holds on several lines."""
    text = "甲<!-- 一 -->乙<!---->\n<!-- 二\n\n三 -->\n丙"

    assert strip_comments(text, (1, 2, 3, 4, 5)) == ("甲乙\n丙", (1, 5), None)


def test_a_comment_that_never_ends_is_told_by_its_line() -> None:
    """Everything behind it counts as comment."""
    assert strip_comments("甲\n乙<!-- 一\n丙", (1, 2, 3)) == ("甲\n乙", (1, 2), 2)


def test_a_text_of_comments_alone_is_one_empty_line() -> None:
    """A text always has a line."""
    assert strip_comments("<!-- 一 -->", (4,)) == ("", (4,), None)
