"""Counts: rules about numbers of one sentence that do not add up, and rates that are not what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from ..diagnostics import Diagnostic
from ..han import from_han
from .once import proses
from .quantities import Quantity, Told, told, written
from .rule import Level, Rule, Subject

_N = r"([0-9]+(?:\.[0-9]+)?)"
_U = r"(万|亿)?(?:元|[\u4e00-\u9fff]{1,3})?"
_OF_PERSONS = ("人", "名", "人次")
_CASES = ("件", "起", "宗", "例")
_OVERLAP = re.compile("既|又|同时|分别|均|重复|交叉")
_COMPARED = re.compile("上年|去年|同比|同期|增|减|降|升|由|从|计划|目标|拟|力争|将|预计|累计")
_CARRIED = re.compile("结转|上年|去年|往年|存量|积案|遗留|历年")
_LEFT = re.compile("(?:案件|申请)?(?:已|均|全部)?(?:结转|转入|转下|尚未|未)")
_REST = re.compile("待|正在|审查|转送|补正|告知|撤回|视为|其他|其余|移送|登记|结转|尚未|中止|终止")

# What is divided, and into what: the parts make up the whole unless the sentence names a rest.
_SPLITS = (
    (
        re.compile("收到|接收|收案|申请(?:总数)?$"),
        re.compile("(?<!不予)(?<!不)受理"),
        re.compile("不予受理|不受理"),
    ),
    (
        re.compile("应到|应参加|应参训|应参考"),
        re.compile("实到|实际?参加|参训|参考"),
        re.compile("请假|缺席|缺考|未参"),
    ),
    (re.compile("抽查|检查|抽检|评查|检测"), re.compile("(?<!不)合格"), re.compile("不合格")),
    (
        re.compile("受理|收到|交办"),
        re.compile("(?<!未)(?:办结|审结)"),
        re.compile("未办结|未审结|未结|在办|正在办理"),
    ),
    (
        re.compile("发现|排查出|查出|查摆|反馈"),
        re.compile("(?<!未)(?:整改|整治|销号|解决)"),
        re.compile("其余|其他|剩余|剩下|未整改|正在整改"),
    ),
)
_SHARES = (
    "合格率|及格率|参考率|满意率|满意度|办结率|覆盖率|成功率|公开率|应诉率|通过率|准确率|达标率|优良率|采纳率|履行率|普及率|占比|比重"
    "|知晓率|入库率|调解率|胜诉率|败诉率|纠错率|维持率|安全利用率|处置率|治理率|受理率|回复率|答复率"
)
_OVER_WHOLE = re.compile(rf"(?:(?:{_SHARES})[^，。；0-9]{{0,6}}|占[^，。；0-9]{{0,14}}?){_N}[%％]")
_ABOVE = re.compile("增|提高|上升|提升|下降|降低|目标|超额|个百分")
_RATE_NAME = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{2,10}?)(?:率|(?<![同环对相])比)(?:达到?|为|是|高达|均达到?)?$"
)
_BASES = re.compile("受理|收到|审结|办结|收案|申请|应诉|抽查|检查|交办|登记|立案|结案")
_LISTED = re.compile(
    r"(?P<names>(?:《[^《》]+(?:〈[^〉]*〉[^《》]*)*》[、和及与，]?){2,})(?P<more>等)?(?P<number>[0-9]+|[两二三四五六七八九十]+)(?P<unit>件|部|项|个|份|篇|种)"
)
_FROM_TO = re.compile(
    rf"[由从](?:上年的?|[0-9]{{4}}年的?)?{_N}{_U}[^，。；0-9]{{0,8}}?(?:增加|增长|上升|提高|提升|上涨|下降|减少|降低|压减|压缩)(?:到|至|为)"
    rf"(?:[0-9]{{4}}年的?)?{_N}{_U}[，,](?:同比|比上年)?(?:增长|增幅为?|增幅达|上升|下降|降幅为?|减少|降低)了?{_N}[%％]"
)
_BY = re.compile(
    rf"{_N}{_U}[，,（(](?:同比|[比较]上年|[比较]去年|[比较][0-9]{{4}}年)(增加|减少)了?{_N}{_U}[，,、]?(?:同比)?(?:增长|增幅为?|增幅达|下降|降幅为?)了?{_N}[%％]"
)
_BESIDE = re.compile(
    rf"{_N}{_U}[，,（(](?:上年|去年|[0-9]{{4}}年)(?:同期)?(?:为|是)?{_N}{_U}[，,）)]+(?:同比|比上年|较上年)?(?:增长|上升|下降|减少|降低)了?{_N}[%％]"
)
_FEWEST_SHARED = 4  # characters in a row that two paragraphs on one matter share


def parts_over_whole(subject: Subject) -> Iterator[Diagnostic]:
    """Find parts behind 其中 that come to more than the whole."""
    for sentence in _sentences(subject):
        at = sentence.prose.text.find("其中", sentence.start, sentence.start + len(sentence.text))
        whole = next((q for q in reversed(sentence.quantities) if q.start < at), None)
        if at < 0 or whole is None or whole.unit == "%" or whole.is_rough:
            continue
        end = sentence.prose.text.find("其中", at + 2)
        parts = [
            q
            for q in sentence.quantities
            if q.start > at and q.unit == whole.unit and not q.is_in_brackets and (end < 0 or q.start < end)
        ]
        parts = [
            q for q in parts if not _COMPARED.search(q.label) and not _LEFT.match(sentence.prose.text, q.stop)
        ]
        total = sum((q.number for q in parts), Decimal(0))
        is_over = (
            total > whole.number and whole.unit not in _OF_PERSONS and not _OVERLAP.search(sentence.text)
        )
        if any(q.number > whole.number for q in parts) or (is_over and len(parts) > 1):
            values = {
                "whole": f"{whole.label}{whole.text}",
                "parts": "＋".join(q.text for q in parts),
                "sum": written(total),
            }
            yield Diagnostic("figure.parts", sentence.source_of(parts[0]), values)


def parts_unlike_whole(subject: Subject) -> Iterator[Diagnostic]:
    """Find 收到68件，受理51件，不予受理10件: the two parts do not make the whole."""
    for sentence in _sentences(subject):
        for whole_name, one_name, other_name in _SPLITS:
            whole = _labelled(sentence, whole_name)
            one = _labelled(sentence, one_name, after=whole)
            other = _labelled(sentence, other_name, after=one)
            if whole is None or one is None or other is None or len({whole.unit, one.unit, other.unit}) > 1:
                continue
            has_rest = any(
                _REST.search(q.label)
                for q in sentence.quantities
                if q not in (whole, one, other) and not q.is_in_brackets
            ) or (_CARRIED.search(sentence.text) and "结" in one.label)
            if one.number + other.number != whole.number and not has_rest:
                values = {
                    "whole": f"{whole.label}{whole.text}",
                    "one": f"{one.label}{one.text}",
                    "other": f"{other.label}{other.text}",
                    "sum": written(one.number + other.number),
                }
                yield Diagnostic("figure.split", sentence.source_of(other), values)
                break


def carried_over(subject: Subject) -> Iterator[Diagnostic]:
    """Find 上年结转, 受理, 审结 and 结转下年 that do not balance, and more closed than there was."""
    for sentence in _sentences(subject):
        begun = _labelled(sentence, re.compile("上年(?:度)?结转|上年未结|期初"))
        new = _labelled(sentence, re.compile("(?<!不予)受理|新收|收案|收到"))
        done = _labelled(sentence, re.compile("(?<!未)(?:审结|办结|结案)"))
        left = _labelled(
            sentence, re.compile("结转下(?:一)?年|结转至?[0-9]{0,4}年?下|未审结|未办结|尚未审结")
        )
        if new is None or done is None or new.unit != done.unit or new.is_rough or done.is_rough:
            continue
        if begun and left and begun.is_in_brackets is False:
            before, after = begun.number + new.number, done.number + left.number
            if before != after:
                values = {"before": written(before), "after": written(after)}
                yield Diagnostic("figure.carry_over", sentence.source_of(left), values)
        elif (
            not _CARRIED.search(sentence.text)
            and done.number > new.number
            and done.start > new.start
            and _topic(new, done)
        ):
            values = {"new": f"{new.label}{new.text}", "done": f"{done.label}{done.text}"}
            yield Diagnostic("figure.more_done", sentence.source_of(done), values)


def shares_over_whole(subject: Subject) -> Iterator[Diagnostic]:
    """Find shares of more than 100 per cent."""
    for prose in proses(subject):
        for match in _OVER_WHOLE.finditer(prose.text):
            if Decimal(match[1]) > 100 and not _ABOVE.search(match[0]):
                yield Diagnostic("figure.share", prose.source_at(match.start(1)), {"found": match[0]})


def rates_recomputed(subject: Subject) -> Iterator[Diagnostic]:
    """Find a rate that is not what the counts around it make."""
    every = _sentences(subject)
    for sentence in every:
        for rate in sentence.quantities:
            name = _RATE_NAME.search(sentence.prose.text[max(rate.start - 20, sentence.start) : rate.start])
            if rate.unit != "%" or name is None or rate.is_rough:
                continue
            key = name["stem"][-2:]
            above = _numerator(sentence, rate, key)
            if above is None:
                continue
            below = [q.number for q in sentence.quantities if _can_divide(q, above) and q is not above]
            below = below or [
                q.number
                for other in every
                if other.section == sentence.section
                and other.prose is not sentence.prose
                and _share_topic(other, sentence)
                for q in other.quantities
                if _can_divide(q, above) and _BASES.search(q.label)
            ]
            made = {
                number: _rounded(above.number * 100 / number, rate.decimals) for number in below if number
            }
            if made and rate.number not in made.values():
                number = min(made, key=lambda each: abs(made[each] - rate.number))
                percent = _rounded(above.number * 100 / number, rate.decimals + 1)
                values = {
                    "found": name[0].lstrip() + rate.text,
                    "above": written(above.number),
                    "below": written(number),
                    "percent": f"{percent:f}%",
                }
                yield Diagnostic("figure.rate", sentence.source_of(rate), values)


def growth_recomputed(subject: Subject) -> Iterator[Diagnostic]:
    """Find a rate of growth that is not what the two numbers beside it make."""
    for prose in proses(subject):
        for pattern in (_FROM_TO, _BY, _BESIDE):
            for match in pattern.finditer(prose.text):
                before, after = _both(pattern, match)
                printed = match[match.lastindex or 0]
                if not before or before < 0:
                    continue
                decimals = len(printed.partition(".")[2])
                made = _rounded(abs(after - before) * 100 / before, decimals)
                if made != Decimal(printed):
                    values = {
                        "found": match[0],
                        "before": written(before),
                        "after": written(after),
                        "percent": f"{made:f}%",
                    }
                    yield Diagnostic(
                        "figure.growth", prose.source_at(match.start(match.lastindex or 0)), values
                    )


def miscounted_names(subject: Subject) -> Iterator[Diagnostic]:
    """Find 《甲》《乙》三件规范性文件."""
    for prose in proses(subject):
        for match in _LISTED.finditer(prose.text):
            names = match["names"].count("《")
            digits = match["number"].replace("两", "二")
            number = int(digits) if digits.isdecimal() else from_han(digits)
            if names > number or (names < number and not match["more"]):
                values = {"found": match["number"] + match["unit"], "names": names}
                yield Diagnostic("figure.listed", prose.source_at(match.start("number")), values)


def said_twice(subject: Subject) -> Iterator[Diagnostic]:
    """Find the same thing said twice with two numbers."""
    shortest = 6
    seen: dict[tuple[str, str], Quantity] = {}
    for sentence in _sentences(subject):
        for each in sentence.quantities:
            clause = re.split("[，。；]", sentence.prose.text[: each.start])[-1]
            after = sentence.prose.text[each.stop : each.stop + 6]
            if len(each.label) < shortest or not each.unit or each.is_rough:
                continue
            if _COMPARED.search(clause) or _COMPARED.search(after) or re.search("[0-9]月|季度|半年", clause):
                continue
            first = seen.setdefault((each.label, each.unit), each)
            if first.number != each.number:
                values = {"found": each.label + each.text, "first": first.text}
                yield Diagnostic("figure.twice", sentence.source_of(each), values)


RULES = (
    Rule("figure.parts", Level.REQUIRED, parts_over_whole),
    Rule("figure.split", Level.RECOMMENDED, parts_unlike_whole),
    Rule("figure.carry_over", Level.REQUIRED, lambda subject: _of("figure.carry_over", subject)),
    Rule("figure.more_done", Level.RECOMMENDED, lambda subject: _of("figure.more_done", subject)),
    Rule("figure.share", Level.REQUIRED, shares_over_whole),
    Rule("figure.rate", Level.RECOMMENDED, rates_recomputed),
    Rule("figure.growth", Level.REQUIRED, growth_recomputed),
    Rule("figure.listed", Level.RECOMMENDED, miscounted_names),
    Rule("figure.twice", Level.RECOMMENDED, said_twice),
)


def _of(code: str, subject: Subject) -> Iterator[Diagnostic]:
    return (each for each in carried_over(subject) if each.code == code)


def _sentences(subject: Subject) -> Sequence[Told]:
    """Read the text sentence by sentence, once for all of these rules."""
    if "told" not in subject.shared:
        subject.shared["told"] = tuple(told(subject.content)) if subject.content is not None else ()
    known: Sequence[Told] = subject.shared["told"]
    return known


def _labelled(sentence: Told, name: re.Pattern[str], after: Quantity | None = None) -> Quantity | None:
    start = after.start if after else -1
    return next((q for q in sentence.quantities if q.start > start and q.unit and name.search(q.label)), None)


def _topic(one: Quantity, other: Quantity) -> bool:
    """Tell whether what was done is what came in: 受理申请10件，办结12件, not 受理复议5件，审结诉讼8件."""
    rest = re.sub("审结|办结|结案|已|均|全部|按期|按时", "", other.label)
    return not rest or rest in one.label


def _numerator(sentence: Told, rate: Quantity, key: str) -> Quantity | None:
    """Find the count a rate is of: the nearest before it that the rate is named after, not 不合格 for 合格率."""
    before = [q for q in sentence.quantities if q.stop <= rate.start and q.unit and q.unit != "%"]
    named = [q for q in before[-2:] if re.search(f"(?<![不未]){key}", q.label)]
    return named[-1] if named and not named[-1].is_rough else None


def _can_divide(quantity: Quantity, above: Quantity) -> bool:
    is_alike = quantity.unit == above.unit or {quantity.unit, above.unit} <= set(_CASES)
    return is_alike and quantity.number >= above.number and not quantity.is_rough


def _share_topic(one: Told, other: Told) -> bool:
    text = other.prose.text
    grams = {text[at : at + _FEWEST_SHARED] for at in range(len(text) - _FEWEST_SHARED + 1)}
    return any(
        one.prose.text[at : at + _FEWEST_SHARED] in grams
        for at in range(len(one.prose.text) - _FEWEST_SHARED + 1)
    )


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _both(pattern: re.Pattern[str], match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Give last year's number and this year's."""
    if pattern is _BY:
        after, amount = _scaled(match[1], match[2]), _scaled(match[4], match[5])
        return (after - amount if match[3] == "增加" else after + amount), after
    one, other = _scaled(match[1], match[2]), _scaled(match[3], match[4])
    return (one, other) if pattern is _FROM_TO else (other, one)


def _scaled(number: str, scale: str | None) -> Decimal:
    return Decimal(number) * {"万": 10**4, "亿": 10**8}.get(scale or "", 1)
