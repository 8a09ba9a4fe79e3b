"""What several rules read of a subject once: passages by their characters, and what may stand anywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.check import Subject, with_passages
from render.check.numbers import NEEDS, PATTERNS
from render.check.once import having, may_hold, proses, whole
from render.content import Content, Paragraph, Span
from render.diagnostics import Source


def _subject(*texts: str) -> Subject:
    nodes = tuple(Paragraph("text", (Span(text, Source()),), Source()) for text in texts)
    return with_passages(Subject(content=Content("题", 2020, None, None, {}, nodes)))


def test_only_passages_that_have_a_character_are_listed() -> None:
    """A rule about % does not see a paragraph without one."""
    subject = _subject("增长5%。", "持平。", "下降3％。")

    assert [each.text for each in having(subject, frozenset("%％"))] == ["增长5%。", "下降3％。"]
    assert [each.text for each in proses(subject, "平")] == ["持平。"]
    assert not proses(subject, "①")


def test_passages_are_lines_of_the_whole() -> None:
    """No word is found across two paragraphs."""
    assert whole(_subject("公开", "发布")) == "公开\n发布"


@given(
    st.lists(st.text(alphabet="甲乙丙丁", max_size=6), max_size=3), st.text(alphabet="甲乙丙丁", max_size=4)
)
def test_what_stands_there_may_be_held(texts: list[str], words: str) -> None:
    """Nothing that stands in a passage is ruled out."""
    subject = _subject(*texts)

    if any(words in text for text in texts):
        assert may_hold(subject, words)


@pytest.mark.parametrize("code", sorted(NEEDS))
@given(st.data())
def test_whatever_a_pattern_matches_has_what_it_needs(code: str, data: st.DataObject) -> None:
    """Characters that a number rule says it needs stand in everything its pattern finds."""
    pattern = re.compile(PATTERNS[code])
    match = pattern.search(data.draw(st.from_regex(pattern)))

    assert match is None or not frozenset(NEEDS[code]).isdisjoint(match[0])
