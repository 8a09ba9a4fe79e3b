"""Numbers: how headings are numbered, 第一章 to ①, read and ranked.

GB/T 9704-2012, 7.3.3, numbers four levels 一、 （一） 1. （1）; texts of other kinds and times use 编, 章,
节, other marks behind the number, and outlines such as 1.2.3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..han import from_han

_HAN = "一二三四五六七八九十百零〇"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾貳參叄陸"
_FOLD = str.maketrans(_FORMAL, "一二三四五六七八九十二三三六")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_B = r"[ \u3000]*"  # blanks that sites and hands put around a number

PART, CHAPTER, SECTION, ARTICLE, HAN, HAN_IN_BRACKETS, ARABIC, ARABIC_IN_BRACKETS, CIRCLED = range(9)
"""Kinds of numbers, the outermost first; outlines such as 1.2 rank just below ARABIC."""
FORMAL = HAN - 0.5  # 壹、

_PATTERNS = (
    (PART, re.compile(rf"第{_B}(?P<n>[{_HAN}]{{1,5}}|\d{{1,3}}){_B}(?P<word>编|篇|部分)(?P<mark>{_B}[、：:，,])?(?![\u4e00-\u9fff]*[，。].*[，。])")),
    (CHAPTER, re.compile(rf"第{_B}(?P<n>[{_HAN}]{{1,5}}|\d{{1,3}}){_B}(?P<word>章)(?P<mark>{_B}[、：:])?")),
    (SECTION, re.compile(rf"第{_B}(?P<n>[{_HAN}]{{1,5}}|\d{{1,3}}){_B}(?P<word>节)(?P<mark>{_B}[、：:])?")),
    (ARTICLE, re.compile(rf"第{_B}(?P<n>[{_HAN}]{{1,6}}|\d{{1,4}}){_B}(?P<word>条)(?=[ \u3000（(【：:，,]|$|[\u4e00-\u9fff])(?P<mark>)")),
    (HAN_IN_BRACKETS, re.compile(rf"(?P<open>[（(]){_B}(?P<n>[{_HAN}]{{1,4}}){_B}(?P<word>[)）])(?P<mark>{_B}[、.．，,：:](?!\d))?")),
    (FORMAL, re.compile(rf"(?P<n>[{_FORMAL}]{{1,3}}){_B}(?P<word>[、.．：:])(?P<mark>)")),
    (HAN, re.compile(rf"(?P<n>[{_HAN}]{{1,4}}){_B}(?P<word>[、.．：:])(?P<mark>)")),
    (ARABIC_IN_BRACKETS, re.compile(rf"(?P<open>[（(]){_B}(?P<n>\d{{1,3}}){_B}(?P<word>[)）])(?P<mark>{_B}[、.．](?!\d))?")),
    (ARABIC_IN_BRACKETS, re.compile(r"(?P<n>\d{1,2})(?P<word>[)）])(?P<mark>)")),
    (ARABIC, re.compile(rf"(?P<n>\d{{1,3}}){_B}(?P<word>[.．、])(?:(?!{_B}\d)|(?={_B}(?:19|20)\d{{2}}年))(?P<mark>)")),
    (CIRCLED, re.compile(rf"(?P<n>[{_CIRCLED}])(?P<word>)(?P<mark>{_B}[、.．])?")),
)  # fmt: skip
_OUTLINE = re.compile(
    r"(?P<n>\d{1,2}(?:[.．]\d{1,2}){1,3})[.．]?(?=[ \u3000]|[\u4e00-\u9fff“《])(?![\u4e00-\u9fff]?(?:亿|万|倍|个|元|版|平台|米|年|%))"
)


_BARE = re.compile(r"(\d{1,2})[ \u3000]+(?=[\u4e00-\u9fff“]|(?:19|20)\d{2}年)")


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """The number a line begins with."""

    rank: float  # the smaller, the higher the level it is fit for
    value: int
    printed: str  # without blanks, as the text has it
    end: int  # where the number and the blanks behind it end


def read_number(text: str) -> HeadingNumber | None:
    """Read the number at the start of a line, if it has one."""
    if outline := _OUTLINE.match(text):
        parts = re.split("[.．]", outline["n"])
        return HeadingNumber(
            ARABIC + len(parts) / 10, int(parts[-1]), outline[0], _after(text, outline.end())
        )
    for rank, pattern in _PATTERNS:
        if found := pattern.match(text):
            printed = re.sub("[ \u3000]", "", found[0])
            value = _value(found["n"])
            return HeadingNumber(rank, value, printed, _after(text, found.end())) if value else None
    return None


def read_bare_number(text: str) -> HeadingNumber | None:
    """Read the number of a first level in an outline, 1 above 1.1: nothing but a blank is behind it."""
    found = _BARE.match(text)
    return HeadingNumber(ARABIC, int(found[1]), found[1], found.end()) if found and int(found[1]) else None


def is_outline(text: str) -> bool:
    """Tell whether a line begins with a number such as 1.2."""
    return _OUTLINE.match(text) is not None


def goes_on(number: HeadingNumber, body: str) -> bool:
    """Tell whether the number after this one stands in the same paragraph: ①……。②……。 is a list."""
    found = re.search(rf"[{_CIRCLED}]|\d+|[{_HAN}]+", number.printed)
    if number.rank < HAN or found is None:
        return False
    after = number.value + 1
    if found[0] in _CIRCLED:
        following = _CIRCLED[after - 1 : after]
    else:
        following = str(after) if found[0].isdecimal() else _in_han(after)
    mark = number.printed.replace(found[0], following, 1)
    seam = "" if found[0] in _CIRCLED or mark[:1] in "（(" else r"(?<=[。；;，,：:])\s*"
    end = r"(?!\d)" if mark[-1:] in ".．、" else ""
    return bool(following) and re.search(seam + re.escape(mark) + end, body) is not None


def sample(number: str, value: int) -> str:
    """Write a number as it would be with one in it; empty when it cannot be counted so."""
    for old, new in ((_in_han(value), "一"), (str(value), "1")):
        if number.count(old) == 1:
            return number.replace(old, new)
    return ""


def _in_han(value: int) -> str:
    from ..han import in_han

    return in_han(value)


def _after(text: str, end: int) -> int:
    while end < len(text) and text[end] in " \u3000":
        end += 1
    return end


def _value(text: str) -> int:
    text = text.translate(_FOLD)
    if text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    if text.isdecimal():
        return int(text)
    try:
        return from_han(text.replace("〇", "零"))
    except ValueError:
        return 0
