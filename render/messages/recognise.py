"""What recognising a published report says."""

from __future__ import annotations

from collections.abc import Mapping

from .message import Exit, Message, Severity

COMMENTS: Mapping[str, str] = {
    "heading": "下面一行按标题处理，请核对是否为标题、级别是否正确",
    "figures": "下面一段中有的数字是否为指标、名称是否恰当，请对照figures.xlsx核对",
}
"""How doubts are put to the clerk in `report.md`, above the paragraph they are about."""

_READABLE = "可导入的格式：.txt、.html、.docx、带文字的.pdf"
_READABLE_EN = "what can be imported: .txt, .html, .docx, and .pdf with text"

MESSAGES: dict[str, Message] = {
    "import.missing": Message(
        "没有这个文件",
        "no such file",
        "核对路径和文件名",
        "check the path and the name",
        exit=Exit.USE,
    ),
    "import.unreadable": Message(
        "无法读取",
        "cannot be read: {reason}",
        "核对文件权限；文件如正被其他程序占用，请先关闭",
        "check its permissions; close it if another program holds it",
        exit=Exit.USE,
    ),
    "import.empty": Message(
        "文件是空的，没有文字",
        "the file is empty: there is no text in it",
        "核对文件是否保存完整",
        "check that it was saved whole",
        exit=Exit.USE,
    ),
    "import.no_text": Message(
        "网页中没有文字，只有脚本和样式",
        "there is no text in the page, only scripts and styles",
        "在浏览器中打开该网页，把正文复制到文本文件后导入，或另存为PDF",
        "open it in a browser and copy its text into a text file, or print it as PDF",
        exit=Exit.USE,
    ),
    "import.scanned": Message(
        "PDF是扫描件，没有文字",
        "the PDF is scanned: its pages are pictures without text",
        "先用文字识别软件转换，或改用原来的Word文件、网页",
        "run character recognition on it first, or take the Word file or the web page",
        exit=Exit.USE,
    ),
    "import.binary": Message(
        "不是文本、网页、DOCX或PDF文件",
        "this is neither text nor a web page, a DOCX or a PDF",
        _READABLE,
        _READABLE_EN,
        exit=Exit.USE,
    ),
    "import.foreign": Message(
        "不能读取{suffix}文件",
        "{suffix} files cannot be read",
        "请在WPS中另存为{wanted}后重试",
        "save it as {wanted} in WPS or Office and try again",
        exit=Exit.USE,
    ),
    "import.locked": Message(
        "文件已加密，不能读取",
        "the file is encrypted",
        "用原程序打开，取消密码后另存，再导入",
        "open it in its own program, save it without a password, and try again",
        exit=Exit.USE,
    ),
    "import.damaged": Message(
        "文件已损坏，不能读取",
        "the file is damaged: {reason}",
        "请发送人重发，或用原程序打开后另存",
        "ask for the file again, or open it in its own program and save it anew",
        exit=Exit.USE,
    ),
    "import.too_big": Message(
        "文件过大：最多{megabytes}MB",
        "the file is too big: at most {megabytes} MB",
        "只导入报告正文；收到的文件有此问题，请与发送人核实",
        "import the report alone; ask the sender if the file is not yours",
        exit=Exit.USE,
    ),
    "import.bomb": Message(
        "压缩包解开后过大（超过{megabytes}MB或{ratio}倍），未读取",
        "unpacked it is too big (more than {megabytes} MB, or {ratio} to 1); it was not read",
        "收到的文件有此问题，请与发送人核实",
        "ask the sender about it",
        exit=Exit.USE,
    ),
    "import.data": Message(
        "这是数据表，不是报告，未建立文件夹",
        "this is data, not a report; no folder was made",
        "数据填入报告文件夹的figures.xlsx；确是报告的，加--force导入",
        "figures belong into figures.xlsx of a report folder; --force imports it all the same",
        exit=Exit.USE,
    ),
    "import.verse": Message(
        "这不像报告（全是短行，没有句子），未建立文件夹",
        "this does not look like a report (short lines, no sentences); no folder was made",
        "核对文件；确是报告的，加--force导入",
        "check the file; --force imports it all the same",
        exit=Exit.USE,
    ),
    "import.other": Message(
        "这不像报告（没有公文的标题、序号和用语），未建立文件夹",
        "this does not look like a report (no title, numbers or words of one); no folder was made",
        "核对文件；确是报告的，加--force导入",
        "check the file; --force imports it all the same",
        exit=Exit.USE,
    ),
    "import.not_empty": Message(
        "文件夹中已有“{name}”等内容，未导入",
        "the folder is not empty (it holds {name}); nothing was imported",
        "用-o指定一个新文件夹",
        "name a new folder with -o",
        exit=Exit.USE,
    ),
    "import.carries": Message(
        "文件附带报告文件夹，不必重新识别",
        "the file carries its report folder; there is nothing to recognise",
        "用gongwen restore还原，逐字节相同；只要识别文字的，加--force",
        "get it back with gongwen restore, byte for byte; --force reads the text all the same",
        exit=Exit.USE,
    ),
    "import.ours": Message(
        "文件由gongwen生成，报告文件夹可能还在",
        "gongwen built this file, so its report folder may still be there",
        "有报告文件夹的，用gongwen readback读回Word中的改动；没有的，可用这次导入的结果",
        "with the folder, gongwen readback takes over changes made in Word; without it, go on with this",
        severity=Severity.NOTE,
    ),
    "import.mixed_encodings": Message(
        "文件中有两种编码，其中{lines}行是UTF-8，其余是{encoding}，已逐行读取",
        "two encodings in one file: {lines} lines of UTF-8 among {encoding}; each line was read in its own",
        "核对这些行的文字",
        "check the text of these lines",
        severity=Severity.WARNING,
    ),
    "import.undecodable": Message(
        "有{count}处字节不是文字，写作“�”",
        "{count} places are no characters and are shown as �",
        "在report.md中找到“�”，对照原文改正",
        "look for � in report.md and put it right",
        severity=Severity.WARNING,
    ),
    "import.pictures_not_taken": Message(
        "有{count}张图片在文件之外，没有下载",
        "{count} pictures lie outside the file and were not fetched",
        "需要的图片另存到文件夹“图片”，在report.md中引用",
        "save those you need into the folder 图片 and refer to them in report.md",
        severity=Severity.NOTE,
    ),
    "import.pictures_left": Message(
        "有{count}张图片没有导入（底纹、小图标或无法读取的图片）",
        "{count} pictures were not taken (backgrounds, ornaments, or unreadable)",
        "对照原件，需要的图片另存到文件夹“图片”，在report.md中引用",
        "compare with the original; save those you need into the folder 图片 and refer to them in report.md",
        severity=Severity.NOTE,
    ),
    "import.macros": Message(
        "文件带有宏，没有运行，也没有导入",
        "the file has macros, which were neither run nor imported",
        severity=Severity.NOTE,
    ),
    "import.external": Message(
        "文件引用了{count}处外部内容（{name}等），没有访问",
        "the file refers to {count} things outside it ({name} …), which were not followed",
        severity=Severity.NOTE,
    ),
    "import.entities": Message(
        "文件中有实体声明，没有展开",
        "the file declares entities, which were not expanded",
        "收到的文件有此问题，请与发送人核实",
        "ask the sender about it",
        severity=Severity.WARNING,
    ),
    "import.objects": Message(
        "有{count}个嵌入对象没有导入",
        "{count} embedded objects were not imported",
        "需要的内容另行复制到report.md",
        "copy what you need into report.md",
        severity=Severity.NOTE,
    ),
    "import.pages_without_text": Message(
        "PDF有{count}页没有文字（第{pages}页），可能是扫描页",
        "{count} pages of the PDF have no text (page {pages}); they may be scanned",
        "对照原件补上这些页的内容",
        "add what these pages say",
        severity=Severity.WARNING,
    ),
    "import.differs": Message(
        "由导入结果重新生成的文字与原文有{count}处不同，首处：“{text}”",
        "built again, the text differs from the original in {count} places; the first: {text}",
        "对照原文改正report.md",
        "compare report.md with the original",
        severity=Severity.WARNING,
    ),
}
