"""PDF: paragraphs, tables, running heads and page numbers."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import render
from render.diagnostics import Faults
from render.recognise.found import FoundParagraph, FoundPicture, FoundTable
from render.recognise.readers import read
from render.recognise.readers.pdf import read_pdf
from render.resources import folder

TABLE = """---
版式: report
年度: 2020
标题: 关于2020年工作情况的报告
---
全区认真贯彻落实上级决策部署，扎实开展各项工作，取得明显成效。

| 指标 | 2019年 | 2020年 |
|---|---|---|
| 行政复议案件 | 12 | 1286.4 |
| 行政诉讼案件 | 9 | 7 |

以上数据截至年底，由各单位报送，经审核无误后汇总，供今后工作参考使用。
"""


def canvas() -> tuple[Canvas, BytesIO]:
    """An empty page with a Chinese face."""
    file = BytesIO()
    made = Canvas(file, pagesize=A4, invariant=1)
    if "Fangsong" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Fangsong", str(next(folder("fonts").glob("*angsong*.ttf")))))
    made.setFont("Fangsong", 16)
    return made, file


def test_a_report_of_ours_with_a_table(tmp_path: Path) -> None:
    """Reads as it was written: paragraphs whole, cells in their rows, no page number."""
    (tmp_path / "report.md").write_text(TABLE, encoding="utf-8")
    (output,) = render.build(tmp_path, to=["pdf"], faces="vendored").outputs
    document = read(output.data, "a.pdf")
    assert [
        i.text if isinstance(i, FoundParagraph) else i.rows
        for i in document.items
        if isinstance(i, FoundParagraph | FoundTable)
    ] == [
        "关于2020年工作情况的报告",
        "全区认真贯彻落实上级决策部署，扎实开展各项工作，取得明显成效。",
        (("指标", "2019年", "2020年"), ("行政复议案件", "12", "1286.4"), ("行政诉讼案件", "9", "7")),
        "以上数据截至年底，由各单位报送，经审核无误后汇总，供今后工作参考使用。",
    ]
    assert [(d.text, d.reason) for d in document.dropped] == [("— 1 —", "page number")]


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    """Without the running head and the number between."""
    made, file = canvas()
    for page, rows in enumerate((["　　" + "甲" * 25, "乙" * 27], ["丙" * 27, "丁" * 5]), 1):
        made.setFont("Fangsong", 9)
        made.drawString(80, 800, "某区工作报告")
        made.drawCentredString(297, 40, f"- {page} -")
        made.setFont("Fangsong", 16)
        for row, text in enumerate(rows):
            made.drawString(80, (740 if page == 2 else 180) - 30 * row, text)
        made.showPage()
    made.save()
    document = read(file.getvalue(), "a.pdf")
    assert [i.text for i in document.items if isinstance(i, FoundParagraph)] == [
        "甲" * 25 + "乙" * 27 + "丙" * 27 + "丁" * 5
    ]
    assert {d.reason for d in document.dropped} == {"page number", "running head"}


def test_a_scan_says_so() -> None:
    """Pages of pictures have no text."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    made, file = canvas()
    made.drawImage(ImageReader(Image.new("L", (50, 50))), 100, 100, 300, 300)
    made.showPage()
    made.save()
    with pytest.raises(Faults) as raised:
        read(file.getvalue(), "a.pdf")
    assert raised.value.diagnostics[0].code == "import.scanned"


def test_encrypted_and_damaged_files() -> None:
    """Each says what it is."""
    import pymupdf

    document = pymupdf.open()
    document.new_page().insert_text((72, 72), "text")
    locked = document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="a", owner_pw="b")
    for data, code in ((locked, "import.locked"), (b"%PDF-1.7\nnothing", "import.damaged")):
        with pytest.raises(Faults) as raised:
            read(data, "a.pdf")
        assert raised.value.diagnostics[0].code == code


def page_with_pictures() -> bytes:
    """A PDF of two pages with a logo on both, and a picture and text on the first."""
    import random

    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    noise = random.Random(1)
    photo, logo, dot = Image.new("RGB", (60, 40)), Image.new("RGB", (30, 30), "red"), Image.new("RGB", (4, 4))
    photo.putdata([(noise.randrange(256), 0, 0) for _ in range(2400)])
    file, jpeg = BytesIO(), BytesIO()
    photo.save(jpeg, "JPEG")
    canvas = Canvas(file, pagesize=(400, 600), invariant=1)
    for number in (1, 2):
        canvas.drawImage(ImageReader(logo), 20, 560, 30, 30)
        canvas.drawString(80, 500, f"Page {number} says a good deal of nothing, and goes on to do so.")
        if number == 1:
            canvas.drawImage(ImageReader(BytesIO(jpeg.getvalue())), 80, 300, 120, 80)
            canvas.drawImage(ImageReader(dot), 80, 250, 4, 4)
            canvas.drawString(80, 200, "Below the picture stands another line.")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_pictures_stand_where_they_stood() -> None:
    """Between the lines above and below; a logo on every page and an ornament are told and left out."""
    document = read_pdf(page_with_pictures(), "a.pdf")
    kinds = [type(item).__name__ for item in document.items]
    assert kinds == ["FoundParagraph", "FoundPicture", "FoundParagraph", "FoundParagraph"]
    picture = document.items[1]
    assert isinstance(picture, FoundPicture)
    assert picture.data.startswith(b"\xff\xd8\xff")
    assert [d.reason for d in document.dropped].count("repeated picture") == 2
    assert [(r.code, r.values) for r in document.remarks] == [("import.pictures_left", {"count": 1})]


def two_columns(paragraphs: list[str], title: str) -> bytes:
    """A page of a gazette: a title over both columns of 13 characters, 30 lines high."""
    made, file = canvas()
    made.drawCentredString(A4[0] / 2, 762, title)
    lines = [line for text in paragraphs for line in wrapped("　　" + text, 13)]
    for number, line in enumerate(lines):
        made.drawString(70 if number < 30 else 320, 730 - 22 * (number % 30), line)
    made.save()
    return file.getvalue()


def wrapped(text: str, width: int) -> list[str]:
    """Cut a text into lines."""
    return [text[at : at + width] for at in range(0, len(text), width)]


def test_two_columns_are_read_one_after_the_other() -> None:
    """A paragraph goes on from the foot of the left one to the head of the right one."""
    paragraphs = [
        f"第{han}项工作扎实推进，" + "全区认真落实各项部署，" * 12 + "取得明显成效。" for han in "一二三四五"
    ]
    document = read(two_columns(paragraphs, "关于二〇二〇年工作情况的报告"), "a.pdf")
    texts = [item.text for item in document.items if isinstance(item, FoundParagraph)]
    assert texts == ["关于二〇二〇年工作情况的报告", *paragraphs]


def test_a_gap_in_a_list_is_no_gutter() -> None:
    """Names and what they scored stand beside each other, line by line."""
    made, file = canvas()
    for number in range(30):
        made.drawString(70, 740 - 22 * number, "某某区第一中心小学校")
        made.drawString(320, 740 - 22 * number, f"得分{number}")
    made.save()
    document = read(file.getvalue(), "a.pdf")
    first = document.items[0]
    assert isinstance(first, FoundParagraph)
    assert first.text.replace(" ", "") == "某某区第一中心小学校得分0"
