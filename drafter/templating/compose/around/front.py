"""What stands above a speech: title, who speaks, date, and how those present are spoken to."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.sheet import IntentKind
from drafter.templating.compose.material import Material

_CEREMONY = "仪式|签约|奠基|开工|竣工|庆|揭牌|启用|开幕|论坛|文化节|博览会"
# Pupils before an exam; 百日攻坚 is a campaign.
_EXAM = "(?:[高中]考[^，]{0,6}(?:冲刺|誓师|动员)|百日[^，]{0,3}(?:冲刺|誓师))"
# Kinds of speech, what name or guests tell of those present, and what the speaker says to them. The first
# row that fits is taken; a row without kinds fits any.
_SALUTATIONS = (
    ("symposium", "企业(?!工会|党|团|职工|干部|一线)|商会", "各位企业家朋友，同志们"),
    ("symposium address", "供应商|经销商|合作伙伴|客户代表", "各位合作伙伴，同志们"),
    ("symposium", "个体|商户|店主", "各位商户朋友，同志们"),
    ("", "老党员", "各位老党员，同志们"),
    ("symposium inspection", "老干部|离退休|退休|老同志", "各位老领导，老同志们"),
    ("symposium address", "老人|长者|敬老|重阳", "各位老人家，同志们"),
    ("symposium", "劳模|劳动模范", "各位劳模，同志们"),
    ("symposium", "人才|专家|院士|博士", "各位专家，同志们"),
    ("address", "新兵|入伍", "各位新战友，各位家长，同志们"),
    ("", "志愿者|献血者", "各位志愿者，同志们"),
    ("", "退役军人|老兵", "各位战友，同志们"),
    ("", f"{_EXAM}[^。]*家长", "同学们，老师们，各位家长"),
    ("", _EXAM, "同学们，老师们"),
    ("address", "毕业典礼[^。]*家长", "各位同学，各位老师，各位家长"),
    ("address", "退休.{0,2}教师|教师退休", "各位老师"),
    ("address", "退休|荣休", "各位老同事，同志们"),
    ("address", "培训班|研修班|学员|轮训", "各位学员，同志们"),
    ("", "护士节|医师节", "各位同事"),
    ("address", f"(?:{_CEREMONY})[^。]*(?:村民|乡亲|征迁|拆迁|搬迁|群众)", "各位来宾，乡亲们，同志们"),
    ("address", _CEREMONY, "各位来宾，同志们"),
    ("work-report", "", "各位领导，同志们"),
    ("", "毕业典礼|开学典礼|入学(?:典礼|仪式|教育)|新生入学(?:$|，|大会)", "各位同学，各位老师"),
    ("", "教师节|教师大会|(?:中学|小学|学校)[^，]*(?:工作会|教职工|表[彰扬])", "各位老师"),
    ("", "家长会", "各位家长"),
    ("", "业主|居民代表", "各位居民朋友，同志们"),
    ("", "老人代表", "各位老人家，同志们"),
    ("", "村民(?!小?组长).*党员|党员.*村民(?!小?组长)|(?:村|社)[^，]*党员大会", "各位党员，乡亲们"),
    ("", "村民(?!小?组长)", "乡亲们"),
)
# What the body is whose meeting it is: a hospital among the guests makes nobody a colleague.
_COLLEAGUES = re.compile("医院|医疗|护理|门诊|院长")
# A ceremony at which one speaks to one's own people has a speech, and no address to guests.
_OWN_PEOPLE = re.compile("毕业|开学|入学|欢送|送别|荣休|开班|结业|庆祝大?会|纪念大?会")


def title_of(material: Material) -> str:
    """Return the title of the speech."""
    kind = "致辞" if material.kind == "address" and not _OWN_PEOPLE.search(material.meeting) else "讲话"
    if not material.meeting:
        return kind
    when = "时" if material.kind == "inspection" and "调研" in material.meeting else "上"
    return f"在{material.meeting}{when}的{kind}"


def byline_of(material: Material) -> str:
    """Return posts and name of the speaker."""
    return f"{'、'.join(material.posts)}　{material.speaker}"


def date_of(material: Material) -> str:
    """Return the day of the meeting; "" if it is not known."""
    day = material.date
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


# 称“工友”: by what those present may be called to their face.
_CALLED = "老?(?:工友|乡亲|老师|同学|战友|首长|弟兄|师傅|街坊|邻居|姐妹|朋友)们?"
_VOCATIVE = re.compile(f"{_CALLED}(?:、{_CALLED})*")


def salutation_of(material: Material) -> str:
    """Return how the speaker calls those present, by the kind, the meeting and who attends."""
    called = next(
        (w for i in material.wishes(IntentKind.WORDING) for w in i.words if _VOCATIVE.fullmatch(w)), ""
    )
    if "、" in called:
        return f"各位{called}："
    if called:
        return f"{called.removesuffix('们')}们，同志们："
    about = "，".join((material.meeting, *material.posts, *material.attendance))
    for kinds, regex, words in _SALUTATIONS:
        if (not kinds or material.kind in kinds.split()) and re.search(regex, about):
            return f"{words}："
    return "各位同事：" if _COLLEAGUES.search("，".join((material.meeting, *material.posts))) else "同志们："


def guests_called(material: Material) -> str:
    """Return those of the salutation who are called by what they are: 各位志愿者; "" where it calls all."""
    return next((who for who in re.split("[，：]", salutation_of(material)) if who.startswith("各位")), "")
