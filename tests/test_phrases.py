"""The words of the command line: both languages, all used, worded as an office does."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import render
from render.cli import COMMANDS, load
from render.messages.phrases import PHRASES, phrase

PACKAGE = Path(render.__file__).parent


def test_blanks_are_filled() -> None:
    """By name."""
    assert phrase("sum.errors", "zh", errors=2, warnings=1) == "错误2条，警告1条"


@pytest.mark.parametrize("key", PHRASES)
def test_both_languages_have_the_same_blanks(key: str) -> None:
    """A value that is worth saying is said to everybody."""
    chinese, english = ({name for _, name, _, _ in string.Formatter().parse(text)} for text in PHRASES[key])
    assert chinese == english


@pytest.mark.parametrize("key", PHRASES)
def test_chinese_is_worded_as_an_office_does(key: str) -> None:
    """No exclamation marks, no 您, full-width marks between Han characters."""
    chinese, _ = PHRASES[key]
    assert not re.search("[!！您]|失败了|哎呀", chinese)
    assert not re.search(r"[\u4e00-\u9fff][,;?():][\u4e00-\u9fff]", chinese)


def test_every_phrase_is_used() -> None:
    """By its key, by a prefix a key is put together from, or by what a command declares."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "cli").glob("*.py"))
    used = set(re.findall(r"""["']([a-z_]+(?:\.[a-z_0-9]+)+)["']""", text))
    prefixes = tuple(re.findall(r'f"([a-z]+\.(?:[a-z]+\.)*)\{', text))  # such as f"exit.{code}"
    for name in COMMANDS:
        command = load(name)
        used |= {f"{name}.{part}" for part in ("summary", "example", *(o.name for o in command.operands))}
    assert [key for key in PHRASES if key not in used and not key.startswith(prefixes)] == []
