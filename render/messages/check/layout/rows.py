"""What is said about the empty rows between parts, and the shape of a title."""

from ..entries import Entry
from .samples import both

ENTRIES: dict[str, Entry] = {
    "layout.empty_rows": Entry(
        "规定",
        ("各要素之间空行的行数", "Empty rows between the parts"),
        ("标题下空一行写主送机关；正文下空一行写附件说明；不加盖印章的，正文或附件说明下空一行署名；附件标题在第三行，与“附件”之间空一行。\n"
         "用段前、段后距空出一行的，也算。署名上面多空的，可能是留给印章的，不查。",
         "One row is left empty below the title, above 附件说明, above the name, and between 附件 and its title.\n"
         "Space before or after a paragraph counts as a row. More above the name may be for the seal."),
        ("“{part}”上面空{found}行，应空{wanted}行", "there are {found} empty rows above “{part}”, not {wanted}"),
        ("在它上面按回车补足空行，或删去多余的空行", "add an empty row above it, or take one out"),
        *both("主送｜紧接｜某某区人民政府："),
    ),
    "layout.title_shape": Entry(
        "习惯",
        ("多行标题排成梯形或菱形", "A title of several lines is a trapezoid or a diamond"),
        ("标题回行时，要做到词意完整，排列对称，长短适宜，间距恰当，使用梯形或菱形，不使用上下长、中间短的沙漏形，也不留一两个字独占一行。",
         "A title is broken between words, into a trapezoid or a diamond, never an hourglass or a line of one or\n"
         "two characters."),
        ("标题各行字数为{found}，有一行太短或中间一行最短", "the lines of the title have {found} characters; one is too short, or the middle one the shortest"),
        ("在词与词之间按Shift＋Enter换行，使各行长短相近或成梯形", "break the title elsewhere, with Shift+Enter between words"),
        *both(
            "标题｜某某区司法局关于2020年档案管理工作情况的报↵告",
            right=("标题｜某某区司法局关于2020年↵档案管理工作情况的报告",),
        ),
    ),
}  # fmt: skip
