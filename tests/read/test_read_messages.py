"""Messages of the read stage: every wording is said, and every one is tested."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

import render.read
from render.diagnostics import Diagnostic, Source
from render.messages import describe
from render.messages.read import MESSAGES

CODE = "\n".join(path.read_text("utf-8") for path in Path(render.read.__file__).parent.glob("*.py"))
TESTS = "\n".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))


@pytest.mark.parametrize("code", MESSAGES)
def test_code_is_said_and_tested(code: str) -> None:
    """A wording without a fault, or a fault without a test, is taken out."""
    assert f'"{code}"' in CODE
    assert f'"{code}"' in TESTS


@pytest.mark.parametrize("code", MESSAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_wording_fills_every_blank(code: str, language: str) -> None:
    """Nothing of a blank is left on the page, and a way out is always given."""
    message = MESSAGES[code]
    texts = (message.zh, message.zh_hint, message.en, message.en_hint)
    blanks = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
    said = describe(Diagnostic(code, Source("a"), dict.fromkeys(blanks, "甲")), language)

    assert "甲" in said or blanks <= {"reason"}  # a parser's own words, which are English
    assert message.zh_hint
    assert message.en_hint
