"""Counts: rules about what is listed and counted, what is told twice, and amounts of money in two scales."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Diagnostic
from ..han import from_han
from .once import proses, sentences
from .quantities import Quantity
from .rule import Level, Rule, Subject

_COMPARED = re.compile("上年|去年|同比|同期|增|减|降|升|由|从|计划|目标|拟|力争|将|预计|累计")
_LISTED = re.compile(
    r"(?P<names>(?:《[^《》]+(?:〈[^〉]*〉[^《》]*)*》[、和及与，]?){2,})(?P<more>等)?(?P<number>[0-9]+|[两二三四五六七八九十]+)(?P<unit>件|部|项|个|份|篇|种)"
)
_OF_A_YEAR = re.compile("20[0-9]{2}(?=年)")
_SHORTEST, _SHORTEST_COUNT = 4, 6  # characters of what a rate, and a count, is told by
_LONG_AMOUNT = 8  # characters by which an amount is told from one of the same name in another budget
_REACHED = re.compile("(?:完成|实现)$")
_OF_A_TIME = re.compile("[0-9]月|季度|半年|预算(?:数|的)?$")  # of a goal, which everything has
_AMOUNT = re.compile(
    "(?:收入|支出|资金|投资|金额|总额|预算|经费|产值|债券|结余|款项|拨款|投入|贷款|税收|补助)$"
)
_EACH = re.compile("[人户亩件]均|每|标准|单价|价格|均价|/|[0-9]元?[至—～-]|以上|以下|以内")


def miscounted_names(subject: Subject) -> Iterator[Diagnostic]:
    """Find 《甲》《乙》三件规范性文件."""
    for prose in proses(subject, "《"):
        for match in _LISTED.finditer(prose.text):
            names = match["names"].count("《")
            digits = match["number"].replace("两", "二")
            number = int(digits) if digits.isdecimal() else from_han(digits)
            if names > number or (names < number and not match["more"]):
                values = {"found": match["number"] + match["unit"], "names": names}
                yield Diagnostic("figure.listed", prose.source_at(match.start("number")), values)


def said_twice(subject: Subject) -> Iterator[Diagnostic]:
    """Find the same thing said twice with two numbers."""
    seen: dict[tuple[str, str], tuple[Quantity, int, str]] = {}
    for sentence in sentences(subject):
        for each in sentence.quantities:
            if not each.unit or len(each.label) < _SHORTEST or each.is_rough:
                continue
            label = _REACHED.sub("", each.label)
            if len(label) < (_SHORTEST if label[-1:] in "率额" else _SHORTEST_COUNT):
                continue
            text = sentence.prose.text
            clause = text[max(text.rfind(mark, 0, each.start) for mark in "，。；") + 1 : each.start]
            after = text[each.stop : each.stop + 6]
            if _COMPARED.search(clause) or _COMPARED.search(after) or _OF_A_TIME.search(clause):
                continue
            years = _OF_A_YEAR.findall(text, sentence.start, each.start)
            year = years[-1] if years else ""
            first, section, other = seen.setdefault((label, each.unit), (each, sentence.section, year))
            is_of_another = each.unit == "元" and section != sentence.section and len(label) < _LONG_AMOUNT
            is_of_year = year and other and year != other  # 到2027年达到90%；到2035年达到98%
            if first.number != each.number and not is_of_another and not is_of_year:
                values = {"found": each.label + each.text, "first": first.text}
                yield Diagnostic("figure.twice", sentence.source_of(each), values)


def other_scale(subject: Subject) -> Iterator[Diagnostic]:
    """Find 收入1200万元，支出900元: amounts of one kind of which one has lost its 万."""
    for sentence in sentences(subject):
        if len(sentence.quantities) < 2 or "元" not in sentence.text or _EACH.search(sentence.text):
            continue
        amounts = [q for q in sentence.quantities if q.unit == "元" and _AMOUNT.search(q.label)]
        large = [q for q in amounts if q.text.endswith(("万元", "亿元"))]
        small = [q for q in amounts if q not in large and q.number < 10_000]
        if len(small) == 1 and large:
            values = {"found": small[0].label + small[0].text, "other": large[0].label + large[0].text}
            yield Diagnostic("figure.scale", sentence.source_of(small[0]), values)


RULES = (
    Rule("figure.listed", Level.RECOMMENDED, miscounted_names),
    Rule("figure.twice", Level.RECOMMENDED, said_twice),
    Rule("figure.scale", Level.RECOMMENDED, other_scale),
)
