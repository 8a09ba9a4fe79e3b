"""Growth: rules about two years beside each other, and what is said of their difference.

A number of last year is known by the words before it (上年为, 比上年的, 由…到); what follows it in the
sentence, a difference, a rate or points, is worked out again. Printed numbers are rounded, and
what rounding leaves open is let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from ..diagnostics import Diagnostic
from .once import sentences
from .quantities import Quantity, Told, written
from .rule import Level, Rule, Subject

_UP = ("增长", "上升", "提高", "提升", "增加", "上涨", "扩大", "增")
_DOWN = ("下降", "减少", "降低", "回落", "下跌", "压减", "压缩", "缩短", "缩减", "减", "降")
_VERBS = "|".join((*_UP, *_DOWN))
_CHANGED = re.compile(
    f"(?<!年均)(?<!平均)(?:同比|比上年|较上年|比去年|较去年|环比)?(?:增幅|降幅)?(?P<verb>{_VERBS})了?$"
)
_LAST = re.compile(
    "(?:(?P<than>[比较与])?(?:上年|去年|上一年)(?:同期|度|末)?的?|[0-9]{4}年(?:同期)?)(?:为|是|完成|实现)?$"
)
_BY = re.compile(
    "(?:同比|[比较](?:上年|去年|[0-9]{4}年)(?:同期|末)?)?(?:净)?(?P<verb>增加|减少|提高|下降|上升|降低)了?$"
)
_FROM = re.compile("[由从](?:上年的?|去年的?|[0-9]{4}年的?|[^，。；由从0-9]{0,8})$")
_TO = re.compile(f"(?:{_VERBS})?(?:到|至|为)(?:[0-9]{{4}}年的?)?$")
_OF_RANKS = ("位", "名")
_OF_BUDGETS = ("收入", "支出")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two years of one thing."""

    before: Decimal
    after: Decimal
    slack: Decimal  # of both
    slack_before: Decimal
    unit: str
    start: int  # of what is quoted
    stop: int
    following: int  # place of the first quantity behind both
    is_of_change: bool = False  # last year's was worked out of 比上年减少5起


def growth_recomputed(subject: Subject) -> Iterator[Diagnostic]:
    """Find differences and growth that are not what the two numbers make, or that go the other way."""
    named: dict[tuple[str, str], Quantity | None] = {}  # None: told with two numbers
    for sentence in sentences(subject):
        for q in sentence.quantities:
            key = (q.label, q.unit)
            if q.unit == "元" and q.label.endswith(_OF_BUDGETS) and not q.is_rough:
                first = named.setdefault(key, q)
                named[key] = first if first is None or first.number == q.number else None
        if len(sentence.quantities) < 2:
            continue
        yield from _planned(sentence, named)
        for pair in _pairs(sentence):
            yield from _judged(sentence, pair)


def _planned(sentence: Told, named: Mapping[tuple[str, str], Quantity | None]) -> Iterator[Diagnostic]:
    """Hold 收入安排268300万元，增长5.0% against the one 收入 told before, where it is a slip of one digit."""
    for now, rate in pairwise(sentence.quantities):
        before = named.get((now.label.removesuffix("安排"), now.unit)) if now.label.endswith("安排") else None
        between = sentence.prose.text[now.stop : rate.start]
        changed = re.fullmatch("[，,](?:比上年)?(?P<verb>增长|下降)", between)
        if before is None or changed is None or rate.unit != "%" or now.is_rough or not before.number:
            continue
        pair = _pair(before, now, now.start, 0)
        made = _growth(pair, rate.decimals, is_other_way=False)
        whole, _, rest = made.partition(".")
        typed, _, same = f"{rate.number:f}%".partition(".")
        if rest == same and len(whole) == len(typed) and _differ(whole, typed) == 1:
            yield from _change(sentence, pair, rate, changed["verb"])


def _differ(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


RULES = (Rule("figure.growth", Level.REQUIRED, growth_recomputed),)


def _pairs(sentence: Told) -> Iterator[_Pair]:
    text, own = sentence.prose.text, sentence.quantities
    for at in range(1, len(own)):
        one, other = own[at - 1], own[at]
        if not other.unit or one.is_rough or other.is_rough or other.unit in ("个百分点", *_OF_RANKS):
            continue
        between = text[one.stop : other.start]
        if one.unit == other.unit and _TO.search(between) and re.fullmatch("[^，。；]{0,8}", between):
            lead = text[max(one.start - 12, sentence.start) : one.start]
            if _FROM.search(lead):
                yield _pair(one, other, one.start, at + 1)
            continue
        label = between[max(map(between.rfind, "，,（(；")) + 1 :]
        if last := _LAST.search(label):
            this = next((q for q in reversed(own[:at]) if q.unit == other.unit), None)
            is_near = this is one or (this is not None and last["than"] and _names_again(label, this))
            if this is not None and is_near and not this.is_rough and not _LAST.search(this.label):
                yield _pair(other, this, this.start, at + 1)
        elif one.unit == other.unit and (by := _BY.fullmatch(label)) and between[:1] in tuple("，,（("):
            before = one.number - other.number if by["verb"] in _UP else one.number + other.number
            if before > 0 and one.unit != "%":
                slack = one.slack * 2 + other.slack
                yield _Pair(
                    before,
                    one.number,
                    slack,
                    one.slack + other.slack,
                    one.unit,
                    one.start,
                    other.stop,
                    at + 1,
                )


def _pair(before: Quantity, after: Quantity, start: int, following: int) -> _Pair:
    slack = before.slack + after.slack
    stop = max(before.stop, after.stop)
    return _Pair(before.number, after.number, slack, before.slack, before.unit, start, stop, following)


def _names_again(label: str, this: Quantity) -> bool:
    """Tell whether 罚款金额比上年的 names what 罚款586.4万元 did."""
    return any(this.label[at : at + 2] in label for at in range(len(this.label) - 1))


def _judged(sentence: Told, pair: _Pair) -> Iterator[Diagnostic]:
    text = sentence.prose.text
    end = pair.stop
    for q in sentence.quantities[pair.following : pair.following + 2]:
        changed = _CHANGED.search(q.label)
        if changed is None or q.is_rough or re.search("[。；]", text[end : q.start]):
            break
        if not re.match("[）)]?[，,、]|[）)]$|(?:又|再|净)?(?:" + _VERBS + ")", text[end : q.start]):
            break
        end = q.stop
        if text[q.stop : q.stop + 1] not in ("倍", "番", "成"):  # multiples are the matter of `turns`
            yield from _change(sentence, pair, q, changed["verb"])


def _change(sentence: Told, pair: _Pair, q: Quantity, verb: str) -> Iterator[Diagnostic]:
    """Hold a difference, a rate or points against the pair."""
    change = abs(pair.after - pair.before)
    is_other_way = pair.after != pair.before and (verb in _UP) is not (pair.after > pair.before)
    is_other_way = is_other_way and not pair.is_of_change  # said of `number.opposite`
    if q.unit == "个百分点" or (q.unit == pair.unit and pair.unit != "%"):
        if q.unit == "个百分点" and pair.unit not in ("%", "‰"):
            return  # said of `number.points_amount`
        if abs(change - q.number) > pair.slack + q.slack or is_other_way:
            scale = {"亿": 10**8, "万": 10**4}.get(next((c for c in q.text if c in "亿万"), ""), 1)
            shown = f"{written(change / scale)}{re.sub('^[0-9.,，]+', '', q.text)}"
            yield _said(sentence, pair, q.stop, ("增加" if pair.after > pair.before else "减少") + shown)
    elif q.unit == "%" and pair.unit != "%" and pair.before > 0:
        half = Decimal(1).scaleb(-q.decimals) / 2
        low = max(change - pair.slack, Decimal(0)) * 100 / (pair.before + pair.slack_before) - half
        high = (change + pair.slack) * 100 / max(pair.before - pair.slack_before, Decimal("0.0001")) + half
        if not low <= q.number <= high or is_other_way:
            yield _said(sentence, pair, q.stop, _growth(pair, q.decimals, is_other_way=is_other_way))


def _growth(pair: _Pair, decimals: int, *, is_other_way: bool = True) -> str:
    rate = abs(pair.after - pair.before) * 100 / pair.before
    made = f"{rate.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}%"
    return made if not is_other_way else ("增长" if pair.after > pair.before else "下降") + made


def _said(sentence: Told, pair: _Pair, stop: int, right: str) -> Diagnostic:
    values = {
        "found": sentence.prose.text[pair.start : stop],
        "before": written(pair.before),
        "after": written(pair.after),
        "percent": right,
    }
    return Diagnostic("figure.growth", sentence.prose.source_at(pair.stop - 1), values)
