"""Quantities in Han numerals: 三件 where something is counted, 百分之七点六 and large numbers anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...han import in_han
from .quantity import Quantity

_HAN_DIGITS = "一二三四五六七八九十百千万亿零〇两点"
_HAN_UNITS = (
    "人次|场次|批次|个百分点|平方公里|平方米|立方米|公里|公顷|万元|亿元|美元|千瓦时|个工作日|"
    "个月|小时|件|项|个|次|场|期|家|部|篇|户|人|名|条|份|起|宗|所|座|处|台|套|批|支|亩|吨|斤|"
    "公斤|担|元|天|倍|成|类|种"
)
_MEASURED = re.compile(
    "人|户|家|名|[万亿]?元|美元|公里|公顷|亩|公?斤|吨|担|件|台|套|平方|立方|千瓦"
)  # 四十二户, not 二十四个字
_HAN_QUANTITY = re.compile(
    rf"百分之(?P<rate>[{_HAN_DIGITS}]{{1,12}})|(?P<number>[{_HAN_DIGITS}]{{1,16}})(?P<more>[余多])?(?P<unit>{_HAN_UNITS})"
)
_NEAR = re.compile(rf"(?P<word>近|上)(?P<size>[百千万亿])(?P<unit>{_HAN_UNITS})(?!一)")
_TENTHS = re.compile(
    r"(?P<word>近|约|超过?|逾)?(?P<number>[一二三四五六七八九])成(?P<after>以上|左右|多)?(?![功立为果员都品本效交形])"
)
_TENTHS_BEFORE = re.compile(
    "(?:占|达|达到|为|超过?|近|约|增长|下降|减少|增加|提高|降低|上升|至|到|有|于|不足|同比|的)$"
)
_COUNTED_BEFORE = re.compile(
    r"(?:共|先后|累计|全年|合计|总计|分别|达到?|新增|新建|出台|制定|制发|印发|举办|召开|开展|组织|完成|办理|查处|审查|修订|废止|建成|建立|发布|受理|审结|收到|增加|减少|已|为|》|”|有|培训|检查|解决|培育|引进|"
    r"处理|化解|协调|推出|落实|实施|设立|清理|调解|承办|争取|成立|荣获|获得|获)(?:了|过|各类|到|共)?$"
)
_IDIOM_AFTER = re.compile(
    r"(?:制度|重点|任务|方面|意识|自信|维护|确立|不|坚持|原则|体系|机制|环节|维度|关键|要求|阵地|到位|统一|结合|必须|全面|战略|布局|文明|阶段|层面|层次|目标|行动|工程|清单|公开|统筹|联|改革|代表|"
    r"台阶|步骤|能力|建设|服务|标准|措施并举|举措|基本|优先|同步|手段|渠道|途径|领域|会议|工作|之|又|步|样|转变|转型|提升|责任人|责任|窗口|链|网|库|平台|标杆|带头)"
)  # fmt: skip
_LIMIT_BEFORE = re.compile("(?:处|罚款?|不[超低少高多]于?过?)$|以[上下][^，。；]{0,2}$")
_LIMIT_AFTER = re.compile("(?:以[上下内]|的罚款|罚款)")
"""Around an amount in Han numerals that a law sets: 处十万元以上五十万元以下罚款."""


def in_han_numerals(text: str, masked: str, *, everywhere: bool) -> Iterator[Quantity]:
    """Read 三件, 十期 where they count something done, 百分之七点六 and large numbers wherever they stand."""
    for near in _NEAR.finditer(masked):
        value = Decimal(10) ** {"百": 2, "千": 3, "万": 4, "亿": 8}[near["size"]]
        form = near["word"] + near["size"]
        yield Quantity(near.start(), near.end(), value, near["unit"], 0, form, True, near.start(), 0.85)
    for tenths in _TENTHS.finditer(masked):
        if not (tenths["word"] or tenths["after"] or _TENTHS_BEFORE.search(masked[: tenths.start()])):
            continue
        value = Decimal("一二三四五六七八九".index(tenths["number"]) + 1)
        form = f"{tenths['word'] or ''}{{:汉}}成{tenths['after'] or ''}"
        yield Quantity(tenths.start(), tenths.end(), value, "成", 0, form, False, tenths.start(), 0.7)
    position = 0
    while found := _HAN_QUANTITY.search(masked, position):
        position = found.end() if found["rate"] else found.start() + 1
        before, after = (
            masked[max(found.start() - 12, 0) : found.start()],
            masked[found.end() : found.end() + 12],
        )
        if before[-1:] == "\x00":
            before = text[max(found.start() - 12, 0) : found.start()]
        if before[-1:] in tuple(_HAN_DIGITS) or before[-1:] == "第":
            continue
        number = found["rate"] or found["number"]
        read = _han_value(number)
        if read is None:
            continue
        value, form, scale = read
        if found["rate"]:
            yield Quantity(
                found.start(),
                found.end(),
                value,
                "%",
                _places(value),
                f"百分之{form}",
                False,
                found.start(),
                0.85,
            )
            position = found.end()
            continue
        is_large = value >= (10 if everywhere else 20) or scale != "" or "点" in number
        counts = _COUNTED_BEFORE.search(before) is not None and value > 1 and not _IDIOM_AFTER.match(after)
        is_round = value % 10 == 0 and not scale and number[-1] not in "万亿"
        is_limit = _LIMIT_BEFORE.search(before) is not None or _LIMIT_AFTER.match(after) is not None
        is_exact = (
            len(number) > 2
            and value > 20
            and not (is_round or is_limit)
            and _MEASURED.match(found["unit"]) is not None
        )
        if not (counts or is_exact or (everywhere and is_large and value not in (100, 1000))):
            continue
        if number in ("一", "百", "千", "万", "亿", "十", "两") and not (number == "十" and counts):
            continue
        unit = scale + found["unit"]
        form = form + (found["more"] or "")
        yield Quantity(
            found.start(),
            found.end(),
            value,
            unit,
            _places(value),
            form,
            True,
            found.start(),
            0.8 if everywhere and is_large else 0.65,
        )
        position = found.end()


def _places(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _han_value(text: str) -> tuple[Decimal, str, str] | None:
    """Read Han numerals that `{:汉}` would write the same way; a scale that it would not goes to the unit."""
    for scale in ("", "万亿", "亿", "万"):
        number = text.removesuffix(scale) if scale else text
        if (scale and number == text) or not number:
            continue
        value = _number_of(number)
        if value is not None and in_han(value) == number:
            return value, "{:汉}", scale
    return None


_PLACE = {"十": 10, "百": 100, "千": 1000}


def _number_of(text: str) -> Decimal | None:
    """Read Han numerals of any size; None for what is no number."""
    whole, point, part = text.partition("点")
    digits = "零一二三四五六七八九"
    total = section = digit = 0
    for char in whole.replace("〇", "零"):
        if char in digits:
            digit = digits.index(char)
        elif char in _PLACE:
            section += (digit or 1) * _PLACE[char]
            digit = 0
        elif char == "万":
            total += (section + digit) * 10**4
            section = digit = 0
        elif char == "亿":
            total = (total + section + digit) * 10**8
            section = digit = 0
        else:
            return None
    value = Decimal(total + section + digit)
    if point:
        if not part or any(char not in digits for char in part):
            return None
        value += Decimal("0." + "".join(str(digits.index(char)) for char in part))
    return value
