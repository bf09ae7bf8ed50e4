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
    """The file of a schema: a built-in one by its name ("tei_all", "tei_all.sch"), or the file itself.

    Raises ConfigError (V091) where it is missing.
    """
    name = f"{schema}.rng" if schema in BUILT_IN else schema.removesuffix(RULES)
    path = Path(name)
    if schema in BUILT_IN or (path.stem in BUILT_IN and not path.is_file()):
        path = resource("schemas") / path.name
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        raise ConfigError(Finding(schema, 0, 0, "V091", {"schema": schema}))
    return path


def checker(schema: str, engine: str = "auto", *, fragment: bool = False) -> Checker:
    """The checker for a schema ("toolkit", "tei_all", a file, "FILE#schematron" for the rules in a grammar or ODD).

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

    if path.suffix.lower() != ".odd":
        return SchematronChecker(path)
    from toolkit.schema.compile import read_odd, to_schematron

    return SchematronChecker(path, to_schematron(read_odd(path).schema))


def _xsd(path: Path) -> Checker:
    from toolkit.schema.validator.xsd import XsdChecker

    return XsdChecker(path)


def _grammar(path: Path, engine: str, fragment: bool) -> Checker:
    from toolkit.schema.validator.engine import Validator
    from toolkit.schema.validator.load_rng import load_rng

    ours = path.parent == resource("schemas")
    if path.suffix.lower() == ".odd":
        from toolkit.schema.compile import read_odd, to_relaxng

        grammar, ours = to_relaxng(read_odd(path).schema), True
    else:
        grammar = read_file(path)
    schema = load_rng(grammar, path)
    own = Validator(schema.any_root() if fragment else schema)
    if engine != "lxml" or fragment:
        return own
    from toolkit.schema.validator.fast import FastValidator

    return FastValidator(grammar, own, ours=ours)
