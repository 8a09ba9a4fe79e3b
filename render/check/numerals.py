"""Numerals: rules about numbers in text (GB/T 15835-2011), dates and times among them, and numbers of documents.

What an expression prints is chosen by the numbers and not looked at; the numbers of an index, of a law suit or
of a telephone are no quantities, and what stands in tables is mostly left alone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import partial

from ..han import from_han
from .looking import Hit, language_rule, pattern
from .pairs import changed
from .passages import CELL, LABEL, Passage
from .rule import Level

_STANDARD = "GB/T 15835-2011"
_HAN_DIGITS = "一二三四五六七八九"
_YEAR = r"(?:19|20|21)\d{2}"
_ALONE = r"(?<![\dA-Za-z.\-/—:：〔\[])"
_DATE = re.compile(rf"{_ALONE}({_YEAR})([-./])(\d{{1,2}})\2(\d{{1,2}})(?![\d\-/A-Za-z]|\.\d)")
_SLASHED = re.compile(rf"{_ALONE}({_YEAR})年(\d{{1,2}})[-./](\d{{1,2}})(?:日)?(?![\d\-/月])")
_DOTTED = re.compile(rf"{_ALONE}({_YEAR})[./-](0?[1-9]|1[0-2])月(?=[\u4e00-\u9fff，。；、]|$)")
_DAY_NUMBER = re.compile(r"(?<=\d月)\d{1,2}(?P<at>号)(?![文令楼院线门台站机\d])")
_MEASURES = "个|人|名|件|起|户|家|项|条|份|场|台|次|天|年|倍|成|岁|所|处|批|例|宗|元|吨|亩|公里|米|小时|分钟"
_COUNTED = "天|年(?![级代期制龄度])|人|名|件|户|家|倍|岁|公里|小时|分钟|个(?!月)|个月|次|起"
_PLACES = "十百千万亿"
_UNREAL = re.compile(
    r"(?:(?<!\d)(\d{4})年)?(?<![\d.])(\d{1,2})月(\d{1,3})日|(?<![\d.个])(1[3-9]|[2-9]\d|0)月(?:(?=\d{1,2}日)|份|底|初|中旬|上旬|下旬)"
)
_CLOCK = re.compile(
    r"(?<![\d:：.第])(\d{1,3})[:：](\d{2})(?:[:：](\d{2}))?(?![\d:：%])|(?<![\d.个])(\d{1,2})时(\d{1,3})分(?!钟)"
)
_AT = re.compile("上午|下午|凌晨|晚上?|中午|日|时间|自|从|至|到|于|[—～-]")
_FORM = "〔〕"


def loose_dates(passage: Passage) -> Iterator[Hit]:
    """Look for 2020-01-05 and its like in sentences."""
    for match in _DOTTED.finditer(passage.text):
        yield Hit(*match.span(), f"{match[1]}年{int(match[2])}月")
    for match in _DAY_NUMBER.finditer(passage.text):
        yield Hit(*match.span("at"), "日")
    for match in (*_DATE.finditer(passage.text), *_SLASHED.finditer(passage.text)):
        year, month, day = (int(part) for part in match.groups() if part.isdecimal())
        if _is_day(year, month, day):
            yield Hit(*match.span(), f"{year}年{month}月{day}日")


def unreal_dates(passage: Passage) -> Iterator[Hit]:
    """Look for days and months that no calendar has."""
    for match in _UNREAL.finditer(passage.text):
        if match[4]:
            yield Hit(*match.span())
            continue
        year, month, day = (
            int(match[1] or 2000),
            int(match[2]),
            int(match[3]),
        )  # without a year 29 February may be
        if not _is_day(year, month, day):
            yield Hit(*match.span())


def unreal_times(passage: Passage) -> Iterator[Hit]:
    """Look for times that no clock shows; a ratio such as 1:25 is none."""
    for match in _CLOCK.finditer(passage.text):
        hour, minute = match[1] or match[4], match[2] or match[5]
        is_time = bool(match[4]) or (
            len(hour) == 2 and _AT.search(passage.text[max(match.start() - 3, 0) : match.start()])
        )
        if is_time and (
            int(hour) > 24 or int(minute) > 59 or (int(hour) == 24 and int(minute)) or int(match[3] or 0) > 59
        ):
            yield Hit(*match.span())


def wide_times(passage: Passage) -> Iterator[Hit]:
    """Look for times of day with a full-width colon."""
    for match in _CLOCK.finditer(passage.text):
        before = passage.text[max(match.start() - 3, 0) : match.start()]
        if match[1] and "：" in match[0] and int(match[1]) < 25 and int(match[2]) < 60 and _AT.search(before):
            yield Hit(*match.span(), match[0].replace("：", ":"))


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _in_digits(match: re.Match[str]) -> str:
    return str(from_han(match["at"]))


def _year_in_han(match: re.Match[str]) -> str:
    return "".join(
        _HAN_DIGITS[int(c) - 1] if c.isdecimal() and c != "0" else "〇" if c in "0零○ΟO〇Oo" else c
        for c in match["at"]
    )


def rough_in_han(passage: Passage) -> Iterator[Hit]:
    """Look for 五、六天, which is 五六天; 第五、六天 and 四、五、六人 count one by one."""
    for match in _HAN_PAIR.finditer(passage.text):
        one, other = (_HAN_DIGITS.index(digit) for digit in match.groups())
        before = passage.text[match.start() - 1 : match.start()]
        if before == "十" and passage.text[match.start() - 2 : match.start() - 1] not in tuple(
            f"第、{_HAN_DIGITS}"
        ):
            before = ""  # 十五、六个, which is 十五六个
        if other == one + 1 and before not in tuple(f"第、前后初高大{_HAN_DIGITS}{_PLACES}"):
            yield Hit(match.start() + 1, match.start() + 2, "")


def han_beside_digits(passage: Passage) -> Iterator[Hit]:
    """Look for 六十三件 in a paragraph that counts other 件 in digits."""
    for match in _HAN_TENS.finditer(passage.text):
        if re.search(rf"\d{match['unit']}", passage.text):
            yield Hit(match.start(), match.end("number"))


def _in_a_row() -> str:
    """Make a pattern of two digits that follow one another, with 、 between them."""
    pairs = "|".join(rf"{n}、{n + 1}" for n in range(1, 9))
    return rf"(?<![\d.第、初至])(?:{pairs})(?={_COUNTED})(?!人民)"


_HAN_TENS = re.compile(
    rf"(?<![第十百千万初{_HAN_DIGITS}])(?P<number>[{_HAN_DIGITS}]?十[{_HAN_DIGITS}]|[二三四五六七八九]十"
    r"|(?<=增加|减少|缩短|延长|下降|提高)[二三四五六七八九])(?P<unit>[件家户个名项条份场次起天])(?!月)"
)
_HAN_PAIR = re.compile(f"([{_HAN_DIGITS}])、([{_HAN_DIGITS}])(?={_COUNTED}|[百千万])")


def _is_text(passage: Passage) -> bool:
    return passage.role not in (CELL, LABEL)


def _is_running(passage: Passage) -> bool:
    return passage.is_running


_recommended = partial(language_rule, level=Level.RECOMMENDED)
_required = partial(language_rule, level=Level.REQUIRED)

RULES = (
    _recommended(
        "numeral.full_width",
        look=changed("digits"),
        clause=f"{_STANDARD}，5.1.7",
        needs="０１２３４５６７８９％",
        corrects=True,
    ),
    _required(
        "numeral.short_year",
        look=pattern(
            r"(?<![\d.近第这那])[’']?\d{2}年(?=\d{1,2}月|年[底初末中])|[’']\d{2}年|(?<=中|、)2\d年(?=[^，。；]{1,12}、20\d\d年)|(?<=、)2\d年(?=\d)|(?:^|(?<=[。；]))[012]\d年(?=，)"
        ),
        clause=f"{_STANDARD}，5.1.4",
        needs="年",
        roles=_is_text,
    ),
    _recommended(
        "numeral.date_form",
        look=loose_dates,
        clause=f"{_STANDARD}，5.1.4；GB/T 9704-2012，7.3.5.4",
        needs="-./号",
        roles=_is_running,
        corrects=True,
    ),
    _recommended(
        "numeral.date_zero",
        look=pattern(
            r"(?<=年)(?:0[1-9]月(?:\d{1,2}日)?|1?\d月0[1-9]日)|(?<![年\d])1?\d月0[1-9]日",
            lambda match: re.sub(r"(?<!\d)0", "", match[0]),
        ),
        clause="GB/T 9704-2012，7.3.5.4",
        needs="月",
        roles=_is_text,
        corrects=True,
    ),
    _recommended(
        "numeral.han_year",
        look=pattern(
            rf"(?P<at>[一二][{_HAN_DIGITS}0零○ΟO〇]{{3}})(?=年)(?<![{_HAN_DIGITS}〇]{{4}})",
            _year_in_han,
        ),
        clause=f"{_STANDARD}，5.2.5",
        needs="0零○ΟO",
        corrects=True,
    ),
    _recommended(
        "numeral.mixed_date",
        look=pattern(
            rf"(?<=\d年)(?P<at>十?[{_HAN_DIGITS}]|十)(?=月(?:份|底|初|中旬|[0-9{_HAN_DIGITS}十]|[，。、；]|$))",
            _in_digits,
        ),
        clause=f"{_STANDARD}，4.1.1、5.3",
        needs="月",
        roles=_is_text,
        corrects=True,
    ),
    _recommended(
        "numeral.mixed_day",
        look=pattern(rf"(?<=\d月)(?P<at>(?:[二三]?十)?[{_HAN_DIGITS}]|[二三]?十)(?=日)", _in_digits),
        clause=f"{_STANDARD}，4.1.1、5.3",
        needs="日",
        roles=_is_text,
        corrects=True,
    ),
    _required("numeral.no_such_day", look=unreal_dates, needs="月"),
    _required("numeral.no_such_time", look=unreal_times, needs=":：时", roles=_is_text),
    _recommended(
        "numeral.time_colon",
        look=wide_times,
        clause=f"{_STANDARD}，5.1.5",
        needs="：",
        corrects=True,
    ),
    _recommended(
        "numeral.rough_han",
        look=rough_in_han,
        clause=f"{_STANDARD}，5.2.1；GB/T 15834-2011，4.5.3.4",
        needs="、",
        roles=_is_text,
        corrects=True,
    ),
    _recommended(
        "numeral.rough_digits",
        look=pattern(_in_a_row()),
        clause=f"{_STANDARD}，4.2.2",
        needs="、",
        roles=_is_text,
    ),
    _recommended(
        "numeral.mixed",
        look=pattern(
            rf"\d[万亿][{_HAN_DIGITS}][千百十]|(?<![第周期星双大数])[{_HAN_DIGITS}]?[{_PLACES[:4]}]\d+(?={_MEASURES}|公顷|平方)|\d+[{_HAN_DIGITS}](?=[百千]?(?:{_MEASURES}))(?!一般)"
            rf"|(?<=[\u4e00-\u9fff，。；（])[{_HAN_DIGITS}]、\d(?=(?:{_COUNTED}|项|条|份|场))"
            rf"|(?<![第周期星双大初高{_HAN_DIGITS}{_PLACES}〇零])[{_HAN_DIGITS}]\d+(?=[次件个家户名项条份场])"
            rf"|二[〇○零O0]\d{{2}}年|20[〇○零{_HAN_DIGITS}]{{2}}年|20\d[〇○零{_HAN_DIGITS}]年"
        ),
        clause=f"{_STANDARD}，5.3",
        needs=_HAN_DIGITS + _PLACES,
        roles=_is_text,
    ),
    _recommended(
        "numeral.rough_twice",
        look=pattern(
            rf"(?:近|约|大约|上|数|几|成)[{_HAN_DIGITS}两]?[{_PLACES}]+[余多](?={_MEASURES}|[亿万])|(?:数|几)[{_PLACES}]+(?:{_MEASURES})(?:左右|上下)"
        ),
        clause=f"{_STANDARD}，5.2.1",
        needs=_PLACES,
        roles=_is_text,
    ),
    _recommended(
        "numeral.two",
        look=pattern(
            rf"(?<![第十百千万初周老零点、〇{_HAN_DIGITS}\d])二(?=(?:个(?!百年)|名|位|件(?!套)|家|户|项(?!式)|条(?!道)|份|场|台|次(?!元|曲|函|供|污|加|装|利|创|开发|分配|审议)|辆|块|张|本|部委|期(?=[\u4e00-\u9fff]{{0,12}}(?:培训|轮训)))(?!类))"
        ),
        needs="二",
        roles=_is_text,
    ),
    _recommended(
        "numeral.capital",
        look=pattern(
            rf"(?<![\u4e00-\u9fff]币)(?<!大写)[壹贰叁肆伍陆柒捌玖][壹贰叁肆伍陆柒捌玖拾佰仟万亿]*(?=(?:{_MEASURES}|辆|倍|%))(?![\u4e00-\u9fff]{{0,2}}整)"
        ),
        clause=f"{_STANDARD}，4.1.1",
        needs="壹贰叁肆伍陆柒捌玖",
        roles=_is_text,
    ),
    language_rule(
        "numeral.han_count",
        Level.CUSTOMARY,
        pattern(
            rf"[{_HAN_DIGITS}][百千][〇零]?[{_HAN_DIGITS}][十百]?[{_HAN_DIGITS}]?[余多]?(?=[家户件个名人项条份场次辆亩吨])"
        ),
        f"{_STANDARD}，4.1.1",
        needs="百千",
        roles=_is_text,
    ),
    language_rule(
        "numeral.han_beside",
        Level.CUSTOMARY,
        han_beside_digits,
        f"{_STANDARD}，4.1.1",
        needs="十",
        roles=_is_running,
    ),
    _recommended(
        "numeral.han_month",
        look=pattern(
            rf"(?<![\d年{_HAN_DIGITS}十农历])(?P<at>十[一二]?|[{_HAN_DIGITS}])(?=月(?:底|初|份|上旬|中旬|下旬))",
            _in_digits,
        ),
        clause=f"{_STANDARD}，4.1.1",
        needs="月",
        roles=_is_running,
        corrects=True,
    ),
    _required(
        "numeral.grouping",
        look=pattern(
            rf"(?<![\d,，.])\d{{1,3}}(?:[,，]\d{{3}})*[,，](?:\d{{2}}|\d{{4,}})(?=(?:{_MEASURES}|万))(?<!\d{{4}}[,，]\d{{2}})"
        ),
        clause=f"{_STANDARD}，5.1.1",
        needs=",，",
        roles=_is_text,
    ),
    _required(
        "numeral.point",
        look=pattern(r"(?<=\d)(?:[。．·]|\.\.)(?=\d+(?:[%％‰]|[万亿]|个百分点))", "."),
        clause=f"{_STANDARD}，5.1.2",
        needs="。．·.",
        corrects=True,
    ),
    _required(
        "numeral.leading_point",
        look=pattern(r"(?<![\d.A-Za-z）)])(?=\.\d+(?:[%％‰]|[万亿]|个百分点))(?P<at>\.)", "0."),
        clause=f"{_STANDARD}，5.1.2",
        needs=".",
        corrects=True,
    ),
    _recommended(
        "numeral.document_brackets",
        look=pattern(
            r"(?<=[\u4e00-\u9fff])(?P<at>[\[［【(（﹝{〈]20\d{2}[\]］】)）﹞}〉])(?=第?\d{1,5}号)",
            lambda match: _FORM[0] + match["at"][1:-1] + _FORM[1],
        ),
        clause="GB/T 9704-2012，7.2.5",
        needs="号",
        corrects=True,
    ),
    _required(
        "numeral.document_year",
        look=pattern(
            r"(?<=[\u4e00-\u9fff])(?P<at>〔(?!(?:19|20)\d{2}〕)\d{1,5}〕\d{1,5}号|(?:19|20)\d{2}〔\d+〕号?)"
        ),
        clause="GB/T 9704-2012，7.2.5",
        needs="〔",
    ),
    _required(
        "numeral.document_sign",
        look=pattern(r"(?<=[\u4e00-\u9fff])〔(?:19|20)\d{2}〕\d{1,4}(?![\d号])"),
        clause="GB/T 9704-2012，7.2.5",
        needs="〔",
    ),
    _recommended(
        "numeral.document_zero",
        look=pattern(r"(?<=[〔\[［【(（]\d{4}[〕\]］】)）])(?P<at>第?0+|第)(?=[1-9]\d*号)", ""),
        clause="GB/T 9704-2012，7.2.5",
        needs="号",
        corrects=True,
    ),
)
