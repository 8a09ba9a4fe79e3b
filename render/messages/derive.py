"""What the derive stage says."""

from .message import Message, Severity

MESSAGES: dict[str, Message] = {
    # Formulas that cannot be read
    "formula.syntax": Message(
        "公式从“{found}”起读不懂：{formula}",
        "this formula cannot be read from “{found}” on: {formula}",
        "用指标名称或代码、数、＋－×÷和括号；名称中有符号的写在「」中；上年写“指标.上年”，某年写“指标[2018]”",
        "use names or keys of figures, numbers, + − × ÷ and brackets; put names that hold signs in 「」; "
        "last year is `name.last`, another `name[2018]`",
    ),
    "formula.unfinished": Message(
        "公式不完整：{formula}",
        "this formula stops too early: {formula}",
        "补上缺少的指标、数或括号",
        "add the figure, number or bracket that is wanting",
    ),
    "formula.too_long": Message(
        "公式太长，或括号层数太多",
        "this formula is too long, or its brackets are nested too deep",
        "分成几个指标",
        "spread it over several figures",
    ),
    "formula.unknown_function": Message(
        "公式中没有“{found}（…）”这一算法{near:，最接近的是“…”}：{formula}",
        "there is no function {found}(…){near:; the nearest name is …}: {formula}",
        "可用：合计（甲，乙）、汇总（甲）、占比（甲，总数）；名称中带括号的指标写在「」中",
        "there are sum(a, b), total(a) and share(a, whole); put a figure's name that holds brackets in 「」",
    ),
    "formula.unknown_figure": Message(
        "公式中的“{name}”不是指标{near:，最接近的是“…”}：{formula}",
        "{name} in this formula is no figure{near:; the nearest is …}: {formula}",
        "改正名称，或在指标表中加上这一指标",
        "correct the name, or add the figure to the table",
    ),
    "formula.ambiguous": Message(
        "公式中名为“{name}”的指标不止一个：{formula}",
        "more than one figure is named {name} in this formula: {formula}",
        "改用代码：{keys}；各单位相加的，写“汇总（{name}）”",
        "use its key: {keys}; to add them up write total({name})",
    ),
    "formula.no_members": Message(
        "没有可供“汇总（{name}）”的指标{near:，最接近的是“…”}：{formula}",
        "there are no figures for total({name}){near:; the nearest is …}: {formula}",
        "各单位的指标应同名而代码不同，或名为“{name}（某单位）”",
        "the figures of several offices bear one name and different keys, or are named {name}（office）",
    ),
    "formula.no_year": Message(
        "公式用到{year}年，指标表没有这一列{years:，现有：}：{formula}",
        "this formula uses {year}, and the table has no such column{years:; it has }: {formula}",
        "改正年份，或加上“{year}”一列",
        "correct the year, or add a column headed {year}",
    ),
    "formula.no_figure": Message(
        "公式中没有指标：{formula}",
        "there is no figure in this formula: {formula}",
        "写文字公式，如“立案数/收案数”；Excel公式会变成它算出的数",
        "write it as text, such as `立案数/收案数`; a formula of Excel arrives here as its result",
    ),
    # Formulas that cannot be worked out
    "formula.cycle": Message(
        "公式循环：{names}",
        "these formulas need one another: {names}",
        "改写其中一个公式，或填上其中一个指标的数",
        "rewrite one of them, or fill in one of the values",
    ),
    "formula.zero": Message(
        "指标“{figure}”{year}年算不出：除数“{zeros}”为0",
        "figure {figure} cannot be worked out for {year}: {zeros} is zero and divides",
        "核对“{zeros}”；确为0的，这一格填“—”。公式：{formula}",
        "check {zeros}; if it is zero, write — here. The formula is {formula}",
        severity=Severity.WARNING,
    ),
    "formula.units": Message(
        "公式中“{left}”与“{right}”不能相加减：{formula}",
        "{left} and {right} cannot be added or subtracted: {formula}",
        "核对所用指标及其单位",
        "check the figures in it and their units",
    ),
    "formula.result_unit": Message(
        "指标“{figure}”的公式算出来的单位是“{left}”，不是“{right}”：{formula}",
        "the formula of {figure} comes to {left}, not to {right}: {formula}",
        "核对公式和单位",
        "check the formula and the unit",
    ),
    "formula.mixed_ratio": Message(
        "指标“{figure}”是不同单位之比（{units}）：{formula}",
        "figure {figure} is a ratio of different things ({units}): {formula}",
        "核对分子、分母的单位是否应当相同",
        "check whether both should have the same unit",
        severity=Severity.WARNING,
    ),
    "formula.too_large": Message(
        "指标“{figure}”的公式算出的数太大：{formula}",
        "the formula of {figure} comes to a number that is too large: {formula}",
        "核对公式",
        "check the formula",
    ),
    "formula.differs": Message(
        "指标“{figure}”{year}年填的是{found}，按公式是{expected}",
        "figure {figure} says {found} for {year}, and its formula comes to {expected}",
        "核对后改数，或清空这一格由公式算出。公式：{formula}",
        "correct one of the values, or clear this cell for the formula to fill. The formula is {formula}",
    ),
    "formula.differed": Message(
        "指标“{figure}”{year}年填的是{found}，按公式是{expected}",
        "figure {figure} says {found} for {year}, and its formula comes to {expected}",
        "核对；往年已公布的数可以保留。公式：{formula}",
        "check it; what was published then may stay. The formula is {formula}",
        severity=Severity.WARNING,
    ),
    # Relations
    "relation.syntax": Message(
        "“{found}”不是等式",
        "{found} is not an equation",
        "写成“上年结转 + 受理 = 审结 + 结转下年”；也可用≤、≥",
        "write it as `上年结转 + 受理 = 审结 + 结转下年`; ≤ and ≥ serve too",
    ),
    "relation.units": Message(
        "关系中“{left}”与“{right}”不能相加减或相比：{formula}",
        "{left} and {right} cannot be added, subtracted or compared in this relation: {formula}",
        "核对所用指标及其单位",
        "check the figures in it and their units",
    ),
    "relation.broken": Message(
        "{year}年不符：{left}＝{left_sum}，{right}＝{right_sum}，应为左{sign}右，相差{difference}",
        "this does not hold in {year}: {left} is {left_sum}, {right} is {right_sum}; "
        "left {sign} right was to hold, and {difference} is between them",
        "核对各数；关系不再成立的，从“关系”中删去",
        "check the values; take the relation out if it does not apply",
    ),
    "relation.broken_before": Message(
        "{year}年不符：{left}＝{left_sum}，{right}＝{right_sum}，应为左{sign}右，相差{difference}",
        "this does not hold in {year}: {left} is {left_sum}, {right} is {right_sum}; "
        "left {sign} right was to hold, and {difference} is between them",
        "核对往年各数；已公布的可以保留",
        "check the values of that year; what was published may stay",
        severity=Severity.WARNING,
    ),
}
