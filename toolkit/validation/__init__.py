"""Validating: paths -> findings, each document by its schema and by the checks of content."""

from toolkit.validation.judge import Judge, Options, Report, check_names
from toolkit.validation.run import validate, validate_files
from toolkit.validation.select import changed_since, documents

__all__ = ["Judge", "Options", "Report", "changed_since", "check_names", "documents", "validate", "validate_files"]
