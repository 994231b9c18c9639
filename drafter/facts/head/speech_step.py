"""Which step of an agenda is the speech itself."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.cues import pattern
from drafter.facts.people.names import FAMILY, SURNAMES
from drafter.facts.people.persons import known_surname
from drafter.facts.sheet import Person, Step

SPEECH = re.compile(r"讲话|讲|约?谈话?$|动员|部署|回应|致辞|致词|作报告|授课|作动员|述职|上党课|总结讲话|说")


def is_speech(step: Step, speaker: Person | None) -> bool:
    """Whether a step is the speech itself: its actor is the speaker, by name, surname or post."""
    text = step.text.removeprefix("讲完")
    if _NAMES_SPEAKER.fullmatch(text) and _may_be(text, speaker):
        # 然后我, 再是董事长: that he speaks goes without saying.
        return True
    if (
        text == step.text
        and speaker is not None
        and len(speaker.name) > 1
        and speaker.name in text
        and re.search("表态|发言", text)
    ):
        return True
    if not SPEECH.search(text):
        return False
    if re.search(
        r"^(?:然后|再|最后|接着|后)?(?:[他她]|领导|本人|我|学校|校方|单位|公司|院里|局里)?(?:讲$|讲话$|作?重要讲话$)",
        step.text,
    ):
        return True
    who = _TO_WHOM.split(step.who or step.text, maxsplit=1)[0]
    if _CALLED.fullmatch(who) and (speaker is None or not speaker.name or speaker.name[0] == who[0]):
        # 韦局讲: he whose surname he has, or the only one who is called so and says no more than that.
        return speaker is not None and bool(speaker.name) or _ONLY_SPEAKS.fullmatch(step.does) is not None
    if speaker is None:
        return False
    if speaker.name and (
        speaker.name in who
        or (who[:1] == speaker.name[:1] and _same_post(who[1:], speaker))
        or (who[:2] == speaker.name[:2] and _same_post(who[2:], speaker))
    ):
        return True
    return any(who.endswith(_core(post)) and _fits(who, post) for post in speaker.posts)


# 方总周末要给班组长讲话: when and to whom the leader speaks, behind what he is called.
_TO_WHOM = re.compile(
    "(?<=[总长记任董席])(?:[本这下]?周[一二三四五六日末天]|[今明后]天|[上下]午|晚上|[\\d要得将给])"
)
# 韦局, 林矿, 秦总: a leader as his people call him.
_CALLED = re.compile(f"[{SURNAMES}](?:[局总董校矿厂院处厅台站所]|[市县区镇乡]长|主任|书记|委员)")
_ONLY_SPEAKS = re.compile("作?讲话?")
_NAMES_SPEAKER = re.compile("(?:然后|再|最后|接着|接下来)?(?:就)?(?:是|由|请|轮到)?[一-鿿]{1,8}(?:最后)?")


def _may_be(text: str, speaker: Person | None) -> bool:
    """Whether a step is nothing but the speaker: 我, his post, his surname and his post."""
    bare = re.sub("^(?:然后|再|最后|接着|接下来)?就?(?:是|由|请|轮到)?|最后$", "", text)
    if bare == "我" or speaker is None:
        return bare == "我"
    called = {post[-size:] for post in speaker.posts for size in (2, 3, 4) if len(post) >= size}
    called |= {speaker.name, *speaker.posts, *(f"{speaker.name[:1]}{end}" for end in called)}
    return bare in called - {""} or not speaker.name and known_surname(bare) != ""


def calls_speaker(text: str, speaker: Person | None) -> bool:
    """Return whether a text is what the speaker's people call him, and nothing else: 骆厂长, 庄董, 领导."""
    if speaker is None or text == "领导":
        # Who speaks may be told by a step alone, which is read later.
        return text == "领导" or known_surname(text) != "" or _CALLED.fullmatch(text) is not None
    surname = FAMILY.match(speaker.name)
    rest = text.removeprefix(surname[0]) if surname else text
    return _may_be(text, speaker) or rest != text and (rest == "" or _same_post(rest, speaker))


def _core(post: str) -> str:
    found = pattern("post-end").search(post)
    return found[0] if found else post


def _fits(who: str, post: str) -> bool:
    """Whether 市长 may stand for the post: not 县长 for 副县长, nor one with another body in front."""
    return (
        who == post
        or who == _core(post)
        and "副" not in post
        or post.endswith(who)
        and ("副" not in post or who[:1] == "副")
    )


def _same_post(rest: str, speaker: Person) -> bool:
    """Whether what stands behind a surname calls the post of the speaker."""
    if rest in ("总", "董"):
        of_rest = "经理|董事|总" if rest == "总" else "董事"
        return any(re.search(of_rest, post) for post in speaker.posts)
    # 莫书记 for the 村支书.
    rest = "支书" if rest == "书记" and any(post.endswith("支书") for post in speaker.posts) else rest
    # 顾校, 罗局, 罗常务: a post is called by its first words, too.
    return any(rest in post for post in speaker.posts if rest)


# 副县长 乐向东讲
_SET_APART = re.compile("[ \u3000][一-鿿]{2,4}[ \u3000]?(?:讲|讲话|致辞)$")


def names_speaker(text: str) -> bool:
    """Whether a step is the speech of somebody who is named behind a blank: 副县长 乐向东讲."""
    return _SET_APART.search(text) is not None
