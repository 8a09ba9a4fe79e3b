"""What changing the author's files says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {
    "edit.open": Message(
        "“{name}”正在其他程序中打开",
        "{name} is open in another program",
        "保存并关闭该文件后重试；程序已关闭仍有此提示的，删去同一文件夹中以“~$”或“.~lock.”开头的文件",
        "save and close it and try again; if no program holds it, delete the file beside it whose name "
        "begins with ~$ or .~lock.",
        exit=Exit.USE,
    ),
    "edit.busy": Message(
        "另一个gongwen正在改这个报告文件夹",
        "another gongwen is changing this report folder",
        "等它结束后再运行一次",
        "wait for it to end, then run this again",
        exit=Exit.USE,
    ),
    "edit.format": Message(
        "不能改写{suffix}文件",
        "{suffix} files cannot be changed",
        "在WPS或Excel中另存为figures.xlsx，移走原文件后重试",
        "save it as figures.xlsx in WPS or Excel, move this one away and try again",
        exit=Exit.USE,
    ),
    "edit.formula": Message(
        "该单元格是公式，写入的数会被重新计算的结果替换",
        "the cell holds a formula, whose result would replace what is put in",
        "改公式所引用的单元格，或先把公式改成数",
        "change the cells it is reckoned from, or turn the formula into a number first",
    ),
    "edit.no_sheet": Message(
        "没有这张工作表",
        "no such sheet",
        "核对工作表名称",
        "check the sheet's name",
        exit=Exit.USE,
    ),
    "edit.array": Message(
        "数组公式横跨要插入新一年列的位置",
        "an array formula lies across the place of the new year's column",
        "把该公式改成逐个单元格的公式，或移到年度列之外，再重试",
        "write it as one formula for each cell, or move it away from the years, and try again",
    ),
    "edit.full": Message(
        "工作表的最后一列（XFD）已用，不能再插入列",
        "the sheet's last column (XFD) is in use, so none can be put in",
        "清除最后几列的内容和格式后重试",
        "clear the last columns, formats included, and try again",
    ),
    "edit.encoding": Message(
        "文件编码无法确定，改写会损坏其他内容",
        "its encoding cannot be told, so changing it would damage the rest",
        "用记事本或WPS打开，另存为UTF-8编码",
        "open it in an editor and save it as UTF-8",
        exit=Exit.USE,
    ),
    "edit.formula_elsewhere": Message(
        "新一年列中沿用的公式引用了其他工作表：{cells}（共{count}处）",
        "formulas carried over to the new year read other sheets: {cells} ({count} in all)",
        "逐一核对所引用的是否为新一年的单元格",
        "check that each reads the new year's cells",
        severity=Severity.NOTE,
    ),
    "edit.formula_fixed": Message(
        "这些单元格的公式全用绝对引用（$），未沿用到新一年：{cells}（共{count}处）",
        "formulas with fixed references ($) only were not carried over: {cells} ({count} in all)",
        "在新一年列中填数，或另写公式",
        "put numbers or other formulas into the new year's column",
        severity=Severity.NOTE,
    ),
    "edit.formula_before": Message(
        "这些公式引用的仍是上一年度的列，未改动：{cells}（共{count}处）",
        "these formulas go on reading the column of the year before: {cells} ({count} in all)",
        "需按新一年计算的，在Excel中修改",
        "change those that are meant for the new year in Excel",
        severity=Severity.NOTE,
    ),
    "edit.finished": Message(
        "上次写入中途被打断，现已补完：{names}",
        "a run that was broken off while it wrote these files has been finished: {names}",
        severity=Severity.NOTE,
    ),
    "edit.changed_since": Message(
        "上次写入中途被打断，其后有文件改动过，未再替换：{names}",
        "a run was broken off while it wrote, and a file was changed since; nothing more was replaced: "
        "{names}",
        "逐个核对这些文件；写入前的原件在“备份”文件夹中",
        "look through these files; what they were before is in the folder 备份",
        severity=Severity.WARNING,
    ),
    "edit.again": Message(
        "补完上次写入后，文件与刚才读取的不同，本次未写入",
        "files are not what was read a moment ago, so nothing was written now",
        "再运行一次",
        "run it once more",
        exit=Exit.USE,
    ),
}
