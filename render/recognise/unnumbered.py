"""Unnumbered: headings without a number, short lines between paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .candidates import Candidate
from .found import is_display

LONGEST = 30  # characters
LONG = 60  # characters of a paragraph that is text

_ENDS = "。；！？：，、,;:!?…"
_ALWAYS = re.compile(
    "(?:前|引|序)言|结(?:束)?语|概述|综述|总体情况|基本情况|工作回顾|附则|总则|说明|注释|参考文献|名词解释|术语解释|后记|导言|摘要"
)
_OF_YEARS = re.compile(
    r"(?:过去(?:的?[一二三四五]年)?|(?:19|20)\d{2}年|今后[一二三四五]年|下一(?:步|阶段)|[本今]年|[一三五]年来|\d{4}—\d{4}年).{0,16}"
    r"(?:回顾|工作|任务|安排|打算|情况|重点|目标|部署|建议|计划|要求|思路|举措|总结)"
)
_NO_HEADING = re.compile(
    r"^(?:表|图|附表|附图|附件|单位|注|资料来源|数据来源|来源|(?:\d{4}年)?\d{1,2}月|（|\(|——|—|[*★※])|[年月日]$|^\d[\d.,%\s]*$|[\d%]$|^[:：]"
)
_NAMES = re.compile(r"^[\u4e00-\u9fff·]{1,4}(?:[ \u3000][\u4e00-\u9fff·]{1,4})*$")


def is_usual(text: str) -> bool:
    """Tell a line that heads a part in many texts: 前言, 总体情况, 附则."""
    return _ALWAYS.fullmatch(_flat(text)) is not None


def unnumbered(
    candidates: Sequence[Candidate | None], numbered: set[int], heads: set[int]
) -> list[tuple[int, float]]:
    """Find headings without a number: short lines between paragraphs.

    Where the file sets lines apart (in bold, a face of headings, a style), only such lines are headings; else
    those with a long paragraph below, and beside them shorter ones of their kind.

    Args:
        candidates: The paragraphs.
        numbered: Places of those that begin with a number.
        heads: Places of those of them that are headings.

    Returns:
        Their places, and how much each reads as a heading, from 0 to 1.
    """
    found: list[tuple[int, float]] = []
    face = _face_of_text(candidates)
    is_styled = any(
        c is not None and at not in numbered and _may_head(c.text) and _is_declared(c, face)
        for at, c in enumerate(candidates)
    )
    short: list[tuple[int, float]] = []
    for at, candidate in enumerate(candidates):
        if candidate is None or candidate.is_cell or at in numbered or not _may_head(candidate.text):
            continue
        following = candidates[at + 1] if at + 1 < len(candidates) else None
        before = candidates[at - 1] if at else None
        starts = at == 0 or before is None or (at - 1) in heads or before.text[-1:] in "。！？；：”）…"
        if following is None or not starts:
            continue
        declared = _is_declared(candidate, face)
        flat = _flat(candidate.text)
        is_known = _ALWAYS.fullmatch(flat) is not None or _OF_YEARS.fullmatch(flat) is not None
        least = 15 if is_known else 40  # characters of the paragraph below
        is_above = at + 1 in heads or (
            len(following.text) >= least and following.text[-1:] in "。；：！？”）…"
        )
        weight = 0.9 if declared else 0.6 if is_known else 0.5
        if not (declared or is_known or not is_styled):
            continue
        if is_above and not _is_name(candidate.text):
            found.append((at, weight))
        elif (is_above or (len(following.text) >= 15 and following.text[-1:] in "。！？")) and (
            len(candidate.text) <= 16 and not re.search("[，：、]", candidate.text)
        ):
            short.append((at, weight))
    if len(found) > 1:
        found += short
    if len(found) == 1 and found[0][1] <= 0.5:
        return []  # a lone short line is more often a line that was cut
    return found


def _is_declared(candidate: Candidate, face: str) -> bool:
    """Tell whether the file sets a line apart from its text."""
    look = candidate.look
    return (
        look.level > 0
        or look.is_bold
        or (look.is_centred and len(candidate.text) <= 20)
        or (is_display(look.face) and not is_display(face))
    )


def _face_of_text(candidates: Sequence[Candidate | None]) -> str:
    counts: Counter[str] = Counter()
    for candidate in candidates:
        if candidate is not None and len(candidate.text) > LONG:
            counts[candidate.look.face] += 1
    return counts.most_common(1)[0][0] if counts else ""


def _may_head(text: str) -> bool:
    return (
        2 <= len(text) <= LONGEST
        and text[-1] not in _ENDS
        and not re.search("[。；]", text)
        and not _NO_HEADING.search(text)
        and re.search("[\u4e00-\u9fff]{2}", _flat(text)) is not None
    )


def _is_name(text: str) -> bool:
    """Tell a line that may be no more than somebody's name."""
    return len(text) < 4 and _ALWAYS.fullmatch(_flat(text)) is None and _NAMES.fullmatch(text) is not None


def _flat(text: str) -> str:
    return re.sub("[ \u3000]", "", text)
