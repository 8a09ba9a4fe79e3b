"""One small report for the tests of reading back, with most of what an author's text may hold."""

from __future__ import annotations

from pathlib import Path

from folders import HEAD, write_report

from render.pipeline import Job
from render.readback import Change, Readback, read_back

FIGURES = """\
指标,代码,单位,小数位,写法,2019,2020
受理件数,,件,,,20,28
办结率,,%,1,,96.1,98.3
培训人数,,人,,{:千}余,4000,5200
覆盖率,,%,,,90,95
"""

TEXT = """\
{{ 年度 }}年，我区坚持以人民为中心，法治建设**稳步**推进。现将有关情况报告如下。

# 工作开展情况

## 完善工作机制

### 精心谋划部署。

<!-- 这一段由办公室核对 -->
全年受理{{ 受理件数|带单位 }}，上年为{{ 受理件数.上年|带单位 }}，办结率{{ 办结率|带单位 }}。区委组织召开会议，
重点听取汇报。培训{{ 培训人数|带单位 }}。

### 强化考核评价。

将法治政府建设纳入全区年度考评，细化考评指标，压实工作责任。

## 规范重点领域

围绕中心确定规范性文件项目，加强合法性审查与清理工作。

表：主要指标　单位：件

| 指标 | 本年 | 上年 |
|---|---|---|
| 受理件数 | {{ 受理件数 }} | {{ 受理件数.上年 }} |
| 办结率 | {{ 办结率 }} | |
| 备注 | 甲\\|乙 | 无 |

注：办结率单位为百分比。

# 下一步打算

下一步，将继续加强队伍建设，不断提高工作水平。
"""


def write(folder: Path, text: str = TEXT, *, more: str = "", figures: str = FIGURES) -> Path:
    """Write the report, or another text with the same figures."""
    return write_report(folder, text, more=more, figures=figures)


def markdown(folder: Path, name: str = "report.md") -> str:
    """The text as it is now, without the front matter."""
    return (folder / name).read_text(encoding="utf-8").removeprefix(f"{HEAD}---\n")


def back(folder: Path, *documents: Path, apply: bool = False, only: str | None = None) -> Readback:
    """Read documents back."""
    return read_back(Job(folder), documents, apply=apply, only=only)


def listed(result: Readback) -> list[str]:
    """The changes, each in one line."""
    return [_line(change) for change in result.changes]


def _line(change: Change) -> str:
    signs = {"=": "{}", "-": "[{}]", "+": "<{}>"}
    words = "".join(signs[sign].format(text) for sign, text in change.words)
    said = words or f"{change.before}→{change.after}"
    return f"{change.kind} {said}" + (f" ({change.refused.code})" if change.refused else "")
