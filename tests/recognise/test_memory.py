"""Memory: what is held of a long text once it is recognised."""

from __future__ import annotations

import random
import re
import tracemalloc
from pathlib import Path

from render import layout_file
from render.recognise import recognise

ORIGINAL = Path(__file__).parents[1] / "samples" / "hongshan-2020.txt"
MOST = 7  # bytes a byte of text; what reading, files and a trial build take for a while comes on top


def test_a_long_text_is_held_a_few_times() -> None:
    """Twelve times the sample, with figures of their own: rows and passages say nothing twice."""
    dice = random.Random(1)

    def other(found: re.Match[str]) -> str:
        kept = found[0] in ("2019", "2020", "2021")
        return found[0] if kept else str(dice.randrange(10 ** (len(found[0]) - 1), 10 ** len(found[0])))

    original = ORIGINAL.read_text(encoding="utf-8")
    text = "\n".join(re.sub(r"\d+", other, original) for _ in range(12)).encode()
    patterns = layout_file.load("report").numbering
    recognise(original.encode(), "short.txt", patterns=patterns)  # loads and compiles what it needs

    tracemalloc.start()
    recognised = recognise(text, "long.txt", patterns=patterns)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()

    assert len(recognised.account.figures) > 1_000
    assert held <= MOST * len(text)
