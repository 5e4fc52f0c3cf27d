"""Words that tell a person's name from other capitalised words."""

from __future__ import annotations

import re

from episodes.core.naming.folding import fold
from episodes.core.naming.roles import HOSTING, ROLES


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(words).split())


#: Before a name, and no part of it.
HONORIFICS = _folded("""
    dr dr. prof prof. professor mr mr. mrs mrs. ms ms. sir dame lord lady rev rev. reverend father fr. fr pastor
    bishop rabbi imam sen sen. senator rep rep. congressman congresswoman gov gov. governor mayor president judge
    justice capt capt. captain col col. colonel gen gen. general lt lt. major maj. sgt sgt. sergeant adm. admiral
    ambassador amb amb. lt.col. ltc cmdr cmdr. maj.gen. brig. brigadier sgt.maj. baroness baron sister
    rear commander commodore marshal hon. honourable
    brother bro. elder swami lama gm im rev.dr. minister secretary herr frau dipl.-ing. ing. mag. monsieur
    madame m. mme don doña sr sr. sra sra.
    señor señora dott dott. dottor dottoressa ing avv. sheikh dr.med. med. phil. rer. nat. h.c. pd prof.dr.
    univ.-prof. doktor professorin
""")

#: Small words inside a name.
PARTICLES = _folded(
    "van von de da di del della dello den der des du dos das do la le el al bin ibn ben ter ten zu zur af av y e "
    "san st. st o' d' della dalla lo los las vom zum 't in't op't"
)

_NEVER = """
    the a an and or of in on at for to from with without by as is are was be this that these those our your my his
    her their its we you they us who what when where why how which not no yes all more most new old big great best
    gents gals dudes
    worst first last next podcast podcasts show shows radio tv television channel network media news newsroom
    studio studios production productions pictures films film movie movies records music band orchestra choir
    university universities college school academy institute institut institution museum library church cathedral
    foundation stiftung society association federation union party government ministry department office bureau
    agency council committee commission court parliament congress senate company corporation corp inc inc. ltd
    ltd. llc gmbh ag co co. group holdings partners ventures capital bank fund times post guardian tribune herald
    journal gazette magazine magazin review press daily weekly monthly today tonight now telegraph observer
    standard chronicle monitor spiegel zeitung welt zeit bbc cnn nbc abc cbs npr pbs espn nyt wsj week weeks month
    year years day days hour hours minute minutes morning evening night episode episodes season series part
    chapter volume special edition bonus trailer interview interviews conversation conversations discussion live
    extra january february march april june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday america american americans european europe british britain english
    german germany french france italian italy spanish spain russian russia chinese china japanese japan korean
    indian african asian australian canadian irish scottish welsh mexican brazilian ukrainian ukraine israeli
    palestinian turkish greek roman egyptian persian arab christian jewish muslim york angeles francisco vegas
    city county state states street road avenue square park lake river mountain island islands world war wars
    international national global local federal royal united kingdom republic democratic conservative labour
    media everything nothing something anything everyone nobody someone anyone people person man woman men women girl
    girls boy boys kid kids children family mother father brother sister brothers sisters parents friends god love
    life death dead money power time history science technology tech business health sports sport politics culture
    art food travel nature education law game games book books story stories song songs album tour festival award
    awards prize championship league cup open free good bad real true false high low fast slow black white red
    blue green gold golden silver dark light apple google microsoft amazon facebook meta twitter youtube instagram
    tiktok spotify netflix patreon soundcloud discord reddit linkedin openai tesla nvidia intel ibm oracle adobe
    github gitlab cloud computing data software hardware internet web online digital virtual artificial
    intelligence machine learning security cyber crypto bitcoin blockchain team teams crew gang squad club
    community center centre project program programme system systems services service solutions labs lab llp
    associates consulting marketing management design engineering research development communications relations
    subscribe follow support listen learn watch visit join check click download links link website email contact sponsor
    sponsors thanks thank welcome hello please sign share like rate comment episode's part two three four five six
    seven eight nine ten hundred thousand million billion der die das und oder von mit für aus bei im am zum zur
    ein eine einen einem sendung folge teil zeit land deutschland museum gesellschaft verein universität
    hochschule forschung wissenschaft technik kultur geschichte geschichten le la les des et ou du un une avec
    pour dans sur par el los las y o con por para il lo gli i per nel della house home hotel restaurant bar
    cafe café kitchen garden store shop market street wall force army navy police fire stage theatre theater opera
    ballet gallery hall tower bridge castle palace garden gardens zoo airport station act bill amendment
    constitution treaty revolution rebellion crisis disaster massacre murder murders mystery case trial agenda
    report reports update updates recap preview highlights roundup digest bulletin dispatch dispatches questions
    answers question answer tips tricks guide lessons rules secrets facts myths ideas thoughts very much many some
    any every each other another same such own just only even also still already yet do does did done doing make
    makes made making go goes going gone get gets getting take takes taking come comes coming know think talk
    talks talking say says said tell tells ask asks meet meets find finds live lives living can could will would
    should must might shall may back here there up down out off over under again away about after before between
    through during against empire emperor legion legions catholic orthodox rock values nationalism catholicism
    christianity church's adventures therapy chapel ministries synagogue parish baptist fellowship diocese mosque
    congregation üniversitesi vakfı enstitüsü université universidad universidade università universiteit universitet
    uniwersytet
    yliopisto univerzita egyetem école escuela escola scuola fundación fondazione fondation akademie academia accademia
    akademia ministerium ministère istituto instituto verlag éditions editorial edizioni zentrum klinik klinikum
    charité spital hospital hôpital ospedale bundesamt landesamt behörde gewerkschaft partei partido partito bundestag
    landtag clinic health healthcare medical insurance airlines motors records energy logistics technologies
    pharmaceuticals biotech analytics global allianz
    tabernacle sermons trust srl spa combinator forum woche wochen tag tage monat monate jahr jahre unlimited
    operations sales finance strategy growth partnerships experience affairs policy innovation sustainability retention
    ministerin kanzlerin senatorin staatssekretär staatssekretärin fachhochschule christmases past
    hear featuring feat starring introducing presenting hosting hosted joined beispiel prix pulitzer goncourt nobel
    klassiker conduce conducono conducen presentano intervista conversazioni maximum fun
    moderna moderno returns return enterprises worldwide digital audio originals collective cooperative
"""
#: Never in a person's name.
NOT_IN_NAMES = _folded(_NEVER) - _folded(
    "will may bill art black white young christian roman green gold golden silver march april june "
    "august rich price bush law love dean kitchen wall hall park fields lake garden bridge king castle field "
    "christian day night fox good england german french english welsh blue house marketing guardian light wells "
    "journal holland major earl marquis best bishop street power market barber cook baker power powers west "
    "north east south lane banks woods ford hill stone wolf bell cash fry noble page reed rose strong swift sharp "
    "short long moody daily case song time moon sun life story penny royal weeks trial chase noble rowling monday "
    "friday jordan paris hunt pope state nice real wise"
)
_SPELLED = frozenset(_NEVER.lower().split())
#: Words of the list above that are common surnames too; they may end a name, never begin one.
SURNAMES_TOO = _folded(
    "black white young christian roman green gold golden silver price bush law love dean kitchen wall hall park "
    "lake garden bridge king castle day fox good england german french english welsh house light journal holland "
    "best bishop street power west case song moon story penny royal weeks chase friday hunt pope nice wise "
    "strong short long bell state"
)
#: Given names that behind another name are a surname.
SURNAMES_OF_FATHERS = _folded(
    "williams evans edwards roberts richards stevens davis harris jones andrews matthews phillips hughes daniels "
    "peters jacobs simmons simons adams abrams owens rogers walters michaels johnson jackson wilson "
    "anderson thompson nelson"
)
#: Ordinary words that are surnames where a label and a known given name stand before them.
SURNAMES_BEHIND_LABELS = (
    (ROLES - HOSTING - _folded("guest guests author authors former ex legendary special featured e creators lead head"))
    | SURNAMES_TOO
    | _folded(
        "story book books case money day days child friend friends read record game play song award cup france spain "
        "ireland israel germany french welsh scottish irish boy girl man woman brother sister god death life peace "
        "true fast high big new old great speak market fire island mountain river square project question answer "
        "tower palace army navy law nature history culture sport sports war bill act"
    )
)


#: Whom the news name every day: two of them who `discuss` something present no show.
OF_THE_NEWS = frozenset(
    fold(name)
    for name in (
        "Donald Trump", "Joe Biden", "Barack Obama", "Kamala Harris", "Hillary Clinton", "Bill Clinton", "George Bush",
        "George W. Bush", "JD Vance", "Marco Rubio", "Nancy Pelosi", "Bernie Sanders", "Antony Blinken", "Elon Musk",
        "Mark Zuckerberg", "Jeff Bezos", "Bill Gates", "Sam Altman", "Vladimir Putin", "Sergey Lavrov",
        "Volodymyr Zelensky", "Angela Merkel", "Olaf Scholz", "Friedrich Merz", "Robert Habeck",
        "Emmanuel Macron", "Marine Le Pen", "François Hollande", "Nicolas Sarkozy", "Boris Johnson", "Keir Starmer",
        "Rishi Sunak", "Theresa May", "Tony Blair", "David Cameron", "Nigel Farage", "Jeremy Corbyn", "Xi Jinping",
        "Kim Jong-un", "Narendra Modi", "Recep Tayyip Erdogan", "Benjamin Netanyahu", "Viktor Orban", "Giorgia Meloni",
        "Silvio Berlusconi", "Matteo Salvini", "Pedro Sánchez", "Mariano Rajoy", "Jair Bolsonaro", "Javier Milei",
        "Nicolás Maduro", "Hugo Chávez", "Fidel Castro", "Ursula von der Leyen", "Jens Stoltenberg", "Mark Rutte",
        "Geert Wilders", "Bashar al-Assad", "Adolf Hitler", "Joseph Stalin", "Winston Churchill",
    )
)  # fmt: skip


def is_spelled_apart(word: str) -> bool:
    """Whether only accents tell a word from one that is never in a name: `Löw`, not `low`.

    >>> is_spelled_apart("Löw"), is_spelled_apart("Low"), is_spelled_apart("Für")
    (True, False, False)
    """
    lower = word.lower()
    return not lower.isascii() and fold(word) in _SPELLED and lower not in _SPELLED


DEGREES = frozenset(
    ("MD", "PhD", "PHD", "DVM", "DDS", "DMD", "RN", "JD", "MBA", "CPA", "LCSW", "OBE", "MBE", "CBE", "MPH", "DO", "MSW",
     "ACE", "ASC", "BSC", "FRS", "CISSP", "PMP")
)  # fmt: skip
HOUSES = frozenset({"vineyard", "vineyards", "winery", "wineries", "brewery", "distillery", "cellars", "estates"})
#: Behind the name of a firm.
AND_COMPANY = re.compile(
    r"\s(?:&|and)\s(?:Co\b|Company\b|Sons\b|Associates\b|Partners\b)|,?\s(?:LLP|LLC|GmbH|Ltd|Inc)\b"
)
#: What follows a name where line breaks were lost.
CREDITED = frozenset(("produced", "producer", "producers", "presented", "presenter", "edited", "mixed", "recorded"))
