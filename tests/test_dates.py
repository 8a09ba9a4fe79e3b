"""Dates and years as offices write them."""

from __future__ import annotations

from datetime import date

import pytest

from render.dates import read_date


@pytest.mark.parametrize(
    "text",
    ["2021-02-18", "2021/2/18", "2021.2.18", "2021年2月18日", "2021-02-18 16:35", " 2021 年 2 月 18 日 "],
)
def test_dates_are_read_however_they_are_written(text: str) -> None:
    """A time after the date is passed over."""
    assert read_date(text) == date(2021, 2, 18)


@pytest.mark.parametrize("text", ["2021-02-30", "2021", "18.2.2021", "二〇二一年", ""])
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    """Nor is a day that the month does not have."""
    assert read_date(text) is None


def test_a_head_may_say_something_of_its_year() -> None:
    """In brackets behind it."""
    from render.dates import read_heading_year

    heads = ("2021（快报数）", "2021年（示例数据，非真实统计数据）", "2021", "甲（乙）")
    assert [read_heading_year(text) for text in heads] == [2021, 2021, 2021, None]
