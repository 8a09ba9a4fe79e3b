"""Rule packs: what each asks for, how one is chosen, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from render.check import Rule
from render.diagnostics import Diagnostic, Source
from render.pipeline import Job
from render.proofread import proofread, rules_known
from render.read.packs import available, choose, read_pack

OWN = """\
名称: 某某工作年度报告
代码: own
适用: {标题: [某某工作, 报告]}
部分:
  - {代码: work, 名称: 工作情况, 标题: [工作情况]}
期限:
  - {代码: day, 名称: 2月1日前报送, 要素: 成文日期, 早于: 2月1日, 级别: 推荐}
必有:
  - {代码: word, 名称: 总体要求, 词语: [总体要求]}
禁用:
  - {代码: bad, 名称: 内部用语, 词语: ["{内部}"]}
数据:
  - {代码: number, 名称: 办件数, 词语: [办件]}
"""
PACKS = [rule for rule in rules_known() if rule.page is not None]


def written(folder: Path, text: str) -> Path:
    """A report folder with one file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.md").write_text(text, encoding="utf-8")
    return folder


def found(folder: Path, text: str) -> list[str]:
    """Codes of what is found in a report."""
    return [each.code for each in proofread(Job(written(folder, text))).diagnostics]


@pytest.mark.parametrize("rule", PACKS, ids=lambda rule: rule.code)
def test_samples_pass_and_fail(rule: Rule, tmp_path: Path) -> None:
    """Every demand of the packs that come along is explained by a report that passes and one that fails."""
    page = rule.explained
    assert rule.code not in found(tmp_path / "r", page.right["report.md"])
    assert rule.code in found(tmp_path / "w", page.wrong["report.md"])
    assert rule.clause


def test_the_packs_that_come_along_are_sound() -> None:
    """Two of them, without a fault, no code twice."""
    wrong: list[Diagnostic] = []
    packs = available(None, wrong)
    assert [pack.code for pack in packs] == ["fazhi", "gongkai"]
    assert wrong == []
    codes = [rule.code for rule in rules_known()]
    assert len(codes) == len(set(codes))


def test_the_five_parts_of_the_provision() -> None:
    """Measures, shortcomings, the leaders' duty, plans, other matters."""
    fazhi = available(None, [])[0]
    assert [each.code for each in fazhi.demands if each.kind == "part"] == [
        "results", "shortcomings", "leaders", "plans", "others",
    ]  # fmt: skip


def test_a_pack_is_chosen_by_title_or_by_name(tmp_path: Path) -> None:
    """A notice about such a report is none; 无 switches packs off."""
    head = "---\n年度: 2020\n标题: {}\n{}---\n# 总体情况\n甲。\n"
    title = "某局2020年政府信息公开工作年度报告"
    assert "gongkai.proactive" in found(tmp_path / "1", head.format(title, ""))
    assert found(tmp_path / "2", head.format(title, "规则包: 无\n")) == []
    assert found(tmp_path / "3", head.format("关于报送政府信息公开工作年度报告的通知", "")) == []
    assert "gongkai.proactive" in found(tmp_path / "4", head.format("工作报告", "规则包: gongkai\n"))


def test_deadlines_depend_on_who_reports(tmp_path: Path) -> None:
    """A department by 31 January, a government by 31 March."""
    text = "---\n年度: 2020\n标题: {}2020年政府信息公开工作年度报告\n发文机关: {}\n成文日期: 2021-02-18\n---\n甲。\n"
    assert "gongkai.department" in found(tmp_path / "1", text.format("某局", "某局"))
    assert "gongkai.department" not in found(tmp_path / "2", text.format("某县", "某县人民政府"))


def test_an_own_pack_beside_the_report(tmp_path: Path) -> None:
    """Found by its title, its demands looked for one by one; braces are no blanks."""
    (tmp_path / "规则包").mkdir()
    (tmp_path / "规则包" / "某某.yaml").write_text(OWN, encoding="utf-8")
    text = "---\n年度: 2020\n标题: 某某工作报告\n成文日期: 2021-02-18\n---\n# 存在问题\n有&#123;内部&#125;字样。\n"
    assert sorted(found(tmp_path, text)) == ["own.bad", "own.day", "own.number", "own.word", "own.work"]
    good = "---\n年度: 2020\n标题: 某某工作报告\n成文日期: 2021-01-18\n---\n# 工作情况\n按照总体要求，办件5件。\n"
    assert found(tmp_path, good) == []


def test_parts_out_of_order_are_told_once(tmp_path: Path) -> None:
    """The one that comes too early."""
    parts = ["工作开展情况", "下一步打算", "存在问题", "党政主要负责人履职情况", "其他情况"]
    text = "---\n年度: 2020\n标题: 法治政府建设报告\n---\n" + "".join(f"# {part}\n甲。\n" for part in parts)
    assert found(tmp_path, text) == ["fazhi.order"]


BAD = [
    ("名称: 甲\n代码: jia\n部份:\n  - {}\n", "pack.key", 3),
    ("名称: 甲\n", "pack.lacks", 1),
    ("名称: 甲\n代码: 甲\n", "pack.code", 2),
    ("名称: 甲\n代码: jia\n部分: 乙\n", "pack.shape", 3),
    ("名称: 甲\n代码: jia\n部分:\n  - 乙\n", "pack.shape", 4),
    ("名称: 甲\n代码: jia\n部分:\n  - {代码: a, 名称: 乙}\n", "pack.lacks", 4),
    ("名称: 甲\n代码: jia\n部分:\n  - {代码: a, 名称: 乙, 标题: [乙], 级别: 必须}\n", "pack.choice", 4),
    ("名称: 甲\n代码: jia\n期限:\n  - {代码: a, 名称: 乙, 要素: 成文日期, 早于: 四月}\n", "pack.day", 4),
    ("名称: 甲\n代码: jia\n期限:\n  - {代码: a, 名称: 乙, 要素: 日期, 早于: 4月1日}\n", "pack.choice", 4),
    ("名称: 甲\n代码: jia\n必有:\n  - {代码: a, 名称: 乙, 词语: [乙]}\n  - {代码: a, 名称: 丙, 词语: [丙]}\n", "pack.twice", 5),
    ("名称: 甲\n代码: jia\n次序: 随意\n", "pack.choice", 3),
    ("名称: [甲\n", "text.syntax", 2),
    ("", "pack.shape", 1),
    ("- 甲\n", "pack.shape", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "line"), BAD)
def test_a_faulty_pack_is_told_with_its_line(text: str, code: str, line: int, tmp_path: Path) -> None:
    """And never a traceback."""
    (tmp_path / "甲.yaml").write_text(text, encoding="utf-8")
    wrong: list[Diagnostic] = []
    read_pack(tmp_path / "甲.yaml", "甲.yaml", wrong)
    assert [(each.code, each.source.line) for each in wrong][:1] == [(code, line)]


def test_the_walk_through_works(tmp_path: Path) -> None:
    """The pack that docs/rule-packs.md writes out is sound, and finds what it says."""
    text = (Path(__file__).parents[2] / "docs" / "rule-packs.md").read_text(encoding="utf-8")
    block = next(part for part in text.split("```yaml\n") if "代码: fuyi" in part).partition("```")[0]
    (tmp_path / "规则包").mkdir()
    (tmp_path / "规则包" / "复议.yaml").write_text(block, encoding="utf-8")
    wrong: list[Diagnostic] = []
    assert "fuyi" in [pack.code for pack in available(tmp_path, wrong)]
    assert wrong == []
    told = found(
        tmp_path, "---\n年度: 2020\n标题: 行政复议工作报告\n---\n# 案件办理\n受理5件。\n# 问题\n培训不够。\n"
    )
    assert told == []


def test_unknown_names_and_paths_are_told(tmp_path: Path) -> None:
    """With what there is."""
    wrong: list[Diagnostic] = []
    assert choose(("fazi", "没有.yaml"), "", tmp_path, Source("report.md", 3), wrong) == []
    assert [(each.code, each.source.line) for each in wrong] == [("pack.no_file", 3), ("pack.unknown", 3)]
    (tmp_path / "坏.yaml").write_bytes(b"\xff\xfe\x00")
    wrong.clear()
    assert choose(("坏.yaml",), "", tmp_path, Source(), wrong) == []
    assert wrong


def test_a_version_for_the_public_is_not_held_to_when_the_report_went_upward(tmp_path: Path) -> None:
    """It is dated later, and has the marks of a page."""
    head = "---\n年度: 2020\n标题: 某区2020年度法治政府建设工作报告\n发文机关: 某区人民政府\n成文日期: 2021-03-20\n{}---\n正文。\n"
    assert "fazhi.submitted" in found(tmp_path / "a", head.format(""))
    assert "fazhi.submitted" not in found(tmp_path / "b", head.format("索引号: 01-2021-0005\n"))
