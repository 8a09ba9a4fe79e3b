"""What the pipeline and the commands say."""

from .message import Exit, Message

MESSAGES: dict[str, Message] = {
    "job.unknown_format": Message(
        "不能输出“{name}”格式",
        "there is no output format {name}",
        "可用格式：{known}",
        "formats at hand: {known}",
        exit=Exit.USE,
    ),
    "job.unknown_target": Message(
        "没有名为“{name}”的排版目标",
        "there is no layout target {name}",
        "可用：{names}",
        "targets at hand: {names}",
        exit=Exit.USE,
    ),
    "job.no_year": Message(
        "没有写明年度",
        "the report does not say its year",
        "在文件开头写“年度: 2020”，或用--year指定",
        "write `年度: 2020` at the head, or give --year",
    ),
    "output.open": Message(
        "“{name}”正在其他程序中打开，未写入任何文件",
        "{name} is open in another program; nothing was written",
        "关闭该文件后重试；若程序已关闭，用--force覆盖",
        "close it and try again; if the program is gone, use --force",
        exit=Exit.USE,
    ),
    "output.edited": Message(
        "“{name}”生成后有人改过，未写入任何文件",
        "{name} has been edited since it was built; nothing was written",
        "先把改动写回report.md，或另选输出文件夹（-o）；确要覆盖用--force",
        "bring the edits back into report.md or choose another folder with -o; --force replaces it",
    ),
    "output.foreign": Message(
        "“{name}”不是本工具生成的，未写入任何文件",
        "{name} was not made by this tool; nothing was written",
        "另选输出文件夹（-o）；确要覆盖用--force",
        "choose another folder with -o; --force replaces it",
    ),
    "output.disk_full": Message(
        "磁盘已满，未写入任何文件",
        "the disk is full; nothing was written",
        "清理磁盘，或另选输出文件夹（-o）",
        "make room, or choose another folder with -o",
        exit=Exit.USE,
    ),
    "output.name_too_long": Message(
        "文件名或路径太长，系统不接受",
        "the file name or path is too long for this system",
        "缩短标题，或换一个较浅的输出文件夹（-o）",
        "shorten the title, or choose a shallower folder with -o",
        exit=Exit.USE,
    ),
    "output.not_writable": Message(
        "无法写入：{reason}",
        "cannot write here: {reason}",
        "检查文件夹权限，或另选输出文件夹（-o）",
        "check the folder's permissions, or choose another with -o",
        exit=Exit.USE,
    ),
}
