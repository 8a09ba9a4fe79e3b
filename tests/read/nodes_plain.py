"""Nodes as plain values, for tests to compare."""

from __future__ import annotations

from render.read.nodes import Mapping, Node, Scalar, Sequence


def plain(node: Node) -> object:
    """Turn nodes into texts, lists and dictionaries, as a JSON parser gives them."""
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(pairs):
            return {key.text: plain(value) for key, value in pairs}
