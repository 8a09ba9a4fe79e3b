"""What the sign-off sheets say."""

from .message import Exit, Message

MESSAGES: dict[str, Message] = {
    "signoff.public": Message(
        "公开版不能附带数据核对表",
        "sign-off sheets cannot go with a public edition",
        "去掉--with 核对表，或生成其他版本",
        "leave out --with 核对表, or build another edition",
    ),
    "signoff.unknown": Message(
        "--with后面不能是“{name}”",
        "--with cannot be {name}",
        "可用：{names}",
        "choose from: {names}",
        exit=Exit.USE,
    ),
}
