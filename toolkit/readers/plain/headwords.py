"""Words that head divisions, in the languages of the readers' rules: kind of division -> words; English first."""

from __future__ import annotations

from collections.abc import Mapping

# With a number: "Chapter IV", "Zweites Buch".
NUMBERED_WORDS = {
    "volume": "volume vol band tome tomo deel",
    "book": "book buch livre libro liber boek",
    "part": "part teil theil partie parte pars abtheilung abteilung",
    "act": "act akt acte atto acto actus aufzug bedrijf",
    "canto": "canto gesang chant",
    "chapter": "chapter chap kapitel capitel chapitre capitolo capítulo capitulo caput hoofdstuk adventure stave "
    "lecture "
    "vorlesung sermon fable",
    "essay": "essay",
    "article": "article artikel",
    "letter": "letter brief lettre lettera carta epistola epistle",
    "scene": "scene szene scène scena scoena scaena escena auftritt tooneel",
    "section": "section sect abschnitt sezione sección",
    "appendix": "appendix anhang appendice annexe annex bijlage",
    "poem": "sonnet stanza ode elegy",
}
# Alone: "Preface". Words of one name are joined by "_".
SPECIAL_WORDS = {
    "preface": "preface foreword vorwort vorrede préface prefazione prefacio voorwoord praefatio author's_preface "
    "translator's_preface editor's_preface preface_to_the_first_edition preface_to_the_second_edition advertisement "
    "avant-propos to_the_reader au_lecteur an_den_leser",
    "introduction": "introduction introductory introductory_note einleitung introduzione introducción inleiding",
    "prologue": "prologue prolog prólogo prologo proem",
    "epilogue": "epilogue epilog épilogue epilogo epílogo",
    "conclusion": "conclusion schluss schluß conclusione conclusión besluit",
    "afterword": "afterword nachwort postface nawoord",
    "contents": "contents table_of_contents inhalt inhaltsverzeichnis table_des_matières indice índice inhoud "
    "list_of_illustrations illustrations list_of_plates",
    "dedication": "dedication widmung dédicace dedica dedicatoria opdracht",
    "appendix": "appendix appendices anhang appendice apéndice bijlagen",
    "acknowledgments": "acknowledgments acknowledgements danksagung remerciements",
    "bibliography": "bibliography bibliographie literatur literaturverzeichnis works_cited references bibliografia "
    "bibliografía",
    "glossary": "glossary glossar glossaire glossario glosario",
    "index": "index register",
    "errata": "errata corrigenda",
    "summary": "summary zusammenfassung résumé",
    "abstract": "abstract",
    "castlist": "dramatis_personae",
    "notes": "notes note footnotes footnote foot_notes foot-notes endnotes end_notes anmerkungen anmerkung "
    "fußnoten fussnoten "
    "fußnote endnoten notes_de_bas_de_page notes_de_fin noten voetnoten eindnoten aantekeningen notas notas_al_pie "
    "note_a_piè_di_pagina adnotationes notae explanatory_notes translator's_notes editor's_notes author's_notes "
    "notes_and_references references_and_notes notes_to_the_text notes_et_références remarques",
}
# Kinds that hold one another: the lower rank holds the higher.
RANKS = {
    "volume": 8, "book": 10, "part": 12, "act": 14, "canto": 20, "chapter": 20, "essay": 20, "letter": 20,
    "article": 24,
    "scene": 26, "section": 30, "poem": 30,
}  # fmt: skip
# After the word only: "Chapter One"; "one chapter" is a quantity.
CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty"
)
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
    "twelfth "
    "last premier premiere première deuxième second seconde troisième quatrième cinquième sixième septième "
    "huitième neuvième "
    "dixième erstes zweites drittes viertes fünftes sechstes siebentes siebtes achtes neuntes zehntes erster "
    "zweiter dritter "
    "vierter fünfter sechster erste zweite dritte vierte fünfte primo secondo terzo quarto quinto sesto settimo "
    "ottavo nono "
    "decimo seconda terza quarta quinta primero segundo tercero cuarto sexto primera segunda "
    "tercera cuarta primus secundus tertius quartus quintus prima secunda tertia"
)
# A title never begins so after a number; a sentence does: "Chapter 4 of the book", "Part 2 was lost".
CONTINUING = frozenset(
    [
        "of",
        "is",
        "was",
        "are",
        "were",
        "and",
        "or",
        "has",
        "had",
        "have",
        "to",
        "which",
        "that",
        "contains",
        "begins",
        "gives",
        "shows",
        "von",
        "und",
        "ist",
        "war",
        "de",
        "et",
        "est",
    ]
)


def words_of(table: Mapping[str, str]) -> dict[str, str]:
    """Word -> kind."""
    return {word.replace("_", " "): kind for kind, words in table.items() for word in words.split()}
