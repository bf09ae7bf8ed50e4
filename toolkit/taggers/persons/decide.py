"""From the model's beliefs to mentions, with what the rest of the document and the rules have to say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from toolkit.taggers.persons.lexicon import common, everyday_names, given_names, is_calendar, other_names, word_list
from toolkit.taggers.persons.mention import Mention
from toolkit.taggers.persons.recogniser import Belief
from toolkit.taggers.persons.rules import Candidate, Naming
from toolkit.taggers.persons.scores import POSSIBLE, SPREADING, SURE
from toolkit.taggers.persons.words import Shape

WELL_RULED = frozenset({"en"})
ENOUGH = 0.5
CHOSEN = 0.46
EVERYDAY = 2
RULED = 0.8  # of the names that rules are sure of and the model is not, six in seven are right
ANNOUNCED = 0.6  # outside English, two in three
MOSTLY_NAME = 0.55
SUPPORT, SUPPORT_WITHOUT_CASE, SUPPORT_IF_KNOWN = 0.06, 0.2, 0.003
SAID_ELSEWHERE = 0.12
NAMED_ELSEWHERE = 0.04
FOLLOWERS = ("ians", "ists", "isms", "ism", "crats")
FOLLOWER = ("ian", "ist", "ite", "ites", "crat")


def by_model(naming: Naming, belief: Belief, candidates: Sequence[Candidate], *, listed: bool = False) -> list[Mention]:
    """The mentions that model, rules and the document together find, left to right.

    listed: whether the user has a list of persons. Editors then mean those, and a name that neither list nor model
    knows needs more than a form of address.
    """
    opinion = _opinions(naming, belief)
    sure = _by_rule(naming, belief, candidates)
    ruled_certainty = RULED if naming.code in WELL_RULED else ANNOUNCED
    named = _named(naming, belief, candidates)
    chosen = [
        index in sure or (_may_belong(naming, index) and _chosen(naming, belief, opinion, named, index))
        for index in range(len(naming.words))
    ]
    mentions = []
    index = 0
    while index < len(chosen):
        if not chosen[index]:
            index += 1
            continue
        end = index + 1
        while end < len(chosen) and chosen[end] and not _begins(naming, belief, sure, end):
            end += 1
        if mention := _mention(naming, belief, opinion, index, end):
            ruled = mention.core in sure
            mentions.append(mention._replace(certainty=max(mention.certainty, ruled_certainty)) if ruled else mention)
        index = end
    return mentions


def supported(mentions: Iterable[Mention], naming: Naming, belief: Belief) -> Iterator[Mention]:
    """Those mentions of the rules that the model does not contradict; their certainty is the mean of both.

    In English only: elsewhere the model, which has seen that language's own texts, does better alone.
    """
    if naming.code not in WELL_RULED:
        return
    for mention in mentions:
        model = max(belief.name[mention.core : mention.end])
        if model >= (SUPPORT_WITHOUT_CASE if naming.words.shapes[mention.core] == Shape.NONE else SUPPORT):
            yield mention._replace(certainty=(mention.certainty + model) / 2)


def credible(known: Iterable[Mention], naming: Naming, belief: Belief) -> Iterator[Mention]:
    """Known names, less those of one word that case does not tell from a common word, and the model takes for one."""
    for mention in known:
        alone = mention.end - mention.first == 1 and naming.words.shapes[mention.first] == Shape.NONE
        if not alone or belief.name[mention.first] >= SUPPORT_IF_KNOWN:
            yield mention


def _opinions(naming: Naming, belief: Belief) -> Mapping[str, float]:
    """For each form met more than once, how likely its occurrences are names, on the whole."""
    beliefs: dict[str, list[float]] = defaultdict(list)
    for form, shape, name in zip(naming.words.low, naming.words.shapes, belief.name, strict=True):
        if shape not in (Shape.MARK, Shape.LOWER) and len(form) > 2:
            beliefs[form].append(name)
    return {form: sum(seen) / len(seen) for form, seen in beliefs.items() if len(seen) > 1}


def _by_rule(naming: Naming, belief: Belief, candidates: Sequence[Candidate]) -> Mapping[int, int]:
    """For each word of a name that the rules are sure of, where it begins.

    Outside English, of known names, and of those that the model does not see, though they are announced.
    """
    english = naming.code in WELL_RULED
    return {
        index: candidate.first
        for candidate in candidates
        if (candidate.score >= SURE and (english or naming.kind(naming.words.low[candidate.end - 1]) in "hs"))
        or (
            not english and max(belief.name[candidate.first : candidate.end]) < CHOSEN and _announced(naming, candidate)
        )
        for index in range(candidate.first, candidate.end)
    }


def _announced(naming: Naming, candidate: Candidate) -> bool:
    """Whether a form of address stands before the name ("Mme de Sévigné"), or a verb of saying beside a full name."""
    words, tongue = naming.words, naming.language
    first, core, end = candidate.first, candidate.core, candidate.end
    if candidate.score < POSSIBLE or words.shapes[core] == Shape.MARK or words.low[core] in tongue.titles:
        return False
    shortened = len(words.low[end - 1]) < 4 and words.low[end : end + 1] == ["."]
    if core > first and (len(words.low[core]) == 1 or shortened):
        return False
    if core > first:
        sole = sum(form not in tongue.particles for form in words.low[core:end]) == 1
        told = words.shapes[core] != Shape.NONE or (sole and (len(words.low[first]) > 1 or words.low[core - 1] == "."))
        return told and words.low[first] in tongue.address and words.low[end - 1] not in other_names()
    before = words.before(first)
    full = end - core > 1 and (words.low[core] in given_names() or words.low[core] in everyday_names())
    return full and (before in tongue.say or (end < len(words) and words.low[end] in tongue.say))


def _named(naming: Naming, belief: Belief, candidates: Sequence[Candidate]) -> frozenset[str]:
    """The surnames and first names of the names that rules and model agree on."""
    words, particles = naming.words, naming.language.particles
    found = set()
    for candidate in candidates:
        core, end = candidate.core, candidate.end
        if end - candidate.first > 1 and candidate.score >= SPREADING and max(belief.name[core:end]) >= ENOUGH:
            found |= {words.low[core], words.low[end - 1]} - particles
    return frozenset(form for form in found if len(form) > 2 and form not in other_names())


def _may_belong(naming: Naming, index: int) -> bool:
    """Whether a word can be part of a name at all: not a small word, nor, where case tells, one in lower case."""
    form, shape, tongue = naming.words.low[index], naming.words.shapes[index], naming.language
    if shape == Shape.MARK:
        return index > 0 and _joins(naming, index)
    if form in tongue.titles or form in tongue.particles or form in tongue.generation:
        return True
    if form in naming.language.function:
        return False
    return form not in word_list("small") or form in given_names() if shape == Shape.NONE else shape != Shape.LOWER


def _joins(naming: Naming, index: int) -> bool:
    """Whether a mark stands inside names: the full stop of an abbreviation, the comma before "Jr."."""
    low = naming.words.low
    if low[index] == ".":
        return naming.code != "en" or naming.abbreviates(index - 1)  # diaries shorten any name: "Wasserm."
    return low[index] == "," and index + 1 < len(low) and low[index + 1] in naming.language.generation


def _chosen(naming: Naming, belief: Belief, opinion: Mapping[str, float], named: frozenset[str], index: int) -> bool:
    own, form = belief.name[index], naming.words.low[index]
    whole = opinion.get(form, own)
    if form in named and own >= NAMED_ELSEWHERE and naming.words.shapes[index] != Shape.NONE:
        return not naming.words.opens[index] or common(form) < EVERYDAY or own >= SAID_ELSEWHERE
    if own < SAID_ELSEWHERE:
        return False
    return _weighed(own, whole) >= CHOSEN or whole >= MOSTLY_NAME or form in named


def _weighed(own: float, whole: float) -> float:
    """What this occurrence suggests, tempered by what the others do (one sense a document)."""
    return 0.65 * own + 0.35 * whole


def _begins(naming: Naming, belief: Belief, sure: Mapping[int, int], index: int) -> bool:
    """Whether a new name begins at a word that follows a name's word."""
    if index in naming.words.block_starts:
        return True
    if index in sure and index - 1 in sure:
        return sure[index] != sure[index - 1]
    return belief.begins[index] > 0.5 * max(belief.name[index], 0.01)


def _mention(naming: Naming, belief: Belief, opinion: Mapping[str, float], first: int, end: int) -> Mention | None:
    """The mention of these words, less the marks at its ends; None where nothing is left."""
    low, shapes = naming.words.low, naming.words.shapes
    skipped, adjectives = naming.language.determiners, naming.language.adjectives
    while first < end and (
        shapes[first] == Shape.MARK
        or low[first] in skipped
        or (low[first] in adjectives and (shapes[first] != Shape.CAPITAL or naming.words.opens[first]))
        or (low[first + 1 : first + 2] and low[first + 1] in naming.language.titles and is_calendar(low[first]))
    ):
        first += 1
    while end > first and shapes[end - 1] == Shape.MARK and not (low[end - 1] == "." and naming.abbreviates(end - 2)):
        end -= 1
    within = zip(low[first:end], shapes[first:end], strict=True)
    if first == end or all(form in naming.language.titles or shape == Shape.MARK for form, shape in within):
        return None
    core = min(naming.titles_after(first, end), end - 1) if low[first] in naming.language.titles else first
    if naming.scores.is_address(first, core, end):
        return None
    untitled = core == first or low[first] in ("st", "saint")
    if untitled and (naming.scores.names_a_thing(core, end) or _is_kind(naming, core, end)):
        return None
    told = [
        _weighed(belief.name[i], opinion.get(low[i], belief.name[i]))
        for i in range(core, end)
        if shapes[i] != Shape.MARK
    ]
    return Mention(naming.opening(first, core), end, core, sum(told) / len(told)) if told else None


def _is_kind(naming: Naming, core: int, end: int) -> bool:
    """Whether one word names followers or a people ("Thermidorians", "a Bonapartist"), not a person."""
    form = naming.words.low[core]
    if end - core > 1 or form in given_names():
        return False
    before = naming.words.low[core - 1] if core else ""
    return form.endswith(FOLLOWERS) or (form.endswith(FOLLOWER) and before in naming.language.determiners)
