"""Remarks: the comments of a document, in the order of the words they stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..diagnostics import Source
from .changes import Remark
from .document import Document, Item, lines_of
from .origins import Origins
from .typed import typed


def remarks_of(
    document: Document,
    items: Sequence[Item],
    slot_of: Mapping[int, int | None],
    origins: Origins,
    file: str,
) -> Iterator[Remark]:
    """List the comments; those whose words are gone come last.

    Args:
        document: The document.
        items: Its items with all changes accepted.
        slot_of: By the id of a line of `items`: the slot of the report it is, or stands behind.
        origins: Of the report.
        file: Name of the document.
    """
    comments = {comment.identity: comment for comment in document.comments}
    places: dict[str, tuple[int | None, list[str]]] = {}
    for item in items:
        for line in lines_of(item):
            words = typed([line])
            slot = slot_of.get(id(line))
            for identity, (start, stop) in words.comments.items():
                places.setdefault(identity, (slot, []))[1].append(words.text[start:stop])
            for identity in line.comments:
                places.setdefault(identity, (slot, []))
    for identity in (*places, *(each for each in comments if each not in places)):
        comment = comments.get(identity)
        if comment is None:
            continue
        slot, on = places.get(identity, (None, []))
        parent = comments.get(comment.answers or "")
        yield Remark(
            author=comment.author,
            date=comment.date,
            text=comment.text,
            on="\n".join(on),
            slot=slot,
            file=file,
            source=Source() if slot is None else origins.source(slot),
            answers=parent.author if parent else "",
            done=comment.done,
        )
