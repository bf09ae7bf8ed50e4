"""Which of the dates that a text mentions it goes on from, and which it mentions only aside."""

import pytest

from tests.taggers.dates.tables import Row, found
from toolkit.model.annotation import Annotation
from toolkit.model.document import Document
from toolkit.model.metadata import Metadata
from toolkit.model.source import Source
from toolkit.taggers.dates import DateTagger

NEWS: list[Row] = [
    (
        "She left on Thursday. He wrote in 2011, 2013 and again in January 2016. The mill was lost on 3 December.",
        [
            ("Thursday", "2019-03-14"),
            ("2011", "2011"),
            ("2013", "2013"),
            ("January 2016", "2016-01"),
            ("3 December", "2018-12-03"),
        ],
    ),
    ("In the 1980s it was higher. The figures are due in May.", [("the 1980s", "1980/1989"), ("May", "2019-05")]),
    ("Schools will stay closed until Friday.", [("Friday", "2019-03-15")]),
    ("It was put off. They may not know before April.", [("April", "2019-04")]),
    ("He came on Monday; the next train will go in May.", [("Monday", "2019-03-11"), ("May", "2019-05")]),
    ("Last June they spent months on it. A vote is due on May 3.", [("Last June", "2018-06"), ("May 3", "2019-05-03")]),
]
REMARKS: list[Row] = [
    (
        "He came on 3 May 1415. The town, which had been taken in 1380, fell on 4 June.",
        [("3 May 1415", "1415-05-03"), ("1380", "1380"), ("4 June", "1415-06-04")],
    ),
    (
        "He came on 3 May 1415. The town (taken in 1380, in March) fell on 4 June.",
        [("3 May 1415", "1415-05-03"), ("1380", "1380"), ("March", "1380-03"), ("4 June", "1415-06-04")],
    ),
    (
        "In 1863 they met again. The previous year they had met in May.",
        [("1863", "1863"), ("The previous year", "1862"), ("May", "1862-05")],
    ),
]
POSTSCRIPTS: list[Row] = [
    (
        "I came on Monday.\nP.S. Wednesday Morning. He came yesterday.",
        [("Monday", "1823-11-03"), ("Wednesday Morning", "1823-11-05"), ("yesterday", "1823-11-04")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_news_go_on_from_their_own_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "en", spoken="2019-03-14") == expected


@pytest.mark.parametrize(("text", "expected"), REMARKS)
def test_a_story_goes_on_from_no_date_of_a_remark(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), POSTSCRIPTS)
def test_a_postscript_is_after_its_letter(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "en", spoken="1823-11-04") == expected


def test_a_text_does_not_go_on_from_the_dates_of_a_note() -> None:
    lines = [
        "He came on 3 May 1415, with all his men, and took the town that lies below the castle on the other bank.",
        "See the roll of 1380, and of March 1381, both of which have been printed for the society of the county.",
        "On 4 June he left, and the men of the town came back from the hills with their cattle and their guns.",
    ]
    text = "\n".join(lines)
    blocks = [
        Annotation(text.index(line), text.index(line) + len(line), kind, "test")
        for line, kind in zip(lines, ("p", "note", "p"), strict=True)
    ]
    tagging = DateTagger().tag(Document(Source("test.txt", text), "en", tuple(blocks), metadata=Metadata()))
    assert [a.attributes["when"] for a in tagging.annotations] == ["1415-05-03", "1380", "1381-03", "1415-06-04"]


def test_a_french_future_looks_ahead() -> None:
    assert found("En juin viendront les travaux.", "fr", spoken="2002-04-22") == [("juin", "2002-06")]
