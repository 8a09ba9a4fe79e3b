"""What is said about 抄送机关, 印发机关, 印发日期 and the lines of 版记."""

from ..entries import Entry
from .samples import both, paged

_MORE = ("{more:（共…处）}", "{more: (… places)}")
_COPIES = "抄送｜抄送：某某区委办公室。"
_PRINTED = "印发｜某某区司法局办公室　　　　2021年1月15日印发"
_RIGHT = (_COPIES, _PRINTED)
_LINES = (
    "版记中的分隔线与版心等宽，首条和末条用粗线（推荐高度0.35毫米，即1磅），中间的用细线（推荐高度0.25毫米，即0.75磅）；\n"
    "首条在版记第一个要素之上，末条与最后一面的版心下边缘重合。",
    "The lines are as wide as the type area; 0.35 mm (1 pt) is recommended for the first and the last, 0.25 mm\n"
    "(0.75 pt) for those between. The last one lies on the lower edge of the type area.",
)
_FOOT = "抄送：某某区委办公室。／某某区司法局办公室　　　　　　　　　　2021年1月15日印发"

ENTRIES: dict[str, Entry] = {
    "layout.colophon_size": Entry(
        "规定",
        ("版记用四号字", "The colophon is 四号"),
        ("抄送机关、印发机关和印发日期用四号仿宋。", "抄送, 印发机关 and 印发日期 are 四号 仿宋."),
        ("版记为{found}磅，应为四号（14磅）" + _MORE[0], "{found} pt instead of 四号, 14 pt" + _MORE[1]),
        ("字号改为四号", "set it in 四号"),
        *both("抄送｜16磅｜抄送：某某区委办公室。", _PRINTED, right=_RIGHT),
    ),
    "layout.colophon_face": Entry(
        "规定",
        ("版记用仿宋", "The colophon is set in 仿宋"),
        ("抄送机关、印发机关和印发日期用四号仿宋。", "抄送, 印发机关 and 印发日期 are 四号 仿宋."),
        ("版记为“{found}”，应为仿宋" + _MORE[0], "{found} instead of 仿宋" + _MORE[1]),
        ("字体改为仿宋", "set it in 仿宋"),
        *both("抄送｜宋体｜抄送：某某区委办公室。", _PRINTED, right=_RIGHT),
    ),
    "layout.colophon": Entry(
        "规定",
        ("版记左空一字", "The colophon stands one character in"),
        ("抄送机关、印发机关左空一字，印发日期右空一字。", "抄送 and 印发机关 stand one character in from the left."),
        ("版记左空{found}字，应为一字" + _MORE[0], "{found} characters in, not one" + _MORE[1]),
        ("选中该段，“布局”→“缩进”，左、右各设为1字符", "set both indents to one character"),
        *both("抄送｜左0｜抄送：某某区委办公室。", _PRINTED, right=_RIGHT),
    ),
    "layout.colophon_lines": Entry(
        "规定",
        ("版记有分隔线", "The colophon has its lines"),
        _LINES,
        ("版记没有分隔线", "the colophon has no lines"),
        ("选中版记各段，“开始”→“边框”，加上框线、下框线和中间的横线；或把版记放进一列的表格，只留横线",
         "give its paragraphs a border above, below and between, or set them in a table of one column"),
        *both("抄送｜无线｜抄送：某某区委办公室。", _PRINTED.replace("印发｜", "印发｜无线｜"), right=_RIGHT),
    ),
    "layout.colophon_weight": Entry(
        "推荐",
        ("版记分隔线的粗细", "How thick the lines of the colophon are"),
        _LINES,
        ("{outer:版记首末条分隔线粗…毫米，推荐0.35毫米}{inner:版记中间的分隔线粗…毫米，推荐0.25毫米}",
         "{outer:the first or last line of the colophon is … mm thick; 0.35 mm is recommended}"
         "{inner:a line within the colophon is … mm thick; 0.25 mm is recommended}"),
        ("在“边框和底纹”里把首末条线设为1磅，中间的设为0.75磅", "1 pt for the first and the last line, 0.75 pt between"),
        *both("抄送｜上线24｜抄送：某某区委办公室。", _PRINTED, right=_RIGHT),
    ),
    "layout.copies_stop": Entry(
        "规定",
        ("抄送机关末尾标句号", "抄送机关 end in a full stop"),
        ("抄送机关之间用逗号或顿号，最后一个抄送机关名称后标句号。",
         "Between the names stand commas, behind the last one a full stop."),
        ("抄送机关“……{found}”末尾没有句号", "抄送机关 “…{found}” do not end in 。"),
        ("在最后一个抄送机关后加“。”", "put 。 behind the last name"),
        *both("抄送｜抄送：某某区委办公室", _PRINTED, right=_RIGHT),
    ),
    "layout.printed_place": Entry(
        "规定",
        ("印发日期在右侧", "印发日期 stands at the right"),
        ("印发机关左空一字，印发日期右空一字，两者在同一行的两端。",
         "印发机关 stands one character from the left, 印发日期 one from the right, on one line."),
        ("“{found}”没有排在右侧，与印发机关连在一起或离右边太远", "“{found}” does not stand at the right"),
        ("在印发日期前加右对齐制表位（“段落”→“制表位”，位置设在右缩进处，右对齐），按一次Tab",
         "put a tab before it, with a right tab stop at the right indent"),
        *both(_COPIES, "印发｜某某区司法局办公室2021年1月15日印发", right=_RIGHT),
    ),
    "layout.colophon_page": Entry(
        "推荐",
        ("版记在偶数页（PDF）", "The colophon stands on an even page (PDF)"),
        ("公文双面印刷，版记应当在最后一面，即偶数页；正文在奇数页结束的，空白页之后排版记。",
         "Documents are printed on both sides and the colophon stands on the last of them, an even page."),
        ("版记在第{page}页，应在偶数页", "the colophon stands on page {page}, not on an even one"),
        ("在版记前插入分页符，使它落在偶数页；单面印刷的，停用本项", "put a page break before it, or switch this check off"),
        paged("版记｜" + _FOOT, pages=2),
        paged("版记｜" + _FOOT, pages=3),
    ),
    "layout.colophon_foot": Entry(
        "规定",
        ("版记在最后一面下端（PDF）", "The colophon stands at the foot of its page (PDF)"),
        _LINES,
        ("版记离页底{found}毫米，末条分隔线应在35毫米处", "the colophon stands {found} mm from the foot of the page, its last line should at 35"),
        ("把版记移到页底：放进位置固定的文本框，或在前面补足行数", "move it to the foot of the page"),
        paged("版记｜" + _FOOT, pages=2),
        paged("版记×55｜" + _FOOT, pages=2),
    ),
}  # fmt: skip
