"""版记 at the end of a document, as lines, as a table, and with its copies parted into lines."""

from __future__ import annotations

from render.diagnostics import NOWHERE
from render.recognise.anatomy import Anatomy, Block, Para
from render.recognise.colophon import take_colophon
from render.recognise.found import PLAIN, FoundTable

PRINTED = "某某区司法局办公室　2021年2月19日印发"


def para(text: str) -> Para:
    """A line nobody wrote anywhere."""
    return Para(text, NOWHERE, PLAIN, folded=text, typed=text)


def taken(*blocks: Block) -> tuple[int, dict[str, str]]:
    """How many blocks are left, and what was read."""
    anatomy = Anatomy()
    rest = take_colophon(blocks, anatomy)
    return len(rest), {key: value for key, (value, _) in anatomy.elements.items()}


READ = {"copies_to": "甲局，乙局", "printed_by": "某某区司法局办公室", "printed_on": "2021年2月19日"}


def test_lines() -> None:
    """Copies, then who printed it and when."""
    assert taken(para("正文。"), para("抄送：甲局，乙局。"), para(PRINTED)) == (1, READ)


def test_a_table() -> None:
    """As the DOCX of the form 文件格式 has it; cells of a row are read together."""
    table = FoundTable((("抄送：甲局，乙局。", ""), ("某某区司法局办公室", "2021年2月19日印发")), NOWHERE)
    assert taken(para("正文。"), table) == (1, READ)


def test_copies_in_lines() -> None:
    """As a PDF has them."""
    lines = [para(text) for text in ("抄送：甲局，", "乙局。", PRINTED)]
    assert taken(para("正文。"), *lines) == (1, READ)


def test_another_table_stays() -> None:
    """One row that is no part of a colophon, and all of it is a table."""
    table = FoundTable((("抄送：甲局。", ""), ("合计", "3")), NOWHERE)
    assert taken(para("正文。"), table) == (2, {})


def test_a_sentence_about_copies_stays() -> None:
    """What follows it is no list of names."""
    assert taken(para("抄送：甲局。"), para("以上各单位要按时报送。"))[0] == 2
