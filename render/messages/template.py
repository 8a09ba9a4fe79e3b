"""What loading a template says."""

from .message import Exit, Message

MESSAGES: dict[str, Message] = {
    "template.unknown": Message(
        "没有名为“{name}”的版式",
        "there is no template named {name}",
        "可用版式：{names}",
        "templates at hand: {names}",
        exit=Exit.USE,
    ),
    "template.no_folder": Message(
        "没有这个版式文件夹",
        "there is no such folder of templates",
        "核对--templates后的路径",
        "check the path after --templates",
        exit=Exit.USE,
    ),
    "template.circle": Message(
        "版式“{name}”绕了一圈又继承自身",
        "template {name} inherits from itself in a circle",
        "改掉layout.toml中的inherits",
        "change `inherits` in layout.toml",
        exit=Exit.USE,
    ),
    "template.no_document": Message(
        "版式“{name}”缺document.md.j2",
        "template {name} has no document.md.j2",
        "补上该文件，或用inherits继承一个内置版式",
        "add the file, or inherit from a built-in template",
        exit=Exit.USE,
    ),
    "template.encoding": Message(
        "版式文件不是UTF-8编码",
        "the template file is not UTF-8",
        "另存为UTF-8编码",
        "save it as UTF-8",
        exit=Exit.USE,
    ),
    "template.syntax": Message(
        "版式文件有语法错误，无法解析",
        "the template file cannot be parsed: {reason}",
        "按TOML格式改正",
        "correct it to valid TOML",
        exit=Exit.USE,
    ),
    "template.unknown_key": Message(
        "版式文件中没有“{key}”这一项{near:，最接近的是“…”}",
        "unknown key {key} in the template{near:; the nearest is …}",
        "改正拼写，或删去该项",
        "correct the spelling or remove the key",
        exit=Exit.USE,
    ),
    "template.missing_key": Message(
        "版式文件缺“{key}”一项",
        "the template lacks {key}",
        "补上该项，或用inherits继承一个内置版式",
        "add it, or inherit from a built-in template",
        exit=Exit.USE,
    ),
    "template.bad_value": Message(
        "版式文件中“{key}”不能是“{value}”，应为{kind}",
        "{key} cannot be {value} in the template; it is of type {kind}",
        "改为相应类型的值：float为数值，int为整数，str为带引号的文字，bool为true或false",
        "give it a value of that type",
        exit=Exit.USE,
    ),
    "template.bad_choice": Message(
        "版式文件中“{key}”不能是“{value}”",
        "{key} cannot be {value} in the template",
        "可用：{choices}",
        "it may be: {choices}",
        exit=Exit.USE,
    ),
    "template.out_of_range": Message(
        "版式文件中“{key}”为{value}，应在{least}到{most}之间",
        "{key} is {value} in the template; it must lie between {least} and {most}",
        "改为可以排印的数值",
        "give it a value that can be printed",
        exit=Exit.USE,
    ),
}
