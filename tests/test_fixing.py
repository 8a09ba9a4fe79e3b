"""A report put right by itself: what changes, what never does, and what is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from render.diagnostics import Faults, Source
from render.fixing import fix
from render.pipeline import Job
from render.report import Entry

HEAD = "---\n年度: 2020\n标题: 工作报告\n---\n"
FIGURES = "指标,单位,2020\n件数,件,28\n"


def folder(place: Path, text: str, name: str = "report.md") -> Path:
    """A report folder of one text."""
    (place / name).write_bytes(text.encode())
    (place / "figures.csv").write_text(FIGURES, encoding="utf-8")
    return place


def fixed(place: Path, text: str, name: str = "report.md") -> str:
    """What a text is once it was put right."""
    fix(Job(folder(place, text, name)))
    return (place / name).read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("加强领导,压实责任;抓好落实:一抓到底。", "加强领导，压实责任；抓好落实：一抓到底。"),
        ("审结54件(含上年结转10件)。", "审结54件（含上年结转10件）。"),
        ("落实“马上办”、“网上办”。", "落实“马上办”“网上办”。"),
        ("学习《民法典》、《行政处罚法》。", "学习《民法典》《行政处罚法》。"),
        ("会议于2020-01-05召开。", "会议于2020年1月5日召开。"),
        ("落实洪政发[2020]05号文件。", "落实洪政发〔2020〕5号文件。"),
        ("（一）、压实责任。", "（一）压实责任。"),
        ("第一、压实责任。", "第一，压实责任。"),
        ("共２８件，占９５．５％。", "共28件，占95.5%。"),
        ("公安、民政、等单位。", "公安、民政等单位。"),
        ("教育、医疗...都有着落。", "教育、医疗……都有着落。"),
        ("实施方案（2016-2020年）印发。", "实施方案（2016—2020年）印发。"),
        ("处置20KG，绿化200m2。", "处置20kg，绿化200m²。"),
        ("服务时间为上午9：00—11：30。", "服务时间为上午9:00—11:30。"),
        ("**加强领导,压实**责任,抓好*落实,一*抓到底。", "**加强领导，压实**责任，抓好*落实，一*抓到底。"),
        ("第一行写完,\n第二行接着写,不断行。", "第一行写完，\n第二行接着写，不断行。"),
        ("| 项目 | 数 |\n|---|---|\n| 受理(件) | 28 |", "| 项目 | 数 |\n|---|---|\n| 受理（件） | 28 |"),
        ("# 压实责任,抓好落实\n\n加强领导。", "# 压实责任，抓好落实\n\n加强领导。"),
    ],
)
def test_what_is_put_right(before: str, after: str, tmp_path: Path) -> None:
    """Marks, digits and forms of numbers, in text, headings, cells and emphasis."""
    assert fixed(tmp_path, HEAD + before + "\n") == HEAD + after + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "详见https://example.com/a,b;c(d)，电子邮箱a.b@c.gov.cn。",
        "时间为16:35，比例为1:2，增长3.5%，版本为3.0。",
        "<!-- 内部备注,不要动:见(附件) -->加强领导。",
        "办理{{ 件数|带单位 }}，{# 备注,不动 #}加强领导。",
        "截止2020年底，共办理28件，布署工作。",
        "The Rule of Law Index (2020), edited in London, is quoted.",
    ],
)
def test_what_is_left_alone(text: str, tmp_path: Path) -> None:
    """Addresses, numbers, comments, expressions, English, and words, right or wrong."""
    assert fixed(tmp_path, HEAD + text + "\n") == HEAD + text + "\n"


def test_bytes_around_a_change_stay(tmp_path: Path) -> None:
    """Byte order mark, line ends, blank lines, comments in the front matter and blanks at line ends."""
    text = "\ufeff---\r\n年度: 2020\r\n# 注释,不动\r\n标题:   工作报告(示例)   \r\n---\r\n\r\n\r\n加强领导,落实。  \r\n\r\n\r\n"
    want = text.replace("报告(示例)", "报告（示例）").replace("领导,", "领导，")
    assert fixed(tmp_path, text) == want


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "report.yaml",
            "年度: 2020\n标题: '工作报告(示例)' # 备注,不动\n正文: |\n  加强领导,落实。\n\n  再加强,再落实。\n",
        ),
        (
            "report.json",
            '{"年度": 2020,\n "标题": "工作报告(示例)",\n "正文": "加强领导,落实。\\n\\n再加强,再落实。"}\n',
        ),
    ],
)
def test_other_formats_keep_their_own_way_of_writing(name: str, text: str, tmp_path: Path) -> None:
    """Indents, quotes and escapes are the file's."""
    want = text
    for before, after in (("(示例)", "（示例）"), ("领导,", "领导，"), ("再加强,", "再加强，")):
        want = want.replace(before, after)
    assert fixed(tmp_path, text, name) == want


def test_a_loop_is_put_right_where_it_is_written(tmp_path: Path) -> None:
    """What is printed twice is one place of the file."""
    text = "{% for n in [1, 2] %}加强领导,压实责任。{% endfor %}\n"
    assert fixed(tmp_path, HEAD + text) == HEAD + text.replace("领导,", "领导，")


def test_what_an_expression_prints_is_counted_and_left(tmp_path: Path) -> None:
    """It has no place in the file that could be changed by itself."""
    result = fix(Job(folder(tmp_path, HEAD + '{{ "加强领导,压实责任。" }}\n')))
    assert (result.fixes, result.left, result.files) == ((), 1, ())


def test_a_rule_that_is_switched_off_puts_nothing_right(tmp_path: Path) -> None:
    """In the report, or for this run."""
    text = HEAD.replace("---\n年", "---\n不查:\n  mark.ascii: 照录\n年") + "加强领导,压实责任(试行)。\n"
    waived = {"mark.half_brackets": Entry("照录", Source("--waive"))}
    assert fix(Job(folder(tmp_path, text)), waived).fixes == ()


def test_nothing_is_written_when_only_asked(tmp_path: Path) -> None:
    """The changes and the diff are told all the same."""
    text = HEAD + "加强领导,压实责任。\n"
    result = fix(Job(folder(tmp_path, text)), write=False)

    assert (tmp_path / "report.md").read_text(encoding="utf-8") == text
    assert [(each.code, each.source.line, each.before, each.after) for each in result.fixes] == [
        ("mark.ascii", 5, "加强领导,压实责任。", "加强领导，压实责任。")
    ]
    assert "-加强领导,压实责任。\n+加强领导，压实责任。\n" in result.diff


def test_the_old_files_are_kept(tmp_path: Path) -> None:
    """Beside the report, as reading back keeps them."""
    text = HEAD + "加强领导,压实责任。\n"
    result = fix(Job(folder(tmp_path, text)))

    assert result.kept == tmp_path / "备份" / "修正前-1"
    assert (result.kept / "report.md").read_text(encoding="utf-8") == text


def test_an_attachment_is_put_right_in_its_own_file(tmp_path: Path) -> None:
    """Its text; the name it is listed under is the file's."""
    (tmp_path / "附件").mkdir()
    attachment = tmp_path / "附件" / "名单.md"
    attachment.write_text("# 名单\n\n张三,李四。\n", encoding="utf-8")
    fixed(tmp_path, HEAD.replace("---\n年", "---\n附件: 名单\n年") + "见附件。\n")
    assert attachment.read_text(encoding="utf-8") == "# 名单\n\n张三，李四。\n"


PIECES = (
    "加强领导,压实责任", "（一）、", "“甲”、“乙”", "《甲》、《乙》", "(含3件)", "{{ 件数 }}件", "２８件", "2020-1-5", "洪政发[2020]05号",
    "，，", "。。", "...", "…", "--", "16：35", "上午9：30", "2016-2020年", "5~8天", " ", "　", "**", "等...", "、等单位", "<!-- 甲,乙 -->",
    "https://a.cn/b,c", "5KG", "m2", "。", "，", "；", "：", "“", "”", "（", "）", "《", "》", "\n", "\n\n", "第一、", "1、", "一.", "GDP, CPI", "\\*",
    "&amp;", "五、六天", ".5%", "3。5%", "「甲」", "\"乙\"", "'丙'", "〈", "2020年01月05日", "二零二零年", "Ａ", "⼈",
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
def test_twice_is_once(pieces: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever the text: the second run finds nothing to do, and no word was touched by the first."""
    place = folder(tmp_path_factory.mktemp("fix"), HEAD + "开头" + "".join(pieces) + "结尾。\n")
    before = (place / "report.md").read_text(encoding="utf-8")
    try:
        fix(Job(place))
    except Faults:  # the report itself cannot be said
        return
    after = (place / "report.md").read_text(encoding="utf-8")

    assert words(after) == words(before)
    assert [each.before for each in fix(Job(place), write=False).fixes] == []


def words(text: str) -> str:
    """Han characters and letters, without what stands for a number, and compatibility forms as they look."""
    text = text.replace("⼈", "人").replace("Ａ", "A").replace("KG", "kg")
    return re.sub("[^\u4e00-\u9fffA-Za-z{}<>!|]|[年月日零〇]", "", text).replace("〈", "").replace("〉", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("临政[2024]06号", "临政〔2024〕6号"),
        ('"临政（2024）第12号"', '"临政〔2024〕12号"'),
        ("临政〔2024〕6号  # 办公室给号", "临政〔2024〕6号  # 办公室给号"),
        ("临政发2024-6", "临政发2024-6"),
    ],
)
def test_the_number_of_the_document_is_put_right_in_the_front_matter(
    before: str, after: str, tmp_path: Path
) -> None:
    """Brackets and zeros, and nothing else; once more changes nothing."""
    head = "---\n年度: 2024\n标题: 工作报告\n发文字号: {}\n---\n正文。\n"
    assert fixed(tmp_path, head.format(before)) == head.format(after)
    assert fix(Job(tmp_path)).fixes == ()
