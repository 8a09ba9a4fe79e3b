"""Phrases: help texts and the words of the command line, in Chinese and English.

Each entry is (Chinese, English); the Chinese is written, not translated. A line feed in a help text
is where its line ends: no line of the help is wider than 80 columns.
"""

from __future__ import annotations

from collections.abc import Mapping


def phrase(key: str, language: str, **values: object) -> str:
    """Find a phrase and fill in its blanks; `language` is "zh" or "en"."""
    chinese, english = PHRASES[key]
    text = chinese if language == "zh" else english
    return text.format_map(values) if values else text


PHRASES: Mapping[str, tuple[str, str]] = {
    # Help
    "help.usage": ("用法：{line}", "Usage: {line}"),
    "help.command": ("命令 …… [选项]", "COMMAND … [OPTIONS]"),
    "help.options_word": ("[选项]", "[OPTIONS]"),
    "help.about": (
        "按党政机关公文格式（GB/T 9704-2012）生成报告：正文和分年度数据只保存一份，\n由此生成DOCX和PDF。",
        "Regenerates official Chinese reports (GB/T 9704-2012): text and figures by year\n"
        "are kept once, DOCX and PDF are made from them.",
    ),
    "help.commands": ("命令：", "Commands:"),
    "help.options": ("选项：", "Options:"),
    "help.general": ("通用选项：", "General options:"),
    "help.exits": ("退出码：", "Exit status:"),
    "help.example": ("示例：", "Examples:"),
    "help.more": (
        "各命令的用法：gongwen 命令 --help",
        "Help on one command: gongwen COMMAND --help",
    ),
    "exit.0": ("完成", "done"),
    "exit.1": ("内容有错误", "faults in the content"),
    "exit.2": ("用法不对，或文件无法读取", "wrong use, or input that cannot be read"),
    "exit.3": ("内容无误，但有缺报数据", "nothing wrong, but figures are still missing"),
    "exit.4": ("有警告，按--strict未写入文件", "a warning stood under --strict; nothing was written"),
    "exit.5": ("只完成了一部分", "finished in part"),
    # What words and values are called
    "value.report": ("报告", "REPORT"),
    "value.documents": ("送审稿.docx", "FILE.docx"),
    "value.choice": ("序号或姓名", "WHICH"),
    "value.folder": ("文件夹", "DIR"),
    "value.file": ("文件", "FILE"),
    "value.year": ("年度", "YEAR"),
    "value.years": ("年度", "YEARS"),
    "value.edition": ("版本", "EDITION"),
    "value.template": ("版式", "TEMPLATE"),
    "value.setting": ("键=值", "KEY=VALUE"),
    "value.target": ("目标", "TARGET"),
    "value.formats": ("格式", "FORMATS"),
    "value.number": ("数", "N"),
    "value.pages": ("页码", "PAGES"),
    "value.action": ("show", "show"),
    "value.code": ("代码", "CODE"),
    "value.office_file": ("单位=文件", "OFFICE=FILE"),
    "value.names": ("指标或文件", "NAMES"),
    "value.level": ("级别", "LEVEL"),
    # General options
    "option.lang": (
        "帮助和提示的语言；不写则按GONGWEN_LANG和系统语言，\n系统未指明语言时用中文",
        "language of help and messages; else GONGWEN_LANG and the\n"
        "locale decide, Chinese where the locale is silent",
    ),
    "option.format": (
        "json把结果和提示作为一个JSON对象写到标准输出",
        "json puts results and diagnostics on standard output as\none JSON object",
    ),
    "option.help": ("显示帮助", "show this help"),
    "option.version": ("显示版本号", "show the version"),
    # Options of several commands
    "option.year": ("报告年度；不写则用报告自己的年度", "year to report; the report's own unless given"),
    "option.edition": ("报告中定义的版本，如“公开”", "one of the report's editions, such as 公开"),
    "option.template": (
        "版式的名称或路径；不写则用报告指定的版式",
        "name or path of a template; else the report's own",
    ),
    "option.templates": (
        "先在此文件夹中找版式，再找内置版式；可多次使用",
        "look for templates here first; may be repeated",
    ),
    "option.settings": (
        "代替报告开头写的值，如成文日期=2026-01-20；可多次使用",
        "override metadata, such as issued_on=2026-01-20; may\nbe repeated",
    ),
    "option.target": (
        "排版目标：portable、word或word-hang",
        "layout target: portable, word or word-hang",
    ),
    "option.faces": (
        "auto优先用已安装的公文字体，vendored只用自带字体；\n不写则按环境变量GONGWEN_FACES",
        "auto: installed official faces first; vendored: only\n"
        "those that come along; else GONGWEN_FACES decides",
    ),
    "option.strict": ("有警告就不写入文件", "write nothing while a warning stands"),
    # init
    "init.summary": ("建立报告文件夹", "make a report folder to start from"),
    "init.folder": ("新文件夹；已有内容的文件夹不改动", "a new folder; one that holds files is left alone"),
    "init.example": ("gongwen init 工作报告", "gongwen init report"),
    "init.next": (
        "下一步：\n"
        "  1. 在report.md中填写标题、发文机关、成文日期，改写正文\n"
        "  2. 在figures.xlsx中填写各年度数据（现有数据为示例数据）\n"
        "  3. 生成文件：gongwen build {folder}",
        "Next:\n"
        "  1. report.md: title, issuer and date at its head, then the text\n"
        "  2. figures.xlsx: the figures by year (those in it are made up)\n"
        "  3. gongwen build {folder}",
    ),
    # import
    "value.source": ("文件", "SOURCE"),
    "import.summary": ("由上年已公布的报告建立报告文件夹", "make a report folder of a published report"),
    "import.source": (
        "已公布的报告：文本、网页、DOCX或带文字的PDF",
        "the published report: text, web page, DOCX, or PDF with text",
    ),
    "import.out": (
        "新文件夹；不写则在该文件旁，以其文件名命名",
        "a new folder; else beside the file, by its name",
    ),
    "import.figures_option": (
        "none不找指标，文字全部照录；sure只取有把握的；\nall全部找出（不写则为all）",
        "none: plain text throughout; sure: only what leaves\n"
        "little doubt; all: every figure found (the default)",
    ),
    "import.keep_punctuation": ("标点照原样，不改为全角", "leave the marks as they are"),
    "import.force": (
        "不像报告的也导入；附带报告文件夹的也重新识别",
        "also what does not look like a report, or carries its\nfolder",
    ),
    "import.example": (
        "gongwen import 2020.html -o 工作报告\ngongwen import 2020.docx --figures sure",
        "gongwen import 2020.html -o report\ngongwen import 2020.docx --figures sure",
    ),
    "import.read": ("读取：{kind}{encoding}", "read: {kind}{encoding}"),
    "import.encoding": ("（{encoding}）", " ({encoding})"),
    "import.kind.text": ("文本", "text"),
    "import.kind.web_page": ("网页", "web page"),
    "import.kind.docx": ("DOCX", "DOCX"),
    "import.kind.pdf": ("PDF", "PDF"),
    "import.title": (
        "标题：{title}；年度：{year}；版式：{template}",
        "title: {title}; year: {year}; template: {template}",
    ),
    "import.counts": (
        "正文{paragraphs}段、{characters}字，标题{headings}个，表格{tables}个，图片{pictures}张，附件{attachments}个",
        "{paragraphs} paragraphs, {characters} characters, {headings} headings, {tables} tables, "
        "{pictures} pictures, {attachments} attachments",
    ),
    "import.list": ("{name}（{count}）：", "{name} ({count}):"),
    "import.outline": ("标题层次", "outline"),
    "import.figures": ("指标，见figures.xlsx", "figures, in figures.xlsx"),
    "import.no_figures": ("没有找出指标", "no figures were found"),
    "import.weak": (
        "把握不足80%的{count}项，请先核对：",
        "{count} of them below 80% confidence, to be checked first:",
    ),
    "import.and_more": ("  ……另有{count}条，加--format json查看", "  … {count} more, see --format json"),
    "import.dropped": ("未列入正文的内容", "left out of the text"),
    "import.changed": ("改动的标点", "marks changed"),
    "import.change": (
        "{shown}  {count}处，首处：{place}……{context}……",
        "{shown}  {count} ×, first at {place} …{context}…",
    ),
    "import.blanks": ("删去汉字与数字之间的空格", "blanks between Han characters and digits"),
    "import.doubts": ("存疑之处，请核对", "doubtful, to be checked"),
    "import.doubtful_mark": ("  ←请核对", "  ← check"),
    "import.line": ("第{line}行  ", "line {line}  "),
    "import.page": ("第{page}页  ", "page {page}  "),
    "import.dropped.information": ("信息表", "information table"),
    "import.dropped.navigation": ("网页导航", "navigation"),
    "import.dropped.tools": ("网页工具", "page tools"),
    "import.dropped.footer": ("页脚", "footer"),
    "import.dropped.page_number": ("页码", "page number"),
    "import.dropped.running_head": ("页眉", "running head"),
    "import.dropped.files": ("下载链接", "downloads"),
    "import.dropped.repeat": ("重复的标题", "repeated title"),
    "import.dropped.above": ("标题之上的文字", "above the title"),
    "import.dropped.picture": ("标题之上的图片", "picture above the title"),
    "import.dropped.repeated_picture": ("每页都有的图片", "picture on page after page"),
    "import.dropped.note_mark": ("标题后的注释号", "note mark behind the title"),
    "import.dropped.contents": ("目录", "table of contents"),
    "import.dropped.hidden": ("隐藏文字", "hidden text"),
    "import.doubt.title": ("标题", "title"),
    "import.doubt.no_title": (
        "没有找到标题，用文件名代替",
        "no title was found; the file's name stands for it",
    ),
    "import.doubt.year": ("没有找到年度", "no year was found"),
    "import.doubt.issuer": ("发文机关取自标题", "the issuer was taken from the title"),
    "import.doubt.date": ("与落款日期不同", "differs from the date below the text"),
    "import.doubt.heading": ("可能不是标题", "may be no heading"),
    "import.doubt.above": ("标题之上的文字未列入正文", "stood above the title and was left out"),
    "import.doubt.below": ("落款之后的文字", "follows the signature"),
    "import.doubt.picture": ("图片格式不能导入", "a picture in a format that cannot be used"),
    "import.doubt.note": ("脚注移到文末", "a footnote, moved to the end"),
    "import.next": (
        "下一步：对照原文核对上列各项，改report.md和figures.xlsx，再用gongwen build生成",
        "Next: check all this against the original, mend report.md and figures.xlsx, then gongwen build",
    ),
    # build
    "build.summary": ("生成DOCX和PDF", "build a report's DOCX and PDF"),
    "build.report": ("报告文件夹，或其中的正文文件", "report folder, or the text file in it"),
    "build.out": ("输出文件夹；不写则为报告文件夹下的out", "output folder; REPORT/out unless given"),
    "build.example": (
        "gongwen build 工作报告\ngongwen build 工作报告 --year 2026 --set 成文日期=2027-01-20 --to pdf",
        "gongwen build report\ngongwen build report --year 2026 --set issued_on=2027-01-20 --to pdf",
    ),
    "option.to": (
        "输出格式：docx、pdf、html、txt，用逗号隔开",
        "formats: docx, pdf, html, txt, with commas between",
    ),
    "build.deviation": (
        "与标准不同：{name}为{own}，标准为{standard}（GB/T 9704—2012 {clause}）",
        "departs from the standard: {name} is {own}, the standard has {standard} (GB/T 9704-2012, {clause})",
    ),
    "build.addition": (
        "标准没有的设置：{name}为{own}（GB/T 9704—2012 {clause}）",
        "not in the standard: {name} is {own} (GB/T 9704-2012, {clause})",
    ),
    "option.per_addressee": ("每个主送机关各生成一份", "one set of files for each addressee (主送机关)"),
    "option.compare": (
        "附与这些年度的对比表，如2019或2018,2019；不用则不附；\n不写则按报告的“比较”",
        "attach a comparison with these years, as in 2018,2019;\n"
        "none: without one; the report's own 比较 unless given",
    ),
    "option.force": (
        "覆盖生成后改动过的文件和不是本工具生成的文件",
        "replace files edited since, or made by another program",
    ),
    "option.plain": ("DOCX中不留本工具的标记", "leave our own marks out of the DOCX"),
    "option.carry_source": (
        "把报告文件夹附在DOCX和PDF中，供restore还原；\n公开版不可用",
        "embed the report folder in both files, for restore;\nnot in a public edition",
    ),
    "option.extras": (
        "同时生成数据核对表（内部使用）：--with 核对表",
        "also make sign-off sheets, which are internal:\n--with 核对表",
    ),
    "value.extra": ("核对表", "核对表"),
    "build.fingerprint": ("核对码：{digits}", "fingerprint of text and figures: {digits}"),
    "build.pages": (
        "共{pages}页；排版目标：{target}；版面：{geometry}",
        "{pages} pages; layout target {target}; margins: {geometry}",
    ),
    "build.geometry": ("{format}按{geometry}", "{format} {geometry}"),
    "build.faces": ("字体：{faces}", "faces: {faces}"),
    "build.face": ("{role}用{family}（{origin}）", "{role} {family} ({origin})"),
    "geometry.electronic": ("电子公文", "electronic"),
    "geometry.nominal": ("纸质公文", "nominal"),
    "origin.official": ("系统字体", "installed"),
    "origin.vendored": ("自带字体", "vendored"),
    "faces.fallback": ("补字", "fallback"),
    "list.comma": ("，", ", "),
    "list.pause": ("、", ", "),
    "option.at": (
        "只用留底的内容生成这一稿，与当时逐字节核对；\n输出到报告文件夹下的out/名称",
        "build a frozen state of what is kept, and compare every\nbyte; written to REPORT/out/NAME",
    ),
    "build.same": ("与“{name}”留底时逐字节一致：{formats}", "byte for byte as frozen as {name}: {formats}"),
    # freeze
    "value.state": ("名称", "NAME"),
    "value.person": ("姓名", "WHO"),
    "value.words": ("文字", "TEXT"),
    "freeze.summary": (
        "把某一稿留底，以后可逐字节重新生成",
        "fix a state under a name, to compare with and build again",
    ),
    "freeze.report": ("报告文件夹，或其中的正文文件", "report folder, or the text file in it"),
    "freeze.as": ("留底，名称如“送审稿”", "freeze the report under this name, such as 送审稿"),
    "freeze.by": ("留底人，记入留底记录", "who freezes it, for the record"),
    "freeze.note": ("说明，记入留底记录", "a note for the record"),
    "freeze.list": ("列出各次留底，检查是否完好", "list the states, and whether they are whole"),
    "freeze.since": ("列出自该次留底以来的变动", "list what moved since that state"),
    "freeze.example": (
        "gongwen freeze 工作报告 --as 送审稿\n"
        "gongwen build 工作报告 --at 送审稿\n"
        "gongwen freeze 工作报告 --since 送审稿",
        "gongwen freeze report --as 送审稿\n"
        "gongwen build report --at 送审稿\n"
        "gongwen freeze report --since 送审稿",
    ),
    "freeze.done": (
        "已留底：共{pages}页，指标{figures}项，文件{files}个；核对码：{digits}",
        "frozen: {pages} pages, {figures} figures, {files} files; fingerprint {digits}",
    ),
    "freeze.warned": ("生成时的警告{count}条已记入留底记录", "{count} warnings went into the record"),
    "freeze.nothing": ("没有留底", "no frozen states"),
    "freeze.heads": (
        "名称 留底时间 年度 版本 页数 核对码 状态 留底人 说明",
        "name frozen year edition pages fingerprint state by note",
    ),
    "freeze.whole": ("完好", "whole"),
    "freeze.damaged": ("已损坏", "damaged"),
    "since.moved": ("自{name}以来变动：{counts}", "moved since {name}: {counts}"),
    "since.unmoved": ("自{name}以来没有变动", "nothing has moved since {name} was frozen"),
    "since.frozen": ("{name}：{on}留底，核对码{digits}", "{name}: frozen {on}, fingerprint {digits}"),
    "since.how": (
        "逐项查看：gongwen freeze {report} --since {name}",
        "each of them: gongwen freeze {report} --since {name}",
    ),
    "since.count.figures": ("指标{count}项", "{count} figures"),
    "since.count.sentences": ("文字{count}处", "{count} places of the text"),
    "since.count.metadata": ("要素{count}项", "{count} metadata"),
    "since.count.files": ("图片等文件{count}个", "{count} other files"),
    "since.count.template": ("版式{count}个", "{count} template"),
    "since.count.faces": ("字体{count}种", "{count} faces"),
    "since.head.figures": ("指标", "Figures"),
    "since.head.sentences": ("文字", "Text"),
    "since.head.metadata": ("要素", "Metadata"),
    "since.head.files": ("图片等文件", "Other files"),
    "since.head.template": ("版式", "Template"),
    "since.head.faces": ("字体", "Faces"),
    "since.case.changed": ("改", "changed"),
    "since.case.new": ("增", "new"),
    "since.case.gone": ("删", "gone"),
    "since.case.moved": ("移", "moved"),
    "since.cell": ("{year}年：{before}→{after}", "{year}: {before} → {after}"),
    "since.aspect": ("{name}：{before}→{after}", "{name}: {before} → {after}"),
    "since.blank": ("（空）", "(empty)"),
    "since.out": ("〔删：{text}〕", "[-{text}-]"),
    "since.in": ("〔增：{text}〕", "{{+{text}+}}"),
    "since.template": ("版式的取值或固定文字有变动", "values or fixed words of the template changed"),
    # check
    "check.summary": ("检查报告，列出问题", "look a report over and list what is wrong"),
    "check.report": (
        "报告文件夹，或其中的正文文件；也可以是任何DOCX、PDF、\n文本或网页文件",
        "report folder, or the text file in it; or any DOCX, PDF,\ntext or web page",
    ),
    "check.example": (
        "gongwen check 工作报告\ngongwen check 来文.docx\ngongwen check --explain list",
        "gongwen check report\ngongwen check letter.docx\ngongwen check --explain list",
    ),
    "value.waiver": ("代码=理由", "CODE=REASON"),
    "value.pack": ("规则包", "PACK"),
    "option.packs": (
        "规则包的名称或路径，可写多次；无：不用。\n不写则用报告写明的，或按标题选用",
        "rule packs by name or path, several times over; 无:\nnone; without, the report's own or by title",
    ),
    "value.last_year": ("上年报告", "LAST_YEAR"),
    "check.against": (
        "上年数与之核对的报告文件夹或留底名称；\n不写则用本文件夹中上年的留底",
        "last year's report, to hold last year's values against:\n"
        "a folder or a frozen state; without, the state that\nthis folder froze for that year",
    ),
    "option.waive": (
        "停用一个检查项并写明理由，可写多次；报告文件夹宜写在\n“不查”中",
        "switch a check off and say why; several times over.\nOf a report folder, better in its 不查",
    ),
    "check.file.is": ("{name}：{kind}文件；{form}", "{name}: {kind}; {form}"),
    "check.file.form.gongwen": ("公文（文件格式）", "official document (文件格式)"),
    "check.file.form.letter": ("公文（信函格式）", "official letter (信函格式)"),
    "check.file.form.order": ("公文（命令格式）", "order (命令格式)"),
    "check.file.form.minutes": ("公文（纪要格式）", "minutes (纪要格式)"),
    "check.file.form.report": (
        "标题、正文、落款（无版头、版记）",
        "title, text and signature, without masthead",
    ),
    "check.file.form.data": ("像是数据表，不像公文", "looks like data, not like an official text"),
    "check.file.form.verse": ("像是诗文，不像公文", "looks like verse, not like an official text"),
    "check.file.form.other": (
        "不像公文，仍按公文检查",
        "does not look like an official text; checked all the same",
    ),
    "check.file.title": ("标题：{title}", "title: {title}"),
    "check.file.pages": ("共{pages}页，", "{pages} pages, "),
    "check.file.pages_saved": ("共{pages}页（按上次保存时的分页），", "{pages} pages (as last saved), "),
    "check.file.no_pages": ("", ""),
    "check.file.extent": (
        "{pages}{paragraphs}段，{tables}个表，约{characters}字",
        "{pages}{paragraphs} paragraphs, {tables} tables, about {characters} characters",
    ),
    "check.file.headings": (
        "标题层级：一级{first}，二级{second}，三级{third}，四级{fourth}",
        "headings by level: {first}, {second}, {third}, {fourth}",
    ),
    "check.file.unmet": (
        "以下各项没有做到（级别、处数、要求）：",
        "not met (level, places, what is asked for):",
    ),
    "check.file.more": ("  另有{count}个检查项查出问题", "  and findings of {count} further checks"),
    "check.file.looked_at": ("已查：{what}", "looked at: {what}"),
    "check.file.and": ("；", "; "),
    "check.file.looked_at.words": ("文字、标点、数字、结构", "words, punctuation, numbers, structure"),
    "check.file.looked_at.attributes": (
        "页面、字体字号、间距缩进、层次、页码、版记、遗留内容",
        "page set-up, faces and sizes, spacing, indents, levels, page numbers, colophon, what was left over",
    ),
    "check.file.looked_at.geometry": (
        "页面、版心、行数字数、字体字号、页码、版记",
        "page, type area, lines and characters, faces and sizes, page numbers, colophon",
    ),
    "check.file.missing.figures": (
        "未查：与指标表、上年数的核对（文件中没有数据）",
        "not looked at: table of figures and last year's values, which a file does not have",
    ),
    "check.file.missing.layout": (
        "未查：版面（文本和网页没有版面，请提供DOCX或PDF）",
        "not looked at: layout, which a text or a web page has none of; give the DOCX or PDF",
    ),
    "check.file.missing.lines": (
        "未查：每面行数、每行字数（DOCX由打开它的软件分行，请另查由其生成的PDF）",
        "not looked at: lines and characters as they fall; check the PDF made of it as well",
    ),
    "check.file.missing.attributes": (
        "未查：样式、自动编号、修订和批注（PDF中没有，请另查DOCX）",
        "not looked at: styles, automatic numbers, tracked changes; check the DOCX as well",
    ),
    "check.file.page": ("第{page}页", "page {page}:"),
    "check.file.throughout": ("全文", "throughout"),
    "check.file.all": ("逐条", "one by one"),
    "check.file.place": ("第{line}段“{words}”：", "paragraph {line}, “{words}”: "),
    "option.fail_on": (
        "查出此级及以上的问题时退出码为1：规定、推荐、\n习惯；不写则为推荐",
        "exit status 1 for findings of this level and above:\n"
        "required, recommended or customary; recommended unless\ngiven",
    ),
    "option.fix": (
        "标点、数字、序号写法等不必读就能改的，直接改正；\n原文件存入“备份”",
        "put marks, digits and forms of numbers right that need\nno reader; the old files go to 备份",
    ),
    "option.dry_run": ("与--fix同用：只列出改动，不写文件", "with --fix: list the changes, write nothing"),
    "check.fix.change": ("“{before}” → “{after}”［{code}］", "“{before}” → “{after}” [{code}]"),
    "check.fix.nothing": ("没有可以直接改正的", "nothing that needs no reader"),
    "check.fix.written": ("已改正{count}处，写入{files}", "{count} places put right in {files}"),
    "check.fix.kept": ("原文件存于{folder}", "the old files are in {folder}"),
    "check.fix.would": ("可改正{count}处，未写文件", "{count} places can be put right; nothing was written"),
    "check.fix.left": (
        "另有{count}处要在原处手工改：或是由表达式、循环印出，或是夹有标记",
        "{count} more are for you to change: an expression or a loop prints them, or markup stands between",
    ),
    "option.explain": (
        "说明一个检查项：依据、正例、反例；list列出全部",
        "explain a check, with samples; list names all of them",
    ),
    "check.found": (
        "查出{count}条：规定{required}，推荐{recommended}，习惯{customary}",
        "findings: {count}; required {required}, recommended {recommended}, customary {customary}",
    ),
    "check.nothing": ("未查出问题", "nothing found"),
    "check.waived": (
        "停用{code}，未列{count}条：{reason}",
        "{code} is switched off, {count} not listed: {reason}",
    ),
    "check.waived_total": (
        "停用{entries}项，共{count}条未列：",
        "switched off: {entries}, with {count} findings not listed:",
    ),
    "check.accepted": (
        "停用{code}“{words}”，未列{count}条：{reason}",
        "{code} is switched off for “{words}”, {count} not listed: {reason}",
    ),
    "check.page.level": ("级别：{level}", "level: {level}"),
    "check.page.clause": ("；依据：{clause}", "; clause: {clause}"),
    "check.page.right": ("正例：", "passes:"),
    "check.page.wrong": ("反例：", "fails:"),
    "option.annotate": (
        "另存一份DOCX，在每处问题上加批注",
        "write the DOCX again with a comment at each finding",
    ),
    "check.annotated": ("已加批注{count}条：{path}", "comments: {count}, in {path}"),
    "check.page.waive_file": (
        "确需停用的，在命令中加：\n  --waive {code}=理由",
        "to switch it off, add to the command:\n  --waive {code}=reason",
    ),
    "check.page.waive": (
        "确需停用的，在report.md开头写：\n  不查:\n    {code}: 理由",
        "to switch it off, at the head of report.md:\n  不查:\n    {code}: reason",
    ),
    # batch
    "batch.summary": ("按清单批量生成", "build many reports from a manifest"),
    "batch.manifest": (
        "清单（.csv .xlsx .yaml），或存放报告文件夹的文件夹",
        "a list (.csv .xlsx .yaml), or a folder of report folders",
    ),
    "batch.out": (
        "输出文件夹或fsspec地址；不写则为清单旁的out",
        "output folder or fsspec address; out beside the\nmanifest unless given",
    ),
    "batch.force": (
        "全部重新生成，并覆盖生成后改动过的文件",
        "build everything again, and replace files edited since",
    ),
    "batch.example": (
        "gongwen batch 任务.xlsx -o 全区\ngongwen batch 任务.xlsx -o 全区 --resume",
        "gongwen batch jobs.xlsx -o all\ngongwen batch jobs.xlsx -o all --resume",
    ),
    "option.workers": (
        "同时运行的进程数；不写则用全部处理器",
        "processes at once; all processors unless given",
    ),
    "option.resume": (
        "重试上次失败的任务；未变动的任务总是跳过",
        "try again what failed; what has not changed is\nalways skipped",
    ),
    "option.timeout": (
        "每份报告最多用多少秒，0为不限；不写则为120",
        "seconds one report may take, 0: any; 120 unless given",
    ),
    "option.memory": (
        "每份报告最多用多少MB内存，0为不限；不写则为1500",
        "MB of memory one report may take, 0: any; 1500 unless\ngiven (Linux)",
    ),
    "option.alike": ("比对各报告相同的句子，写入alike.xlsx", "compare the reports' sentences, in alike.xlsx"),
    "option.refresh": ("重新查询数据库，不用快照", "ask the database again instead of the snapshot"),
    "option.scheduler": (
        "在Dask集群上运行，如tcp://10.0.0.5:8786",
        "run on a Dask cluster, such as tcp://10.0.0.5:8786",
    ),
    "option.fallback": ("集群不可用时改在本机运行", "go on with this machine when the cluster is lost"),
    "batch.failed": ("未完成：{name}（{row}）", "not built: {name} ({row})"),
    "batch.more_failures": ("另有{count}项未完成，见失败清单", "and {count} more, in the list of failures"),
    "batch.summary_line": (
        "共{total}项：生成{done}，未变动跳过{skipped}，未完成{failed}，未运行{left}；用时{seconds}秒",
        "{total} jobs: {done} built, {skipped} unchanged, {failed} failed, {left} not run; {seconds} s",
    ),
    "batch.drafted": (
        "邮件草稿{count}封，在{folder}，没有发送",
        "{count} drafts of mail in {folder}, nothing sent",
    ),
    "batch.interrupted": (
        "已中断；再次运行同一命令即可继续，已完成的不再重做",
        "interrupted; run the same command to go on, what is done is not built again",
    ),
    "batch.slowest": ("最慢：{names}", "slowest: {names}"),
    "progress.line": (
        "[{bar}] {ended}/{total}，每秒{rate}份，余{left}，失败{failed}",
        "[{bar}] {ended}/{total}, {rate}/s, {left} to go, failed {failed}",
    ),
    "value.manifest": ("清单", "MANIFEST"),
    "value.place": ("位置", "PLACE"),
    "value.address": ("地址", "ADDRESS"),
    # rollover
    "rollover.summary": (
        "生成下一年度文稿，列出待核改语句",
        "make next year's folder, and list the sentences to look at",
    ),
    "rollover.report": (
        "本年度的报告文件夹，或其中的正文文件",
        "this year's report folder, or the text file in it",
    ),
    "rollover.to": ("新文稿的年度；不写则为下一年", "the new year; the next one unless given"),
    "rollover.out": (
        "新文件夹；不写则在原文件夹旁，以新年度命名",
        "the new folder; beside the old one, named after the\nnew year, unless given",
    ),
    "rollover.list": (
        "只更新此文件夹的待核改语句清单，标记保留",
        "only bring the folder's list up to date; marks are kept",
    ),
    "rollover.example": (
        "gongwen rollover 工作报告2026 --to 2027\ngongwen rollover 工作报告2027 --list",
        "gongwen rollover report-2026 --to 2027\ngongwen rollover report-2027 --list",
    ),
    "rollover.next": ("下一步：", "Next:"),
    "rollover.fill": (
        "填写{year}年数据：{place}起，共{count}项",
        "fill in the figures of {year}: {count}, from {place} on",
    ),
    "rollover.review": (
        "按待核改语句.xlsx逐条修改report.md，仍准确的标“保留”，条数：{count}",
        "work off 待核改语句.xlsx in report.md, marking 保留 what is still right: {count}",
    ),
    "rollover.metadata": ("在文件开头填写：{keys}", "at the head of the text, fill in {keys}"),
    "rollover.check": ("检查：gongwen check {folder}", "gongwen check {folder}"),
    "rollover.build": ("生成文件：gongwen build {folder}", "gongwen build {folder}"),
    "rollover.waiting": ("未处理条数：{count}", "still waiting: {count}"),
    # collect
    "collect.summary": (
        "向各填报单位下发收数表，收回填好的表",
        "send sheets to the offices that supply figures, take the answers in",
    ),
    "collect.report": (
        "报告文件夹；指标表中要有“填报单位”",
        "report folder whose figures name their 填报单位",
    ),
    "collect.out": (
        "下发：收数表写到这个文件夹，不写则为out/收数表；\n收回：另存一份报送登记.xlsx",
        "without --in: folder for the sheets, else out/收数表;\nwith --in: folder for a copy of the lists",
    ),
    "collect.in": (
        "收回：各单位退回的文件所在的文件夹，按内容识别，\n不看文件名",
        "folder of returned files; they are known by what they\nsay, not by their names",
    ),
    "collect.apply": (
        "写入指标表和报送登记；有待核实的则不写",
        "write the figures table and the register, unless\nsomething is to be decided",
    ),
    "collect.skip_doubtful": (
        "与--apply同用：只写入没有疑问的数",
        "with --apply: write what is clear, leave the rest",
    ),
    "collect.take": (
        "一个单位有几份时，以哪份为准",
        "which file of an office to take where it sent several",
    ),
    "collect.accept": (
        "已核实无误的指标或文件，多个用逗号分开",
        "figures or files that were checked and are right;\nseveral with commas",
    ),
    "collect.force": (
        "下发时覆盖文件夹中已填过的收数表",
        "write over sheets in the folder that were filled in",
    ),
    "collect.example": (
        "gongwen collect 报告 --out 下发\ngongwen collect 报告 --in 收回\n"
        "gongwen collect 报告 --in 收回 --apply",
        "gongwen collect report --out sheets\ngongwen collect report --in answers\n"
        "gongwen collect report --in answers --apply",
    ),
    "collect.figures": ("{count}项", "{count} figures"),
    "collect.sent": ("已写出{count}份收数表和{name}：{folder}", "{count} sheets and {name} in {folder}"),
    "collect.head.office": ("填报单位", "office"),
    "collect.head.file": ("文件", "file"),
    "collect.head.version": ("版次", "version"),
    "collect.head.day": ("填报日期", "filled on"),
    "collect.head.filler": ("填表人", "by"),
    "collect.head.phone": ("联系电话", "phone"),
    "collect.head.given": ("已有/应报", "given"),
    "collect.version": ("第{number}版", "[{number}]"),
    "collect.not_taken": ("未采用", "not taken"),
    "collect.none": ("未报送", "not returned"),
    "collect.blank": ("（空）", "(blank)"),
    "collect.moved": (
        "改报：{office} {figure} {before}→{after}",
        "changed: {office}, {figure}: {before} to {after}",
    ),
    "collect.sum": (
        "收到文件{files}个，已报单位{offices}个，未报单位{waiting}个；可写入{changes}项，待核实{open}项，缺报{missing}项",
        "{files} files; {offices} offices answered, {waiting} did not; {changes} values to write, "
        "{open} to decide, {missing} missing",
    ),
    "collect.written": ("已写入：{files}", "written: {files}"),
    "collect.kept": ("原文件：{folder}", "what they were: {folder}"),
    "collect.nothing_new": ("没有新的内容，未写入", "nothing new, so nothing was written"),
    "collect.not_written": (
        "尚未写入；核对后加--apply",
        "nothing is written yet; look it over, then add --apply",
    ),
    # compare
    "compare.summary": (
        "单独生成年度对比表，或与另一稿对照的修订稿",
        "make the comparison of years alone, or show what was changed",
    ),
    "compare.report": ("报告文件夹，或其中的正文文件", "report folder, or the text file in it"),
    "compare.other": (
        "另一份报告：另一年度或另一单位的",
        "another report, of another year or another office",
    ),
    "value.other": ("另一报告", "OTHER"),
    "value.match": ("甲=乙", "ONE=OTHER"),
    "option.matches": (
        "两份报告中名称不同的同一指标，可多次使用",
        "one figure that has two names in the two reports;\nmay be repeated",
    ),
    "compare.left_out": ("{side}未列入：{names}", "left out of {side}: {names}"),
    "compare.to": (
        "输出格式：docx、pdf、xlsx、json，用逗号隔开；\n不写则为docx和pdf",
        "formats: docx, pdf, xlsx, json, with commas between;\ndocx and pdf unless given",
    ),
    "option.years": (
        "对比的年度，如2019,2020；不写则按报告的年度和“比较”",
        "years to compare, such as 2019,2020; else the report's\nown year and 比较",
    ),
    "compare.example": (
        "gongwen compare 工作报告 --years 2019,2020\n"
        "gongwen compare 工作报告 --years 2018,2019,2020 --to xlsx\n"
        "gongwen compare 工作报告 --against 送审稿 --to docx",
        "gongwen compare report --years 2019,2020\n"
        "gongwen compare report --years 2018,2019,2020 --to xlsx\n"
        "gongwen compare report --against draft.docx --to docx",
    ),
    "value.against": ("另一稿", "OTHER"),
    "option.against": (
        "生成修订稿和修订说明，对照另一报告的文件夹、\n"
        "本报告的另一年度、留底名称或docx、pdf、html、txt文件；\n"
        "格式为docx，加pdf则修订说明另有PDF",
        "show what was changed, as tracked changes and summary:\n"
        "against another report's folder, another year of this\n"
        "one, a frozen state, or a docx, pdf, html or txt file;\ndocx, and with pdf a PDF of the summary",
    ),
    "option.author": (
        "修订的作者，与--against同用；不写则为发文机关",
        "author of the changes, with --against;\nthe issuers unless given",
    ),
    "revision.same": ("两稿文字相同，没有改动", "the texts are the same, nothing was changed"),
    "revision.done": (
        "改动{changed}段，新增{new}段，删去{gone}段，移动{moved}段，表格改动{rows}处；相同文字占{percent}%",
        "paragraphs: {changed} changed, {new} new, {gone} gone, {moved} moved; {rows} changes in tables; "
        "{percent} % of the words are the same",
    ),
    "revision.section.new": ("新增章节：{after}", "new section: {after}"),
    "revision.section.dropped": ("删去章节：{before}", "section dropped: {before}"),
    "revision.section.renamed": ("章节改名：{before} → {after}", "section renamed: {before} → {after}"),
    "revision.section.moved": ("章节移动：{before} → {after}", "section moved: {before} → {after}"),
    "revision.figure": ("{name}：{before} → {after}{unit}", "{name}: {before} → {after} {unit}"),
    "revision.more_figures": ("其余{count}项数据见修订说明", "{count} more figures are in the summary"),
    "revision.words": (
        "文字改动{count}处，见修订说明和修订稿",
        "{count} changes of words, in the summary and the document",
    ),
    "compare.done": ("对比{years}，{rows}行，共{pages}页", "{years} compared: {rows} rows on {pages} pages"),
    # where
    "where.summary": (
        "查一个指标用在何处，改动后影响什么",
        "find where a figure is used, and what it changes",
    ),
    "where.report": ("报告文件夹，或其中的正文文件", "report folder, or the text file in it"),
    "where.example": (
        "gongwen where 工作报告 行政复议申请收到件数\ngongwen where 工作报告",
        "gongwen where report 行政复议申请收到件数\ngongwen where report",
    ),
    "value.figure": ("指标", "FIGURE"),
    "where.figure": ("指标名称或代码；不写则列出全部指标", "a figure's name or code; all unless given"),
    "where.head": ("{name}（{value}）　{cell}", "{name} ({value})  {cell}"),
    "where.place": ("第{page}页第{line}行", "{page}:{line} in print"),
    "where.row": ("表第{row}行", "row {row} of the table"),
    "where.changes": ("改动后随之变化的指标：{names}", "figures that change with it: {names}"),
    "where.nowhere": ("未使用", "used nowhere"),
    "where.unused": ("未使用的指标：{names}", "figures used nowhere: {names}"),
    "where.title": ("标题", "title"),
    "where.heading": ("小标题", "heading"),
    "where.sentence": ("正文", "text"),
    "where.table": ("表格", "table"),
    "where.attachment": ("附件", "attachment"),
    "where.comparison": ("对比表", "comparison"),
    "where.expression": ("算式", "expression"),
    "where.condition": ("条件", "condition"),
    "where.name": ("变量", "name"),
    "where.metadata": ("要素", "metadata"),
    "where.formula": ("公式", "formula"),
    "where.relation": ("关系", "relation"),
    # restore
    "restore.summary": ("还原DOCX或PDF中附带的报告文件夹", "bring back the folder a DOCX or PDF carries"),
    "restore.file": (
        "用build --carry-source生成的DOCX或PDF",
        "a DOCX or PDF made by build --carry-source",
    ),
    "restore.out": (
        "新文件夹；不写则在该文件旁，以其文件名命名",
        "a new folder; beside the file, by its name, unless given",
    ),
    "restore.force": (
        "文件生成后文字有改动也还原，还原的内容不含改动",
        "also when the file's text was edited since; the folder\nis as it was before the edits",
    ),
    "restore.example": (
        "gongwen restore 工作报告.docx\ngongwen restore 工作报告.pdf -o 工作报告2026",
        "gongwen restore report.docx\ngongwen restore report.pdf -o report-2026",
    ),
    "restore.done": (
        "已还原{count}个文件（{year}年度，gongwen {tool}生成）",
        "{count} files as they were for {year} (built by gongwen {tool})",
    ),
    # readback
    "readback.summary": (
        "列出在Word、WPS中对DOCX的改动，并写回报告",
        "list what people changed in the DOCX, and write it back",
    ),
    "readback.documents": (
        "由本报告生成、经人改过的DOCX，一个或几个",
        "DOCX built from the report and changed since, one or several",
    ),
    "readback.report": ("报告文件夹，或其中的正文文件", "report folder, or the text file in it"),
    "readback.example": (
        "gongwen readback 送审稿.docx 工作报告\n"
        "gongwen readback 甲改.docx 乙改.docx 工作报告 --apply --only 1,3-5,张三",
        "gongwen readback draft.docx report\n"
        "gongwen readback a.docx b.docx report --apply --only 1,3-5,Smith",
    ),
    "option.apply": (
        "写回report.md和数据表；不写--only则写入全部互不冲突、\n可以写入的改动；改前的文件留在“备份”中",
        "write into report.md and the figures table: all that\n"
        "clash with nothing, unless --only says which; what was\nthere before is kept in 备份",
    ),
    "option.only": (
        "只写入这些：清单中的序号（1,3-5）、文件名或姓名；\n有一条不能写入就全部不写",
        "only these: numbers of the list (1,3-5), files or\nauthors; if one cannot be written, none is",
    ),
    "readback.document": (
        "{file}{saved}：改动{changes}处，批注{remarks}条",
        "{file}{saved}: {changes} changes, {remarks} comments",
    ),
    "readback.saved": ("（最后由{name}于{date}保存）", " (last saved by {name} on {date})"),
    "readback.aside": ("正文以外·{kind}：{text}", "outside the text, {kind}: {text}"),
    "readback.aside.text_box": ("文本框", "text box"),
    "readback.aside.footnote": ("脚注", "footnote"),
    "readback.aside.endnote": ("尾注", "endnote"),
    "readback.aside.header": ("页眉", "header"),
    "readback.aside.footer": ("页脚", "footer"),
    "readback.aside.picture": ("图片", "pictures"),
    "readback.at_start": ("正文之前", "before the text"),
    "readback.at_paragraph": ("{place}　“{text}”", '{place}  "{text}"'),
    "readback.at_cell": ("{place}　表格“{text}”", '{place}  table cell "{text}"'),
    "readback.empty": ("（空）", "(empty)"),
    "readback.kind.figure": ("数字", "figure"),
    "readback.kind.text": ("文字", "words"),
    "readback.kind.new": ("其后新增段落", "new paragraph below"),
    "readback.kind.gone": ("删去段落", "paragraph gone"),
    "readback.kind.moved": ("移动段落", "paragraph moved"),
    "readback.kind.level": ("标题级别", "heading level"),
    "readback.kind.split": ("分段", "paragraph split"),
    "readback.kind.joined": ("并段", "paragraphs joined"),
    "readback.kind.row_new": ("其后新增表行", "new row below"),
    "readback.kind.row_gone": ("删去表行", "row gone"),
    "readback.kind.table": ("表格", "table"),
    "readback.figure": ("{figure}：{old}→{new}", "{figure}: {old} → {new}"),
    "readback.goes_to": ("写入{place}：{number}{elsewhere}", "goes to {place}: {number}{elsewhere}"),
    "readback.elsewhere": ("；正文另有{count}处随之改变", "; {count} other places change with it"),
    "readback.level": ("标题{level}", "level {level}"),
    "readback.no_level": ("正文", "text"),
    "readback.level_change": ("{old}→{new}：{text}", "{old} → {new}: {text}"),
    "readback.replaced": ("〔{old}→{new}〕", "[{old} → {new}]"),
    "readback.taken_out": ("〔删：{text}〕", "[-{text}]"),
    "readback.put_in": ("〔增：{text}〕", "[+{text}]"),
    "readback.by": ("　（{by}）", "  ({by})"),
    "readback.untracked": ("无修订痕迹", "not tracked"),
    "readback.nameless": ("未署名", "nameless"),
    "readback.in_file": ("{file}，", "{file}, "),
    "readback.state.written": ("　已写入", "  written"),
    "readback.state.refused": ("　不能写入", "  cannot be written"),
    "readback.state.conflict": ("　与第{numbers}条冲突", "  ({numbers} clash with it)"),
    "readback.reason": ("原因：{message}。{hint}", "because {message}; {hint}"),
    "readback.remark": ("批注（{file}{who}）{done}{on}：", "comment ({file}{who}){done}{on}: "),
    "readback.answer": (
        "回复{answers}的批注（{file}{who}）{done}：",
        "answer to {answers} ({file}{who}){done}: ",
    ),
    "readback.remark_on": ("“{text}”", ' on "{text}"'),
    "readback.done": ("［已解决］", " [done]"),
    "readback.nothing": ("没有改动", "nothing was changed"),
    "readback.sum": (
        "共{count}条：可写入{good}条，冲突{clashing}条，不能写入{refused}条；写入用--apply",
        "{count} changes: {good} can be written, {clashing} clash, {refused} cannot; write them with --apply",
    ),
    "readback.written": ("已写入{count}条：{files}", "{count} changes written to {files}"),
    "readback.kept": (
        "改前的文件在{folder}；要恢复，把它们复制回报告文件夹",
        "what was there before is in {folder}; copy it back to undo this",
    ),
    "readback.left": ("另有{count}条未写入，原因见上", "{count} changes were not written; see above"),
    "readback.none_written": ("没有写入任何改动", "nothing was written"),
    # mail
    "mail.summary": ("把报告发给收件人", "mail a report to its recipients"),
    "mail.report": (
        "报告文件夹；收件人写在其中的mail.toml里",
        "report folder; its mail.toml names the recipients",
    ),
    "mail.out": (
        "生成文件所在的文件夹；不写则为报告文件夹下的out",
        "where the built files lie; REPORT/out unless given",
    ),
    "mail.example": (
        "gongwen mail 工作报告\ngongwen mail 工作报告 --test-to me@example.org\ngongwen mail 工作报告 --send",
        "gongwen mail report\ngongwen mail report --test-to me@example.org\ngongwen mail report --send",
    ),
    "option.send": (
        "真正发送；不写只写出草稿（.eml），供查看或用邮件程序\n打开",
        "deliver; without it only drafts (.eml) are written",
    ),
    "option.test_to": (
        "只把第一封发到这个地址，看看收到的样子",
        "send the first message to this address only",
    ),
    "mail.resume": (
        "接着上次没发完的发；已收到的不再发",
        "go on where sending broke off; nobody gets it twice",
    ),
    "option.status": ("查看每个邮箱的发送情况", "how every mailbox stands"),
    "option.arrived": (
        "已核实这个邮箱收到了；可多次使用",
        "this mailbox has it, a person says; may be repeated",
    ),
    "option.resend": (
        "已核实这个邮箱没有收到，要重发；可多次使用",
        "this mailbox has not, send it again; may be repeated",
    ),
    "option.again": (
        "已收到旧版的人，也把现在这一版发给他们",
        "send this version also to those who have an earlier one",
    ),
    "option.names": (
        "附件名：full用原名，ascii改用英文名（对方收到的附件名\n乱码时用）",
        "attachment names: full as they are; ascii where a\nrecipient's program garbles them",
    ),
    "option.recipients": (
        "收件人表（.xlsx、.csv）；不写则按mail.toml",
        "table of recipients (.xlsx, .csv); else mail.toml says",
    ),
    "mail.planned": (
        "《{title}》：{count}封，{boxes}个邮箱。预演，未发送。",
        "{title}: {count} messages to {boxes} mailboxes. Nothing was sent.",
    ),
    "mail.head.number": ("序号", "no"),
    "mail.head.label": ("收件人", "recipient"),
    "mail.head.address": ("邮箱", "address"),
    "mail.head.files": ("附件", "files"),
    "mail.head.subject": ("主题", "subject"),
    "mail.head.state": ("状态", "state"),
    "mail.head.changed": ("时间", "time"),
    "mail.head.answer": ("服务器答复", "server's answer"),
    "mail.files": ("{count}个，{size}", "{count}, {size}"),
    "mail.and_copies": ("（另抄送、密送{count}个）", " (+{count} cc/bcc)"),
    "mail.file": ("都附：{name}（{size}）", "to all: {name} ({size})"),
    "mail.inside": ("此报告只能发往：{domains}", "this report goes only to: {domains}"),
    "mail.built": ("尚未生成过，已先生成：{path}", "nothing was built yet; built now: {path}"),
    "mail.drafts": ("草稿：{folder}", "drafts: {folder}"),
    "mail.next": (
        "下一步：gongwen mail {report} --test-to 自己的地址，收到后核对；再用--send发送",
        "next: gongwen mail {report} --test-to YOUR-ADDRESS, look at what arrives, then --send",
    ),
    "mail.state.pending": ("待发送", "to be sent"),
    "mail.state.deferred": ("暂缓", "put off"),
    "mail.state.sending": ("发送中", "sending"),
    "mail.state.dot": ("待核实", "to be asked"),
    "mail.state.sent": ("已接收", "accepted"),
    "mail.state.refused": ("被拒收", "refused"),
    "mail.state.arrived": ("已核实收到", "arrived"),
    "mail.state.superseded": ("作废", "superseded"),
    "mail.count": ("{state}{count}个", "{state} ({count})"),
    "mail.counted": ("邮箱共{boxes}个：{counts}", "{boxes} mailboxes: {counts}"),
    "mail.sheet": ("发送情况表：{path}", "delivery report: {path}"),
    "mail.progress.drafted": ("已写出{done}/{total}封", "{done}/{total} written."),
    "mail.progress.waiting": (
        "等待{seconds}秒后再试（Ctrl-C停止）",
        "waiting {seconds} s before trying again (Ctrl-C stops)",
    ),
    "mail.progress.connecting": ("连接{server}", "connecting to {server}"),
    "mail.progress.line": (
        "{done}/{total} {label}：{what} {answer}",
        "{done}/{total} {label}: {what} {answer}",
    ),
    "mail.progress.sent": ("服务器已接收", "accepted"),
    "mail.progress.refused": ("被拒收", "refused"),
    "mail.progress.deferred": ("暂缓", "put off"),
    "mail.progress.uncertain": ("发完后连接断开，待核实", "cut off after the message; to be asked"),
    # preview
    "preview.summary": ("把各页画成PNG图片", "draw a report's pages as PNG"),
    "preview.report": ("报告文件夹，或其中的正文文件", "report folder, or the text file in it"),
    "preview.out": (
        "输出文件夹；不写则为报告文件夹下的out/preview",
        "output folder; REPORT/out/preview unless given",
    ),
    "preview.example": (
        "gongwen preview 工作报告\ngongwen preview 工作报告 --pages 1,3-5 --dpi 200",
        "gongwen preview report\ngongwen preview report --pages 1,3-5 --dpi 200",
    ),
    "option.dpi": ("分辨率，20至600；不写则为100", "resolution, 20 to 600; 100 unless given"),
    "option.pages": ("只画这些页，如1,3-5；从第1页数起", "only these pages, such as 1,3-5; the first is 1"),
    "preview.pages": ("共{total}页，画出{pages}页，每英寸{dpi}点", "{pages} of {total} pages at {dpi} dpi"),
    # fonts
    "fonts.summary": ("查看所用字体及其收字", "show the faces a build draws with"),
    "fonts.example": (
        "gongwen fonts\n"
        "gongwen fonts --check 工作报告\n"
        "gongwen fonts --fontconfig > ~/.config/fontconfig/conf.d/60-gongwen.conf",
        "gongwen fonts\n"
        "gongwen fonts --check report\n"
        "gongwen fonts --fontconfig > ~/.config/fontconfig/conf.d/60-gongwen.conf",
    ),
    "option.check": (
        "检查这份报告：哪些字由其他字体代替，哪些字都没有",
        "check a report: characters that another face draws,\nand those that no face has",
    ),
    "option.fontconfig": (
        "输出fontconfig规则（Linux），使LibreOffice选用相同字体",
        "print a fontconfig rule (Linux) that makes LibreOffice\ntake the same faces",
    ),
    "fonts.head.role": ("用途", "role"),
    "fonts.head.family": ("字体", "family"),
    "fonts.head.version": ("版本", "version"),
    "fonts.head.why": ("选用原因", "why"),
    "fonts.head.covers": ("通用规范汉字", "of 8105"),
    "fonts.head.chain": ("连同补字", "with fallbacks"),
    "fonts.head.file": ("文件", "file"),
    "fonts.why.official": ("系统已安装", "installed"),
    "fonts.why.asked": ("指定用自带字体", "vendored faces asked for"),
    "fonts.why.not_installed": ("未装公文字体，用自带字体", "no official face; vendored"),
    "fonts.why.passed_over": ("已装字体不能用，用自带字体", "installed face unusable; vendored"),
    "fonts.passed_over": (
        "{role}：未用已安装的“{family}”，{reason}",
        "{role}: {family} is installed but passed over: {reason}",
    ),
    "fonts.outlines": ("其轮廓不是TrueType格式", "its outlines are not TrueType"),
    "fonts.embedding": ("其许可不允许嵌入文件", "its licence forbids embedding"),
    "fonts.fallback": (
        "“{char}”（{code}）：{role}缺此字，用{family}代替；共{count}处，首处在{place}",
        "{char} ({code}): {role} lacks it, {family} draws it; {count} ×, first at {place}",
    ),
    "fonts.no_fallback": ("没有需要代替的字", "every character is in the face of its role"),
    # templates
    "templates.summary": ("列出版式，或显示一个版式的全部取值", "list templates, or show one"),
    "templates.action": ("显示一个版式的全部取值", "show every value of one template"),
    "templates.template": ("版式的名称或路径", "name or path of a template"),
    "templates.example": (
        "gongwen templates\ngongwen templates show report",
        "gongwen templates\ngongwen templates show report",
    ),
    "templates.name": ("名称", "name"),
    "templates.title": ("版式", "title"),
    "templates.inherits": ("继承", "inherits"),
    "templates.folder": ("文件夹", "folder"),
    # schema
    "schema.summary": ("输出报告的JSON Schema", "print the JSON Schema of a report"),
    "schema.out": ("写入此文件；不写则写到标准输出", "write to this file; standard output unless given"),
    "schema.example": ("gongwen schema -o report.schema.json", "gongwen schema -o report.schema.json"),
    # doctor
    "doctor.summary": ("检查本机是否具备运行条件", "check what this machine has for a build"),
    "doctor.example": ("gongwen doctor", "gongwen doctor"),
    "doctor.state.ok": ("通过", "ok"),
    "doctor.state.note": ("提示", "note"),
    "doctor.state.warning": ("警告", "warning"),
    "doctor.state.error": ("错误", "error"),
    "doctor.python": ("Python", "Python"),
    "doctor.package": ("程序库", "package"),
    "doctor.resources": ("随附文件", "resources"),
    "doctor.face": ("字体", "face"),
    "doctor.offline": ("离线使用", "offline"),
    "doctor.offline.yes": ("可以；生成文件不需要联网", "yes; a build needs no network"),
    "doctor.offline.no": ("不可以；先处理上面各项错误", "no; see the errors above"),
    "doctor.cache": ("缓存文件夹", "cache"),
    "doctor.console": ("控制台编码", "console"),
    "doctor.office": ("LibreOffice", "LibreOffice"),
    "doctor.nothing": ("没有", "none"),
    # After the diagnostics
    "sum.errors": ("错误{errors}条，警告{warnings}条", "{errors} errors, {warnings} warnings"),
    "sum.notes": ("，提示{notes}条", ", {notes} notes"),
    "sum.alike": (
        "同样的问题另有{count}处［{code}］，全部见--format json",
        "{count} more of the same [{code}]; all of them with --format json",
    ),
    "sum.strict": (
        "有警告{warnings}条，按--strict未写入文件",
        "{warnings} warnings stood under --strict; nothing was written",
    ),
}
