"""Report folders written for tests."""

from __future__ import annotations

from pathlib import Path

import PIL.Image
import PIL.ImageDraw

HEAD = "---\n年度: 2020\n标题: 测试报告\n发文机关: 某某区司法局\n成文日期: 2021-02-18\n"
FIGURES = "指标,单位,2019,2020\n合同审核件数,件,20,28\n"

EVERYTHING = """\
---
版式: webpage
年度: 2020
标题: 某某区人民政府办公室关于{{ 年度 }}年度全区法治政府建设暨“放管服”改革工作情况的报告
主送机关: [某某市人民政府, 某某市司法局]
发文机关:
  - 某某区司法局
  - 某某区行政审批局
成文日期: 2021-02-18
索引号: 011043000/2021-00012
信息分类: 司法
发布日期: 2021-02-20
有效性: 有效
结语: 特此报告。
附注: 此件公开发布
---
{{ 年度 }}年，我区以**法治政府**建设为主线——坚持*依法行政*，“四个意识”……办理𬭚字案{{ 合同审核件数|带单位 }}。

# 工作开展情况
## 完善机制
### 精心谋划部署。

区委组织召开会议，重点听取汇报。

#### 第四级标题

正文第四级下的文字，联系电话027-87673391。

: 主要指标情况表　单位：件

| 指标名称 | 2019年 | 2020年 | 增减 | 备注 |
|---|---|---|---|---|
| 行政复议申请 | 58 | 68 | 10 | |
| 出庭应诉率 | 93.5 | 96.06 | 2.56 | 单位为百分比，增减为百分点，口径与上年一致 |
| 调解比 | — | 16.0 | — | 2020年新增指标 |

注：1.数据截至2020年12月31日。

资料来源：区司法局

![行政复议办理情况](图片/图.png)

::: 柱形图
: 行政复议案件办理情况　单位：件

| 类别 | 2019年 | 2020年 |
|---|---|---|
| 收案 | 58 | 68 |
| 受理 | 51 | 61 |
| 合同审核 | 20 | {{ 合同审核件数 }} |

资料来源：区司法局
:::

::: 折线图
: 2017—2020年收案数　单位：件

| 类别 | 2017年 | 2018年 | 2019年 | 2020年 |
|---|---|---|---|---|
| 行政复议 | 36 | 47 | 58 | 68 |
| 行政诉讼 | 49 | — | 52 | 40 |
:::

# 下一步打算

我们将继续努力。
"""


BARS = """\
::: chart bars
: 主要指标增减幅度　单位：%

| 指标 | 增减幅度 |
|---|---|
| 行政复议申请 | 17.2 |
| 行政机关负责人在行政诉讼一审案件中出庭应诉并当庭发表意见、提交书面材料的案件数量（含上年结转） | −5.4 |
| 无可比数据 | |
:::
"""

WIDE_HEAD = "".join(f"第{n}项" for n in range(1, 13))
WIDE = "\n".join(
    (
        ": 行政执法情况　单位：件\n",
        "|".join(f"第{n}项" for n in range(1, 13)),
        "|".join(["---"] * 12),
        *("|".join(f"{row * column * 137}" for column in range(1, 13)) for row in range(1, 17)),
        "\n注：示例。\n",
    )
)
"""A table that asks for a landscape side, with more rows than fit on one, and its head as one word."""


def write_report(folder: Path, text: str = "正文。\n", *, more: str = "", figures: str = FIGURES) -> Path:
    """Write a small report: its text, more metadata where wanted, one figure in two years."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.md").write_text(f"{HEAD}{more}---\n{text}", encoding="utf-8")
    (folder / "figures.csv").write_text(figures, encoding="utf-8")
    return folder


def write_everything(folder: Path) -> Path:
    """Write a report that has one of everything.

    Information table, picture, charts, two issuers, attachments, one of them set landscape.
    """
    write_report(folder)
    (folder / "report.md").write_text(EVERYTHING, encoding="utf-8")
    for name in ("附件", "图片"):
        (folder / name).mkdir()
    table = "| 序号 | 名称 |\n|---|---|\n| 1 | 甲 |\n"
    attachments = {
        "1.对比表.md": f"# 某某区2020年度法治政府建设主要指标对比表\n\n## 说明\n\n正文。\n\n{table}",
        "2.名单.md": "# 参加单位名单\n\n区司法局、区财政局。\n",
        "3.横排表.md": f"# 某某区2020年度行政执法情况统计表\n\n::: 横排\n{WIDE}\n{BARS}\n:::\n",
    }
    for name, text in attachments.items():
        (folder / "附件" / name).write_text(text, encoding="utf-8")
    picture = PIL.Image.new("RGB", (900, 420), "white")
    draw = PIL.ImageDraw.Draw(picture)
    for n, height in enumerate((120, 200, 330, 260)):
        draw.rectangle((120 + n * 180, 380 - height, 220 + n * 180, 380), fill="gray", outline="black")
    picture.save(folder / "图片" / "图.png", dpi=(150, 150))
    return folder
