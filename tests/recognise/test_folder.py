"""Folder: a long report is tried out in parts, and nothing of it is left out."""

from __future__ import annotations

from pathlib import Path

from recognise.models import LAW
from recognise.scoring import PATTERNS
from recognise.styles import STYLES, lines_of

from render.intake import Request, take_in
from render.recognise import Recognised, recognise


def long_text(times: int) -> str:
    """A report of as many sections as are asked for."""
    title, *body = [line.text for line in lines_of(LAW, STYLES[0])]
    return "\n".join([title, *body[:-2] * times, *body[-2:]])


def recognised(text: str) -> Recognised:
    """Recognise a text."""
    return recognise(text.encode(), "2021.txt", patterns=PATTERNS)


def test_a_short_report_is_one_part() -> None:
    """As it is written into the folder."""
    made = recognised(long_text(1))
    (part,) = made.parts()
    assert (part.files, part.lines) == (made.files, made.lines)


def test_parts_together_say_the_report() -> None:
    """Each after the first under the title again, with the numbers its headings have in the whole."""
    made = recognised(long_text(100))
    first, *others = made.parts()
    assert len(others) > 1
    lines = [*first.lines, *(line for part in others for line in part.lines[1:])]
    assert sorted(lines) == sorted(made.lines)


def test_parts_are_much_smaller_than_the_whole() -> None:
    """So that building one takes little room."""
    made = recognised(long_text(100))
    sizes = [len(part.files[0].data) for part in made.parts()]
    assert max(sizes) < 0.5 * len(made.files[0].data)


def test_all_parts_are_built(tmp_path: Path) -> None:
    """A long report builds back like a short one."""
    source = tmp_path / "2021.txt"
    source.write_text(long_text(100), encoding="utf-8")
    taken = take_in(Request(source))
    assert [d.code for d in taken.diagnostics] == []
    assert taken.account is not None
