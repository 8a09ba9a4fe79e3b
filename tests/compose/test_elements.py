"""Masthead, sealed signature and colophon as blocks."""

from __future__ import annotations

from dataclasses import replace

from builders import content, said, spans

from render import layout_file
from render.blocks import Block, Colophon, Image, Masthead, Paragraph, Signature
from render.compose import compose
from render.content import Node, Picture
from render.diagnostics import NOWHERE

SEAL = Image(b"", "png", 10, 10, 300)


def blocks(*nodes: Node, template: str = "gongwen", **metadata: str) -> list[Block]:
    """Compose in a form with masthead and colophon."""
    document = replace(content(*nodes), metadata=metadata)
    composed, found = compose(document, layout_file.load(template), {"章.png": SEAL})
    assert found == ()
    return list(composed.blocks)


def masthead(*nodes: Node, **metadata: str) -> Masthead:
    """The masthead of a document that begins with these nodes."""
    (block,) = blocks(*nodes, **metadata)
    assert isinstance(block, Masthead)
    return block


def test_what_stands_above_the_title_is_one_block() -> None:
    """In the order of the standard, 份号 before 密级 before 紧急程度 (7.2.1 to 7.2.6)."""
    block = masthead(
        said("000123", "copy-no"), said("机密★1年", "security"), said("特急", "urgency"),
        said("某局", "mark"), said("文件", "mark-suffix"), said("某〔2021〕5号", "number"),
        said("张三", "signer"),
    )  # fmt: skip
    assert [p.text for p in block.paragraphs] == [
        "000123", "机密★1年", "特急", "某局", "文件", "某〔2021〕5号", "签发人：张三",
    ]  # fmt: skip


def test_security_keeps_to_the_second_row() -> None:
    """The first stays free for 份号."""
    block = masthead(said("机密★1年", "security"), said("某局", "mark"))
    assert [p.style for p in block.corner] == ["blank", "security"]


def test_urgency_alone_stands_on_the_first_row() -> None:
    """Nothing is left free for what is not there."""
    block = masthead(said("特急", "urgency"), said("某局", "mark"))
    assert [p.style for p in block.corner] == ["urgency"]


def test_only_the_first_signer_has_the_label() -> None:
    """签发人： in 仿宋, names in 楷体 (7.2.6)."""
    block = masthead(said("某局", "mark"), said("张三", "signer"), said("李四", "signer"))
    assert [[(run.text, run.style) for run in p.runs] for p in block.signers] == [
        [("签发人：", None), ("张三", "signer-name")],
        [("李四", "signer-name")],
    ]


def test_a_document_with_signers_goes_upward() -> None:
    """Unless the metadata say another direction."""
    nodes = (said("某局", "mark"), said("张三", "signer"))
    assert masthead(*nodes).is_upward
    assert not masthead(*nodes, direction="平行").is_upward
    assert masthead(said("某局", "mark"), direction="上行").is_upward


def test_a_mark_of_several_lines_is_several_names() -> None:
    """The author's own line breaks count."""
    assert [p.text for p in masthead(said("甲局\n乙局", "mark")).mark] == ["甲局", "乙局"]


def test_without_a_mark_there_is_no_masthead() -> None:
    """A number alone stays a paragraph."""
    assert [type(b) for b in blocks(said("某〔2021〕5号", "number"), template="report")] == [Paragraph]


def test_a_sealed_signature_is_one_block() -> None:
    """Names, date and picture; the blank rows above it come with the seals."""
    picture = Picture("章.png", (), "", NOWHERE, "seal")
    nodes = (
        said("正文"),
        said("某局", "issuer"),
        said("2021年2月18日", "date"),
        picture,
        said("（注）", "note"),
    )
    _, block, note = blocks(*nodes, seal="图片")
    assert isinstance(block, Signature)
    assert ([p.text for p in block.names], block.date and block.date.text) == (["某局"], "2021年2月18日")
    assert [(seal.image, seal.alternative) for seal in block.seals] == [("章.png", "某局印章")]
    assert isinstance(note, Paragraph)


def test_a_form_says_whether_it_is_usually_sealed() -> None:
    """文件格式 is, a report is not; 用印 decides otherwise."""
    nodes = (said("某局", "issuer"), said("2021年2月18日", "date"))
    assert isinstance(blocks(*nodes)[0], Signature)
    assert isinstance(blocks(*nodes, template="report")[0], Paragraph)
    assert isinstance(blocks(*nodes, seal="不用")[0], Paragraph)
    assert isinstance(blocks(*nodes, template="report", seal="电子")[0], Signature)


def test_a_title_before_a_signature_seal_makes_a_signature() -> None:
    """签名章: titles instead of names (7.3.5.3)."""
    (block,) = blocks(said("区长", "signatory"), said("2021年2月18日", "date"), template="report")
    assert isinstance(block, Signature)
    assert block.is_signed


def test_the_colophon_comes_last_wherever_it_is_said() -> None:
    """After the attachments (7.3.7); later lines hang below the first name (7.4.2)."""
    nodes = (said("抄送：甲，乙。", "copies"), said("某办", "printer"), said("2021年2月20日印发", "printed"))
    text, block = blocks(*nodes, said("正文"))
    assert isinstance(text, Paragraph)
    assert isinstance(block, Colophon)
    assert [p.text for p in block.paragraphs] == ["抄送：甲，乙。", "某办", "2021年2月20日印发"]
    assert block.lists[0].hanging == len("抄送：")


def test_figures_keep_their_keys() -> None:
    """A value printed in the mark can be found again."""
    (span,) = spans("8")
    block = masthead(replace(said("某局", "mark"), spans=(replace(span, figure="件数"),)))
    assert block.mark[0].runs[0].figure == "件数"
