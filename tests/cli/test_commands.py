"""The commands, from their words to what they leave behind."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest

from render import doctor, pipeline
from render.diagnostics import Diagnostic
from render.fonts import LATIN, OFFICIAL, ROLES
from render.messages import Exit

from .conftest import Run

NAME = "XX区某局2025年度政务公开工作情况报告"


def test_a_first_report_takes_two_commands(run: Run, tmp_path: Path) -> None:
    """`init`, then `build`, without one remark."""
    folder = tmp_path / "my"
    made, built = run("init", folder), run("build", folder)
    assert (made.status, made.err, built.status, built.err) == (0, "", 0, "")
    assert built.out.splitlines()[:2] == [str(folder / "out" / f"{NAME}.{x}") for x in ("docx", "pdf")]
    assert all(Path(line).is_file() for line in built.out.splitlines()[:2])


def test_init_says_what_comes_next(run: Run, tmp_path: Path) -> None:
    """The last line can be typed as it stands."""
    folder = tmp_path / "two words"
    assert run("init", folder).out.rstrip().endswith(f'gongwen build "{folder}"')


def test_init_leaves_a_folder_with_files_alone(run: Run, report: Path) -> None:
    """Even its own starter."""
    (report / "report.md").write_text("mine", encoding="utf-8")
    assert run("init", report, "--format", "json").codes == ["init.not_empty"]
    assert (report / "report.md").read_text(encoding="utf-8") == "mine"


def test_build_tells_pages_faces_target_and_margins(run: Run, report: Path) -> None:
    """What a clerk wants to know of the files."""
    lines = run("build", report).out.splitlines()
    assert lines[2] == "共1页；排版目标：portable；版面：DOCX按纸质公文，PDF按电子公文"
    assert lines[3].startswith("字体：小标宋用Gongwen Title（自带字体），仿宋用Gongwen Fangsong（自带字体）")


def test_build_in_json_names_and_measures_its_files(run: Run, report: Path, tmp_path: Path) -> None:
    """Path, digest, size and pages of each, and what they are set in."""
    ran = run("build", report, "--to", "pdf", "-o", tmp_path / "there", "--format=json")
    envelope = ran.envelope
    (output,) = envelope["outputs"]
    data = (tmp_path / "there" / f"{NAME}.pdf").read_bytes()
    assert output == {
        "format": "pdf",
        "path": str(tmp_path / "there" / f"{NAME}.pdf"),
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "pages": 1,
    }
    assert (envelope["command"], envelope["ok"], envelope["exit"]) == ("build", True, 0)
    assert (envelope["year"], envelope["target"], envelope["geometry"]) == (
        2025,
        "portable",
        {"pdf": "electronic"},
    )
    assert {face["origin"] for face in envelope["faces"]} == {"vendored"}
    assert "小标宋" in [face["role"] for face in envelope["faces"]]


def test_options_reach_the_job(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every option has its field; the environment gives the date inside the files."""
    seen: list[pipeline.Job] = []

    def build(job: pipeline.Job) -> pipeline.Result:
        seen.append(job)
        return pipeline.Result(Exit.STRICT, (Diagnostic("layout.signature_alone"),))

    monkeypatch.setattr(pipeline, "build", build)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    words = "--year 2024 --edition 公开 --to PDF，docx --template webpage --templates t --target word"
    more = ["--set", "标题＝甲 乙", "--set", "密级=", "--strict", "--force", "--plain", "--faces", "auto"]
    more += ["--carry-source", "--compare", "2018，2019"]
    ran = run("build", report, *words.split(), *more)
    (job,) = seen
    assert (job.year, job.edition, job.to, job.template) == (2024, "公开", ("pdf", "docx"), "webpage")
    assert (job.templates, job.target, job.out) == ((Path("t"),), "word", report / "out")
    assert (job.settings, job.faces) == ({"标题": "甲 乙", "密级": ""}, "auto")
    assert (job.strict, job.force, job.plain, job.carry_source) == (True, True, True, True)
    assert job.compare == (2018, 2019)
    assert job.created is not None
    assert job.created.isoformat() == "1970-01-01T00:00:00+00:00"
    assert ran.status == 4
    assert ran.err.rstrip().endswith("有警告1条，按--strict未写入文件")


def test_the_text_file_may_be_named_itself(run: Run, report: Path) -> None:
    """Its folder's `out` is still the place."""
    ran = run("build", report / "report.md", "--to", "pdf")
    assert ran.out.splitlines()[0] == str(report / "out" / f"{NAME}.pdf")


def test_a_fault_is_told_with_its_line(run: Run, report: Path) -> None:
    """Exit status 1, nothing written."""
    text = (report / "report.md").read_text(encoding="utf-8")
    (report / "report.md").write_text(
        text.replace("{{ 按期办结率|带单位", "{{ 按时办结率|带单位"), encoding="utf-8"
    )
    ran = run("build", report, "--format=json")
    (diagnostic,) = ran.envelope["diagnostics"]
    assert (ran.status, diagnostic["severity"], diagnostic["file"]) == (1, "error", "report.md")
    assert "按期办结率" in diagnostic["message"] + diagnostic["hint"]
    assert not (report / "out").exists()


def test_preview_draws_every_page(run: Run, report: Path) -> None:
    """PNG files beside the built ones, numbered from 01; those of an earlier preview go."""
    folder = report / "out" / "preview"
    folder.mkdir(parents=True)
    (folder / "page-02.png").write_bytes(b"old")
    (folder / "notes.txt").write_bytes(b"mine")
    ran = run("preview", report, "--dpi", "50", "--format=json")
    assert ran.status == 0
    assert sorted(path.name for path in folder.iterdir()) == ["notes.txt", "page-01.png"]
    assert (folder / "page-01.png").read_bytes().startswith(b"\x89PNG")
    assert (ran.envelope["pages"], ran.envelope["dpi"]) == (1, 50)


def test_preview_knows_the_last_page(run: Run, report: Path) -> None:
    """A page beyond it is a mistake worth telling."""
    ran = run("preview", report, "--pages", "1，2-4", "--dpi", "20")
    assert ran.status == 2
    assert "没有第4页，全文共1页" in ran.err


def test_restore_gives_back_what_build_carried(run: Run, report: Path, tmp_path: Path) -> None:
    """Beside the file, under its name, or where `-o` says; never over anything."""
    run("build", report, "--carry-source")
    made = run("restore", report / "out" / f"{NAME}.docx", "--format=json")
    folder = report / "out" / NAME
    assert (made.status, made.envelope["folder"], made.envelope["year"]) == (0, str(folder), 2025)
    assert [output["path"] for output in made.envelope["outputs"]] == [
        str(folder / name) for name in ("figures.xlsx", "report.md")
    ]
    assert (folder / "report.md").read_bytes() == (report / "report.md").read_bytes()
    assert run("restore", report / "out" / f"{NAME}.pdf", "--format=json").codes == ["carry.not_empty"]
    said = run("restore", report / "out" / f"{NAME}.pdf", "-o", tmp_path / "there")
    assert said.out.splitlines()[0] == str(tmp_path / "there")
    assert said.out.splitlines()[1].startswith("已还原2个文件（2025年度，gongwen ")


def test_restore_stops_at_an_edited_file(run: Run, report: Path) -> None:
    """Exit status 1 and the way on; `--force` gives the folder of the build, and says so."""
    run("build", report, "--carry-source", "--to", "docx")
    path = report / "out" / f"{NAME}.docx"
    document = docx.Document(str(path))
    document.paragraphs[-1].add_run("改")
    document.save(str(path))
    stopped = run("restore", path)
    assert (stopped.status, stopped.out) == (1, "")
    assert "［carry.edited］" in stopped.err
    forced = run("restore", path, "--force", "--format=json")
    assert (forced.status, forced.codes) == (0, ["carry.without_edits"])


def test_fonts_lists_every_role(run: Run) -> None:
    """With files, versions and how much of 通用规范汉字表 they reach; the Latin one holds no Han."""
    faces = run("fonts", "--format=json").envelope["faces"]
    assert [face["role"] for face in faces] == [*ROLES, LATIN]
    assert {(face["why"], face["origin"], face["of"]) for face in faces} == {("asked", "vendored", 8105)}
    assert [face["covers"] for face in faces] == [8105, 6638, 8105, 7786, 8105, 0]
    assert {face["chain_covers"] for face in faces} == {8105}
    assert "6638/8105" in run("fonts").out


def test_fonts_check_tells_which_characters_fall_back(run: Run, report: Path) -> None:
    """㎡ is not in the vendored 仿宋; the line is the author's."""
    text = (report / "report.md").read_text(encoding="utf-8").replace("平稳推进。", "平稳推进，计5㎡、6㎡。")
    (report / "report.md").write_text(text, encoding="utf-8")
    line = 1 + next(n for n, line in enumerate(text.splitlines()) if "㎡" in line)
    ran = run("fonts", "--check", report, "--format=json")
    assert (ran.status, ran.envelope["fallbacks"]) == (
        0,
        [
            {
                "char": "㎡",
                "code": "U+33A1",
                "role": "仿宋",
                "family": "Gongwen Song",
                "count": 2,
                "file": "report.md",
                "line": line,
            }
        ],
    )
    assert f"共2处，首处在report.md第{line}行" in run("fonts", "--check", report).out


def test_fonts_check_refuses_characters_nobody_has(run: Run, report: Path) -> None:
    """Code point and line, exit status 1."""
    text = (report / "report.md").read_text(encoding="utf-8").replace("平稳推进", "平稳\U0002053b推进")
    (report / "report.md").write_text(text, encoding="utf-8")
    ran = run("fonts", "--check", report)
    assert (ran.status, ran.out) == (1, "")
    assert "U+2053B" in ran.err


def test_fontconfig_maps_every_official_family(run: Run) -> None:
    """Well-formed, and complete."""
    root = ElementTree.fromstring(run("fonts", "--fontconfig").out)
    mapped = {
        alias.findtext("family"): [f.text for f in alias.iter("family")][-1] for alias in root.iter("alias")
    }
    assert set(mapped) == {family for families in OFFICIAL.values() for family in families}
    assert mapped["仿宋_GB2312"] == "Gongwen Fangsong"


def test_fontconfig_stays_well_formed_on_any_console() -> None:
    """Outside UTF-8, Han characters become references."""
    command = [sys.executable, "-m", "render", "fonts", "--fontconfig"]
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    families = [family.text for family in ElementTree.fromstring(done.stdout).iter("family")]
    assert "仿宋_GB2312" in families


def test_templates_are_listed_with_their_titles(run: Run) -> None:
    """A user's own come first; one that cannot be read is told, the others are listed."""
    entries = run("templates", "--format=json").envelope["templates"]
    assert ("webpage", ["report"]) in [(entry["name"], entry["inherits"]) for entry in entries]


def test_a_broken_template_does_not_hide_the_others(run: Run, tmp_path: Path) -> None:
    """Its fault stands beside the list."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "layout.toml").write_text("title =", encoding="utf-8")
    ran = run("templates", "--templates", tmp_path, "--format=json")
    assert (ran.status, ran.codes) == (2, ["template.syntax"])
    assert "report" in [entry["name"] for entry in ran.envelope["templates"]]


def test_a_template_is_shown_with_what_it_inherits(run: Run) -> None:
    """`webpage` has the title style of `report`."""
    assert (
        '[styles.title]\ntitle = "公文标题"\nface = "小标宋"  # 7.3.1\nsize_pt = 22'
        in run("templates", "show", "webpage").out
    )
    shown = run("templates", "show", "webpage", "--format=json").envelope["template"]
    assert shown["layout"]["styles"]["title"]["face"] == "小标宋"
    assert shown["inherits"] == ["report"]


def test_schema_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    """The same text that standard output gets, without a shell's encoding in between."""
    printed = run("schema").out
    ran = run("schema", "-o", tmp_path / "report.schema.json")
    assert ran.out == f"{tmp_path / 'report.schema.json'}\n"
    assert (tmp_path / "report.schema.json").read_text(encoding="utf-8") == printed


def test_doctor_checks_everything(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each thing with what was found."""
    monkeypatch.setenv("GONGWEN_CACHE", str(tmp_path / "cache"))
    ran = run("doctor", "--format=json")
    assert ran.status == 0
    assert [c["name"] for c in ran.envelope["checks"] if c["subject"] == "face"] == [*ROLES, LATIN]
    assert {c["subject"] for c in ran.envelope["checks"]} == {
        "python", "package", "resources", "face", "offline", "cache", "console", "office",
    }  # fmt: skip


def test_doctor_says_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is not there, and the command that brings it."""
    monkeypatch.setitem(doctor.PACKAGES, "no-such-package", "1.0")
    ran = run("doctor")
    assert ran.status == 2
    assert "错误  程序库       no-such-package" in ran.out
    assert "不可以" in ran.out
    assert 'pip install "no-such-package>=1.0"' in ran.err
