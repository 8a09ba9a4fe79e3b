"""What is said about single characters."""

from .rows import Row, read

_ROWS: tuple[Row, ...] = (
    ("char.unknown", "规定", "没有读不出来的字符", "No characters that nobody can read",
     "替代符�、控制字符和自造字的码位，换一台机器就印不出来，原来是什么字也无从知道。", "U+FFFD, control characters and private ones print as nothing or as something else.",
     "对照原文补上", "look up what stood there",
     "加强组织领导。", "加强组\ufffd领导。"),
    ("char.unseen", "推荐", "没有看不见的字符", "No characters that nobody sees",
     "零宽空格、软连字符、方向标记多是从网页粘贴带来的，查找、替换时会漏掉。", "Zero-width blanks and their like come with what is pasted from a web page, and searches miss the words around them.",
     "删去", "take it out",
     "加强组织领导。", "加强&#8203;组织领导。"),
    ("char.compatible", "推荐", "不用部首和兼容字符", "No radicals and compatibility characters",
     "从PDF复制的“⼈”看着是“人”，其实是另一个字符，查找不到，换了字体就印不出来。", "What was copied from a PDF may look like 人 and be another character.",
     "改为常用字", "write the usual character",
     "以人民为中心。", "以⼈民为中心。"),
    ("char.look_alike", "推荐", "拉丁字母不用形近的外文字母代替", "No letters that only look like Latin ones",
     "西里尔字母а与拉丁字母a看不出分别，但不是同一个字符。", "Cyrillic а looks like Latin a and is another character.",
     "重新键入", "type it anew",
     "建设App平台。", "建设\u0410pp平台。"),
    ("char.kana", "推荐", "汉字不用形近的假名代替", "No kana that look like Han characters",
     "“统ー”的“ー”是日文的长音符号，不是“一”。", "The ー of 统ー is a Japanese sign and not 一.",
     "改为汉字", "write the Han character",
     "统一部署。", "统ー部署。"),
    ("char.full_letters", "推荐", "字母用半角", "Letters are half-width",
     "全角字母一个占一个字，拼不成一个词。", "Full-width letters do not make a word.",
     "改为半角", "write half-width letters",
     "建设App平台。", "建设Ａｐｐ平台。"),
    ("char.traditional", "推荐", "用规范汉字", "Simplified characters",
     "公文用规范汉字，不用繁体字。人名、地名、书名照原样的，可在文件开头停用本项。", "Official texts have simplified characters; names that keep their form are a reason to switch this off.",
     "改为简体字", "write the simplified character",
     "加强组织领导。", "加強組織領導。"),
    ("char.no_face", "推荐", "公文字体没有的字", "Characters that official faces lack",
     "仿宋_GB2312、楷体_GB2312只有GB/T 2312所收的6763个汉字；其余的字由别的字体代替，多是人名、地名用字。", "仿宋_GB2312 and 楷体_GB2312 have the 6,763 characters of GB/T 2312; others are set in another face.",
     "核对是否写对；确是人名、地名用字的，打印后查看字形是否一致", "see whether it is the right character; if so, look at it in print",
     "由区司法局承办。", "由区司法局李喆承办。"),
)  # fmt: skip

MESSAGES, PAGES = read(_ROWS, {
    "char.unknown": ("“{found}”中有读不出来的字符{code}", "“{found}” holds {code}, which nobody can read"),
    "char.unseen": ("“{found}”中有看不见的字符{code}", "“{found}” holds {code}, which nobody sees"),
    "char.compatible": ("“{found}”中的{code}不是常用字，应为“{put}”", "“{found}” holds {code}; it should be “{put}”"),
    "char.look_alike": ("“{found}”中的{code}不是拉丁字母", "{code} of “{found}” is no Latin letter"),
    "char.kana": ("“{found}”中的{code}是假名，应为“{put}”", "{code} of “{found}” is kana; it should be “{put}”"),
    "char.traditional": ("“{found}”中的“{char}”是繁体字，应为“{simple}”", "“{char}” of “{found}” is traditional; it should be “{simple}”"),
    "char.no_face": ("公文字体没有的字{count:…个}：{chars}", "characters that official faces lack{count:: …}: {chars}"),
})  # fmt: skip
