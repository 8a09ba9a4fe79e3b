"""Quantities: numbers with units in a paragraph, and what is none although it has digits.

Dates, years, ordinals, numbers of documents and articles, telephone numbers, versions and the numbers in
names and titles (《…》, “…”) are left alone. A quantity holds the words of approximation around it, which
belong to the way its number is written (写法): 近15天, 5千余家, 73.5万余元, 100人以上.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...han import in_han
from .units import UNIT, is_rare

LONGEST_QUOTED = 14  # characters in “…” that are a name, not a quotation

_MASKS = re.compile(
    r"《[^《》]*(?:《[^》]*》[^《》]*)*》"
    rf"|“[^“”]{{1,{LONGEST_QUOTED}}}”|‘[^‘’]{{1,{LONGEST_QUOTED}}}’|〈[^〈〉]*〉"
    r"|https?://[A-Za-z0-9_./?=&%#:~+-]+|(?:www\.)[A-Za-z0-9_./-]+|[A-Za-z0-9_.+-]+@[A-Za-z0-9_.-]+"
    r"|[〔\[（(]\s*(?:19|20)\d{2}\s*[〕\]）)]\s*第?\s*\d+\s*号"
    r"|第\s*[\d一二三四五六七八九十百零]+(?:\s*[—\-～~、至到]\s*第?\s*\d+)*\s*(?:[条款项章节号次届批期轮版位名个季]|类|部分|季度|产业|阶段|方阵|梯队|时间|课堂|次会议)?"
    r"|\d{1,5}\s*号(?:令|文|文件|公告|线|楼|院|馆|地块|店|门|机|井|车|桥|路|台风|卫星|港区|泊位|码头)?"
    r"|(?:19|20)\d{2}\s*[—\-－–～~至到]\s*(?:19|20)?\d{2}\s*(?:年度?|学年)?"
    r"|(?:19|20)\d{2}\s*年度?(?:\s*(?:\d{1,2}|[一二三四五六七八九十]+)\s*月(?:\s*\d{1,2}\s*日)?(?:\s*[—\-～~至到]\s*(?:\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?)?)?"
    r"|(?:19|20)\d{2}(?=[、，]\s*(?:19|20)\d{2}年)"
    r"|(?<!\d)(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}"
    r"|(?<![\d.个])\d{1,2}\s*(?:[—\-～~至到、]\s*\d{1,2}\s*)?月(?!报)(?:\s*(?:份|底|初|末|中旬|上旬|下旬|\d{1,2}\s*日(?:\s*[—\-～~至到、]\s*(?:\d{1,2}\s*月)?\s*\d{1,2}\s*日)?))?"
    r"|(?<![\d.内前后月])\d{1,2}\s*日(?!内|以内|游|均)"
    r"|(?<![\d.])\d{1,2}\s*[:：]\s*\d{2}(?:[:：]\d{2})?(?![\d.])|\d{1,2}\s*时(?:\d{1,2}\s*分)?(?!间|长|限|段)|\d{1,2}\s*点(?:\d{1,2}分|半|前|后|至|到|钟)"
    r"|(?<!\d)0\d{2,3}\s*-\s*\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|(?:邮编|邮政编码|电话|热线|传真|账号|编号|代码|证号|尾号)\s*[：:]?\s*[\d\-—、 ]+"
    r"|\d+(?:\s*[+＋×xX]\s*(?:\d+|[A-Za-zＮN]))+|[+＋]\s*\d+|\d+\s*/\s*\d+(?!\d|立方|升|万)"
    r"|\d+(?:小时|分钟|公里)[\u4e00-\u9fff]{0,6}圈|(?:以[^，。；（）]{1,12}为|[=＝])100(?![\d.%])"
    r"|\d+\s*周年|改革开放\s*\d+\s*(?:多|余)?年|(?<!\d)3[124]个省"
    r"|\d+(?:[.．]\d+){2,}|[A-Za-z][A-Za-z\-]*\d[A-Za-z0-9.\-]*|\d[A-Za-z0-9.]*[A-Za-z][A-Za-z0-9\-]*(?<![GMTP]B)(?<!bps)(?<!TEU)"
    r"|\d+[.．]0\s*(?:版|平台|时代|版本|工程|系统)|(?:前|后|TOP|top|排名?第?)\s*\d+\s*(?:名|位|强|大)|\d+\s*强(?:企业|县|市|区)?"
    r"|24\s*小时(?!内|以内)|(?<=[大均低高])\d{1,2}\s*小时(?=平均|滑动|均值)|1\s*(?:美元|欧元|英镑|港元|日元)(?=兑|对|合|折)"
    r"|\d+\s*(?:[—\-－–～~至到]\s*\d+\s*)?(?:周岁|岁|歲)(?=及?以[上下]|[—\-至到]|以内|组|人口|儿童|老人|青少年)|\d+[—\-－–～~至到](?=\d+周?岁)"
    r"|\d[\d.]*\s*(?:[万亿]?元|[万亿]?人|个月|年|[万兆]?千?瓦|[万亿]?吨|平方米|岁|级|公里|天|小时|千伏|米|亩|公顷)及以[上下]|(?<![\d.])0(?=距离|接触|障碍)"
    r"|(?<!\d)\d{2}\s*年代|(?<!\d)(?:十|\d{1,2})[·.]\d{1,2}(?=[讲指会抗精])|\d+[—\-]\d+[—\-]\d+|\d+级(?!次)|\d+[Aa]级?"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_BEFORE = re.compile(r"(?:大约|将近|(?<![接附邻临靠亲贴远就相最晋])近|(?<![制集节签条合公契特])约|逾)$")
_QUANTITY = re.compile(rf"(?P<sign>[−])?(?P<number>{_NUMBER})(?![\d.])")
_PADDED = re.compile(r"0\d")
_AROUND = re.compile(r"(?P<more>[余多])?(?P<scale>万亿|亿|万|千|百)?(?P<more2>[余多])?")
_AFTER = re.compile(r"以上|以下|以内|之内|左右|上下|以外")
_RANGE = re.compile(
    rf"(?P<first>{_NUMBER})(?P<unit1>[%‰℃]|万|亿|万元|亿元|个|家|天|年|人|岁|倍)?(?P<dash>[—\-～~–至到])(?=\d)"
)
_HAN_DIGITS = "一二三四五六七八九十百千万亿零〇两点"
_HAN_UNITS = "人次|场次|批次|个百分点|平方公里|平方米|立方米|公里|公顷|万元|亿元|美元|千瓦时|个工作日|个月|小时|件|项|个|次|场|期|家|部|篇|户|人|名|条|份|起|宗|所|座|处|台|套|批|支|亩|吨|斤|公斤|担|元|天|倍|成|类|种"
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


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit in a paragraph."""

    start: int  # of what prints it, words of approximation included
    stop: int
    value: Decimal
    unit: str
    decimals: int
    form: str  # 写法; "" where the plain number is printed
    has_unit: bool  # the expression prints the unit behind the number
    number_at: int  # where the number itself begins
    sureness: float  # 0 to 1
    end: str = ""  # "low" or "high" of a range


def quantities(text: str, *, in_han: bool = False) -> list[Quantity]:
    """Find the quantities of a paragraph, in order.

    Args:
        text: The paragraph, with print's marks.
        in_han: The text writes its numbers in Han numerals, as those before the 1990s do.
    """
    masked = _mask(text)
    found = list(_in_digits(masked))
    taken = [range(q.start, q.stop) for q in found]
    for quantity in _in_han_numerals(text, masked, everywhere=in_han):
        if not any(quantity.start < span.stop and span.start < quantity.stop for span in taken):
            found.append(quantity)
    return sorted(found, key=lambda quantity: quantity.start)


def _mask(text: str) -> str:
    """Blank out what is no quantity, so that places stay the same."""
    return _MASKS.sub(lambda found: "\x00" * len(found[0]), text)


def _in_digits(masked: str) -> Iterator[Quantity]:
    position = 0
    while found := _QUANTITY.search(masked, position):
        position = found.end()
        before = masked[found.start("number") - 1 : found.start("number")]
        if before and (before in ".．-/\\#＃" or (before.isascii() and before.isalnum())):
            continue
        if _PADDED.match(found["number"]):
            continue  # 0012 is a number of something
        if ranged := _RANGE.match(masked, found.start("number")):
            pair = _range(masked, ranged)
            if pair:
                yield from pair
                position = pair[1].stop
                continue
        quantity = _quantity(masked, found)
        if quantity is not None:
            yield quantity
            position = max(position, quantity.stop)


def _quantity(masked: str, found: re.Match[str]) -> Quantity | None:
    """Read one number and what stands around it; None when it is no figure."""
    number, start, at = found["number"], found.start(), found.end()
    unit = UNIT.match(masked, at)
    more, scale, more2 = "", "", ""
    around = _AROUND.match(masked, at)
    assert around is not None
    if around["more"] or around["more2"]:
        more, scale, more2 = around["more"] or "", around["scale"] or "", around["more2"] or ""
        unit = UNIT.match(masked, around.end())
        at = around.end()
        if unit is None:
            return None
    name = unit[0] if unit else ""
    sureness = 0.95
    if unit is None:
        if not _stands_alone(masked, found):
            return None
        sureness = 0.6
    elif not _is_unit(masked, found, unit, number):
        return None
    elif is_rare(unit["unit"]) or unit["unit"] in ("年", "日"):
        sureness = 0.55
    stop = unit.end() if unit else at
    prefix = _BEFORE.search(masked[:start])
    words = prefix[0] if prefix else ""
    after = _AFTER.match(masked, stop) if unit else None
    value = Decimal(number.replace(",", ""))
    decimals = len(number.partition(".")[2])
    blank = "{:,}" if "," in number else "{}"
    form, has_unit = "", bool(name)
    if more or more2:
        printed = name
        form, value, decimals, name = _approximate(value, decimals, number, more, scale, more2, name)
        blank = form
        has_unit = not (printed and form.endswith(printed))
    if words or after or blank != "{}":
        form = words + (form or blank) + ((name if has_unit else "") + after[0] if after else "")
        has_unit = has_unit and not after
        stop = after.end() if after else stop
    if found["sign"]:
        value = -value
    return Quantity(
        start - len(words), stop, value, name, decimals, form if form != "{}" else "", has_unit,
        found.start("number"), sureness,
    )  # fmt: skip


def _approximate(
    value: Decimal, decimals: int, number: str, more: str, scale: str, more2: str, unit: str
) -> tuple[str, Decimal, int, str]:
    """Give the form of 5千余家 and its kind, with the value they stand for."""
    powers = {"千": 3, "万": 4, "亿": 8}
    if (
        scale in powers
        and not more
        and decimals <= 2
        and not number.endswith("0" if "." in number else "\x00")
        and "," not in number
    ):
        return f"{{:{scale}}}{more2}", value.scaleb(powers[scale]), 0, unit
    if scale and more:  # 20余万人: the scale stays with the unit
        return f"{{}}{more}", value, decimals, scale + unit
    if scale:  # 3.60万余元 keeps its zero, and 1.5万亿余元 its scale, if the form writes the unit too
        return f"{{}}{scale}{more2}{unit}", value, decimals, scale + unit
    return f"{{}}{more or more2}", value, decimals, unit


_NONE_OF = re.compile("费用|成本|投诉|事故|差错|感染|死亡|延误|差评|缺陷|跑腿|案件|新增|排放|收费")
_RATIO_AFTER = re.compile(r"[:：∶]\d+(?:\.\d+)?(?![\d:：])|[:：∶]\d+\.\d+")
_RATIO_BEFORE = re.compile(r"\d(?:\.\d+)?[:：∶]$")
_STATED = re.compile(r"(?:为|达|达到|至|到|是|指数|系数|得分|总分)[约近]?$")
_STATED_PART = re.compile(
    r"(?:为|达|达到|至|到|是|指数|系数|得分|总分|缩小|扩大|提高|下降|降低|上升|增加|减少|值|比|度|低于|高于|超过|比值|于)[约近了]?$"
)


def _stands_alone(masked: str, found: re.Match[str]) -> bool:
    """Tell whether a number without a unit is a figure: 指数为102.3，, 得分达到95。."""
    before, after = masked[max(found.start() - 12, 0) : found.start()], masked[found.end() : found.end() + 12]
    number = found["number"]
    if number == "0" and _NONE_OF.match(after):
        return True
    if "." in number and (_RATIO_AFTER.match(after) or _RATIO_BEFORE.search(before)):
        return True
    ends = not after or after[0] in "，。；、）：" or _AFTER.match(after) is not None
    words = _STATED if "." not in number else _STATED_PART
    return bool(ends and words.search(before)) and not before.endswith("\x00")


def _is_unit(masked: str, found: re.Match[str], unit: re.Match[str], number: str) -> bool:
    """Tell whether what follows a number is its unit there."""
    word, before, after = unit["unit"], masked[: found.start()], masked[unit.end() :]
    scale = unit["scale"] or ""
    if before.endswith(("第", "前", "后", "号", "No.", "№")) and word in "名位个次期批条项件版届级年天周":
        return before.endswith(
            ("先后", "前后", "以后", "之后", "之前", "以前", "此前", "目前", "日前", "会前")
        ) or (before.endswith(("前", "后")) and word in ("年", "天", "周", "个"))
    match word:
        case "年":
            if scale:
                return False
            year = float(number)
            return (
                year <= 120
                and not re.match("级|代|初|底|末|度|版|前|后|来|级|月|\\d", after)
                and not re.search(r"[\d\x00]$|公元|建国|[—～~-]$", before)
            )
        case "日":
            return after.startswith(("内", "以内"))
        case "分":
            return "." in number or (
                bool(
                    re.search(
                        r"(?:得|评|均|总|高|满|考|为|达|加|扣|在|到|至|于|度|过|近)[分]?[为达]?[约近]?$",
                        before,
                    )
                )
                and not after.startswith("钟")
            )
        case "度":
            return after.startswith(("电",)) or bool(re.search("气温|温度|倾斜", before[-12:]))
        case "单":
            return not after.startswith("元")
        case "点" | "路" | "线" | "级次":
            return False
        case "周" | "星期":
            return not after.startswith(("年", "边", "围", "岁"))
        case "成":
            return not re.match("功|立|为|果|员|都|品|本|效|交", after)
        case "万" | "亿" | "万亿":
            return not re.match("[一二三四五六七八九十千百万]", after)
        case "个" if after.startswith(("百分", "千分")):
            return True
        case "番":
            return True
        case (
            "科"
            | "面"
            | "节"
            | "站"
            | "口"
            | "市"
            | "县"
            | "区"
            | "国"
            | "省"
            | "院"
            | "村"
            | "镇"
            | "乡"
            | "社区"
            | "街道"
            | "城市"
            | "校"
            | "企"
            | "店"
            | "园"
            | "馆"
            | "厂"
        ):
            return not after or not ("\u4e00" <= after[0] <= "\u9fff")
    return True


def _range(masked: str, found: re.Match[str]) -> tuple[Quantity, Quantity] | None:
    """Read 5%～8%, 3至5家: two quantities, the first with the unit only where it is printed."""
    second = _QUANTITY.match(masked, found.end())
    if second is None:
        return None
    high = _quantity(masked, second)
    if high is None or not high.unit or (high.form and not high.form.startswith("{}")):
        return None
    number, unit = found["first"], found["unit1"] or ""
    value = Decimal(number.replace(",", ""))
    if value >= high.value or "," in number:
        return None
    if unit and unit != high.unit:
        return None
    stop = found.end("unit1") if unit else found.end("first")
    prefix = _BEFORE.search(masked[: found.start()])
    words = prefix[0] if prefix else ""
    form = f"{words}{{}}" if words else ""
    low = Quantity(
        found.start() - len(words), stop, value, high.unit, len(number.partition(".")[2]), form, bool(unit),
        found.start(), 0.8, "low",
    )  # fmt: skip
    high = Quantity(
        high.start,
        high.stop,
        high.value,
        high.unit,
        high.decimals,
        high.form,
        high.has_unit,
        high.number_at,
        0.8,
        "high",
    )
    return low, high


_LIMIT_BEFORE = re.compile("(?:处|罚款?|不[超低少高多]于?过?)$|以[上下][^，。；]{0,2}$")
_LIMIT_AFTER = re.compile("(?:以[上下内]|的罚款|罚款)")
"""Around an amount in Han numerals that a law sets: 处十万元以上五十万元以下罚款."""


def _in_han_numerals(text: str, masked: str, *, everywhere: bool) -> Iterator[Quantity]:
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
