"""Whether the wishes of the leader are met, by what stands in the text; None where it cannot tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import pairs_in, shared_words
from drafter.facts.sheet import Intent, IntentKind
from drafter.facts.wishes.bearing import WAY
from drafter.facts.wishes.intents import reads_no_list
from drafter.facts.wishes.owning import ACCOUNT, owned
from drafter.facts.wishes.wish_facts import called_in, facts_within, is_told, unblamed_in
from drafter.facts.wishes.wish_kinds import most_minutes
from drafter.i18n import _
from drafter.i18n.text import count_spoken
from drafter.templating.compose.composition import Sentence
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.story import hero_of
from drafter.templating.compose.wishes.addressing import MATTER
from drafter.templating.compose.wishes.avoiding import IN_DETAIL, avoided_clause, listed_names, may_touch
from drafter.templating.compose.wishes.first_and_last import is_called, stands_first_or_last
from drafter.templating.compose.wishes.leaders_words import meant_in
from drafter.templating.compose.wishes.spared import has_no_name
from drafter.templating.compose.wishes.wished import mentioned_in, wished

_SOFT = re.compile("力争|尽量|希望|争取|原则上")
# What says a fact, and does not turn it over.
_NEEDED = ("state", "blank", "announce", "compute")
# A stressed matter has at least so many sentences, those that tell it among them.
LEAST_ON_IT = 4
# So many of them turn it over: what stands around a bare fact does not tell it through.
LEAST_TURNED = 2


def is_met(
    intent: Intent,
    material: Material,
    said: set[str],
    text: str,
    sentences: Sequence[Sentence],
    points: Sequence[Sequence[Sentence]],
) -> tuple[bool, str] | None:
    """Return whether a wish is met, and how; None where the text cannot tell."""
    if (meant := meant_in(intent.text)) and meant in text:
        return True, _("it is said")
    if (own_up := owned(intent.text)) and is_told(own_up, [f for f in material.told() if f.id in said]):
        return True, _("it is said")
    if own := wished(intent, material):
        lacking = [each.text for each in own if not _is_said(each.text, text)]
        weighs = any(material.stressed_by(intent, fact) for fact in material.told())
        if lacking or intent.kind is not IntentKind.STRESS or not weighs:
            return not lacking, "".join(lacking) or _("it is said")
    if (who := mentioned_in(intent.text)) and intent.kind not in (IntentKind.AVOID, IntentKind.NO_NAME):
        told = any(who in s.text for s in sentences)
        return told, _("it is said") if told else _("no sentence says it")
    if intent.kind is IntentKind.STRESS:
        return _is_stressed(intent, material, sentences, points)
    return _met_otherwise(intent, material, said, text, sentences)


def _is_said(own: str, text: str) -> bool:
    """Whether words of his own are said, or what is left of them behind a fact that tells their front."""
    rest = own.partition("是")[2]
    return own in text or (rest.endswith(f"{ACCOUNT}。") and rest in text) or own == f"{ACCOUNT}。"


def _met_otherwise(
    intent: Intent, material: Material, said: set[str], text: str, sentences: Sequence[Sentence]
) -> tuple[bool, str] | None:
    """Return whether a wish is met that has no words of its own, and how."""
    about = set(intent.about)
    if intent.kind is IntentKind.HARD and about:
        soft = [f.text for f in material.facts if f.id in about and f.soft]
        soft += _SOFT.findall(_own_words(s for s in sentences if about & set(s.facts)))
        return not soft, _("the target stands as it is") if not soft else "、".join(soft)
    if intent.kind in (IntentKind.FORBID, IntentKind.HARD):
        return _lacks_words(intent, material, text, sentences)
    if intent.kind is IntentKind.NAME and about:
        told = "".join(s.text for s in sentences if s.facts)
        return about <= said or bool(intent.words) and all(w in told for w in intent.words), _("it is named")
    words = [word for word in intent.words if len(word) > 1]
    named = [n for n in material.spared_names if any(n in word or n.endswith(word) for word in words)]
    if named:
        said_of = "".join(s.text for s in sentences if s.facts)
        found = [name for name in named if name in said_of]
        return not found, _("no name is in its sentence") if not found else "、".join(found)
    if intent.kind is IntentKind.NO_NAME and reads_no_list(intent):
        listed = list(_read_out(material, sentences))
        return not listed, "、".join(listed) or _("no name of the list is read out")
    if intent.kind is IntentKind.NO_NAME and about:
        names = [
            f.who
            for f in material.facts
            if f.id in about
            and f.named is False
            and f.who
            and not has_no_name(f.who)
            and _told_with(f.who, f.id, text, material)
        ]
        return not names, _("no name is in its sentence") if not names else "、".join(names)
    if intent.kind is IntentKind.AVOID and (intent.words or about and not IN_DETAIL.search(intent.text)):
        return _is_avoided(intent, material, said, text, sentences)
    return _carried_out(intent, material, text, sentences)


def _lacks_words(
    intent: Intent, material: Material, text: str, sentences: Sequence[Sentence]
) -> tuple[bool, str] | None:
    """Return whether words that are not wanted are not in the text; None where a wish has no such words."""
    hard = intent.kind is IntentKind.HARD
    if not hard and intent.about and material.left_out.keys() >= set(intent.about):
        return True, _("the text does not touch it")
    if intent.words == ("口号",):
        slogans = _slogans(sentences)
        return not slogans, "、".join(slogans) or _("the text has no slogan")
    if (hard and not intent.words) or not (hard or _names_words(intent)):
        return None
    # A target that the sheet itself makes soft may stay so: 年底力争降到8天以内.
    found = _found(intent, _own_words(sentences) if hard else text, material)
    return not found, _("these words are not in the text") if not found else "、".join(found)


# A sort of words, and no words that one could look for: 少用形容词, 不喊口号.
_SORT_OF_WORDS = re.compile("(?:词|语|话|腔|句|调|口号|排比|比喻|数字|数|套路|英文|缩写)$")


def _names_words(intent: Intent) -> bool:
    """Whether a wish tells which words are not wanted."""
    return any(not _SORT_OF_WORDS.search(word) for word in intent.words)


# What is no matter that a text could touch: 讲的不抢, 问到也不说, 数字超过5个.
_NO_MATTER = re.compile(
    "^(?:(?:讲|说|念)的|问[到起]|复述|重复|开场白?)|心里$|超过|太[多长细]|自己|[她他]们|(?:讲|说|念)了的"
)


def _read_out(material: Material, sentences: Sequence[Sentence]) -> Iterator[str]:
    """Yield the names of lists that are said in the sentences of their facts."""
    for fact in material.told():
        own = "".join(s.text for s in sentences if fact.id in s.facts)
        names = listed_names(fact.text)
        yield from names if names and all(name in own for name in names) else ()


def _is_avoided(
    intent: Intent, material: Material, said: set[str], text: str, sentences: Sequence[Sentence]
) -> tuple[bool, str] | None:
    words = "、".join(intent.words)
    if words and all(map(_NO_MATTER.search, intent.words)):
        return None
    if words and any(words in s.text and s.function == "state" and not s.facts for s in sentences):
        return True, _("it is only pointed to")
    # 包保责任人 tells who looks after something: no 责任 for an accident is meant.
    found = _found(intent, text.replace("责任人", ""), material) or _money(intent, text)
    if not found and (bare := {fact.id for fact in material.bare_facts(intent)} & said):
        more = [s.text for s in sentences if bare & set(s.facts) and s.function not in _NEEDED]
        return not more, "".join(more) or _("nothing is said of it beyond the facts")
    if not words:
        cuts = [(f, avoided_clause(f, [intent])) for f in material.facts if f.id in set(intent.about) & said]
        found = [cut or fact.text for fact, cut in cuts if not cut or cut in text]
    if not found and any(may_touch(material.fact(id_), word) for id_ in said for word in intent.words):
        return None
    return not found, "、".join(found) or _("the text does not touch it")


def _carried_out(
    intent: Intent, material: Material, text: str, sentences: Sequence[Sentence]
) -> tuple[bool, str] | None:
    """Return whether a wish about the manner is met, and how; None where the text cannot tell."""
    if intent.kind is IntentKind.LENGTH:
        return _is_short_enough(intent, material, text)
    if intent.kind is IntentKind.TONE:
        return _has_tone(intent, sentences)
    if intent.kind is IntentKind.SPARE:
        return _is_spared(intent, material, sentences)
    if intent.kind in (IntentKind.ADDRESS, IntentKind.THANKS, IntentKind.PRAISE):
        return _speaks_to(intent, material, text, sentences)
    if intent.kind is IntentKind.CLOSING and "口号" in intent.text:
        found = _slogans(sentences[-2:])
        return not found, _("the closing has no slogan") if not found else "、".join(found)
    if unblamed_in(intent.text):
        return _is_unblamed(intent, material, sentences)
    if intent.kind is IntentKind.QUOTE:
        lacking = [word for word in intent.words if word not in text]
        how = "、".join(lacking) or _("the words are said as they are")
        return (not lacking, how) if intent.words else None
    return (
        is_called(intent, material, text)
        or stands_first_or_last(intent, material, sentences)
        or _is_told(intent, sentences)
    )


def _is_named(word: str, text: str) -> bool:
    """Whether those whom a wish names are in a text, together or one by one: 仲孙老师和厉师傅."""
    # 上级支持 is told as 上级的支持.
    return (
        word in text.replace("的", "")
        or re.sub("(?<=..)组$", "", WAY.sub("", MATTER.sub("", word))) in text
        or all(p in text for p in re.split("[、和]", word))
    )


# What the frames of praise say where they do not name whom they praise.
_PRAISES = re.compile("值得|该夸|夸一句|照着做|学一学|鼓个掌|说一声|要学")


def _speaks_to(
    intent: Intent, material: Material, text: str, sentences: Sequence[Sentence]
) -> tuple[bool, str] | None:
    """Return whether those whom a wish names are spoken to, and what it tells of them is said."""
    # Who is named in what was done before is not spoken to yet.
    own = _own_words(s for s in sentences if "{clause}" not in s.frame)
    heroes = {hero for fact in material.told() if (hero := hero_of(fact))}
    if any(word.startswith(hero) and hero in own for word in intent.words for hero in heroes):
        # 段青山让晒坝要谢: his deed is a fact of the sheet.
        return True, _("they are spoken to")
    found = [word for word in intent.words if _is_named(word, own)]
    if not found and intent.kind is IntentKind.PRAISE:
        praises = [s for s in sentences if s.function in ("weigh", "address") and _PRAISES.search(s.text)]
        told = "".join(material.fact(id_).text for s in praises for id_ in s.facts)
        found = [word for word in intent.words if shared_words(word, told)]
    how = _("they are spoken to") if found else _("no sentence says it")
    if found and (
        lacking := [
            each for each in (*facts_within(intent), called_in(intent)) if not _has_most(each, sentences)
        ]
    ):
        return False, _("not said: {words}").format(words="、".join(lacking))
    return (bool(found), how) if intent.words else _is_told(intent, sentences)


def _has_most(own: str, sentences: Sequence[Sentence]) -> bool:
    """Whether one sentence has the words of a wish, or half their pairs of signs where a fact tells them."""
    pairs = pairs_in(own)
    return any(
        own in s.text or bool(s.facts) and sum(pair in s.text for pair in pairs) * 2 >= len(pairs) > 0
        for s in sentences
    )


# 别超, 别拖: no longer than the sheet says.
_NO_LONGER = re.compile("(?:别|不要|不能|不许)(?:超|拖)(?:时|长|了)?$")
# What is to be said: 扑火安全要说——不许老人孩子上山扑火, 护林员说句暖心话, 恒筑公司点一下.
_TO_TELL = re.compile(
    "(?P<to>[一-鿿]{2,12}?)(?:也|都|还)?(?:要[说讲](?!成|得|清|明|透)|[说讲道]一?句|点一下|表扬一?[句下]|要?谢一?句|暖一?句)"
    "[^，。：—]{0,4}(?:(?:——?|：)(?P<what>.{4,40}))?$"
)
_BARRED = re.compile("(?P<what>(?:不许|不准|严禁|不得)[^，。；]{4,30}?)(?:也|都)?要[说讲]$")


def _is_told(intent: Intent, sentences: Sequence[Sentence]) -> tuple[bool, str] | None:
    """Return whether a sentence tells what a wish wants told; None where it names nothing to tell.

    Who only stands among those that spoke before is not told of.
    """
    found = _BARRED.search(intent.text) or _TO_TELL.match(intent.text)
    if intent.kind is IntentKind.NAME and intent.words:
        wanted = intent.words[0]
    elif found:
        wanted = found["what"] or found["to"]
    else:
        return None
    those = [s for s in sentences if s.facts or "{clause}" not in s.frame]
    # A fact about somebody is no word to him: 护林员兼着别的活.
    to_somebody = (
        found is not None and not found.groupdict().get("what") and intent.kind is not IntentKind.NAME
    )
    text = _own_words(those) if to_somebody else "".join(s.text for s in those)
    told = wanted in text
    if to_somebody and not told and not re.search("[句谢暖扬]|点一下", intent.text):
        # 成绩要讲 may be told in other words.
        return None
    if intent.kind is IntentKind.NAME and not told and not any(wanted in s.text for s in sentences):
        # What the wish calls it may not be its name: 机电区的名.
        return None
    return told, _("they are spoken to") if told else _("no sentence says it")


def _has_tone(intent: Intent, sentences: Sequence[Sentence]) -> tuple[bool, str] | None:
    """Return that a firm tone is spoilt by soft words; whether a tone is met, only a reader can tell."""
    soft = _SOFT.findall(_own_words(sentences)) if intent.tone == "firm" else []
    return (False, "、".join(soft)) if soft else None


def _is_stressed(
    intent: Intent,
    material: Material,
    sentences: Sequence[Sentence],
    points: Sequence[Sequence[Sentence]],
) -> tuple[bool, str] | None:
    """Return whether the facts that a wish stresses are said, turned over, and have sentences enough.

    In a point that tells of them, those on what answers them count too. None where the sheet has no fact
    that the wish could mean.
    """
    stressed = {fact.id for fact in material.told() if material.stressed_by(intent, fact)}
    if not stressed:
        return None
    those = [s for s in sentences if stressed & set(s.facts)]
    told = stressed <= {id_ for s in those for id_ in s.facts}
    most = max([those, *(point for point in points if any(s in those for s in point))], key=len)
    size = sum(count_spoken(s.text) for s in most)
    turned = sum(s.function not in (*_NEEDED, "link") for s in those)
    enough = len(most) >= LEAST_ON_IT and turned >= LEAST_TURNED
    return told and enough, _("{count} characters on it").format(count=size)


def _is_short_enough(intent: Intent, material: Material, text: str) -> tuple[bool, str] | None:
    most = most_minutes(intent.text) or (material.minutes if _NO_LONGER.search(intent.text) else None)
    minutes = round(count_spoken(text) / material.rate, 1)
    return (minutes <= most, _("{minutes} minutes").format(minutes=minutes)) if most else None


def _is_spared(intent: Intent, material: Material, sentences: Sequence[Sentence]) -> tuple[bool, str] | None:
    """Return whether little is said of a type of fact; None where no type is meant: 少讲数."""
    types = material.types_spared(intent)
    plain = {fact.id for fact in material.left_plain(intent)}
    if not types and not plain and not re.search("意义|道理|认识|背景", intent.text):
        return None
    spared = plain | {fact.id for fact in material.told() if fact.type in types}
    more = [s.text for s in sentences if s.facts and spared >= set(s.facts) and s.function not in _NEEDED]
    return not more, "".join(more) or _("nothing is said of it beyond the facts")


def _is_unblamed(intent: Intent, material: Material, sentences: Sequence[Sentence]) -> tuple[bool, str]:
    """Return whether no sentence turns over what is told of those who are not to be blamed."""
    spared, who = {fact.id for fact in material.left_plain(intent)}, unblamed_in(intent.text)
    blames = [
        s.text
        for s in sentences
        # Words to them that turn over no fact, 想对新老师说几句, blame nobody.
        if s.function not in _NEEDED
        and s.facts
        and (spared & set(s.facts) or who in _own_words([s]) and _tells_of(who, s, material))
    ]
    return not blames, "".join(blames) or _("no sentence blames them")


def _tells_of(who: str, said: Sentence, material: Material) -> bool:
    """Whether a fact that a sentence turns over has those whom a wish names."""
    return any(who in material.fact(id_).text for id_ in said.facts)


def _slogans(sentences: Iterable[Sentence]) -> list[str]:
    """Return what frames call out: 让我们……, or whatever ends with a cry; applause is none."""
    return re.findall(
        "让我们(?![^。！]{0,4}掌声)[^。！]*|[^。]*！", "。".join(_own_words([s]) for s in sentences)
    )


def _own_words(sentences: Iterable[Sentence]) -> str:
    """Return what frames add to the words of the facts."""
    return "".join(piece.text for s in sentences for piece in s.pieces if piece.kind == "words")


def _found(intent: Intent, text: str, material: Material) -> list[str]:
    """Return the words of a wish that are in the text; not those by which the meeting itself is called."""
    return [w for w in intent.words if len(w) > 1 and w in text and w not in material.meeting]


def _money(intent: Intent, text: str) -> list[str]:
    """Return the sums of money in the text where the leader wants no word of money: 不要提钱."""
    return re.findall(r"\d[\d.]*[多余]?[万亿]?元", text)[:3] if "钱" in intent.words else []


def _told_with(name: str, id_: str, text: str, material: Material) -> bool:
    fact = material.fact(id_)
    rest = fact.text.replace(name, "")
    # What is taken for a name may be the whole clause: 两回是同一个村 names nobody.
    return rest != "" and any(name in sentence and rest[:6] in sentence for sentence in text.split("。"))
