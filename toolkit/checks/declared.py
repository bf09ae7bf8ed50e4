"""What a document says of itself before its text: the schemas it names, and whether this toolkit made it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from xml.parsers import expat

from toolkit.errors import InputError
from toolkit.markup import new_parser, pieces, run, split_name

MAKER = "tei-toolkit"
MODEL = "xml-model"


@dataclass(frozen=True, slots=True)
class Model:
    """A schema that an xml-model instruction names. language: its namespace (schematypens), "" where it is not said."""

    href: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Declared:
    """models: what the xml-model instructions name, in order. by_toolkit: the header names this toolkit as maker."""

    models: tuple[Model, ...] = ()
    by_toolkit: bool = False


class _Enough(Exception):  # noqa: N818 - not an error: the way to stop expat
    """The header has been read."""


def declared(tei: bytes, path: str) -> Declared:
    """Read the prolog and the header; what is wrong with the document is for the checks to say."""
    models: list[Model] = []
    made: list[bool] = []
    parser = new_parser(path)

    def instruction(target: str, data: str) -> None:
        if target == MODEL:
            said = pseudo_attributes(data)
            if said.get("href"):
                models.append(Model(said["href"], said.get("schematypens", "")))

    def start(name: str, attributes: list[str]) -> None:
        if split_name(name)[1] == "application" and MAKER in attributes:
            made.append(True)
        elif split_name(name)[1] == "text":
            raise _Enough

    def end(name: str) -> None:
        if split_name(name)[1] == "teiHeader":
            raise _Enough

    parser.ProcessingInstructionHandler = instruction
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    with suppress(_Enough, InputError):
        run(parser, pieces(tei), path)
    return Declared(tuple(models), bool(made))


def pseudo_attributes(data: str) -> dict[str, str]:
    """The pseudo-attributes of an instruction (Associating Schemas with XML documents, 3); {} where malformed."""
    found: dict[str, str] = {}
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: found.update(attributes)
    with suppress(expat.ExpatError):
        parser.Parse(f"<x {data}/>", True)
    return found
