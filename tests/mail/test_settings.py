"""mail.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from render.diagnostics import Diagnostic, Faults, Source
from render.mail.settings import Settings, read_settings
from render.mail.toml_places import TomlPlaces, with_quoted_keys


def read(folder: Path, text: str) -> tuple[Settings, list[Diagnostic]]:
    """Read a mail.toml."""
    (folder / "mail.toml").write_text(text, encoding="utf-8")
    found: list[Diagnostic] = []
    return read_settings(folder, found), found


EVERYTHING = """\
允许的邮箱域名 = ["example.org", "@Sub.example.org"]
发件人 = "区司法局 <sfj@example.org>"  # 说明
"回复地址" = "hf@example.org"
主题 = "报送{{ 标题 }}"
正文 = \"\"\"
第一行
{{ 单位 }}
\"\"\"
签名 = "局"
附件 = ["pdf", "名单.xlsx"]
抄送 = ["c@example.org"]
密送 = "b@example.org, b2@example.org"

[服务器]
主机 = "smtp.example.org"
端口 = 587
加密 = "STARTTLS"
用户 = "sfj"
间隔秒数 = 0.5

[[收件人]]
单位 = "甲局"
邮箱 = "a@example.org"
附件 = ["甲.xlsx"]

[[收件人]]
姓名 = "李四"
邮箱 = ["d@example.org"]
职务 = "科长"
"""


def test_everything_is_read(tmp_path: Path) -> None:
    """Under Chinese keys, in quotes or not."""
    settings, found = read(tmp_path, EVERYTHING)
    assert found == []
    assert settings.allowed_domains == ("example.org", "sub.example.org")
    assert str(settings.sender) == "区司法局 <sfj@example.org>"
    assert [a.address for a in (*settings.reply_to, *settings.cc, *settings.bcc)] == [
        "hf@example.org", "c@example.org", "b@example.org", "b2@example.org",
    ]  # fmt: skip
    assert (settings.subject.text, settings.subject.lines) == ("报送{{ 标题 }}", (4,))
    assert (settings.text.text, settings.text.lines) == ("第一行\n{{ 单位 }}\n", (6, 7, 8))
    assert settings.attachments == (("pdf", Source("mail.toml", 10)), ("名单.xlsx", Source("mail.toml", 10)))
    one, two = settings.recipients
    assert (one.label, one.attachments, one.source) == ("甲局", ("甲.xlsx",), Source("mail.toml", 21))
    assert (str(two.to[0]), two.fields["职务"]) == ("李四 <d@example.org>", "科长")
    server = settings.server
    assert server is not None
    assert (server.host, server.port, server.security, server.user) == (
        "smtp.example.org",
        587,
        "starttls",
        "sfj",
    )
    assert (server.interval, server.tries) == (0.5, 4)


def test_english_keys_are_the_same_keys(tmp_path: Path) -> None:
    """Every one of them."""
    text = 'sender = "a@example.org"\nsubject = "S"\n[[recipients]]\naddress = "b@example.org"\nname = "B"\n'
    settings, found = read(tmp_path, text)
    assert found == []
    assert settings.subject.text == "S"
    assert str(settings.recipients[0].to[0]) == "B <b@example.org>"


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    """Everything is as it is by default; who sends is asked for later."""
    found: list[Diagnostic] = []
    assert read_settings(tmp_path, found) == Settings(None)
    assert found == []


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("主题 = 无引号", "mail.syntax", 1),
        ("发件人 ＝ “a@example.org”", "mail.syntax", 1),
        ('主题 = "甲"\n正文 = "乙', "mail.syntax", 2),
        ('主体 = "甲"', "mail.unknown_key", 1),
        ('主题 = "甲"\nsubject = "乙"', "mail.twice", 2),
        ("主题 = 5", "mail.not_text", 1),
        ("附件 = [1]", "mail.not_text", 1),
        ('服务器 = "x"', "mail.not_a_table", 1),
        ('[服务器]\n主机 = "h"\n加密 = "rot13"', "mail.security", 3),
        ('[服务器]\n主机 = "h"\n端口 = 99999', "mail.number", 3),
        ('[服务器]\n主机 = "h"\n端口 = "465"', "mail.number", 3),
        ('[服务器]\n主机 = "h"\n密码 = "geheim"', "mail.secret", 3),
        ('[服务器]\n主机 = "h"\npassword = "geheim"', "mail.secret", 3),
        ('授权码 = "geheim"', "mail.secret", 1),
        ('允许的邮箱域名 = ["*"]', "mail.domain", 1),
        ('[[收件人]]\n单位 = "甲"\n', "mail.no_address", 1),
        ('[[收件人]]\n单位 = "甲"\n邮箱 = "a@@example.org"', "mail.address", 3),
        ('发件人 = "张三"', "mail.address_not_ascii", 1),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    """Of several faults, every one."""
    try:
        _, found = read(tmp_path, text)
    except Faults as faults:
        found = list(faults.diagnostics)
    assert [(d.code, d.source) for d in found] == [(code, Source("mail.toml", line))]


def test_a_password_is_not_repeated(tmp_path: Path) -> None:
    """The message names the key, not the value."""
    _, found = read(tmp_path, '[服务器]\n主机 = "h"\n密码 = "geheim"')
    assert "geheim" not in str(found)


def test_the_nearest_key_is_offered(tmp_path: Path) -> None:
    """主体 was meant to be 主题."""
    _, found = read(tmp_path, '主体 = "甲"')
    assert found[0].values["near"] == "主题"


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ('主题 = "主题 = 甲"', '"主题" = "主题 = 甲"'),
        ("[服务器]", '["服务器"]'),
        ("[[收件人]] # 收件人", '[["收件人"]] # 收件人'),
        ("a = '主题'", "a = '主题'"),
        ('正文 = """\n主题 = \\"""\n"""', '"正文" = """\n主题 = \\"""\n"""'),
        ('收件人 = [{ 邮箱 = "a@b.cn" }]', '"收件人" = [{ "邮箱" = "a@b.cn" }]'),
        ("大小上限MB = 3", '"大小上限MB" = 3'),
        ('"主题" = 1', '"主题" = 1'),
    ],
)
def test_bare_han_keys_get_their_quotes(typed: str, read_as: str) -> None:
    """And nothing else changes: neither texts nor comments."""
    assert with_quoted_keys(typed) == read_as
    tomllib.loads(read_as)


def test_places_of_keys() -> None:
    """A key that has none stands where its table stands."""
    places = TomlPlaces("a = 1\n[t]\nb = '''\nc = 2\n'''\n[[u]]\nb = 1\n[[u]]\n'b' = 2\n", "f")
    assert places.of("a") == Source("f", 1)
    assert places.of("t", "b") == Source("f", 3)
    assert places.of("t", "c") == Source("f", 2)
    assert [places.of("u", n, "b").line for n in (0, 1)] == [7, 9]
    assert places.of("x") == Source("f")
