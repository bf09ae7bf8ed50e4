"""What people read in a package: how to use it, who made it, how it was checked, how far its tags can be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.packagers.header import Application, Tagged
from toolkit.packagers.payload import Package

README = "documentation/README.txt"
HOWTO = "documentation/HOWTO.txt"
VALIDATION = "documentation/validation.txt"
ACCURACY = "documentation/accuracy.txt"
LICENCE = "documentation/LICENCE.txt"
VALIDATE = "documentation/validate.py"
RENDER = "documentation/render.py"
CERTAINTIES = ("high", "medium", "low", "")
REPRESENTATIONS = {
    "tei": "the edition: TEI P5 files, the master from which everything else is made",
    "source": "the texts and authority files that the edition was made from, byte for byte",
    "html": "web pages, made from the TEI",
    "text": "plain text, made from the TEI",
    "pdf": "pages for print, made from the TEI",
    "epub": "e-books, made from the TEI",
    "markdown": "Markdown, made from the TEI",
}


PLACES = (
    ("schemas/", "the rules that the TEI was checked against; xslt/: the stylesheets"),
    ("documentation/", "this file, and:"),
    ("    HOWTO.txt", "how to check and render the package with standard tools"),
    ("    validation.txt", "what the checks said of each file"),
    ("    accuracy.txt", "which tags a machine set, and how sure it was"),
    ("    LICENCE.txt", "by what right the package may be used"),
    ("metadata/", "DataCite, Dublin Core (descriptive) and PREMIS (preservation)"),
    ("METS.xml", "the list of everything (METS 1.12, E-ARK SIP 2.2)"),
    ("ro-crate-metadata.json", "the same for machines that look for data (RO-Crate 1.2)"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """A stylesheet in the payload and the mode in which it begins, as {namespace}name."""

    path: str
    mode: str


@dataclass(frozen=True, slots=True)
class Means:
    """What in the package serves to check and render it again.

    schemas: grammars and rules, paths in the payload. stylesheets: a file to make -> the stylesheets that make it, in
    the order in which they run, each on what the one before it made.
    """

    schemas: tuple[str, ...] = ()
    stylesheets: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)


def readme(package: Package) -> str:
    """What the package is, for a reader without any tool."""
    said = package.description
    rows = (
        ("Title", said.title),
        ("Authors", _names(party.name for party in said.of_role("author"))),
        ("Editors", _names(party.name for party in said.of_role("editor"))),
        ("Translators", _names(party.name for party in said.of_role("translator"))),
        ("Contributors", _names(party.name for party in said.of_role("contributor"))),
        ("Published by", said.publisher),
        ("Languages", _names(said.languages)),
        ("Licence", _names(f"{licence.name} {licence.url}".strip() for licence in said.licences) or said.rights),
        ("Contact", said.contact),
        ("Identifiers", _names(f"{scheme} {value}" for scheme, value in said.identifiers)),
        ("This package", f"urn:uuid:{package.id}"),
        ("Made", f"{package.when:%Y-%m-%d} with {' '.join(package.software)}"),
    )
    lines = [said.title or "TEI edition", "=" * min(len(said.title or "TEI edition"), 72), ""]
    lines += [f"{label}: {value}" for label, value in rows if value]
    if said.description:
        lines += ["", said.description]
    lines += ["", "What is where", "-------------", ""]
    for name in package.representations:
        what = REPRESENTATIONS.get(name, "made from the TEI")
        folder, count = f"representations/{name}/data/", len(package.of(name))
        lines.append(f"{folder:<34}{count} {'file' if count == 1 else 'files'}: {what}")
    lines += [
        *(f"{name:<34}{what}" for name, what in PLACES),
        "",
    ]
    return "\n".join(lines)


def licence_text(package: Package) -> str:
    """By what right the package may be used."""
    said = package.description
    lines = [f"The licence of “{said.title}”", ""]
    lines += [f"{licence.name}\n{licence.url}".strip() for licence in said.licences]
    lines += ["", said.rights] if said.rights and said.rights not in {licence.name for licence in said.licences} else []
    if not said.licences and not said.rights:
        lines.append("The rights are not stated.")
    return "\n".join(lines).strip() + "\n"


def howto(package: Package, means: Means) -> str:
    """How a stranger checks and renders the package again, with standard tools only."""
    first = next(iter(package.of("tei")), None)
    tei = first.path if first else "representations/tei/data/FILE.xml"
    lines = ["How to check and render this package with standard tools", ""]
    if package.layout == "ocfl":
        lines += [
            "inventory.json tells where each file of a version lies; ocfl-object.py writes a version out",
            "(pip install ocfl-py). Run the commands in the folder that holds METS.xml.",
            "",
            "1. Is every file as it was? FOLDER holds inventory.json:",
            "",
            "   ocfl-validate.py FOLDER",
            "",
        ]
    else:
        lines += [
            "Run the commands in the folder that holds METS.xml (data/).",
            "",
            "1. Is every file as it was?",
            "",
            "   cd .. && sha256sum --check --quiet manifest-sha256.txt tagmanifest-sha256.txt && cd data",
            "",
        ]
    grammars = [path for path in means.schemas if path.endswith(".rng")]
    if grammars:
        lines += ["2. Is the TEI valid? Either of the two (lxml: pip install lxml):", ""]
        for grammar in grammars:
            lines += [
                f"   xmllint --huge --noout --relaxng {grammar} {tei}",
                f"   python3 {VALIDATE} {grammar} {tei}",
                "",
            ]
    rules = [path for path in means.schemas if path.endswith(".sch")]
    if rules:
        lines += [
            "   Rules beyond the grammar, in Schematron (ISO/IEC 19757-3):",
            *(f"   {path}" for path in rules),
            "",
        ]
    if means.stylesheets:
        lines += ["3. Render it again. XSLT 3.0; either of the two (saxonche: pip install saxonche):", ""]
        for output, steps in sorted(means.stylesheets.items()):
            chain = " ".join(f"{step.path} '{step.mode}'" for step in steps)
            lines.append(f"   python3 {RENDER} {tei} {output} {chain}")
            last = tei
            for number, step in enumerate(steps, 1):
                target = output if number == len(steps) else f"step-{number}.xml"
                lines.append(f"   java -jar saxon-he.jar -s:{last} -xsl:{step.path} '-im:{step.mode}' -o:{target}")
                last = target
            lines.append("")
    return "\n".join(lines)


def validation_report(schema: str, outcomes: Sequence[tuple[str, Sequence[str]]], allowed: Mapping[str, int]) -> str:
    """What the checks said of each TEI file before packing. outcomes: the path in the package, findings as lines."""
    faulty = sum(1 for _, findings in outcomes if findings)
    lines = [
        "Validation before packing",
        "",
        f"Checked against: {schema}",
        f"Files: {len(outcomes)}; without a finding: {len(outcomes) - faulty}; with findings: {faulty}",
    ]
    if allowed:
        lines.append(
            f"Allowed by the depositor: {', '.join(f'{code} ({n} times)' for code, n in sorted(allowed.items()))}"
        )
    for path, findings in outcomes:
        lines += ["", f"{path}: {'no finding' if not findings else ''}".rstrip()]
        lines += [f"  {finding}" for finding in findings]
    return "\n".join(lines) + "\n"


def accuracy_statement(tagged: Iterable[Tagged], programs: Sequence[Application]) -> str:
    """Which tags are a machine's and how sure it was, counted over all TEI files."""
    names = {program.id: program for program in programs}
    counts: Counter[tuple[str, str, str]] = Counter()
    for row in tagged:
        counts[row.responsible, row.element, row.certainty] += row.count
    machine = sum(n for (who, _, _), n in counts.items() if who in names)
    lines = [
        "How far the tags can be trusted",
        "",
        "A tag with @resp was set by whom or what @resp names; @cert says how sure it was. Tags without @resp are",
        "the structure of the text. No tag that a machine set has been checked by a person unless @resp names one.",
        "",
        f"Tags set by machine: {machine}. Tags set by named persons: {sum(counts.values()) - machine}.",
        "",
        f"{'set by':<24}{'element':<14}{'high':>8}{'medium':>8}{'low':>8}{'unstated':>10}",
    ]
    for who, element in sorted({(who, element) for who, element, _ in counts}):
        numbers = [counts[who, element, certainty] for certainty in CERTAINTIES]
        lines.append(f"{who:<24}{element:<14}{numbers[0]:>8}{numbers[1]:>8}{numbers[2]:>8}{numbers[3]:>10}")
    if programs:
        lines += ["", "The programs:"]
        lines += [f"  {program.id} {program.version}: {program.description or program.name}" for program in programs]
    return "\n".join(lines) + "\n"


def _names(values: Iterable[str]) -> str:
    return "; ".join(values)
