"""Values in force: what speaks louder."""

from __future__ import annotations

from lxml import etree

from render.recognise.looks.values import Sheet, W, said_by


def element(text: str) -> etree._Element:
    """A part of a DOCX."""
    return etree.fromstring(text.replace(">", f' xmlns:w="{W[1:-1]}">', 1))


STYLES = """<w:styles>
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>
<w:pPr><w:ind w:firstLine="640"/></w:pPr><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Title"/><w:basedOn w:val="a"/>
<w:pPr><w:ind w:hanging="0"/></w:pPr><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr></w:style>
</w:styles>"""


def test_a_style_inherits() -> None:
    """From the defaults and from the style it is based on."""
    paragraph, run = Sheet(element(STYLES), None).of("a")
    assert (paragraph["ind.firstLine"], run["sz"], run["rFonts.eastAsia"]) == ("640", "21", "仿宋")


def test_a_hanging_indent_replaces_the_other() -> None:
    """LibreOffice writes the one, Word the other."""
    paragraph, _ = Sheet(element(STYLES), None).of("b")
    assert (paragraph["ind.firstLine"], paragraph["ind.hanging"]) == ("0", "0")


def test_a_theme_replaces_a_name_and_is_replaced_by_one() -> None:
    """Whichever speaks last."""
    sheet = Sheet(element(STYLES), None)
    _, run = sheet.of("b")
    assert sheet.face(run, "eastAsia") == ""
    own = said_by(element('<w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr>'))
    assert sheet.face({**run, **own}, "eastAsia") == "宋体"


def test_an_unknown_style_is_the_default_one() -> None:
    """As word processors take it."""
    sheet = Sheet(element(STYLES), None)
    assert sheet.of("zzz") == sheet.of("a")
