"""Which characters which face draws."""

from __future__ import annotations

from builders import composed, paragraph, table

from render.blocks import Paragraph, Run
from render.coverage import covered, fallbacks, standard_characters, version_of
from render.diagnostics import Source
from render.fonts import font_book, vendored_faces

BOOK = font_book("vendored")


def test_the_standard_has_8105_characters() -> None:
    """通用规范汉字表, from 一 on."""
    assert len(standard_characters()) == 8105
    assert {"一", "龘"} & standard_characters() == {"一"}


def test_faces_together_reach_further_than_one() -> None:
    """The vendored 仿宋 lacks 1467 characters, which 宋体 has."""
    faces = vendored_faces()
    assert covered([faces["仿宋"]]) == 6638
    assert covered([faces["仿宋"], faces["宋体"]]) == 8105


def test_a_version_is_a_number() -> None:
    """Without the word that name tables put before it."""
    assert version_of(vendored_faces()["仿宋"])[0].isdigit()


def test_fallbacks_are_told_by_role_and_first_place() -> None:
    """仿宋 lacks ㎡, 黑体 has it; a run's own style counts before its paragraph's."""
    text = (Run("5㎡㎡", Source("report.md", 7)), Run("㎡", Source("report.md", 7), "heading-1"))
    blocks = composed(paragraph("甲"), Paragraph("text", text, Source("report.md", 7)), paragraph("㎡"))
    (found,) = fallbacks(blocks, BOOK)
    assert (found.char, found.role, found.face.family) == ("㎡", "仿宋", "Gongwen Song")
    assert (found.source.line, found.count) == (7, 3)


def test_cells_of_tables_count() -> None:
    """In the faces of head and body."""
    template = composed().template
    body = template.styles[template.tables["table"].body].face
    found = fallbacks(composed(table(["甲"], ["㕮"])), BOOK)
    assert [(f.char, f.role) for f in found] == ([("㕮", "仿宋")] if body == "仿宋" else [])
