"""Typst through its Python package: text in, tagged PDF out (its default), faces from `fonts/` alone.

    python -m peers.typst_pdf TEXT.json OUT.pdf

Warm keeps one `Compiler`, so fonts stay open and unchanged paragraphs are remembered.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst

from .text import FAMILIES, FOLIO_SIZE, FONTS, PITCH, SIZE, TITLE_SIZE, TRACKING, Text, load

_SOURCE = f"""
#let report = json(bytes(sys.inputs.report))
#let faces = report.faces
#let folio = text.with(font: faces.宋体, size: {FOLIO_SIZE}pt)
#set document(title: report.title)
#set page(
  paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer-descent: 7mm,
  footer: context align(center + top, folio[— #counter(page).display() —]),
)
#set text(
  font: faces.仿宋, size: {SIZE}pt, lang: "zh", region: "cn", tracking: {TRACKING:.4f}pt, fallback: false,
  cjk-latin-spacing: none, top-edge: 0.88em, bottom-edge: -0.12em, costs: (widow: 0%, orphan: 0%),
)
#set par(
  justify: true, first-line-indent: (amount: 2em, all: true),
  leading: {PITCH - SIZE:.4f}pt, spacing: {PITCH - SIZE:.4f}pt,
)
#show heading: it => par(text(size: {SIZE}pt, weight: "regular", it.body))
#let say(runs) = for (role, words) in runs {{ text(font: faces.at(role), words) }}
#align(center, text(font: faces.小标宋, size: {TITLE_SIZE}pt, tracking: 0pt, report.title))
#v({PITCH:.4f}pt)
#for (style, runs) in report.blocks {{
  if style.starts-with("heading-") {{ heading(level: int(style.last()), say(runs)) }}
  else if style == "issuer" {{ v({PITCH:.4f}pt); align(right, pad(right: 2em, say(runs))) }}
  else if style == "date" {{ align(right, pad(right: 4em, say(runs))) }}
  else {{ par(say(runs)) }}
}}
""".encode()

_FONTS = {"font_paths": [str(FONTS)], "ignore_system_fonts": True}


class Typst:
    """One kept compiler."""

    name = f"typst {getattr(typst, '__version__', '')}".strip()

    def __init__(self) -> None:
        self._compiler = typst.Compiler(_SOURCE, **_FONTS)

    def make(self, text: Text) -> bytes:
        """Compile one report."""
        report = {"title": text.title, "blocks": text.blocks, "faces": FAMILIES}
        inputs = {"report": json.dumps(report, ensure_ascii=False)}
        # The source goes in again: without it, 0.15.2 looks for a file once the inputs change.
        return self._compiler.compile(_SOURCE, format="pdf", sys_inputs=inputs)


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    target.write_bytes(Typst().make(load(source)))


if __name__ == "__main__":
    main()
