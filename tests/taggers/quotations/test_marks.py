"""Marks of every custom are found and paired; apostrophes are none."""

import pytest


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He said, “Come in.”", "en", ["“Come in.”"]),
        ('He said, "Come in."', "en", ['"Come in."']),
        ("He said, 'Come in.'", "en", ["'Come in.'"]),
        ("He said, ‘Come in.’", "en", ["‘Come in.’"]),
        ("He said, ``Come in.''", "en", ["``Come in.''"]),
        ("Il dit : « Entrez. »", "fr", ["« Entrez. »"]),
        ("Il dit : <<Entrez.>>", "fr", ["<<Entrez.>>"]),
        ("Er sagte: „Herein.“", "de", ["„Herein.“"]),
        ("Er sagte: ,,Herein.''", "de", [",,Herein.''"]),
        ("Er sagte: »Herein.«", "de", ["»Herein.«"]),
        ("Er sagte: ›Herein.‹", "de", ["›Herein.‹"]),
        ("Han sade: ”Kom in.”", "sv", ["”Kom in.”"]),
        ("彼は「行く」と言った。", "ja", ["「行く」"]),
        ("『心』を読んだ。", "ja", ["『心』"]),
    ],
)
def test_the_marks_of_every_custom_hold_a_quotation(quotations, text, language, expected):
    assert quotations(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘He said “no” twice,’ she told us.", ["‘He said “no” twice,’", "“no”"]),
        ("“He said ‘no’ twice,” she told us.", ["“He said ‘no’ twice,”", "‘no’"]),
        ("\"He said 'no,'\" she told us.", ["\"He said 'no,'\"", "'no,'"]),
        (
            "“I read ‘The “Ring” of Words’ today,” he said.",
            ["“I read ‘The “Ring” of Words’ today,”", "‘The “Ring” of Words’", "“Ring”"],
        ),
    ],
)
def test_quotations_hold_quotations(quotations, text, expected):
    assert quotations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I don't know the workers’ party, nor the boys' hats.",
        "'Tis late, and 'twas later in the '20s at five o'clock.",
        "Rock 'n' roll, goin' an' comin' to th' mill.",
        'It is 6\'2" high and 5" wide.',
        "L'homme d'aujourd'hui n'est pas l'homme d'hier.",
    ],
)
def test_an_apostrophe_is_no_mark(quotations, text):
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'I don't like the workers' party,' he said.", "'I don't like the workers' party,'"),
        ("'You goin' to the ol' mill?' he asked.", "'You goin' to the ol' mill?'"),
        ("‘’Tis the bosses’ state,’ he said.", "‘’Tis the bosses’ state,’"),
        ("It is ‘a workers’ state’ to them.", "‘a workers’ state’"),
    ],
)
def test_apostrophes_inside_a_quotation_do_not_end_it(quotations, text, expected):
    assert quotations(text) == [expected]


def test_spaces_about_the_marks_are_forgiven(quotations):
    assert quotations('" I am here , " he said , " and stay . "') == ['" I am here , "', '" and stay . "']


@pytest.mark.parametrize("case", [str.upper, str.lower])
def test_case_does_not_matter(quotations, case):
    text = case("“I came,” he said, “and I saw.”")
    assert quotations(text) == [case("“I came,”"), case("“and I saw.”")]


def test_a_document_teaches_that_its_marks_point_inwards(quotations):
    text = "»Eins«, sagte er. »Zwei«, sagte sie.\n\n»Drei«, sagte er.\n\nDas »Haus« da."
    assert quotations(text, "en") == ["»Eins«", "»Zwei«", "»Drei«", "»Haus«"]


def test_a_block_of_hardly_anything_but_marks_is_an_ornament(tagged):
    assert tagged("“”" * 200).annotations == ()
    assert tagged("“”" * 200).findings == ()


def test_a_long_block_with_many_short_quotations_is_text(quotations):
    assert len(quotations("He says “now” and “then”. " * 100)) == 200


def test_a_dropped_h_opens_no_quotation(quotations):
    assert quotations("'I seen 'em,' said Tom.\n\n'Go 'ome,' said she.") == ["'I seen 'em,'", "'Go 'ome,'"]


def test_two_single_marks_before_an_elided_word_are_an_opening_mark_and_an_apostrophe(quotations):
    assert quotations("''Twas ever so,' said she. 'You know.'") == ["''Twas ever so,'", "'You know.'"]


def test_two_single_marks_before_an_elided_word_may_still_be_one_double_mark(quotations):
    assert quotations("''Tis late,'' said he. ''Come in.''") == ["''Tis late,''", "''Come in.''"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Er sagt >ja<, sie sagt >nein<.", "de", [">ja<", ">nein<"]),
        ("»Bist du es?< fragte sie. »Ja«, sagte er.", "de", ["»Bist du es?<", "»Ja«"]),
        ("<Ja«, sagte er. »Nein«, sagte sie.", "de", ["<Ja«", "»Nein«"]),
        ("Write to <a.b@c.de>, if a < b and c > d; the <b>bold</b> word; Menu > File.", "en", []),
    ],
)
def test_single_angles_are_guillemets_where_they_fit(quotations, tagged, text, language, expected):
    assert quotations(text, language) == expected
    assert not tagged(text, language).findings


@pytest.mark.parametrize("word", ["'ee", "'eels", "'alf", "'seventies", "'ospital"])
def test_elided_words_within_single_marks_open_nothing(quotations, word):
    assert quotations(f"'I seen {word} there,' said Tom.\n\n'So?' said she.") == [f"'I seen {word} there,'", "'So?'"]


def test_contractions_set_apart_open_nothing(quotations):
    text = "'It 's late, and they 've gone, but I 'll wait,' said he. 'Snow 'll come.'"
    assert quotations(text) == ["'It 's late, and they 've gone, but I 'll wait,'", "'Snow 'll come.'"]
