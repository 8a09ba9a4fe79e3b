"""What is said about quotes, brackets and book marks."""

from .rows import Row, read

_ROWS: tuple[Row, ...] = (
    ("mark.quotes", "规定", "引号成对", "Quotation marks come in pairs",
     "引号一前一后成对使用；一段里只有前引号或者只有后引号，引文就没有头尾。引文有好几段的，每段开头用前引号，最后一段末尾才用后引号。",
     "A quotation has a beginning and an end; one of several paragraphs opens at each and closes at the last.",
     "补上缺的一半，或删去多余的一半", "put in the other half, or take this one out",
     "增强“四个意识”，坚定信心。", "增强“四个意识，坚定信心。"),
    ("mark.titles", "规定", "书名号成对", "Book marks come in pairs",
     "书名号缺一半，读的人不知道文件名到哪里为止。", "With half of a pair missing nobody knows where a title ends.",
     "补上缺的一半，或删去多余的一半", "put in the other half, or take this one out",
     "印发《实施方案》并组织落实。", "印发《实施方案并组织落实。"),
    ("mark.brackets", "规定", "括号成对", "Brackets come in pairs",
     "括号缺一半，括注的内容就分不清。", "With half of a pair missing nobody knows what is put in brackets.",
     "补上缺的一半，或删去多余的一半", "put in the other half, or take this one out",
     "全年审结54件（含上年结转10件）。", "全年审结54件（含上年结转10件。"),
    ("mark.crossed", "规定", "成对的标点不交叉", "Pairs do not cross",
     "后用的先收：《“甲”办法》可以，《“甲》”不行。", "What was opened last is closed first.",
     "调整两个标点的先后", "change the order of the two marks",
     "印发《“一网通办”实施方案》。", "印发《“一网通办》”实施方案。"),
    ("mark.inner_quotes", "推荐", "引号里面用单引号", "Quotes within quotes are single",
     "引号当中还用引号时，外面一层用双引号，里面一层用单引号。", "The outer ones are double, the inner ones single.",
     "里面一层改为单引号", "write the inner pair as ‘…’",
     "会议提出“深化‘放管服’改革”的要求。", "会议提出“深化“放管服”改革”的要求。"),
    ("mark.inner_titles", "推荐", "书名号里面用单书名号", "Titles within titles have single marks",
     "书名号当中还用书名号时，里面一层用〈〉。", "The inner ones are 〈〉.",
     "里面一层改为〈〉", "write the inner pair as 〈…〉",
     "印发《关于贯彻〈实施方案〉的通知》。", "印发《关于贯彻《实施方案》的通知》。"),
    ("mark.outer_titles", "推荐", "外面一层用双书名号", "Titles have double marks on the outside",
     "文件名、书名用《》；〈〉只用在《》里面，<>是小于号、大于号。", "Titles stand in 《》; 〈〉 is for titles within titles, <> for less and more.",
     "改为《》", "write 《…》",
     "印发《投资评审办法》。", "印发<投资评审办法>。"),
    ("mark.title_in_quotes", "推荐", "书名号里面的文件名用单书名号", "A title within a title stands in 〈〉",
     "《……关于印发〈方案〉的通知》：里面的是文件名，用〈〉，不用引号。", "What is named inside is a document, too.",
     "改为〈〉", "write 〈…〉",
     "贯彻《关于印发〈设备更新行动方案〉的通知》。", "贯彻《关于印发“设备更新行动方案”的通知》。"),
    ("mark.outer_quotes", "推荐", "外面一层用双引号", "Quotes are double on the outside",
     "单引号只用在双引号里面。", "Single quotes stand within double ones only.",
     "改为双引号", "write “…”",
     "深化“放管服”改革。", "深化‘放管服’改革。"),
    ("mark.corner_quotes", "推荐", "横排用“”，不用「」", "Horizontal text has “” rather than 「」",
     "「」『』是竖排的引号；国内横排的公文用弯引号。", "「」『』 belong to vertical text.",
     "改为“”或‘’", "write “…” or ‘…’",
     "深化“放管服”改革。", "深化「放管服」改革。"),
    ("mark.half_brackets", "推荐", "中文里的括号用全角", "Brackets in Chinese text are full-width",
     "半角括号()占半个字，用在汉字之间疏密不匀。", "() are made for Latin text.",
     "改为（）", "write （…）",
     "全年审结54件（含上年结转10件）。", "全年审结54件(含上年结转10件)。"),
    ("mark.straight_quotes", "推荐", "中文里的引号用弯引号", "Quotes in Chinese text are curly",
     "直引号不分前后。", "Straight quotes do not say which end they are.",
     "改为“”", "write “…”",
     "深化“放管服”改革。", "深化\"放管服\"改革。"),
    ("mark.inner_signs", "推荐", "单书名号不用小于号、大于号", "< and > are no book marks",
     "单书名号是〈〉，不是键盘上的<>。", "The single book marks are 〈 and 〉.",
     "改为〈〉", "write 〈…〉",
     "印发《关于贯彻〈实施方案〉的通知》。", "印发《关于贯彻<实施方案>的通知》。"),
    ("mark.empty_pair", "推荐", "成对的标点里面有内容", "Pairs hold something",
     "空的引号、括号、书名号，多是内容漏填或没删干净。", "An empty pair is what is left of something that was to be filled in or taken out.",
     "填上内容，或整对删去", "fill it in, or take the pair out",
     "印发《实施方案》。", "印发《》。"),
)  # fmt: skip

_FOUND = {
    code: (f"“{{found}}”中的“{{mark}}”没有另一半：{zh}", f"“{{mark}}” of “{{found}}” has no other half: {en}")
    for code, zh, en in (
        ("mark.quotes", "引号成对", "quotation marks come in pairs"),
        ("mark.titles", "书名号成对", "book marks come in pairs"),
        ("mark.brackets", "括号成对", "brackets come in pairs"),
    )
}

MESSAGES, PAGES = read(_ROWS, _FOUND)
