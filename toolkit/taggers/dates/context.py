"""What is known where an expression stands: when the text speaks, and of which dates it spoke before."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.taggers.dates.days import Interval, Moment

MEMORY = 5  # mentions that tell a leap aside from a turn of the text


class Mention(NamedTuple):
    """A date that the text spoke of. opening: it stands at the head of its sentence."""

    moment: Moment
    opening: bool = False


class Context(NamedTuple):
    """What is known where an expression stands.

    spoken: the day of speaking or writing, None where the text does not tell.
    mentions: the dates last spoken of, the latest first. near: the latest stands in the same sentence.
    day, month, quarter: the last one of that precision. tense: 1 where the clause looks ahead, -1 where it looks back.
    """

    spoken: Moment | None = None
    mentions: tuple[Mention, ...] = ()
    near: bool = False
    day: Moment | None = None
    month: Moment | None = None
    quarter: Moment | None = None
    tense: int = 0

    @property
    def latest(self) -> Moment | None:
        """The date last spoken of."""
        return self.mentions[0].moment if self.mentions else None

    @property
    def text(self) -> Moment | None:
        """The date that the text is about: the one last spoken of, unless that was a remark aside.

        A lone leap to another year is taken for a remark, and the next sentence goes on from where the text was before.
        """
        if not self.mentions:
            return None
        latest, *others = self.mentions
        if self.near or latest.opening or not others:
            return latest.moment
        leap = 1 if latest.moment.month else 0
        if any(abs(latest.moment.year - other.moment.year) <= leap for other in others):
            return latest.moment
        return others[0].moment

    @property
    def reference(self) -> Moment | None:
        """The date to which one without a year is next.

        A letter or a report of the day speaks of its own time, unless its sentence has just named another.
        """
        text = self.text
        if text is None or self.spoken is None:
            return text or self.spoken
        if self.tense > 0 and not (self.near and text.year >= self.spoken.year):
            return self.spoken
        return text if self.near or self._tells_of_the_past(self.spoken.year) else self.spoken

    def _tells_of_the_past(self, now: int) -> bool:
        """Whether the text dwells on another time than its own; a year named in passing is no such sign."""
        latest, *others = self.mentions
        return latest.moment.year < now - 1 and (latest.opening or (bool(others) and others[0].moment.year < now - 1))

    def within(self, near: bool, tense: int) -> Context:
        """The context in a sentence: whether it is that of the date last spoken of, and where its clause looks."""
        if near == self.near and tense == self.tense:
            return self
        return Context(self.spoken, self.mentions, near, self.day, self.month, self.quarter, tense)

    def after(self, interval: Interval, opening: bool = False) -> Context:
        """The context after a date has been spoken of."""
        moment = interval.first
        if moment is None or not moment.year:
            return self
        day = self.day
        if moment.month:
            day = moment if moment.day else day if day and day[:2] == moment[:2] else None
        mentions = Mention(moment, opening), *self.mentions[: MEMORY - 1]
        month = Moment(*moment[:2]) if moment.month else self.month
        quarter = moment if _is_quarter(interval) else self.quarter
        return Context(self.spoken, mentions, True, day, month, quarter, self.tense)


def _is_quarter(interval: Interval) -> bool:
    first, last, vague = interval
    return bool(
        not vague
        and first
        and last
        and first.month % 3 == 1
        and not first.day
        and last == (first.year, first.month + 2, 0)
    )
