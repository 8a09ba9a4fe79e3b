"""Turns: rules about words of change that the numbers beside them contradict, or that lack a word.

Numbers worked out are the matter of `rates`; here a word is wrong whatever they come to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..diagnostics import Diagnostic
from .numbers import is_so
from .once import proses, sentences
from .quantities import MEASURES, Quantity, Told
from .rule import Level, Rule, Subject

_N = r"[0-9]+(?:\.[0-9]+)?"
_UP = "增长|增加|上升|提高|提升|上涨"
_DOWN = "下降|减少|降低|回落|下跌"
_UPS = frozenset(_UP.split("|"))
_OPPOSITE = re.compile(
    rf"(?P<one>{_UP}|{_DOWN})了?{_N}[万亿]?(?:{MEASURES})[，（(](?:同比|[比较]上年|[比较]去年)?(?:同期)?"
    rf"(?P<other>{_UP}|{_DOWN})了?{_N}[%％]"
)
_NO_TO = re.compile(
    rf"[由从](?P<before>{_N}[万亿]?)(?P<unit>{MEASURES})(?P<verb>{_UP}|{_DOWN}|压缩|压减|缩短|扩大)"
    rf"(?P<after>{_N}[万亿]?)(?P=unit)"
)
_CHANGED = re.compile(f"(?:{_UP}|{_DOWN})了?$")
_RATED = re.compile(
    "率|比重|占比|比例|之比|增速|增幅|降幅|满意度|份额|幅度|程度|成数|水平|指数|拉动|贡献|带动|影响|[高低快慢]于"
)
_TIMES = re.compile(f"^(?:翻了?(?:一番|两番|番)|(?:{_UP})了?(?P<times>{_N})倍|(?:{_DOWN})了?一半)")
_LAST_YEAR = re.compile("[比较](?:上年|去年)(?:同期)?的$")


def opposite(subject: Subject) -> Iterator[Diagnostic]:
    """Find 减少5起，上升27.8%: one thing goes two ways."""
    for prose in proses(subject, "%％"):
        for match in _OPPOSITE.finditer(prose.text):
            if (match["one"] in _UPS) is not (match["other"] in _UPS):
                yield Diagnostic("number.opposite", prose.source_at(match.start()), {"found": match[0]})


def to_missing(subject: Subject) -> Iterator[Diagnostic]:
    """Find 由6个工作日压缩4个工作日."""
    for prose in proses(subject, "由从"):
        for match in _NO_TO.finditer(prose.text):
            put = f"{match['before']}{match['unit']}{match['verb']}到{match['after']}{match['unit']}"
            values = {"found": match[0], "put": match[0][0] + put}
            yield Diagnostic("number.to_missing", prose.source_at(match.start()), values)


def amounts_in_points(subject: Subject) -> Iterator[Diagnostic]:
    """Find an amount or a count that grows by percentage points."""
    for sentence in sentences(subject):
        if "个百分点" not in sentence.text:
            continue
        for before, points in pairwise(sentence.quantities):
            if points.unit != "个百分点" or before.unit in ("%", "‰", "个百分点", ""):
                continue
            text = sentence.prose.text
            between = text[before.stop : points.start]
            about = text[max(text.rfind(mark, 0, before.start) for mark in "。；") + 1 : points.start]
            is_of_it = _CHANGED.search(between) and not re.search("[。；]", between)
            if is_of_it and not _RATED.search(about):
                values = {"found": text[before.start : points.stop]}
                yield Diagnostic("number.points_amount", sentence.source_of(points), values)


def untrue_folds(subject: Subject) -> Iterator[Diagnostic]:
    """Find 586万元，比上年的451万元翻一番."""
    for sentence in sentences(subject):
        for now, before in pairwise(sentence.quantities):
            words = _fold(sentence, now, before)
            if words is None or not before.number:
                continue
            made = now.number / before.number
            if not is_so(words[0], words["times"], made):
                values = {
                    "found": sentence.prose.text[now.start : before.stop] + words[0],
                    "times": f"{made.quantize(Decimal('0.01')).normalize():f}",
                }
                yield Diagnostic("number.fold", sentence.source_of(now), values)


def _fold(sentence: Told, now: Quantity, before: Quantity) -> re.Match[str] | None:
    """Read the multiple that is told of this year's number and last year's."""
    text = sentence.prose.text
    is_pair = now.unit == before.unit and not now.is_rough and not before.is_rough
    if not is_pair or not _LAST_YEAR.search(text[now.stop : before.start]):
        return None
    return _TIMES.match(text[before.stop : before.stop + 12])


RULES = (
    Rule("number.opposite", Level.REQUIRED, opposite),
    Rule("number.to_missing", Level.RECOMMENDED, to_missing),
    Rule("number.points_amount", Level.REQUIRED, amounts_in_points),
    Rule("number.fold", Level.REQUIRED, untrue_folds),
)
