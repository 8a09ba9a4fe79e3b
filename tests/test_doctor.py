"""What this machine has for a build."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from render import doctor, resources
from render.doctor import PACKAGES, Check, examine


def found(subject: str, checks: list[Check]) -> Check:
    """Find the first check of a subject."""
    return next(check for check in checks if check.subject == subject)


def code_of(check: Check) -> str | None:
    """Say what is wrong."""
    return check.diagnostic.code if check.diagnostic else None


def test_packages_are_those_of_the_project() -> None:
    """With the same lowest versions."""
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    required = [re.split(">=|,", text)[:2] for text in project["project"]["dependencies"]]
    assert dict(required) == PACKAGES


def test_a_gbk_console_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It lacks part of 通用规范汉字表; UTF-8 and GB 18030 do not."""
    codes = {
        name: code_of(found("console", examine(faces="vendored", encoding=name)))
        for name in ("gbk", "gb18030")
    }
    assert codes == {"gbk": "doctor.console", "gb18030": None}


def test_an_old_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Versions compare by their numbers."""
    monkeypatch.setattr(doctor, "PACKAGES", {"jinja2": "999", "lxml": "5.3.0.0"})
    checks = examine(faces="vendored", encoding="utf-8")
    assert [code_of(check) for check in checks if check.subject == "package"] == ["doctor.package_old", None]
    assert found("offline", checks).value == "no"


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in its place, for one."""
    (tmp_path / "cache").touch()
    monkeypatch.setenv("GONGWEN_CACHE", str(tmp_path / "cache"))
    assert code_of(found("cache", examine(faces="vendored", encoding="utf-8"))) == "doctor.cache"


def test_a_damaged_face_is_told(tmp_path: Path) -> None:
    """By its recorded digest."""
    record = '[[face]]\nfile = "a.ttf"\nsha256 = "00"\n'
    (tmp_path / "faces.toml").write_text(record, encoding="utf-8")
    assert list(doctor._damaged(tmp_path)) == [tmp_path / "a.ttf"]
    assert list(doctor._damaged(resources.folder("fonts"))) == []


def test_office_is_welcome_but_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note, no more."""
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr(doctor, "_OFFICE_PLACES", ())
    assert code_of(doctor._office()) == "doctor.no_office"
