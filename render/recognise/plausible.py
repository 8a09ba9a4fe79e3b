"""Plausible: whether a file is an official text at all, or a poem, a list of data, or code.

Every text is given the benefit of the doubt: one sign that offices write so is enough, and only a file that
shows none, or that is plainly something else, is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .anatomy import Anatomy, Block, shown
from .found import FoundDocument
from .lexicon import ABOUT, is_organ, is_title
from .numbers import read_number

SAMPLE = 400  # paragraphs that are enough to tell
LONGEST_SAMPLE = 20_000  # characters of them

_HAN = re.compile("[\u4e00-\u9fff]")
_OFFICE = re.compile(
    "人民政府|国务院|党委|党中央|工作|各单位|各部门|有关部门|办公室|委员会|管理|规定|制度|建设|发展|经济|社会|服务|组织|落实|推进|贯彻|"
    "单位|机关|部门|企业|项目|统计|增长|实施|会议|報告|政府|機關|辦理|規定"
)
_CODE = re.compile(
    r"^\s*(?:import |from .+ import|def |class |#include|function |var |const |public "
    r"|<\?php|\{|\}|//|/\*|SELECT |\$)",
    re.MULTILINE,
)


def reason_against(document: FoundDocument, anatomy: Anatomy, blocks: Sequence[Block]) -> str:
    """Say why a document is no report: "no text", "data", "verse", "other"; "" when it may be one."""
    paras = shown(blocks[:SAMPLE])
    text = "".join(para.text for para in paras)[:LONGEST_SAMPLE]
    cells = sum(len(row) for block in document.items[:SAMPLE] for row in getattr(block, "rows", ()))
    han = len(_HAN.findall(text))
    if not text.strip() and not cells:
        return "no text"
    lines = [para.text for para in paras]
    if _is_separated(lines) or (cells > 12 and han < 20 and not any(is_title(line) for line in lines)):
        return "data"
    if han < 10 or han < 0.15 * sum(not char.isspace() for char in text):
        return "data" if cells > 12 else "other"
    if _CODE.findall(text) and len(_CODE.findall("\n".join(lines))) > 0.3 * len(lines):
        return "other"
    signs = len(_OFFICE.findall(text))
    numbered = sum(read_number(line) is not None for line in lines)
    titled = any(is_title(line) or ABOUT.search(line) for line in lines[:12]) or bool(anatomy.particulars)
    if _is_verse(lines) and not numbered and signs < 3 and not (titled and signs):
        return "verse"
    evidence = min(signs, 6) / 2 + numbered + 2 * titled + sum(is_organ(line) for line in lines[-6:])
    sentences = text.count("。") + text.count("；")
    if evidence < 1.5 and not (sentences > 3 and signs):
        return "verse" if _is_verse(lines) else "other"
    return ""


def _is_separated(lines: Sequence[str]) -> bool:
    """Tell data with a comma, a tab or a semicolon between its columns: as many of them in every line."""
    if len(lines) < 3:
        return False
    for mark in (",", "\t", ";", "，"):
        counts = Counter(line.count(mark) for line in lines)
        count, often = counts.most_common(1)[0]
        cells = [cell for line in lines for cell in line.split(mark)]
        short = sum(len(cell) <= 20 for cell in cells)
        ends = sum(line.rstrip()[-1:] in "。；：！？" for line in lines)
        if (
            count >= 1
            and often >= 0.85 * len(lines)
            and short >= 0.9 * len(cells)
            and ends < 0.2 * len(lines)
        ):
            return True
    return False


def _is_verse(lines: Sequence[str]) -> bool:
    """Tell a poem: nothing but short lines, cut at their marks."""
    long = [line for line in lines if len(line) > 24]
    return len(lines) >= 3 and len(long) <= 0.05 * len(lines)
