"""Headers: lines of a message's head, in ASCII, none longer than a mail system takes.

RFC 5322, 2.1.1: no line over 998 octets; RFC 2047: other characters travel in encoded words. File
names are the exception everybody makes (see `file_headers`).
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from urllib.parse import quote

from .addresses import Address

LONGEST_LINE = 998  # octets, without the line end; RFC 5322, 2.1.1
_WIDTH = 76  # of a line with an encoded word; RFC 2047, 2
_WORD = _WIDTH - len("Reply-To: ")  # characters of a word that fits behind any name of ours
_WORD_BYTES = (_WORD - len("=?utf-8?B??=")) // 4 * 3
_PLAIN = re.compile(
    r"[A-Za-z0-9 !#$%&'*+/?^_`{|}~.,;:()@\[\]-]*"
)  # no `=`, which could begin an encoded word
_WORDS = re.compile(r"[A-Za-z0-9!#$%&'*+/?^_`{|}~ -]+")  # a display name that needs no quotes


def text_header(name: str, text: str) -> bytes:
    """Write a header of free text, such as a subject.

    Raises:
        ValueError: the text has a line end, which would begin another header.
    """
    _refuse_line_ends(text)
    if _PLAIN.fullmatch(text) and len(name) + 2 + len(text) <= _WIDTH:
        return f"{name}: {text.strip()}\r\n".encode("ascii")
    return _folded(name, encoded_words(text))


def address_header(name: str, addresses: Iterable[Address]) -> bytes:
    """Write a header of addresses, one to a line where there are several."""
    written = []
    for address in addresses:
        _refuse_line_ends(address.name + address.address)
        written.append([*_display_name(address.name), f"<{address.address}>"])
    pieces = []
    for at, parts in enumerate(written):
        last = parts[-1] + ("," if at < len(written) - 1 else "")
        pieces += [*parts[:-1], last]
    return _folded(name, pieces)


def file_headers(kind: str, name: str, *, encoding: str = "base64") -> bytes:
    """Write the headers of an attached file.

    A name that is not ASCII goes out twice, because no one form arrives everywhere: as RFC 2231 says in
    Content-Disposition, in one piece (programs have been seen to stop at the end of the first); and in
    Content-Type as one encoded word inside quotes, which RFC 2047, 5, forbids and every program in use
    reads.

    Args:
        kind: Media type.
        name: File name of at most 255 bytes.
        encoding: Content-Transfer-Encoding.

    Raises:
        ValueError: the name has a line end, or a line would grow too long.
    """
    _refuse_line_ends(name)
    if name.isascii():
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        in_type, in_disposition = f'name="{quoted}"', f'filename="{quoted}"'
    else:
        in_type = f'name="=?utf-8?B?{b64encode(name.encode()).decode()}?="'
        in_disposition = f"filename*=utf-8''{quote(name, safe='')}"
    lines = (
        f"Content-Type: {kind};",
        f" {in_type}",
        f"Content-Transfer-Encoding: {encoding}",
        "Content-Disposition: attachment;",
        f" {in_disposition}",
    )
    if max(map(len, lines)) > LONGEST_LINE:
        raise ValueError(f"a file name of {len(name.encode())} bytes does not fit into a header")
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def encoded_words(text: str) -> list[str]:
    """Write a text as encoded words, each of whole characters."""
    words, piece = [], b""
    for char in text:
        data = char.encode()
        if len(piece) + len(data) > _WORD_BYTES:
            words.append(piece)
            piece = b""
        piece += data
    return [f"=?utf-8?B?{b64encode(word).decode('ascii')}?=" for word in (*words, piece)]


def _display_name(name: str) -> list[str]:
    if not name:
        return []
    if not name.isascii() or "=?" in name:
        words = encoded_words(name)
        # Some programs, Python's own parser among them, show a space between two words of a name. GB 18030
        # takes two bytes where UTF-8 takes three, which leaves one word of up to 18 Han characters.
        short = f"=?gb18030?B?{b64encode(name.encode('gb18030')).decode('ascii')}?="
        return [short] if len(words) > 1 and len(short) <= _WORD else words
    if _WORDS.fullmatch(name):
        return [name]
    return ['"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"']


def _folded(name: str, pieces: Iterable[str]) -> bytes:
    """Put pieces behind a header's name, on as many lines as they need."""
    lines = [f"{name}:"]
    for piece in pieces:
        if len(lines[-1]) + 1 + len(piece) > _WIDTH and lines[-1] != f"{name}:":
            lines.append("")
        lines[-1] += f" {piece}"
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def _refuse_line_ends(text: str) -> None:
    if "\r" in text or "\n" in text or "\0" in text:
        raise ValueError(f"a header cannot hold a line end: {text!r}")
