"""Markdown: a rendered text becomes nodes, line by line.

Of CommonMark's blocks a report keeps headings and paragraphs; tables, pictures on a line of their
own, and `::: role` blocks come on top. Lists, quotations, rules and underlined headings have no look in
a report; their marks are reported, since they would print. A paragraph may begin with `2020. 年`.
Indentation means nothing.

A table takes its title and unit from the paragraph right above it (`表：标题　单位：件`, or `: 标题`),
its notes from the paragraphs right below that begin with 注： or 资料来源：. In a block such as `::: 条形图`
it is drawn as a chart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from ..content import CHART_KINDS, ROLES, Heading, Node, Paragraph, Picture, Row, SheetStart, Spans, Table
from ..diagnostics import Diagnostic, Source
from ..nearest import nearest
from ..noun import replace
from ..pattern import pattern
from .charts import chart_of
from .findings import Findings
from .inline import BLANKS, Line, plain_text, spans_of_lines
from .marks import VALUE, Values

DEEPEST = 4  # levels of headings, GB/T 9704-2012, 7.3.3
SHEET_START = ("new-sheet", "另面")
LANDSCAPE = ("landscape", "横排")
CHARTS = {name: kind for kind, chinese in CHART_KINDS.items() for name in (f"chart {kind}", chinese)}
"""How a block begins whose table is drawn: `chart bars` or 条形图, and so on."""
EACH_LINE = ("mark", "signer", "issuer", "signatory", "attachment-list")
"""Roles in which every line is a paragraph of its own."""

_ROLES = {name: role for role, chinese in ROLES.items() for name in (role, chinese)}
_ATTRIBUTE = pattern(r'\s*(?:\.([\w-]+)|([\w-]+)\s*=\s*["“”]([^"“”]*)["“”])')
_TYPED_NUMBER = pattern(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、](?!\d)|[（(]\d+[）)]"
)
_PICTURE = pattern(r'!\[([^\]]*)\]\(\s*(\S+?)(?:\s+["“]([^"”]*)["”])?\s*\)')
_CELL = pattern(r"((?:[^|\\]|\\.?)*)(?:\||$)")
_RULE = pattern(r":?-+:?")
_LIST_OR_QUOTATION = pattern(rf"(?:[-*+] ?\[[ xX]\]|[-*+>])(?=[{BLANKS}])")
_LINE_ACROSS = pattern(rf"-{{2,}}|={{2,}}|\*{{3,}}|(?:[-*][{BLANKS}]*){{3,}}")
_TITLE = pattern(r"(?:表\s*[:：]|Table\s*:|[:：])\s*(?=\S)")
_UNIT = pattern(r"(?:计量)?单位\s*[:：]|Unit\s*:")
_UNIT_AFTER_TITLE = pattern(r"[ \t\u3000](?:(?:计量)?单位\s*[:：]|Unit\s*:)")
_NOTE = pattern(r"注\s*\d*\s*[:：]|(?:资料|数据)来源\s*[:：]|Notes?\s*:|Source\s*:")
_ALIGNMENTS = {(True, True): "center", (True, False): "left", (False, True): "right", (False, False): None}


def read_markdown(
    lines: Sequence[Line], values: Values, findings: Findings, *, below_title: bool = False
) -> tuple[Node, ...]:
    """Make nodes of a rendered text; below a title, `##` may be the first level of its headings."""
    reader = _Reader(lines, values, findings, below_title)
    reader.read()
    return tuple(reader.nodes)


class _Reader:
    """Goes through the lines once, gathering a paragraph until something ends it."""

    def __init__(self, lines: Sequence[Line], values: Values, findings: Findings, below_title: bool) -> None:
        self.nodes: list[Node] = []
        self._lines = lines
        self._values = values
        self._findings = findings
        self._gathered: list[Line] = []  # lines of the paragraph at hand
        self._above: list[Line] = []  # lines of the paragraph that made the last node
        self._settled: set[int] = set()  # counts of nodes after which no text is looked for
        self._role: str | None = None
        self._chart: str | None = None  # what kind the block at hand draws its tables as
        self._has_chart = False  # whether it has drawn one
        self._opened: tuple[str, Source] | None = None  # how and where the role block at hand begins
        self._turned: tuple[str, Source] | None = None  # the same of a landscape block, which may hold others
        self._level = 0  # of the last heading
        self._raise: int | None = None if below_title else 0  # how far headings move up, once known

    def read(self) -> None:
        """Read all lines."""
        lines = self._lines
        at = 0
        while at < len(lines):
            line = lines[at]
            text = line.text.strip(BLANKS)
            first = text[:1]
            if not text:
                self._end_paragraph()
            elif text.startswith(":::"):
                self._fence(text, line.source)
            elif first == "#":
                self._heading(text, line)
            elif first == "!" and (picture := _PICTURE.fullmatch(text)):
                self._picture(picture, line.source)
            elif "|" in text and at + 1 < len(lines) and (rules := _rules(lines[at + 1].text)):
                at = self._table(at, rules)
                continue
            elif _LINE_ACROSS.fullmatch(text):
                self._fault("markup.unsupported", line.source, mark=text[:5])
                self._end_paragraph()
            else:
                if mark := _LIST_OR_QUOTATION.match(text):
                    self._fault("markup.unsupported", line.source, mark=mark[0])
                self._gathered.append(line)
            at += 1
        self._end_paragraph()
        self._check_closed(self._opened)
        self._check_closed(self._turned)
        self._check_headings()
        self._settle_run_in()

    def _fault(self, code: str, source: Source, **values: object) -> None:
        self._findings.add(Diagnostic(code, source, values))

    def _spans(self, lines: Sequence[Line]) -> Spans:
        return spans_of_lines(lines, self._values, self._findings)

    # Paragraphs

    def _end_paragraph(self) -> None:
        lines, self._gathered = self._gathered, []
        if not lines:
            return
        self._above = []
        passage = self._values.passage(lines[0].text.strip(BLANKS)) if len(lines) == 1 else None
        if passage is not None:
            above = len(self.nodes)
            self.nodes += passage.nodes  # which have been checked when they were made
            self._settled.update(range(above + 1, len(self.nodes) + 1))
        elif self._chart is not None and _is_note(lines[0]):
            self.nodes.append(Paragraph("table-note", self._spans(lines), lines[0].source))
        elif self._role in EACH_LINE:
            for line in lines:
                self._paragraph([line])
        elif self._role is None and (table := self._table_above()) and _is_note(lines[0]):
            self._notes(table, lines)
        else:
            self._paragraph(lines)

    def _paragraph(self, lines: list[Line]) -> None:
        if any(self._is_spliced(line) for line in lines):
            self._fault("frame.splice", lines[0].source)
        spans = self._spans(lines)
        if spans:
            self.nodes.append(Paragraph(self._role or "text", spans, lines[0].source))
            self._above = lines
        else:
            self._settled.add(len(self.nodes))  # a value that is missing, which has been reported

    def _is_spliced(self, line: Line) -> bool:
        return any(self._values.passage(char) is not None for char in VALUE.findall(line.text))

    def _table_above(self) -> Table | None:
        return self.nodes[-1] if self.nodes and isinstance(self.nodes[-1], Table) else None

    def _notes(self, table: Table, lines: Sequence[Line]) -> None:
        notes: list[list[Line]] = []
        for line in lines:
            if _is_note(line):
                notes.append([])
            notes[-1].append(line)
        self.nodes[-1] = replace(table, notes=(*table.notes, *(self._spans(note) for note in notes)))

    # Role blocks

    def _fence(self, text: str, source: Source) -> None:
        self._end_paragraph()
        self._above = []
        name = text.lstrip(":").strip(BLANKS)
        if not name:
            self._close(source)
            return
        self._check_closed(self._opened)
        if name in LANDSCAPE:
            self._check_closed(self._turned)
            self.nodes.append(SheetStart(source, landscape=True))
            self._role = self._chart = self._opened = None
            self._turned = (name, source)
            return
        if name in SHEET_START:
            self.nodes.append(SheetStart(source, landscape=self._turned is not None))
        elif name not in _ROLES and name not in CHARTS:
            near = nearest(name, (*_ROLES, *SHEET_START, *LANDSCAPE, *CHARTS))
            self._fault("role.unknown", source, role=name, near=near)
        self._role, self._chart, self._opened = _ROLES.get(name), CHARTS.get(name), (name, source)
        self._has_chart = False

    def _close(self, source: Source) -> None:
        """Close the innermost block; after one set landscape, what follows begins a new upright side."""
        if self._opened is not None:
            if self._chart is not None and not self._has_chart:
                self._fault("chart.no_table", self._opened[1], kind=self._opened[0])
            self._role = self._chart = self._opened = None
        elif self._turned is not None:
            self.nodes.append(SheetStart(source))
            self._turned = None
        else:
            self._fault("role.stray", source)

    def _check_closed(self, opened: tuple[str, Source] | None) -> None:
        if opened is not None:
            name, source = opened
            self._fault("role.unclosed", source, role=name)

    # Headings

    def _heading(self, text: str, line: Line) -> None:
        self._end_paragraph()
        title = text.lstrip("#")
        marks = text[: len(text) - len(title)]
        if title and title[0] not in BLANKS:
            self._fault("heading.no_blank", line.source, text=text[:20])
        title, attributes = _split_heading(title.strip(BLANKS))
        level = len(marks)
        if self._raise is None:
            self._raise = 1 if level == 2 else 0
        level = max(level - self._raise, 1)
        if level > DEEPEST:
            self._fault("heading.too_deep", line.source, found=level, most=DEEPEST)
        elif level > self._level + 1:
            self._fault("heading.skipped", line.source, found=level, expected=self._level + 1)
        level = self._level = min(level, DEEPEST)
        spans = self._spans([Line(title, line.source)])
        if not spans:
            self._fault("heading.empty", line.source)
            return
        heading = Heading(level, spans, line.source, run_in=title.rstrip("*_").endswith("。"))
        if attributes:
            heading = self._with_attributes(heading, attributes)
        number = _TYPED_NUMBER.match(title)
        if number and heading.numbered and heading.number is None:
            self._fault("heading.typed_number", line.source, number=number[0])
        self.nodes.append(heading)

    def _with_attributes(self, heading: Heading, attributes: str) -> Heading:
        at = 0
        while found := _ATTRIBUTE.match(attributes, at):
            match found.groups():
                case ("unnumbered" | "不编号", _, _):
                    heading = replace(heading, numbered=False)
                case ("run-in" | "接排", _, _):
                    heading = replace(heading, run_in=True)
                case ("own-line" | "独行", _, _):
                    heading = replace(heading, run_in=False)
                case (_, "number" | "编号", number):
                    heading = replace(heading, number=self._values.text(number))
                case (_, "id" | "标识", anchor):
                    heading = replace(heading, anchor=self._values.text(anchor))
                case _:
                    break
            at = found.end()
        if rest := attributes[at:].strip():
            self._fault("heading.attribute", heading.source, text=rest)
        return heading

    def _check_headings(self) -> None:
        """Report headings with nothing below them; a heading of a lower level is something."""
        for at, (node, following) in enumerate(zip_longest(self.nodes, self.nodes[1:]), 1):
            if isinstance(node, Heading) and not node.run_in and at not in self._settled:
                is_last = following is None
                if is_last or (isinstance(following, Heading) and following.level <= node.level):
                    self._fault("heading.no_text", node.source)

    def _settle_run_in(self) -> None:
        """Let a heading that ends in 。 stand on its own where no paragraph follows it."""
        for at, node in enumerate(self.nodes):
            if isinstance(node, Heading) and node.run_in:
                following = self.nodes[at + 1] if at + 1 < len(self.nodes) else None
                if not isinstance(following, Paragraph) or following.role != "text":
                    self._fault("heading.run_in_alone", node.source)
                    self.nodes[at] = replace(node, run_in=False)

    # Pictures and tables

    def _picture(self, found: re.Match[str], source: Source) -> None:
        self._end_paragraph()
        title = self._spans([Line(found[1], source)])
        alternative = self._values.text(found[3]) if found[3] else plain_text(title)
        path = self._values.text(found[2]).replace("\\", "/")
        role = self._role if self._role == "seal" else "picture"
        self.nodes.append(Picture(path, title, alternative, source, role))

    def _table(self, at: int, rules: Sequence[str]) -> int:
        """Read a table whose head stands on line `at`; return the line after it."""
        lines = self._lines
        title, unit = self._caption()
        columns = len(rules)
        rows: list[Row] = []
        end = at
        while (
            end < len(lines)
            and "|" in lines[end].text
            and not lines[end].text.lstrip(BLANKS).startswith(":::")
        ):
            if end != at + 1:
                rows.append(self._row(lines[end], columns, is_head=end == at))
            end += 1
        alignments = tuple(_ALIGNMENTS[rule.startswith(":"), rule.endswith(":")] for rule in rules)
        role = "information" if self._role == "information" else "table"
        table = Table(title, unit, alignments, rows[0], tuple(rows[1:]), (), lines[at].source, role)
        if self._chart is None:
            self.nodes.append(table)
        else:
            self._draw(table, self._chart)
        return end

    def _draw(self, table: Table, kind: str) -> None:
        chart, found = chart_of(table, kind)
        self._has_chart = True
        for diagnostic in found:
            self._findings.add(diagnostic)
        if chart is not None:
            self.nodes.append(chart)

    def _row(self, line: Line, columns: int, *, is_head: bool) -> Row:
        cells = _cells(line.text)
        if len(cells) != columns:
            code = "table.head_width" if is_head else "table.width"
            self._fault(code, line.source, found=len(cells), expected=columns)
            cells = [*cells, *[""] * columns][:columns]
        return Row(
            tuple(self._spans([Line(cell, line.source)]) if cell else () for cell in cells), line.source
        )

    def _caption(self) -> tuple[Spans, Spans]:
        """Take the paragraph above as the table's title and unit, if it is written as one."""
        lines = self._gathered or self._above
        parts = _caption_parts(lines)
        if parts is None:
            for line in lines[1:]:
                text = line.text.strip(BLANKS)
                if _TITLE.match(text) or _UNIT.match(text):
                    self._fault("table.caption_joined", line.source, text=self._values.text(text)[:20])
                    break
            self._end_paragraph()
            return (), ()
        if not self._gathered:
            self.nodes.pop()
        self._gathered, self._above = [], []
        title, unit = parts
        return self._spans([Line(title, lines[0].source)]), self._spans([Line(unit, lines[-1].source)])


def _is_note(line: Line) -> bool:
    return _NOTE.match(line.text.strip(BLANKS)) is not None


def _split_heading(text: str) -> tuple[str, str]:
    """Split a heading into its title and what stands in braces at its end."""
    attributes = ""
    if text.endswith("}") and not text.endswith("\\}") and "{" in text:
        text, _, attributes = text[:-1].rpartition("{")
    title = text.rstrip(BLANKS)
    before, _, closing = title.rpartition(" ")
    return (before.rstrip(BLANKS) if closing and not closing.strip("#") else title), attributes


def _caption_parts(lines: Sequence[Line]) -> tuple[str, str] | None:
    """Read `表：标题　单位：件`, on one line or two, or the unit alone."""
    texts = [line.text.strip(BLANKS) for line in lines]
    if len(texts) not in (1, 2):
        return None
    opening = _TITLE.match(texts[0])
    if opening is None:
        return ("", texts[0]) if len(texts) == 1 and _UNIT.match(texts[0]) else None
    title = texts[0][opening.end() :]
    if len(texts) == 2:
        return (title, texts[1]) if _UNIT.match(texts[1]) else None
    unit = _UNIT_AFTER_TITLE.search(title)
    return (title[: unit.start()].rstrip(BLANKS), title[unit.start() + 1 :]) if unit else (title, "")


def _cells(text: str) -> list[str]:
    """Split a table row at its strokes; one after a backslash belongs to its cell."""
    text = text.strip(BLANKS)
    text = text[1:] if text.startswith("|") else text
    cells = [cell.strip(BLANKS).replace("\\|", "|") for cell in _CELL.findall(text)]
    # The expression also finds nothing after the last stroke, or after the last cell.
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells


def _rules(text: str) -> list[str]:
    """Read the line below a table's head, `|---|:-:|`; empty when it is none."""
    text = text.strip(BLANKS)
    if "|" not in text or "-" not in text:
        return []
    rules = [rule.strip(BLANKS) for rule in text.strip("|").split("|")]
    return rules if all(_RULE.fullmatch(rule) for rule in rules) else []
