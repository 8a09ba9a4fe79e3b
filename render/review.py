"""Review: the sentences of last year's text that someone must look at (待核改语句).

Made once, when a report is taken to its next year; what became of each sentence is told by the text of
today and by the marks a person set. Nothing here does any work.
"""

from __future__ import annotations

from enum import StrEnum

from .diagnostics import NOWHERE, Source
from .noun import Noun


class Reason(StrEnum):
    """Why a sentence may say what is no longer so."""

    NUMBER = "数字"  # typed by hand, not bound to a figure
    YEAR = "年份日期"  # last year's year or a date: 2020年, 4月初
    WORD = "年度用语"  # 去年, 上年, 全年, 上半年
    ORDINAL = "序数次数"  # 第三次, 连续三年, 首次, 十四五
    NAME = "带年份的名称"  # of a document or an event: 《……（2016—2020年）》, 二十大
    DIRECTION = "增减用词"  # typed by hand: 提升至, 逐年增多
    FORM = "写法"  # of a figure, without a place for its number: 近万


class Mark(StrEnum):
    """What a person says became of a sentence."""

    CHANGED = "已改"
    KEPT = "保留"


class Held(Noun, frozen=True):
    """One thing a sentence holds."""

    reason: Reason
    text: str


class Sentence(Noun, frozen=True):
    """A sentence of a report's text, or what stands for one: a heading, a row of a table, a metadatum."""

    text: str  # on one line, expressions as typed
    source: Source
    section: str = ""  # the heading it stands under


class ReviewItem(Noun, frozen=True):
    """A sentence to look at."""

    number: int  # from 1; never changes
    sentence: Sentence
    held: tuple[Held, ...]
    mark: str = ""  # a `Mark`, nothing, or what else was written
    note: str = ""
    marked_at: Source = NOWHERE


class Review(Noun, frozen=True):
    """All sentences to look at."""

    base: int  # the year the text was written for
    year: int  # the year it was taken to
    items: tuple[ReviewItem, ...]
    source: Source = NOWHERE
    emptied: tuple[str, ...] = ()  # metadata that were taken out when the list was made, by English key
