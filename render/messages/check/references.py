"""What is said about captions, about what a text points at, about laws and short names."""

from .entries import Entry, messages, pages, sample

_TABLE = ": {title}\n\n| 类别 | 件数 |\n|---|---|\n| 受理 | 5 |\n"
_PAIR = {"附件/1.任务清单.md": "# 任务清单\n\n甲。\n", "附件/2.联系表.md": "# 联系表\n\n乙。\n"}


def _table(title: str) -> str:
    return _TABLE.format(title=title)


_ENTRIES: dict[str, Entry] = {
    "caption.missing": Entry(
        "习惯",
        ("表有表题", "A table has a title"),
        ("没有表题的表，引用时说不清是哪一个。", "Without a title nobody can say which table is meant."),
        ("这个表没有表题", "this table has no title"),
        ("在表的上一行写“: 表题”", "write `: title` on the line above it"),
        sample(_table("办理情况")),
        sample(_TABLE.partition("\n\n")[2]),
    ),
    "caption.table_number": Entry(
        "规定",
        ("表的序号依次编排", "Tables are numbered in order"),
        ("增删表格后，后面的表号要跟着改。", "When a table is taken out, those after it move up."),
        ("“{found}”应为“{expected}”", "{found} where {expected} was expected"),
        ("改为“{expected}”，正文中的引用一并改", "make it {expected}, and what points at it"),
        sample(_table("表1 受理情况") + "\n" + _table("表2 审结情况")),
        sample(_table("表1 受理情况") + "\n" + _table("表3 审结情况")),
    ),
    "caption.picture_number": Entry(
        "规定",
        ("图的序号依次编排", "Pictures and charts are numbered in order"),
        ("增删图后，后面的图号要跟着改。", "When a picture is taken out, those after it move up."),
        ("“{found}”应为“{expected}”", "{found} where {expected} was expected"),
        ("改为“{expected}”，正文中的引用一并改", "make it {expected}, and what points at it"),
        sample("::: 柱形图\n" + _table("图1 受理情况") + ":::\n"),
        sample("::: 柱形图\n" + _table("图2 受理情况") + ":::\n"),
    ),
    "caption.partly": Entry(
        "习惯",
        ("表（图）要编号就都编号", "All tables are numbered, or none"),
        ("有的编号、有的不编号，序号就失去意义。", "Some numbered and some not make numbers useless."),
        ("“{found}”没有编号，其他{kind}有", "“{found}” has no number; others ({kind}) have"),
        ("补上编号，或都不编号", "number it, or none"),
        sample(_table("表1 受理情况") + "\n" + _table("表2 审结情况")),
        sample(_table("表1 受理情况") + "\n" + _table("审结情况")),
    ),
    "reference.attachment": Entry(
        "规定",
        ("引用的附件确有其件", "An attachment referred to is there"),
        ("正文说“见附件3”，就要有第三个附件。", "Where the text says 附件3, there are three attachments."),
        ("正文提到“{found}”，本文只有{count}个附件", "the text says {found}; there are {count} attachments"),
        ("核对附件序号，或补上附件", "check the number, or add the attachment"),
        sample("任务见附件2，联系表见附件1。", files={"附件/1.联系表.md": "# 联系表\n\n甲。\n", "附件/2.任务清单.md": "# 任务清单\n\n乙。\n"}),
        sample("任务见附件3。", files=_PAIR),
    ),
    "reference.attachment_unused": Entry(
        "习惯",
        ("附件在正文中都有交代", "The text says something of every attachment"),
        ("有的附件写明见附件几，有的没有提到，读者不知道何时看它。", "Where some are pointed at, a reader does not know what the others are for."),
        ("正文没有提到附件：{names}", "the text does not refer to: {names}"),
        ("在有关的句子后写“（见附件×）”，或删去附件", "write （见附件×） where it belongs, or take it out"),
        sample("任务见附件1，联系表见附件2。", files=_PAIR),
        sample("任务见附件1。", files=_PAIR),
    ),
    "reference.attachment_name": Entry(
        "规定",
        ("附件标题与附件说明一致", "An attachment has one name"),
        ("附件序号和附件标题应当与附件说明的表述一致。", "The list of attachments names each as its own page does."),
        ("附件说明写“{found}”，附件上是“{title}”", "listed as “{found}”, titled “{title}”"),
        ("改成同一名称", "give both the same name"),
        sample("任务见附件。", "附件: 工作任务清单", files={"附件/1.md": "# 工作任务清单\n\n甲。\n"}),
        sample("任务见附件。", "附件: 工作任务分解清单", files={"附件/1.md": "# 工作任务清单\n\n甲。\n"}),
    ),
    "reference.annexed_table": Entry(
        "推荐",
        ("引用的附表确有其表", "An annexed table referred to is there"),
        ("正文说“见附表1”，后面就要有叫“附表”的表。", "Where the text says 附表1, something is called so."),
        ("正文提到“{found}”，本文没有附表", "the text says {found}, and nothing is called 附表"),
        ("核对名称（附件、表、附表），或补上附表", "check the name, or add the table"),
        sample("各项安排见附表1。\n\n附表1 资金安排"),
        sample("各项安排见附表1。"),
    ),
    "reference.table": Entry(
        "规定",
        ("引用的表确有其表", "A table referred to is there"),
        ("正文说“见表3”，就要有表3。", "Where the text says 表3, there is one."),
        ("正文提到“{found}”，本文只有{count}个表，没有它", "the text says {found}; of {count} tables none is that"),
        ("核对表号，或补上表", "check the number, or add the table"),
        sample("办理情况见表1。\n\n" + _table("表1 办理情况")),
        sample("办理情况见表2。\n\n" + _table("表1 办理情况")),
    ),
    "reference.picture": Entry(
        "规定",
        ("引用的图确有其图", "A picture referred to is there"),
        ("正文说“见图3”，就要有图3。", "Where the text says 图3, there is one."),
        ("正文提到“{found}”，本文只有{count}个图，没有它", "the text says {found}; of {count} pictures none is that"),
        ("核对图号，或补上图", "check the number, or add the picture"),
        sample("办理情况见图1。\n\n::: 柱形图\n" + _table("图1 办理情况") + ":::\n"),
        sample("办理情况见图2。\n\n::: 柱形图\n" + _table("图1 办理情况") + ":::\n"),
    ),
    "reference.below": Entry(
        "推荐",
        ("“下表”后面有表", "What is said to be below is below"),
        ("说“见下表”“如上图”，同一部分里就要有这个表、这个图。", "Where the text says 下表, a table follows in the section."),
        ("“{found}”所指的{kind}不在这一部分", "“{found}” points at no {kind} in this section"),
        ("补上，或改为表号、图号", "add it, or give its number"),
        sample("办理情况如下表。\n\n" + _table("办理情况")),
        sample("办理情况如下表。\n\n无其他情况。"),
    ),
    "reference.part": Entry(
        "推荐",
        ("引用的部分确有其部分", "A part referred to is there"),
        ("正文只有三个部分，就没有第五部分可见。", "A text of three parts has no fifth."),
        ("“{found}”：本文只有{count}个部分", "“{found}”: the text has {count} parts"),
        ("核对是第几部分", "check which part is meant"),
        sample("# 工作情况\n详见第二部分。\n# 存在问题\n乙。\n"),
        sample("# 工作情况\n详见第三部分。\n# 存在问题\n乙。\n"),
    ),
    "reference.document": Entry(
        "推荐",
        ("同一文件前后名称一致", "A document has one name"),
        ("两个书名只差一个字，多为笔误。", "Two titles that differ by a character are one, mistyped."),
        ("《{found}》与前后的《{other}》只差一个字", "《{found}》 differs from 《{other}》 by one character"),
        ("核对原文件名称", "look the title up"),
        sample("印发《行政执法案卷评查方案》，按《行政执法案卷评查方案》组织评查。"),
        sample("印发《行政执法案卷评查方案》，按《行政执法案卷评查方法》组织评查。"),
    ),
    "law.name": Entry(
        "规定",
        ("法律法规名称写对", "Laws are named as they are"),
        ("与现行法律法规名称只差一两个字的，多为笔误。", "A name a character off one in the list is mistyped."),
        ("没有《{found}》，应为《{near}》", "there is no 《{found}》; 《{near}》 is meant"),
        ("改为《{near}》", "write 《{near}》"),
        sample("严格执行《行政处罚法》和《中华人民共和国行政许可法》。"),
        sample("严格执行《行政处罚发》和《中华人民共和国行政许可法》。"),
    ),
    "law.unknown": Entry(
        "推荐",
        ("引用的法律确有其法", "A law referred to is one"),
        (
            "书名号里以“法”结尾、不冠地名的，应当是全国性法律；名称对照随程序附带的法律法规名录（render/check/data/laws.csv）。\n"
            "简称要在前面写明“（以下简称《……》）”。",
            "What ends in 法 without a place before it is a national law. Names are compared with the list that comes\n"
            "along (render/check/data/laws.csv). A short name is explained first: （以下简称《…》）.",
        ),
        ("法律法规名录中没有《{found}》", "the list of laws has no 《{found}》"),
        ("查明全称，如《突发事件应对法》；新公布的法律可停用本项并写明理由", "look up its full name; for a law that is newer than the list, switch the check off with that reason"),
        sample("按照《突发事件应对法》组织应对。"),
        sample("按照《应急管理法》组织应对。"),
    ),
    "law.no_marks": Entry(
        "习惯",
        ("法律法规的全称用书名号", "The full name of a law stands in book marks"),
        (
            "引用法律法规的全称，前后加书名号。",
            "The full name of a law that is referred to stands in 《》.",
        ),
        ("“{found}”没有加书名号", "{found} stands in no book marks"),
        ("改为《{found}》", "write 《{found}》"),
        sample("根据《中华人民共和国预算法》编制预算。"),
        sample("根据中华人民共和国预算法编制预算。"),
    ),
    "law.ended": Entry(
        "推荐",
        ("不引用已失效的法律", "Laws that ended are not referred to"),
        (
            "报告年度开始前已经失效的法律，一般不再引用；2020年的报告可以引用《合同法》，2021年的不能。\n"
            "写明“原”“废止”“修订前”的不算。",
            "A law that ended before the reported year began is not referred to, unless the text says 原 or 废止.\n"
            "A report of 2020 may name 《合同法》, one of 2021 may not.",
        ),
        ("《{found}》自{ended}起失效{now:，现行的是《…》}", "《{found}》 ended on {ended}{now:; in force is 《…》}"),
        ("改引现行法律，或写明“原《{found}》”", "refer to the law in force, or write 原《{found}》"),
        sample("组织学习《民法典》。"),
        sample("组织学习《担保法》。", "年度: 2021"),
    ),
    "abbreviation.before": Entry(
        "推荐",
        ("简称先说明后使用", "A short name is explained before it is used"),
        ("第一次出现时写全称并注明“（以下简称……）”。", "The full name comes first, with （以下简称…）."),
        ("简称“{found}”在说明之前已经用过", "“{found}” is used before it is explained"),
        ("把“（以下简称……）”移到第一次出现的地方", "move the explanation to where it first stands"),
        sample("建立行政执法协调监督工作体系（以下简称“监督体系”），完善监督体系。"),
        sample("完善监督体系。建立行政执法协调与督察机制（以下简称“监督体系”），运行监督体系。"),
    ),
    "abbreviation.twice": Entry(
        "推荐",
        ("简称只说明一次", "A short name is explained once"),
        ("同一简称说明两次，或同一事物有两个简称，容易混淆。", "Explained twice, or two for one thing, it confuses."),
        ("简称“{found}”重复说明", "“{found}” is explained twice"),
        ("删去后一处", "take the second one out"),
        sample("成立依法行政领导小组（以下简称“领导小组”），领导小组下设办公室。"),
        sample("成立依法行政领导小组（以下简称“领导小组”），依法行政领导小组（以下简称“领导小组”）下设办公室，领导小组每月开会。"),
    ),
    "abbreviation.unused": Entry(
        "习惯",
        ("说明了的简称后文用到", "A short name that is explained is used"),
        ("后文不用，就不必说明。", "One that is not used need not be explained."),
        ("简称“{found}”后文没有用到", "“{found}” is not used afterwards"),
        ("删去说明，或在后文使用简称", "take the explanation out, or use the short name"),
        sample("成立依法行政领导小组（以下简称“领导小组”），领导小组下设办公室。"),
        sample("成立依法行政领导小组（以下简称“领导小组”），下设办公室。"),
    ),
}  # fmt: skip

MESSAGES = messages(_ENTRIES)
PAGES = pages(_ENTRIES)
