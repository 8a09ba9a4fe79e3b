"""Detection: what a sentence holds that was typed for its year.

Each kind is looked for in turn; what one has claimed, the later ones leave alone, so that the 2020 of a
plan's name is no year of the text and the 二 of 第二次 no number. Names in 《》 or quotes count only
where a year or a five-year plan stands in them: laws, slogans and catchwords (“三项制度”, “210”) hold
from year to year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..han import from_han
from ..review import Held, Reason
from .passages import EXPRESSION, FIGURE, blanked

_N = "一二三四五六七八九十百千零〇两"
_YEAR = r"(?:19|20|21)[0-9]{2}"
_DASH = r"(?:[—–－~～-]{1,2}|至|到)"
_HAN_YEAR = r"[一二][〇○零九一][〇○零一二三四五六七八九]{2}"
_TIME = r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|以来|以前|年?[初底末]|上半年|下半年)?"
_UNITS = (
    "个百分点|百分点|个工作日|万平方米|平方米|平方公里|亿元|万元|千元|元|人次|件次|户次|批次|次|件|起|户|人|家|个|项|条|份|场"
    "|期|批|本|台|套|处|所|座|名|位|宗|例|篇|部|辆|亩|吨|公里|千米|米|小时|分钟|工作日|天|日|个月|倍|成|层|栋|门|册|张|类|种|支|学时|课时|幢|株|所"
)

_LAW = re.compile(r"《[^《》]*(?:法|法典|条例|宪法)》(?:[（(](?:19|20|21)[0-9]{2}年[^（）()]{1,6}[）)])?")
_BOOK = re.compile(r"《[^《》]*》")
_QUOTED = re.compile(r"[“‘][^“”‘’]*[”’]")
_DOCUMENT_NUMBER = re.compile(rf"[\u4e00-\u9fff]{{0,8}}〔(?P<year>{_YEAR})〕第?[0-9]+号")
_PLAN = re.compile(
    r"“?(?<![二三四五六七八九])十[一二三四五六七八]五”?(?![一二三四五六七八九十件个项条次家户])"
)
_LAW_PLAN = re.compile("“?[六七八九]五”?普法")  # five years each, as the plans
_EVENTS = re.compile(
    rf"党的[{_N}]+大(?![{_N}])|(?<![{_N}])(?:十[六七八九]|二十)大(?=[报精以召部提，。、和]|$)"
    rf"|[{_N}]+届[{_N}]+[中次](?:全会|全体会议|会议)|(?:全国|全省|全市|全区)?两会(?![员长])"
    rf"|(?:[0-9]+|[{_N}]+)周年|第[{_N}0-9]+个(?:全国|国家|世界|国际)[^，。；、]{{1,10}}?(?:日|周|月)"
)
_RANGE = re.compile(rf"(?P<from>{_YEAR})年?{_DASH}(?P<to>(?:19|20|21)?[0-9]{{2}})年度?")
_YEARS = re.compile(rf"(?<![0-9.])(?P<year>{_YEAR})\s*年度?{_TIME}|(?P<han>{_HAN_YEAR})年{_TIME}")
_FULL_DATE = re.compile(rf"(?<![0-9.])(?P<year>{_YEAR})[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}(?![0-9])")
_MONTH = re.compile(
    rf"(?<![0-9个])[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号]|[份初底末]|[上中下]旬)?(?:{_DASH}[0-9]{{1,2}}[月日](?:[0-9]{{1,2}}日)?)?"
)
_WORDS = re.compile(
    r"去年|上一?年度?(?![轻龄])|今年|本年度?(?!龄)|当年|全年(?![龄无不])|明年|来年|下一年度?|年初|年底|年末|年中(?!国)|年内"
    r"|[上下]半年|(?:第|前)?[一二三四]季度|往年|同期"
)
_ORDINALS = re.compile(
    rf"第[{_N}0-9]+(?:次|届|批|轮|期|场|季|个五年|年(?!级))|第(?!一)[{_N}0-9]+个"
    rf"|(?:排名|位列|位居|名列|列|居)(?:全[国省市区县])?第[{_N}0-9]+[名位]?|第[{_N}0-9]+[名位](?!一)"
    rf"|连续[{_N}0-9几]+(?:个?季度|个月|年|届|次)|(?:近|过去|最近|这)[{_N}0-9]+年来?|[{_N}]+年(?:行动|规划|攻坚|计划)"
    r"|首次(?!违法|轻微)|首届|首批|首家|首个|首例|首创|首部|首条|再次|再度|又一次"
)
_DIGITS = re.compile(
    rf"(?:近|超过?|逾|约|不足)?(?<![0-9A-Za-z.+×\-第])[0-9][0-9,]*(?:，[0-9]{{3}})*(?:\.[0-9]+)?"
    rf"(?:[%％‰]|[余多]?[十百千万亿]*[余多]?(?:{_UNITS})?)(?![0-9A-Za-z+×])"
)
_NAMED = re.compile(r"”?(?:热线|专线|平台|电话|系统|工程|模式|版|号)")  # 12345热线, 3.0平台; not 3个平台
_MARKER = re.compile(r"^\s*(?:[0-9]+[.．、]|[（(][0-9]+[）)])")
_ALWAYS = re.compile(
    r"(?:电话|手机|传真|邮编|邮政编码|编码|代码)[:：]?\s*[0-9][0-9-]+(?:[、，/][0-9-]{7,})*"
    r"|[0-9]{3,4}-[0-9]{7,8}|(?:7|七)×24小时|24小时|[0-9]\+[0-9N]"
)
_HAN_NUMBERS = re.compile(
    rf"百分之[{_N}点]+|[{_N}]+分之[{_N}]+|(?:近|超|逾|过|上|数)[十百千万亿]+[余多]?(?:{_UNITS})"
    rf"|(?<![{_N}第])(?=[{_N}]*[十百千万亿])[{_N}万亿]{{2,}}[余多]?(?:{_UNITS})|(?<![{_N}第])[十百千万][余多几](?:{_UNITS})"
    rf"|(?<![{_N}第每])[二两三四五六七八九几](?:件次|人次|批次|件|起|场|次|户|家|宗|例|倍|成)(?!性|人行|化|方|级|庭|长)"
    rf"|(?<![{_N}第每])十(?:件|起|场|次|户|家|例|期|条|项|批|篇|部|台|所|名|份)(?!化)"
    r"|过半数?|近半|一半"
)
_COUNTED = re.compile(
    rf"(?:出台|制定|制发|推出|印发|完成|开展|举办|新增|建立|建成|查处|办理|受理|审结|化解|共|累计|共计|达到?|获评|荣获|评选|选派)了?"
    rf"(?:[^，。；、：“”]{{0,6}}?)(?P<number>(?<![{_N}第])[二两三四五六七八九](?:项|个|条|名|份|部|批|套|篇|处|类))(?!方面|维度|层面|一)"
)
_CLAUSES = re.compile(r"[^，。；：、（）！？]+")
_DIRECTIONS = re.compile(
    "翻[一两三]?番|持平|增至|降至|减至|增长|增加|增多|上升|提高|提升|攀升|下降|降低|减少|回落|缩短|缩减|压减|压缩|压降|扩大|收窄|延长"
)
_SURE = frozenset(("持平", "增至", "降至", "减至"))
_QUANTITIES = re.compile(
    "(?<!效)率|比例|比重|占比|数量|件量|总量|案件|件数|人数|户数|次数|金额|用时|时限|时长|成本|收入|支出|投诉|信访|纠纷|事故|发案|调解比"
)
_DEGREES = re.compile("(?:大幅度?|显著|明显|稳步|逐年|持续|进一步|不断|有所|快速|稳中有?)$")
_MEASURED = re.compile("(?:大幅度?|显著|明显|逐年|有所)$")  # said of what happened, not of what is planned
_AMOUNT = re.compile(rf"[{FIGURE}0-9]|[{_N}]+(?:倍|成|番|个百分点)")
_ENDS = re.compile("[了到至]?$")
_FIXED_YEAR = re.compile(rf"""\[\s*["'“]?({_YEAR})["'”]?\s*\]""")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    stop: int
    reason: Reason


def held_in(sentence: str, year: int) -> tuple[Held, ...]:
    """List what a sentence holds that was typed for a year.

    Args:
        sentence: As the author wrote it, expressions included.
        year: The year it was written for. Years long before it are history and stay.
    """
    found = [each for each in _Detector(blanked(sentence), year).detect() if not _is_bound(each, sentence)]
    for expression in EXPRESSION.finditer(sentence):
        for fixed in _FIXED_YEAR.finditer(expression[0]):
            start = expression.start() + fixed.start()
            found.append(_Found(start, start + len(fixed[0]), Reason.YEAR))
    found.sort(key=lambda each: each.start)
    return tuple(dict.fromkeys(Held(each.reason, sentence[each.start : each.stop]) for each in found))


def _is_bound(found: _Found, sentence: str) -> bool:
    """Tell a word that moves with its number: `上年为{{ 件数.上年 }}`, `全年办理{{ 件数 }}`.

    A cell of its own, such as the head 本年 or 上年数, names a column; the numbers below it are looked at
    for themselves.
    """
    word = sentence[found.start : found.stop]
    cells = f"　{sentence}　"[found.start : found.stop + 3]
    if found.reason is Reason.WORD and _HEAD.match(cells) and "　" in sentence:
        return True
    if found.reason is not Reason.WORD or word not in (*_LAST_YEAR, _WHOLE_YEAR):
        return False
    rest = re.split("[，。；！？]", blanked(sentence)[found.stop :])[0]
    clause = sentence[found.stop : found.stop + len(rest)]
    if word == _WHOLE_YEAR:
        return FIGURE in rest
    return any(_RELATIVE.search(expression[0]) for expression in EXPRESSION.finditer(clause))


class _Detector:
    """One sentence, from which what has been claimed is blotted out."""

    def __init__(self, text: str, year: int) -> None:
        self.text, self.year = text, year
        self.left = text

    def detect(self) -> Iterator[_Found]:
        yield from self._names()
        yield from self._years()
        yield from self._claim(_WORDS, Reason.WORD)
        yield from self._claim(_ORDINALS, Reason.ORDINAL)
        yield from self._directions()  # before numbers are blotted out: they make a change of a word
        yield from self._numbers()

    def _claim(self, pattern: re.Pattern[str], reason: Reason) -> Iterator[_Found]:
        for match in pattern.finditer(self.left):
            yield self._take(match.start(), match.end(), reason)

    def _take(self, start: int, stop: int, reason: Reason) -> _Found:
        self._blot(start, stop)
        return _Found(start, stop, reason)

    def _blot(self, start: int, stop: int) -> None:
        self.left = self.left[:start] + "\0" * (stop - start) + self.left[stop:]

    def _names(self) -> Iterator[_Found]:
        for law in _LAW.finditer(self.left):
            self._blot(*law.span())
        yield from self._claim(_LAW_PLAN, Reason.ORDINAL)
        for pattern in (_BOOK, _QUOTED):
            for name in pattern.finditer(self.left):
                if _PLAN.fullmatch(name[0]):
                    yield self._take(*name.span(), Reason.ORDINAL)
                elif self._is_dated(name[0]):
                    yield self._take(*name.span(), Reason.NAME)
                elif pattern is _BOOK or len(name[0]) <= _SLOGAN:
                    self._blot(*name.span())
        for number in _DOCUMENT_NUMBER.finditer(self.left):
            if int(number["year"]) >= self.year - 1:
                yield self._take(*number.span(), Reason.NAME)
            else:
                self._blot(*number.span())
        yield from self._claim(_EVENTS, Reason.NAME)
        yield from self._claim(_PLAN, Reason.ORDINAL)

    def _is_dated(self, name: str) -> bool:
        years = [int(match) for match in re.findall(rf"(?<![0-9])({_YEAR})(?![0-9户件人家次元])", name)]
        return bool(_PLAN.search(name)) or max(years, default=0) >= self.year - 1

    def _years(self) -> Iterator[_Found]:
        for span in _RANGE.finditer(self.left):
            last = span["to"] if len(span["to"]) == 4 else span["from"][:2] + span["to"]
            if int(last) >= self.year - 1:
                yield self._take(*span.span(), Reason.YEAR)
            else:
                self._blot(*span.span())
        for pattern in (_FULL_DATE, _YEARS):
            for match in pattern.finditer(self.left):
                digits = match["year"] or _digits(match["han"])
                before = self.left[max(match.start() - 3, 0) : match.start()]
                if int(digits) >= self.year - 1 or re.search("[比较与同]", before):
                    yield self._take(*match.span(), Reason.YEAR)
                else:
                    self._blot(*match.span())
        yield from self._claim(_MONTH, Reason.YEAR)

    def _numbers(self) -> Iterator[_Found]:
        if marker := _MARKER.match(self.left):
            self._blot(*marker.span())
        for always in _ALWAYS.finditer(self.left):
            self._blot(*always.span())
        for number in _DIGITS.finditer(self.left):
            if not (number[0][-1].isdigit() and _NAMED.match(self.left, number.end())):
                yield self._take(*number.span(), Reason.NUMBER)
        yield from self._claim(_HAN_NUMBERS, Reason.NUMBER)
        for counted in _COUNTED.finditer(self.left):
            yield self._take(*counted.span("number"), Reason.NUMBER)

    def _directions(self) -> Iterator[_Found]:
        for clause in _CLAUSES.finditer(self.left):
            for word in _DIRECTIONS.finditer(clause[0]):
                before, after = clause[0][: word.start()], clause[0][word.end() :]
                if self._is_a_change(word[0], before, after):
                    start = clause.start() + word.start()
                    stop = start + len(word[0]) + (after[:1] in tuple("至到"))
                    yield self._take(start, stop, Reason.DIRECTION)

    def _is_a_change(self, word: str, before: str, after: str) -> bool:
        """Tell a change that happened (提升至99.95%) from a thing to be done (提高办案质量)."""
        if word in _SURE or word.startswith("翻"):
            return True
        if _AMOUNT.search(after[:_NEAR]):
            return True
        if _QUANTITIES.search(before):
            return bool(_DEGREES.search(before) or _ENDS.fullmatch(after))
        return bool(_QUANTITIES.search(after) and _MEASURED.search(before))


_HEAD = re.compile("　(?:上年度?|本年度?)(?:　|数　)")
_LAST_YEAR = ("上年", "上年度", "上一年", "上一年度")
_WHOLE_YEAR = "全年"  # whichever year the number beside it is of
_RELATIVE = re.compile(r"[.|]\s*(?:上年|last|同比|yoy|增减|change)(?!\w)")
_SLOGAN = 14  # characters between quotes that make a catchword, the quotes included
_NEAR = 14  # characters behind a direction word in which its number stands


def _digits(han: str) -> str:
    return "".join(str(from_han(char.replace("〇", "零").replace("○", "零"))) for char in han)
