"""Lexicon: the words by which the parts of an official text are known.

Names of organs end in one of a few words, documents are called by their kind (文种), and the labels of
information tables vary little (政府信息公开目录系统实施指引（试行）, part 2, and what sites made of it).
"""

from __future__ import annotations

import re

ORGANS = """
    人民政府 政府 办公室 办公厅 委员会 管委会 党委 工委 党组 纪委 监委 政法委 委 局 厅 部 院 署 处 科
    总队 支队 大队 办事处 中心 公司 集团 协会 学会 联合会 商会 学院 大学 学校 法院 检察院 领导小组
    指挥部 联席会议 总局 总行 银行 分行 支行 秘书处 工会 妇联 团委 残联 文联 科协 工商联 调查队 调查总队
    总社 供销社 组委会 工作组 常委会 研究院 研究所 医院 海关 税务局 管理所 服务站 出版社 图书馆 博物馆
    档案馆 编委办 国资委 发改委 卫健委 住建委 教委 经信委 农委 改革办 法制办 信访办 研究室 报社 电视台
    街道 社区 村委会 居委会 镇 乡
    廳 處 會 委員會 辦公室 院會 總局 學院 大學 醫院 銀行 署
""".split()
KINDS = """
    报告 通知 决定 意见 公报 办法 规定 方案 计划 总结 要点 纪要 批复 函 复函 公告 通告
    通报 条例 细则 规则 规划 纲要 讲话 说明 清单 指南 制度 预案 答复 请示 命令 令 议案
    决议 章程 守则 标准 简报 解读 提案 汇报 致辞 讲稿 指引 规程 规范 通则 准则 年报
    白皮书 答记者问 公约 倡议书 合同 协议 备忘录 声明 答卷 计划书 预算 决算 大事记 一览表 统计表
    報告 計畫 計劃 辦法 規定 總結 綱要 條例 細則 規則 規劃 說明 決議 公報 通報 議案 決定 意見 報告書 施政方針 白皮書 年報
""".split()
WEAK_KINDS = "工作 情况 状况 进展 成就 情況 概況 狀況 執行情形 措施 活动 工程 行动 体系 指标 分析 评价 概况 综述 任务 部署 安排 建议 举措 政策 目录 名单 发言".split()
"""Words that end titles, and lines of titles that go on."""

_ORGAN_END = "|".join(sorted(map(re.escape, ORGANS), key=len, reverse=True))
_KIND_END = "|".join(sorted(map(re.escape, KINDS), key=len, reverse=True))
_WEAK_END = "|".join(sorted(map(re.escape, WEAK_KINDS), key=len, reverse=True))
_PLACES = "中华人民共和国 中国共产党 中共 国家 全国 国务院 省 市 区 县 州 盟 旗 镇 乡"

ORGAN = re.compile(
    rf"[\u4e00-\u9fff〇×（）()·、\s]{{2,38}}(?:{_ORGAN_END})(?:[（(][\u4e00-\u9fff]{{1,12}}[)）])?"
)
_IN_BRACKETS = rf"[（(](?:\d{{4}}年?)?(?:{_KIND_END})[)）]"
_AFTER_KIND = r"(?:[（(〔\[【][^（）()]{1,30}[)）〕\]】])*(?:之[一二三四五六七八九十])?[”’》]?"
KIND = re.compile(rf"(?:(?:{_KIND_END}){_AFTER_KIND}|{_IN_BRACKETS})")
WEAK_KIND = re.compile(rf"(?:{_WEAK_END}){_AFTER_KIND}")
ABOUT = re.compile("关于|印发|转发|批转")
NUMBER_OF_DOCUMENT = re.compile(
    r"[\u4e00-\u9fffA-Za-z·\s]{0,24}[〔\[【﹝（(［]\s*(?:19|20)\d{2}\s*[〕\]】﹞）)］]\s*第?\s*[\d×xX]+\s*号"
    r"|[\u4e00-\u9fff]{1,12}\s*(?:19|20)\d{2}\s*年?\s*第\s*\d+\s*号"
    r"|[〔\[【（(]\s*(?:19|20)\d{2}\s*[〕\]】）)]\s*第?\s*\d+\s*[次期]"
    r"|(?:国令|[\u4e00-\u9fff]{2,20}令)?\s*第\s*[\d一二三四五六七八九十百零〇]{1,6}\s*号(?:令)?"
)
ADDRESSEE = re.compile(
    r"(?:各|市|区|县|省|州|全|国务院|中共|中央|党中央|人民|自治|直属|驻|局|委|厅|部|[\u4e00-\u9fff]{2,12})[^。；;!！?？]{0,300}[：:]"
)
ADDRESSED = re.compile(
    r"^(?:各位|同志|尊敬的)|人民政府|委|办|局|厅|部门|单位|机构|代表|同志|公司|处|院|中心|企业|学校|街道|镇|乡|主任|机关|银行|党组"
)
CLOSING = re.compile(
    r"(?:以上报告|以上请示|以上意见|以上)?[，,]?(?:特此|专此|妥否|当否|可否|现予公布|请予审议|请审议|请批示|请审阅|特予|为盼|如无不妥)"
    r"[\u4e00-\u9fff，,]{0,20}[。.？?]?"
)
DATE = re.compile(
    r"(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}"
    r"|[一二][九○〇零OoＯ0][\d一二三四五六七八九○〇零OoＯ]{2}\s*年\s*[一二三四五六七八九十元]{1,3}\s*月(?:\s*[一二三四五六七八九十廿]{1,4}\s*日)?"
    r"|(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月|(?:19|20)?[\d×]{1,4}年[\d×]{1,2}月[\d×]{1,2}日"
)
LETTERHEAD = re.compile(r"[\u4e00-\u9fff（）()·\s]{2,40}文\s*件|[\u4e00-\u9fff\s]{2,40}(?:纪要|公报|简报)")
SECURITY = re.compile(r"(?:绝密|机密|秘密)(?:★.{0,8})?")
URGENCY = re.compile("特急|加急|特提|平急|急件|平件")
COPY_NO = re.compile(r"(?:份号[：:]?\s*)?\d{6}")
SIGNERS = re.compile(r"签发人?[：:]\s*([\u4e00-\u9fff·\s、]{2,40})")
COPIES_TO = re.compile(r"抄\s*送(?:机关)?\s*[：:]\s*(.+?)[。.]?")
PRINTED = re.compile(
    r"([\u4e00-\u9fff（）()\s]{3,40}?)\s*((?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*(?:印发|印制|印)"
)
ATTACHED = re.compile(r"附\s*[件表录]\s*(?:[\d一二三四五六七八九十]{1,3}|[—\-－])*\s*[：:.．、]?")
NOTE = re.compile(
    r"[（(](?:此件|联系人|本件|公开|主动公开|不予公开|依申请)[^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)*[)）]"
)

_LABELS: dict[str, str] = {
    "index_no": "索引號 索引号 信息索引号 索引编号 索取号 信息索取号 目录编号",
    "number": "文號 發文字號 文号 发文字号 发布文号 文件编号 发文文号 文件字号 公文文号 发文号 令号",
    "category": "信息分類 分類 信息分类 分类 组配分类 主题分类 主题类别 信息类别 所属分类 类别 公文种类 体裁分类 信息主题 栏目分类 公开类别 公开分类 所属主题 主题导航",
    "issuers": "發文機關 發文機構 發佈機構 發布機構 发文机构 发文机关 发布机构 发布机关 发文单位 公开机构 公开单位 发布单位 制发机关 责任部门 公开责任部门 信息公开单位 发文部门 发布部门 "
    "制定机关 颁布单位 颁发部门 制发单位 公开主体 信息发布机构 公开部门 责任单位 发布主体 起草单位",
    "issued_on": "發文日期 成文日期 成文时间 发文日期 发文时间 生成日期 生成时间 产生日期 形成日期 制发日期 颁布日期 签署日期 签发日期 写作时间 制定日期",
    "published_on": "發佈日期 發布日期 公佈日期 发布日期 发布时间 公开日期 公开时间 公布日期 公布时间 上网日期 上网时间 发表时间 发表日期 录入时间 发稿时间 时间 日期 信息时间 创建时间 更新日期 更新时间",
    "name": "名稱 標題 名称 标题 信息名称 文件名称 公开名称 题名 文件标题 信息标题 公文名称 文件名",
    "keywords": "主題詞 關鍵詞 主题词 关键词 关键字",
    "validity": "有效性 时效性 时效 效力状态 文件状态 是否有效 效力 信息有效性 有效状态",
    "disclosure": "公开方式 公开形式 公开属性 公开类型",
    "origin": "信息来源 来源 文章来源 稿件来源 信息提供 供稿单位 供稿 转载来源",
}
_OTHERS = (
    "內容概述 列印 關閉 公开范围 公开时限 内容概述 内容摘要 摘要 概述 语种 载体类型 记录形式 实施日期 施行日期 生效日期 失效日期 废止日期 终止日期 截止日期 有效期 浏览次数 "
    "浏览量 浏览 点击数 点击次数 点击率 点击量 访问次数 访问量 阅读次数 阅读量 阅读 点击 作者 责任编辑 编辑 字体 字号 字体大小 审核 审核人 统一编号 统一登记号 登记号 备注 "
    "备注/文号 信息格式 服务对象分类 服务对象 公开程度 保密期限 信息形式 载体 文件类型 信息生成日期 是否公开 收藏 分享 打印 联系方式 联系电话 体裁 生命周期 主办单位 地区 "
    "发布人 通讯员 记者 初审 复审 终审 校对 监督电话 政策咨询 咨询电话 信息编号 公开编号 栏目 专题 所属栏目 归档时间 归档日期 稿源 撰稿 撰稿人 视力保护色 文章字体 签发 签发单位 审稿"
)
LABELS: dict[str, str] = {
    **{label: key for key, labels in _LABELS.items() for label in labels.split()},
    **dict.fromkeys(_OTHERS.split(), ""),
}
"""What a label of an information table stands for: a metadata key, or "" for what a report does not keep."""

TOOLS = frozenset("分享 打印 收藏 字体 字号 字体大小 文章字体 视力保护色".split())
"""Labels of tools: what stands on the next line is no value of theirs."""

LABEL = re.compile(
    r"(?<![\u4e00-\u9fff])[•·●◆■*\-\[【（(]?\s*("
    + "|".join(r"\s*".join(label) for label in sorted(LABELS, key=len, reverse=True))
    + r")\s*[\]】]?\s*[：:]"
)
"""A label and its colon; sites space the characters of short labels out."""


def is_organ(text: str) -> bool:
    """Tell whether a line names an organ and nothing else."""
    return ORGAN.fullmatch(text) is not None


def is_title(text: str, *, weak: bool = True) -> bool:
    """Tell whether a line reads as the title of a document, or as the end of one.

    Args:
        text: The line.
        weak: Also what ends in a word that titles end in, but may go on after (工作, 情况).
    """
    if not 3 <= len(text) <= 120 or re.search("[。；;！!]|[，、：:,]$", text):
        return False
    kinds = (KIND, WEAK_KIND) if weak else (KIND,)
    return any(found.end() == len(text) for kind in kinds for found in kind.finditer(text))


def plain_label(text: str) -> str:
    """Take the blanks, brackets and colon off a label."""
    return re.sub(r"[\s：:\[\]【】•·●◆■*]", "", text)
