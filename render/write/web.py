"""Web form: a report as HTML to paste into a government web site, and as plain text.

Editors of such sites keep little of what is pasted: paragraphs, bold type and tables, with two full-width
spaces in front of a paragraph. That is all there is here: no classes, no scripts, no faces. The table of
particulars, which sites fill in field by field, is a file of its own, and so is every attachment, to which
the list of attachments links. Masthead and colophon are print and stay away; pictures are named in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from ..blocks import Block, Cell, Composed, Paragraph, Picture, Run, Signature, Table
from ..noun import Noun

FORMATS = ("html", "txt")

_INDENT = "\u3000\u3000"
_STRONG = ("title", "attachment-title", "attachment-mark", "table-title", "heading-1", "heading-2")
_CENTRED = ("title", "attachment-title", "table-title", "picture-title")
_RIGHT = ("issuer", "date", "signatory", "table-unit")
_FLUSH = ("addressee", "attachment-mark", "table-note")
_APART = "信息表"


class WebFile(Noun, frozen=True):
    """One file of the web form."""

    mark: str  # what tells it from the others: "" for the text, 信息表, 附件1 …
    data: bytes


def write_web(settled: Composed, form: str, name_of: Callable[[str], str]) -> list[WebFile]:
    """Write a report for the web.

    Args:
        settled: Its blocks.
        form: "html" or "txt".
        name_of: Gives the file name of a part by its mark, for links.

    Returns:
        The text; then, each where there is one, the table of particulars and the attachments.
    """
    text, particulars, attachments = _parts(settled.blocks)
    page = _Html(name_of if attachments else None) if form == "html" else _Text()
    files = [WebFile("", page.write(text))]
    if particulars:
        files.append(WebFile(_APART, page.write(particulars)))
    several = len(attachments) > 1
    for number, blocks in enumerate(attachments, 1):
        files.append(WebFile(_mark(number, several=several), page.write(blocks)))
    return files


def _parts(blocks: Sequence[Block]) -> tuple[list[Block], list[Block], list[list[Block]]]:
    """Part the text from the table of particulars and from the attachments."""
    text: list[Block] = []
    particulars: list[Block] = []
    attachments: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.style == "attachment-mark":
            attachments.append([])
        if isinstance(block, Table) and block.style == "information":
            particulars.append(block)
        elif attachments:
            attachments[-1].append(block)
        else:
            text.append(block)
    return text, particulars, attachments


def _mark(number: int, *, several: bool) -> str:
    return f"附件{number}" if several else "附件"


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    """Yield what a block says as paragraphs, without what is print alone."""
    if isinstance(block, Paragraph) and block.style != "blank":
        yield block
    elif isinstance(block, Signature):
        yield from block.paragraphs


class _Html:
    """Writes paragraphs, bold type and tables."""

    def __init__(self, name_of: Callable[[str], str] | None) -> None:
        self._name_of = name_of

    def write(self, blocks: Sequence[Block]) -> bytes:
        """Write blocks, one a line."""
        listed = sum(isinstance(b, Paragraph) and b.style == "attachment-list" for b in blocks)
        lines: list[str] = []
        number = 0
        for block in blocks:
            if isinstance(block, Table):
                lines.append(self._table(block))
            elif isinstance(block, Picture):
                lines.append(f'<p style="text-align:center">（图：{escape(block.alternative)}）</p>')
            for paragraph in _paragraphs(block):
                number += paragraph.style == "attachment-list"
                link = _mark(number, several=listed > 1) if paragraph.style == "attachment-list" else ""
                lines.append(self._paragraph(paragraph, link))
        return ("\n".join(lines) + "\n").encode()

    def _paragraph(self, paragraph: Paragraph, link: str) -> str:
        style = paragraph.style
        head = paragraph.runs[: paragraph.head_runs]
        content = self._runs(paragraph.runs[paragraph.head_runs :], paragraph.breaks or ())
        if head:
            content = f"<strong>{self._runs(head)}</strong>{content}"
        if style in _STRONG:
            content = f"<strong>{content}</strong>"
        if link and self._name_of is not None and paragraph.hanging:
            label = escape(paragraph.text[: paragraph.hanging])
            name = escape(paragraph.text[paragraph.hanging :])
            content = f'{label}<a href="{escape(self._name_of(link))}">{name}</a>'
        if style in _CENTRED:
            return f'<p style="text-align:center">{content}</p>'
        if style in _RIGHT:
            return f'<p style="text-align:right">{content}</p>'
        return f"<p>{'' if style in _FLUSH else _INDENT}{content}</p>"

    def _runs(self, runs: Sequence[Run], breaks: Sequence[int] = ()) -> str:
        del breaks  # a title breaks where its window does
        return "".join(
            f"<strong>{escape(run.text)}</strong>" if run.style == "strong" else escape(run.text)
            for run in runs
        )

    def _table(self, table: Table) -> str:
        rows = [self._row(row, "th") for row in table.head] + [self._row(row, "td") for row in table.rows]
        return f'<table border="1">\n{chr(10).join(rows)}\n</table>'

    def _row(self, cells: Sequence[Cell], tag: str) -> str:
        written = "".join(
            f"<{tag}{f' colspan={chr(34)}{cell.columns}{chr(34)}' if cell.columns > 1 else ''}>"
            f"{self._runs(cell.runs)}</{tag}>"
            for cell in cells
        )
        return f"<tr>{written}</tr>"


class _Text:
    """Writes lines."""

    def write(self, blocks: Sequence[Block]) -> bytes:
        """Write blocks, a paragraph or a row of a table on each line."""
        lines: list[str] = []
        for block in blocks:
            if isinstance(block, Table):
                lines += ["\t".join(cell.text for cell in row) for row in (*block.head, *block.rows)]
            elif isinstance(block, Picture):
                lines.append(f"（图：{block.alternative}）")
            for paragraph in _paragraphs(block):
                flush = paragraph.style in (*_CENTRED, *_RIGHT, *_FLUSH)
                lines.append(("" if flush else _INDENT) + paragraph.text)
        return ("\n".join(lines) + "\n").encode()
