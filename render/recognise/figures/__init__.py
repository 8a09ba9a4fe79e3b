"""Figures found: every quantity of a text, named, once in a table and by its name in the text.

The same name with the same value is one row. A value that something rose or fell from is a row of its
own, ending in （前值）, or last year's value of the same row where the text says that it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ...sentences import sentences
from ..draft import Draft
from ..passages import Passage
from .figure import FoundFigure, Insertion
from .naming import identifier, is_previous, name_of, respectively, subject_of
from .quantities import quantities
from .quantity import Quantity
from .tables import cell_figures

SURE = 0.8
LEVELS = ("none", "sure", "all")
_RESERVED = frozenset(
    """
    年度 指标 名称 标题 正文 附件 loop range and else false if in is none not or true
""".split()
)
_COUNTED = "件|个|人|户|项|次|家|起|名|元|亩|公里|吨|万|亿"
_HAN_AMOUNT = re.compile(f"百分之[一二三四五六七八九十]|[一二三四五六七八九十百千零〇]{{2,}}(?:{_COUNTED})")
_AMOUNT = re.compile(rf"\d+(?:\.\d+)?(?:%|{_COUNTED})")
_ORDINALS = "二三四五六七八九"


@dataclass(slots=True)
class Bound:
    """Figures, and where they go; insertions by the identity of their passage."""

    figures: list[FoundFigure] = field(default_factory=list)
    insertions: dict[int, list[Insertion]] = field(default_factory=dict)


def bind(draft: Draft, level: str) -> Bound:
    """Find the figures of a draft.

    Args:
        draft: The text.
        level: One of `LEVELS`: "none" finds nothing, "sure" what leaves little doubt.
    """
    if level == "none":
        return Bound()
    binding = _Binding(draft.year, SURE if level == "sure" else 0.0, _writes_han(draft))
    for passage in draft.all_passages():
        if passage.role == "text":
            binding.text(passage)
        elif passage.role == "table":
            binding.table(passage)
    first = next((p for p in draft.passages if p.role == "text"), None)
    if first is not None and first.text.startswith(f"{draft.year}年"):
        binding.bound.insertions.setdefault(id(first), []).insert(0, Insertion(first, 0, 4, "年度"))
    return binding.bound


def _writes_han(draft: Draft) -> bool:
    """Tell whether a text writes its numbers in Han numerals throughout."""
    han = digits = 0
    for passage in draft.passages:
        if passage.role == "text":
            han += len(_HAN_AMOUNT.findall(passage.text))
            digits += len(_AMOUNT.findall(passage.text))
    return han > 5 and han > digits


@dataclass(frozen=True, slots=True)
class _Said:
    """A quantity, and what its sentence makes of it."""

    quantity: Quantity
    year: int  # that it is the value of
    sureness: float
    subject: str  # what the sentence spoke of before


class _Binding:
    def __init__(self, year: int, least: float, in_han: bool) -> None:
        self.bound = Bound()
        self._year = year
        self._least = least
        self._in_han = in_han
        self._degrees: dict[float, float] = {}
        self._rows: dict[str, FoundFigure] = {}
        self._counted: dict[str, int] = {}  # how many rows have had to share a name

    def _shared(self, sureness: float) -> float:
        """Give one and the same object for equal numbers, of which there are few."""
        return self._degrees.setdefault(sureness, sureness)

    def text(self, passage: Passage) -> None:
        """Find the figures of a paragraph, sentence by sentence."""
        found = [q for q in quantities(passage.text, in_han=self._in_han) if q.sureness >= self._least]
        if not found:
            return
        at = 0
        for span in sentences(passage.text):
            own = []
            while at < len(found) and found[at].start < span.stop:
                own.append(found[at])
                at += 1
            if own:
                self._sentence(passage, own)

    def _sentence(self, passage: Passage, found: Sequence[Quantity]) -> None:
        subject = ""
        pending: tuple[str, str, bool] | None = None  # name, unit, of last year
        low: str | None = None
        before: Quantity | None = None
        last = ""
        named: list[str] = []
        shared: dict[int, str] = {}
        for at, quantity in enumerate(found):
            previous, of_year = is_previous(passage.text, quantity)
            name = name_of(passage.text, quantity, subject, before, last)
            last = name.base or last
            if not shared:
                shared = respectively(passage.text, found[at:], named)
            named += [name.base] if name.base else []
            before = quantity
            text, is_good = name.text, name.is_good
            if respective := shared.get(id(quantity)):
                text, is_good = respective, True
            if quantity.end == "high" and low is not None:
                text = low
            elif pending is not None and not previous and quantity.unit == pending[1]:
                text, is_good = pending[0], True
            sureness = quantity.sureness * (1.0 if is_good else 0.85)
            is_last_year = previous and of_year in ("上年", str(self._year - 1))
            if quantity.end:
                low = text if quantity.end == "low" else None
                text += "下限" if quantity.end == "low" else "上限"
            year = self._year - 1 if is_last_year else self._year
            said = _Said(quantity, year, self._shared(sureness), subject)
            if previous and not is_last_year:
                self._put(passage, said, f"{text}前值", f"{text}（前值）")
            else:
                self._put(passage, said, text, text)
            pending = (text, quantity.unit, is_last_year) if previous else None
            subject = subject_of(passage.text, quantity, subject)

    def table(self, passage: Passage) -> None:
        """Find the figures of a table, cell by cell."""
        for cell in cell_figures(passage.rows, passage.text, self._year):
            if self._least > cell.sureness:
                continue
            row = self._rows.get(cell.key)
            if row is not None and (
                row.value_in(cell.year) not in (None, cell.value)
                or row.unit != cell.unit
                or row.form != cell.form
            ):
                key = self._free(cell.key, [])
            else:
                key = cell.key
            suffix = "" if cell.year == self._year else f'["{cell.year}"]'
            use = Insertion(passage, cell.start, cell.stop, key, suffix, cell.at, cell.sureness)
            self._use(key, key, use, cell.unit, cell.form, cell.year, cell.value, cell.about)

    def _put(self, passage: Passage, said: _Said, text: str, name: str) -> None:
        """Bind a quantity to its row, made when there is none that says the same."""
        quantity, year = said.quantity, said.year
        wanted = identifier(text) or "数据"
        if wanted in _RESERVED:
            wanted += "数"
        row = self._rows.get(wanted)
        if row is not None and not _says_same(row, quantity, year):
            section = identifier(passage.section)[:12]
            wanted = self._free(wanted, [identifier(said.subject), section], quantity, year)
            name = wanted
        last_year = ".上年" if year != self._year else ""
        unit = "|带单位" if quantity.has_unit and quantity.unit else ""
        use = Insertion(passage, quantity.start, quantity.stop, wanted, last_year + unit, None, said.sureness)
        self._use(wanted, name, use, quantity.unit, quantity.form, year, quantity.value)

    def _use(
        self, key: str, name: str, use: Insertion, unit: str, form: str, year: int, value: Decimal,
        about: str = "",
    ) -> None:  # fmt: skip
        """Note a use of a row; the first one makes it."""
        row = self._rows.get(key)
        if row is None:
            row = FoundFigure(key, name, unit, form, use, year, value, about=about)
            self._rows[key] = row
            self.bound.figures.append(row)
        else:
            row.use(use, year, value)
        self.bound.insertions.setdefault(id(use.passage), []).append(use)

    def _free(
        self, key: str, more: Sequence[str], quantity: Quantity | None = None, year: int | None = None
    ) -> str:
        """Find a name that no other figure has: with what the text speaks of, else counted."""
        names = [f"{word}{key}" for word in more if word and not key.startswith(word)]
        for name in names:
            row = self._rows.get(name)
            if row is None or (quantity is not None and year is not None and _says_same(row, quantity, year)):
                return name
        while True:
            self._counted[key] = count = self._counted.get(key, 1) + 1
            name = f"{key}之{_ORDINALS[count - 2] if count < 10 else count}"
            if name not in self._rows:
                return name


def places_of(value: Decimal) -> int:
    """Count the decimals a value is printed with: it keeps its zeros."""
    return max(0, -int(value.as_tuple().exponent))


def _says_same(row: FoundFigure, quantity: Quantity, year: int) -> bool:
    value = row.value_in(year)
    return (
        row.unit == quantity.unit
        and row.form == quantity.form
        and value in (None, quantity.value)
        and places_of(quantity.value if value is None else value) == quantity.decimals
    )
