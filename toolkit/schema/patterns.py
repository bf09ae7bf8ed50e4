"""From specifications to a grammar: one define a specification, named as people expect.

Elements bear their ident, model classes theirs (`model.pLike`; `model.pLike_sequence` where a content model expands
them so), macros and datatypes theirs; attribute classes are `att.global.attributes`, each attribute of theirs
`att.global.attribute.n`. What a content model names and the customisation does not take is not allowed there
(TEI P5, 23.8.1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Sequence as Items

from toolkit.schema.attributes import Held, Resolver
from toolkit.schema.grammar import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    AnyName,
    Attribute,
    Data,
    Element,
    Grammar,
    List,
    Name,
    NameChoice,
    NameClass,
    NsName,
    Pattern,
    Ref,
    Value,
    choice,
    group,
    interleave,
    one_or_more,
    optional,
    zero_or_more,
)
from toolkit.schema.rewriting import references, rewrite
from toolkit.schema.specs import (
    ONCE,
    Alternate,
    AnyElement,
    AttributeDef,
    AttributeGroup,
    AttributeItem,
    ClassRef,
    Content,
    DataRef,
    ElementRef,
    Kind,
    MacroRef,
    Nothing,
    Occurrence,
    RelaxNg,
    Schema,
    Sequence,
    Spec,
    TextNode,
    Values,
)

XML = "http://www.w3.org/XML/1998/namespace"
EXPANSIONS = ("sequence", "sequenceOptional", "sequenceRepeatable", "sequenceOptionalRepeatable")


def compile_schema(schema: Schema, *, any_root: bool = False) -> Grammar:
    """The grammar of a schema. any_root: any element that another may hold may start a document."""
    return _Compiler(schema).grammar(any_root)


class _Compiler:
    """Writes defines as they are asked for, so that what nothing refers to is left out."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.specs = schema.specs
        self.resolver = Resolver(schema)
        self.defines: dict[str, Pattern] = {}
        self.members = _members(schema)
        for name, foreign in schema.foreign.items():
            self.defines.update({name + key: _prefixed(pattern, name) for key, pattern in foreign.defines.items()})

    def grammar(self, any_root: bool) -> Grammar:
        elements = [spec for spec in self.specs.values() if spec.kind is Kind.ELEMENT]
        for spec in elements:
            self.defines[self.named(spec.ident)] = self.element(spec)
        start = choice(self.element_ref(ident) for ident in self.schema.roots)
        if any_root:
            within = {name for pattern in (start, *self.defines.values()) for name in references(pattern)}
            start = choice(Ref(name) for name in sorted(within) if _is_named_element(self.defines.get(name, EMPTY)))
        said = {self.named(spec.ident): _said(spec) for spec in self.specs.values() if _said(spec)}
        defines = dict(sorted(self.defines.items()))
        return Grammar(start, defines, {name: text for name, text in said.items() if name in defines})

    def named(self, ident: str) -> str:
        return self.schema.prefix + ident

    def define(self, name: str, make: Callable[[], Pattern]) -> Ref:
        if name not in self.defines:
            self.defines[name] = NOT_ALLOWED  # so that what refers to itself ends
            self.defines[name] = make()
        return Ref(name)

    # --- content -----------------------------------------------------------------------------------------------------

    def content(self, content: Content, owner: str) -> Pattern:
        """The pattern of a content model of the specification `owner`."""
        match content:
            case TextNode():
                return TEXT
            case Nothing():
                return EMPTY
            case Values(values):
                return choice(Value(value) for value in values)
            case RelaxNg(pattern):
                return rewrite(pattern, self.embedded)
            case Sequence(items, times, ordered):
                parts = [self.content(item, owner) for item in items]
                return repeat(group(parts) if ordered else interleave(parts), times)
            case Alternate(items, times):
                return repeat(choice(self.content(item, owner) for item in items), times)
            case ElementRef(key, times):
                return repeat(self.element_ref(key), times)
            case ClassRef(times=times):
                return repeat(self.class_ref(content), times)
            case MacroRef(key, times):
                return repeat(self.spec_ref(key), times)
            case DataRef(times=times):
                return repeat(self.data_ref(content), times)
            case AnyElement(times=times):
                return repeat(self.any_element(content, owner), times)

    def embedded(self, pattern: Pattern) -> Pattern:
        """A reference inside RELAX NG to a specification, an expanded class, or a foreign pattern."""
        if not isinstance(pattern, Ref):
            return pattern
        key, _, expand = pattern.name.removesuffix(".attributes").partition("_")
        spec = self.specs.get(pattern.name) or self.specs.get(key)
        if pattern.name in self.defines:
            return pattern
        if spec is None:
            return NOT_ALLOWED
        match spec.kind:
            case Kind.ELEMENT:
                return self.element_ref(spec.ident)
            case Kind.MODEL:
                return self.class_ref(ClassRef(spec.ident, expand))
            case Kind.ATTRIBUTES:
                return self.define(self.named(f"{spec.ident}.attributes"), lambda: self.class_pattern(spec))
            case _:
                return self.spec_ref(spec.ident)

    def element_ref(self, ident: str) -> Pattern:
        spec = self.specs.get(ident)
        if spec is None or spec.kind is not Kind.ELEMENT:
            return NOT_ALLOWED
        return Ref(self.named(ident))

    def spec_ref(self, ident: str) -> Pattern:
        """What a macro or datatype stands for; old customisations write datatypes as macros."""
        spec = self.specs.get(ident)
        if spec is None or spec.kind not in (Kind.MACRO, Kind.DATA):
            return NOT_ALLOWED
        return self.define(self.named(ident), lambda: self.spec_content(spec))

    def spec_content(self, spec: Spec) -> Pattern:
        if spec.values and spec.values.kind == "closed":
            return choice(Value(item.name) for item in spec.values.items)
        return self.content(spec.content, spec.ident) if spec.content else EMPTY

    def class_ref(self, ref: ClassRef) -> Pattern:
        if ref.key not in self.specs:
            return NOT_ALLOWED
        expand = ref.expand if ref.expand in EXPANSIONS else ""
        if ref.include or ref.except_:
            return self.expanded(ref.key, expand, ref.include, ref.except_)
        name = self.named(ref.key) + (f"_{expand}" if expand else "")
        return self.define(name, lambda: self.expanded(ref.key, expand))

    def expanded(
        self, key: str, expand: str, include: Items[str] = (), except_: Items[str] = (), inside: bool = False
    ) -> Pattern:
        """The members of a class, one of them or all in sequence; of those left out, nothing."""
        parts: list[Pattern] = []
        for member in self.members.get(key, []):
            taken = inside or not include or member in include
            if member in except_:
                continue
            if self.specs[member].kind is Kind.MODEL:
                if include or except_:
                    parts.append(self.expanded(member, expand, include, except_, taken))
                else:
                    parts.append(self.class_ref(ClassRef(member, expand)))
            elif taken:
                parts.append(_as_expanded(self.element_ref(member), expand))
        if not expand:
            return choice(parts)
        return group(part for part in parts if part != NOT_ALLOWED)

    def data_ref(self, ref: DataRef) -> Pattern:
        if ref.name:
            return Data(ref.name, params=ref.facets)
        spec = self.specs.get(ref.key)
        if ref.facets and spec and isinstance(spec.content, DataRef) and spec.content.name:
            return Data(spec.content.name, params=(*spec.content.facets, *ref.facets))
        return self.spec_ref(ref.key)

    def any_element(self, content: AnyElement, owner: str) -> Pattern:
        name = self.named(f"anyElement-{owner}")
        names: NameClass
        if content.require:
            names = _one_of([NsName(uri) for uri in content.require])
        else:
            names = AnyName(_one_of([_name_class(said) for said in content.except_ or self.schema.exceptions]))
        attributes = zero_or_more(Attribute(AnyName(), TEXT))
        inner = zero_or_more(choice((TEXT, Ref(name))))
        return self.define(name, lambda: Element(names, group((attributes, inner))))

    # --- elements and attributes -------------------------------------------------------------------------------------

    def element(self, spec: Spec) -> Pattern:
        namespace = self.schema.namespace if spec.namespace is None else spec.namespace
        content = self.spec_content(spec)
        return Element(Name(namespace, spec.name or spec.ident), group((*self.attributes(spec), content)))

    def attributes(self, spec: Spec) -> Iterator[Pattern]:
        """The attributes of an element: whole classes where they stand unaltered, else one by one."""
        resolved = self.resolver.of(spec)
        left = dict(resolved.held)
        for choice_ in resolved.choices:
            names = [name for name in _names(choice_) if name in left]
            if len(names) > 1:
                yield self.choice_of_attributes(choice_, resolved.held)
                for name in names:
                    del left[name]
        for class_ in self.resolver.classes(spec):
            yield from self.class_attributes(class_, left)
        for ident in list(left):
            held = left.pop(ident)
            owner = self.specs[held.owner]
            if owner.kind is Kind.ATTRIBUTES:
                yield self.class_attribute(owner, held.attribute)
            else:
                yield self.attribute(held.attribute)

    def class_attributes(self, class_: Spec, left: dict[str, Held]) -> Iterator[Pattern]:
        """The attributes of a class which are `left` to write; they are taken from there."""
        wanted = self.resolver.of(class_).held
        if not wanted:
            return
        if all(left.get(ident) is held for ident, held in wanted.items()):
            for ident in wanted:
                del left[ident]
            yield self.define(self.named(f"{class_.ident}.attributes"), lambda: self.class_pattern(class_))
            return
        for base in self.resolver.classes(class_):
            yield from self.class_attributes(base, left)
        for ident, held in wanted.items():
            if held.owner == class_.ident and left.get(ident) is held:
                del left[ident]
                yield self.class_attribute(class_, held.attribute)

    def class_pattern(self, class_: Spec) -> Pattern:
        return group(self.attributes(class_))

    def class_attribute(self, class_: Spec, attribute: AttributeDef) -> Pattern:
        name = self.named(f"{class_.ident}.attribute.{attribute.ident.replace(':', '')}")
        return self.define(name, lambda: self.attribute(attribute))

    def choice_of_attributes(self, items: AttributeGroup, held: dict[str, Held]) -> Pattern:
        branches = []
        for item in items.items:
            names = [name for name in _names(item) if name in held]
            branches.append(group(self.attribute(held[name].attribute) for name in names))
        return choice(branches)

    def attribute(self, attribute: AttributeDef) -> Pattern:
        pattern = Attribute(_attribute_name(attribute), self.value(attribute))
        return pattern if attribute.usage == "req" else optional(pattern)

    def value(self, attribute: AttributeDef) -> Pattern:
        """The pattern of an attribute's value: its closed list, else its datatype, else any text."""
        times = attribute.datatype.times if attribute.datatype else ONCE
        values = attribute.values
        if values and values.kind == "closed" and values.items:
            one: Pattern = choice(Value(item.name or item.ident) for item in values.items)
        elif attribute.datatype:
            one = self.content(attribute.datatype.content, attribute.ident)
        else:
            one = TEXT
        if times == ONCE:
            return one
        if one == TEXT:
            return TEXT
        return optional(one) if times == Occurrence(0, 1) else List(repeat(one, times))


def repeat(pattern: Pattern, times: Occurrence) -> Pattern:
    """The pattern, as often as is said."""
    match times:
        case Occurrence(1, 1):
            return pattern
        case Occurrence(0, None):
            return zero_or_more(pattern)
        case Occurrence(1, None):
            return one_or_more(pattern)
        case Occurrence(least, None):
            return group([*[pattern] * (least - 1), one_or_more(pattern)])
        case Occurrence(least, most):
            return group([*[pattern] * least, *[optional(pattern)] * ((most or 0) - least)])


def _members(schema: Schema) -> dict[str, list[str]]:
    members: dict[str, list[str]] = {}
    for spec in schema.specs.values():
        if spec.kind in (Kind.ELEMENT, Kind.MODEL):
            for key in dict.fromkeys(spec.classes):
                members.setdefault(key, []).append(spec.ident)
    return members


def _is_named_element(pattern: Pattern) -> bool:
    return isinstance(pattern, Element) and isinstance(pattern.name, Name)


def _as_expanded(pattern: Pattern, expand: str) -> Pattern:
    match expand:
        case "sequenceOptional":
            return optional(pattern)
        case "sequenceRepeatable":
            return one_or_more(pattern)
        case "sequenceOptionalRepeatable":
            return zero_or_more(pattern)
        case _:
            return pattern


def _attribute_name(attribute: AttributeDef) -> Name:
    written = attribute.name or attribute.ident
    if written.startswith("xml:"):
        return Name(XML, written.removeprefix("xml:"))
    return Name(attribute.namespace, written)


def _names(item: AttributeItem) -> Iterator[str]:
    match item:
        case AttributeGroup(_, items):
            for inner in items:
                yield from _names(inner)
        case AttributeDef(ident=ident):
            yield ident


def _name_class(said: str) -> NameClass:
    if said.startswith("{"):
        namespace, _, local = said[1:].partition("}")
        return Name(namespace, local)
    return NsName(said)


def _one_of(names: list[NameClass]) -> NameClass:
    return names[0] if len(names) == 1 else NameChoice(tuple(names))


def _prefixed(pattern: Pattern, prefix: str) -> Pattern:
    return rewrite(pattern, lambda inner: Ref(prefix + inner.name) if isinstance(inner, Ref) else inner)


def _said(spec: Spec) -> str:
    return " ".join(part for part in (spec.prose.gloss and f"({spec.prose.gloss})", spec.prose.description) if part)
