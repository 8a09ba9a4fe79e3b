"""Forms: rules about title, addressee, closing, signature and number (条例, art. 9; GB/T 9704-2012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content import Paragraph
from ..diagnostics import Diagnostic
from ..han import from_han
from .outline import paragraphs, text_of
from .parts import entry_of, is_dated_above, is_delivered, is_document, kind_of, named, place_of
from .rule import Level, Rule, Subject

_LONGEST_TITLE = 60  # characters: three lines of 2号
_ABOUT = ("通知", "请示", "批复", "函", "意见", "决定", "通报", "议案")  # kinds that say 关于…的…
_NO_SIGNATURE = ("纪要", "公报")  # 纪要 has no seal and no issuer below; 决议 and 公报 have the date above
_RULES_OF_LAW = re.compile(
    "(?:条例|规则|办法|细则|规定|章程|决算|预算)(?:（[^（）]*）)?$"
)  # go out with another document
_YEARLY = re.compile("年度|工作|情况|[0-9]{4}年")
_REMARK = re.compile("（[^（）]*）$")
_TITLE_MARKS = re.compile("[，。；：！？,;:!?]")
_BOOK = re.compile("《[^《》]*》|〈[^〈〉]*〉|“[^“”]*”|（[^（）]*）")
_CLOSINGS = {
    "报告": re.compile("特此(?:请示|通知|通报|函[达复商告询]|批复|公告|通告)|此复|妥否|当否"),
    "请示": re.compile("特此(?:报告|通知|通报|函[达复商告询]|批复|公告|通告)|此复"),
    "通知": re.compile("特此(?:报告|请示|通报|函[达复商告询]|批复|公告|通告)|此复|妥否|当否"),
    "函": re.compile("特此(?:报告|请示|通知|通报|批复|公告|通告)|妥否，请批示"),
    "批复": re.compile("特此(?:报告|请示|通知|通报|函[达复商告询]|公告|通告)|妥否|当否"),
    "通报": re.compile("特此(?:报告|请示|通知|函[达复商告询]|批复|公告|通告)|此复|妥否"),
}
_SHORTEST_REQUEST = 200  # characters of a text that has come to its end
_ASKED = re.compile("妥否|当否|可否|是否|如无不妥|请(?:予)?(?:批示|批复|审批|审示|批准|审定|核准)")
_NUMBER = re.compile(r".+〔\d{4}〕[1-9]\d*号|第[1-9]\d*[号期]|无")
_TYPED_NUMBER = re.compile(
    r"[\[［【(（﹝{〈〔](?P<year>(?:19|20)[0-9]{2})年?[\]］】)）﹞}〉〕]\s*第?0*(?P<serial>[1-9][0-9]*)号"
)
_YEAR_OF_NUMBER = re.compile(r"[〔\[［【（(](\d{4})[〕\]］】）)]")
_LAST_PARAGRAPHS = 3
_FIRST_NODES = 8
_DATE = re.compile("(?:19|20)[0-9]{2}年(?:[1-9]|1[0-2])月(?:[1-9]|[12][0-9]|3[01])日")
_OTHERWISE = re.compile(
    "[×xX]|^(?:19|[一二][九○〇零]{2}|一九|二[○〇零]一[○〇零一二])"
)  # a form, or older than the standard
_YEAR_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")} | dict.fromkeys(
    "○零OoＯ", 0
)
_BODIES = re.compile(
    "[\u4e00-\u9fff、，（）]{1,50}(?:人民政府|政府|委员会|常委会|[委局厅部院办司署]|办公室|单位|部门|机构|公司|中心|街道|[乡镇区县市])[。，；、]?"
)


def title_form(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 通知 whose title lacks 关于 or 的."""
    title, kind = _title(subject)
    about = title.rfind("关于")
    is_whole = about >= 0 and "的" in title[about:][-len(kind) - 8 :]
    wants = kind in _ABOUT or (kind == "报告" and about >= 0 and not _YEARLY.search(title[-12:]))
    if kind and wants and not is_whole and subject.content is not None:
        yield Diagnostic("title.form", place_of(subject.content, "title"), {"found": title, "kind": kind})


def title_marks(subject: Subject) -> Iterator[Diagnostic]:
    """Find a title with marks other than 《》, quotes and brackets."""
    title, _ = _title(subject)
    if subject.content is not None and (mark := _TITLE_MARKS.search(_BOOK.sub("", title))):
        yield Diagnostic("title.marks", place_of(subject.content, "title"), {"found": title, "mark": mark[0]})


def title_length(subject: Subject) -> Iterator[Diagnostic]:
    """Find a title of more than three lines."""
    title, _ = _title(subject)
    if subject.content is not None and len(title) > _LONGEST_TITLE:
        values = {"length": len(title), "most": _LONGEST_TITLE}
        yield Diagnostic("title.long", place_of(subject.content, "title"), values)


def no_signature(subject: Subject) -> Iterator[Diagnostic]:
    """Find a document that nobody signs."""
    content = subject.content
    if content is None or not is_document(content) or kind_of(content.title) in _NO_SIGNATURE:
        return
    if is_delivered(content) or is_dated_above(content) or _RULES_OF_LAW.search(content.title):
        return
    is_unsigned = content.metadata.get("signature") == "不印" or named(content, "signatories")
    if not is_unsigned and not named(content, "issuers"):
        yield Diagnostic("form.signature", place_of(content, "title"))


def no_date(subject: Subject) -> Iterator[Diagnostic]:
    """Find a document without a date; of a report with an issuer a build says so."""
    content = subject.content
    if content is None or not is_document(content):
        return
    if is_delivered(content) or is_dated_above(content) or _RULES_OF_LAW.search(content.title):
        return
    has_date = content.issued_on is not None or any(True for _ in paragraphs(content, "date"))
    is_told = subject.report is not None and bool(named(content, "issuers"))
    if not has_date and not is_told:
        yield Diagnostic("form.date", place_of(content, "title"))


def date_form(subject: Subject) -> Iterator[Diagnostic]:
    """Find 2024.2.5, 2024年二月 and the like below the text of a file; a template writes a report's own."""
    content = subject.content
    if content is None or subject.report is not None:
        return
    for node in paragraphs(content, "date"):
        text = "".join(text_of(node.spans).split())
        if not _DATE.fullmatch(re.sub("(?<![0-9])0(?=[1-9])", "", text)) and not _OTHERWISE.search(text):
            day = content.issued_on
            right = f"{day.year}年{day.month}月{day.day}日" if day else _in_digits(text)
            yield Diagnostic("form.date_form", node.source, {"found": text, "right": right})


def _in_digits(text: str) -> str:
    """Write a date in Arabic digits, as far as it is there."""
    year, _, rest = text.partition("年")
    year = "".join(str(_YEAR_DIGITS[char]) if char in _YEAR_DIGITS else char for char in year)
    for han in re.findall("[一二三四五六七八九十]+", rest):
        rest = rest.replace(han, str(from_han(han)), 1)
    rest = re.sub("(?<![0-9])0", "", rest)
    return f"{year}年{rest}" if rest.endswith("日") else f"{year}年{rest}×日"


def bare_addressee(subject: Subject) -> Iterator[Diagnostic]:
    """Find a line that names a body below the title of a file, without the colon of an addressee."""
    content = subject.content
    if content is None or subject.report is not None or named(content, "addressees"):
        return
    if is_delivered(content) or is_dated_above(content) or kind_of(content.title) == "":
        return
    before = ""
    for node in content.nodes[:_FIRST_NODES]:
        text = text_of(node.spans).strip() if isinstance(node, Paragraph) else ""
        if before == "title" and isinstance(node, Paragraph) and node.role == "text":
            if len(text) <= _LONGEST_TITLE and _BODIES.fullmatch(text):
                yield Diagnostic("form.addressee_colon", node.source, {"found": text})
            return
        before = node.role if isinstance(node, Paragraph) else ""


def no_addressee(subject: Subject) -> Iterator[Diagnostic]:
    """Find a document with a number, or one that asks, that goes to nobody."""
    content = subject.content
    if content is None or named(content, "addressees"):
        return
    kind = kind_of(content.title)
    has_number = any(number != "无" for number in named(content, "number"))
    wants = kind in ("请示", "批复", "函") or (kind in ("通知", "意见") and has_number)
    wants = wants or (kind == "报告" and bool(named(content, "signers")))
    is_web = content.metadata.get("template") == "webpage" or content.metadata.get("index_no")
    if wants and is_document(content) and not is_web and "印发" not in content.title:
        yield Diagnostic("form.addressee", place_of(content, "title"), {"kind": kind})


def wrong_closing(subject: Subject) -> Iterator[Diagnostic]:
    """Find 特此报告 below a 请示."""
    content = subject.content
    pattern = _CLOSINGS.get(kind_of(content.title)) if content is not None else None
    if content is None or pattern is None:
        return
    texts = list(paragraphs(content, "text", "closing"))[-_LAST_PARAGRAPHS:]
    for node in texts:
        text = text_of(node.spans)
        if len(text) <= 40 and (match := pattern.search(text)):
            values = {"found": match[0], "kind": kind_of(content.title)}
            yield Diagnostic("form.closing", node.spans[0].source, values)


def no_closing(subject: Subject) -> Iterator[Diagnostic]:
    """Find a 请示 that does not end by asking for an answer."""
    content = subject.content
    if content is None or kind_of(content.title) != "请示" or not is_document(content):
        return
    texts = [text_of(node.spans) for node in paragraphs(content, "text", "closing")][-_LAST_PARAGRAPHS:]
    is_whole = (
        sum(len(text_of(node.spans)) for node in paragraphs(content, "text", "closing")) >= _SHORTEST_REQUEST
    )
    if is_whole and not any(_ASKED.search(text) for text in texts):
        yield Diagnostic("form.no_closing", place_of(content, "title"))


def number_form(subject: Subject) -> Iterator[Diagnostic]:
    """Find a number without 〔〕 and 号 in a report's front matter; in a file it is read as text."""
    content = subject.content
    text = content.metadata.get("number") if content is not None and subject.report is not None else None
    if isinstance(text, str) and text and not _NUMBER.fullmatch(text):
        yield Diagnostic("form.number", entry_of(subject, "number", "number"), {"found": text})


def number_put_right(text: str) -> str:
    """Give a number 〔〕, and a serial without 第 and without zeros before it; another form stays."""
    return _TYPED_NUMBER.sub(r"〔\g<year>〕\g<serial>号", text)


def number_year(subject: Subject) -> Iterator[Diagnostic]:
    """Find a number of another year than the date below the text."""
    content = subject.content
    if content is None or content.issued_on is None:
        return
    for number in named(content, "number"):
        match = _YEAR_OF_NUMBER.search(number)
        if match and int(match[1]) != content.issued_on.year:
            values = {"found": number, "year": content.issued_on.year}
            yield Diagnostic("form.number_year", entry_of(subject, "number", "number"), values)


def issuers_agree(subject: Subject) -> Iterator[Diagnostic]:
    """Find a title, or a mark, that names another agency than the signature does."""
    content = subject.content
    issuers = named(content, "issuers") if content is not None else ()
    if content is None or not issuers:
        return
    before, about, _ = content.title.partition("关于")
    named_in = {"标题": before.strip("，、 \n") if about else ""}
    mark = re.sub("文件$|(?:专题|常务|办公)?会议纪要$|公告$", "", "".join(named(content, "mark")))
    named_in["发文机关标志"] = mark
    for where, name in named_in.items():
        if len(name) < 3 or any(name in issuer or issuer in name for issuer in issuers):
            continue
        if where == "标题" and not re.search("[府局委厅部院会室处所中心校司科办]$", name):
            continue
        source = place_of(content, "title") if where == "标题" else entry_of(subject, "mark", "mark")
        yield Diagnostic("form.issuer", source, {"where": where, "found": name, "issuer": issuers[0]})


_ART9 = "《党政机关公文处理工作条例》第九条"

RULES = (
    Rule("title.form", Level.CUSTOMARY, title_form, _ART9),
    Rule("title.marks", Level.CUSTOMARY, title_marks),
    Rule("title.long", Level.CUSTOMARY, title_length),
    Rule("form.signature", Level.RECOMMENDED, no_signature, _ART9),
    Rule("form.date", Level.RECOMMENDED, no_date, _ART9),
    Rule("form.date_form", Level.REQUIRED, date_form, "GB/T 9704—2012，7.3.5.4"),
    Rule("form.addressee_colon", Level.RECOMMENDED, bare_addressee, "GB/T 9704—2012，7.3.2"),
    Rule("form.addressee", Level.RECOMMENDED, no_addressee, _ART9),
    Rule("form.no_closing", Level.RECOMMENDED, no_closing),
    Rule("form.closing", Level.RECOMMENDED, wrong_closing),
    Rule(
        "form.number",
        Level.REQUIRED,
        number_form,
        "GB/T 9704—2012，7.2.5",
        puts=("number", number_put_right),
    ),
    Rule("form.number_year", Level.REQUIRED, number_year, _ART9),
    Rule("form.issuer", Level.RECOMMENDED, issuers_agree, _ART9),
)


def _title(subject: Subject) -> tuple[str, str]:
    title = _REMARK.sub("", "".join(subject.content.title.split())) if subject.content is not None else ""
    return title, kind_of(title)
