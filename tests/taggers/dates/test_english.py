"""English dates: what the text says, and the dates in it."""

import pytest

from tests.taggers.dates.tables import Row, found

DAYS: list[Row] = [
    ("on June 5, 1936, he", [("June 5, 1936", "1936-06-05")]),
    ("on 5 June 1936 he", [("5 June 1936", "1936-06-05")]),
    ("the 5th of June, 1936", [("the 5th of June, 1936", "1936-06-05")]),
    ("Friday, June 5th, 1936.", [("Friday, June 5th, 1936", "1936-06-05")]),
    ("on Friday the 5th of June 1936", [("Friday the 5th of June 1936", "1936-06-05")]),
    ("the 16th day of April, A.D. 1862", [("the 16th day of April, A.D. 1862", "1862-04-16")]),
    ("this 16th day of April A D 1862", [("this 16th day of April A D 1862", "1862-04-16")]),
    ("Jan. 3d, 1862", [("Jan. 3d, 1862", "1862-01-03")]),
    ("Feby 27th 1819", [("Feby 27th 1819", "1819-02-27")]),
    ("Octr 15/62", [("Octr 15/62", "--10-15")]),  # no century to be had
    ("In 1861. Octr 15/62", [("1861", "1861"), ("Octr 15/62", "1862-10-15")]),
    ("In 1861. Decr 3rd '61", [("1861", "1861"), ("Decr 3rd '61", "1861-12-03")]),
    ("February Seventeen 1819", [("February Seventeen 1819", "1819-02-17")]),
    ("the twenty-first day of June, 1861", [("the twenty-first day of June, 1861", "1861-06-21")]),
    (
        "the third day of May, one thousand eight hundred and sixty-two",
        [("the third day of May, one thousand eight hundred and sixty-two", "1862-05-03")],
    ),
    ("1862 and 1936-06-05 and 1848", [("1862", "1862"), ("1936-06-05", "1936-06-05"), ("1848", "1848")]),
    ("on 5.6.1936", [("5.6.1936", "1936-06-05")]),
    ("on 25/12/1936", [("25/12/1936", "1936-12-25")]),
    ("on 12/25/1936", [("12/25/1936", "1936-12-25")]),
    ("on 5. VI. 1936", [("5. VI. 1936", "1936-06-05")]),
    ("no 31 February 1936 is", []),
    ("Jan. 9, Sunday. We sailed. Tuesday, Jan. 11.", [("Jan. 9", "--01-09"), ("Tuesday, Jan. 11", "--01-11")]),
    ("in the year 400 B.C., and", [("400 B.C.", "-0400")]),
    ("in the year 79 A.D. and", [("79 A.D.", "0079")]),
    ("March 14th. - 70 days out.", [("March 14th", "--03-14")]),
    ("the 29th of February 1900", []),
    ("the 29th of February 1904", [("the 29th of February 1904", "1904-02-29")]),
    ("on the 4th of July", [("the 4th of July", "--07-04")]),
    ("Christmas 1862", [("Christmas 1862", "1862-12-25")]),
    ("on 02/13/98 and 5/6/98", [("02/13/98", "1998-02-13"), ("5/6/98", "1998-05-06")]),
    ("19980227 was", [("19980227", "1998-02-27")]),
    ("1862 April 3d", [("1862 April 3d", "1862-04-03")]),
    ('this 25" day of January 1862', [('this 25" day of January 1862', "1862-01-25")]),
    ("Feb'y 3rd 1862", [("Feb'y 3rd 1862", "1862-02-03")]),
    ("the first Monday in August 1861", [("the first Monday in August 1861", "1861-08-05")]),
    ("the last Friday of May 1861", [("the last Friday of May 1861", "1861-05-31")]),
    ("Easter Monday, 1916", [("Easter Monday, 1916", "1916-04-24")]),
    ("Thanksgiving Day, 1963", [("Thanksgiving Day, 1963", "1963-11-28")]),
    ("Labor Day 1989", [("Labor Day 1989", "1989-09-04")]),
    ("in 2026-W47-1 and 2020-W53", [("2026-W47-1", "2026-11-16"), ("2020-W53", "2020-12-28/2021-01-03")]),
    ("the Twelfth day of November 1859", [("the Twelfth day of November 1859", "1859-11-12")]),
    ("dated 17 th. of March 18 59", [("17 th. of March 18 59", "1859-03-17")]),
]
FEASTS: list[Row] = [
    ("Christmas night 1776", [("Christmas night 1776", "1776-12-25")]),
    ("on St. John's Day 1540", [("St. John's Day 1540", "1540-06-24")]),
    ("Shrove Tuesday 1812", [("Shrove Tuesday 1812", "1812-02-11")]),
    ("In May 1862. At Christmas last", [("May 1862", "1862-05"), ("Christmas last", "1861-12-25")]),
    ("In May 1862. On Lady Day next", [("May 1862", "1862-05"), ("Lady Day next", "1863-03-25")]),
]
ODD_YEARS: list[Row] = [
    ("10/21 Feb. 1705/6", [("10/21 Feb. 1705/6", "1706-02-21")]),
    ("on February 3, 1665-6", [("February 3, 1665-6", "1666-02-03")]),
    ("30 January 1648/49", [("30 January 1648/49", "1649-01-30")]),
    ("on June 5, 1705/6", [("June 5, 1705", "1705-06-05")]),
    ("in the year MDCCXCII", [("MDCCXCII", "1792")]),
    ("on 5 June MDCCC", [("5 June MDCCC", "1800-06-05")]),
    ("A.D. MDCXXXIII", [("A.D. MDCXXXIII", "1633")]),
    ("in 1985-04", [("1985-04", "1985-04")]),
    ("in 1905-06", [("1905-06", "1905/1906")]),
    ("1988's fourth quarter", [("1988's fourth quarter", "1988-10/1988-12")]),
    ("53% of 1913 levels", [("1913", "1913")]),
    ("up 3 percent over 1996, or 4% over 1995.", [("1996", "1996"), ("1995", "1995")]),
]
MONTHS_AND_YEARS: list[Row] = [
    ("in June 1936", [("June 1936", "1936-06")]),
    ("in February of 1940", [("February of 1940", "1940-02")]),
    ("in 1936", [("1936", "1936")]),
    ("in eighteen hundred and sixty-two.", [("eighteen hundred and sixty-two", "1862")]),
    ("the March term 1862", [("March term 1862", "1862-03")]),
    ("in the year 79", [("79", "0079")]),
    ("in 44 B.C. and A.D. 79", [("44 B.C.", "-0044"), ("A.D. 79", "0079")]),
    ("Trotsky (1879-1940)", [("1879", "1879"), ("1940", "1940")]),
]
RANGES: list[Row] = [
    ("in 1923-28", [("1923-28", "1923/1928")]),
    ("1914–1918", [("1914", "1914"), ("1918", "1918")]),
    ("1917 to 1923", [("1917 to 1923", "1917/1923")]),
    ("from 1917 to 1923", [("from 1917 to 1923", "1917/1923")]),
    ("between 1830 and 1848", [("between 1830 and 1848", "1830..1848")]),
    ("in 1830 and 1848", [("1830", "1830"), ("1848", "1848")]),
    ("in 1905 or 1917", [("1905", "1905"), ("1917", "1917")]),
    ("June 5-7, 1936", [("June 5", "1936-06-05"), ("7, 1936", "1936-06-07")]),
    ("6-7 January 1916", [("6", "1916-01-06"), ("7 January 1916", "1916-01-07")]),
    (
        "from the 5th to the 7th of June 1936",
        [("the 5th", "1936-06-05"), ("the 7th of June 1936", "1936-06-07")],
    ),
    ("May 4 and 5, 1865", [("May 4", "1865-05-04"), ("5, 1865", "1865-05-05")]),
    ("from May to July 1862", [("May", "1862-05"), ("July 1862", "1862-07")]),
    ("between July and September 1942", [("July", "1942-07"), ("September 1942", "1942-09")]),
    ("between November and January 1862", [("November", "1861-11"), ("January 1862", "1862-01")]),
    ("November-January 1862", [("November", "1861-11"), ("January 1862", "1862-01")]),
    ("from June 5 to August 7, 1941", [("June 5", "1941-06-05"), ("August 7, 1941", "1941-08-07")]),
    (
        "from 22 June 1941 to 5 December 1941",
        [("22 June 1941", "1941-06-22"), ("5 December 1941", "1941-12-05")],
    ),
    ("from spring to autumn 1943", [("spring", "1943-03..1943-05"), ("autumn 1943", "1943-09..1943-11")]),
    ("between the 1st & 15th of March 1862", [("the 1st", "1862-03-01"), ("15th of March 1862", "1862-03-15")]),
    (
        "January 16, and March 4-5, 1919",
        [("January 16", "1919-01-16"), ("March 4", "1919-03-04"), ("5, 1919", "1919-03-05")],
    ),
    ("April-June 1919", [("April", "1919-04"), ("June 1919", "1919-06")]),
    ("26 June - 4 August 1952", [("26 June", "1952-06-26"), ("4 August 1952", "1952-08-04")]),
    ("499-493 BC", [("499", "-0499"), ("493 BC", "-0493")]),
    ("from 499 to 493 BC", [("499", "-0499"), ("493 BC", "-0493")]),
    ("218 BC to 201 BC", [("218 BC", "-0218"), ("201 BC", "-0201")]),
    ("since 1918", [("since 1918", "1918/")]),
    ("until 1923", [("until 1923", "/1923")]),
    ("before 1914", [("before 1914", "..1914")]),
    ("after the 1777 campaign", [("1777", "1777")]),
    ("after 1918", [("after 1918", "1918..")]),
    ("from 1917 onwards", [("from 1917 onwards", "1917/")]),
    ("Washington, D.C. 1919 (ca. 1850)", [("1919", "1919"), ("ca. 1850", "1850")]),
    ("circa 1850, c. 1850", [("circa 1850", "1850"), ("c. 1850", "1850")]),
]
PERIODS: list[Row] = [
    ("the first half of 1905", [("the first half of 1905", "1905-01/1905-06")]),
    ("the second quarter of 1936", [("the second quarter of 1936", "1936-04/1936-06")]),
    ("the summer of 1920", [("the summer of 1920", "1920-06..1920-08")]),
    ("the winter of 1863-4", [("the winter of 1863-4", "1863-12..1864-02")]),
    ("the winter of 1941-42", [("the winter of 1941-42", "1941-12..1942-02")]),
    ("spring and summer of 1943", [("spring", "1943-03..1943-05"), ("summer of 1943", "1943-06..1943-08")]),
    ("4Q 1989, Q1 of 1990", [("4Q 1989", "1989-10/1989-12"), ("Q1 of 1990", "1990-01/1990-03")]),
    ("in 3Q89", [("3Q89", "1989-07/1989-09")]),
    ("the last month of 1935", [("the last month of 1935", "1935-12")]),
    ("the first week of May 1935", [("the first week of May 1935", "1935-05-01/1935-05-07")]),
    ("the end of 1935", [("the end of 1935", "1935")]),
    ("early 1936", [("early 1936", "1936")]),
    ("mid-June 1936", [("mid-June 1936", "1936-06")]),
    ("the 1920s", [("the 1920s", "1920/1929")]),
    ("In 1925 the twenties", [("1925", "1925"), ("the twenties", "1920/1929")]),
    ("the thirties of the 19th century", [("the thirties of the 19th century", "1830/1839")]),
    ("the 18th century", [("the 18th century", "1701..1800")]),
    (
        "the eighteenth and nineteenth centuries",
        [("the eighteenth", "1701..1800"), ("nineteenth centuries", "1801..1900")],
    ),
    ("the 4th century B.C.", [("the 4th century B.C.", "-0400..-0301")]),
    ("the first half of the 18th century", [("the first half of the 18th century", "1701..1750")]),
]
CALENDARS: list[Row] = [
    ("5/18 February 1917", [("5/18 February 1917", "1917-02-18")]),
    ("26 October (8 November) 1917", [("26 October (8 November) 1917", "1917-11-08")]),
    ("October 25 (November 7), 1917", [("October 25 (November 7), 1917", "1917-11-07")]),
    ("25 October 1917 (O.S.)", [("25 October 1917 (O.S.)", "1917-11-07")]),
    ("5 October 1582 O.S.", [("5 October 1582 O.S.", "1582-10-15")]),
]
NO_DATES: list[str] = [
    "1,500 men; 2000 soldiers; 1800 miles; 1848 francs",
    "no. 1917, room 1917, p. 1848, pp. 1848, chapter 12, Section 1983, verse 1500",
    "$1900 and £1848, 1917.5, 555-1917, 1936%",
    "three years; every Monday; aged 21; for two days; a year",
    "He may go. They march on. An august person sat in the sun. The second fall.",
    "Theresa May said. April smiled. The fall of Warsaw. Twelfth Night.",
    "may 10 men march 5 miles",
    "the last week, the past three months, the present day",
    "Friday, tomorrow, last year, the next day",
    "fifteen hundred men, in five hundred cases",
    "a hot spring, a summer dress",
    "at 10:30, 3.5 per cent, 1/2 and 3/4",
    "Chapter 5, June Allyson; at the turn of the century",
    "section 6.19.33, Relations/1694, pp. 1609-1610",
    "it may or may not be; as discussed in may be",
    "of 1075 horses, of 1160 buildings",
    "at 1600 GMT, the night before the battle",
    "mixed, mild, vivid, civil, MDI, MIDI; Louis XIV, chapter XIX",
    "the sum of 1500, a population of 1936, in consideration of 1200",
    "some 1900 or 2000 horse, about 1500 of them, about 1800 were killed",
    "a 1600-ton ship, a 2000 word essay, the 1900-foot tower",
    "1917 Elm Street, Hymn 1862, MS. 1936, f. 12, Cod. Vat. 1862",
    "Q1. What is it? Q2 and Q3; 5Q",
    "to Dr. May until April, for Mrs March in April; Book 1862, Liber 1846",
    "by 1914 votes to 1802, from 2000 to 1800 men, cols. 1914-16, Rule 1862, House Bill 1812",
    "3 percent over 1996 men, over 1996",
    "the 10 may be seen, the fall of 1500 feet, every second Sunday",
    "in the October Revolution, the February revolution",
]
STORIES: list[Row] = [
    ("April 5, 1862. Two days later", [("April 5, 1862", "1862-04-05"), ("Two days later", "1862-04-07")]),
    ("April 5, 1862. The next day", [("April 5, 1862", "1862-04-05"), ("The next day", "1862-04-06")]),
    ("In 1862 he fell. In May of that year", [("1862", "1862"), ("May of that year", "1862-05")]),
    ("In 1862 he fell. The following spring", [("1862", "1862"), ("The following spring", "1863-03..1863-05")]),
    ("In May 1862 he fell. In the same month", [("May 1862", "1862-05"), ("the same month", "1862-05")]),
    ("In December 1941 it began. In January", [("December 1941", "1941-12"), ("January", "1942-01")]),
    ("On 5 June 1936 he came. On the 20th he left", [("5 June 1936", "1936-06-05"), ("the 20th", "1936-06-20")]),
    ("In 1935 it was. By the end of the year", [("1935", "1935"), ("the end of the year", "1935")]),
    (
        "On May 11, 1941 it ended. They stood so by 1940. In August of that year",
        [("May 11, 1941", "1941-05-11"), ("1940", "1940"), ("August of that year", "1940-08")],
    ),
    (
        "It was in May 1782.\nThey met in 1781 at sea. In June",
        [("May 1782", "1782-05"), ("1781", "1781"), ("June", "1781-06")],
    ),
    (
        "In May 1866 he lost. Peace was signed in August. The following year",
        [("May 1866", "1866-05"), ("August", "1866-08"), ("The following year", "1867")],
    ),
    (
        "In 1989 it rose. In the first ten days of October, in October days",
        [("1989", "1989"), ("October", "1989-10")],
    ),
    ("In 1935 he came. Three years earlier", [("1935", "1935"), ("Three years earlier", "1932")]),
    (
        "In March 1944 it was. It recalled 1848, to some. In May",
        [("March 1944", "1944-03"), ("1848", "1848"), ("May", "1848-05")],
    ),
]
NEWS: list[Row] = [
    ("Yesterday it fell.", [("Yesterday", "1989-11-01")]),
    ("it said Friday", [("Friday", "1989-10-27")]),
    ("it will meet Friday", [("Friday", "1989-11-03")]),
    ("it met on Thursday", [("Thursday", "1989-11-02")]),
    ("last year and next month", [("last year", "1988"), ("next month", "1989-12")]),
    ("last week", [("last week", "1989-10-23/1989-10-29")]),
    ("in the third quarter", [("the third quarter", "1989-07/1989-09")]),
    ("a year earlier", [("a year earlier", "1988")]),
    ("two years ago", [("two years ago", "1987")]),
    ("last year's fourth quarter", [("last year's fourth quarter", "1988-10/1988-12")]),
    (
        "the third quarter. For the quarter",
        [("the third quarter", "1989-07/1989-09"), ("the quarter", "1989-07/1989-09")],
    ),
    ("over the weekend he resigned", [("the weekend", "1989-10-28/1989-10-29")]),
    ("by year-end", [("year-end", "1989")]),
    ("He said Monday he will go", [("Monday", "1989-10-30")]),
    ("On Monday, the court will meet", [("Monday", "1989-11-06")]),
    ("He will leave in June.", [("June", "1990-06")]),
    ("In June he left.", [("June", "1989-06")]),
    ("in September", [("September", "1989-09")]),
    ("it closed in March", [("March", "1989-03")]),
    ("it closed on Dec. 31", [("Dec. 31", "1988-12-31")]),
    ("the plan for Dec. 31", [("Dec. 31", "1989-12-31")]),
    ("He will retire Jan. 1. It came in December.", [("Jan. 1", "1990-01-01"), ("December", "1988-12")]),
    ("He flew to Paris on Friday.", [("Friday", "1989-10-27")]),
    ("He is to meet them on Friday.", [("Friday", "1989-11-03")]),
    ("on the 5th instant, of the 28th ult.", [("the 5th instant", "1989-11-05"), ("the 28th ult.", "1989-10-28")]),
    ("the 5th of June last", [("the 5th of June last", "1989-06-05")]),
    ("the 3rd and 7th of last month", [("the 3rd", "1989-10-03"), ("7th of last month", "1989-10-07")]),
    ("yesterday week, to-morrow fortnight", [("yesterday week", "1989-10-25"), ("to-morrow fortnight", "1989-11-17")]),
    ("The sale will be held Tuesday", [("Tuesday", "1989-11-07")]),
    ("It is due Aug. 15, 2019. The last one was in August.", [("Aug. 15, 2019", "2019-08-15"), ("August", "1989-08")]),
    ("He had been in the war of 1812, you know. In June it rained.", [("1812", "1812"), ("June", "1989-06")]),
    ("In 1812 the war began. In June he crossed.", [("1812", "1812"), ("June", "1812-06")]),
    ("in the latest quarter", [("the latest quarter", "1989-07/1989-09")]),
    ("On Oct. 17 it fell. The following Monday", [("Oct. 17", "1989-10-17"), ("The following Monday", "1989-10-23")]),
    ("On Oct. 17 it fell. The night before,", [("Oct. 17", "1989-10-17"), ("The night before", "1989-10-16")]),
    ("It ended Dec. 31; March 15 was the day.", [("Dec. 31", "1988-12-31"), ("March 15", "1989-03-15")]),
    ("You must write to me on Saturday", [("Saturday", "1989-11-04")]),
    ("It rose by $13.50. OPEC will meet Nov. 25 in Rome.", [("Nov. 25", "1989-11-25")]),
    ("The tax takes effect on Jan. 1.", [("Jan. 1", "1990-01-01")]),
    ("It cost $21 in May.", [("May", "1989-05")]),
    ("West Texas crude for December delivery rose", [("December", "1989-12")]),
    ("Analysts think of $21 in January.", [("January", "1990-01")]),
    ("On Oct. 4 he fled. In December four hundred came.", [("Oct. 4", "1989-10-04"), ("December", "1988-12")]),
    ("The 1990 models went on sale Oct. 1.", [("1990", "1990"), ("Oct. 1", "1989-10-01")]),
    ("The premier arrives Tuesday.", [("Tuesday", "1989-11-07")]),
    ("He will retire at year end.", [("year end", "1989")]),
    ("On the first Monday of each month", []),
    ("last September, last December", [("last September", "1989-09"), ("last December", "1988-12")]),
]


STATED = [*DAYS, *FEASTS, *ODD_YEARS, *MONTHS_AND_YEARS, *RANGES, *PERIODS, *CALENDARS]


@pytest.mark.parametrize(("text", "expected"), [*STATED, *STORIES])
def test_dates_that_the_text_itself_tells(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "on Mondays and Fridays",
        "every Monday and Thursday",
        "each Monday morning, Wednesday and Friday night",
        "the first Friday of every month",
        "any Tuesday or Wednesday",
    ],
)
def test_days_of_every_week_are_no_dates(text: str) -> None:
    assert found(text, "en", spoken="1912-05-03") == []


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_words_that_are_no_dates(text: str) -> None:
    assert found(text, "en") == []


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_dates_told_from_the_day_of_writing(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "en", spoken="1989-11-02") == expected


CASELESS = [row for row in STATED if row[1]]


@pytest.mark.parametrize(("text", "expected"), CASELESS)
@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_explicit_dates_do_not_need_capitals(text: str, expected: list[tuple[str, str]], change) -> None:
    assert [value for _, value in found(change(text), "en")] == [value for _, value in expected]


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_dates_told_from_the_day_of_writing_do_not_need_capitals(text: str, expected: list[tuple[str, str]]) -> None:
    assert [value for _, value in found(text.lower(), "en", spoken="1989-11-02")] == [value for _, value in expected]


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_words_that_are_no_dates_in_lower_case(text: str) -> None:
    assert found(text.lower(), "en") == []
