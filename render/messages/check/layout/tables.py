"""What is said about the tables of a DOCX."""

from ..entries import Entry
from .samples import both

_ROW = "甲科，12"
_SHORT = "表格｜单位，件数／甲科，12／乙科，15"
_TITLE = "段落｜黑体 居中 首行0｜各单位情况表"

ENTRIES: dict[str, Entry] = {
    "layout.table_width": Entry(
        "规定",
        ("表格不超出版心", "Tables stay inside the type area"),
        ("版心宽156毫米。表格固定了列宽、总宽大于版心的，右边会印到页边甚至纸外；单元格边距伸出的2毫米不算。",
         "The type area is 156 mm wide. A table with wider columns runs into the margin; what the margins of\n"
         "cells stick out is let be."),
        ("“{text}”开头的表格宽{found}毫米，版心宽{room}毫米", "the table that begins with “{text}” is {found} mm wide, the type area {room}"),
        ("选中表格，“表格工具”→“布局”→“自动调整”→“根据窗口自动调整表格”；列太多的，改用横排页面",
         "fit the table to the window, or turn the page"),
        *both(_TITLE, "表格｜宽200｜单位，件数／甲科，12／乙科，15", right=(_TITLE, _SHORT)),
    ),
    "layout.table_head": Entry(
        "习惯",
        ("跨页的表格重复表头", "Long tables have their head again on each page"),
        ("行数多的表格会跨页，后面的页没有表头不便阅读。表内22行以下的不查。",
         "A long table goes on without its head on the next page; tables of up to 22 rows are let be."),
        ("“{text}”开头的表格有{rows}行，没有设重复表头", "the table that begins with “{text}” has {rows} rows and does not repeat its head"),
        ("选中表头行，“表格工具”→“布局”→“重复标题行”", "select the head and set “repeat header rows”"),
        *both(
            _TITLE, "表格｜单位，件数" + f"／{_ROW}" * 24,
            right=(_TITLE, "表格｜重复表头｜单位，件数" + f"／{_ROW}" * 24),
        ),
    ),
}  # fmt: skip
