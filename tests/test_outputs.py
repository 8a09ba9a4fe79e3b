"""Names and whole files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render import outputs
from render.outputs import LONGEST_NAME, Output, file_name, open_elsewhere, write_all, write_folder


def test_a_title_is_its_own_name() -> None:
    """标题 + extension."""
    assert file_name("洪山区2020年度法治政府建设工作报告", "pdf") == "洪山区2020年度法治政府建设工作报告.pdf"


def test_what_windows_refuses_becomes_full_width() -> None:
    """No reserved character is left."""
    assert file_name('甲/乙:丙?"丁"', "docx") == "甲／乙：丙？”丁”.docx"


def test_device_names_are_avoided() -> None:
    """CON is no file on Windows."""
    assert file_name("con", "pdf") == "_con.pdf"


def test_marks_tell_files_apart() -> None:
    """An edition and a stage stand before the extension."""
    assert file_name("题", "pdf", marks=["公开版", "送审稿"]) == "题_公开版_送审稿.pdf"


def test_two_long_titles_never_share_a_name() -> None:
    """A cut name carries a digest of the whole."""
    one, two = (file_name("字" * 100 + end, "pdf") for end in "甲乙")
    assert one != two
    assert max(len(one.encode()), len(two.encode())) <= LONGEST_NAME


@given(st.text(min_size=1, max_size=300))
def test_every_title_gives_a_usable_name(title: str) -> None:
    """Never empty, never a path, never too long."""
    name = file_name(title.replace("\ud800", ""), "pdf")
    assert name.endswith(".pdf")
    assert not set(name) & set('\\/:*?"<>|\0')
    assert len(name.encode(errors="replace")) <= LONGEST_NAME


def test_files_are_written_with_their_paths(tmp_path: Path) -> None:
    """The folder is made."""
    written, found = write_all([Output("pdf", "a.pdf", b"1")], tmp_path / "new" / "out")
    assert found == []
    assert written[0].path is not None
    assert written[0].path.read_bytes() == b"1"


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up during the second file leaves neither, and no scraps."""
    real = outputs._write_beside
    calls = []

    def fill_up(data: bytes, folder: Path) -> Path:
        calls.append(data)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        return real(data, folder)

    monkeypatch.setattr(outputs, "_write_beside", fill_up)
    written, found = write_all([Output("pdf", "a.pdf", b"1"), Output("docx", "a.docx", b"2")], tmp_path)
    assert written == []
    assert [d.code for d in found] == ["output.disk_full"]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    """The output place must be a folder."""
    (tmp_path / "out").write_text("")
    _, found = write_all([Output("pdf", "a.pdf", b"1")], tmp_path / "out")
    assert [d.code for d in found] == ["output.not_a_folder"]


def test_a_file_that_cannot_be_replaced_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to replace a file that Word holds open; the old one stays."""
    (tmp_path / "a.pdf").write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    _, found = write_all([Output("pdf", "a.pdf", b"1")], tmp_path)
    assert [d.code for d in found] == ["output.open"]
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("lock", ["~$报告.docx", ".~lock.年度报告.docx#"])
def test_office_programs_leave_locks(tmp_path: Path, lock: str) -> None:
    """Word replaces two characters of the name, LibreOffice wraps it."""
    (tmp_path / lock).write_text("")
    assert open_elsewhere(tmp_path / "年度报告.docx")
    assert not open_elsewhere(tmp_path / "别的.docx")


@pytest.mark.parametrize(
    ("number", "code"),
    [(13, "output.denied"), (30, "output.denied"), (36, "output.name_too_long"), (5, "output.not_writable")],
)
def test_every_refusal_has_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    """No permission, a read-only disk, a name too long, and anything else."""

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(outputs, "_write_beside", refuse)
    assert [d.code for d in write_all([Output("pdf", "a.pdf", b"1")], tmp_path)[1]] == [code]


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    """By the next run that writes there; what may be being written, or is still to be put in place, stays."""
    old = [tmp_path / ".gongwen-7-0123.part", tmp_path / ".gongwen-7-留底"]
    waiting = tmp_path / ".gongwen-7-figures.xlsx"
    fresh = tmp_path / ".gongwen-8-4567.part"
    old[1].mkdir()
    (old[1] / "a").write_bytes(b"a")
    for path in (old[0], waiting, fresh):
        path.write_bytes(b"a")
    for path in (*old, waiting):
        os.utime(path, (0, 0))
    write_all([Output("pdf", "b.pdf", b"b")], tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [waiting.name, fresh.name, "b.pdf"]


def test_folders_left_by_killed_runs_are_cleared_too(tmp_path: Path) -> None:
    """Beside a folder that is made anew."""
    left = tmp_path / ".gongwen-7-预览"
    left.mkdir()
    os.utime(left, (0, 0))
    write_folder([Output("png", "1.png", b"b")], tmp_path / "预览")
    assert [path.name for path in tmp_path.iterdir()] == ["预览"]
