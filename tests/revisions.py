"""Pairs of invented reports, and documents settled by a reader of our own, for tests of revisions."""

from __future__ import annotations

import random
from pathlib import Path

from render import pipeline
from render.readback.document import Item, accepted, lines_of, rejected
from render.readback.reading import read_document

HEAD = "---\n年度: 2020\n标题: {title}\n发文机关: 某某区司法局\n成文日期: 2021-02-{day:02}\n{more}---\n"
SENTENCES = (
    "区委组织召开会议，重点听取汇报，研究存在的问题。",
    "全年共审核合同{n}件，其中重大合同{m}件。",
    "推进审批制度改革，办理时限由{n}天压减为{m}天。",
    "在区政务中心部署安装评价设备{n}台，满意度达{m}.5%。",
    "坚持“谁执法谁普法”，开展宣传活动{n}场次。",
    "落实行政机关负责人出庭应诉制度；",
    "严格规范公正文明执法。",
    "新增法律援助站点{n}个，群众就近即可申请。",
)
NAMES = ("完善工作机制", "深化“放管服”改革", "规范行政执法", "化解矛盾纠纷", "强化普法宣传", "下一步打算")
Element = tuple[str, ...]


def invented(chance: random.Random) -> list[Element]:
    """Invent the elements of a report: headings, paragraphs, run-in headings, tables."""
    elements: list[Element] = []
    for _ in range(chance.randint(1, 9)):
        match chance.randint(0, 5):
            case 0:
                elements.append(("#" * chance.randint(1, 2), chance.choice(NAMES)))
            case 1:
                elements.append(("###", f"{chance.choice(NAMES)}。", sentence(chance)))
            case 2:
                width = chance.randint(2, 3)
                rows = (row(chance, width) for _ in range(chance.randint(2, 5)))
                elements.append(("|", *rows))
            case _:
                elements.append(("", *(sentence(chance) for _ in range(chance.randint(1, 3)))))
    return elements


def sentence(chance: random.Random) -> str:
    """Invent a sentence."""
    return chance.choice(SENTENCES).format(n=chance.randint(1, 30), m=chance.randint(1, 30))


def row(chance: random.Random, width: int) -> str:
    """Invent the row of a table."""
    return "|".join([chance.choice(NAMES), *(str(chance.randint(0, 99)) for _ in range(width - 1))])


def edited(elements: list[Element], chance: random.Random) -> list[Element]:
    """Change, drop, add and move elements."""
    elements = list(elements)
    for _ in range(chance.randint(0, 6)):
        at = chance.randrange(len(elements) + 1)
        match chance.randint(0, 4):
            case 0:
                elements[at:at] = invented(chance)[:2]
            case 1 if at < len(elements):
                del elements[at]
            case 2 if at < len(elements):
                elements.insert(chance.randrange(len(elements)), elements.pop(at))
            case _ if at < len(elements):
                elements[at] = _changed(elements[at], chance)
    return elements


def _changed(element: Element, chance: random.Random) -> Element:
    kind, *parts = element
    if not parts:
        return element
    at = chance.randrange(len(parts))
    if kind == "|":
        width = parts[0].count("|") + 1
        if chance.random() < 0.3:
            parts.insert(at, row(chance, width))
        elif len(parts) > 2 and chance.random() < 0.4:
            del parts[at]
        else:
            parts[at] = row(chance, width)
    elif chance.random() < 0.5:
        parts[at] = parts[at].replace("会议", "专题会").replace("1", "3").replace("执法", "行政执法")
    elif kind == "":
        parts[at] = sentence(chance)
    return (kind, *parts)


def markdown(elements: list[Element]) -> str:
    """Write elements as an author would."""
    passages: list[str] = []
    level = 0
    for kind, *parts in elements:
        if kind == "|":
            head, *rows = parts
            rule = "|".join(["---"] * (head.count("|") + 1))
            passages.append("\n".join(f"|{line}|" for line in (head, rule, *rows)))
        elif kind:
            level = min(len(kind), level + 1)  # none may be skipped
            passages += [f"{'#' * level} {parts[0]}", *parts[1:]]
        else:
            passages.append("".join(parts))
    return "\n\n".join(passages)


def written(folder: Path, text: str, *, title: str = "某某区工作报告", day: int = 1, more: str = "") -> Path:
    """Write a report folder."""
    folder.mkdir(parents=True, exist_ok=True)
    head = HEAD.format(title=title, day=day, more=more)
    (folder / "report.md").write_text(f"{head}{text or '正文。'}\n", encoding="utf-8")
    return folder


def pair_of(folder: Path, seed: int) -> tuple[Path, Path]:
    """Write a report and one that came of it."""
    chance = random.Random(seed)
    one = invented(chance)
    other = edited(one, chance)
    more = "结语: 特此报告。\n" if chance.random() < 0.3 else ""
    return (
        written(folder / "a", markdown(one), day=chance.randint(1, 28), more=more),
        written(folder / "b", markdown(other), title="某某区年度工作报告", day=chance.randint(1, 28)),
    )


def laid_out(report: Path, **more: object) -> pipeline.LaidOut:
    """Take a report as far as settled blocks."""
    result = pipeline.lay_out(pipeline.Job(report, faces="vendored", **more))  # type: ignore[arg-type]
    assert result.laid_out is not None, result.diagnostics
    return result.laid_out


def texts(items: tuple[Item, ...]) -> list[str]:
    """Give the words of all paragraphs and cells, without blank ones."""
    return [line.text for item in items for line in lines_of(item) if line.text.strip()]


def styled(items: tuple[Item, ...]) -> list[tuple[str, str]]:
    """Give the words of all paragraphs and cells with their styles."""
    return [(line.style, line.text) for item in items for line in lines_of(item) if line.text.strip()]


def settled(document: Path) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Accept and reject all changes of a document."""
    items = read_document(document).items
    return accepted(items), rejected(items)
