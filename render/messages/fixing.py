"""What is said about putting a report right."""

from .message import Exit, Message

MESSAGES: dict[str, Message] = {
    "fix.foreign": Message(
        "--fix只改报告文件夹，不改{name}",
        "--fix changes report folders, not {name}",
        "在原来的程序里改；或者先用gongwen import转成报告文件夹，标点会一并改正",
        "change it in its own program, or make a report folder of it with gongwen import",
        exit=Exit.USE,
    ),
    "fix.dry_run_alone": Message(
        "--dry-run要与--fix同用",
        "--dry-run goes with --fix",
        "写成：gongwen check 报告 --fix --dry-run",
        "write gongwen check REPORT --fix --dry-run",
        exit=Exit.USE,
    ),
}
