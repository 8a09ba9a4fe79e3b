"""What is said about indents, spacing, and what is typed in their place."""

from ..entries import Entry
from .samples import both

_MORE = ("{more:（共…处）}", "{more: (… places)}")
_SAID = "现将2020年工作情况报告如下。"
_LONG = "现将2020年工作情况报告如下，请予审阅，有关数据截至当年年末，由各科室分别提供并核对。"

ENTRIES: dict[str, Entry] = {
    "layout.indent": Entry(
        "规定",
        ("每段首行缩进2字", "The first line stands two characters in"),
        ("正文每个自然段左空二字，回行顶格；各级标题同样。按段落本身的字号计，容差0.15字（PDF中0.7字，\n"
         "行首的括号、引号只占半字）。",
         "Every paragraph begins two characters in, further lines at the edge; so do headings. Counted in the\n"
         "paragraph's own size, within 0.15 characters (0.7 in a PDF)."),
        ("首行缩进{found}字，应为2字" + _MORE[0], "the first line is {found} characters in, not 2" + _MORE[1]),
        ("在“段落”中设首行缩进2字符", "set a first-line indent of 2 characters"),
        *both(f"正文｜首行0｜{_SAID}"),
    ),
    "layout.typed_indent": Entry(
        "推荐",
        ("缩进不用空格或Tab", "Indents are not typed"),
        ("用空格凑的缩进，换字体、换字号后就不齐，粘贴到别处会留下空格。",
         "Typed blanks are wrong in any other face or size, and stay when the text is pasted elsewhere."),
        ("用{found}代替缩进" + _MORE[0], "an indent made of {found}" + _MORE[1]),
        ("删去段首的空格，在“段落”中设缩进", "delete them and set an indent"),
        *both(f"正文｜首行0｜　　{_SAID}", right=(f"正文｜{_SAID}",)),
    ),
    "layout.side_indent": Entry(
        "规定",
        ("正文左右不缩进", "Text reaches both edges"),
        ("回行顶格，每行排满28字。整段左缩进2字的，第二行起就不顶格。",
         "Further lines begin at the edge. A left indent of a whole paragraph keeps them from it."),
        ("左缩进{left}字、右缩进{right}字，应为0" + _MORE[0], "indents of {left} and {right} characters, not 0" + _MORE[1]),
        ("左右缩进设为0，只设首行缩进", "set both to 0 and indent the first line alone"),
        *both(f"正文｜左2 首行0｜{_LONG}"),
    ),
    "layout.space": Entry(
        "推荐",
        ("段前段后不加空", "No space between paragraphs"),
        ("公文按行排，段间加空后，行就不落在22行的位置上。", "Space between paragraphs takes lines off the rows of a page."),
        ("段前{before}磅、段后{after}磅，应为0" + _MORE[0], "{before} pt before and {after} pt after, not 0" + _MORE[1]),
        ("“布局”→“间距”，段前、段后设为0", "set both to 0"),
        *both(f"正文｜段后8｜{_SAID}"),
    ),
    "layout.alignment": Entry(
        "推荐",
        ("正文两端对齐", "Text is not centred"),
        ("正文段落居中、右对齐或分散对齐，多是误设。", "A paragraph that is centred, at the right or spread out is mostly a slip."),
        ("正文“{found}”居中、右对齐或分散对齐", "“{found}” is centred, at the right or spread out"),
        ("改为两端对齐", "justify it"),
        *both(f"正文｜居中 首行0｜{_LONG}"),
    ),
    "layout.ragged": Entry(
        "习惯",
        ("长段落两端对齐", "Long paragraphs are justified"),
        ("左对齐时，行末因标点不齐，每行不足28字。", "Set left, lines end unevenly where marks fall."),
        ("正文为左对齐" + _MORE[0], "text is set left" + _MORE[1]),
        ("改为两端对齐", "justify it"),
        *both(f"正文｜左对齐｜{_LONG}"),
    ),
    "layout.blank_lines": Entry(
        "推荐",
        ("不用空行拉开正文、凑满一页", "No empty paragraphs within the text"),
        ("正文段落之间不空行；另起一页用分页符，前面增删文字后才不会错位。",
         "No empty line between paragraphs; a page is begun by a page break, which holds when text changes."),
        ("连续{count}个空段" + _MORE[0], "{count} empty paragraphs in a row" + _MORE[1]),
        ("删去空段；需要另起一页的，用分页符", "delete them; begin a page by a page break"),
        *both(f"空行｜ \n段落｜{_LONG}", right=(f"段落｜{_LONG}",)),
    ),
    "layout.tabs": Entry(
        "推荐",
        ("正文中没有制表符", "No tabs within text"),
        ("制表符的宽度由对方的软件决定，多是从表格或网页粘贴来的。",
         "How wide a tab is depends on the reader's program; most came with a table."),
        ("正文中有制表符" + _MORE[0], "the text has tabs in it" + _MORE[1]),
        ("删去制表符", "delete them"),
        *both("正文｜现将2020年工作情况→报告如下。"),
    ),
    "layout.line_breaks": Entry(
        "推荐",
        ("正文不手工换行", "Lines of text are not broken by hand"),
        ("手工换行（Shift+Enter，显示为↓）在改动后会断在行中间，首行缩进也不起作用。",
         "A line broken by hand ends in mid-line once text changes, and what follows has no indent."),
        ("正文中有手工换行" + _MORE[0], "lines are broken by hand" + _MORE[1]),
        ("改为分段，或删去换行符", "begin a paragraph, or delete the break"),
        *both("正文｜现将2020年工作情况↵报告如下。"),
    ),
    "layout.automatic_number": Entry(
        "习惯",
        ("层次序数直接录入", "Numbers of headings are typed"),
        ("自动编号在粘贴到公文系统、转成文本时会丢失，增删段落时会连带改变。",
         "Automatic numbers are lost when text is pasted into an office system, and change with every edit."),
        ("层次序数为自动编号" + _MORE[0], "headings are numbered automatically" + _MORE[1]),
        ("把自动编号转为文本", "turn the numbers into text"),
        *both("一级｜编号｜主要工作", right=("一级｜一、主要工作",)),
    ),
    "layout.squeezed": Entry(
        "习惯",
        ("字符不缩放", "Characters keep their width"),
        ("为挤下一行而缩窄的字，疏密与别处不同。", "Characters made narrower to save a line look different from the rest."),
        ("字符缩放为{found}%" + _MORE[0], "characters are scaled to {found} %" + _MORE[1]),
        ("在“字体—字符间距”中把缩放改为100%", "set the scale to 100 %"),
        *both(f"正文｜缩放90｜{_SAID}"),
    ),
    "layout.tracking": Entry(
        "推荐",
        ("字符间距不加宽、不过分紧缩", "Characters are not set apart"),
        ("每行28字，三号字紧缩0.2磅即可；为了撑满或挤进一行而加宽、紧缩半磅以上的，每行字数就不是28。",
         "28 characters to a line take 0.2 pt less; more than half a point changes how many fit."),
        ("字符间距为{found}磅" + _MORE[0], "characters are set {found} pt apart" + _MORE[1]),
        ("选中文字，“字体”→“高级”→“间距”设为标准", "set the spacing of characters to normal"),
        *both("正文｜字距2｜现将2020年工作情况报告如下，请予审阅。"),
    ),
}  # fmt: skip
