"""Words of plays and of what looks like them, in the languages of the readers' rules."""

from __future__ import annotations

# Small words within a speaker's name: "KING of FRANCE", "ANNA and PETER".
SMALL_WORDS = (
    "the of and a an to from with at in for or as von van der den des dem und zu zum zur mit aus de du la le les l d "
    "et à au aux e y el los las del della dei di da dal o en het een"
)
# Words before a colon or a full stop that name no speaker: fields of records, heads of paragraphs, single words.
FIELD_WORDS = (
    "note notes nb n.b example examples title titles author authors date dates from to cc bcc re subject sent source "
    "sources place name names address telephone phone tel fax email e-mail price summary abstract keywords keyword "
    "contents index errata warning caution tip hint remark remarks definition synonym synonyms antonym usage see "
    "ingredients ingredient method serves yield preparation directions time times total sum location venue present "
    "absent apologies attendance agenda action actions minutes item items motion resolved decision vote result "
    "results conclusion introduction background objective discussion figure fig table chapter section part act scene "
    "book volume publisher published edition translator editor illustrator language release produced encoding "
    "copyright isbn issn url http https ps p.s pps pros cons before after input output description type status "
    "version category format size weight width height colour color number no order id code born died occupation "
    "hypothesis proof theorem lemma corollary proposition axiom case step steps day week month year morning afternoon "
    "evening monday tuesday wednesday thursday friday saturday sunday january february july september october "
    "november december yes oh ah well now then there here it this that these those what why how when where who "
    "meaning translation pronunciation origin etymology english french german italian spanish latin greek dutch "
    "russian plural singular pro con contra plus minus error info debug warn fatal trace hinweis anmerkung "
    "anmerkungen beispiel titel autor verfasser datum von an betreff ort zeit quelle quellen seite preis zutaten "
    "zubereitung siehe anwesend abwesend entschuldigt tagesordnung beschluss protokoll verlag sprache bedeutung "
    "übersetzung kapitel englisch deutsch französisch italienisch spanisch lateinisch latein ja nein montag dienstag "
    "mittwoch donnerstag freitag samstag sonntag remarque exemple titre auteur objet lieu ingrédients préparation "
    "définition voir présents absents excusés décision éditeur langue anglais français allemand italien espagnol sens "
    "traduction chapitre oui non lundi mardi mercredi jeudi vendredi samedi dimanche"
)
# With which a direction begins that no comma parts from the name: "GRETCHEN am Spinnrade."
DIRECTING_WORDS = (
    "am an im in auf aus mit nach vor zu zum zur bei unter hinter allein at with from to within above below aside "
    "alone off seul seule à au aux dans sur avec solo sola tra con da"
)
# First words of lines that say what persons do, or head a division.
NO_NAME_WORDS = (
    "enter re exit exeunt re-enter by present act scene scenes akt szene aufzug auftritt acte scène atto scena acto "
    "escena actus scoena chapter part book persons personen personnages"
)
TITLES = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gen|Col|Capt|Cpt|Maj|Sgt|Lt|Rev|Hon|St|Sr|Sra|Sig|Hr|Fr|Frl|M|Mme|Mlle|MM|Me|[B-PR-Z]"
)
LOW_TITLES = "mr|mrs|ms|dr|prof|sen|rep|hr|fr|mme|mlle"
# What many are called, so that it names no one role.
COMMON_NAMES = "mr mrs miss dr the der die le la herr frau first second"
# Who is on the stage beside those who are named: "Minna. Die Vorigen."
PRESENT_WORDS = (
    "und and et e y dann hernach later puis die der the les le la vorige vorigen mêmes précédents same others"
)
# What is heard and speaks not, where labels stand before it as before speeches.
SOUND_WORDS = (
    "sound sounds sfx fx effect effects music lights ton töne musik geräusch geräusche licht son musique bruit"
)
# What kind of play it is, under its title: "A Comedy in Two Acts".
GENRE_WORDS = (
    r"(?:an? |ein |une? |il |un |una )?(?:\w+ )?(?:comedy|tragedy|play|drama|farce|tragi-?comedy|masque|sketch|"
    r"schauspiel|trauerspiel|lustspiel|posse|komödie|tragödie|volksstück|comédie|tragédie|tragi-comédie|drame|vaudeville|"
    r"commedia|tragedia|dramma|comedia|farsa)\b[^.,;:!?]*$"
)
CAST_WORDS = (
    r"dramatis person(?:ae|æ|en|s)|personae dramatis|personae|(?:die |handelnde |auftretende )?personen(?: des \w+)?|"
    r"personenverzeichnis|(?:les )?personnages|acteurs|(?:i )?personaggi|(?:los )?personajes|personas|persoonen|"
    r"personages|(?:the )?persons (?:(?:of|in) the (?:play|drama|comedy|tragedy)|represented)|(?:the )?persons|"
    r"(?:list of |the )?characters(?: (?:of|in) the (?:play|drama|comedy|tragedy))?|"
    r"(?:the )?cast(?: list| of characters)?|the people(?: (?:of|in) the play)?"
)
# Where and when the play is set, said after its cast.
SETTING_WORDS = (
    r"(?:the )?(?:scene|time|place|setting|period)|ort(?: der handlung)?|zeit(?: der handlung)?|schauplatz|"
    r"die handlung|das stück|la scène|le théâtre|la scena|la escena|the (?:action|play)"
)
# Signs of speech: who speaks and who is spoken to.
SPOKEN_WORDS = (
    r"i|i'm|i'll|you|your|we|us|our|me|my|mine|thou|thee|thy|yes|no|sir|madam|"
    r"ich|du|sie|ihr|wir|uns|mich|mir|dich|dir|mein|dein|ja|nein|je|j['’]\w+|tu|vous|nous|moi|toi|mon|ma|votre|oui|non|"
    r"monsieur|madame|io|voi|noi|mi|ti|mio|sì|yo|usted|ustedes|señor|ik|jij|wij|mij|heer"
)
