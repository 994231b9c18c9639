"""What a speech is composed from: facts, what follows from them, wishes, and the table of the kind."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.facts.arithmetic import Inference
from drafter.facts.cues import has_cue, pattern
from drafter.facts.inference import infer
from drafter.facts.intents import first_matters, reads_no_list
from drafter.facts.links import Link
from drafter.facts.people import name_at
from drafter.facts.sheet import Blank, Fact, FactType, Intent, IntentKind, Sheet, Step
from drafter.templating.compose.ties import ties_of

# Kinds of speech that are warm unless the leader wants another tone.
_WARM = ("symposium", "commendation", "address", "inaugural")
_TONES = {"firm": "硬", "warm": "暖", "plain": "平实"}
# What reads as a fact and is meant for the drafter.
_TO_DRAFTER = re.compile(
    "^(?:只|就)说[^，]{2,8}$|不表态|记下来就行|要是问|^(?:已?通报过的?)?[，]?(?:都)?可以点名$"
)
# Facts of which a clause may be left out; what is to be done is said whole or not at all.
_MAY_SHRINK = (FactType.CAUSE, FactType.PROBLEM)
# What is shorter does not name a meeting: 推进会.
SHORTEST_MEETING = 6
# What a wish to spare names, and the type of fact it means.
_SPARED = {
    "成绩": FactType.ACHIEVEMENT,
    "案例": FactType.CASE,
    "形势": FactType.SITUATION,
}
# What a wish not to touch names, where it means all facts of a type.
_MATTERS = {"钱": FactType.FUND, "经费": FactType.FUND, "资金": FactType.FUND}
# What a number counts, one by one.
_LISTED = re.compile("[个名位家户人][：:，]((?:[\u4e00-\u9fff]{2,14}、)+[\u4e00-\u9fff]{2,14})$")
# What is to be told, only not at length.
IN_DETAIL = re.compile("细节|展开|渲染")
# Places of work that are called like a body.
_PLACE = re.compile("码头|车间|班组|工地|项目部|基地|小区$|[东西南北老新]厂$")
# 上堰、石塘是村党总支: how the party bodies of places are called.
_CELLS = re.compile(
    "(?P<names>[一-鿿]{2,6}(?:、[一-鿿]{2,6})*)(?:都|均)?(?:是|设|叫)[村社区]{0,2}(?P<cell>党委|党总支|党支部)"
)
# What is longer names no body, it tells something.
LONGEST_BODY = 10
# The name of a place or a body has so many signs.
SHORTEST_NAME = 3
# Words that call for names, and are none: 不念名单.
_NO_NAMES = re.compile("名单|名字|姓名|数字|单位|人|干部")


# Words that hurt, which the leader wants none of.
_HARSH = re.compile("难听|重话|狠话|挖苦|刺人")


def _parts(words: str) -> list[str]:
    """Return the figures and the words of a wish, apart: 走 and 5个 of 走的5个人."""
    bare = re.sub("[的了那这人]", "", words)
    return re.findall(r"\d+[一-鿿]|[一-鿿]+?(?=\d|$)", bare)


# What is shorter is avoided only where it stands as it is.
LEAST_CORE = 4
CHARACTERS_A_MINUTE = 180
# So long a speech is made of a fact where nobody says how long it is to be.
CHARACTERS_A_FACT = 75


class Material(Struct, frozen=True):
    """All that composing needs to know. ``left_out`` maps the id of a fact to why it is not said.

    ``rate`` is how many characters are read in a minute, and ``share`` how much of the usual length is
    wanted; ``taken`` characters of it are written already. ``points`` are the paths of points that have
    facts of their own: the ids of these facts begin with them. ``guests`` are welcomed; the speaker
    speaks for ``on_behalf``.
    """

    kind: str
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    inferences: tuple[Inference, ...]
    intents: tuple[Intent, ...]
    blanks: tuple[Blank, ...]
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    meeting: str
    date: datetime.date | None
    mode: str
    visits: str
    attendance: tuple[str, ...]
    speaker: str
    posts: tuple[str, ...]
    minutes: float | None
    tone: str
    left_out: dict[str, str]
    rate: int = CHARACTERS_A_MINUTE
    share: float = 1.0
    taken: int = 0
    points: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    on_behalf: tuple[str, ...] = ()

    def fact(self, id_: str) -> Fact:
        """Return the fact with an id."""
        return next(fact for fact in self.facts if fact.id == id_)

    @property
    def target(self) -> int:
        """How many characters are wanted, marks not counted."""
        usual = self.minutes * self.rate if self.minutes else len(self.facts) * CHARACTERS_A_FACT
        return round(usual * self.share) - self.taken

    def point_of(self, fact: str) -> str:
        """Return the path of the point that has a fact of its own, "" for a fact of the meeting."""
        return next((point for point in self.points if fact.startswith(f"{point}.facts.")), "")

    def told(self) -> tuple[Fact, ...]:
        """Return the facts that are said, in the order of the sheet."""
        return tuple(fact for fact in self.facts if fact.id not in self.left_out)

    def cell_of(self, who: str) -> str:
        """Return the party body of a place, as the leader wants it written: 石塘村党总支; "" if not told."""
        for intent in (*self.wishes(IntentKind.WORDING), *self.wishes(IntentKind.OTHER)):
            match = _CELLS.search(intent.text)
            names = match["names"].split("、") if match else ()
            if match and any(who.startswith(name) and len(who) - len(name) <= 2 for name in names):
                return who + match["cell"]
        return ""

    def wishes(self, kind: IntentKind) -> tuple[Intent, ...]:
        """Return the wishes of one kind."""
        return tuple(intent for intent in self.intents if intent.kind is kind)

    @property
    def lists_are_left(self) -> bool:
        """Whether lists of names are not read out."""
        return any(map(reads_no_list, self.wishes(IntentKind.NO_NAME)))

    def spared_names(self) -> tuple[str, ...]:
        """Return the names that no paper may have: the leader spares them by name."""
        return _spared(self.facts, self.intents)

    def inferred(self, fact: str, *kinds: str) -> tuple[Inference, ...]:
        """Return what follows from a fact, of the kinds given."""
        return tuple(i for i in self.inferences if fact in i.facts and i.kind in kinds)

    def stressed(self, fact: Fact) -> bool:
        """Whether the leader wants weight on a fact."""
        words = [_matter(w) for intent in self.wishes(IntentKind.STRESS) for w in intent.words]
        about = {id_ for intent in self.wishes(IntentKind.STRESS) for id_ in intent.about}
        return fact.id in about or any(len(w) >= 2 and _touches(fact, w) for w in words)

    def untouched(self, fact: Fact) -> bool:
        """Whether nothing is to be said of a fact beyond its own words.

        走的5个人不议论 tells it of 新媒体年轻人走了5个, and 不说难听话 of those who are not to be named.
        """
        return any(fact in self.bare_facts(intent) for intent in self.wishes(IntentKind.AVOID))

    def bare_facts(self, intent: Intent) -> tuple[Fact, ...]:
        """Return the facts that are said, and of which a wish allows no more than that."""
        if _HARSH.search(intent.text):
            words = [part for i in self.wishes(IntentKind.NO_NAME) for w in i.words for part in _parts(w)]
            return tuple(f for f in self.told() if any(len(w) > 1 and w in f.text for w in words))
        counted = [_parts(word) for word in intent.words if re.search(r"\d", word)]
        return tuple(f for f in self.told() if any(all(p in f.text for p in parts) for parts in counted))

    def leads(self, fact: Fact) -> bool:
        """Whether the leader wants a fact told first: 病历和跌倒放前面, 先从局领导改起."""
        words = [_matter(w) for i in self.intents for w in first_matters(i)]
        return any(len(w) >= 2 and _touches(fact, w) for w in words)

    def spared(self, type_: FactType) -> bool:
        """Whether the leader wants little said of a type of fact."""
        return any(type_ in self.types_spared(intent) for intent in self.wishes(IntentKind.SPARE))

    def types_spared(self, intent: Intent) -> set[FactType]:
        """Return the types of fact of which a wish wants little said."""
        said = (*intent.words, intent.text)
        return {type_ for key, type_ in _SPARED.items() if any(key in words for words in said)}

    def forbidden(self) -> tuple[str, ...]:
        """Return the words that must not occur."""
        return tuple(
            w
            for kind in (IntentKind.FORBID, IntentKind.HARD, IntentKind.AVOID)
            for i in self.wishes(kind)
            for w in i.words
            if len(w) > 1
        )


def _matter(word: str) -> str:
    """Return a stressed word without what only points at it: 段青山的事 as 段青山."""
    return (
        re.sub(
            "(?:的|这件|这个|那个)?(?:事情|事儿?|事迹|做法|问题|工作|部分|晚上|夜里|方面|这一?块|那一?块)$",
            "",
            word,
        )
        or word
    )


# A quarter or a year in front tells when, not what: 一季度各村名次.
_WHEN = re.compile("^(?:[一二三四上下前全去今本明当]|\\d)+(?:季度|半?年|月份?|个月)|^(?:各|所有|全部)")


def avoided_clause(fact: Fact, intents: Sequence[Intent]) -> str:
    """Return the clause of a fact that touches what the leader wants avoided, where others remain; else "".

    别提产量压力: 区队怕影响产量 goes, 发现问题不停机 stays.
    """
    clauses = fact.text.split("，")
    for intent in intents:
        if intent.kind in (IntentKind.AVOID, IntentKind.NO_NAME) and re.search("年[纪龄]|岁数", intent.text):
            # 焦长贵的年纪别提
            aged = [clause for clause in clauses if re.fullmatch(r"(?:今年)?\d{2}岁了?", clause)]
            if aged and any(word[:2] in fact.text for word in (*intent.words, intent.text)):
                return aged[0]
        if intent.kind is IntentKind.AVOID and len(clauses) > 1 and fact.type in _MAY_SHRINK:
            for word in intent.words:
                bare = _WHEN.sub("", word)
                touched = [c for c in clauses if len(word) >= 4 and len(bare) > 1 and _is_meant(bare, c)]
                if len(touched) == 1 and not re.search(r"\d", touched[0]):
                    return touched[0]
    return ""


def _is_meant(words: str, clause: str) -> bool:
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    return words[:2] in clause and sum(pair in clause for pair in pairs) * 3 >= len(pairs)


def listed_names(text: str) -> tuple[str, ...]:
    """Return the names that a fact lists behind a number of them: 先进集体4个：柳塘村、石埠社区."""
    found = _LISTED.search(text)
    return tuple(found[1].removesuffix("等").split("、")) if found else ()


def without_list(text: str) -> str:
    """Return a text without the names that it lists behind their number."""
    found = _LISTED.search(text)
    return text[: found.start() + 1] if found else text


def material_of(sheet: Sheet, found: Sequence[Link]) -> Material:
    """Return what a sheet gives to compose from; ``found`` are the links between its facts."""
    date = sheet.meeting.date.start if sheet.meeting.date else None
    links = (*found, *ties_of(sheet.facts, found))
    return Material(
        kind=sheet.kind or "deployment",
        facts=sheet.facts,
        links=links,
        inferences=infer(sheet.facts, date, links),
        intents=tuple(_with_matter(intent, sheet.facts) for intent in sheet.intents),
        blanks=tuple(_without_names(sheet.blanks, sheet.facts, sheet.intents)),
        before=sheet.before,
        after=sheet.after,
        meeting=_name_of(sheet),
        date=date,
        mode=sheet.meeting.mode.text if sheet.meeting.mode else "",
        visits=_visits(sheet),
        attendance=tuple(words.text for words in sheet.meeting.attendance),
        speaker=sheet.speaker.name,
        posts=sheet.speaker.posts,
        minutes=sheet.speaker.minutes,
        tone=_tone_of(sheet.kind, sheet.intents),
        left_out=_left_out_of(sheet.facts, sheet.intents),
    )


# So many facts at most may share a pair of signs with a stressed word that none of them has whole.
MOST_NEAR = 3


def _with_matter(intent: Intent, facts: Sequence[Fact]) -> Intent:
    """Return a wish to stress something with the facts that it is about, where their words differ a little.

    晚上清点 is about 每晚清点两遍, where no fact has the word itself.
    """
    if intent.kind is not IntentKind.STRESS or intent.about:
        return intent
    words = [word for word in map(_matter, intent.words) if len(word) > 1]
    if not words or any(_touches(fact, word) for fact in facts for word in words):
        return intent
    pairs = {word[i : i + 2] for word in words for i in range(len(word) - 1)}
    # Of 报信 the facts have the verb alone.
    pairs |= {word[0] for word in words if len(word) == 2}
    sharing = [[f.id for f in facts if pair in f.text] for pair in sorted(pairs)]
    near = {id_ for ids in sharing if 0 < len(ids) <= MOST_NEAR for id_ in ids}
    found = tuple(fact.id for fact in facts if fact.id in near)
    asked = any(fact.id in near and fact.type is FactType.TASK for fact in facts)
    return replace(intent, about=found) if asked else intent


# 曹某某 is no name that anybody could be spared.
_MASKED = re.compile("某{1,2}$")


def _spared(facts: Sequence[Fact], intents: Sequence[Intent]) -> tuple[str, ...]:
    wishes = (intent for intent in intents if intent.kind is IntentKind.NO_NAME)
    words = {word for intent in wishes for word in intent.words if not _MASKED.search(word)}
    bodies = {name for fact in facts for name in (fact.who, *fact.owners, *fact.partners)}
    known = {name for name in bodies if len(name) >= SHORTEST_NAME}
    # 顾维桢的名字不说: a person whom no list knows.
    people = {re.sub("的(?:名字?|姓名)$", "", word) for word in words}
    people = {name for name in people if name_at(name, 0) == name and not has_cue("post", name)}
    told = {name for name in people if any(_tells_of(f, name) for f in facts)}
    known |= {word for word in words if len(word) > 1 and _is_name(word, facts)}
    return tuple(sorted((words & known) | told))


def _tells_of(fact: Fact, name: str) -> bool:
    """Whether a fact tells of a person; what it ends with is its matter: 河道有阻水沙坝."""
    return name in fact.text and not fact.text.rstrip("。").endswith(name)


def _is_name(word: str, facts: Sequence[Fact]) -> bool:
    """Whether a word that is to stay unsaid names a body or place of which a fact tells."""
    told = any(word in fact.text and word != fact.text for fact in facts)
    named = pattern("body-end").search(word) or _PLACE.search(word)
    # 沙坝 and 水库 tell what a fact is about; 石桥乡 tells whose it is.
    is_own = SHORTEST_NAME <= len(word) <= LONGEST_BODY
    return told and bool(named) and is_own and not _NO_NAMES.fullmatch(word)


def _without_names(
    blanks: Sequence[Blank], facts: Sequence[Fact], intents: Sequence[Intent]
) -> Iterator[Blank]:
    """Yield the blanks; one that names somebody spared stands with his facts, without the name."""
    spared = _spared(facts, intents)
    for blank in blanks:
        name = next((name for name in spared if name in blank.what), "")
        about = tuple(fact.id for fact in facts if fact.who == name) or blank.about
        what = re.sub("^[那这](?=处)", "这一", blank.what.replace(name, ""))
        yield replace(blank, what=what, about=about) if name else blank


def _visits(sheet: Sheet) -> str:
    """Return what was visited before, as what was done: 看了上堰村、石塘村."""
    said = "，".join(words.text for words in sheet.meeting.visits[:1])
    match = re.match("(?:会前|上午|先|再)*(看|参观|走|观摩|察看)了?(.{2,30})$", said)
    return f"{match[1]}了{match[2]}" if match else ""


def _name_of(sheet: Sheet) -> str:
    name = (sheet.meeting.name.value or sheet.meeting.name.text) if sheet.meeting.name else ""
    # A blank in the place of the name, 【会议名称】, is none.
    name = re.sub(r"【.*】", "", name)
    # 全市中小学（幼儿园）警示教育会: a bracket within belongs to the name.
    name = re.sub(r"[（(][^（()）]*[)）]?$|材料单?$|任务单$|讲话.*$", "", name.strip())
    name = re.split(r"开|[：:]", name)[-1] if re.search(r"[：:]|起草", name) else name
    # 槐荫街道办事处 物业管理推进会: the body that holds it stands apart.
    last = name.split()[-1] if name else ""
    return last if last.endswith(("会", "会议", "仪式")) and len(last) >= SHORTEST_MEETING else name


def _tone_of(kind: str, intents: Sequence[Intent]) -> str:
    """Return the tone that the leader wants, else that of the kind."""
    for wish in (IntentKind.TONE, IntentKind.OPENING, IntentKind.OTHER):
        found = next((i.tone for i in intents if i.kind is wish and i.tone), "")
        if found and not (wish is IntentKind.OTHER and found == "warm"):
            return _TONES[found]
    return "暖" if kind in _WARM else "平实"


def _left_out_of(facts: Sequence[Fact], intents: Sequence[Intent]) -> dict[str, str]:
    """Return the facts that are not to be said, each with the words that tell so."""
    found: dict[str, str] = {}
    for intent in intents:
        if intent.kind is IntentKind.AVOID and not IN_DETAIL.search(intent.text):
            words = [word for word in intent.words if len(word) >= 2]
            types = {_MATTERS.get(word) for word in intent.words}
            named = [f.id for f in facts if f.type in types or any(_touches(f, w) for w in words)]
            found.update(dict.fromkeys((*intent.about, *named), intent.text))
    for fact in facts:
        if _TO_DRAFTER.search(fact.text):
            found[fact.id] = fact.text
        elif fact.named is False and fact.who and not _says_more(fact):
            found.setdefault(fact.id, next((i.text for i in intents if fact.id in i.about), ""))
    return found


def _touches(fact: Fact, word: str) -> bool:
    """Whether a fact speaks of what is to be avoided, in these words or nearly: 骆建民父亲的事."""
    if word in fact.text:
        return True
    core = re.sub("(?:的|这|那)?(?:件|个|段)?(?:事情?|话|问题|细节)$", "", word)
    pairs = {core[i : i + 2] for i in range(len(core) - 1)}
    return len(core) >= LEAST_CORE and sum(pair in fact.text for pair in pairs) * 3 >= len(pairs) * 2


def _says_more(fact: Fact) -> bool:
    """Whether an unnamed fact still tells something; 也差，新班子4月才上任 only hints at the one spared."""
    rest = fact.text.partition(fact.who)[2].lstrip("：:，, 的")
    return not rest or len(rest) >= 4 and not re.match("[也都又还更最差]|新班子|不行", rest)
