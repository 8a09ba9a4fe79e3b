"""The list that the Hongshan sample gives, looked at by eye."""

from __future__ import annotations

from pathlib import Path

from samples.test_hongshan import EXPRESSION, key, printed, read_report, read_rows, substitute

import render.read
from render.diagnostics import Source
from render.review import Reason
from render.sentences import sentences
from render.typed import held_in, listed
from render.typed.passages import blanked

FOLDER = Path(__file__).parents[2] / "samples" / "hongshan-2020"

EXPECTED = {
    Reason.NUMBER: [],
    Reason.YEAR: ["2020年", "2020年以来", "2020年度", "2021年", "4月初"],
    Reason.WORD: ["上年", "去年"],
    Reason.ORDINAL: ["第三次", "第二次", "首创"],
    Reason.NAME: ["《洪山区贯彻落实〈武汉市法治政府建设实施方案（2016—2020年）〉的实施细则》"],
    Reason.DIRECTION: ["减少", "压减", "压缩至", "增多", "提升", "提升至", "提高", "缩减", "翻番"],
    Reason.FORM: ["近万"],
}
"""Everything it holds; the numbers are bound, the slogans, intervals and law names of its README are none."""


def test_what_is_listed() -> None:
    """Each kind of thing, as it stands in the text."""
    report, _ = render.read.read_report(FOLDER)
    review = listed(report, 2020, 2021, Source())
    held = [each for item in review.items for each in item.held]
    assert {reason: sorted({h.text for h in held if h.reason is reason}) for reason in Reason} == EXPECTED


def test_every_number_would_be_listed_if_it_were_typed() -> None:
    """All 98 figures, put into the text as the district's web page has them."""
    rows = {key(row): row for row in read_rows()}
    body = read_report()[1]
    missed: list[str] = []
    for span in sentences(blanked(body)):
        sentence = body[span.start : span.stop]
        held = [each.text for each in held_in(substitute(sentence), 2020)]
        for name in (match[1] for match in EXPRESSION.finditer(sentence)):
            if name in rows and not any(printed(rows[name]) in text for text in held):
                missed.append(name)
    assert missed == []
