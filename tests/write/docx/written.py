"""Documents written for tests, and the questions asked of their parts."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from io import BytesIO
from zipfile import ZipFile

import PIL.Image
from builders import composed, paragraph, target
from lxml import etree

from render.blocks import Block, Cell, Image, Paragraph, Picture, Properties, Run, Table
from render.diagnostics import NOWHERE
from render.write.docx import write_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE = "洪山区2020年度法治政府建设工作报告"
PROPERTIES = Properties(
    title=TITLE,
    author="洪山区司法局",
    subject="",
    keywords="法治 <政府> & 报告",
    created=datetime(2021, 2, 18, 7, 30, tzinfo=timezone(timedelta(hours=8))),
)


def run(text: str, style: str | None = None, figure: str | None = None) -> Run:
    """Make a run that nobody wrote anywhere."""
    return Run(text, NOWHERE, style, figure)


def runs(*parts: Run, style: str = "text", **more: object) -> Paragraph:
    """Make a paragraph of several runs."""
    return Paragraph(style, parts, NOWHERE, **more)  # type: ignore[arg-type]


def cell(text: str, align: str = "center", columns: int = 1) -> Cell:
    """Make a cell of one run."""
    return Cell((run(text),), align, NOWHERE, columns)


def settled_table(*rows: tuple[Cell, ...], style: str = "table", **more: object) -> Table:
    """Make a table of two columns, 100 and 200 pt wide, whose first row is its head."""
    settled = {"widths": (100.0, 200.0), "heights": (1,) * len(rows), **more}
    return Table(style, rows[:1], rows[1:], NOWHERE, **settled)  # type: ignore[arg-type]


def settled_picture(image: str = "图.png", alternative: str = "柱形图") -> Picture:
    """Make a picture of 100 × 50 pt in two rows."""
    return Picture(image, alternative, NOWHERE, width=100.0, height=50.0, rows=2)


def image(color: str = "white") -> Image:
    """Draw a small PNG."""
    file = BytesIO()
    PIL.Image.new("RGB", (2, 1), color).save(file, "PNG")
    return Image(file.getvalue(), "png", 2, 1, 96.0)


def written(
    *blocks: Block, name: str = "portable", plain: bool = False, images: dict[str, Image] | None = None
) -> bytes:
    """Write a document in the template `report`."""
    document = composed(*blocks, images=images or {"图.png": image()})
    return write_docx(document, target(name), PROPERTIES, plain=plain)


def everything(*, plain: bool = False) -> bytes:
    """Write a document that holds every kind of block."""
    joined = (
        run("1.精心部署。", "heading-3"), run("审核"), run("346", figure="件数"), run("件，"),
        run("着重", "emphasis"), run("346", figure="件数"),
    )  # fmt: skip
    numbers = (cell("件数", "left"), cell("34.5", "decimal"))
    return written(
        paragraph(TITLE, "title", breaks=(10,), anchor="标题"),
        paragraph("一、工作开展情况", "heading-1", anchor="work-1"),
        runs(*joined, head_runs=1, head_tag="H3"),
        settled_table((cell("指标"), cell("2020年")), numbers, decimals=(0.0, 20.0), alternative="两年"),
        settled_table((cell("跨两栏", columns=2),), style="information"),
        settled_picture(),
        paragraph("附件1", "attachment-mark", sheet_start=True),
        paragraph("洪山区司法局", "issuer", indent_right=2.5, keep_with_next=True),
        settled_table((cell("末"), cell("表"))),
        plain=plain,
    )


def parts_of(data: bytes) -> dict[str, bytes]:
    """List every part by name."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(data: bytes, name: str) -> etree._Element:
    """Parse one part as XML."""
    return etree.fromstring(parts_of(data)[name])


def body(*blocks: Block, **options: object) -> etree._Element:
    """Read the `w:body` of a document."""
    return part(written(*blocks, **options), "word/document.xml")[0]  # type: ignore[arg-type]


def values(element: etree._Element, path: str, name: str = "val") -> list[str]:
    """List the values of an attribute at every place of a path such as `pPr/jc`."""
    steps = "/".join(f"{W}{step}" for step in path.split("/"))
    return [found.get(f"{W}{name}", "") for found in element.iterfind(f".//{steps}")]


def style(data: bytes, identity: str) -> etree._Element:
    """Find a style by its id."""
    styles = part(data, "word/styles.xml")
    return next(s for s in styles.iterfind(f"{W}style") if s.get(f"{W}styleId") == identity)
