"""The tagger on documents: offsets, letters, diaries, and what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.errors import ConfigError
from toolkit.model.annotation import Annotation
from toolkit.model.document import Document
from toolkit.model.metadata import Metadata
from toolkit.model.source import Source
from toolkit.taggers.dates import DateTagger
from toolkit.taggers.dates.days import is_real
from toolkit.taggers.dates.language import language
from toolkit.taggers.dates.statements import dates
from toolkit.taggers.dates.writing import moment

WORDS = [
    *("the", "of", "in", "on", "and", "to", "from", "between", "since", "until", "before", "after", "about", "said"),
    *(
        "last",
        "next",
        "this",
        "that",
        "same",
        "first",
        "second",
        "5",
        "5th",
        "3rd",
        "16",
        "31",
        "29",
        "30",
        "1862",
        "1936",
    ),
    *("44", "99", "12", "'62", "/", "-", "–", ",", ".", "(", ")", "June", "Feb.", "may", "March", "Friday", "sunday"),
    *(
        "summer",
        "winter",
        "year",
        "month",
        "week",
        "day",
        "weekend",
        "century",
        "18th",
        "half",
        "quarter",
        "end",
        "early",
    ),
    *(
        "mid",
        "B.C.",
        "A.D.",
        "O.S.",
        "yesterday",
        "two",
        "days",
        "later",
        "ago",
        "twenties",
        "hundred",
        "eighteen",
        "sixty",
    ),
    *("inst.", "ult.", "Easter", "5.6.1936", "1936-06-05", "1923-28", "Monday"),
]


def document(text: str, date: str = "", code: str = "en") -> Document:
    """A document whose every line is a paragraph."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Annotation(start, start + len(line), "p", "test"))
        start += len(line) + 1
    return Document(Source("test.txt", text), code, tuple(blocks), metadata=Metadata(date=date))


def tagged(text: str, date: str = "", ranges: str = "by-form") -> list[tuple[str, str, str]]:
    """Words, values and certainty of the dates of a document."""
    annotations = DateTagger(ranges=ranges).tag(document(text, date)).annotations
    return [(text[a.start : a.end], "/".join(a.attributes.values()), a.cert.value) for a in annotations]


def test_offsets_are_those_of_the_source_over_a_line_end() -> None:
    text = "He came on 5 June\n1936 and left."
    one = Document(Source("test.txt", text), "en", (Annotation(0, len(text), "p", "test"),))
    (annotation,) = DateTagger().tag(one).annotations
    assert text[annotation.start : annotation.end] == "5 June\n1936"
    assert annotation.kind == "date"
    assert annotation.by == "dates"


def test_an_expression_does_not_run_over_the_end_of_a_paragraph() -> None:
    assert tagged("It was on 5 June\n1936 was a year.") == [("5 June", "--06-05", "low"), ("1936", "1936", "medium")]


def test_a_letter_speaks_from_the_day_at_its_head() -> None:
    assert tagged("Frankfort, April 16th 1862\nI came yesterday.")[1] == ("yesterday", "1862-04-15", "medium")


def test_a_letter_speaks_from_the_day_at_its_foot() -> None:
    assert tagged("I came yesterday.\nFrankfort, April 16th 1862")[0] == ("yesterday", "1862-04-15", "medium")


@pytest.mark.parametrize(
    "text",
    [
        "Paris, January 12, 1833. I had your letter yesterday, and I answer it before the post goes, at nine.",
        "WASHINGTON, Jan. 12, 1833 -- The Senate met yesterday, and nobody knew what would come of it.",
        "PARIS (CNN) Jan. 12, 1833 -- The Chambers met yesterday, and nobody knew what would come of it.",
        "TOKYO (Reuters), Jan. 12, 1833 - The bank closed yesterday, and nobody knew what would come of it.",
        "The said Anna, a woman of twenty years and good character, came here yesterday from Hull. January 12th 1833.",
        "I came here yesterday.\nSworn to before me by both the witnesses, this 12th day of January, A.D. 1833.",
    ],
)
def test_place_and_date_or_the_words_of_a_clerk_say_when_a_text_was_written(text: str) -> None:
    assert ("yesterday", "1833-01-11", "medium") in tagged(text)


def test_a_date_in_a_first_sentence_is_not_the_day_of_writing() -> None:
    text = "Ann Lee, January 12, 1833 – May 5, 1880, was born in a house that had been burnt down yesterday by the sea."
    assert "yesterday" not in [t[0] for t in tagged(text)]


def test_a_date_in_a_last_sentence_is_not_the_day_of_writing() -> None:
    text = "The mill had been burnt down yesterday by the men of the village, and Ann Lee died on January 12, 1833."
    assert "yesterday" not in [t[0] for t in tagged(text)]


def test_the_date_of_the_metadata_serves_where_the_text_has_none() -> None:
    assert tagged("I came yesterday.", date="1862-04-16") == [("yesterday", "1862-04-15", "medium")]
    assert tagged("I came yesterday.") == []


def test_an_entry_of_a_diary_speaks_from_its_own_day() -> None:
    diary = "June 5, 1936.\nRain.\nJune 7, 1936.\nYesterday sun."
    assert tagged(diary)[-1] == ("Yesterday", "1936-06-06", "medium")


def test_each_letter_of_a_collection_speaks_from_its_own_dateline() -> None:
    lines = ["Frankfort, April 16th 1862", "I came yesterday.", "Louisville, May 3d 1862", "He came yesterday."]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    kinds = ["dateline", "p", "dateline", "p"]
    blocks = tuple(
        Annotation(start, start + len(line), kind, "test")
        for start, line, kind in zip(starts, lines, kinds, strict=True)
    )
    tagging = DateTagger().tag(Document(Source("test.txt", text), "en", blocks))
    assert [a.attributes["when"] for a in tagging.annotations] == [
        "1862-04-16",
        "1862-04-15",
        "1862-05-03",
        "1862-05-02",
    ]


ONE = [("1923-28", "1923/1928"), ("1917 to 1923", "1917/1923"), ("between 1830 and 1848", "1830/1848")]
TWO = [
    (["1914", "1918"], "1914-1918"),
    (["1936-06-05", "1936-06-07"], "June 5-7, 1936"),
    (["1951-03-23", "1951-03-28"], "23-28 March 1951"),
    (["-0499", "-0493"], "499-493 BC"),
]


@pytest.mark.parametrize(("text", "value"), [*ONE, ("since 1918", "1918")])
def test_a_range_whose_ends_say_less_than_the_whole_is_one_date(text: str, value: str) -> None:
    assert [t[:2] for t in tagged(text)] == [(text, value)]


@pytest.mark.parametrize(("values", "text"), TWO)
def test_a_range_whose_ends_say_all_by_themselves_is_two_dates(values: list[str], text: str) -> None:
    assert [t[1] for t in tagged(text)] == values
    assert [t[:2] for t in tagged(text, ranges="joined")] == [(text, "/".join(values))]


@pytest.mark.parametrize(("text", "value"), ONE)
def test_every_range_is_two_dates_where_the_project_wishes_it(text: str, value: str) -> None:
    assert "/".join(t[1] for t in tagged(text, ranges="apart")) == value


def test_a_way_with_ranges_that_is_not_known_is_refused() -> None:
    with pytest.raises(ConfigError) as refused:
        DateTagger(ranges="nested")
    assert refused.value.finding.code == "C009"
    assert refused.value.finding.values["choices"] == "by-form, joined, apart"


def test_a_language_without_data_has_no_dates() -> None:
    assert DateTagger().tag(document("5 June 1936", code="tlh")).annotations == ()


def test_last_may_is_a_guess_where_nothing_says_when_a_text_was_written() -> None:
    text = "In 1861 I came, and on the 1st of May last I left; which is all that I have to say of it, as anybody knows."
    assert tagged(text)[1] == ("the 1st of May last", "1861-05-01", "low")
    assert tagged(text, date="1862-06-02")[1] == ("the 1st of May last", "1862-05-01", "medium")


def test_a_guessed_year_is_less_sure_than_one_that_is_said() -> None:
    assert [t[2] for t in tagged("In June 1936 it was. In July it was.")] == ["high", "medium"]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.sampled_from(["", "1862-04-16", "-0044-03-15"]))
def test_every_value_is_a_real_date_and_from_is_not_after_to(text: str, spoken: str) -> None:
    words = language("en")
    assert words is not None
    end = 0
    for date in dates(text, words, moment(spoken)):
        assert end <= date.start < date.end <= len(text)
        end = date.end
        ends = [stop for stop in date.interval[:2] if stop is not None]
        assert ends
        assert all(is_real(stop) for stop in ends)
        assert len(ends) < 2 or ends[0].first <= ends[1].last
        assert date.interval.attributes


@settings(max_examples=100)
@given(st.text())
def test_any_text_can_be_tagged(text: str) -> None:
    for code in ("en", "de", "fr", "es", "it"):
        words = language(code)
        assert words is not None
        for date in dates(text, words):
            assert 0 <= date.start < date.end <= len(text)


def test_a_day_that_no_calendar_has_is_found_and_not_tagged() -> None:
    tagging = DateTagger().tag(document("He came on the 31st of June, 1862."))
    assert tagging.annotations == ()
    assert [(f.code, f.line, f.column, f.values["date"]) for f in tagging.findings] == [
        ("T201", 1, 12, "the 31st of June, 1862")
    ]


def test_a_weekday_that_does_not_fit_is_found_and_tagged() -> None:
    tagging = DateTagger().tag(document("Friday, June 5, 1936. Friday, June 6, 1936. Wednesday, October 25, 1917"))
    assert len(tagging.annotations) == 3
    assert [(f.code, f.values["said"], f.values["real"]) for f in tagging.findings] == [
        ("T202", "Friday", "Saturday"),
        ("T202", "Wednesday", "Thursday"),
    ]
    assert "Julian" in tagging.findings[1].values["julian"]
