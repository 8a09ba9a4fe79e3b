"""Days: rules about dates in a text, beside the day it was issued and the year it reports on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..diagnostics import Diagnostic
from ..prose import Prose
from ..sentences import sentences
from .once import having, parts
from .parts import entry_of, is_delivered, place_of
from .rule import Level, Rule, Subject

_WEEKDAYS = "一二三四五六日"
_DAY = re.compile("(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
_WEEKDAY = re.compile("[（(，]?(?:星期|周)(?P<weekday>[一二三四五六日天])[）)]?")
_DONE = re.compile("已|了|召开|印发|开展了|完成|举办|通过|发布|成立|组织|办结|开展")
_PLANNED = re.compile(
    "将|拟|计划|预计|力争|确保|争取|目标|前(?:完成|报|将|要|应|须|向)|起施行|以前|之前|底前|下一步|截止|要求"
)
_OF_OTHER_YEAR = re.compile(
    r"^(?P<year>[0-9]{4})年度?[，,]?(?:全年|我[区市县局省委]|全[区市县省]|共|累计|各)"
)
_COMPARED = re.compile("比|较|上年|同期|以来|至今|起|截至|《|相比|基数|为例|年底|年末|以前|历年")
_THIS_YEAR = re.compile("今年(?!龄)|明年|来年")
_LAST_YEAR = re.compile("(?<![比较与同])去年")
_TO_DEPUTIES = re.compile("各位(?:代表|委员|同志)[，、：]")
_WRITTEN = re.compile("([0-9]{4})[-年]([0-9]{1,2})[-月]([0-9]{1,2})")
_YEAR = re.compile("(?<![0-9])(20[0-9]{2})(?=年)")
_BEGINS = re.compile("(20[0-9]{2})年")
_PLANS = re.compile(
    "(?P<year>20[0-9]{2})年度?(?:主要)?(?:工作|重点)?(?:的?主要)?(?:工作)?(?:打算|计划|安排|思路|目标|展望|设想)"
)
_LONGEST_HEADING = 30
_NUMBERED = re.compile("[\u4e00-\u9fff]{0,8}〔(?P<year>20[0-9]{2})〕[0-9]{0,4}号?")
_YEARLY = re.compile("年度.*报告|[0-9]{4}年.*(?:报告|总结)")


def wrong_weekday(subject: Subject) -> Iterator[Diagnostic]:
    """Find 2020年5月3日（星期一）, which was a Sunday."""
    for prose in _proses(subject, "周期"):
        for match in _DAY.finditer(prose.text):
            said = _WEEKDAY.match(prose.text, match.end())
            day = _date(match, subject)
            if said is None or day is None:
                continue
            weekday = "日" if said["weekday"] == "天" else said["weekday"]
            if _WEEKDAYS[day.weekday()] != weekday:
                values = {"found": match[0] + said[0], "right": f"星期{_WEEKDAYS[day.weekday()]}"}
                yield Diagnostic("day.weekday", prose.source_at(match.start()), values)


def after_issue(subject: Subject) -> Iterator[Diagnostic]:
    """Find a day after the document was issued on which something is said to have been done."""
    issued_on = subject.content.issued_on if subject.content is not None else None
    for prose in _proses(subject, "日") if issued_on else ():
        for span in sentences(prose.text):
            sentence = prose.text[span.start : span.stop]
            for match in _DAY.finditer(sentence):
                day = _date(match, subject) if match["year"] else None
                is_done = _DONE.search(sentence) and not _PLANNED.search(sentence)
                if day is not None and issued_on is not None and day > issued_on and is_done:
                    values = {"found": match[0], "issued": _written(issued_on)}
                    yield Diagnostic("day.after_issue", prose.source_at(span.start + match.start()), values)


def other_year(subject: Subject) -> Iterator[Diagnostic]:
    """Find a sentence that begins with the year before: left over from last year's report, it seems."""
    year = _year(subject)
    if subject.content is not None and is_delivered(subject.content):
        return  # a session in spring hears of the year before
    for prose in _proses(subject, "年") if year else ():
        for span in sentences(prose.text) if str(year - 1) in prose.text else ():
            sentence = prose.text[span.start : span.stop].strip()
            match = _OF_OTHER_YEAR.match(sentence)
            if match and year and int(match["year"]) == year - 1 and not _COMPARED.search(sentence):
                values = {"found": sentence[:20], "year": year}
                yield Diagnostic("day.other_year", prose.source_at(span.start), values)


def relative_years(subject: Subject) -> Iterator[Diagnostic]:
    """Find 今年 or 去年 in a report on a year that is over when it is issued."""
    content, year = subject.content, _year(subject)
    if content is None or content.issued_on is None or not year or content.issued_on.year <= year:
        return
    if is_delivered(content) or any(_TO_DEPUTIES.match(each.text) for each in _proses(subject, "：")):
        return  # to deputies 今年 is the year in which they sit
    for prose in _proses(subject, "今明来去"):
        for pattern in (_THIS_YEAR, _LAST_YEAR):
            for match in pattern.finditer(prose.text):
                values = {"found": match[0], "year": year}
                yield Diagnostic("day.relative", prose.source_at(match.start()), values)


def too_early(subject: Subject) -> Iterator[Diagnostic]:
    """Find a yearly report that was issued before its year was over."""
    content, year = subject.content, _year(subject)
    if content is None or content.issued_on is None or not year:
        return
    is_report = content.title.rstrip("。").endswith(("报告", "总结")) and "半年" not in content.title
    is_yearly = is_report and _YEARLY.search(content.title) and str(year) in content.title
    if is_yearly and content.issued_on <= date(year, 12, 20):
        values = {"found": _written(content.issued_on), "year": year}
        yield Diagnostic("day.too_early", entry_of(subject, "issued_on", "date"), values)


def out_of_order(subject: Subject) -> Iterator[Diagnostic]:
    """Find a document printed or published before it was issued."""
    content = subject.content
    if content is None or content.issued_on is None:
        return
    for key, role, name in (("printed_on", "printed", "印发日期"), ("published_on", "title", "发布日期")):
        value = content.metadata.get(key)
        match = _WRITTEN.match(value) if isinstance(value, str) else None
        day = _made(int(match[1]), int(match[2]), int(match[3])) if match else None
        if day is not None and day < content.issued_on:
            values = {"name": name, "found": _written(day), "issued": _written(content.issued_on)}
            yield Diagnostic("day.order", entry_of(subject, key, role), values)


def title_year(subject: Subject) -> Iterator[Diagnostic]:
    """Find a yearly report whose title names another year than its text does."""
    content = subject.content
    years = _YEAR.findall(content.title) if content is not None else []
    if content is None or len(years) != 1 or not _YEARLY.search(content.title):
        return
    texts = [prose.text for prose in _proses(subject, "年")]
    begun = next((match[1] for text in texts if (match := _BEGINS.match(text))), years[0])
    is_of_session = int(years[0]) == int(begun) + 1 and "年度" not in content.title  # 2024年政府工作报告
    if begun == years[0] or is_of_session:
        return
    own, other = (sum(text.count(f"{year}年") for text in texts) for year in (years[0], begun))
    if own < other:
        yield Diagnostic("day.title_year", place_of(content, "title"), {"year": years[0], "other": begun})


def plan_year(subject: Subject) -> Iterator[Diagnostic]:
    """Find 2023年工作打算 in the report on 2023."""
    content, year = subject.content, _year(subject)
    if content is None or not year or f"{year}年" not in content.title or not _YEARLY.search(content.title):
        return
    if content.issued_on is not None and content.issued_on.year <= year:
        return
    for part in parts(subject):
        match = _PLANS.match(part.text) if len(part.text) < _LONGEST_HEADING else None
        if match and int(match["year"]) == year:
            values = {"found": part.text, "expected": year + 1}
            yield Diagnostic("day.plan_year", part.source, values)


def document_year(subject: Subject) -> Iterator[Diagnostic]:
    """Find a quoted document of a year that was still to come."""
    content = subject.content
    issued_on = content.issued_on if content is not None else None
    has_year = subject.report is not None or (content is not None and _YEAR.search(content.title))
    last = issued_on.year if issued_on else _year(subject) + 1
    for prose in _proses(subject, "〔") if issued_on or has_year else ():
        for match in _NUMBERED.finditer(prose.text):
            if int(match["year"]) > last:
                values = {"found": match[0], "year": last}
                yield Diagnostic("day.document_year", prose.source_at(match.start()), values)


RULES = (
    Rule("day.weekday", Level.REQUIRED, wrong_weekday),
    Rule("day.after_issue", Level.RECOMMENDED, after_issue),
    Rule("day.other_year", Level.RECOMMENDED, other_year),
    Rule("day.relative", Level.RECOMMENDED, relative_years),
    Rule("day.too_early", Level.RECOMMENDED, too_early),
    Rule("day.order", Level.REQUIRED, out_of_order),
    Rule("day.title_year", Level.REQUIRED, title_year),
    Rule("day.plan_year", Level.RECOMMENDED, plan_year),
    Rule("day.document_year", Level.REQUIRED, document_year),
)


def _proses(subject: Subject, needs: str) -> Iterator[Prose]:
    return (passage.prose for passage in having(subject, frozenset(needs)) if passage.is_running)


def _year(subject: Subject) -> int:
    return subject.year or (subject.content.year if subject.content else 0)


def _date(match: re.Match[str], subject: Subject) -> date | None:
    year = int(match["year"]) if match["year"] else _year(subject)
    return _made(year, int(match["month"]), int(match["day"]))


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
