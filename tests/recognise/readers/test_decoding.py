"""Decoding: UTF-8, GB18030, Big5 and UTF-16 told apart."""

from __future__ import annotations

import pytest

from render.diagnostics import Diagnostic, Faults, Source
from render.recognise.readers.decoding import decode

TEXT = "关于二〇二〇年工作情况的报告\n全区认真贯彻落实上级决策部署，各项工作取得明显成效。"
TRADITIONAL = "關於二〇二〇年工作情況的報告\n本府各機關認真辦理各項業務，為民服務成效良好，特此報告。"


def read(data: bytes) -> tuple[str, str, list[str]]:
    """Text, encoding and codes of remarks."""
    remarks: list[Diagnostic] = []
    text, encoding = decode(data, Source("a.txt"), remarks)
    return text, encoding, [each.code for each in remarks]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("gb18030", "GB18030"),
        ("gbk", "GB18030"),
        ("utf-16", "UTF-16"),
    ],
)
def test_simplified_text(encoding: str, named: str) -> None:
    """As Windows, WPS and servers save it."""
    text = TEXT.replace("〇", "零")
    assert read(text.encode(encoding)) == (text, named, [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark(encoding: str) -> None:
    """Told by where the zero bytes of ASCII characters stand."""
    text = TEXT + "\n2020-12-31 12345 67890\n" * 4
    assert read(text.encode(encoding))[0] == text


def test_traditional_text_in_big5() -> None:
    """GB18030 would read it too, as nonsense."""
    text = TRADITIONAL.replace("〇", "零")
    made, encoding, _ = read(text.encode("big5"))
    assert (made, encoding) == (text, "BIG5HKSCS")


def test_two_encodings_in_one_file() -> None:
    """Each line in its own, and that is said."""
    data = TEXT.encode("gb18030") + b"\n" + "第二部分是另外粘贴的。".encode()
    text, _, codes = read(data)
    assert text == f"{TEXT}\n第二部分是另外粘贴的。"
    assert codes == ["import.mixed_encodings"]


def test_a_cut_character_is_marked() -> None:
    """A file cut off in the middle of a character keeps the rest."""
    text, _, codes = read(TEXT.encode()[:-1])
    assert text.startswith("关于二〇二〇年工作情况的报告")
    assert text.endswith("�")
    assert codes == ["import.mixed_encodings", "import.undecodable"] or codes == ["import.undecodable"]


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 500])
def test_bytes_that_are_no_text(data: bytes) -> None:
    """Are refused."""
    with pytest.raises(Faults) as raised:
        read(data)
    assert [d.code for d in raised.value.diagnostics] == ["import.binary"]


def test_line_ends_and_unseen_characters() -> None:
    """Any line end becomes one; characters nobody sees stay for whoever looks the text over."""
    assert read("甲\r\n乙\r丙\u200b丁".encode())[0] == "甲\n乙\n丙\u200b丁"


def test_a_broken_character_costs_itself() -> None:
    """A download that ended within one, a byte that was flipped: the rest of its line is kept."""
    data = TEXT.encode()
    assert read(data[:-2]) == (TEXT[:-1] + "\ufffd", "UTF-8", ["import.undecodable"])
    text, encoding, codes = read(data[:60] + b"\xff" + data[61:])
    assert (encoding, codes) == ("UTF-8", ["import.undecodable"])
    assert text.replace("\ufffd", "").endswith("各项工作取得明显成效。")
