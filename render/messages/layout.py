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
    "layout.latin": Message(
        "这一段有网址或较长的外文，用LibreOffice打开DOCX时，换行可能与PDF不同",
        "this paragraph holds a web address or a long piece of Latin text; LibreOffice may break the DOCX's"
        " lines elsewhere than the PDF's",
        "内容不受影响；要求版面一致时，把网址移到附注或表中",
        "nothing is lost; where the pages must agree, move the address into a note or a table",
        severity=Severity.NOTE,
    ),
    "layout.chart_too_long": Message(
        "图中有{categories}项，一页最多放{most}项",
        "the chart has {categories} categories; a page holds {most}",
        "只画主要的几项，分成几张图，或改用表格",
        "draw the main ones only, make several charts of it, or a table",
    ),
    "layout.chart_uneven": Message(
        "图中各数相差一千倍以上，小的看不出长短",
        "numbers in the chart differ by more than a thousand times; the small ones cannot be seen",
        "把小的数放到另一张图，或改用表格",
        "put the small ones into a chart of their own, or use a table",
        severity=Severity.NOTE,
    ),
    "layout.signature_alone": Message(
        "落款单独成页，最后一段太长，无法随落款移页",
        "the signature stands alone on its page; the last paragraph is too long to go with it",
        "把最后一段分成两段；横排的表放在附件里",
        "split the last paragraph in two; put landscape tables into an attachment",
        severity=Severity.WARNING,
    ),
    "layout.mark_too_long": Message(
        "发文机关标志“{mark}”太长，缩到最小字号仍放不进版心，最多{most}字（GB/T 9704—2012 {clause}）",
        "the mark {mark} is too long for the type area even at the smallest size; {most} characters fit"
        " (GB/T 9704-2012, {clause})",
        "在“发文机关标志”中写规范化简称",
        "give the agency's standard short name as 发文机关标志 (mark)",
    ),
    "layout.no_text": Message(
        "首页没有正文：版头、标题和主送机关占满了首页（GB/T 9704—2012 {clause}）",
        "the first page shows no text: masthead, title and addressees fill it (GB/T 9704-2012, {clause})",
        "缩短标题，或减少联署机关",
        "shorten the title, or name fewer agencies",
    ),
    "layout.text_with_signature": Message(
        "正文随落款移到了第2页，首页没有正文（GB/T 9704—2012 {clause}）",
        "the text went to page 2 along with its signature; page 1 shows none (GB/T 9704-2012, {clause})",
        "把正文分成两段，或缩短标题",
        "make two paragraphs of the text, or shorten the title",
        severity=Severity.WARNING,
    ),
    "layout.signature_too_tall": Message(
        "落款连同印章占{rows}行，一页最多放{most}行（GB/T 9704—2012 {clause}）",
        "the signature with its seals takes {rows} rows; a page holds {most} (GB/T 9704-2012, {clause})",
        "发文机关用规范化简称，使每排能放三个印章",
        "use the agencies' short names, so that three seals fit side by side",
    ),
    "seal.too_large": Message(
        "印章图片“{name}”印出来有{size}毫米，超出版心（GB/T 9704—2012 {clause}）",
        "the seal picture {name} is {size} mm and larger than the type area (GB/T 9704-2012, {clause})",
        "在图片中写明正确的分辨率，或换用合适的图片",
        "state the right resolution in the file, or use another picture",
    ),
    "seal.too_coarse": Message(
        "印章图片“{name}”分辨率太低，印出来只有每英寸{dpi}点，至少应有{least}点（GB/T 9704—2012 {clause}）",
        "the seal picture {name} is too coarse: {dpi} dots per inch in print, at least {least} are needed"
        " (GB/T 9704-2012, {clause})",
        "换用分辨率更高的扫描件",
        "use a scan of a higher resolution",
    ),
}
