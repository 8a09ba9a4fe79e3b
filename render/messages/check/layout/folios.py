"""What is said about page numbers."""

from ..entries import Entry
from .samples import both

_MORE = ("{more:（共…处）}", "{more: (… places)}")
_WHY = (
    "页码一般用四号半角宋体阿拉伯数字，编排在版心下边缘之下，数字左右各放一条一字线；单页码居右空一字，\n双页码居左空一字。",
    "Page numbers are 四号 宋体, half width, with a 一字线 on each side, below the type area: odd ones one\n"
    "character in from the right, even ones from the left.",
)

ENTRIES: dict[str, Entry] = {
    "layout.no_folio": Entry(
        "规定",
        ("有页码", "There are page numbers"),
        _WHY,
        ("没有页码", "there are no page numbers"),
        ("“插入”→“页码”→“页面底端”，再在“页眉和页脚工具”中勾选“奇偶页不同”", "insert them, odd and even pages different"),
        *both("页码｜无"),
    ),
    "layout.folio_form": Entry(
        "规定",
        ("页码左右各一条一字线", "A page number has a dash on each side"),
        _WHY,
        ("页码写作“{found}”，应为“— 1 —”" + _MORE[0], "“{found}” instead of “— 1 —”" + _MORE[1]),
        ("在数字左右各加一条一字线和一个空格", "put — and a space on each side"),
        *both("页码｜外侧 宋体 14磅 无一字线"),
    ),
    "layout.folio_face": Entry(
        "规定",
        ("页码用四号宋体", "Page numbers are 四号 宋体"),
        _WHY,
        ("页码为“{found}”磅，应为四号（14磅）宋体" + _MORE[0], "{found} instead of 14 pt 宋体" + _MORE[1]),
        ("改为四号宋体", "set them in 四号 宋体"),
        *both("页码｜外侧 宋体 9磅"),
    ),
    "layout.folio_side": Entry(
        "规定",
        ("单页码居右，双页码居左", "Odd page numbers at the right, even ones at the left"),
        _WHY,
        ("页码没有排在外侧（单页居右、双页居左）" + _MORE[0], "page numbers are not outside" + _MORE[1]),
        ("在“页眉和页脚工具”中勾选“奇偶页不同”，奇数页的页码右对齐，偶数页左对齐", "make odd and even pages different, and align them outside"),
        *both("页码｜居中 宋体 14磅"),
    ),
    "layout.folio_indent": Entry(
        "规定",
        ("页码距边一字", "Page numbers stand one character in"),
        _WHY,
        ("页码距边{found}字，应为一字" + _MORE[0], "{found} characters in, not one" + _MORE[1]),
        ("选中页码，“段落”→“缩进”，外侧设为1字符", "set the indent to one character"),
        *both("页码｜外侧 宋体 14磅 贴边"),
    ),
    "layout.folio_distance": Entry(
        "规定",
        ("页码在版心下边缘之下7毫米", "Page numbers stand 7 mm below the type area"),
        ("一字线上距版心下边缘7毫米，即离页底28毫米左右。Word中由“页脚底端距离”决定，四号字设为25毫米左右；\n"
         "20至31毫米都算（随页脚的行距而变），Word原来的17.5毫米偏低。",
         "The dashes stand 7 mm below the type area, some 28 mm from the foot of the sheet. In Word the distance of\n"
         "the footer decides; about 25 mm put them there, and 20 to 31 mm are taken, but not Word's own 17.5 mm."),
        ("{found:页脚底端距离…毫米}{middle:页码中线离页底…毫米}，页码离版心不是7毫米" + _MORE[0],
         "{found:the footer stands … mm from the edge}{middle:the page number stands … mm from the edge}; it is not 7 mm "
         "below the type area" + _MORE[1]),
        ("“布局”→“页边距”→“自定义页边距”→“布局”，页脚距边界设为25毫米", "set the footer's distance from the edge to 25 mm"),
        *both("页面｜脚15"),
    ),
}  # fmt: skip
