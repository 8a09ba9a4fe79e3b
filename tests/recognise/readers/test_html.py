"""Web pages: what they show, and what they only hold."""

from __future__ import annotations

import base64

import pytest

from render.recognise.found import FoundParagraph, FoundPicture, FoundTable
from render.recognise.readers import read

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


def items(body: str, head: str = "") -> list[object]:
    """Paragraphs as texts, tables as rows, of a page."""
    page = f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    made = read(page.encode(), "a.html")
    return [
        i.text if isinstance(i, FoundParagraph) else i.rows if isinstance(i, FoundTable) else i.data
        for i in made.items
    ]


def test_blocks_are_paragraphs() -> None:
    """Inline marks are not; <br> ends one."""
    assert items("<p>甲<b>乙</b>丙</p><div>丁<br>戊</div><ul><li>己</li></ul>") == [
        "甲乙丙",
        "丁",
        "戊",
        "己",
    ]


def test_scripts_and_hidden_parts_are_silent() -> None:
    """Nobody reads them; hidden words are listed."""
    page = read(
        "<body><script>var a='<p>甲</p>'</script><style>p{}</style><p>乙</p><div style='display:none'>丙</div></body>".encode(),
        "a.html",
    )
    assert [i.text for i in page.items if isinstance(i, FoundParagraph)] == ["乙"]
    assert [(d.text, d.reason) for d in page.dropped] == [("丙", "hidden")]


def test_tables_of_words_and_numbers() -> None:
    """Merged cells hold their text once."""
    assert items("<table><tr><th>指标<th>数</tr><tr><td rowspan=2>甲<td>1<tr><td>2</table>") == [
        (("指标", "数"), ("甲", "1"), ("", "2"))
    ]


def test_tables_that_lay_out_the_page() -> None:
    """Are no tables, fifty deep or not."""
    deep = "<table><tr><td>" * 50 + "<p>一段正文。</p>" + "</td></tr></table>" * 50
    assert items(deep) == ["一段正文。"]
    assert items("<table><tr><td><table><tr><td>甲<td>乙<tr><td>丙<td>丁</table></table>") == [
        (("甲", "乙"), ("丙", "丁"))
    ]


@pytest.mark.parametrize(
    "page", ["<p>甲<div>乙</p></div><b>丙", "<p>甲</div></p><td>乙</td><p>丙", "甲<p>乙</p>丙</html></body>x"]
)
def test_broken_pages(page: str) -> None:
    """Give their text all the same."""
    assert "".join(str(i) for i in items(page)).startswith("甲乙丙")


def test_what_stands_outside_the_text_is_marked() -> None:
    """By names, by tags, and by where the sentences are."""
    text = "<p>全区认真贯彻落实上级决策部署，扎实开展各项工作，取得明显成效。</p>" * 5
    page = read(
        f"<body><div class=top>首页</div><div id=main>{text}</div><footer>版权所有</footer></body>".encode(),
        "a.html",
    )
    outside = [i.text for i in page.items if isinstance(i, FoundParagraph) and i.look.is_outside]
    assert outside == ["首页", "版权所有"]


def test_pictures() -> None:
    """In the page itself they are taken; outside it they are counted."""
    url = "data:image/png;base64," + base64.b64encode(PNG).decode()
    page = read(
        f"<body><p>甲</p><img src='{url}'><img src='http://example.com/a.png'></body>".encode(), "a.html"
    )
    assert [i.data for i in page.items if isinstance(i, FoundPicture)] == [PNG]
    assert [(d.code, d.values) for d in page.remarks] == [("import.pictures_not_taken", {"count": 1})]


def test_numbered_lists_show_their_numbers() -> None:
    """As a browser does."""
    assert items("<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>") == ["3.甲", "4.乙", "丙"]


def test_what_a_page_says_of_itself() -> None:
    """Its title and the labels sites must have."""
    page = read(
        "<head><title>甲报告_某网</title><meta name=PubDate content='2021-02-03 10:00'></head><p>乙".encode(),
        "a.html",
    )
    assert page.titles == ("甲报告_某网",)
    assert page.particulars == {"发布日期": "2021-02-03 10:00"}


def test_text_in_lines() -> None:
    """Line feeds count in <pre>."""
    assert items("<pre>甲\n乙</pre>") == ["甲", "乙"]


def test_a_title_in_a_box_of_its_own_above_the_text() -> None:
    """It stands outside the part that holds the text, and is one all the same."""
    body = (
        "<div id=nav><a href=/>首页</a></div><div class=art><div class=tit>政府工作报告</div>"
        f"<div class=info>时间：2024-03-01</div><div class=con>国务院总理　某某某<br><br>{'全区各项工作取得明显成效。' * 20}</div></div>"
    )
    page = read(f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode(), "a.html")
    title = next(i for i in page.items if isinstance(i, FoundParagraph) and i.text == "政府工作报告")
    assert (title.look.level, title.look.is_outside) == (1, False)
