"""W3C XML Schema 1.0 from a grammar: it accepts all that the grammar accepts, and lists what it cannot say."""

from toolkit.schema.xsd.document import write_xsd

__all__ = ["write_xsd"]
