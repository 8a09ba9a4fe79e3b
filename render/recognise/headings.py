"""Headings: which paragraphs are headings, and of which level.

Numbers alone do not make a heading: a list of duties is numbered too. Paragraphs of one kind of number
below one parent are judged together. They are headings when most of them are short lines of their own
with text below, or begin with a short sentence that runs into the rest; else they are numbered text.
Levels follow nesting: the first kind of number is the first level, whatever it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .candidates import Candidate
from .numbers import (
    ARABIC,
    ARTICLE,
    CHAPTER,
    HAN,
    PART,
    SECTION,
    HeadingNumber,
    goes_on,
    is_outline,
    read_bare_number,
    read_number,
)  # fmt: skip
from .unnumbered import is_usual, unnumbered

DEEPEST = 4
LONGEST_TITLE = 60  # characters of a heading on a line of its own
LONGEST_LEAD = 48  # characters of a heading that runs in
MOST, MOST_RUNNING_IN = 0.6, 0.75  # of a list must be fit for headings, that all of them are

_OPENERS, _CLOSERS = "“‘（《〈「【〔(", "”’）》〉」】〕)"
_ORDERS = re.compile("应当|应该|必须|不得|严禁|可以|有权|由[^，。]{2,12}负责|的，|须")
_NOTES_BEGIN = re.compile(r"^(?:注|注释|附注|备注|说明|名词解释|资料来源)\s*[：:]\s*(?:\d|[（(［\[①]|$)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph that is a heading, or begins with one."""

    level: int
    number: str  # as the text has it, without blanks; "" for an unnumbered one
    value: int  # what the number counts; 0 for an unnumbered one
    start: int  # where the title begins in the paragraph
    stop: int  # where it ends
    runs_in: bool  # the rest of the paragraph follows it
    is_doubtful: bool = False


@dataclass(slots=True)
class _Numbered:
    """A numbered paragraph, or a short line without a number."""

    at: int  # place among the candidates
    number: HeadingNumber | None
    shape: str  # "own", "run", "mark" (ends in ： or a space) or "item"
    title: str
    rest: str
    weight: float  # how much it reads as a heading, 0 to 1
    has_text: bool = False  # something other than its next sibling follows
    children: list[list[_Numbered]] = field(default_factory=list)


def find_headings(candidates: Sequence[Candidate | None]) -> list[Heading | None]:
    """Find the headings among paragraphs; None stands for tables and pictures, in and out.

    Returns:
        One for each candidate, None for those that are text.
    """
    numbered = _numbered(candidates)
    judged = _judge(numbered, candidates)
    heads = {each.at for each in judged}
    plain = [
        _Numbered(at, None, "own", candidates[at].text, "", weight, True)  # type: ignore[union-attr]
        for at, weight in unnumbered(candidates, {each.at for each in numbered}, heads)
    ]
    chosen = sorted([*judged, *plain], key=lambda each: each.at)
    found: list[Heading | None] = [None] * len(candidates)
    for each, level in _levels(chosen):
        if level <= DEEPEST:
            number = each.number.printed if each.number else ""
            value = each.number.value if each.number else 0
            start = each.number.end if each.number else 0
            stop = start + len(each.title)
            found[each.at] = Heading(level, number, value, start, stop, bool(each.rest), each.weight < 0.6)
    return found


def _numbered(candidates: Sequence[Candidate | None]) -> list[_Numbered]:
    """Take all paragraphs that begin with a number, but for notes, cells and articles."""
    found: list[_Numbered] = []
    in_notes = False
    has_outline = any(c is not None and is_outline(c.text) for c in candidates)
    for at, candidate in enumerate(candidates):
        if candidate is None or candidate.is_cell:
            continue
        if _NOTES_BEGIN.match(candidate.text) and len(candidate.text) < 200:
            in_notes = True
            continue
        number = read_number(candidate.text)
        if number is None and has_outline and len(candidate.text) <= LONGEST_TITLE:
            number = read_bare_number(candidate.text)
        if number is None or number.rank == ARTICLE:
            in_notes = in_notes and number is None and len(candidate.text) < 20
            continue
        if in_notes and number.rank >= ARABIC:
            continue
        in_notes = False
        found.append(_shape(at, number, candidate))
    return found


def _shape(at: int, number: HeadingNumber, candidate: Candidate) -> _Numbered:
    body = candidate.text[number.end :]
    lead = candidate.look.lead - number.end
    if number.rank in (PART, CHAPTER, SECTION) and len(body) <= LONGEST_TITLE and "。" not in body:
        return _Numbered(at, number, "own", body, "", 1.0)
    if goes_on(number, body):
        return _Numbered(at, number, "item", body, "", 0.0)
    end = _first_end(body, "。！？；")
    if 3 <= lead < len(body) and lead <= LONGEST_TITLE and body[lead:].strip(" \u3000"):
        # The file sets the heading apart itself, whatever mark it ends in.
        title = body[:lead].rstrip(" \u3000")
        if title[-1:] in "。：！？" or (body[lead - 1 : lead] in " \u3000" and "，" not in title):
            return _Numbered(at, number, "run", title, body[lead:].lstrip(" \u3000"), 1.0)
        if end is not None and lead < end <= LONGEST_LEAD and len(body) > end + 1:
            return _Numbered(at, number, "run", body[: end + 1], body[end + 1 :].lstrip(" \u3000"), 0.9)
    if end is None:
        if body and len(body) <= LONGEST_TITLE and body[-1] not in "，、；,;":
            colon = _first_end(body, "：:")
            if colon is not None and colon < len(body) - 1:  # 责任单位：区司法局
                return _Numbered(at, number, "mark", body[: colon + 1], body[colon + 1 :], 0.3)
            weight = 0.9 if body[-1] not in "：:" else 0.6 if len(body) <= 24 else 0.3
            return _Numbered(at, number, "own", body, "", weight if len(body) <= 45 else 0.6)
        return _marked(at, number, body)
    is_whole = end >= len(body.rstrip()) - 1
    if is_whole and body[end] == "？" and end < LONGEST_TITLE:
        return _Numbered(at, number, "own", body, "", 0.9)  # 一、问：《意见》出台的背景是什么？
    if body[end] == "。" and not is_whole and end <= LONGEST_TITLE:
        return _Numbered(
            at, number, "run", body[: end + 1], body[end + 1 :].lstrip(" \u3000"), _likeness(body[:end])
        )
    if is_whole and body[end] == "。" and end <= 30:
        weight = _likeness(body[:end]) * (0.8 if end <= 20 else 0.4)
        return _Numbered(at, number, "stop", body, "", weight)
    return _marked(at, number, body)


def _marked(at: int, number: HeadingNumber, body: str) -> _Numbered:
    """Judge a paragraph that may begin with 总体目标： and run on."""
    colon = _first_end(body, "：")
    if colon is not None and 2 <= colon <= 16 and "，" not in body[:colon] and len(body) - colon > 30:
        return _Numbered(at, number, "mark", body[: colon + 1], body[colon + 1 :].lstrip(" \u3000"), 0.5)
    blank = re.match(r"([^，。；：、\s]{2,20})[ \u3000]+(?=\S.{30})", body)
    if blank:
        return _Numbered(at, number, "mark", blank[1], body[blank.end() :], 0.55)
    return _Numbered(at, number, "item", body, "", 0.0)


def _likeness(sentence: str) -> float:
    """Say how much a first sentence reads as a heading: short, without verbs of order."""
    if len(sentence) > LONGEST_LEAD:
        return 0.2 if len(sentence) <= LONGEST_TITLE else 0.0
    weight = 1.0 if len(sentence) <= 26 else 0.75 if len(sentence) <= 36 else 0.5
    if sentence.count("，") > 1 or re.search(r"\d", sentence):
        weight -= 0.25
    return weight - (0.4 if _ORDERS.search(sentence) else 0.0)


def _first_end(text: str, ends: str) -> int | None:
    """Find the first of some marks that stands outside brackets and quotation marks."""
    depth = 0
    for at, char in enumerate(text[: 4 * LONGEST_TITLE]):
        if char in _OPENERS:
            depth += 1
        elif char in _CLOSERS:
            depth = max(0, depth - 1)
        elif not depth and char in ends:
            return at
    return None


def _judge(numbered: Sequence[_Numbered], candidates: Sequence[Candidate | None]) -> list[_Numbered]:
    """Keep those that are headings, group by group from the outside in."""
    roots = _nest(numbered, candidates)
    decided = _decide(roots)
    kept: list[_Numbered] = []
    waiting = list(roots)
    while waiting:
        group = waiting.pop()
        for each in group:
            if id(each) in decided:
                kept.append(each)
                waiting += each.children
            else:
                # What is numbered inside an item of a list may still be headings only if the item is none
                # and nothing else is above it; such texts are lists all through.
                waiting += [child for child in each.children if _all_chapters(child)]
    return sorted(kept, key=lambda each: each.at)


def _decide(roots: Sequence[list[_Numbered]]) -> set[int]:
    """Decide which numbered paragraphs are headings, by identity; a list that runs on is decided as one.

    Rules of procedure count 一、 to 八、 across their chapters: what is said of 一、 holds for 八、.
    """
    lists: list[list[_Numbered]] = []
    last: dict[float, list[_Numbered]] = {}
    groups, at = list(roots), 0
    while at < len(groups):
        groups += [child for each in groups[at] for child in each.children]
        at += 1
    for group in sorted(groups, key=lambda group: group[0].at):
        before = last.get(_rank(group))
        if before is not None and 1 < _value(group[0]) == _value(before[-1]) + 1:
            before += group
        else:
            last[_rank(group)] = before = list(group)
            lists.append(before)
    return {id(each) for one in lists for each in _headings_of(one)}


def _all_chapters(group: Sequence[_Numbered]) -> bool:
    return all(each.number is not None and each.number.rank <= SECTION for each in group)


def _nest(numbered: Sequence[_Numbered], candidates: Sequence[Candidate | None]) -> list[list[_Numbered]]:
    """Put numbered paragraphs into groups of siblings below their parents."""
    roots: list[list[_Numbered]] = []
    stack: list[tuple[float, list[_Numbered]]] = []  # kind of number, the group it counts in
    for place, each in enumerate(numbered):
        assert each.number is not None
        rank = each.number.rank
        following = numbered[place + 1].at if place + 1 < len(numbered) else len(candidates)
        each.has_text = following > each.at + 1 or bool(each.rest)
        while stack and stack[-1][0] > rank:
            stack.pop()
        if any(kind == rank for kind, _ in stack):
            while stack[-1][0] != rank:
                stack.pop()
            group = stack[-1][1]
            if (
                each.number.value == 1
                and group[-1].number
                and group[-1].number.value >= 1
                and len(stack) == 1
            ):
                group = []  # counting begins again: another text, or another unnumbered heading
                roots.append(group)
                stack[-1] = (rank, group)
        else:
            group = []
            if stack:
                stack[-1][1][-1].children.append(group)
                stack[-1][1][-1].has_text = True
            else:
                roots.append(group)
            stack.append((rank, group))
        group.append(each)
    return roots


def _headings_of(group: Sequence[_Numbered]) -> list[_Numbered]:
    """Say which of a group of siblings are headings."""
    number = group[0].number
    assert number is not None
    if number.rank <= SECTION:
        return [each for each in group if each.shape in ("own", "run", "mark", "stop")]
    weight = sum(each.weight for each in group) / len(group)
    with_text = [each for each in group if each.has_text]
    fit = [e for e in group if e.shape in ("own", "run") or (e.shape == "stop" and e.has_text)]
    if not with_text and not (number.rank == HAN and len(fit) == len(group) == 1):
        return []  # a list: nothing stands below any of them
    marks = [each for each in group if each.shape == "mark"]
    if len(marks) > len(group) / 2:
        sure = len(marks) > 1 and sum(each.weight for each in marks) / len(marks) >= 0.5
        return [*marks, *fit] if sure else []
    runs = [each for each in fit if each.shape == "run"]
    most = MOST_RUNNING_IN if len(runs) > len(fit) / 2 else MOST
    if len(fit) < most * len(group) or weight < 0.45:
        return _bold(group)
    if runs and len(runs) > len(fit) / 2 and sum(each.weight for each in runs) / len(runs) < 0.5:
        return _bold(group)
    return [each for each in fit if each.shape != "run" or each.weight >= 0.2]


def _bold(group: Sequence[_Numbered]) -> list[_Numbered]:
    """Trust what the file itself sets apart."""
    return (
        [each for each in group if each.shape == "run" and each.weight >= 0.9 and each.rest]
        if all(each.shape == "run" and each.weight >= 0.9 for each in group)
        else []
    )


def _levels(heads: Sequence[_Numbered]) -> list[tuple[_Numbered, int]]:
    """Give each heading its level: how many are open above it."""
    plain_rank = _rank_of_plain(heads)
    stack: list[float] = []
    levels: list[tuple[_Numbered, int]] = []
    before: _Numbered | None = None
    for each in heads:
        rank = each.number.rank if each.number else plain_rank
        if each.number is None and is_usual(each.title) and each.title not in ("说明", "概述", "综述"):
            stack = [] if not any(kind == plain_rank for kind in stack) else stack
        if rank in stack:
            del stack[stack.index(rank) :]
        else:
            while stack and (stack[-1] > rank or _is_passed(stack[-1], before, each, plain_rank)):
                stack.pop()
        stack.append(rank)
        levels.append((each, len(stack)))
        before = each
    return levels


def _is_passed(open_: float, before: _Numbered | None, each: _Numbered, plain_rank: float) -> bool:
    """Tell whether an unnumbered heading that has text of its own is over when 一、 comes."""
    is_plain = open_ == plain_rank and each.number is not None and plain_rank > 0
    return (
        is_plain
        and each.number is not None
        and each.number.value == 1
        and before is not None
        and each.at > before.at + 1
    )


def _rank_of_plain(heads: Sequence[_Numbered]) -> float:
    """Say where headings without a number stand: above the numbered ones that begin again below them."""
    kinds = [each.number.rank for each in heads if each.number]
    if not kinds:
        return 0.5
    top = min(kinds)
    begins = [each for each in heads if each.number and each.number.rank == top and each.number.value == 1]
    over = [n for n, each in enumerate(heads[:-1]) if each.number is None and heads[n + 1] in begins]
    if len(begins) > 1 and len(over) >= len(begins) - 1:
        return -1.0
    if begins and _frames(heads, top):
        return -1.0
    return 99.0


def _frames(heads: Sequence[_Numbered], top: float) -> bool:
    """Tell whether unnumbered headings stand around the numbered ones: 回顾, 一、 二、, 今年任务."""
    numbered = [n for n, each in enumerate(heads) if each.number and each.number.rank == top]
    plain = [n for n, each in enumerate(heads) if each.number is None and not is_usual(each.title)]
    return bool(plain) and plain[0] < numbered[0] and plain[-1] > numbered[-1]


def _rank(group: Sequence[_Numbered]) -> float:
    return group[0].number.rank if group[0].number else 0


def _value(each: _Numbered) -> int:
    return each.number.value if each.number else 0
