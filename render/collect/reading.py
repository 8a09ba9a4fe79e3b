"""Reading: one returned file to what it says, by its content and never by its name.

Every sheet of a book is looked at. A table is known by its head, a row by the figure's name and unit, or
by the code that stands hidden beside it; whose sheet it is, by the code at the foot, the hidden sheet,
the head's 填报单位, or else by whose figures it holds. Nothing is judged but the single file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import PurePosixPath

from ..diagnostics import Faults, Source
from ..nearest import nearest
from ..noun import Changing, field, replace
from ..read.books import Book, BookSheet, format_of, read_book
from ..read.cells import plain_unit
from ..read.numerals import fold, read_numeral
from ..read.sheet import Cell, Marks
from ..report import Absence
from .answers import Arrived, Findings, Reading, Returned, Row
from .asking import Asked, Asking, shown
from .heads import Head, find_heads, office_of, people_of, year_of
from .marks import SHEET, Code, Sent, read_code, read_sent, short
from .values import ValueReader

FOREIGN = {
    **dict.fromkeys((".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".ofd"), "scan"),
    **dict.fromkeys((".doc", ".docx", ".wps", ".txt", ".rtf", ".htm", ".html"), "text"),
    **dict.fromkeys((".zip", ".rar", ".7z"), "archive"),
}
"""What comes along with sheets and is none, by how it is spoken of."""

_PART = re.compile(r"^(?:其中|其中的)[:,、]*")
_FOOTS = (
    "单位负责人",
    "审核人",
    "填表人",
    "填报人",
    "联系电话",
    "填报日期",
    "注",
    "说明",
    "表码",
    "合计",
    "总计",
)


def read_returned(arrived: Arrived, asking: Asking) -> Returned:
    """Read one file.

    Args:
        arrived: The file.
        asking: What was asked of everybody.
    """
    digest = hashlib.sha256(arrived.data).hexdigest()
    returned = Returned(arrived.file, digest, arrived.modified)
    findings = Findings(arrived.file)
    source = Source(arrived.file)
    suffix = PurePosixPath(arrived.file).suffix.lower()
    kind = format_of(arrived.data)
    if not arrived.data:
        findings.add("collect.empty", source)
    elif not kind and suffix in FOREIGN:
        findings.add(f"collect.{FOREIGN[suffix]}", source, suffix=suffix)
        return replace(returned, findings=tuple(findings.all))
    elif not kind:
        findings.add("collect.not_a_book", source, suffix=suffix)
    else:
        try:
            book = read_book(arrived.data, arrived.file)
        except Faults as faults:
            for each in faults.diagnostics:
                code = _UNREADABLE.get(each.code, "collect.damaged")
                findings.add(code, source, reason=each.values.get("reason", ""))
        else:
            return _File(book, replace(returned, format=book.format), asking, findings).read()
    return replace(returned, findings=tuple(findings.all), is_refused=True)


_UNREADABLE = {
    "figures.protected": "collect.protected",
    "figures.too_large": "collect.too_big",
    "figures.misnamed": "collect.not_a_book",
}


class _Identity(Changing):
    """Whose sheet of which report it is."""

    code: Code | None = None
    title: str = ""
    office: str = ""
    year: int | None = None
    sent: Mapping[str, Sent] = field(default_factory=dict)


class _File:
    """A book being read."""

    def __init__(self, book: Book, returned: Returned, asking: Asking, findings: Findings) -> None:
        self.book, self.returned, self.asking, self.findings = book, returned, asking, findings
        self.source = Source(returned.file)
        self.asked = {key: row for key, (_, row) in asking.by_key.items()}
        self.by_name: dict[str, list[Asked]] = {}
        for row in self.asked.values():
            self.by_name.setdefault(_same(row.name), []).append(row)
        self.offices = {sheet.office: sheet for sheet in asking.sheets}
        self.who = self._identify()
        self.office = ""
        self.is_refused = False

    def read(self) -> Returned:
        """Read all tables of the book."""
        findings = self.findings
        if self.book.has_macros:
            findings.add("collect.macros", self.source)
        tables = [
            (sheet, head)
            for sheet in self.book.sheets
            if sheet.name != SHEET
            for head in find_heads(sheet.cells.rows)
        ]
        if not tables:
            findings.add("collect.no_table", self.source)
            return replace(self.returned, findings=tuple(findings.all), is_refused=True)
        office = findings.office = self.office = self._office()
        rows: list[Row] = []
        for (sheet, head), following in zip(tables, [*tables[1:], None], strict=True):
            end = following[1].row if following and following[0] is sheet else len(sheet.cells.rows)
            rows += self._table(sheet, head, end)
        office = office or self._office_of_rows(rows)
        findings.office = office
        findings.all = [replace(each, office=each.office or office) for each in findings.all]
        self._check_identity(tables, office, rows)
        self._check_strangers(office, rows)
        cells = [row for sheet, _ in tables[:1] for row in sheet.cells.rows]
        people = people_of(cells)
        is_filled = any(row.value.words for row in rows)
        if rows and not is_filled:
            findings.add("collect.unfilled", self.source)
        return replace(
            self.returned,
            office=office,
            code=str(self.who.code or ""),
            title=self.who.title,
            people=people,
            rows=tuple(rows),
            findings=tuple(findings.all),
            is_read=is_filled or not rows,
            is_refused=self.is_refused,
            digest=short(
                office,
                *(part for row in rows for part in (row.name, row.value.words, row.reason, row.note)),
                *(people.head, people.reviewer, people.filler, people.phone, people.filled_on),
            ),
        )

    def _identify(self) -> _Identity:
        who = _Identity()
        for sheet in self.book.sheets:
            rows = sheet.cells.rows
            if sheet.name == SHEET:
                texts = [[_text(cell) for cell in row] for row in rows]
                code, title, office, sent = read_sent(texts)
                who.code, who.title, who.office, who.sent = code, title, office, sent
                continue
            if who.year is None:
                who.year = year_of(rows)
        for sheet in self.book.sheets:
            if sheet.name == SHEET:
                continue
            for row in reversed(sheet.cells.rows):
                for cell in row:
                    if isinstance(cell, str) and (code := read_code(cell)):
                        who.code = code  # what everybody can see comes first
                        return who
        return who

    def _office(self) -> str:
        """Tell whose sheet it is by its marks; "" when they do not say."""
        codes = {short(office): office for office in self.offices}
        by_code = codes.get(self.who.code.office, "") if self.who.code else ""
        said = next(
            (name for s in self.book.sheets if s.name != SHEET and (name := office_of(s.cells.rows))), ""
        )
        by_head = next((office for office in self.offices if _same(office) == _same(said)), "")
        if by_code and said and by_head != by_code:
            self.findings.add("collect.other_office", self.source, found=said, office=by_code)
            self.is_refused = True
        return by_code or by_head or (self.who.office if self.who.office in self.offices else "")

    def _office_of_rows(self, rows: Sequence[Row]) -> str:
        by_key = self.asking.by_key
        offices = {by_key[row.key][0] for row in rows if row.key}
        return offices.pop() if len(offices) == 1 else ""

    def _check_identity(
        self, tables: Sequence[tuple[BookSheet, Head]], office: str, rows: Sequence[Row]
    ) -> None:
        code, asking = self.who.code, self.asking
        years = [head.this_year for _, head in tables if head.this_year]
        year = years[0] if years else self.who.year
        if code is not None and year is None:
            year = code.year
        wrong_year = next((y for y in (year, code.year if code else None) if y and y != asking.year), None)
        if wrong_year is not None:
            self._refuse("collect.other_year", year=wrong_year, wanted=asking.year)
        elif code is not None and code.report != asking.report:
            self._refuse("collect.other_report", title=self.who.title, wanted=asking.title)
        elif not any(row.key for row in rows):
            self._refuse("collect.no_figures_known", wanted=asking.title)
        elif not office:
            self._refuse("collect.whose", wanted=asking.title)
        elif code is None:
            self.findings.add("collect.unmarked", self.source, office=office)

    def _refuse(self, code: str, **values: object) -> None:
        self.findings.add(code, self.source, "", **values)
        self.is_refused = True

    def _check_strangers(self, office: str, rows: Sequence[Row]) -> None:
        """List rows that ask another office; their values are not this one's to give."""
        by_key = self.asking.by_key
        for row in rows:
            if row.key and office and by_key[row.key][0] != office and row.value.words:
                other = by_key[row.key][0]
                self.findings.add(
                    "collect.not_asked", row.value.source, figure=row.name, other=other, office=office
                )

    def _table(self, sheet: BookSheet, head: Head, end: int) -> list[Row]:
        cells = sheet.cells
        if head.again.get("this") is not None:
            at = head.again["this"]
            self._refuse("collect.column_twice", cell=cells.place(head.row, at).cell, sheet=sheet.name)
        values = ValueReader(cells.marks, self.findings)
        found = []
        for at in range(head.row + 1, end):
            row = cells.rows[at]

            def text(column: str, row: Sequence[Cell] = row) -> str:
                place = head.columns.get(column)
                return _text(row[place]) if place is not None and place < len(row) else ""

            name, key, unit = text("name"), text("key"), plain_unit(text("unit"))
            at_this = head.columns["this"]
            value = row[at_this] if at_this < len(row) else ""
            asked = self._match(key, name, unit)
            place = cells.place(at, head.columns["name"])
            if asked is None:
                self._stranger(name, value, place, cells.place(at, at_this))
                continue
            reading = values.read(value, asked, cells.place(at, at_this))
            reading = self._merged(sheet, at, at_this, reading, asked)
            own = Row(
                key=asked.key,
                name=name,
                unit=unit,
                base=text("base"),
                value=reading,
                reason=text("reason"),
                note=text("note"),
                source=place,
            )
            self._check_names(own, asked, cells.place(at, head.columns.get("unit", at_this)), head)
            if (base_at := head.columns.get("base")) is not None:
                self._check_base(own, asked, cells.place(at, base_at), cells.marks)
            found.append(own)
        return found

    def _match(self, key: str, name: str, unit: str) -> Asked | None:
        """Find the figure a row is of: by its code, else by name and unit, else by its name alone."""
        if key and (asked := self.asked.get(key)) is not None:
            return asked
        named = self.by_name.get(_same(name), []) if name else []
        if len(named) > 1:  # offices are asked for figures of one name, told apart by their codes
            own = {row.key for row in self.offices[self.office].rows} if self.office else set()
            named = [each for each in named if each.key in own] or named
        if len(named) > 1:
            named = [each for each in named if _same(each.unit) == _same(unit)]
        return named[0] if len(named) == 1 else None

    def _stranger(self, name: str, value: Cell, place: Source, value_place: Source) -> None:
        """List a row with a value that no figure is asked for in."""
        words = _text(value)
        if not words or words in ("年", "月", "日") or _same(name).startswith(_FOOTS):
            return
        if not name:
            if not isinstance(value, str) or any(char.isdecimal() for char in words):
                self.findings.add("collect.nameless_row", value_place, found=words)
            return
        near = nearest(name, [row.name for row in self.asked.values()])
        self.findings.add("collect.unknown_row", place, name=name, found=words, near=near)

    def _merged(self, sheet: BookSheet, row: int, column: int, reading: Reading, asked: Asked) -> Reading:
        """Doubt a value that stands in a cell merged over several rows: whose it is cannot be told."""
        for area in sheet.merged:
            if (
                area.top <= row <= area.bottom
                and area.left <= column <= area.right
                and area.top != area.bottom
            ):
                source = sheet.cells.place(area.top, area.left)
                self.findings.add("collect.merged", source, asked.key, figure=asked.name)
                return replace(reading, number=Absence.UNREADABLE, is_sure=False, likely=None)
        return reading

    def _check_names(self, row: Row, asked: Asked, unit_place: Source, head: Head) -> None:
        """Hold name and unit against what was sent, and that against the table as it is now."""
        findings, sent = self.findings, self.who.sent.get(asked.key)
        if _same(row.name) != _same(asked.name):
            is_as_sent = sent is not None and _same(sent.name) == _same(row.name)
            code = "collect.name_moved" if is_as_sent else "collect.name_changed"
            findings.add(code, row.source, asked.key, found=row.name, wanted=asked.name)
        if "unit" in head.columns and _same(row.unit) != _same(asked.unit):
            is_as_sent = sent is not None and _same(sent.unit) == _same(row.unit)
            code = "collect.unit_moved" if is_as_sent else "collect.unit_changed"
            findings.add(code, unit_place, asked.key, figure=asked.name, found=row.unit, wanted=asked.unit)

    def _check_base(self, row: Row, asked: Asked, place: Source, marks: Marks) -> None:
        """Hold last year's value against what was sent, and that against the table as it is now."""
        sent = self.who.sent.get(asked.key)
        wanted = shown(asked, asked.base)
        look = marks.shown.get(place.cell)
        base = _number(row.base, percent=look is not None and look.percent)
        if base == _number(wanted) or _same(row.base) == _same(wanted):
            return
        is_as_sent = sent is not None and base == _number(sent.base) and (base or row.base == sent.base)
        code = "collect.base_moved" if is_as_sent else "collect.base_changed"
        self.findings.add(code, place, asked.key, figure=asked.name, found=row.base, wanted=wanted)


def _number(text: str, *, percent: bool = False) -> Decimal | None:
    numeral = read_numeral(text, "") if text else None
    if numeral is None:
        return None
    return numeral.number * 100 if percent else numeral.number


def _same(text: str) -> str:
    """Write a text so that two of the same meaning are equal: no blanks, half-width, no 其中."""
    return _PART.sub("", "".join(fold(text).split())).casefold()


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float | int):
        return f"{Decimal(f'{cell:.15g}'):f}"
    return str(cell)
