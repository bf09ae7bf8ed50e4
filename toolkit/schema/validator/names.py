"""Name classes (RELAX NG, 3): the names that a pattern admits. A name is "namespace}local" or "local"."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.markup import SEPARATOR, split_name


@dataclass(frozen=True, slots=True)
class Name:
    """One name."""

    key: str

    def contains(self, name: str) -> bool:
        return name == self.key


@dataclass(frozen=True, slots=True)
class AnyName:
    """Every name but those of `exception`."""

    exception: NameClass | None = None

    def contains(self, name: str) -> bool:
        return self.exception is None or not self.exception.contains(name)


@dataclass(frozen=True, slots=True)
class NamespaceName:
    """Every name of a namespace but those of `exception`."""

    namespace: str
    exception: NameClass | None = None

    def contains(self, name: str) -> bool:
        inside = split_name(name)[0] == self.namespace
        return inside and (self.exception is None or not self.exception.contains(name))


@dataclass(frozen=True, slots=True)
class NameChoice:
    """Any name of several classes."""

    classes: tuple[NameClass, ...]

    def contains(self, name: str) -> bool:
        return any(one.contains(name) for one in self.classes)


NameClass = Name | AnyName | NamespaceName | NameChoice


def expanded(namespace: str, local: str) -> str:
    """The name as expat writes it."""
    return f"{namespace}{SEPARATOR}{local}" if namespace else local


def listed(names: NameClass) -> tuple[str, ...]:
    """The single names of a class, without its wildcards."""
    if isinstance(names, Name):
        return (names.key,)
    if isinstance(names, NameChoice):
        return tuple(name for one in names.classes for name in listed(one))
    return ()


def has_wildcard(names: NameClass) -> bool:
    """Whether a class admits more than the names it lists."""
    if isinstance(names, NameChoice):
        return any(has_wildcard(one) for one in names.classes)
    return not isinstance(names, Name)
