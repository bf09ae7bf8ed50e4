"""Who speaks: named, a pronoun, in turn, called by name, and left out where the text does not say."""

import pytest

NAMES = {"Mr. Darcy": "darcy", "Elizabeth": "elizabeth", "Jane": "jane", "Mrs. Bennet": "bennet"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“Come,” said Mr. Darcy.", "darcy"),
        ("“Come,” Elizabeth replied.", "elizabeth"),
        ("Elizabeth looked up and said, “Come.”", "elizabeth"),
        ("Then Jane whispered to Elizabeth: “Come.”", "jane"),
        ("“Come.” Elizabeth laughed.", "elizabeth"),
        ("Elizabeth laughed. “Come.”", "elizabeth"),
    ],
)
@pytest.mark.parametrize("case", [str, str.lower])
def test_the_narrator_names_the_speaker(speakers, text, who, case):
    names = {case(name): person for name, person in NAMES.items()}
    assert speakers(case(f"{text}\n\n“Go,” said the cat."), names)[0] == who


@pytest.mark.parametrize("text", ["“Come,” said I.", "“Come,” said the doctor.", "“Come,” said Elizabeth's aunt."])
def test_a_speaker_without_a_name_is_left_out(speakers, text):
    assert speakers(text, NAMES) == [""]


def test_a_pronoun_finds_the_person_of_its_sex(speakers, tagged):
    text = "Mr. Darcy met Mrs. Bennet in the lane.\n\n“Good day,” she said."
    assert speakers(text, NAMES) == ["bennet"]
    assert tagged(text, names=NAMES).annotations[-1].cert != "high"


def test_two_take_turns(speakers):
    text = "“One,” said Jane.\n\n“Two,” said Elizabeth.\n\n“Three.”\n\n“Four.”"
    assert speakers(text, NAMES) == ["jane", "elizabeth", "jane", "elizabeth"]


def test_a_speaker_named_late_tells_who_spoke_before(speakers):
    text = "“One.”\n\n“Two,” said Elizabeth.\n\n“Three,” said Jane."
    assert speakers(text, NAMES) == ["jane", "elizabeth", "jane"]


def test_who_is_called_by_name_does_not_speak_but_may_answer(speakers):
    text = "Jane and Elizabeth sat there.\n\n“Is it you, Elizabeth?”\n\n“Yes.”"
    assert speakers(text, NAMES) == ["jane", "elizabeth"]


def test_both_parts_of_an_interrupted_quotation_have_one_speaker(speakers):
    assert speakers("“I shall,” said Jane, “go.” “At once.”", NAMES) == ["jane"] * 3


def test_no_persons_no_speakers(speakers):
    assert speakers("“Come,” said Mr. Darcy.", {}) == [""]


def test_the_narrator_of_a_novel_is_the_one_whom_others_call(speakers):
    text = "“Good day, Rose,” said I.\n\n“Good day, Rudolf.”\n\n“It is late,” I said.\n\n“So it is, Rudolf,” said Rose."
    assert speakers(text, {"Rose": "rose", "Rudolf": "rudolf"}) == ["rudolf", "rose", "rudolf", "rose"]


def test_her_mother_is_not_she(speakers):
    text = "“I hope so,” said Elizabeth.\n\n“Nobody asked you,” said her mother."
    assert speakers(text, NAMES) == ["elizabeth", ""]


def test_another_subject_of_an_introducing_clause_is_another_speaker(speakers):
    text = "When Louis asked, “Is it a revolt?” the duke is said to have answered, “No, sire.”"
    assert speakers(text, {"Louis": "louis"})[0] == "louis"
    assert speakers(text, {"Louis": "louis"})[1] != "louis"


def test_a_man_by_his_title_is_no_woman_who_speaks(speakers):
    text = "Mr. Bennet made no answer.\n\n“But it is,” returned she.\n\n“So?” said Mr. Bennet."
    assert speakers(text, {"Mr. Bennet": "bennet"}) == ["", "bennet"]


def test_a_committee_does_not_lend_its_words_to_the_man_named_next(speakers):
    text = "Le comité déclara que « la patrie est en danger ». Danton s'écria : « De l'audace ! »"
    assert speakers(text, {"Danton": "danton"}, "fr") == ["", "danton"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jane stood there.\n\n“It took long,” said the father. Jane was silent.", "en"),
        ("Jane stood there.\n\n“Come away!” a voice cried.\n\n“Come away!” cried a voice.", "en"),
        ("Jane smiled. The Captain says “you will not know yourselves, lads”.", "en"),
        ("Jane stand am Fenster.\n\n„Das hat lange gedauert“, sagte der Vater. Jane schwieg.", "de"),
        ("Jane stand am Fenster.\n\n„Alles ist verloren“, rief ein Husar.", "de"),
    ],
)
def test_a_common_noun_is_not_the_person_about(speakers, text, language):
    assert set(speakers(text, NAMES, language)) == {""}


def test_a_common_noun_is_the_person_whose_title_it_is_but_not_for_sure(tagged):
    text = "Doctor Grey came in.\n\n“Good day,” said the doctor."
    (spoken,) = tagged(text, names={"Doctor Grey": "grey"}).annotations
    assert (spoken.attributes["who"], spoken.cert) == ("#grey", "low")


def test_his_wife_is_the_lady_of_his_name(speakers):
    text = "Mr. Bennet looked up.\n\n“Do you not want to know?” cried his wife.\n\n“You may,” said Mr. Bennet."
    assert speakers(text, {"Mr. Bennet": "mr", "Mrs. Bennet": "mrs"}) == ["mrs", "mr"]


def test_a_paragraph_of_its_own_right_after_a_turn_is_another_speaker(speakers):
    text = "Jane sat by Elizabeth.\n\n“He paid twice,” said Jane.\n\n“So he did.”"
    assert speakers(text, NAMES) == ["jane", "elizabeth"]
    assert speakers("“He paid twice,” said Jane.\n\n“So he did.”", NAMES) == ["jane", ""]


def test_a_paragraph_that_goes_on_with_an_unclosed_quotation_is_the_same_speaker(speakers):
    assert speakers("“He paid twice,” said Jane. “I saw it.\n\n“So did you.”", NAMES)[-1] == "jane"


def test_the_sentence_that_follows_does_not_tell_who_spoke(speakers):
    assert speakers("Mr. Darcy rose. He said, “We shall not.” Elizabeth was silent.", NAMES) == ["darcy"]


def test_a_person_without_a_name_takes_part_in_a_conversation(speakers):
    text = "“One,” said the old man.\n\n“Two,” said Jane.\n\n“Three.”\n\n“Four.”"
    assert speakers(text, NAMES) == ["", "jane", "", "jane"]


def test_a_noun_of_another_sentence_is_no_title(speakers):
    text = "“A great sweet mother!” Buck Mulligan said. Then he sat.\n\n“Is it?” he asked."
    assert speakers(text, {"Buck Mulligan": "buck"}) == ["buck", "buck"]


def test_a_christian_name_tells_who_is_he(speakers):
    text = "Philip and Emma waited. The bell rang.\n\n“Am I to come home?” he asked.\n\n“Yes,” she said."
    assert speakers(text, {"Philip": "philip", "Emma": "emma"}) == ["philip", "emma"]


def test_two_take_turns_however_long_they_talk(speakers):
    turns = "\n\n".join(["“One,” said Jane.", "“Two,” said Elizabeth.", *["“So?”"] * 24])
    assert speakers(turns, NAMES) == ["jane", "elizabeth"] * 13
