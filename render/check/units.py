"""Units: rules about units of measure (GB 3100-1993, and the State Council's list of legal units of 1984)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from ..diagnostics import Diagnostic
from .looking import excerpt, language_rule, pattern
from .once import having
from .passages import CELL, LABEL, Passage
from .rule import Level, Rule, Subject

_STANDARD = "GB 3100-1993"
_NUMBER = r"(?:(?<=\d)|(?<=\d[万亿千百])|(?<=[一二三四五六七八九十百千万亿两]))"
_SYMBOLS = {
    **dict.fromkeys(("KG", "Kg", "kG"), "kg"),
    **dict.fromkeys(("KM", "Km", "kM"), "km"),
    **dict.fromkeys(("CM", "Cm", "cM"), "cm"),
    **dict.fromkeys(("MM", "mM"), "mm"),
    **dict.fromkeys(("ML", "Ml", "ml"), "mL"),
    **dict.fromkeys(("KW", "Kw", "kw"), "kW"),
    **dict.fromkeys(("KV", "Kv", "kv"), "kV"),
    **dict.fromkeys(("HZ", "hz", "hZ"), "Hz"),
    **dict.fromkeys(("Mhz", "mhz", "MHZ"), "MHz"),
    **dict.fromkeys(("KWH", "Kwh", "kwh", "KWh", "kWh"), "kW·h"),
    **dict.fromkeys(("Mpa", "mpa", "MPA"), "MPa"),
    **dict.fromkeys(("Db", "DB", "db"), "dB"),
    **dict.fromkeys(("ug", "Ug", "UG"), "μg"),
    **{"M2": "m²", "M3": "m³"},
}
_SIGNS = {
    **dict.fromkeys(("PH", "Ph", "ph"), "pH"),
    **dict.fromkeys(("pm2.5", "Pm2.5", "PM2。5", "PM2．5"), "PM2.5"),
    **dict.fromkeys(("pm10", "Pm10"), "PM10"),
}
_COMPOSED = {
    "㎜": "mm",
    "㎝": "cm",
    "㎞": "km",
    "㎎": "mg",
    "㎏": "kg",
    "㏄": "mL",
    "㎡": "m²",
    "㎥": "m³",
    "㎢": "km²",
}
_POWERS = {"2": "²", "3": "³"}
_ENDED = {
    "公分": "厘米", "公厘": "毫米", "公升": "升", "立升": "升", "公吨": "吨", "市斤": "斤，或改为千克", "市尺": "米",
    "华里": "千米", "市里": "千米", "英尺": "米", "英寸": "厘米", "英里": "千米", "英亩": "公顷", "马力": "千瓦",
    "毫克当量": "毫摩尔", "达因": "牛顿", "大卡": "千焦", "卡路里": "焦耳",
}  # fmt: skip
_SPOKEN = {
    "平米": "平方米", "平方": "平方米", "立方": "立方米", "块钱": "元", "毛钱": "角", "度电": "千瓦时",
    "个钟头": "小时", "钟头": "小时",
}  # fmt: skip
_IN_HAN = "平方米|平方千米|平方公里|立方米|毫米|厘米|千米|公里|米|公顷|吨|千克|公斤|克|升|小时|分钟"
_HAN_UNIT = re.compile(rf"[0-9][万亿千百余多]*(?:{_IN_HAN})")
_AS_SYMBOL = re.compile(
    r"[0-9][万亿千百余多]*(?P<name>(?:mm|cm|km|m|hm)[²³]?|kg|g|t|mL|L|h|min)(?![A-Za-z0-9²³/·×\-])"
)
_ENOUGH = 4  # units named in Han for one as a symbol
_PAIRS = (
    ("公里", "km"),
    ("千米", "km"),
    ("公里", "千米"),
    ("平方公里", "平方千米"),
    ("公斤", "千克"),
    ("公斤", "kg"),
    ("平方米", "m²"),
)


def squares(match: re.Match[str]) -> str:
    """Raise the digit of m2 and KM3."""
    return match["at"][:-1].lower() + _POWERS[match["at"][-1]]


def first_place(
    code: str, text: str, *, needs: str, roles: Callable[[Passage], bool]
) -> Callable[[Subject], Iterator[Diagnostic]]:
    """Make a rule that finds the first place of a pattern and no other."""
    compiled = re.compile(text)

    def find(subject: Subject) -> Iterator[Diagnostic]:
        for passage in having(subject, frozenset(needs)):
            match = compiled.search(passage.text) if roles(passage) else None
            if match is not None and passage.prose.is_typed(*match.span()):
                found = excerpt(passage.text, *match.span())
                yield Diagnostic(code, passage.prose.source_at(match.start()), {"found": found})
                return

    return find


def mixed(subject: Subject) -> Iterator[Diagnostic]:
    """Find one unit under two names, 公里 and km, at the second one's first place."""
    firsts: dict[str, tuple[int, Passage, int]] = {}
    for number, passage in enumerate(having(subject, frozenset("里米斤克km"))):
        for match in _NAMED.finditer(passage.text):
            firsts.setdefault(match["name"], (number, passage, match.start("name")))
    for one, other in _PAIRS:
        if one in firsts and other in firsts:
            early, late = sorted((one, other), key=lambda name: (firsts[name][0], firsts[name][2]))
            _, passage, at = firsts[late]
            if passage.is_open(at, at + len(late)):
                values = {"found": excerpt(passage.text, at, at + len(late)), "first": early, "name": late}
                yield Diagnostic("unit.mixed", passage.prose.source_at(at), values)


def among_names(subject: Subject) -> Iterator[Diagnostic]:
    """Find a unit as a symbol where all about it are named in Han; the first place of each."""
    firsts: dict[str, tuple[Passage, int]] = {}
    count = 0
    for passage in filter(_is_text, having(subject, _LATIN)):
        for match in _AS_SYMBOL.finditer(passage.text):
            count += 1
            if passage.is_open(*match.span("name")):
                firsts.setdefault(match["name"], (passage, match.start("name")))
    if not count:
        return
    in_han = filter(_is_text, having(subject, _UNIT_CHARACTERS))
    if sum(len(_HAN_UNIT.findall(passage.text)) for passage in in_han) >= _ENOUGH * count:
        for name, (passage, at) in firsts.items():
            values = {"found": excerpt(passage.text, at, at + len(name)), "name": name}
            yield Diagnostic("unit.symbol", passage.prose.source_at(at), values)


_LATIN = frozenset("mgtLh")
_UNIT_CHARACTERS = frozenset("米里顷吨克斤升时钟")

_NAMED = re.compile(
    r"\d(?:\.\d+)?[万亿]?余?(?P<name>平方公里|平方千米|平方米|公里|千米|公斤|千克|km(?![²³23/])|kg|m²)"
)


def _is_text(passage: Passage) -> bool:
    return passage.role not in (CELL, LABEL)


_recommended = partial(language_rule, level=Level.RECOMMENDED)

RULES = (
    _recommended(
        "unit.case",
        look=pattern(
            rf"(?:(?<=\d)|(?<=\d[万亿]))(?P<at>{'|'.join(sorted(_SYMBOLS, key=len, reverse=True))}|[uU][gG](?=/)|(?<=万)T)"
            r"(?:(?![A-Za-z0-9²³/\-])|(?<=[gG])(?=/))",
            lambda match: _SYMBOLS.get(match["at"], "t"),
        ),
        clause=f"{_STANDARD}，6.2",
        needs="T" + "".join({symbol[0] for symbol in _SYMBOLS}),
        corrects=True,
    ),
    _recommended(
        "unit.power",
        look=pattern(r"(?<=[\d万亿/])(?P<at>[kKcCmMdD]?[mM][23])(?![A-Za-z0-9])", squares),
        clause=f"{_STANDARD}，6.2",
        needs="mM",
        corrects=True,
    ),
    _recommended(
        "unit.pollutant",
        look=pattern(
            r"(?:PM2\.5|PM10|颗粒物|二氧化硫|二氧化氮|臭氧)[^，。；]{0,16}?(?<![\d.])(?P<at>(?:[2-9]|\d{2,})(?:\.\d+)?(?:毫克/立方米|mg/m[³3]))"
        ),
        clause="GB 3095-2012，4",
        needs="毫g",
        roles=_is_text,
    ),
    _recommended(
        "unit.square_sign",
        look=pattern("[㎜㎝㎞㎎㎏㏄㎡㎥㎢]", lambda match: _COMPOSED[match[0]]),
        clause=f"{_STANDARD}，6.2",
        needs="㎜㎝㎞㎎㎏㏄㎡㎥㎢",
        corrects=True,
    ),
    _recommended(
        "unit.ended",
        look=pattern(rf"{_NUMBER}余?多?(?P<at>{'|'.join(_ENDED)})"),
        clause="国务院关于在我国统一实行法定计量单位的命令（1984年）",
        needs="".join({unit[-1] for unit in _ENDED}),
        roles=_is_text,
    ),
    _recommended(
        "unit.degree",
        look=pattern(r"(?<=\d)(?P<at>°C|° C|˚C|º C|ºC|度C|oC)(?![a-zA-Z])", "℃"),
        clause=_STANDARD,
        needs="C",
        corrects=True,
    ),
    _recommended("unit.celsius", look=pattern(r"摄氏零?下?\d+(?:\.\d+)?度"), clause=_STANDARD, needs="摄"),
    _recommended(
        "unit.money",
        look=pattern(
            r"(?:收入|支出|资金|投资|金额|预算|拨款|经费|产值|债券)[^，。；：、0-9]{0,6}(?P<at>(?<![0-9.])[0-9]+(?:\.[0-9]+)?[万亿])(?=[，。；、])"
            r"|[¥￥][0-9.]+[万亿]?元"
        ),
        needs="万亿¥￥",
        roles=_is_text,
    ),
    Rule(
        "unit.mu",
        Level.CUSTOMARY,
        first_place("unit.mu", r"\d[万余多]*亩|[百千万]亩", needs="亩", roles=_is_text),
        "土地管理法实施条例",
    ),
    Rule("unit.mixed", Level.CUSTOMARY, mixed),
    Rule("unit.symbol", Level.CUSTOMARY, among_names),
    _recommended(
        "unit.spoken",
        look=pattern(
            rf"{_NUMBER}[余多]?(?P<at>平米|(?:平方|立方)(?![米公千分厘毫根英尺市数差体面和式向])|块钱|毛钱|度电|个?钟头)"
            "|(?:克|吨|元|个)[/每](?P<short>平方|立方)(?![米公千分厘毫])",
            lambda match: _SPOKEN[match["at"]] if match["at"] else None,
        ),
        clause="国务院关于在我国统一实行法定计量单位的命令（1984年）",
        needs="米方钱电头",
        roles=_is_text,
    ),
    _recommended(
        "unit.sign",
        look=pattern(
            r"(?<![A-Za-z])(?:(?P<sign>PH|Ph|ph)(?=值|[为≥≤<>=＝0-9])|(?P<fine>pm2\.5|Pm2\.5|PM2[。．]5|pm10|Pm10)(?![0-9]))",
            lambda match: _SIGNS[match[0]],
        ),
        clause="GB 3102.8-1993；GB 3095-2012",
        needs="hHmM",
        corrects=True,
    ),
)
