"""Naming: what a figure counts, said in a name that an expression can use.

The words before a number in its clause, and those behind it, say what it counts: 审核……协议28件 is
……协议件数, 26个领域 is ……领域个数. Where they say too little, what the sentence spoke of before goes first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .quantity import Quantity
from .units import RATES, suffix_of

LONGEST = 22  # characters of a name before what it counts in

_CLAUSE = re.compile("[，。；：！？、（）()“”‘’《》〈〉【】—…,;:\n\x00]")
_QUOTE = "“”‘’《》〈〉"
_TIME = re.compile(
    r"^(?:(?:截至|截止|到|至|自)?(?:(?:19|20)\d{2}年度?)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|初|以来|以内|全年|年度|上半年|下半年|前三季度)?|全年|今年(?:以来)?|去年|上年|本年度?|年内|年末|目前|当年|近年来|一年来|五年来|"
    r"同期|期间|当前|迄今|期末|年初|年底|上半年|下半年|本届|过去[一二三四五]年|一季度|前三季度)+(?:，)?"
)
_LEADING = """
    实现 预计 其中 并且 并 且 同时 另外 另 此外 又 还 也 已经 已 共 总共 共计 累计 合计 总计 先后 分别 均 全部
    一共 就 而 以及 及 和 与 或 对 将 把 为 在 从 由 等 的 了 过 我市 我区 我县 我省 我州 我院 我局 我厅
    我委 我办 我司 我部 全市 全区 全县 全省 全国 全州 全系统 本市 本区 本县 本省 本院 本局 各市 各区
    各县
""".split()
_KEPT_AT_START = """
    及格 及时 对外 对口 对接 对标 对账 对象 为民 在建 在校 在岗 在职 在线 在用 在册 在库 在途 在地 在编
    从业 从事 由来 等级 等候 与会 和谐 和解 和平 均衡 均价 就业 就医 就诊 就学 就近 就读 还款 还贷 还建
    还林 共同 共享 共建 共青 共产 共治 的士 了解 过境 过渡 过程 把关 将军 也门 已婚 为农 为企 为群众
    为老 并网 并购 并联 并轨 先后天 总共和
""".split()
_TRAILING = """
    达到 达成 达 为 是 共有 拥有 现有 已有 设有 建有 具有 有 共计 共 合计 总计 大约 约 将近 接近 近 超过
    超 突破 至 到 由 从 仅 只 了 过 已 等 的 分别 均 都 各 保持在 控制在 维持在 稳定在 累计 就 占 需要
    不少于 不低于 不超过 不足 高于 低于 上年的 上年 去年的 去年 在 于 以 不到 完成 实现 压缩 提升 提高
    降低 下降 增加 增长 减少 上升 缩短 扩大 压减 每年 总共 多达 高达 逾 比上年 同比 较上年 比去年 先后
""".split()
_KEPT_AT_END = """
    行为 作为 人为 成为 国有 私有 公有 所有 享有 目的 标的 发达 直达 传达 自由 理由 服从 报到 签到 同等
    高等 中等 初等 平等 通过 经过 首都 人均 户均 平均 存在 所在 关于 用于 可以 船只 附近 邻近 预约 节约
    签约 条约 合约 续约 履约 违约 解约 特约 集约 制约 大都 难度 新近 亲近 建成达 公共
""".split()
_CHANGE = re.compile(
    r"((?:比上?去?年(?:同期)?|同比|较上?去?年(?:同期)?|环比|年均|实际|名义|按可比价格?计算)*(?:增长|下降|增加|减少|提高|上升|回落|降低|增速|递增|上涨|下跌|缩短|压缩|扩大|提升))(?:了|约|近|到|至|为|超过?|不少于|达到?|率|幅)*$"
)
_CHANGE_WORDS = {"增长": "增长率", "下降": "下降率", "上涨": "上涨率", "递增": "递增率", "下跌": "下跌率"}
_STOP_AFTER = re.compile(
    r"\d|的|解答|提供|开通|发放|受理|审结|获评|荣获|新增|新建|举办|召开|组织|制定|出台|印发|发布|培训|检查|查处|化解|办结|来自|覆盖|同比|增长|下降|在|于|由|被|将|为|是|并|获|参加|开展|实现|完成|推进|进行|全部|均|已|与|和|及|到|至|给|提升|压减|办结|实行|纳入|达|有|从|向|对|按|可|等|比|较|占|受|得|就|中的?|以|用|其|上|下|内|左右|当|签约|落地|开工|投产|建成|成功|入选|通过|运行|投入"
)
_PREVIOUS = re.compile(
    r"(?:由|从)(?:原来的?|之前的?|最初的?|过去的?|年初的?|(?P<last>上年同期的?|上年末?的?|去年同期的?|去年的?|(?P<year>(?:19|20)\d{2})年(?:的|末的?|底的?)?))?[约近]?$"
)
_INFIX = re.compile(
    "(?<=[\u4e00-\u9fff])(?:共计|累计|总计|合计|先后|共(?=[办收受审开完组举召查处发接签培新实]))(?=[\u4e00-\u9fff])"
)
_VERB = re.compile(
    "实现|完成|推进|开展|达到|推行|落实|加强|强化|深化|优化|提升|规范|健全|建立|推动|组织|实行|实施|进一步|持续|不断|全面|积极|为|是"
)
_IDENTIFIER = re.compile(r"[^\w]|_")


@dataclass(frozen=True, slots=True)
class Name:
    """What a figure is called."""

    text: str
    is_good: bool  # the words around the number said it; else they were few
    base: str = ""  # without what it counts in; empty for a change


def clause_before(text: str, at: int) -> str:
    """Give the words of a clause before a place; a quotation counts as one word."""
    start = 0
    depth = 0
    for place in range(at - 1, -1, -1):
        char = text[place]
        if char in "”’》〉":
            depth += 1
        elif char in "“‘《〈":
            if not depth:
                start = place + 1
                break
            depth -= 1
        elif not depth and _CLAUSE.match(char):
            start = place + 1
            break
    return text[start:at]


def clause_after(text: str, at: int) -> str:
    """Give the words of a clause behind a place."""
    found = _CLAUSE.search(text, at)
    end = found.start() if found else len(text)
    if found and found[0] == "“" and end == at:  # 3个“一网通办”事项
        closing = text.find("”", end)
        more = _CLAUSE.search(text, closing + 1) if closing > 0 else None
        end = more.start() if more else len(text)
    return text[at:end]


def is_previous(text: str, quantity: Quantity) -> tuple[bool, str]:
    """Tell whether a quantity is the value something rose or fell from, and which year the text gives it."""
    found = _PREVIOUS.search(text[: quantity.start])
    if found is None or not re.match(
        r"[^，。；]{0,24}?(?:提升|提高|增加|增长|上升|下降|降低|压减|压缩|减少|缩短|扩大|降|升|增|减|优化|调整|精简|变|发展|跃升|攀升|回落|收窄|攀|拓展|扩展|扩充|达)(?:到|至|为)",
        text[quantity.stop :],
    ):
        return False, ""
    if found["year"]:
        return True, found["year"]
    return True, "上年" if found["last"] else ""


def name_of(
    text: str, quantity: Quantity, subject: str, previous: Quantity | None = None, last: str = ""
) -> Name:
    """Say what a quantity counts.

    Args:
        text: The paragraph.
        quantity: One of its quantities.
        subject: What the sentence spoke of last; used where the clause names nothing.
        previous: The quantity before it in its sentence.
        last: What that quantity counts; a change without a word of its own is its change.
    """
    before = clause_before(text, quantity.start)
    after = clause_after(text, quantity.stop) if quantity.unit not in RATES else ""
    is_second = previous is not None and quantity.start - previous.stop < len(before)
    if is_second and previous is not None:
        before = re.split("[和与及、]", text[previous.stop : quantity.start])[-1]
    before = _TIME.sub("", before)
    change = _CHANGE.search(before)
    base = _core(before)
    if is_second and base in subject:
        base = subject
    if not subject and len(base) < 4:
        subject = _clause_above(text, quantity.start)
    if change:
        own = _core(before[: change.start()])
        words = change[1].lstrip("的")
        core = own or last or subject
        kind = next((w for w in _CHANGE_WORDS if words.endswith(w)), "")
        if quantity.unit in ("%", "‰", "倍", "番") and kind:
            return Name(_fit(core + _CHANGE_WORDS[kind]), bool(core))
        return Name(
            _fit(core + _last_words(words)) + suffix_of(quantity.unit, core + _last_words(words)), bool(core)
        )
    counted = _counted(after)
    if counted and len(base) < 14:
        base = base + counted if not base.endswith(counted) else base
    elif not base:
        base = counted
    is_good = len(base) >= 2
    is_listed = text[: quantity.start - len(before)].endswith("、") or before.startswith("、")
    is_rate = base.endswith("率")
    is_whole = len(base) >= 4 and not suffix_of(quantity.unit, base)
    if (
        len(base) < (4 if is_listed else 5)
        and not is_whole
        and subject
        and subject not in base
        and not is_rate
    ):
        base = _together(subject, base, is_listed=is_listed)
    if not base:
        base = subject or "数据"
    base = _fit(base)
    return Name(base + suffix_of(quantity.unit, base), is_good, base)


def respectively(text: str, found: Sequence[Quantity], named: Sequence[str]) -> dict[int, str]:
    """Name quantities that belong to several things in turn: 存款、贷款分别增长32.1%和28.7%.

    Args:
        text: The paragraph.
        found: The quantities from one place of a sentence on.
        named: What the sentence counted before.

    Returns:
        Names by the identity of their quantity; empty when the text does not say 分别 there, or when there
        are not as many things as numbers.
    """
    before = clause_before(text, found[0].start)
    at = before.rfind("分别")
    if at < 0 or re.search(r"\d", before[at:]):
        return {}
    row = [found[0]]
    for each in found[1:]:
        if re.fullmatch("[、和与及]", text[row[-1].stop : each.start]) is None:
            break
        row.append(each)
    things = [
        _core(_TIME.sub("", part))
        for part in re.split("[、和与及]", text[: found[0].start - len(before) + at][-60:])
    ]
    things = [thing for thing in things[-len(row) :] if thing] if len(things) >= len(row) else []
    things = [re.split("[，。；：（）]", thing)[-1] for thing in things]
    if len(things) < len(row) or not all(things):
        things = list(named[-len(row) :])
    if len(row) < 2 or len(things) < len(row):
        return {}
    change = _CHANGE.search(before)
    word = _CHANGE_WORDS.get(_last_words(change[1]), _last_words(change[1])) if change else ""
    names = {}
    for each, thing in zip(row, things, strict=True):
        base = _fit(thing + word)
        names[id(each)] = base + ("" if word and each.unit in RATES else suffix_of(each.unit, base))
    return names


def subject_of(text: str, quantity: Quantity, subject: str) -> str:
    """Say what the sentence goes on speaking of after a quantity."""
    before = _TIME.sub("", clause_before(text, quantity.start))
    if change := _CHANGE.search(before):
        before = before[: change.start()]
    base = _core(before)
    if len(base) >= 5 or (len(base) >= 3 and not subject):
        return _fit(base)
    return subject


def identifier(text: str) -> str:
    """Make a name of a text that an expression can use as it stands."""
    name = _IDENTIFIER.sub("", text)
    while name and (name[0].isdecimal() or not name[0].isidentifier()):
        name = name[1:]
    return name if name.isidentifier() else ""


def _counted(after: str) -> str:
    """Take the noun behind a number: 122个事项, 100项数据共享责任清单."""
    words = re.sub(r"^[余多]", "", after)
    if (
        not words
        or not ("\u4e00" <= words[0] <= "\u9fff" or words[0] in _QUOTE)
        or re.match("以上|以下|以内|左右|内|的|之", words)
    ):
        return ""
    stop = _STOP_AFTER.search(words, 2)
    noun = words[: stop.start()] if stop else words
    if _STOP_AFTER.match(words):
        return ""
    return _clean(noun)[:12]


def _last_words(words: str) -> str:
    found = re.search(
        "(?:增长|下降|增加|减少|提高|上升|回落|降低|增速|递增|上涨|下跌|缩短|压缩|扩大|提升)$", words
    )
    return found[0] if found else ""


def _core(words: str) -> str:
    """Take off the words around a clause that name nothing: 其中, 共, 达到, 为."""
    words = words.strip(" \u3000、")
    is_shorter = True
    while is_shorter and words:
        is_shorter = False
        if not words.startswith(tuple(_KEPT_AT_START)):
            for word in _LEADING:
                if words.startswith(word):
                    words, is_shorter = words[len(word) :], True
                    break
        if not words.endswith(tuple(_KEPT_AT_END)):
            for word in _TRAILING:
                if words.endswith(word):
                    words, is_shorter = words[: -len(word)], True
                    break
    return _INFIX.sub("", _clean(words))


def _together(subject: str, base: str, *, is_listed: bool) -> str:
    """Put what a sentence speaks of before a word that says too little; 企业户数、个体户数 share what goes before 的."""
    head, of, _ = subject.rpartition("的")
    return f"{head}{of}{base}" if is_listed and of and base else subject + base


def _clause_above(text: str, at: int) -> str:
    """Name what the clause before speaks of: 企业开办 in 企业开办实现“210”，由7个环节……."""
    own = clause_before(text, at)
    start = at - len(own) - 1
    if start < 1 or text[start] not in "，：":
        return ""
    before = clause_before(text, start)
    while before == "" and start > 1 and text[start - 1] in _QUOTE:
        start -= 1
        before = clause_before(text, start)
    opening = re.match("[^“《]*", before)
    words = _core(opening[0] if opening else before)
    verb = _VERB.search(words, 2)
    return (words[: verb.start()] if verb else words)[:12]


def _clean(text: str) -> str:
    """Keep the characters a name may have; numbers in it would make it look like another figure."""
    text = re.sub(r"\d+(?:\.\d+)?(?:万|亿)?(?:[%‰]|个百分点|[件家户次人名项条份起场个元天])?", "", text)
    return re.sub(r"[^\u4e00-\u9fffA-Za-z]", "", text)


def _fit(text: str) -> str:
    """Shorten a name from the front, where what matters least stands, at a seam if there is one near."""
    if len(text) <= LONGEST:
        return text
    cut = text[-LONGEST:]
    seam = re.search("[的和与及中对于为]", cut[: LONGEST // 2])
    return cut[seam.end() :] if seam else cut
