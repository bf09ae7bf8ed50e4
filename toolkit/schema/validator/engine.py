"""Validation of one document, event by event: steps through the states of its schema, explanations where a step fails.

After a fault the validation goes on as a reader would: a misspelt element is read as what it was meant to be, a missing
one as if it were there, one that cannot stand at its place is judged by itself and otherwise left out. So each fault is
told once. Nesting is kept on a list, so that its depth costs memory only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.parsers.expat import XMLParserType

from toolkit.errors import EngineError, InputError
from toolkit.markup import StartHandler, TagReader, new_parser, pieces, position, run, split_name
from toolkit.model.finding import Finding
from toolkit.schema.validator.explain import Explainer, Verdict, shown
from toolkit.schema.validator.patterns import EMPTY, WHITE, Attribute
from toolkit.schema.validator.schema import Schema
from toolkit.schema.validator.states import Machine, Opening, Shape, State

MAX_FINDINGS = 1000


class TooManyError(Exception):
    """A document has more faults than anybody reads."""


class Lenient(State):
    """Inside an element that the schema does not know: anything may stand there, what is known is judged apart."""

    __slots__ = ("schema",)
    lenient = True

    def __init__(self, machine: Machine, schema: Schema) -> None:
        super().__init__((EMPTY,), machine)
        self.schema = schema
        self.__dict__["text"] = self
        self.__dict__["closed"] = self

    def _open(self, name: str) -> Opening | None:
        known = dict.fromkeys(element.content for element in self.schema.find(name))
        child = self.machine.state(known) if known else None
        if child is None and split_name(name)[0] in self.schema.namespaces:
            return None
        return Opening(child or self, ((EMPTY,),) * max(len(known), 1), self)

    def shape(self, names: tuple[str, ...]) -> Shape:
        return Shape((), self)


class Validator:
    """Judges documents by one schema; the states it meets are kept for the next document."""

    name = "grammar"

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.machine = Machine(schema.start, schema.pool)
        self.lenient = Lenient(self.machine, schema)
        self.explainer = Explainer(schema, self.machine)

    def check(
        self, tei: bytes, path: str, listen: Callable[[XMLParserType, TagReader], StartHandler] | None = None
    ) -> list[Finding]:
        """What is wrong with a document, by its places; an ill-formed one has that as its last finding.

        listen: given the parser, returns another handler of start tags, so that a document is read once for both.
        Raises EngineError (V090) where the patterns of the schema are nested too deeply to be followed.
        """
        validation = _Validation(self, tei, path)
        if listen is not None:
            validation.parser.StartElementHandler = _both(listen(validation.parser, validation.tags), validation.start)
        try:
            run(validation.parser, pieces(tei), path)
        except InputError as error:
            validation.findings.append(validation.ill_formed(error.finding))
        except RecursionError:
            values = {"reason": "its patterns are nested too deeply"}
            raise EngineError(Finding(self.schema.path, 0, 0, "V090", values)) from None
        except TooManyError:
            validation.findings.append(
                Finding(path, *position(validation.parser), "V029", {"count": str(MAX_FINDINGS)})
            )
        return sorted(validation.findings)


def _both(first: StartHandler, second: StartHandler) -> StartHandler:
    def start(name: str, attributes: list[str]) -> None:
        first(name, attributes)
        second(name, attributes)

    return start


Frame = tuple[Opening, State, str]


class _Validation:
    """One document's way through the states."""

    def __init__(self, validator: Validator, tei: bytes, path: str) -> None:
        self.validator = validator
        self.explainer = validator.explainer
        self.pool = validator.schema.pool
        self.path = path
        self.findings: list[Finding] = []
        self.parser = new_parser(path)
        self.tags = TagReader(self.parser, tei)
        self.stack: list[Frame] = []
        self.state: State = validator.machine.start
        self.text: list[str] = []
        self.previous = ""  # the element that ended last, "" after a start tag
        self.damaged: set[int] = set()  # depths of open elements in which something was left out
        self.wrong_namespaces: set[tuple[str, str]] = set()
        self.stray_text = -1  # the depth where text was the last fault: what follows it is the same fault
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def ill_formed(self, finding: Finding) -> Finding:
        """What expat says, with the element that is open at the place."""
        if finding.code != "V001" or not self.stack:
            return finding
        values = {**finding.values, "reason": f"{finding.values['reason']}, inside <{shown(self.stack[-1][2])}>"}
        return replace(finding, values=values)

    def start(self, name: str, attributes: list[str]) -> None:
        state = self.state
        if state.valued and self.text:
            self._text_before_element()
            state = self.state
        opening = state.openings.get(name) or state.open(name)
        if opening is None:
            opening = self._misplaced(name)
            if opening is None:
                self._start_apart(name, attributes)
                return
            state = self.state
        elif self.stray_text == len(self.stack):
            self.stray_text = -1
        self.stack.append((opening, state, name))
        self.previous = ""
        child = opening.child
        if not attributes:
            self.state = child.closed or self._missing_attributes(child, child, name, [])
            return
        names = tuple(attributes[::2])
        shape = child.shapes.get(names) or child.shape(names)
        if shape is None:
            self.state = self._attributes(child, name, attributes)
            return
        for attribute, value in zip(shape.checks, attributes[1::2], strict=False):
            if value not in attribute.known and not attribute.allows(value, self.pool):
                self.state = self._attributes(child, name, attributes)
                return
        self.state = shape.state

    def end(self, name: str) -> None:
        state = self.state
        opening, parent, _ = self.stack.pop()
        if state.complete and not state.valued:
            self.state = opening.next or parent.resume(opening, state.matched(""))
        else:
            self.state = self._ended(state, opening, parent, name)
        self.previous = name
        if self.damaged:
            self.damaged.discard(len(self.stack) + 1)

    def characters(self, data: str) -> None:
        state = self.state
        if state.valued:
            self.text.append(data)
            return
        after = state.text
        if after is state or not data.strip(WHITE):
            return
        if after is None:
            self._stray(data)
        else:
            self.state = after

    def _ended(self, state: State, opening: Opening, parent: State, name: str) -> State:
        """The parent's state after an element whose end must be looked at: values, several meanings, or incomplete."""
        text = "".join(self.text)
        self.text.clear()
        matched = state.matched(text)
        if not any(matched):
            if state.valued and text.strip(WHITE):
                self._say(self.explainer.bad_content(name, state, text))
            elif len(self.stack) + 1 not in self.damaged:
                self._say(self.explainer.incomplete(name, state), self.tags.end_tag())
        return opening.next or parent.resume(opening, matched)

    def _text_before_element(self) -> None:
        """Text in a model that also knows values, followed by an element: it is mixed content, or stray."""
        data = "".join(self.text)
        self.text.clear()
        if data.strip(WHITE):
            if self.state.text is None:
                self._stray(data)
            else:
                self.state = self.state.text

    def _stray(self, data: str) -> None:
        depth = len(self.stack)
        self.damaged.add(depth)
        if self.stray_text != depth:
            self.stray_text = depth
            finding = self.explainer.stray_text(self.stack[-1][2], self.state, data)
            self._say(finding, self.tags.text_before())

    def _misplaced(self, name: str) -> Opening | None:
        """Say what is wrong with an element that may not stand here; the step for it, None to judge it apart."""
        parent = self.stack[-1] if self.stack else None
        verdict = self.explainer.misplaced(
            name, self.state, parent[2] if parent else "", self._first_state(), self.previous
        )
        if not self._is_told(verdict):
            self._say(verdict.finding)
        if verdict.state is not None:
            self.state = verdict.state
        if verdict.read_as:
            return self.state.open(verdict.read_as)
        return None

    def _start_apart(self, name: str, attributes: list[str]) -> None:
        """Go into an element that is out of place: its attributes count, what it lacks or holds itself does not."""
        self.damaged.add(len(self.stack))
        lenient = self.validator.lenient
        apart = lenient.open(name)
        self.stack.append((Opening(lenient, ((EMPTY,),), self.state), self.state, name))
        self.previous = ""
        self.state = lenient
        if attributes and apart is not None and apart.child is not lenient:
            self._read_attributes(apart.child, name, attributes)

    def _is_told(self, verdict: Verdict) -> bool:
        """Whether a fault is part of one that was told: a phrase beside stray text, a namespace wrong throughout."""
        code, values = verdict.finding
        if code != "V019":
            return verdict.inline and self.stray_text == len(self.stack)
        wrong = values["namespace"], values["wanted"]
        told = wrong in self.wrong_namespaces
        self.wrong_namespaces.add(wrong)
        return told

    def _first_state(self) -> State | None:
        """The state at the beginning of the element now open."""
        return self.stack[-1][0].child.relaxed if self.stack else None

    def _attributes(self, child: State, name: str, attributes: list[str]) -> State:
        """The slow way over attributes: with their values, saying what is wrong with each."""
        state, seen = self._read_attributes(child, name, attributes)
        return state.closed or self._missing_attributes(child, state, name, seen)

    def _read_attributes(self, child: State, name: str, attributes: list[str]) -> tuple[State, list[str]]:
        """The state after these attributes, and their names."""
        state = child
        seen: list[str] = []
        for index in range(0, len(attributes), 2):
            attribute, value = attributes[index : index + 2]
            candidates = state.attributes(attribute)
            accepting = frozenset(one for one in candidates if one.allows(value, self.pool))
            after = state.after_attribute(accepting) if accepting else None
            if after is None:
                place = self.tags.attribute(index // 2)
                self._say(self._fault(child, name, attribute, value, candidates, seen), place)
                after = state.after_attribute(frozenset(candidates)) if candidates else None
            state = after or state
            seen.append(attribute)
        return state, seen

    def _fault(
        self, child: State, name: str, attribute: str, value: str, candidates: list[Attribute], seen: list[str]
    ) -> tuple[str, dict[str, str]]:
        if candidates:
            return self.explainer.bad_value(name, attribute, value, candidates)
        if child.attributes(attribute):
            return self.explainer.clashing_attribute(name, attribute, child, seen)
        return self.explainer.unknown_attribute(name, attribute, child)

    def _missing_attributes(self, child: State, state: State, name: str, seen: list[str]) -> State:
        self._say(self.explainer.missing_attribute(name, state, seen))
        return state.relaxed

    def _say(self, fault: tuple[str, dict[str, str]], place: tuple[int, int] | None = None) -> None:
        if len(self.findings) >= MAX_FINDINGS:
            raise TooManyError
        code, values = fault
        self.findings.append(Finding(self.path, *(place or position(self.parser)), code, values))
