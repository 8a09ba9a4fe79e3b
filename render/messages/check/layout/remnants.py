"""What is said about things left over from the making of a file."""

from ..entries import Entry, Said
from .samples import both

_MORE = ("{more:（共…处）}", "{more: (… places)}")
_AT = ("{text:：“…”}", "{text:: “…”}")
_SAID = "现将2020年工作情况报告如下，请予审阅。"


def _left(
    level: str, name: Said, why: Said, found: Said, hint: Said, line: str, clean: str | None = None
) -> Entry:
    right, wrong = both(line, right=(clean,) if clean else None)
    return Entry(
        level, name, why, (found[0] + _AT[0] + _MORE[0], found[1] + _AT[1] + _MORE[1]), hint, right, wrong
    )


ENTRIES: dict[str, Entry] = {
    "layout.changes": _left(
        "规定",
        ("没有未处理的修订", "No tracked changes are left"),
        ("修订未接受也未拒绝，收文的人能看到改动前后的文字，打印时也可能印出修订标记。",
         "Whoever gets the file sees what stood there before, and print may show the marks."),
        ("文件中有未处理的修订，或正在记录修订", "tracked changes are left, or being recorded"),
        ("逐处接受或拒绝，关闭“修订”", "accept or reject them, and stop tracking"),
        "正文｜现将2020年〖新增〗工作情况〖〗报告如下，请予审阅。",
    ),
    "layout.comments": _left(
        "推荐",
        ("没有未处理的批注", "No comments are left"),
        ("批注是内部意见，不应随正式文件发出。", "Comments are internal and do not go out with a document."),
        ("文件中有批注", "comments are left"),
        ("处理后删除批注", "settle and delete them"),
        "正文｜现将2020年〖批注〗工作情况〖〗报告如下，请予审阅。",
    ),
    "layout.hidden": _left(
        "推荐",
        ("没有隐藏文字", "No hidden text"),
        ("隐藏文字看不见也印不出，但收文的人能找到。", "Hidden text is neither seen nor printed, but can be found."),
        ("文件中有隐藏文字", "there is hidden text"),
        ("显示隐藏文字后删去", "show it and delete it"),
        "正文｜现将2020年工作情况报告如下〖隐藏〗此处数字待核〖〗，请予审阅。",
        f"正文｜{_SAID}",
    ),
    "layout.field": _left(
        "规定",
        ("没有出错或未更新的域", "No fields that failed or are out of date"),
        ("交叉引用的目标删去后，更新域会印出“错误！未找到引用源”。",
         "A cross-reference whose target is gone prints an error."),
        ("域出错或未更新", "a field failed or is out of date"),
        ("改成文字，或重新插入交叉引用", "type the words, or insert the reference again"),
        "正文｜现将2020年工作情况报告如下，见〖域〗错误！未找到引用源。〖〗",
        f"正文｜{_SAID}",
    ),
    "layout.link": _left(
        "习惯",
        ("正文中没有超链接", "No links in the text"),
        ("从网页粘贴来的超链接在打印件上没有用处，点开会离开文件。",
         "Links pasted with a text are of no use on paper."),
        ("文件中有超链接", "there are links"),
        ("取消超链接，保留文字", "remove the link and keep its words"),
        "正文｜现将2020年〖链接〗工作情况〖〗报告如下，请予审阅。",
    ),
    "layout.protection": _left(
        "习惯",
        ("文件没有限制编辑", "The file can be edited"),
        ("限制编辑的文件，收文单位不能套用、摘录。", "Others cannot take their words from a protected file."),
        ("文件设了限制编辑", "the file is protected"),
        ("停止保护后再发出", "stop the protection"),
        "设置｜保护",
    ),
    "layout.highlight": _left(
        "推荐",
        ("没有突出显示和底纹", "No highlighter and no shading"),
        ("突出显示多是待核内容的记号，定稿前应当清除。", "A highlighter mostly marks what is still to be checked."),
        ("文字带有突出显示或底纹", "text is highlighted or shaded"),
        ("核对后清除突出显示、底纹", "check it and take the mark off"),
        "正文｜现将2020年〖高亮〗工作情况〖〗报告如下，请予审阅。",
    ),
    "layout.box": Entry(
        "习惯",
        ("文字不放在文本框里", "Words do not stand in text boxes"),
        ("文本框中的文字，转成文本、导入公文系统时会丢失或错位。",
         "Words in text boxes are lost or moved when another system takes the text over."),
        ("文本框中有文字" + _MORE[0], "there are words in a text box" + _MORE[1]),
        ("移到正文段落中", "move them into a paragraph"),
        *both("正文｜现将2020年工作情况报告如下。〖文本框〗联系人电话〖〗", right=(f"正文｜{_SAID}",)),
    ),
}  # fmt: skip
