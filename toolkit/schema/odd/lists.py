"""Closed lists of values, and what the TEI Stylesheets make of some.

Where TEI's own specification of an element changes an attribute of its class (list/@type), and a customisation changes
it once more with a list of values to add or put in place, the Stylesheets lose that list: any value is then valid
(TEIC/Stylesheets issue 699). Here the list holds. To compare verdicts with theirs, it can be lost as they lose it.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from toolkit.schema.specs import AttributeDef, AttributeItem, Mode, Spec


class Lists(StrEnum):
    """What becomes of such a list."""

    KEPT = "kept"
    LOST = "lost"


def lose_lists(before: Spec, change: Spec, after: Spec) -> Spec:
    """The specification `after` a change, without the lists that the Stylesheets would lose of it."""
    inherited = {item.ident for item in _changes(before)}
    listed = {item.ident for item in _changes(change) if item.values and item.values.mode is not Mode.CHANGE}
    return replace(after, attributes=tuple(_without(item, inherited & listed) for item in after.attributes))


def _changes(spec: Spec) -> list[AttributeDef]:
    return [item for item in spec.attributes if isinstance(item, AttributeDef) and item.mode is Mode.CHANGE]


def _without(item: AttributeItem, idents: set[str]) -> AttributeItem:
    return replace(item, values=None) if isinstance(item, AttributeDef) and item.ident in idents else item
