"""Mail: a report's files go to the people who should have them, under their own names, once.

`plan` settles everything before anything is written: recipients and texts (`settings`, `recipients`),
files that are what the report says now (`enclosures`), and what may leave (`rules`). `message` writes
a letter as bytes, the same every time. `delivery` hands messages to a server (`smtp`, `answers`) and
writes every step into the `ledger`, so that whatever breaks, nothing is lost and nothing sent twice.
`mailing` is what the command does with them.
"""

from .mailing import (
    FOLDER,
    Mailed,
    Orders,
    Surroundings,
    resume,
    send,
    send_test,
    status,
    write_drafts,
)
from .plan import Mailing

__all__ = [
    "FOLDER",
    "Mailed",
    "Mailing",
    "Orders",
    "Surroundings",
    "resume",
    "send",
    "send_test",
    "status",
    "write_drafts",
]
