"""Text: what every peer sets, and the sheet it sets it on.

A peer gets the finished text of a report, numbers and figures included; it reads no workbook and
fills no template of ours, which is in its favour. Kept free of heavy imports: a cold run pays for them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parents[2] / "fonts"
FAMILIES = {
    "小标宋": "Gongwen Title",
    "仿宋": "Gongwen Fangsong",
    "黑体": "Gongwen Hei",
    "楷体": "Gongwen Kai",
    "宋体": "Gongwen Song",
}
"""The vendored face of each role, as `fonts/faces.toml` names it."""

MM = 72 / 25.4
CELLS, ROWS = 28, 22  # GB/T 9704-2012, 5.2.3
SIZE, TITLE_SIZE, FOLIO_SIZE = 16.0, 22.0, 14.0  # 5.2.2, 7.3.1, 7.5
PITCH = 225 * MM / ROWS
TRACKING = 156 * MM / CELLS - SIZE  # 28 characters of 16 pt are wider than the type area


@dataclass(frozen=True, slots=True)
class Text:
    """A report in the words and faces it is printed in."""

    title: str
    blocks: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # (style, ((face role, characters), …))


def text_of(settled: Any) -> Text:
    """Take the text out of settled blocks (`render.blocks.Composed`)."""
    template = settled.template
    blocks = []
    for block in settled.blocks:
        if block.style in ("title", "blank"):
            continue
        runs: list[tuple[str, str]] = []
        for run in block.runs:
            look = template.styles.get(run.style or block.style) or template.characters[run.style]
            role = look.face or template.styles[block.style].face
            if runs and runs[-1][0] == role:
                runs[-1] = (role, runs[-1][1] + run.text)
            else:
                runs.append((role, run.text))
        blocks.append((block.style, tuple(runs)))
    return Text(settled.title, tuple(blocks))


def save(text: Text, path: Path) -> None:
    """Keep a text for a cold run."""
    path.write_text(json.dumps([text.title, text.blocks], ensure_ascii=False), encoding="utf-8")


def load(path: Path) -> Text:
    """Read a text that was kept."""
    title, blocks = json.loads(path.read_text(encoding="utf-8"))
    return Text(title, tuple((style, tuple(map(tuple, runs))) for style, runs in blocks))
