"""Target: the program whose line breaks the DOCX and the PDF agree on (排版目标).

One table of parameters drives both the attributes written into the DOCX and the line breaker of the
PDF, so that neither can be changed without the other. The values were measured on LibreOffice 7.4 and
on two programs that imitate Word; Word and WPS themselves were not run.
"""

from __future__ import annotations

from .noun import Noun

NO_START = "!%),.:;?]}¢°·ˇˉ–―—‖’”…‰′″℃、。〃々〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！％），．：；？］｜｝～￠"
"""Marks that may not begin a line (GB/T 15834-2011, 5.1); written into the DOCX as well."""

NO_END = "−$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥"
"""Marks that may not end a line; a minus sign stays with its number."""

WRITER_NO_START = ":!),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―-′’”"
"""LibreOffice's own zh-CN set; it has no dash and no ellipsis."""

WRITER_NO_END = "([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝“‘"

HANGING = "!),.:;?]}、。，．：；？！）》〉」』】〕〗〞”’%‰℃"
"""Marks that a Word-like program lets hang into the margin."""


BASELINE = 0.8
"""Where word processors put the baseline in a line of exact height, from its upper edge (measured in
LibreOffice 7.4)."""


class Target(Noun, frozen=True):
    """One row of the table."""

    name: str
    rules: str  # "writer" or "word": which break rules hold
    overflow_punct: bool  # w:overflowPunct as written
    hanging: str  # marks that hang into the margin
    gap: float  # counted between Han and Latin letters or digits, in em
    first_line_twips: int  # w:firstLine beside firstLineChars=200
    first_line: float  # indent of a first line that the breaker counts, in points
    no_start: str
    no_end: str
    keeps_pairs: bool = True  # —— and …… are never parted (GB/T 15834-2011, 5.1.4, 5.1.5); LibreOffice does


TARGETS = {
    # LibreOffice reads overflowPunct inverted: 1 keeps its marks inside the measure. It adds a gap of
    # 0.2 em whatever autoSpaceDE/DN say.
    "portable": Target("portable", "writer", True, "", 0.2, 640, 32.0, NO_START, NO_END),
    # Word takes firstLineChars=200 as two tracked characters: 2 × (320 − 5) twips.
    "word": Target("word", "word", False, "", 0.0, 630, 31.5, NO_START, NO_END),
    "word-hang": Target("word-hang", "word", True, HANGING, 0.0, 640, 31.5, NO_START, NO_END),
}
