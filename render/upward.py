"""Upward: what tells a request from a report, and a body above from one below (条例, art. 15)."""

from __future__ import annotations

from .pattern import pattern

REQUEST = pattern(
    r"妥否|当否|(?:恳|呈|敬)?请(?:予)?(?:批示|批复|批准|审批|核准)|特此请示|现(?:将.{0,20})?请示如下|恳请(?:给予|解决|支持)"
    r"|恳请[^，。；：]{2,14}(?:批准|批复|同意|拨付|解决|支持|追加|安排|协调)"
)
"""Words with which a document asks a body above for something."""

SEPARATORS = pattern("[，,、；;]")
"""Marks between the names of bodies."""

# Steps of government from the top; a name stands on the lowest that it mentions.
_RANKS = (
    (pattern("国务院|中共中央|全国人大"), 1),
    (pattern("省|自治区|特别行政区|直辖市"), 2),
    (pattern("市|州|盟|地区"), 3),
    (pattern("(?<!自治)(?<!政)(?<!地)(?<!社)区|县|旗"), 4),
    (pattern("街道|镇(?!江)|乡(?!村振兴)"), 5),
    (pattern("社区|村(?!振兴)|科室|股室"), 6),
)
_BELOW = pattern("所属|下属|下级|各科|各股")
_EVERYWHERE = 7


def rank_of(name: str) -> int:
    """Tell how far down the steps of government a body stands; 0 when its name does not say."""
    if _BELOW.search(name):
        return _EVERYWHERE
    return max((rank for words, rank in _RANKS if words.search(name)), default=0)
