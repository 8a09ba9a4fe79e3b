"""Form: one office's sheet (收数表) as a workbook, to be filled in on any office program and printed.

A4 landscape. What is locked is grey; what is typed is white, checked while it is typed, and explained
beside the cell. The protection has no password: it keeps from slips, not from intent.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from ..noun import Noun
from ..report import Absence
from ..write.xlsx import digest_of
from .asking import Asked, Asking, OfficeSheet, decimals_of, number_of
from .marks import LABEL, SHEET, code_of, sent_rows
from .rules import DASH, hint_of, rate_of, reason_missing, rule_of, test_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "收数表"
HEAD_ROW = 3  # from 0
DIGEST = "gongwen-digest"  # custom property of the document

NUMBER, NAME_HEAD, SCOPE, UNIT = "序号", "指标名称", "指标解释（口径）", "计量单位"
BASE, THIS, RATE, REASON, NOTE, KEY = "上年数", "本年数", "增减幅度（%）", "增减情况说明", "备注", "代码"

_A4 = 9
_EPOCH = datetime(2000, 1, 1)
_GREY, _CALL = "#EDEDED", "#FFE699"
_SPREADSHEET_LINE = 15.0  # points from line to line at 10.5 pt
_WIDTHS = {NUMBER: 5, NAME_HEAD: 28, SCOPE: 26, UNIT: 9, BASE: 11, THIS: 13, RATE: 12, REASON: 28, NOTE: 14}
_UNSTAMPED = "0" * 64
_LONGEST_MESSAGE = 250  # 255 characters are allowed, ISO/IEC 29500-1, 18.3.1.32


class _Columns(Noun, frozen=True):
    """Where the columns stand, from 0."""

    heads: tuple[str, ...]

    def of(self, head: str) -> int:
        return self.heads.index(head)

    def has(self, head: str) -> bool:
        return head in self.heads

    def cell(self, head: str, row: int, *, fixed: bool = False) -> str:
        return f"{'$' if fixed else ''}{chr(ord('A') + self.of(head))}{row + 1}"

    @property
    def last(self) -> int:
        return len(self.heads) - 1


def write_form(asking: Asking, sheet: OfficeSheet, *, created: datetime = _EPOCH) -> bytes:
    """Write the sheet of one office; the same question gives the same bytes.

    Args:
        asking: What is asked of everybody.
        sheet: What is asked of this office.
        created: The date inside the file.
    """
    return _stamped(_Form(asking, sheet, created).write())


def _stamped(data: bytes) -> bytes:
    """Put the digest of a workbook into it; writing it a second time would take three times as long."""
    file = io.BytesIO()
    digest = digest_of(data)
    with ZipFile(io.BytesIO(data)) as parts, ZipFile(file, "w") as stamped:
        for entry in parts.infolist():
            content = parts.read(entry)
            if entry.filename == "docProps/custom.xml":
                content = content.replace(_UNSTAMPED.encode(), digest.encode())
            stamped.writestr(entry, content, ZIP_DEFLATED)
    return file.getvalue()


class _Form:
    """A workbook being written."""

    def __init__(self, asking: Asking, sheet: OfficeSheet, created: datetime) -> None:
        self.asking, self.sheet, self.created = asking, sheet, created
        has_base = asking.base is not None
        heads = [NUMBER, NAME_HEAD, SCOPE, UNIT, *([BASE] if has_base else []), THIS]
        heads += [*([RATE] if has_base else []), REASON, NOTE]
        self.columns = _Columns(tuple(heads))
        self.made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def write(self) -> bytes:
        import xlsxwriter

        stream = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book: Workbook = xlsxwriter.Workbook(stream, options)
        created = self.created.replace(tzinfo=None)
        self.book.set_properties({"title": self.asking.title, "created": created})
        self.book.set_custom_property(DIGEST, _UNSTAMPED)
        page = self.book.add_worksheet(NAME)
        self._set_up(page)
        self._head(page)
        row = HEAD_ROW + 1
        for number, asked in enumerate(self.sheet.rows, 1):
            self._row(page, row, number, asked)
            row += 1
        last = self._foot(page, row)
        page.print_area(0, 0, last, self.columns.last)
        page.protect("", {"format_columns": True, "format_rows": True})
        self._hidden()
        self.book.close()
        return stream.getvalue()

    def _look(self, **values: Any) -> Format:
        plain = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter"}
        key = tuple(sorted((plain | values).items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(dict(key))
        return self.made[key]

    def _locked(self, **values: Any) -> Format:
        return self._look(border=1, bg_color=_GREY, **values)

    def _typed(self, **values: Any) -> Format:
        return self._look(border=1, locked=False, **values)

    def _set_up(self, page: Worksheet) -> None:
        for at, head in enumerate(self.columns.heads):
            page.set_column(at, at, _WIDTHS[head])
        page.set_column(self.columns.last + 1, self.columns.last + 1, 10, None, {"hidden": True})
        page.set_landscape()
        page.set_paper(_A4)
        page.set_margins(left=0.6, right=0.6, top=0.75, bottom=0.75)
        page.center_horizontally()
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEAD_ROW)
        page.freeze_panes(HEAD_ROW + 1, 0)
        page.set_footer("&C第&P页，共&N页")

    def _head(self, page: Worksheet) -> None:
        asking, columns = self.asking, self.columns
        title = self._look(font_name="方正小标宋简体", font_size=18, align="center")
        page.merge_range(0, 0, 0, columns.last, asking.title, title)
        page.set_row(0, 36)
        half = columns.of(UNIT)
        line = self._look(font_size=11)
        page.merge_range(1, 0, 1, half, f"填报单位（盖章）：{self.sheet.office}", line)
        right = f"报告年度：{asking.year}年" + (
            f"\u3000\u3000统计期间：{asking.period}" if asking.period else ""
        )
        page.merge_range(1, half + 1, 1, columns.last, right, self._look(font_size=11, align="right"))
        page.set_row(1, 24)
        rules = self._look(font_size=9, text_wrap=True, font_color="#404040")
        page.merge_range(2, 0, 2, columns.last, self._rules(), rules)
        page.set_row(2, 28)
        heads = {BASE: f"{BASE}\n（{asking.base}年）", THIS: f"{THIS}\n（{asking.year}年）"}
        look = self._locked(font_name="黑体", align="center", text_wrap=True)
        for at, head in enumerate(columns.heads):
            page.write_string(HEAD_ROW, at, heads.get(head, head), look)
        page.write_string(HEAD_ROW, columns.last + 1, KEY, look)
        page.set_row(HEAD_ROW, 32)

    def _rules(self) -> str:
        said = "填表说明：只填白色单元格，灰色单元格已锁定，有误的请在“备注”中写明。"
        said += f"“{THIS}”只填数字，不写单位；没有发生填0，不适用填{DASH}，暂缺的留空。"
        if self.asking.base is not None:
            limit = f"{self.asking.reason_from.normalize():f}"
            said += f"与上年相比增减{limit}%及以上的，请填写“{REASON}”。"
            said += f"{BASE}为{self.asking.base_remark}。" if self.asking.base_remark else ""
        said += f"{THIS}为{self.asking.remark}。" if self.asking.remark else ""
        return said

    def _row(self, page: Worksheet, row: int, number: int, asked: Asked) -> None:
        columns = self.columns
        page.write_number(row, columns.of(NUMBER), number, self._locked(align="center"))
        page.write_string(row, columns.of(NAME_HEAD), asked.name, self._locked(text_wrap=True, indent=1))
        page.write_string(
            row, columns.of(SCOPE), asked.scope, self._locked(text_wrap=True, indent=1, font_size=9)
        )
        page.write_string(row, columns.of(UNIT), asked.unit, self._locked(align="center", text_wrap=True))
        page.write_string(row, columns.last + 1, asked.key, self._look(num_format="@"))
        self._this(page, row, asked)
        reason = self._typed(text_wrap=True, font_size=9)
        page.write(row, columns.of(REASON), asked.reason or None, reason)
        page.write_blank(row, columns.of(NOTE), None, self._typed(text_wrap=True, font_size=9))
        if self.asking.base is not None:
            self._base(page, row, asked)
            self._call(page, row, asked)
        page.set_row(row, _height(asked))

    def _number(self, decimals: int) -> str:
        digits = "0" + (f".{'0' * decimals}" if decimals else "")
        return f'{digits};"−"{digits}'

    def _base(self, page: Worksheet, row: int, asked: Asked) -> None:
        at, value = self.columns.of(BASE), asked.base
        number = number_of(value)
        if value is not None and number is not None:
            shown = self._number(decimals_of(asked, value))
            look = self._locked(align="right", indent=1, num_format=shown, font_color="#7F7F7F")
            page.write_number(row, at, float(number), look)
        else:
            dash = DASH if value is not None and value.number is Absence.NOT_APPLICABLE else ""
            page.write_string(row, at, dash, self._locked(align="right", indent=1, font_color="#7F7F7F"))

    def _this(self, page: Worksheet, row: int, asked: Asked) -> None:
        columns, limits = self.columns, asked.limits
        at = columns.of(THIS)
        number = number_of(asked.value)
        places = decimals_of(asked, asked.value) if number is not None else limits.decimals or 0
        is_open = limits.decimals is None and number is None
        shown = "General" if is_open else self._number(places)
        look = self._typed(align="right", indent=1, num_format=shown, font_size=12)
        if number is not None:
            page.write_number(row, at, float(number), look)
        elif asked.value.number is Absence.NOT_APPLICABLE:
            page.write_string(row, at, DASH, look)
        else:
            page.write_blank(row, at, None, look)
        page.data_validation(
            row, at, row, at,
            {
                "validate": "custom",
                "value": test_of(asked, columns.cell(THIS, row)),
                "input_title": f"{THIS}（{asked.unit}）"[:32] if asked.unit else THIS,
                "input_message": hint_of(asked)[:_LONGEST_MESSAGE],
                "error_title": "填写有误",
                "error_message": f"应为{rule_of(asked)}；不适用的填{DASH}。"[:_LONGEST_MESSAGE],
                "error_type": "stop",
            },
        )  # fmt: skip

    def _call(self, page: Worksheet, row: int, asked: Asked) -> None:
        """Show the change, and ask for a reason where it is large."""
        columns = self.columns
        before, after = (columns.cell(head, row) for head in (BASE, THIS))
        at = columns.of(RATE)
        formula, known = rate_of(asked, before, after, self.asking.rate_decimals)
        shown = self._number(self.asking.rate_decimals)
        small = {} if asked.has_rate else {"font_size": 9}
        look = self._locked(align="right", indent=1, num_format=shown, **small)
        page.write_formula(row, at, formula, look, known)
        if not asked.has_rate:
            return
        limit = self.asking.reason_from
        cells = (columns.cell(head, row, fixed=True) for head in (BASE, THIS, REASON))
        before, after, reason = cells
        rule = reason_missing(before, after, reason, limit)
        page.conditional_format(
            row, columns.of(REASON), row, columns.of(REASON),
            {"type": "formula", "criteria": rule, "format": self._call_look},
        )  # fmt: skip
        page.data_validation(
            row, columns.of(REASON), row, columns.of(REASON),
            {
                "validate": "any",
                "input_title": REASON,
                "input_message": f"增减{limit.normalize():f}%及以上的，请说明原因。",
            },
        )  # fmt: skip

    @property
    def _call_look(self) -> Format:
        key = (("call", True),)
        if key not in self.made:
            self.made[key] = self.book.add_format({"bg_color": _CALL, "border": 1})
        return self.made[key]

    def _foot(self, page: Worksheet, row: int) -> int:
        """Leave room for the people who answer for the sheet; give the last row."""
        at = self.columns.of
        label = self._look(align="right", font_size=11)
        typed = self._look(locked=False, bottom=1, font_size=11, num_format="@")
        day = self._look(locked=False, bottom=1, font_size=11, num_format='yyyy"年"m"月"d"日"', align="left")
        page.set_row(row, 8)
        row += 1
        page.merge_range(row, 0, row, at(NAME_HEAD), "单位负责人：", label)
        page.write_blank(row, at(SCOPE), None, typed)
        page.write_string(row, at(UNIT), "审核人：", label)
        _across(page, row, at(UNIT) + 1, at(THIS), typed)
        where = at(RATE) if self.columns.has(RATE) else at(REASON)
        page.write_string(row, where, "填表人：", label)
        page.write_string(row, where + 1, self.sheet.contact, typed)
        page.set_row(row, 26)
        row += 1
        page.merge_range(row, 0, row, at(NAME_HEAD), "联系电话：", label)
        page.write_string(row, at(SCOPE), self.sheet.phone, typed)
        page.write_string(row, at(UNIT), "填报日期：", label)
        _across(page, row, at(UNIT) + 1, at(THIS), day)
        page.data_validation(
            row, at(UNIT) + 1, row, at(UNIT) + 1,
            {"validate": "any", "input_title": "填报日期", "input_message": f"如{self.asking.year + 1}-1-18"},
        )  # fmt: skip
        page.set_row(row, 26)
        row += 1
        page.set_row(row, 8)
        row += 1
        code = (
            f"{LABEL}：{code_of(self.asking, self.sheet)}\u3000（汇总时据此识别本表，请勿删改；文件可以改名）"
        )
        page.merge_range(row, 0, row, self.columns.last, code, self._look(font_size=8, font_color="#7F7F7F"))
        return row

    def _hidden(self) -> None:
        page = self.book.add_worksheet(SHEET)
        text = self._look(num_format="@")
        for row, cells in enumerate(sent_rows(self.asking, self.sheet)):
            for column, cell in enumerate(cells):
                page.write_string(row, column, cell, text)
        page.protect("")
        page.very_hidden()


def _across(page: Worksheet, row: int, first: int, last: int, look: Format) -> None:
    """Leave room to type in, in one cell or in several that are merged."""
    if first < last:
        page.merge_range(row, first, row, last, "", look)
    else:
        page.write_blank(row, first, None, look)


def _height(asked: Asked) -> float:
    """Make a row as high as its wrapped texts: not every program does."""
    lines = max(
        _lines(asked.name, _WIDTHS[NAME_HEAD], 1.0),
        _lines(asked.scope, _WIDTHS[SCOPE], 0.86),
        _lines(asked.unit, _WIDTHS[UNIT], 1.0),
        _lines(asked.reason, _WIDTHS[REASON], 0.86),
    )
    return min(max(24.0, _SPREADSHEET_LINE * lines + 6), 400.0)


def _lines(text: str, width: float, scale: float) -> int:
    ems = sum(2 if char >= "\u2e80" else 1 for char in text) * scale
    return max(1, -int(-ems // (width - 2)))
