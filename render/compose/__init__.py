"""Compose: content and a template's styles become blocks.

Numbers headings, joins a run-in heading with its paragraph, sets out the list of attachments and
the parts of a table, and puts in the blank rows the standard asks for. Decides nothing that needs
widths or pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..blocks import Block, Composed, Image, Paragraph, Picture, Run
from ..content import Chart as SaidChart
from ..content import Content, Heading, Node, SheetStart, Span
from ..content import Paragraph as SaidParagraph
from ..content import Picture as SaidPicture
from ..content import Table as SaidTable
from ..diagnostics import Diagnostic, Source
from ..noun import replace
from ..numbering import Numbering, patterns_like
from ..template import Template
from . import colophon, signature
from .charts import chart_block
from .masthead import masthead, said_above
from .tables import table_blocks

_ATTACHMENT_HEAD = ("attachment-mark", "attachment-title")

LONGEST_PARAGRAPH = 100_000
"""Characters; ten times the longest chapter seen in a report. More is a file gone wrong."""


def compose(
    content: Content, template: Template, images: Mapping[str, Image]
) -> tuple[Composed, tuple[Diagnostic, ...]]:
    """Give every part of the content its style, number and place in the order.

    Args:
        content: What the report says.
        template: Whose styles to use.
        images: The pictures that could be read, by path; others are left out (their fault is known).
    """
    samples = content.metadata.get("numbering", ())
    room = _Room(template, images, patterns_like(samples, template.numbering))
    room.is_sealed = signature.is_sealed(content, template)
    nodes = content.nodes
    above = said_above(nodes)
    if above:
        room.put(masthead(above, content))
    position = len(above)
    while position < len(nodes):
        position += room.take(nodes, position)
    room.close_group()
    if room.colophon:
        room.put(colophon.colophon(room.colophon))
    blocks = tuple(room.blocks)
    composed = Composed(template, content.title, content.issued_on, content.metadata, blocks, images)
    return composed, tuple(room.found)


class _Room:
    """The state of one composition: what has been set, and what the next block must know."""

    def __init__(self, template: Template, images: Mapping[str, Image], patterns: Sequence[str]) -> None:
        self.template = template
        self.images = images
        self.numbering = Numbering(patterns)
        self.blocks: list[Block] = []
        self.found: list[Diagnostic] = []
        self.group = ""  # role of the paragraphs being set, so that a group's blank rows come once
        self.attachments = 0  # entries of the attachment list so far
        self.sheet_start = False
        self.landscape = False
        self.sheet = 0  # index of the first block on the sheet at hand
        self.is_sealed = False  # whether the issuers leave room for seals, or have their pictures
        self.colophon: list[SaidParagraph] = []  # its elements, wherever they stand; it comes last

    def take(self, nodes: tuple[Node, ...], position: int) -> int:
        """Set the node at a position; returns how many nodes were used up."""
        node = nodes[position]
        if isinstance(node, SheetStart):
            self.close_group()
            self.start_sheet(landscape=node.landscape)
            return 1
        if isinstance(node, Heading):
            follower = nodes[position + 1] if position + 1 < len(nodes) else None
            return self.heading(node, follower)
        if isinstance(node, SaidTable):
            self.close_group()
            for block in table_blocks(node, self.template):
                self.put(block)
            if node.role == "information":
                self.blank(1, keep=False)  # the title does not touch the table above it
            return 1
        if isinstance(node, SaidPicture):
            self.close_group()
            self.picture(node)
            return 1
        if isinstance(node, SaidChart):
            self.close_group()
            self.chart(node)
            return 1
        if node.role in signature.ROLES and (self.is_sealed or node.role == "signatory"):
            self.close_group()
            said = signature.said_together(nodes, position)
            self.put(signature.signature(said, self.images))
            return len(said)
        if node.role in colophon.ROLES:
            self.close_group()
            self.colophon.append(node)
            return 1
        self.open_group(node.role)
        if node.role in _ATTACHMENT_HEAD:
            self.numbering.restart()
        if node.role == "attachment-list":
            count = _count_role(nodes, position, node.role) if self.attachments == 0 else 0
            self.attachment(node, alone=count == 1)
        else:
            self.paragraph(node)
        return 1

    def heading(self, heading: Heading, follower: Node | None) -> int:
        """Set a heading; one that runs in takes the paragraph after it along."""
        self.open_group("text")
        style = f"heading-{heading.level}"
        number = self.numbering.next(heading)
        head = [Run(number, heading.source, style)] if number else []
        if heading.run_in and isinstance(follower, SaidParagraph) and follower.role == "text":
            head += [replace(run, style=style) for run in runs_of(heading.spans)]
            runs, breaks = _without_breaks((*head, *runs_of(follower.spans)))
            self.put(
                Paragraph(
                    "text", runs, heading.source, head_runs=len(head), head_tag=f"H{heading.level}",
                    anchor=heading.anchor, breaks=breaks,
                )
            )  # fmt: skip
            self._check_length(runs)
            return 2
        head = [replace(run, style=None) for run in (*head, *runs_of(heading.spans))]
        runs, breaks = _without_breaks(tuple(head))
        self.put(
            Paragraph(style, runs, heading.source, f"H{heading.level}", anchor=heading.anchor, breaks=breaks)
        )
        return 1

    def paragraph(self, said: SaidParagraph) -> None:
        """Set a paragraph in the style of its role."""
        runs, breaks = _without_breaks(runs_of(said.spans))
        self._check_length(runs)
        if said.role == "attendance":
            self.put(_attendance(runs, said.source))
            return
        self.put(
            Paragraph(said.role, runs, said.source, "Title" if said.role == "title" else "P", breaks=breaks)
        )

    def attachment(self, said: SaidParagraph, *, alone: bool) -> None:
        """Set one line of the list of attachments: 附件： once, numbers when there are several (7.3.4)."""
        self.attachments += 1
        label = "附件：" if self.attachments == 1 else ""
        number = "" if alone else f"{self.attachments}."
        runs, breaks = _without_breaks((Run(label + number, said.source), *runs_of(said.spans)))
        left = self.template.styles["attachment-list"].indent_left
        self.put(
            Paragraph(
                "attachment-list", runs, said.source, hanging=len(label + number), breaks=breaks,
                indent_left=left if label else left + len("附件："),
            )
        )  # fmt: skip

    def picture(self, said: SaidPicture) -> None:
        """Set a picture, and its title below."""
        if said.path not in self.images:
            return
        self.put(Picture(said.path, said.alternative, said.source))
        self.picture_title(said)

    def chart(self, said: SaidChart) -> None:
        """Set a chart, and its title below."""
        block, found = chart_block(said)
        self.found += found
        if block is not None:
            self.put(block)
            self.picture_title(said)

    def picture_title(self, said: SaidPicture | SaidChart) -> None:
        """Set the title (图题) of a picture or a chart."""
        if said.title:
            runs, breaks = _without_breaks(runs_of(said.title))
            self.put(Paragraph("picture-title", runs, said.source, breaks=breaks))

    def start_sheet(self, *, landscape: bool) -> None:
        """Begin a new page side; one set landscape right below an attachment's head takes it along."""
        on_sheet = self.blocks[self.sheet :]
        styles = {block.style if isinstance(block, Paragraph) else "" for block in on_sheet}
        if landscape and styles & set(_ATTACHMENT_HEAD) and styles <= {*_ATTACHMENT_HEAD, "blank"}:
            self.blocks[self.sheet :] = [replace(block, landscape=True) for block in on_sheet]
        else:
            self.sheet_start = True
            self.sheet = len(self.blocks)
        self.landscape = landscape

    def open_group(self, role: str) -> None:
        """Begin paragraphs of a role, with the blank rows the last group and this one ask for."""
        if role == self.group:
            return
        before = self.group
        self.close_group()
        style = self.template.styles[role]
        if before == "issuer" and role == "date":
            rows = 0  # the date goes on the line after the name (7.3.5.2)
        elif role == "date":
            rows = self.template.styles["issuer"].rows_before
        else:
            rows = style.rows_before
        self.blank(rows, keep=role in ("issuer", "date"))
        self.group = role

    def close_group(self) -> None:
        """End the paragraphs of a role."""
        if self.group:
            self.blank(self.template.styles[self.group].rows_after, keep=False)
        self.group = ""

    def blank(self, rows: int, *, keep: bool) -> None:
        """Put in blank rows; those above a signature stay with it, and none begins a sheet."""
        if not self.blocks or self.sheet_start:
            return
        source = self.blocks[-1].source
        for _ in range(rows):
            self.put(Paragraph("blank", (), source, keep_with_next=keep or None))

    def put(self, block: Block) -> None:
        """Add a block, on a new page side where one was asked for."""
        if self.sheet_start or self.landscape:
            block = replace(block, sheet_start=self.sheet_start, landscape=self.landscape)
            self.sheet_start = False
        self.blocks.append(block)

    def _check_length(self, runs: tuple[Run, ...]) -> None:
        length = sum(len(run.text) for run in runs)
        if length > LONGEST_PARAGRAPH:
            self.found.append(
                Diagnostic(
                    "compose.paragraph_too_long",
                    runs[0].source,
                    {"length": length, "most": LONGEST_PARAGRAPH},
                )
            )


def _attendance(runs: tuple[Run, ...], source: Source) -> Paragraph:
    """Set 出席： in 黑体; later lines begin below the first name (10.3)."""
    first = runs[0]
    label, colon, rest = first.text.partition("：")
    named = (Run(label + colon, first.source, "label"), replace(first, text=rest), *runs[1:])
    return Paragraph(
        "attendance", tuple(run for run in named if run.text), source, hanging=len(label + colon)
    )


def runs_of(spans: tuple[Span, ...]) -> tuple[Run, ...]:
    """Turn spans into runs, joining neighbours that look alike and print no figure."""
    runs: list[Run] = []
    for span in spans:
        last = runs[-1] if runs else None
        if last and span.figure is None and last.figure is None and last.style == span.emphasis:
            runs[-1] = replace(last, text=last.text + span.text)
        elif span.text:
            runs.append(Run(span.text, span.source, span.emphasis, span.figure))
    return tuple(runs)


def _without_breaks(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[int, ...] | None]:
    """Take the author's line feeds out of the runs and return them as character offsets."""
    if not any("\n" in run.text for run in runs):
        return runs, None
    breaks: list[int] = []
    offset = 0
    for run in runs:
        for part in run.text.split("\n")[:-1]:
            offset += len(part)
            breaks.append(offset)
        offset += len(run.text.rsplit("\n", 1)[-1])
    cleaned = tuple(replace(run, text=run.text.replace("\n", "")) for run in runs)
    return tuple(run for run in cleaned if run.text), tuple(breaks)


def _count_role(nodes: tuple[Node, ...], position: int, role: str) -> int:
    """Count the consecutive paragraphs of a role from a position on."""
    count = 0
    for node in nodes[position:]:
        if not (isinstance(node, SaidParagraph) and node.role == role):
            break
        count += 1
    return count
