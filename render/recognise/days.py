"""Days: when a text was given, passed, signed or published, as the file says it.

A report to a congress has its day in the line below its title, a communiqué below its issuer, anything else
at its end; the document number names the year alone.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date

from ..dates import read_date
from ..han import from_han
from .anatomy import Anatomy, Para

_SESSION = re.compile(
    r"^[—\-－（(]*\s*((?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[一二][九○〇零][一二三四五六七八九○〇零]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日)"
    r".{0,80}(?:会议|大会|全会|例会|會議|大會|全會|例會|[会會])(?:.{0,8})?(?:上|通过|通過|批准|修订|修訂|修正|审议|審議|作|所作)"
)
_HAN_DIGITS = str.maketrans("〇○零OoＯ一二三四五六七八九元", "0000001234567891")
_YEAR_OF_NUMBER = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def day_of(text: str) -> date | None:
    """Read a date in digits or in Han numerals, 2021年2月18日 or 二〇二一年二月十八日."""
    return read_date(text) or _han_date(text)


def day_of_session(text: str) -> str:
    """Give the day a line below a title says a report was given on, or a law passed, as an ISO date."""
    found = _SESSION.match(text)
    day = day_of(found[1]) if found else None
    return day.isoformat() if day else ""


def session_above(opening: Sequence[Para]) -> str:
    """Give the day of the session named between title and text, on one line or broken over two."""
    lines = [para.folded for para in opening]
    pairs = [above + below for above, below in itertools.pairwise(lines)]
    return next(filter(None, map(day_of_session, (*lines, *pairs))), "")


def day_above(opening: Sequence[Para]) -> str:
    """Give the date that stands between title and text, as an ISO date; "" when there is none."""
    for para in opening:
        if day := day_of(para.folded.strip("（）()")):
            return day.isoformat()
    return session_above(opening)


def day_signed(anatomy: Anatomy) -> str:
    """Give the day a document is dated, as an ISO date; "" when it does not say."""
    for part in anatomy.ending:
        if part.kind == "date" and (day := day_of(part.para.folded)):
            return day.isoformat()
    # An old report may have been put on the net decades after its session.
    if said := day_above(anatomy.opening):
        return said
    found = anatomy.particular("issued_on")
    day = read_date(found.value) if found else None
    return day.isoformat() if day else ""


def days_of(anatomy: Anatomy) -> Iterator[str]:
    """Go through what dates a document, the surest first: ISO dates, at the end a year alone."""
    if signed := day_signed(anatomy):
        yield signed
    found = anatomy.particular("published_on")
    if found and (day := read_date(found.value)):
        yield day.isoformat()
    numbers = [value for key, (value, _) in anatomy.elements.items() if key == "number"]
    numbers += [each.value for each in anatomy.particulars if each.key in ("number", "index_no")]
    for number in numbers:
        if dated := _YEAR_OF_NUMBER.search(number):
            yield dated[0]


def _han_date(text: str) -> date | None:
    found = re.fullmatch(r"(.{4})\s*年\s*(.{1,3}?)\s*月\s*(.{1,4}?)\s*日", text.strip())
    if not found:
        return None
    try:
        year = int(found[1].translate(_HAN_DIGITS))
        return date(year, from_han(found[2].replace("元", "一")), from_han(found[3].replace("廿", "二十")))
    except ValueError:
        return None
