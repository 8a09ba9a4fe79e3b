"""What carrying the source and bringing it back says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {
    "carry.public": Message(
        "公开的版本不能附带报告文件夹",
        "a public edition does not carry the report folder",
        "去掉--carry-source；留存用的文件另选非公开的版本生成",
        "leave --carry-source out, or build another edition to keep",
        exit=Exit.USE,
    ),
    "carry.plain": Message(
        "--plain和--carry-source不能同时使用",
        "--plain and --carry-source exclude each other",
        "只用其中一个；要两种文件，分两次生成到不同文件夹（-o）",
        "choose one, or build twice into different folders with -o",
        exit=Exit.USE,
    ),
    "carry.unreadable": Message(
        "没有这个文件，或文件无法读取",
        "the file cannot be read: {reason}",
        "核对路径和权限；文件如在其他程序中打开，先关闭",
        "check the path and its permissions, and close it in other programs",
        exit=Exit.USE,
    ),
    "carry.unsafe": Message(
        "文件名“{name}”不能附带或还原：可能写到文件夹之外",
        "a file named {name} is not carried or restored: it could leave the folder",
        "自己的文件改名后重新生成；收到的文件有此问题，请与发送人核实",
        "rename it and build again; ask the sender if the file is not yours",
        exit=Exit.USE,
    ),
    "carry.too_big": Message(
        "报告文件夹过大：最多{megabytes}MB、{files}个文件，压缩比不超过{ratio}",
        "the report folder is too big: at most {megabytes} MB, {files} files, packed {ratio} to 1",
        "自己的文件夹，移走用不到的图片后重新生成；收到的文件有此问题，请与发送人核实",
        "move unused pictures away and build again; ask the sender if the file is not yours",
        exit=Exit.USE,
    ),
    "carry.damaged": Message(
        "文件或其附带的报告文件夹已损坏（{reason}），未还原",
        "the file or the report folder in it is damaged ({reason}); nothing was restored",
        "请发送人重发，或改用同时生成的另一种格式（DOCX、PDF）",
        "ask for the file again, or take the other format it was built in",
        exit=Exit.USE,
    ),
    "carry.newer": Message(
        "附带的报告文件夹由较新的gongwen {tool}生成（格式{format}），本机为gongwen {ours}（可读格式{known}）",
        "its folder was packed by gongwen {tool} in format {format}; gongwen {ours} reads format {known}",
        "升级gongwen后重试",
        "upgrade gongwen and try again",
        exit=Exit.USE,
    ),
    "carry.none": Message(
        "文件中没有附带报告文件夹",
        "the file carries no report folder",
        "请发送人用gongwen build --carry-source重新生成，或直接索取报告文件夹",
        "ask for one built by gongwen build --carry-source, or for the folder itself",
        exit=Exit.USE,
    ),
    "carry.lost": Message(
        "文件原来附带报告文件夹，另存时被其他程序删去；正文、数据表、附件和图片的原文件已不在其中",
        "the report folder it carried was dropped by a program that saved it: text, figures, attachments"
        " and pictures in their own files are gone",
        "用编辑前的DOCX或同时生成的PDF还原；文件上显示的文字不受影响",
        "restore from the DOCX before that, or from the PDF; the text it shows is not affected",
        exit=Exit.USE,
    ),
    "carry.locked": Message(
        "文件已加密，不能读取",
        "the file is encrypted",
        "用原程序打开，取消密码后另存，再还原",
        "open it in its own program, save it without a password, and try again",
        exit=Exit.USE,
    ),
    "carry.foreign": Message(
        "不是DOCX或PDF文件",
        "this is neither a DOCX nor a PDF",
        "选用gongwen build --carry-source生成的DOCX或PDF；另存为其他格式的文件不再附带报告文件夹",
        "take a DOCX or PDF made by gongwen build --carry-source; other formats carry nothing",
        exit=Exit.USE,
    ),
    "carry.not_empty": Message(
        "文件夹中已有“{name}”等内容，未还原",
        "the folder is not empty (it holds {name}); nothing was restored",
        "用-o指定一个新文件夹",
        "name a new folder with -o",
        exit=Exit.USE,
    ),
    "carry.edited": Message(
        "“{name}”生成后文字有改动，附带的报告文件夹不含这些改动，未还原",
        "the text of {name} was edited after the build, and the folder it carries is without the edits;"
        " nothing was restored",
        "加--force还原改动前的文件夹，再用gongwen readback把DOCX中的改动写回去",
        "restore the folder as it was with --force, then write the edits back with gongwen readback",
    ),
    "carry.changed": Message(
        "“{name}”的文字与生成时不同（有页面增删、合并或改动），未还原",
        "the text of {name} is not what was built (pages added, removed, merged or edited);"
        " nothing was restored",
        "确要还原生成时的文件夹，加--force",
        "--force restores the folder as it was at the build",
    ),
    "carry.without_edits": Message(
        "已还原为“{name}”生成时的内容，不含此后的改动",
        "the folder is as it was when {name} was built, without later edits",
        "用gongwen readback把DOCX中的改动写回去",
        "write the edits back with gongwen readback",
        severity=Severity.NOTE,
    ),
}
