"""What the fill stage says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {
    # Metadata, years and editions
    "edition.unknown": Message(
        "没有名为“{name}”的版本",
        "there is no edition named {name}",
        "{names:现有版本：}",
        "{names:editions at hand: }",
        exit=Exit.USE,
    ),
    "metadata.no_date_of_year": Message(
        "编{year}年的报告，成文日期却仍是{own}年报告的",
        "a report for {year} needs a date of its own, not that of {own}",
        "在“{year}:”下写成文日期，或加--set 成文日期=…",
        "give 成文日期 under `{year}:`, or with `--set 成文日期=…`",
    ),
    "metadata.no_title": Message(
        "没有标题",
        "there is no title",
        "在文件开头加“标题: …”",
        "add `标题: …` at the head of the file",
    ),
    "metadata.not_printed": Message(
        "所用版式不印“{key}”",
        "the template in use does not print {key}",
        "改用印有这一要素的版式，或删去该项",
        "choose a template that prints it, or take the key out",
        severity=Severity.WARNING,
    ),
    "content.no_text": Message(
        "没有正文",
        "the report has no text",
        "在要素部分之后写正文",
        "write it below the front matter",
        severity=Severity.WARNING,
    ),
    # Figures
    "figure.missing": Message(
        "指标“{figure}”缺{year}年数据",
        "figure {figure} has no value for {year}",
        "请填{cell}{supplied_by:；填报单位：}",
        "fill {cell}{supplied_by:; to be supplied by }",
        exit=Exit.PENDING,
    ),
    "figure.not_applicable": Message(
        "指标“{figure}”{year}年不适用（—），不能参加计算或比较",
        "figure {figure} does not apply in {year} (—) and cannot be reckoned with or compared",
        "先用“{figure} is 不适用”判断，或改写这句话",
        "ask `{figure} is not_applicable` first, or word the sentence without it",
    ),
    "figure.unknown": Message(
        "没有指标“{name}”{near:，最接近的是“…”}",
        "there is no figure {name}{near:; the nearest is …}",
        "改正名称，或在指标表中加上这一指标",
        "correct the name, or add the figure to the table",
    ),
    "figure.ambiguous": Message(
        "名为“{name}”的指标不止一个",
        "more than one figure is named {name}",
        "改用代码：{keys}",
        "use its key: {keys}",
    ),
    "figure.no_unit": Message(
        "只有指标才能带单位",
        "only a figure has a unit",
        "“|带单位”直接写在指标后面，计算结果的单位另行写出",
        "put `|with_unit` right after a figure; write the unit of a result yourself",
    ),
    "figures.no_year": Message(
        "指标表没有{year}年一列{years:，现有：}",
        "the table of figures has no column for {year}{years:; it has }",
        "加上“{year}”一列并填数，或核对年度",
        "add a column headed {year} and fill it, or check the year",
    ),
    "figure.no_year": Message(
        "{table}没有{year}年一列{years:，现有：}",
        "{table} has no column for {year}{years:; it has }",
        "改正这一行的年份，或在表中加上“{year}”一列并填数",
        "correct the year on this line, or add a column headed {year} to the table",
    ),
    # Names and words in expressions
    "name.unknown": Message(
        "没有“{name}”这一指标或变量{near:，最接近的是“…”}",
        "there is no figure or variable {name}{near:; the nearest is …}",
        "改正名称，或在指标表中加上这一指标",
        "correct the name, or add the figure to the table",
    ),
    "filter.unknown": Message(
        "没有“|{name}”这种写法{near:，最接近的是“|…”}",
        "there is no filter {name}{near:; the nearest is …}",
        "改正名称",
        "correct the name",
    ),
    "property.unknown": Message(
        "没有“.{name}”这一项{near:，最接近的是“.…”}",
        "there is no property {name}{near:; the nearest is …}",
        "改正名称",
        "correct the name",
    ),
    "test.unknown": Message(
        "没有“is {name}”这种判断{near:，最接近的是“is …”}",
        "there is no test {name}{near:; the nearest is …}",
        "改正名称",
        "correct the name",
    ),
    "macro.arguments": Message(
        "使用“{name}”时给的参数不对",
        "{name} is called with the wrong arguments",
        "应依次给出：{takes}",
        "it takes, in this order: {takes}",
    ),
    "date.unreadable": Message(
        "“{text}”不是日期，或无此日期",
        "{text} is not a date, or there is no such day",
        "写成2021-02-18或2021年2月18日",
        "write 2021-02-18 or 2021年2月18日",
    ),
    # Expressions that cannot be read or worked out
    "expression.syntax": Message(
        "表达式写法有误：{text}",
        "this expression cannot be read: {text}",
        "应写作“{{{{ 指标名称 }}}}”，括号、引号要成对，名称中不能有空格和标点",
        "write {{{{ name }}}}; close brackets and quotation marks, and keep spaces out of names",
    ),
    "expression.full_width": Message(
        "表达式中用了全角符号“{text}”",
        "there is a full-width {text} in an expression",
        "表达式中的括号、竖线、引号等一律用半角符号",
        "brackets, strokes and quotation marks are half-width in expressions",
    ),
    "expression.forbidden": Message(
        "此处不能这样写表达式",
        "an expression of this form is not allowed here",
        "可用指标、四则运算、比较，以及“|带单位”一类写法",
        "use figures, sums, comparisons, and filters such as `|with_unit`",
    ),
    "expression.failed": Message(
        "表达式算不出结果",
        "this expression has no result",
        "核对其中的数、年份和参数",
        "check its numbers, years and arguments",
    ),
    "expression.zero": Message(
        "除数为0",
        "division by zero",
        "除数可能为0时，先用“{{% if … %}}”判断",
        "where the divisor may be zero, ask with {{% if … %}} first",
    ),
    "expression.types": Message(
        "文字与数字不能一起计算或比较",
        "text and numbers cannot be reckoned with or compared to one another",
        '连接文字用“~”，如“{{{{ 件数 ~ "件" }}}}”',
        'join text with `~`, as in {{{{ 件数 ~ "件" }}}}',
    ),
    "expression.not_a_number": Message(
        "此处要用数字",
        "a number is wanted here",
        "换成指标或数字",
        "use a figure or a number",
    ),
    "expression.not_a_list": Message(
        "此处要用一列值，且个数要相符",
        "a list is wanted here, of the right length",
        "换成如“[甲, 乙]”或“附件”这样的列表",
        "use a list, such as `[a, b]` or `attachments`",
    ),
    "expression.not_printable": Message(
        "结果是一列值或真假，不能直接印出",
        "the result is a list or a truth value and cannot be printed",
        '列表用“|连接("、")”印出；判断用“{{% if … %}}”',
        'print a list with `|join("、")`; use a truth value in {{% if … %}}',
    ),
    # Statements
    "statement.unclosed": Message(
        "“{{% {name} %}}”没有结束",
        "{{% {name} %}} is never closed",
        "在应结束处加“{{% end{name} %}}”",
        "add {{% end{name} %}} where it ends",
    ),
    "statement.unknown": Message(
        "没有“{{% {name} %}}”这一语句，或它前面缺了开头",
        "there is no statement {{% {name} %}}, or what it closes was never opened",
        "可用：for、if、set、macro",
        "there are for, if, set and macro",
    ),
    "statement.forbidden": Message(
        "不能用这种“{name}”语句",
        "a statement of the kind {name} is not allowed",
        "可用：for、if、set、macro",
        "there are for, if, set and macro",
    ),
    "statement.comment": Message(
        "“{{#”开始的注释没有结束",
        "a comment that begins with {{# is never closed",
        "加“#}}”结束；若不是注释，在两个符号之间加空格",
        "close it with #}}; if it is no comment, put a space between the two signs",
    ),
    # Limits
    "limit.lines": Message(
        "一个文件最多{most}行",
        "a file may have {most} lines at most",
        "分成几个附件",
        "spread it over several attachments",
    ),
    "limit.values": Message(
        "一个文件最多插入{most}个值",
        "a file may insert {most} values at most",
        "核对循环的次数",
        "check how often its loops turn",
    ),
    "limit.output": Message(
        "展开后的文字太长，最多{most}字",
        "the text grows too long; {most} characters are the most",
        "核对循环的次数和反复相加的文字",
        "check its loops, and text that is added to itself",
    ),
    "limit.steps": Message(
        "循环次数太多，最多{most}次",
        "there are too many turns of loops; {most} are the most",
        "核对循环的次数",
        "check how often its loops turn",
    ),
    "limit.depth": Message(
        "嵌套太深，最多{most}层",
        "things are nested too deep; {most} levels are the most",
        "减少循环、判断、括号的层数，宏不能调用自身",
        "nest fewer loops, conditions and brackets; a macro must not call itself",
    ),
    # Markup
    "comment.unclosed": Message(
        "批注只有开头没有结束，以下内容都被当作批注",
        "a comment that begins with <!-- is never closed; all that follows counts as comment",
        "在批注末尾加“-->”",
        "close it with -->",
    ),
    "markup.leftover": Message(
        "“{mark}”会照样印出",
        "{mark} would be printed as it stands",
        "标记要成对；确要印出这一符号，在它前面加“\\”",
        "marks come in pairs; to print the sign itself, put a \\ before it",
    ),
    "markup.unsupported": Message(
        "没有“{mark}”这种标记，会照样印出",
        "there is no such markup: {mark} would be printed as it stands",
        "列表、引用、脚注、分隔线改写成段落；确要印出，在它前面加“\\”",
        "write lists, quotations, footnotes and rules as paragraphs; to print the sign, put a \\ before it",
    ),
    "markup.html": Message(
        "不能用HTML标记：{text}",
        "HTML cannot be used: {text}",
        "删去标记；确要印出，在“<”前加“\\”",
        "remove it; to print it, put a \\ before the <",
    ),
    "markup.link": Message(
        "公文中不能有链接：{text}",
        "a document on paper has no links: {text}",
        "改为文字；确要印出，在“[”前加“\\”",
        "write it as text; to print it, put a \\ before the [",
    ),
    "picture.inline": Message(
        "图片夹在文字中间：{text}",
        "a picture stands in the middle of text: {text}",
        "把图片标记移到单独一行",
        "give it a line of its own",
    ),
    # Headings
    "heading.skipped": Message(
        "标题是第{found}级，此处最多用到第{expected}级",
        "this heading is of level {found}; level {expected} is the deepest that can stand here",
        "把#减到{expected}个，或补上一级标题",
        "write {expected} #, or add the heading above it",
    ),
    "heading.too_deep": Message(
        "标题是第{found}级，最多{most}级",
        "this heading is of level {found}; {most} are the most",
        "并入上一级，或改为正文",
        "move it up a level, or make it a paragraph",
    ),
    "heading.no_blank": Message(
        "#与标题之间缺空格：{text}",
        "there is no space between # and the heading: {text}",
        "在#后加一个空格；若不是标题，在#前加“\\”",
        "put a space after the #; if it is no heading, put a \\ before it",
    ),
    "heading.empty": Message(
        "标题没有文字",
        "a heading without text",
        "补上文字，或删去这一行",
        "give it a text, or remove the line",
    ),
    "heading.attribute": Message(
        "标题后的“{text}”无法识别",
        "{text} after the heading is not known",
        '可用：{{.unnumbered}}、{{.run-in}}、{{.own-line}}、{{number="（二十三）"}}、{{id="…"}}',
        'there are {{.unnumbered}}, {{.run-in}}, {{.own-line}}, {{number="（二十三）"}} and {{id="…"}}',
    ),
    "heading.run_in_alone": Message(
        "以句号结尾的标题后面没有正文，已单独成行",
        "a heading that ends in 。 has no paragraph to run into; it stands on a line of its own",
        "去掉句号，或在后面补上正文",
        "drop the full stop, or add the paragraph",
        severity=Severity.WARNING,
    ),
    "heading.no_text": Message(
        "标题下面没有内容",
        "there is nothing below this heading",
        "补上正文，或删去这个标题",
        "write its text, or remove the heading",
        severity=Severity.WARNING,
    ),
    "heading.typed_number": Message(
        "标题自带序号“{number}”，版式还会再编号",
        "the heading has {number} typed before it, and the template numbers it again",
        '删去序号；要保留原号，写{{number="{number}"}}',
        'remove it; to keep it, write {{number="{number}"}}',
        severity=Severity.WARNING,
    ),
    # Tables and role blocks
    "table.width": Message(
        "这一行有{found}格，表头有{expected}格",
        "this row has {found} cells, the head has {expected}",
        "补上或删去“|”；格内的竖线写作“\\|”",
        "add or remove a |; write a stroke inside a cell as \\|",
    ),
    "table.head_width": Message(
        "表头有{found}格，下面的分隔行有{expected}格",
        "the head has {found} cells, the line below it {expected}",
        "使两行的格数一致",
        "give both lines the same number of cells",
    ),
    "table.caption_joined": Message(
        "“{text}”与上面的段落连在一起，没有成为表题",
        "{text} runs on from the paragraph above and does not become the table's title",
        "在这一行前面空一行",
        "put a blank line before it",
    ),
    "role.unknown": Message(
        "没有“{role}”这一要素{near:，最接近的是“…”}",
        "there is no element {role}{near:; the nearest is …}",
        "改正“:::”后的名称",
        "correct the name after :::",
    ),
    "role.unclosed": Message(
        "“::: {role}”没有结束",
        "::: {role} is never closed",
        "在它的末尾另起一行写“:::”",
        "write ::: on a line of its own where it ends",
    ),
    "role.stray": Message(
        "此处的“:::”没有对应的开头",
        "this ::: closes nothing",
        "删去，或在前面补上“::: 要素名称”",
        "remove it, or open the block with `::: role` above",
    ),
    # The template's document
    "frame.splice": Message(
        "版式文件中，正文或表格与其他文字写在了同一段",
        "in the template, text or a table is placed in the middle of a paragraph",
        "让“{{{{ 正文 }}}}”“{{{{ 信息表 }}}}”单独占一段，前后各空一行",
        "give {{{{ text }}}} or {{{{ information }}}} a paragraph of its own, between blank lines",
    ),
    "frame.no_text": Message(
        "版式文件没有印出正文",
        "the template does not print the report's text",
        "在document.md.j2中加“{{{{ 正文 }}}}”",
        "add {{{{ text }}}} to document.md.j2",
    ),
}
