"""Since: what moved between a frozen state and the report folder as it is now, in full or in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from .. import carry, fonts, pipeline
from ..diagnostics import Diagnostic, Faults, Source
from ..noun import Noun
from ..template import Template
from . import STATES, folder_of, has_states, templates
from .faces import families_of
from .moved import Moved, figures_moved, metadata_moved, sentences_moved
from .record import Part, Record, digest_of
from .states import REPORT, REVIEW_FILES, TEMPLATES, State, kept_report, parts_of, state_of, states_of

_READ = ("report", "figures")  # files whose contents are compared by what they say
_BESIDE = ("mail.toml", *REVIEW_FILES)  # kept, but nothing that is printed
_OF_TEMPLATES = ("layout.toml", "document.md.j2")


class News(Noun, frozen=True):
    """What moved since a state."""

    state: State
    moved: Moved

    @property
    def counts(self) -> dict[str, int]:
        """Count what moved, by kind; a template counts one. Kinds without anything are left out."""
        found = {
            "figures": len(self.moved.figures),
            "sentences": len(self.moved.sentences),
            "metadata": len(self.moved.metadata),
            "files": len(self.moved.files),
            "template": int(self.moved.template),
            "faces": len(self.moved.faces),
        }
        return {kind: count for kind, count in found.items() if count}


def news_of(job: pipeline.Job, laid_out: pipeline.LaidOut, found: list[Diagnostic]) -> News | None:
    """Tell what moved since the newest state of a build's year; None without one, or where it cannot be read.

    Args:
        job: What is built now.
        laid_out: The build.
        found: Receives a note on every state that is damaged.
    """
    if not has_states(job.report):
        return None
    states, wrong = states_of(job.report)
    found += (Diagnostic("freeze.not_compared", each.source) for each in wrong)
    state = next((each for each in reversed(states) if each.record.year == laid_out.content.year), None)
    if state is None:
        return None
    try:
        return News(state, _moved(job, state, parts_of(state), laid_out.settled.template))
    except Faults:
        found.append(Diagnostic("freeze.not_compared", Source(f"{STATES}/{state.name}")))
        return None


def moved_since(job: pipeline.Job, name: str, found: list[Diagnostic]) -> News | None:
    """Tell what moved since a state of a name; None, and what is wrong, when it cannot be told."""
    try:
        state = state_of(job.report, name)
        contents = parts_of(state)
        return News(state, _moved(job, state, contents))
    except Faults as faults:
        found += faults.diagnostics
        return None


def _moved(
    job: pipeline.Job, state: State, contents: Mapping[str, bytes], look: Template | None = None
) -> Moved:
    """Compare; the files first, since mostly nothing moved, and reading a report takes longer.

    Args:
        job: What is built now.
        state: What was frozen.
        contents: Its files.
        look: The template of now, where it is known.

    Raises:
        Faults: one of the reports cannot be read.
    """
    record = state.record
    kept = kept_report(state.folder, record)
    changed = list(_files(job.report, contents, record))
    names = tuple(name for name in changed if not _is_read(name, record))
    is_read_alike = len(names) == len(changed)
    now = None if look and is_read_alike else pipeline.read_job(job, [])
    if look is None:
        assert now is not None
        look = pipeline.template_of(job, now, [])
    # Another edition has a form of its own, which says nothing of what was changed.
    is_same_form = templates.digest_of(templates.files_of(look)[0]) == _kept_template(contents)
    template = job.edition == record.edition and not is_same_form
    faces = tuple(_faces(job, record))
    if now is None or is_read_alike:
        return Moved((), (), (), names, template, faces)
    was = pipeline.read_job(pipeline.Job(kept), [])
    then, today = (pipeline.derived(each, record.year, []).figures.figures for each in (was, now))
    return Moved(
        tuple(figures_moved(then, today)),
        tuple(sentences_moved(was, now)),
        tuple(metadata_moved(was, now)),
        names,
        template,
        faces,
    )


def _files(report: Path, contents: Mapping[str, bytes], record: Record) -> Iterator[str]:
    """Name the files that are other ones now, new, or gone."""
    folder = folder_of(report)
    before = {name.removeprefix(f"{REPORT}/"): name for name in contents if name.startswith(f"{REPORT}/")}
    text = report if report.is_file() else None
    pictures = [name for name in before if (folder / name).is_file()]
    now = {name: path for path, name in carry.kept_files(folder, text, pictures)}
    now |= {name: folder / name for name in pictures}
    for name in sorted({*before, *now}):
        if name in _BESIDE or name.rpartition("/")[2] in _OF_TEMPLATES:
            continue
        if name not in before or name not in now or _digest(now[name]) != record.files[before[name]]:
            yield name


def _digest(path: Path) -> Part | None:
    try:
        return digest_of(path.read_bytes())
    except OSError:
        return None


def _is_read(name: str, record: Record) -> bool:
    """Tell whether a file says what is compared word by word, or value by value."""
    stem, _, suffix = name.rpartition(".")
    is_attachment = name.startswith("附件/") and suffix.lower() == "md"
    return stem.lower() in _READ or name == record.report or is_attachment


def _kept_template(contents: Mapping[str, bytes]) -> str:
    files = {
        name.removeprefix(f"{TEMPLATES}/"): data.decode()
        for name, data in contents.items()
        if name.startswith(f"{TEMPLATES}/")
    }
    return templates.digest_of(files)


def _faces(job: pipeline.Job, record: Record) -> Iterator[tuple[str, str, str]]:
    """List the roles of the state's faces that another family would draw now."""
    now = dict(zip(fonts.OFFICIAL, families_of(fonts.font_book(job.faces)), strict=True))
    for face in record.faces:
        was = face.family if face.origin == "official" else ""
        if face.role and now[face.role] != was:
            vendored = fonts.vendored_faces()[face.role].family
            yield face.role, was or vendored, now[face.role] or vendored
