"""What a speech is composed from: facts, what follows from them, wishes, and the table of the kind."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.figures.arithmetic import Inference
from drafter.facts.figures.inference import infer
from drafter.facts.head.meeting_name import without_body
from drafter.facts.head.visits import visited
from drafter.facts.kinship.links import Link, LinkKind
from drafter.facts.missing.blanks import is_blank
from drafter.facts.sheet import Blank, Fact, FactType, Intent, IntentKind, Sheet, Step
from drafter.facts.wishes.intents import first_matters, reads_no_list
from drafter.facts.wishes.wish_facts import unblamed_in
from drafter.templating.compose.comments.blame import blamed_in
from drafter.templating.compose.lookup import Lookup
from drafter.templating.compose.plan.matter import matter_of, with_matter
from drafter.templating.compose.plan.ties import ties_of
from drafter.templating.compose.wishes.avoiding import left_out_of, touches, wants_few_figures
from drafter.templating.compose.wishes.instructions import tells_that_he_speaks
from drafter.templating.compose.wishes.leaders_words import as_wished
from drafter.templating.compose.wishes.spared import spared_names, without_names
from drafter.templating.compose.wishes.unsettled import unsettled_in

# Kinds of speech at a ceremony: they end with thanks, and nothing is argued there.
CEREMONIAL = ("address", "commendation", "inaugural")
# A talk is held where people ask, and are answered.
TALK = "symposium"
# Where cases are told.
WARNING = "warning-education"
# Kinds of speech that are warm unless the leader wants another tone.
WARM = (TALK, *CEREMONIAL)
_TONES = {"firm": "硬", "warm": "暖", "plain": "平实"}
# What is still to be done, who does it and who looks after it; a gap, which is among AIMS, is not.
TO_DO = (FactType.TASK, FactType.PROMISE, FactType.DUTY, FactType.CHECK)
# What a wish to spare names, and the type of fact it means.
_SPARED = {
    "成绩": FactType.ACHIEVEMENT,
    "案例": FactType.CASE,
    "形势": FactType.SITUATION,
    "任务": FactType.TASK,
}
# 产量少讲 is about what was brought up, whatever the fact calls it.
_FIGURES_OF = {
    "产量": re.compile(
        r"(?<!生)产[一-鿿]{0,3}\d|(?:进尺|剥离量|掘进|采掘|出[矿煤]|采[矿煤]|发电)[一-鿿]{0,2}\d|产值"
    )
}
# 上堰、石塘是村党总支: how the party bodies of places are called.
_CELLS = re.compile(
    "(?P<names>[一-鿿]{2,6}(?:、[一-鿿]{2,6})*)(?:都|均)?(?:是|设|叫)[村社区]{0,2}(?P<cell>党委|党总支|党支部)"
)
# What is left of a fact without a name tells something from so many signs on.
SHORTEST_TOLD = 4
# Words that hurt, which the leader wants none of.
_HARSH = re.compile("难听|重话|狠话|挖苦|刺人")


def _parts(words: str) -> list[str]:
    """Return the figures and the words of a wish, apart: 走 and 5个 of 走的5个人."""
    bare = re.sub("[的了那这人]", "", words)
    return re.findall(r"\d+[一-鿿]|[一-鿿]+?(?=\d|$)", bare)


CHARACTERS_A_MINUTE = 180
# So long a speech is made of a fact where nobody says how long it is to be.
CHARACTERS_A_FACT = 75
# More than this is no name of what was seen.
LONGEST_VISIT = 30


class Material(Struct, frozen=True, dict=True):
    """All that composing needs to know. ``left_out`` maps the id of a fact to why it is not said.

    ``rate`` is how many characters are read in a minute, and ``share`` how much of the usual length is
    wanted; ``taken`` characters of it are written already. ``points`` are the paths of points that have
    facts of their own: the ids of these facts begin with them. ``guests`` are welcomed; the speaker
    speaks for ``on_behalf``. ``spared_names`` are those that no paper may have, as the leader spares them.
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
    spared_names: tuple[str, ...]
    rate: int = CHARACTERS_A_MINUTE
    share: float = 1.0
    taken: int = 0
    points: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    on_behalf: tuple[str, ...] = ()

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.facts, self.left_out, self.links, self.inferences)

    def fact(self, id_: str) -> Fact:
        """Return the fact with an id."""
        return self._lookup.by_id[id_]

    @cached_property
    def blamed(self) -> frozenset[str]:
        """The names of those who are punished, whom nobody thanks or praises."""
        return blamed_in(self.facts, self.kind)

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
        return self._lookup.told

    def line_of(self, fact: Fact) -> list[Fact]:
        """Return the facts of the line of a fact."""
        return self._lookup.lines[fact.group]

    def told_on_line_of(self, fact: Fact) -> list[Fact]:
        """Return the facts of the line of a fact that are said."""
        return [each for each in self.line_of(fact) if each.id not in self.left_out]

    def links_from(self, *facts: str, kind: LinkKind | None = None) -> list[Link]:
        """Return the links that begin at one of these facts, of one kind or any."""
        return [link for link in self._lookup.links_from(facts) if kind in (None, link.kind)]

    def links_to(self, *facts: str, kind: LinkKind) -> list[Link]:
        """Return the links of a kind that end at one of these facts."""
        return [link for link in self._lookup.links_to(facts) if link.kind == kind]

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

    def inferred(self, fact: str, *kinds: str) -> tuple[Inference, ...]:
        """Return what follows from a fact, of the kinds given."""
        return self.inferred_from((fact,), *kinds)

    def inferred_from(self, facts: Sequence[str], *kinds: str) -> tuple[Inference, ...]:
        """Return what follows from one of these facts, of the kinds given."""
        return tuple(i for i in self._lookup.inferences_of(facts) if i.kind in kinds)

    def stressed(self, fact: Fact) -> bool:
        """Whether the leader wants weight on a fact."""
        return any(self.stressed_by(intent, fact) for intent in self.wishes(IntentKind.STRESS))

    def stress_words(self) -> tuple[str, ...]:
        """Return the words of the matters on which the leader wants weight."""
        words = (matter_of(word) for intent in self.wishes(IntentKind.STRESS) for word in intent.words)
        return tuple(dict.fromkeys(word for word in words if len(word) >= 2))

    def stressed_by(self, intent: Intent, fact: Fact) -> bool:
        """Whether one wish wants weight on a fact."""
        words = map(matter_of, intent.words)
        return fact.id in intent.about or any(len(w) >= 2 and touches(fact, w) for w in words)

    def untouched(self, fact: Fact) -> bool:
        """Whether nothing is to be said of a fact beyond its own words.

        走的5个人不议论 tells it of 新媒体年轻人走了5个, and 不说难听话 of those who are not to be named. What
        the leader thinks of a matter himself is not weighed by others beside it: 查得多不等于管得差.
        """
        return fact.id in self._untouched

    @cached_property
    def _untouched(self) -> frozenset[str]:
        avoided = {f.id for i in self.wishes(IntentKind.AVOID) for f in self.bare_facts(i)}
        thought_of = {f.group for f in self.told() if f.type is FactType.STANCE}
        judged = {f.id for f in self.told() if f.group in thought_of and not self.stressed(f)}
        return frozenset(avoided | judged | {f.id for i in self.intents for f in self.left_plain(i)})

    def left_plain(self, intent: Intent) -> tuple[Fact, ...]:
        """Return the facts that a wish wants told and not turned over.

        别怪保洁员, 电力公司点到为止.
        """
        words = intent.words if intent.kind is IntentKind.SPARE else (unblamed_in(intent.text),)
        named = [_parts(w) for w in words if len(w) > 1]
        figures = {fact.id for _word, facts in self.figures_of(intent) for fact in facts}
        return tuple(
            f
            for f in self.told()
            if any(all(p in f.text for p in parts) for parts in filter(None, named)) or f.id in figures
        )

    def figures_of(self, intent: Intent) -> Iterator[tuple[str, list[Fact]]]:
        """Yield what a wish to be short on figures calls them, 产量, and the facts that have them."""
        for word in intent.words if intent.kind is IntentKind.SPARE else ():
            for name, figures in _FIGURES_OF.items():
                if word.endswith(name):
                    yield word, [f for f in self.told() if figures.search(f.text)]

    def bare_facts(self, intent: Intent) -> tuple[Fact, ...]:
        """Return the facts that are said, and of which a wish allows no more than that."""
        if _HARSH.search(intent.text):
            words = [part for i in self.wishes(IntentKind.NO_NAME) for w in i.words for part in _parts(w)]
            return tuple(f for f in self.told() if any(len(w) > 1 and w in f.text for w in words))
        counted = [_parts(word) for word in intent.words if re.search(r"\d", word)]
        return tuple(
            f for f in self.told() if any(all(p in f.text for p in parts) for parts in filter(None, counted))
        )

    def leads(self, fact: Fact) -> bool:
        """Whether the leader wants a fact told first: 病历和跌倒放前面, 先从局领导改起."""
        words = [matter_of(w) for i in self.intents for w in first_matters(i)]
        return any(len(w) >= 2 and touches(fact, w) for w in words)

    def opens_by(self, intent: Intent, fact: Fact) -> bool:
        """Whether the speech is to open with a fact: 开头直接说那9个不在岗的."""
        words = [w for w in map(matter_of, first_matters(intent)) if len(w) >= 2]
        told = fact.type not in TO_DO
        return intent.kind is IntentKind.OPENING and told and any(touches(fact, w) for w in words)

    def spared(self, type_: FactType) -> bool:
        """Whether the leader wants little said of a type of fact."""
        return any(type_ in self.types_spared(intent) for intent in self.wishes(IntentKind.SPARE))

    def types_spared(self, intent: Intent) -> set[FactType]:
        """Return the types of fact of which a wish wants little said."""
        said = (*intent.words, intent.text)
        return {type_ for key, type_ in _SPARED.items() if any(key in words for words in said)}

    def forbidden(self) -> tuple[str, ...]:
        """Return the words that must not occur in a comment: those of what is to be short, too."""
        return tuple(
            w
            for kind in (IntentKind.FORBID, IntentKind.HARD, IntentKind.AVOID, IntentKind.SPARE)
            for i in self.wishes(kind)
            for w in i.words
            if len(w) > 1
        )


def material_of(sheet: Sheet, found: Sequence[Link]) -> Material:
    """Return what a sheet gives to compose from; ``found`` are the links between its facts."""
    sheet = replace(sheet, facts=tuple(as_wished(sheet.facts, sheet.intents)))
    date = sheet.meeting.date.start if sheet.meeting.date else None
    links = (*found, *ties_of(sheet.facts, found))
    spared = spared_names(sheet.facts, sheet.intents)
    return Material(
        kind=sheet.kind or "deployment",
        facts=sheet.facts,
        links=links,
        inferences=() if wants_few_figures(sheet.intents) else infer(sheet.facts, date, links),
        intents=tuple(with_matter(intent, sheet.facts) for intent in sheet.intents),
        blanks=tuple(without_names(sheet.blanks, sheet.facts, spared)),
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
        left_out={
            **dict.fromkeys(_unfit(sheet, spared), ""),
            **dict(unsettled_in(sheet, at_ceremony=sheet.kind in CEREMONIAL)),
            **left_out_of(sheet.facts, sheet.intents),
        },
        spared_names=spared,
    )


_HE = re.compile("[他她](?!们)")


def _unfit(sheet: Sheet, spared: Sequence[str]) -> Iterator[str]:
    """Yield the facts that are not told here: that the speaker speaks; at a ceremony, what is open.

    Nor one of which a name that is ``spared`` leaves a scrap: 硫化 of 硫化车间.
    """
    for fact in sheet.facts:
        scrap = any(name in fact.text and len(fact.text.replace(name, "")) < SHORTEST_TOLD for name in spared)
        open_ = sheet.kind == "address" and fact.type is FactType.PROBLEM and is_blank(fact.text)
        # 他性格内向 behind words that are not told is about nobody.
        alone = _HE.match(fact.text) and not any(
            (f.group == fact.group or f.type is fact.type is FactType.CASE and f.section == fact.section)
            and f.place.start < fact.place.start
            for f in sheet.facts
        )
        if scrap or open_ or alone or tells_that_he_speaks(fact, sheet.speaker.name, sheet.speaker.posts):
            yield fact.id


def _visits(sheet: Sheet) -> str:
    """Return what was visited before, as what was done: 看了上堰村、石塘村."""
    said = "，".join(words.text for words in sheet.meeting.visits[:1])
    how, what = visited(said)
    return f"{how}了{what}" if how and len(what) <= LONGEST_VISIT else ""


def _name_of(sheet: Sheet) -> str:
    name = (sheet.meeting.name.value or sheet.meeting.name.text) if sheet.meeting.name else ""
    # A blank in the place of the name, 【会议名称】, is none.
    name = re.sub(r"【.*】", "", name)
    # 全市中小学（幼儿园）警示教育会: a bracket within belongs to the name.
    name = re.sub(r"[（(][^（()）]*[)）]?$|材料单?$|任务单$|讲话.*$", "", name.strip())
    name = re.split(r"开|[：:]", name)[-1] if re.search(r"[：:]|起草", name) else name
    return without_body(name)


def _tone_of(kind: str, intents: Sequence[Intent]) -> str:
    """Return the tone that the leader wants, else that of the kind."""
    for wish in (IntentKind.TONE, IntentKind.OPENING, IntentKind.OTHER):
        found = next((i.tone for i in intents if i.kind is wish and i.tone), "")
        if found and not (wish is IntentKind.OTHER and found == "warm"):
            return _TONES[found]
    return "暖" if kind in WARM else "平实"
