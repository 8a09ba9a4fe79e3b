"""Directions: whether 增长, 下降, 持平 and 翻番 that an author typed say what the figures beside them do.

A statement is a typed word of change with what it is compared to and the amount behind it, such as
比上年增长12.5%. Its figure is the one printed before it with nothing but its unit and a comma between, or
with a word that names it (满意率96%，满意率比上年提高…), or the one it leads up to (比上年增加到9件). A
statement about anything else is left alone: 减少申办材料14份 and 压减办理时限3天 tell amounts, not changes
from year to year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from .change import Case, Change, change_between, printed_decimals, rounded
from .content import Content
from .diagnostics import Diagnostic
from .noun import Noun
from .pattern import pattern
from .prose import Prose, prose_of
from .report import Absence, Figure, FigureKind, FigureTable
from .sentences import sentences
from .wording import Wording

UP = ("增长", "增加", "增多", "上升", "提高", "提升", "上涨", "攀升", "延长", "扩大")
DOWN = ("下降", "减少", "降低", "缩短", "压缩", "压减", "缩减", "回落", "下滑", "下跌", "缩小", "收窄")

_HAN = {char: number for number, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_LAST_YEAR = "(?:上一?年度?|去年)"
_ADVERB = (
    "(?:分别|均|都|又|再|已|进一步|持续|不断|大幅度?|显著|明显|略有?|小幅|稳步|逐年|有所|实现|共|总体|基本)"
)
_VERB = "|".join((*UP, *DOWN, "持平"))
_WORDS = (*UP, *DOWN, "持平", "减半", "番", "倍")
"""One of them stands in every statement; most paragraphs hold none and are done with."""
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_STATEMENT = pattern(
    rf"(?P<base>同比|(?:相?[比较与]|较之|对比)(?:{_LAST_YEAR}|(?P<year>[0-9]{{4}})年度?)(?:同期|[末底])?(?:相比)?)?"
    rf"[，,]?(?P<adverb>{_ADVERB}{{0,2}})(?:"
    rf"(?P<verb>{_VERB})(?P<to>[了到至为]?)(?P<about>[近约超逾]?)"
    rf"(?:(?P<number>{_NUMBER})(?P<unit>个?[百千]分点|[%％‰]|[倍番成]|[万亿]?[\u4e00-\u9fff]{{0,3}})"
    rf"|(?P<half>一半)|(?P<parts>[二三四五六七八九十]分之[一二两三四五六七八九]))?"
    rf"|(?P<halved>减半)|翻了?(?P<doubled>[一两二三]?)番)"
)
_MULTIPLE = pattern(rf"(?:[是为]|达到?)(?:{_LAST_YEAR}|(?P<year>[0-9]{{4}})年度?)的(?P<number>{_NUMBER})倍")
_FROM_TO = pattern(
    rf"[由从][^，。；由从0-9]{{0,8}}?(?P<from>{_NUMBER})[^0-9，。；]{{0,6}}?(?P<verb>{_VERB})了?[到至为]"
    rf"[^，。；0-9]{{0,8}}?(?P<to>{_NUMBER})(?:[%％‰]|个?[百千]分点|[万亿]?[件起家户人名个次项条份位元天吨亩倍](?:次|工作日)?)?"
)
_RANKED = pattern("排名|位次|名次|位列|位居")
_BEFORE_RANK = 10  # characters in which 排名 stands before 由10位
_LEADS_UP = pattern("[，,]?(?:达到?|到|至|为)?")
_START = pattern(r"[由从](?:上年的?)?第?[0-9][^，。；]{0,12}$")  # 由42.28%, before 提升至
_BETWEEN = pattern("[，,（(]?")
_ENDS = pattern(r"[，。；、！？）)：\n]|$")
_PLANNED = pattern("力争|争取|确保|计划|预计|目标|拟|将|要求|规划")
_DENIED = tuple("不未没无反转别")
_BREAKS = "。；！？\n"
_TYPED_BASE = pattern(rf"[由从][^，。；]{{0,12}}[0-9].{{0,12}}[到至]|{_LAST_YEAR}[^，。；0-9]{{0,4}}[0-9]")
_VALUE = pattern(r"[−-]?(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)")


class _Statement(Noun, frozen=True):
    """A typed word of change and the figure it is about."""

    match: re.Match[str]
    at: int  # first character of the match in its paragraph
    figure: Figure
    change: Change
    base_year: int

    def part(self, name: str) -> str:
        """Give a part of the statement; "" when it has none."""
        return self.match.groupdict().get(name) or ""

    @property
    def ratio(self) -> Fraction | None:
        """How many times as much it is; None where that is not defined."""
        before, after = self.change.before, self.change.after
        if before is None or after is None or before <= 0 or after < 0 or self.change.difference is None:
            return None
        return Fraction(after) / Fraction(before)


def contradictions(
    content: Content, table: FigureTable, wording: Wording, *, year: int
) -> Iterator[Diagnostic]:
    """Find typed words of change that the figures contradict, or that have no base.

    Args:
        content: The report as said.
        table: The figures, with formulas worked out.
        wording: Its number words.
        year: The year reported on.
    """
    for prose in prose_of(content):
        if not any(word in prose.text for word in _WORDS):
            continue
        reversed_ = list(_from_to(prose))
        yield from (
            Diagnostic("direction.from_to", prose.source_at(at.start("verb")), {"words": at[0]})
            for at in reversed_
        )
        yield from _Reading(prose, table, wording, year, [range(*at.span()) for at in reversed_]).findings()


class _Reading:
    """One paragraph, read against the figures."""

    def __init__(
        self, prose: Prose, table: FigureTable, wording: Wording, year: int, said: Sequence[range]
    ) -> None:
        self.prose, self.wording, self.year = prose, wording, year
        self.said = said  # characters that a finding has been made of
        self.values = [
            (start, stop, figure)
            for start, stop, span in prose.figures()
            if (figure := table.figures.get(span.figure or "")) and _prints(figure, year, span.text)
        ]

    def findings(self) -> Iterator[Diagnostic]:
        """Read statement by statement."""
        text = self.prose.text
        if not self.values and "番" not in text:
            return
        for span in sentences(text):
            for told in (_STATEMENT, _MULTIPLE):
                for match in told.finditer(text, span.start, span.stop):
                    yield from self._read(match, span)

    def _read(self, match: re.Match[str], sentence: range) -> Iterator[Diagnostic]:
        groups = match.groupdict()
        word = match.span("verb") if groups.get("verb") else match.span()
        text = self.prose.text
        before = text[sentence.start : match.start()]
        if not self.prose.is_typed(*word) or any(word[0] in each for each in self.said):
            return
        if before.endswith(_DENIED) or "分别" in (groups.get("adverb") or ""):
            return  # 分别: of several figures; which has which amount is another question
        if _PLANNED.search(re.split("[，。；]", before)[-1]):
            return
        doubled = groups.get("doubled") is not None
        figure = self._subject(match, sentence)
        if figure is None:
            if doubled and not _TYPED_BASE.search(text, sentence.start, sentence.stop):
                yield self._finding("direction.no_base", match)
            return
        base_year = int(groups["year"]) if groups.get("year") else self.year - 1
        change = change_between(figure, base_year, self.year, self.wording)
        if change.case is not Case.NOT_SUPPLIED:
            yield from self._judge(_Statement(match, match.start(), figure, change, base_year))
        elif doubled and not _TYPED_BASE.search(text, sentence.start, sentence.stop):
            yield self._finding("direction.no_base", match)

    def _subject(self, match: re.Match[str], sentence: range) -> Figure | None:
        """Find the figure a statement is about; None when it is about something else."""
        groups = match.groupdict()
        has_base = bool(groups.get("base")) or "verb" not in groups
        told = any(groups.get(name) for name in ("number", "half", "parts", "halved"))
        ends = bool(_ENDS.match(self.prose.text, match.end()))
        if not has_base and not (told and ends) and groups.get("doubled") is None and not ends:
            return None
        before = [value for value in self.values if sentence.start <= value[0] and value[1] <= match.start()]
        if groups.get("number") and groups.get("to") in ("到", "至", "为"):
            inside = next(
                (value[2] for value in self.values if match.start() <= value[0] < match.end()), None
            )
            if inside is not None:
                return inside if has_base else None
            if before and self.prose.text[: before[-1][0]].endswith(("由", "从")):
                return None  # the figure is the start, and the end is somebody else's
        if before:
            _, end, figure = before[-1]
            between = _START.sub("", self.prose.text[end : match.start()].removeprefix(figure.unit))
            if _BETWEEN.fullmatch(between) and (has_base or told or groups.get("doubled") is not None):
                return figure
            noun = re.sub(f"(?:的|{_ADVERB})+$", "", re.split("[，,、（(：]", between)[-1])
            named = {each.key: each for _, _, each in before if _names(noun, each)}
            if len(named) == 1:
                return next(iter(named.values()))
        if has_base and not told:
            after = next((value for value in self.values if value[0] >= match.end()), None)
            if after is not None:
                lead = (groups.get("to") or "") + self.prose.text[match.end() : after[0]]
                if lead not in ("", "了") and _LEADS_UP.fullmatch(lead):
                    return after[2]
        return None

    def _judge(self, told: _Statement) -> Iterator[Diagnostic]:
        """Compare what is told with what is so."""
        change, ratio, verb = told.change, told.ratio, told.part("verb")
        if "verb" not in told.match.groupdict():  # 是上年的…倍
            number = told.part("number")
            if ratio is None:
                yield self._say("direction.undefined", told)
            elif _decimal(ratio, _places(number)) != Decimal(number):
                yield self._differs(told, f"{_shortest(_decimal(ratio, 1))}倍")
        elif told.match.groupdict().get("doubled") is not None:
            yield from self._doubled(told, ratio)
        elif verb == "持平":
            is_nearly = told.part("adverb") in ("基本", "总体", "总体基本", "略有", "略")
            if change.case is Case.BOTH_ZERO or change.difference is None:
                yield self._say("direction.undefined", told)
            elif change.case is not Case.SAME and not (is_nearly and change.case is Case.NEARLY_SAME):
                yield self._say("direction.contradicts", told)
        elif change.difference is None:
            if any(told.part(name) for name in ("number", "half", "parts", "halved")):
                yield self._say("direction.undefined", told)
        else:
            is_up = change.difference < 0 if change.kind is FigureKind.RANK else change.difference > 0
            if not change.difference or is_up is not (verb in UP):
                yield self._say("direction.contradicts", told)
            elif told.part("half") or told.part("parts") or told.part("halved"):
                yield from self._part(told, ratio)
            elif told.part("number"):
                yield from self._amount(told, ratio)

    def _doubled(self, told: _Statement, ratio: Fraction | None) -> Iterator[Diagnostic]:
        times = 2 ** _HAN.get(told.part("doubled"), 1)
        least, most = (
            Fraction(b) * times / 2 for b in (self.wording.doubled_least, self.wording.doubled_most)
        )
        if ratio is None:
            yield self._say("direction.undefined", told)
        elif ratio < least:
            yield self._say("direction.contradicts", told)
        elif ratio > most:
            yield self._say("direction.more_than_doubled", told)

    def _part(self, told: _Statement, ratio: Fraction | None) -> Iterator[Diagnostic]:
        parts = told.part("parts")
        wanted = Fraction(_HAN[parts[-1]], _HAN[parts[0]]) if parts else Fraction(1, 2)
        if ratio is None or (abs(ratio - 1) != wanted and not told.part("about")):
            yield self._say("direction.undefined" if ratio is None else "direction.contradicts", told)

    def _amount(self, told: _Statement, ratio: Fraction | None) -> Iterator[Diagnostic]:
        """Compare a typed amount: an end point, growth, points, times, or a quantity in the figure's unit."""
        change, figure, unit = told.change, told.figure, told.part("unit").replace("％", "%")
        number, places = Decimal(told.part("number")), _places(told.part("number"))
        difference = abs(change.difference or Decimal(0))
        is_rate = change.kind is FigureKind.RATE
        if told.part("about"):
            return
        if told.part("to") in ("到", "至", "为"):
            if (
                figure.unit
                and unit.startswith(figure.unit)
                and number != rounded(change.after or Decimal(0), places)
            ):
                yield self._differs(told, _with_unit(figure, change.after, self.year))
        elif is_rate:
            points = "个千分点" if figure.unit == "‰" else "个百分点"
            if "分点" not in unit or number != difference:
                yield self._differs(told, f"{_shortest(difference)}{points}")
        elif unit in ("%", "‰"):
            if change.rate is None or ratio is None:
                yield self._say("direction.undefined", told)
            elif number != rounded(abs(change.rate), places) or places > self.wording.rate_decimals:
                yield self._differs(told, f"{rounded(abs(change.rate), self.wording.rate_decimals)}%")
            elif (change.before or 0) < self.wording.small_base or ratio >= Fraction(
                self.wording.large_multiple
            ):
                yield self._say("direction.misleads", told)
        elif unit == "倍":
            if ratio is None:
                yield self._say("direction.undefined", told)
            elif number != _decimal(ratio - 1, places):
                yield self._differs(told, f"{_shortest(_decimal(ratio - 1, 1))}倍")
        elif (
            figure.unit and (scale := _scale(unit, figure.unit)) is not None and number * scale != difference
        ):
            yield self._differs(told, f"{_shortest(difference)}{figure.unit}")

    def _differs(self, told: _Statement, expected: str) -> Diagnostic:
        return self._say("direction.amount", told, expected=expected)

    def _say(self, code: str, told: _Statement, **values: object) -> Diagnostic:
        figure, change = told.figure, told.change
        values |= {"figure": figure.name, "base": told.base_year, "year": self.year}
        values["before"] = _with_unit(figure, change.before, told.base_year)
        values["after"] = _with_unit(figure, change.after, self.year)
        return self._finding(code, told.match, **values)

    def _finding(self, code: str, match: re.Match[str], **values: object) -> Diagnostic:
        source = self.prose.source_at(match.start())
        return Diagnostic(code, source, {"words": match[0].strip("，,"), **values})


def _from_to(prose: Prose) -> Iterator[re.Match[str]]:
    """Find 由A提升至B where B is not more than A."""
    for match in _FROM_TO.finditer(prose.text):
        if not prose.is_typed(*match.span("verb")) or match["verb"] == "持平":
            continue
        before, after = Decimal(match["from"]), Decimal(match["to"])
        lead = prose.text[max(match.start() - _BEFORE_RANK, 0) : match.start("from")]
        is_rank = lead.endswith("第") or (
            match[0].endswith("位") or prose.text.startswith("位", match.end("from"))
        )
        is_rank = is_rank or _RANKED.search(lead) is not None
        is_up = after < before if is_rank else after > before
        if before == after or is_up is not (match["verb"] in UP):
            yield match


def _prints(figure: Figure, year: int, text: str) -> bool:
    """Tell whether a text is a figure's value of a year, and no phrase made of it nor another year's."""
    text = text.removesuffix(figure.unit)
    if figure.form and text == figure.form:
        return True
    match = _VALUE.fullmatch(re.sub("^[近约]|[千万亿]?[余多]?$", "", text))
    value = figure.values.get(year)
    if match is None or value is None or not isinstance(value.number, Decimal):
        return False
    if figure.form:
        return True  # what a form leaves of a number cannot be told from another year's
    digits = match["digits"].replace(",", "")
    return Decimal(digits) == rounded(abs(value.number), _places(digits))


def _names(noun: str, figure: Figure) -> bool:
    """Tell whether a word in the text means a figure: its name holds it, or most of it."""
    if len(noun) < 2:
        return False
    sizes = (size for size in range(len(noun), 1, -1) if _shares(noun, figure.name, size))
    shared = next(sizes, 0)
    return shared == len(noun) or (shared >= 3 and shared * 5 >= len(noun) * 3)


def _shares(noun: str, name: str, size: int) -> bool:
    return any(noun[at : at + size] in name for at in range(len(noun) - size + 1))


def _scale(unit: str, own: str) -> int:
    """Give what a typed unit is in the figure's own: a 万件 is 10,000 件; 0 for another unit."""
    if not own or unit.startswith(own):
        return 1 if own else 0
    return {"万": 10**4, "亿": 10**8}.get(unit[:1], 0) if unit[1:].startswith(own) else 0


def _with_unit(figure: Figure, number: Decimal | None, year: int) -> str:
    value = figure.values.get(year)
    if number is None:
        return "—" if value is not None and value.number is Absence.NOT_APPLICABLE else ""
    return f"{rounded(number, printed_decimals(figure, value))}{figure.unit}"


def _decimal(number: Fraction, places: int) -> Decimal:
    return rounded(Decimal(number.numerator) / Decimal(number.denominator), places)


def _shortest(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _places(digits: str) -> int:
    return len(digits.partition(".")[2])
