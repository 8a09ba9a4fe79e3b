"""What is said about where title, signature and attachments stand."""

from ..entries import Entry
from .samples import both

_MORE = ("{more:（共…处）}", "{more: (… places)}")
_LIST = "附件说明｜附件：情况统计表"
_TITLE = "附件标题｜情况统计表"
_BODY = "附文｜统计口径与上年相同。"

ENTRIES: dict[str, Entry] = {
    "layout.title_place": Entry(
        "规定",
        ("标题居中", "The title is centred"),
        ("标题分一行或多行居中排布；首行不缩进，左右不缩进，也不用空格凑。附件标题同样。",
         "A title is centred on one or more lines, without an indent; so is the title of an attachment."),
        ("标题“{found}”没有居中，或带有缩进", "the title “{found}” is not centred, or indented"),
        ("设为居中，缩进设为0", "centre it, with an indent of 0"),
        *both("标题｜左对齐 首行2｜关于2020年工作情况的报告"),
    ),
    "layout.title_blanks": Entry(
        "推荐",
        ("标题中不用空格、制表符拉开", "No blanks within a title"),
        ("标题的疏密由换行决定；空格会进入文件名、目录和检索结果。",
         "A title is shaped by its line breaks; blanks get into file names and searches."),
        ("标题“{found}”中有成串的空格或制表符", "the title “{found}” has blanks or tabs in it"),
        ("删去空格，需要换行的地方换行", "take them out and break the line where it should be"),
        *both("标题｜关于2020年　　工作情况的报告", right=("标题｜关于2020年工作情况的报告",)),
    ),
    "layout.addressee": Entry(
        "规定",
        ("主送机关顶格", "The addressee begins at the left edge"),
        ("主送机关居左顶格，回行时仍顶格。", "主送机关 stand at the left edge, on every line."),
        ("主送机关“{found}”没有顶格", "the addressee “{found}” is indented"),
        ("缩进设为0，居左", "set the indent to 0"),
        *both("主送｜首行2｜某某区人民政府："),
    ),
    "layout.signature": Entry(
        "规定",
        ("署名和成文日期在右侧", "Signature and date stand at the right"),
        ("加盖印章的，成文日期右空四字，署名居中于日期之上；不加盖印章的，署名右空二字。",
         "With a seal the date ends four characters from the right and the name is centred above it; without,\n"
         "the name ends two characters from the right."),
        ("“{found}”在左侧或居中", "“{found}” stands at the left or in the middle"),
        ("设为右对齐，并右缩进2字（加盖印章的，日期右空4字）", "align it right, two or four characters in"),
        *both("署名｜左对齐｜某某区司法局"),
    ),
    "layout.date": Entry(
        "推荐",
        ("成文日期不贴右边", "The date does not touch the right edge"),
        ("成文日期右空二字或四字；只设右对齐、没有右缩进的，日期贴着版心右边。",
         "The date ends two or four characters from the edge; alignment alone does not do it."),
        ("“{found}”紧贴版心右边", "“{found}” touches the right edge"),
        ("右缩进2字（加盖印章的4字）", "indent it from the right by two characters, with a seal by four"),
        *both("署名｜右0｜某某区司法局", "日期｜右0｜2021年1月15日"),
    ),
    "layout.signed_together": Entry(
        "推荐",
        ("署名与成文日期的相对位置", "Name and date stand to each other as they should"),
        ("加盖印章的：成文日期右空四字，署名在日期之上居中。不加盖印章的：署名右空二字，成文日期首字比署名首字右移二字；\n"
         "日期比署名长的，日期右空二字，署名首字比日期首字左移二字。汉字按一字、数字按半字计，容差半字多。",
         "With a seal the date ends four characters from the right and the name is centred above it. Without, the\n"
         "name ends two from the right and the date begins two right of the name; a date that is longer ends two\n"
         "from the right itself. A digit counts as half a character."),
        ("署名右空{name}字、成文日期右空{date}字，不合加盖印章的排法，也不合不加盖印章的排法",
         "the name ends {name} characters from the right and the date {date}; neither a sealed nor an unsealed signature does"),
        ("加盖印章的：日期右缩进4字符，署名右缩进使它居中于日期之上；不加盖印章的：较长的一行右缩进2字符，使日期首字比署名首字右移二字"
         "（“布局”→“缩进”→“右侧”）",
         "with a seal indent the date by four characters; without, the longer line by two, so that the date begins\n"
         "two characters right of the name"),
        *both("署名｜右2｜某某区司法局", "日期｜右3｜2021年1月15日", right=("署名｜某某区司法局", "日期｜2021年1月15日")),
    ),
    "layout.attachment_list": Entry(
        "规定",
        ("附件说明左空二字", "附件说明 stands two characters in"),
        ("附件说明在正文下空一行，左空二字编排“附件”二字，后标全角冒号和附件名称。",
         "附件说明 stands one line below the text, two characters in."),
        ("附件说明左空{found}字，应为二字", "附件说明 stands {found} characters in, not two"),
        ("选中该段，“布局”→“缩进”→“左侧”设为2字符（名称回行的另加悬挂缩进）", "set the left indent to two characters"),
        *both("附件说明｜左0｜附件：情况统计表", "附件｜附件", _TITLE, _BODY, right=(_LIST, "附件｜附件", _TITLE, _BODY)),
    ),
    "layout.element_face": Entry(
        "规定",
        ("发文字号、附件说明、署名、日期等用仿宋", "Number, 附件说明, signature and date are set in 仿宋"),
        ("如无特殊说明，公文格式各要素一般用三号仿宋体字：发文字号、结语、附件说明、署名、成文日期、附注。",
         "Unless something else is said, elements are 三号 仿宋: number, closing, 附件说明, name, date, note."),
        ("发文字号、附件说明、署名、日期等要素为“{found}”，应为仿宋" + _MORE[0], "{found} instead of 仿宋" + _MORE[1]),
        ("字体改为仿宋", "set it in 仿宋"),
        *both("署名｜黑体｜某某区司法局"),
    ),
    "layout.element_size": Entry(
        "规定",
        ("发文字号、附件说明、署名、日期等用三号字", "Number, 附件说明, signature and date are 三号"),
        ("如无特殊说明，公文格式各要素一般用三号仿宋体字；三号按16磅计，容差0.3磅。",
         "Unless something else is said, elements are 三号 仿宋; 三号 is 16 pt, within 0.3 pt."),
        ("发文字号、附件说明、署名、日期等要素为{found}磅，应为三号（16磅）" + _MORE[0], "{found} pt instead of 三号, 16 pt" + _MORE[1]),
        ("字号改为三号", "set it in 三号"),
        *both("附件说明｜14磅｜附件：情况统计表", "附件｜附件", _TITLE, _BODY, right=(_LIST, "附件｜附件", _TITLE, _BODY)),
    ),
    "layout.attachment_page": Entry(
        "规定",
        ("附件另面编排", "An attachment begins a page"),
        ("附件应当另面编排，并在版记之前，与正文一起装订。", "An attachment begins on a page of its own, before the colophon."),
        ("“{found}”没有另起一页", "“{found}” does not begin a page"),
        ("在前面插入分页符，或设“段前分页”", "put a page break before it"),
        *both(
            _LIST, "附件｜接排｜附件", _TITLE, _BODY,
            right=(_LIST, "附件｜附件", _TITLE, _BODY),
        ),
    ),
    "layout.attachment_mark": Entry(
        "规定",
        ("“附件”二字顶格", "附件 stands at the left edge"),
        ("“附件”二字及附件顺序号用三号黑体，顶格编排在版心左上角第一行，后面没有冒号。",
         "附件 and its number stand at the upper left corner of the type area, without a colon."),
        ("“{found}”没有顶格", "“{found}” is indented"),
        ("缩进设为0，居左", "set the indent to 0"),
        *both(
            _LIST, "附件｜首行2｜附件", _TITLE, _BODY,
            right=(_LIST, "附件｜附件", _TITLE, _BODY),
        ),
    ),
    "layout.attachment_face": Entry(
        "规定",
        ("“附件”二字用黑体", "附件 is set in 黑体"),
        ("“附件”二字及附件顺序号用三号黑体。", "附件 and its number are 三号 黑体."),
        ("“附件”为“{found}”，应为黑体" + _MORE[0], "{found} instead of 黑体" + _MORE[1]),
        ("改为黑体", "set it in 黑体"),
        *both(
            _LIST, "附件｜仿宋_GB2312｜附件", _TITLE, _BODY,
            right=(_LIST, "附件｜附件", _TITLE, _BODY),
        ),
    ),
    "layout.attachment_title": Entry(
        "习惯",
        ("附件标题用二号字", "The title of an attachment is 二号"),
        ("附件格式要求同正文，标题一般也用二号小标宋。标准没有写明字号。",
         "An attachment is set as the text is, so its title mostly is 二号; the standard does not say."),
        ("附件标题为{found}磅，多为二号（22磅）" + _MORE[0], "{found} pt; most have 二号, 22 pt" + _MORE[1]),
        ("字号改为二号，或停用本项", "set it in 二号, or switch this check off"),
        *both(
            _LIST, "附件｜附件", "附件标题｜16磅｜情况统计表", _BODY,
            right=(_LIST, "附件｜附件", _TITLE, _BODY),
        ),
    ),
}  # fmt: skip
