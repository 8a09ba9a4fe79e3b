"""Sequence: rules about words and numbers that put things in order: 第一， 其一， （一） 1. 一是."""

from __future__ import annotations

from functools import partial

from .looking import language_rule, pattern
from .passages import HEADING, Passage
from .rule import Level

_HAN = "\u3400-\u9fff〇"
_STANDARD = "GB/T 15834-2011"
_BEGIN = "(?:^|(?<=[。；：！？\n]))"
_CLAUSE = "(?:^|(?<=[，。；：！？\n]))"


def _opens(passage: Passage) -> bool:
    return passage.is_running or passage.role == HEADING


_recommended = partial(language_rule, level=Level.RECOMMENDED, roles=_opens)

RULES = (
    _recommended(
        "mark.after_first",
        look=pattern(
            rf"{_CLAUSE}(?:第[一二三四五六七八九十]|其[一二三四五六])(?P<at>[、．.：])(?=[{_HAN}“《])(?!第|其)",
            "，",
        ),
        clause=f"{_STANDARD}，4.4.3",
        needs="第其",
        corrects=True,
    ),
    _recommended(
        "mark.after_firstly",
        look=pattern(f"{_CLAUSE}(?:首先|其次|再次|最后)(?P<at>、)", "，"),
        clause=f"{_STANDARD}，4.4.3",
        needs="先次后",
        corrects=True,
    ),
    _recommended(
        "mark.after_bracketed",
        look=pattern(rf"{_BEGIN}[（(](?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[）)](?P<at>[、．.，])", ""),
        clause=f"{_STANDARD}，4.5.3",
        needs="）)",
        corrects=True,
    ),
    _recommended(
        "mark.after_circled",
        look=pattern(f"{_BEGIN}[①-⑳](?P<at>[、．.，])", ""),
        clause=f"{_STANDARD}，4.5.3",
        needs="①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
        corrects=True,
    ),
    _recommended(
        "mark.after_digits",
        look=pattern(rf"^\d{{1,2}}(?P<at>[、．。])(?=[{_HAN}“《])", "."),
        clause=f"{_STANDARD}，4.5.3；GB/T 9704-2012，7.3.3",
        needs="、．。",
        corrects=True,
    ),
    _recommended(
        "mark.after_han",
        look=pattern(rf"^[一二三四五六七八九十]{{1,3}}(?P<at>[.．，,:：])(?=[{_HAN}“《])", "、"),
        clause=f"{_STANDARD}，4.5.3",
        needs=".．，,:：",
        corrects=True,
    ),
    language_rule(
        "mark.after_item",
        Level.CUSTOMARY,
        pattern(rf"{_BEGIN}[一二三四五六七八九十]是(?P<at>[，、：])(?=[{_HAN}“《])"),
        needs="是",
        roles=lambda passage: passage.is_running,
    ),
)
