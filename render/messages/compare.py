"""What comparing years says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {
    "compare.missing": Message(
        "“{figure}”缺{year}年数据，对比表无法生成",
        "figure {figure} has no value for {year}, which the comparison needs",
        "填写此单元格；不适用的填“—”，不列入对比的在“对比”一列填“否”{supplied_by:；填报单位：}",
        "fill the cell, write — where it does not apply, or 否 in the column 对比 to leave the figure out"
        "{supplied_by:; 填报单位: }",
        exit=Exit.PENDING,
    ),
    "compare.no_year": Message(
        "数据表没有{year}年一列，无法对比",
        "the figures have no column for {year}",
        "在数据表中加“{year}”一列；现有年度：{years}",
        "add a column {year}; there are {years}",
    ),
    "compare.not_earlier": Message(
        "{year}年度的报告不能与{base}年对比",
        "a report of {year} cannot be compared with {base}",
        "写{year}以前的年度",
        "choose years before {year}",
    ),
    "compare.too_many_years": Message(
        "对比{count}个年度，超过一页能容纳的{most}个",
        "{count} years are more than the {most} a page can hold",
        "减少对比的年度",
        "choose fewer years",
    ),
    "compare.nothing": Message(
        "没有可列入对比表的指标",
        "there is no figure to compare",
        "在数据表“对比”一列，给要列入的指标填“是”",
        "write 是 in the column 对比 of the figures to be listed",
    ),
    "compare.no_such_figure": Message(
        "对比表中没有“{name}”{near:，最接近的是“…”}，画不出图",
        "the comparison has no {name} to draw{near:; the nearest is …}",
        "“对比表图”写“增减幅度”、“不用”或对比表中的指标名称",
        "对比表图 takes 增减幅度, 不用 or names of figures in the comparison",
    ),
    "compare.unmatched": Message(
        "{side}的“{figure}”没有对应的指标，未列入对比表{near:；对方名称最接近的是“…”}",
        "{side}: figure {figure} has no counterpart and is left out{near:; the nearest name is …}",
        "确为同一指标的，用--match 甲=乙写明；不是的不必改动",
        "if it is the same figure under another name, say so with --match ONE=OTHER",
        severity=Severity.WARNING,
    ),
    "compare.no_such_match": Message(
        "--match写的“{name}”在{side}的数据表中没有，或不止一个{near:，最接近的是“…”}",
        "--match: {side} has no figure {name}, or several{near:; the nearest is …}",
        "写指标名称或代码",
        "give a figure's name or code",
    ),
    "compare.revised": Message(
        "“{figure}”{year}年为{now}{unit}，{year}年的报告写的是{then}{unit}，按修订数对比",
        "figure {figure}: {year} is {now} {unit} now and was {then} {unit} in its own report; revised",
        severity=Severity.NOTE,
    ),
    "compare.jump": Message(
        "“{figure}”{first}为{before}{unit}，{second}为{after}{unit}，相差过大，可能单位不一致",
        "figure {figure}: {first} has {before} {unit}, {second} {after} {unit}, perhaps of another unit",
        "核对两份报告是否用同一单位；无误则不必改动",
        "check that both are in the same unit; if they are, leave them",
        severity=Severity.WARNING,
    ),
    "compare.same_report": Message(
        "两份报告是同一份",
        "both are the same report",
        "写另一个报告文件夹",
        "name another report folder",
        exit=Exit.USE,
    ),
    "compare.total": Message(
        "“{figure}”{year}年合计为{total}{unit}，各单位之和为{sum}{unit}",
        "figure {figure}: the total of {year} is {total} {unit}, its offices add up to {sum} {unit}",
        "核对合计和各单位数据",
        "check the total and the values of the offices",
    ),
    "compare.units_differ": Message(
        "“{figure}”的计量单位是“{unit}”，在{cell}是“{other}”",
        "figure {figure} is in {unit} here but in {other} at {cell}",
        "统一计量单位；不是同一指标的，改用不同的指标名称",
        "use one unit, or another name if it is another figure",
    ),
    "compare.not_public": Message(
        "不公开的指标未列入对比表：{names}",
        "figures that are not public were left out of the comparison: {names}",
        severity=Severity.NOTE,
    ),
}
