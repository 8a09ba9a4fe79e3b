"""Lists: what came in, what moved between versions, what is missing and what is open, as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ..messages import Severity, message_of, place_of, wording
from ..report import Absence
from ..write.listing import Cell, Listing, write_listing
from .answers import Finding
from .asking import Asking
from .register import Register, moved
from .settling import OfficeState, Settlement, State, written

_LONGEST = 30  # figures named in one cell


def write_lists(asking: Asking, register: Register, settlement: Settlement) -> bytes:
    """Write the register, the changes between versions, what to remind of, and what is to be decided."""
    sheets = [
        _register(asking, register),
        _values(settlement.offices),
        _moved(asking, register),
        _reminders(settlement.offices),
        _open(settlement.findings),
    ]
    return write_listing(sheets, title=f"{asking.title}报送登记")


def _register(asking: Asking, register: Register) -> Listing:
    rows: list[Sequence[Cell]] = []
    for entry in register.entries:
        if entry.year != asking.year:
            continue
        people = (entry.filler, entry.reviewer, entry.head, entry.phone)
        status = "采用" if entry.is_taken else "未采用"
        counts = (len(entry.answers), len(entry.written))
        rows.append(
            (len(rows) + 1, entry.office, entry.time, entry.version, entry.filled_on, entry.modified,
             entry.file, *people, *counts, status, entry.code, entry.sha256[:12])
        )  # fmt: skip
    heads = (
        "序号", "填报单位", "第几次报送", "第几版", "填报日期", "文件修改时间", "文件",
        "填表人", "审核人", "单位负责人", "联系电话", "报数项数", "写入项数", "采用情况", "表码", "文件摘要",
    )  # fmt: skip
    # Narrow, so that a sheet of paper shows all of it large: what is long wraps.
    widths = (5, 18, 7, 6, 11, 11, 22, 9, 9, 9, 13, 6, 6, 8, 17, 14)
    return Listing("报送登记", heads, rows, widths)


def _values(offices: Sequence[OfficeState]) -> Listing:
    said = {
        State.NEW: "新报", State.CHANGED: "改报", State.SAME: "与指标表一致", State.OPEN: "待核实",
        State.MISSING: "缺报", State.KEPT: "沿用指标表",
    }  # fmt: skip
    rows: list[Sequence[Cell]] = []
    for one in offices:
        for each in one.figures:
            number, own = each.number, each.asked.value.number
            base: Cell = each.asked.base_number
            reason = each.row.reason if each.row else ""
            note = each.row.note if each.row else ""
            rows.append(
                (one.sheet.office, each.asked.name, each.asked.unit, base, _cell(own), _cell(number),
                 said[each.state], reason, note, each.file)
            )  # fmt: skip
    heads = (
        "填报单位",
        "指标名称",
        "计量单位",
        "上年数",
        "指标表现有数",
        "报送数",
        "处理",
        "增减情况说明",
        "备注",
        "文件",
    )
    return Listing("报送数据", heads, rows, (22, 32, 9, 11, 13, 11, 13, 28, 20, 34))


def _cell(number: Decimal | Absence | None) -> Cell:
    """Put a number as a number, so that it can be sorted and stands at the right."""
    return number if isinstance(number, Decimal) else written(number)


def _moved(asking: Asking, register: Register) -> Listing:
    rows: list[Sequence[Cell]] = []
    for sheet in asking.sheets:
        names = {row.key: row.name for row in sheet.rows}
        for before, after, key in moved(register.of(sheet.office, asking.year)):
            said = before.answers.get(key, ""), after.answers.get(key, "")
            reason = after.reasons.get(key, "")
            rows.append(
                (sheet.office, before.version, after.version, names.get(key, key), *said, reason,
                 after.filled_on, after.filler)
            )  # fmt: skip
    heads = (
        "填报单位",
        "原版次",
        "现版次",
        "指标名称",
        "原报数",
        "现报数",
        "增减情况说明",
        "填报日期",
        "填表人",
    )
    return Listing("版本变动", heads, rows, (26, 9, 9, 34, 14, 14, 30, 13, 12))


def _reminders(offices: Sequence[OfficeState]) -> Listing:
    rows: list[Sequence[Cell]] = []
    for one in offices:
        missing = one.missing
        lacking = [each for each in one.figures if each.lacks_reason]
        if not missing and not lacking:
            continue
        state = "未报送" if not one.files and missing else "缺项" if missing else "缺说明"
        rows.append(
            (len(rows) + 1, one.sheet.office, state, len(missing), _names([e.asked.name for e in missing]),
             _names([e.asked.name for e in lacking]), one.contact, one.phone, "")
        )  # fmt: skip
    heads = (
        "序号",
        "填报单位",
        "情况",
        "缺报项数",
        "缺报指标",
        "缺增减情况说明的指标",
        "联系人",
        "联系电话",
        "催报记录",
    )
    return Listing("催报", heads, rows, (6, 26, 9, 9, 50, 40, 12, 18, 24))


def _open(findings: Sequence[Finding]) -> Listing:
    words = {Severity.ERROR: "待核实", Severity.WARNING: "请注意", Severity.NOTE: "说明"}
    rows = []
    for each in sorted(findings, key=lambda f: list(words).index(message_of(f.diagnostic).severity)):
        text, hint = wording(each.diagnostic, "zh")
        weight = words[message_of(each.diagnostic).severity]
        rows.append((weight, each.office, place_of(each.diagnostic.source, "zh"), text, hint, ""))
    heads = ("类别", "填报单位", "位置", "问题", "解决办法", "核实情况")
    return Listing("待核实", heads, rows, (9, 24, 40, 56, 56, 24))


def _names(names: Sequence[str]) -> str:
    more = f"等{len(names)}项" if len(names) > _LONGEST else ""
    return "、".join(names[:_LONGEST]) + more
