"""Punctuation: rules about the marks within and at the end of sentences (GB/T 15834-2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from .looking import Hit, language_rule, pattern
from .pairs import changed
from .passages import Passage
from .rule import Level

_HAN = "\u3400-\u9fff〇"
_STANDARD = "GB/T 15834-2011"
_SHORTEST = 30  # characters of a paragraph that is certainly written in sentences
_SHORTEST_LINE = 10  # of one that asks for something
_ASKS = re.compile("请(?!示)|恳请|敬请|特此|为此，|现将|专此|以上")
_LABEL = 4  # characters before a colon that are a label rather than a clause: 联系电话：

_NO_ETC = "级候待于同次价额量距值到分腰号离式高比比例线宽长因时我他"  # 等级, 等候: 等 is no 等等
_NO_AND = (
    "和谐|和平|和解|和睦|和美|和县|和田|和顺|和龙|和政|和林|和布|和硕|和静"
    "|和风|和气|与会|与时|与日|与其|与共|及时|及格|及早|及其|或许|或者|和合"
)


def two_colons(passage: Passage) -> Iterator[Hit]:
    """Look for a colon within the reach of another."""
    for sentence in re.finditer("[^。！？；\n]+", passage.text):
        plain = _NESTED.sub(lambda found: "\0" * len(found[0]), sentence[0])
        places = [match.start() for match in re.finditer("：", plain)]
        for first, second in pairwise(places):
            before = re.split("[，、：\0]", plain[:first])[-1]
            between = re.split("[，、：\0 　]", plain[first + 1 : second])[-1]
            if len(before) > _LABEL and len(between) > _LABEL:
                yield Hit(sentence.start() + second, sentence.start() + second + 1)
                break


def no_stop(passage: Passage) -> Iterator[Hit]:
    """Look for a paragraph of sentences that ends without a mark."""
    text = passage.text.rstrip()
    is_prose = len(text) >= _SHORTEST and ("，" in text or "。" in text)
    asks = len(text) >= _SHORTEST_LINE and _ASKS.match(text)
    if (is_prose or asks) and re.search(rf"[{_HAN}0-9%％]$", text) and not _LISTED.match(text):
        yield Hit(len(text) - 1, len(text))


def goes_nowhere(passage: Passage) -> Iterator[Hit]:
    """Look for a paragraph that ends in a comma, or whole sentences of which the last ends in ；."""
    text = passage.text.rstrip()
    if text[-1:] in "，、" or (text[-1:] == "；" and "。" in text):
        yield Hit(len(text) - 1, len(text))


def ellipses(passage: Passage) -> Iterator[Hit]:
    """Look for rows of dots that are no ellipsis of six."""
    if "…" not in passage.chars and not any(row in passage.text for row in _ROWS):
        return
    for match in _DOTS.finditer(passage.text):
        before = passage.text[match.start() - 1 : match.start()]
        is_right = match[0][0] == "…" and len(match[0]) not in (1, 3)
        if not is_right and re.match(f"[{_HAN}”》）、，]", before):
            yield Hit(*match.span(), "……")


def blanks(passage: Passage) -> Iterator[Hit]:
    """Look for blanks that no print has; those within a slogan, a name or a title are let be."""
    yield from changed("blanks")(passage)
    if " " not in passage.chars and "\u3000" not in passage.chars:
        return
    quoted = [range(*match.span()) for match in re.finditer("“[^“”]*”|《[^《》]*》", passage.text)]
    for match in (*_BLANK.finditer(passage.text), *_within_clauses(passage.text)):
        if not any(match.start() in each for each in quoted):
            yield Hit(*match.span(match.lastgroup or "at"), "")


def _within_clauses(text: str) -> Iterator[re.Match[str]]:
    """Find blanks between two Han characters of a sentence; names and items set apart have several."""
    if len(text) < _SHORTEST or not _ENDED.search(text):
        return
    numbered = _ITEM.match(text)
    for match in _BETWEEN.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in "。；：") + 1
        sentence = re.split("[。；：]", text[start:], maxsplit=1)[0]
        is_lead = numbered and not re.search("[，。；：]", text[: match.start()])
        if not is_lead and len(_BETWEEN.findall(sentence)) <= _MOST_BLANKS:
            yield match


_NESTED = re.compile("“[^“”]*”|（[^（）]*）|《[^《》]*》")
_LISTED = re.compile(r"附件|联系|地址|电话|抄送|主送|单位|注[:：]|\d{1,2}[.．、]")
_BLANK = re.compile(rf"(?<=[{_HAN}][，。；：、！？])(?P<at>[ \u3000]+)(?=[{_HAN}“（《])")
_BETWEEN = re.compile(
    rf"(?<=[{_HAN}])(?P<at>[ \u3000]+)(?=[{_HAN}])|(?<=[{_HAN}\d%])(?P<before>[ \u3000]+)(?=[，。；：、])"
)
_ENDED = re.compile("[。；][”）]?$")
_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]是|第[一二三四五六七八九十百零\d]+[编章节条款]"
    r"|[^，。；：]{0,20}[电讯][ \u3000]"
)
_MOST_BLANKS = 2  # of a sentence, typed by mistake
_CLASHES = (
    "，[、；：。！？]|、[，；：。！？]|；[，、：。！？]|：[，、；。！？]|。[，、；：！？]|[！？][，；：。]"
)
_ROWS = ("...", "。。。", "···", "、、、", "．．．")
_DOTS = re.compile(r"\.{3,}|。{3,}|·{3,}|、{3,}|．{3,}|…+")
_NO_DASH = r"-{2,}|－{2,}|―{2,}|─{2,}|–{2,}"
_DATES = r"(?<=[年月日])(?:-{1,2}|－|–|~)(?=\d{1,4}[年月日])"
_SHARES = r"(?<=[%％‰])(?:-{1,2}|－|–)(?=\d+(?:\.\d+)?[%％‰])"


def _is_text(passage: Passage) -> bool:
    return passage.is_running


def _is_caption(passage: Passage) -> bool:
    return passage.role in ("table-title", "picture-title")


def _range_mark(match: re.Match[str]) -> str:
    return "—" if match.string[match.start() - 1] in "年月日" else "～"


_recommended = partial(language_rule, level=Level.RECOMMENDED)

RULES = (
    _recommended("mark.ascii", look=changed("marks"), clause=_STANDARD, needs=",:;?!", corrects=True),
    _recommended(
        "mark.ascii_stop",
        look=pattern(
            rf"(?<=[{_HAN}”）》])(?<!\d)(?:\.\.|[.．｡])(?=$|[”）》])|(?<=[{_HAN}”）》])｡|(?<=[%％\d])\.\.?$",
            "。",
        ),
        clause=f"{_STANDARD}，4.1.2",
        needs=".．｡",
        roles=_is_text,
        corrects=True,
    ),
    _recommended(
        "mark.dot",
        look=pattern(rf"(?<=[{_HAN}])(?:\.\.|[.．])(?=[{_HAN}])"),
        clause=f"{_STANDARD}，4.1.2、4.14",
        needs=".．",
    ),
    _recommended(
        "mark.doubled",
        look=pattern(
            "([，、；：])\\1+|(?<!。)。。(?!。)|[，、；。][.．](?![.．0-9])|(?<![.．])[.．][，、；。]",
            lambda match: next(char for char in match[0] if char in "，、；：。"),
        ),
        clause=_STANDARD,
        needs="，、；：。",
        corrects=True,
    ),
    _recommended(
        "mark.clashing",
        look=pattern(_CLASHES),
        clause=_STANDARD,
        needs="，、；：。！？",
    ),
    language_rule(
        "mark.exclamations",
        Level.CUSTOMARY,
        pattern("[！？!?]{2,}"),
        f"{_STANDARD}，4.2、4.3",
        needs="！？!?",
        roles=_is_text,
    ),
    _recommended(
        "mark.list_of_quotes",
        look=pattern("(?<=”)、(?=“)", ""),
        clause=f"{_STANDARD}，4.5.3.5",
        needs="”",
        corrects=True,
        habit=2,
    ),
    _recommended(
        "mark.list_of_titles",
        look=pattern("(?<=》)、(?=《)", ""),
        clause=f"{_STANDARD}，4.5.3.5",
        needs="》",
        corrects=True,
        habit=2,
    ),
    _recommended(
        "mark.before_etc",
        look=pattern(f"、(?=等(?![{_NO_ETC}]))", ""),
        clause=f"{_STANDARD}，4.5",
        needs="等",
        corrects=True,
    ),
    _recommended(
        "mark.before_and",
        look=pattern(rf"、(?=(?:和|与|及|或|以及)(?<![和与及或]{{2}})[{_HAN}“《])(?!{_NO_AND})"),
        clause=f"{_STANDARD}，4.5",
        needs="、",
    ),
    _recommended(
        "mark.closing_order",
        look=pattern("。[”’][。，；、]|[，、；][”’》）]|。》|[“‘（《〈][，。、；：！？]"),
        clause=f"{_STANDARD}，4.8、5.1",
        needs="”’》）“‘（《〈",
    ),
    _recommended(
        "mark.stop_in_bracket",
        look=pattern("(?<=[^。！？；\n（）])（[^（）。]*(?P<at>。)）(?=[，。；、])", ""),
        clause=f"{_STANDARD}，4.9",
        needs="（",
        corrects=True,
    ),
    _recommended(
        "mark.at_start",
        look=pattern("^[，。、；：！？）”’》〉〕】]"),
        clause=f"{_STANDARD}，5.1",
        needs="，。、；：！？）”’》〉〕】",
    ),
    language_rule(
        "mark.two_colons", Level.CUSTOMARY, two_colons, f"{_STANDARD}，4.7", needs="：", roles=_is_text
    ),
    _recommended(
        "mark.ellipsis",
        look=ellipses,
        clause=f"{_STANDARD}，4.11.2",
        needs=".。·、．…",
        corrects=True,
    ),
    _recommended(
        "mark.ellipsis_and_etc",
        look=pattern(rf"等[^，。；、“”（）]{{0,12}}……|……等(?![{_NO_ETC}])"),
        clause=f"{_STANDARD}，4.11",
        needs="…",
    ),
    _recommended(
        "mark.dash",
        look=pattern(rf"(?<=[{_HAN}”》）])(?:{_NO_DASH})(?=[{_HAN}“《（])", "——"),
        clause=f"{_STANDARD}，4.10.2",
        needs="-－―─–",
        corrects=True,
    ),
    _recommended(
        "mark.range",
        look=changed("years", "ranges"),
        clause=f"{_STANDARD}，4.13",
        needs="-~－–",
        corrects=True,
    ),
    _recommended(
        "mark.range_of_dates",
        look=pattern(f"{_DATES}|{_SHARES}", _range_mark),
        clause=f"{_STANDARD}，4.13",
        needs="-－–~",
        corrects=True,
    ),
    _recommended(
        "mark.minus", look=changed("minus"), clause="GB/T 15834-2011，4.13", needs="-", corrects=True
    ),
    _recommended(
        "mark.no_stop",
        look=no_stop,
        clause=f"{_STANDARD}，4.1.3",
        roles=lambda passage: passage.role == "text",
    ),
    _recommended(
        "mark.exclamation",
        look=pattern(
            r"(?:特此[\u4e00-\u9fff]{2,4}|请[\u4e00-\u9fff]{0,6}(?:审议|审查|批示|审阅|批复|批准|支持|函复)|为盼|如下)(?P<at>[！!])$"
        ),
        clause=f"{_STANDARD}，4.3",
        needs="！!",
        roles=_is_text,
    ),
    _recommended(
        "mark.list_comma",
        look=pattern(
            rf"(?:^|(?<=[在和含对及将、：。；]))(?P<at>(?:[{_HAN}]{{2,3}}，){{2,}}[{_HAN}]{{2,3}})(?=等(?:\d|[几多各]))"
        ),
        clause=f"{_STANDARD}，4.5",
        needs="等",
        roles=_is_text,
    ),
    _recommended(
        "mark.lost_stop",
        look=pattern("[》”）](?=(?:会议|全会)(?:强调|指出|要求|认为|决定|明确))"),
        clause=f"{_STANDARD}，4.1",
        needs="会",
        roles=_is_text,
    ),
    _recommended(
        "mark.paragraph_end",
        look=goes_nowhere,
        clause=f"{_STANDARD}，4.1",
        needs="，、；",
        roles=lambda passage: passage.role == "text",
    ),
    _recommended("mark.blank", look=blanks, needs=" \u3000", roles=_is_text, corrects=True),
    _recommended(
        "mark.middle_dot",
        look=pattern(rf"(?<=[{_HAN}])[•・‧∙⋅･●](?=[{_HAN}])", "·"),
        clause=f"{_STANDARD}，4.14.2",
        needs="•・‧∙⋅･",
        corrects=True,
    ),
    _recommended(
        "mark.caption_stop",
        look=pattern("。$", ""),
        clause=f"{_STANDARD}，A.1",
        needs="。",
        roles=_is_caption,
        corrects=True,
    ),
)
