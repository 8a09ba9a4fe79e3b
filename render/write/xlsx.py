"""Comparison as a workbook: values as numbers, changes as formulas, ready to be checked and printed.

Formulas stand beside their results, so programs that do not reckon show the right numbers too. A
negative number is one, and only shown with the minus sign U+2212. Dates inside come from the job, and
the file carries a digest of its sheets, so that nothing a person changed is written over.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal
from zipfile import BadZipFile, ZipFile

from ..change import rounded
from ..comparison import (
    Column,
    ComparedChange,
    ComparedFigure,
    ComparedOffice,
    ComparedValue,
    Comparison,
    OfficeTable,
)
from ..noun import Noun
from ..report import FigureKind

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

DASH = "—"
SHEET = "对比表"
POINTS = {"%": "个百分点", "‰": "个千分点"}

_DIGEST = "gongwen-digest"  # custom property of the document
_FONTS = {"title": "方正小标宋简体", "head": "黑体", "body": "仿宋_GB2312"}
_A4 = 9
_PX_PER_EM = 14  # of 10.5 pt at 96 dpi
_WIDEST_NAME, _WIDEST_REMARK = 24.0, 16.0  # em; longer ones go on several lines
_NARROWEST = 3.0  # em
_BARRED = re.compile(r"[\[\]:*?/\\]")  # in names of sheets
_LONGEST_SHEET = 31


def write_xlsx(comparison: Comparison, *, created: datetime, author: str = "") -> bytes:
    """Write a comparison as a workbook: by indicator on the first sheet, each table by office on its own.

    Args:
        comparison: As worked out; text is never taken for a formula.
        created: The date inside the file.
        author: Who issues the report.
    """
    plain = _written(comparison, created, author, digest=None)
    return _written(comparison, created, author, digest=digest_of(plain))


def digest_state(data: bytes) -> Literal["ours", "edited", "foreign"]:
    """Tell whether a workbook is as it was written: "ours", "edited" or "foreign"."""
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            kept = parts.read("docProps/custom.xml").decode("utf-8", "replace")
    except (BadZipFile, KeyError):
        return "foreign"
    match = re.search(rf"{_DIGEST}[^<]*<[^>]*>([0-9a-f]{{64}})<", kept)
    if match is None:
        return "foreign"
    return "ours" if match[1] == digest_of(data) else "edited"


def digest_of(data: bytes) -> str:
    """Take the digest of everything that shows: sheets, texts, looks and charts."""
    digest = hashlib.sha256()
    with ZipFile(io.BytesIO(data)) as parts:
        for name in sorted(parts.namelist()):
            if not name.startswith(("docProps/", "_rels/", "[Content_Types]")):
                digest.update(name.encode() + b"\0" + parts.read(name))
    return digest.hexdigest()


def _written(comparison: Comparison, created: datetime, author: str, *, digest: str | None) -> bytes:
    import xlsxwriter

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties(
        {"title": comparison.title, "author": author, "created": created.replace(tzinfo=None)}
    )
    book.set_custom_property(_DIGEST, digest or "0" * 64)
    looks = _Looks(book)
    names: set[str] = set()
    if comparison.figures:
        _by_indicator(book.add_worksheet(_sheet_name(SHEET, names)), comparison, looks)
    for table in comparison.offices:
        _by_office(book.add_worksheet(_sheet_name(table.name, names)), table, comparison, looks)
    book.close()
    return stream.getvalue()


class _Looks:
    """Formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, **values: Any) -> Format:
        """Make a format of a body cell, but for what the values say."""
        plain = {"font_name": _FONTS["body"], "font_size": 10.5, "border": 1, "valign": "vcenter"}
        key = tuple(sorted((plain | values).items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(dict(key))
        return self._made[key]

    @property
    def title(self) -> Format:
        """Give the title above a table."""
        return self.of(font_name=_FONTS["title"], font_size=18, border=0, align="center")

    @property
    def head(self) -> Format:
        """Give a head cell."""
        return self.of(font_name=_FONTS["head"], align="center", text_wrap=True)

    def text(self, align: str = "left", indent: int = 0) -> Format:
        """Give a cell of words."""
        return self.of(align=align, text_wrap=True, indent=indent)

    def number(self, decimals: int, before: str = "", after: str = "") -> Format:
        """Give a cell of numbers with so many decimals, negative ones with the minus sign U+2212."""
        digits = "0" + (f".{'0' * decimals}" if decimals else "")
        shown = "".join((_quoted(before), digits, _quoted(after)))
        return self.of(align="right", num_format=f'{shown};"−"{shown}')


class _Place(Noun, frozen=True):
    """Where a table's columns and rows stand, counted from 0."""

    first_value: int  # column of the first year
    base: int
    last: int
    head: int  # row of the head

    def value(self, index: int, row: int) -> str:
        """Name the cell of a value."""
        return _cell(row, self.first_value + index)

    def before(self, row: int) -> str:
        """Name the cell that changes are reckoned from."""
        return self.value(self.base, row)

    def after(self, row: int) -> str:
        """Name the cell that changes are reckoned to."""
        return self.value(self.last, row)


def _by_indicator(sheet: Worksheet, comparison: Comparison, looks: _Looks) -> None:
    unit = comparison.unit
    heads = ["序号", "指标名称", *([] if unit else ["计量单位"])]
    place = _Place(len(heads), comparison.base, comparison.last, 2)
    heads += map(_heading, comparison.columns)
    heads += [comparison.difference_heading, comparison.rate_heading, "备注"]
    figures = comparison.figures
    widths = [3.0, _wide((row.name for row in figures), _WIDEST_NAME) + 2.0]
    widths += [] if unit else [max(4.0, *(_em(row.unit) for row in figures)) + 1]
    widths += [7.0] * len(comparison.columns) + [8.0, 6.0]
    widths += [_wide((row.remark for row in figures), _WIDEST_REMARK) + 1.0]
    _head(sheet, comparison, comparison.title, unit, heads, widths, place, looks)
    at = place.head + 1
    group = ""
    for row in figures:
        if row.group != group and not row.part:
            group = row.group
            sheet.merge_range(at, 0, at, len(heads) - 1, group or "其他", looks.text())
            at += 1
        _indicator(sheet, at, row, comparison, place, looks, has_unit=not unit)
        at += 1
    _foot(sheet, at, comparison, len(heads), widths, looks, place)


def _indicator(
    sheet: Worksheet,
    at: int,
    row: ComparedFigure,
    comparison: Comparison,
    place: _Place,
    looks: _Looks,
    *,
    has_unit: bool,
) -> None:
    if row.number is None:
        sheet.write_blank(at, 0, None, looks.text("center"))
    else:
        sheet.write_number(at, 0, row.number, looks.text("center"))
    name = ("其中：" if row.part == 1 else "\u3000" * 3 if row.part else "") + row.name
    sheet.write_string(at, 1, name, looks.text(indent=1 if row.part else 0))
    if has_unit:
        sheet.write_string(at, 2, row.unit, looks.text("center"))
    _values(sheet, at, row.values, row.decimals, place, looks)
    column = place.first_value + len(row.values)
    _difference(sheet, at, column, row.change, row.decimals, row.kind, row.unit, place, looks)
    _rate(sheet, at, column + 1, row.change, comparison.rate_decimals, place, looks)
    if row.remark:
        sheet.write_string(at, column + 2, row.remark, looks.text())
    else:
        sheet.write_blank(at, column + 2, None, looks.text())


def _by_office(sheet: Worksheet, table: OfficeTable, comparison: Comparison, looks: _Looks) -> None:
    has_shares = table.total is not None
    is_rate = table.kind in (FigureKind.RATE, FigureKind.RANK)
    place = _Place(1, comparison.base, comparison.last, 2)
    heads = ["单位", *map(_heading, comparison.columns)]
    heads += ["占比（%）"] if has_shares else []
    heads.append(comparison.difference_heading if is_rate else comparison.rate_heading)
    rows: list[ComparedOffice] = [*table.rows, *([table.total] if table.total else [])]
    widths = [_wide((row.name for row in rows), _WIDEST_NAME) + 2.0, *[8.0] * (len(heads) - 1)]
    _head(sheet, comparison, f"各单位{table.name}", table.unit, heads, widths, place, looks)
    first = place.head + 1
    total_at = first + len(table.rows)
    for at, row in enumerate(rows, first):
        sheet.write_string(at, 0, row.name, looks.text())
        if at == total_at and row.figure is None:
            for index, value in enumerate(row.values):
                cells = f"{place.value(index, first)}:{place.value(index, total_at - 1)}"
                look = looks.number(table.decimals)
                sheet.write_formula(at, 1 + index, f"=SUM({cells})", look, _shown(value.number))
        else:
            _values(sheet, at, row.values, table.decimals, place, looks)
        column = 1 + len(row.values)
        if has_shares:
            part, whole = place.after(at), place.after(total_at)
            _formula(
                sheet, at, column, f"AND(COUNT({part},{whole})=2,{whole}<>0)",
                f"ROUND({part}/{whole}*100,{comparison.rate_decimals})",
                _rounded(row.share, comparison.rate_decimals), looks.number(comparison.rate_decimals),
            )  # fmt: skip
            column += 1
        if is_rate:
            _difference(sheet, at, column, row.change, table.decimals, table.kind, table.unit, place, looks)
        else:
            _rate(sheet, at, column, row.change, comparison.rate_decimals, place, looks)
    last = comparison.offices[-1] is table and not comparison.figures
    _foot(sheet, first + len(rows), comparison if last else None, len(heads), widths, looks, place)


def _head(
    sheet: Worksheet,
    comparison: Comparison,
    title: str,
    unit: str,
    heads: Sequence[str],
    widths: Sequence[float],
    place: _Place,
    looks: _Looks,
) -> None:
    for column, width in enumerate(widths):
        sheet.set_column_pixels(column, column, round(width * _PX_PER_EM))
    sheet.merge_range(0, 0, 0, len(heads) - 1, title, looks.title)
    sheet.set_row(0, 36)
    above = "\u3000\u3000".join(
        part for part in (f"统计期间：{comparison.period}", unit and f"单位：{unit}") if part
    )
    sheet.merge_range(1, 0, 1, len(heads) - 1, above, looks.of(border=0, align="right"))
    for column, text in enumerate(heads):
        sheet.write_string(place.head, column, text, looks.head)
    lines = max(-int(-_em(text) // (width - 1)) for text, width in zip(heads, widths, strict=True))
    sheet.set_row(place.head, 15 * max(2, lines))
    sheet.set_default_row(18)
    sheet.freeze_panes(place.head + 1, place.first_value)
    sheet.repeat_rows(place.head)


def _foot(
    sheet: Worksheet,
    at: int,
    comparison: Comparison | None,
    columns: int,
    widths: Sequence[float],
    looks: _Looks,
    place: _Place,
) -> None:
    """Write the notes below a table, and set the sheet up for print."""
    across = sum(widths)
    lines = list(_notes(comparison)) if comparison else []
    for line in lines:
        sheet.merge_range(at, 0, at, columns - 1, line, looks.of(border=0, align="left", text_wrap=True))
        sheet.set_row(at, 15 * max(1, -int(-_em(line) // across)))
        at += 1
    sheet.set_paper(_A4)
    if across * _PX_PER_EM > 600:  # what an upright sheet shows without being made smaller
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.8, right=0.8, top=1.0, bottom=0.9)
    sheet.center_horizontally()
    sheet.set_footer("&C— &P —")
    sheet.print_area(0, 0, max(at - 1, place.head), columns - 1)


def _values(
    sheet: Worksheet,
    at: int,
    values: Iterable[ComparedValue],
    decimals: int,
    place: _Place,
    looks: _Looks,
) -> None:
    for column, value in enumerate(values, place.first_value):
        if value.number is None:
            sheet.write_string(at, column, DASH, looks.number(decimals))
        else:
            before, _, after = value.manner.partition("{}")
            look = looks.number(decimals, before, after + value.mark)
            sheet.write_number(at, column, float(value.number), look)


def _difference(
    sheet: Worksheet,
    at: int,
    column: int,
    change: ComparedChange,
    decimals: int,
    kind: FigureKind | None,
    unit: str,
    place: _Place,
    looks: _Looks,
) -> None:
    points = POINTS.get(unit, POINTS["%"]) if kind is FigureKind.RATE else ""
    look = looks.number(decimals, "", points)
    before, after = place.before(at), place.after(at)
    if not change.is_comparable:
        sheet.write_string(at, column, DASH, look)
        return
    _formula(
        sheet, at, column, f"COUNT({before},{after})=2", f"ROUND({after}-{before},{decimals})",
        change.difference, look,
    )  # fmt: skip


def _rate(
    sheet: Worksheet,
    at: int,
    column: int,
    change: ComparedChange,
    decimals: int,
    place: _Place,
    looks: _Looks,
) -> None:
    if not (change.has_rate and change.is_comparable):
        sheet.write_string(at, column, DASH, looks.number(decimals))
        return
    before, after = place.before(at), place.after(at)
    _formula(
        sheet, at, column, f"AND(COUNT({before},{after})=2,N({before})>0,N({after})>=0)",
        f"ROUND(({after}-{before})/{before}*100,{decimals})", _rounded(change.rate, decimals),
        looks.number(decimals),
    )  # fmt: skip


def _formula(
    sheet: Worksheet, at: int, column: int, condition: str, formula: str, result: Decimal | None, look: Format
) -> None:
    """Write a formula that gives a dash where its condition fails, beside what it gives now."""
    sheet.write_formula(at, column, f'=IF({condition},{formula},"{DASH}")', look, _shown(result))


def _heading(column: Column) -> str:
    return f"{column.heading}（{column.remark}）" if column.remark else column.heading


def _notes(comparison: Comparison) -> Iterable[str]:
    said = comparison.notes
    for number, text in enumerate(said, 1):
        lead = "注：" if number == 1 else "\u3000\u3000"
        yield f"{lead}{number}.{text}" if len(said) > 1 else f"{lead}{text}"
    if comparison.origin:
        yield f"资料来源：{comparison.origin}"


def _rounded(number: Decimal | None, decimals: int) -> Decimal | None:
    return None if number is None else rounded(number, decimals)


def _shown(number: Decimal | None) -> float | str:
    return DASH if number is None else float(number)


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""


def _cell(row: int, column: int) -> str:
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return f"{name}{row + 1}"


def _sheet_name(name: str, taken: set[str]) -> str:
    """Make a name that a workbook takes and no other sheet has."""
    stem = _BARRED.sub("", name).strip("'")[:_LONGEST_SHEET] or SHEET
    chosen, number = stem, 1
    while chosen.casefold() in taken:
        number += 1
        chosen = f"{stem[: _LONGEST_SHEET - len(str(number))]}{number}"
    taken.add(chosen.casefold())
    return chosen


def _wide(texts: Iterable[str], most: float) -> float:
    return min(most, max([_NARROWEST, *map(_em, texts)]))


def _em(text: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in text)
