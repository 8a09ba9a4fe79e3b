"""The base package: clean, kept, and made anew when the kept one is no good."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openxml_audit
import pytest
from builders import composed, paragraph, target
from write.docx.written import PROPERTIES, W, everything, part, parts_of, values, written

from render import layout_file
from render.write.docx import base, write_docx

TESTS = Path(__file__).parents[2]
WRITE_EMPTY = """
import sys
from datetime import UTC, datetime
from render import layout_file
from render.blocks import Composed, Properties
from render.target import TARGETS
from render.write.docx import write_docx

empty = Composed(layout_file.load("report"), "", None, {}, (), {})
write_docx(empty, TARGETS["word"], Properties("", "", "", "", datetime(2021, 1, 1, tzinfo=UTC)))
print("docx" in sys.modules, "lxml" in sys.modules)
"""


@pytest.fixture
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Start with nothing kept, in the process or on disk."""
    monkeypatch.setenv("GONGWEN_CACHE", str(tmp_path))
    base._base_of.cache_clear()
    yield tmp_path
    base._base_of.cache_clear()


@pytest.mark.parametrize("plain", [False, True])
def test_a_document_has_no_fault(tmp_path: Path, plain: bool) -> None:
    """Judged by a validator that knows the schema and what makes Word repair a file."""
    path = tmp_path / "a.docx"
    path.write_bytes(everything(plain=plain))
    found = openxml_audit.OpenXmlValidator().validate(str(path))
    assert [str(error) for error in found.errors] == []


def test_nothing_of_the_default_look_is_left() -> None:
    """No Japanese, no face of a theme, no part that a report has no use for."""
    parts = parts_of(everything())
    for name, content in parts.items():
        assert b"ja-JP" not in content, name
        assert "ＭＳ".encode() not in content, name
        assert b"Calibri" not in content, name
        assert b"rsid" not in content, name
    assert not [name for name in parts if "Effects" in name or "customXml" in name or "thumbnail" in name]


def test_the_page_is_that_of_the_standard() -> None:
    """GB/T 9704-2012, 5.2.1: 37, 35, 28 and 26 mm of A4, 22 rows of 579 twips."""
    section = part(written(), "word/document.xml").find(f".//{W}sectPr")
    assert section is not None
    margins = section.find(f"{W}pgMar")
    assert margins is not None
    sides = [margins.get(f"{W}{side}") for side in ("top", "bottom", "left", "right")]
    assert sides == ["2098", "1984", "1587", "1474"]
    assert values(section, "pgSz", "w") + values(section, "pgSz", "h") == ["11906", "16838"]
    grid = section.find(f"{W}docGrid")
    assert grid is not None
    assert {n.removeprefix(W): v for n, v in grid.attrib.items()} == {"type": "lines", "linePitch": "579"}


def test_page_numbers_stand_outside() -> None:
    """Right on odd pages, left on even ones, one character of 14 pt in (7.5)."""
    data = written()
    sides = {}
    for name in ("word/footer1.xml", "word/footer2.xml"):
        footer = part(data, name)
        side = values(footer, "pPr/jc")[0]
        sides[side] = values(footer, "pPr/ind", side)[0]
        assert "".join(footer.itertext()) == "— 1 —"
        assert values(footer, "fldSimple", "instr") == [" PAGE "]
    assert sides == {"right": "280", "left": "280"}
    assert len(values(part(data, "word/settings.xml"), "evenAndOddHeaders")) == 1


def test_the_page_number_leaves_the_text_its_rows() -> None:
    """Its line ends inside the lower margin: what stands higher costs the page a row."""
    section = part(written(), "word/document.xml").find(f".//{W}sectPr/{W}pgMar")
    assert section is not None
    assert int(section.get(f"{W}footer", "")) + 320 < int(section.get(f"{W}bottom", ""))


def test_words_break_as_the_target_says() -> None:
    """Dashes and ellipses are never split in Word."""
    settings = part(written(), "word/settings.xml")
    assert values(settings, "noLineBreaksBefore") == [target().no_start]
    assert values(settings, "noLineBreaksAfter") == [target().no_end]
    assert values(settings, "characterSpacingControl") == ["doNotCompress"]
    assert values(settings, "themeFontLang", "eastAsia") == ["zh-CN"]


def test_faces_are_named_with_a_substitute() -> None:
    """Windows has 仿宋 where 仿宋_GB2312 is missing."""
    fonts = part(written(), "word/fontTable.xml")
    named = {f.get(f"{W}name"): f.find(f"{W}altName") for f in fonts}
    assert set(named) == set(layout_file.load("report").faces.values())
    assert named["仿宋_GB2312"].get(f"{W}val") == "仿宋"  # type: ignore[union-attr]


def test_a_kept_base_needs_no_python_docx(empty_cache: Path) -> None:
    """Nor anything else that is slow to load."""
    environment = {**os.environ, "PYTHONPATH": str(TESTS.parent)}
    command = [sys.executable, "-c", WRITE_EMPTY]
    said = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True) for _ in range(2)
    ]
    assert [done.stdout.strip() for done in said] == ["True True", "False False"]
    assert len(list((empty_cache / "docx").iterdir())) == 1


def test_a_damaged_base_is_made_anew(empty_cache: Path) -> None:
    """And what it gives is the same."""
    whole = written(paragraph("一"))
    kept = next((empty_cache / "docx").iterdir())
    content = kept.read_bytes()
    for damaged in (b"", content[:-1], content[:40] + b"?" + content[41:]):
        kept.write_bytes(damaged)
        base._base_of.cache_clear()
        assert written(paragraph("一")) == whole
        assert kept.read_bytes() == content


def test_a_cache_that_cannot_be_written_is_done_without(empty_cache: Path) -> None:
    """A file stands where the folder should be."""
    (empty_cache / "docx").write_text("")
    assert written(paragraph("一"))


def test_a_user_without_a_home_folder_is_served(monkeypatch: pytest.MonkeyPatch, empty_cache: Path) -> None:
    """As in a bare container."""

    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("render.resources.cache_folder", no_home)
    assert written(paragraph("一"))
    assert list(empty_cache.iterdir()) == []


def test_another_look_has_another_base() -> None:
    """The same text in a template with one value changed."""
    look = layout_file.load("report")
    larger = replace(look, styles={**look.styles, "text": replace(look.styles["text"], size=18.0)})
    document = replace(composed(paragraph("一")), template=larger)
    data = write_docx(document, target(), PROPERTIES)
    assert "36" in values(part(data, "word/styles.xml"), "rPr/sz")


def test_a_date_without_a_time_zone_is_refused() -> None:
    """It would mean another moment on another machine."""
    with pytest.raises(ValueError, match="no time zone"):
        write_docx(composed(), target(), replace(PROPERTIES, created=datetime(2021, 2, 18)))
