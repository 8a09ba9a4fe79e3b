"""Files replaced all together, and the old ones kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from render.edit.saving import KEPT, save


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files, one of them in a folder."""
    (tmp_path / "附件").mkdir()
    (tmp_path / "a.md").write_bytes(b"a")
    (tmp_path / "附件" / "b.md").write_bytes(b"b")
    return tmp_path


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_new_contents_and_copies(folder: Path) -> None:
    """The copies lie under the names the files had."""
    kept, failed = save(folder, {"a.md": b"A", "附件/b.md": b"B"}, "甲前")
    assert (kept, failed) == (folder / KEPT / "甲前-1", ())
    assert everything(folder) == {
        "a.md": b"A",
        "附件/b.md": b"B",
        "备份/甲前-1/a.md": b"a",
        "备份/甲前-1/附件/b.md": b"b",
    }


def test_rights_and_links_stay(folder: Path) -> None:
    """A file that only its owner may read stays so; a link goes on leading where it led."""
    (folder / "a.md").chmod(0o600)
    (folder / "c.md").symlink_to(folder / "附件" / "b.md")
    save(folder, {"a.md": b"A", "c.md": b"C"}, "甲前")
    assert (folder / "a.md").stat().st_mode & 0o777 == 0o600
    assert (folder / "c.md").is_symlink()
    assert (folder / "附件" / "b.md").read_bytes() == b"C"


def test_a_file_open_elsewhere_stops_all(folder: Path) -> None:
    """Nothing is written, nothing copied."""
    (folder / "附件" / ".~lock.b.md#").write_bytes(b"")
    before = everything(folder)
    kept, failed = save(folder, {"a.md": b"A", "附件/b.md": b"B"}, "甲前")
    assert (kept, [d.code for d in failed], everything(folder)) == (None, ["edit.open"], before)


def test_a_file_that_is_gone(folder: Path) -> None:
    """It cannot be kept, so nothing is replaced."""
    before = everything(folder)
    kept, failed = save(folder, {"a.md": b"A", "c.md": b"C"}, "甲前")
    assert (kept, [d.code for d in failed], everything(folder)) == (None, ["folder.unreadable"], before)


def test_when_the_second_cannot_be_put_in_place_the_first_is_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a program may hold a file without a sign."""
    before = everything(folder)
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if target.name == "b.md":
            raise PermissionError(13, "in use")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    kept, failed = save(folder, {"a.md": b"A", "附件/b.md": b"B"}, "甲前")
    assert (kept, [d.code for d in failed], everything(folder)) == (None, ["edit.open"], before)
