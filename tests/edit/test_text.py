"""Spans of a text file replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.diagnostics import Faults
from render.edit import Replacement, replace_spans


def test_a_span_is_replaced_and_line_ends_stay() -> None:
    """Positions count the author's lines; line feeds put in become the file's own."""
    data = "\ufeff甲乙\r\n丙丁\r\n".encode()
    made = replace_spans(
        data, "report.md", [Replacement((2, 1), (2, 2), "戊\n己"), Replacement((1, 0), (1, 0), "前")]
    )
    assert made == "\ufeff前甲乙\r\n丙戊\r\n己\r\n".encode()


def test_a_line_can_be_taken_out() -> None:
    """Its break belongs to it."""
    assert (
        replace_spans("一\n二\n三\n".encode(), "report.md", [Replacement((2, 0), (3, 0), "")])
        == "一\n三\n".encode()
    )


def test_overlapping_spans_are_a_mistake_of_the_caller() -> None:
    """So is a place outside the text."""
    with pytest.raises(ValueError, match="overlaps"):
        replace_spans(b"abc", "t", [Replacement((1, 0), (1, 2), ""), Replacement((1, 1), (1, 3), "")])
    with pytest.raises(ValueError, match="no position"):
        replace_spans(b"abc", "t", [Replacement((1, 0), (2, 0), "")])


def test_another_encoding_is_refused() -> None:
    """A text of the report is UTF-8, or says what it is."""
    with pytest.raises(Faults):
        replace_spans("甲乙丙".encode("gb18030"), "report.md", [])


@given(st.text(alphabet="甲乙\r\n", max_size=12), st.data())
def test_what_is_not_replaced_stays(text: str, data: st.DataObject) -> None:
    """Putting a mark in and taking it out gives the same bytes."""
    import re

    lines = re.split("\r\n|\r|\n", text)
    line = data.draw(st.integers(1, len(lines)))
    at = data.draw(st.integers(0, len(lines[line - 1])))
    marked = replace_spans(text.encode(), "t", [Replacement((line, at), (line, at), "※")])
    assert marked.decode().replace("※", "") == text
    assert replace_spans(marked, "t", [Replacement((line, at), (line, at + 1), "")]) == text.encode()
