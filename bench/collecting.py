"""Collecting: sheets to 300 offices and back, in a folder of its own.

Answers are typed into the sheets as bytes of their XML: a library that opens and saves books would take
longer than what is measured.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from render.collect import Request, send_out, take_in
from render.collect.sending import LIST

OFFICES, FIGURES = 300, 10  # and of each
_CELL = re.compile(rb'<c r="F([0-9]+)" s="([0-9]+)"/>')


def asking(folder: Path) -> Path:
    """Write a report whose figures 300 offices supply."""
    folder.mkdir(parents=True)
    head = "---\n年度: 2020\n标题: 工作报告\n发文机关: 某某区办公室\n成文日期: 2021-02-18\n---\n正文。\n"
    (folder / "report.md").write_text(head, encoding="utf-8")
    rows = ["指标,单位,类型,小数位,2019,2020,口径,填报单位"]
    for office in range(OFFICES):
        for figure in range(FIGURES):
            rows.append(
                f"指标{office}之{figure},件,计数,0,{20 + figure},,全年新立案件，含上年结转,第{office}单位"
            )
    text = "\n".join(row.replace("，", "、") for row in rows)
    (folder / "figures.csv").write_text(text + "\n", encoding="utf-8")
    return folder


def send(report: Path, folder: Path) -> None:
    """Write the sheets; what is timed."""
    sent = send_out(Request(report), folder)
    if len(sent.outputs) != OFFICES + 1:
        raise RuntimeError([each.code for each in sent.diagnostics])


def answer(sheets: Path, folder: Path) -> None:
    """Type a value into every cell that asks for one."""
    folder.mkdir(parents=True)
    for path in sheets.iterdir():
        if path.name == LIST:
            continue
        with ZipFile(path) as sheet, ZipFile(folder / path.name, "w") as returned:
            for entry in sheet.infolist():
                content = sheet.read(entry)
                if entry.filename == "xl/worksheets/sheet1.xml":
                    content = _CELL.sub(rb'<c r="F\1" s="\2"><v>22</v></c>', content)
                returned.writestr(entry, content, ZIP_DEFLATED)


def take(report: Path, folder: Path) -> None:
    """Read the answers and settle them; what is timed."""
    taken = take_in(Request(report), folder)
    count = sum(isinstance(each.number, Decimal) for each in taken.changes)
    if count != OFFICES * FIGURES:
        raise RuntimeError(f"{count} values; {sorted({each.code for each in taken.diagnostics})}")
