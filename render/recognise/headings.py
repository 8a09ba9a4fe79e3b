"""Headings: which paragraphs are headings, and of which level.

Numbers alone do not make a heading: a list of duties is numbered too. Paragraphs of one kind of number
below one parent are judged together. They are headings when most of them are short lines of their own
with text below, or begin with a short sentence that runs into the rest; else they are numbered text.
Levels follow nesting: the first kind of number is the first level, whatever it looks like.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from .found import Look, is_display
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

DEEPEST = 4
LONGEST_TITLE = 60  # characters of a heading on a line of its own
LONGEST_LEAD = 48  # characters of a heading that runs in
LONGEST_PLAIN = 30  # characters of a heading without a number

_ENDS = "。；！？：，、,;:!?…"
_OPENERS, _CLOSERS = "“‘（《〈「【〔(", "”’）》〉」】〕)"
_ORDERS = re.compile("应当|应该|必须|不得|严禁|可以|有权|由[^，。]{2,12}负责|的，|须")
_ALWAYS = re.compile(
    "(?:前|引|序)言|结(?:束)?语|概述|综述|总体情况|基本情况|工作回顾|附则|总则|说明|注释|参考文献|名词解释|术语解释|后记|导言|摘要"
)
_OF_YEARS = re.compile(
    r"(?:过去(?:的?[一二三四五]年)?|(?:19|20)\d{2}年|今后[一二三四五]年|下一(?:步|阶段)|[本今]年|[一三五]年来|\d{4}—\d{4}年).{0,16}"
    r"(?:回顾|工作|任务|安排|打算|情况|重点|目标|部署|建议|计划|要求|思路|举措|总结)"
)
_NO_HEADING = re.compile(
    r"^(?:表|图|附表|附图|附件|单位|注|资料来源|数据来源|来源|(?:\d{4}年)?\d{1,2}月|（|\(|——|—|[*★※])|[年月日]$|^\d[\d.,%\s]*$|[\d%]$|^[:：]"
)
_NAMES = re.compile(r"^[\u4e00-\u9fff·]{1,4}(?:[ \u3000][\u4e00-\u9fff·]{1,4})*$")
_NOTES_BEGIN = re.compile(r"^(?:注|注释|附注|备注|说明|名词解释|资料来源)\s*[：:]\s*(?:\d|[（(［\[①]|$)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph on trial."""

    text: str
    look: Look
    is_cell: bool = False  # one of the cells of a table that lost its lines


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
    chosen = sorted(
        [*judged, *_plain(candidates, {each.at for each in numbered}, judged)], key=lambda n: n.at
    )
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
    kept: list[_Numbered] = []
    waiting = list(roots)
    while waiting:
        group = waiting.pop()
        heads = _headings_of(group)
        kept += heads
        for head in heads:
            waiting += head.children
        for other in group:
            if other not in heads:
                # What is numbered inside an item of a list may still be headings only if the item is none
                # and nothing else is above it; such texts are lists all through.
                waiting += [child for child in other.children if _all_chapters(child)]
    return sorted(kept, key=lambda each: each.at)


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
    if len(fit) < 0.6 * len(group) or weight < 0.45:
        return _bold(group)
    runs = [each for each in fit if each.shape == "run"]
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


def _plain(
    candidates: Sequence[Candidate | None], numbered: set[int], judged: Sequence[_Numbered]
) -> list[_Numbered]:
    """Find headings without a number: short lines between paragraphs.

    Where the file sets lines apart (in bold, a face of headings, a style), only such lines are headings; else
    those with a long paragraph below, and beside them shorter ones of their kind.
    """
    found: list[_Numbered] = []
    face = _face_of_text(candidates)
    is_styled = any(
        c is not None and at not in numbered and _may_head(c.text) and _is_declared(c, face)
        for at, c in enumerate(candidates)
    )
    heads = {each.at for each in judged}
    short: list[_Numbered] = []
    for at, candidate in enumerate(candidates):
        if candidate is None or candidate.is_cell or at in numbered or not _may_head(candidate.text):
            continue
        following = candidates[at + 1] if at + 1 < len(candidates) else None
        before = candidates[at - 1] if at else None
        starts = at == 0 or before is None or (at - 1) in heads or before.text[-1:] in "。！？；：”）…"
        if following is None or not starts:
            continue
        declared = _is_declared(candidate, face)
        flat = _flat(candidate.text)
        is_usual = _ALWAYS.fullmatch(flat) is not None or _OF_YEARS.fullmatch(flat) is not None
        least = 15 if is_usual else 40  # characters of the paragraph below
        is_above = at + 1 in heads or (
            len(following.text) >= least and following.text[-1:] in "。；：！？”）…"
        )
        weight = 0.9 if declared else 0.6 if is_usual else 0.5
        head = _Numbered(at, None, "own", candidate.text, "", weight, True)
        if not (declared or is_usual or not is_styled):
            continue
        if is_above and not _is_name(candidate.text):
            found.append(head)
        elif is_above or (len(following.text) >= 15 and following.text[-1:] in "。！？"):
            short.append(head)
    if len(found) > 1:
        found += [head for head in short if len(head.title) <= 16 and not re.search("[，：、]", head.title)]
    if len(found) == 1 and found[0].weight <= 0.5:
        return []  # a lone short line is more often a line that was cut
    return found


def _is_declared(candidate: Candidate, face: str) -> bool:
    """Tell whether the file sets a line apart from its text."""
    look = candidate.look
    return (
        look.level > 0
        or look.is_bold
        or (look.is_centred and len(candidate.text) <= 20)
        or (is_display(look.face) and not is_display(face))
    )


def _face_of_text(candidates: Sequence[Candidate | None]) -> str:
    counts: Counter[str] = Counter()
    for candidate in candidates:
        if candidate is not None and len(candidate.text) > LONGEST_TITLE:
            counts[candidate.look.face] += 1
    return counts.most_common(1)[0][0] if counts else ""


def _may_head(text: str) -> bool:
    return (
        2 <= len(text) <= LONGEST_PLAIN
        and text[-1] not in _ENDS
        and not re.search("[。；]", text)
        and not _NO_HEADING.search(text)
        and re.search("[\u4e00-\u9fff]{2}", _flat(text)) is not None
    )


def _is_name(text: str) -> bool:
    """Tell a line that may be no more than somebody's name."""
    return len(text) < 4 and _ALWAYS.fullmatch(_flat(text)) is None and _NAMES.fullmatch(text) is not None


def _flat(text: str) -> str:
    return re.sub("[ \u3000]", "", text)


def _levels(heads: Sequence[_Numbered]) -> list[tuple[_Numbered, int]]:
    """Give each heading its level: how many are open above it."""
    plain_rank = _rank_of_plain(heads)
    stack: list[float] = []
    levels: list[tuple[_Numbered, int]] = []
    before: _Numbered | None = None
    for each in heads:
        rank = each.number.rank if each.number else plain_rank
        if (
            each.number is None
            and _ALWAYS.fullmatch(each.title)
            and each.title not in ("说明", "概述", "综述")
        ):
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
    plain = [
        n for n, each in enumerate(heads) if each.number is None and not _ALWAYS.fullmatch(_flat(each.title))
    ]
    return bool(plain) and plain[0] < numbered[0] and plain[-1] > numbered[-1]
