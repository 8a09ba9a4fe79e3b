"""Automatic numbers of a DOCX as the real ones a reader sees (ISO/IEC 29500-1, 17.9).

A paragraph names a list and a level, itself or through its style; the level says how its number is counted
and written. Bullets are no numbers and print nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ...han import in_han

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9

_HAN_FORMATS = frozenset(
    """
    chineseCounting chineseCountingThousand ideographTraditional japaneseCounting taiwaneseCounting
    taiwaneseCountingThousand koreanCounting ideographDigital japaneseDigitalTenThousand
    taiwaneseDigital
""".split()
)
_ROMAN_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = tuple(zip(_ROMAN_VALUES, "m cm d cd c xc l xl x ix v iv i".split(), strict=True))
_LEGAL = "壹贰叁肆伍陆柒捌玖拾"


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    is_plain: bool = False  # all numbers in digits (isLgl)
    restart: int | None = None  # after which level (1-based); 0: never


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    abstract: str


@dataclass(slots=True)
class Counters:
    """Counts through a document's lists, paragraph by paragraph."""

    lists: dict[str, _List] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def next(self, number: str, level: int) -> str:
        """Give the number of the next paragraph of a list and level; "" for bullets and unknown lists."""
        own = self.lists.get(number)
        definition = own.levels.get(level) if own else None
        if own is None or definition is None or not 0 <= level < LEVELS:
            return ""
        counts = self._counts.setdefault(own.abstract, [None] * LEVELS)
        if (number, level) not in self._started and definition is not None:
            self._started.add((number, level))
            if self._overrides(number, level):
                counts[level] = None
        current = counts[level]
        counts[level] = definition.start if current is None else current + 1
        for below in range(level + 1, LEVELS):
            deeper = own.levels.get(below)
            if deeper is None or deeper.restart is None or level + 1 <= deeper.restart:
                counts[below] = None
        if definition.form in ("bullet", "none"):
            return ""
        text = definition.text
        for place in range(level + 1):
            above = own.levels.get(place, _Level())
            count = counts[place] if counts[place] is not None else above.start
            form = "decimal" if definition.is_plain and place < level else above.form
            text = text.replace(f"%{place + 1}", written(count or 0, form))
        return text

    def _overrides(self, number: str, level: int) -> bool:
        return (number, level) in self.restarted

    restarted: set[tuple[str, int]] = field(default_factory=set)


def read_counters(root: Any) -> Counters:
    """Read `numbering.xml`; None gives counters that know no list."""
    counters = Counters()
    if root is None:
        return counters
    abstracts: dict[str, dict[int, _Level]] = {}
    for each in root.iter(f"{W}abstractNum"):
        abstracts[each.get(f"{W}abstractNumId") or ""] = {
            level: _level(definition)
            for definition in each.iter(f"{W}lvl")
            if (level := _int(definition.get(f"{W}ilvl"))) is not None
        }
    for each in root.iter(f"{W}num"):
        number = each.get(f"{W}numId") or ""
        reference = each.find(f"{W}abstractNumId")
        abstract = (reference.get(f"{W}val") or "") if reference is not None else ""
        levels = dict(abstracts.get(abstract, {}))
        for override in each.iter(f"{W}lvlOverride"):
            level = _int(override.get(f"{W}ilvl"))
            if level is None:
                continue
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[level] = _level(own)
            start = override.find(f"{W}startOverride")
            if start is not None:
                before = levels.get(level, _Level())
                levels[level] = _Level(
                    _int(start.get(f"{W}val")) or 1, before.form, before.text, before.is_plain, before.restart
                )
                counters.restarted.add((number, level))
        counters.lists[number] = _List(levels, abstract)
    return counters


def written(count: int, form: str) -> str:
    """Write a count in a number format (ISO/IEC 29500-1, 17.18.59)."""
    if form in _HAN_FORMATS:
        return in_han(count) if form != "ideographTraditional" else "甲乙丙丁戊己庚辛壬癸"[(count - 1) % 10]
    if form == "chineseLegalSimplified":
        return _LEGAL[count - 1] if 1 <= count <= 10 else in_han(count)
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"):
        return chr(0x2460 + count - 1) if 1 <= count <= 20 else str(count)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        text = ""
        for value, sign in _ROMAN:
            while count >= value:
                text, count = text + sign, count - value
        return text.upper() if form == "upperRoman" else text
    if form == "decimalZero":
        return f"{count:02}"
    if form == "decimalFullWidth":
        return str(count).translate({code: code + 0xFEE0 for code in range(0x30, 0x3A)})
    return str(count)


def _level(definition: Any) -> _Level:
    def value(name: str, default: str = "") -> str:
        found = definition.find(f"{W}{name}")
        return (found.get(f"{W}val") or default) if found is not None else default

    is_plain = definition.find(f"{W}isLgl") is not None
    restart = _int(value("lvlRestart")) if definition.find(f"{W}lvlRestart") is not None else None
    return _Level(
        _int(value("start", "1")) or 0, value("numFmt", "decimal"), value("lvlText"), is_plain, restart
    )


def _int(text: str | None) -> int | None:
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None
