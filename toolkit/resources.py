"""Where the data that travels with the package lies: stylesheets and schemas, in a wheel and in a checkout alike."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource(folder: str) -> Path:
    """The folder "xslt" or "schemas": inside the installed package, or beside it in a checkout.

    Raises FileNotFoundError where neither holds it.
    """
    for root in (PACKAGE, PACKAGE.parent):
        path = root / folder
        if path.is_dir():
            return path
    raise FileNotFoundError(f"the installation lacks its folder {folder!r}")
