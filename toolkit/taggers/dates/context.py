"""What is known where an expression stands: when the text speaks, and of which dates it spoke before."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.taggers.dates.days import Interval, Moment

MEMORY = 5  # mentions that tell a leap aside from a turn of the text


class Mention(NamedTuple):
    """A date that the text spoke of. opening: it stands at the head of its sentence."""

    moment: Moment
    opening: bool = False


class Remark(NamedTuple):
    """A date of a remark aside (in brackets, in a relative clause), which holds up to a place in the text."""

    moment: Moment
    end: int


class Context(NamedTuple):
    """What is known where an expression stands.

    spoken: the day of speaking or writing, None where the text does not tell.
    mentions: the dates last spoken of, the latest first. near: the latest stands in the same sentence.
    day, month, quarter: the last one of that precision. tense: 1 where the clause looks ahead, -1 where it looks back.
    remark: the remark in which the expression stands.
    """

    spoken: Moment | None = None
    mentions: tuple[Mention, ...] = ()
    near: bool = False
    day: Moment | None = None
    month: Moment | None = None
    quarter: Moment | None = None
    tense: int = 0
    remark: Remark | None = None

    @property
    def latest(self) -> Moment | None:
        """The date last spoken of."""
        return self.mentions[0].moment if self.mentions else None

    @property
    def text(self) -> Moment | None:
        """The date that the text is about: the one last spoken of, unless that was a remark aside.

        A lone leap to another year is taken for a remark, and the next sentence goes on from where the text was before.
        """
        if self.remark:
            return self.remark.moment
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
        """Whether the text dwells on another time than its own; a year named in passing is no such sign.

        Nor are several, where the text has just spoken of its own time too, as news do.
        """
        latest, *others = self.mentions
        if latest.moment.year >= now - 1:
            return False
        if any(other.moment.year >= now - 1 for other in others):
            return latest.opening and self.tense < 0
        return latest.opening or bool(others)

    def within(self, near: bool, tense: int, place: int) -> Context:
        """The context of a place: whether its sentence is that of the date last spoken of, where its clause looks."""
        remark = self.remark if near and self.remark and place < self.remark.end else None
        if near == self.near and tense == self.tense and remark is self.remark:
            return self
        return Context(self.spoken, self.mentions, near, self.day, self.month, self.quarter, tense, remark)

    def aside(self, interval: Interval, end: int) -> Context:
        """The context in a remark that has just spoken of a date."""
        moment = interval.first
        return self._replace(remark=Remark(moment, end), near=True) if moment and moment.year else self

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
        return Context(self.spoken, mentions, True, day, month, quarter, self.tense, self.remark)


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
