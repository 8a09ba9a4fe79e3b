"""Quantities: numbers with units in a paragraph, and what is none although it has digits.

Dates, years, ordinals, numbers of documents and articles, telephone numbers, versions and the numbers in
names and titles (《…》, “…”) are left alone. A quantity holds the words of approximation around it, which
belong to the way its number is written (写法): 近15天, 5千余家, 73.5万余元, 100人以上.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from sys import intern

from .han_quantities import in_han_numerals
from .quantity import Quantity
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


_LISTED = re.compile(rf"{_NUMBER}(?:、{_NUMBER})+(?![\d.])")


def quantities(text: str, *, in_han: bool = False) -> list[Quantity]:
    """Find the quantities of a paragraph, in order.

    Args:
        text: The paragraph, with print's marks.
        in_han: The text writes its numbers in Han numerals, as those before the 1990s do.
    """
    masked = _mask(text)
    found = list(_in_digits(masked))
    taken = [range(q.start, q.stop) for q in found]
    for quantity in in_han_numerals(text, masked, everywhere=in_han):
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
        if listed := _LISTED.match(masked, found.start("number")):
            row = _listed(masked, listed)
            if row:
                yield from row
                position = row[-1].stop
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
            is_scaled = bool(more) and scale in ("万", "亿", "万亿") and not more2
            return _scaled(masked, found, around) if is_scaled else None
    name = intern(unit[0]) if unit else ""  # the same few in all of a text
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


def _scaled(masked: str, found: re.Match[str], around: re.Match[str]) -> Quantity:
    """Read 600多万 in 600多万贫困人口: the scale is the unit."""
    prefix = _BEFORE.search(masked[: found.start()])
    words = prefix[0] if prefix else ""
    number = found["number"]
    return Quantity(
        found.start() - len(words), around.end(), Decimal(number.replace(",", "")), intern(around["scale"]),
        len(number.partition(".")[2]), f"{words}{{}}{around['more']}", True, found.start("number"), 0.8,
    )  # fmt: skip


def _listed(masked: str, listed: re.Match[str]) -> list[Quantity]:
    """Read numbers that share the unit of the last one: 分别为11、24、59、35微克/立方米; none if it has none."""
    numbers = list(_QUANTITY.finditer(masked, listed.start(), listed.end()))
    last = _quantity(masked, numbers[-1]) if numbers else None
    is_told = "分别" in masked[max(listed.start() - 20, 0) : listed.start()]
    if last is None or not last.unit or last.form or not (is_told or len(numbers) > 2):
        return []
    if is_rare(last.unit) or masked[listed.start() - 1 : listed.start()] in ("", "、"):
        return []
    before = [
        Quantity(
            each.start(), each.end(), Decimal(each["number"].replace(",", "")), last.unit,
            len(each["number"].partition(".")[2]), "{:,}" if "," in each["number"] else "", False,
            each.start(), 0.8,
        )
        for each in numbers[:-1]
    ]  # fmt: skip
    return [*before, last]


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
_OF_YEAR = re.compile("\x00+的$")
_CHANGES = re.compile("下降|上升|提高|提升|降低|降|升|增|减|扩大|缩小|变")
_STATED = re.compile(r"(?:为|达|达到|至|到|是|指数|系数|得分|总分)[约近]?$")
_STATED_PART = re.compile(
    r"(?:为|达|达到|至|到|是|指数|系数|得分|总分|缩小|扩大|提高|下降|降低|上升|增加|减少|值|比|度|低于|高于|超过|比值|于)[约近了]?$"
)


def _stands_alone(masked: str, found: re.Match[str]) -> bool:
    """Tell whether a number without a unit is a figure: 指数为102.3，, 得分达到95。."""
    before, after = masked[max(found.start() - 12, 0) : found.start()], masked[found.end() : found.end() + 12]
    before = _OF_YEAR.sub("", before)  # 由2010年的0.21下降到2015年的0.08
    number = found["number"]
    if number == "0" and _NONE_OF.match(after):
        return True
    if "." in number and (_RATIO_AFTER.match(after) or _RATIO_BEFORE.search(before)):
        return True
    if "." in number and re.search("(?:由|从)$", before) and _CHANGES.match(after):
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
