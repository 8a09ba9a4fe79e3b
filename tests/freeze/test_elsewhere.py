"""What the rest of the house makes of a folder that holds frozen states: nothing, unless it is asked to."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from folders import write_everything

import render
from render import carry
from render.batch.inputs import contents_of, files_digest
from render.freeze import STATES
from render.pipeline import Job, build
from render.proofread import proofread
from render.rollover import roll_over

from .states import frozen


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """The same report twice, frozen in one of the two."""
    plain, kept = write_everything(tmp_path / "一2020"), write_everything(tmp_path / "二2020")
    frozen(kept)
    return plain, kept


def test_files_that_carry_the_folder(folders: tuple[Path, Path]) -> None:
    """The same bytes: earlier drafts are nobody's who gets the last one."""
    plain, kept = (
        {o.format: o.data for o in render.build(f, faces="vendored", carry_source=True).outputs}
        for f in folders
    )
    assert plain == kept


def test_restoring_brings_no_state_back(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """Nor any file of one."""
    built = render.build(folders[1], faces="vendored", carry_source=True, out=tmp_path / "out")
    path = next(o.path for o in built.outputs if o.format == "docx")
    assert path is not None
    restored = carry.restore(path, tmp_path / "back")
    assert restored.outputs
    assert not (tmp_path / "back" / STATES).exists()


def test_a_public_edition_holds_nothing_of_it(tmp_path: Path) -> None:
    """Not one name of a frozen file in any part."""
    report = write_everything(tmp_path / "r")
    frozen(report)
    result = render.build(report, edition="公开", faces="vendored", out=tmp_path / "out")
    for output in result.outputs:
        assert output.path is not None
        assert STATES.encode() not in output.data
        if output.format == "docx":
            with zipfile.ZipFile(output.path) as package:
                assert not [n for n in package.namelist() if STATES.encode() in package.read(n)]


def test_a_batch_has_nothing_to_do_again(folders: tuple[Path, Path]) -> None:
    """What is frozen is no input, its pictures neither."""
    _, kept = folders
    before = files_digest(kept)
    frozen(kept, "签发稿")
    assert files_digest(kept) == before
    assert not [name for name in contents_of(kept) if STATES in name]


def test_next_year_begins_without(folders: tuple[Path, Path]) -> None:
    """A state belongs to its year."""
    rolled = roll_over(folders[1], 2021)
    assert rolled.outputs
    assert not (rolled.folder / STATES).exists()


def test_a_check_and_a_build_find_the_same(folders: tuple[Path, Path]) -> None:
    """With a state and without one."""
    plain, kept = (
        ([d.code for d in proofread(Job(f)).diagnostics], [d.code for d in build(Job(f)).diagnostics])
        for f in folders
    )
    assert plain == kept
