"""Masthead, sealed signature and colophon as a clerk finds them in Word."""

from __future__ import annotations

from dataclasses import replace

from builders import composed, paragraph, target
from lxml import etree
from write.docx.written import PROPERTIES, W, image, parts_of, run, values

from render.blocks import Block, Colophon, Composed, Image, Masthead, Paragraph, Seal, Signature
from render.diagnostics import NOWHERE
from render.fonts import font_book
from render.layout import lay_out
from render.write.docx import write_docx


def named(text: str, style: str, hanging: int = 0) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(style, (run(text),), NOWHERE, hanging=hanging)


def masthead(*mark: str, upward: bool = False) -> Masthead:
    """A masthead with number, and a signer where it goes upward."""
    signers = (Paragraph("signer", (run("签发人："), run("张三", "signer-name")), NOWHERE),) if upward else ()
    return Masthead(
        (named("000123", "copy-no"),), None, tuple(named(name, "mark") for name in mark),
        named("文件", "mark-suffix"), named("某〔2021〕5号", "number"), signers, NOWHERE, is_upward=upward,
    )  # fmt: skip


def colophon() -> Colophon:
    """Copies, printer, date."""
    copies = named("抄送：甲，乙。", "copies", 3)
    return Colophon((copies,), named("某办", "printer"), named("2021年2月20日印发", "printed"), NOWHERE)


def written(*blocks: Block, images: dict[str, Image] | None = None) -> dict[str, bytes]:
    """Lay out and write; gives the parts."""
    document: Composed = composed(*blocks, images=images or {})
    settled, _, _ = lay_out(document, font_book("vendored"), target())
    return parts_of(write_docx(settled, target(), PROPERTIES))


def body(*blocks: Block, **more: dict[str, Image]) -> etree._Element:
    """The `w:body` of a document."""
    return etree.fromstring(written(*blocks, **more)["word/document.xml"])[0]


def text(element: etree._Element) -> str:
    """All characters of an element."""
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def test_the_mark_is_a_paragraph_of_its_own_style() -> None:
    """Its settled size and width stand at its run, its height in exact lines."""
    mark = next(p for p in body(masthead("某某市人民政府办公室"))[:3] if "办公室" in text(p))
    assert values(mark, "pPr/pStyle") == ["gongwenMark"]
    assert text(mark) == "某某市人民政府办公室文件"
    assert set(values(mark, "r/rPr/sz")) == {"96"}
    assert set(values(mark, "r/rPr/w")) <= {"76", "77"}


def test_the_masthead_ends_on_the_grid() -> None:
    """Heights, spaces and the rule sum up to whole rows of 579 twips."""
    for block in (masthead("某局"), masthead("某局", upward=True), masthead("甲局", "乙局")):
        total = 0.0
        for element in body(block, paragraph("题", "title")):
            if text(element) == "题":
                break
            if element.tag == f"{W}tbl":
                total += sum(int(h) for h in values(element, "tr/trPr/trHeight"))
                continue
            spacing = element.find(f"{W}pPr/{W}spacing")
            total += (
                sum(int(spacing.get(f"{W}{n}", 0)) for n in ("before", "after")) if spacing is not None else 0
            )
            total += int(spacing.get(f"{W}line")) if spacing is not None else 579
            total += sum(int(size) / 8 * 20 for size in values(element, "pPr/pBdr/bottom", "sz"))
        assert abs(total / 579 - round(total / 579)) * 579 <= 4


def test_the_rule_is_the_border_of_a_paragraph() -> None:
    """Red, 0.5 mm; a longer number does not move it."""
    rule = next(p for p in body(masthead("某局")) if values(p, "pPr/pStyle") == ["gongwenRule"])
    assert values(rule, "pPr/pBdr/bottom", "sz") == ["11"]
    assert values(rule, "pPr/pBdr/bottom", "color") == ["FF0000"]
    assert text(rule) == ""


def test_number_and_signer_share_a_line_by_tab_stops() -> None:
    """No spaces are counted out."""
    line = next(p for p in body(masthead("某局", upward=True)) if "签发人" in text(p))
    assert text(line) == "某〔2021〕5号签发人：张三"
    stops = values(line, "pPr/tabs/tab", "pos")
    assert len(stops) == len(line.findall(f"{W}r/{W}tab")) == 2
    assert int(stops[0]) == 316  # one cell


def test_names_of_a_joint_issue_are_a_table_without_rules() -> None:
    """Each spread to the width of the widest; 文件 in one cell beside all of them."""
    (table,) = body(masthead("某某市公安局", "某某市司法局")).iter(f"{W}tbl")
    names, suffix = table.iter(f"{W}tc")
    assert [text(p) for p in names.iter(f"{W}p")] == ["某某市公安局", "某某市司法局"]
    assert text(suffix) == "文件"  # read after the last name, as in the PDF
    assert values(table, "tr/tc/p/pPr/jc") == ["distribute", "distribute", "right"]
    assert list(table.iter(f"{W}tblBorders")) == []


def test_a_seal_hangs_behind_the_text_of_its_line() -> None:
    """An anchored picture that can be moved or taken out; nothing stands in a text box."""
    signature = Signature(
        (named("某局", "issuer"),), named("2021年2月18日", "date"), (Seal("章", "某局印章"),), NOWHERE
    )
    document = body(paragraph("字。"), signature, images={"章": replace(image("red"), sized=False)})
    anchor = next(document.iter("{*}anchor"))
    line = next(p for p in document if anchor in list(p.iter()))
    assert text(line) == "某局"
    assert anchor.get("behindDoc") == "1"
    assert next(anchor.iter("{*}docPr")).get("descr") == "某局印章"
    assert not list(document.iter(f"{W}txbxContent"))
    assert [text(p) for p in document if p.tag == f"{W}p"] == ["字。", "", "某局", "2021年2月18日"]


def test_the_colophon_is_a_table_with_the_standards_rules() -> None:
    """0.35 mm outside, 0.25 mm inside, as wide as the type area (7.4.1)."""
    (table,) = body(paragraph("字。"), colophon()).iter(f"{W}tbl")
    assert values(table, "tblPr/tblW", "w") == ["8845"]
    borders = {b.tag.removeprefix(W): b.get(f"{W}sz") for b in next(table.iter(f"{W}tblBorders"))}
    assert borders == {"top": "8", "bottom": "8", "insideH": "6"}
    assert [text(cell) for cell in table.iter(f"{W}tc")] == ["抄送：甲，乙。", "某办", "2021年2月20日印发"]
    assert values(table, "tblPr/tblCellMar/left", "w") == ["280"]  # one cell of 14 pt


def test_blank_rows_push_the_colophon_down_on_a_new_page() -> None:
    """Real paragraphs, which a clerk takes out when the text grows."""
    document = body(paragraph("字。"), colophon())
    blanks = [p for p in document if values(p, "pPr/pStyle") == ["gongwenBlank"]]
    assert len(blanks) == 20
    assert len(list(document.iter(f"{W}pageBreakBefore"))) == 1


def test_a_colophon_behind_a_blank_page_has_a_section_without_numbers() -> None:
    """Its page feet are empty ones of its own (7.5)."""
    parts = written(*(paragraph("字。") for _ in range(44)), colophon())
    document = etree.fromstring(parts["word/document.xml"])[0]
    feet = [
        [f.get("{*}id") or next(iter(f.values())) for f in s.iter(f"{W}footerReference")]
        for s in document.iter(f"{W}sectPr")
    ]
    assert len(feet) == 2
    assert b"footerBare.xml" in parts["word/_rels/document.xml.rels"]
    assert not text(etree.fromstring(parts["word/footerBare.xml"]))
    last = etree.tostring(list(document.iter(f"{W}sectPr"))[-1]).decode()
    assert last.count('r:id="footerBare"') == 2


def test_a_document_without_a_blank_page_has_no_empty_foot() -> None:
    """Nothing is written that is not used."""
    assert "word/footerBare.xml" not in written(paragraph("字。"), colophon())
