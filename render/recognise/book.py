"""Book: the figures as `figures.xlsx`, with the sentence beside each row.

XlsxWriter writes it; a cell's number format has as many decimals as the text prints.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from .figures import places_of
from .figures.figure import FoundFigure

SHEET = "指标"
_EXACT = 15  # significant digits of a number in a workbook (ISO/IEC 29500-1 stores doubles)
_WIDTHS = {
    "代码": 22,
    "指标": 34,
    "单位": 9,
    "类型": 7,
    "小数位": 7,
    "写法": 12,
    "公式": 8,
    "口径": 10,
    "填报单位": 12,
    "来源": 16,
    "备注": 12,
    "原句": 70,
    "把握": 7,
}
_FIRST_DAY = datetime(1980, 1, 1)  # that a ZIP file can name; the same report gives the same bytes


def write_book(figures: Sequence[FoundFigure], year: int) -> bytes:
    """Write the figures, one row each in the order of the text, one column per year."""
    import xlsxwriter

    years = sorted({year, *(each for figure in figures for each in figure.values)})
    heads = [
        "代码",
        "指标",
        "单位",
        "类型",
        *years,
        "小数位",
        "写法",
        "公式",
        "口径",
        "填报单位",
        "来源",
        "备注",
        "原句",
        "把握",
    ]
    file = BytesIO()
    book = xlsxwriter.Workbook(
        file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": _FIRST_DAY})
    sheet = book.add_worksheet(SHEET)
    head = book.add_format(
        {
            "bold": True,
            "bottom": 1,
            "align": "center",
            "valign": "vcenter",
            "font_name": "宋体",
            "font_size": 11,
        }
    )
    plain = book.add_format({"valign": "top", "font_name": "宋体", "font_size": 11})
    wrapped = book.add_format({"valign": "top", "text_wrap": True, "font_name": "宋体", "font_size": 11})
    formats: dict[int, Any] = {}
    for column, words in enumerate(heads):
        sheet.write(0, column, words, head)
        sheet.set_column(column, column, _WIDTHS.get(str(words), 12))
    for number, figure in enumerate(figures, 1):
        places_of_years = {places_of(value) for value in figure.values.values()}
        same = len(places_of_years) == 1 and not figure.form.startswith(("{:千}", "{:万}", "{:亿}"))
        texts: dict[str, object] = {
            "代码": figure.key if figure.name != figure.key else "",
            "指标": figure.name,
            "单位": figure.unit,
            "类型": figure.kind,
            "小数位": next(iter(places_of_years)) if same else "",
            "写法": figure.form,
            "来源": f"原文{figure.place}" if figure.place else "原文",
            "原句": figure.sentence,
            "把握": round(figure.sureness * 100),
        }
        for column, words in enumerate(heads):
            if isinstance(words, int):
                if (value := figure.values.get(words)) is not None:
                    places = places_of(value)
                    if places not in formats:
                        code = "0." + "0" * places if places else "0"
                        formats[places] = book.add_format(
                            {"num_format": code, "valign": "top", "font_name": "宋体", "font_size": 11}
                        )
                    _number(sheet, number, column, value, formats[places], plain)
                continue
            text = texts.get(str(words), "")
            if text != "":
                sheet.write(number, column, text, wrapped if words == "原句" else plain)
    sheet.freeze_panes(1, 2)
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(len(figures), 1), len(heads) - 1)
    book.close()
    return file.getvalue()


def _number(sheet: Any, row: int, column: int, value: Decimal, shown: Any, plain: Any) -> None:
    """Write a number; one with more digits than a cell keeps goes in as text, which is read as exactly."""
    if len(value.as_tuple().digits) > _EXACT:
        sheet.write_string(row, column, f"{value:f}", plain)
    else:
        sheet.write_number(row, column, float(value), shown)
