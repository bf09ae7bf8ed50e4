"""The four exceptions of the toolkit. What is wrong with a document is a Finding; these end the work on it."""

from __future__ import annotations

from toolkit.model.finding import Finding


class ToolkitError(Exception):
    """Carries one finding: place, code and values of what is wrong. status: the exit status of the command."""

    status = 2

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code, dict(finding.values))
        self.finding = finding


class ConfigError(ToolkitError):
    """The settings, an option or an authority or metadata file cannot be used."""


class InputError(ToolkitError):
    """An input cannot be read: missing, empty, binary, ill-formed."""


class EngineError(ToolkitError):
    """The environment fails: a disk is full, a library is missing, the work was interrupted."""

    status = 3


class InternalError(ToolkitError):
    """The toolkit itself is wrong: it was about to write something invalid, and did not."""

    status = 3
