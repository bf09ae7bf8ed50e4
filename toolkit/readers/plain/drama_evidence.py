"""Evidence: whether lines that may begin speeches are a play, an interview or a hearing. Doubt leaves paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from toolkit.readers.plain.drama_casts import Cast, cast_of
from toolkit.readers.plain.drama_labels import FORM_SCAN, Label, label_of, likely_names, with_parties
from toolkit.readers.plain.drama_words import PRESENT_WORDS, SPOKEN_WORDS
from toolkit.readers.plain.layout import Layout
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import is_rule, keyword_head
from toolkit.readers.plain.stage import end_of_direction

FEWEST, SURE = 4, 6  # labels of a run
FARTHEST = 6000  # characters from one label to the next
BESIDE = 3000  # characters about a run within which a speaker may speak once
LONG_LINE = 75
MOST_LINES = 30  # of a speech, on the average
WORD = re.compile(r"[^\W\d_]+")
PRESENT = frozenset(PRESENT_WORDS.split())
ACTED = re.compile(
    r"^[ \t_*\[(]*(?:(?:act|akt|acte|atto|acto|scene|szene|scène|scena|escena|actus|scoena) (?:the |[ivx]+\b|\d|"
    r"prem|prim|second|de|un|eins)|"
    r"(?:\w+|\d\.) (?:akt|aufzug|auftritt|szene|act|scene)\W*$|dramatis person|(?:personen|personnages|personaggi)\W*$|"
    r"(?:re-?)?enter [a-z_]|exeunt\b|exit\b|(?:the )?curtain\b|(?:der )?vorhang\b|rideau\b|prologue\W*$)",
    re.IGNORECASE | re.MULTILINE,
)
SPEAKING = re.compile(rf"[?!]|(?i:\b(?:{SPOKEN_WORDS})\b)")


@dataclass(frozen=True)
class Script:
    """labels: line -> the label of the speech that begins there. runs: first line, line after the last label's.

    acted: whether it is played on a stage, so that what stands in brackets is done.
    sure: nothing else looks so. cast: the list of its persons.
    """

    labels: Mapping[int, Label]
    runs: Sequence[tuple[int, int]]
    acted: bool
    sure: bool
    cast: Cast | None = None


def script_of(text: str, lines: Sequence[Line], skipped: Collection[int], layout: Layout) -> Script | None:
    """The speeches of a text, or None for one that is not made of any; skipped: lines of notes and page furniture."""
    cased = layout.cased or _tells_names(text)
    scanned = FORM_SCAN[cased].finditer(f"\n{text}")
    found = [(match.start(1) - 1, match.group(1).partition(",")[0].rstrip()) for match in scanned]
    raw = Counter(words for _, words in found)
    names = likely_names(raw, cased=cased)
    if sum(raw[name] for name in names) < FEWEST - 1:
        return None
    starts = [line.start for line in lines]
    likely = [bisect_right(starts, offset) - 1 for offset, words in found if words in names]
    return Evidence(text, lines, skipped, replace(layout, cased=cased)).script(likely)


def _tells_names(text: str) -> bool:
    """Whether capitals tell names though they are many, as in a play of short speeches."""
    sample = text[:20_000]
    low, high = sum(map(str.islower, sample)), sum(map(str.isupper, sample))
    return low >= 0.2 * (low + high) and high >= 0.05 * (low + high)


class Evidence:
    """The lines of one text that may begin speeches."""

    def __init__(self, text: str, lines: Sequence[Line], skipped: Collection[int], layout: Layout) -> None:
        self.text, self.lines, self.skipped, self.layout = text, lines, skipped, layout
        self.listed = range(0)  # lines of a list of the persons
        self.looked_at: dict[int, Label | None] = {}
        self.roles: frozenset[str] = frozenset()  # names that a list of the persons has

    def script(self, likely: Sequence[int]) -> Script | None:
        """The script, if runs of labels hold among the lines that begin with a likely name."""
        candidates = [label for index in likely if (label := self._label(index))]
        forms = Counter(label.form for label in candidates if not label.weak)
        if not any(count >= FEWEST - 1 for count in forms.values()):
            return None
        acted = ACTED.search(self.text) is not None
        cast = cast_of(self.text, self.lines, self.skipped)
        if cast:
            self.roles = cast.names(self.lines)
            self.listed = range(cast.head, cast.last)
            candidates = [label for label in candidates if label.line not in self.listed]
        sure = True
        labels: dict[int, Label] = {}
        runs: list[tuple[int, int]] = []
        for form, count in forms.most_common():
            if count < FEWEST - 1:
                break
            seeds = self._repeated([label for label in candidates if label.form == form and label.line not in labels])
            for cluster in self._clusters(seeds):
                if any(first <= cluster[0].line < last or first <= cluster[-1].line < last for first, last in runs):
                    continue
                if self._holds(cluster, acted=acted) or self._holds(list(self._all(cluster).values()), acted=acted):
                    sure = sure and len(cluster) >= SURE and not _is_doubtful(cluster[0])
                    taken = self._all(cluster)
                    labels |= taken
                    runs.append((min(taken), max(taken) + 1))
        if not runs:
            return None
        return Script(labels if acted else with_parties(labels, self.text), sorted(runs), acted, acted or sure, cast)

    def _label(self, index: int) -> Label | None:
        """The label of a line, where a speech may begin and something is said."""
        if index not in self.looked_at:
            self.looked_at[index] = self._label_at(index)
        return None if index in self.listed else self.looked_at[index]

    def _label_at(self, index: int) -> Label | None:
        if index in self.skipped or not self._apart(index):
            return None
        label = label_of(self.lines[index], index, cased=self.layout.cased)
        if label is None or not self._begins(label) or (label.alone and not self._followed(label)):
            return None
        return label

    def _apart(self, index: int) -> bool:
        """Whether a line may begin anything: what stands before it has ended, or its line end is the author's."""
        line = self.lines[index]
        if index == 0 or not self.layout.width or line.gap or line.page or index - 1 in self.skipped:
            return True
        before = self.lines[index - 1]
        return before.finished or before.text[-1] in "-—–_)]" or self.layout.room(before, line) >= 2

    def _begins(self, label: Label) -> bool:
        """Whether a label of its form may stand on its line; doubtful forms must stand apart."""
        index, line = label.line, self.lines[label.line]
        doubtful = label.form == "title." or (label.form.startswith("low") and label.form != "low:")
        if not doubtful or index == 0 or line.gap or line.page or not self.layout.width or index - 1 in self.skipped:
            return True
        before = self.lines[index - 1]
        return label.form == "title." and (before.finished or before.text[-1] in "-—–_)]")

    def _followed(self, label: Label) -> bool:
        """Whether what is said may stand below a name that has a line to itself."""
        after = label.line + 1
        while after in self.skipped:
            after += 1
        if after >= len(self.lines) or self.lines[after].gap > 2 or after in self.listed:
            return False
        text = self.lines[after].text
        if keyword_head(text) or is_rule(text) or text == self.lines[label.line].text:
            return False
        other = label_of(self.lines[after], after, cased=self.layout.cased)
        return other is None or not other.plain or other.form[:3] != label.form[:3]

    def _repeated(self, labels: Sequence[Label]) -> list[Label]:
        counts = Counter(label.name for label in labels if not label.weak)
        return [label for label in labels if counts[label.name] > 1 or label.name in self.roles]

    def _clusters(self, labels: Sequence[Label]) -> Iterator[list[Label]]:
        """Labels that follow one another closely."""
        cluster: list[Label] = []
        for label in labels:
            if cluster and label.speaker[0] - cluster[-1].speaker[0] > FARTHEST:
                yield cluster
                cluster = []
            cluster.append(label)
        if cluster:
            yield cluster

    def _holds(self, cluster: Sequence[Label], *, acted: bool) -> bool:
        """Whether a cluster of labels is an exchange of speeches."""
        names = [label.name for label in cluster]
        counts = Counter(names)
        if len(cluster) < FEWEST - acted or len(counts) < 2:
            return False
        known = sum(count for name, count in counts.items() if count > 1 or name in self.roles)
        if 2 * known < len(names) or _is_form(names):
            return False
        if sum(a != b for a, b in pairwise(names)) < 0.6 * (len(names) - 1):
            return False
        doubtful = _is_doubtful(cluster[0])
        said = [self._said(a, b.line) for a, b in pairwise([*cluster, cluster[-1]])][:-1]
        said.append(self.text[cluster[-1].body : cluster[-1].body + 300])
        speaking = sum(SPEAKING.search(words) is not None for words in said)
        if speaking < (0.1 if acted and not doubtful else 0.4 if doubtful else 0.3) * len(said):
            return False
        return self._covers(cluster, 0.6 if doubtful else 0.5)

    def _said(self, label: Label, stop: int) -> str:
        """The beginning of what is said."""
        return self.text[label.body : min(label.body + 300, self.lines[stop].start)]

    def _covers(self, cluster: Sequence[Label], share: float) -> bool:
        """Whether speeches are most of what stands between the first label and the last."""
        first, last = cluster[0].line, cluster[-1].line + 1
        if last - first > MOST_LINES * len(cluster):
            return False
        names = {label.name for label in cluster}
        begun = covered = 0
        follows = False  # a name has stood alone
        for index in range(first, last):
            line = self.lines[index]
            if index in self.skipped or index in self.listed:
                continue
            label = self._label(index)
            if label and (label.name in names or label.form == cluster[0].form):
                begun, covered, follows = begun + 1, covered + 1, label.alone
            elif follows:
                follows = False
            elif (line.gap or line.page or self._paragraph(line)) and not self._aside(index):
                begun += 1
        return covered >= share * begun

    def _paragraph(self, line: Line) -> bool:
        """Whether a line is a paragraph where lines are."""
        return not self.layout.width and len(line.text) > LONG_LINE

    def _aside(self, index: int) -> bool:
        """Whether a line is a stage direction, a head or an ornament."""
        text = self.lines[index].text
        if is_rule(text) or keyword_head(text) or (self.layout.cased and text.isupper()):
            return True
        return end_of_direction(self.lines, index, len(self.lines), apart=True) > index

    def _all(self, cluster: Sequence[Label]) -> dict[int, Label]:
        """The labels of a run: those of its form, and those of its names in other forms."""
        names = {label.name for label in cluster}
        form = cluster[0].form
        starts = cluster[0].speaker[0] - BESIDE, cluster[-1].speaker[0] + BESIDE
        first, last = cluster[0].line, cluster[-1].line
        while first > 0 and self.lines[first - 1].start >= starts[0]:
            first -= 1
        while last + 1 < len(self.lines) and self.lines[last + 1].start <= starts[1]:
            last += 1
        alone = 2 * sum(label.alone for label in cluster) > len(cluster)
        found: dict[int, Label] = {}
        for index in range(first, last + 1):
            label = self._label(index)
            if label and (label.name in names or (_alike(label.form, form) and self._once(label, alone=alone))):
                found[index] = label
        present = self._present(found)
        return {index: label for index, label in found.items() if index not in present}

    def _present(self, labels: Mapping[int, Label]) -> set[int]:
        """The lines below a head that only name who is there: "Minna. Die Vorigen."."""
        words = {word for label in labels.values() for word in label.name.split()} | PRESENT
        present = set()
        for index, label in labels.items():
            said = self.text[label.body : self.lines[index].end].casefold()
            named = said and all(word in words for word in WORD.findall(said)) and not set("?!") & set(said)
            if named and index and keyword_head(self.lines[index - 1].text) and index + 1 in labels:
                present.add(index)
        return present

    def _once(self, label: Label, *, alone: bool) -> bool:
        """Whether a label whose name comes but once may be one; alone: whether most have their lines to themselves."""
        if label.form == "title." and label.alone != alone:
            return False
        apart = self.lines[label.line].gap > 0 or self.layout.gap == 0
        return not label.weak and (label.form not in ("title.", "caps") or apart)


def _alike(form: str, other: str) -> bool:
    """Whether two forms are of one play: names in capitals may end with a point or a colon."""
    return form == other or (form == "caps:" and other[-1] in ".:") or (form == "caps." and other == "caps:")


def _is_doubtful(label: Label) -> bool:
    """Whether lines of prose may look like a label: "Silence. Nobody spoke.", a line of capitals."""
    return label.form == "title." or (label.form == "caps" and label.plain)


def _is_form(names: Sequence[str]) -> bool:
    """Whether three or more names come in one order again and again, as the fields of records do."""
    period = len(set(names))
    if period < 3 or len(names) < 3 * period:
        return False
    same = sum(a == b for a, b in zip(names, names[period:], strict=False))
    return same >= 0.85 * (len(names) - period)
