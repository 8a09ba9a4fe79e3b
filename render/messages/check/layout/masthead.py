"""What is said about 发文机关标志, 发文字号, 签发人 and the red rule."""

from ..entries import Entry
from .samples import both, paged

_MORE = ("{more:（共…处）}", "{more: (… places)}")
_MARK = "标志｜某某区司法局文件"
_NUMBER = "文号｜某司〔2021〕3号"
_TITLE = "标题｜关于开展2020年法治宣传工作的通知"
_HEAD = (_MARK, _NUMBER, _TITLE)
_ASKED = "标题｜关于解决专项经费的请示"
_UPWARD = "文号｜无线 左对齐 左1 右1｜某司〔2021〕3号　　签发人：〖楷体_GB2312〗张三"
_RULE = "红线｜"
_LINE = (
    "发文字号之下4毫米处居中印一条与版心等宽的红色分隔线。线的粗细标准没有写明，多为1至1.5磅。",
    "4 mm below 发文字号 runs a red rule as wide as the type area; the standard does not say how thick.",
)

ENTRIES: dict[str, Entry] = {
    "layout.mark_face": Entry(
        "推荐",
        ("发文机关标志用小标宋", "The 发文机关标志 is set in 小标宋"),
        ("发文机关标志推荐使用小标宋体字，颜色为红色，字号以醒目、美观、庄重为原则。",
         "小标宋 is recommended for the mark; its size is free."),
        ("发文机关标志为“{found}”，推荐用小标宋" + _MORE[0], "the mark is set in {found}; 小标宋 is recommended" + _MORE[1]),
        ("选中发文机关标志，字体改为方正小标宋简体", "set it in 小标宋"),
        *both("标志｜楷体_GB2312｜某某区司法局文件", _NUMBER, _TITLE, right=_HEAD),
    ),
    "layout.number_place": Entry(
        "规定",
        ("发文字号的位置", "Where 发文字号 stands"),
        ("发文字号在发文机关标志下空二行，居中排布；上行文的居左空一字，与最后一个签发人姓名同一行。",
         "发文字号 is centred two lines below the mark; upward it stands one character from the left, on the line\n"
         "of the last 签发人."),
        ("{plain:发文字号“…”没有居中}{upward:上行文的发文字号“…”没有左空一字}",
         "{plain:发文字号 “…” is not centred}{upward:发文字号 “…” is not one character in, as it is upward}"),
        ("下行文、平行文设为居中，缩进设为0；上行文左缩进设为1字符（“布局”→“缩进”）",
         "centre it without indent; upward give it a left indent of one character"),
        *both(_MARK, "文号｜左对齐｜某司〔2021〕3号", _TITLE, right=_HEAD),
    ),
    "layout.number_size": Entry(
        "规定",
        ("发文字号用三号字", "发文字号 is 三号"),
        ("如无特殊说明，公文各要素用三号仿宋；三号按16磅计。", "Elements are 三号 仿宋 unless something else is said: 16 pt."),
        ("发文字号为{found}磅，应为三号（16磅）", "发文字号 is {found} pt instead of 三号, 16 pt"),
        ("字号改为三号", "set it in 三号"),
        *both(_MARK, "文号｜14磅｜某司〔2021〕3号", _TITLE, right=_HEAD),
    ),
    "layout.signer": Entry(
        "规定",
        ("上行文标注签发人", "A document upward names its 签发人"),
        ("上行文应当标注签发人姓名：“签发人”三字加全角冒号和姓名，居右空一字，在发文机关标志下空二行处，与发文字号同一行。",
         "A document to a body above names who signed it off: 签发人, a full-width colon and the name, one character\n"
         "from the right on the line of 发文字号."),
        ("{kind}是上行文，版头没有签发人姓名", "a {kind} goes upward and its masthead names no 签发人"),
        ("在发文字号同一行右侧加“签发人：×××”，姓名用楷体；不是上行文的，停用本项",
         "add 签发人：××× at the right of 发文字号, or switch this check off"),
        *both(_MARK, _NUMBER, _ASKED, right=(_MARK, _UPWARD, _RULE, _ASKED)),
    ),
    "layout.signer_face": Entry(
        "规定",
        ("签发人三字用仿宋，姓名用楷体", "签发人 is set in 仿宋, the name in 楷体"),
        ("“签发人”三字用三号仿宋，签发人姓名用三号楷体。", "签发人 is 三号 仿宋, the name 三号 楷体."),
        ("签发人处的“{text}”为“{found}”，应为{wanted}", "“{text}” is {found} instead of {wanted}"),
        ("选中“{text}”，字体改为{wanted}", "set “{text}” in {wanted}"),
        *both(
            _MARK, "文号｜无线 左对齐 左1 右1｜某司〔2021〕3号　　签发人：张三", _RULE, _ASKED,
            right=(_MARK, _UPWARD, _RULE, _ASKED),
        ),
    ),
    "layout.red_rule": Entry(
        "规定",
        ("版头有红色分隔线", "A red rule ends the masthead"),
        _LINE,
        ("发文字号与标题之间没有红色分隔线", "there is no red rule between 发文字号 and title"),
        ("在发文字号之下加一条红线：“开始”→“边框”→“下框线”，颜色红色；或“插入”→“形状”→“直线”，宽15.6厘米",
         "add a red bottom border to 发文字号, or draw a line of 15.6 cm"),
        *both(_MARK, "文号｜无线｜某司〔2021〕3号", _TITLE, right=_HEAD),
    ),
    "layout.red_rule_color": Entry(
        "规定",
        ("版头分隔线为红色", "The rule of the masthead is red"),
        _LINE,
        ("版头分隔线的颜色为{found}，应为红色", "the rule of the masthead has the colour {found}"),
        ("选中这条线，颜色改为红色（FF0000）", "make it red"),
        *both(_MARK, "文号｜线色000000｜某司〔2021〕3号", _TITLE, right=_HEAD),
    ),
    "layout.red_rule_width": Entry(
        "规定",
        ("版头分隔线与版心等宽", "The rule of the masthead is as wide as the type area"),
        (_LINE[0] + "\n用段落边框画的，线随段落缩进：带缩进的段落，线会短一截。",
         _LINE[1] + "\nA border of a paragraph follows its indents, and is shorter with them."),
        ("版头分隔线长{found}毫米，应为156毫米", "the rule of the masthead is {found} mm long, not 156"),
        ("把边框移到一个没有左右缩进的段落（如下面的空行），或改画一条15.6厘米的直线",
         "move the border to a paragraph without indents, or draw a line of 15.6 cm"),
        *both(_MARK, "文号｜左1 右1｜某司〔2021〕3号", _TITLE, right=_HEAD),
    ),
    "layout.red_rule_gap": Entry(
        "规定",
        ("版头分隔线在发文字号之下4毫米（PDF）", "The rule stands 4 mm below 发文字号 (PDF)"),
        _LINE,
        ("版头分隔线在发文字号之下{found}毫米，应为4毫米", "the rule stands {found} mm below 发文字号, not 4"),
        ("在原文件中移动这条线，使它在发文字号之下4毫米", "move the line and make the PDF again"),
        paged("标志｜某某区司法局文件", "文号｜某司〔2021〕3号", "红线｜4"),
        paged("标志｜某某区司法局文件", "文号｜某司〔2021〕3号", "红线｜12"),
    ),
}  # fmt: skip
