"""The Hongshan sample: its text, its figures, and that both give back the original.

`hongshan-2020.txt` holds the report as the district's web page gives it, from the first
sentence to the date line: ASCII marks, numbered headings, figures typed in the text. The
sample folder holds the same report with the marks of print, unnumbered headings, and every
figure bound to a row of the workbook. Putting rows and numbers back must give the page's text.
"""

import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "samples" / "hongshan-2020"
ORIGINAL = Path(__file__).with_name("hongshan-2020.txt")

MARK = "示例数据，非真实统计数据"
HEADER = ["代码", "一级指标", "指标", "上级指标", "单位", "类型"]
HEADER += [f"2019（{MARK}）", "2020", f"2021（{MARK}）", "小数位", "写法", "公式", "口径", "口径调整"]
HEADER += ["2019年公布数", "2019年可比数", "填报单位", "来源", "备注", "对比"]
KINDS = {"计数", "比率", "金额", "时长", "位次"}
HAN = "〇一二三四五六七八九"

EXPRESSION = re.compile(r"\{\{ (\w+)(\|带单位)? \}\}")
ANY_EXPRESSION = re.compile(r"\{\{.*?\}\}")

# Arabic digits that are no figures: dates, years, names, slogans.
TYPED_DIGITS = (
    "实施方案（2016—2020年）",
    "2020年全区领导干部及国家工作人员",
    "全区2020年度全面依法治国专项考评",
    "4月初在全市率先开放",
    "企业开办实现“210”",
    "2020年线下办件",
    "2020年，我区开展了证明事项的清理",
    "区行政审批局2020年以来",
    "2020年以来，我区先后出台",
    "2020年通过政府常务会议审议",
    "2020年聘请专业法律服务队伍",
    "2020年共审核以政府名义签订的协议",
    "2020年度全区执法人员执法资格考试",
    "2020年，区市场监管局",
    "省政务服务3.0平台",
    "2020年网上群众工作平台",
    "2020年通过行政调解方式",
    "2020年全年各类人民调解组织",
    "# 2021年工作计划",
)

# Han numerals before a measure word that are no figures: slogans, ordinals, set phrases.
TYPED_HAN_NUMERALS = (
    "“四个意识”",
    "“四个自信”",
    "“两个维护”",
    "三项重点任务",
    "第二次、第三次会议",
    "“三项制度”",
    "“一次办”",
    "“一个行政复议窗口”",
    "每周一次",
)

Row = dict[str, object]


def read_report() -> tuple[dict[str, str], str]:
    """Split report.md into its front matter and its text."""
    _, front, body = (FOLDER / "report.md").read_text("utf-8").split("---\n", 2)
    pairs = (line.partition(": ") for line in front.splitlines() if line[0] not in "# ")
    return {
        name: value for name, _, value in pairs if value
    }, body  # without what editions and years override


def read_rows() -> list[Row]:
    """Read the rows of the workbook, keyed by their column heads."""
    sheet = openpyxl.load_workbook(FOLDER / "figures.xlsx")["指标"]
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def key(row: Row) -> str:
    """Name a row as the text does: by its code, else by its indicator."""
    return str(row["代码"] or row["指标"])


def in_han(number: int) -> str:
    """Write 1 to 99 in Han numerals."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else HAN[tens] + "十"
    return head + (HAN[ones] if ones else "")


def printed(row: Row) -> str:
    """Write a row's number as the text prints it, without its unit."""
    value = Decimal(str(row["2020"]))
    pattern = str(row["写法"] or "{}")
    if "{:汉}" in pattern:
        return pattern.replace("{:汉}", in_han(int(value)))
    pattern = pattern.replace("{}", f"{value:.{row['小数位']}f}")
    pattern = pattern.replace("{:千}", f"{(value / 1000).normalize():f}千")
    return pattern.replace("{:万}", f"{(value / 10_000).normalize():f}万")


def substitute(text: str) -> str:
    """Put the year and the figures into a text."""
    rows = {key(row): row for row in read_rows()}

    def value(match: re.Match[str]) -> str:
        if match[1] == "年度":
            return read_report()[0]["年度"]
        row = rows[match[1]]
        return printed(row) + (str(row["单位"]) if match[2] else "")

    return EXPRESSION.sub(value, text)


def restored_lines() -> list[str]:
    """Rebuild the original's lines: numbered headings, run-in paragraphs, issuer and date."""
    front, body = read_report()
    lines: list[str] = []
    counts = [0, 0, 0]
    for block in substitute(body).strip().split("\n\n"):
        marks, _, words = block.partition(" ")
        if set(marks) == {"#"}:
            level = len(marks) - 1
            counts[level:] = [counts[level] + 1] + [0] * (2 - level)
            number = counts[level]
            label = (f"{in_han(number)}、", f"（{in_han(number)}）", f"{number}.")[level]
            lines.append(label + words)
        elif lines and re.match(r"（|\d\.", lines[-1]) and lines[-1].endswith("。"):
            lines[-1] += block
        else:
            lines.append(block)
    year, month, day = front["成文日期"].split("-")
    return [*lines, front["发文机关"], f"{year}年{int(month)}月{int(day)}日"]


def folded(line: str) -> str:
    """Fold the marks of print to those of the web page and drop white space."""
    line = unicodedata.normalize("NFKC", line).translate(str.maketrans("〈〉", "<>"))
    return re.sub(r"\s", "", re.sub(r"(?<=\d)—(?=\d)", "-", line))


def without(text: str, snippets: tuple[str, ...]) -> str:
    """Blank out every expression and every snippet."""
    text = ANY_EXPRESSION.sub("◇", text)
    for snippet in snippets:
        text = text.replace(snippet, "◇")
    return text


def test_report_gives_back_the_original() -> None:
    """Substituted, numbered and folded, every line equals the web page's."""
    original = ORIGINAL.read_text("utf-8").splitlines()

    assert list(map(folded, restored_lines())) == list(map(folded, original))


def test_only_marks_were_changed() -> None:
    """With the marks of print put into the web page's text, the two are identical."""
    marks = str.maketrans(",:;()<>", "，：；（）〈〉")
    original = ORIGINAL.read_text("utf-8").translate(marks)

    assert restored_lines() == re.sub(r"(?<=\d)-(?=\d)", "—", original).splitlines()


def test_original_is_the_whole_report() -> None:
    """The stored original runs from the first sentence to the date line."""
    original = ORIGINAL.read_text("utf-8").splitlines()

    assert original[0].startswith("2020年,我区以习近平新时代")
    assert original[-2:] == ["中共洪山区委全面依法治区委员会办公室", "2021年2月18日"]


def test_space_inside_the_slogan_stays() -> None:
    """The one space of the original, inside a slogan, is not lost."""
    assert "“法援惠民生 扶贫奔小康”" in read_report()[1]


def test_text_has_the_marks_of_print() -> None:
    """No ASCII comma, colon, semicolon, bracket or hyphen is left in the text."""
    assert not re.search(r"[,:;()<>-]", without(read_report()[1], ()))


def test_every_expression_is_of_a_known_form() -> None:
    """The text uses only a name, alone or with its unit."""
    body = read_report()[1]

    assert ANY_EXPRESSION.findall(body) == [m[0] for m in EXPRESSION.finditer(body)]


def test_every_name_in_the_text_is_a_row() -> None:
    """Apart from the year, each name bound in the text has a row."""
    names = {match[1] for match in EXPRESSION.finditer(read_report()[1])}

    assert names - {"年度"} <= set(map(key, read_rows()))


def test_every_row_is_used() -> None:
    """No row stands in the workbook that the text does not print."""
    names = {match[1] for match in EXPRESSION.finditer(read_report()[1])}

    assert set(map(key, read_rows())) <= names


def test_unit_is_printed_by_its_figure() -> None:
    """Only the cost of opening a company is printed without its unit."""
    matches = EXPRESSION.finditer(read_report()[1])

    assert [m[1] for m in matches if not m[2]] == ["年度", "企业开办费用"]


def test_number_of_figures() -> None:
    """The report has 98 figures."""
    assert len(read_rows()) == 98


def test_columns() -> None:
    """The sheet has the columns of a figures table, in order."""
    assert list(read_rows()[0]) == HEADER


def test_every_row_has_a_value() -> None:
    """No value of 2020 is empty, none is text."""
    assert [key(r) for r in read_rows() if not isinstance(r["2020"], int | float)] == []


@pytest.mark.parametrize("column", ["指标", "单位", "类型", "小数位", "填报单位", "来源"])
def test_every_row_is_described(column: str) -> None:
    """Unit, kind, precision, department and source are never empty."""
    assert [key(row) for row in read_rows() if row[column] is None] == []


def test_names_are_identifiers() -> None:
    """Each row can be named in an expression."""
    assert [key(row) for row in read_rows() if not key(row).isidentifier()] == []


def test_names_are_distinct() -> None:
    """No two rows share a name or an indicator."""
    rows = read_rows()

    assert len({key(row) for row in rows}) == len({row["指标"] for row in rows}) == len(rows)


def test_code_stands_only_where_the_indicator_is_no_name() -> None:
    """A code is given exactly where the indicator cannot be written in an expression."""
    rows = read_rows()

    assert all((row["代码"] is None) == str(row["指标"]).isidentifier() for row in rows)


def test_kinds_are_known() -> None:
    """Each row is one of the five kinds."""
    assert {row["类型"] for row in read_rows()} <= KINDS


def test_rates_are_in_percent() -> None:
    """A rate has the unit %, and nothing else has."""
    assert all((row["类型"] == "比率") == (row["单位"] == "%") for row in read_rows())


def test_departments_are_marked_as_examples() -> None:
    """The original names no reporting departments, so each one says it is an example."""
    assert all(str(row["填报单位"]).endswith("（示例）") for row in read_rows())


def test_cells_show_the_decimals_the_text_prints() -> None:
    """A value's number format has as many decimals as the column 小数位 says."""
    sheet = openpyxl.load_workbook(FOLDER / "figures.xlsx")["指标"]
    formats = [cell.number_format for cell in sheet["H"][1:]]

    assert formats == [{0: "0", 1: "0.0", 2: "0.00"}[cell.value] for cell in sheet["J"][1:]]


def test_no_figure_is_left_unbound() -> None:
    """Every Arabic digit outside an expression belongs to a date, a year or a name."""
    assert re.findall(r".{0,8}\d.{0,8}", without(read_report()[1], TYPED_DIGITS)) == []


def test_no_figure_in_han_numerals_is_left_unbound() -> None:
    """Every Han numeral before a measure word belongs to a slogan or a set phrase."""
    units = "|".join({str(row["单位"]) for row in read_rows()})
    quantity = rf"[{HAN}十百千万亿两半数几余]+(?:{units})"

    assert re.findall(quantity, without(read_report()[1], TYPED_HAN_NUMERALS)) == []


@pytest.mark.parametrize("snippet", TYPED_DIGITS)
def test_typed_digits_stand_in_the_text_once(snippet: str) -> None:
    """An allowed snippet that no longer occurs, or occurs twice, is removed or made longer."""
    assert read_report()[1].count(snippet) == 1


@pytest.mark.parametrize("snippet", TYPED_HAN_NUMERALS)
def test_typed_han_numerals_stand_in_the_text(snippet: str) -> None:
    """An allowed snippet that no longer occurs is removed from the list."""
    assert snippet in read_report()[1]


def test_front_matter() -> None:
    """The front matter holds what the web page's table says, and nothing else."""
    front, _ = read_report()

    assert {name: substitute(value) for name, value in front.items()} == {
        "版式": "report",
        "年度": "2020",
        "标题": "洪山区2020年度法治政府建设工作报告",
        "发文机关": "中共洪山区委全面依法治区委员会办公室",
        "成文日期": "2021-02-18",
        "信息分类": "司法",
        "发文字号": "无",
        "名称": "洪山区2020年度法治政府建设工作报告",
    }
