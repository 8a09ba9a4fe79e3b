"""Laws: names of national laws and regulations, against the list in `data/laws.csv`.

The list holds names without 中华人民共和国, and of those no longer in force the day they ended and what is in
force instead. Local regulations are named after their place and stand in no list; they are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ..diagnostics import Diagnostic
from ..nearest import edits
from ..prose import Prose
from .once import proses
from .rule import Level, Rule, Subject

LIST = Path(__file__).parent / "data" / "laws.csv"

_BOOK = re.compile("《([^《》〈〉]{2,40})》")
_STATE = "中华人民共和国"
_FULL = re.compile(f"{_STATE}([\u4e00-\u9fff]{{2,20}})")
_REMARK = re.compile(r"(?:[（(][^（）()]*[）)])+$")
_KIND = re.compile("(?:法|法典|条例|细则|规定|通则|总则)$")
_NO_LAW = re.compile(
    "(?:办法|方法|作法|做法|用法|打法|算法|司法|执法|普法|立法|书法|兵法|说法|看法|学法|守法|魔法|手法|民法|刑法讲座)$"
)
_PLACE = re.compile(
    "^.{1,8}?(?:省|自治区|自治州|自治县|(?<!城)(?<!都)市(?!场)|县|(?<!行政)(?<!社)(?<!保护)(?<!地)区(?!划)|州|旗)"
)
_ABROAD = re.compile("^(?:美国|英国|德国|法国|日本|韩国|俄罗斯|欧盟|欧洲|联合国|香港|澳门|台湾|新加坡)")
_OTHER_TEXT = re.compile("关于|实施|意见|方案|指南|读本|解读|学习|贯彻|宣传|教程|问答|汇编|案例|释义|通知")
_PAST = re.compile("原|废止|失效|旧|修订前|取代|代替|替代|清理|当时|时任|曾")
_LONGEST = 20
_FOR_TWO_EDITS = 9  # characters of a name in which two may be wrong


@dataclass(frozen=True, slots=True)
class Law:
    """One law or regulation."""

    name: str
    ended: date | None  # first day it is no longer in force
    now: str  # what is in force instead


@cache
def laws() -> dict[str, Law]:
    """Read the list, once."""
    listed = {}
    for line in LIST.read_text(encoding="utf-8").splitlines()[1:]:
        name, _, ended, now = line.split(",")
        listed[name] = Law(name, date.fromisoformat(ended) if ended else None, now)
    return listed


def is_known(name: str) -> bool:
    """Tell whether a name, with or without 中华人民共和国 and a remark in brackets, is in the list."""
    return _short(name) in laws()


def misnamed(subject: Subject) -> Iterator[Diagnostic]:
    """Find names of laws that are off by a character or two, or in their kind: 条例 where there is a 法."""
    for prose, match, name in _unknown(subject):
        if near := _near(name) or (_other_kind(name) if match[1].startswith(_STATE) else ""):
            values = {"found": match[1], "near": near}
            yield Diagnostic("law.name", prose.source_at(match.start()), values)


def unknown(subject: Subject) -> Iterator[Diagnostic]:
    """Find names of national laws that no law has."""
    for prose, match, name in _unknown(subject):
        is_a_law = name.endswith(("法", "法典")) and len(name) <= _LONGEST
        if is_a_law and (match[1].startswith(_STATE) or not _NO_LAW.search(name)) and not _near(name):
            yield Diagnostic("law.unknown", prose.source_at(match.start()), {"found": match[1]})


def ended(subject: Subject) -> Iterator[Diagnostic]:
    """Find laws that were no longer in force when the year began that is reported on."""
    first_day = _first_day(subject)
    if first_day is None or subject.content is None:
        return
    for prose, match in _books(subject):
        law = laws().get(_short(match[1]))
        if law is None or law.ended is None or law.ended > first_day:
            continue
        clause = (
            re.split("[。；]", prose.text[: match.start()])[-1]
            + re.split("[。；]", prose.text[match.end() :])[0]
        )
        if not _PAST.search(clause) and law.now not in clause:
            values = {"found": match[1], "ended": _day(law.ended), "now": law.now}
            yield Diagnostic("law.ended", prose.source_at(match.start()), values)


def unmarked(subject: Subject) -> Iterator[Diagnostic]:
    """Find full names of laws in the list that stand in no book marks."""
    for prose in proses(subject, "华"):
        for match in _FULL.finditer(prose.text):
            before = prose.text[: match.start()]
            name = next((match[1][:n] for n in range(len(match[1]), 1, -1) if match[1][:n] in laws()), "")
            if name and before.count("《") == before.count("》"):
                yield Diagnostic("law.no_marks", prose.source_at(match.start()), {"found": _STATE + name})


RULES = (
    Rule("law.no_marks", Level.CUSTOMARY, unmarked, "GB/T 15834-2011，4.15"),
    Rule("law.name", Level.REQUIRED, misnamed),
    Rule("law.unknown", Level.RECOMMENDED, unknown),
    Rule("law.ended", Level.RECOMMENDED, ended),
)


def _first_day(subject: Subject) -> date | None:
    """Name the day on which a law must have been in force: the first of the year reported on."""
    if subject.year:
        return date(subject.year, 1, 1)
    issued_on = subject.content.issued_on if subject.content else None
    return date(issued_on.year - 1, 1, 1) if issued_on else None


def _books(subject: Subject) -> Iterator[tuple[Prose, re.Match[str]]]:
    for prose in proses(subject, "《"):
        for match in _BOOK.finditer(prose.text):
            yield prose, match


def _unknown(subject: Subject) -> Iterator[tuple[Prose, re.Match[str], str]]:
    if subject.content is None:
        return
    defined = _defined(subject)
    for prose, match in _books(subject):
        name = _short(match[1])
        is_elsewhere = _PLACE.search(name) or _ABROAD.search(name) or _OTHER_TEXT.search(name)
        if name not in laws() and name not in defined and not is_elsewhere:
            yield prose, match, name


def _defined(subject: Subject) -> set[str]:
    """List names that the text itself gives to laws: （以下简称《保障法》）."""
    pattern = re.compile("简称(?:为)?《([^《》]+)》")
    return {match[1] for prose in proses(subject, "简") for match in pattern.finditer(prose.text)}


@cache
def _near(name: str) -> str:
    """Find the law that a name was meant to be; empty when none is so near."""
    if _NO_LAW.search(name) and not name.endswith("办法"):
        return ""
    most = 2 if len(name) >= _FOR_TWO_EDITS else 1
    shortest = 5
    near = min(laws(), key=lambda known: edits(name, known, most), default="")
    return near if len(name) >= shortest - 1 and edits(name, near, most) <= most else ""


def _other_kind(name: str) -> str:
    """Find the law or regulation of the same matter; empty when there is none."""
    stem = _KIND.sub("", name)
    return next((known for kind in ("法", "条例") if (known := stem + kind) in laws()), "")


def _short(name: str) -> str:
    return _REMARK.sub("", name.strip().removeprefix(_STATE))


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
