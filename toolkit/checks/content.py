"""The checks of content as one checker: a document is read once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from toolkit.checks.dates import check_dates
from toolkit.checks.links import check_ids, check_instructions, check_persons, check_pointers
from toolkit.checks.scan import Scan, scan
from toolkit.errors import InputError
from toolkit.model.finding import Finding

CHECKS: Mapping[str, Callable[[Scan], Iterator[Finding]]] = {
    "ids": check_ids,
    "links": check_pointers,
    "dates": check_dates,
    "persons": check_persons,
    "instructions": check_instructions,
}


class ContentChecker:
    """What a grammar cannot say: ids, links, dates, persons, the toolkit's own processing instructions.

    checks: keys of CHECKS.
    """

    name = "content"

    def __init__(self, checks: Iterable[str] = CHECKS) -> None:
        self.checks = tuple(checks)

    def check(self, tei: bytes, path: str) -> list[Finding]:
        """The findings in the order of the document; an ill-formed document has that one finding."""
        try:
            return self.judge(scan(tei, path))
        except InputError as error:
            return [error.finding]

    def judge(self, found: Scan) -> list[Finding]:
        """The findings about a document that has been read."""
        return sorted(finding for check in self.checks for finding in CHECKS[check](found))
