"""Coverage: which element of TEI P5 is rendered by which module of the view, and which sample shows it.

`make coverage` prints one line for each element of schemas/p5.facts: the modules of xslt/view/ whose templates name it,
the samples of tests/renderers/data/ in which it stands, and "UNHANDLED" where the view only has its fallback (X101).
The exit status is 1 where an element is unhandled.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from lxml import etree

from toolkit.renderers.options import Options
from toolkit.renderers.sheets import view_of
from toolkit.resources import resource

TEI = "http://www.tei-c.org/ns/1.0"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
SAMPLES = Path(__file__).parent.parent / "tests" / "renderers" / "data"
MODES = frozenset({"v:view", "v:data", "v:document", "v:about"})
# Roots and wrappers that cannot stand inside a text.
ROOTS = frozenset({"TEI", "teiHeader", "text", "sourceDoc", "facsimile", "standOff"})


def p5_elements() -> dict[str, tuple[str, str]]:
    """Each element of P5: its module and its namespace."""
    facts = (resource("schemas") / "p5.facts").read_text("utf-8")
    found = {}
    for match in re.finditer(r"^E ([A-Za-z0-9]+)(?:\{([^}]*)\})? ([a-z0-9-]+)", facts, re.MULTILINE):
        found[match[1]] = (match[3], match[2] or TEI)
    return found


def modules_by_element() -> dict[str, set[str]]:
    """The modules of the view whose match patterns name an element."""
    named: dict[str, set[str]] = defaultdict(set)
    for file in sorted((resource("xslt") / "view").glob("*.xsl")):
        for template in etree.parse(file).iter(f"{XSL}template"):
            if MODES & set(template.get("mode", "").split()):
                for name in matched(template.get("match", "")):
                    named[name].add(file.stem)
    return named


def matched(pattern: str) -> set[str]:
    """The names of the elements that a pattern matches: the last step of each alternative, without predicates."""
    depth, bare = 0, ""
    for character in pattern:
        depth += {"[": 1, "]": -1}.get(character, 0)
        bare += character if depth == 0 and character != "]" else ""
    steps = (alternative.strip().rsplit("/", 1)[-1] for alternative in bare.split("|"))
    return {step.rsplit(":", 1)[-1] for step in steps if re.fullmatch(r"[\w:.-]+", step)}


def samples_by_element() -> dict[str, set[str]]:
    """The samples in which each element stands."""
    found: dict[str, set[str]] = defaultdict(set)
    for file in sorted(SAMPLES.glob("*.xml")):
        for element in etree.parse(file, etree.XMLParser(collect_ids=False)).iter("{*}*"):
            found[etree.QName(element).localname].add(file.stem)
    return found


def is_handled(name: str, namespace: str) -> bool:
    """Whether the view renders the element without its fallback."""
    element = f'<{name} xmlns="{namespace}">word</{name}>'
    if name in ROOTS:
        document = f'<TEI xmlns="{TEI}">{element if name != "TEI" else ""}</TEI>'
    elif name == "teiCorpus":
        document = f'<teiCorpus xmlns="{TEI}"/>'
    else:
        document = f'<TEI xmlns="{TEI}"><text><body>{element}</body></text></TEI>'
    _, findings = view_of(document.encode(), name, Options())
    return not findings


def main() -> int:
    """Print the table."""
    named, shown = modules_by_element(), samples_by_element()
    unhandled = 0
    elements = p5_elements()
    for name, (module, namespace) in sorted(elements.items()):
        handled = is_handled(name, namespace)
        unhandled += not handled
        by = ", ".join(sorted(named.get(name, ()))) or "-"
        samples = ", ".join(sorted(shown.get(name, ()))) or "-"
        sys.stdout.write(f"{name:20} {module:16} {by:32} {samples}{'' if handled else '  UNHANDLED'}\n")
    sampled = sum(name in shown for name in elements)
    sys.stdout.write(f"{len(elements)} elements, {unhandled} unhandled, {sampled} in the samples\n")
    return 1 if unhandled else 0


if __name__ == "__main__":
    sys.exit(main())
