"""Wording: where the thresholds of number words lie (用词).

Every threshold that a standard does not fix is a setting of the report; the defaults here are those of
most offices. Sentences, tables and checks all ask these.
"""

from __future__ import annotations

from decimal import Decimal

from .noun import Noun


class Wording(Noun, frozen=True):
    """Settings of the words that go with numbers."""

    rate_decimals: int = 1  # of growth rates and shares, the same everywhere in a document
    small_base: Decimal = Decimal(10)  # below it a sentence gives both values instead of a rate
    large_multiple: Decimal = Decimal(10)  # from this multiple on a sentence gives both values
    growth_in: str = "倍"  # how a sentence says growth of 100 % and more: "倍" or "百分比"
    doubled_least: Decimal = Decimal("1.95")  # multiples that a typed 翻番 may stand for
    doubled_most: Decimal = Decimal("2.05")
    near_from: Decimal = Decimal("0.9")  # 近 N is said from this share of N on
    last_year: str = "上年"  # the base word, as in 比上年
    reason_from: Decimal = Decimal(30)  # per cent of change from which the sign-off sheet asks why


DEFAULTS = Wording()


class WordingKey(Noun, frozen=True):
    """One setting, under its English and its Chinese name, and the values it takes."""

    name: str  # a field of `Wording`
    chinese: str
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(0)
    choices: tuple[str, ...] = ()  # for a setting that is a word; then there is no least and most
    is_whole: bool = False


WORDING_KEYS = (
    WordingKey("rate_decimals", "增幅小数位", Decimal(1), Decimal(2), is_whole=True),
    WordingKey("small_base", "小基数", Decimal(0), Decimal(1000)),
    WordingKey("large_multiple", "大倍数", Decimal(2), Decimal(1000)),
    WordingKey("growth_in", "翻倍写法", choices=("倍", "百分比")),
    WordingKey("doubled_least", "翻番下限", Decimal("1.5"), Decimal(2)),
    WordingKey("doubled_most", "翻番上限", Decimal(2), Decimal("2.5")),
    WordingKey("near_from", "近的下限", Decimal("0.5"), Decimal("0.99")),
    WordingKey("last_year", "上年称谓", choices=("上年", "上一年", "上年度", "年份")),
    WordingKey("reason_from", "说明起点", Decimal(0), Decimal(1000)),
)
