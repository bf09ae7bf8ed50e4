"""A schema by its name or file -> the checker that judges documents by it."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import ConfigError, EngineError, InputError
from toolkit.files import read_file
from toolkit.model.finding import Finding
from toolkit.model.ports import Checker
from toolkit.resources import resource

BUILT_IN = ("toolkit", "tei_all")
SUFFIXES = (".rng", ".rnc", ".xsd", ".odd", ".sch")
RULES = "#schematron"
ENGINES = ("auto", "own", "lxml")


def schema_path(schema: str) -> Path:
    """The file of a schema: a built-in one by its name, or the file itself; raises ConfigError (V091) if missing."""
    path = resource("schemas") / f"{schema}.rng" if schema in BUILT_IN else Path(schema.removesuffix(RULES))
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        raise ConfigError(Finding(schema, 0, 0, "V091", {"schema": schema}))
    return path


def checker(schema: str, engine: str = "auto", *, fragment: bool = False) -> Checker:
    """The checker for a schema ("toolkit", "tei_all" or a file; "FILE#schematron" for the rules inside a grammar).

    engine: "own", "lxml", or "auto" for our own. fragment: any element of the grammar may be the root.
    Raises ConfigError where the schema or engine is not known, EngineError where the schema is broken.
    """
    if engine not in ENGINES:
        values = {"option": "--engine", "value": engine, "choices": ", ".join(ENGINES)}
        raise ConfigError(Finding("tei", 0, 0, "C009", values))
    path = schema_path(schema)
    try:
        if schema.endswith(RULES) or path.suffix.lower() == ".sch":
            return _schematron(path)
        return _xsd(path) if path.suffix.lower() == ".xsd" else _grammar(path, engine, fragment)
    except InputError as error:
        raise EngineError(error.finding) from None


def _schematron(path: Path) -> Checker:
    from toolkit.schema.schematron_run import SchematronChecker

    return SchematronChecker(path)


def _xsd(path: Path) -> Checker:
    from toolkit.schema.validator.xsd import XsdChecker

    return XsdChecker(path)


def _grammar(path: Path, engine: str, fragment: bool) -> Checker:
    from toolkit.schema.validator.engine import Validator
    from toolkit.schema.validator.load_rng import load_rng

    ours = path.parent == resource("schemas")
    grammar = read_file(path)
    if path.suffix.lower() == ".odd":
        grammar, ours = _compiled(grammar, path), True
    schema = load_rng(grammar, path)
    own = Validator(schema.any_root() if fragment else schema)
    if engine != "lxml" or fragment:
        return own
    from toolkit.schema.validator.fast import FastValidator

    return FastValidator(grammar, own, ours=ours)


def _compiled(odd: bytes, path: Path) -> bytes:
    """The RELAX NG of a customisation."""
    from toolkit.schema.odd.customise import customise
    from toolkit.schema.patterns import compile_schema
    from toolkit.schema.relaxng import write_relaxng

    return write_relaxng(compile_schema(customise(odd, path).schema))
