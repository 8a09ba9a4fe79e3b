"""What is said about rule packs that cannot be used as they are."""

from .message import Exit, Message

MESSAGES: dict[str, Message] = {
    "pack.unknown": Message(
        "没有“{name}”这个规则包{near:，最接近的是“…”}",
        "there is no rule pack {name}{near:; the nearest is }",
        "可用：{names}；自己的规则包放在报告旁的“规则包”文件夹，或写出路径；不用规则包的写“无”",
        "there are {names}; your own go into a folder 规则包 beside the report, or give a path; 无 for none",
    ),
    "pack.no_file": Message(
        "没有规则包文件“{path}”",
        "there is no rule pack {path}",
        "路径从报告文件夹算起",
        "paths start from the report folder",
        exit=Exit.USE,
    ),
    "pack.shape": Message(
        "规则包的“{key}”写法不对",
        "{key} of the rule pack is not written as it should be",
        "写法见docs/rule-packs.md：部分、期限一类是列表，每项是“键: 值”",
        "see docs/rule-packs.md: parts and deadlines are lists of `key: value`",
    ),
    "pack.key": Message(
        "规则包不认识“{key}”{near:，最接近的是“…”}",
        "the rule pack has an unknown key {key}{near:; the nearest is }",
        "核对写法，见docs/rule-packs.md",
        "check its spelling; see docs/rule-packs.md",
    ),
    "pack.lacks": Message(
        "规则包这一项缺“{key}”",
        "this entry of the rule pack lacks {key}",
        "补上“{key}”",
        "add {key}",
    ),
    "pack.code": Message(
        "规则包的代码“{found}”只能用小写字母、数字和下划线，以字母开头",
        "the code {found} of the rule pack may hold small letters, digits and _ alone, a letter first",
        "改写代码，公布后不再改动",
        "change it; once published it stays",
    ),
    "pack.choice": Message(
        "规则包的“{key}”不能是“{found}”",
        "{key} of the rule pack cannot be {found}",
        "可用：{choices}",
        "it may be: {choices}",
    ),
    "pack.day": Message(
        "规则包的日期“{found}”不能识别",
        "the day {found} of the rule pack cannot be read",
        "写成“4月1日”的形式",
        "write it as 4月1日",
    ),
    "pack.twice": Message(
        "规则包里代码“{found}”出现两次，后一项不用",
        "the code {found} stands in the rule pack twice; the second is left out",
        "每项代码各不相同",
        "give each its own",
    ),
}
