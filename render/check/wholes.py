"""Wholes: rules about numbers of a paragraph that make up another: parts, what came in and what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..diagnostics import Diagnostic
from .once import sentences
from .parted import births, is_slip, kept, parts_of, passed_and_failed, rows_of_parts
from .quantities import Quantity, Told, written
from .rule import Level, Rule, Subject

_OF_PERSONS = ("人", "名", "人次")
_OVERLAP = re.compile("既|又|同时|分别|均|重复|交叉")
_COMPARED = re.compile("上年|去年|同比|同期|(?<!新)增(?!加值)|减|降|升|由|从|计划|目标|拟|力争|将|预计|累计")
_CARRIED = re.compile("结转|上年|去年|往年|存量|积案|遗留|历年|期初|年初")
_BEGUN = re.compile("上年|去年|往年|存量|积案|遗留|历年|期初|年初|累计")
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
    (
        re.compile("排查[\u4e00-\u9fff]*(?:纠纷|矛盾|隐患|问题)$"),
        re.compile("化解|调解成功|整改|整治"),
        re.compile("其余|剩余|剩下"),
    ),
    (re.compile("送审"), re.compile("审定|核定"), re.compile("审减|核减")),
    (re.compile("收入$"), re.compile("支出$"), re.compile("结余$")),
)
_WHOLLY = (
    (re.compile("(?<!非)税收收入$"), re.compile("非税收入$")),
    (re.compile("基本支出$"), re.compile("项目支出$")),
    (re.compile("报告书$"), re.compile("报告表$")),
    (re.compile("男[性生]?$"), re.compile("女[性生]?$")),
)
"""Two parts beside which there is no third."""

_IS_DONE = re.compile(
    "(?:按期|按时|如期)?(?:完成|办结|整改|整治|解决|销号|答复|落实|审结|调处|兑现|开工|竣工|建成|交付|验收|拨付|治理)"
    "(?:整改|整治|治理|销号|到位|验收)?"
)
_REMAINS = re.compile("其余|剩余|剩下|余下|另有|正在|尚未|还有|未")
_STILL = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:正在|尚未|未完成|未办结|达到时序|达到序时|按时序|持续推进|有序推进|正按|抓紧|处于|仍在)"
)
_AMONG = re.compile(
    "(?P<what>[^，。；：0-9]{0,6}(?P<count>[0-9]+[\u4e00-\u9fff])?[^，。；：0-9]{0,8}[^，。；：0-9其])中，"
)
_LIST_GOES_ON = re.compile("等|主要|重点|特别|新增|以上")
_OF_A_CHANGE = re.compile("上年|去年|同比|同期|增(?!加值)|减|下降|上升")
_IN_ALL = re.compile("共计?$|合计$|总计$|总额为?$")
_DEALT = Decimal("0.2")  # of what is dealt out, within which its parts were meant to make it
_LEADS_IN = re.compile("[^、0-9]*[0-9.]+[万亿]元[^、0-9]*(?:结果|等级|等次)|(?![^、]*[0-9])[^、0-9]*[，：]")
_FEWEST = 10  # of what is dealt out; smaller numbers come near each other by chance

_CAME_AND_DONE = (
    (
        re.compile("(?<!不予)受理|新收|收案|收到|接收|接到|接报|[转交]办"),
        re.compile("(?<!未)(?:审结|办结|结案|答复)"),
    ),
    (re.compile("发现|排查出|查出|查摆"), re.compile("(?<!未)(?:整改|整治|销号|治理|解决)")),
    (re.compile("调解|化解"), re.compile("(?:调解|化解)?成功")),
)
_DONE_WORDS = re.compile(
    "审结|办结|结案|答复|整改|整治|销号|治理|解决|调解|化解|成功|完成|到位|已|均|全部|按期|按时"
)


def parts_over_whole(subject: Subject) -> Iterator[Diagnostic]:
    """Find parts behind 其中 that come to more than the whole."""
    for sentence, wholes, parts in _divided(subject):
        total, unit = sum((q.number for q in parts), Decimal(0)), parts[0].unit
        whole = max(wholes, key=lambda q: q.number)
        slack = whole.slack + sum((q.slack for q in parts), Decimal(0))
        is_over = total > whole.number + slack and unit not in _OF_PERSONS
        is_over = is_over and len(parts) > 1 and not _OVERLAP.search(sentence.text)
        if is_over or any(q.number > whole.number for q in parts):
            yield Diagnostic("figure.parts", sentence.source_of(parts[0]), parts_of(whole, parts, total))


def parts_unequal(subject: Subject) -> Iterator[Diagnostic]:
    """Find parts that are listed one by one and come to another number than the whole, by a slip it seems."""
    for sentence, wholes, parts in _divided(subject):
        listed = _wholly(parts) or _in_a_row(sentence, parts)
        total = sum((q.number for q in listed), Decimal(0))
        slack = sum((q.slack for q in listed), Decimal(0))
        others = [q.number for q in parts if q not in listed]
        sums = [total, *(total + other for other in others)]
        if not listed or any(abs(q.number - each) <= slack + q.slack for q in wholes for each in sums):
            continue
        whole = wholes[-1]
        if total > max(q.number for q in wholes) + slack:
            continue  # said of `figure.parts`
        if _wholly(parts) or is_slip(whole.number, total, len(listed)):
            values = parts_of(whole, listed, total)
            yield Diagnostic("figure.parts_unequal", sentence.source_of(listed[0]), values)
    for sentence, whole, listed in (*_listed_wholes(subject), *rows_of_parts(subject)):
        total = sum((q.number for q in listed), Decimal(0))
        slack = whole.slack + sum((q.slack for q in listed), Decimal(0))
        is_near = abs(total - whole.number) <= whole.number * _DEALT
        if abs(total - whole.number) > slack and is_near and whole.number >= _FEWEST:
            values = parts_of(whole, listed, total)
            yield Diagnostic("figure.parts_unequal", sentence.source_of(listed[0]), values)


def _listed_wholes(subject: Subject) -> Iterator[tuple[Told, Quantity, list[Quantity]]]:
    """List what a sentence counts and then deals out: 对18宗房产盘活，出租11宗、划转4宗、拍卖3宗."""
    for sentence in sentences(subject):
        if len(sentence.quantities) < 3 or "其中" in sentence.text:
            continue
        own = [q for q in sentence.quantities if q.unit and q.unit != "%" and not q.is_in_brackets]
        for at, whole in enumerate(own[:-2]):
            following: list[Quantity] = []
            for q in own[at + 1 :]:
                if q.unit == "元" != whole.unit and not following:
                    continue  # 对48个项目开展评价，涉及资金6.5亿元，优的18个
                if q.unit != whole.unit or q.is_rough or _OF_A_CHANGE.search(q.label):
                    break
                following.append(q)
            if not following or whole.is_rough or (at and own[at - 1].unit == whole.unit):
                continue
            text = sentence.prose.text
            if (
                not re.match(
                    _LEADS_IN,
                    text[whole.stop : following[0].start],
                )
                or "中，" in sentence.text
            ):
                continue
            if _IN_ALL.search(text[max(whole.start - 6, sentence.start) : whole.start]):
                alike = len(following) > 1 and _shared(following[0].label, following[1:])
                if alike and len(own) == at + 1 + len(following):
                    yield sentence, whole, following
            elif len(listed := _in_a_row(sentence, following)) > 2 and listed == following:
                yield sentence, whole, listed


def _shared(label: str, others: Sequence[Quantity]) -> bool:
    """Tell whether parts are of one kind: they share their verb, 承担, or their noun, 费用."""
    grams = [label[at : at + 2] for at in range(len(label) - 1)]
    return any(all(gram in q.label for q in others) for gram in grams)


def parts_unlike_whole(subject: Subject) -> Iterator[Diagnostic]:
    """Find 收到68件，受理51件，不予受理10件: the two parts do not make the whole."""
    yield from births(subject)
    yield from kept(subject)
    yield from passed_and_failed(subject)
    before: Told | None = None
    for sentence in sentences(subject):
        if len(sentence.quantities) > 1:
            above = before if before is not None and before.prose is sentence.prose else None
            for whole, one, others in (*_split(sentence), *_done_and_left(sentence, above)):
                total = one.number + sum((q.number for q in others), Decimal(0))
                slack = whole.slack + one.slack + sum((q.slack for q in others), Decimal(0))
                if abs(total - whole.number) > slack:
                    values = {
                        "whole": f"{whole.label}{whole.text}",
                        "one": f"{one.label}{one.text}",
                        "other": "、".join(f"{q.label}{q.text}" for q in others),
                        "sum": written(total),
                    }
                    yield Diagnostic("figure.split", sentence.source_of(others[0]), values)
                    break
        before = sentence


def carried_over(subject: Subject) -> Iterator[Diagnostic]:
    """Find 上年结转, 受理, 审结 and 结转下年 that do not balance."""
    above: list[Told] = []
    for sentence in sentences(subject):
        if above and above[-1].prose is not sentence.prose:
            above = []
        above.append(sentence)
        if len(sentence.quantities) < 2 or "结" not in sentence.text:
            continue
        begun = next(filter(None, (_labelled(each, _FROM_BEFORE) for each in above[::-1])), None)
        came = next(
            filter(None, ([q for q in each.quantities if _CAME.search(q.label)] for each in above[::-1])), []
        )
        done = _labelled(sentence, re.compile("(?<!未)(?:审结|办结|结案)"))
        left = _labelled(sentence, _ENDS) or next(
            (q for q in sentence.quantities if q.unit and _ENDS.match(sentence.prose.text, q.stop)), None
        )
        if not came or not done or not left or len({*(q.unit for q in came), done.unit, left.unit}) > 1:
            continue
        if done.is_rough or any(q.is_rough for q in came) or (begun and begun.is_in_brackets):
            continue
        if begun is None and _BEGUN.search(sentence.prose.text):
            continue
        before = [q.number + (begun.number if begun else 0) for q in came]
        after = done.number + left.number
        if after not in before:
            values = {"before": written(before[-1]), "after": written(after)}
            yield Diagnostic("figure.carry_over", sentence.source_of(left), values)


def more_done(subject: Subject) -> Iterator[Diagnostic]:
    """Find more that was closed than came in, with no word of what came over from before."""
    for sentence in sentences(subject):
        if len(sentence.quantities) < 2 or _CARRIED.search(sentence.text):
            continue
        for came, finished in _CAME_AND_DONE:
            new, done = _labelled(sentence, came), _labelled(sentence, finished)
            if new is None or done is None or new.unit != done.unit or new.is_rough or done.is_rough:
                continue
            if done.number > new.number and done.start > new.start and _topic(new, done):
                values = {"new": f"{new.label}{new.text}", "done": f"{done.label}{done.text}"}
                yield Diagnostic("figure.more_done", sentence.source_of(done), values)
                break


RULES = (
    Rule("figure.parts", Level.REQUIRED, parts_over_whole),
    Rule("figure.parts_unequal", Level.RECOMMENDED, parts_unequal),
    Rule("figure.split", Level.RECOMMENDED, parts_unlike_whole),
    Rule("figure.carry_over", Level.REQUIRED, carried_over),
    Rule("figure.more_done", Level.RECOMMENDED, more_done),
)

_FROM_BEFORE = re.compile("上年(?:度)?结转|上年未结|期初")
_CAME = _CAME_AND_DONE[0][0]
_ENDS = re.compile(
    "(?:已)?结转(?:至)?(?:下|[0-9]{4}年)|结转至?[0-9]{0,4}年?下|未审结|未办结|尚未审结|尚未办结|正在审理"
)


def _divided(subject: Subject) -> Iterator[tuple[Told, list[Quantity], list[Quantity]]]:
    """List sentences with 其中: what may be the whole, the likeliest last, and the parts."""
    above: list[Told] = []
    for sentence in sentences(subject):
        if above and above[-1].prose is not sentence.prose:
            above = []
        found = _behind(sentence, above) if "其中" in sentence.text or "中，" in sentence.text else None
        above.append(sentence)
        if found:
            yield sentence, *found


def _behind(sentence: Told, above: Sequence[Told]) -> tuple[list[Quantity], list[Quantity]] | None:
    text = sentence.prose.text
    at = text.find("其中", sentence.start, sentence.start + len(sentence.text))
    end = text.find("其中", at + 2)
    among = _AMONG.match(sentence.text) if at < 0 else None
    if among is not None:
        at, end = sentence.start + among.end("what"), -1
        if not among["count"]:
            above = [each for each in above if any(_names(among["what"], q) for q in each.quantities)]
            if not above:
                return None
    parts = [
        q
        for q in sentence.quantities
        if q.start > at and not q.is_in_brackets and (end < 0 or q.start < end) and q.unit != "%"
    ]
    inside = [q for q in sentence.quantities if q.start < at]
    unit = inside[-1].unit if inside and inside[-1].unit != "%" else parts[0].unit if parts else ""
    parts = [
        q for q in parts if q.unit == unit and not _COMPARED.search(q.label) and not _LEFT.match(text, q.stop)
    ]
    wholes = [q for q in inside if q.unit == unit and not _COMPARED.search(q.label)][-1:]
    if not wholes and not [q for q in inside if q.unit != "%"]:
        wholes = [
            q for each in above for q in each.quantities if q.unit == unit and not _COMPARED.search(q.label)
        ]
        nearest = next((each for each in reversed(above) if any(q in wholes for q in each.quantities)), None)
        main = next((q for q in nearest.quantities if q in wholes), None) if nearest else None
        wholes = [*wholes, main] if main else []
    if not unit or not parts or not wholes or any(q.is_rough for q in (*wholes, *parts)):
        return None
    return wholes, parts


def _names(words: str, quantity: Quantity) -> bool:
    """Tell whether 审结案件中 means what 审结81件 counts."""
    return any(quantity.label[at : at + 2] in words for at in range(len(quantity.label) - 1))


def _wholly(parts: Sequence[Quantity]) -> list[Quantity]:
    """Pick two parts beside which there is no third."""
    for one_name, other_name in _WHOLLY:
        one = next((q for q in parts if one_name.search(q.label)), None)
        other = next((q for q in parts if other_name.search(q.label)), None)
        if one and other:
            return [one, other]
    return []


def _in_a_row(sentence: Told, parts: Sequence[Quantity]) -> list[Quantity]:
    """Pick the parts of a list that goes on from 、 to 、 and ends without 等."""
    text = sentence.prose.text
    listed = [parts[0]]
    for part in parts[1:]:
        between = text[listed[-1].stop : part.start]
        if not re.fullmatch("[^，。；：、（）0-9]{0,8}、[^，。；：、（）0-9]*", between):
            break
        listed.append(part)
    at = max(text.rfind(word, sentence.start, listed[0].start) for word in ("其中", "中，"))
    said = text[at if at >= 0 else listed[0].start : listed[-1].stop + 4]
    if len(listed) < 2 or _LIST_GOES_ON.search(said):
        return []
    return listed


def _split(sentence: Told) -> Iterator[tuple[Quantity, Quantity, list[Quantity]]]:
    """List wholes that are divided in two, by the words they go by."""
    for whole_name, one_name, other_name in _SPLITS:
        whole = _labelled(sentence, whole_name)
        one = _labelled(sentence, one_name, after=whole) if whole else None
        other = _labelled(sentence, other_name, after=one) if one else None
        if whole is None or one is None or other is None or len({whole.unit, one.unit, other.unit}) > 1:
            continue
        between = [
            q
            for q in sentence.quantities
            if whole.stop <= q.start < one.start and q.unit == whole.unit and not q.is_in_brackets
        ]
        if any(one.stop <= q.start < other.start and q.unit == whole.unit for q in sentence.quantities):
            continue  # 化解923件，转办10件，其余13件
        if between and all(sentence.prose.text[q.stop : q.stop + 1] == "、" for q in between):
            continue  # 优秀206宗、合格109宗、不合格5宗 are parts in a row, of which other rules tell
        has_rest = any(
            _REST.search(q.label)
            for q in sentence.quantities
            if q not in (whole, one, other) and not q.is_in_brackets
        ) or (_CARRIED.search(sentence.text) and ("结" in one.label or "支出" in one.label))
        if not has_rest:
            yield whole, one, [other]


def _done_and_left(sentence: Told, above: Told | None) -> Iterator[tuple[Quantity, Quantity, list[Quantity]]]:
    """List 14项任务，已完成13项，1项达到时序进度: what there was, what is done, and what is not."""
    text = sentence.prose.text
    own = [q for q in sentence.quantities if q.unit and q.unit != "%" and not q.is_in_brackets]
    for at, done in enumerate(own):
        if not _IS_DONE.fullmatch(done.label) or text[done.start - len(done.label) - 1] not in "已，中均":
            continue
        before = own[at - 1] if at else None
        if at == 0 and above is not None:
            alike = [q for q in above.quantities if q.unit == done.unit]
            before = alike[0] if len(alike) == 1 else None
        left = []
        for q in own[at + 1 :]:
            if q.unit != done.unit or not (_REMAINS.search(q.label) or _STILL.match(text, q.stop)):
                break
            left.append(q)
        if before is None or before.unit != done.unit or not left or _CARRIED.search(sentence.text):
            continue
        if not any(q.is_rough for q in (before, done, *left)) and len(own) == at + 1 + len(left):
            yield before, done, left


def _labelled(sentence: Told, name: re.Pattern[str], after: Quantity | None = None) -> Quantity | None:
    start = after.start if after else -1
    return next((q for q in sentence.quantities if q.start > start and q.unit and name.search(q.label)), None)


def _topic(one: Quantity, other: Quantity) -> bool:
    """Tell whether what was done is what came in: 受理申请10件，办结12件, not 受理复议5件，审结诉讼8件."""
    rest = _DONE_WORDS.sub("", other.label)
    return not rest or rest in one.label
