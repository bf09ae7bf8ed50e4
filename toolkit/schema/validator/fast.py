"""The verdict by libxml2, the explanation by our own engine.

libxml2 takes minutes over some grammars. One that this project wrote loads in a second; any other is tried in a process
of its own first, and where that takes too long our own engine gives the verdict too.
"""

from __future__ import annotations

import subprocess
import sys

from lxml import etree

from toolkit.errors import EngineError
from toolkit.model.finding import Finding
from toolkit.schema.validator.engine import Validator

PATIENCE = 10.0  # seconds
TRIAL = "import sys; from lxml import etree; etree.RelaxNG(etree.fromstring(sys.stdin.buffer.read()))"


class FastValidator:
    """Judges documents as `explaining` does. ours: this project wrote the grammar, libxml2 need not be tried first.

    Raises EngineError (V090) where libxml2 refuses the grammar.
    """

    name = "grammar"

    def __init__(self, grammar: bytes, explaining: Validator, *, ours: bool) -> None:
        self.explaining = explaining
        self.relaxng: etree.RelaxNG | None = None
        if not ours and not _loads_in_time(grammar):
            return
        try:
            self.relaxng = etree.RelaxNG(etree.fromstring(grammar))
        except (etree.RelaxNGParseError, etree.XMLSyntaxError) as error:
            reason = str(error).splitlines()[0]
            raise EngineError(Finding(explaining.schema.path, 0, 0, "V090", {"reason": reason})) from None

    def check(self, tei: bytes, path: str) -> list[Finding]:
        """What is wrong with a document, by its places."""
        return [] if self._accepts(tei) else self.explaining.check(tei, path)

    def _accepts(self, tei: bytes) -> bool:
        """Whether libxml2 finds the document valid; False also where it is not asked: DTDs are our engine's affair."""
        if self.relaxng is None:
            return False
        parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False, load_dtd=False)
        try:
            root = etree.fromstring(tei, parser)
        except etree.XMLSyntaxError:
            return False
        return root.getroottree().docinfo.internalDTD is None and bool(self.relaxng.validate(root))


def _loads_in_time(grammar: bytes) -> bool:
    try:
        subprocess.run([sys.executable, "-c", TRIAL], input=grammar, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return False
    return True
