"""Addresses as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.diagnostics import Diagnostic, Source
from render.mail.addresses import Address, read_address, read_addresses, read_domain

HERE = Source("mail.toml", 7)


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("a@example.org", "", "a@example.org"),
        (" 张三 <zhang.san+1@Example.ORG> ", "张三", "zhang.san+1@example.org"),
        ("“张三”＜a@example.org＞", "张三", "a@example.org"),
        ('"Zhang, San" <a@sub.example.org>', "Zhang, San", "a@sub.example.org"),
    ],
)
def test_an_address_is_read_with_its_name(text: str, name: str, written: str) -> None:
    """The domain in lower case, marks around the name taken off."""
    found: list[Diagnostic] = []
    assert read_address(text, HERE, found) == Address(name, written)
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a@",
        "@example.org",
        "a@b",
        "a b@example.org",
        "a@example.org@evil.org",
        '"a@example.org"@evil.org',
        "a@[127.0.0.1]",
        "a..b@example.org",
        ".a@example.org",
        "a@-example.org",
        "a@example..org",
        "a@example.org.",
        "<a@example.org",
        f"{'a' * 65}@example.org",
        f"a@{'b' * 63}.{'c' * 63}.{'d' * 63}.{'e' * 63}.org",
        "a@example.org>\x20<b@example.org",
    ],
)
def test_what_is_no_address_is_said(text: str) -> None:
    """With its place; nobody is written to."""
    found: list[Diagnostic] = []
    assert read_address(text, HERE, found) is None
    assert [(d.code, d.source) for d in found] == [("mail.address", HERE)]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("ａ＠example.org", "a@example.org"),
        ("a@例子.中国", ""),
        ("张三@example.org", ""),
        ("a＠example。org", "a@example.org"),
    ],
)
def test_han_and_full_width_characters_are_refused(text: str, near: str) -> None:
    """With the address that was probably meant, where there is one."""
    found: list[Diagnostic] = []
    assert read_address(text, HERE, found) is None
    assert [(d.code, d.values["near"]) for d in found] == [("mail.address_not_ascii", near)]


@pytest.mark.parametrize("unseen", ["\r\n", "\n", "\0", "\u202e", "\u200b", "\u2028"])
def test_nothing_unseen_comes_into_a_header(unseen: str) -> None:
    """Neither through a name nor through an address."""
    for text in (f"张三{unseen}Bcc: x@evil.org <a@example.org>", f"a{unseen}@example.org"):
        found: list[Diagnostic] = []
        assert read_address(text, HERE, found) is None
        assert found[0].code in ("mail.unseen", "mail.address", "mail.address_not_ascii")


def test_several_stand_in_one_text() -> None:
    """With commas, semicolons of either width, 、 or line ends between."""
    found: list[Diagnostic] = []
    read = read_addresses(
        "a@example.org，乙 <b@example.org>; c@example.org、d@example.org\ne@example.org", HERE, found
    )
    assert [a.address[0] for a in read] == ["a", "b", "c", "d", "e"]
    assert found == []


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_a_finding(text: str) -> None:
    """Never both, never neither, and what is read is ASCII on one line."""
    found: list[Diagnostic] = []
    read = read_address(text, HERE, found)
    assert (read is None) == (len(found) == 1)
    if read is not None:
        assert read.address.isascii()
        assert read.address.isprintable()
        assert "\n" not in read.name


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("example.org", "example.org"),
        ("@Example.org ", "example.org"),
        ("例子.中国", None),
        ("a@b.org", None),
        ("*", None),
    ],
)
def test_domains(text: str, domain: str | None) -> None:
    """As after the @."""
    assert read_domain(text) == domain
