"""What is said about faces and sizes."""

from ..entries import Entry
from .samples import both
from .sheet import RIGHT_PDF, pdf_sample

_MORE = ("{more:（共…处）}", "{more: (… places)}")
_TEXT = "现将2020年工作情况报告如下。"
_NOTICE = "标题｜关于开展2020年法治宣传工作的通知"
_WHY_FACE = (
    "如无特殊说明，公文各要素用三号仿宋；标题用二号小标宋；一级标题黑体，二级楷体，三级、四级仿宋。\n"
    "字体名因软件而异，仿宋、仿宋_GB2312、FangSong、华文仿宋、方正仿宋都算仿宋，其余类推。",
    "Text is 三号 仿宋 unless something else is said, the title 二号 小标宋, headings 黑体, 楷体, 仿宋, 仿宋 by level.\n"
    "The names of faces differ from program to program; all that are called 仿宋 or FangSong are 仿宋.",
)
_WHY_SIZE = (
    "三号按16磅、二号按22磅、四号按14磅计，容差0.3磅。",
    "三号 is 16 pt, 二号 22 pt, 四号 14 pt, within 0.3 pt.",
)


def _face(part: str, english: str, wanted: str, line: str) -> Entry:
    right, wrong = both(line)
    return Entry(
        "规定",
        (f"{part}用{wanted}", f"{english} in {wanted}"),
        _WHY_FACE,
        (f"{part}为“{{found}}”，应为{wanted}" + _MORE[0], f"{{found}} instead of {wanted}" + _MORE[1]),
        (f"改为{wanted}", f"set it in {wanted}"),
        right,
        wrong,
    )


def _size(part: str, english: str, wanted: str, points: int, line: str) -> Entry:
    right, wrong = both(line)
    return Entry(
        "规定",
        (f"{part}用{wanted}字", f"{english} in {wanted}"),
        _WHY_SIZE,
        (f"{part}为{{found}}磅，应为{wanted}（{points}磅）" + _MORE[0],
         f"{{found}} pt instead of {wanted}, {points} pt" + _MORE[1]),
        (f"字号改为{wanted}", f"set it in {wanted}"),
        right,
        wrong,
    )  # fmt: skip


ENTRIES: dict[str, Entry] = {
    "layout.title_face": _face("标题", "The title is set", "小标宋", "标题｜宋体 22磅｜关于2020年工作情况的报告"),
    "layout.title_size": _size("标题", "The title is set", "二号", 22, "标题｜18磅｜关于2020年工作情况的报告"),
    "layout.bold_title": Entry(
        "习惯",
        ("标题不加粗", "The title is not bold"),
        ("小标宋本身较粗，再加粗笔画会糊在一起。", "小标宋 is heavy; in bold its strokes run together."),
        ("标题“{found}”加了粗" + _MORE[0], "the title “{found}” is bold" + _MORE[1]),
        ("取消加粗", "take the bold off"),
        *both("标题｜加粗｜关于2020年工作情况的报告"),
    ),
    "layout.body_face": _face("正文", "Text is set", "仿宋", f"正文｜宋体｜{_TEXT}"),
    "layout.body_size": _size("正文", "Text is set", "三号", 16, f"正文｜14磅｜{_TEXT}"),
    "layout.level_1": _face("一级标题", "First-level headings are set", "黑体", "一级｜宋体｜一、主要工作"),
    "layout.level_2": _face(
        "二级标题", "Second-level headings are set", "楷体",
        "二级｜黑体｜（一）规范管理\n段落｜修订制度3项。\n二级｜（二）强化培训\n段落｜举办讲座5场。",
    ),
    "layout.level_3": _face(
        "三级、四级标题", "Headings of the third and fourth level are set", "仿宋",
        "二级｜（一）规范管理\n段落｜修订制度3项。\n二级｜（二）强化培训\n"
        "段落｜〖黑体〗1.线上培训。〖〗开设课程4门。\n段落｜2.线下培训。举办讲座5场。",
    ),
    "layout.level_size": _size("标题层次", "Headings are set", "三号", 16, "一级｜18磅｜一、主要工作"),
    "layout.bold_levels": Entry(
        "习惯",
        ("各级标题不加粗", "Headings are not bold"),
        ("标准以字体区分层次，没有规定加粗。有的单位习惯加粗二级、三级标题，前后一致即可停用本项。",
         "The standard tells levels by their faces. Offices that make them bold switch this off."),
        ("{level}级标题加了粗" + _MORE[0], "headings of level {level} are bold" + _MORE[1]),
        ("取消加粗，或停用本项", "take the bold off, or switch this check off"),
        *both("一级｜加粗｜一、主要工作"),
    ),
    "layout.mixed_faces": Entry(
        "推荐",
        ("一段之内字体一致", "A paragraph has one face"),
        ("从网页、表格或别的文件粘贴来的文字带着原来的字体，常见的是仿宋中夹着宋体。",
         "Words pasted from elsewhere bring their face along, most often 宋体 among 仿宋."),
        ("“{text}”为“{found}”，本段其余为“{usual}”", "“{text}” is {found}, the paragraph {usual}"),
        ("选中该处，改成与本段相同的字体；粘贴时选“只保留文本”", "set it as the rest; paste as text only"),
        *both("正文｜现将2020年〖宋体〗工作情况〖〗报告如下，请予审阅。"),
    ),
    "layout.mixed_sizes": Entry(
        "推荐",
        ("一段之内字号一致", "A paragraph has one size"),
        ("粘贴来的文字或逐处调整过的文字，字号容易不一致。", "Words that were pasted or adjusted one by one differ in size."),
        ("“{text}”为{found}磅，本段其余为{usual}磅", "“{text}” is {found} pt, the paragraph {usual} pt"),
        ("选中该处，改成与本段相同的字号", "set it as the rest"),
        *both("正文｜现将2020年〖14磅〗工作情况〖〗报告如下，请予审阅。"),
    ),
    "layout.mixed_latin": Entry(
        "习惯",
        ("数字和英文的字体前后一致", "Digits and letters have one face throughout"),
        ("数字用仿宋或用Times New Roman都可以，全文应当一致。", "仿宋 or Times New Roman, but the same throughout."),
        ("数字、英文为“{found}”，多数为“{usual}”" + _MORE[0], "{found} for digits or letters, mostly {usual}" + _MORE[1]),
        ("统一数字和英文的字体", "use one face for them"),
        *both("正文｜现将〖Arial〗2020〖〗年工作情况报告如下，请予审阅。"),
    ),
    "layout.emphasis": Entry(
        "推荐",
        ("正文不用斜体、下划线和删除线", "No italics, underlines or struck-out words in text"),
        ("公文正文不以斜体、下划线表示强调；下划线常是填空或修改留下的，删除线是没有删干净的文字。",
         "Official text is not stressed so; an underline is often left from a form, a line through words from a\n"
         "revision."),
        ("“{text}”用了斜体、下划线或删除线", "“{text}” is in italics, underlined or struck out"),
        ("取消斜体、下划线；带删除线的，删去文字或取消删除线", "take them off; take struck-out words out"),
        *both("正文｜现将2020年〖下划线〗工作情况〖〗报告如下，请予审阅。"),
    ),
    "layout.bold_text": Entry(
        "习惯",
        ("正文不加粗", "Text is not bold"),
        ("标准没有规定正文加粗；整段或整句加粗，多是从别处粘贴带来的。习惯加粗“一是”等领句的，停用本项。",
         "The standard has no bold text; where it is, it was often pasted. Who means to, switches this check off."),
        ("正文“{text}”加了粗" + _MORE[0], "“{text}” is bold" + _MORE[1]),
        ("选中后按一次“B”取消加粗，或停用本项", "take the bold off, or switch this check off"),
        *both("正文｜加粗｜现将2020年工作情况报告如下，请予审阅。"),
    ),
    "layout.color": Entry(
        "规定",
        ("文字颜色为黑色", "Characters are black"),
        ("如无特殊说明，公文中文字的颜色均为黑色；红色的只有版头和印章。深灰也算不符，排印软件生成的近黑色除外。",
         "Unless something else is said, all is black; red are the masthead and seals. A black that a printer's\n"
         "profile made is taken."),
        ("“{text}”的颜色为{found}" + _MORE[0], "“{text}” has the colour {found}" + _MORE[1]),
        ("字体颜色改为黑色或“自动”", "set the colour to black or automatic"),
        *both("正文｜颜色C00000｜现将2020年工作情况报告如下。"),
    ),
    "layout.mark_color": Entry(
        "规定",
        ("发文机关标志为红色", "The 发文机关标志 is red"),
        ("发文机关标志居中排布，颜色为红色。用预印纸套打的，文件中不应有发文机关标志。",
         "The mark is centred and red. On preprinted paper a file has none."),
        ("发文机关标志“{text}”不是红色", "the mark “{text}” is not red"),
        ("颜色改为红色", "make it red"),
        *both(
            "标志｜颜色000000｜某某区司法局文件", "文号｜某司〔2021〕3号",
            right=("标志｜某某区司法局文件", "文号｜某司〔2021〕3号", "标题｜关于开展2020年法治宣传工作的通知"),
        ),
    ),
    "layout.not_embedded": Entry(
        "推荐",
        ("PDF嵌入全部字体", "A PDF brings its faces along"),
        ("没有嵌入的字体，打开时由对方的电脑另选，版面会变，生僻字会缺。",
         "A face that is not in the file is chosen by the reader's machine; lines and characters change."),
        ("字体“{found}”没有嵌入", "{found} is not embedded"),
        ("导出PDF时选“嵌入字体”或PDF/A", "export with embedded fonts, or as PDF/A"),
        RIGHT_PDF,
        pdf_sample("行距29.6 字距15.79 左28 不嵌入"),
    ),
}  # fmt: skip
