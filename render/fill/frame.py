"""Frame: what a template's document finds when it puts the elements of a report in order.

Beside the metadata under both names, absent ones empty: `正文`/`text` and, for each of
`附件`/`attachments`, `标题`/`title`, `正文`/`text` and `序号`/`number`; and `信息表`/`information`,
the table of a report's particulars that stands above it on a web page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ..content import Appendix, Row, Span, Spans, Table
from ..diagnostics import NOWHERE, Source
from ..report import METADATA_KEYS, Attachment, Kind
from .marks import Passage
from .metadata import Said, one_line
from .names import Names
from .passages import Job
from .values import Day, Phrase, Record

FILE = "document.md.j2"

# 政府信息公开目录系统实施指引（试行）, part 2, names the fields; the order is the one most offices use.
INFORMATION = (
    ("index_no", "索引号"),
    ("category", "信息分类"),
    ("issuers", "发文机构"),
    ("number", "文号"),
    ("issued_on", "成文日期"),
    ("published_on", "发布日期"),
    ("validity", "有效性"),
    ("disclosure", "公开方式"),
    ("origin", "信息来源"),
    ("keywords", "主题词"),
)
NO_NUMBER = "无"  # printed for a document without a number
UNSIGNED = "不印"  # 落款: the information table alone names issuers and date

# Elements that a reader of the report expects to see once they are given; GB/T 9704-2012, 7.2 and 7.4.
PRINTED = (
    "mark",
    "number",
    "copy_no",
    "security",
    "urgency",
    "signers",
    "seal",
    "masthead",
    "copies_to",
    "printed_by",
    "printed_on",
)
_NOTHING_TO_PRINT = {"number": (NO_NUMBER,), "seal": ("实物", "电子", "不用")}


def frame_values(said: Mapping[str, Said], text: Passage, attachments: Iterable[Record]) -> dict[str, object]:
    """Gather every name a document may use."""
    values: dict[str, object] = {}
    for key in METADATA_KEYS:
        empty: object = () if key.kind is Kind.NAMES else ""
        values[key.chinese] = values[key.name] = said.get(key.name, empty)
    values["版头机关"] = values["mark_issuers"] = values["issuers"]  # named in the letterhead all the same
    if values["signature"] == UNSIGNED:
        values |= {"发文机关": (), "issuers": (), "成文日期": "", "issued_on": ""}
    values["正文"] = values["text"] = text
    values["附件"] = values["attachments"] = tuple(attachments)
    values["信息表"] = values["information"] = Passage((information_table(said),))
    return values


def unprinted(said: Mapping[str, Said], names: Collection[str]) -> list[str]:
    """List the elements that are given and stand nowhere in a document, which mentions these names."""
    if not {"信息表", "information"}.isdisjoint(names):
        names = {*names, *(key for key, _ in INFORMATION)}
    return [
        key.name
        for key in METADATA_KEYS
        if key.name in PRINTED
        and (value := said.get(key.name))
        and value not in _NOTHING_TO_PRINT.get(key.name, ())
        and {key.name, key.chinese}.isdisjoint(names)
    ]


def attachment_records(
    attachments: Iterable[Attachment],
    names: Names,
    listed: tuple[Phrase, ...],
    appendices: Iterable[Appendix],
    job: Job,
) -> list[Record]:
    """Render the attachments, in the order the metadata list them; a name without a text is listed only.

    Appendices come last unless the metadata list them by title.
    """
    found = [
        (_called(attachment, title), title, text)
        for attachment in attachments
        for title, text in [_attachment(attachment, names, job)]
    ]
    for appendix in appendices:
        title = Phrase(appendix.title)
        found.append(((one_line(title),), title, Passage(appendix.nodes)))
    ordered: list[tuple[Phrase, Passage]] = []
    for name in listed:
        match = next((each for each in found if name in each[0]), None)
        if match is not None:
            found.remove(match)
        ordered.append((match[1], match[2]) if match else (name, Passage(())))
    ordered += [(title, text) for _, title, text in found]
    return [
        Record({**dict.fromkeys(("标题", "title"), title), **dict.fromkeys(("正文", "text"), text),
                **dict.fromkeys(("序号", "number"), number)})
        for number, (title, text) in enumerate(ordered, 1)
    ]  # fmt: skip


def information_table(said: Mapping[str, Said]) -> Table:
    """Set out a report's particulars in pairs of label and value, two pairs to a row, 名称 across."""
    pairs = [(label, _printed(said[key])) for key, label in INFORMATION if said.get(key)]
    if not said.get("number"):
        at = sum(1 for key, _ in INFORMATION[:3] if said.get(key))
        pairs.insert(at, ("文号", (Span(NO_NUMBER, NOWHERE),)))
    cells = [(_label(label), value) for label, value in pairs]
    rows = [_row(cells[at : at + 2]) for at in range(0, len(cells), 2)]
    name = said.get("name") or said.get("title")
    if isinstance(name, Phrase):
        rows.append(_row([(_label("名称"), _printed(name))]))
    source = Source(FILE)
    return Table((), (), (None,) * 4, Row(((),) * 4, source), tuple(rows), (), source, "information")


def _attachment(attachment: Attachment, names: Names, job: Job) -> tuple[Phrase, Passage]:
    title = Phrase(job.spans(attachment.title, attachment.source, names))
    return title, Passage(job.passage(attachment.text, names, below_title=True) or ())


def _called(attachment: Attachment, title: Phrase) -> tuple[str, ...]:
    """List the names an attachment may be listed under: its title, its file, the file without ending."""
    file = attachment.text.file.replace("\\", "/").rpartition("/")[2]
    return (one_line(title), attachment.title, file, file.rpartition(".")[0])


def _printed(value: Said) -> Spans:
    """Print a particular in one line: dates as YYYY-MM-DD, as web pages do."""
    if isinstance(value, Phrase):
        return tuple(Span(s.text.replace("\n", ""), s.source, s.figure) for s in value.spans)
    if isinstance(value, tuple):
        comma = Span("，", NOWHERE)
        return tuple(span for phrase in value for span in (comma, *_printed(phrase)))[1:]
    if isinstance(value, Day):
        return (Span(value.isoformat(), value.source),)
    return (Span(str(value), NOWHERE),)


def _label(text: str) -> Spans:
    return (Span(text, NOWHERE),)


def _row(pairs: Iterable[tuple[Spans, Spans]]) -> Row:
    cells = [spans for pair in pairs for spans in pair]
    return Row(tuple([*cells, *[()] * 4][:4]), Source(FILE))
