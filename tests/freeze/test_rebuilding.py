"""Rebuilding: the same bytes from the state alone, or what differs and why."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folders import write_everything, write_report

import render
from render import fonts, pipeline
from render.freeze import STATES, versions
from render.freeze.rebuilding import Rebuilt, rebuild
from render.freeze.states import MADE
from render.messages import Exit

from .states import codes, frozen, rewritten

OWN = """title = "自己的"
inherits = "report"
[styles.title]
size_pt = 24
"""


def again(report: Path, made_with: str | None = None, **more: object) -> Rebuilt:
    """Build the state again, in memory."""
    return rebuild(pipeline.Job(report, **more), "送审稿", made_with)  # type: ignore[arg-type]


def kept(report: Path) -> dict[str, bytes]:
    """What was built when the state was frozen."""
    return {p.suffix: p.read_bytes() for p in (report / STATES / "送审稿" / MADE).iterdir()}


def test_today_has_no_part_in_it(tmp_path: Path) -> None:
    """Text, figures, attachments, pictures and an own template changed or gone, another year's date set."""
    report = write_everything(tmp_path / "r")
    (report / "自己的版式").mkdir()
    (report / "自己的版式" / "layout.toml").write_text(OWN, encoding="utf-8")
    text = (report / "report.md").read_text(encoding="utf-8")
    (report / "report.md").write_text(text.replace("版式: webpage", "版式: 自己的版式"), encoding="utf-8")
    assert frozen(report).exit is Exit.DONE
    before = kept(report)
    for name in ("自己的版式", "附件", "图片"):
        shutil.rmtree(report / name)
    (report / "report.md").write_text("坏了", encoding="utf-8")
    (report / "figures.csv").unlink()
    made = again(report)
    assert (made.result.exit, made.same) == (Exit.DONE, {"docx": True, "pdf": True})
    assert {f".{o.format}": o.data for o in made.result.outputs} == before


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "SOURCE_DATE_EPOCH": "1"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Auckland", "GONGWEN_FACES": "auto"},
    ],
)
def test_on_another_machine(environment: dict[str, str], tmp_path: Path) -> None:
    """The folder copied, another place to stand, locale, zone, hash seed, caches, home, in a new process."""
    report = write_everything(tmp_path / "r")
    frozen(report)
    there = tmp_path / "别处 one" / "two"
    shutil.copytree(report, there)
    shutil.rmtree(report)
    path = os.pathsep.join([str(Path(render.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    own = {"PYTHONPATH": path, "GONGWEN_CACHE": str(tmp_path / "cache"), "HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-m", "render", "build", "two", "--at", "送审稿", "-o", "made", "--lang", "zh"],
        cwd=there.parent, env={**os.environ, **environment, **own}, capture_output=True, check=True,
    )  # fmt: skip
    assert {p.suffix: p.read_bytes() for p in (there.parent / "made").iterdir()} == kept(there)
    if environment["LC_ALL"] != "C":
        assert "逐字节一致" in done.stdout.decode()


def test_settings_of_the_time_are_kept(tmp_path: Path) -> None:
    """Edition, metadata set from outside, target, comparison."""
    report = write_report(
        tmp_path / "r", "办理{{ 合同审核件数|带单位 }}。\n", more="版本:\n  报送:\n    附注: 内部\n"
    )
    settings = {"settings": {"标题": "另一标题"}, "edition": "报送", "target": "word", "compare": (2019,)}
    assert frozen(report, **settings).exit is Exit.DONE
    made = again(report)
    assert made.same == {"docx": True, "pdf": True}
    assert made.result.laid_out is not None
    assert made.result.laid_out.content.title == "另一标题"


def test_a_template_by_its_path_is_kept(tmp_path: Path) -> None:
    """Also one that bears the name of the one it inherits from."""
    report = write_report(tmp_path / "r")
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "layout.toml").write_text(OWN, encoding="utf-8")
    assert frozen(report, template=str(tmp_path / "report")).exit is Exit.DONE
    shutil.rmtree(tmp_path / "report")
    made = again(report)
    assert made.same == {"docx": True, "pdf": True}
    assert made.result.laid_out is not None
    assert made.result.laid_out.settled.template.styles["title"].size == 24


def test_a_damaged_state_is_not_built(tmp_path: Path) -> None:
    """The file is named, and nothing is written."""
    report = write_report(tmp_path / "r")
    frozen(report)
    path = report / STATES / "送审稿" / "版式" / "report" / "layout.toml"
    path.chmod(0o644)
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    made = again(report, out=tmp_path / "out")
    assert (made.result.exit, codes(made.result)) == (Exit.USE, ["freeze.part_changed"])
    assert not (tmp_path / "out").exists()


def test_other_versions_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that differ are written with a warning that says what changed, and where the old ones are."""
    report = write_report(tmp_path / "r")
    state = frozen(report).state
    assert state is not None
    files = {**state.record.files}
    files["成品/测试报告.pdf"] = files["成品/测试报告.docx"]
    path = report / STATES / "送审稿" / MADE
    (path / "测试报告.pdf").unlink()
    shutil.copy(path / "测试报告.docx", path / "测试报告.pdf")
    rewritten(state.folder, files=files, versions={**state.record.versions, "reportlab": "0.1"})
    made = again(report)
    assert (made.result.exit, made.same) == (Exit.DONE, {"docx": True, "pdf": False})
    (warning,) = [d for d in made.result.diagnostics if d.code == "freeze.other_bytes"]
    assert warning.values["formats"] == ("PDF",)
    assert warning.values["versions"] == (f"reportlab 0.1→{versions.versions()['reportlab']}",)
    assert warning.values["kept"] == ("留底/送审稿/成品/测试报告.pdf",)
    assert again(report, strict=True).result.exit is Exit.STRICT


def test_another_text_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that says something else of the same report is worse than one that packs it differently."""
    report = write_report(tmp_path / "r")
    state = frozen(report).state
    assert state is not None
    files = {**state.record.files}
    files["成品/测试报告.docx"] = files["成品/测试报告.pdf"]
    shutil.copy(state.folder / "成品/测试报告.pdf", state.folder / "成品/测试报告.docx")
    rewritten(state.folder, files=files, fingerprint="00000000")
    assert "freeze.other_text" in codes(again(report).result)


def test_formats_can_be_chosen(tmp_path: Path) -> None:
    """What was not frozen is built, and compared with nothing."""
    report = write_report(tmp_path / "r")
    frozen(report)
    assert again(report, to=("pdf",)).same == {"pdf": True}
    assert again(report, to=("txt",)).same == {}


def test_sign_off_sheets_of_a_state(tmp_path: Path) -> None:
    """They are made of the state, and are not taken for its files."""
    report = write_report(tmp_path / "r", "办理{{ 合同审核件数|带单位 }}。\n")
    frozen(report)
    made = again(report, extras=("核对表",))
    assert made.same == {"docx": True, "pdf": True}
    assert len(made.result.outputs) == 4


class TestOfficialFaces:
    """A face of the machine, which is not kept with the state."""

    @pytest.fixture
    def report(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A report frozen on a machine with a 仿宋_GB2312 of its own."""
        vendored = fonts.vendored_faces()["宋体"]
        shutil.copy(vendored.path, tmp_path / "simfang.ttf")
        self.install(monkeypatch, tmp_path / "simfang.ttf")
        report = write_report(tmp_path / "r")
        assert frozen(report, faces="auto").exit is Exit.DONE
        return report

    def install(self, monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
        """Have a machine with one official face, or none."""
        found = {} if path is None else {"仿宋_GB2312": fonts.Installed(path, 0, "FangSong_GB2312", "")}
        fonts.font_book.cache_clear()
        monkeypatch.setattr(fonts, "installed_faces", lambda: found)

    @pytest.fixture(autouse=True)
    def forgotten(self) -> object:
        """Leave no book with the machine's faces behind."""
        yield
        fonts.font_book.cache_clear()

    def test_it_is_not_copied(self, report: Path) -> None:
        """Its licence is the office's own; name and digest are written down."""
        names = [p.name for p in report.rglob("*") if p.is_file()]
        assert not [name for name in names if name.endswith((".ttf", ".otf", ".ttc"))]

    def test_where_it_is_the_bytes_are_the_same(self, report: Path) -> None:
        """And the vendored faces stay for the other roles, though others may be installed since."""
        assert again(report).same == {"docx": True, "pdf": True}

    def test_where_it_is_missing_nothing_is_built(
        self, report: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The face is named with its digest."""
        self.install(monkeypatch, None)
        made = again(report)
        (found,) = made.result.diagnostics
        assert (made.result.exit, found.code, found.values["family"]) == (
            Exit.USE,
            "freeze.face_missing",
            "仿宋_GB2312",
        )

    def test_on_request_another_face_does(self, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Then the PDF differs, and the faces are given as the reason."""
        self.install(monkeypatch, None)
        made = again(report, "vendored")
        assert made.result.exit is Exit.DONE
        assert made.same is not None
        assert not made.same["pdf"]
        (found,) = [d for d in made.result.diagnostics if d.code == "freeze.other_bytes"]
        assert found.values["faces"] == ("仿宋_GB2312",)

    def test_another_version_of_it(
        self, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A face of the same name that is not the same file."""
        shutil.copy(fonts.vendored_faces()["黑体"].path, tmp_path / "other.ttf")
        self.install(monkeypatch, tmp_path / "other.ttf")
        assert codes(again(report).result) == ["freeze.face_other"]
