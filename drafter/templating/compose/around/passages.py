"""What stands around the parts: the road ahead, words to those named, thanks, the days, closing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import counted
from drafter.facts.sheet import Intent, IntentKind, Step
from drafter.facts.wishes.bearing import OF_SPEECH
from drafter.facts.wishes.intents import TOLD_ALREADY
from drafter.facts.wishes.wish_ends import leaves_end
from drafter.facts.wishes.wish_facts import manner_of
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.composition import Paragraph, Sentence, blank_mark, sentence
from drafter.templating.compose.material import CEREMONIAL, Material
from drafter.templating.compose.wishes.stand_ins import is_name_for
from drafter.templating.compose.wishes.wished import all_wished

SPEAKS = re.compile(
    "讲话|[总小]结|致辞|致词|讲|提[一-鿿]{0,4}(?:要求|意见|希望)|收.?尾|压[轴台]|发言|作报告|布置|部署|强调|说(?!明|服|法)"
)
# Of what words are to be said: 漏油这件事他要说“先怪我”.
_SAID_OF = re.compile(
    "([一-鿿]{2,12}(?:这件事|这事|的事|上))(?:他|她|我|领导|[一-鿿]{0,2}[长总])?(?:自己)?[要想]"
)
_WISH_WORDS = re.compile("别|不要|不能再|勿|莫|要给|也不|不许|不准")


def phrase(
    chooser: Chooser,
    says: str,
    function: str,
    forms: Mapping[str, str],
    key: str,
    about: Collection[str] = (),
    facts: tuple[str, ...] = (),
) -> Sentence | None:
    """Return a sentence of a frame that says no statement, or None if no frame is left."""
    frame = chooser.choose(says, function, forms, key=key, section=says, natures=about, only=bool(about))
    if frame is None:
        return None
    chooser.use(frame, says)
    return sentence(frame.filled(forms), facts, function, frame.text)


# 先说大家讲的事: a heading that leads on to the next by itself.
_LEADS_ON = re.compile("先|再|最后|接着|这些")


def roadmap(labels: Sequence[str], titles: Sequence[str], chooser: Chooser) -> Sentence | None:
    """Return a sentence that names the points by their labels, else one that counts the parts.

    None where neither can be told, or nobody is to be led through the speech. ``titles`` are those of the
    parts; they are not read out in front of the parts that bear them.
    """
    if chooser.tone == "暖":
        return None
    if labels:
        forms = {"count_word": counted(len(labels)), "clause": "，".join(labels)}
        return phrase(chooser, "opening", "link", forms, "roadmap")
    if len(titles) < 2 or any(map(_LEADS_ON.match, titles)):
        return None
    return phrase(chooser, "opening", "link", {"count_word": counted(len(titles))}, "roadmap", ["分块"])


# Who did so spoke of his own faults.
_OWN_FAULTS = re.compile("检讨|整改|剖析|检查|认错")


def spoke_before(intent: Intent, material: Material) -> Iterator[tuple[str, Step]]:
    """Yield whom a wish praises for how he has just spoken or owned up, with what he did."""
    for step in material.before if OF_SPEECH.search(intent.text) else ():
        for who in re.split("、", step.who):
            # 掘进二队班长牛志刚 is called 牛志刚 by the wish.
            called = who if who in intent.text else next((w for w in intent.words if w in who), "")
            if len(called) >= 2:
                yield called, step


def praise_of_speakers(material: Material, chooser: Chooser) -> list[Sentence | None]:
    """Return a word on those who spoke before, where the leader praises how they spoke or owned up."""
    found: list[Sentence | None] = []
    for intent in material.wishes(IntentKind.PRAISE):
        for who, step in spoke_before(intent, material):
            own = _OWN_FAULTS.search(step.does)
            how = manner_of(intent)
            if own or how:
                given = {"who": who if own else f"{who}{how}"}
                says, about = ("agenda", ["态度"]) if own else ("praise", ["作为"])
                found.append(phrase(chooser, says, "address", given, intent.text, about))
    return found


def already_told(material: Material, chooser: Chooser) -> list[Sentence | None]:
    """Return a word on what another speaker has told and what is not to be told again."""
    found: list[Sentence | None] = []
    for intent in material.wishes(IntentKind.AVOID):
        told = TOLD_ALREADY.search(intent.text)
        who = next((s.who for s in material.before if s.who and s.who in intent.text), "")
        # 纪律镇纪委书记讲过: whose secretary he is, is no part of the matter.
        bare = (re.sub("(?<=..)[省市县区镇乡村]$", "", w) for w in intent.words)
        words = "、".join(w for w in bare if len(w) >= 2 and not _WISH_WORDS.match(w))
        if told and who and words:
            found.append(
                phrase(chooser, "agenda", "state", {"topic": words, "who": who}, intent.text, ["已讲"])
            )
    return found


def kept_words(material: Material, met: Collection[Intent] = ()) -> list[Paragraph]:
    """Return the words that are to be said as they are, where no fact has them; without those ``met``."""
    wanted = [
        (sentence(each.text if each.who in each.text else f"{each.who}，{each.text}"),)
        for each in all_wished(material, "behind", "apart", met=met)
        if each.who not in material.spared_names
    ]
    return [*wanted, *_quoted(material)]


def _quoted(material: Material) -> list[Paragraph]:
    told = "".join(fact.text for fact in material.facts)
    said: list[str] = []
    for intent in material.wishes(IntentKind.QUOTE):
        for word in (w.rstrip("。") for w in intent.words if w not in told and not is_name_for(w)):
            about = _SAID_OF.match(intent.text)
            said.append(f"{about[1]}，{word}。" if about else f"有一句话说在这里：{word}。")
    for intent in material.wishes(IntentKind.STRESS):
        if begun := re.search("先(?P<whom>从[^，,]{2,14})(?P<verb>[改做抓管查严])起", intent.text):
            said.append(f"从哪里{begun['verb']}起？先{begun['whom']}{begun['verb']}起。")
    return [(sentence(text),) for text in said]


def attending(material: Material, chooser: Chooser) -> list[Paragraph]:
    """Return words to the departments that sit beside those who were heard."""
    who = next((m[0] for text in material.attendance if (m := re.search("[省市县区]直部门", text))), "")
    if material.kind != "symposium" or not who:
        return []
    forms = {"to": f"{who}的同志"}
    found = [
        phrase(chooser, "passage", function, forms, f"{who}{number}", ["部门"])
        for number, function in enumerate(("link", "contrast", "weigh", "weigh", "address"))
    ]
    return [tuple(s for s in found if s is not None)]


def is_own(who: str, posts: Sequence[str]) -> bool:
    """Whether a step is the speaker's, by his post or the end of it; 县长 is no 副县长."""
    return bool(who) and any(post.endswith(who) and not post.endswith(f"副{who}") for post in posts)


def closing(
    material: Material, chooser: Chooser, last: Sentence | None = None, again: Sentence | None = None
) -> list[Paragraph]:
    """Return the last sentences: what follows in the agenda, the ``last`` words, or a plain end.

    What is said ``again`` stands in front of them where no wish has the speech end on something.

    At a ceremony all are invited to what they do next, in front of the last words; whoever opens the hall
    is called by the host.
    """
    if any(leaves_end(intent.text) for intent in material.intents):
        return [(sentence(blank_mark(LEFT_TO_SPEAKER)),)]
    wanted = all_wished(material, "last")
    ceremony = material.kind in CEREMONIAL
    blessed = [sentence(e.text) for e in wanted if _BLESSES.match(e.text)]
    found: list[Sentence | None] = [s for e in wanted if (s := sentence(e.text)) not in blessed] or [again]
    found = [None] if blessed and found == [again] else found
    if any(each.alone for each in wanted):
        return [tuple(s for s in (*found, *blessed) if s is not None)]
    clause = next(_done_after(material, of_all=ceremony), "")
    about = "礼后" if ceremony else "话后" if last else "会后"
    key = f"{material.meeting} after"
    follows = phrase(chooser, "closing", "link", {"clause": clause}, key, [about]) if clause else None
    end = last or phrase(chooser, "closing", "state", {}, f"{material.meeting} end")
    if ceremony:
        # 祝老师们节日快乐: who wishes them well in his own words does not do so twice.
        found += [follows, *([] if blessed else [end])]
        blessed += [sentence("谢谢大家。")] if blessed else []
    else:
        found += [last, follows] if follows else [end]
    told = tuple(s for s in (*found, *blessed) if s is not None)
    return [told] if told else []


# What stands where the speaker ends in his own words.
LEFT_TO_SPEAKER = "最后一段自己讲"
# 没有了, 散会: nothing is done behind the speech.
_NOTHING = re.compile("(?:就|也)?(?:没有?|无)(?:了|别的|其他|内容|安排)*|(?:就)?(?:散会?|结束|完)了?")
# Good wishes are the last of all.
_BLESSES = re.compile("祝|给[一-鿿]{2}拜")
# 给标兵发证书 is done by whoever is called to; 签承诺书, 进馆参观 by everybody.
_BY_EACH = re.compile(
    "合影|参观|观[看摩]|看|签|举手|表决|投票|宣誓|[用就]餐|进|去|[到在][一-鿿]{2,12}?(?:看|参观|观摩|签|合影)"
)
_ALL = re.compile("大家|全体|全场|各位|与会|一起|来宾|同志们")
# 全体签承诺书, 一起吃顿饭
_TOGETHER = re.compile("^(?:全[体场](?:人员|同志|参会人员)?|一起)(?![一-鿿]*[代教职党])")
LONGEST_ACT = 20


# 签字环节主持人说，咱们不提: a step that the host announces.
_STEP = re.compile("(?P<does>[一-鿿])[一-鿿]{0,5}?(?:环节|仪式|程序|这一步)")


def _leaves_out(wish: str, does: str) -> bool:
    """Whether a wish leaves to others what is done behind the speech."""
    step = _STEP.match(wish)
    return step is not None and step["does"] in does


def _done_after(material: Material, *, of_all: bool) -> Iterator[str]:
    """Yield what is done behind the speech, by all or by anybody, and is no speech: 各村签责任书."""
    for step in material.after:
        # 乔总讲完就开工 is for all.
        told = f"大家{step.does[1:]}" if step.does.startswith("就") else f"{step.who}{step.does}"
        by_all = _ALL.match(told) or not step.who and _BY_EACH.match(told)
        nothing = not step.does or _NOTHING.fullmatch(step.does)
        left_out = any(_leaves_out(intent.text, told) for intent in material.wishes(IntentKind.AVOID))
        said = SPEAKS.search(step.does) or is_own(step.who, material.posts) or nothing or left_out
        if not said and len(told) <= LONGEST_ACT and (by_all or not of_all):
            told = f"大家{told}" if by_all and not _ALL.match(told) else _TOGETHER.sub("大家一起", told)
            yield told if told.startswith("请") else f"请{told}"
