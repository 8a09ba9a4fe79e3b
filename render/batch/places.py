"""Places: where a batch's files go, a folder or any address that fsspec knows (s3://, ftp:// …)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..diagnostics import Diagnostic, Source, fault
from ..outputs import Output, write_all
from .orders import Made

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of this machine, which workers write to themselves."""

    path: Path

    def write(self, made: Iterable[Made]) -> list[Diagnostic]:
        """Write files that came back as bytes."""
        found: list[Diagnostic] = []
        for each in made:
            assert each.data is not None
            path = self.path / each.name
            _, failed = write_all([Output(path.suffix[1:], path.name, each.data)], path.parent)
            found += failed
        return found

    def holds(self, made: Iterable[Made]) -> bool:
        """Tell whether files are still there, as long as they were."""
        try:
            return all((self.path / each.name).stat().st_size == each.size for each in made)
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Remote:
    """An address; files are put there under another name first, and then renamed."""

    system: Any  # fsspec's file system
    root: str
    address: str

    def write(self, made: Iterable[Made]) -> list[Diagnostic]:
        """Write files that came back as bytes."""
        found: list[Diagnostic] = []
        for each in made:
            assert each.data is not None
            path = f"{self.root.rstrip('/')}/{each.name}"
            part = f"{path}.{each.sha256[:16]}.part"
            try:
                self.system.makedirs(path.rpartition("/")[0], exist_ok=True)
                self.system.pipe_file(part, each.data)
                if self.system.exists(path):
                    self.system.rm_file(path)
                self.system.mv(part, path)
            except Exception as err:  # every system has errors of its own
                reason = f"{type(err).__name__}: {err}"[:300]
                place = Source(f"{self.address}/{each.name}")
                found.append(Diagnostic("output.not_writable", place, {"reason": reason}))
        return found

    def holds(self, made: Iterable[Made]) -> bool:
        """Tell whether files are still there, as long as they were."""
        try:
            return all(self.system.size(f"{self.root.rstrip('/')}/{e.name}") == e.size for e in made)
        except Exception:  # as above; what cannot be seen is built again
            return False


def place_of(where: str) -> Folder | Remote:
    """Find the place a path or an address names.

    Raises:
        Faults: `batch.no_fsspec`, or `batch.address`: no such file system, or it cannot be reached.
    """
    if not _ADDRESS.match(where):
        return Folder(Path(where))
    try:
        from fsspec.core import url_to_fs
    except ImportError as err:
        raise fault("batch.no_fsspec", Source(where)) from err
    try:
        system, root = url_to_fs(where)
    except Exception as err:  # the systems raise what they like
        raise fault("batch.address", Source(where), reason=f"{type(err).__name__}: {err}"[:300]) from err
    return Remote(system, root, where.rstrip("/"))
