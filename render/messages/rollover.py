"""What taking a report to its next year says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {
    "rollover.not_later": Message(
        "{year}年不晚于这份报告的年度（{base}年）",
        "{year} is not later than the report's own year, {base}",
        "--to写更晚的年度",
        "give a later year with --to",
        exit=Exit.USE,
    ),
    "rollover.exists": Message(
        "该文件夹已存在，未写入任何文件",
        "the folder exists already; nothing was written",
        "用-o另指定新文件夹，或先将其移走；只更新待核改语句的，对该文件夹用--list",
        "name another one with -o or move it away; to bring its list up to date, use --list on it",
        exit=Exit.USE,
    ),
    "rollover.no_list": Message(
        "没有待核改语句清单",
        "there is no list of sentences to look at",
        "清单由gongwen rollover在生成下一年度文稿时列出",
        "`gongwen rollover` makes it together with next year's folder",
        exit=Exit.USE,
    ),
    "rollover.list_alone": Message(
        "--list不能与--to、-o同时使用",
        "--list does not go with --to or -o",
        "--list只更新已有的待核改语句清单",
        "--list brings the list of a folder up to date, and nothing else",
        exit=Exit.USE,
    ),
    "review.no_record": Message(
        "有“{name}”对应的清单，但底账{name}不在，待核改语句未检查",
        "the record {name} is gone, so the sentences of its list were not checked",
        "找回该文件；不再需要清单的，把待核改语句.xlsx和.md一并删去",
        "bring it back, or delete 待核改语句.xlsx and .md as well",
        severity=Severity.WARNING,
    ),
    "review.damaged": Message(
        "待核改语句的底账已损坏",
        "the record of the sentences to look at is damaged: {reason}",
        "恢复该文件的备份",
        "restore it from a copy",
        exit=Exit.USE,
    ),
    "review.passed_over": Message(
        "清单.md中第{numbers}条的标记未采用，标记以{name}为准",
        "the marks of {numbers} in the checklist do not count, since {name} is there",
        "把标记填到{name}；或删去{name}，改用本清单",
        "put them into {name}, or delete {name} to work with the checklist",
        severity=Severity.WARNING,
    ),
}
