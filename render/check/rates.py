"""Rates: rules about rates, shares and growth that are not what the numbers beside them make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from ..diagnostics import Diagnostic
from .once import proses, sentences
from .quantities import Quantity, Told, written
from .rule import Level, Rule, Subject
from .totals import ratios_of_whole, shares_in_a_row

_N = r"([0-9]+(?:\.[0-9]+)?)"
_CASES = ("件", "起", "宗", "例")
_SHARES = (
    "合格率|及格率|参考率|满意率|满意度|办结率|覆盖率|成功率|公开率|应诉率|通过率|准确率|达标率|优良率|采纳率|履行率|普及率|占比|比重"
    "|知晓率|入库率|调解率|胜诉率|败诉率|纠错率|维持率|安全利用率|处置率|治理率|受理率|回复率|答复率"
)
_OVER_WHOLE = re.compile(rf"(?:(?:{_SHARES})[^，。；0-9]{{0,6}}|占[^，。；0-9]{{0,14}}?){_N}[%％]")
_ABOVE = re.compile("增|提高|上升|提升|下降|降低|目标|计划|预算|任务|超额|个百分")
_RATE_NAME = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{2,10}?)(?:率|(?<![同环对相])比|(?<=[出行成设资造付金款])进度)(?:达到?|为|是|高达|均达到?)?$"
)
_BASES = re.compile("受理|收到|审结|办结|收案|申请|应诉|抽查|检查|交办|登记|立案|结案")
_COMPARED = re.compile("上年|去年|同比|同期|增|减|降|升|由|从|计划|目标|拟|力争|将|预计")
_LONG_STEM = 4
_FEWEST_SHARED = 4  # characters in a row that two paragraphs on one matter share

_SHARE = re.compile(
    "^(?:约?占比?(?:重|例)?|占(?P<of>[\u4e00-\u9fff]{1,10}?)(?:的(?:比重|比例)?)?)(?:为|达到?|约|近|是)?$"
)
_TAKES = re.compile("占(?:比|到|了)?$")
_ALL = re.compile("^(?:总数|总[量额]|全部|总体|其|比)")
_RATED = re.compile("占|率|比|进度")
_NAMED_SHARE = re.compile(
    "(?P<what>[\u4e00-\u9fff]{3,10})占(?P<of>[\u4e00-\u9fff]{2,8}?)总[量数额]的?(?:比重|比例)?$"
)
_NO_COUNTS = ("%", "‰", "个百分点", "天", "日", "个工作日", "工作日", "位", "元")
_MOST_COUNTS = 6  # numbers of which some two make any rate by chance
_WITHIN = re.compile("既|又|同时|重复|交叉|以上|其中")


def shares_over_whole(subject: Subject) -> Iterator[Diagnostic]:
    """Find shares of more than 100 per cent."""
    for prose in proses(subject, "%％"):
        for match in _OVER_WHOLE.finditer(prose.text):
            if Decimal(match[1]) > 100 and not _ABOVE.search(match[0]):
                yield Diagnostic("figure.share", prose.source_at(match.start(1)), {"found": match[0]})


def rates_recomputed(subject: Subject) -> Iterator[Diagnostic]:
    """Find a rate that is not what the counts around it make."""
    yield from shares_in_a_row(subject)
    every = sentences(subject)
    for at, sentence in enumerate(every):
        if not sentence.quantities or not _RATED.search(sentence.text):
            continue
        for rate in sentence.quantities:
            if rate.unit != "%" or rate.is_rough:
                continue
            before = sentence.prose.text[max(rate.start - 20, sentence.start) : rate.start]
            if name := _RATE_NAME.search(before):
                found = [*_of_counts(every, at, rate, name)]
            elif share := _SHARE.search(rate.label):
                found = [*_of_whole(every, at, rate, share["of"] or "")]
            else:
                found = [*_of_named(every, at, rate)]
            if not found and _RATED.search(rate.label) and not _COMPARED.search(rate.label):
                found = [*_turned_round(every, at, rate)]
            yield from found


def shares_told(subject: Subject) -> Iterator[Diagnostic]:
    """Find 优秀占35%、良好占50%、合格占25%, which come to 110 per cent."""
    yield from ratios_of_whole(subject)
    for sentence in sentences(subject):
        if sentence.text.count("占") < 3:
            continue
        shares = [q for q in sentence.quantities if q.unit == "%" and _TAKES.search(q.label)]
        every = [q for q in sentence.quantities if q.unit == "%"]
        if len(shares) < 3 or shares != every or any(q.is_rough for q in shares):
            continue
        total = sum((q.number for q in shares), Decimal(0))
        allowed = sum((Decimal(1).scaleb(-q.decimals) / 2 for q in shares), Decimal(0))
        if abs(total - 100) > allowed and 85 <= total <= 115 and not _WITHIN.search(sentence.text):
            values = {"parts": "＋".join(q.text for q in shares), "sum": f"{written(total)}%"}
            yield Diagnostic("figure.shares_told", sentence.source_of(shares[0]), values)


RULES = (
    Rule("figure.share", Level.REQUIRED, shares_over_whole),
    Rule("figure.rate", Level.RECOMMENDED, rates_recomputed),
    Rule("figure.shares_told", Level.RECOMMENDED, shares_told),
)


def _of_counts(every: Sequence[Told], at: int, rate: Quantity, name: re.Match[str]) -> Iterator[Diagnostic]:
    """Recompute 办结率 and its like: the count they are named after, and what may have come in."""
    sentence = every[at]
    key = name["stem"][-2:]
    above = _numerator(sentence, rate, key)
    if above is None:
        return
    below = [q for q in sentence.quantities if _can_divide(q, above) and q is not above]
    stem = name["stem"]
    if not below and len(stem) >= _LONG_STEM and stem[-4:-2] not in above.label:
        return  # 出庭应诉率 is not of 应诉案件 alone
    below = below or [
        q
        for q in _earlier(every, at)
        if _can_divide(q, above) and _share_words(q.label, above.label.replace(key, "\0"))
    ]
    below = below or [
        q
        for q in sentence.quantities
        if q.stop <= above.start and q.unit == above.unit and key in q.label and not q.is_rough
    ]
    below = below or [
        q
        for other in every
        if other.section == sentence.section
        and other.prose is not sentence.prose
        and _share_topic(other, sentence)
        for q in other.quantities
        if _can_divide(q, above) and _BASES.search(q.label)
    ]
    yield from _unlike(sentence, rate, name[0].lstrip(), above, below)


def _of_whole(every: Sequence[Told], at: int, rate: Quantity, of: str) -> Iterator[Diagnostic]:
    """Recompute 其中民生支出22.40亿元，占80%: the part right before, and what it may be a part of."""
    sentence = every[at]
    counts = [q for q in sentence.quantities if q.stop <= rate.start and q.unit and "%" not in q.unit]
    above = counts[-1] if counts else None
    text = sentence.prose.text
    if above is None or above.is_rough or above.is_in_brackets is not rate.is_in_brackets:
        return
    between = text[above.stop : rate.start]
    before = text[max(text.rfind("。", 0, above.start), 0) : above.start]
    is_part = "其中" in before or "中，" in before
    if not re.fullmatch("(?:[，,][^，。；、]{0,12}%){0,2}[，,（(][^，。；、]*", between) or not is_part:
        return
    if _COMPARED.search(above.label):
        return
    pool = [*_earlier(every, at), *(q for q in sentence.quantities if q.stop <= above.start)]
    below = [q for q in pool if _can_divide(q, above) and not _COMPARED.search(q.label)]
    below = [q for q in below if not re.match("[，,（(]占", text[q.stop : q.stop + 2])]  # another part
    plain = _ALL.sub("", of)
    if plain and not any(_share_words(q.label, plain) for q in below):
        return
    yield from _unlike(sentence, rate, text[above.start : rate.start], above, below)


def _of_named(every: Sequence[Told], at: int, rate: Quantity) -> Iterator[Diagnostic]:
    """Recompute 网上投诉占信访总量的61.3%: the count of that very name, and a total."""
    named = _NAMED_SHARE.search(rate.label)
    earlier = _earlier(every, at)
    above = next((q for q in reversed(earlier) if named and q.label == named["what"] and q.unit != "%"), None)
    if named is None or above is None or above.is_rough:
        return
    below = [q for q in earlier if _can_divide(q, above) and q is not above and not _COMPARED.search(q.label)]
    if any(_share_words(q.label, named["of"]) for q in below):
        yield from _unlike(every[at], rate, named[0], above, below)


def _turned_round(every: Sequence[Told], at: int, rate: Quantity) -> Iterator[Diagnostic]:
    """Find 占63.1% and 完成率69.7% of which two digits were turned round.

    No two counts of the sentence and the one before make the rate as it is typed, and just one pair
    makes it with two digits in a row exchanged.
    """
    if not rate.decimals or rate.number >= 100:
        return
    sentence = every[at]
    told = [*every[at - 1].quantities] if at and every[at - 1].prose is sentence.prose else []
    told += [q for q in sentence.quantities if q.stop <= rate.start]
    told = [q for q in told if q.unit and q.unit not in _NO_COUNTS and not q.is_rough and q.number]
    if not 2 <= len(told) <= _MOST_COUNTS:
        return
    pairs = [(one, other) for one in told for other in told if _can_divide(other, one) and other is not one]
    turned = _exchanged(f"{rate.number:f}")
    if any(_makes(one, other, rate.number, rate.decimals) for one, other in pairs):
        return
    makers = [
        (one, other)
        for one, other in pairs
        if any(_makes(one, other, number, rate.decimals) for number in turned)
    ]
    if len(makers) == 1:
        yield from _unlike(sentence, rate, rate.label, makers[0][0], [makers[0][1]])


def _exchanged(digits: str) -> list[Decimal]:
    """List what a number is with two digits in a row exchanged: 69.7 for 67.9 as well."""
    places = [at for at, char in enumerate(digits) if char != "."]
    found = []
    for one, other in pairwise(places):
        chars = list(digits)
        chars[one], chars[other] = chars[other], chars[one]
        found.append(Decimal("".join(chars)))
    return found


def _makes(above: Quantity, below: Quantity, number: Decimal, decimals: int) -> bool:
    half = Decimal(1).scaleb(-decimals) / 2
    low = (above.number - above.slack) * 100 / (below.number + below.slack) - half
    high = (above.number + above.slack) * 100 / max(below.number - below.slack, Decimal("0.01")) + half
    return low <= number <= high


def _unlike(
    sentence: Told, rate: Quantity, name: str, above: Quantity, below: Sequence[Quantity]
) -> Iterator[Diagnostic]:
    """Give the finding, unless one of the numbers makes the rate."""
    bases = [q for q in below if q.number]
    if not bases:
        return
    if any(_makes(above, base, rate.number, rate.decimals) for base in bases):
        return
    here = [q for q in bases if q in sentence.quantities]
    nearest = max(here, key=lambda q: q.number) if here else min(
        bases, key=lambda q: abs(above.number * 100 / q.number - rate.number)
    )  # fmt: skip
    percent = _rounded(above.number * 100 / nearest.number, rate.decimals + 1)
    values = {
        "found": name + rate.text,
        "above": above.text,
        "below": nearest.text,
        "percent": f"{percent:f}%",
    }
    yield Diagnostic("figure.rate", sentence.source_of(rate), values)


def _earlier(every: Sequence[Told], at: int) -> list[Quantity]:
    """List the numbers of the sentences before one in its paragraph."""
    found: list[Quantity] = []
    prose = every[at].prose
    while at and every[at - 1].prose is prose:
        at -= 1
        found = [*every[at].quantities, *found]
    return found


def _numerator(sentence: Told, rate: Quantity, key: str) -> Quantity | None:
    """Find the count a rate is named after, the nearest before it, not 不合格 for 合格率."""
    before = [q for q in sentence.quantities if q.stop <= rate.start and q.unit and q.unit != "%"]
    named = [q for q in before[-2:] if re.search(f"(?<![不未]){key}", q.label)]
    return named[-1] if named and not named[-1].is_rough else None


def _can_divide(quantity: Quantity, above: Quantity) -> bool:
    is_alike = quantity.unit == above.unit or {quantity.unit, above.unit} <= set(_CASES)
    return is_alike and quantity.number >= above.number and not quantity.is_rough


def _share_words(one: str, other: str) -> bool:
    """Tell whether two labels share two characters in a row."""
    return any(other[at : at + 2] in one for at in range(len(other) - 1))


def _share_topic(one: Told, other: Told) -> bool:
    text = other.prose.text
    grams = {text[at : at + _FEWEST_SHARED] for at in range(len(text) - _FEWEST_SHARED + 1)}
    return any(
        one.prose.text[at : at + _FEWEST_SHARED] in grams
        for at in range(len(one.prose.text) - _FEWEST_SHARED + 1)
    )


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
