"""Structure: rules about headings and their numbers (GB/T 9704-2012, 7.3.3).

What a build already says of a report's headings (`heading.*`) is not said again: of a report, levels and
empty sections are looked at where the author typed the numbers; of a file from anywhere, everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..content import Heading, Paragraph
from ..diagnostics import Diagnostic
from ..han import from_han
from .once import parts
from .outline import RIGHT_FORMS, Part, is_shown, siblings, text_of
from .rule import Level, Rule, Subject

_LINE = 28  # cells of a line, 5.2.2
_LONGEST = 2 * _LINE
_FEWEST_SIBLINGS = 3  # that show a habit
_CLAUSE = "GB/T 9704—2012，7.3.3"
_WRONG_MARK = re.compile(
    "[0-9]{1,2}[、．](?=[\u4e00-\u9fff“《])|[一二三四五六七八九十]+[.．，,](?=[\u4e00-\u9fff“《])|[（(].{1,3}[）)][、．.，]"
)
_TITLE = re.compile(
    "(?:规定|办法|细则|方案|意见|通知|条例|规则|制度|清单|目录|报告|计划|要点)(?:（[^（）]*）)?$"
)
_BARE = re.compile("([一二三四五六七八九十]{1,2})(?=[\u4e00-\u9fff])(?![是季方次个种类线审体年月日级])")
_SHORT_TITLE = 20
_TERM = re.compile("[^，。；]{2,24}[：:]?(?:是?指|即)")
_ENDS = "。，、；：！？,;:."
_RUNS_IN = "。：？！”…"
_BLANK_INSTEAD = re.compile(r"[\u4e00-\u9fff“”、，]{4,30}[ \u3000]+(?=[\u4e00-\u9fff0-9“])[^。]*。")


def skipped_level(subject: Subject) -> Iterator[Diagnostic]:
    """Find 1. right below 一、."""
    before: Part | None = None
    for part in parts(subject):
        if before is not None and part.sheet != before.sheet:
            before = None
        is_told = subject.report is not None and part.is_heading and part.number is None
        is_told = is_told or _is_list(subject, part)
        if before is not None and part.level > before.level + 1 and not is_told:
            values = {"found": _shown(part), "expected": RIGHT_FORMS[before.level], "above": _shown(before)}
            yield Diagnostic("structure.level", part.source, values)
        before = part


def gaps(subject: Subject) -> Iterator[Diagnostic]:
    """Find typed numbers that leave one out: 一、二、四."""
    own = parts(subject)
    for before, part in _counted(subject):
        last = before.number.count if before and before.number else 0
        assert part.number is not None
        if part.number.count > last + 1 and not (before is None and _runs_on(own, part)):
            values = {"found": part.number.text, "expected": _like(part, last + 1)}
            yield Diagnostic("structure.gap", part.source, values)


def repeats(subject: Subject) -> Iterator[Diagnostic]:
    """Find typed numbers that come again, or go back; a list that begins again at 1 is another list."""
    for before, part in _counted(subject):
        if before is None or before.number is None or part.number is None:
            continue
        last, count = before.number.count, part.number.count
        begins_again = count == 1 and last > 1 and (part.level > 1 or _is_new_text(subject, before, part))
        if count <= last and not begins_again:
            values = {"found": part.number.text, "expected": _like(part, last + 1)}
            yield Diagnostic("structure.repeat", part.source, values)


def wrong_forms(subject: Subject) -> Iterator[Diagnostic]:
    """Find (一) for （一）; a mark after a number is left to the checks of marks, which put it right."""
    yield from lost_marks(subject)
    for part in parts(subject):
        if part.number is None or part.number.is_right:
            continue
        if part.is_heading or not _WRONG_MARK.match(part.number.text + part.text):
            values = {"found": part.number.text, "right": _like(part, part.number.count)}
            yield Diagnostic("structure.number_form", part.source, values)


def lost_marks(subject: Subject) -> Iterator[Diagnostic]:
    """Find 四下一步打算 behind 三、: the mark after its number is lost."""
    content = subject.content
    numbers = {part.at: part.number for part in parts(subject) if part.level == 1 and part.number}
    if content is None or not numbers:
        return
    last = 0
    for at, node in enumerate(content.nodes):
        if at in numbers:
            last = numbers[at].count
        elif isinstance(node, Paragraph | Heading) and last:
            text = text_of(node.spans).strip()
            match = _BARE.match(text) if len(text) <= _SHORT_TITLE else None
            if match and from_han(match[1]) == last + 1 and text[-1] not in _ENDS:
                values = {"found": match[1], "right": f"{match[1]}、"}
                yield Diagnostic("structure.number_form", node.source, values)


def marks_at_the_end(subject: Subject) -> Iterator[Diagnostic]:
    """Find a heading on a line of its own that ends in a mark."""
    titles = [part for part in _titles(subject) if not part.run_in]
    told: set[int] = set()
    for part in titles:
        ends = part.text[-1:]
        leads_in = (
            ends in "：:" and part.level > 2 and any(other.at == part.at + 1 for other in parts(subject))
        )
        if ends and ends in _ENDS and part.level not in told and not leads_in:
            if all(other.text[-1:] == ends for other in titles if other.level == part.level):
                told.add(part.level)  # an author's habit, told once
            yield Diagnostic("structure.stop", part.source, {"found": part.text, "mark": ends})


def run_in_without_mark(subject: Subject) -> Iterator[Diagnostic]:
    """Find a heading that runs into its text without 。."""
    for part in parts(subject):
        if part.is_heading and part.run_in:
            is_bare = bool(part.text) and part.text[-1] not in _RUNS_IN
        else:
            is_bare = not part.is_heading and _BLANK_INSTEAD.match(part.text) is not None
        if is_bare:
            yield Diagnostic("structure.no_stop", part.source, {"found": re.split("[ \u3000]", part.text)[0]})


def mixed_run_in(subject: Subject) -> Iterator[Diagnostic]:
    """Find headings of one section of which some run in and some stand alone."""
    for group in siblings([part for part in parts(subject) if part.is_heading]):
        running = [part for part in group if part.run_in]
        fewer = running if len(running) * 2 <= len(group) else [part for part in group if not part.run_in]
        if len(group) >= _FEWEST_SIBLINGS and running and fewer and len(running) < len(group):
            values = {"found": fewer[0].text, "run_in": len(running), "count": len(group)}
            yield Diagnostic("structure.mixed", fewer[0].source, values)


def single_children(subject: Subject) -> Iterator[Diagnostic]:
    """Find a section with one section in it."""
    own = parts(subject)
    parents = {
        part.at for above, part in pairwise(own) if above.sheet == part.sheet and above.level < part.level
    }
    for part, *others in siblings(own):
        goes_on = part.number is not None and part.number.count > 1
        if not others and part.at in parents and (part.is_heading or part.level <= 2) and not goes_on:
            yield Diagnostic("structure.single", part.source, {"found": _shown(part)})


def empty_sections(subject: Subject) -> Iterator[Diagnostic]:
    """Find a heading with nothing below it."""
    content = subject.content
    if content is None:
        return
    titles = {part.at for part in _titles(subject)}
    for part, following in pairwise((*parts(subject), None)):
        assert part is not None
        if (part.is_heading and subject.report is not None) or part.at not in titles:
            continue
        stop = following.at if following else len(content.nodes)
        between = content.nodes[part.at + 1 : stop]
        is_over = following is None or following.level <= part.level or following.sheet != part.sheet
        if following is not None and part.number is None:  # 第一章, below which 一、 may be a smaller part
            is_over = is_over and following.is_heading and following.depth <= part.depth
        if is_over and not part.run_in and not any(is_shown(node) for node in between):
            yield Diagnostic("structure.empty", part.source, {"found": _shown(part)})


def long_headings(subject: Subject) -> Iterator[Diagnostic]:
    """Find headings of more than two lines."""
    for part in _titles(subject):
        length = len(part.text) + (len(part.number.text) if part.number else 2)
        if length > _LONGEST:
            values = {"found": part.text[:20] + "……", "length": length, "most": _LONGEST}
            yield Diagnostic("structure.long", part.source, values)


def repeated_headings(subject: Subject) -> Iterator[Diagnostic]:
    """Find two headings of one section that are the same, or one that repeats the heading above it."""
    titles = list(_titles(subject))
    for group in siblings(titles):
        seen: set[str] = set()
        for part in group:
            if part.text in seen:
                yield Diagnostic("structure.same", part.source, {"found": part.text})
            seen.add(part.text)
    for above, part in pairwise(titles):
        if above.level < part.level and above.text.rstrip(_ENDS) == part.text.rstrip(_ENDS):
            yield Diagnostic("structure.same", part.source, {"found": part.text})


RULES = (
    Rule("structure.level", Level.RECOMMENDED, skipped_level, _CLAUSE),
    Rule("structure.gap", Level.REQUIRED, gaps, _CLAUSE),
    Rule("structure.repeat", Level.REQUIRED, repeats, _CLAUSE),
    Rule("structure.number_form", Level.RECOMMENDED, wrong_forms, _CLAUSE),
    Rule("structure.stop", Level.RECOMMENDED, marks_at_the_end),
    Rule("structure.no_stop", Level.RECOMMENDED, run_in_without_mark),
    Rule("structure.mixed", Level.CUSTOMARY, mixed_run_in),
    Rule("structure.single", Level.CUSTOMARY, single_children),
    Rule("structure.empty", Level.RECOMMENDED, empty_sections),
    Rule("structure.long", Level.CUSTOMARY, long_headings),
    Rule("structure.same", Level.RECOMMENDED, repeated_headings),
)


def _titles(subject: Subject) -> list[Part]:
    """List headings, and paragraphs of the upper two levels that are nothing but one."""
    own = parts(subject)
    return [
        part
        for part, following in pairwise((*own, None))
        if part is not None and (part.is_heading or _is_title(part, following))
    ]


def _is_title(part: Part, following: Part | None) -> bool:
    """Tell a title from an item of a list, which ends in 。 and has the next one right below it."""
    if part.level > 2 or part.run_in or len(part.text) > _LONGEST or "，" in part.text[:-1]:
        return False
    has_text = following is None or following.at > part.at + 1
    return part.text[-1:] not in "。；" or (part.level == 1 and has_text and len(part.text) <= _LINE)


def _counted(subject: Subject) -> Iterator[tuple[Part | None, Part]]:
    """List typed numbers with the one before each in its section; beside numbers of the template none are."""
    for group in siblings(parts(subject)):
        if all(part.number is not None for part in group):
            yield from pairwise((None, *group))


def _runs_on(own: Sequence[Part], part: Part) -> bool:
    """Tell whether a section goes on counting where the one before it ended."""
    above = [
        each for each in own if each.at < part.at and each.level == part.level and each.sheet == part.sheet
    ]
    return bool(above) and above[-1].number is not None and part.number is not None and (
        above[-1].number.count + 1 == part.number.count
    )  # fmt: skip


def _is_new_text(subject: Subject, before: Part, part: Part) -> bool:
    """Tell whether the title of another document stands between two numbers."""
    nodes = subject.content.nodes[before.at + 1 : part.at] if subject.content else ()
    texts = [text_of(node.spans).strip() for node in nodes if isinstance(node, Paragraph)]
    return any(len(text) <= _LONGEST and _TITLE.search(text) for text in texts)


def _is_list(subject: Subject, part: Part) -> bool:
    """Tell items behind a lead-in with a colon, and terms that are explained, from parts of the text."""
    if part.is_heading or subject.content is None:
        return False
    above = subject.content.nodes[part.at - 1] if part.at else None
    leads_in = isinstance(above, Paragraph) and text_of(above.spans).rstrip().endswith(("：", ":"))
    return leads_in or _TERM.match(part.text) is not None


def _like(part: Part, count: int) -> str:
    from ..han import in_han

    return RIGHT_FORMS[part.level - 1].replace("一", in_han(count)).replace("1", str(count))


def _shown(part: Part) -> str:
    text = (part.number.text if part.number else "") + part.text
    return text if len(text) <= 20 else text[:19] + "……"
