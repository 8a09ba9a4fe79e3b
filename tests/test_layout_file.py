"""Templates read from their folders, and written back."""

from __future__ import annotations

from pathlib import Path

import pytest

from render import layout_file, template
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
        layout_file.load(name)
    return [d.code for d in caught.value.diagnostics]


def test_built_in_templates_load() -> None:
    """Every one that is listed."""
    assert {layout_file.load(name).name for name in layout_file.available()} >= {"report", "webpage"}


def test_every_role_has_a_style() -> None:
    """Content cannot ask for a look the template lacks."""
    styles = layout_file.load("report").styles
    assert set(ROLES) - {"information", "seal"} <= set(styles)  # a table, and pictures


def test_the_type_area_is_156_mm_wide() -> None:
    """GB/T 9704-2012, 5.2.1, within a twentieth of a millimetre."""
    assert layout_file.load("report").measure == pytest.approx(156 * 72 / 25.4, abs=0.05)


def test_22_rows_fit_both_geometries() -> None:
    """GB/T 9704-2012, 5.2.3; 580 twips would lose a row in the nominal one."""
    report = layout_file.load("report")
    for geometry in report.geometries.values():
        room = template.SHEET_HEIGHT - geometry.top - geometry.bottom
        assert int(room / geometry.pitch) == report.grid.rows


def test_a_users_template_overrides_single_values(tmp_path: Path) -> None:
    """Everything else comes from the one it inherits."""
    name = own(tmp_path / "ours", 'inherits = "report"\n[styles.heading-3]\nbold = true\n', document=False)
    ours = layout_file.load(name)
    assert ours.styles["heading-3"].bold
    assert ours.styles["heading-3"].size == 16
    assert ours.inherits == ("report",)


def test_an_unknown_template_names_the_nearest() -> None:
    """A slip of the pen is answered with what there is."""
    with pytest.raises(Faults) as caught:
        layout_file.load("raport")
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
    text = (layout_file.load("report").folder / "layout.toml").read_text(encoding="utf-8")
    assert codes(own(tmp_path / "ours", text, document=False)) == ["template.no_document"]


def test_all_faults_of_a_layout_file_come_together(tmp_path: Path) -> None:
    """An unknown section, an unknown key and a value of the wrong type in one run."""
    text = "inherits = 'report'\n[foo]\n[styles.text]\nsize = 12\nface = 3\n"
    assert sorted(codes(own(tmp_path / "ours", text))) == [
        "template.bad_value", "template.unknown_key", "template.unknown_key",
    ]  # fmt: skip


def test_the_right_key_is_offered(tmp_path: Path) -> None:
    """Size is written size_pt: a length's unit stands in its key."""
    name = own(tmp_path / "ours", "inherits = 'report'\n[styles.text]\nsize = 12\n")
    with pytest.raises(Faults) as caught:
        layout_file.load(name)
    assert [d.values["near"] for d in caught.value.diagnostics] == ["size_pt"]


def test_a_template_below_that_is_not_there_names_its_file(tmp_path: Path) -> None:
    """The file that inherits from it."""
    name = own(tmp_path / "ours", "inherits = 'nope'\n")
    with pytest.raises(Faults) as caught:
        layout_file.load(name)
    assert [d.source.file for d in caught.value.diagnostics] == [str(tmp_path / "ours" / "layout.toml")]


@pytest.mark.parametrize("name", ["report", "webpage"])
def test_a_template_written_back_loads_as_itself(tmp_path: Path, name: str) -> None:
    """What `templates show` prints is a layout file."""
    from render.cli.templates import as_toml

    shown = layout_file.load(name)
    again = layout_file.load(own(tmp_path / "ours", as_toml(layout_file.as_layout(shown))))
    assert layout_file.as_layout(again) == layout_file.as_layout(shown)


@pytest.mark.parametrize(
    ("addition", "code"),
    [
        ("[page]\ndocx = 'foo'", "template.bad_choice"),
        ("[styles.text]\nface = '不存在'", "template.bad_choice"),
        ("[styles.title]\nalign = 'middle'", "template.bad_choice"),
        ("[styles.title]\ncolor = 'red'", "template.bad_choice"),
        ("[faces]\n'隶书' = '隶书'", "template.bad_choice"),
        ("[tables.table]\nhead = 'nope'", "template.bad_choice"),
        ("[styles.text]\nsize_pt = 0", "template.out_of_range"),
        ("[styles.text]\nsize_pt = 5000", "template.out_of_range"),
        ("[page.electronic]\nleft_mm = 250", "template.out_of_range"),
    ],
)
def test_values_no_page_can_be_set_with(tmp_path: Path, addition: str, code: str) -> None:
    """Said when the template is read, not met when a file is written."""
    assert codes(own(tmp_path / "ours", f"inherits = 'report'\n{addition}\n")) == [code]


def test_a_folder_of_templates_that_is_not_there(tmp_path: Path) -> None:
    """Said, even when the template is found elsewhere."""
    with pytest.raises(Faults) as caught:
        layout_file.load("report", [tmp_path / "nowhere"])
    assert [d.code for d in caught.value.diagnostics] == ["template.no_folder"]


def test_a_latin_face_of_unknown_widths_is_refused(tmp_path: Path) -> None:
    """Lines of the PDF would not be those of the DOCX."""
    with pytest.raises(Faults) as caught:
        layout_file.load(own(tmp_path / "ours", 'inherits = "report"\n[faces]\n"西文" = "Arial"\n'))
    (found,) = caught.value.diagnostics
    assert (found.code, found.values["key"]) == ("template.bad_choice", "faces.西文")
    assert found.values["choices"] == ("Times New Roman",)
