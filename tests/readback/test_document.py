"""Accepting and rejecting tracked changes, as the buttons of Word do."""

from __future__ import annotations

from render.readback.document import Item, Line, Piece, Revision, Row, Table, accepted, lines_of, rejected

ZHANG = Revision("张三", "2026-02-01T09:00:00Z")
LI = Revision("李四", "2026-02-02T09:00:00Z")


def line(*pieces: Piece | str, **more: object) -> Line:
    """A line of pieces; a text is a piece without history."""
    return Line(tuple(p if isinstance(p, Piece) else Piece(p) for p in pieces), **more)  # type: ignore[arg-type]


def put_in(text: str, by: Revision = ZHANG) -> Piece:
    """Characters that were put in."""
    return Piece(text, inserted=by)


def taken_out(text: str, by: Revision = ZHANG, **more: Revision) -> Piece:
    """Characters that were taken out."""
    return Piece(text, deleted=by, **more)


def both(*items: Item) -> tuple[list[str], list[str]]:
    """The lines after accepting and after rejecting all."""
    return tuple(
        [line.text for item in side for line in lines_of(item)] for side in (accepted(items), rejected(items))
    )  # type: ignore[return-value]


def test_characters() -> None:
    """What was put in and taken out again is in neither."""
    changed = line("甲", put_in("乙"), taken_out("丙"), taken_out("丁", LI, inserted=ZHANG))
    assert both(changed) == (["甲乙"], ["甲丙"])


def test_who_took_something_out_is_kept_with_its_place() -> None:
    """For saying whose change it is."""
    (kept,) = accepted([line("甲", taken_out("乙"), "丙", taken_out("丁", LI))])
    assert isinstance(kept, Line)
    assert [(gone.at, gone.text, gone.revision.author) for gone in kept.gone] == [
        (1, "乙", "张三"),
        (2, "丁", "李四"),
    ]


def test_a_paragraph_mark_that_was_taken_out_joins_two_paragraphs() -> None:
    """Accepted, they are one, with the look of the second; rejected, they stay."""
    items = (line("甲", deleted=ZHANG, level=1), line("乙", level=2))
    assert both(*items) == (["甲乙"], ["甲", "乙"])
    (joined,) = accepted(items)
    assert isinstance(joined, Line)
    assert joined.level == 2


def test_a_paragraph_mark_that_was_put_in_parts_two_paragraphs() -> None:
    """Rejected, they are one again."""
    assert both(line("甲", inserted=ZHANG), line("乙")) == (["甲", "乙"], ["甲乙"])


def test_a_new_paragraph_and_one_that_is_gone() -> None:
    """Mark and characters together."""
    new = line(put_in("新"), inserted=ZHANG)
    gone = line(taken_out("旧"), deleted=LI)
    assert both(line("甲"), new, gone, line("乙")) == (["甲", "新", "乙"], ["甲", "旧", "乙"])


def test_a_paragraph_that_moved() -> None:
    """It stands in one place or the other."""
    away = line(taken_out("移", Revision("张三", "", moved=True)), deleted=ZHANG)
    here = line(put_in("移", Revision("张三", "", moved=True)), inserted=ZHANG)
    assert both(away, line("甲"), here, line("乙")) == (["甲", "移", "乙"], ["移", "甲", "乙"])


def test_rows_of_a_table() -> None:
    """A table whose every row is taken out is gone."""
    cell = ((line("甲"),),)
    assert both(Table((Row(cell), Row(cell, inserted=ZHANG)))) == (["甲", "甲"], ["甲"])
    assert both(Table((Row(cell, deleted=ZHANG),))) == ([], ["甲"])


def test_a_cell_is_settled_by_itself() -> None:
    """A mark taken out at its end joins nothing beyond it."""
    cells = ((line(taken_out("甲"), "乙", deleted=ZHANG),), (line("丙"),))
    assert both(Table((Row(cells),))) == (["乙", "丙"], ["甲乙", "丙"])
