"""Markdown: the text of a report as an author would have written it into `report.md`.

What the text shows must be what it showed before, so every character that Markdown, an expression or a
template would take for its own is escaped; nothing else is, since a clerk reads this file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO

from ..report import METADATA_KEYS, Kind
from .draft import Draft, Sheet
from .figures.figure import Insertion
from .passages import Passage

_ESCAPED = re.compile(r"\{[%#]|<!|[\\*_`<{}]|~~|!(?=\[)|\[(?=[^\[\]\n]*\]\()|\[(?=\^)|&(?=#?\w+;)|｛")
_OPENING = re.compile(r"\{[{%#]|｛(?=[ ]?[｛%])")
_FIRST = re.compile(r"#|:::|[-+>](?=[ \u3000])|-{2,}|={2,}|[-+*](?=$)")
_CAPTION = re.compile(r"表\s*[:：]|Table\s*:|[:：]|Unit\s*:")
_UNIT = re.compile(r"(?:计量)?单位\s*[:：]")
_TABLE_TITLE = re.compile(
    r"(?:附表|表)\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-—]\d+)?[\s、.：:]*(?=[^\s。；]+[^。；：]*$)"
)
_NAMES = {key.name: key.chinese for key in METADATA_KEYS}
_PLAIN_KINDS = (Kind.TEXT, Kind.NAMES)
_ORDER = """
    template year title issuers host mark number copy_no security urgency signers addressees issued_on
    attachments note closing copies_to printed_by printed_on index_no category keywords published_on
    validity disclosure origin name numbering signature
""".split()


def report_lines(
    draft: Draft,
    insertions: Mapping[int, Sequence[Insertion]],
    comments: Mapping[str, str],
    *,
    template: str,
    has_year: bool,
) -> Iterator[str]:
    """Write `report.md`, line by line.

    Args:
        draft: The report.
        insertions: Expressions, by the identity of the passage they go into.
        comments: How doubts are worded, by key.
        template: The template it is printed in.
        has_year: The year is an expression in the title and where the text begins with it.
    """
    yield from ("---", *_front_matter(draft, template, has_year), "---", "")
    yield from text_lines(draft.passages, insertions, comments)


def sheet_lines(
    sheet: Sheet, insertions: Mapping[int, Sequence[Insertion]], comments: Mapping[str, str]
) -> Iterator[str]:
    """Write the file of an attachment, line by line."""
    yield from ("---", f"标题: {_scalar(plain(sheet.title))}", "---", "")
    yield from text_lines(sheet.passages, insertions, comments)


def joined(lines: Iterable[str]) -> bytes:
    """Put lines into a file, with one line feed at its end; a long text is never held twice."""
    file = BytesIO()
    blank = 0
    for line in lines:
        if not line:
            blank += 1
            continue
        file.write(b"\n" * blank + line.encode() + b"\n")
        blank = 0
    return file.getvalue()


def text_lines(
    passages: Sequence[Passage], insertions: Mapping[int, Sequence[Insertion]], comments: Mapping[str, str]
) -> Iterator[str]:
    """Write passages, a blank line after each."""
    for at, passage in enumerate(passages):
        yield from _passage(passages, at, insertions.get(id(passage), ()), comments)


def _passage(
    passages: Sequence[Passage], at: int, own: Sequence[Insertion], comments: Mapping[str, str]
) -> list[str]:
    passage = passages[at]
    following = passages[at + 1] if at + 1 < len(passages) else None
    lines: list[str] = []
    for note in passage.notes:
        lines += [f"<!-- 批注：{_in_comment(note)} -->", ""]
    for doubt in passage.doubts:
        lines += [f"<!-- 存疑：{_in_comment(comments.get(doubt, doubt))} -->", ""]
    match passage.role:
        case "heading":
            lines.append(_heading(passage))
        case "table":
            lines += _table(passage, own)
        case "picture":
            lines.append(f"![]({passage.text})")
        case "new-sheet":
            lines += ["::: new-sheet", ":::"]
        case "text" if _is_caption(passages, at):
            lines.append(f": {_paragraph(passage.text, own)}")
            if _UNIT.match(following.text if following else ""):
                return lines  # the unit stands on the next line of the caption
        case "text":
            is_above_table = following is not None and following.role == "table"
            lines.append(_paragraph(passage.text, own, shield=is_above_table))
        case role:
            lines += [f"::: {role}", _paragraph(passage.text, own), ":::"]
    return [*lines, ""]


def _is_caption(passages: Sequence[Passage], at: int) -> bool:
    """Tell whether a paragraph is the title of the table below it, with or without a unit between."""
    roles = [passage.role for passage in passages[at : at + 3]]
    if _TABLE_TITLE.match(passages[at].text) is None or len(passages[at].text) > 60:
        return False
    has_unit = roles[1:] == ["text", "table"] and _UNIT.match(passages[at + 1].text) is not None
    is_shown = not any(passage.doubts or passage.notes for passage in passages[at + 1 : at + 3])
    return is_shown and (roles[1:2] == ["table"] or (has_unit and len(passages[at + 1].text) <= 30))


def escape(text: str) -> str:
    """Escape what would not print as typed, within a line."""
    # Python's own braces and a comment's beginning are taken care of by the marks they are made of.
    return _ESCAPED.sub(lambda found: _escaped(found[0]), text)


def plain(text: str) -> str:
    """Keep a text of the metadata from being read as an expression; it is no Markdown."""
    return _OPENING.sub(lambda found: f'{{{{ "{found[0]}" }}}}', text) if re.search("[{｛]", text) else text


def _escaped(mark: str) -> str:
    if mark == "｛":
        return f"&#x{ord(mark):X};"
    return "".join(f"\\{char}" for char in mark)


def _paragraph(text: str, own: Iterable[Insertion], *, shield: bool = False) -> str:
    written = _with_expressions(text, own)
    if shield and _CAPTION.match(text):
        # A character reference keeps the line from being read as the table's title.
        return f"&#x{ord(text[0]):X};{written[1:]}"
    if _FIRST.match(text) and not written.startswith("\\"):
        return f"\\{written}"
    return written


def _with_expressions(text: str, own: Iterable[Insertion]) -> str:
    pieces: list[str] = []
    start = 0
    for each in sorted(own, key=lambda one: one.start):
        if each.start < start:
            continue
        pieces += (escape(text[start : each.start]), f"{{{{ {each.expression} }}}}")
        start = each.stop
    return "".join([*pieces, escape(text[start:])])


def _heading(passage: Passage) -> str:
    attributes: list[str] = []
    if passage.number is None:
        attributes.append(".unnumbered")
    elif passage.typed_number is not None:
        attributes.append(f'number="{passage.typed_number}"')
    if passage.form:
        attributes.append(f".{passage.form}")
    title = escape(passage.text)
    if title.endswith("#") and not title.endswith("\\#"):
        title = f"{title[:-1]}\\#"
    words = f" {{{' '.join(attributes)}}}" if attributes else ""
    return f"{'#' * passage.level} {title}{words}"


def _table(passage: Passage, own: Iterable[Insertion]) -> list[str]:
    by_cell: dict[tuple[int, int], list[Insertion]] = {}
    for each in own:
        if each.cell is not None:
            by_cell.setdefault(each.cell, []).append(each)
    rows = [
        [_cell(cell, by_cell.get((number, column), ())) for column, cell in enumerate(row)]
        for number, row in enumerate(passage.rows)
    ]
    head, *body = rows
    return [_row(head), f"|{'---|' * len(head)}", *map(_row, body)]


def _cell(text: str, own: Iterable[Insertion]) -> str:
    return _with_expressions(text, own).replace("|", "\\|")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _in_comment(text: str) -> str:
    """Keep words within their comment."""
    return text.replace("--", "—").replace("\n", " ")


def _front_matter(draft: Draft, template: str, has_year: bool) -> list[str]:
    values: dict[str, object] = {
        "template": template,
        "year": draft.year,
        "title": draft.title,
        **draft.metadata,
    }
    lines: list[str] = []
    for key in _ORDER:
        value = values.get(key)
        if value in (None, "", ()):
            continue
        if comment := draft.comments.get(key):
            lines.append(f"# 原文：{comment}")
        name = _NAMES[key]
        if isinstance(value, tuple) and len(value) > 1:
            lines += [f"{name}:", *(f"  - {_scalar(plain(str(item)))}" for item in value)]
            continue
        text = plain(str(value[0] if isinstance(value, tuple) else value))
        if has_year and key in ("title", "name"):
            text = with_year(text, draft.year)
        lines.append(f"{name}: {_scalar(text)}")
    return lines


def with_year(text: str, year: int) -> str:
    """Put the year's expression in place of the year a title names."""
    return re.sub(rf"(?<!\d){year}(?=年)(?![年度]*[—\-至])", "{{ 年度 }}", text, count=1)


def _scalar(text: str) -> str:
    """Quote a value of the front matter that would be read as something else."""
    is_special = text[:1] in "\"'|>[{&*!%@`#-?~" and not text.startswith("{{")
    if (
        is_special
        or text in ("null", "")
        or " #" in text
        or re.search(r":\s|:$", text)
        or text != text.strip()
    ):
        return "'" + text.replace("'", "''") + "'"
    return text
