"""What is said about number words that an author typed."""

from ..message import Message, Severity
from .page import Page, Sample

_SEVERITIES = {"规定": Severity.ERROR, "推荐": Severity.WARNING, "习惯": Severity.NOTE}
_FIGURES = "指标,单位,2020,写法\n户数,户,2007,\n件数,件,200,\n条数,条,10200,近万\n家数,家,5000,{:千}余\n"


def _sample(text: str, figures: str = _FIGURES) -> Sample:
    return {
        "report.md": f"---\n年度: 2020\n标题: 工作报告\n---\n{text}\n",
        "figures.csv": figures,
    }


# Code, level, title in Chinese and English, why, way out, right and wrong.
_ROWS: tuple[tuple[str, str, str, str, str, str, str, str, str, str], ...] = (
    ("base_word", "推荐", "全年的数说“比上年”", "A whole year is compared with 比上年",
     "书面语不说“比去年”，“同比”后面不再写去年、上年。", "去年 is spoken language, and 同比 already says so.",
     "改为“比上年”；月度、季度数用“同比”", "write 比上年, of months and quarters 同比",
     "案件比上年增长12.5%。", "案件比去年增长12.5%。"),
    ("verb", "推荐", "数量用增加、减少，百分数用增长、下降", "增加 takes a quantity, 增长 a percentage",
     "增加842件，增长18.4%，不能互换。", "增加842件 but 增长18.4%.",
     "后接数量的改为增加、减少，后接百分数的改为增长、下降", "use 增加 or 减少 before a quantity, 增长 or 下降 before a percentage",
     "案件增加842件，增长18.4%。", "案件增加116.7%。"),
    ("sign", "规定", "增减用词已表明方向，数前不加负号", "The word carries the sign",
     "下降30%不写增长-30%，也不写下降-30%。", "A fall of 30% is neither 增长-30% nor 下降-30%.",
     "删去负号，用“下降”", "drop the minus sign and say 下降",
     "案件下降30.0%。", "案件增长-30%。"),
    ("unchanged", "推荐", "没有变化写持平", "What did not change is 持平",
     "两年相同写“与上年持平”，幅度不足0.1%写“基本持平”。", "The same in both years is 持平, nearly so 基本持平.",
     "改为“与上年持平”或“与上年基本持平”", "write 与上年持平 or 与上年基本持平",
     "案件与上年持平。", "案件增长0%。"),
    ("fall_multiple", "规定", "减少不用倍和番", "A fall is never 倍 or 番",
     "减少至多减到没有，不能减少1倍；说减少一半、降至三分之一。", "Nothing can fall by more than all of it.",
     "改为“减少一半”“降至上年的三分之一”一类说法", "write 减少一半 or 降至上年的三分之一",
     "案件减少一半。", "案件减少1倍。"),
    ("to_zero", "推荐", "降为0用文字说明", "A fall to nothing is told in words",
     "“下降100%”不如“由10件降为0”明白。", "由10件降为0 says more than 下降100%.",
     "改为“由……件降为0”或“未再发生”", "write 由……件降为0 or 未再发生",
     "案件由10件降为0。", "案件下降100%。"),
    ("points", "规定", "比率之差是百分点", "Rates differ by points",
     "满意率由90%到95%是提高5个百分点；提高5%是另一个数。增速的变化也是百分点。", "From 90% to 95% are 5 points, not 5%.",
     "改为“个百分点”", "write 个百分点",
     "满意率提高5个百分点。", "满意率同比提高5%。"),
    ("points_sign", "规定", "百分点写汉字", "Points are written in Han",
     "写5个百分点、0.3个千分点，不写5%点、0.3‰点。", "5个百分点 and 0.3个千分点, not 5%点.",
     "改为“个百分点”“个千分点”", "write 个百分点 or 个千分点",
     "纠错率提高0.3个千分点。", "纠错率提高0.3‰点。"),
    ("duration", "习惯", "时间说缩短、延长", "Time is 缩短 or 延长",
     "天数、时限不说增长、下降。", "Days and time limits are neither 增长 nor 下降.",
     "改为“缩短”“压缩”或“延长”", "write 缩短, 压缩 or 延长",
     "办理时限缩短25天。", "办理时限下降。"),
    ("rank", "规定", "位次不算百分数", "Ranks have no percentage",
     "排名由第5位到第3位是上升2位。", "From 5th to 3rd is 上升2位.",
     "写“上升……位”", "write 上升…位",
     "排名上升2位。", "排名增长40%。"),
    ("breakthrough", "习惯", "不说零的突破", "零的突破 is left out",
     "写明上年未发生、本年多少即可。", "It is enough to say that there was none the year before.",
     "改为“2019年未发生，2020年1件”一类说法", "write 2019年未发生，2020年1件",
     "该类案件2019年未发生，2020年1件。", "该类案件实现零的突破。"),
    ("nothing", "规定", "没有数就不写增减", "Without a number there is no change",
     "新增、停报的指标没有增减，不写增长—%。", "A figure that is new or gone has no change.",
     "写明原因，如“该指标为2020年新增”", "say why, as in 该指标为2020年新增",
     "该指标为2020年新增。", "案件增长—%。"),
    ("over_goal", "规定", "超额的是超出部分", "What exceeds a goal is the part above it",
     "完成目标的105%，是超额5%，不是超额完成105%。", "105% of a goal exceeds it by 5%.",
     "改为“完成目标的……%，超额……%”", "write 完成目标的105%，超额5%",
     "完成目标的105%，超额5%。", "超额完成105%。"),
    ("tenths", "推荐", "成数取整", "Tenths are whole",
     "写三成、近三成、三成多，不写3.2成。", "三成, 近三成 or 三成多, not 3.2成.",
     "取整，或改用百分数", "round it, or give a percentage",
     "约占三成。", "占3.2成。"),
    ("twice_rough", "推荐", "约数只说一次", "A rough number is rough once",
     "约与左右、近与余、至少与以上，用一个就够，或互相矛盾。", "One of 约 and 左右 is enough; 近 and 余 contradict each other.",
     "删去其中一个", "drop one of the two",
     "约5000家。", "约5000家左右。"),
    ("remainder", "推荐", "余跟在整数后、量词前", "余 follows a round number and precedes its measure",
     "5000余家、1.2万余件；12558余件、5000家余都不对。", "5000余家 and 1.2万余件, not 12558余件 nor 5000家余.",
     "取整，或写准确数", "round the number, or give it exactly",
     "5000余家。", "12558余件。"),
    ("classes", "推荐", "分档不重叠", "Classes do not overlap",
     "“以上”“以下”都含本数，80分不能既在以上又在以下。", "以上 and 以下 both include the number.",
     "一端改为“不足”或“超过”", "write 不足 or 超过 for one of them",
     "80分以上12人，不足80分3人。", "80分以上12人，80分以下3人。"),
    ("scale", "推荐", "万、亿前小数不超过两位，够一万才用万", "Two decimals before 万, and no 万 below one",
     "73.5万元、12558件；不写1.2558万件、0.3万件。", "73.5万元 and 12558件, not 1.2558万件 nor 0.3万件.",
     "写全数，或取两位以内小数", "write all digits, or two decimals at most",
     "12558件。", "1.2558万件。"),
    ("han_scale", "推荐", "阿拉伯数字后不用十、百、千", "No 十, 百 or 千 after digits",
     "5000余家、五千余家，不写5千余家（千米、千瓦、千克除外）。写法中的“{:千}余”也在此列。",
     "5000余家 or 五千余家, not 5千余家, but for 千米, 千瓦 and 千克.",
     "改为“5000余家”或“五千余家”", "write 5000余家 or 五千余家",
     "5000余家企业。", "5千余家企业。"),
    ("range", "推荐", "范围两端都写%、万、亿", "Both ends of a range have %, 万 or 亿",
     "5%～8%、13万～17万元，不写5～8%、3～5万元。", "5%～8% and 13万～17万元, not 5～8%.",
     "前一个数也写上", "repeat it after the first number",
     "增长5%～8%。", "增长5～8%。"),
    ("separator", "推荐", "正文数字不分节", "Numbers in text are not separated",
     "12558件，不写12,558件，更不能写12，558件。", "12558件, not 12,558件.",
     "删去逗号", "take the comma out",
     "办理12558件。", "办理12，558件。"),
    ("percent", "推荐", "百分号用半角，数字不与百分之连用", "A half-width % right after its digits",
     "95.99%，不写95.99％、百分之95、95.99 %。", "95.99%, not 95.99％, 百分之95 or 95.99 %.",
     "改为半角“%”，与数字之间不空格", "write a half-width % without a space",
     "满意率95.99%。", "满意率95.99％。"),
    ("respectively", "规定", "分别前后个数相等", "分别 has as many names as values",
     "甲、乙分别为3件、5件；名称与数一一对应。", "甲、乙分别为3件、5件: one value for each name.",
     "补上或删去，使名称与数一一对应", "give one value for each name",
     "甲科、乙科分别为3件、5件。", "甲科、乙科分别为3件、5件、7件。"),
    ("measure", "推荐", "量词与指标单位一致", "The measure word is the figure's unit",
     "同一指标前后用一个量词；件与件次、人与人次、家与户不同。", "One figure has one measure word; 家 and 户 differ.",
     "改为指标的单位，或用“|带单位”", "use the figure's unit, or `|with_unit`",
     "抽查{{ 户数 }}户。", "抽查{{ 户数 }}家。"),
    ("limit", "推荐", "超过、不足不含本数", "超过 and 不足 leave the number out",
     "恰为200件，不能说超过200件。", "200 does not exceed 200.",
     "删去该词，或写“|超过(100)”一类说法", "drop the word, or write `|exceeding(100)`",
     "办理{{ 件数|带单位 }}。", "办理超过{{ 件数|带单位 }}。"),
    ("form", "推荐", "写法与数相符", "A form is true of its value",
     "近万是不到一万；10200不能写近万。", "近万 is below 10,000.",
     "改“写法”一列，或用“|近”“|余”由数据选词", "change 写法, or use `|nearly` and `|over`",
     "解答{{ 条数 }}条。", "解答{{ 条数 }}条。"),
    ("decimals", "习惯", "100%的小数位前后一致", "100% has the same decimals throughout",
     "小数位由指标的“小数位”一列决定，100%与100.00%不混用。", "The column 小数位 decides; 100% and 100.00% are not mixed.",
     "统一小数位", "use one number of decimals",
     "参考率100%，办结率100%。", "参考率100%，办结率100.00%。"),
)  # fmt: skip

_FOUND = {
    "respectively": ("“{found}”有{names}个名称、{values}个数", "“{found}” has {names} names and {values} values"),
    "measure": ("“{found}”的量词与指标“{figure}”的单位“{unit}”不同", "“{found}” is not in {unit}, the unit of {figure}"),
    "limit": ("“{found}”：指标“{figure}”恰为此数", "“{found}”: {figure} is just this number"),
    "form": ("写法“{found}”与数不符：指标“{figure}”为{number}", "the form {found} is not true of {figure}, which is {number}"),
    "decimals": ("此处写“{found}”，前面写“{first}”", "“{found}” here, “{first}” before"),
}  # fmt: skip

MESSAGES: dict[str, Message] = {}
PAGES: dict[str, Page] = {}
for _code, _level, _zh, _en, _zh_why, _en_why, _zh_hint, _en_hint, _right, _wrong in _ROWS:
    _said = _FOUND.get(_code, (f"“{{found}}”：{_zh}", f"“{{found}}”: {_en}"))
    MESSAGES[f"number.{_code}"] = Message(*_said, _zh_hint, _en_hint, severity=_SEVERITIES[_level])
    _right_figures = _FIGURES.replace("10200", "9600") if _code == "form" else _FIGURES.replace("近万", "")
    PAGES[f"number.{_code}"] = Page(
        _zh, _en, _zh_why, _en_why, right=_sample(_right, _right_figures), wrong=_sample(_wrong)
    )
