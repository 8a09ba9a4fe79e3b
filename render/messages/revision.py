"""What comparing a report with another text says."""

from .message import Exit, Message, Severity

MESSAGES: dict[str, Message] = {
    "revision.compared": Message(
        "对照的是{other}，相同文字占{percent}%",
        "compared with {other}; {percent} % of the words are the same",
        severity=Severity.NOTE,
    ),
    "revision.little_in_common": Message(
        "与{other}相同的文字只占{percent}%，不像同一份文件的两稿，没有生成修订稿",
        "only {percent} % of the words are those of {other}: hardly drafts of one document, so nothing "
        "was written",
        "核对--against写的是不是要对照的那一份；确要对照的，加--force",
        "see whether --against names the right text; to compare them all the same, add --force",
        exit=Exit.USE,
    ),
    "revision.missing": Message(
        "没有要对照的文件、文件夹或留底",
        "there is no file, folder or frozen state of that name to compare with",
        "--against写另一份报告的文件夹、本报告的年度、留底名称，或.docx、.pdf、.html、.txt文件",
        "--against takes the folder of another report, a year of this one, a frozen state, or a .docx, .pdf, "
        ".html or .txt file",
        exit=Exit.USE,
    ),
    "revision.same": Message(
        "要对照的就是本报告这一年度的稿子",
        "that is this very report, for the same year",
        "写另一年度、另一份报告、留底名称或文件",
        "name another year, another report, a frozen state or a file",
        exit=Exit.USE,
    ),
    "revision.other_faulty": Message(
        "要对照的报告还不能生成，未作对照",
        "the report to compare with does not build; nothing was compared",
        "先解决上列问题，或改用它已生成的.docx对照",
        "solve what is listed above, or compare with the .docx that was built of it",
    ),
    "revision.public": Message(
        "公开版不出修订稿：修订稿含有原稿的文字",
        "a public edition gets no tracked changes, which hold the words of the other text",
        "去掉--edition，或写其他版本",
        "leave out --edition, or name another edition",
        exit=Exit.USE,
    ),
    "revision.internal": Message(
        "修订稿和修订说明含有原稿的文字，只供内部审改，不随报告公开",
        "the tracked changes and their summary hold the words of the other text: they are internal and are "
        "not published with the report",
        severity=Severity.NOTE,
    ),
    "revision.accepted": Message(
        "文件中原有的修订按全部接受后的文字对照",
        "tracked changes in the file were taken as accepted",
        severity=Severity.NOTE,
    ),
    "revision.pictures": Message(
        "文件中的图片{count}幅，未作对照",
        "{count} pictures in the file were not compared",
        severity=Severity.NOTE,
    ),
    "revision.needs_other": Message(
        "{option}要与--against同用",
        "{option} goes with --against",
        "加--against，写要对照的报告、年度、留底或文件",
        "add --against with the report, year, frozen state or file to compare with",
        exit=Exit.USE,
    ),
    "revision.not_with": Message(
        "--against不能与{option}同用",
        "--against does not go with {option}",
        "去掉其中一项：--against出修订稿，{option}用于对比表",
        "leave one of them out: --against shows what was changed, {option} is for the comparison of years",
        exit=Exit.USE,
    ),
}
