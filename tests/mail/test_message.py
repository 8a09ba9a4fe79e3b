"""Messages as bytes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from render.mail.message import ChangedEnclosure, Composer, base64_lines, encoded_size

from .letters import DATE, enclosure, letter, parsed, text_of


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A file with a Chinese name, of a size that leaves base64 a remainder."""
    path = tmp_path / "洪山区2020年度报告.pdf"
    path.write_bytes(bytes(range(256)) * 5 + b"\r\n.\r\nend")
    return path


def test_strict_parsers_take_it(report: Path) -> None:
    """No defect; subject, addresses, texts and the file come back as they were."""
    data = Composer().compose(letter(enclosure(report), cc="李四 <li@example.org>"), DATE, is_draft=False)
    message = parsed(data)
    assert message["Subject"] == "报送测试报告"
    assert [(a.display_name, a.addr_spec) for a in message["To"].addresses] == [("王五", "wang@example.org")]
    assert message["Date"] == "Thu, 18 Feb 2021 09:30:00 +0800"
    assert text_of(message).startswith("区政府：\n\n请查收。\n\n附件（共1个）：\n")
    assert "<p>区政府：</p>" in text_of(message, "html")
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == report.name
    assert attached.get_content() == report.read_bytes()


def test_it_is_ascii_in_short_lines(report: Path) -> None:
    """CRLF alone ends a line; none is over 998 bytes, and only names of files are over 76."""
    data = Composer().compose(letter(enclosure(report)), DATE, is_draft=True)
    assert data.isascii()
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line or b"\0" in line for line in lines)
    assert [line for line in lines if len(line) > 78 and b"name" not in line] == []


@pytest.mark.parametrize("length", [5, 40, 80])
def test_names_of_any_length_stand_in_both_headers(tmp_path: Path, length: int) -> None:
    """On one line each."""
    path = tmp_path / ("字" * length + ".pdf")
    path.write_bytes(b"1")
    data = Composer().compose(letter(enclosure(path)), DATE, is_draft=False)
    assert data.count(b"\r\n filename*=utf-8''" + b"%E5%AD%97" * length + b".pdf\r\n") == 1
    assert data.count(b'\r\n name="=?utf-8?B?') == 1


def test_the_same_letter_gives_the_same_bytes(report: Path) -> None:
    """Whoever writes it, and in whatever order."""
    one, two = letter(enclosure(report)), letter(enclosure(report), text="别的")
    first, second = Composer(), Composer()
    first.compose(two, DATE, is_draft=True)
    assert first.compose(one, DATE, is_draft=True) == second.compose(one, DATE, is_draft=True)


def test_its_id_tells_it_from_every_other(report: Path, tmp_path: Path) -> None:
    """By what it says, what it carries and whom it is for; not by its date."""
    one = letter(enclosure(report))
    other = tmp_path / "other.pdf"
    other.write_bytes(b"other")
    ids = [
        one.message_id,
        letter(enclosure(report), text="别的").message_id,
        letter(enclosure(report), to="wang2@example.org").message_id,
        letter(enclosure(report), bcc="x@example.org").message_id,
        letter(enclosure(other)).message_id,
        letter(enclosure(report, sent_name="report.pdf")).message_id,
    ]
    assert len(set(ids)) == len(ids)
    assert one.message_id == letter(enclosure(report)).message_id


def test_a_draft_opens_as_one_and_a_message_does_not(report: Path) -> None:
    """X-Unsent and blind copies stand in drafts alone."""
    one = letter(enclosure(report), bcc="秘书 <mi@example.org>")
    draft, message = (Composer().compose(one, DATE, is_draft=flag) for flag in (True, False))
    assert b"\r\nX-Unsent: 1\r\n" in draft
    assert parsed(draft)["Bcc"] == "秘书 <mi@example.org>"
    assert b"X-Unsent" not in message
    assert b"Bcc" not in message
    assert b"mi@example.org" not in message


def test_the_body_lists_real_names_sizes_and_digests(report: Path) -> None:
    """Also when the file goes under a name in ASCII."""
    file = enclosure(report, sent_name="report-2020.pdf")
    message = parsed(Composer().compose(letter(file), DATE, is_draft=False))
    digest = hashlib.sha256(report.read_bytes()).hexdigest()
    for kind in ("plain", "html"):
        text = text_of(message, kind)
        assert f"1. {report.name}（1 KB；邮件中的文件名：report-2020.pdf）" in text
        assert digest in text
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "report-2020.pdf"
    assert b"filename*" not in Composer().compose(letter(file), DATE, is_draft=False)


def test_html_says_what_the_text_says_and_is_no_markup() -> None:
    """A recipient called <b> stays that."""
    one = letter(text="<b>甲</b> & 乙：\n第二行")
    message = parsed(Composer().compose(one, DATE, is_draft=False))
    assert "<p>&lt;b&gt;甲&lt;/b&gt; &amp; 乙：<br>\n第二行</p>" in text_of(message, "html")


def test_a_message_without_files_is_one() -> None:
    """Nothing is listed then."""
    message = parsed(Composer().compose(letter(), DATE, is_draft=False))
    assert list(message.iter_attachments()) == []
    assert "附件" not in text_of(message)


def test_a_file_that_changes_meanwhile_is_noticed(report: Path) -> None:
    """Neither half of it goes out."""
    one = letter(replace(enclosure(report), is_shared=False))
    report.write_bytes(b"another")
    with pytest.raises(ChangedEnclosure):
        Composer().compose(one, DATE, is_draft=False)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 56, 57, 58, 114, 115, 1000])
def test_sizes_are_known_before(size: int) -> None:
    """To the byte."""
    assert len(base64_lines(b"x" * size)) == encoded_size(size)
