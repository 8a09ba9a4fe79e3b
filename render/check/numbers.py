"""Numbers: rules about number words that an author typed: 增长-30%, 5千余家, 约5000家左右.

Each rule is a pattern of what nobody should write. What an expression prints is chosen by the numbers and not
looked at, but for a form (写法) of the table of figures, which an author typed too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain

from ..diagnostics import Diagnostic
from ..prose import Prose
from ..report import Figure
from .once import having, proses
from .passages import CELL, LABEL
from .rule import Level, Rule, Subject

_N = r"[0-9]+(?:\.[0-9]+)?"
_UP_DOWN = "增长|增加|上升|提高|提升|下降|减少|降低|压缩|压减|缩短|缩小|回落"
_FALL = "减少|下降|降低|缩小|缩短|压缩|压减"
_MEASURES = (
    "张|册|套|辆|件次|人次|户次|批次|件|起|家|户|人|名|个|次|项|条|份|场|台|宗|例|批|期|所|处|万元|亿元|元"
)
_SIZES = "[%％]|公顷|平方米|平方公里|平方千米|公里|千米|米|吨|亩|天|年|小时|分钟|个月|个工作日"
_RATES = "(?:率|(?<![同环对相])比|比例|比重|占比|满意度)"
_SAID = "(?:同比|比上年|较上年|比去年)?"

PATTERNS: dict[str, str] = {
    "number.base_word": r"[比较与]去年|同比(?:去年|上年)|较之?(?:上年|去年)同期相?比",
    "number.verb": rf"(?:增加|减少)了?{_N}[%％]|(?:增长|下降)了?{_N}(?:{_MEASURES})(?!百分点|千分点)",
    "number.sign": rf"(?:{_UP_DOWN})了?[-−－]{_N}",
    "number.unchanged": rf"(?:{_UP_DOWN})了?[-−－]?0(?:\.0+)?(?:[%％]|个百分点)",
    "number.fall_multiple": rf"(?:{_FALL})了?(?:{_N}|[一两二三四五六七八九十]+)多?[倍番]",
    "number.to_zero": rf"(?:{_FALL})了?100(?:\.0+)?[%％]",
    "number.points": rf"{_RATES}{_SAID}(?:{_UP_DOWN})了?{_N}[%％](?!个?百?分?点|以上|以下|以内|左右)|{_RATES}(?:达到?|为|是)?{_N}[%％]，[比较]上年(?:提高|上升|下降|降低)了?{_N}[%％]|(?:增速|增幅)[^，。；]{{0,6}}?(?:{_UP_DOWN})了?{_N}[%％]"
    rf"|占[^，。；0-9]{{0,12}}{_N}[%％]，[比较]上年(?:提高|上升|降低)了?{_N}[%％]"
    rf"|[由从]{_N}[%％](?:{_UP_DOWN})(?:到|至|为){_N}[%％]，(?:{_UP_DOWN})了?{_N}[%％]",
    "number.points_sign": rf"{_N}[%％‰]个?(?:百分点|千分点|点)",
    "number.duration": rf"(?:天数|时限|时长|用时|工期){_SAID}(?:增长|下降|上升)",
    "number.rank": rf"(?:排名|位次|名次){_SAID}(?:{_UP_DOWN})了?{_N}[%％]",
    "number.breakthrough": "零的?突破",
    "number.nothing": rf"(?:{_UP_DOWN}|持平)了?(?:—|–|--|NaN|nan|∞|N/A|#DIV/0!)[%％]?",
    "number.over_goal": r"超额完成[^，。；0-9]{0,8}?(?:[0-9.]+[万亿]?[^，。；0-9]{1,4}的)?[1-9][0-9]{2,}(?:\.[0-9]+)?[%％]",
    "number.tenths": r"[0-9]+\.[0-9]+成(?![立为员功果本长效绩熟都])|[一二三四五六七八九]点[一二三四五六七八九]成",
    "number.twice_rough": rf"(?:大?约|近|至少|最多|超过?|不足|不低于|不少于)[0-9.]+[万亿]?(?:余|多)?(?:{_MEASURES})?(?:左右|上下|以上|以下|余|多(?!名|人|家))"
    rf"|(?:约|近|超过?|不足)[0-9.]+[万亿]?[余多](?:{_MEASURES})"
    rf"|(?:大?约|近|至少|最多|超过?|不足)[0-9.]+[万亿]?(?:{_SIZES})(?:左右|上下)"
    rf"|[0-9][万亿]?[余多](?:{_MEASURES}|{_SIZES})(?:左右|上下|以上|以下)"
    rf"|[0-9][万亿]?[余多][万亿]?[^，。；、0-9]{{1,6}}(?:[0-9]+周?岁)?[^，。；、0-9]{{0,10}}左右"
    rf"|[0-9][万亿]?(?:多余|余多|几余|余几|几多)|[0-9]几(?={_MEASURES})|[0-9][^，。；、0-9]{{0,8}}(?:以上|以下|以内)(?:左右|上下)",
    "number.remainder": rf"[0-9]*[1-9]余(?:{_MEASURES})|(?<![0-9.])[0-9]+[1-9]多(?:次|件|个|家|户|项|条|份|场|起|名|人)|[0-9]+(?:件|起|家|户|项|条|份|场|台|次)余(?!额|款|温|地|量|留)",
    "number.classes": rf"(?P<bound>{_N})(?P<of>[^0-9，。；、]{{0,3}})以上[^。；]{{0,12}}?(?P=bound)(?P=of)以下",
    "number.scale": rf"[0-9]+\.[0-9]{{3,}}[万亿](?:{_MEASURES})?|(?<![0-9.])0\.[0-9]+万(?!元)(?:{_MEASURES})",
    "number.han_scale": r"[0-9][十百千](?![米瓦克卡帕赫伏安字兆分货姓羽])",
    "number.range": r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?[～~—–-][0-9]+(?:\.[0-9]+)?(?:[%％‰]|[万亿](?:元|件|人|户))",
    "number.separator": rf"(?<![0-9.])[1-9][0-9]{{0,2}}(?:[,，][0-9]{{3}})+余?(?:{_MEASURES})",
    "number.both_nothing": rf"(?<![0-9.])0(?:{_MEASURES})[，（(]?(?:与上年|同比)持平|(?:与上年|同比)持平[，（(](?:均?为)?0(?:{_MEASURES})",
    "number.rough_change": rf"(?:(?:近|约|超过?){_N}[万亿]?(?:{_MEASURES})|(?<![0-9.])[0-9][0-9.]*[万亿]?[余多](?:{_MEASURES}))[，（(]?{_SAID}(?:增长|下降)了?[0-9]+\.[0-9]+[%％]",
    "number.measures": r"[0-9][余多万亿]*(?:台辆|辆台|件起|起件|家户|户家|项件|件项|个件|件个|名人(?![大民员才事社体口])|人名(?![单额称册誉义]))",
    "number.percent": r"百分之[0-9]|[0-9] +[%％]",
}
"""What nobody should write, by the rule's code."""

NEEDS: dict[str, str] = {
    "number.measures": "辆户起项名个",
    "number.verb": "增减降",
    "number.sign": "-−－",
    "number.unchanged": "0",
    "number.fall_multiple": "倍番",
    "number.to_zero": "%％",
    "number.points": "%％",
    "number.points_sign": "点",
    "number.rank": "%％",
    "number.breakthrough": "零",
    "number.nothing": "—–-Nn∞/#",
    "number.over_goal": "%％",
    "number.tenths": "成",
    "number.twice_rough": "左上下余多几",
    "number.remainder": "余多",
    "number.classes": "下",
    "number.scale": "万亿",
    "number.han_scale": "十百千",
    "number.range": "～~—–-",
    "number.both_nothing": "平",
    "number.rough_change": "%％",
    "number.percent": "％%分",
}
"""Characters of which a paragraph must have one to match, by the rule's code."""

_OF_FORMS = ("number.han_scale",)
"""Rules that forms of the table of figures are held to as well."""

_LISTED = re.compile(
    rf"(?P<names>[^，。；：0-9]*[、和与及][^，。；：0-9]*?)(?:同比|比上年)?分别[为是达有]?(?:{_UP_DOWN})?"
    rf"(?P<values>{_N}[^、，。；0-9]{{0,5}}(?:[、和]{_N}[^、，。；0-9]{{0,5}})+)"
)
_ONE_VALUE = re.compile(
    rf"(?P<names>[^，。；：0-9]*[、和与及][^，。；：0-9]*?)分别(?:[为是达]到?|达到)(?P<value>{_N}[^、，。；0-9和]{{0,8}})(?=[。；]|，(?![0-9]))"
)
_AND = re.compile("、|和(?![解谐])|(?<!参)与|(?<![涉普以])及(?![时格])")
"""What stands between names; not of 及时, 和解 and 参与."""
_WHOLE = re.compile(r"(?<![0-9.])100(?:\.(0+))?%")
_FROM_TO = re.compile(
    rf"[由从](?:上年的?|[0-9]{{4}}年的?)?(?P<before>{_N})(?P<scale>[万亿]?)(?:{_MEASURES})?"
    rf"(?:增加|增长|上升|提高|提升|扩大|减少|下降|降低|压减|压缩|增|降|减)(?:到|至|为)(?P<after>{_N})(?P<scale_after>[万亿]?)(?:{_MEASURES})?"
    rf"[，,（(](?P<words>(?:翻了?(?:一番|两番|番))|[近约]?(?:减少|下降|降低|压减)?了?(?:一半|减半)(?!以上|多|还)|(?:增长|增加|扩大|为|是|达到)[^，。；0-9]{{0,5}}(?P<times>{_N})倍)"
)
_TIMES_FIRST = re.compile(
    rf"(?<![高出])(?P<words>(?:增长|增加|扩大|提高)了?(?P<times>{_N})倍)[，,（(][由从](?:上年的?|[0-9]{{4}}年的?)?(?P<before>{_N})(?P<scale>[万亿]?)(?P<unit>{_MEASURES})"
    rf"(?:增加|增长|上升|提高|提升|扩大)(?:到|至|为)(?:[0-9]{{4}}年的?)?(?P<after>{_N})(?P<scale_after>[万亿]?)(?P=unit)"
)
_WAY = re.compile(
    rf"[由从](?:上年的?|[0-9]{{4}}年的?|每[\u4e00-\u9fff]{{1,6}})?(?P<before>{_N})(?P<scale>[万亿]?)(?P<unit>[%％]|[\u4e00-\u9fff]{{0,4}}?)"
    rf"(?P<way>增加|增长|上升|提高|提升|扩大|减少|下降|降低|压减|压缩|缩短|缩减)(?:到|至|为)(?:[0-9]{{4}}年的?)?(?P<after>{_N})(?P<scale_after>[万亿]?)"
    rf"(?P<unit_after>(?P=unit))(?![0-9.万亿])(?:[，,（(](?:减少|增加)了?(?P<by>{_N})(?P<unit_by>(?P=unit))(?![0-9.万亿多余%％]))?"
)
_UP = ("增加", "增长", "上升", "提高", "提升", "扩大")
_OF_RANKS = ("位", "名")
_RATE_OF_CHANGE = re.compile(r"(?:增长|下降)[0-9]+\.([0-9]+)%")
_LIMITS = ("超过", "不足")
_ROUND_FORM = re.compile("(近|超|逾|过|不足)([十百千万亿]+)")
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def matching(code: str) -> Callable[[Subject], Iterator[Diagnostic]]:
    """Make a rule of a pattern."""
    return lambda subject: (found for found, _ in _matches(code, subject))


def _matches(code: str, subject: Subject) -> Iterator[tuple[Diagnostic, re.Match[str]]]:
    pattern = re.compile(PATTERNS[code])
    for prose in proses(subject, NEEDS.get(code, "")):
        for match in pattern.finditer(prose.text):
            inside = range(match.start(), match.end())
            figures = {prose.span_at(at).figure for at in inside} - {None}
            if prose.is_typed(*match.span()) or (figures and _is_of_form(code, subject, prose, match)):
                yield Diagnostic(code, prose.source_at(match.start()), {"found": match[0]}), match


def small_scale(subject: Subject) -> Iterator[Diagnostic]:
    """Find 0.3万件 and 1.2558万件, but not 减少0.4万人 beside 120.6万人, where one unit serves for all."""
    for diagnostic, match in _matches("number.scale", subject):
        scaled = match[0].lstrip("0123456789.")
        is_beside = match[0].startswith("0.") and re.search(rf"(?<![0-9.])[1-9][0-9.]*{scaled}", match.string)
        if not is_beside:
            yield diagnostic


def unequal_lists(subject: Subject) -> Iterator[Diagnostic]:
    """Find 分别 with more names than values, or fewer."""
    for prose in proses(subject, "别"):
        yield from _single_values(prose) if "分别" in prose.text else ()
        for match in _LISTED.finditer(prose.text) if "分别" in prose.text else ():
            names = len(_AND.split(match["names"]))
            values = len(re.findall(_N, match["values"]))
            if names != values and values > 1 and "等" not in match["names"]:
                found = {"found": match[0], "names": names, "values": values}
                yield Diagnostic("number.respectively", prose.source_at(match.start()), found)


def _single_values(prose: Prose) -> Iterator[Diagnostic]:
    """Find 小学、初中分别达到4.5平方米以上, of which one value was lost."""
    for match in _ONE_VALUE.finditer(prose.text):
        names = len(_AND.split(match["names"]))
        if "等" not in match["names"]:
            found = {"found": match[0], "names": names, "values": 1}
            yield Diagnostic("number.respectively", prose.source_at(match.start()), found)


def mixed_decimals(subject: Subject) -> Iterator[Diagnostic]:
    """Find 100% and 100.00% in one document."""
    seen: dict[str, str] = {}
    for prose in proses(subject, "%"):
        for match in _WHOLE.finditer(prose.text):
            first = seen.setdefault("first", match[0])
            if match[0] != first and match[0] not in seen:
                seen[match[0]] = match[0]
                values = {"found": match[0], "first": first}
                yield Diagnostic("number.decimals", prose.source_at(match.start()), values)


def untrue_multiples(subject: Subject) -> Iterator[Diagnostic]:
    """Find 由10件降至6件，减少一半 and other multiples that the two numbers before them do not make."""
    for prose in _proses(subject, "由从"):
        for match in chain(_FROM_TO.finditer(prose.text), _TIMES_FIRST.finditer(prose.text)):
            before, after = Decimal(match["before"]), Decimal(match["after"])
            if not before or match["scale"] != match["scale_after"]:
                continue
            made = after / before
            if not is_so(match["words"], match["times"], made) and prose.is_typed(*match.span("words")):
                values = {"found": match[0], "times": f"{made.quantize(Decimal('0.01')).normalize():f}"}
                yield Diagnostic("number.multiple", prose.source_at(match.start()), values)


def untrue_ways(subject: Subject) -> Iterator[Diagnostic]:
    """Find 由6条减少到1条，减少6条, and 由6条增加到1条, which direction.from_to tells in a report."""
    for prose in _proses(subject, "由从"):
        for match in _WAY.finditer(prose.text):
            before, after = Decimal(match["before"]), Decimal(match["after"])
            is_alike = match["scale"] == match["scale_after"] and match["unit"] == match["unit_after"]
            if not is_alike or match["unit"] in _OF_RANKS or not prose.is_typed(*match.span("way")):
                continue
            is_up = match["way"] in _UP
            by = match["by"] and not match["scale"] and match["unit"] == match["unit_by"]
            if (subject.report is None and is_up is not (after > before)) or (
                by and Decimal(match["by"]) != abs(after - before)
            ):
                values = {"found": match[0], "before": match["before"], "after": match["after"]}
                yield Diagnostic("number.from_to", prose.source_at(match.start()), values)


def is_so(words: str, times: str | None, made: Decimal) -> bool:
    """Tell whether words are true of what the second number is of the first."""
    if times is not None:
        decimals = Decimal(1).scaleb(-len(times.partition(".")[2]))
        said = made if words.startswith(("为", "是", "达到", "增加到", "增长到", "扩大到")) else made - 1
        return said.quantize(decimals, ROUND_HALF_UP) == Decimal(times)
    if "番" in words:
        goal = Decimal(4 if "两番" in words else 2)
        return goal * Decimal("0.975") <= made
    if words[0] in "近约":
        return Decimal("0.5" if words[0] == "近" else "0.45") <= made < Decimal("0.55")
    return made == Decimal("0.5")


def mixed_rates(subject: Subject) -> Iterator[Diagnostic]:
    """Find a rate of change with other decimals than the first one that has any; whole ones are let be."""
    first = ""
    for prose in _proses(subject, "%"):
        for match in _RATE_OF_CHANGE.finditer(prose.text):
            first = first or match[0]
            if len(match[1]) != len(first.partition(".")[2].rstrip("%")) and prose.is_typed(*match.span()):
                values = {"found": match[0], "first": first}
                yield Diagnostic("number.rate_decimals", prose.source_at(match.start()), values)
                return


def other_measure(subject: Subject) -> Iterator[Diagnostic]:
    """Find a figure of 户 that is followed by 家."""
    measures = re.compile(_MEASURES)
    for prose in proses(subject):
        for _, stop, span in prose.figures():
            figure = _figure(subject, span.figure)
            if figure is None or not figure.unit or not re.fullmatch("[0-9.]+[余多]?", span.text):
                continue
            typed = measures.match(prose.text, stop)
            if typed and not prose.text.startswith(figure.unit, stop) and measures.fullmatch(figure.unit):
                values = {"figure": figure.name, "unit": figure.unit, "found": span.text + typed[0]}
                yield Diagnostic("number.measure", span.source, values)


def limits_that_are_none(subject: Subject) -> Iterator[Diagnostic]:
    """Find 超过 before the very number of a figure: what is 200 does not exceed 200."""
    for prose in proses(subject):
        for start, _, span in prose.figures():
            figure = _figure(subject, span.figure)
            word = next((word for word in _LIMITS if prose.text[:start].endswith(word)), "")
            if (
                word
                and figure is not None
                and not figure.form
                and re.fullmatch("[0-9.]+", span.text.removesuffix(figure.unit))
            ):
                values = {"figure": figure.name, "found": word + span.text}
                yield Diagnostic("number.limit", span.source, values)


def untrue_forms(subject: Subject) -> Iterator[Diagnostic]:
    """Find a form (写法) that its value has outgrown: 近万 of 10,200."""
    if subject.report is None or subject.figures is None or subject.year is None:
        return
    near_from = subject.report.wording.near_from
    for figure in subject.figures.figures.values():
        match = _ROUND_FORM.fullmatch(figure.form)
        value = figure.values.get(subject.year)
        if match is None or value is None or not isinstance(value.number, Decimal):
            continue
        goal, number = Decimal(1), value.number
        for scale in match[2]:
            goal *= _SCALES[scale]
        is_below = match[1] in ("近", "不足")
        is_true = (
            (goal * near_from if match[1] == "近" else 0) <= number <= goal if is_below else number >= goal
        )
        if not is_true:
            values = {"figure": figure.name, "found": figure.form, "number": f"{number:f}"}
            yield Diagnostic("number.form", value.source, values)


def _figure(subject: Subject, key: str | None) -> Figure | None:
    """Give the figure that characters print; None of typed ones, and in a file that has no figures."""
    return subject.figures.figures.get(key) if subject.figures and key else None


def _proses(subject: Subject, needs: str) -> Iterator[Prose]:
    passages = having(subject, frozenset(needs))
    return (passage.prose for passage in passages if passage.role not in (CELL, LABEL))


def _is_of_form(code: str, subject: Subject, prose: Prose, match: re.Match[str]) -> bool:
    """Tell whether what was found is a form's own wording, or goes over from typed words to a value."""
    spans = {prose.span_at(at) for at in range(match.start(), match.end())}
    if len(spans) == 1:
        (span,) = spans
        figure = _figure(subject, span.figure)
        return code in _OF_FORMS and figure is not None and bool(figure.form)
    return any(span.figure is None for span in spans)


_LEVELS = {
    "number.sign": Level.REQUIRED,
    "number.fall_multiple": Level.REQUIRED,
    "number.points": Level.REQUIRED,
    "number.points_sign": Level.REQUIRED,
    "number.nothing": Level.REQUIRED,
    "number.rank": Level.REQUIRED,
    "number.over_goal": Level.REQUIRED,
    "number.duration": Level.CUSTOMARY,
    "number.breakthrough": Level.CUSTOMARY,
    "number.rough_change": Level.CUSTOMARY,
}

RULES = (
    *(
        Rule(
            code,
            _LEVELS.get(code, Level.RECOMMENDED),
            small_scale if code == "number.scale" else matching(code),
        )
        for code in PATTERNS
    ),
    Rule("number.respectively", Level.REQUIRED, unequal_lists),
    Rule("number.measure", Level.RECOMMENDED, other_measure),
    Rule("number.limit", Level.RECOMMENDED, limits_that_are_none),
    Rule("number.form", Level.RECOMMENDED, untrue_forms),
    Rule("number.multiple", Level.REQUIRED, untrue_multiples),
    Rule("number.from_to", Level.REQUIRED, untrue_ways),
    Rule("number.rate_decimals", Level.CUSTOMARY, mixed_rates),
    Rule("number.decimals", Level.CUSTOMARY, mixed_decimals),
)
