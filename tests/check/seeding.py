"""Seeding: known errors put into clean prose, one at a time, each at a place where a clerk might make it.

A fault is a pattern of what is right and what it becomes; the place is drawn with a fixed seed from all
places in all styles. `WORDS` draws right words of the table of wrong ones.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from check.prose import STYLES

from render.check.characters import _traditional
from render.check.wording import entries

H = "[\u4e00-\u9fff]"


@dataclass(frozen=True)
class Fault:
    """One error in one style's text."""

    codes: tuple[str, ...]  # any of which is a find
    kind: str
    paragraphs: tuple[str, ...]
    line: int  # of the error, from 1


# Codes that find it, what is right, what it becomes, and how often it is put in.
FAULTS: tuple[tuple[str, str, str, int], ...] = (
    ("mark.ascii", rf"(?<={H})，(?={H})", ",", 6),
    ("mark.ascii", rf"(?<={H})；(?={H})", ";", 3),
    ("mark.ascii", rf"(?<={H})：(?={H})", ":", 3),
    ("mark.half_brackets", "（([^（）]{2,})）", r"(\1)", 5),
    ("mark.half_brackets mark.brackets", "（(?=[^（）]{2,}）)", "(", 2),
    ("mark.quotes", "”", "", 5),
    ("mark.quotes", "“", "", 4),
    ("mark.quotes", "”(?=[，。、])", "“", 3),
    ("mark.titles", "》", "", 5),
    ("mark.titles", "《", "", 3),
    ("mark.brackets", "）", "", 4),
    ("mark.brackets", "（", "", 3),
    ("mark.crossed", "《([^《》]{4,8})》", r"《“\1》”", 2),
    ("mark.crossed", "（([^（）《》]*)）》", r"（\1》）", 2),
    ("mark.inner_titles", "《([^《》]*)》", r"《关于\1《细则》的通知》", 3),
    ("mark.inner_quotes", "“([^“”]{3,12})”", r"“深化“\1”改革”", 4),
    ("mark.outer_quotes", "“([^“”]{2,12})”", r"‘\1’", 3),
    ("mark.corner_quotes", "“([^“”]*)”", r"「\1」", 3),
    ("mark.straight_quotes", "“([^“”]*)”", r'"\1"', 3),
    ("mark.doubled", "，", "，，", 4),
    ("mark.doubled", "。", "。。", 2),
    ("mark.doubled", "、", "、、", 2),
    ("mark.clashing", "。", "，。", 3),
    ("mark.clashing", "，", "、，", 3),
    ("mark.clashing", "；", "；，", 2),
    ("mark.list_of_quotes", "”“", "”、“", 4),
    ("mark.list_of_titles", "》《", "》、《", 3),
    ("mark.before_etc", rf"(?<={H})等(?=[单部浏方材特])", "、等", 4),
    ("mark.before_and", rf"(?<={H})和(?=执法|公布|集体|其他|效能)", "、和", 3),
    ("mark.closing_order", "”，", "，”", 3),
    ("mark.stop_in_bracket", "）(?=[，；])", "。）", 2),
    ("mark.at_start", "^(?=[全要坚健一])", "，", 2),
    ("mark.ellipsis", "……", "...", 1),
    ("mark.ellipsis", "……", "。。。", 1),
    ("mark.ellipsis", "……", "…", 1),
    ("mark.ellipsis_and_etc", "……", "等……", 1),
    ("mark.dash", "——", "--", 2),
    ("mark.dash", "——", "－－", 1),
    ("mark.range", r"(?<=\d{4})—(?=\d{4}年)", "-", 1),
    ("mark.range", r"(?<=\d)～(?=\d)", "~", 1),
    ("mark.range_of_dates", "(?<=日)—(?=[45]月)", "-", 2),
    ("mark.no_stop", rf"(?<={H}{{8}})。$", "", 5),
    ("mark.ascii_stop", rf"(?<={H})。$", ".", 3),
    ("mark.dot", rf"(?<={H})。(?={H})", ".", 3),
    ("mark.blank", rf"(?<={H})(\d+)(?=[件家个名人])", r" \1 ", 4),
    ("mark.blank", rf"(?<={H})，(?={H})", "， ", 3),
    ("mark.middle_dot", rf"(?<={H})·(?={H})", "•", 2),
    ("mark.exclamations", "？(?=抓|怎)", "？？", 1),
    ("mark.after_first", "第([一二])，", r"第\1、", 2),
    ("mark.after_firstly", "(首先|其次|最后)，", r"\1、", 3),
    ("mark.after_bracketed", "（([一二三四])）(?=未|与|没)", r"（\1）、", 3),
    ("mark.after_item", "([一二三])是(?=少|基|行)", r"\1是，", 2),
    ("mark.two_colons", "评查内容包括", "现就评查工作明确如下：评查内容包括", 1),
    ("numeral.full_width", r"(?<![\d.])(\d)(?=[家件本次个名条])", "８", 4),
    ("numeral.full_width", "%", "％", 4),
    ("numeral.short_year", r"20(?=2\d年\d+月)", "", 3),
    ("numeral.date_form", r"(\d{4})年(\d+)月(\d+)日", r"\1-\2-\3", 3),
    ("numeral.date_form", r"(\d{4})年(\d+)月(\d+)日", r"\1.\2.\3", 2),
    ("numeral.date_zero", r"(?<=\d{4}年)(?=\d月\d)", "0", 2),
    ("numeral.mixed_date", r"(?<=\d{4}年)6(?=月\d)", "六", 1),
    ("numeral.mixed_day", "(?<=月)5(?=日|[^0-9]日)|(?<=月)1(?=日起)", "一", 1),
    ("numeral.no_such_day", r"(?<=[3456]月)\d+(?=日)", "32", 4),
    ("numeral.no_such_day", r"\d+月\d+(?=日)", "2月30", 3),
    ("numeral.no_such_time", r"(?<=上午)9:00", "9时75分", 1),
    ("numeral.time_colon", r"(?<=[午—])(\d+):(\d+)", r"\1：\2", 3),
    ("numeral.rough_han", "两三(?=个)", "二、三", 1),
    ("numeral.rough_han", "近五年", "三、四年来", 1),
    ("numeral.rough_digits", "两三(?=个)", "2、3", 1),
    ("numeral.mixed number.han_scale", r"1500余(?=人)", "一千5百", 1),
    ("numeral.mixed number.han_scale", r"1\.26亿元", "1亿三千万元", 1),
    ("numeral.rough_twice", "2600余名", "近千余名", 1),
    ("numeral.two", "三个(?=单|方|子)", "二个", 2),
    ("numeral.grouping", r"50362(?=元)", "5,0362", 1),
    ("numeral.grouping number.separator", r"32148(?=元)", "32,14", 1),
    ("numeral.point", r"(?<=\d)\.(?=\d%)", "。", 3),
    ("numeral.leading_point", r"(?<=增长)0\.8(?=%)", ".8", 1),
    ("numeral.document_brackets", r"〔(\d{4})〕", r"[\1]", 2),
    ("numeral.document_brackets", r"〔(\d{4})〕", r"（\1）", 2),
    ("numeral.document_zero", r"(?<=〕)(?=\d)", "0", 2),
    ("numeral.document_zero", r"(?<=〕)(?=\d)", "第", 1),
    ("number.range", "3～5(?=个百)|5万～8万", "5～8万", 1),
    ("number.sign", "下降5.4%", "下降-5.4%", 1),
    ("number.verb", "增加10件", "增长10件", 1),
    ("number.percent", "(?<=合格率为)98.5%", "百分之98.5", 1),
    ("number.points", "提高2.56个百分点", "提高2.56%", 1),
    ("number.base_word", "比上年", "比去年", 3),
    ("number.separator", "(?<=收入)50362(?=元)", "50,362", 1),
    ("number.twice_rough", "2600余名", "约2600名左右", 1),
    ("number.remainder", "6800余张", "6812余张", 1),
    ("number.han_scale", "6800余张", "6千余张", 1),
    ("unit.case", "kW", "KW", 1),
    ("unit.case", "120kW", "120KG", 1),
    ("unit.power", "240平方米", "240m2", 1),
    ("unit.square_sign", "平方米", "㎡", 1),
    ("unit.ended", "毫米(?=。)", "公厘", 1),
    ("unit.degree", "℃", "°C", 1),
    ("unit.celsius", r"39\.2℃", "摄氏39度", 1),
    ("char.unknown", rf"(?<={H}){H}(?={H})", "\ufffd", 3),
    ("char.unknown", rf"(?<={H})(?={H})", "\ue5e5", 2),
    ("char.unseen", rf"(?<={H})(?={H})", "\u200b", 3),
    ("char.compatible", "人", "⼈", 2),
    ("char.compatible", "行", "⾏", 2),
    ("char.look_alike", "App", "Арр", 1),
    ("char.look_alike", "JSON", "JS\u041eN", 1),
    ("char.kana", "统一", "统ー", 1),
    ("char.full_letters", "App", "Ａｐｐ", 1),
    ("char.full_letters", "JSON", "ＪＳＯＮ", 1),
    ("char.no_face", "李建国", "李喆", 1),
    ("word.twice", "(审查|落实|加强|开展|推进)", r"\1\1", 5),
    ("word.twice", rf"(?<={H})的(?={H})", "的的", 3),
    ("word.deadline", "年末全区", "截止2020年底，全区", 1),
    ("word.account", "列出清单", "列出台帐", 1),
    ("word.formula", "增强“四个意识”", "坚定“四个意识”", 1),
    ("word.formula", "习近平新时代中国特色社会主义思想", "习近平新时代思想", 1),
    ("word.fixed_numeral", "党的二十大精神", "党的20大精神", 1),
    ("word.fixed_numeral", "第一责任人", "第1责任人", 1),
    ("word.fixed_numeral", "“十四五”", "“十4五”", 1),
    ("word.negation", "都必须坚决纠正", "都要防止不再发生", 1),
    ("word.pleonasm", "涉及(?=群众|公民)", "涉及到", 2),
    ("word.other", "其他", "其它", 3),
    ("word.de", "着力解决", "着力的解决", 1),
    ("word.colloquial", "请你单位", "请您", 1),
)  # fmt: skip

_TRADITIONAL = 8  # characters replaced by their traditional form
_WORDS = 30  # wrong characters
_ADDRESS = re.compile(r"https?:|@[a-z]+\.|\.tar")  # a place near it might be in it


def faults(seed: int = 2020) -> Iterator[Fault]:
    """Make all faults; the same seed, the same faults."""
    draw = random.Random(seed)
    for codes, right, wrong, times in FAULTS:
        places = _places(right)
        assert places, f"nothing to spoil for {codes}: {right}"
        for style, line, match in draw.sample(places, min(times, len(places))):
            yield _spoiled(
                tuple(codes.split()), f"{right} → {wrong}", style, line, match, match.expand(wrong)
            )
    simple = {new: old for old, new in _traditional().items() if len(new) == 1}
    places = [place for place in _places(H) if place[2][0] in simple]
    for style, line, match in draw.sample(places, _TRADITIONAL):
        yield _spoiled(("char.traditional",), "traditional", style, line, match, simple[match[0]])
    yield from _wrong_words(draw)
    for style in ("report", "plan"):
        paragraphs = STYLES[style].split("\n")
        doubled = (*paragraphs, paragraphs[1])
        yield Fault(("word.same_sentence",), "same paragraph", doubled, len(doubled))


def _wrong_words(draw: random.Random) -> Iterator[Fault]:
    """Put wrong characters where their right ones stand, or, if they stand nowhere, between two sentences."""
    alone = [row for row in entries()["word.wrong_character"] if row.pattern.search(f"要求{row.wrong}。")]
    rows = draw.sample(alone, _WORDS)
    for row in rows:
        places = _places(re.escape(row.right)) or _places(f"(?<=。)(?={H})")
        style, line, match = draw.choice(places)
        text = row.wrong if match[0] else f"要求{row.wrong}。"
        yield _spoiled(("word.wrong_character",), row.wrong, style, line, match, text)


def _places(right: str) -> list[tuple[str, int, re.Match[str]]]:
    pattern = re.compile(right)
    return [
        (style, line, match)
        for style, text in STYLES.items()
        for line, paragraph in enumerate(text.split("\n"), 1)
        for match in pattern.finditer(paragraph)
        if not _ADDRESS.search(paragraph[max(match.start() - 40, 0) : match.end() + 3])
    ]


def _spoiled(
    codes: tuple[str, ...], kind: str, style: str, line: int, match: re.Match[str], text: str
) -> Fault:
    paragraphs = STYLES[style].split("\n")
    whole = match.string
    paragraphs[line - 1] = whole[: match.start()] + text + whole[match.end() :]
    return Fault(codes, kind, tuple(paragraphs), line)
