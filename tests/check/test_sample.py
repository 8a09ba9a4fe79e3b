"""The real report: its own faults are found, and stand in it switched off, each with its reason."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

import pytest

import render
from render.messages import Exit
from render.pipeline import Job
from render.proofread import proofread

SAMPLES = Path(render.__file__).parent.parent / "samples"
SAMPLE = SAMPLES / "hongshan-2020"
FAULTS = [
    ("fazhi.leaders", None),
    ("fazhi.others", None),
    ("law.unknown", "应急管理法"),
    ("number.han_scale", "5千"),
    ("figure.split", None),
    ("figure.rate", "行政调解比达到16%"),
    ("direction.no_base", "较去年翻番"),
    ("number.base_word", "较去年"),
    ("figure.published", "4286"),
]


def test_its_faults_are_those_its_readme_lists(tmp_path: Path) -> None:
    """And no others, once nothing is switched off."""
    folder = copytree(SAMPLE, tmp_path / "s")
    text = (folder / "report.md").read_text(encoding="utf-8")
    (folder / "report.md").write_text(re.sub(r"(?m)^不查:\n(?:  .*\n)+", "", text), encoding="utf-8")
    found = proofread(Job(folder)).checked.findings
    told = [(each.code, each.values.get("found") or each.values.get("words")) for each in found]
    assert sorted(told, key=str) == sorted(FAULTS, key=str)


@pytest.mark.parametrize("edition", [None, "报送", "公开"])
def test_they_are_switched_off_with_their_reasons(edition: str | None) -> None:
    """Each of them one by one, in every edition."""
    proof = proofread(Job(SAMPLE, edition=edition))
    assert (proof.exit, proof.diagnostics) == (Exit.DONE, ())
    assert [each.count for each in proof.checked.waived] == [1] * len(FAULTS)
    assert all(each.reason for each in proof.checked.waived)


def test_next_years_numbers_bring_out_what_was_typed() -> None:
    """三件 beside three names is four now, 由…提升至 the wrong way round; what was accepted stays so."""
    codes = {each.code for each in proofread(Job(SAMPLE, year=2021)).checked.findings}
    assert {"figure.listed", "direction.from_to", "figure.split"} <= codes
    assert "waiver.idle" not in codes


@pytest.mark.parametrize("name", [each.name for each in SAMPLES.iterdir() if (each / "report.md").is_file()])
def test_no_sample_has_more_than_notes(name: str) -> None:
    """Nothing of 规定 or 推荐 in any of them."""
    assert proofread(Job(SAMPLES / name)).exit is Exit.DONE
