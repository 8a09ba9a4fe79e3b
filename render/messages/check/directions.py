"""What is said about words of change typed beside a figure."""

from ..message import Message, Severity
from .page import Page, Sample

_WARNING, _NOTE = Severity.WARNING, Severity.NOTE

MESSAGES: dict[str, Message] = {
    "direction.contradicts": Message(
        "“{words}”与数据不符：指标“{figure}”{base}年{before}，{year}年{after}",
        "“{words}” is not what the figures say: {figure} is {before} in {base} and {after} in {year}",
        "改正文字，或改用“|同比”“|增减”，由数据选词",
        "correct the words, or use `|yoy` or `|change`, which choose them by the numbers",
        severity=_WARNING,
    ),
    "direction.amount": Message(
        "“{words}”与数据不符：指标“{figure}”{base}年{before}，{year}年{after}，应为{expected}",
        "“{words}” is not what the figures say: {figure} is {before} in {base} and {after} in {year}, "
        "which makes {expected}",
        "改正文字，或改用“|同比”“|增减”“|由到”",
        "correct the words, or use `|yoy`, `|change` or `|from_to`",
        severity=_WARNING,
    ),
    "direction.undefined": Message(
        "“{words}”无从算起：指标“{figure}”{base}年{before}，{year}年{after}，基数为0、为负、为约数，或口径不同",
        "“{words}” cannot be reckoned: {figure} is {before} in {base} and {after} in {year}; "
        "the base is zero, negative or approximate, or the scope changed",
        "写明两年的数，或改用“|两年”“|由到”",
        "give both values, or use `|both_years` or `|from_to`",
        severity=_WARNING,
    ),
    "direction.from_to": Message(
        "“{words}”的用词与两端的数不符",
        "the verb in “{words}” goes against its two numbers",
        "核对两个数和用词",
        "check both numbers and the verb",
        severity=_WARNING,
    ),
    "direction.no_base": Message(
        "“{words}”没有基数，无从核对",
        "“{words}” has no base to check it against",
        "写明上年的数，如“由5件增加到10件，翻了一番”，或在指标表填上年数",
        "give last year's number, as in 由5件增加到10件，翻了一番, or fill it into the table of figures",
        severity=_WARNING,
    ),
    "direction.stock": Message(
        "指标“{figure}”是时点数，不能说“{word}”",
        "{figure} holds at the end of the year; {word} does not go with it",
        "改为“年末”“截至12月31日”",
        "write 年末 or 截至12月31日",
        severity=_WARNING,
    ),
    "direction.more_than_doubled": Message(
        "“{words}”说得偏少：指标“{figure}”{base}年{before}，{year}年{after}",
        "“{words}” says less than is so: {figure} is {before} in {base} and {after} in {year}",
        "可改用“|同比”或“|倍数”",
        "`|yoy` or `|multiple` say how much it is",
        severity=_NOTE,
    ),
    "direction.misleads": Message(
        "“{words}”基数太小或倍数太大：指标“{figure}”{base}年{before}，{year}年{after}",
        "“{words}” has a small base or a large multiple: "
        "{figure} is {before} in {base} and {after} in {year}",
        "宜写明两年的数：“|由到”",
        "better give both values: `|from_to`",
        severity=_NOTE,
    ),
}


def _sample(text: str, *rows: str) -> Sample:
    head = "---\n年度: 2020\n标题: 工作报告\n---\n"
    figures = "\n".join(["指标,单位,时期/时点,2019,2020", *rows])
    return {"report.md": f"{head}{text}\n", "figures.csv": f"{figures}\n"}


_CASES = "案件数,件,,30,21"
_RATE = "满意率,%,,90.5,96"
_TINY = "来访数,件,,1,3"
_DOUBLE = "调解数,件,,50,100"
_ZERO = "事故数,起,,0,1"
_FILES = "有效文件数,件,时点,44,47"

PAGES: dict[str, Page] = {
    "direction.contradicts": Page(
        "增长、下降、持平、翻番与数据一致",
        "Words of change say what the figures do",
        "手工写的增减用词，在数据改动后容易留下上年的说法。上年数取自指标表。",
        "A word of change typed by hand stays behind when the figures change. Last year's values are those\n"
        "of the table of figures.",
        right=_sample("办理案件{{ 案件数|带单位 }}，比上年下降30.0%。", _CASES),
        wrong=_sample("办理案件{{ 案件数|带单位 }}，比上年增长30.0%。", _CASES),
    ),
    "direction.amount": Page(
        "增减的数量、幅度与数据一致",
        "Amounts of change are those of the figures",
        "幅度保留一位小数（可在“用词”中设为两位）；比率之差是百分点；“到”“至”后写的是终点。",
        "Rates have one decimal (用词 may say two); rates differ by points;\n"
        "after 到 and 至 stands the end point.",
        right=_sample("群众满意率达{{ 满意率|带单位 }}，比上年提高5.5个百分点。", _RATE),
        wrong=_sample("群众满意率达{{ 满意率|带单位 }}，比上年提高6.1%。", _RATE),
    ),
    "direction.undefined": Page(
        "没有基数不写幅度",
        "No rate without a base",
        "上年为0、为负、为约数，或口径不同而没有可比数时，没有增减幅度；两年均为0不是持平。",
        "With a base that is zero, negative or approximate, or another scope, there is no rate of change;\n"
        "0 in both years is not 持平.",
        right=_sample("发生事故{{ 事故数|带单位 }}，比上年增加1起。", _ZERO),
        wrong=_sample("发生事故{{ 事故数|带单位 }}，比上年增长100%。", _ZERO),
    ),
    "direction.from_to": Page(
        "“由……到……”的用词与两端的数一致",
        "The verb of 由…到… agrees with both numbers",
        "由大到小不能写提升、增加，由小到大不能写下降、压缩。",
        "From more to less is no 提升, from less to more no 下降.",
        right=_sample("办理时限由45天压缩至20天。", _CASES),
        wrong=_sample("办理时限由20天压缩至45天。", _CASES),
    ),
    "direction.no_base": Page(
        "翻番要有基数",
        "翻番 needs a base",
        "没有上年数，读者无从核对。",
        "Without last year's number nobody can check it.",
        right=_sample("调解案件{{ 调解数|带单位 }}，比上年翻一番。", _DOUBLE),
        wrong=_sample("调解案件数量比上年翻番。", _DOUBLE),
    ),
    "direction.stock": Page(
        "时点数不说全年",
        "What holds at a day is not of the whole year",
        "年末有效文件47件是12月31日的数，不是全年的数。",
        "47 documents in force at the end of the year are those of 31 December.",
        right=_sample("年末有效文件{{ 有效文件数|带单位 }}。", _FILES),
        wrong=_sample("全年有效文件{{ 有效文件数|带单位 }}。", _FILES),
    ),
    "direction.more_than_doubled": Page(
        "翻番不少说",
        "翻番 does not say too little",
        "增至3倍写翻番不算错，但说少了。",
        "Three times as much is more than 翻番.",
        right=_sample("调解案件{{ 调解数|带单位 }}，比上年翻番。", _DOUBLE),
        wrong=_sample("调解案件{{ 调解数|带单位 }}，比上年翻番。", "调解数,件,,50,150"),
    ),
    "direction.misleads": Page(
        "基数太小、倍数太大时写明两年的数",
        "A small base or a large multiple calls for both values",
        "由1件增加到3件，写增长200%容易误导；界限可在“用词”中设定（小基数、大倍数）。",
        "From 1 to 3 is a growth of 200%, which misleads; 用词 sets the limits (小基数, 大倍数).",
        right=_sample("接待来访{{ 来访数|带单位 }}，比上年增加2件。", _TINY),
        wrong=_sample("接待来访{{ 来访数|带单位 }}，比上年增长200%。", _TINY),
    ),
}
