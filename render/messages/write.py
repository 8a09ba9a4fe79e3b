"""What the write stage says."""

from .message import Exit, Message

MESSAGES: dict[str, Message] = {
    "pdf.face_unreadable": Message(
        "字体“{face}”的文件打不开或已损坏：{file}",
        "the file of the face {face} is missing or damaged: {file}",
        "重新安装该字体；也可卸载它，改用本软件自带的字体",
        "install the face again, or remove it so that the built-in one is used",
        exit=Exit.USE,
    ),
    "pdf.image_unreadable": Message(
        "图片“{name}”已损坏，无法写入PDF",
        "the picture {name} is damaged and cannot be written to PDF",
        "换一份完好的PNG或JPEG图片",
        "replace it with a sound PNG or JPEG file",
        exit=Exit.USE,
    ),
}
