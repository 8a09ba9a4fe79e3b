"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.sentences import sentences


def cut(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[s.start : s.stop] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。乙！丙", ["甲。", "乙！", "丙"]),
        ("他说：“好。”然后走了。完", ["他说：“好。”然后走了。", "完"]),
        ("说：“好。”\n走了。", ["说：“好。”", "\n", "走了。"]),
        ("（甲。）乙。", ["（甲。）", "乙。"]),
        ("《a。b》的c。", ["《a。b》的c。"]),
        ("甲（乙。）。丙", ["甲（乙。）。", "丙"]),
        ("什么？！丙", ["什么？！", "丙"]),
        ("“没有闭合。\n下一行。x", ["“没有闭合。\n", "下一行。", "x"]),
        ("", []),
    ],
)
def test_a_sentence_ends_with_its_marks(text: str, expected: list[str]) -> None:
    """Closing marks go with the sentence they close."""
    assert cut(text) == expected


@given(st.text(alphabet="甲乙。！；“”（）\n", max_size=40))
def test_sentences_tile_the_text(text: str) -> None:
    """No character is lost or doubled, and no sentence is empty."""
    assert "".join(cut(text)) == text
    assert all(cut(text))
