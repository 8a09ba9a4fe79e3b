"""Reports kept in YAML or JSON, front matter, attachments: the change goes where the words stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from folders import write_everything

from render.messages import Exit
from render.read import read_report

from .documents import built, edited, paragraph, replaced
from .reports import FIGURES, back, listed

METADATA = "年度: 2020\n标题: 测试{{ 年度 }}年报告\n发文机关: 某某区司法局 # 全称\n成文日期: 2021-02-18\n"


def folder_of(tmp_path: Path, name: str, text: str) -> Path:
    """A report folder with one text file and the figures."""
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / name).write_text(text, encoding="utf-8")
    (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")
    return folder


def changed(folder: Path, tmp_path: Path, *pairs: tuple[str, str]) -> str:
    """Change words in the DOCX, write them back, and give the text file as it is then."""
    result = back(folder, edited(built(folder, tmp_path / "out"), replaced(*pairs)), apply=True)
    assert result.exit is Exit.DONE, (listed(result), result.diagnostics)
    (name,) = [path.name for path in folder.iterdir() if path.name.startswith("report.")]
    return (folder / name).read_text(encoding="utf-8")


def test_a_block_of_yaml(tmp_path: Path) -> None:
    """Its indent stays."""
    text = f"{METADATA}正文: |\n  全年受理{{{{ 受理件数|带单位 }}}}。\n\n  # 情况\n\n  工作有序推进。\n"
    folder = folder_of(tmp_path, "report.yaml", text)
    after = changed(folder, tmp_path, ("全年", "全年共"), ("有序", "平稳"))
    assert after == text.replace("全年受理", "全年共受理").replace("有序", "平稳")


def test_paragraphs_in_a_block_of_yaml(tmp_path: Path) -> None:
    """A new one gets the indent; one that is gone leaves no blank line more."""
    text = f"{METADATA}正文: |\n  第一段说的是基本情况。\n\n  第二段说的是主要做法。\n"
    folder = folder_of(tmp_path, "report.yaml", text)
    new = paragraph("新的一段。")
    end = "基本情况。</w:t></w:r></w:p>"
    assert changed(folder, tmp_path, (end, end + new)) == text.replace(
        "情况。\n\n", "情况。\n\n  新的一段。\n\n"
    )


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_nested_sections_of_yaml(tmp_path: Path, quote: str) -> None:
    """Headings without their marks; quotes are kept, and written as they must be."""
    text = (
        f"{METADATA}正文:\n  - {quote}引言一段。{quote}\n  - 标题: {quote}总体情况{quote} # 注\n"
        f"    正文: [{quote}甲段文字。{quote}, {quote}乙段文字。{quote}]\n"
    )
    folder = folder_of(tmp_path, "report.yaml", text)
    after = changed(folder, tmp_path, ("总体", "基本"), ("乙段", "丙段"), ("引言一段", "引'言'段"))
    wanted = text.replace("总体", "基本").replace("乙段", "丙段")
    assert after == wanted.replace("引言一段", "引''言''段" if quote == "'" else "引'言'段")


def test_json_with_escapes(tmp_path: Path) -> None:
    """Words are put between the escapes of others, and escaped themselves."""
    report = {"年度": "2020", "标题": "测试报告", "发文机关": "某局", "成文日期": "2021-02-18"}
    text = json.dumps({**report, "正文": "第一“段”。\n\n# 情况\n\n第二段末。"}, indent=1)
    folder = folder_of(tmp_path, "report.json", text)
    after = changed(folder, tmp_path, ("第二段", '第"二"段'), ("情况", "概况"))
    assert json.loads(after)["正文"] == '第一“段”。\n\n# 概况\n\n第"二"段末。'
    assert after.count("\\u") == text.count("\\u") - 2


def test_front_matter_of_one_line_and_of_several(tmp_path: Path) -> None:
    """Title, issuer, addressees, closing, note and date; expressions and comments stay."""
    more = "主送机关:\n  - 某市人民政府\n  - 某市司法局\n结语: '特此报告。'\n附注: 此件公开发布\n"
    text = f"---\n{METADATA}{more}---\n正文一段。\n"
    folder = folder_of(tmp_path, "report.md", text)
    after = changed(
        folder,
        tmp_path,
        ("测试2020年", "测试用2020年"),
        ("某某区司法局", "某某区审计局"),
        ("某市司法局", "某市审计局"),
        ("特此报告", "特此'报告'"),
        ("公开发布", "主动公开"),
        ("2021年2月18日", "2021年3月1日"),
    )
    wanted = text.replace("标题: 测试", "标题: 测试用").replace("某某区司法局", "某某区审计局")
    wanted = wanted.replace("  - 某市司法局", "  - 某市审计局").replace("特此报告", "特此''报告''")
    assert after == wanted.replace("公开发布", "主动公开").replace("2021-02-18", "2021-03-01")


def test_what_the_template_prints_is_no_text_of_the_author(tmp_path: Path) -> None:
    """Nor what an expression prints; both are left, with the reason."""
    folder = folder_of(
        tmp_path, "report.md", f"---\n{METADATA}主送机关: 某局\n---\n{{{{ 年度 }}}}年的工作情况。\n"
    )
    document = edited(
        built(folder, tmp_path / "out"), replaced(("某局：", "某局；"), (">2020年的", ">2021年的"))
    )
    result = back(folder, document, apply=True)
    codes = [change.refused and change.refused.code for change in result.changes]
    assert (result.exit, codes) == (Exit.PARTLY, ["readback.template", "readback.expression"])


def test_attachments_and_an_information_table(tmp_path: Path) -> None:
    """A title of an attachment goes into its file, and so do its paragraphs and cells."""
    folder = write_everything(tmp_path / "报告")
    document = edited(
        built(folder, tmp_path / "out"),
        replaced(
            ("区司法局、区财政局", "区司法局、区审计局"),
            ("参加单位名单", "参会单位名单"),
            ("参加单位名单", "参会单位名单"),
            ("司法</w:t>", "司法行政</w:t>"),
        ),
    )
    result = back(folder, document, apply=True)
    assert result.exit is Exit.DONE, (listed(result), result.diagnostics)
    assert (folder / "附件" / "2.名单.md").read_text(
        encoding="utf-8"
    ) == "# 参会单位名单\n\n区司法局、区审计局。\n"
    assert "信息分类: 司法行政\n" in (folder / "report.md").read_text(encoding="utf-8")


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    """As Windows editors leave them."""
    text = f"---\n{METADATA}---\n第一段。\n\n第二段。\n"
    folder = folder_of(tmp_path, "report.md", "")
    (folder / "report.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    end = "第一段。</w:t></w:r></w:p>"
    back(
        folder,
        edited(built(folder, tmp_path / "out"), replaced((end, end + paragraph("又一段。")))),
        apply=True,
    )
    wanted = text.replace("第一段。\n", "第一段。\n\n又一段。\n").replace("\n", "\r\n")
    assert (folder / "report.md").read_bytes() == b"\xef\xbb\xbf" + wanted.encode()


def test_a_loop_prints_more_than_one_place(tmp_path: Path) -> None:
    """A change of one of them has no place; a condition's text has."""
    text = (
        "{% for 年 in [1, 2] %}\n第{{ 年 }}项工作稳步推进。\n\n{% endfor %}\n"
        "{% if 受理件数 > 0 %}办理情况良好，{% else %}未办理，{% endif %}各方满意。\n"
    )
    folder = folder_of(tmp_path, "report.md", f"---\n{METADATA}---\n{text}")
    document = edited(
        built(folder, tmp_path / "out"), replaced(("项工作", "项任务"), ("情况良好", "情况很好"))
    )
    result = back(folder, document, apply=True)
    codes = [change.refused and change.refused.code for change in result.changes]
    assert codes == ["readback.repeated", None]
    assert (folder / "report.md").read_text(encoding="utf-8").endswith(text.replace("良好", "很好"))


def test_a_figure_in_each_format(tmp_path: Path) -> None:
    """YAML and JSON take a new number as CSV does."""
    for name, table in {
        "figures.yaml": "- 指标: 受理件数\n  单位: 件\n  2020: 28 # 核\n",
        "figures.json": '[{"指标": "受理件数", "单位": "件", "2020": 28}]\n',
    }.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "report.md").write_text(
            f"---\n{METADATA}---\n受理{{{{ 受理件数|带单位 }}}}。\n", encoding="utf-8"
        )
        (folder / name).write_text(table, encoding="utf-8")
        back(folder, edited(built(folder, tmp_path / "out" / name), replaced(("28件", "30件"))), apply=True)
        assert (folder / name).read_text(encoding="utf-8") == table.replace("28", "30")
        assert read_report(folder)[0].figures.figures["受理件数"].values[2020].number == 30
