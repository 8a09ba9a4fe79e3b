"""Alone: one program at a time changes a report folder.

Two people who take in answers at once would each write the table as they read it, and the later one would
undo the earlier. So whoever changes a folder holds a lock on a file in it from reading to writing. The
system lets go of it when the program ends, however it ends; the file itself may stay and does no harm.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ..diagnostics import Source, fault

LOCK = ".gongwen.lock"

_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other programs of ours from changing a report folder meanwhile.

    A folder in which no file can be made, or whose file system knows no locks, is not guarded.

    Raises:
        Faults: `edit.busy`, another one is at work.
    """
    path = folder / LOCK
    try:
        file = path.open("ab")
    except OSError:
        yield  # whatever is to be written will say why it cannot
        return
    with file:
        try:
            _hold(file)
            is_ours = os.path.samestat(os.fstat(file.fileno()), path.stat())
        except OSError as err:
            is_ours = err.errno not in (*_HELD, errno.ENOENT)
        if not is_ours:  # held, or taken away by the one that held it just now
            raise fault("edit.busy", Source(folder.name))
        try:
            yield
        finally:
            with suppress(OSError):  # Windows keeps it until it is closed
                path.unlink()


def _hold(file: BinaryIO) -> None:
    """Lock a file without waiting.

    Raises:
        OSError: it is locked, or cannot be.
    """
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
