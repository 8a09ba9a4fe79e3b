"""Clauses beside the values of templates, and departures from the standard."""

from __future__ import annotations

from pathlib import Path

import pytest

from render import layout_file, resources
from render.clauses import clause_for, clauses_of, deviations


@pytest.mark.parametrize(
    ("key", "clause"),
    [
        ("styles.title.size_pt", "7.3.1"), ("styles.heading-3.bold", "7.3.3"),
        ("page.nominal.top_mm", "5.2.1"), ("masthead.rule_mm", ""),
        ("page.electronic.top_mm", "GB/T 33476.2-2016, 6.2"), ("masthead.mark_top_mm", "7.2.4"),
        ("folio.below_mm", "7.5"), ("colophon.rule_outer_mm", "7.4.1"), ("styles.text.tracking_pt", ""),
        ("styles.title.title", ""), ("styles.table-note.size_pt", ""),
    ],
)  # fmt: skip
def test_clauses(key: str, clause: str) -> None:
    """A value's own, else its section's; none where the standard leaves it free."""
    assert clause_for(key, clauses_of(layout_file.load("gongwen"))) == clause


def test_a_form_has_clauses_of_its_own() -> None:
    """Those of the nearest layer hold."""
    assert clause_for("masthead.mark_top_mm", clauses_of(layout_file.load("letter"))) == "10.1"


@pytest.mark.parametrize("name", ["report", "webpage", "gongwen", "letter", "order", "minutes"])
def test_built_in_templates_depart_from_nothing(name: str) -> None:
    """They are what is compared with."""
    assert deviations(layout_file.load(name)) == []


def test_every_departure_of_the_sample_is_listed() -> None:
    """With the standard's value, its own, and the clause."""
    sample = layout_file.load("shili", (resources.folder("samples") / "own-template",))
    found = {each.key: (each.standard, each.own, each.clause) for each in deviations(sample)}
    assert found["styles.heading-3.bold"] == (False, True, "7.3.3")
    assert found["styles.mark.color"] == ("FF0000", "C00000", "7.2.4")
    own = {"faces.西文", "styles.heading-3.bold", "masthead.rule_color", "styles.mark.color"}
    assert set(found) == own


def test_what_the_standard_does_not_know_is_listed() -> None:
    """A Latin face is one the standard never asks for; the clause is that of the faces."""
    sample = layout_file.load("shili", (resources.folder("samples") / "own-template",))
    (face,) = [each for each in deviations(sample) if each.key == "faces.西文"]
    assert (face.standard, face.own, face.clause) == (None, "Times New Roman", "5.2.2")


def test_a_value_the_standard_leaves_free_is_no_departure(tmp_path: Path) -> None:
    """Nor is a template that changes nothing."""
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "layout.toml").write_text(
        'inherits = "report"\n[page]\ndocx = "electronic"\n', encoding="utf-8"
    )
    assert deviations(layout_file.load(f"{tmp_path}/ours")) == []
