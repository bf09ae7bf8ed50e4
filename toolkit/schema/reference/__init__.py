"""The reference page of a customisation: what may stand where, for people who encode."""

from toolkit.schema.reference.page import write_reference

__all__ = ["write_reference"]
