"""What mailing says."""

from .message import Exit, Message, Severity

_USE, _WARNING, _NOTE = Exit.USE, Severity.WARNING, Severity.NOTE

MESSAGES: dict[str, Message] = {
    # mail.toml
    "mail.syntax": Message(
        "格式有误，无法解析（{reason}）",
        "cannot be parsed: {reason}",
        '等号、引号、方括号、逗号用半角；文字前后加引号，如主题 = "……"',
        'equals signs, quotes, brackets, commas are half-width; texts stand in quotes: subject = "…"',
        exit=_USE,
    ),
    "mail.unknown_key": Message(
        "没有“{key}”这一项{near:，最接近的是“…”}",
        "there is no key {key}{near:; the nearest is …}",
        "各项名称见docs/mail.md",
        "docs/mail.md lists the keys",
        exit=_USE,
    ),
    "mail.twice": Message(
        "“{key}”与“{other}”是同一项，只能写一次",
        "{key} and {other} are the same key",
        "删去一处",
        "remove one of them",
        exit=_USE,
    ),
    "mail.secret": Message(
        "“{key}”不能写在报告文件夹里：文件夹会被复制、外发，还会随--carry-source附在文件中",
        "{key} has no place in a report folder, which is copied, sent and carried inside files",
        "删去此行，改用环境变量GONGWEN_MAIL_PASSWORD或系统密码库（见docs/mail.md）；写过的密码请更换",
        "remove it and use the variable GONGWEN_MAIL_PASSWORD or the system's keyring (docs/mail.md);"
        " change a password that was written down here",
        exit=_USE,
    ),
    "mail.not_text": Message(
        "“{key}”应为文字，现为{found}",
        "{key} should be a text; it is {found}",
        '前后加引号；多项写成["甲", "乙"]',
        "put quotes around it; several are a list",
        exit=_USE,
    ),
    "mail.not_a_table": Message(
        "“{key}”应为一组设置",
        "{key} should be a table",
        "写成[{key}]，下面各行写主机、端口等",
        "write [{key}] and below it host, port and so on",
        exit=_USE,
    ),
    "mail.security": Message(
        "加密方式不能是“{found}”",
        "the security cannot be {found}",
        "可用：{choices}；465端口多为tls，587端口多为starttls",
        "choose from: {choices}; port 465 is mostly tls, 587 starttls",
        exit=_USE,
    ),
    "mail.number": Message(
        "“{key}”不能是{found}",
        "{key} cannot be {found}",
        "写{least}至{most}之间的数，不加引号",
        "write a number from {least} to {most}, without quotes",
        exit=_USE,
    ),
    "mail.domain": Message(
        "“{found}”不是邮箱域名",
        "{found} is no mail domain",
        "写@后面的部分，如example.org；下级域名要逐个写",
        "write what stands after the @, such as example.org; subdomains one by one",
        exit=_USE,
    ),
    # Who
    "mail.no_recipient": Message(
        "没有收件人",
        "there are no recipients",
        "在mail.toml中写收件人，或在报告文件夹中放收件人.xlsx（表头：单位、姓名、邮箱）",
        "write recipients into mail.toml, or put recipients.xlsx (unit, name, email) into the folder",
        exit=_USE,
    ),
    "mail.no_table": Message(
        "没有收件人表“{name}”",
        "there is no table of recipients {name}",
        "核对文件名，路径从报告文件夹写起",
        "check the name; paths begin at the report folder",
        exit=_USE,
    ),
    "mail.no_address": Message(
        "收件人{label:“…”}没有邮箱",
        "the recipient {label} has no address",
        "填写邮箱，或删去这一行",
        "fill in the address, or remove the entry",
    ),
    "mail.address": Message(
        "“{found}”不是邮箱地址",
        "{found} is no mail address",
        "写成name@example.org或“姓名 <name@example.org>”；多个地址用逗号隔开",
        "write name@example.org or Name <name@example.org>; commas between several",
    ),
    "mail.address_not_ascii": Message(
        "邮箱地址“{found}”含有汉字或全角字符{near:，是否为…}",
        "the address {found} has characters that are not ASCII{near:; is it …}",
        "用半角英文字母、数字和符号重写；中文域名写xn--开头的形式",
        "write it in ASCII; a domain in Han characters as xn--…",
    ),
    "mail.twice_recipient": Message(
        "{address}已是另一收件人（{first}）",
        "{address} is a recipient already ({first})",
        "合并为一行；要发几个附件，都写在这一行的“附件”里",
        "make it one entry, with all its attachments",
    ),
    "mail.copies": Message(
        "抄送、密送的{addresses}将收到全部{count}封",
        "{addresses} get a copy of every one of the {count} messages",
        "只需一封时，改写到一个收件人的“抄送”里",
        "name them in one recipient's cc if one copy will do",
        severity=_NOTE,
    ),
    "mail.no_sender": Message(
        "没有发件人",
        "there is no sender",
        '在mail.toml中写："发件人" = "单位名称 <name@example.org>"',
        'write into mail.toml: sender = "Office <name@example.org>"',
        exit=_USE,
    ),
    "mail.no_subject": Message(
        "邮件没有主题",
        "the message has no subject",
        "在mail.toml中写主题；不写则用报告标题",
        "write a subject into mail.toml, or leave the key out to use the report's title",
    ),
    "mail.unseen": Message(
        "“{field}”中有换行或看不见的字符（{character}），不能用在邮件头",
        "{field} has a line break or a character nobody sees ({character}), which no mail header may hold",
        "删去该字符后重试；它多由复制粘贴带入",
        "delete it; it usually comes in with a paste",
    ),
    # What goes along
    "mail.names": Message(
        "--names不能是“{found}”",
        "--names cannot be {found}",
        "可用：{choices}",
        "choose from: {choices}",
        exit=_USE,
    ),
    "mail.not_built": Message(
        "输出文件夹中没有“{name}”",
        "{name} is not in the output folder",
        "先运行gongwen build生成；不发{format}，在mail.toml的“附件”中删去它",
        "run gongwen build first; if {format} is not wanted, take it out of attachments in mail.toml",
    ),
    "mail.stale": Message(
        "“{name}”与报告现在的内容不同：生成后报告又有改动，或生成时用了别的选项",
        "{name} is not what the report says now: it was changed after the build, or built with other options",
        "运行gongwen build重新生成，看过再发；生成时用过的选项（如--compare、--edition），mail也要加上",
        "run gongwen build, look at it, then mail; options used there (such as --compare, --edition)"
        " go with mail too",
    ),
    "mail.other_build": Message(
        "“{name}”文字与报告相同，但图片、字体或生成选项不同",
        "{name} has the report's text, but other pictures, faces or options",
        "运行gongwen build重新生成；生成时用过的选项（如--template、--target），mail也要加上；"
        "确要发这一份，在“附件”中写出它的路径",
        "run gongwen build; options used there (such as --template, --target) go with mail too;"
        " to mail this very file, write its path into attachments",
    ),
    "mail.other_build_named": Message(
        "“{name}”文字与报告相同，但图片、字体或生成选项不同",
        "{name} has the report's text, but other pictures, faces or options",
        "指明要发的就是这一份，照发；不放心可重新生成后比对",
        "it goes as named; build again and compare if in doubt",
        severity=_WARNING,
    ),
    "mail.edited": Message(
        "“{name}”生成后有人改过或加盖过签章",
        "{name} was edited or stamped after the build",
        "改动写回报告后重新生成；确要发改过的这一份，在“附件”中写出它的路径",
        "bring the edits into the report and build; to mail this very file, write its path into attachments",
    ),
    "mail.edited_named": Message(
        "“{name}”生成后有人改过或加盖过签章，按指明的文件发送",
        "{name} was edited or stamped after the build; it goes as named",
        "发送前核对内容与报告一致",
        "check that it still says what the report says",
        severity=_WARNING,
    ),
    "mail.older": Message(
        "“{name}”比报告旧，可能不是最新内容",
        "{name} is older than the report and may be out of date",
        "重新生成或核对后再发",
        "make it again, or check it",
        severity=_WARNING,
    ),
    "mail.no_file": Message(
        "没有附件“{name}”",
        "there is no file {name}",
        "核对文件名；路径从报告文件夹或输出文件夹写起",
        "check the name; paths begin at the report folder or the output folder",
    ),
    "mail.outside_folder": Message(
        "附件“{name}”不在报告文件夹内",
        "{name} lies outside the report folder",
        "只发报告文件夹和输出文件夹中的文件；先把它复制进来",
        "only files of the report folder and the output folder are mailed; copy it there",
    ),
    "mail.unreadable": Message(
        "附件“{name}”无法读取",
        "{name} cannot be read: {reason}",
        "关闭正在使用它的程序，核对权限",
        "close the program that holds it, and check its permissions",
        exit=_USE,
    ),
    "mail.empty_file": Message(
        "附件“{name}”是空文件",
        "{name} is empty",
        "换成有内容的文件",
        "replace it by one that holds something",
    ),
    "mail.file_too_big": Message(
        "附件“{name}”有{size}MB，超出一封邮件的上限{most}MB（邮件中附件会增大约三分之一）",
        "{name} has {size} MB; a message may have {most} MB, and files grow by a third on the way",
        "改发PDF或压缩图片；邮件服务器允许更大时，调高mail.toml中[服务器]的“大小上限MB”",
        "send the PDF, or smaller pictures; raise most_mb under [server] if the server takes more",
    ),
    "mail.too_big": Message(
        "整封邮件约{size}MB，超出上限{most}MB；最大的附件是“{name}”",
        "the message comes to about {size} MB; the limit is {most} MB, the largest file {name}",
        "减少附件；邮件服务器允许更大时，调高mail.toml中[服务器]的“大小上限MB”",
        "send fewer files; raise most_mb under [server] if the server takes more",
    ),
    "mail.changed_meanwhile": Message(
        "写邮件时“{name}”有变动，未写入",
        "{name} changed while the messages were being written; nothing was written",
        "等其他程序写完后重试",
        "try again when no other program writes to it",
        exit=_USE,
    ),
    # What may leave
    "mail.classified": Message(
        "报告标有密级“{level}”，不得用电子邮件发送",
        "the report is classified ({level}) and must not be mailed",
        "按保密规定通过机要渠道传递；确无密级的，删去报告开头的“密级”一行（--set改不了这一条）",
        "deliver it as the rules on secrets demand; if it is not classified, remove 密级 from its head"
        " (--set does not lift this rule)",
    ),
    "mail.classified_file": Message(
        "附件“{name}”中标有密级“{marking}”，不得用电子邮件发送",
        "{name} bears a classification ({marking}) and must not be mailed",
        "按保密规定通过机要渠道传递；从“附件”中删去它",
        "deliver it as the rules on secrets demand, and take it out of attachments",
    ),
    "mail.carries_source": Message(
        "“{name}”内附报告文件夹（--carry-source），不作为默认附件",
        "{name} carries the report folder (--carry-source) and does not go along by default",
        "不加--carry-source重新生成；确要附带，在“附件”中写出它的路径（只发往允许的邮箱域名）",
        "build without --carry-source; to send it all the same, write its path into attachments"
        " (it then goes to allowed domains only)",
    ),
    "mail.not_public": Message(
        "报告的公开方式{found:是“…”，}不是主动公开，只能发往允许的邮箱域名；不在其中的有{count}个：{addresses}",
        "the report is not 主动公开{found: but …} and goes to allowed domains only;"
        " {addresses} ({count} in all) are outside",
        "在mail.toml的“允许的邮箱域名”中写明本单位可发往的域名{allowed:（现为…）}，或删去这些收件人；"
        "已批准公开的，在报告开头写“公开方式: 主动公开”",
        "name the domains it may go to in allowed_domains of mail.toml{allowed: (now: …)}, or remove these"
        " recipients; if publication was approved, write 公开方式: 主动公开 at the report's head",
    ),
    "mail.draft_stage": Message(
        "{stage}只能发往允许的邮箱域名；不在其中的有{count}个：{addresses}",
        "a draft ({stage}) goes to allowed domains only; {addresses} ({count} in all) are outside",
        "在mail.toml的“允许的邮箱域名”中写明可发往的域名{allowed:（现为…）}，或删去这些收件人；"
        "定稿后把“稿次”改为印发稿",
        "name the domains it may go to in allowed_domains of mail.toml{allowed: (now: …)}, or remove these"
        " recipients; once final, set 稿次 to 印发稿",
    ),
    "mail.other_edition": Message(
        "此报告另有“{public}”版本，其余内容{edition:（…）}只能发往允许的邮箱域名；不在其中的有{count}个：{addresses}",
        "the report has an edition {public}; the other one{edition: (…)} goes to allowed domains only;"
        " {addresses} ({count} in all) are outside",
        "对外用--edition {public}；或在mail.toml的“允许的邮箱域名”中写明可发往的域名{allowed:（现为…）}",
        "mail --edition {public} to others, or name the domains in allowed_domains of mail.toml"
        "{allowed: (now: …)}",
    ),
    "mail.internal": Message(
        "附件“{name}”是内部材料（核对表、收数表、稿件、非公开版、报告源文件等），只能发往允许的邮箱域名；不在其中的有{count}个：{addresses}",
        "{name} is an office's own (sheets for checking or collecting, drafts, other editions, sources) and"
        " goes to allowed domains only; {addresses} ({count} in all) are outside",
        "从“附件”中删去它，或在mail.toml的“允许的邮箱域名”中写明可发往的域名{allowed:（现为…）}",
        "take it out of attachments, or name the domains in allowed_domains of mail.toml{allowed: (now: …)}",
    ),
    "mail.has_earlier": Message(
        "有{count}个邮箱已收到（或可能已收到）此报告的另一版，未发送：{addresses}",
        "{addresses} ({count} in all) have, or may have, another version of this report; nothing was sent",
        "确要补发现在这一版，加--again；发送记录见gongwen mail --status",
        "--again sends this version too; gongwen mail --status shows what was sent",
        exit=_USE,
    ),
    "mail.superseded": Message(
        "上次没有发完的{count}个邮箱不再发送旧版",
        "{count} mailboxes that were still to get an earlier version will not get it any more",
        severity=_NOTE,
    ),
    # Before sending
    "mail.one_action": Message(
        "{options}不能同时使用",
        "{options} do not go together",
        "一次只做一件事：先--test-to试发，再--send，断了用--resume",
        "one thing at a time: --test-to, then --send, and --resume if it broke off",
        exit=_USE,
    ),
    "mail.no_server": Message(
        "没有写邮件服务器",
        "no mail server is named",
        "在mail.toml中写[服务器]和主机、端口、加密（docs/mail.md有各家写法）；也可打开out/mail/drafts中的草稿，用邮件程序发送",
        "write [server] with host, port and security into mail.toml (docs/mail.md has recipes); or open the"
        " drafts in out/mail/drafts with a mail program",
        exit=_USE,
    ),
    "mail.login_in_clear": Message(
        "连接不加密，不能登录：密码会在网上明文传送",
        "the connection is not encrypted, and the password would travel in clear",
        "把“加密”改为tls或starttls；不需要登录的内部服务器，删去“用户”",
        "set security to tls or starttls; take out user for a relay that needs no login",
        exit=_USE,
    ),
    "mail.no_password": Message(
        "没有“{user}”的密码",
        "there is no password for {user}",
        "设置环境变量{variable}；或安装gongwen[keyring]后运行：keyring set {service} {user}；"
        "QQ、163邮箱填授权码",
        "set the environment variable {variable}; or install gongwen[keyring] and run:"
        " keyring set {service} {user}",
        exit=_USE,
    ),
    "mail.password_characters": Message(
        "“{user}”的用户名或密码含有汉字、全角字符或换行",
        "the name or password of {user} has characters that are not printable ASCII",
        "核对是否误用中文输入法，或多复制了换行",
        "check for full-width characters or a line break that was copied along",
        exit=_USE,
    ),
    "mail.keyring": Message(
        "系统密码库打不开",
        "the system's keyring cannot be opened: {reason}",
        "解锁密码库，或改用环境变量GONGWEN_MAIL_PASSWORD",
        "unlock it, or use the environment variable GONGWEN_MAIL_PASSWORD",
        severity=_WARNING,
    ),
    "mail.nothing_begun": Message(
        "此处没有发送记录",
        "there is no ledger here",
        "先用--send发送；记录在输出文件夹的mail下，输出文件夹不同时用-o指明",
        "--send first; the ledger lies under mail in the output folder, which -o names",
        exit=_USE,
    ),
    "mail.busy": Message(
        "另一个gongwen mail正在发送，本次未发送",
        "another gongwen mail is sending; this one sent nothing",
        "等它结束；用gongwen mail --status查看进度",
        "wait for it; gongwen mail --status shows how far it is",
        exit=_USE,
    ),
    "mail.ledger_lost": Message(
        "发送记录无法读写（{reason}），已停止发送",
        "the ledger cannot be read or written ({reason}); sending stopped",
        "清理磁盘、核对权限后用--resume继续；文件损坏时不要删除，先与收件人核实",
        "make room on the disk, check permissions, then --resume; do not delete a damaged ledger before"
        " asking the recipients",
        exit=_USE,
    ),
    "mail.unrecorded": Message(
        "{address}：服务器已接收（{reply}），但没能记入发送记录",
        "{address}: the server has it ({reply}), but it could not be written down",
        "清理磁盘后运行gongwen mail --arrived {address}，再用--resume继续",
        "make room, run gongwen mail --arrived {address}, then --resume",
        exit=_USE,
    ),
    "mail.message_changed": Message(
        "发给{address}的邮件文件缺失或有改动，未发送",
        "the message to {address} is missing or was changed; it was not sent",
        "用--send重新写出并发送",
        "--send writes it anew and sends it",
    ),
    "mail.unknown_mailbox": Message(
        "发送记录中没有“{address}”{near:，最接近的是“…”}",
        "{address} is not in the ledger{near:; the nearest is …}",
        "用gongwen mail --status查看全部邮箱",
        "gongwen mail --status lists all",
        exit=_USE,
    ),
    # The way to the server
    "mail.no_host": Message(
        "找不到邮件服务器{server}",
        "the server {server} is not known: {reason}",
        "核对“主机”的拼写和本机网络；内网服务器要连内网或VPN",
        "check the spelling of host, and the network; some servers are reached from inside only",
        exit=_USE,
    ),
    "mail.no_server_there": Message(
        "{server}没有邮件服务",
        "nothing listens at {server}: {reason}",
        "核对“端口”（465、587或25）；防火墙可能拦住了外发邮件",
        "check port (465, 587 or 25); a firewall may stop outgoing mail",
        exit=_USE,
    ),
    "mail.no_ca_file": Message(
        "证书文件“{reply}”读不了",
        "the certificate file {reply} cannot be read",
        "核对mail.toml中“证书”的文件名；应为PEM格式（-----BEGIN CERTIFICATE-----开头）",
        "check ca_file in mail.toml; it should be in PEM format",
        exit=_USE,
    ),
    "mail.certificate_expired": Message(
        "{server}的证书已过期，未连接",
        "the certificate of {server} has expired; no connection",
        "通知邮件管理员更换证书；同时核对本机日期",
        "tell the server's administrator; check this machine's date too",
        exit=_USE,
    ),
    "mail.certificate_not_yet": Message(
        "{server}的证书尚未生效，未连接",
        "the certificate of {server} is not valid yet; no connection",
        "多为本机日期不对，核对后重试",
        "most likely this machine's date is wrong",
        exit=_USE,
    ),
    "mail.certificate_name": Message(
        "{server}的证书不是发给这台主机的（{reply}），未连接",
        "the certificate of {server} is not for this host ({reply}); no connection",
        "把“主机”写成证书上的名称，不要写IP地址",
        "write the name that the certificate bears into host, not an IP address",
        exit=_USE,
    ),
    "mail.certificate_untrusted": Message(
        "{server}的证书不受信任（{reply}），未连接",
        "the certificate of {server} is not trusted ({reply}); no connection",
        "单位自建证书的，向邮件管理员要根证书（PEM），放进报告文件夹，在[服务器]下写“证书”",
        "for an authority of the office's own, put its root certificate (PEM) into the report folder and name"
        " it in ca_file",
        exit=_USE,
    ),
    "mail.tls": Message(
        "与{server}建立加密连接不成功（{reply}）",
        "no encrypted connection to {server}: {reply}",
        "核对“端口”与“加密”是否配对：465配tls，587和25配starttls",
        "check that port and security match: 465 with tls, 587 and 25 with starttls",
        exit=_USE,
    ),
    "mail.no_starttls": Message(
        "{server}不支持STARTTLS",
        "{server} does not offer STARTTLS",
        "改用465端口和tls；内部服务器确不加密的，把“加密”写成none（不能登录）",
        "use port 465 with tls; for a relay without encryption set security to none (and no login)",
        exit=_USE,
    ),
    "mail.no_login": Message(
        "{server}不接受登录",
        "{server} does not offer a login",
        "核对端口；不需要登录的内部服务器，删去“用户”和环境变量GONGWEN_MAIL_USER",
        "check the port; take out user and the variable GONGWEN_MAIL_USER for a relay that needs no login",
        exit=_USE,
    ),
    "mail.no_login_method": Message(
        "{server}只接受本工具不会的登录方式（{reply}）",
        "{server} offers only ways to log in that are not spoken here ({reply})",
        "请邮件管理员开通PLAIN或LOGIN方式，或提供按IP地址放行的内部服务器",
        "ask for PLAIN or LOGIN, or for a relay that knows its clients by address",
        exit=_USE,
    ),
    "mail.login": Message(
        "{server}没有接受“{user}”的登录（{reply}）",
        "{server} did not accept the login of {user} ({reply})",
        "QQ、163等邮箱要在网页版开启SMTP并用授权码，不是登录密码；单位邮箱核对用户名是否要写全@后面的部分",
        "QQ and 163 want SMTP switched on in web mail and an authorisation code, not the password; elsewhere"
        " check whether the name goes with its domain",
        exit=_USE,
    ),
    "mail.login_needed": Message(
        "{server}要求先登录或先加密（{reply}）",
        "{server} wants a login or encryption first ({reply})",
        "在[服务器]下写“用户”和“加密”，密码放在环境变量GONGWEN_MAIL_PASSWORD",
        "set user and security under [server], and the variable GONGWEN_MAIL_PASSWORD",
        exit=_USE,
    ),
    "mail.server_busy": Message(
        "{server}暂时不受理（{reply}）",
        "{server} takes nothing for now ({reply})",
        "过一会儿用--resume继续",
        "--resume after a while",
        exit=_USE,
    ),
    "mail.server_refuses": Message(
        "{server}不接受本机连接（{reply}）",
        "{server} does not want this machine ({reply})",
        "请邮件管理员放行本机IP地址，或换一台发信服务器",
        "ask the administrator to admit this machine's address, or use another server",
        exit=_USE,
    ),
    "mail.silent": Message(
        "{server}连上后没有应答",
        "{server} does not answer: {reason}",
        "稍后用--resume继续；一直如此，核对“端口”与“加密”，或请邮件管理员查看",
        "--resume later; if it stays so, check port and security, or ask the administrator",
        exit=_USE,
    ),
    "mail.lost": Message(
        "与{server}的连接中断",
        "the connection to {server} broke: {reason}",
        "核对网络后用--resume继续",
        "check the network, then --resume",
        exit=_USE,
    ),
    "mail.gibberish": Message(
        "{server}的应答不是邮件服务器的应答（{reply}）",
        "{server} does not speak as mail servers do ({reply})",
        "核对主机和端口是否为SMTP服务（不是POP3、IMAP或网页）",
        "check that host and port are SMTP (not POP3, IMAP or a web server)",
        exit=_USE,
    ),
    # What the server says to a message
    "mail.sender_refused": Message(
        "{server}不接受这个发件人（{reply}）",
        "{server} does not accept the sender ({reply})",
        "发件人地址应与登录用户“{user}”一致",
        "the sender's address should be that of the login {user}",
        exit=_USE,
    ),
    "mail.too_fast": Message(
        "{server}认为发得太快或太多，已停止发送（{reply}）",
        "{server} says it is too fast or too much; sending stopped ({reply})",
        "没发的都在记录里：过一两小时用--resume继续，并把“间隔秒数”调大（如30）；163、QQ每天有封数上限",
        "what is left is in the ledger: --resume in an hour or two with a larger interval (such as 30)",
        exit=_USE,
    ),
    "mail.taken_for_spam": Message(
        "{server}把邮件当作垃圾邮件，已停止发送（{reply}）",
        "{server} takes the message for spam; sending stopped ({reply})",
        "改用单位邮箱或政务邮件服务器；主题和正文写明来意、带上收件人称呼；隔一段时间用--resume继续",
        "use the office's own server; say in subject and text what it is and address the recipient;"
        " --resume after a while",
        exit=_USE,
    ),
    "mail.no_mailbox": Message(
        "{address}{label:（…）}被拒收（{reply}）",
        "{address}{label: (…)} was refused ({reply})",
        "核对地址是否写错、邮箱是否停用；改正后再用--send，只发没收到的",
        "check the address; correct it and --send again, which sends only what is missing",
        exit=Exit.PARTLY,
    ),
    "mail.mailbox_full": Message(
        "{address}{label:（…）}的邮箱已满（{reply}）",
        "the mailbox {address}{label: (…)} is full ({reply})",
        "电话告知对方清理，再运行gongwen mail --resend {address} --resume",
        "tell its owner, then gongwen mail --resend {address} --resume",
        exit=Exit.PARTLY,
    ),
    "mail.no_relay": Message(
        "服务器不代发到{address}{label:（…）}（{reply}）",
        "the server does not relay to {address}{label: (…)} ({reply})",
        "多为未登录，或内部服务器只发本系统邮箱：写明“用户”，或换一台服务器",
        "log in (user), or use a server that relays to other systems",
        exit=Exit.PARTLY,
    ),
    "mail.message_refused": Message(
        "发给{address}{label:（…）}的邮件被拒收（{reply}）",
        "the message to {address}{label: (…)} was refused ({reply})",
        "把服务器的答复转给邮件管理员；处理后运行gongwen mail --resend {address} --resume",
        "show the reply to the administrator; then gongwen mail --resend {address} --resume",
        exit=Exit.PARTLY,
    ),
    "mail.all_refused": Message(
        "连续几封被以同样理由拒收，已停止发送（{reply}）",
        "several messages in a row were refused in the same way; sending stopped ({reply})",
        "先解决服务器答复中的问题；被拒收的用--resend 地址重发，其余用--resume继续",
        "deal with what the server says; --resend ADDRESS for those refused, --resume for the rest",
        exit=_USE,
    ),
    "mail.too_big_for_server": Message(
        "发给{address}的邮件超出服务器的大小上限（{reply}）",
        "the message to {address} is larger than the server takes ({reply})",
        "减少附件或只发PDF，再用--send",
        "send fewer files or the PDF alone, then --send",
        exit=Exit.PARTLY,
    ),
    "mail.put_off": Message(
        "服务器请稍后再试（{reply}）",
        "the server says to come back later ({reply})",
        "用--resume继续",
        "--resume",
        exit=Exit.PARTLY,
    ),
    "mail.still_put_off": Message(
        "{address}{label:（…）}试了{tries}次，服务器都请稍后再试（{reply}）",
        "{address}{label: (…)} was put off {tries} times ({reply})",
        "过一两小时用--resume继续",
        "--resume in an hour or two",
        exit=Exit.PARTLY,
    ),
    # What is left
    "mail.uncertain": Message(
        "{address}{label:（…）}可能已收到，也可能没有：{when}邮件已发完，服务器确认之前连接断开",
        "{address}{label: (…)} may have it or not: at {when} the connection broke after the message, before"
        " the server's answer",
        "问收件人（或请邮件管理员查{message_id}）：收到了，运行gongwen mail --arrived {address}；"
        "没有，运行gongwen mail --resend {address} --resume",
        "ask the recipient (or the administrator for {message_id}): if it is there, gongwen mail --arrived"
        " {address}; if not, gongwen mail --resend {address} --resume",
        exit=Exit.PARTLY,
    ),
    "mail.left": Message(
        "还有{count}个邮箱没有发",
        "{count} mailboxes are still to be sent to",
        "用--resume继续",
        "--resume goes on",
        severity=_NOTE,
    ),
    "mail.stopped": Message(
        "已按要求停止，还有{count}个邮箱没有发",
        "stopped as asked; {count} mailboxes are still to be sent to",
        "用--resume继续",
        "--resume goes on",
        severity=_NOTE,
    ),
}
