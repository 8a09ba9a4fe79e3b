"""Years: which year a report is about.

The title says it, or else the text does: the year it speaks of most, not after the year it is dated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_HAN = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=\s*年|(?:\s*[—\-至～]\s*(?:19|20)\d{2}\s*年))")
_HAN_YEAR = re.compile("[一二][九○〇零][〇○零一二三四五六七八九]{2}(?=年)")
_LAST = 2199


def year_of(title: str, texts: Iterable[str], dates: Iterable[str]) -> int | None:
    """Find the year reported on.

    Args:
        title: The title.
        texts: The paragraphs.
        dates: When it was signed or published, the surest first, as ISO dates.
    """
    named = _years(title)
    if named:
        # 2022年工作总结及2023年工作计划 reports on the first, 2016—2020年 on the whole from it on.
        is_first = re.search(r"\d{4}\s*[—\-至～]|[与及和暨].*\d{4}年.*(?:计划|打算|安排|思路|草案)", title)
        return named[0] if is_first else named[-1]
    issued = next((int(day[:4]) for day in dates if day[:4].isdecimal()), None)
    spoken = Counter(year for text in texts for year in _years(text))
    if issued is not None:
        spoken = Counter({year: count for year, count in spoken.items() if issued - 1 <= year <= issued})
    if spoken:
        most = max(spoken.values())
        return max(year for year, count in spoken.items() if count == most)
    return issued


def _years(text: str) -> list[int]:
    found = [int(year) for year in _YEAR.findall(text)]
    found += [int(year.translate(_HAN)) for year in _HAN_YEAR.findall(text)]
    return [year for year in found if 1900 <= year <= _LAST]
