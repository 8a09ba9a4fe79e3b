"""Enclosures: the files that go along, and whether they are what the report says now.

Nothing is built here behind anybody's back. What goes along by default are the files in the output
folder; they are compared, byte for byte, with what the report builds to at this moment, in memory. A
time of day proves nothing: copying a folder changes it, and saving a file unchanged does too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from .. import carry
from ..diagnostics import NOWHERE, Diagnostic, Source
from ..freeze import STATES
from ..outputs import Output
from ..pipeline import LaidOut
from .addresses import unseen_character
from .letter import Enclosure
from .markings import marking_of
from .message import encoded_size
from .rules import is_internal

NAMES = ("full", "ascii")
"""How attachments may be named: by their own names, or in ASCII where a recipient's program needs it."""

_FOLDER = "mail"  # in the output folder: drafts, messages, the ledger


@dataclass(slots=True)
class Enclosing:
    """Files of one mailing, each looked at once."""

    folder: Path  # the report's
    out: Path
    built: Mapping[str, Output]  # what the report builds to now, by format; their names tell where they lie
    stamp: carry.Stamp
    year: int
    inside_marks: tuple[str, ...] = ()  # in names of files that are not for everybody, such as `_报送版`
    names: str = "full"
    most_bytes: int = 20_000_000
    found: list[Diagnostic] = field(default_factory=list)
    _seen: dict[Path, Enclosure | None] = field(default_factory=dict)

    def by_format(self, wanted: Iterable[tuple[str, Source]]) -> tuple[Enclosure, ...]:
        """Enclose built files; one that is missing or not what the report says now is found."""
        enclosures = []
        for name, source in wanted:
            output = self.built[name]
            path = self.out / output.name
            if not path.is_file():
                values = {"name": output.name, "format": name}
                self.found.append(Diagnostic("mail.not_built", source, values))
                continue
            enclosure = self._enclose(path, source, f"report-{self.year}")
            if enclosure is not None:
                self._compare(path, output, is_named=False)
                enclosures.append(enclosure)
        return tuple(enclosures)

    def by_path(self, text: str, source: Source, *, is_shared: bool = False) -> Enclosure | None:
        """Enclose a file named in the settings; None, and a diagnostic, when it may not or cannot go.

        Args:
            text: A path in the report folder or the output folder.
            source: Where it is named.
            is_shared: It goes to every recipient.
        """
        path = self._place(text, source)
        if path is None:
            return None
        is_new = path not in self._seen
        enclosure = self._enclose(path, source, is_shared=is_shared)
        if enclosure is not None and is_new and path.is_relative_to(self.out.resolve()):
            output = next((o for o in self.built.values() if (self.out / o.name).resolve() == path), None)
            if output is not None:
                self._compare(path, output, is_named=True)
            elif path.stat().st_mtime < self._newest_source():
                self.found.append(Diagnostic("mail.older", source, {"name": path.name}))
        return enclosure

    def _place(self, text: str, source: Source) -> Path | None:
        """Find a file; it may lie in the report folder or the output folder, and nowhere else."""
        relative = PurePosixPath(text.replace("\\", "/"))
        places = [place.resolve() for place in (self.folder, self.out)]
        for place in places:
            try:
                path = (place / relative).resolve()
            except (OSError, RuntimeError, ValueError):
                continue
            if path.is_file() and any(path.is_relative_to(each) for each in places):
                return path
            if path.is_file():
                self._find_once("mail.outside_folder", source, text)
                return None
        self._find_once("mail.no_file", source, text)
        return None

    def _find_once(self, code: str, source: Source, name: str) -> None:
        """Say of a file that everybody should get that it cannot go, and not once for each of them."""
        found = Diagnostic(code, source, {"name": name})
        if found not in self.found:
            self.found.append(found)

    def _enclose(
        self, path: Path, source: Source, built_as: str = "", *, is_shared: bool = True
    ) -> Enclosure | None:
        if path not in self._seen:
            self._seen[path] = self._look(path, source, built_as, is_shared=is_shared)
        return self._seen[path]

    def _look(self, path: Path, source: Source, built_as: str, *, is_shared: bool) -> Enclosure | None:
        """Look at a file; `built_as` is its name in ASCII when it is one that goes along by default."""
        values: dict[str, object] = {"name": path.name}
        try:
            size = path.stat().st_size
            if encoded_size(size) > self.most_bytes:
                megabytes = {"size": f"{size / 1e6:.1f}", "most": f"{self.most_bytes / 1e6:g}"}
                self.found.append(Diagnostic("mail.file_too_big", source, values | megabytes))
                return None
            data = path.read_bytes()
        except OSError as err:
            values["reason"] = err.strerror or str(err)
            self.found.append(Diagnostic("mail.unreadable", source, values))
            return None
        if not data:
            self.found.append(Diagnostic("mail.empty_file", source, values))
            return None
        if unseen := unseen_character(path.name):
            self.found.append(Diagnostic("mail.unseen", source, {"field": path.name, "character": unseen}))
            return None
        if marking := marking_of(path.name, data):
            self.found.append(Diagnostic("mail.classified_file", source, values | {"marking": marking}))
            return None
        carries = path.suffix.lower() in (".docx", ".pdf") and carry.carries_source(data)
        if carries and built_as:
            self.found.append(Diagnostic("mail.carries_source", source, values))
            return None
        is_other = any(mark in path.name for mark in self.inside_marks)
        own = not built_as and (carries or is_other or is_internal(path.name) or self._is_kept(path))
        digest = hashlib.sha256(data).hexdigest()
        sent_name = self._sent_name(path.name, built_as or f"attachment-{digest[:6]}")
        return Enclosure(path, path.name, sent_name, len(data), digest, is_shared, own)

    def _is_kept(self, path: Path) -> bool:
        """Tell whether a file is one of the mailing's own, or of a frozen state of the report."""
        own = (self.out / _FOLDER, self.folder / STATES)
        return any(path.resolve().is_relative_to(folder.resolve()) for folder in own)

    def _compare(self, path: Path, output: Output, *, is_named: bool) -> None:
        """Find out whether a built file is what the report says now.

        One that somebody edited or stamped goes along when it is named itself; so does one with the
        same text that was built with other faces, options or pictures.
        """
        data = path.read_bytes()
        if data == output.data:
            return
        source = Source(str(path))
        if _state(data) == "edited":
            code = "mail.edited_named" if is_named else "mail.edited"
        elif carry.shows_text_of(data, self.stamp):
            code = "mail.other_build_named" if is_named else "mail.other_build"
        else:
            code = "mail.stale"
        self.found.append(Diagnostic(code, source, {"name": path.name}))

    def _sent_name(self, name: str, stem: str) -> str:
        if self.names != "ascii" or name.isascii():
            return name
        suffix = Path(name).suffix
        return stem + (suffix if suffix.isascii() else "")

    def _newest_source(self) -> float:
        """Tell when an author last touched the report."""
        kept = [*self.folder.glob("report.*"), *self.folder.glob("figures.*"), *self.folder.glob("附件/*.md")]
        return max((path.stat().st_mtime for path in kept if path.is_file()), default=0.0)


def anything_built(out: Path, outputs: Iterable[Output]) -> bool:
    """Tell whether any of the files is there already."""
    return any((out / output.name).is_file() for output in outputs)


def stamp_of(laid_out: LaidOut, edition: str | None) -> carry.Stamp:
    """Digest what a build shows."""
    return carry.stamp_of(laid_out.settled, laid_out.pages, year=laid_out.content.year, edition=edition)


def message_too_big(
    enclosures: Sequence[Enclosure], text_bytes: int, most: int, source: Source
) -> list[Diagnostic]:
    """Say that a message as a whole is larger than the server takes."""
    size = sum(encoded_size(enclosure.size) for enclosure in enclosures) + text_bytes
    if size <= most:
        return []
    largest = max(enclosures, key=lambda enclosure: enclosure.size, default=None)
    values = {"size": f"{size / 1e6:.1f}", "most": f"{most / 1e6:g}", "name": largest.name if largest else ""}
    return [Diagnostic("mail.too_big", source or NOWHERE, values)]


def _state(data: bytes) -> str:
    if data.startswith(b"PK"):
        from ..write.docx import digest_state
    else:
        from ..write.pdf import digest_state
    return digest_state(data)
