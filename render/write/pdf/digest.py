"""Digest: how a file that was written here is told from one that somebody changed.

The second half of a PDF's file identifier is the one that changes with the file (ISO 32000-1, 14.4).
Here it is the digest of the file itself, taken with that half all zeros; whoever stamps, signs or edits
the file leaves a digest that no longer fits.
"""

from __future__ import annotations

import hashlib
import re
from typing import Literal

from ...pattern import pattern

_IDENTIFIER = pattern(rb"/ID\s*\[<([0-9a-f]{64})><([0-9a-f]{64})>\]")
_PRODUCER = b"<pdf:Producer>gongwen"  # the metadata are never compressed
_TAIL = 2048  # bytes; the trailer of a file written here lies within them


def sealed(data: bytes) -> bytes:
    """Write a file's own digest into its identifier.

    Raises:
        ValueError: the file has no identifier of two digests in its trailer.
    """
    found = _identifier(data)
    if found is None:
        raise ValueError("no identifier in the last 2 kB of the file")
    start, stop = found.span(2)
    view = memoryview(data)  # slices of it copy nothing
    return b"".join((view[:start], _digest(data, found), view[stop:]))


def digest_state(data: bytes) -> Literal["ours", "edited", "foreign"]:
    """Tell whether a file is as it was written here.

    Returns:
        "ours": as written. "edited": written here, and not the same now. "foreign": another program's.
    """
    found = _identifier(data)
    if found is not None and found[2] == _digest(data, found):
        return "ours"
    return "edited" if _PRODUCER in data else "foreign"


def _identifier(data: bytes) -> re.Match[bytes] | None:
    return _IDENTIFIER.search(data, max(0, len(data) - _TAIL))


def _digest(data: bytes, found: re.Match[bytes]) -> bytes:
    start, stop = found.span(2)
    view = memoryview(data)
    digest = hashlib.sha256(view[:start])
    digest.update(b"0" * (stop - start))
    digest.update(view[stop:])
    return digest.hexdigest().encode()
