"""Report: what the author keeps, read but not yet said for any year.

A report folder holds metadata, one text with expressions in it, attachments, and figures by year.
Readers make these nouns; `fill` turns them into content. Nothing here does any work.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from pathlib import Path
from typing import TypeAlias

from .diagnostics import NOWHERE, Source
from .noun import Noun, field
from .wording import DEFAULTS, Wording


class Kind(StrEnum):
    """How the value of a metadata key is read."""

    TEXT = "text"
    NAMES = "names"  # one text or a list of texts
    DATE = "date"
    YEAR = "year"
    YEARS = "years"  # one year or several
    CHOICE = "choice"
    GROUPS = "groups"  # 版本: a mapping of editions to overriding metadata
    EQUATIONS = "equations"  # 关系: one text or a list of texts, kept in `Report.relations`
    SETTINGS = "settings"  # 用词: a mapping of settings, kept in `Report.wording`
    REASONS = "reasons"  # 不查: a mapping of codes to reasons, kept in `Report.waived` and `.accepted`


ROOT_KINDS = (Kind.GROUPS, Kind.EQUATIONS, Kind.SETTINGS, Kind.REASONS)
"""Kinds of keys that a report has once, not for one year or edition, and that nobody sets from outside."""


class MetadataKey(Noun, frozen=True):
    """One key of the front matter, under its English and its Chinese name."""

    name: str
    chinese: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()


METADATA_KEYS = (
    MetadataKey("template", "版式"),
    MetadataKey("year", "年度", Kind.YEAR),
    MetadataKey("title", "标题"),
    MetadataKey("issuers", "发文机关", Kind.NAMES),
    MetadataKey("mark", "发文机关标志"),
    MetadataKey("number", "发文字号"),
    MetadataKey("copy_no", "份号"),
    MetadataKey("security", "密级"),
    MetadataKey("urgency", "紧急程度"),
    MetadataKey("signers", "签发人", Kind.NAMES),
    MetadataKey("addressees", "主送机关", Kind.NAMES),
    MetadataKey("issued_on", "成文日期", Kind.DATE),
    MetadataKey("direction", "行文方向", Kind.CHOICE, ("上行", "下行", "平行")),
    MetadataKey("host", "主办机关"),
    MetadataKey("signatories", "签署职务", Kind.NAMES),
    MetadataKey("seal", "用印", Kind.CHOICE, ("实物", "电子", "图片", "不用")),
    MetadataKey("seal_pictures", "印章图片", Kind.NAMES),
    MetadataKey("masthead", "版头", Kind.CHOICE, ("印刷", "预印纸")),
    MetadataKey("attachments", "附件", Kind.NAMES),
    MetadataKey("note", "附注"),
    MetadataKey("closing", "结语"),
    MetadataKey("copies_to", "抄送机关", Kind.NAMES),
    MetadataKey("printed_by", "印发机关"),
    MetadataKey("printed_on", "印发日期", Kind.DATE),
    MetadataKey("attendees", "出席", Kind.NAMES),
    MetadataKey("absent", "请假", Kind.NAMES),
    MetadataKey("observers", "列席", Kind.NAMES),
    MetadataKey("index_no", "索引号"),
    MetadataKey("category", "信息分类"),
    MetadataKey("keywords", "主题词"),
    MetadataKey("published_on", "发布日期", Kind.DATE),
    MetadataKey("validity", "有效性"),
    MetadataKey("disclosure", "公开方式"),
    MetadataKey("origin", "信息来源"),
    MetadataKey("name", "名称"),
    MetadataKey("stage", "稿次", Kind.CHOICE, ("征求意见稿", "送审稿", "签发稿", "印发稿")),
    MetadataKey("numbering", "序号", Kind.NAMES),  # of headings, level by level: 第一章, 一、, 1、
    MetadataKey("signature", "落款", Kind.CHOICE, ("印", "不印")),
    MetadataKey("stage_mark", "稿次标注", Kind.CHOICE, ("标注", "不标注")),
    MetadataKey("editions", "版本", Kind.GROUPS),
    MetadataKey("compare", "比较", Kind.YEARS),
    MetadataKey("compare_title", "对比表标题"),
    MetadataKey("compare_charts", "对比表图", Kind.NAMES),
    MetadataKey("compare_origin", "对比表来源"),
    MetadataKey("compare_order", "对比表年序", Kind.CHOICE, ("升序", "降序")),
    MetadataKey("target", "排版目标", Kind.CHOICE, ("portable", "word", "word-hang")),
    MetadataKey("relations", "关系", Kind.EQUATIONS),
    MetadataKey("wording", "用词", Kind.SETTINGS),
    MetadataKey("packs", "规则包", Kind.NAMES),
    MetadataKey("waived", "不查", Kind.REASONS),
)


class Entry(Noun, frozen=True):
    """The value of one metadata key and where it stands.

    `value` follows the key's kind: text (may hold expressions), a tuple of texts, a date, a year, or
    a tuple of years as texts. A date or year written as an expression stays text.
    """

    value: str | tuple[str, ...] | date | int
    source: Source


Metadata: TypeAlias = Mapping[str, Entry]  # by English key name; absent keys are not in it


class SourceText(Noun, frozen=True):
    """A text with the author's line number for each of its lines.

    Text read from a Markdown file counts on from the line after the front matter; text gathered
    from nested YAML or JSON sections carries the line of the section it came from.
    """

    text: str
    file: str
    lines: tuple[int, ...]  # one per line of `text`


class Attachment(Noun, frozen=True):
    """An attachment's own text; its title is its first heading, or else its name."""

    title: str
    text: SourceText
    source: Source


class FigureKind(StrEnum):
    """What a figure measures (类型)."""

    COUNT = "计数"
    RATE = "比率"
    AMOUNT = "金额"
    DURATION = "时长"
    RANK = "位次"


class Absence(Enum):
    """Why a cell holds no number."""

    NOT_SUPPLIED = "not supplied"  # empty: the build stops if the text needs it
    UNREADABLE = "unreadable"  # holds something that is no number; the reader has said so
    NOT_APPLICABLE = "not applicable"  # a dash: a value of its own


class Value(Noun, frozen=True):
    """One figure in one year."""

    number: Decimal | Absence
    decimals: int | None  # places shown by the cell's format, or as typed; None: neither says
    source: Source


class WorkedOut(Value, frozen=True):
    """A value that a figure's formula came to; `source` is the empty cell it stands for."""

    lacks: tuple[tuple[str, int], ...] = ()  # key and year of what the formula needs and nobody supplied


class Verbs(Noun, frozen=True):
    """The words for a figure's going up and down (增减用词)."""

    up: str
    down: str


class Figure(Noun, frozen=True):
    """One row of the figures table (指标)."""

    key: str  # 代码, or else the name; what expressions use
    name: str
    unit: str
    kind: FigureKind | None
    values: Mapping[int, Value]  # by year; a year of the table is always there
    decimals: int | None = None  # 小数位; None: as the value says
    form: str = ""  # 写法: how this text prints the number, e.g. `{:千}余`
    formula: str = ""
    formula_source: Source = NOWHERE
    scope: str = ""  # 口径
    is_stock: bool = False  # 时点: holds at the end of the year, not over it
    period: str = ""  # 统计期间
    verbs: Verbs | None = None  # 增减用词; None: as the figure's kind has it
    published: Mapping[int, Value] = field(default_factory=dict)  # 公布数 by year: what was printed then
    approved: Mapping[int, Value] = field(default_factory=dict)  # 核定数: the value since put right
    comparable: Mapping[int, Value] = field(default_factory=dict)  # 可比数: by the scope of a later year
    redefined: Mapping[int, str] = field(default_factory=dict)  # 口径调整: year of change, and the reason
    supplied_by: str = ""  # 填报单位
    department: str = ""  # 责任科室
    contact: str = ""  # 联系人, 填报人; never leaves the internal sheet
    origin: str = ""  # 来源
    evidence: str = ""  # 佐证材料
    is_public: bool | None = None  # 是否公开; None: the table does not say
    group: str = ""  # 一级指标
    note: str = ""  # 备注
    listed: bool | None = None  # 对比: whether comparisons list it; None: the table does not say
    remark: str = ""  # what comparisons say of it, also in 对比
    more: Mapping[str, str] = field(default_factory=dict)  # the office's other columns, by heading
    source: Source = NOWHERE  # the row's first cell


class FigureTable(Noun, frozen=True):
    """All figures of a report, by key, and the years the table has a column for."""

    figures: Mapping[str, Figure]
    years: tuple[int, ...]
    source: Source
    remarks: Mapping[int, str] = field(default_factory=dict)  # what a head says of a year, such as 快报数


class Office(Noun, frozen=True):
    """What one of many offices puts into a text they share, beside metadata of its own."""

    names: Mapping[str, Entry]  # words of its own, by the name the text uses: 全称, 简称
    passages: Mapping[str, SourceText]  # paragraphs of its own, in Markdown
    values: Mapping[str, Mapping[int, Value]]  # of figures, by key and year


class Relation(Noun, frozen=True):
    """An equation between figures that must hold in every year (关系)."""

    text: str  # such as 上年结转 + 受理 = 审结 + 结转下年
    source: Source


class Accepted(Noun, frozen=True):
    """Words that one check would find, and that stay (不查 of a place)."""

    code: str
    words: str
    reason: str
    source: Source


class Report(Noun, frozen=True):
    """What a report folder holds."""

    folder: Path  # where pictures are looked up
    metadata: Metadata
    by_year: Mapping[int, Metadata]  # keys that another year overrides
    editions: Mapping[str, Metadata]  # keys that an edition overrides
    text: SourceText
    attachments: tuple[Attachment, ...]
    figures: FigureTable
    names: Mapping[str, Entry] = field(default_factory=dict)  # further words that the text may use
    passages: Mapping[str, SourceText] = field(default_factory=dict)  # and paragraphs, by name
    relations: tuple[Relation, ...] = ()
    wording: Wording = DEFAULTS
    waived: Mapping[str, Entry] = field(default_factory=dict)  # checks switched off: by code, the reason
    accepted: tuple[Accepted, ...] = ()  # single places that a check need not find
