"""References: which mentions name one person. Full names first, then titles with surnames, then single names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from toolkit.model.person import Person
from toolkit.taggers.persons.figures import folded
from toolkit.taggers.persons.lexicon import DATA, Language, given_names
from toolkit.taggers.persons.mention import Form, read_form

WOMENS = ("mrs", "miss")


@dataclass(eq=False)
class Entity:
    """A person while the document's persons are being told apart; grows as forms join it.

    person: the authority file's entry, where it is one; listed: the forms of its names there.
    """

    person: Person | None = None
    listed: frozenset[Form] = frozenset()
    surnames: set[str] = field(default_factory=set)
    given: list[tuple[str, ...]] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    husbands: set[str] = field(default_factory=set)
    style: str = ""
    sex: str = ""
    soles: set[str] = field(default_factory=set)
    ranked: bool = False
    calling: str = ""
    kinsman: bool = False

    def take(self, form: Form) -> None:
        """Learn what a form says."""
        self.surnames |= {form.surname} - {""}
        self.soles |= {form.sole} - {""}
        self.numbers |= {form.number} - {""}
        self.husbands |= {form.husband} - {""}
        if form.given and form.given not in self.given:
            self.given.append(form.given)
        self.style = self.style or form.style
        self.ranked = self.ranked or form.ranked
        self.sex = self.sex or form.sex or _sex_of(form.given)
        self.calling = self.calling or form.calling
        self.kinsman = self.kinsman or form.kinsman

    def admits(self, form: Form) -> bool:
        """Whether nothing in the form contradicts what is known: sex, style, number, husband's name."""
        if form.sex and self.sex and form.sex != self.sex:
            return False
        if form.calling and self.calling and form.calling != self.calling:
            return False  # the Admiral and the Reverend of one name are two
        if self.kinsman and form.style and not (form.given or form.husband or form.style == self.style):
            return False  # "Mr. Dymond" is the uncle, not "Henry Dymond, his nephew"
        if form.style and self.style and form.style != self.style:
            return False
        if (self.ranked and not self.sex and form.style in WOMENS) or (form.ranked and self.style in WOMENS):
            return False  # "Captain Fitzgerald" and "Mrs. Fitzgerald" are man and wife
        if (form.style in WOMENS and any(map(_signs, self.given)) and not self.style) or (
            self.style in WOMENS and _signs(form.given) and not form.titles
        ):
            return False  # "J. H. Reynolds" is not Miss Jane's way to sign
        if form.number or self.numbers:
            return form.number in self.numbers or (not form.number and not form.surname)
        return not (form.husband and form.husband not in self.husbands and (self.husbands or self.given))


@dataclass(frozen=True)
class References:
    """The answer. of_form: the entities that a form may mean, the only one or several."""

    of_form: Mapping[Form, tuple[Entity, ...]]


class _Index:
    """The entities so far, by the words that forms share with them, in the order of their making."""

    def __init__(self) -> None:
        self._all: list[Entity] = []
        self._places: dict[Entity, int] = {}
        self._by_word: dict[str, list[int]] = defaultdict(list)

    def add(self, entity: Entity) -> None:
        """A new entity, with all that is known of it."""
        self._places[entity] = len(self._all)
        self._all.append(entity)
        self._note(len(self._all) - 1, entity)

    def learn(self, entity: Entity, form: Form) -> None:
        """The entity takes a form."""
        entity.take(form)
        self._note(self._places[entity], entity)

    def near(self, form: Form) -> list[Entity]:
        """The entities that share a surname, a sole name or a first name (or its pet form) with the form."""
        words = {form.surname, form.sole, *form.given[:1]} - {""}
        for word in (form.sole, *form.given[:1]):
            words |= pet_forms().get(word, frozenset())
        return [self._all[place] for place in sorted({place for word in words for place in self._by_word[word]})]

    def _note(self, place: int, entity: Entity) -> None:
        for word in {*entity.surnames, *entity.soles, *(given[0] for given in entity.given)}:
            if place not in self._by_word[word]:
                self._by_word[word].append(place)


def resolve(forms: Sequence[Form], authority: Iterable[Person], language: Language) -> References:
    """Tell the persons apart. `forms`: distinct, in the order in which the text first has them."""
    index = _Index()
    for person in authority:
        index.add(_known(person, language))
    answer: dict[Form, tuple[Entity, ...]] = {}
    for step in (_is_full, _is_titled, _is_single):
        for form in sorted((f for f in forms if step(f) and f not in answer), key=lambda f: -len(f.given)):
            near = index.near(form)
            found = [entity for entity in near if form in entity.listed] or _matches(form, near)
            if not found:
                entity = Entity()
                entity.take(form)
                index.add(entity)
                found = [entity]
            elif len(found) == 1:
                index.learn(found[0], form)
            answer[form] = tuple(found)
    return References(answer)


def _known(person: Person, language: Language) -> Entity:
    forms = [name_form(name, language) for name in person.names]
    styles = {form.style for form in forms if form.titles}
    sexes = {form.sex for form in forms if form.sex}
    entity = Entity(
        person,
        frozenset(forms),
        style=styles.pop() if len(styles) == 1 else "",
        sex=person.sex or (sexes.pop() if len(sexes) == 1 else ""),
    )
    for form in forms:
        entity.surnames |= {form.surname} - {""}
        entity.soles |= {form.sole} - {""}
        entity.numbers |= {form.number} - {""}
        if form.given and form.given not in entity.given:
            entity.given.append(form.given)
    return entity


def name_form(name: str, language: Language) -> Form:
    """The form of a name from a list: "Jane Austen", "Austen, Jane", "Lord Byron"."""
    if "," in name:
        surname, _, given = name.partition(",")
        name = f"{given.strip()} {surname.strip()}"
    words = [w.strip(".,") for w in name.lower().replace("’", "'").replace(".", ". ").split()]
    words = [w for w in words if w and w[0].isalpha()]
    titles = []
    while len(words) > 1 and words[0] in language.titles:
        titles.append(words.pop(0))
    return read_form(titles, words, language)


def _is_full(form: Form) -> bool:
    return bool(form.given and (form.surname or form.number)) or len(form.given) > 1


def _is_titled(form: Form) -> bool:
    return bool(form.titles) and not _is_full(form)


def _is_single(form: Form) -> bool:
    return not form.titles and not _is_full(form)


def _matches(form: Form, entities: Sequence[Entity]) -> list[Entity]:
    """The entities that a form may mean, by the strongest tie that any has; none of them where several tie fully."""
    able = [e for e in entities if e.admits(form)]
    if form.number:
        return [e for e in able if form.number in e.numbers and _same_given(form, e)]
    if form.given and form.surname:
        return [e for e in able if form.surname in e.surnames and (_same_given(form, e) or not e.given)][:1]
    if form.surname:
        named = [e for e in able if form.surname in e.surnames]
        bare = [e for e in named if not e.given and e.style == form.style]
        if not bare and len(named) > 1 and form.style in ("mr", "mrs"):
            return []  # the head of the family is none of those whom first names tell apart
        return bare or named or [e for e in able if form.surname in e.soles and not e.surnames]
    if form.given:
        return [e for e in able if _same_given(form, e)] or [
            e for e in able if form.given[0] in e.soles and not e.surnames
        ]
    by_surname = [e for e in able if form.sole in e.surnames]
    by_given = [e for e in able if _same_given(Form(given=(form.sole,)), e)]
    same = [e for e in able if form.sole in e.soles]
    if form.sole in given_names() and by_given:
        return same or by_given
    return same or by_surname or by_given


def _same_given(form: Form, entity: Entity) -> bool:
    """Whether the given names agree: equal, an initial of each other, or a pet form of each other."""
    return any(_agree(form.given, given) for given in entity.given)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    first, second = one[0], other[0]
    if not (first == second or _initial(first, second) or second in pet_forms().get(first, ())):
        return False
    return all(a == b or _initial(a, b) for a, b in zip(one[1:], other[1:], strict=False))


def _sex_of(given: Iterable[str]) -> str:
    """The sex that the first of some given names tells that tells any, itself or in full: "Young Peter"; or ""."""
    return next((sex for name in given if (sex := given_names().get(name, "") or _sex_in_full(name))), "")


def _sex_in_full(name: str) -> str:
    """The sex of all names that a pet name stands for: "Charlie"; "" where they differ."""
    sexes = {given_names().get(full, "") for full in pet_forms().get(name, ())}
    return sexes.pop() if len(sexes) == 1 else ""


def _signs(given: tuple[str, ...]) -> bool:
    """Whether given names are initials, more than one."""
    return len(given) > 1 and all(len(name) == 1 for name in given)


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other))


@cache
def pet_forms() -> Mapping[str, frozenset[str]]:
    """For each given name, folded, the other forms of it."""
    table: dict[str, set[str]] = defaultdict(set)
    for line in (DATA / "diminutives.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            full, *short = [folded(name) for name in line.split()]
            table[full].update(short)
            for name in short:
                table[name].add(full)
    return {name: frozenset(forms) for name, forms in table.items()}
