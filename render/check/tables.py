"""Tables: rules about sums in tables, and about text that says other numbers than a table does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from ..content import Content, Row, Table
from ..diagnostics import Diagnostic, Source
from .once import sentences
from .outline import text_of
from .quantities import MEASURES, plain_label, written
from .rule import Level, Rule, Subject

_TOTAL = re.compile(r"合\s*计|总\s*计|共\s*计|全\s*[区市县省]\s*合\s*计")
_SUBTOTAL = re.compile(r"小\s*计")
_NOT_ADDED = re.compile(
    "率|[%％‰]|占?比|比[重例]|[增降涨]幅|增减幅|平均|人均|均|排名|位次|序号|年份|电话|日期|编号|得分|分值|单价|备注"
)
_SHARES = re.compile("占比|比重|比例|构成")
_YEAR_HEAD = re.compile(r"(20\d{2})年?(?:度|数|决算数?|执行数|完成数|实绩)?")
_LAST_HEAD = re.compile("上年(?:同期)?(?:数|决算数?|执行数|完成数|实绩)?|去年")
_THIS_HEAD = re.compile("本年(?:度)?(?:数|决算数?|执行数|完成数|实绩)?|今年")
_AMOUNT = re.compile("增减(?:额|量|数)?|增加额|增长额|比上年增减(?:额|数)?")
_GROWTH = re.compile(
    "(?:比上年|同比|较上年)?(?:增长|增减|增幅|增速|增长率|增减率|增减幅度|增长幅度|增减幅)[（(]?[%％±]+[）)]?"
)
_CHANGED = re.compile("增|减|比上年|同比|上年")
_PART = re.compile(r"^[\s\u3000]*(?:其中|#|——|－)")
_UNIT_HEAD = re.compile("单位$")
_THIS_YEAR = re.compile("本年|今年|本期|当年")
_SUFFIX = re.compile("(?:件数|人数|家数|次数|户数|个数|项数|条数|场次|数量|总数|数)$")
_MEASURE = re.compile(MEASURES)
_UNIT = re.compile(r"单位\s*[:：]\s*")
_WHAT = re.compile("总?产量|总?产值|面积")  # what a table of a kind says once, in its title
_SHORTEST = 4  # characters of a row's name that a text can be held to
_SHORTEST_MADE = 2  # of one whose 产量 the title tells


def totals_below(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 合计 or 小计 row that is not the sum of its column."""
    for table in _tables(subject):
        kinds = [_kind(row) for row in table.rows]
        for column, head in enumerate(table.head.cells):
            if _NOT_ADDED.search(text_of(head)):
                continue
            cells = [_number(text_of(row.cells[column])) for row in table.rows]
            for at, members in _groups(kinds):
                yield from _sum_of("figure.total", text_of(head), cells, at, members, table.rows[at].source)


def totals_beside(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 合计 column that is not the sum of its row."""
    for table in _tables(subject):
        heads = [text_of(head) for head in table.head.cells]
        sums = [at for at, head in enumerate(heads) if _TOTAL.fullmatch(head.strip())]
        if len(sums) != 1 or any(_SUBTOTAL.search(head) or "其中" in head for head in heads):
            continue
        members = [
            at for at, head in enumerate(heads) if at not in sums and not _NOT_ADDED.search(head) and at > 0
        ]
        for row in table.rows:
            cells = [_number(text_of(cell)) for cell in row.cells]
            numbered = [at for at in members if isinstance(cells[at], Decimal)]
            if len(numbered) > 1:
                yield from _sum_of("figure.total_beside", _label(row), cells, sums[0], members, row.source)


def shares_of_whole(subject: Subject) -> Iterator[Diagnostic]:
    """Find shares in a table that do not come to 100."""
    for table in _tables(subject):
        members = [at for at, row in enumerate(table.rows) if _kind(row) == "row"]
        for column, head in enumerate(table.head.cells):
            numbers = [_number(text_of(table.rows[at].cells[column]).rstrip("%％")) for at in members]
            known = [number for number in numbers if isinstance(number, Decimal)]
            if not _SHARES.search(text_of(head)) or len(known) < 3 or len(known) < len(numbers):
                continue
            total, allowed = sum(known, Decimal(0)), Decimal(len(known)) * _half(known)
            is_whole = any(_kind(row) == "total" for row in table.rows) or 95 <= total <= 105
            if is_whole and abs(total - 100) > allowed:
                values = {"column": text_of(head), "sum": written(total)}
                yield Diagnostic("figure.shares", table.source, values)


def changes_of_rows(subject: Subject) -> Iterator[Diagnostic]:
    """Find a row whose 增减 or 增长（%） is not what its two years make."""
    for node in subject.content.nodes if subject.content else ():
        if not isinstance(node, Table) or node.role == "information":
            continue
        heads = [re.sub(r"\s", "", text_of(head)) for head in node.head.cells]
        years = _two_years(heads)
        amount = next((at for at, head in enumerate(heads) if _AMOUNT.fullmatch(head)), None)
        rate = next((at for at, head in enumerate(heads) if _GROWTH.fullmatch(head)), None)
        for row in node.rows if years and (amount is not None or rate is not None) else ():
            assert years is not None
            cells = [_number(text_of(cell)) for cell in row.cells]
            before, after = cells[years[0]], cells[years[1]]
            if not isinstance(before, Decimal) or not isinstance(after, Decimal):
                continue
            change = after - before
            slack = _half([before, after]) * 2 if before % 1 or after % 1 else Decimal(0)
            told = cells[amount] if amount is not None else None
            if (
                isinstance(told, Decimal)
                and abs(told - change) > slack
                and not _NOT_ADDED.search(_label(row))
            ):
                yield _row_change(row, heads[amount or 0], told, f"{change.normalize():f}")
            told = cells[rate] if rate is not None else None
            if isinstance(told, Decimal) and before > 0:
                half = _half([told])
                low = (change - slack) * 100 / (before + slack) - half
                high = (change + slack) * 100 / max(before - slack, Decimal("0.0001")) + half
                if not min(low, high) <= told <= max(low, high):
                    made = (change * 100 / before).quantize(half * 2 if half < 1 else Decimal(1))
                    yield _row_change(row, heads[rate or 0], told, f"{made:f}")


def unlike_text(subject: Subject) -> Iterator[Diagnostic]:
    """Find a number of the text that the table beside it gives otherwise."""
    content = subject.content
    if content is None:
        return
    listed = _listed(content, subject.year or content.year)
    if not listed:
        return
    for sentence in sentences(subject):
        for each in sentence.quantities:
            clause = re.split("[，。；]", sentence.prose.text[: each.start])[-1]
            if each.is_rough or re.search("上年|去年|[0-9]{4}年|增|减|季度|半年|[0-9]月", clause):
                continue
            for name, unit, number, shown in listed:
                is_named = each.label == name or _SUFFIX.sub("", each.label) == name
                is_made = each.label.startswith(name) and _WHAT.fullmatch(each.label, len(name)) is not None
                if (is_named or is_made) and each.unit == unit and each.number != number:
                    values = {"found": each.label + each.text, "table": shown}
                    yield Diagnostic("figure.table", sentence.source_of(each), values)
                    break


def _row_change(row: Row, head: str, told: Decimal, made: str) -> Diagnostic:
    values = {"name": _label(row).strip(), "head": head, "found": written(told), "made": made}
    return Diagnostic("figure.row_change", row.source, values)


def _two_years(heads: Sequence[str]) -> tuple[int, int] | None:
    """Find the columns of last year and of this, by their years or their words."""
    years = [(int(match[1]), at) for at, head in enumerate(heads) if (match := _YEAR_HEAD.fullmatch(head))]
    if len(years) == 2 and abs(years[0][0] - years[1][0]) == 1:
        (_, before), (_, after) = sorted(years)
        return before, after
    before_, after_ = (
        [at for at, head in enumerate(heads) if name.fullmatch(head)] for name in (_LAST_HEAD, _THIS_HEAD)
    )
    return (before_[0], after_[0]) if len(before_) == len(after_) == 1 else None


RULES = (
    Rule("figure.row_change", Level.REQUIRED, changes_of_rows),
    Rule("figure.total", Level.REQUIRED, totals_below),
    Rule("figure.total_beside", Level.REQUIRED, totals_beside),
    Rule("figure.shares", Level.RECOMMENDED, shares_of_whole),
    Rule("figure.table", Level.REQUIRED, unlike_text),
)


def _tables(subject: Subject) -> Iterator[Table]:
    for node in subject.content.nodes if subject.content else ():
        if isinstance(node, Table) and node.role != "information" and _is_of_one_unit(node):
            yield node


def _is_of_one_unit(table: Table) -> bool:
    """Tell whether rows can be added: a column of measures that differ says that they cannot."""
    at = _unit_column(table)
    return at is None or len({text_of(row.cells[at]).strip() for row in table.rows} - {""}) < 2


def _unit_column(table: Table) -> int | None:
    """Find the column of measures; 单位 may also head the names of offices."""
    for at, head in enumerate(table.head.cells):
        if _UNIT_HEAD.fullmatch(text_of(head).replace("计量", "").strip()):
            cells = {text_of(row.cells[at]).strip() for row in table.rows} - {""}
            if any(_MEASURE.fullmatch(cell.lstrip("万亿")) for cell in cells):
                return at
    return None


def _label(row: Row) -> str:
    """Give the first cell of a row that holds words, or nothing."""
    for cell in row.cells:
        text = text_of(cell).strip()
        if text and not isinstance(_number(text), Decimal):
            return text
    return ""


def _kind(row: Row) -> str:
    label = _label(row)
    if row.across or _PART.match(label):
        return "part"
    if _TOTAL.fullmatch(label.strip()):
        return "total"
    return "subtotal" if _SUBTOTAL.search(label) else "row"


def _groups(kinds: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """List the rows that are sums, each with the rows it adds up."""
    begun, subtotals = 0, []
    for at, kind in enumerate(kinds):
        if kind == "subtotal":
            above = [row for row in range(begun, at) if kinds[row] == "row"]
            if above:
                yield at, above
            subtotals.append(at)
            begun = at + 1
    for at, kind in enumerate(kinds):
        if kind == "total" and kinds.count("total") == 1:
            rest = [row for row in range(begun, len(kinds)) if kinds[row] == "row"]
            rows = [row for row in range(len(kinds)) if kinds[row] == "row"]
            yield at, ([*subtotals, *rest] if subtotals and at > subtotals[-1] else rows)


def _sum_of(
    code: str,
    name: str,
    cells: Sequence[Decimal | str | None],
    at: int,
    members: Sequence[int],
    source: Source,
) -> Iterator[Diagnostic]:
    added = [cells[member] for member in members]
    known = [cell for cell in added if isinstance(cell, Decimal)]
    printed = cells[at]
    if not isinstance(printed, Decimal) or len(known) < 2 or any(isinstance(cell, str) for cell in added):
        return
    total = sum(known, Decimal(0))
    allowed = _half([*known, printed]) * len(known) if any(number % 1 for number in known) else Decimal(0)
    if abs(total - printed) > allowed:
        values = {"name": name.strip(), "found": written(printed), "sum": written(total)}
        yield Diagnostic(code, source, values)


def _number(text: str) -> Decimal | str | None:
    """Read a cell: a number, None for nothing or a dash, or else its words."""
    plain = re.sub(r"[\s,，\u3000]", "", text).replace("−", "-")
    if plain in ("", "—", "——", "-", "/", "－", "无"):
        return None
    try:
        return Decimal(plain) if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", plain) else text
    except InvalidOperation:
        return text


def _half(numbers: Sequence[Decimal]) -> Decimal:
    """Give half a unit of the last place that any of the numbers has."""
    exponents = [exponent for number in numbers if isinstance(exponent := number.as_tuple().exponent, int)]
    return Decimal(5).scaleb(max(min(exponents), -6) - 1)


def _listed(content: Content, year: int | None) -> list[tuple[str, str, Decimal, str]]:
    """List the rows of all tables: name, unit, this year's number, and how it is printed."""
    listed = []
    for node in content.nodes:
        if not isinstance(node, Table) or node.role == "information":
            continue
        units, column = _unit_column(node), _column_of(node, year)
        if column is None:
            continue
        for row in node.rows:
            cell = text_of(row.cells[column]).strip()
            name, number = _SUFFIX.sub("", plain_label(_label(row))), _number(cell)
            unit = text_of(row.cells[units] if units is not None else node.unit)
            unit = _UNIT.sub("", unit).strip()
            is_made = (
                _WHAT.search(text_of(node.title) + text_of(node.head.cells[column]))
                and len(name) >= _SHORTEST_MADE
            )
            if (len(name) >= _SHORTEST or is_made) and unit and isinstance(number, Decimal):
                scale = {"万": 10**4, "亿": 10**8}.get(unit[0], 1) if len(unit) > 1 else 1
                measure = unit[1:] if scale > 1 else unit
                listed.append((name, measure, number * scale, f"{_label(row)}{cell}{unit}"))
    return listed


def _column_of(table: Table, year: int | None) -> int | None:
    """Find the column of this year's numbers: the one that says so, or the only one of numbers."""
    heads = [text_of(head).strip() for head in table.head.cells]
    for at, head in enumerate(heads):
        if _THIS_YEAR.search(head) or (year and str(year) in head):
            return at
    numeric = [
        at
        for at, head in enumerate(heads)
        if head != "序号" and any(isinstance(_number(text_of(row.cells[at])), Decimal) for row in table.rows)
    ]
    plain = [at for at in numeric if not _NOT_ADDED.search(heads[at]) and not _CHANGED.search(heads[at])]
    return numeric[0] if len(numeric) == 1 else plain[0] if len(plain) == 1 else None
