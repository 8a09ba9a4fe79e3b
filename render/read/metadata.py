"""Metadata: keys and values checked against the keys a report knows (发文机关, 成文日期 …).

A key with an empty value counts as absent. Inside a year's or an edition's group an empty text or
list is kept, because there it takes away what the report says elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias

from ..dates import read_date, read_year, read_years
from ..diagnostics import Diagnostic, Source
from ..nearest import nearest
from ..noun import Changing, field
from ..report import METADATA_KEYS, ROOT_KINDS, Accepted, Entry, Kind, Metadata, MetadataKey, Relation
from ..wording import Wording
from .nodes import Mapping, Node, Scalar, Sequence
from .settings import read_relations, read_wording

Value: TypeAlias = "str | tuple[str, ...] | date | int"
Pairs: TypeAlias = Iterable[tuple[Scalar, Node]]

_PLACE_KEYS = {"文字": "words", "words": "words", "原因": "reason", "reason": "reason"}

KEYS = {name: key for key in METADATA_KEYS for name in (key.chinese, key.name)}


class MetadataGroups(Changing):
    """Metadata as a report keeps it: for every year and edition, for one year, for one edition.

    Beside them what a report says once, about its figures.
    """

    common: Metadata = field(default_factory=dict)
    by_year: dict[int, Metadata] = field(default_factory=dict)
    editions: dict[str, Metadata] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    wording: Wording = field(default_factory=Wording)
    waived: dict[str, Entry] = field(default_factory=dict)
    accepted: list[Accepted] = field(default_factory=list)


def read_metadata(
    mapping: Mapping, file: str, found: list[Diagnostic], others: tuple[str, ...] = ()
) -> MetadataGroups:
    """Check the metadata of a report.

    Args:
        mapping: Keys and values, without those that hold the report's text.
        file: How diagnostics name the file.
        found: Receives what is wrong; a faulty entry is left out.
        others: Further keys that the file may have, to be offered for an unknown one.
    """
    return _Reader(file, found, others).groups(mapping)


class _Reader:
    def __init__(self, file: str, found: list[Diagnostic], others: tuple[str, ...]) -> None:
        self.file, self.found, self.others = file, found, others

    def groups(self, mapping: Mapping) -> MetadataGroups:
        groups = MetadataGroups()
        plain: list[tuple[Scalar, Node]] = []
        settings: dict[str, str] = {}  # English name -> the name the author wrote
        for key, value in mapping.pairs:
            year = read_year(key.text)
            if year is not None:
                if (entries := self._group(key, value)) is not None:
                    if year in groups.by_year:
                        self._report("metadata.twice", key.line, key=key.text, other=str(year))
                    groups.by_year[year] = entries
            elif key.text in KEYS and KEYS[key.text].kind is Kind.GROUPS:
                self._editions(key, value, groups.editions)
            elif key.text in KEYS and KEYS[key.text].kind in ROOT_KINDS:
                if KEYS[key.text].name in settings:
                    other = settings[KEYS[key.text].name]
                    self._report("metadata.twice", key.line, key=key.text, other=other)
                    continue
                settings[KEYS[key.text].name] = key.text
                self._settings(key, value, groups)
            else:
                plain.append((key, value))
        groups.common = self._entries(plain, keep_empty=False)
        return groups

    def _editions(self, key: Scalar, value: Node, editions: dict[str, Metadata]) -> None:
        if editions:
            self._report("metadata.twice", key.line, key=key.text, other=key.text)
        if not isinstance(value, Mapping):
            self._report("metadata.shape", value.line, key=key.text, found=_shape(value))
            return
        for name, group in value.pairs:
            if (entries := self._group(name, group)) is not None:
                if name.text in editions:
                    self._report("metadata.twice", name.line, key=name.text, other=name.text)
                editions[name.text] = entries

    def _settings(self, key: Scalar, value: Node, groups: MetadataGroups) -> None:
        """Read what a report says once: relations, number words, or checks that are switched off."""
        if KEYS[key.text].kind is Kind.EQUATIONS:
            relations = read_relations(value, self.file)
            if relations is not None:
                groups.relations = relations
                return
        elif KEYS[key.text].kind is Kind.REASONS and isinstance(value, Mapping):
            self._reasons(value, groups)
            return
        elif isinstance(value, Mapping):
            groups.wording = read_wording(value, self.file, self.found)
            return
        elif isinstance(value, Scalar) and not value.text:
            return
        self._report("metadata.shape", value.line, key=key.text, found=_shape(value))

    def _reasons(self, value: Mapping, groups: MetadataGroups) -> None:
        """Read the reasons checks are switched off for; one left empty is for the check to find."""
        named: set[str] = set()
        for name, node in value.pairs:
            if name.text in named:
                self._report("metadata.twice", name.line, key=name.text, other=name.text)
            elif isinstance(node, Scalar):
                groups.waived[name.text] = Entry(node.text.strip(), Source(self.file, name.line))
            else:
                for item in node.items if isinstance(node, Sequence) else (node,):
                    self._accepted(name.text, item, groups)
            named.add(name.text)

    def _accepted(self, code: str, node: Node, groups: MetadataGroups) -> None:
        """Read one place that a check need not find: its words (文字), one or several, and the reason."""
        entries: dict[str, Node] = {}
        for key, value in node.pairs if isinstance(node, Mapping) else ():
            if key.text not in _PLACE_KEYS:
                near = nearest(key.text, _PLACE_KEYS)
                self._report("metadata.unknown_key", key.line, key=key.text, near=near)
                return
            entries[_PLACE_KEYS[key.text]] = value
        reason, words = entries.get("reason"), entries.get("words")
        items = words.items if isinstance(words, Sequence) else (words,)
        if not isinstance(reason, Scalar | None) or not all(isinstance(item, Scalar) for item in items):
            self._report("metadata.shape", node.line, key=code, found=_shape(node))
            return
        said = reason.text.strip() if reason else ""
        for item in items:
            if isinstance(item, Scalar) and item.text.strip():
                groups.accepted.append(Accepted(code, item.text.strip(), said, Source(self.file, item.line)))

    def _group(self, key: Scalar, value: Node) -> Metadata | None:
        if isinstance(value, Scalar) and not value.text:
            return {}
        if not isinstance(value, Mapping):
            self._report("metadata.shape", value.line, key=key.text, found=_shape(value))
            return None
        return self._entries(value.pairs, keep_empty=True)

    def _entries(self, pairs: Pairs, keep_empty: bool) -> Metadata:
        entries: dict[str, Entry] = {}
        written: dict[str, str] = {}  # English name -> the name the author wrote
        for name, node in pairs:
            key = KEYS.get(name.text)
            if key is None or key.kind in ROOT_KINDS:
                near = nearest(name.text, (*KEYS, *self.others))
                self._report("metadata.unknown_key", name.line, key=name.text, near=near)
                continue
            if key.name in written:
                self._report("metadata.twice", name.line, key=name.text, other=written[key.name])
                continue
            written[key.name] = name.text
            value = self._value(key, name.text, node)
            if value is None or (
                not value and (not keep_empty or key.kind not in (Kind.TEXT, Kind.NAMES, Kind.YEARS))
            ):
                continue
            entries[key.name] = Entry(value, Source(self.file, node.line))
        return entries

    def _value(self, key: MetadataKey, name: str, node: Node) -> Value | None:
        """Read a value as its key demands; None, and a diagnostic, when it cannot be."""
        if key.kind in (Kind.NAMES, Kind.YEARS) and isinstance(node, Sequence):
            texts = [item.text.strip() for item in node.items if isinstance(item, Scalar)]
            if len(texts) == len(node.items):
                if key.kind is Kind.NAMES:
                    return tuple(text for text in texts if text)
                node = Scalar("、".join(texts), node.line)
        if not isinstance(node, Scalar):
            self._report("metadata.shape", node.line, key=name, found=_shape(node))
            return None
        text = node.text.strip()
        if key.kind is Kind.NAMES:
            return (text,) if text else ()
        if key.kind is Kind.TEXT or "{{" in text or not text:
            return text
        read, code = _READ[key.kind]
        value = read(text, key)
        if value is None:
            near = nearest(text, key.choices)
            choices = "、".join(key.choices)
            self._report(code, node.line, key=name, found=text, near=near, choices=choices)
        return value

    def _report(self, code: str, line: int, **values: object) -> None:
        self.found.append(Diagnostic(code, Source(self.file, line), values))


# How a kind of value is read, and what is said when it cannot be.
_READ: dict[Kind, tuple[Callable[[str, MetadataKey], Value | None], str]] = {
    Kind.DATE: (lambda text, _: read_date(text), "metadata.date"),
    Kind.YEAR: (lambda text, _: read_year(text), "metadata.year"),
    Kind.YEARS: (lambda text, _: tuple(map(str, read_years(text))) or None, "metadata.years"),
    Kind.CHOICE: (lambda text, key: text if text in key.choices else None, "metadata.choice"),
}


def _shape(node: Node) -> str:
    """Quote the beginning of a value that has the wrong shape, as YAML would show it."""
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return "- " + _shape(items[0]) if items else "[]"
        case Mapping(pairs):
            return f"{pairs[0][0].text}: …" if pairs else "{}"
