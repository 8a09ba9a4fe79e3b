"""What is said about words with a character wrong, doubled, dropped or turned round."""

from .rows import Row, read

_ROWS: tuple[Row, ...] = (
    ("word.slip", "推荐", "没有打错、多打、漏打的字", "No character is mistyped, doubled or dropped",
     "同音字、形近字打错的（“库款调渡”），一个字打了两遍的（“夯实实”），漏了一个字的（“贯落实”），两个字颠倒的（“署部”）："
     "几个字连起来不成词，换成读音或字形相近的字就是一个常用词。根据词语在法律法规和新闻中的使用情况判断。",
     "A character that sounds or looks like the one that was meant, typed twice, left out, or two of them turned round: "
     "what stands there is no word, and a word in common use is close by.",
     "改正；确是人名、地名、专用词语的，在文件开头“不查”中写明这几个字（文字）和原因",
     "put it right; a name or a term is accepted by its words (文字) in the list of what is not looked for",
     "加强库款调度。", "加强库款调渡。"),
    ("word.doubtful", "习惯", "没有疑似打错的字", "No character looks mistyped",
     "与“没有打错、多打、漏打的字”一样判断，但把握小一些：也可能是不常见的词语或名称，请核对。",
     "The same, less certain: it may be a rare word or a name.",
     "核对；写得不错的，可以不改，也可以在文件开头“不查”中写明这几个字（文字）和原因",
     "look at it; what is right may stay, or be accepted by its words (文字) in the list of what is not looked for",
     "加强执法骨干培训。", "加强执法股干培训。"),
)  # fmt: skip

MESSAGES, PAGES = read(_ROWS, {
    "word.slip": ("“{found}”中的“{word}”疑为“{right}”", "“{word}” of “{found}” is likely to be “{right}”"),
    "word.doubtful": ("“{found}”中的“{word}”是否为“{right}”", "“{word}” of “{found}” may be “{right}”"),
})  # fmt: skip
