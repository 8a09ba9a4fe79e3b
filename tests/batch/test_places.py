"""Places: folders and addresses."""

from __future__ import annotations

from pathlib import Path

import fsspec
import pytest
from batch.manifests import batch, built, listed, manifest, report_folder

from render.batch import run
from render.batch.orders import Made
from render.batch.places import Folder, place_of
from render.diagnostics import Faults
from render.messages import Exit


def test_a_path_is_a_folder() -> None:
    """Whatever it looks like, but for an address."""
    assert place_of("out/2020") == Folder(Path("out/2020"))
    assert isinstance(place_of("C:\\out"), Folder)


def test_an_address_takes_the_same_files(tmp_path: Path) -> None:
    """Whole, under their names, and they are known to be there the next time."""
    report_folder(tmp_path / "a", title="甲")
    path = listed(tmp_path, "报告,子文件夹", "a,全区")
    here = built(path)
    where = f"memory://gongwen-{tmp_path.name}"
    orders = manifest(path).orders
    there = run(orders, batch(tmp_path, out=where, state=tmp_path / "state"))
    assert there.exit is Exit.DONE
    system, root = fsspec.core.url_to_fs(where)
    assert [Path(p).name for p in system.find(root)] == ["甲.docx"]
    assert system.cat_file(f"{root}/全区/甲.docx") == (tmp_path / "out" / "全区" / "甲.docx").read_bytes()
    assert here.ended[0].outcome.made == there.ended[0].outcome.made
    again = run(orders, batch(tmp_path, out=where, state=tmp_path / "state"))
    assert again.progress.skipped == 1


def test_an_address_that_cannot_be_used() -> None:
    """Says so before anything is built."""
    with pytest.raises(Faults) as raised:
        place_of("nosuchscheme://x/y")
    assert [d.code for d in raised.value.diagnostics] == ["batch.address"]


def test_a_place_that_refuses_a_file(tmp_path: Path) -> None:
    """Fails the row alone."""
    (tmp_path / "x").touch()
    place = Folder(tmp_path / "x")
    assert [d.code for d in place.write([Made("a.docx", "", 1, b"1")])] == ["output.not_a_folder"]
    assert not place.holds([Made("a.docx", "", 1)])
