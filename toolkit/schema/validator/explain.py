"""Explanations: for each kind of fault a code and values: what stands there, what could, the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.markup import XML, split_name
from toolkit.schema.validator.names import listed
from toolkit.schema.validator.nearest import RANK, by_likeness, close_match, phrase
from toolkit.schema.validator.patterns import Attribute, Choice, Pattern
from toolkit.schema.validator.schema import Schema
from toolkit.schema.validator.states import Machine, State
from toolkit.schema.validator.values import in_words, why_not

TEI = "http://www.tei-c.org/ns/1.0"
XINCLUDE = "http://www.w3.org/2001/XInclude"
STEPS_AHEAD = 4
SHOWN_TEXT = 30
EXPECTED = 8
MEMORY = 2000

Fault = tuple[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to say of a misplaced element and how to go on.

    state: the parent's state to go on from, None for the one at hand. read_as: the element to take it for, "" for none.
    inline: it is the sort of thing that stands in running text.
    """

    finding: Fault
    state: State | None = None
    read_as: str = ""
    inline: bool = False


class Explainer:
    """Words the faults of documents under one schema."""

    def __init__(self, schema: Schema, machine: Machine) -> None:
        self.schema = schema
        self.machine = machine
        self._attributes: dict[tuple[object, ...], Fault] = {}
        self._verdicts: dict[tuple[str, State, str, State | None, str], Verdict] = {}

    def misplaced(self, name: str, state: State, parent: str, first: State | None, previous: str) -> Verdict:
        """An element that may not stand at this place."""
        key = (name, state, parent, first, previous)
        verdict = self._verdicts.get(key)
        if verdict is None:
            if len(self._verdicts) >= MEMORY:
                self._verdicts.clear()
            verdict = self._verdicts[key] = self._misplaced(name, state, parent, first, previous)
        return verdict

    def _misplaced(self, name: str, state: State, parent: str, first: State | None, previous: str) -> Verdict:
        expected = list(state.heads)
        values = {"element": shown(name), "parent": shown(parent), "expected": self._expected(name, state)}
        if not parent:
            return self._wrong_root(name, values, expected)
        if name not in self.schema.names and split_name(name)[0] in self.schema.namespaces:
            return self._unknown(name, values, expected)
        ahead = self._ahead(name, state)
        if ahead is not None:
            missing, later = ahead
            values["missing"] = phrase([f"<{shown(one)}>" for one in missing], "or")
            return Verdict(("V014", values), later, name)
        if first is not None and first.open(name) is not None:
            if previous == name:
                return Verdict(("V016", values))
            values |= self._order(name, previous, first)
            return Verdict(("V013", values))
        values["remedy"] = self._wrapped(name, expected) or self._unwrapped(name, parent)
        return Verdict(("V012", values), inline=self._takes_running_text(name))

    def _wrong_root(self, name: str, values: dict[str, str], expected: list[str]) -> Verdict:
        namespace, local = split_name(name)
        same = [one for one in expected if split_name(one)[1] == local]
        if same:
            return Verdict(self._wrong_namespace(namespace, same[0], values), read_as=same[0])
        values["roots"] = phrase([f"<{shown(one)}>" for one in by_likeness(shown(name), expected)[:EXPECTED]], "or")
        return Verdict(("V010", values))

    def _unknown(self, name: str, values: dict[str, str], expected: list[str]) -> Verdict:
        namespace, local = split_name(name)
        values["here"] = f"In <{values['parent']}> can stand here: {values['expected']}." if expected else ""
        same = [one for one in self.schema.names if split_name(one)[1] == local]
        if same:
            return Verdict(
                self._wrong_namespace(namespace, same[0], values), read_as=same[0] if same[0] in expected else ""
            )
        here = {split_name(one)[1]: one for one in expected}
        near = close_match(local, here)
        if near:
            values["remedy"] = f"Did you mean <{near}>?"
            return Verdict(("V011", values), read_as=here[near])
        known = {split_name(one)[1] for one in self.schema.names}
        near = close_match(local, known)
        values["remedy"] = f"Did you mean <{near}>?" if near else "Take an element of the schema, or remove the tags."
        return Verdict(("V011", values))

    def _wrong_namespace(self, namespace: str, wanted: str, values: dict[str, str]) -> Fault:
        values["namespace"] = f"the namespace {namespace}" if namespace else "no namespace"
        values["wanted"] = split_name(wanted)[0]
        return "V019", values

    def _ahead(self, name: str, state: State) -> tuple[list[str], State] | None:
        """The elements that must come first, and the state once they have: None where no few steps lead to `name`."""
        waiting: list[tuple[tuple[str, ...], State]] = [((), state)]
        seen = {state}
        for _ in range(STEPS_AHEAD):
            after: list[tuple[tuple[str, ...], State]] = []
            for way, at in waiting:
                for step, later in self._required_steps(at):
                    if later in seen:
                        continue
                    seen.add(later)
                    if later.open(name) is not None:
                        return self._missing_on_the_way(at, way, step, later, name), later
                    after.append(((*way, step), later))
            waiting = after
        return None

    def _required_steps(self, state: State) -> Iterable[tuple[str, State]]:
        """Steps on from a state that is not complete; one of each kind, since alternatives lead to the same state."""
        if state.complete:
            return
        found: dict[State, str] = {}
        for name in by_likeness("", state.heads):
            opening = state.open(name)
            if opening is not None and opening.next is not None and opening.next is not state:
                found.setdefault(opening.next, name)
        for later, name in found.items():
            yield name, later

    def _missing_on_the_way(self, at: State, way: tuple[str, ...], step: str, later: State, name: str) -> list[str]:
        """What is missing: the steps of the way, or for a single step all that would do."""
        if way:
            return [*way, step]
        return [one for one, opened in ((n, at.open(n)) for n in at.heads) if opened and opened.next is later][
            :EXPECTED
        ]

    def _order(self, name: str, previous: str, first: State) -> dict[str, str]:
        """What to do about an element that could have stood earlier: move it, or choose."""
        if not previous:
            return {"previous": "what stands here", "remedy": "Move it to an earlier place."}
        opening = first.open(name)
        before = opening.next.open(previous) if opening is not None and opening.next is not None else None
        pair = f"<{shown(name)}> and <{shown(previous)}>"
        remedy = (
            f"Move <{shown(name)}> before <{shown(previous)}>." if before else f"{pair} exclude each other: choose one."
        )
        return {"previous": f"<{shown(previous)}>", "remedy": remedy}

    def _wrapped(self, name: str, expected: list[str]) -> str:
        """Advice to put the element into one that may stand here and may hold it."""
        for one in by_likeness("", expected)[:40]:
            inside = self._inside(one)
            if inside is not None and inside.open(name) is not None:
                return f"Put it inside <{shown(one)}>."
        return ""

    def _unwrapped(self, name: str, parent: str) -> str:
        if split_name(name)[0] == XINCLUDE:
            return "Inclusions are not followed: put what it includes here before you validate."
        common = [one for one in self.schema.names if split_name(one)[1] in RANK]
        holders = [one for one in common if (inside := self._inside(one)) and name in inside.heads]
        holders = holders or list(self.schema.holders.get(name, ()))
        if not holders:
            return f"Remove it, or move it out of <{shown(parent)}>."
        return f"It can stand in {phrase([f'<{shown(one)}>' for one in by_likeness(parent, holders)[:4]], 'or')}."

    def _inside(self, name: str) -> State | None:
        """The state at the beginning of an element's content."""
        contents = dict.fromkeys(element.content for element in self.schema.find(name))
        state = self.machine.state(contents) if contents else None
        return state.relaxed if state is not None else None

    def _takes_running_text(self, name: str) -> bool:
        inside = self._inside(name)
        return inside is not None and inside.text is not None

    def incomplete(self, name: str, state: State) -> Fault:
        """An element that ends too early."""
        if state.valued and not state.heads:
            return self.bad_content(name, state, "")
        steps = [one for one in state.heads if (step := state.open(one)) and step.next and step.next.complete]
        steps = by_likeness("", steps or state.heads)
        needed = [f"<{shown(one)}>" for one in steps]
        values = {"element": shown(name), "missing": phrase(needed[:EXPECTED], "or", len(needed))}
        values["one"] = needed[0] if needed else "what is missing"
        return "V017", values

    def stray_text(self, parent: str, state: State, data: str) -> Fault:
        """Text where none may stand."""
        text = " ".join(data.split())
        text = text if len(text) <= SHOWN_TEXT else text[: SHOWN_TEXT - 1] + "…"
        remedy = "Remove it."
        for one in by_likeness("", state.heads)[:40]:
            inside = self._inside(one)
            if inside is not None and inside.text is not None:
                remedy = f"Put it inside <{shown(one)}>, or remove it."
                break
        return "V020", {"text": text, "parent": shown(parent), "remedy": remedy}

    def unknown_attribute(self, element: str, attribute: str, child: State) -> Fault:
        """An attribute that the element does not have."""
        key = (element, attribute, child)
        if key not in self._attributes:
            if len(self._attributes) >= MEMORY:
                self._attributes.clear()
            self._attributes[key] = self._unknown_attribute(element, attribute, child)
        return self._attributes[key]

    def _unknown_attribute(self, element: str, attribute: str, child: State) -> Fault:
        allowed = [name for pattern in child.all_attributes for name in _names(pattern)]
        near = close_match(shown(attribute), [shown(name) for name in allowed])
        others = by_likeness(shown(attribute), [shown(name) for name in allowed])
        if attribute in ("id", "lang", "space", "base"):
            remedy = f"Did you mean @xml:{attribute}?"
        elif near:
            remedy = f"Did you mean @{near}?"
        else:
            remedy = "Remove it."
        values = {"element": shown(element), "attribute": shown(attribute), "remedy": remedy}
        values["allowed"] = phrase([f"@{name}" for name in others[:EXPECTED]], "and", len(others)) or "none"
        return "V021", values

    def clashing_attribute(self, element: str, attribute: str, child: State, seen: Sequence[str]) -> Fault:
        """An attribute that cannot stand beside one that came before it."""
        others = []
        for one in seen:
            after = child.after_attribute(frozenset(child.attributes(one)))
            if after is not None and not after.attributes(attribute):
                others.append(f"@{shown(one)}")
        values = {
            "element": shown(element),
            "attribute": shown(attribute),
            "others": phrase(others, "and") or "the others",
        }
        return "V024", values

    def missing_attribute(self, element: str, state: State, seen: Sequence[str]) -> Fault:
        """A start tag without an attribute that the element must have."""
        missing = _required(state.patterns[0]) or [
            one for one in state.all_attributes if not set(_names(one)) & set(seen)
        ]
        names = [f"@{shown(name)}" for one in missing for name in _names(one)[:1]]
        example = in_words([missing[0].value]) if missing else "a value"
        values = {"element": shown(element), "missing": phrase(names[:EXPECTED], "or"), "datatype": example}
        return "V022", values

    def bad_value(self, element: str, attribute: str, value: str, candidates: Sequence[Attribute]) -> Fault:
        """A value that the attribute may not have."""
        patterns = [candidate.value for candidate in candidates]
        reason = why_not(value, patterns)
        cut = value if len(value) <= 2 * SHOWN_TEXT else value[: 2 * SHOWN_TEXT - 1] + "…"
        values = {"element": shown(element), "attribute": shown(attribute), "value": cut}
        values |= {"reason": f": {reason}" if reason else "", "datatype": in_words(patterns, value)}
        return "V023", values

    def bad_content(self, element: str, state: State, text: str) -> Fault:
        """An element whose text is not of its datatype."""
        cut = " ".join(text.split())[: 2 * SHOWN_TEXT]
        return "V025", {"element": shown(element), "value": cut, "datatype": in_words(state.patterns, cut)}

    def _expected(self, name: str, state: State) -> str:
        names = by_likeness(shown(name), [shown(one) for one in state.heads])
        said = phrase([f"<{one}>" for one in names[:EXPECTED]], "or", len(names))
        if state.text is not None:
            said = f"text, {said}" if said else "text"
        if state.complete:
            return f"{said}, or the end tag" if said else "only the end tag"
        return said or "nothing"


def shown(name: str) -> str:
    """A name as an editor writes it: without TEI's namespace, xml: as a prefix, another namespace in braces."""
    namespace, local = split_name(name)
    if namespace in ("", TEI):
        return local
    return f"xml:{local}" if namespace == XML else f"{local} {{{namespace}}}"


def _names(attribute: Attribute) -> tuple[str, ...]:
    return listed(attribute.names)


def _required(pattern: Pattern) -> list[Attribute]:
    """The attributes without which the pattern cannot match; for a choice, those of any way."""
    if isinstance(pattern, Attribute):
        return [pattern]
    if not pattern.attributed or pattern.nullable:
        return []
    if isinstance(pattern, Choice):
        ways = [_required(part) for part in pattern.parts]
        return [one for way in ways for one in way] if all(ways) else []
    return [one for part in pattern.parts for one in _required(part)]
