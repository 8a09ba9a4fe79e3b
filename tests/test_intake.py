"""Intake: what an import leaves behind, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import render
from render.intake import Request, Taken, take_in
from render.messages import Exit

SEED = Path(__file__).parent / "samples" / "hongshan-2020.txt"
PAGE = (
    "信息分类: 司法 |\n发文机构:某某区司法局 |\n成文日期:2021-02-18 16:35 |\n"
    "名 称:某某区2020年度法治政府建设工作报告 |\n"
)
TEXT = (
    "某某区2020年度工作报告\n"
    "　　2020年，全区认真贯彻落实上级决策部署，全年办理案件28件，增长5.3%。\n"
    "一、工作情况\n　　召开会议12次。\n某某区司法局\n2021年1月5日\n"
)


def taken(folder: Path, name: str, data: bytes | str, **options: object) -> Taken:
    """Import a file by its name and bytes."""
    source = folder / name
    source.write_bytes(data if isinstance(data, bytes) else data.encode())
    return take_in(Request(source, **options))  # type: ignore[arg-type]


def codes(result: Taken) -> list[str]:
    """List the codes of the diagnostics."""
    return [d.code for d in result.diagnostics]


def test_a_report_becomes_a_folder(tmp_path: Path) -> None:
    """Beside the file, by its name; text, figures, and an account of it."""
    result = taken(tmp_path, "2020.txt", TEXT)
    assert (result.exit, codes(result), result.folder) == (Exit.DONE, [], tmp_path / "2020")
    assert sorted(path.name for path in result.folder.iterdir()) == ["figures.xlsx", "report.md"]
    text = (result.folder / "report.md").read_text(encoding="utf-8")
    assert text.startswith(
        "---\n版式: report\n年度: 2020\n标题: 某某区{{ 年度 }}年度工作报告\n发文机关: 某某区司法局\n"
    )
    assert "全年办理案件{{ 办理案件件数|带单位 }}，增长{{ 办理案件增长率|带单位 }}。" in text
    assert result.account is not None
    assert [
        (f.key, {year: str(v) for year, v in f.values.items()}, f.unit) for f in result.account.figures
    ] == [
        ("办理案件件数", {2020: "28"}, "件"),
        ("办理案件增长率", {2020: "5.3"}, "%"),
        ("召开会议次数", {2020: "12"}, "次"),
    ]


def test_the_workbook_has_the_sentence_beside_each_row(tmp_path: Path) -> None:
    """And how sure it is, to sort by."""
    result = taken(tmp_path, "2020.txt", TEXT)
    head, first, *_ = openpyxl.load_workbook(result.folder / "figures.xlsx")["指标"].iter_rows(
        values_only=True
    )
    row = dict(zip(head, first, strict=True))
    assert (row["指标"], row[2020], row["单位"], row["小数位"]) == ("办理案件件数", 28, "件", 0)
    assert row["原句"] == "2020年，全区认真贯彻落实上级决策部署，全年办理案件28件，增长5.3%。"
    assert row["把握"] == 95


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    """The workbook too."""
    one = taken(tmp_path, "a.txt", TEXT).outputs
    two = taken(tmp_path, "b.txt", TEXT).outputs
    assert [o.data for o in one] == [o.data for o in two]


def test_the_seed_comes_close_to_what_was_made_by_hand(tmp_path: Path) -> None:
    """The same headings, metadata and text; figures at least 95 of 98, hardly one that is none."""
    result = taken(tmp_path, "2020.txt", PAGE.encode() + SEED.read_bytes())
    assert codes(result) == []
    by_hand = (Path(render.__file__).parents[1] / "samples" / "hongshan-2020" / "report.md").read_text(
        encoding="utf-8"
    )
    made = (result.folder / "report.md").read_text(encoding="utf-8")
    bodies = [text.split("---\n", 2)[2].splitlines() for text in (made, by_hand)]
    heads, wanted = ([line for line in body if line.startswith("#")] for body in bodies)
    assert heads == wanted
    assert result.account is not None
    figures = [printed for figure in result.account.figures for printed in figure.printed]
    assert 94 <= len(figures) <= 102
    assert result.account.counts["headings"] == 39


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("空.txt", b"", "import.empty"),
        ("空白.txt", b"\xef\xbb\xbf \r\n\t\n", "import.empty"),
        ("诗.txt", "静夜思\n李白\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。", "import.verse"),
        ("表.csv", "指标,单位,2019,2020\n" + "办理案件,件,12,28\n" * 30, "import.data"),
        ("数.txt", "1\t2\t3\n" * 50, "import.data"),
        ("程序.py", "import os\n\n\ndef main():\n    return os.getcwd()\n" * 20, "import.other"),
        ("图.png", b"\x89PNG\r\n\x1a\n" + bytes(200), "import.binary"),
        ("乱.bin", bytes(range(256)) * 50, "import.binary"),
        (
            "脚本.html",
            "<html><head><script>var a=1;</script><style>p{}</style></head><body></body></html>",
            "import.no_text",
        ),
        ("旧.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1000), "import.foreign"),
        ("富.rtf", r"{\rtf1 text}", "import.foreign"),
    ],
)
def test_what_is_no_report(tmp_path: Path, name: str, data: bytes | str, code: str) -> None:
    """Says so, with exit status 2, and leaves no folder."""
    result = taken(tmp_path, name, data)
    assert (result.exit, codes(result)) == (Exit.USE, [code])
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_force_takes_it_all_the_same(tmp_path: Path) -> None:
    """A person may know better."""
    assert (
        taken(tmp_path, "诗.txt", "静夜思\n床前明月光，\n疑是地上霜。\n举头望明月，", force=True).exit
        is Exit.DONE
    )


def test_a_folder_that_holds_files_is_left_alone(tmp_path: Path) -> None:
    """An empty one is used."""
    (tmp_path / "2020").mkdir()
    assert taken(tmp_path, "2020.txt", TEXT).exit is Exit.DONE
    before = (tmp_path / "2020" / "report.md").read_bytes()
    assert codes(taken(tmp_path, "2020.txt", TEXT)) == ["import.not_empty"]
    assert (tmp_path / "2020" / "report.md").read_bytes() == before
    (tmp_path / "b").write_text("mine", encoding="utf-8")
    assert codes(taken(tmp_path, "c.txt", TEXT, out=tmp_path / "b")) == ["output.not_a_folder"]


def test_a_missing_file(tmp_path: Path) -> None:
    """Is named."""
    result = take_in(Request(tmp_path / "none.txt"))
    assert (result.exit, codes(result)) == (Exit.USE, ["import.missing"])


def test_a_file_that_carries_its_folder_points_to_restore(tmp_path: Path) -> None:
    """One of ours without it points to readback, and is read."""
    sample = Path(render.__file__).parents[1] / "samples" / "starter"
    for kind in ("docx", "pdf"):
        (output,) = render.build(sample, to=[kind], faces="vendored", carry_source=True).outputs
        assert codes(taken(tmp_path, f"{kind}-a.{kind}", output.data)) == ["import.carries"]
        assert codes(taken(tmp_path, f"{kind}-b.{kind}", output.data, force=True)) == ["import.ours"]
        (output,) = render.build(sample, to=[kind], faces="vendored").outputs
        assert codes(taken(tmp_path, f"{kind}-c.{kind}", output.data)) == ["import.ours"]


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_files_that_were_cut_off(tmp_path: Path, cut: float) -> None:
    """End in a message, never in a traceback."""
    sample = Path(render.__file__).parents[1] / "samples" / "starter"
    for kind in ("docx", "pdf"):
        (output,) = render.build(sample, to=[kind], faces="vendored").outputs
        result = taken(tmp_path, f"a.{kind}", output.data[: int(len(output.data) * cut)])
        assert result.exit in (Exit.USE, Exit.DONE)
    page = f"<html><body><p>{TEXT}</p></body></html>"
    assert taken(tmp_path, "a.html", page[: int(len(page) * cut)]).exit in (Exit.USE, Exit.DONE)


def test_a_file_too_big_for_a_report(tmp_path: Path) -> None:
    """Fifty megabytes of text are refused before they are read."""
    result = taken(tmp_path, "大.txt", (TEXT * 300).encode() * 900)
    assert (result.exit, codes(result)) == (Exit.USE, ["import.too_big"])
