"""It builds back: an imported folder, built for its own year, gives the imported text exactly."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from recognise.models import MODELS
from recognise.scoring import SUFFIXES
from recognise.styles import STYLES, Style
from recognise.styles import render as set_in

import render
from render.intake import Request, built_lines, differences, take_in

ROOT = Path(__file__).parents[2]
SEED = ROOT / "tests" / "samples" / "hongshan-2020.txt"


def imported(source: Path, **options: object) -> tuple[Path, list[str]]:
    """Import a file; the folder, and what was found to differ when it was tried out."""
    folder = source.parent / f"{source.stem}-folder"
    taken = take_in(Request(source, folder, **options))  # type: ignore[arg-type]
    assert taken.account is not None, taken.diagnostics
    return folder, [d.code for d in taken.diagnostics if d.code != "import.ours"]


@pytest.mark.parametrize("style", STYLES, ids=lambda s: s.name)
def test_every_style_builds_back(style: Style, tmp_path: Path) -> None:
    """With all figures bound; trying it out finds nothing, and nor does the build."""
    for number, model in enumerate(MODELS):
        source = tmp_path / f"{number}{SUFFIXES[style.kind]}"
        source.write_bytes(set_in(model, style))
        folder, codes = imported(source)
        assert codes == [], (model.title, codes)
        assert built_lines(folder)


@pytest.mark.parametrize("name", ["hongshan-2020", "starter"])
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_samples_come_back(name: str, kind: str, tmp_path: Path) -> None:
    """A sample built, imported and built again prints the same."""
    before = ROOT / "samples" / name
    (output,) = render.build(before, to=[kind], faces="vendored").outputs
    source = tmp_path / f"a.{kind}"
    source.write_bytes(output.data)
    folder, codes = imported(source)
    assert codes == []
    assert differences(built_lines(before)[0], built_lines(folder)[0]) == []


@pytest.mark.parametrize("options", [{"figures": "none"}, {"figures": "sure"}, {"keeps_marks": True}])
def test_every_option_builds_back(options: dict[str, object], tmp_path: Path) -> None:
    """Without figures, with the sure ones, with the marks as they were."""
    source = tmp_path / "2020.txt"
    source.write_bytes(SEED.read_bytes())
    folder, codes = imported(source, **options)
    assert codes == []
    text = (folder / "report.md").read_text(encoding="utf-8")
    assert ("{{" in text) is (options.get("figures") != "none")
    assert ("2020年,我区" in text) is False or options.get("keeps_marks")


WORDS = st.sampled_from(
    "全区 办理 案件 28件 增长3.5% 2020年 一是 （二） 《办法》 “一网通办” 约300人 , ; ( ) : 5%~8% 近万户 12,558件 1.5亿元 第3条 {{x}} *甲* # | < > & _ 。 ， ； ： 、".split()
)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=12).map("".join), min_size=1, max_size=12)


@given(lines=LINES)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_the_text(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    """Words, numbers and marks in any order come back as they were."""
    source = tmp_path_factory.mktemp("import") / "2020.txt"
    text = "\n".join(["关于2020年工作情况的报告", "全区各项工作取得明显成效，现将情况报告如下。", *lines])
    source.write_text(text, encoding="utf-8")
    _, codes = imported(source, force=True)
    assert set(codes) <= {"content.no_text"}
