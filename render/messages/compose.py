"""What the compose stage says."""

from .message import Message, Severity

MESSAGES: dict[str, Message] = {
    "compose.paragraph_too_long": Message(
        "这一段有{length}字，最多{most}字",
        "this paragraph has {length} characters; {most} is the most",
        "把它分成几段；若原文并不长，查看是否误贴了其他内容",
        "split it, or look for something pasted by mistake",
    ),
    "compose.chart_empty": Message(
        "图中没有一个可画的数",
        "the chart has no number to draw",
        "填入数据，或删去这张图",
        "supply the numbers, or take the chart out",
    ),
    "compose.chart_series": Message(
        "图中有{series}组数据，黑白印刷最多分得清{most}组",
        "the chart has {series} series; in black and white {most} can be told apart",
        "减少组数，或分成几张图",
        "use fewer series, or make several charts of it",
    ),
    "compose.chart_two_points": Message(
        "折线图只有{points}个时点，不足{fewest}个，已改画柱形图",
        "a line chart of {points} points, fewer than {fewest}, is drawn as columns",
        "用“::: 柱形图”，或补上更多年份",
        'write "::: chart columns", or add more years',
        severity=Severity.WARNING,
    ),
}
