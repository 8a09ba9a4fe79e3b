"""Pictures: which of those found in a file a report can hold."""

from __future__ import annotations

import base64
import binascii

FORMATS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}  # what a report folder takes
MOST_BYTES = 20_000_000


def format_of(data: bytes) -> str:
    """Name a picture's format, "png" or "jpeg"; empty for any other."""
    return next((name for mark, name in FORMATS.items() if data.startswith(mark)), "")


def picture_of_url(url: str) -> bytes | None:
    """Take a picture that lies in a `data:` address itself (RFC 2397); None for any other address."""
    head, comma, body = url.partition(",")
    if (
        not comma
        or not head.startswith("data:image/")
        or not head.endswith(";base64")
        or len(body) > 2 * MOST_BYTES
    ):
        return None
    try:
        data = base64.b64decode(body, validate=False)
    except (binascii.Error, ValueError):
        return None
    return data if format_of(data) else None
