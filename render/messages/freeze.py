"""What freezing a report's state, and building it again, says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {
    "freeze.choose_one": Message(
        "--as、--list、--since须写且只能写一项",
        "one of --as, --list and --since is needed, and only one",
        "留底用--as 送审稿；查看已有的用--list；查看变动用--since 送审稿",
        "--as 送审稿 freezes, --list shows the states, --since 送审稿 shows what moved",
        exit=Exit.USE,
    ),
    "freeze.bad_name": Message(
        "“{name}”不能作留底名称",
        "{name} cannot be the name of a state",
        '名称用作文件夹名：不含\\/:*?"<>|，不以“.”或“~”开头，不超过{most}个字{near:，如“…”}',
        'it names a folder: none of \\/:*?"<>|, no . or ~ in front, at most {most} characters'
        "{near:, such as …}",
        exit=Exit.USE,
    ),
    "freeze.exists": Message(
        "已有“{name}”{on:（…留底}{digits:，核对码…）}，不覆盖，未写入任何文件",
        "there is a state {name} already{on: (frozen …}{digits:, fingerprint …)}; nothing was written",
        "换一个名称，如“{name}2”；前一份确属误留的，先删去文件夹“{folder}”",
        "choose another name, such as {name}2; if the other was a mistake, delete the folder {folder} first",
        exit=Exit.USE,
    ),
    "freeze.not_ready": Message(
        "报告还不能生成，“{name}”未留底",
        "the report does not build yet; {name} was not frozen",
        "先解决上列问题；数据尚缺的，补齐后再留底",
        "solve what is listed above; figures that are missing must be supplied first",
    ),
    "freeze.changed_meanwhile": Message(
        "留底期间报告文件有改动，未写入任何文件",
        "the report changed while it was being frozen; nothing was written",
        "在其他程序中保存并关闭后重试",
        "save it, close it in other programs, and try again",
        exit=Exit.USE,
    ),
    "freeze.disk_full": Message(
        "磁盘已满，未留底",
        "the disk is full; nothing was frozen",
        "清理磁盘后重试",
        "make room and try again",
        exit=Exit.USE,
    ),
    "freeze.denied": Message(
        "报告文件夹没有写入权限，未留底",
        "writing into the report folder is not permitted; nothing was frozen",
        "请管理员开放权限，或把报告文件夹复制到可写的位置",
        "ask for permission, or copy the report folder to a place that can be written to",
        exit=Exit.USE,
    ),
    "freeze.not_a_folder": Message(
        "“留底”处已有同名文件或失效的链接，未留底",
        "there is a file, or a link that leads nowhere, in the place of the folder 留底; nothing was frozen",
        "把它移走或改名后重试",
        "move it away and try again",
        exit=Exit.USE,
    ),
    "freeze.none": Message(
        "没有“{name}”，报告文件夹中没有任何留底",
        "there is no state {name}; the report folder has no frozen states",
        "先留底：gongwen freeze 报告 --as {name}",
        "gongwen freeze REPORT --as {name} makes one",
        exit=Exit.USE,
    ),
    "freeze.unknown": Message(
        "没有名为“{name}”的留底{near:，最接近的是“…”}",
        "there is no state {name}{near:; the nearest is }",
        "已有：{names}",
        "states at hand: {names}",
        exit=Exit.USE,
    ),
    "freeze.no_record": Message(
        "缺{name}，不是完整的留底",
        "{name} is missing, so this is no frozen state",
        "从备份恢复该文件；不是留底的，把文件夹移到别处",
        "bring it back from a copy; move the folder elsewhere if it is no frozen state",
        exit=Exit.USE,
    ),
    "freeze.record_damaged": Message(
        "留底记录已损坏，不能读取",
        "the record of the state is damaged and cannot be read",
        "从备份恢复该文件；成品文件夹中的DOCX、PDF可能仍完好",
        "bring it back from a copy; the files in 成品 may still be whole",
        exit=Exit.USE,
    ),
    "freeze.record_changed": Message(
        "留底记录被改动过，不再可信",
        "the record of the state was changed and cannot be relied on",
        "从备份恢复该文件",
        "bring it back from a copy",
        exit=Exit.USE,
    ),
    "freeze.newer": Message(
        "由较新的gongwen {tool}留底（格式{format}），本机为gongwen {ours}（可读格式{known}）",
        "frozen by gongwen {tool} in format {format}; gongwen {ours} reads format {known}",
        "升级gongwen后重试；成品文件夹中的DOCX、PDF可直接使用",
        "upgrade gongwen and try again; the files in 成品 can be used as they are",
        exit=Exit.USE,
    ),
    "freeze.unreadable": Message(
        "文件无法读取：{reason}",
        "the file cannot be read: {reason}",
        "检查权限；文件如在其他程序中打开，先关闭",
        "check its permissions, and close it in other programs",
        exit=Exit.USE,
    ),
    "freeze.link": Message(
        "是指向别处的链接，不算留底的内容",
        "this is a link to another place, which is no part of a frozen state",
        "用原来的文件替换链接",
        "put the file itself in the place of the link",
        exit=Exit.USE,
    ),
    "freeze.part_missing": Message(
        "“{name}”留底时有此文件，现已缺失",
        "this file of the state {name} is missing",
        "从备份恢复该文件；其余文件不受影响",
        "bring it back from a copy; the other files are not affected",
        exit=Exit.USE,
    ),
    "freeze.part_changed": Message(
        "内容与“{name}”留底时不同{frozen:（留底时…字节}{size:，现…字节）}",
        "this is not what was frozen as {name}{frozen: (… bytes then}{size:, … bytes now)}",
        "从备份恢复该文件；要改报告，改报告文件夹中的，不改留底",
        "bring it back from a copy; to change the report, change the folder itself, not a state of it",
        exit=Exit.USE,
    ),
    "freeze.part_added": Message(
        "“{name}”留底时没有此文件，不采用",
        "this file was not there when {name} was frozen; it is not used",
        "移到别处",
        "move it elsewhere",
        severity=Severity.WARNING,
    ),
    "freeze.face_missing": Message(
        "本机没有留底时所用的字体“{family}”（{file}，SHA-256 {digest}…）",
        "the face {family} that it was set in is not installed ({file}, SHA-256 {digest}…)",
        "安装该字体；可改用本机现有字体的，加--faces auto或--faces vendored，版面可能不同；"
        "留底时的DOCX、PDF在成品文件夹中",
        "install it; --faces auto or --faces vendored takes the faces that are here, and lines may break"
        " elsewhere; the files as frozen are in 成品",
        exit=Exit.USE,
    ),
    "freeze.face_other": Message(
        "本机的字体“{family}”与留底时的不是同一版本（{file}，SHA-256 {digest}…）",
        "the face {family} here is not the version it was set in ({file}, SHA-256 {digest}…)",
        "换装留底时的版本；可用本机版本的，加--faces auto，版面可能不同；留底时的DOCX、PDF在成品文件夹中",
        "install that version; --faces auto takes the one that is here, and lines may break elsewhere;"
        " the files as frozen are in 成品",
        exit=Exit.USE,
    ),
    "freeze.not_compared": Message(
        "留底已损坏或无法读取，未列出自该次留底以来的变动",
        "this state is damaged or cannot be read, so what moved since is not told",
        "逐项查看：gongwen freeze 报告 --list",
        "`gongwen freeze REPORT --list` names what is wrong with it",
        severity=Severity.NOTE,
    ),
    "freeze.fixed": Message(
        "{option}不能与--at同时使用：这一项按留底时的",
        "{option} does not go with --at: the state fixes it",
        "去掉{option}；要改的，从报告文件夹另行生成",
        "leave {option} out, or build the report folder itself",
        exit=Exit.USE,
    ),
    "freeze.does_not_build": Message(
        "留底之后这些程序的版本变了：{versions}",
        "these have other versions than when it was frozen: {versions}",
        "装回留底时的版本再试；留底时的DOCX、PDF在成品文件夹中",
        "try with the versions of then; the files as frozen are in 成品",
        severity=Severity.NOTE,
    ),
    "freeze.other_bytes": Message(
        "{formats}与“{name}”留底时的不是逐字节相同；文字和数据相同（核对码{digits}）"
        "{versions:；版本有变：}{faces:；字体不同：}",
        "{formats} not byte for byte as frozen as {name}; text and figures are the same (fingerprint"
        " {digits}){versions:; other versions: }{faces:; other faces: }",
        "留底时的文件：{kept}",
        "the files as frozen: {kept}",
        severity=Severity.WARNING,
    ),
    "freeze.other_text": Message(
        "{formats}与“{name}”留底时的不同：核对码现为{digits}，留底时为{frozen}{versions:；版本有变：}",
        "{formats} not as frozen as {name}: the fingerprint is {digits}, and was {frozen}"
        "{versions:; other versions: }",
        "以留底时的文件为准：{kept}；并请报告此问题",
        "rely on the files as frozen: {kept}; and please report this",
        severity=Severity.WARNING,
    ),
}
