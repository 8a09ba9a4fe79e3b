"""What is said about numbers that do not agree: in a sentence, in a table, from year to year."""

from .entries import Entry, messages, pages, sample

_TABLE = ": 办理情况　单位：件\n\n| 单位 | 受理 | 审结 |{head}\n|---|---|---|{rule}\n| 甲科 | 5 | 3 |{first}\n| 乙科 | 7 | 6 |{second}\n| 合计 | {total} | 9 |{last}\n"
_DOWN = _TABLE.format(head="", rule="", first="", second="", last="", total="{total}")


def _down(total: str) -> str:
    return _DOWN.format(total=total)


def _beside(second: str) -> str:
    return _TABLE.format(
        head=" 合计 |", rule="---|", first=" 8 |", second=f" {second} |", last=" 21 |", total="12"
    )


def _shares(last: str) -> str:
    return f": 案件构成\n\n| 类别 | 占比（%） |\n|---|---|\n| 治安 | 50.0 |\n| 土地 | 30.0 |\n| 其他 | {last} |\n"


_HEAD = "指标,单位,2019,2020"

_ENTRIES: dict[str, Entry] = {
    "figure.parts": Entry(
        "规定",
        ("其中各项之和不大于总数", "Parts come to no more than the whole"),
        ("“其中”之后同一单位的各项是前面总数的一部分。", "What stands behind 其中 in the same unit is part of the number before."),
        ("“其中”各项{parts}之和{sum}大于“{whole}”", "the parts {parts} come to {sum}, more than “{whole}”"),
        ("核对各项和总数", "check the parts and the whole"),
        sample("办理案件28件，其中复议案件18件、诉讼案件10件。"),
        sample("办理案件28件，其中复议案件18件、诉讼案件20件。"),
    ),
    "figure.parts_unequal": Entry(
        "推荐",
        ("逐项列出的各项之和等于总数", "Parts that are listed one by one make the whole"),
        (
            "“其中”之后用顿号逐项列出、没有“等”字的，或者税收与非税、基本支出与项目支出一类没有第三项的，各项之和应当是总数；\n"
            "只差一位数字，或者数字颠倒的，多为录错。",
            "What 其中 lists with 、 and without 等, and pairs beside which there is no third (税收收入 and 非税收入), make the whole;\n"
            "sums that are off by one digit, or have its digits in another order, are slips of the hand.",
        ),
        ("{parts}之和为{sum}，不等于“{whole}”", "{parts} come to {sum}, not “{whole}”"),
        ("核对各项和总数；没有列全的，加“等”或改为“其中主要有”", "check the parts and the whole; add 等 where some are left out"),
        sample("支持项目18个，其中园区项目7个、交通项目5个、水利项目4个、教育项目2个。"),
        sample("支持项目81个，其中园区项目7个、交通项目5个、水利项目4个、教育项目2个。"),
    ),
    "figure.total_told": Entry(
        "推荐",
        ("“合计”“共”等于前面各项之和", "合计 is the sum of what stands before it"),
        ("一句话里先列各项、后写合计的，合计就是各项之和。", "Where a sentence lists parts and then a total, the parts make it."),
        ("{parts}之和为{sum}，与“{whole}”不符", "{parts} come to {sum}, not “{whole}”"),
        ("核对各项和合计", "check the parts and the total"),
        sample("培训企业负责人1842人次、特种作业人员2315人次，合计4157人次。"),
        sample("培训企业负责人1842人次、特种作业人员2315人次，合计4175人次。"),
    ),
    "figure.whole_set": Entry(
        "推荐",
        ("没有遗漏的各项之和等于总数", "Parts that leave nothing out make the whole"),
        ("三次产业、城镇与乡村、税收与非税，以及“资金来源：”后面逐项列出的，加起来应当是前面的总数。", "The three industries, town and country, and what 资金来源： lists make the number before."),
        ("{parts}之和为{sum}，与“{whole}”不符", "{parts} come to {sum}, not “{whole}”"),
        ("核对各项和总数", "check the parts and the whole"),
        sample("工程总投资2480万元。资金来源：省级补助978万元，市级配套502万元，县级配套1000万元。"),
        sample("工程总投资2480万元。资金来源：省级补助978万元，市级配套502万元，县级配套1100万元。"),
    ),
    "figure.balance": Entry(
        "推荐",
        ("收入等于支出、调出与结转之和", "What came in went out or was carried on"),
        ("写“收支平衡”的，收入等于各项支出；写结转下年的，等于收入总计减去支出、调出。", "Where 收支平衡 is said, income is what went out; what is carried on is the rest."),
        ("{parts}之和为{sum}，与“{whole}”不平", "{parts} come to {sum}, against “{whole}”"),
        ("核对收入、支出和结转", "check what came in, went out and was carried on"),
        sample("国有资本经营收入1250万元，支出860万元，调出资金390万元，收支平衡。"),
        sample("国有资本经营收入1250万元，支出860万元，调出资金490万元，收支平衡。"),
    ),
    "figure.average": Entry(
        "推荐",
        ("人均、亩均与总数相符", "An average is what amount and count make"),
        ("同一句里有总额和数量的，平均数可以重算。", "Where a sentence has amount and count, the average is worked out again."),
        ("“{found}”与总数不符：{above}÷{below}＝{percent}", "“{found}” is not what the numbers make: {above} of {below} is {percent}"),
        ("核对三个数", "check the three numbers"),
        sample("培训干部120人，总投入24万元，人均投入2000元。"),
        sample("培训干部120人，总投入24万元，人均投入2200元。"),
    ),
    "figure.split": Entry(
        "推荐",
        ("分项之和等于总数", "What is divided in two makes the whole"),
        (
            "收到的分为受理和不予受理，抽查的分为合格和不合格，任务分为已完成和正在推进；加起来应当是总数，否则要说明其余的去向。",
            "What was received was accepted or not, what was to do is done or going on; both make the whole, unless the text\n"
            "says what became of the rest.",
        ),
        ("{one}与{other}之和为{sum}，不等于“{whole}”", "{one} and {other} make {sum}, not “{whole}”"),
        ("核对三个数，或写明其余的去向", "check the three numbers, or say what became of the rest"),
        sample("收到行政复议申请68件，受理58件，不予受理10件。"),
        sample("收到行政复议申请68件，受理51件，不予受理10件。"),
    ),
    "figure.carry_over": Entry(
        "规定",
        ("上年结转与受理之和等于审结与结转下年之和", "What was carried over and came in was closed or carried on"),
        ("上年结转＋受理＝审结＋结转下年；没有上年结转的，受理＝审结＋结转下年。", "Carried over and accepted make closed and carried on."),
        ("受理（含上年结转）为{before}，审结与结转下年之和为{after}", "carried over and accepted make {before}, closed and carried on {after}"),
        ("核对四个数", "check the four numbers"),
        sample("上年结转10件，受理51件，审结54件，结转下年7件。"),
        sample("上年结转10件，受理51件，审结54件，结转下年9件。"),
    ),
    "figure.more_done": Entry(
        "推荐",
        ("办结多于受理的要说明结转", "More closed than came in needs a word on what was carried over"),
        ("审结数大于受理数，说明有上年结转，应当写出。", "More closed than accepted: some came over from last year, which is said."),
        ("“{done}”大于“{new}”，没有说明上年结转", "“{done}” is more than “{new}”, and nothing is said of what came over"),
        ("写明“含上年结转×件”，或核对两个数", "write 含上年结转×件, or check both numbers"),
        sample("受理行政复议案件51件，审结54件（含上年结转10件）。"),
        sample("受理行政复议案件51件，审结54件。"),
    ),
    "figure.share": Entry(
        "规定",
        ("占比和合格率一类不超过100%", "Shares are no more than 100%"),
        ("部分不大于整体。完成率、增长率可以超过100%。", "A part is no more than the whole; 完成率 and 增长率 may be."),
        ("“{found}”超过100%", "“{found}” is more than 100%"),
        ("核对分子分母，小数点可能错位", "check both numbers, and the decimal point"),
        sample("群众满意率99.6%，占全部案件的35.6%。"),
        sample("群众满意率996%，占全部案件的35.6%。"),
    ),
    "figure.rate": Entry(
        "推荐",
        ("比率与件数相符", "A rate is what the counts make"),
        (
            "同一句里有分子和分母的，比率可以重算；同一部分里的受理、审结一类件数也作分母试算，都不相符的才提示。",
            "Where a sentence has both counts the rate is recomputed; 受理, 审结 and the like of the same section are tried\n"
            "as the base, and only a rate that none of them makes is found.",
        ),
        ("“{found}”与件数不符：{above}÷{below}＝{percent}", "“{found}” is not what the counts make: {above} of {below} is {percent}"),
        ("核对比率和件数，或写明分母", "check the rate and the counts, or say what it is of"),
        sample("受理投诉50件，办结49件，办结率98%。"),
        sample("受理投诉50件，办结45件，办结率98%。"),
    ),
    "figure.growth": Entry(
        "规定",
        ("增减幅度与两年的数相符", "A rate of growth is what the two numbers make"),
        (
            "由20件增加到28件，增长40%；幅度等于差额除以上年数，比率之差是百分点。数经过四舍五入的（12.60亿元），由此带来的误差不算。\n"
            "减少了写成增长的也在此列。",
            "From 20 to 28 is 40%: the difference over last year's number; between rates it is 百分点. What rounding makes of it is let\n"
            "be. 增长 where the number fell is found as well.",
        ),
        ("“{found}”：由{before}到{after}应为{percent}", "“{found}”: from {before} to {after} is {percent}"),
        ("改为{percent}，或核对两个数", "write {percent}, or check both numbers"),
        sample("审核合同由20件增加到28件，增长40%。"),
        sample("审核合同由20件增加到28件，增长4%。"),
    ),
    "figure.shares_told": Entry(
        "推荐",
        ("正文中各占比之和为100%", "Shares told in the text come to 100%"),
        ("一句话里逐项说占百分之几的，加起来应当是100%；四舍五入的误差以内不算。", "Shares told one by one in a sentence make 100%, within what rounding makes."),
        ("{parts}之和为{sum}", "{parts} come to {sum}"),
        ("核对各项占比；没有列全的，写明其余", "check the shares, or say what the rest is"),
        sample("评查结果优秀占35%，良好占50%，合格占15%。"),
        sample("评查结果优秀占35%，良好占50%，合格占25%。"),
    ),
    "figure.scale": Entry(
        "推荐",
        ("同类金额的单位相当", "Amounts of one kind are in units of one size"),
        ("同一句里别的金额以万元、亿元计，一个却只有几百几千元，多为漏了“万”字。", "Where others of the sentence are in 万元 or 亿元, a few hundred 元 have lost their 万."),
        ("“{found}”与“{other}”的单位相差悬殊", "“{found}” beside “{other}”"),
        ("核对单位，漏了“万”或“亿”的补上", "check the unit, and put 万 or 亿 back"),
        sample("经营收入1200万元，支出900万元。"),
        sample("经营收入1200万元，支出900元。"),
    ),
    "figure.listed": Entry(
        "推荐",
        ("列出的件数与总数相符", "What is listed is as many as is said"),
        ("没有“等”字的，列出几个就是几个；有“等”字的，列出的不多于总数。", "Without 等 the names are as many as is said, with it no more."),
        ("写“{found}”，列出{names}个", "“{found}”, but {names} are listed"),
        ("核对名称和总数，没有列全的加“等”", "check names and number; add 等 where some are left out"),
        sample("出台《甲办法》《乙办法》2件规范性文件。"),
        sample("出台《甲办法》《乙办法》3件规范性文件。"),
    ),
    "figure.twice": Entry(
        "推荐",
        ("同一数据前后一致", "A number is the same wherever it stands"),
        ("同一名称、同一单位的数前后不同，多为改了一处、漏了一处。", "The same name and unit with two numbers: one was changed, the other forgotten."),
        ("“{found}”与前面的“{first}”不同", "“{found}”, but “{first}” before"),
        ("核对后改为一致，或改用指标", "make them agree, or use a figure"),
        sample("审核政府合同28件。加强审核，审核政府合同28件。"),
        sample("审核政府合同28件。加强审核，审核政府合同26件。"),
    ),
    "figure.total": Entry(
        "规定",
        ("合计等于各行之和", "A total row is the sum of its column"),
        ("小计是上面各行之和，合计是各行（有小计的，各小计）之和；率、占比、增幅不相加。", "小计 adds the rows above it, 合计 all rows or all 小计; rates and shares are not added."),
        ("“{name}”一列合计为{found}，各行之和是{sum}", "the total of “{name}” is {found}; the rows make {sum}"),
        ("核对各行和合计", "check the rows and the total"),
        sample(_down("12")),
        sample(_down("13")),
    ),
    "figure.total_beside": Entry(
        "规定",
        ("合计等于各列之和", "A total column is the sum of its row"),
        ("合计一列是同行各列之和；率、占比、增幅不相加。", "A total column adds the others of its row; rates and shares are not added."),
        ("“{name}”一行合计为{found}，各列之和是{sum}", "the total of “{name}” is {found}; the columns make {sum}"),
        ("核对各列和合计", "check the columns and the total"),
        sample(_beside("13")),
        sample(_beside("14")),
    ),
    "figure.row_change": Entry(
        "规定",
        ("增减与两年的数相符", "A row's change is what its two years make"),
        ("表中有上年、本年和增减、增幅的，逐行重算；四舍五入的误差不算。", "Where a table has both years, each row's difference and rate are worked out again, within rounding."),
        ("“{name}”一行的“{head}”为{found}，按两年的数应为{made}", "“{head}” of “{name}” is {found}; the two years make {made}"),
        ("核对两年的数和增减", "check the two years and the change"),
        sample(": 支出情况　单位：万元\n\n| 科目 | 2019年 | 2020年 | 增减 | 增长（%） |\n|---|---|---|---|---|\n| 农林水 | 61800 | 66900 | 5100 | 8.3 |\n"),
        sample(": 支出情况　单位：万元\n\n| 科目 | 2019年 | 2020年 | 增减 | 增长（%） |\n|---|---|---|---|---|\n| 农林水 | 61800 | 66900 | 5100 | 3.8 |\n"),
    ),
    "figure.shares": Entry(
        "推荐",
        ("占比之和为100%", "Shares come to 100%"),
        ("四舍五入的误差以内不算；有意不相加为100%的，加注说明。", "Within what rounding makes; where they are not meant to, a note says so."),
        ("“{column}”一列之和为{sum}", "“{column}” comes to {sum}"),
        ("核对各项占比", "check the shares"),
        sample(_shares("20.0")),
        sample(_shares("21.0")),
    ),
    "figure.table": Entry(
        "规定",
        ("正文与表中的数一致", "Text and table agree"),
        ("同一名称、同一单位的数，正文写的应当是表中的数。", "A number of the same name and unit is the table's."),
        ("正文写“{found}”，表中为“{table}”", "the text says “{found}”, the table “{table}”"),
        ("核对后改为一致，或都改用指标", "make them agree, or use a figure in both"),
        sample("行政复议收案28件。\n\n: 办理情况　单位：件\n\n| 类别 | 2020年 |\n|---|---|\n| 行政复议收案 | 28 |\n"),
        sample("行政复议收案26件。\n\n: 办理情况　单位：件\n\n| 类别 | 2020年 |\n|---|---|\n| 行政复议收案 | 28 |\n"),
    ),
    "figure.typed": Entry(
        "推荐",
        ("手工录入的数与指标一致", "A typed number is the figure's"),
        ("正文里与指标同名、同单位的数，应当就是指标的数。", "A number typed beside a figure's name, in its unit, is its value."),
        ("正文写“{found}”，指标“{figure}”为{number}", "the text says “{found}”; {figure} is {number}"),
        ("改用指标，或核对两个数", "use the figure, or check both numbers"),
        sample("政府合同审核28件。", figures=f"{_HEAD}\n政府合同审核件数,件,20,28\n"),
        sample("政府合同审核26件。", figures=f"{_HEAD}\n政府合同审核件数,件,20,28\n"),
    ),
    "figure.leap": Entry(
        "习惯",
        ("与上年相差十倍以上的再核一次", "Ten times last year's is looked at again"),
        ("可能丢了“万”字、错了单位，或小数点错位；确是如此的，不必改。", "万 or a unit may have been lost, or the point moved; where it is so, nothing need be done."),
        ("指标“{figure}”上年{before}，本年{after}，相差十倍以上", "{figure} was {before} and is {after}, ten times as much or as little"),
        ("核对单位和小数点；属实的，在“备注”中说明原因", "check unit and decimal point; where it is so, give the reason in 备注"),
        sample("正文。", figures=f"{_HEAD}\n信息条数,条,1150,1270\n"),
        sample("正文。", figures=f"{_HEAD}\n信息条数,条,1150,12700\n"),
    ),
    "figure.chain": Entry(
        "规定",
        ("上年结转数等于上年的结转下年数", "What came over is what last year carried on"),
        ("本年的“上年结转”就是上年的“结转下年”。", "上年结转 of this year is 结转下年 of last year."),
        ("指标“{figure}”为{found}，“{other}”{year}年为{expected}", "{figure} is {found}; {other} of {year} is {expected}"),
        ("核对两个数；上年数有修订的，改上年数", "check both; where last year's was revised, correct it"),
        sample("正文。", figures=f"{_HEAD}\n复议案件上年结转,件,8,10\n复议案件结转下年,件,10,7\n"),
        sample("正文。", figures=f"{_HEAD}\n复议案件上年结转,件,8,12\n复议案件结转下年,件,10,7\n"),
    ),
    "figure.published": Entry(
        "习惯",
        ("上年数与上年公布的一致", "Last year's value is the one that was published"),
        (
            "上年报告公布的数（指标表“上年公布数”一栏）与本年用作基数的上年数不同，要有核定数、口径调整或备注说明。",
            "Where the value published last year (上年公布数) is not the one used now, the table says why: 核定数, a change of\n"
            "scope, or 备注.",
        ),
        ("指标“{figure}”{year}年为{found}，当年公布的是{printed}", "{figure} of {year} is {found}; {printed} was published"),
        ("填写“上年核定数”或“备注”，或改回公布数", "fill in 上年核定数 or 备注, or use the published value"),
        sample("正文。", figures="指标,单位,2019,上年公布数,2020\n审核件数,件,20,20,28\n"),
        sample("正文。", figures="指标,单位,2019,上年公布数,2020\n审核件数,件,20,22,28\n"),
    ),
    "figure.earlier": Entry(
        "推荐",
        ("上年数与上年报告的一致", "Last year's value is the one of last year's report"),
        (
            "上年的报告（--against所指的文件夹或留底，或本文件夹里上年的留底）中的数与本年用作基数的上年数不同，要有核定数、口径调整或备注说明。",
            "Where the value in last year's report (the folder or frozen state that --against names, or last year's state in this\n"
            "folder) is not the one used now, the table says why: 核定数, a change of scope, or 备注.",
        ),
        ("指标“{figure}”{year}年为{found}，“{name}”中为{printed}", "{figure} of {year} is {found}; “{name}” has {printed}"),
        ("填写“上年核定数”或“备注”，或改回上年报告的数", "fill in 上年核定数 or 备注, or use last year's value"),
        {
            **sample("正文。", figures="指标,单位,2019,2020\n审核件数,件,20,28\n"),
            "上年/report.md": "---\n年度: 2019\n标题: 工作报告\n---\n正文。\n",
            "上年/figures.csv": "指标,单位,2019\n审核件数,件,20\n",
        },
        {
            **sample("正文。", figures="指标,单位,2019,2020\n审核件数,件,22,28\n"),
            "上年/report.md": "---\n年度: 2019\n标题: 工作报告\n---\n正文。\n",
            "上年/figures.csv": "指标,单位,2019\n审核件数,件,20\n",
        },
    ),
}  # fmt: skip

MESSAGES = messages(_ENTRIES)
PAGES = pages(_ENTRIES)
