"""tei explain: the catalogue's entry for a code."""

from __future__ import annotations

from typing import Annotated

import typer


def explain(
    code: Annotated[str, typer.Argument(metavar="[CODE]", help="A code, as it stands before a message.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="The entry as JSON.")] = False,
) -> None:
    """Explain a code: what it means, why it matters, an example that earns it and one that does not."""
    from dataclasses import asdict
    from difflib import get_close_matches

    from toolkit.codes import catalogue
    from toolkit.errors import ConfigError
    from toolkit.model.finding import Finding

    entries = catalogue()
    wanted = [entries[code.upper()]] if code.upper() in entries else [] if code else list(entries.values())
    if not wanted:
        near = get_close_matches(code.upper(), entries, n=1)
        raise ConfigError(Finding("tei", 0, 0, "C011", {"value": code, "example": near[0] if near else "T101"}))
    if as_json:
        import json

        typer.echo(json.dumps([asdict(entry) for entry in wanted], ensure_ascii=False, indent=2))
    elif not code:
        typer.echo("\n".join(f"{entry.code}  {entry.level.value:7}  {entry.title}" for entry in wanted))
    else:
        entry = wanted[0]
        typer.echo(
            f"{entry.code} ({entry.level.value}, since {entry.since}): {entry.title}\n\n"
            f"Says:    {entry.message}\nRemedy:  {entry.hint}\nWhy:     {entry.why}\n"
            f"Earns it: {entry.bad}\nMends it: {entry.good}"
        )
