"""Report folders: which files are taken, and everything wrong in one run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read.folders import ReportFolder

import render
from render.diagnostics import Faults, Source
from render.messages.read import MESSAGES
from render.read import read_report
from render.report import Attachment, SourceText

SAMPLE = Path(render.__file__).parents[1] / "samples" / "hongshan-2020"


def test_text_keeps_its_lines(folder: ReportFolder) -> None:
    """Line numbers count on from the front matter, on every line of the text."""
    folder.write("report.md", "---\n标题: 甲\n---\n\n乙\n丙\n\n")

    assert folder.report().text == SourceText("\n乙\n丙", "report.md", (4, 5, 6))


def test_text_alone(folder: ReportFolder) -> None:
    """A report needs no front matter."""
    folder.write("report.md", "甲")
    report = folder.report()

    assert report.metadata == {}
    assert report.text == SourceText("甲", "report.md", (1,))


@pytest.mark.parametrize("name", ["report.md", "report.yaml", "report.yml", "report.json"])
def test_report_files(folder: ReportFolder, name: str) -> None:
    """A folder and the report file in it name the same report."""
    path = folder.write(name, "---\n标题: 甲\n---\n" if name.endswith("md") else '{"标题": "甲"}')

    assert read_report(path) == read_report(folder.path)
    assert folder.report().metadata["title"].value == "甲"


def test_no_figures_file(folder: ReportFolder) -> None:
    """A report without figures has an empty table."""
    assert folder.report().figures.figures == {}


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ((), "folder.no_report"),
        (("report.md", "report.yaml"), "folder.two_reports"),
        (("report.md", "figures.csv", "figures.xlsx"), "folder.two_figures"),
        (("report.doc",), "folder.foreign"),
        (("report.wps",), "folder.foreign"),
        (("report.docx",), "folder.document"),
        (("report.md", "figures.et"), "folder.foreign"),
        (("report.md", "figures.numbers"), "folder.foreign"),
    ],
)
def test_files_that_cannot_be_used(folder: ReportFolder, names: tuple[str, ...], code: str) -> None:
    """Two files of one part, none, or one that another program must save first."""
    for name in names:
        folder.write(name, "指标,2020\n")
    with pytest.raises(Faults) as caught:
        read_report(folder.path)

    assert [d.code for d in caught.value.diagnostics] == [code]


def test_foreign_file_names_the_way_out(folder: ReportFolder) -> None:
    """The message says what to save it as."""
    folder.write("figures.et", b"")

    assert folder.found()[0].source == Source("figures.et")
    assert folder.found()[0].values == {"suffix": ".et", "wanted": ".xlsx"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("no.md", "folder.missing"),
        ("a.txt", "folder.document"),
        ("a.wps", "folder.foreign"),
        ("a.bin", "folder.no_report"),
    ],
)
def test_path_that_is_no_report(folder: ReportFolder, name: str, code: str) -> None:
    """A path that does not exist or is of another kind."""
    if not name.startswith("no"):
        folder.write(name, "")
    with pytest.raises(Faults) as caught:
        read_report(folder.path / name)

    assert [d.code for d in caught.value.diagnostics] == [code]


@pytest.mark.skipif(os.name == "nt", reason="names are case-insensitive and permissions are others")
def test_file_that_the_system_refuses(folder: ReportFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own reason is passed on."""
    folder.write("report.md", "")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert [(d.code, d.values["reason"]) for d in folder.found()] == [
        ("folder.unreadable", "Permission denied")
    ]


def test_faults_of_all_files_in_one_run(folder: ReportFolder) -> None:
    """A bad text, bad figures and a bad attachment are reported together."""
    folder.write("report.md", "标题".encode("gb18030"))
    folder.write("figures.xlsx", b"<html>")
    folder.write("附件/1.md", "报告".encode("gb18030"))

    assert [(d.code, d.source.file) for d in folder.found()] == [
        ("text.encoding", "report.md"),
        ("figures.misnamed", "figures.xlsx"),
        ("text.encoding", "附件/1.md"),
    ]


def test_faults_in_entries_and_cells_leave_a_report(folder: ReportFolder) -> None:
    """What can be read is read, so that later stages can look at the rest."""
    folder.metadata("标题: 甲", "标题甲: 乙")
    folder.sheet(["指标", 2020], ["立案数", "约5"])
    report, found = folder.read()

    assert report is not None
    assert report.metadata["title"].value == "甲"
    assert "立案数" in report.figures.figures
    assert [d.code for d in found] == ["metadata.unknown_key", "figures.words"]


def test_attachments_in_natural_order(folder: ReportFolder) -> None:
    """2 comes before 10; hidden files and those that programs leave behind are no attachments."""
    for name in ("附件10.md", "附件2.md", "附件1.md", ".附件3.md", "~$附件1.md", "Thumbs.db"):
        folder.write(f"附件/{name}", f"# {name}\n\n甲")

    assert [each.title for each in folder.report().attachments] == ["附件1.md", "附件2.md", "附件10.md"]


def test_attachment_heading_is_its_title(folder: ReportFolder) -> None:
    """The heading is taken off the text, and lines keep their numbers."""
    folder.write("附件/1.md", "\n# 任务清单 #\n\n甲\n# 乙\n")

    assert folder.report().attachments == (
        Attachment("任务清单", SourceText("\n\n甲\n# 乙", "附件/1.md", (1, 3, 4, 5)), Source("附件/1.md", 2)),
    )


@pytest.mark.parametrize("name", ["1-任务清单", "附件1 任务清单", "02、任务清单", "任务清单"])
def test_attachment_without_heading(folder: ReportFolder, name: str) -> None:
    """Its title is the file's name without the number in front."""
    folder.write(f"附件/{name}.md", "甲\n# 乙")
    (attachment,) = folder.report().attachments

    assert attachment.title == "任务清单"
    assert attachment.text.text == "甲\n# 乙"


def test_attachment_named_by_number_only(folder: ReportFolder) -> None:
    """A name that is all number stays."""
    folder.write("附件/1.md", "甲")

    assert folder.report().attachments[0].title == "1"


def test_attachment_title_in_front_matter(folder: ReportFolder) -> None:
    """It goes before the heading, which is taken off only where it says the same."""
    folder.write("附件/1.md", "---\n标题: 任务清单\n---\n# 任务清单\n甲")
    folder.write("附件/2.md", "---\ntitle: 名单\n---\n\n# 一\n乙")

    assert folder.report().attachments == (
        Attachment("任务清单", SourceText("甲", "附件/1.md", (5,)), Source("附件/1.md", 2)),
        Attachment("名单", SourceText("\n# 一\n乙", "附件/2.md", (4, 5, 6)), Source("附件/2.md", 2)),
    )


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("成文日期: 2021-02-18", "attachment.key"),
        ("标题: 乙", "metadata.twice"),
        ("标题:\n- 乙", "text.shape"),
    ],
)
def test_an_attachment_has_no_other_metadata(folder: ReportFolder, entry: str, code: str) -> None:
    """The key is named where it stands, and the rest is read."""
    folder.write("附件/1.md", f"---\n{'' if code == 'text.shape' else 'title: 甲'}\n{entry}\n---\n丙")
    report, found = folder.read()

    assert report is not None
    assert report.attachments[0].text.text == "丙"
    assert [d.code for d in found] == [code]


def test_what_is_no_attachment_is_named(folder: ReportFolder) -> None:
    """An annex left as .docx must not go missing unseen, nor one that was never written."""
    folder.write("附件/1.docx", b"PK")
    folder.write("附件/2.MD", "甲")
    folder.write("附件/3.md", "# 乙\n\n")
    report, found = folder.read()

    assert report is not None
    assert [each.title for each in report.attachments] == ["2", "乙"]
    assert [(d.code, d.source.file) for d in found] == [
        ("attachment.not_text", "附件/1.docx"),
        ("attachment.empty", "附件/3.md"),
    ]


def test_a_folder_of_attachments_that_cannot_be_read(folder: ReportFolder) -> None:
    """No attachments and unreadable ones are not the same."""
    folder.write("附件", "甲")

    assert [(d.code, d.source.file) for d in folder.found()] == [("folder.unreadable", "附件")]


def test_sample() -> None:
    """The built-in sample reads without a word."""
    report, found = read_report(SAMPLE)

    assert found == ()
    assert report.metadata["year"].value == 2020
    assert len(report.figures.figures) == 98
    assert len(report.text.lines) == report.text.text.count("\n") + 1


MARKS = st.sampled_from(
    [*list("-:：#|>[]{}\"'\\&*!%@`,\n\t \x00"), "标题", "2021", "版本", "{{ 甲 }}", "- ", "  ", "---\n"]
)


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("report.md", "---\n"),
        ("report.yaml", ""),
        ("report.json", ""),
        ("figures.csv", "指标,2020\n"),
        ("figures.yaml", ""),
    ],
)
@given(parts=st.lists(MARKS, max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_or_reported(
    tmp_path_factory: pytest.TempPathFactory, name: str, before: str, parts: list[str]
) -> None:
    """Whatever an author types, it ends in a report or in diagnostics with a place."""
    folder = ReportFolder(tmp_path_factory.mktemp("any") / "report")
    folder.write(name, before + "".join(parts))

    assert all(d.code in MESSAGES and d.source.file for d in folder.found())
