"""What is said of the subject of a meeting: why it matters, how it is done, what holds it, what remains.

Each subject is a file in templates/subjects: the words that tell it, and its frames.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from drafter.facts import patterns as re
from drafter.facts.sheet import FactType, IntentKind
from drafter.templating.compose.around.occasion import occasion_of
from drafter.templating.compose.comments.bound import has_its_thing
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.frame import Frame
from drafter.templating.compose.comments.frames import Frames
from drafter.templating.compose.comments.scene import is_on_scene
from drafter.templating.compose.composition import Paragraph, Sentence, length_of, sentence
from drafter.templating.compose.forms.grounds import is_urgent
from drafter.templating.compose.material import CEREMONIAL, WARM, Material

# Kinds in which the speaker tells those who do the work why it matters.
_TELLS_WHY = frozenset(
    {"deployment", "progress", "dispatch", "mobilization", "warning-education", "party-lecture"}
)
# What the leader wants little of, where he wants no reasons: 少讲意义, 大道理不讲; not 形势大好, 煤炭形势.
_REASONS = re.compile(
    "(?:^|(?<=[讲说谈提扯点些的、和]))(?:重[大要])?"
    "(?:意义|[大小空]?道理|认识|背景|重要性|必要性|形势(?!大好|一片)|[大空套虚]话)"
)
# What every warning is called.
_WARNING = "警示教育大会"
# Ceremonies for a thing, and for nobody in particular.
_OF_A_THING = ("开工", "竣工", "揭牌", "开业", "签约", "捐赠")
# What is said of a subject is so much of what is still missing, and in each place so many characters at most.
SHARE = 0.3
# A meeting whose name tells no subject is on one that so many facts have, and so large a share of all.
LEAST_FACTS = 2
# A meeting is on what its name tells where the subject has words for so many of its facts: the start
# of the works at a waterworks is none on the running of it.
LEAST_SHARE = 0.22
MOST = {"why": 100, "honour": 280, "hear": 200, "how": 100, "hold": 80}
# What is said to people at a meeting on their own subject is of them, and not of things.
_OF_PEOPLE = frozenset({"honour", "hear", "appeal"})


def subjects_of(material: Material, frames: Frames) -> tuple[str, ...]:
    """Return the subjects of a meeting, as its name tells them in its order and its facts bear them out.

    A ceremony takes the first that honours somebody, a warning the one that has most to say of its cases: at
    a granary it may be about theft, at a school about its stairs.
    """
    subjects = frames.subjects
    ranked = subjects.ranked(material.meeting)
    if material.kind in CEREMONIAL:
        honouring = [name for name in ranked if subjects.frames(name, "subject", "honour")]
        if (occasion := occasion_of(material)) not in _OF_A_THING:
            return tuple(honouring[:1])
        # What is opened or begun goes before the trade of the house: 卫生院揭牌 honours no village doctor.
        acts = subjects.of(occasion)
        return tuple([name for name in honouring if name in acts][:1] or honouring[-1:])
    if material.kind == "warning-education":
        cases = [fact.text for fact in material.told() if fact.type is FactType.CASE]
        general = subjects.of(_WARNING)
        # What fits any warning weighs less than what is said of just such cases.
        fits = {name: subjects.fitting(name, "example", cases) for name in ranked}
        return tuple(sorted(ranked, key=lambda name: -fits[name] * (1 if name in general else 2)))[:1]
    if material.kind in WARM:
        return ranked
    told = [(fact.type.value, fact.text) for fact in material.told()]
    return tuple(name for name in ranked if subjects.share(name, told) >= LEAST_SHARE)


def weighty_subjects(material: Material, frames: Frames) -> tuple[str, ...]:
    """Return the subject on which the leader lays weight, where more than one fact has its words.

    Two villages that carried water make no meeting on canals one on drought.
    """
    told = list(material.told())
    stressed = (fact.text for fact in told if material.stressed(fact))
    ranked = frames.subjects.ranked("，".join((*material.stress_words(), *stressed)))
    shares = Counter(name for fact in told for name in frames.subjects.of(fact.text))
    least = max(LEAST_FACTS, LEAST_SHARE * len(told))
    return tuple(name for name in ranked if shares[name] >= least)[:1]


def reasons(subjects: Sequence[str], material: Material, chooser: Chooser, missing: int) -> Paragraph:
    """Return why subjects matter, in the order of their files; () where none of it is to be told."""
    if material.kind in WARM:
        place = "honour" if material.kind in CEREMONIAL else "hear"
        return _told(subjects, place, material, chooser, missing)
    wanted = _works(material) and _wants_reasons(material)
    return _told(subjects, "why", material, chooser, missing) if wanted else ()


def lead_of(
    subjects: Sequence[str], function: str, material: Material, chooser: Chooser, missing: int
) -> Paragraph:
    """Return the words of subjects in front of what is to be done (how), or of what secures it (hold)."""
    return _told(subjects, function, material, chooser, missing) if _works(material) else ()


def appeal(material: Material, chooser: Chooser) -> list[Paragraph]:
    """Return what those who listen are to take along, where the meeting has a subject."""
    subjects = subjects_of(material, chooser.frames) or weighty_subjects(material, chooser.frames)
    if not _works(material):
        return []
    first = next(_frames(subjects, "appeal", material, chooser), None)
    return [(_said(first, chooser),)] if first is not None else []


def _works(material: Material) -> bool:
    """Whether the speaker talks to those who do the work, and nothing dangerous is going on."""
    return material.kind in _TELLS_WHY and not is_urgent(material.meeting)


def _wants_reasons(material: Material) -> bool:
    unwanted = (*material.wishes(IntentKind.SPARE), *material.wishes(IntentKind.AVOID))
    begins = material.wishes(IntentKind.OPENING)
    return not (begins or any(_REASONS.search(intent.text) for intent in unwanted))


def _told(
    subjects: Sequence[str], function: str, material: Material, chooser: Chooser, missing: int
) -> Paragraph:
    """Return the sentences of subjects for which there is room."""
    room = min(MOST[function], round(missing * SHARE))
    found: list[Sentence] = []
    for frame in _frames(subjects, function, material, chooser):
        if length_of([(*found, sentence(frame.text))]) > room:
            break
        found.append(_said(frame, chooser))
    return tuple(found)


def _frames(subjects: Sequence[str], function: str, material: Material, chooser: Chooser) -> Iterator[Frame]:
    """Yield the frames of subjects in turn that the facts bear out and nobody forbids."""
    facts = "。".join(fact.text for fact in material.told())
    those = (chooser.frames.subjects.frames(name, "subject", function) for name in subjects)
    for frame in filter(None, chain.from_iterable(zip_longest(*those))):
        fits = frame.stands_beside(facts) and is_on_scene(frame.text, chooser.sheet, at_home=True)
        at_home = chooser.is_at_home(frame) and function in _OF_PEOPLE
        fits = fits and (at_home or has_its_thing(frame, facts))
        if fits and chooser.is_left(frame, "subject", ()):
            yield frame


def _said(frame: Frame, chooser: Chooser) -> Sentence:
    chooser.use(frame, "subject")
    return sentence(frame.text, (), frame.function, frame.text)
