"""What is said about words and numbers that put things in order."""

from .rows import Row, read

_ROWS: tuple[Row, ...] = (
    ("mark.after_first", "推荐", "“第一”“其一”后面用逗号", "第一 and 其一 are followed by ，",
     "“第”字头、“其”字头的序次语之后用逗号，不用顿号。", "They are words, and words are followed by a comma.",
     "改为逗号", "write ，",
     "第一，压实责任。", "第一、压实责任。"),
    ("mark.after_firstly", "推荐", "“首先”“其次”后面用逗号", "首先 and 其次 are followed by ，",
     "“首先”一类的序次语之后用逗号，不用顿号。", "They are words, and words are followed by a comma.",
     "改为逗号", "write ，",
     "首先，压实责任。", "首先、压实责任。"),
    ("mark.after_bracketed", "推荐", "带括号的序号后面不用点号", "A number in brackets needs no mark",
     "写（一），不写（一）、；括号已经把序号隔开了。", "（一） rather than （一）、: the bracket sets it apart.",
     "删去序号后的点号", "take the mark out",
     "（一）压实责任。", "（一）、压实责任。"),
    ("mark.after_circled", "推荐", "带圈的序号后面不用点号", "A number in a circle needs no mark",
     "写①，不写①、；圆圈已经把序号隔开了。", "① rather than ①、.",
     "删去序号后的点号", "take the mark out",
     "主要做法有：①压实责任；②抓好落实。", "主要做法有：①、压实责任；②、抓好落实。"),
    ("mark.after_digits", "推荐", "阿拉伯数字序号后面用“.”", "Digits that number are followed by a dot",
     "写“1.”，不写“1、”；顿号跟在汉字数字后面。", "1. rather than 1、, which is for 一、.",
     "改为“.”", "write a dot",
     "1.压实责任。", "1、压实责任。"),
    ("mark.after_han", "推荐", "汉字序号后面用顿号", "一 that numbers is followed by 、",
     "写“一、”，不写“一.”“一，”。", "一、 rather than 一. or 一，.",
     "改为顿号", "write 、",
     "一、压实责任\n\n各单位要抓好落实。", "一.压实责任\n\n各单位要抓好落实。"),
    ("mark.after_item", "习惯", "“一是”后面不停顿", "No mark after 一是",
     "“一是”直接接内容，中间不用逗号、顿号。", "What follows 一是 is the rest of its clause.",
     "删去标点", "take the mark out",
     "存在差距。一是意识不强。二是力量不足。", "存在差距。一是，意识不强。二是，力量不足。"),
)  # fmt: skip

MESSAGES, PAGES = read(_ROWS)
