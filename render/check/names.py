"""Names: rules about names of local agencies that need no list of them.

One agency under two names is told from the two: one leaves words out that the other has, or shortens each
of its words, or is off by a character. What no county has is told from the name's last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from ..diagnostics import Diagnostic
from ..nearest import edits
from .once import having
from .passages import Passage
from .rule import Level, Rule, Subject

_NAME = re.compile(
    "(?P<place>[区县州旗]|(?<![城都])市(?!场))(?P<name>(?![级直里内外属局区县]|市(?!场))[\u4e00-\u9fff]{2,12}?局)(?![部长级属员外限势面内])"
)
_LEFT_OUT = re.compile("(?:服务|管理|和|与|事务|发展|综合|监督|行政|建设|规划|保护|信息化|执法|城乡|资源)*")
_ALIKE = 6  # characters from which two names that one character tells apart are one
_NUMBERS = frozenset("一二三四五六七八九十东西南北中上下")
_BELOW_CITY = "(?:县|旗|(?<!自治)(?<!地)(?<!特)(?<!行政)区)"
_HALL = re.compile(
    f"(?P<place>{_BELOW_CITY}|(?<![省、直辖])市)(?:人民政府|政府)?"
    "(?P<name>教育|科技|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境"
    "|住房和?城乡建设|交通运输|水利|农业农村|商务|文化和旅游|应急管理|审计|统计|水务|体育|信访|医疗保障|林业和草原|市场监督管理|广播电视|退役军人(?:事务)?)厅"
)
_OFFICE = re.compile(f"(?P<place>{_BELOW_CITY})(?P<name>委|(?:人民)?政府)办公厅")


def unlike(subject: Subject) -> Iterator[Diagnostic]:
    """Find one local agency under two names."""
    places: dict[tuple[str, str], tuple[Passage, int]] = {}
    counts: dict[tuple[str, str], int] = {}
    for passage in having(subject, frozenset("局")):
        for match in _NAME.finditer(passage.text):
            key = match["place"], match["name"]
            places.setdefault(key, (passage, match.start()))
            counts[key] = counts.get(key, 0) + 1
    for one, other in combinations(places, 2):
        if one[0] == other[0] and _are_one(one[1], other[1]):
            seldom, often = (one, other) if counts[one] < counts[other] else (other, one)
            passage, start = places[seldom]
            if any(f"简称“{name}" in each.text for name in (one[1], other[1]) for each in subject.passages):
                continue
            values = {"found": "".join(seldom), "other": "".join(often)}
            yield Diagnostic("agency.unlike", passage.prose.source_at(start), values)


def beyond_rank(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 厅 of a county or of a city."""
    for passage in having(subject, frozenset("厅")):
        for pattern, right in ((_HALL, "局"), (_OFFICE, "办公室")):
            for match in pattern.finditer(passage.text):
                values = {"found": match[0], "right": match["place"] + match["name"] + right}
                yield Diagnostic("agency.rank", passage.prose.source_at(match.start()), values)


RULES = (
    Rule("agency.unlike", Level.RECOMMENDED, unlike),
    Rule("agency.rank", Level.RECOMMENDED, beyond_rank),
)


def _are_one(one: str, other: str) -> bool:
    """Tell whether two names are of one agency."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        differing = {pair for pair in zip(short, long, strict=True) if pair[0] != pair[1]}
        is_numbered = any(_NUMBERS.issuperset(pair) for pair in differing)
        return len(short) >= _ALIKE and edits(short, long, 1) == 1 and not is_numbered
    if short[0] != long[0]:
        return False
    cut = "(.*)".join(map(re.escape, short))
    left_out = re.fullmatch(cut, long)
    return left_out is not None and (
        all(_LEFT_OUT.fullmatch(piece) for piece in left_out.groups()) or _shortens(short, long)
    )


def _shortens(short: str, long: str) -> bool:
    """Tell whether a name has the first character of each word of another: 发改局, 发展改革局."""
    words = long.removesuffix("局").replace("和", "")
    return short.removesuffix("局") == words[::2]
