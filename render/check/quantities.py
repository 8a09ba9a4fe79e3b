"""Quantities: the numbers of a text with what they count, typed ones and those of figures alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from ..content import Content, Heading, Paragraph
from ..diagnostics import Source
from ..noun import Noun
from ..prose import Prose, joined
from ..sentences import sentences

MEASURES = (
    "个百分点|个工作日|工作日|件次|人次|户次|批次|场次|万元|亿元|元|件|起|家|户|人|名|个|次|项|条|份|场|台|宗|例|批|期|所|处|篇"
    "|微克/立方米|毫克/立方米|毫克/升|对(?=[，。、；（）增减下上]|夫妻|新人)|部|本|张|套|座|亩|吨|公顷|平方米|平方公里|平方千米|立方米|公里|千米|延米|米|天|日|小时|种|类|支|辆|头|只|株|栋|幢|%|％|‰"
)
_QUANTITY = re.compile(
    rf"(?P<rough>近|约|超过?|逾|不足|至少|最多|第)?(?<![0-9A-Za-z.\-—–～~+“])(?P<number>[0-9]+(?:[,，][0-9]{{3}})*(?:\.[0-9]+)?)"
    rf"(?P<scale>[十百千万亿]*)(?P<more>余|多)?(?P<unit>{MEASURES})?"
)
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_BREAKS = "，。；：、（）！？,;\n"
_LEADING = re.compile(
    "^(?:其中|另外?|并且?|且|共计?|全年|全区|全市|全省|全县|年内|累计|今年|本年度?|我[区市县省局]|目前|[0-9]{4}年度?|已)+"
)
_TRAILING = re.compile("(?:共计?|达到?|为|是|有|了|约|分别|累计|合计|总计|超过?)+$")
_EXACT = Decimal(0)
_DATES = ("年", "月", "日", "号", "点", "时", "版", "周", "届")


class Quantity(Noun, frozen=True):
    """A number in a sentence."""

    label: str  # what stands before it, back to the last mark or number
    number: Decimal
    decimals: int  # as printed
    unit: str
    start: int
    stop: int
    is_rough: bool  # 近, 余 and the like
    is_in_brackets: bool
    figure: str | None  # key of the figure that prints it; None: typed
    text: str
    slack: Decimal = Decimal(0)  # half of the last place, where print has rounded: 12.60亿元, not 2万元


class Told(Noun, frozen=True):
    """One sentence and its numbers."""

    prose: Prose
    start: int
    text: str
    quantities: tuple[Quantity, ...]
    section: int  # count of headings of the second level, or above, before it

    def source_of(self, quantity: Quantity) -> Source:
        """Name the author's line of a number."""
        return self.prose.source_at(quantity.start)


def told(content: Content) -> Iterator[Told]:
    """Read the running text sentence by sentence; a heading that runs in is no part of it."""
    section = 0
    for node in content.nodes:
        if isinstance(node, Heading):
            section += node.level <= 2
        elif isinstance(node, Paragraph) and node.role == "text":
            prose = joined(node.spans)
            every = list(quantities_of(prose))
            starts = [each.start for each in every]
            for span in sentences(prose.text):
                inside = every[bisect_right(starts, span.start - 1) : bisect_right(starts, span.stop - 1)]
                yield Told(prose, span.start, prose.text[span.start : span.stop], tuple(inside), section)


def quantities_of(prose: Prose) -> Iterator[Quantity]:
    """List the numbers of a paragraph; dates, ordinals and names with digits are none."""
    text = prose.text
    end = depth_at = depth = 0
    for match in _QUANTITY.finditer(text):
        start, stop = match.start("number"), match.end()
        after = text[stop : stop + 1]
        unit = match["unit"] or ""
        is_date = (not unit and after in _DATES and after) or (unit in ("日", "天") and _is_day(text, start))
        if match["rough"] == "第" or is_date or (not unit and after == "”"):
            continue
        depth += _depth(text[depth_at:start])
        depth_at = start
        before = text[end : match.start()]
        label = before[max(map(before.rfind, _BREAKS)) + 1 :]
        number = Decimal(match["number"].replace(",", "").replace("，", ""))
        decimals = len(match["number"].partition(".")[2])
        scale = 1
        for char in match["scale"]:
            scale *= _SCALES[char]
        if unit in ("万元", "亿元"):
            scale, unit = scale * _SCALES[unit[0]], "元"
        yield Quantity(
            label=plain_label(label),
            number=number * scale if scale > 1 else number,
            decimals=decimals,
            unit="%" if unit == "％" else unit,
            start=start,
            stop=stop,
            is_rough=bool(match["rough"] or match["more"])
            or text[stop : stop + 2] in ("左右", "以上", "以内"),
            is_in_brackets=depth > 0,
            figure=prose.span_at(start).figure,
            text=match[0],
            slack=Decimal(scale).scaleb(-decimals) / 2
            if decimals or (scale > 1 and len(match["number"]) > 2)
            else _EXACT,
        )
        end = stop


def plain_label(label: str) -> str:
    """Take off what does not name anything: 全年共受理…达."""
    return _TRAILING.sub("", _LEADING.sub("", label.strip(" \u3000")))


def written(number: Decimal) -> str:
    """Write a number as one would type it."""
    return f"{number.normalize():f}" if number else "0"


def shown(number: Decimal, like: Quantity) -> str:
    """Write a sum in the scale its parts are printed in."""
    for word, scale in (("亿", 10**8), ("万", 10**4)):
        if word in like.text and number:
            return f"{written(number / scale)}{word}{like.unit}"
    return written(number)


def _depth(text: str) -> int:
    """Count the brackets that a text opens, less those it closes."""
    return text.count("（") + text.count("(") - text.count("）") - text.count(")")


def _is_day(text: str, start: int) -> bool:
    return text[start - 1 : start] == "月"
