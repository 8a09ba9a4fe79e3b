"""Dates and years as offices write them."""

from __future__ import annotations

import re
from datetime import date

from .pattern import pattern

_FOLD = str.maketrans("０１２３４５６７８９：－／．　", "0123456789:-/. ")
# The separators must agree; a time of day is allowed and not kept.
_DATE = pattern(
    r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})|\.([0-9]{1,2})\.([0-9]{1,2})"
    r"|\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日)(?:[T\s]\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)
_REMARKED = pattern(r"([^（(]+)[（(][^（）()]+[）)]\s*")
_YEAR = pattern(r"((?:19|20|21)[0-9]{2})\s*(?:年度?)?")


def read_date(text: str) -> date | None:
    """Read 2021-02-18, 2021/2/18, 2021.2.18 or 2021年2月18日; None for anything else."""
    match = _DATE.fullmatch(text.translate(_FOLD).strip())
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:  # such as 30 February
        return None


def read_years(text: str) -> tuple[int, ...]:
    """Read years with commas or blanks between them, such as 2018,2019; () when one of them is none."""
    years = [read_year(part) for part in re.split("[,，、;；\\s]+", text.translate(_FOLD).strip(" ,，、"))]
    return () if None in years else tuple(dict.fromkeys(year for year in years if year is not None))


def read_year(text: str) -> int | None:
    """Read 2020, 2020年 or 2020年度, from 1900 to 2199; None for anything else."""
    match = _YEAR.fullmatch(text.translate(_FOLD).strip())
    return int(match[1]) if match else None


def read_heading_year(text: str) -> int | None:
    """Read the year that heads a column, with what the head says of it in brackets: 2021（快报数）."""
    match = _REMARKED.fullmatch(text)
    return read_year(match[1] if match else text)
