"""Faults of YAML files that clerks make: what is told of each, where, and with which remedy."""

from __future__ import annotations

from typing import NamedTuple

HEAD = "kind: deployment\nmeeting:\n  name: 全市会议\n"
POINT = HEAD + "parts:\n  - points:\n      - heading: 查隐患\n"


class Case(NamedTuple):
    """A file with one fault: its code, the marked stretch in its line, words of its remedy."""

    text: str | bytes
    code: str
    line: int
    column: int
    marked: str
    remedy: str


FAULTS = {
    # Not YAML
    "half-width colon in Chinese text": Case(
        "kind: deployment\nmeeting:\n  name: 关于：社区: 会议\n", "Y005", 3, 14, ":", "full-width colon ："
    ),
    "full-width colon after the first key": Case(
        "kind： deployment\nmeeting:\n  name: 会议\n", "Y005", 1, 5, "：", "half-width colon and a blank"
    ),
    "full-width colon after a key with keys below": Case(
        "kind: deployment\nmeeting：\n  name: 会议\n", "Y005", 2, 8, "：", "half-width colon and a blank"
    ),
    "full-width colon after the only key of a mapping": Case(
        "kind: deployment\nmeeting:\n  name： 会议\n", "Y005", 3, 7, "：", "`name: ...`"
    ),
    "no blank after a colon": Case(
        "kind:deployment\nmeeting:\n  name: 会议\n", "Y005", 1, 5, ":", "a blank after the colon"
    ),
    "no blank after the colon of an only key": Case(
        "kind: deployment\nmeeting:\n  name:会议\n", "Y005", 3, 7, ":", "`name: ...`"
    ),
    "tab before a key": Case(
        "kind: deployment\nmeeting:\n\tname: 会议\n", "Y005", 3, 1, "\t", "indent with blanks"
    ),
    "double quotation mark left open": Case(
        HEAD + 'title: "讲话\ntopic: 安全\n', "Y005", 4, 8, '"', "half-width mark it began with"
    ),
    "single quotation mark left open": Case(
        HEAD + "title: '讲话\ntopic: 安全\n", "Y005", 4, 8, "'", "half-width mark it began with"
    ),
    "bracket left open": Case(HEAD + "parts: [甲, 乙\ntopic: 安全\n", "Y005", 4, 8, "[", "close it"),
    "bracket left open at the end": Case(HEAD + "parts: [\n\n", "Y005", 4, 8, "[", "close it"),
    "backslash between double quotation marks": Case(
        HEAD + 'title: "D:\\讲话"\n', "Y005", 4, 11, "\\", "single quotation marks"
    ),
    "text that starts with a star": Case(
        HEAD + "title: *市会议\n", "Y005", 4, 8, "*", "single quotation marks"
    ),
    "text in Markdown's bold": Case(
        HEAD + "title: **重要** 会议\n", "Y005", 4, 8, "*", "single quotation marks"
    ),
    "text that starts with an ampersand": Case(
        HEAD + "title: &市会议\n", "Y005", 4, 8, "&", "single quotation marks"
    ),
    "text that starts with an at sign": Case(
        HEAD + "title: @市会议\n", "Y005", 4, 8, "@", "single quotation marks"
    ),
    "text that starts with an exclamation mark": Case(
        HEAD + "title: !市会议\n", "Y005", 4, 8, "!", "single quotation marks"
    ),
    "text that starts with a greater-than sign": Case(
        HEAD + "title: >市会议\n", "Y005", 4, 8, ">", "single quotation marks"
    ),
    "text that starts with a placeholder of templates": Case(
        HEAD + "title: {{ meeting.name }}讲话\n", "Y010", 4, 9, "{", "single quotation marks"
    ),
    "key out of step": Case(HEAD + " topic: 安全\n", "Y005", 4, 2, "t", "start in the same column"),
    "second document": Case(HEAD + "---\nkind: deployment\n", "Y009", 4, 1, "-", "keep one"),
    # Slips of the hand
    "full-width colon after the first key of a block": Case(
        "kind: deployment\nmeeting:\n  name：会议\n  level: 市\n", "Y005", 3, 7, "：", "`name: ...`"
    ),
    "full-width colon after a key inside a block": Case(
        HEAD + "  date：2025-10-11\n  level: 市\n", "Y005", 4, 7, "：", "`date: ...`"
    ),
    "full-width colon after the first key of an item": Case(
        POINT + "        figures:\n          - name：水库\n            value: 12\n",
        "Y005",
        8,
        17,
        "：",
        "`name: ...`",
    ),
    "full-width colon after a key with a list below": Case(
        POINT + "        measures：\n          - 要查\n        text: 查\n",
        "Y005",
        7,
        17,
        "：",
        "`measures: ...`",
    ),
    "full-width colon after a key between braces": Case(
        HEAD + "speaker: {name：张某某, post: 书记}\n", "Y005", 4, 15, "：", "`name: ...`"
    ),
    "no blank after a colon between braces": Case(
        HEAD + "speaker: {name:张某某, post: 书记}\n", "Y005", 4, 15, ":", "`name: ...`"
    ),
    "full-width blank after a colon": Case(
        "kind:　deployment\nmeeting:\n  name: 会议\n", "Y005", 1, 6, "　", "one half-width blank"
    ),
    "full-width comma between braces": Case(
        POINT + "        figures:\n          - {name: 水库, value: 1850，unit: 座}\n",
        "Y005",
        8,
        35,
        "，",
        "a half-width comma",
    ),
    "full-width comma behind the first value between braces": Case(
        HEAD + "speaker: {name: 张某某，post: 书记}\n", "Y005", 4, 20, "，", "half-width"
    ),
    "full-width comma between the items of a list": Case(
        HEAD + "guests: [东山区，清河县]\n", "Y005", 4, 13, "，", "a half-width comma"
    ),
    "full-width brace that closes": Case(HEAD + "speaker: {name: 张某某｝\n", "Y005", 4, 20, "｝", "`}`"),
    "full-width bracket that closes": Case(HEAD + "guests: [甲局, 乙局］\n", "Y005", 4, 16, "］", "`]`"),
    "full-width brace that opens": Case(HEAD + "speaker: ｛name: 张某某}\n", "Y005", 4, 10, "｛", "`{`"),
    "full-width bracket that opens": Case(HEAD + "guests: ［甲局, 乙局]\n", "Y005", 4, 9, "［", "`[`"),
    "no blank after the dash of a text": Case(HEAD + "guests:\n  -甲局\n", "Y005", 5, 3, "-", "`- `"),
    "no blank after the dash of a key": Case(
        HEAD + "parts:\n  - points:\n      -heading: 查\n        text: 文\n", "Y005", 6, 7, "-", "`- `"
    ),
    "no blank after the dash of the only key": Case(
        HEAD + "parts:\n  - points:\n      -heading: 查\n", "Y005", 6, 7, "-", "`- `"
    ),
    "no blank after a later dash": Case(HEAD + "guests:\n  - 甲局\n  -乙局\n", "Y005", 6, 3, "-", "`- `"),
    "full-width dash": Case(HEAD + "guests:\n  － 甲局\n", "Y005", 5, 3, "－", "`- `"),
    "full-width blank after a dash": Case(
        HEAD + "guests:\n  -　甲局\n", "Y005", 5, 4, "　", "one half-width blank"
    ),
    "dash too far to the right": Case(
        HEAD + "guests:\n  - 甲局\n   - 乙局\n", "Y005", 6, 4, "-", "in column 3"
    ),
    "dash too far to the left": Case(
        HEAD + "parts:\n  - role: tasks\n - role: safeguards\n", "Y005", 6, 2, "-", "in column 3"
    ),
    "dash below the keys of its list": Case(
        POINT + "        - heading: 转\n", "Y005", 7, 9, "-", "in column 7"
    ),
    "tab before a later key": Case(HEAD + "\tlevel: 市\n", "Y005", 4, 1, "\t", "indent with blanks"),
    "tab behind blanks": Case(HEAD + "  \tlevel: 市\n", "Y005", 4, 3, "\t", "indent with blanks"),
    "full-width blanks before the first key of a block": Case(
        "kind: deployment\nmeeting:\n　　name: 会议\n", "Y005", 3, 1, "　", "indent with blanks"
    ),
    "full-width blanks before a later key": Case(
        HEAD + "　　level: 市\n", "Y005", 4, 1, "　", "indent with blanks"
    ),
    "full-width blanks before a dash": Case(
        HEAD + "guests:\n　　- 甲局\n", "Y005", 5, 1, "　", "indent with blanks"
    ),
    "Chinese quotation marks around a value": Case(
        HEAD + "title: “讲话”\n", "Y013", 4, 8, "“讲话”", "'“...”'"
    ),
    "Chinese quotation marks around an item": Case(
        HEAD + "guests:\n  - “甲局”\n", "Y013", 5, 5, "“甲局”", "delete them"
    ),
    "Chinese quotation marks around a value between braces": Case(
        HEAD + "speaker: {name: ‘张某某’, post: 书记}\n", "Y013", 4, 17, "‘张某某’", "delete them"
    ),
    "Chinese quotation marks around a colon": Case(
        HEAD + "title: “关于: 会议”\n", "Y013", 4, 8, "“关于: 会议”", "delete them"
    ),
    "byte order mark before a key": Case(HEAD + "\ufefftitle: 讲话\n", "Y004", 4, 1, "\ufeff", "Backspace"),
    "byte order mark in a value": Case(HEAD + "title: 讲\ufeff话\n", "Y004", 4, 9, "\ufeff", "Backspace"),
    "second byte order mark at the start": Case("\ufeff\ufeff" + HEAD, "Y004", 1, 1, "\ufeff", "Backspace"),
    "figure whose value is no number": Case(
        POINT + "        figures: [{name: 水库, value: 完成}]\n", "Y104", 7, 37, "完成", "8万"
    ),
    "target whose value is no number": Case(
        POINT + "        targets: [{name: 水库, value: 完成}]\n", "Y104", 7, 37, "完成", "leave it empty"
    ),
    # YAML that is not read
    "alias": Case(HEAD + "title: *a\n", "Y006", 4, 8, "*", "write the value out"),
    "anchor": Case(HEAD + "title: &a 会议\n", "Y006", 4, 8, "&", "delete `&a`"),
    "tag of a Python object": Case(
        HEAD + "title: !!python/object/apply:os.abort []\n",
        "Y008",
        4,
        8,
        "!",
        "delete `tag:yaml.org,2002:python",
    ),
    "list as a key": Case(HEAD + "? [甲]\n: 乙\n", "Y010", 4, 3, "[", "single quotation marks"),
    # The whole file
    "empty file": Case("", "Y011", 1, 1, "", "drafter new"),
    "nothing but comments": Case("# 会议\n", "Y011", 1, 1, "#", "drafter new"),
    "list at the top": Case("- kind: deployment\n", "Y012", 1, 1, "-", "drafter new"),
    "text at the top": Case("全市会议\n", "Y012", 1, 1, "全", "drafter new"),
    "GBK": Case("kind: deployment\n# 全市会议\n".encode("gbk"), "Y002", 2, 3, "全", "UTF-8"),
    "Latin-1": Case("kind: café déjà\n".encode("latin-1"), "Y002", 1, 10, "é", "UTF-8"),
    "control character": Case(HEAD + "title: 全市\x07会议\n", "Y004", 4, 10, "\x07", "delete it"),
    "control character of Latin-1": Case(HEAD + "title: 全市\x80会议\n", "Y004", 4, 10, "\x80", "delete it"),
    # What the model refuses
    "unknown key": Case(
        HEAD + "salutaton: 同志们\n", "Y101", 4, 1, "salutaton", "did you mean `salutation`?"
    ),
    "key given twice": Case(HEAD + "kind: deployment\n", "Y102", 4, 1, "k", "line 1 already"),
    "missing key": Case("kind: deployment\nmeeting:\n  level: 市\n", "Y103", 2, 1, "meeting", "`name: ...`"),
    "list where text is wanted": Case(HEAD + "title: [甲, 乙]\n", "Y104", 4, 8, "[", "on this line"),
    "mapping where text is wanted": Case(HEAD + "title: {a: 乙}\n", "Y104", 4, 8, "{", "on this line"),
    "half-width colon in a measure": Case(
        HEAD + "parts:\n  - points:\n      - measures:\n          - 要做到: 三点\n",
        "Y101",
        7,
        13,
        "要做到",
        "full-width ：",
    ),  # fmt: skip
    "half-width colon in a text on its own line": Case(
        HEAD + "title:\n  做到: 三点\n", "Y104", 5, 3, "做", "full-width ："
    ),
    "text where a mapping is wanted": Case(
        "kind: deployment\nmeeting: 全市会议\n", "Y104", 2, 10, "全市会议", "`key: value` lines"
    ),
    "impossible date": Case(HEAD + "  date: 2025-02-30\n", "Y104", 4, 9, "2025-02-30", "month and the day"),
    "not a date": Case(HEAD + "  date: 明天\n", "Y104", 4, 9, "明天", "2025-10-11"),
    "unknown level": Case(HEAD + "  level: 州\n", "Y104", 4, 10, "州", "known: 省, 市"),
    "unknown numbering": Case(
        HEAD + "parts:\n  - numbering: 一 是\n", "Y104", 5, 16, "一 是", "did you mean `一是`?"
    ),
    "unknown placeholder": Case(
        HEAD + "parts:\n  - pattern: 围绕{focsu}\n", "Y104", 5, 14, "围绕{focsu}", "did you mean `focus`?"
    ),
    "number too large": Case(HEAD + "style:\n  rate: 4000\n", "Y104", 5, 9, "4000", "from 60 to 400"),
    "number that is none": Case(HEAD + "style: {minutes: nan}\n", "Y104", 4, 18, "nan", "a number from 0"),
    "neither yes nor no": Case(HEAD + "style: {outline: 也许}\n", "Y104", 4, 18, "也许", "true or false"),
    "control character as an escape": Case(
        HEAD + 'title: "全市\\x07会议"\n', "Y104", 4, 8, '"全市\\x07会议"', "delete it"
    ),
    "empty name": Case('kind: deployment\nmeeting:\n  name: ""\n', "Y104", 3, 9, '""', "会议全称"),
    "answer to no blank": Case(HEAD + "answers:\n  - text: 去年\n", "Y103", 5, 5, "t", "add `blank: ...`"),
    "blank without a name": Case(
        HEAD + "answers:\n  - {blank: 【】, text: 去年}\n", "Y104", 5, 13, "【】", "【】里的字"
    ),
    "blank answered twice": Case(
        HEAD + "answers:\n  - {blank: 出处, text: 甲}\n  - {blank: 【出处】, text: 乙}\n",
        "Y108",
        6,
        13,
        "【出处】",
        "keep one of the two",
    ),
    # What the library does not have
    "unknown kind": Case("kind: deploy\nmeeting: {name: 会议}\n", "Y105", 1, 7, "deploy", "`deployment`?"),
    "kind that leads out of its folder": Case(
        "kind: ../deployment\nmeeting: {name: 会议}\n", "Y105", 1, 7, "../deployment", "`deployment`?"
    ),
    "unknown layout": Case(HEAD + "style: {layout: gbt9705}\n", "Y106", 4, 17, "gbt9705", "`gbt9704`?"),
    "unknown role": Case(HEAD + "parts:\n  - role: task\n", "Y107", 5, 11, "task", "did you mean `tasks`?"),
    "unknown place of a quotation": Case(
        HEAD + "quotations:\n  - in: safeguard\n", "Y107", 5, 9, "safeguard", "did you mean `safeguards`?"
    ),
    # In Chinese
    "a key under both its names": Case(
        "文种: 工作部署会\n会议:\n  名称: 会议\n  name: 会议\n", "Y102", 4, 3, "name", "keep one of the two"
    ),
    "Chinese key that there is not": Case(
        "文种: 工作部署会\n会议:\n  名称: 会议\n  日其: 2025-10-11\n", "Y101", 4, 3, "日其", "`日期`"
    ),
    "Chinese key of another mapping": Case(
        "文种: 工作部署会\n会议:\n  名称: 会议\n讲话人:\n  姓明: 甲\n", "Y101", 5, 3, "姓明", "`姓名`"
    ),
    "Chinese kind that there is not": Case(
        "文种: 工作布署会\n会议:\n  名称: 会议\n", "Y105", 1, 5, "工作布署会", "`工作部署会`"
    ),
    "Chinese role that there is not": Case(
        "文种: 工作部署会\n会议:\n  名称: 会议\n部分:\n  - 角色: 任勿\n", "Y107", 5, 9, "任勿", "`任务`"
    ),
    "Chinese layout that there is not": Case(
        "文种: 工作部署会\n会议:\n  名称: 会议\n样式:\n  版式: 领导用搞\n",
        "Y106",
        5,
        7,
        "领导用搞",
        "`领导用稿`",
    ),
    "Chinese paper that there is not": Case(
        "文种: 工作部署会\n会议:\n  名称: 会议\n文稿: [主持词, 主持同]\n", "Y105", 4, 11, "主持同", "`主持词`"
    ),
    "value at fault under a Chinese key": Case(
        "文种: 工作部署会\n会议:\n  名称: 会议\n样式:\n  语速: 20\n", "Y104", 5, 7, "20", "from 60 to 400"
    ),
    "required key missing in a Chinese file": Case(
        "文种: 工作部署会\n会议:\n  日期: 2025-10-11\n", "Y103", 2, 1, "会议", "`名称: ...`"
    ),
    "full-width colon after a Chinese key": Case(
        "文种: 工作部署会\n会议:\n  名称： 会议\n", "Y005", 3, 5, "：", "`名称: ...`"
    ),
    "fact without a colon's blank": Case(
        HEAD + "facts:\n  tasks:\n    - 要求: 甲: 乙\n", "Y005", 6, 12, ":", "full-width colon"
    ),
}
