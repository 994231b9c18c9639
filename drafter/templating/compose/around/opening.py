"""How a speech opens: what was seen and said before it, what it is about, who speaks after it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.head.done import as_done
from drafter.facts.sheet import IntentKind, Step
from drafter.templating.compose.around.passages import (
    SPEAKS,
    already_told,
    is_own,
    phrase,
    praise_of_speakers,
)
from drafter.templating.compose.around.topic import matter_of, subject_of
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.composition import Paragraph, Sentence, sentence
from drafter.templating.compose.material import WARM, WARNING, Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.wishes.plainness import talks_plainly
from drafter.templating.compose.wishes.wished import all_wished

# A longer subject is not what one says in a breath.
LONGEST_TOPIC = 14
# 约谈, 庆祝: what the meeting is, and no subject to be settled.
_NO_TOPIC = re.compile(
    "^重点|扩大|党[组委]|[院校局]务|村民|居民|职工|约谈|通报|庆祝|欢送|年中|半年|分析|总结|反馈|交办|培训|代表|领导干部|民主生活|事迹|谈话|表彰|表扬|复盘|例会|家长|专题|紧急$|开工$|党员|^(?:经营|生产|质量|开学)$"
)

# Who speaks next, as a wish tells it: 县委书记还要讲.
_NEXT = re.compile("([一-鿿]{2,8}?)(?:还要|最后|随后|之后还?要?|后面还?要?)(?:讲话?|总结|提要求)(?:$|，)")
# What is seen in the hall.
_FILM = re.compile("片|视频|动画|录像")
# 奏国歌: what all have just taken part in is not told; nor is what the host says.
_RITE = re.compile("奏|唱国?歌$|升|鸣|默哀|全体起立|入场|开场|主持人")
# 责任追究由县委书记讲，我们不讲: what the writer is told of a step.
_NOT_OURS = re.compile("[我咱]们?[都也就先]?不(?:讲|写|提|碰|说)")
# 区人社局宣读了决定，颁了奖: whoever read it out handed out nothing.
_HANDED_OUT = re.compile("^(颁|授|发)了(奖|牌|旗|证书?)$")
# What was heard calls for a word of its own: a report, a vow.
_HEARD = (
    ("表态", "表态"),
    ("检讨", "检讨|作了检查|检[查视]发言"),
    ("宣誓", "宣誓"),
)
# A step that is a speech, whatever its words: 再讲几句, 压轴, 收个尾.
_SAYS = (
    ("收.?尾|作?总结$", "作总结"),
    ("小结", "作小结"),
    ("^(?:作?总结讲话)$", "作总结讲话"),
    ("^(?:讲(?!话|最后|[一-鿿]{0,2}(?:句|话|意见|点))|提|布置|部署)[一-鿿\\d]{2,12}$", ""),
    ("致[辞词]", "致辞"),
    ("^强调$", "讲话"),
    ("", "讲话"),
)
# What the leader does not touch is not told either where somebody speaks of it after him.
_SPEAKS_ON = "讲话"
_POST_TWICE = re.compile(r"(书记|主任|[市县区镇乡局院校矿厂]长)[一-鿿]\1$")
# The posts of heads, from which 副 takes a step; who leads a body before who runs it.
_LEADS = re.compile("(?<!副)(?<!纪委)(?<!纪检)(?<!支部)(?<!团委)(?<!法委)(?:书记|董事长|理事长)$")
_DEPUTY = re.compile("副(?!主席团)")
_OFFICER = re.compile("[科股组队]长$|干部$|代表$|同志$")
# Who leads a place, before the offices of the same place.
_GOVERNS = re.compile("[省市县区镇乡](?:委)?(?:副?书记|常委)|(?:街道|工委).{0,2}书记|副?[省市县区镇乡]长")
# Bodies from the highest down; what an office says is below what its government says.
_BODIES = ("中央|国家", "省|自治区", "市委|市政府|副?市长|^市", "[县区]委|[县区]政府|副?[县区]长|^[县区]")


def opening(
    material: Material,
    chooser: Chooser,
    first: Sequence[Sentence] = (),
    opens: Sequence[Statement] = (),
    begins: Sequence[Sentence] = (),
    near: Sentence | None = None,
) -> list[Paragraph]:
    """Return the opening: the ``first`` words, who spoke before, who speaks after, and what is ``near``.

    What the speech ``opens`` with stands right behind those who spoke before; that with which it ``begins``
    is in front of all but a welcome.
    """
    found = _recalled(material, chooser)
    found += [sentence(f"{s.words}。", s.ids) for s in opens]
    found.extend(sentence(each.text) for each in all_wished(material, "front"))
    found.extend(praise_of_speakers(material, chooser))
    found.extend(already_told(material, chooser))
    called = _called_together(material, chooser)
    # Who welcomes or warns, and who begins with a matter, has told what one has come for.
    told_already = called or first or begins or opens or material.kind in (*WARM, WARNING) and any(found)
    untold = not told_already and material.kind != "symposium"
    found.append(_topic(material, chooser) if untold else called)
    found += [_announced(material, chooser), _from_afar(material, chooser), near]
    found.append(_welcome(material, chooser))
    told = tuple(s for s in found if s is not None)
    start = tuple(begins)
    welcomed = () if start and material.kind not in WARM else tuple(first)
    return [paragraph for paragraph in (welcomed, start, told) if paragraph]


def _topic(material: Material, chooser: Chooser) -> Sentence | None:
    """Return a word on what the meeting is about, as plain as the leader talks.

    None where its name tells no subject.
    """
    topic = matter_of(material).replace("暨", "和")
    if not 2 <= len(topic) <= LONGEST_TOPIC or _NO_TOPIC.search(topic):
        return None
    forms = {"topic": topic, **({"several": ""} if re.search("[和、]", topic) else {})}
    about = ["直说"] if talks_plainly(material.intents) or material.tone == "暖" else []
    return phrase(chooser, "opening", "state", forms, f"{material.meeting} topic", about)


# Who is called together is said in one breath; who comes by the way, or from afar, is not called. Those who
# lead stand behind the speaker, and are not read out to the hall.
LONGEST_CALLED, MOST_CALLED = 28, 3
_HEADS = re.compile(r"(?<!以上)(?<!以下)(?<!\d)，?共?约?\d+多?[人名位]$")
_LEADS_BESIDE = re.compile("(?:领导|领导班子|班子|班子成员|党政班子)$")
_BY_THE_WAY = re.compile(
    '[（(。，；："“]|约|[另也]|来|视频|听|列席|[写弄]|稿|就是|站着|左右|开到|参[加会]|[ \u3000]'
)


def _called_together(material: Material, chooser: Chooser) -> Sentence | None:
    """Return who is called together and what for, where the sheet tells both."""
    topic = "" if material.kind in (*WARM, WARNING) else subject_of(material)
    those = re.split("[、，]", "、".join(material.attendance))
    those = [_HEADS.sub("", each) for each in those if not _LEADS_BESIDE.search(each)]
    present = "、".join(those)
    if not topic or not 2 <= len(present) <= LONGEST_CALLED or _BY_THE_WAY.search(present):
        return None
    if len(those) > MOST_CALLED or talks_plainly(material.intents):
        return None
    forms = {"present": present, "topic": topic}
    return phrase(chooser, "opening", "state", forms, f"{material.meeting} called", ["到会"])


# 井下带班的听录音: who hears the speech, and how.
_AFAR = re.compile("(?P<who>[^，；]{2,14}?)(?:散会后|会后)?(?P<clause>[听看](?:录音|录像|回放|转播))$")


def _from_afar(material: Material, chooser: Chooser) -> Sentence | None:
    """Return a word to those who are not in the hall, and hear the speech all the same."""
    for match in filter(None, map(_AFAR.match, material.attendance)):
        who = match["who"] if match["who"].endswith(("同志", "人", "员")) else f"{match['who']}同志"
        forms = {"who": who, "clause": match["clause"]}
        return phrase(chooser, "opening", "address", forms, f"{material.meeting} afar", ["远听"])
    return None


def _welcome(material: Material, chooser: Chooser) -> Sentence | None:
    """Return a word to those with whom one sits together."""
    if material.kind == "symposium":
        return phrase(chooser, "opening", "address", {}, f"{material.meeting} seminar", ["座谈"])
    return None


def past(step: Step, *, named: bool = True) -> str:
    """Return a step of the agenda as what was done, 通报排查 as 通报了排查; ``named``: with who did it."""
    # 发言  后面无: that nothing follows is no part of it.
    does = re.sub(r"\s{1,4}[一-鿿]{0,2}无$", "", step.does.strip("，。 …·"))
    if does == step.who or not does or step.who in ("我", "主持人"):
        return ""
    if not step.who and re.fullmatch("[一-鿿]{2,6}(?:代表|领导)", does):
        return f"{does}讲了话"
    if re.search(r"等\d+[人位家]$", does):
        # 唱队队长金枝等8人: who spoke, without a word that they did.
        return f"{step.who}{does}作了发言"
    who = step.who.lstrip("…·. ") if named else ""
    return f"{who}{as_done(does, step.who)}"


def _recalled(material: Material, chooser: Chooser) -> list[Sentence | None]:
    """Return what was seen and said before."""
    found: list[Sentence | None] = []
    told = _joined([s for s in material.before if not (_RITE.match(s.does) or _NOT_OURS.search(s.does))])
    # 护理部主任宣读了决定，给10名护士颁了奖: whoever goes on is not named again.
    same = [False, *(b.who == a.who for a, b in pairwise(told))]
    steps = [text for step, again in zip(told, same, strict=False) if (text := past(step, named=not again))]
    steps = [*steps[:1], *(_HANDED_OUT.sub(r"\2也\1了", text) for text in steps[1:])]
    if material.visits and _FILM.search(material.visits):
        steps.insert(0, material.visits)
    elif material.visits:
        found.append(_said(material, chooser, {"clause": material.visits}, ["现场"]))
    if steps:
        clause = "，".join(dict.fromkeys(steps))
        heard = ["会前", *(name for name, regex in _HEARD if re.search(regex, clause))]
        about = ["礼前"] if material.kind in ("address", "commendation") else heard
        found.append(_said(material, chooser, {"clause": clause}, about))
        if material.kind == "symposium":
            found.append(phrase(chooser, "agenda", "address", {}, f"{material.meeting} heard", ["会前"]))
    return found


def _joined(steps: Sequence[Step]) -> list[Step]:
    """Return the steps, those in a row that do the same as one: 教师代表、新生代表作了发言."""
    found: list[Step] = []
    for step in steps:
        last = found[-1] if found else None
        if last is not None and last.who and step.who and last.does == step.does:
            found[-1] = replace(last, who=f"{last.who}、{step.who}")
        else:
            found.append(step)
    return found


def _said(
    material: Material, chooser: Chooser, forms: dict[str, str], about: Sequence[str]
) -> Sentence | None:
    return phrase(chooser, "agenda", "state", forms, f"{material.meeting} {about[0]}", about)


def _announced(material: Material, chooser: Chooser) -> Sentence | None:
    """Return a word on who speaks after the speech; whoever stands higher is to be listened to."""
    if (step := next_speaker(material)) is None:
        return None
    says = next(words or step.does for regex, words in _SAYS if re.search(regex, step.does))
    spared = any(w in says for i in material.wishes(IntentKind.AVOID) for w in i.words)
    says = _SPEAKS_ON if spared else says
    about = "上级" if is_above(step.who, material.posts) and not spared else "同级"
    # 党工委书记彭书记 is called by his post once.
    who = _POST_TWICE.sub(r"\1", step.who)
    return _said(material, chooser, {"who": who, "clause": says}, [about])


def next_speaker(material: Material) -> Step | None:
    """Return who speaks after the speech, and what is said of that; None where nobody does."""
    for step in material.after:
        own = is_own(step.who, material.posts)
        if (
            step.who
            and not step.who.startswith(("听", "各", "讲", "一", "最后"))
            and SPEAKS.search(step.does)
            and not own
            and "表态" not in step.does
        ):
            return step
    wishes = material.wishes(IntentKind.OTHER)
    said = ((_NEXT.match(intent.text), intent) for intent in wishes)
    return next((Step(match[1], "讲话", match[0], intent.place) for match, intent in said if match), None)


def is_above(who: str, posts: Sequence[str]) -> bool:
    """Whether somebody stands higher than whoever has the ``posts``, as far as his post tells."""
    if _OFFICER.search(who):
        return False
    mine, his = min(map(_body_rank, posts), default=2 * len(_BODIES)), _body_rank(who)
    if his != mine:
        return his < mine
    if _LEADS.search(who):
        return not any(map(_LEADS.search, posts))
    is_head = re.search("[长理任]$", who)
    return bool(is_head and not _DEPUTY.search(who) and any(map(_DEPUTY.search, posts)))


def _body_rank(post: str) -> int:
    rank = next((rank for rank, regex in enumerate(_BODIES) if re.search(regex, post)), len(_BODIES))
    return 2 * rank + (rank < len(_BODIES) and not _GOVERNS.search(post))
