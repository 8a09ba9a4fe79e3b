"""Options: cells of a figures table that take a few words only, such as 类型 and 增减用词."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics import Diagnostic
from ..nearest import nearest
from ..pattern import pattern
from ..report import FigureKind, Verbs
from .cells import NOT_APPLICABLE
from .columns import Columns
from .numerals import fold
from .sheet import Sheet

FORM_FIELDS = ("{}", "{:千}", "{:万}", "{:亿}", "{:汉}", "{:,}")
MOST_DECIMALS = 9

OPPOSITES = {
    "增长": "下降", "增加": "减少", "提高": "下降", "提升": "下降", "上升": "下降", "上涨": "下跌",
    "延长": "缩短", "扩大": "缩小",
}  # fmt: skip
"""Words for a rise, and the word for a fall that goes with each unless the table names another."""
FALLS = {
    "下降": "上升", "减少": "增加", "降低": "提高", "缩短": "延长", "压缩": "延长", "压减": "增加",
    "缩小": "扩大", "收窄": "扩大", "回落": "上升", "下跌": "上涨",
}  # fmt: skip
"""Words for a fall, and the word for a rise that goes with each."""

STOCKS = {"时期": False, "时期数": False, "时点": True, "时点数": True, "flow": False, "stock": True}
PUBLIC = {
    **dict.fromkeys(("是", "公开", "主动公开", "√", "yes"), True),
    **dict.fromkeys(("否", "不公开", "不予公开", "依申请公开", "×", "no"), False),
}

LISTED = {
    **dict.fromkeys(("是", "√", "✓", "✔", "y", "yes", "1", "列入"), True),
    **dict.fromkeys(("否", "×", "✗", "✘", "n", "no", "0", "不", "不列", "不列入"), False),
}

_FIELD = pattern(r"\{[^{}]*\}|[{}]")
_PARTS = pattern(
    r"[；;]|(?<=[^、，,和0-9])(?=(?:19|20|21)[0-9]{2}年?度?[：:])"
)  # a cell's line breaks are gone
_YEARS = pattern(r"(?:自|从)?((?:(?:19|20|21)[0-9]{2}年?度?[、，,和]?)+)(?:起|开始)?[：:，,、\s]*")
_YEAR = pattern(r"[0-9]{4}")
_NONE = frozenset(("", "无", "否", *NOT_APPLICABLE))


class OptionReader:
    """Reads the options of one sheet's rows."""

    def __init__(self, sheet: Sheet, columns: Columns, found: list[Diagnostic]) -> None:
        self.sheet, self.columns, self.found = sheet, columns, found

    def kind(self, row: int, words: str) -> FigureKind | None:
        """Read 类型."""
        if not words:
            return None
        try:
            return FigureKind(words)
        except ValueError:
            self._unknown(row, "kind", "figures.kind", words, [kind.value for kind in FigureKind])
            return None

    def decimals(self, row: int, words: str) -> int | None:
        """Read 小数位."""
        words = fold(words) if words else ""
        if not words:
            return None
        if words.isascii() and words.isdigit() and int(words) <= MOST_DECIMALS:
            return int(words)
        self._report(row, "decimals", "figures.decimals", found=words, most=MOST_DECIMALS)
        return None

    def form(self, row: int, words: str) -> str:
        """Read 写法."""
        if not words or all(field in FORM_FIELDS for field in _FIELD.findall(words)):
            return words
        self._report(row, "form", "figures.form", found=words, fields="、".join(FORM_FIELDS))
        return ""

    def is_stock(self, row: int, words: str) -> bool:
        """Read 时期/时点; a figure is of the whole year unless the table says otherwise."""
        return self._choice(row, "stock", words, STOCKS, ("时期", "时点")) or False

    def is_public(self, row: int, words: str) -> bool | None:
        """Read 是否公开."""
        return self._choice(row, "public", words, PUBLIC, ("是", "否"))

    def listed(self, words: str) -> tuple[bool | None, str]:
        """Read whether comparisons list a figure (对比); other words than yes and no are their remark."""
        if not words:
            return None, ""
        is_listed = LISTED.get(words.casefold())
        return is_listed is not False, words if is_listed is None else ""

    def verbs(self, row: int, words: str) -> Verbs | None:
        """Read 增减用词: a pair such as 提高/下降, or one word, whose opposite is added."""
        if not words or words in _NONE:
            return None
        parts = [part.strip() for part in re.split(r"[/／、，,]", words) if part.strip()]
        ups = [part for part in parts if part in OPPOSITES]
        downs = [part for part in parts if part in FALLS]
        if len(parts) > 2 or len(ups) + len(downs) < len(parts) or len(ups) > 1 or len(downs) > 1:
            wrong = next((part for part in parts if part not in OPPOSITES and part not in FALLS), words)
            self._unknown(row, "verbs", "figures.verbs", wrong, (*OPPOSITES, *FALLS))
            return None
        up = ups[0] if ups else FALLS[downs[0]]
        return Verbs(up, downs[0] if downs else OPPOSITES[up])

    def redefined(self, words: str) -> dict[int, str]:
        """Read 口径调整: years and reasons; a reason without a year is the newest year's."""
        if words in _NONE:
            return {}
        found: dict[int, str] = {}
        for part in map(str.strip, _PARTS.split(words)):
            match = _YEARS.match(fold(part))
            years = [int(year) for year in _YEAR.findall(match[1])] if match else []
            if not match and self.columns.newest is not None:
                years = [self.columns.newest]
            if part:
                found.update(dict.fromkeys(years, part[match.end() :].strip() if match else part))
        return found

    def _choice(
        self, row: int, column: str, words: str, choices: dict[str, bool], shown: Iterable[str]
    ) -> bool | None:
        words = words.casefold()
        if words and words not in choices:
            self._unknown(row, column, "figures.choice", words, shown)
        return choices.get(words)

    def _unknown(self, row: int, column: str, code: str, found: str, choices: Iterable[str]) -> None:
        choices = list(choices)
        near = nearest(found, choices)
        self._report(row, column, code, found=found, near=near, choices="、".join(choices))

    def _report(self, row: int, column: str, code: str, **values: object) -> None:
        source = self.sheet.place(row, self.columns.known[column])
        self.found.append(Diagnostic(code, source, values))
