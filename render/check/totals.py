"""Totals: rules about sums that a paragraph spells out: 合计, 资金来源, 收支平衡, and shares in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..diagnostics import Diagnostic
from .once import paragraphs, sentences
from .parted import is_slip, parts_of
from .quantities import Quantity, Told, written
from .rule import Level, Rule, Subject

_TOTAL = re.compile("(?:合计|共计|总计|总共|^共|[^公]共)[^，。；：、0-9]{0,8}$")
_CHANGE = re.compile("增(?!加值)|减|下降|上升|同比|比上年|较上年|提高|降低|占|率")
_SETS = (
    (re.compile("第一产业"), re.compile("第二产业"), re.compile("第三产业")),
    (re.compile("城镇"), re.compile("乡村|农村")),
)
"""What there is no more of; two parts that 其中 names stand in `wholes`."""
_DIVIDED = re.compile("(?:来源|构成|组成|包括|分为|分布)(?:为|是)?[：:]|[：:]")
_BALANCED = re.compile("收支平衡|收支相抵")
_KEPT = re.compile("结转下年|年终结余|年末结余|结转下一年")
_IN = re.compile("收入(?:总计|合计)?$")
_OUT = re.compile("支出(?:总计|合计)?$|调出|上解|结转下|结余|还本")
_OF_HUNDRED = re.compile(
    r"(?:结构|构成|比例|之比)[^，。；0-9]{0,8}?(?P<parts>[0-9]+(?:\.[0-9]+)?(?:[∶:：][0-9]+(?:\.[0-9]+)?){2,})(?!\d)"
)
_EACH = re.compile("(?P<unit>[人户亩件])均")
_SHARE = re.compile("[，,（(]占(?:比|总数的?|总量的?|全部的?)?(?:为|达)?$")
_COUNTED = re.compile("([两三四五六])项(?:资金|补助|经费|救助)?(?:合计|共计?|总计)")
_WORDS = "零一两三四五六"
_TAIL = 4  # characters that a total shares with its parts: 已完成整改81个, 合计完成整改107个
_MOST_PARTS = 8
_NEARLY = Decimal("0.1")  # of a sum, within which a total was meant to be it


def wrong_totals(subject: Subject) -> Iterator[Diagnostic]:
    """Find 1842人次、2315人次，合计4175人次: a total told behind its parts that they do not make."""
    above: list[Told] = []
    for sentence in sentences(subject):
        if above and above[-1].prose is not sentence.prose:
            above = []
        if "共" in sentence.text or "计" in sentence.text:
            for at, total in enumerate(sentence.quantities):
                before = sentence.prose.text[max(total.start - 14, sentence.start) : total.start]
                if total.unit and not total.is_rough and _TOTAL.search(before):
                    yield from _of_total(sentence, total, sentence.quantities[:at], above)
        above.append(sentence)


def whole_sets(subject: Subject) -> Iterator[Diagnostic]:
    """Find 第一, 第二 and 第三产业 that do not make the whole, and what 资金来源： lists."""
    for paragraph in _paragraphs(subject):
        every = [q for sentence in paragraph for q in sentence.quantities]
        if len(every) < 3:
            continue
        for names in _SETS:
            members = [
                next((q for q in every if name.search(q.label) and not _is_change(q)), None) for name in names
            ]
            if all(members):
                found = [q for q in members if q]
                wholes = [q for q in every if q.start < found[0].start and q.unit == found[0].unit]
                yield from _held(paragraph[0], found, [q for q in wholes if not _is_change(q)])
        for at, sentence in enumerate(paragraph):
            colon = _DIVIDED.search(sentence.text)
            if colon is None:
                continue
            listed = [q for q in sentence.quantities if q.start > sentence.start + colon.start()]
            same = [q for q in listed if q.unit == listed[0].unit and not q.is_in_brackets]
            earlier = [q for each in paragraph[: at + 1] for q in each.quantities if q not in listed]
            wholes = [q for q in earlier if same and q.unit == same[0].unit and not _is_change(q)]
            if 2 <= len(same) <= _MOST_PARTS and same == listed:
                yield from _held(sentence, same, wholes)


def not_balanced(subject: Subject) -> Iterator[Diagnostic]:
    """Find 收入1250万元，支出860万元，调出490万元，收支平衡, and what is carried on that is not the rest."""
    for paragraph in _paragraphs(subject):
        for at, sentence in enumerate(paragraph):
            if not (_BALANCED.search(sentence.text) or _KEPT.search(sentence.text)):
                continue
            money = [q for q in sentence.quantities if q.unit == "元" and not _is_change(q)]
            out = [q for q in money if _OUT.search(q.label)]
            own = [q for q in money if _IN.search(q.label) and "支出" not in q.label]
            came = own or [
                q for each in reversed(paragraph[:at]) for q in each.quantities if _is_income(each, q)
            ]
            if not came or len(out) < 2 or any(q.is_rough for q in (*out, came[0])):
                continue
            total = sum((q.number for q in out), Decimal(0))
            slack = came[0].slack + sum((q.slack for q in out), Decimal(0))
            if abs(total - came[0].number) > slack:
                yield _unequal("figure.balance", sentence, came[0], out, total)


def ratios_of_whole(subject: Subject) -> Iterator[Diagnostic]:
    """Find a structure of 11.9∶43.1∶46.8, which comes to 101.8."""
    for sentence in sentences(subject):
        if "∶" not in sentence.text and ":" not in sentence.text and "：" not in sentence.text:
            continue
        for match in _OF_HUNDRED.finditer(sentence.text):
            parts = [Decimal(part) for part in re.split("[∶:：]", match["parts"])]
            places = max(len(part.partition(".")[2]) for part in re.split("[∶:：]", match["parts"]))
            total, allowed = sum(parts, Decimal(0)), Decimal(len(parts)).scaleb(-places) / 2
            if abs(total - 100) > allowed and 85 <= total <= 115:
                values = {"parts": match["parts"], "sum": written(total)}
                source = sentence.prose.source_at(sentence.start + match.start("parts"))
                yield Diagnostic("figure.shares_told", source, values)


def shares_in_a_row(subject: Subject) -> Iterator[Diagnostic]:
    """Find 49件，占33.2% among shares of which the others are of 152: each tells what the whole is."""
    for paragraph in _paragraphs(subject):
        pairs = [
            (count, share, sentence)
            for sentence in paragraph
            for count, share in zip(sentence.quantities, sentence.quantities[1:], strict=False)
            if share.unit == "%" and count.unit not in ("", "%") and not count.is_rough
            and _SHARE.fullmatch(sentence.prose.text[count.stop : share.start])
        ]  # fmt: skip
        units = {count.unit for count, _, _ in pairs}
        for unit in units if len(pairs) > 1 else ():
            yield from _outliers([each for each in pairs if each[0].unit == unit])


def averages(subject: Subject) -> Iterator[Diagnostic]:
    """Find 3.2万亩，总投资5760万元，亩均投资1880元."""
    for sentence in sentences(subject):
        for match in _EACH.finditer(sentence.text) if "均" in sentence.text else ():
            each = next((q for q in sentence.quantities if q.start >= sentence.start + match.end()), None)
            before = [q for q in sentence.quantities if q.start < sentence.start + match.start()]
            counts = [q for q in before if q.unit == match["unit"]]
            amounts = [q for q in before if each and q.unit == each.unit]
            if each is None or len(counts) != 1 or len(amounts) != 1 or each.is_rough or not counts[0].number:
                continue
            label = sentence.prose.text[sentence.start + match.start() : each.start]
            made = amounts[0].number / counts[0].number
            low = (amounts[0].number - amounts[0].slack) / (counts[0].number + counts[0].slack) - each.slack
            high = (amounts[0].number + amounts[0].slack) / max(
                counts[0].number - counts[0].slack, Decimal(1)
            ) + each.slack
            if len(label) <= 8 and not low - Decimal("0.5") <= each.number <= high + Decimal("0.5"):
                values = {
                    "found": label + each.text,
                    "above": amounts[0].text,
                    "below": counts[0].text,
                    "percent": f"{made.quantize(Decimal('0.01')).normalize():f}{each.unit}",
                }
                yield Diagnostic("figure.average", sentence.source_of(each), values)


RULES = (
    Rule("figure.total_told", Level.RECOMMENDED, wrong_totals),
    Rule("figure.whole_set", Level.RECOMMENDED, whole_sets),
    Rule("figure.balance", Level.RECOMMENDED, not_balanced),
    Rule("figure.average", Level.RECOMMENDED, averages),
)


def _paragraphs(subject: Subject) -> Iterator[list[Told]]:
    """List paragraphs as those of their sentences that have numbers."""
    counting = ([each for each in paragraph if each.quantities] for paragraph in paragraphs(subject))
    return (each for each in counting if each)


def _is_change(quantity: Quantity) -> bool:
    return bool(_CHANGE.search(quantity.label))


def _is_income(sentence: Told, quantity: Quantity) -> bool:
    lead = sentence.prose.text[max(quantity.start - 4, 0) : quantity.start]
    return quantity.unit == "元" and lead.endswith(("收入总计", "收入合计"))


def _of_total(
    sentence: Told, total: Quantity, own: Sequence[Quantity], above: Sequence[Told]
) -> Iterator[Diagnostic]:
    """Hold a total against what stands before it: the last parts, as many as make it."""

    def alike(quantities: Sequence[Quantity]) -> list[Quantity]:
        return [q for q in quantities if q.unit == total.unit and not _is_change(q) and not q.is_rough]

    here = alike(own)
    earlier = [q for each in above for q in alike(each.quantities)]
    pool = here if len(here) > 1 else [*(alike(above[-1].quantities) if above else ()), *here]
    tail = total.label[-_TAIL:]
    named = [q for q in (*earlier, *here) if len(tail) == _TAIL and q.label.endswith(tail)]
    counted = _COUNTED.search(sentence.prose.text[max(total.start - 14, sentence.start) : total.start])
    if not (2 <= len(pool) <= _MOST_PARTS or len(named) > 1 or counted):
        return
    sums = [(pool[at:], sum((q.number for q in pool[at:]), Decimal(0))) for at in range(len(pool) - 1)]
    sums += [
        ([one, *here], one.number + sum((q.number for q in here), Decimal(0))) for one in earlier if here
    ]
    if len(named) > 1:
        sums.append((named, sum((q.number for q in named), Decimal(0))))
    if counted:  # 两项共: of the last two, in whatever sentences
        last = [*earlier, *here][-_WORDS.index(counted[1]) :]
        sums.append((last, sum((q.number for q in last), Decimal(0))))
    for parts, made in sums:
        if abs(made - total.number) <= total.slack + sum((q.slack for q in parts), Decimal(0)):
            return
    near = [(parts, made) for parts, made in sums if is_slip(total.number, made, 2)]
    near += [
        (parts, made) for parts, made in sums if abs(made - total.number) <= made * _NEARLY and len(parts) > 1
    ]
    if near and total.number not in [q.number for q in (*earlier, *here)]:
        yield _unequal("figure.total_told", sentence, total, near[0][0], near[0][1])


def _held(sentence: Told, parts: Sequence[Quantity], wholes: Sequence[Quantity]) -> Iterator[Diagnostic]:
    """Hold parts that leave nothing out against the numbers that may be their whole."""
    if any(q.is_rough for q in parts) or len({q.unit for q in parts}) > 1 or parts[0].unit in ("%", ""):
        return
    total = sum((q.number for q in parts), Decimal(0))
    slack = sum((q.slack for q in parts), Decimal(0))
    if any(abs(q.number - total) <= slack + q.slack for q in wholes):
        return
    near = [
        q
        for q in wholes
        if abs(q.number - total) <= total * _NEARLY * 2 and q.number > max(p.number for p in parts)
    ]
    if near:
        whole = min(near, key=lambda q: abs(q.number - total))
        yield _unequal("figure.whole_set", sentence, whole, parts, total)


def _unequal(
    code: str, sentence: Told, whole: Quantity, parts: Sequence[Quantity], total: Decimal
) -> Diagnostic:
    return Diagnostic(code, sentence.prose.source_at(whole.start), parts_of(whole, parts, total))


def _outliers(pairs: Sequence[tuple[Quantity, Quantity, Told]]) -> Iterator[Diagnostic]:
    """Find the share that no whole of the others makes."""
    ranges = []
    for count, share, _ in pairs:
        half = Decimal(1).scaleb(-share.decimals) / 2
        if share.number <= half:
            return
        ranges.append(
            (count.number * 100 / (share.number + half), count.number * 100 / (share.number - half))
        )
    agreeing = [
        [at for at, (low, high) in enumerate(ranges) if low <= other_high and other_low <= high]
        for other_low, other_high in ranges
    ]
    most = max(agreeing, key=len)
    if len(most) == len(pairs) or len(most) * 2 <= len(pairs):
        return
    low, high = max(ranges[at][0] for at in most), min(ranges[at][1] for at in most)
    whole = ((low + high) / 2).to_integral_value()
    for at, (count, share, sentence) in enumerate(pairs):
        if at not in most and whole:
            made = (count.number * 100 / whole).quantize(Decimal(1).scaleb(-share.decimals))
            values = {
                "found": f"{count.text}，占{share.text}",
                "above": count.text,
                "below": written(whole),
                "percent": f"{made:f}%",
            }
            yield Diagnostic("figure.rate", sentence.source_of(share), values)
