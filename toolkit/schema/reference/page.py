"""The reference page: one HTML file, no scripts, readable on paper and in the dark (WCAG 2.2 AA)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from toolkit.schema.attributes import Held, Resolver
from toolkit.schema.grammar import NOT_ALLOWED
from toolkit.schema.patterns import compile_schema
from toolkit.schema.reference.relations import Content, contents, parents
from toolkit.schema.reference.wording import content_in_words, datatype_in_words
from toolkit.schema.specs import Kind, Schema, Spec

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --soft: #595959; --line: #c4c4c4;
  --link: #0b5394; --code: #f3f3f3 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --paper: #161616; --soft: #b0b0b0; --line: #4a4a4a; --link: #8ab8ee; --code: #242424 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 72rem; padding: 1rem 1.5rem 4rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif }
a { color: var(--link) } a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
code, .formula, section a, .names a { font-family: ui-monospace, monospace; font-size: .92em }
.formula { background: var(--code); padding: .5rem .75rem; overflow-wrap: anywhere }
section.spec { border-top: 1px solid var(--line); padding-top: .75rem; margin-top: 2rem }
h3 { margin: 0 0 .25rem } .gloss { color: var(--soft); font-weight: normal }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 } caption { text-align: start; font-weight: 600 }
th, td { text-align: start; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line) }
.scroll { overflow-x: auto } dt { font-weight: 600; margin-top: .5rem } dd { margin: 0 }
.names { columns: 11rem; padding: 0; list-style: none } .soft { color: var(--soft) }
.skip { position: absolute; left: -99rem } .skip:focus { position: static }
li, dd, td { overflow-wrap: anywhere } nav li, .names li { padding: .1rem 0 }
@media print { nav, .skip { display: none } section.spec { break-inside: avoid-page } a { color: inherit } }
"""


def write_reference(schema: Schema) -> bytes:
    """The reference page of a schema."""
    return ("\n".join(_Page(schema).lines()) + "\n").encode()


class _Page:
    """Writes the page; links lead to what it has, and only there."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.grammar = compile_schema(schema)
        self.resolver = Resolver(schema)
        self.inherited = _inherited(schema)
        self.contents = contents(self.grammar)
        self.parents = parents(self.contents)
        self.by_kind = {kind: sorted(self.of_kind(kind), key=lambda spec: spec.ident.lower()) for kind in Kind}
        self.shown = {spec.ident for specs in self.by_kind.values() for spec in specs}

    def of_kind(self, kind: Kind) -> Iterator[Spec]:
        """The specifications of a kind; of classes, macros and datatypes those that an element has a use for."""
        for spec in self.schema.specs.values():
            if spec.kind is kind and self.is_used(spec):
                yield spec

    def is_used(self, spec: Spec) -> bool:
        match spec.kind:
            case Kind.ELEMENT:
                return True
            case Kind.ATTRIBUTES:
                return spec.ident in self.inherited and bool(self.resolver.of(spec).held)
            case _:
                return self.grammar.defines.get(self.schema.prefix + spec.ident, NOT_ALLOWED) != NOT_ALLOWED

    def lines(self) -> Iterator[str]:
        title = escape(self.schema.title or self.schema.ident)
        yield "<!DOCTYPE html>"
        yield '<html lang="en">'
        yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{title}: reference</title><style>{STYLE}</style></head>"
        yield '<body><a class="skip" href="#main">Skip to the elements</a>'
        yield f"<header><h1>{title}</h1>{self.summary()}</header>"
        yield from self.navigation()
        yield '<main id="main">'
        for kind, heading in HEADINGS.items():
            if self.by_kind[kind]:
                yield f'<h2 id="{_slug(kind)}">{heading}</h2>'
                for spec in self.by_kind[kind]:
                    yield from self.spec(spec)
        yield "</main></body></html>"

    def summary(self) -> str:
        counts = {kind: len(specs) for kind, specs in self.by_kind.items()}
        roots = ", ".join(self.link(ident) for ident in self.schema.roots)
        release = f" It rests on TEI P5 {escape(self.schema.release)}." if self.schema.release else ""
        return (
            f"<p>The customisation <code>{escape(self.schema.ident)}</code> of TEI has {counts[Kind.ELEMENT]} elements "
            f"in {counts[Kind.MODEL]} model classes. A document starts with {roots}.{release}</p>"
        )

    def navigation(self) -> Iterator[str]:
        yield '<nav aria-label="Contents"><h2>Contents</h2>'
        for kind, heading in HEADINGS.items():
            if self.by_kind[kind]:
                opened = " open" if kind is Kind.ELEMENT else ""
                yield f"<details{opened}><summary>{heading} ({len(self.by_kind[kind])})</summary>"
                yield self.names(spec.ident for spec in self.by_kind[kind])
                yield "</details>"
        yield "</nav>"

    def names(self, idents: Iterable[str]) -> str:
        items = "".join(f"<li>{self.link(ident)}</li>" for ident in idents)
        return f'<ul class="names">{items}</ul>'

    def link(self, ident: str) -> str:
        """An ident, as a link where the page has it."""
        spec = self.schema.specs.get(ident)
        said = escape(spec.name or ident if spec else ident)
        return f'<a href="#{escape(ident)}">{said}</a>' if ident in self.shown else f"<code>{said}</code>"

    def spec(self, spec: Spec) -> Iterator[str]:
        gloss = f' <span class="gloss">({escape(spec.prose.gloss)})</span>' if spec.prose.gloss else ""
        name = escape(spec.name or spec.ident)
        shown = f"&lt;{name}&gt;" if spec.kind is Kind.ELEMENT else name
        yield f'<section class="spec" id="{escape(spec.ident)}"><h3><code>{shown}</code>{gloss}</h3>'
        if spec.prose.description:
            yield f"<p>{escape(spec.prose.description)}</p>"
        yield "<dl>"
        yield from self.facts(spec)
        yield "</dl>"
        if spec.kind in (Kind.ELEMENT, Kind.ATTRIBUTES):
            yield from self.attributes(spec)
        yield "</section>"

    def facts(self, spec: Spec) -> Iterator[str]:
        """What is to be said of a specification in a list of terms."""
        yield f"<dt>Module</dt><dd>{escape(spec.module)}</dd>"
        if spec.namespace:
            yield f"<dt>Namespace</dt><dd><code>{escape(spec.namespace)}</code></dd>"
        classes = [key for key in spec.classes if key in self.schema.specs]
        if classes:
            yield f"<dt>Member of</dt><dd>{', '.join(self.link(key) for key in classes)}</dd>"
        match spec.kind:
            case Kind.ELEMENT:
                yield from self.element_facts(spec)
            case Kind.MODEL | Kind.ATTRIBUTES:
                members = [one.ident for one in self.schema.specs.values() if spec.ident in one.classes]
                said = ", ".join(self.link(ident) for ident in members) or '<span class="soft">none</span>'
                yield f"<dt>Members</dt><dd>{said}</dd>"
            case _:
                yield f'<dt>Content</dt><dd class="formula">{escape(content_in_words(spec.content))}</dd>'

    def element_facts(self, spec: Spec) -> Iterator[str]:
        name = self.schema.prefix + spec.ident
        held = self.contents.get(name)
        if held is None:
            return
        yield f"<dt>May stand in</dt><dd>{self.listed(self.parents.get(name, ()), spec)}</dd>"
        yield f"<dt>May hold</dt><dd>{self.held(held)}</dd>"
        if spec.content is not None:
            yield f'<dt>Content model</dt><dd class="formula">{escape(content_in_words(spec.content))}</dd>'
        for constraint in spec.constraints:
            if constraint.prose.description:
                yield f"<dt>Rule</dt><dd>{escape(constraint.prose.description)}</dd>"

    def listed(self, defines: tuple[str, ...], spec: Spec) -> str:
        places = [self.by_module(defines)] if defines else []
        if spec.ident in self.schema.roots:
            places.append("a document starts with it")
        return "; ".join(places) or "nothing in this customisation"

    def held(self, content: Content) -> str:
        parts = ["text"] if content.text else []
        parts += ["elements of other languages"] if content.others else []
        said = " and ".join(parts)
        elements = self.by_module(content.elements) if content.elements else ""
        return "; ".join(part for part in (said, elements) if part) or "nothing: it is empty"

    def by_module(self, defines: Iterable[str]) -> str:
        """Elements, module by module."""
        modules: dict[str, list[str]] = {}
        for define in defines:
            ident = define.removeprefix(self.schema.prefix)
            modules.setdefault(self.schema.specs[ident].module, []).append(ident)
        said = "; ".join(
            f'<span class="soft">{escape(module)}:</span> {" ".join(self.link(ident) for ident in idents)}'
            for module, idents in sorted(modules.items())
        )
        count = sum(len(idents) for idents in modules.values())
        return f"<details><summary>{count} elements</summary>{said}</details>" if count > MANY else said

    def attributes(self, spec: Spec) -> Iterator[str]:
        held = self.resolver.of(spec).held
        if not held:
            return
        name = escape(spec.name or spec.ident)
        yield f'<div class="scroll"><table><caption>Attributes of <code>{name}</code></caption><thead><tr>'
        yield '<th scope="col">Attribute</th><th scope="col">Value</th><th scope="col">From</th></tr></thead><tbody>'
        for ident in sorted(held, key=str.lower):
            yield self.attribute(held[ident], spec)
        yield "</tbody></table></div>"

    def attribute(self, held: Held, spec: Spec) -> str:
        attribute = held.attribute
        required = {"req": " <strong>required</strong>", "rec": " recommended"}.get(attribute.usage, "")
        about = " ".join(part for part in (attribute.prose.gloss, attribute.prose.description) if part)
        value = escape(datatype_in_words(attribute))
        if attribute.values and attribute.values.items:
            start = {"closed": "one of: ", "semi": "for instance: "}.get(attribute.values.kind, "for example: ")
            value = f"{value}; " if value and attribute.values.kind != "closed" else ""
            value += start + ", ".join(
                self.value(item.name or item.ident, item.prose.description or item.prose.gloss)
                for item in attribute.values.items
            )
        if attribute.default is not None:
            value += f"; if not said: <code>{escape(attribute.default)}</code>"
        origin = "itself" if held.owner == spec.ident else self.link(held.owner)
        said = f"<br>{escape(about)}" if about else ""
        name = escape(attribute.name or attribute.ident)
        return f'<tr><th scope="row"><code>{name}</code>{required}</th><td>{value}{said}</td><td>{origin}</td></tr>'

    def value(self, name: str, about: str) -> str:
        return f"<code>{escape(name)}</code>" + (f" ({escape(about)})" if about else "")


MANY = 12  # longer lists are folded
HEADINGS = {
    Kind.ELEMENT: "Elements",
    Kind.MODEL: "Model classes",
    Kind.ATTRIBUTES: "Attribute classes",
    Kind.MACRO: "Macros",
    Kind.DATA: "Datatypes",
}


def _inherited(schema: Schema) -> set[str]:
    """The classes that elements are members of, directly or through others."""
    found: set[str] = set()
    waiting = [key for spec in schema.specs.values() if spec.kind is Kind.ELEMENT for key in spec.classes]
    while waiting:
        key = waiting.pop()
        if key in schema.specs and key not in found:
            found.add(key)
            waiting += schema.specs[key].classes
    return found


def _slug(kind: Kind) -> str:
    return HEADINGS[kind].lower().replace(" ", "-")
