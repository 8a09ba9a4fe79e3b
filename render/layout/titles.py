"""Titles: where a title of several lines breaks.

A title keeps its words whole, and its lines form a trapezoid or a diamond, not a rectangle or an
hourglass (GB/T 9704-2012, 7.3.1). Quoted words, 《…》, bracketed words and numbers are never split; a
short list of words that titles are made of keeps the rest together. The author's own break wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from ..target import NO_END, NO_START

_WHOLES = tuple(
    re.compile(pattern)
    for pattern in (
        r"[0-9A-Za-z.%+\-—/]+(?:年度|年|月|日|号|届|次|期)?",
        r"“[^”]*”",
        r"〈[^〉]*〉",
        r"《[^》]*》",
        r"（[^）]*）",
        r"〔[^〕]*〕",
        r"\([^)]*\)",
    )
)
_WORDS = """
    法治政府 政府信息公开 政府信息 信息公开 政务公开 依法行政 依法治区 依法治市 依法治县 全面依法
    行政复议 行政应诉 行政执法 行政审批 行政许可 行政处罚 规范性文件 营商环境 工作报告 工作总结 工作要点
    工作方案 工作计划 工作情况 实施方案 实施意见 实施细则 实施办法 管理办法 管理规定 指导意见 暂行办法
    暂行规定 行动计划 建设规划 年度报告 自查报告 情况报告 述职报告 调研报告 分析报告 统计公报 财政预算
    财政决算 预算执行 国民经济 社会发展 经济社会 安全生产 生态环境 环境保护 公共服务 人民政府
    人民代表大会 常务委员会 委员会 办公室 办公厅 党委 政协 人大 司法局 财政局 教育局 公安局 卫生健康
    市场监管 市场监督管理 自然资源 人力资源 社会保障 住房 城乡建设 交通运输 农业农村 文化旅游 乡村振兴
    脱贫攻坚 高质量发展 进一步 关于 开展 加强 推进 推动 深化 落实 贯彻 印发 转发 批转 调整 公布 做好
    建设 工作 报告 通知 通报 意见 决定 决议 公告 通告 请示 批复 函 纪要 办法 规定 方案 规划 计划 总结
    情况 管理 服务 改革 创新 发展 制度 机制 体系 政府 机关 部门 单位 企业 社会 经济 年度 上半年 下半年
    第一 第二 第三 第四 季度 全国 全省 全市 全县 全区 湖北省 武汉市 洪山区 主要 指标 对比表 统计表
    一览表 汇总表 名单 清单
"""
WORDS = frozenset(_WORDS.split())
"""Words that titles of reports are made of."""

_LONGEST = max(map(len, WORDS))
_INSIDE_WHOLE = 15.0  # penalty of a break inside a quoted name that no line holds
_INSIDE_WORD = 40.0  # penalty of a break inside a listed word, in cells squared
_AFTER_PARTICLE = 1.0  # bonus of a break after 的 or 关于…, where a reader pauses
_REACH = 6.0  # em; how far from its even share a line may end
_RECTANGLE = 6.0  # penalty of lines of one length
_ANOTHER_LINE = 25.0  # penalty of a line more than needed; less than that of a broken word
_HOURGLASS = 120.0  # penalty of a middle line shorter than both neighbours


def break_title(
    text: str, advances: Sequence[float], measure: float, breaks: Sequence[int] | None
) -> tuple[int, ...]:
    """Choose where the lines of a title end.

    Args:
        text: The title.
        advances: Widths of its characters in points.
        measure: The width lines may take.
        breaks: The author's own breaks, or None.

    Returns:
        Offsets of the line ends inside the title; `()` for a title on one line. The author's breaks
        are kept as they are, even when a line is then too wide and will be broken again.
    """
    if breaks is not None:
        return tuple(breaks)
    if sum(advances) <= measure:
        return ()
    penalties = _penalties(text, advances, measure)
    allowed = [k for k in range(1, len(text)) if penalties[k] is not None]
    em = max(advances)
    least = int(sum(advances) // measure) + 1
    found: list[tuple[float, tuple[int, ...]]] = []
    for count in range(least, least + 3):
        best = _best(text, advances, measure, allowed, penalties, count, em)
        if best is not None:
            found.append((best[0] + _ANOTHER_LINE * (count - least), best[1]))
    # Nothing may fit without splitting what must stay whole; lines then fall where they fall.
    return min(found)[1] if found else ()


def _penalties(text: str, advances: Sequence[float], measure: float) -> list[float | None]:
    """Price every place between two characters; None where no line may end."""
    prices: list[float | None] = [0.0] * (len(text) + 1)
    for start, stop in _words(text):
        for k in range(start + 1, stop):
            prices[k] = _INSIDE_WORD
    for pattern in _WHOLES:
        for match in pattern.finditer(text):
            fits = sum(advances[match.start() : match.end()]) <= measure
            for k in range(match.start() + 1, match.end()):
                price = prices[k]
                prices[k] = None if fits or price is None else price + _INSIDE_WHOLE
    for k in range(1, len(text)):
        price = prices[k]
        if text[k] in NO_START or text[k - 1] in NO_END:
            prices[k] = None
        elif price is not None and text[k] == "的":
            prices[k] = price + _INSIDE_WORD / 2  # 的 belongs to the word before it
        elif price is not None and text[k - 1] == "的":
            prices[k] = price - _AFTER_PARTICLE
    return prices


def _words(text: str) -> list[tuple[int, int]]:
    """Find listed words, longest first, from left to right."""
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(text):
        for length in range(min(_LONGEST, len(text) - position), 1, -1):
            if text[position : position + length] in WORDS:
                found.append((position, position + length))
                position += length
                break
        else:
            position += 1
    return found


def _best(
    text: str,
    advances: Sequence[float],
    measure: float,
    allowed: Sequence[int],
    penalties: Sequence[float | None],
    count: int,
    em: float,
) -> tuple[float, tuple[int, ...]] | None:
    """Find the cheapest way to break into `count` lines that fit; returns its price and line ends.

    Line by line, keeping for every place of the last line the cheapest way to get there.
    """
    sums = list(accumulate(advances, initial=0.0))
    ideal = sums[-1] / count
    ways: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, ())}
    for number in range(1, count + 1):
        is_last = number == count
        near = [k for k in allowed if abs(sums[k] - ideal * number) < _REACH * em]
        further: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {}
        for (start, stop), (price, ends) in ways.items():
            for end in [len(text)] if is_last else near:
                width = sums[end] - sums[stop]
                if end <= stop or width > measure:
                    continue
                total = price + ((width - ideal) / em) ** 2 + (0.0 if is_last else penalties[end] or 0.0)
                if ends:
                    above = (sums[stop] - sums[start]) / em
                    before = (sums[start] - sums[ends[-3] if len(ends) > 2 else 0]) / em if start else None
                    total += _shape(before, above, width / em) / (count - 1)
                if (stop, end) not in further or total < further[stop, end][0]:
                    further[stop, end] = (total, (*ends, end))
        ways = further
    found = [(price, ends[:-1]) for price, ends in ways.values()]
    return min(found) if found else None


def _shape(before: float | None, above: float, width: float) -> float:
    """Price a line for the outline it makes with the one or two above it; widths in em."""
    cost = _RECTANGLE if abs(width - above) < 1 else 0.0
    if before is not None and above < before and above < width:
        cost += _HOURGLASS
    return cost
