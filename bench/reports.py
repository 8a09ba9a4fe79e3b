"""Reports: the sample's folder again and again, never twice the same.

Other figures: every whole number of the workbook grows, so most paragraphs keep most of their words.
Other text: in every line the Han characters change places, and one in twenty becomes some other
character of GB 2312 level 1, so nothing can be remembered; marks, digits and expressions stay where
they were, so lines are as hard to break as before.
"""

from __future__ import annotations

import random
import re
import shutil
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "hongshan-2020"
ORIGINAL = SAMPLE.parents[1] / "tests" / "samples" / "hongshan-2020.txt"

BOOK_YEARS = tuple(range(2011, 2021))

_SHEET = "xl/worksheets/sheet1.xml"
_YEAR_CELL = re.compile(r'(<c r="H(?!1")\d+"[^>]*><v>)(\d+)(</v>)')  # 2020; H1 holds the year itself
_EXPRESSION = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")
_ONE_IN = 20


def other_figures(folder: Path, number: int) -> Path:
    """Make a report folder whose whole figures are larger by `number`."""
    folder.mkdir(parents=True)
    shutil.copy(SAMPLE / "report.md", folder)
    with ZipFile(SAMPLE / "figures.xlsx") as old, ZipFile(folder / "figures.xlsx", "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _SHEET:
                grown = _YEAR_CELL.sub(lambda m: f"{m[1]}{int(m[2]) + number}{m[3]}", content.decode())
                content = grown.encode()
            new.writestr(name, content)
    return folder


def other_text(folder: Path, number: int, times: int = 1) -> Path:
    """Make a report folder of other words, `times` as long as the sample."""
    folder.mkdir(parents=True)
    shutil.copy(SAMPLE / "figures.xlsx", folder)
    chance = random.Random(number)
    _, front, body = (SAMPLE / "report.md").read_text(encoding="utf-8").split("---\n", 2)
    front = re.sub("(?m)^((?:标题|名称): )(.*)$", lambda m: m[1] + _shuffled(m[2], chance), front)
    lines = [_shuffled(line, chance) for _ in range(times) for line in body.split("\n")]
    (folder / "report.md").write_text("---\n".join(("", front, "\n".join(lines))), encoding="utf-8")
    return folder


def redrafted(folder: Path, report: Path, number: int) -> Path:
    """Make another draft of a report: most paragraphs changed in some words, some moved, some gone."""
    shutil.copytree(report, folder)
    chance = random.Random(number)
    _, front, body = (folder / "report.md").read_text(encoding="utf-8").split("---\n", 2)
    blocks = body.split("\n\n")
    for n, block in enumerate(blocks):
        if block.startswith("#") or len(block) < 40 or chance.random() < 0.3:
            continue
        at = chance.randrange(0, 20)
        if "{" not in block[: at + 12]:  # no expression may be cut in two
            blocks[n] = block[:at] + _shuffled(block[at : at + 10], chance) + block[at + 10 :]
        if chance.random() < 0.1 and not blocks[n - 1].startswith("#"):
            blocks[n - 1], blocks[n] = blocks[n], blocks[n - 1]
    (folder / "report.md").write_text("---\n".join(("", front, "\n\n".join(blocks))), encoding="utf-8")
    return folder


def book(folder: Path, number: int, figures: int) -> Path:
    """Make a report folder of few words and many figures, of ten years."""
    import xlsxwriter

    folder.mkdir(parents=True)
    head = f"---\n年度: {BOOK_YEARS[-1]}\n标题: 报告\n发文机关: 某局\n成文日期: 2021-02-18\n---\n"
    (folder / "report.md").write_text(f"{head}正文。\n", encoding="utf-8")
    chance = random.Random(number)
    made = xlsxwriter.Workbook(str(folder / "figures.xlsx"))
    sheet, whole = made.add_worksheet("指标"), made.add_format({"num_format": "0"})
    sheet.write_row(0, 0, ["代码", "指标", "单位", "类型", *BOOK_YEARS, "小数位", "填报单位", "来源", "备注"])
    for row in range(1, figures + 1):
        sheet.write_row(row, 0, [f"k{row}", f"办理事项第{row}类", "件", "计数"])
        for column in range(4, 4 + len(BOOK_YEARS)):
            sheet.write_number(row, column, chance.randint(100, 9999), whole)
        sheet.write_row(row, 4 + len(BOOK_YEARS), [0, "区司法局", "台账"])
    made.close()
    return folder


def _shuffled(line: str, chance: random.Random) -> str:
    pieces = [list(piece) for piece in _EXPRESSION.split(line)]  # every second one is an expression
    places = [(n, k) for n in range(0, len(pieces), 2) for k, c in enumerate(pieces[n]) if _is_han(c)]
    characters = [pieces[n][k] for n, k in places]
    chance.shuffle(characters)
    for k in range(0, len(characters), _ONE_IN):
        characters[k] = chance.choice(_level_one())
    for (n, k), character in zip(places, characters, strict=True):
        pieces[n][k] = character
    return "".join(map("".join, pieces))


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


@cache
def _level_one() -> str:
    """List the 3,755 characters of GB 2312 level 1: rows 16 to 55, the last one five short."""
    codes = (bytes((row + 0xA0, cell + 0xA0)) for row in range(16, 56) for cell in range(1, 95))
    return b"".join(codes).decode("gb2312", "ignore")


def published(path: Path, number: int, times: int = 1) -> Path:
    """Write the sample's original as its web page gave it, so many times over, with other figures.

    Args:
        path: The text file; its folder is made.
        number: Gives the figures; the same number gives the same text.
        times: How often the text is repeated, each time with figures of its own.
    """
    original = ORIGINAL.read_text(encoding="utf-8")
    *lines, issuer, date = original.rstrip("\n").split("\n")
    dice = random.Random(number)

    def other(_: re.Match[str]) -> str:
        return str(dice.randint(2, 99999))

    body = [re.sub(r"\d+(?=[件户条项])", other, each) for _ in range(times) for each in lines]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["洪山区2020年度法治政府建设工作报告", *body, issuer, date]), encoding="utf-8")
    return path
