"""Markup as text: tags, escaped characters, and the processing instructions that keep the record of what was moved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

TARGET = "tei-toolkit"


def escaped(text: str) -> str:
    """Character data."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def start_tag(name: str, attributes: Mapping[str, str]) -> str:
    """A start-tag; attributes without a value are left out."""
    return f"<{name}{written(attributes)}>"


def empty_tag(name: str, attributes: Mapping[str, str]) -> str:
    """The tag of an empty element."""
    return f"<{name}{written(attributes)}/>"


def element(name: str, text: str, **attributes: str) -> str:
    """An element that holds text only, or nothing at all where the text is empty; `xml_id` is written xml:id."""
    if not text:
        return ""
    named = {key.replace("xml_", "xml:").rstrip("_"): value for key, value in attributes.items()}
    return f"{start_tag(name, named)}{escaped(text)}</{name}>"


def written(attributes: Mapping[str, str]) -> str:
    """Attributes as they stand in a tag."""
    return "".join([f' {name}="{_value(value)}"' for name, value in attributes.items() if value])


@lru_cache(maxsize=1 << 12)
def _value(value: str) -> str:
    """An attribute's value; white space other than a space would be read back as a space (XML 1.0, 3.3.3)."""
    return escaped(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def record(what: str, value: str) -> str:
    """A processing instruction for what is not here: characters omitted, or a note that was moved to its anchor.

    The value is a JSON string (RFC 8259), so that characters XML forbids can be told; ">" is escaped, for "?>" ends it.
    """
    return f"<?{TARGET} {what}={json.dumps(value, ensure_ascii=False).replace('>', chr(92) + 'u003e')}?>"


def recorded(data: str) -> tuple[str, str]:
    """What `record` wrote in the data of a processing instruction: ("omitted", "_"); ("", "") where it is another's."""
    what, _, value = data.partition("=")
    try:
        text = json.loads(value)
    except ValueError:
        return "", ""
    return (what, text) if what in ("omitted", "moved") and isinstance(text, str) else ("", "")
