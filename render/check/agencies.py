"""Agencies: rules about the names of agencies in one document, against `data/agencies.csv`.

The list has full names, their accepted short forms, short forms that are only spoken, and of agencies that
were merged away the year of it. Names in no list are held against each other in `names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..diagnostics import Diagnostic, Source
from ..prose import Prose
from ..sentences import sentences
from .once import whole
from .rule import Level, Rule, Subject

LIST = Path(__file__).parent / "data" / "agencies.csv"

_NAME = re.compile(
    "[\u4e00-\u9fff]{2,14}?(?:委员会|办公室|法院|检察院|局|委|厅)(?![部长级属员外限势面内托派])"
)
_LAST_CHARACTERS = frozenset("局会室院委厅")
_SHORTEST = 6  # characters of a full name that a mistyped one is told by
_RAISED = re.compile(
    "以下简称|原(?![则因有来料本件告始材])|改组|组建|划入|整合|撤销|合并|更名|机构改革|职责划转"
)


@dataclass(frozen=True, slots=True)
class Agency:
    """One kind of agency, as every place has it."""

    full: str
    short: str
    spoken: str
    ended: int  # year in which it was merged away; 0: it was not


@cache
def agencies() -> tuple[Agency, ...]:
    """Read the list, once."""
    rows = (line.split(",") for line in LIST.read_text(encoding="utf-8").splitlines()[1:])
    return tuple(Agency(full, short, spoken, int(ended or 0)) for full, short, spoken, ended in rows)


def mistyped(subject: Subject) -> Iterator[Diagnostic]:
    """Find the name of an agency that is off by a character."""
    seen: set[str] = set()
    for passage in subject.passages:
        if _LAST_CHARACTERS.isdisjoint(passage.chars):
            continue
        for match in _NAME.finditer(passage.text):
            tail, right = _meant(match[0])
            if right and tail not in seen:
                seen.add(tail)
                values = {"found": tail, "right": right}
                yield Diagnostic("agency.name", passage.prose.source_at(match.start()), values)


def mixed(subject: Subject) -> Iterator[Diagnostic]:
    """Find an agency by its full name here and a short one there, with no word of it."""
    text = whole(subject)
    if subject.content is None:
        return
    for agency in agencies():
        if agency.full not in text:
            continue
        shorts = [name for name in (agency.short, agency.spoken) if name and name != agency.full]
        at = text.find(agency.full)
        local = text[at - 1 : at]
        elsewhere = text.replace(local + agency.full, "")  # 法制办 is part of 法制办公室
        if local and local in "省市区县州旗":
            for short in shorts:
                if (local + short) in elsewhere and not re.search(f"简称[^）]*{short}", text):
                    source = _first(subject, local + short, agency.full)
                    values = {"found": local + short, "full": local + agency.full}
                    yield Diagnostic("agency.mixed", source, values)
                    break


def spoken(subject: Subject) -> Iterator[Diagnostic]:
    """Find a short form that is only spoken: 发改委."""
    text = whole(subject)
    for agency in agencies():
        if not agency.spoken or agency.ended or agency.spoken not in text:
            continue
        for prose in _proses(subject):
            at = prose.text.find(agency.spoken)
            if at >= 0 and f"简称“{agency.spoken}" not in prose.text:
                values = {"found": agency.spoken, "right": agency.short, "full": agency.full}
                yield Diagnostic("agency.spoken", prose.source_at(at), values)
                break


def merged_away(subject: Subject) -> Iterator[Diagnostic]:
    """Find an agency that was merged away before the year reported on."""
    year = subject.year or (subject.content.year if subject.content else 0)
    text = whole(subject)
    for agency in agencies():
        if not agency.ended or not year or year <= agency.ended:
            continue
        names = [name for name in (agency.full, agency.short, agency.spoken) if name and name in text]
        for prose in _proses(subject) if names else ():
            for name in names:
                at = prose.text.find(name)
                is_local = at > 0 and prose.text[at - 1] in "省市区县州旗"
                if is_local and not _RAISED.search(_sentence_at(prose.text, at)):
                    values = {"found": prose.text[at - 1] + name, "year": agency.ended}
                    yield Diagnostic("agency.ended", prose.source_at(at), values)
                    break


RULES = (
    Rule("agency.name", Level.REQUIRED, mistyped),
    Rule("agency.mixed", Level.CUSTOMARY, mixed),
    Rule("agency.spoken", Level.CUSTOMARY, spoken),
    Rule("agency.ended", Level.RECOMMENDED, merged_away),
)


@cache
def _meant(name: str) -> tuple[str, str]:
    """Find the full name that the end of a name is a mistyped form of, by one character but not the last."""
    fulls = [each.full for each in agencies() if len(each.full) >= _SHORTEST]
    if name.endswith((*fulls, *(each.short for each in agencies()))):
        return "", ""
    for full in fulls:
        tail = name[-len(full) :]
        is_alike = len(tail) == len(full) and tail[-1] == full[-1]
        if is_alike and sum(one != other for one, other in zip(tail, full, strict=True)) == 1:
            return tail, full
    return "", ""


def _sentence_at(text: str, at: int) -> str:
    return next(text[each.start : each.stop] for each in sentences(text) if at in each)


def _proses(subject: Subject) -> Iterator[Prose]:
    return (passage.prose for passage in subject.passages)


def _first(subject: Subject, words: str, full: str) -> Source:
    """Find the place where words stand, and not as part of the full name."""
    word = re.compile(f"(?!{words[0]}{full}){words}")
    return next(prose.source_at(at.start()) for prose in _proses(subject) if (at := word.search(prose.text)))
