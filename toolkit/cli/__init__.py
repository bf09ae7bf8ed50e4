"""The command line: one command per facade verb, each in a module of its own.

Modules of commands import typer only; what works is imported when its command runs, so that `tei --help` is quick.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from collections.abc import Callable

import typer

from toolkit.cli import authority, encode, evaluate, explain, package, render, schema, validate, verify
from toolkit.errors import EngineError, InternalError, ToolkitError
from toolkit.files import FULL
from toolkit.model.finding import Finding
from toolkit.version import __version__

app = typer.Typer(
    name="tei",
    help="From plain text to a TEI edition: encode, verify, validate, render, package.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tei-toolkit {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """From plain text to a TEI edition: encode, verify, validate, render, package."""


app.command("encode")(encode.encode)
app.command("verify")(verify.verify)
app.command("validate")(validate.validate)
app.command("render")(render.render)
app.command("package")(package.package)
app.command("evaluate")(evaluate.evaluate)
app.add_typer(schema.app, name="schema")
app.command("authority")(authority.authority)
app.command("explain")(explain.explain)


def main() -> None:
    """Run the command line; every failure is one line and an exit status."""
    # A document is many small values and no cycles: looking for cycles often would cost a tenth of the time.
    gc.set_threshold(100_000, 20, 20)
    if isinstance(sys.stdout, io.TextIOWrapper):  # a file's name may be no text; in JSON this is an escape, too
        sys.stdout.reconfigure(errors="backslashreplace")
    for sign in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, sign):  # Windows knows no hangup
            signal.signal(getattr(signal, sign), _interrupted)
    raise SystemExit(status_of(app))


def _interrupted(sign: int, frame: object) -> None:
    raise EngineError(Finding("tei", 0, 0, "C007"))


def status_of(command: Callable[[], object]) -> int:
    """Run `command` and return its exit status, failures told on standard error."""
    try:
        command()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (MemoryError, OSError, ToolkitError) as error:
        return _told(_as_toolkit_error(error))
    except Exception as error:
        if os.environ.get("TEI_DEBUG"):
            raise
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        return _told(InternalError(Finding("tei", 0, 0, "C015", {"reason": said})))
    return 0


def _as_toolkit_error(error: BaseException) -> ToolkitError:
    if isinstance(error, ToolkitError):
        return error
    if isinstance(error, MemoryError):
        return EngineError(Finding("tei", 0, 0, "C014"))
    if isinstance(error, OSError) and error.errno in FULL:
        return EngineError(Finding(str(error.filename or "tei"), 0, 0, "C006"))
    return InternalError(Finding("tei", 0, 0, "C015", {"reason": f"{type(error).__name__}: {error}".splitlines()[0]}))


def _told(error: ToolkitError) -> int:
    from toolkit.cli.each import tell

    tell([error.finding])
    return error.status
