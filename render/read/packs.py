"""Packs: rule packs read from YAML, those that come along and an office's own.

    名称: 法治政府建设年度报告      代码: fazhi
    适用: {标题: [法治政府建设, 报告]}
    部分:
      - {代码: results, 名称: 主要举措和成效, 标题: [举措, 成效]}

Every fault is told with its line; a demand that is faulty is left out of the pack.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Several
from pathlib import Path

from .. import resources
from ..diagnostics import Diagnostic, Faults, Source
from ..nearest import nearest
from ..pack import Demand, Pack
from .characters import read_text
from .nodes import Mapping, Node, Scalar, Sequence
from .yaml_nodes import read_yaml

OWN_FOLDERS = ("规则包", "packs")
NONE = ("无", "不用", "none")
SUFFIXES = (".yaml", ".yml")

_LEVELS = ("规定", "推荐", "习惯")
_KINDS = {
    "部分": "part", "parts": "part",
    "期限": "deadline", "deadlines": "deadline",
    "必有": "required", "required": "required",
    "禁用": "forbidden", "forbidden": "forbidden",
    "数据": "figure", "figures": "figure",
}  # fmt: skip
_TOP = {
    "名称": "name", "英文": "english", "代码": "code", "依据": "clause", "适用": "applies", "次序": "order",
    **{english: english for english in ("name", "english", "code", "clause", "applies", "order")},
}  # fmt: skip
_APPLIES = {"标题": "titles", "titles": "titles", "不含": "without", "without": "without"}
_DEMAND = {
    "代码": "code", "名称": "name", "英文": "english", "标题": "words", "词语": "words", "要素": "element",
    "早于": "before", "除外": "unless", "级别": "level", "依据": "clause", "办法": "hint",
    "英文办法": "english_hint", "headings": "words",
    **{name: name for name in ("code", "name", "english", "words", "element", "before", "unless", "level")},
    **{name: name for name in ("clause", "hint", "english_hint")},
}  # fmt: skip
_LISTS = ("words", "unless", "titles", "without")
_ELEMENTS = {
    "成文日期": "issued_on", "发布日期": "published_on", "印发日期": "printed_on",
    "issued_on": "issued_on", "published_on": "published_on", "printed_on": "printed_on",
}  # fmt: skip
_ORDERS = ("依次", "不限")
_CODE = re.compile("[a-z][a-z0-9_]*")
_DAY = re.compile("([0-9]{1,2})(?:月|-)([0-9]{1,2})日?")
_LONGEST_MONTH = 31


def available(folder: Path | None, found: list[Diagnostic]) -> list[Pack]:
    """Read the packs beside a report, and those that come along."""
    folders = [resources.folder("packs")]
    if folder is not None:
        folders = [each for name in OWN_FOLDERS if (each := folder / name).is_dir()] + folders
    packs: dict[str, Pack] = {}
    for each in folders:
        for path in sorted(path for path in each.iterdir() if path.suffix in SUFFIXES):
            own = folder is not None and each.parent == folder
            pack = read_pack(path, f"{each.name}/{path.name}" if own else path.name, found)
            if pack is not None:
                packs.setdefault(pack.name, pack)
    return list(packs.values())


def choose(
    names: Several[str], title: str, folder: Path | None, source: Source, found: list[Diagnostic]
) -> list[Pack]:
    """Choose the packs of a report: those it names, or else those its title is of.

    Args:
        names: Names, codes or paths; 无 alone chooses none.
        title: Of the report.
        folder: Of the report, where its own packs and relative paths are; None for a file from anywhere.
        source: Where the names stand.
        found: Receives what is wrong with names and packs.
    """
    if any(name in NONE for name in names):
        return []
    by_path = [name for name in names if name.endswith(SUFFIXES)]
    chosen = []
    for name in by_path:
        path = Path(name) if folder is None else folder / name
        if not path.is_file():
            found.append(Diagnostic("pack.no_file", source, {"path": name}))
        elif (pack := read_pack(path, name, found)) is not None:
            chosen.append(pack)
    packs = available(folder, found)
    for name in names:
        if name in by_path:
            continue
        pack = next((each for each in packs if name in (each.name, each.code)), None)
        if pack is None:
            known = tuple(each.name for each in packs)
            values = {"name": name, "near": nearest(name, known), "names": known}
            found.append(Diagnostic("pack.unknown", source, values))
        else:
            chosen.append(pack)
    return chosen if names else [pack for pack in packs if pack.fits(title)]


def read_pack(path: Path, name: str, found: list[Diagnostic]) -> Pack | None:
    """Read one pack; None when nothing of it can be used."""
    try:
        text = read_text(path, name, found)
        node = read_yaml(text, name, found) if text is not None else None
    except Faults as faults:
        found += faults.diagnostics
        return None
    return _Reader(name, found).pack(node) if node is not None else None


class _Reader:
    """One file, and where its faults go."""

    def __init__(self, file: str, found: list[Diagnostic]) -> None:
        self.file, self.found = file, found

    def pack(self, node: Node) -> Pack | None:
        if not isinstance(node, Mapping):
            self._report("pack.shape", node.line, key=self.file)
            return None
        entries: dict[str, Node] = {}
        demands: list[Demand] = []
        for key, value in node.pairs:
            if key.text in _KINDS:
                demands += self._demands(_KINDS[key.text], key, value)
            elif key.text in _TOP:
                entries[_TOP[key.text]] = value
            else:
                near = nearest(key.text, (*_TOP, *_KINDS))
                self._report("pack.key", key.line, key=key.text, near=near)
        code, name = self._text(entries, "code"), self._text(entries, "name")
        for wanted, text in (("代码", code), ("名称", name)):
            if not text:
                self._report("pack.lacks", node.line, key=wanted)
        if code and not _CODE.fullmatch(code):
            self._report("pack.code", entries["code"].line, found=code)
        order = self._text(entries, "order")
        if order and order not in _ORDERS:
            self._report("pack.choice", entries["order"].line, key="次序", found=order, choices=_ORDERS)
        if not _CODE.fullmatch(code) or not name:
            return None
        applies = self._entries(entries["applies"], _APPLIES) if "applies" in entries else {}
        clause = self._text(entries, "clause")
        return Pack(
            code=code,
            name=name,
            english=self._text(entries, "english") or name,
            titles=self._several(applies, "titles"),
            not_titles=self._several(applies, "without"),
            in_order=order == "依次",
            demands=tuple(self._once(demands)),
            clause=clause,
            source=Source(self.file, node.line),
        )

    def _once(self, demands: list[Demand]) -> list[Demand]:
        kept: dict[str, Demand] = {}
        for demand in demands:
            if demand.code in kept:
                self.found.append(Diagnostic("pack.twice", demand.source, {"found": demand.code}))
            kept.setdefault(demand.code, demand)
        return list(kept.values())

    def _demands(self, kind: str, key: Scalar, value: Node) -> list[Demand]:
        if not isinstance(value, Sequence):
            self._report("pack.shape", value.line, key=key.text)
            return []
        made = (self._demand(kind, item, key.text) for item in value.items)
        return [demand for demand in made if demand is not None]

    def _demand(self, kind: str, item: Node, key: str) -> Demand | None:
        if not isinstance(item, Mapping):
            self._report("pack.shape", item.line, key=key)
            return None
        before = len(self.found)
        entries = self._entries(item, _DEMAND)
        texts = {name: self._text(entries, name) for name in entries if name not in _LISTS}
        wanted = {"code": "代码", "name": "名称"}
        wanted |= {"element": "要素", "before": "早于"} if kind == "deadline" else {}
        for name, chinese in wanted.items():
            if not texts.get(name):
                self._report("pack.lacks", item.line, key=chinese)
        words = self._several(entries, "words")
        if kind != "deadline" and not words:
            self._report("pack.lacks", item.line, key="标题" if kind == "part" else "词语")
        if texts.get("code") and not _CODE.fullmatch(texts["code"]):
            self._report("pack.code", entries["code"].line, found=texts["code"])
        level = texts.get("level") or "规定"
        if level not in _LEVELS:
            self._report("pack.choice", entries["level"].line, key="级别", found=level, choices=_LEVELS)
        element, day = texts.get("element", ""), (0, 0)
        if kind == "deadline" and element:
            day = self._day(texts.get("before", ""), item.line)
            if element not in _ELEMENTS:
                choices = tuple(_ELEMENTS)[:3]
                self._report(
                    "pack.choice", entries["element"].line, key="要素", found=element, choices=choices
                )
        if len(self.found) > before:
            return None
        return Demand(
            code=texts["code"],
            kind=kind,
            name=texts["name"],
            english=texts.get("english") or texts["name"],
            words=words,
            element=_ELEMENTS.get(element, ""),
            before=day,
            unless=self._several(entries, "unless"),
            level=level,
            clause=texts.get("clause", ""),
            hint=texts.get("hint", ""),
            english_hint=texts.get("english_hint", ""),
            source=Source(self.file, item.line),
        )

    def _day(self, text: str, line: int) -> tuple[int, int]:
        match = _DAY.fullmatch(text)
        if match and 1 <= int(match[1]) <= 12 and 1 <= int(match[2]) <= _LONGEST_MONTH:
            return int(match[1]), int(match[2])
        if text:
            self._report("pack.day", line, found=text)
        return 0, 0

    def _entries(self, node: Node, keys: dict[str, str]) -> dict[str, Node]:
        if not isinstance(node, Mapping):
            self._report("pack.shape", node.line, key=self.file)
            return {}
        entries = {}
        for key, value in node.pairs:
            if key.text in keys:
                entries[keys[key.text]] = value
            else:
                self._report("pack.key", key.line, key=key.text, near=nearest(key.text, keys))
        return entries

    def _text(self, entries: dict[str, Node], name: str) -> str:
        node = entries.get(name)
        if node is None or isinstance(node, Scalar):
            return node.text.strip() if node else ""
        self._report("pack.shape", node.line, key=name)
        return ""

    def _several(self, entries: dict[str, Node], name: str) -> tuple[str, ...]:
        node = entries.get(name)
        if isinstance(node, Scalar):
            return (node.text.strip(),) if node.text.strip() else ()
        if isinstance(node, Sequence):
            texts = [item.text.strip() for item in node.items if isinstance(item, Scalar)]
            if len(texts) == len(node.items):
                return tuple(text for text in texts if text)
        if node is not None:
            self._report("pack.shape", node.line, key=name)
        return ()

    def _report(self, code: str, line: int, **values: object) -> None:
        self.found.append(Diagnostic(code, Source(self.file, line), values))
