"""What is said about paper, margins, rows and characters."""

from ..entries import Entry
from .samples import both

_MORE = ("{more:（共…处）}", "{more: (… places)}")
_LONG = (
    "正文×30｜第几项工作按计划完成办理案件十二件举办培训三期群众反映良好没有发生重大问题"
    "各部门各街道落实责任压实任务形成合力持续改进"
)
_PDF = "标题｜关于2020年工作情况的报告\n" + _LONG
RIGHT_PDF = {"来文.pdf": f"版面｜行距29.6 字距15.79 左28\n{_PDF}\n"}


def pdf_sample(says: str) -> dict[str, str]:
    """Write a PDF that is set so."""
    return {"来文.pdf": f"版面｜{says}\n{_PDF}\n"}


def _margin(name: str, english: str, length: str, key: str, wrong: str) -> Entry:
    right, bad = both(f"页面｜{key}{wrong}")
    return Entry(
        "规定",
        (f"{name}{length}毫米", f"The {english} margin is {length} mm"),
        (
            "公文用纸天头37毫米±1毫米，订口28毫米±1毫米，版心156毫米×225毫米，由此得出右25至27毫米、\n"
            "下34至36毫米。按电子公文规范设为上34.58毫米、下32.58毫米的，文字落在同一位置，也算符合。",
            "The upper margin is 37 ± 1 mm, the binding side 28 ± 1 mm, the type area 156 × 225 mm, which leaves\n"
            "26 mm at the right and 35 mm below. 34.58 and 32.58 mm, as GB/T 33476.2 has them, put the text in\n"
            "the same place and are taken too.",
        ),
        (f"{name}为{{found}}毫米，应为{length}毫米" + _MORE[0],
         f"the {english} margin is {{found}} mm, not {length} mm" + _MORE[1]),
        ("“布局”→“页边距”→“自定义页边距”：上3.7、下3.5、左2.8、右2.6厘米",
         "set the margins: 3.7 cm above, 3.5 below, 2.8 left, 2.6 right"),
        right,
        bad,
    )  # fmt: skip


_PAPER = both("页面｜宽216 高279")
_COLUMNS = both("页面｜栏2")
_PITCH = both("正文｜行距25｜现将2020年工作情况报告如下。")
_FREE = both("页面｜网格0", "正文｜倍1.5｜现将2020年工作情况报告如下。")

ENTRIES: dict[str, Entry] = {
    "layout.paper": Entry(
        "规定",
        ("用纸为A4", "The paper is A4"),
        ("公文用纸采用A4型，210毫米×297毫米。Word新建的文档可能是信纸（Letter），打印时页边会变。",
         "Official documents are A4, 210 × 297 mm; some programs begin with US Letter."),
        ("页面为{width}×{height}毫米，不是A4" + _MORE[0], "the page is {width} × {height} mm, not A4" + _MORE[1]),
        ("在“页面设置”中把纸张改为A4", "set the paper to A4"),
        *_PAPER,
    ),
    "layout.top": _margin("天头（上边距）", "upper", "37", "上", "25.4"),
    "layout.binding": _margin("订口（左边距）", "binding-side", "28", "左", "31.8"),
    "layout.right": _margin("切口（右边距）", "right", "26", "右", "31.8"),
    "layout.bottom": _margin("地脚（下边距）", "lower", "35", "下", "25.4"),
    "layout.columns": Entry(
        "习惯",
        ("正文不分栏", "Text runs in one column"),
        ("公文每行28字，分栏后不足。", "A line has 28 characters, for which a column has no room."),
        ("正文分为{count}栏", "the text has {count} columns"),
        ("在“页面布局—分栏”中改为一栏", "set it in one column"),
        *_COLUMNS,
    ),
    "layout.pitch": Entry(
        "规定",
        ("每面排22行", "A page has 22 rows"),
        ("版心高225毫米，排22行，固定行距28.3至29磅可以做到（常用28.95磅或29磅）。程序按页面高度和行距\n"
         "算出每面行数；差0.2磅以内不算。",
         "225 mm hold 22 rows at 28.3 to 29 pt. The rows are reckoned from the page's height and the spacing."),
        ("行距{found}磅，每面{rows}行，应为22行" + _MORE[0],
         "a spacing of {found} pt makes {rows} rows a page, not 22" + _MORE[1]),
        ("行距设为固定值28.95磅，或每页22行的文档网格", "set the line spacing to exactly 28.95 pt, or a grid of 22 lines"),
        *_PITCH,
    ),
    "layout.free_pitch": Entry(
        "推荐",
        ("行距用固定值或文档网格", "Line spacing is exact or on the grid"),
        ("单倍、多倍行距随字体而变，换一台电脑、换一种仿宋，每面行数就不同。",
         "Single or multiple spacing goes with the face: another machine has another 仿宋 and other pages."),
        ("行距为{found}倍，没有固定" + _MORE[0], "the spacing is {found} times that of the face, not fixed" + _MORE[1]),
        ("行距设为固定值28.95磅", "set the line spacing to exactly 28.95 pt"),
        *_FREE,
    ),
    "layout.rows": Entry(
        "规定",
        ("每面排22行（PDF）", "A page has 22 rows (PDF)"),
        ("由PDF中各行的实际距离算出每面可排的行数。只看文字排满、后面还有正文的页。",
         "Reckoned from the distance of lines as they stand, on pages that are full and not the last."),
        ("行距{pitch}磅，每面{found}行，应为22行" + _MORE[0],
         "lines {pitch} pt apart make {found} rows a page, not 22" + _MORE[1]),
        ("在原文件中把行距设为固定值28.95磅，再生成PDF", "set the spacing to exactly 28.95 pt and make the PDF again"),
        RIGHT_PDF,
        pdf_sample("行距24 字距15.79 左28"),
    ),
    "layout.cells": Entry(
        "规定",
        ("每行排28字（PDF）", "A line has 28 characters (PDF)"),
        ("版心宽156毫米，排28字。三号字按16磅计，28字比版心宽2毫米，所以字间要紧缩0.2磅，或用每行28字的\n"
         "文档网格，否则只能排27字。只数全是汉字的整行。",
         "156 mm hold 28 characters. At 16 pt they lack 2 mm, so characters are set 0.2 pt closer or on a grid of\n"
         "28; else there are 27. Only full lines of Han characters are counted."),
        ("每行{found}字，应为28字{more:（共…处）}", "a line has {found} characters, not 28{more: (… places)}"),
        ("字符间距紧缩0.2磅，或文档网格设为每行28字", "set the characters 0.2 pt closer, or a grid of 28 to a line"),
        RIGHT_PDF,
        pdf_sample("行距29.6 字距17 左28"),
    ),
    "layout.outside": Entry(
        "规定",
        ("文字在版心之内（PDF）", "Text stays inside the type area (PDF)"),
        ("左边28毫米、右边26毫米以外没有文字；页码除外。容差2毫米，行末标点可以略微伸出。",
         "Nothing stands left of 28 mm or right of the last 26 mm but marks that hang by 2 mm."),
        ("“{text}”一行超出版心" + _MORE[0], "the line of “{text}” runs out of the type area" + _MORE[1]),
        ("检查缩进、制表位和不能断开的长串字符", "look for indents, tab stops, and long words that do not break"),
        RIGHT_PDF,
        pdf_sample("行距29.6 字距17.5 左28 字数28"),
    ),
}  # fmt: skip
