"""Furniture: what a page has around its text, such as breadcrumbs, share bars and footers.

A line is furniture when nothing is left of it once the words of pages are taken out, or when it begins
as only furniture does. Sentences are never furniture: a report may speak of its web site.
"""

from __future__ import annotations

import re

_LONGEST = 200  # characters of a line that may be furniture; footers come in one piece

_WORDS = re.compile(
    "|".join(
        (
            r"(?:网站|返回|回到)?首\s*页|上一?[篇页条则]|下一?[篇页条则]|返回(?:列表|顶部|上级|目录|栏目)?|回到?顶部|顶部|TOP|更多|展开|收起|收藏(?:本页|此页|本站)?",
            r"加入收藏|设为首页|打印(?:本页|此页|本文|正文|页面)?|关闭(?:窗口|本页|此页|页面)?|保存|复制(?:链接|网址)?|分享(?:到|至|本页)?|转发|点赞|纠错|我要纠错",
            r"我要(?:评论|留言|咨询|投诉)|网友评论|评论|留言|字体(?:大小)?|字号|大号?|中号?|小号?|特大|默认|正常|放大|缩小|视力保护色|背景色|护眼|繁體(?:版|中文)?|繁体(?:版|中文)?",
            r"简体(?:版|中文)?|English|ENGLISH|无障碍(?:浏览|阅读|版)?|进入|长者(?:模式|版|专区)|适老(?:化|版)?|关怀版|老年(?:模式|版)|手机版|移动版|电脑版|客户端",
            r"微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|人人网|豆瓣|朋友圈|支付宝|抖音|二维码|扫一扫.{0,20}|扫码.{0,16}|用?手机(?:扫描|打开|浏览|查看|阅读).{0,16}",
            r"登录|注册|退出|搜索|检索|高级搜索|站内搜索|请输入(?:关键[词字])?|热门(?:搜索|词)|网站支持IPv6|IPv6|本站支持.{0,10}|智能(?:问答|机器人|客服)|站点地图|网站地图|联系我们",
            r"关于我们|网站声明|版权声明|隐私(?:声明|保护)|免责声明|使用帮助|帮助|网站纠错|政府网站找错|党政机关|事业单位|听全文|语音(?:播报|播放|朗读)?|朗读|播放|暂停",
            r"PDF下载|WORD下载|word下载|下载(?:全文|PDF|WORD|word|文字版|图片版|附件|本文)?|全文下载|在线阅读|政策解读|相关解读|文字解读|图片解读|图解|相关(?:链接|文章|阅读|信息|新闻|附件|文件|稿件|政策)",
            r"友情链接|快速(?:链接|导航)|政务公开|信息公开|政府信息公开|互动交流|政民互动|政务服务|新闻(?:中心|资讯|动态)|政务动态|走进\S{1,4}|要闻|导航|菜单|正文|内容|当前位置|目录导航|政府公报|网上办事|办事服务|数据开放|专题专栏",
            r"法定主动公开内容|政府信息公开(?:指南|制度|年报|目录)|依申请公开|公开指南|公开制度|公开年报|领导之窗|机构(?:职能|设置|概况)|通知公告|公示公告|政策文件|规划计划|统计(?:信息|数据)|人事信息|财政信息|重点领域|用户中心|个人中心|我的",
        )
    )
)
_LEFT = re.compile(r"[\s\d|/\\>›»＞·•●◆■★☆\-—_=+*#~～:：,，.、()（）\[\]【】《》<>“”\"'…©®↑↓←→▲▼△▽√×]+")
_HEADS = re.compile(
    r"(?:\S{0,6}(?:当前|您的|您现在的|你的|你现在的|您当前的|现在)(?:所在)?(?:的)?位置)|所在位置|位置\s*[：:]|(?:主办|承办|协办|建设|运维|维护|开发)(?:单位|方)?\s*[：:]"
    r"|版权所有|技术(?:支持|保障)|网站(?:标识码|运维|维护|管理|技术支持|主管|备案|统计|总访问)|政府网站标识码|备案(?:序)?号|\S{0,3}ICP备|\S{0,3}公网安备|Copyright|©|COPYRIGHT|copyright|All Rights"
    r"|建议使用|最佳(?:浏览|分辨率)|推荐(?:使用|浏览)|浏览(?:次数|量|人数)?\s*[：:]|(?:点击|访问|阅读)(?:次数|数|量|率|人次)?\s*[：:]|上一[篇页条则]\s*[：:]|下一[篇页条则]\s*[：:]|上篇\s*[：:]|下篇\s*[：:]"
    r"|相关(?:链接|文章|阅读|信息|新闻|稿件|文档|政策|推荐)\s*[：:]?$|(?:责任)?编辑\s*[：:]|责编|来源\s*[：:]\s*\S{0,30}$|作者\s*[：:]|分享(?:到|至)?\s*[：:]|字[体号](?:大小)?\s*[：:]|[【\[]?字[体号]\s*[：:]"
    r"|扫一扫|扫码|微信扫|二维码|您?是?第\s*\d+\s*位(?:访客|访问者)|总访问量|今日访问|地址\s*[：:]\S{0,60}(?:邮编|电话|邮政编码)|(?:联系)?地址\s*[：:]\s*\S{2,40}$|邮(?:政)?编(?:码)?\s*[：:]|打印\s*[：:]|【?关闭窗口|办公(?:地址|时间)\s*[：:]"
    r"|政府各机构联系电话|站点地图|网站地图|欢迎(?:您|访问|光临)|今天是|现在是|本站(?:由|访问|已)|信息(?:录入|审核)\s*[：:]|政府网站年度工作报表|举报(?:电话|邮箱)|违法和不良信息|京公网安备|主管(?:单位|部门)\s*[：:]"
)
_CRUMBS = re.compile(
    r"^[^。；]{0,200}(?:首页|主页|网站|Home|公开|资讯)[^。；]{0,80}[>›»＞→/][^。；]{1,120}$|^(?:[^。；，>›»＞]{1,30}\s*[>›»＞]+\s*){2,}[^。；，]{0,60}$"
)
_FOLIO = re.compile(
    r"[-—–－―·•]\s*\d{1,4}\s*[-—–－―·•]|第\s*\d{1,4}\s*页(?:\s*[/，,、]?\s*共\s*\d{1,4}\s*页)?|Page\s*\d+|\d{1,3}\s*/\s*\d{1,3}"
)
_SENTENCE = re.compile("[。！？]")
_MARKED_AS_PAGE = re.compile(
    r"^附件下载\s*[：:]?$|^(?:点击)?下载(?:文件|附件|全文|查看)?\s*[：:]?$|^\S{1,40}\.(?:docx?|pdf|xlsx?|wps|rar|zip|ofd)(?:\s*[（(\[].{0,20}[)）\]])?$",
    re.IGNORECASE,
)


def reason_of(text: str, *, is_linked: bool = False) -> str:
    """Say what sort of furniture a line is; "" when it may be text.

    The reasons: "navigation", "tools", "footer", "page number", "files" (a list of downloads).
    """
    if len(text) > _LONGEST or (_SENTENCE.search(text) and len(text) > 80):
        return ""
    if _FOLIO.fullmatch(text):
        return "page number"
    if _CRUMBS.match(text):
        return "navigation"
    if found := _HEADS.match(text.lstrip(" |>·•[【")):
        if _SENTENCE.search(text) and len(text) > 60:
            return ""
        return "navigation" if "位置" in found[0] else "footer" if _is_footer(text) else "tools"
    if _MARKED_AS_PAGE.match(text):
        return "files"
    rest = _LEFT.sub("", _WORDS.sub("", text))
    if not rest and (_WORDS.search(text) or not _LEFT.sub("", text)):
        return "tools" if re.search("打印|关闭|分享|字体|字号|收藏|大|中|小", text) else "navigation"
    if is_linked and len(text) < 40 and len(rest) < len(text) / 2:
        return "navigation"
    return ""


def is_folio(text: str) -> bool:
    """Tell whether a line is a page number."""
    return _FOLIO.fullmatch(text) is not None


def is_footer_mark(text: str) -> bool:
    """Tell whether a line stands at the foot of pages and nowhere else, so that what follows it is foot too."""
    return len(text) <= _LONGEST and _is_footer(text)


def _is_footer(text: str) -> bool:
    return bool(
        re.search(
            r"版权所有|主办单位|承办单位|ICP备|公网安备|网站标识码|Copyright|©|技术支持|建议使用|网站地图|站点地图|友情链接|联系我们\s*[|｜]|政府网站找错|(?:上一[篇页条]|下一[篇页条])\s*[：:]",
            text,
        )
    )
