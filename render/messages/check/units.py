"""What is said about units of measure."""

from .rows import Row, read

_ROWS: tuple[Row, ...] = (
    ("unit.case", "推荐", "单位符号分大小写", "Symbols of units have a case",
     "千克是kg，千瓦是kW，兆帕是MPa；大小写不同，意思也不同。", "kg, kW and MPa: another case is another unit.",
     "改为规定的写法", "write the symbol as the standard has it",
     "处置废弃物20kg。", "处置废弃物20KG。"),
    ("unit.power", "推荐", "平方、立方用上标", "Squares and cubes are raised",
     "平方米是m²，写成m2会被读成“m”和“2”。正文里也可以写“平方米”。", "m² rather than m2.",
     "改为上标，或写“平方米”", "raise the digit, or write 平方米",
     "新增绿地200m²。", "新增绿地200m2。"),
    ("unit.square_sign", "推荐", "单位符号不用合成的字符", "No characters composed of symbols",
     "㎡、㎏一类字符大小与正文不配，有的字体没有。", "㎡ and ㎏ fit no text face, and some faces lack them.",
     "改为m²、kg，或写“平方米”“千克”", "write m² and kg, or 平方米 and 千克",
     "新增绿地200平方米。", "新增绿地200㎡。"),
    ("unit.ended", "推荐", "不用已经废止的单位", "No units that are out of use",
     "公分、公升、市斤、马力等不是法定计量单位。", "公分, 公升, 市斤 and 马力 are no legal units.",
     "改为厘米、升、千克、千瓦等，数值一并换算", "write 厘米, 升, 千克 or 千瓦, and convert the number",
     "雨量为50毫米，积水20厘米。", "积水20公分。"),
    ("unit.degree", "推荐", "摄氏度写作“℃”", "Degrees Celsius are ℃",
     "℃是一个字符。", "℃ is one character.",
     "改为“℃”或“摄氏度”", "write ℃ or 摄氏度",
     "最低气温为5℃。", "最低气温为5°C。"),
    ("unit.celsius", "推荐", "“摄氏度”不拆开", "摄氏度 is one word",
     "写5摄氏度，不写摄氏5度。", "5摄氏度 rather than 摄氏5度.",
     "改为“……摄氏度”", "put the number first",
     "最低气温为5摄氏度。", "最低气温为摄氏5度。"),
    ("unit.money", "推荐", "金额写“元”，不与货币符号并用", "An amount ends in 元 and has no sign of currency beside it",
     "写612.5万元，不写612.5万、￥612.5万元。", "612.5万元 rather than 612.5万 or ￥612.5万元.",
     "补上“元”或删去货币符号", "add 元, or take the sign out",
     "拨付资金612.5万元。", "拨付资金612.5万。"),
    ("unit.mu", "习惯", "“亩”不是法定计量单位", "亩 is no legal unit",
     "土地面积的法定计量单位是公顷、平方米、平方千米；农村工作中仍可用亩，全文只提示一次。", "Land is measured in 公顷, 平方米 and 平方千米; 亩 is told once.",
     "改为公顷或平方米（15亩为1公顷），或在后面括注", "write 公顷 or 平方米 (15 亩 are 1 公顷), or add it in brackets",
     "复垦耕地20公顷。", "复垦耕地300亩。"),
    ("unit.mixed", "习惯", "同一单位用一种写法", "One unit has one name",
     "公里与km、公斤与千克，全文用一种。", "公里 and km, or 公斤 and 千克, are not both used.",
     "统一为一种写法", "use one of them",
     "新建道路5公里，改建道路3公里。", "新建道路5公里，改建道路3km。"),
)  # fmt: skip

MESSAGES, PAGES = read(_ROWS, {
    "unit.mixed": ("“{found}”写“{name}”，前面写“{first}”", "“{found}” has {name}, before it was {first}"),
})  # fmt: skip
