"""Characters mistyped, doubled, dropped or turned round are found, and what is right is left alone."""

from __future__ import annotations

import pytest
from check.language import content_of

from render.check import Subject, with_passages
from render.check.lexicon import Likeness, lexicon, split
from render.check.slips import slips


def told(*paragraphs: str) -> list[tuple[str, str]]:
    """What stands there and what is meant, for each slip."""
    found = slips(with_passages(Subject(content=content_of(list(paragraphs)))))
    return [(slip.wrong, slip.right) for slip in found]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("库款调渡较为困难。", "调渡", "调度"),
        ("资金使用效律有待提高。", "效律", "效率"),
        ("臭氧污梁问题逐步显现。", "污梁", "污染"),
        ("严禁弄虚做假。", "弄虚做假", "弄虚作假"),
        ("纳入年度目标绩校考核。", "绩校考核", "绩效考核"),
    ],
)
def test_a_character_exchanged_is_found(text: str, wrong: str, right: str) -> None:
    """By a word that sounds or looks alike."""
    assert told(text) == [(wrong, right)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("进一步夯实实基层基础。", "夯实实", "夯实"),
        ("针对性和时效效性有待提升。", "时效效性", "时效性"),
        ("深入贯落实党的二十大精神。", "贯落实", "贯彻落实"),
    ],
)
def test_a_character_too_many_or_too_few_is_found(text: str, wrong: str, right: str) -> None:
    """By the word without it, or with it."""
    assert told(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "张海涛、李晓明同志参加会议。",
        "市市场监管局、区区长办公室负责落实。",
        "随着一幢幢新房建成，群众搬进了新居。",
        "有件必审、应报尽报。",
        "《平远县人民政府关于印发〈实施方案〉的通知》",
    ],
)
def test_names_and_repetitions_are_left_alone(text: str) -> None:
    """They are no words either, but nothing is meant in their place."""
    assert told(text) == []


def test_what_stands_there_again_and_again_is_a_term() -> None:
    """Nobody makes the same slip four times."""
    assert told("库款调渡较为困难。", *[f"第{n}笔库款调渡较为顺利。" for n in range(1, 4)]) == []


def test_words_are_told_apart_by_how_often_they_are_written() -> None:
    """The cheaper way to read a text wins."""
    text = "落实法治政府建设要求"
    tokens = split(text, lexicon())[1]
    assert "".join(text[each.start : each.stop] for each in tokens) == text
    assert "要求" in [text[each.start : each.stop] for each in tokens]


def test_likenesses_name_their_kind() -> None:
    """Same tone, same sound, shape alone."""
    known = lexicon()
    assert known.alike("球")["求"] is Likeness.TONE
    assert known.alike("接")["解"] is Likeness.SOUND
    assert known.alike("染")["梁"] is Likeness.SHAPE
