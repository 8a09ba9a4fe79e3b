"""Headers, byte by byte: parsing them back proves nothing."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from email.header import decode_header, make_header
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.mail.addresses import Address
from render.mail.headers import LONGEST_LINE, address_header, file_headers, text_header

NAMES = {length: ("洪山区法治政府建设" * 10)[:length] + ".pdf" for length in (5, 40, 80)}


@pytest.mark.parametrize("name", [*NAMES.values(), "㐀𠀀" * 20 + ".docx"])
def test_a_name_goes_out_twice_and_in_one_piece(name: str) -> None:
    """RFC 2231 in Content-Disposition, an encoded word in quotes in Content-Type; neither is split."""
    lines = file_headers("application/pdf", name).split(b"\r\n")
    assert lines == [
        b"Content-Type: application/pdf;",
        b' name="=?utf-8?B?' + b64encode(name.encode()) + b'?="',
        b"Content-Transfer-Encoding: base64",
        b"Content-Disposition: attachment;",
        b" filename*=utf-8''" + quote(name).encode(),
        b"",
    ]
    assert max(map(len, lines)) <= LONGEST_LINE


def test_a_name_of_the_longest_kind_fits() -> None:
    """255 bytes, the most a file system takes."""
    lines = file_headers("application/pdf", "字" * 83 + ".pdf").split(b"\r\n")
    assert max(map(len, lines)) < LONGEST_LINE


def test_an_ascii_name_is_said_plainly() -> None:
    """Quotes and backslashes escaped."""
    headers = file_headers("application/pdf", 'a "b"\\c.pdf')
    assert b' name="a \\"b\\"\\\\c.pdf"\r\n' in headers
    assert b' filename="a \\"b\\"\\\\c.pdf"\r\n' in headers


@pytest.mark.parametrize("text", ["a\nBcc: x@evil.org", "a\r\n\r\n<script>", "a\0b"])
def test_no_line_end_gets_into_a_header(text: str) -> None:
    """A fault of the caller, since the reader has refused it before."""
    for write in (
        lambda: text_header("Subject", text),
        lambda: file_headers("application/pdf", text),
        lambda: address_header("To", [Address(text, "a@example.org")]),
    ):
        with pytest.raises(ValueError, match="line end"):
            write()


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_every_subject_comes_back(text: str) -> None:
    """In ASCII lines of 76 characters, in words of 75; runs of spaces at the ends are not kept."""
    header = text_header("Subject", text)
    lines = header.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 76 for line in lines)
    assert all(len(word) <= 75 for word in re.findall(rb"=\?\S+\?=", header))
    value = header.decode("ascii").removeprefix("Subject:").replace("\r\n", "").strip()
    assert str(make_header(decode_header(value))).strip() == text.strip()


def test_a_subject_that_looks_encoded_is_not_decoded() -> None:
    """`=?` in it goes out encoded."""
    header = text_header("Subject", "=?utf-8?B?5Lit?=")
    assert b64decode(re.findall(rb"B\?(.+)\?=", header)[0]) == b"=?utf-8?B?5Lit?="


def test_plain_subjects_stay_plain() -> None:
    """Colons are no danger inside a value."""
    assert text_header("Subject", "Re: report 2020") == b"Subject: Re: report 2020\r\n"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("", b"To: <a@example.org>"),
        ("Zhang San", b"To: Zhang San <a@example.org>"),
        ('Zhang, "San"', b'To: "Zhang, \\"San\\"" <a@example.org>'),
        ("Bcc: x@evil.org", b'To: "Bcc: x@evil.org" <a@example.org>'),
        ("王五", b"To: =?utf-8?B?546L5LqU?= <a@example.org>"),
    ],
)
def test_display_names(name: str, line: bytes) -> None:
    """Quoted where they hold marks, encoded where they are not ASCII."""
    assert address_header("To", [Address(name, "a@example.org")]) == line + b"\r\n"


def test_a_long_display_name_stays_one_word() -> None:
    """18 Han characters; some programs show a space between two words."""
    header = address_header("From", [Address("中共洪山区委全面依法治区委员会办公室", "a@example.org")])
    (word,) = re.findall(rb"=\?gb18030\?B\?(.+)\?=", header)
    assert b64decode(word).decode("gb18030") == "中共洪山区委全面依法治区委员会办公室"


def test_addresses_stand_one_after_the_other() -> None:
    """With commas between, in short lines."""
    header = address_header("Cc", [Address("张三", f"a{n}@example.org") for n in range(5)])
    assert header.count(b",") == 4
    assert all(len(line) <= 76 for line in header.split(b"\r\n"))
