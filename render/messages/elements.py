"""What is said of the elements of a document (GB/T 9704-2012; 党政机关公文处理工作条例)."""

from .message import Message, Severity

MESSAGES: dict[str, Message] = {
    "element.date_far": Message(
        "{key}“{found}”不在{first}年至{last}年之间（GB/T 9704—2012 {clause}）",
        "{key} {found} does not lie between {first} and {last} (GB/T 9704-2012, {clause})",
        "核对年份；年度不符的，改年度",
        "check its year, or the year reported",
    ),
    "element.number_form": Message(
        "发文字号“{found}”写法不对{right:，应为“…”}（GB/T 9704—2012 {clause}）",
        "the number {found} is not written as it should be{right:; right: …} (GB/T 9704-2012, {clause})",
        "年份用六角括号〔〕标全称，序号不编虚位、不加“第”字，如“某发〔2021〕5号”",
        "year in full inside 〔〕, serial without 第 and without zeros in front, as 某发〔2021〕5号",
    ),
    "element.copy_no_form": Message(
        "份号“{found}”写法不对{right:，应为“…”}（GB/T 9704—2012 {clause}）",
        "the copy number {found} is not written as it should be{right:; right: …} (GB/T 9704-2012, {clause})",
        "用6位阿拉伯数字，不足6位的在前面补0",
        "six Arabic digits, with zeros in front",
    ),
    "element.security_period": Message(
        "密级“{found}”没有写保密期限（GB/T 9704—2012 {clause}）",
        "the security level {found} has no period (GB/T 9704-2012, {clause})",
        "写成“{found}★1年”的形式",
        "write it as {found}★1年",
        severity=Severity.WARNING,
    ),
    "element.security_form": Message(
        "密级“{found}”写法不对{right:，应为“…”}（GB/T 9704—2012 {clause}）",
        "the security level {found} is not written right{right:; right: …} (GB/T 9704-2012, {clause})",
        "写成“绝密★10年”“机密★1年”“秘密★6个月”的形式",
        "write it as 绝密★10年, 机密★1年 or 秘密★6个月",
    ),
    "element.urgency_form": Message(
        "紧急程度没有“{found}”这一级{near:，最接近的是“…”}（GB/T 9704—2012 {clause}）",
        "there is no degree of urgency {found}{near:; the nearest is …} (GB/T 9704-2012, {clause})",
        "可用：{names}",
        "it may be: {names}",
    ),
    "element.no_host": Message(
        "联合行文没有写明主办机关，按排在首位的“{first}”处理（GB/T 9704—2012 {clause}）",
        "a joint issue without a host; the first, {first}, is taken for it (GB/T 9704-2012, {clause})",
        "补上“主办机关”一项",
        "add the key 主办机关 (host)",
        severity=Severity.WARNING,
    ),
    "element.host_unknown": Message(
        "主办机关“{found}”不在发文机关之列{near:，最接近的是“…”}（GB/T 9704—2012 {clause}）",
        "the host {found} is not among the issuers{near:; the nearest is …} (GB/T 9704-2012, {clause})",
        "与发文机关写成同一名称",
        "write it as it stands among 发文机关",
    ),
    "element.too_many_issuers": Message(
        "联合行文有{count}个机关，发文机关标志最多排{most}个（GB/T 9704—2012 {clause}）",
        "{count} agencies in a joint issue; the mark holds {most} (GB/T 9704-2012, {clause})",
        "在“发文机关标志”中只写主办机关，或减少联署机关",
        "name the host alone as 发文机关标志 (mark), or fewer agencies",
    ),
    "element.no_seal_picture": Message(
        "用印写的是图片，没有写印章图片（GB/T 9704—2012 {clause}）",
        "用印 says picture, but there is none (GB/T 9704-2012, {clause})",
        "补上“印章图片”，或把用印改为实物、电子、不用",
        "add 印章图片 (seal_pictures), or set 用印 (seal) to 实物, 电子 or 不用",
    ),
    "element.seal_count": Message(
        "印章图片有{count}张，署名有{names}个，应当一一对应（GB/T 9704—2012 {clause}）",
        "{count} seal pictures for {names} names; each name takes one (GB/T 9704-2012, {clause})",
        "按署名的顺序，每个机关写一张",
        "give one for each name, in their order",
    ),
    "element.seal_picture_unused": Message(
        "写了印章图片，用印却不是图片，图片不印（GB/T 9704—2012 {clause}）",
        "seal pictures are given, but 用印 asks for none; they are not printed (GB/T 9704-2012, {clause})",
        "把用印改为图片，或删去印章图片",
        "set 用印 (seal) to 图片, or remove the pictures",
        severity=Severity.WARNING,
    ),
    "element.copies_stop": Message(
        "抄送机关末尾没有句号，已补上（GB/T 9704—2012 {clause}）",
        "the copies do not end in a full stop; it has been added (GB/T 9704-2012, {clause})",
        severity=Severity.NOTE,
    ),
    "element.signer_not_upward": Message(
        "签发人只用于上行文（条例第{clause}条）",
        "signers stand on upward documents alone (条例, art. {clause})",
        "删去签发人，或把行文方向改为上行",
        "remove 签发人 (signers), or set 行文方向 (direction) to 上行",
        severity=Severity.WARNING,
    ),
    "element.no_signer": Message(
        "上行文没有写签发人（条例第{clause}条）",
        "an upward document without signers (条例, art. {clause})",
        "补上“签发人”一项",
        "add the key 签发人 (signers)",
        severity=Severity.WARNING,
    ),
    "element.two_addressees": Message(
        "上行文原则上主送一个上级机关，这里有：{names}（条例第{clause}条）",
        "an upward document goes to one body above; here are {names} (条例, art. {clause})",
        "主送保留一个，其余改为抄送；分别报送的，用--per-addressee每个机关各生成一份",
        "keep one and send copies to the others, or build one file for each with --per-addressee",
        severity=Severity.WARNING,
    ),
    "element.copy_downward": Message(
        "上行文不抄送下级机关“{name}”（条例第{clause}条）",
        "an upward document is not copied to {name}, a body below (条例, art. {clause})",
        "从抄送机关中删去",
        "take it out of 抄送机关 (copies_to)",
        severity=Severity.WARNING,
    ),
    "element.request_in_report": Message(
        "报告中夹带了请示事项“{text}”（条例第{clause}条）",
        "a report holds a request, {text} (条例, art. {clause})",
        "删去请示事项，另行文请示",
        "take the request out and send it as a 请示 of its own",
    ),
    "edition.internal_element": Message(
        "公开版不含“{key}”，正文或元数据却用到了它（条例第{clause}条）",
        "a public edition has no {key}, but the text or the metadata use it (条例, art. {clause})",
        "在公开版中改写这一处，或不用这一项",
        "say it in another way in the public edition, or without it",
    ),
    "edition.internal_figure": Message(
        "公开版用到了不公开的指标“{figure}”（条例第{clause}条）",
        "the public edition uses {figure}, a figure that is not public (条例, art. {clause})",
        "改写这一句，或核对指标台账的“是否公开”一栏",
        "change the sentence, or check the column 是否公开 of the figures",
    ),
    "edition.internal_form": Message(
        "公开版不用版式“{name}”，它有版头和版记（条例第{clause}条）",
        "a public edition cannot be set as {name}, which has 版头 and 版记 (条例, art. {clause})",
        "公开版改用webpage或report",
        "set the public edition as webpage or report",
    ),
}
