"""What the layout stage says."""

from .message import Message, Severity

MESSAGES: dict[str, Message] = {
    "layout.no_face": Message(
        "字符“{char}”（{code}）在所有字体中都没有",
        "no face has the character {char} ({code})",
        "换用通行写法，或安装含有该字的字体后重试",
        "use the common form of it, or install a face that has it",
    ),
    "layout.row_too_tall": Message(
        "表格的这一行高{rows}行，一页最多放{most}行",
        "this table row is {rows} lines high; a page holds {most}",
        "把这一行的文字分到几行，或移到正文",
        "spread its text over several rows, or move it into the text",
    ),
    "layout.table_too_wide": Message(
        "表格有{columns}列，比版心至少宽{excess}毫米，数字放不下",
        "the table has {columns} columns and is at least {excess} mm wider than the type area",
        "减少列数，改用较大的计量单位，或分成两张表",
        "use fewer columns or a larger unit, or make two tables of it",
    ),
    "layout.signature_alone": Message(
        "落款单独成页，最后一段太长，无法随落款移页",
        "the signature stands alone on its page; the last paragraph is too long to go with it",
        "把最后一段分成两段",
        "split the last paragraph in two",
        severity=Severity.WARNING,
    ),
}
