"""Templates read from their folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from render import template
from render.content import ROLES
from render.diagnostics import Faults


def own(folder: Path, text: str, document: bool = True) -> str:
    """Make a user's template and return its path."""
    folder.mkdir()
    (folder / "layout.toml").write_text(text, encoding="utf-8")
    if document:
        (folder / "document.md.j2").write_text("{{ 正文 }}", encoding="utf-8")
    return str(folder)


def codes(name: str) -> list[str]:
    """What loading a template complains about."""
    with pytest.raises(Faults) as caught:
        template.load(name)
    return [d.code for d in caught.value.diagnostics]


def test_built_in_templates_load() -> None:
    """Every one that is listed."""
    assert {template.load(name).name for name in template.available()} >= {"report", "webpage"}


def test_every_role_has_a_style() -> None:
    """Content cannot ask for a look the template lacks."""
    styles = template.load("report").styles
    assert set(ROLES) - {"information"} <= set(styles)


def test_the_type_area_is_156_mm_wide() -> None:
    """GB/T 9704-2012, 5.2.1, within a twentieth of a millimetre."""
    assert template.load("report").measure == pytest.approx(156 * 72 / 25.4, abs=0.05)


def test_22_rows_fit_both_geometries() -> None:
    """GB/T 9704-2012, 5.2.3; 580 twips would lose a row in the nominal one."""
    report = template.load("report")
    for geometry in report.geometries.values():
        room = template.SHEET_HEIGHT - geometry.top - geometry.bottom
        assert int(room / geometry.pitch) == report.grid.rows


def test_a_users_template_overrides_single_values(tmp_path: Path) -> None:
    """Everything else comes from the one it inherits."""
    name = own(tmp_path / "ours", 'inherits = "report"\n[styles.heading-3]\nbold = true\n', document=False)
    ours = template.load(name)
    assert ours.styles["heading-3"].bold
    assert ours.styles["heading-3"].size == 16
    assert ours.inherits == ("report",)


def test_an_unknown_template_names_the_nearest() -> None:
    """A slip of the pen is answered with what there is."""
    with pytest.raises(Faults) as caught:
        template.load("raport")
    (found,) = caught.value.diagnostics
    assert (found.code, found.values["near"]) == ("template.unknown", "report")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("inherits = 'report'\n[pages]\n", "template.unknown_key"),
        ("inherits = 'report'\n[styles.text]\nsise_pt = 3\n", "template.unknown_key"),
        ("title = 'x'\n", "template.missing_key"),
        ("inherits = 'report'\n[styles.new]\ntitle = 'x'\n", "template.missing_key"),
        ("title = \n", "template.syntax"),
    ],
)
def test_faults_of_a_layout_file(tmp_path: Path, text: str, code: str) -> None:
    """Each with its code."""
    assert set(codes(own(tmp_path / "ours", text))) == {code}


def test_a_circle_is_found(tmp_path: Path) -> None:
    """A template cannot inherit from itself."""
    assert codes(own(tmp_path / "ours", f"inherits = '{tmp_path / 'ours'}'\n")) == ["template.circle"]


def test_a_layout_that_is_not_utf8(tmp_path: Path) -> None:
    """Said as such."""
    name = own(tmp_path / "ours", "")
    (tmp_path / "ours" / "layout.toml").write_bytes("title = '版式'".encode("gb18030"))
    assert codes(name) == ["template.encoding"]


def test_a_template_without_a_document(tmp_path: Path) -> None:
    """One that inherits from nothing must bring its own."""
    text = (template.load("report").folder / "layout.toml").read_text(encoding="utf-8")
    assert codes(own(tmp_path / "ours", text, document=False)) == ["template.no_document"]
