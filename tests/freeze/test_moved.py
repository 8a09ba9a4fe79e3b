"""What moved since a state: figures by value, the text by sentence, and the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import write_report
from hypothesis import given
from hypothesis import strategies as st

from render.diagnostics import NOWHERE, Diagnostic
from render.freeze.moved import Moved, SentenceMoved, sentences_moved
from render.freeze.since import moved_since, news_of
from render.pipeline import lay_out
from render.report import FigureTable, Report, SourceText

from .states import frozen, job

TEXT = """\
# 工作情况
今年办理{{ 合同审核件数|带单位 }}。群众满意。<!-- 记：问小李 -->

各单位按时报送材料。会议开了三次。
"""


def moved(report: Path, **more: object) -> Moved:
    """What moved since 送审稿."""
    news = moved_since(job(report, **more), "送审稿", [])
    assert news is not None
    return news.moved


def news(report: Path, found: list[Diagnostic] | None = None, **more: object) -> dict[str, int] | None:
    """How much moved, as a build tells it."""
    built = job(report, **more)
    laid_out = lay_out(built).laid_out
    assert laid_out is not None
    told = news_of(built, laid_out, [] if found is None else found)
    return told and told.counts


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report frozen as 送审稿."""
    folder = write_report(tmp_path / "r", TEXT)
    frozen(folder)
    return folder


def rewrite(report: Path, before: str, after: str, name: str = "report.md") -> None:
    """Change a file in one place."""
    text = (report / name).read_text(encoding="utf-8")
    assert before in text
    (report / name).write_text(text.replace(before, after), encoding="utf-8")


def test_nothing_moved(report: Path) -> None:
    """Though files were saved again, in the office's other line ends."""
    text = (report / "report.md").read_bytes()
    (report / "report.md").write_bytes(text.replace(b"\n", b"\r\n"))
    assert not moved(report)


def test_a_value_with_both_places(report: Path) -> None:
    """The sentence that prints it has not moved: its words are the same."""
    (report / "figures.csv").write_text(
        "指标,单位,2019,2020\n新指标,件,1,2\n合同审核件数,件,20,30\n", encoding="utf-8"
    )
    found = moved(report)
    assert found.sentences == ()
    new, old = found.figures
    assert (new.name, new.case) == ("新指标", "new")
    assert (old.name, old.case) == ("合同审核件数", "changed")
    (cell,) = old.cells
    assert (cell.year, cell.before, cell.after) == (2020, "28", "30")
    assert (cell.source_before.line, cell.source.line) == (2, 3)


def test_a_figure_that_is_gone(report: Path) -> None:
    """With the values it had."""
    rewrite(report, "今年办理{{ 合同审核件数|带单位 }}。", "")
    (report / "figures.csv").write_text("指标,单位,2019,2020\n", encoding="utf-8")
    (gone,) = moved(report).figures
    assert (gone.case, [(c.year, c.before) for c in gone.cells]) == ("gone", [(2019, "20"), (2020, "28")])


def test_a_unit_that_changed(report: Path) -> None:
    """Counts as the figure."""
    rewrite(report, "合同审核件数,件,20", "合同审核件数,份,20", "figures.csv")
    (figure,) = moved(report).figures
    assert (figure.cells, figure.aspects) == ((), (("单位", "件", "份"),))


def test_a_worked_out_figure_moves_with_its_inputs(tmp_path: Path) -> None:
    """A reader of the sheet sees both."""
    head = "指标,单位,2019,2020,公式\n"
    report = write_report(tmp_path / "r", figures=f"{head}甲,件,1,2,\n乙,件,,,甲*2\n")
    frozen(report)
    (report / "figures.csv").write_text(f"{head}甲,件,1,3,\n乙,件,,,甲*2\n", encoding="utf-8")
    assert [(f.key, f.cells[0].before, f.cells[0].after) for f in moved(report).figures] == [
        ("甲", "2", "3"),
        ("乙", "4", "6"),
    ]


def test_words_of_a_sentence(report: Path) -> None:
    """With its line, and what became of its words; a note to oneself is no part of it."""
    rewrite(report, "会议开了三次", "会议开了四次")
    rewrite(report, "问小李", "问小王")
    (sentence,) = moved(report).sentences
    assert (sentence.case, sentence.source.line) == ("changed", 10)
    (edit,) = sentence.edits
    assert (sentence.before[edit.start : edit.stop], sentence.after[edit.new_start : edit.new_stop]) == (
        "三",
        "四",
    )


def test_sentences_new_gone_and_moved(report: Path) -> None:
    """Each is one place."""
    rewrite(report, "群众满意。", "")
    rewrite(report, "会议开了三次。", "会议开了三次。\n\n另起一段说完全不同的事。\n\n群众满意。")
    assert [(each.case, each.after or each.before) for each in moved(report).sentences] == [
        ("new", "另起一段说完全不同的事。"),
        ("moved", "群众满意。"),
    ]


def test_metadata(report: Path) -> None:
    """By their Chinese names; of an edition with its name."""
    rewrite(report, "成文日期: 2021-02-18", "成文日期: 2021-02-20\n版本:\n  公开:\n    附注: 此件公开发布")
    assert [(e.key, e.before, e.after) for e in moved(report).metadata] == [
        ("成文日期", "2021-02-18", "2021-02-20"),
        ("公开·附注", "", "此件公开发布"),
    ]


def test_attachments_are_known_by_their_title(report: Path) -> None:
    """A new one is told by its sentences."""
    (report / "附件").mkdir()
    (report / "附件" / "1.名单.md").write_text("# 名单\n\n区司法局。\n", encoding="utf-8")
    (sentence,) = moved(report).sentences
    assert (sentence.case, sentence.after, sentence.source.file) == ("new", "区司法局。", "附件/1.名单.md")


def test_pictures(report: Path) -> None:
    """By name; who the report is mailed to is no part of it."""
    (report / "图片").mkdir()
    (report / "图片" / "图.png").write_bytes(b"1")
    (report / "mail.toml").write_text("", encoding="utf-8")
    assert moved(report).files == ("图片/图.png",)


def test_a_template_that_changed(tmp_path: Path) -> None:
    """One of the folder's own, in one value; and the choice of another."""
    report = write_report(tmp_path / "r", more="版式: 自己的\n")
    (report / "自己的").mkdir()
    layout = report / "自己的" / "layout.toml"
    layout.write_text('title = "甲"\ninherits = "report"\n', encoding="utf-8")
    frozen(report)
    assert not moved(report)
    assert moved(report, template="webpage").template
    layout.write_text('title = "乙"\ninherits = "report"\n', encoding="utf-8")
    assert moved(report).template


def test_news_are_of_the_year(report: Path) -> None:
    """A build for another year has no state to compare with."""
    assert news(report) == {}
    assert news(report, year=2019, settings={"成文日期": "2020-02-18"}) is None


def test_no_news_without_a_state(tmp_path: Path) -> None:
    """Nor of one that is damaged, which is noted."""
    report = write_report(tmp_path / "r")
    found: list[Diagnostic] = []
    assert news(report, found) is None
    frozen(report)
    (report / "留底" / "送审稿" / "报告" / "report.md").unlink()
    (report / "留底" / "别的").mkdir()
    assert news(report, found) is None
    assert [(d.code, d.source.file) for d in found] == [
        ("freeze.not_compared", "留底/别的"),
        ("freeze.not_compared", "留底/送审稿"),
    ]


def of_text(text: str) -> Report:
    """A report that has a text and nothing else."""
    lines = tuple(range(1, text.count("\n") + 2))
    table = FigureTable({}, (), NOWHERE)
    return Report(Path(), {}, {}, {}, SourceText(text, "report.md", lines), (), table)


SENTENCES = st.lists(
    st.sampled_from(["甲乙丙丁。", "甲乙丙戊。", "子丑寅卯辰巳。", "一二三四；", "五六七。"]), max_size=8
)


@given(SENTENCES, SENTENCES)
def test_what_is_told_leads_from_one_text_to_the_other(before: list[str], after: list[str]) -> None:
    """As many sentences gone and new as the texts differ by; what was changed has its edits."""
    found = list(sentences_moved(of_text("\n".join(before)), of_text("\n".join(after))))

    def count(case: str) -> int:
        return sum(each.case == case for each in found)

    assert len(after) - len(before) == count("new") - count("gone")
    assert bool(found) == (before != after)
    for each in found:
        if each.case == "changed":
            assert _applied(each) == each.after


def _applied(moved: SentenceMoved) -> str:
    parts, at = [], 0
    for edit in moved.edits:
        parts += [moved.before[at : edit.start], moved.after[edit.new_start : edit.new_stop]]
        at = edit.stop
    return "".join([*parts, moved.before[at:]])


def test_another_edition_has_a_form_of_its_own(report: Path) -> None:
    """That the public edition is set as a web page is nothing that moved since the draft was frozen."""
    rewrite(report, "---\n#", "版本:\n  公开:\n    信息分类: 法治\n---\n#")
    assert news(report, edition="公开") == news(report)
