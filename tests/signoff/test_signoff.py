"""Sign-off sheets: one to an office, with everything its seal answers for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from render.content import Paragraph, SheetStart, Table
from render.diagnostics import NOWHERE, Source
from render.places import Place
from render.report import Absence, Figure, FigureTable, Value
from render.signoff import SignOff, Since, sheets_of
from render.wording import Wording

ABOUT = SignOff("数据核对表", 2020, 2019, "12345678", Wording(), {})


def figure(name: str, before: str | None, after: str | None, **more: object) -> Figure:
    """A figure of 2019 and 2020."""
    values = {
        year: Value(Absence.NOT_SUPPLIED if number is None else Decimal(number), None, NOWHERE)
        for year, number in ((2019, before), (2020, after))
    }
    return Figure(name, name, str(more.pop("unit", "件")), None, values, **more)  # type: ignore[arg-type]


def table(*figures: Figure) -> FigureTable:
    """A table of two years."""
    return FigureTable({each.key: each for each in figures}, (2019, 2020), NOWHERE)


def place(key: str, page: int, line: int, **more: object) -> Place:
    """A printing of a figure in section 一、."""
    return Place(key, page, line, None, "P", "一、", "句。", Source("report.md", 1), **more)  # type: ignore[arg-type]


def rows(*figures: Figure, places: tuple[Place, ...] = (), about: SignOff = ABOUT) -> list[list[str]]:
    """The head and the rows of the first sheet."""
    nodes = sheets_of(table(*figures), places, about)
    first = next(node for node in nodes if isinstance(node, Table))
    return [
        ["".join(s.text for s in cell).strip("\u3000") for cell in row.cells]
        for row in (first.head, *first.rows)
    ]


def words(*figures: Figure, about: SignOff = ABOUT) -> list[str]:
    """All paragraphs of all sheets."""
    nodes = sheets_of(table(*figures), (), about)
    return ["".join(s.text for s in node.spans) for node in nodes if isinstance(node, Paragraph)]


def test_a_row_says_everything_about_a_figure() -> None:
    """Values, change, place in print, source, and two blanks."""
    found = rows(figure("受理件数", "20", "25", origin="台账"), places=(place("受理件数", 3, 5),))
    assert found[0] == [
        "序号", "指标名称", "单位", "2019年", "2020年", "增减", "增减幅度（%）", "增减情况说明",
        "正文出处", "来源", "核对结果（√/×）", "核对人签字",
    ]  # fmt: skip
    assert found[1] == [
        "1",
        "受理件数",
        "件",
        "20",
        "25",
        "5",
        "25.0",
        "",
        "第3页第5行（一、）",
        "台账",
        "",
        "",
    ]


def test_a_large_change_asks_for_a_reason() -> None:
    """From 30 per cent on, unless the book gives one."""
    asked = rows(
        figure("甲", "10", "13"),
        figure("乙", "10", "12"),
        figure("丙", "10", "2", more={"增减情况说明": "机构改革"}),
    )
    assert [row[7] for row in asked[1:]] == ["（请说明）", "", "机构改革"]


def test_formulas_have_a_column_where_there_are_any() -> None:
    """And none where there are not."""
    found = rows(figure("甲", "1", "2"), figure("乙", "2", "4", formula="甲*2"))
    assert found[0][8] == "公式"
    assert [row[8] for row in found[1:]] == ["", "甲*2"]


def test_a_missing_value_is_said_to_be_missing() -> None:
    """Never a zero."""
    assert rows(figure("甲", None, "2"))[1][3:7] == ["未报", "2", "—", "—"]


def test_without_an_earlier_year_there_is_no_change() -> None:
    """The columns go with it."""
    about = SignOff("数据核对表", 2019, None, "12345678", Wording(), {})
    assert rows(figure("甲", "1", "2"), about=about)[0][3:5] == ["2019年", "正文出处"]


def test_what_is_said_of_a_year_stands_in_its_head() -> None:
    """On every page, since heads repeat."""
    about = SignOff("数据核对表", 2020, 2019, "12345678", Wording(), {2019: "快报数"})
    assert rows(figure("甲", "1", "2"), about=about)[0][3] == "2019年（快报数）"


def test_places_are_told_up_to_three() -> None:
    """Then counted; made tables do not count, and a figure without any is said to be unused."""
    many = tuple(place("甲", page, 1) for page in (1, 2, 3, 4))
    made = place("乙", 9, 9, is_made=True)
    found = rows(figure("甲", "1", "2"), figure("乙", "1", "2"), places=(*many, made))
    assert found[1][8] == "第1页第1行（一、）；第2页第1行（一、）；第3页第1行（一、）等4处"
    assert found[2][8] == "正文未用"


def test_every_office_has_a_sheet_of_its_own() -> None:
    """For its seal; turned, with the fingerprint and room for those who answer for it."""
    nodes = sheets_of(
        table(figure("甲", "1", "2", supplied_by="区司法局"), figure("乙", "1", "2", supplied_by="区公安局")),
        (),
        ABOUT,
    )
    starts = [node for node in nodes if isinstance(node, SheetStart)]
    assert [start.landscape for start in starts] == [True, True]
    said = words(figure("甲", "1", "2", supplied_by="区司法局", contact="张三"))
    assert said[1].startswith("填报单位（盖章）：区司法局")
    assert "核对码：12345678" in said[1]
    assert said[2].startswith("单位负责人：")
    assert "填表人：张三" in said[2]
    assert said[3] == "本表仅供内部核对，不对外公开。"


STATE = Since("送审稿", date(2021, 2, 1), "12345678", {}, {})


def frozen(since: Since) -> SignOff:
    """A report that was frozen before."""
    return replace(ABOUT, since=since)


def test_a_report_that_is_what_was_frozen() -> None:
    """By its fingerprint."""
    found = words(figure("甲", "1", "2"), about=frozen(STATE))
    assert found[2] == "与“送审稿”（2021年2月1日留底，核对码：12345678）一致。"


def test_another_edition_of_what_was_frozen() -> None:
    """Nothing moved, and the fingerprint is another all the same."""
    found = words(figure("甲", "1", "2"), about=frozen(replace(STATE, fingerprint="87654321")))
    assert found[2].endswith("相同；版本或设置不同，因而核对码不同。")


def test_each_sheet_says_what_moved_on_it() -> None:
    """The office that seals it sees which of its values are not those of the state."""
    counts = {"figures": 1, "sentences": 2}
    since = replace(STATE, fingerprint="87654321", counts=counts, moved={"甲": "（2020年：2→3）"})
    found = words(
        figure("甲", "1", "3", supplied_by="区司法局"),
        figure("乙", "1", "2", supplied_by="区公安局"),
        about=frozen(since),
    )
    head = "自“送审稿”（2021年2月1日留底，核对码：87654321）以来变动：指标1项、文字2处。"
    assert [text for text in found if text.startswith("自")] == [
        f"{head}本表变动1项：甲（2020年：2→3）。",
        f"{head}本表指标没有变动。",
    ]
