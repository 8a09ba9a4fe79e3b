"""What reading back says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {
    # The file
    "readback.unreadable": Message(
        "没有这个文件，或文件无法读取",
        "the file cannot be read: {reason}",
        "核对路径和权限；文件如在Word或WPS中打开，先保存并关闭",
        "check the path and its permissions; save and close it in Word or WPS first",
        exit=Exit.USE,
    ),
    "readback.no_docx": Message(
        "不是DOCX文件",
        "this is no DOCX",
        "在Word或WPS中打开，另存为.docx后重试",
        "open it in Word or WPS, save it as .docx and try again",
        exit=Exit.USE,
    ),
    "readback.old_format": Message(
        "是旧格式（.doc或.wps）的文件，不能回读",
        "it is in an old format (.doc or .wps)",
        "在WPS或Word中另存为.docx后重试",
        "save it as .docx in WPS or Word and try again",
        exit=Exit.USE,
    ),
    "readback.locked": Message(
        "文件设有密码，不能读取",
        "the file is encrypted",
        "在Word或WPS中打开，取消密码后另存，再回读",
        "open it in Word or WPS, save it without a password, and try again",
        exit=Exit.USE,
    ),
    "readback.damaged": Message(
        "DOCX文件已损坏或不合格式（{reason}）",
        "the DOCX is damaged or not well formed ({reason})",
        "在Word或WPS中打开，另存为新的.docx后重试；打不开的，请送审人重发",
        "open it in Word or WPS and save it under a new name; if it does not open, ask for it again",
        exit=Exit.USE,
    ),
    "readback.too_big": Message(
        "DOCX中的{part}过大或压缩比异常（最多{megabytes}MB），未读取",
        "{part} in the DOCX is too big, or packed too tightly to be true (at most {megabytes} MB)",
        "请与发送人核实；确属报告的，在Word中另存后重试",
        "ask the sender; if it is the report, save it in Word under a new name and try again",
        exit=Exit.USE,
    ),
    "readback.no_text": Message(
        "DOCX中缺少正文部分（{part}）：被编辑程序删去，或文件不完整",
        "the part that holds the text ({part}) is missing: an editor removed it, or the file is cut short",
        "请送审人重发；在Word中能打开的，另存为新的.docx后重试",
        "ask for it again; if Word opens it, save it under a new name and try again",
        exit=Exit.USE,
    ),
    "readback.other_report": Message(
        "“{name}”与本报告的文字只有{percent}%相同，不是这份报告生成的，未回读",
        "{name} has {percent} % of this report's text: it was not built from it, and is not read back",
        "核对文件与报告文件夹；属其他年度或版本的，加--year或--edition",
        "check the file and the folder; for another year or edition add --year or --edition",
        exit=Exit.USE,
    ),
    "readback.no_report": Message(
        "最后一个参数应是报告文件夹，前面是一个或几个DOCX：“{name}”不是报告",
        "the last operand is the report's folder, after one or several DOCX files; {name} is no report",
        "写成：gongwen readback 送审稿.docx 报告文件夹",
        "write gongwen readback draft.docx REPORT",
        exit=Exit.USE,
    ),
    "readback.revision": Message(
        "这是对照{other}的修订稿：按接受全部修订后的文字读回，修订稿自带的修订不算改动",
        "this document shows what was changed against {other}; it is read with all changes accepted, and what"
        " it was made with counts for no change",
        severity=Severity.NOTE,
    ),
    "readback.report_changed": Message(
        "此DOCX生成以后，报告的正文或数据又有改动（或生成时所选的年度、版本不同）；报告自己的改动也会列为差异",
        "the report's text or figures changed after this DOCX was built, or it was built for another year"
        " or edition; what changed in the report is listed as well",
        "逐条核对，用--only只写入送审人的改动；年度、版本不同的，加--year、--edition",
        "look through the list and write what the reader changed with --only; for another year or edition"
        " add --year or --edition",
        severity=Severity.WARNING,
    ),
    "readback.tracked_only": Message(
        "此DOCX生成以后，报告又有改动；DOCX中的改动都有修订痕迹，只列这些",
        "the report changed after this DOCX was built; all changes in it are tracked, and only they are"
        " listed",
        severity=Severity.NOTE,
    ),
    "readback.by_carried": Message(
        "此DOCX生成以后，报告又有改动；已与DOCX附带的报告比较，只列DOCX中的改动",
        "the report changed after this DOCX was built; it was compared with the report it carries",
        severity=Severity.NOTE,
    ),
    "readback.by_frozen": Message(
        "此DOCX由留底的“{state}”生成，此后报告又有改动；已与留底比较，只列DOCX中的改动",
        "this DOCX was built from the frozen state {state}, and the report changed since; it was compared"
        " with that state",
        severity=Severity.NOTE,
    ),
    "readback.moved_on": Message(
        "DOCX生成以后，报告的这一处已由你改过",
        "the report's own text was changed here after the DOCX was built",
        "对照清单，在report.md中手工修改",
        "change report.md by hand",
    ),
    "readback.choose": Message(
        "报告在DOCX生成后有改动，分不清哪些是送审人改的，未写入",
        "the report changed after the DOCX was built, and whose changes are whose cannot be told; nothing was"
        " written",
        "用--only选择要写入的改动",
        "choose what to write with --only",
    ),
    # What an editor took away
    "readback.lost_marks": Message(
        "DOCX中没有指标标记（用--plain生成，或被编辑程序删去），数字按上下文对应",
        "the DOCX has no marks of figures (built with --plain, or an editor removed them);"
        " figures are found by the words around them",
        severity=Severity.NOTE,
    ),
    "readback.lost_digest": Message(
        "DOCX中没有生成时的文字摘要（用--plain生成，或被编辑程序删去），无法判断报告此后是否改过",
        "the DOCX has no digest of the text it was built with (built with --plain, or an editor removed it):"
        " whether the report changed since cannot be told",
        severity=Severity.NOTE,
    ),
    "readback.lost_styles": Message(
        "DOCX中的样式部分已被删去，标题的级别无法判断",
        "the DOCX has lost its styles, so levels of headings cannot be told",
        severity=Severity.WARNING,
    ),
    "readback.lost_comments": Message(
        "正文中有批注的位置，但批注内容已被编辑程序删去",
        "the text has places of comments, but an editor removed the comments",
        "请送审人重发带批注的文件",
        "ask for the file with its comments",
        severity=Severity.WARNING,
    ),
    "readback.lost_notes": Message(
        "正文中有脚注或尾注的位置，但其内容已被编辑程序删去",
        "the text has places of footnotes or endnotes, but an editor removed the notes",
        severity=Severity.WARNING,
    ),
    "readback.lost_pictures": Message(
        "DOCX中有图片的文件已被编辑程序删去；报告文件夹中的图片不受影响",
        "an editor removed a picture's file from the DOCX; those in the report folder are not affected",
        severity=Severity.WARNING,
    ),
    # Why a change is not written
    "readback.template": Message(
        "“{text}”由版式印出，正文中没有这些字",
        "{text} is printed by the template and stands nowhere in the text",
        "在报告开头的相应项目中修改，或更换版式",
        "change the metadata it is made of, or the template",
    ),
    "readback.expression": Message(
        "这几个字由{expression}印出，不能直接改写",
        "these characters are printed by {expression}",
        "在report.md中改这个表达式，或改它所引用的项目",
        "change the expression in report.md, or what it refers to",
    ),
    "readback.untraced": Message(
        "找不到这些文字在原文中的位置",
        "where these words stand in the source could not be found",
        "在report.md中手工修改",
        "change it in report.md by hand",
    ),
    "readback.repeated": Message(
        "这些文字由循环或宏印出，或同一行还有其他内容，只改一处不行",
        "the words come from a loop or a macro, or share their line with others",
        "在report.md中手工修改",
        "change it in report.md by hand",
    ),
    "readback.statement": Message(
        "原文此处有{{%…%}}语句，改动会打乱它",
        "the source has a {{% … %}} statement here that the change would break",
        "在report.md中手工修改",
        "change it in report.md by hand",
    ),
    "readback.across": Message(
        "改动跨了原文的两段（如接排的标题和正文）",
        "the change reaches over two paragraphs of the source, such as a run-in heading and its text",
        "在report.md中手工修改",
        "change it in report.md by hand",
    ),
    "readback.structure": Message(
        "原文此处的段落、标题或表格结构不能照此改写",
        "the paragraph, heading or table cannot be changed that way in the source",
        "在report.md中手工修改",
        "change it in report.md by hand",
    ),
    "readback.outside": Message(
        "此处不在正文中（如在落款之后），没有可写入的位置",
        "this place is outside the text, such as below the signature",
        "在report.md中另选位置手工写入",
        "put it into report.md by hand",
    ),
    "readback.form": Message(
        "{file}中这些文字不是按行存放的，不能照此改写",
        "{file} does not keep these words on lines of their own",
        "手工修改{file}",
        "change {file} by hand",
    ),
    "readback.table": Message(
        "表格的增删、移动和列的变动不自动写入",
        "tables that are new, gone, moved or have other columns are not written",
        "在report.md中手工修改",
        "change it in report.md by hand",
    ),
    "readback.braces": Message(
        "新文字中有{{{{或{{%，会被当作表达式",
        "the new words hold {{{{ or {{%, which would be read as an expression",
        "在报告开头手工修改",
        "change it by hand",
    ),
    "readback.date": Message(
        "“{text}”不是日期",
        "{text} is no date",
        "写成2021年2月18日的形式",
        "write it as 2021年2月18日",
    ),
    "readback.figure_unclear": Message(
        "原来的指标数字处换成了别的数字，无法判断哪个是新值",
        "other numbers stand where a figure was printed; which one is its value cannot be told",
        "在数据表和report.md中手工修改",
        "change the figures table and report.md by hand",
    ),
    "readback.figure_derived": Message(
        "指标“{figure}”此处由{expression:…}算出或取自别处，没有对应的单元格",
        "the number of {figure} is worked out by {expression:…} here and stands in no cell",
        "改数据表中它所依据的数",
        "change the figures it is worked out from",
    ),
    "readback.figure_formula": Message(
        "指标“{figure}”由公式{formula}算出",
        "{figure} is worked out by its formula {formula}",
        "改公式所用的指标",
        "change the figures of the formula",
    ),
    "readback.figure_rough": Message(
        "指标“{figure}”按写法“{form}”只印约数，由此得不出确数",
        "{figure} is printed roughly ({form}), which does not give its number",
        "把确数填入{cell}",
        "put the exact number into {cell}",
    ),
    "readback.figure_words": Message(
        "“{text}”不是指标“{figure}”的确数（单位：{unit}）",
        "{text} is no exact number of {figure} in {unit}",
        "把确数填入{cell}；改单位或写法的，改数据表",
        "put the exact number into {cell}; for another unit or form, change the figures table",
    ),
    "readback.not_as_chosen": Message(
        "写入后重新生成的文字与所选改动不一致",
        "the report composed after the change does not say what was chosen",
        "在report.md中手工修改",
        "change it in report.md by hand",
    ),
    "readback.breaks": Message(
        "写入后报告会出现错误［{fault_code}］",
        "the report would then have a fault [{fault_code}]",
        "在report.md中手工修改，用gongwen build查看错误",
        "change report.md by hand; gongwen build explains the fault",
    ),
    "readback.overlap": Message(
        "与同时选中的另一处改动写在原文的同一位置",
        "it wants the same place of the source as another change that was chosen",
        "分两次写入",
        "write them one after the other",
    ),
    # Choosing
    "readback.bad_choice": Message(
        "--only的“{value}”不是序号、范围、文件名或姓名",
        "--only: {value} is no number, range, file or author",
        "写成--only 1,3-5或--only 张三；序号见清单",
        "write --only 1,3-5 or --only 张三; the list has the numbers",
        exit=Exit.USE,
    ),
    "readback.no_such_change": Message(
        "清单中没有第{number}条（共{count}条）",
        "there is no change {number}; the list has {count}",
        "核对序号",
        "check the numbers",
        exit=Exit.USE,
    ),
    "readback.no_such_name": Message(
        "清单中没有“{name}”的改动",
        "no change is by {name}",
        "按清单所列写文件名或姓名；未留修订痕迹的改动只能按文件名选",
        "write the file or author as the list has it; what was not tracked has no author",
        exit=Exit.USE,
    ),
    "readback.not_writable": Message(
        "第{number}条不能写入，全部未写入",
        "change {number} cannot be written, so none was",
        "原因见清单；从--only中去掉它",
        "the list says why; leave it out of --only",
    ),
    "readback.conflict": Message(
        "第{number}条与第{others}条冲突，全部未写入",
        "change {number} clashes with {others}, so none was written",
        "只选其中一条",
        "choose one of them",
    ),
    "readback.nothing_written": Message(
        "所选改动中有{count}条不能写入，全部未写入",
        "{count} of the chosen changes cannot be written, so none was",
        "原因见清单；从--only中去掉后重试",
        "the list says why; leave them out of --only",
    ),
    "readback.only_without_apply": Message(
        "--only要和--apply一起用",
        "--only goes with --apply",
        "加--apply，或去掉--only",
        "add --apply, or leave --only out",
        exit=Exit.USE,
    ),
}
