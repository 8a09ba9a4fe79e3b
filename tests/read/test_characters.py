"""Characters: encodings, line ends, and characters that may not stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from render.diagnostics import Diagnostic
from render.read.characters import read_text


def read(path: Path, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    """Write bytes and read them as text."""
    path = path / "report.md"
    path.write_bytes(data)
    found: list[Diagnostic] = []
    return read_text(path, "report.md", found), found


def test_byte_order_mark_is_taken_off(tmp_path: Path) -> None:
    """Windows programs write one."""
    assert read(tmp_path, b"\xef\xbb\xbfa") == ("a", [])


def test_line_ends(tmp_path: Path) -> None:
    """CRLF, CR and LF are all line ends; a vertical line separator is not."""
    assert read(tmp_path, "a\r\nb\rc\nd\u2028e".encode()) == ("a\nb\nc\nd\u2028e", [])


def test_characters_that_stay(tmp_path: Path) -> None:
    """Tabs, full-width spaces, rare characters and plane-0 private use are the author's."""
    text = "\t\u3000𠮷\ue000😀"

    assert read(tmp_path, text.encode()) == (text, [])


@pytest.mark.parametrize(
    "character", ["\x00", "\x0b", "\x1b", "\x7f", "\x85", "\ufffe", "\uffff", "\U000f0000", "\U0010fffd"]
)
def test_barred_characters(tmp_path: Path, character: str) -> None:
    """Each is reported once, with its code point, and left out."""
    text, found = read(tmp_path, f"a{character}".encode())

    assert text == "a"
    assert [(d.code, d.values["character"]) for d in found] == [("text.character", f"U+{ord(character):04X}")]


@pytest.mark.parametrize(
    "character", ["\u00ad", "\u200b", "\u200f", "\u202a", "\u202e", "\u2060", "\u2064", "\ufeff"]
)
def test_characters_that_nobody_sees(tmp_path: Path, character: str) -> None:
    """They come with a paste; only their code point can name them."""
    text, found = read(tmp_path, f"法{character}治".encode())

    assert text == "法治"
    assert [(d.code, d.values["character"], d.source.column) for d in found] == [
        ("text.character", f"U+{ord(character):04X}", 2)
    ]


def test_every_barred_character_is_placed(tmp_path: Path) -> None:
    """All are reported in one run, by line and column."""
    _, found = read(tmp_path, b"\x01a\r\nb\x02c\x03")

    assert [(d.source.line, d.source.column) for d in found] == [(1, 1), (2, 2), (2, 4)]


@pytest.mark.parametrize(
    ("data", "code", "guess", "line"),
    [
        ("标题\n报告".encode("gb18030"), "text.encoding", "GB18030", 1),
        ("标题".encode("utf-16"), "text.encoding", "UTF-16", 1),
        (b"\xef\xbb\xbfa\r\rb\xff", "text.undecodable", "", 3),
    ],
)
def test_other_encodings(tmp_path: Path, data: bytes, code: str, guess: str, line: int) -> None:
    """The report says what the file looks like and where it goes wrong."""
    text, found = read(tmp_path, data)

    assert text is None
    assert [(d.code, d.values["guess"], d.source.line) for d in found] == [(code, guess, line)]


def test_byte_is_counted_from_one(tmp_path: Path) -> None:
    """A byte order mark counts too."""
    _, found = read(tmp_path, b"\xef\xbb\xbfa\xff")

    assert found[0].values["byte"] == 5
