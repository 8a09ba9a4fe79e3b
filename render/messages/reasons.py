"""Reasons: what the operating system and SQLite say when a file cannot be used, in Chinese.

A diagnostic carries their words as they came (`reason`). Those that people meet are worded here; others
print as they are.
"""

from __future__ import annotations

IN_CHINESE = {
    # Operating systems (errno)
    "Permission denied": "没有权限",
    "Operation not permitted": "没有权限",
    "Read-only file system": "磁盘或文件夹是只读的",
    "No space left on device": "磁盘已满",
    "Disk quota exceeded": "磁盘配额已用完",
    "File too large": "文件超过系统允许的大小",
    "No such file or directory": "没有这个文件或文件夹",
    "File exists": "已有同名的文件或文件夹",
    "Not a directory": "路径中有一段是文件，不是文件夹",
    "Is a directory": "这是文件夹，不是文件",
    "Directory not empty": "文件夹不是空的",
    "File name too long": "文件名太长",
    "Too many open files": "打开的文件太多",
    "Cannot allocate memory": "内存不足",
    "Input/output error": "磁盘读写出错",
    "Connection refused": "对方没有开启服务",
    "Connection reset by peer": "连接被对方断开",
    "Broken pipe": "连接已断开",
    "Network is unreachable": "网络不通",
    "Name or service not known": "找不到这个主机名",
    "Resource temporarily unavailable": "资源暂时不可用",
    "Stale file handle": "网络文件夹已断开",
    # SQLite
    "database or disk is full": "磁盘已满",
    "attempt to write a readonly database": "文件是只读的",
    "unable to open database file": "文件打不开",
    "disk I/O error": "磁盘读写出错",
    "file is not a database": "文件已损坏，或不是记录文件",
    "database disk image is malformed": "文件已损坏",
    "database is locked": "另一个程序正在使用",
}
