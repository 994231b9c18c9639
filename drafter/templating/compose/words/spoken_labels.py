"""What stands in front of a colon on the sheet, as it is said: in front, on one side, or not at all."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.cues import first_cue
from drafter.facts.sheet import Fact
from drafter.templating.compose.wishes.instructions import is_label_for_writer, without_instructions
from drafter.templating.compose.words.brackets import BRACKET

_FORECASTS = re.compile("气象(?:局|台|站|部门)$")
_LABEL = re.compile("((?:[^：:，。；（(]|[（(][^（()）]*[)）]){1,40})[：:]")
# Labels that only tell of what type the words behind them are.
_TYPE_ONLY = re.compile(
    "案例|事例|典型|例子|问题|原因|起因|缘由|毛病|根子|要求|任务|钱|经费|资金|情况|成绩|措施|做法|目标|承诺|分工|督查|考核|看的点|事|事情|事故|其他|另外|特别是|家属|家人|已定|定了的|定下的"
    "|后果|影响|结果|教训|危害|损失|效果|好处|反映|表现|现状|背景|说明"
)
# 质量：材料逐批检验 is told of one side of the matter.
_SIDE = "质量|安全|纪律|进度|卫生|服务|宣传|保障|作风|秩序|环境|消防|工期|安保|后勤|管理"
_ON_A_SIDE = re.compile(f"^(?:{_SIDE})上，")


def parted(fact: Fact) -> tuple[str, str, int]:
    """Return the label of a fact as it is said, the text behind it, and how much was cut."""
    match = _LABEL.match(fact.text)
    if match is None or match[1][-1:].isdigit():
        return "", fact.text, 0
    label, text = match[1], fact.text[match.end() :]
    if label in (fact.who, fact.source):
        return "", text, match.end()
    inside = "，".join(without_instructions(each) for each in BRACKET.findall(label)).strip("，")
    label = BRACKET.sub("", label).strip()
    if _TYPE_ONLY.fullmatch(label) or is_label_for_writer(label):
        return inside, text, match.end()
    if label.endswith("奖") and fact.persons:
        label = f"获{label}的是"
        return "", label + text.lstrip(), match.end() - len(label) - len(text) + len(text.lstrip())
    return label, text, match.end()


def label_of(fact: Fact) -> str:
    """Return what stands in front of the colon of a fact, else its label on the sheet."""
    match = _LABEL.match(fact.text)
    return match[1] if match and not match[1][-1:].isdigit() else fact.label


def announces(label: str) -> bool:
    """Whether a label only tells of what type the facts behind it are: 要求, 毛病, 钱."""
    return (
        not label
        or bool(first_cue("label", label))
        or bool(re.search("材料|情况|家底|底数|要点|基本", label))
    )


# 学生反映最多的，是加班没说清18件
_MOST = re.compile(r"[一-鿿]{2}最[一-鿿]{1,5}的$|[一-鿿]{3}集中的$|最[一-鿿]{1,3}的[一-鿿\d]{1,5}$")


def is_most(label: str) -> bool:
    """Whether a label tells of what there is most: 扣分最多的三处, 学生反映最多的."""
    return _MOST.search(label) is not None


def joint(label: str, text: str) -> str:
    """Return what stands between a label and the text behind it: 气象台预报，; 最慢的3个乡镇，桐河镇52%."""
    if label == "我" or label.endswith("是"):
        return ""
    if re.fullmatch(_SIDE, label):
        return "上，"
    names = label.endswith("的") or not re.match(r"[^，、]{2,8}\d", text)
    if is_most(label) and names:
        return "，是"
    return "预报，" if _FORECASTS.search(label) else "，"


def without_side(words: str) -> str:
    """Return words without the side of the matter in front: 楼道杂物 of 卫生上，楼道杂物."""
    return _ON_A_SIDE.sub("", words)
