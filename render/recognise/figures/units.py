"""Units: measure words and units that make a number a figure, and what a figure in them is called.

A count of 件 is called 件数, an amount of 万元 金额; a share needs no word of its own.
"""

from __future__ import annotations

import re

_COUNTED = """
    件 家 户 次 人 名 项 条 份 起 宗 场 期 台 套 本 册 篇 部 张 只 头 辆 艘 架 座 栋 幢 间 所 处 支 批
    班 类 大类 种 步 轮 亩 例 门 科 对 组 队 片 块 根 面 道 束 枚 首 幅 页 卷 集 款 笔 单 票 桩 节 站 口 眼
    孔 具 尾 羽 株 棵 粒 箱 盒 瓶 床 位 层 颗 团 届次 子项 人次 人份 件次 户次 家次 条次 架次 班次 车次
    航班 批次 场次 案次 案件 剂次 剂 课时 学时 学分 张床位 标箱 标准箱 TEU 公里 千米 米 厘米 毫米
    平方公里 平方千米 平方米 公顷 立方米 吨 公斤 千克 克 斤 升 毫升 千瓦 千瓦时 兆瓦 吉瓦 兆 度电
    吨标准煤 标准煤 标煤 人公里 吨公里 里 尺 寸 匹 马力 英亩 加仑 桶 担 石 钱 两 市斤 市亩 元 角 美元
    欧元 港元 日元 英镑 卢布 澳元 人民币 个 % ‰ 个百分点 百分点 个千分点 倍 成 番 年 个月 天 个工作日
    工作日 小时 分钟 秒 秒钟 周 个星期 星期 季度 个季度 周岁 岁 日 分 ℃ 摄氏度 度 微克/立方米 毫克/升
    毫克 微克 元/吨 元/平方米 元/人 分贝 赫兹 证 字 词 句 城市 县 市 区 村 镇 乡 街道 社区 省 国 校 企
    亿 万 万亿 GB TB MB PB Mbps Gbps 户籍 点 颗星 家次 万步 趟 餐 顿 针 艇 级次 路 线 环 网 平台 车 船
    桥 井 池 厂 店 园 馆 院 列 袋 盏 盆 窝 串 排 股 罐 包 筐 标段 宗次 期次 台次 辆次 套次 车皮 千伏安 千伏 兆伏安 兆瓦时
    蒸吨 航次 艘次 床次 人天 人年 单位 周年 海里 公升 克拉 个基点 基点 /10万 /万 平米 立方 方 吨级 千克标准煤 吨次 米次 平方 标台 车道公里 客位 座位 学位 床位
    個百分點 百分點 萬 億 個 歲 噸 條 戶 項 臺 場 千瓦時 間 處 筆 輛 週 個月 坪 公噸 公頃 棟 張 隻 艘 個工作日 鄉 縣
    元/人次 元/月 元/度 元/千瓦时 元/公斤 元/亩 元/天 人/平方公里 公里/小时 兆比特/秒
""".split()

_RARE = frozenset(
    """
    字 词 句 城市 县 市 区 村 镇 乡 街道 社区 省 国 校 企 户籍 路 线 环 网 平台 车 船 桥 井 池 厂 店 园
    馆 院 点 石 里 两 钱 担 证 度 成 面 节 站 口 科 位 级次 单位 方 排 股 包 串 平方 立方
""".split()
)
"""Words that are units only where the number before them could not be part of a name."""

_SCALES = ("万亿", "萬億", "億", "萬", "千万", "百万", "十万", "亿", "万", "千", "百")
UNITS = frozenset(_COUNTED)
MONEY = frozenset(["元", "美元", "欧元", "港元", "日元", "英镑", "卢布", "澳元", "人民币", "角"])
RATES = frozenset(("%", "‰", "个百分点", "百分点", "个千分点", "個百分點", "百分點"))
TIMES = frozenset(
    """
    年 个月 天 个工作日 工作日 小时 分钟 秒 秒钟 周 个星期 星期 季度 个季度 日
""".split()
)
_LONGEST_FIRST = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_MEASURED = "百人|百户|千人|万人|十万人|10万人|10万|户|台|立方米|升|平方米|平方公里|公顷|亩|人|吨|千克|公里|小时|天|日|年|月|秒|千瓦时|立方厘米"
UNIT = re.compile(
    rf"(?P<scale>{'|'.join(_SCALES)})?(?P<more>[余多])?(?P<unit>(?:{_LONGEST_FIRST})(?:[/／](?:{_MEASURED}))?)"
)

_NAMES = {
    "人": "人数", "名": "人数", "位": "人数", "人次": "人次", "场": "场数", "场次": "场次", "场数": "场数", "公里": "里程", "千米": "里程",
    "亩": "面积", "公顷": "面积", "平方米": "面积", "平方公里": "面积", "平方千米": "面积", "天": "天数", "日": "天数", "年": "年数",
    "个月": "月数", "个工作日": "工作日数", "工作日": "工作日数", "小时": "小时数", "分钟": "分钟数", "岁": "年龄", "周岁": "年龄",
    "吨": "吨数", "千瓦时": "电量", "千瓦": "容量", "立方米": "方量", "子项": "子项数", "人份": "人份数", "剂次": "剂次", "批次": "批次",
    "件次": "件次", "户次": "户次", "车次": "车次", "班次": "班次", "架次": "架次", "分": "得分", "个": "个数", "倍": "倍数", "航班": "航班数",
    "张床位": "床位数",
}  # fmt: skip
_SAID = """
    率 比 比例 比重 度 占比 幅 增速 额 值 收入 支出 投资 资金 费 费用 税 产值 总值 GDP 价 价格 款 报酬
    工资 利润 贷款 存款 余额 债务 成本 总量 量 面积 里程 长度 产量 人数 件数 户数 次数 个数 数 数量 总数
    人口 指数 得分 名次 系数 水平 目标 规模 容量 库容 深度 高度 重量 金额 时限 时间 期 期限 天数 年龄
    寿命 距离 密度 浓度 温度 气温 速度 预算
""".split()


def is_rare(unit: str) -> bool:
    """Tell whether a word is a unit only in some places."""
    return unit in _RARE


def kind_of(unit: str) -> str:
    """Say what a figure in a unit measures: one of `report.FigureKind`."""
    plain = unit.lstrip("百千万亿")
    if plain in RATES:
        return "比率"
    if plain in MONEY:
        return "金额"
    return "时长" if plain in TIMES else "计数"


def suffix_of(unit: str, base: str) -> str:
    """Name what is counted: 件数 for 件; nothing where the name says it already."""
    plain = unit.lstrip("百十千万亿")
    if base.endswith(tuple(_SAID)):
        return ""
    if plain in RATES:
        return "" if base.endswith("率") else "比率"
    if plain in MONEY:
        return "金额"
    if not plain:
        return "数"
    return _NAMES.get(plain, f"{plain}数")
