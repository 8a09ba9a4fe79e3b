"""Addresses: names and mailboxes as people write them, checked before anything is sent to them.

Of RFC 5321, 4.1.2, the part that mail systems have in use: a dot-string before the @ and a domain of
labels after it, all ASCII. Quoted local parts, address literals and addresses in Han characters (RFC
6531) are refused: a relay on the way may not take them, and then the message is lost there.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ..diagnostics import Diagnostic, Source

LONGEST_LOCAL, LONGEST = 64, 254  # octets; RFC 5321, 4.5.3.1, and RFC 3696, erratum 1690

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+")
_NAMED = re.compile(r"(?s)\s*(?P<name>.*?)\s*[<＜](?P<address>[^<>＜＞]*)[>＞]\s*")
_SEPARATORS = re.compile(r"[,，;；、\n]+")
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")  # control and direction marks, line and paragraph separators


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox and whose it is."""

    name: str  # as shown; may be empty
    address: str  # ASCII, the domain in lower case

    @property
    def domain(self) -> str:
        """What stands after the @."""
        return self.address.rpartition("@")[2]

    @property
    def same_as(self) -> str:
        """What two spellings of one mailbox share; no server in use tells capitals apart."""
        return self.address.casefold()

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


def read_addresses(text: str, source: Source, found: list[Diagnostic]) -> tuple[Address, ...]:
    """Read one address or several, with `,` `;` `、` or line ends between them.

    Args:
        text: Each as `a@example.org` or `姓名 <a@example.org>`.
        source: Where it is written.
        found: Receives what is wrong; a faulty address is left out.
    """
    read = (read_address(part, source, found) for part in _SEPARATORS.split(text) if part.strip())
    return tuple(address for address in read if address is not None)


def read_address(text: str, source: Source, found: list[Diagnostic]) -> Address | None:
    """Read one address; None, and a diagnostic, when it is none."""
    named = _NAMED.fullmatch(text)
    name, written = (named["name"].strip('"“” \t'), named["address"].strip()) if named else ("", text.strip())
    if unseen := unseen_character(name + written):
        found.append(Diagnostic("mail.unseen", source, {"field": text.strip(), "character": unseen}))
        return None
    if not written.isascii():
        meant = unicodedata.normalize("NFKC", written).replace("。", ".")
        near = meant if _is_address(meant) else ""
        found.append(Diagnostic("mail.address_not_ascii", source, {"found": written, "near": near}))
        return None
    if not _is_address(written):
        found.append(Diagnostic("mail.address", source, {"found": written}))
        return None
    local, _, domain = written.rpartition("@")
    return Address(name, f"{local}@{domain.lower()}")


def read_domain(text: str) -> str | None:
    """Read a mail domain, as `example.org` or `@example.org`; None when it is none."""
    domain = text.strip().removeprefix("@").lower()
    return domain if domain.isascii() and _is_address(f"a@{domain}") else None


def unseen_character(text: str) -> str:
    """Name the first character that nobody sees and a header must not hold; empty when there is none."""
    return next((f"U+{ord(char):04X}" for char in text if unicodedata.category(char) in _UNSEEN), "")


def _is_address(text: str) -> bool:
    local = text.rpartition("@")[0]
    return bool(_ADDRESS.fullmatch(text)) and len(local) <= LONGEST_LOCAL and len(text) <= LONGEST
