"""German, Dutch, Swedish, Norwegian and Danish: the verb comes second, so often before who does it."""

from __future__ import annotations

from episodes.core.naming.tongues.tongue import Tongue

GERMAN = Tongue(
    speaks="spricht sprechen sprach sprachen redet reden diskutiert diskutieren plaudert plaudern quatscht "
    "quatschen unterhält_sich unterhalten_sich debattiert debattieren philosophiert philosophieren "
    "bespricht besprechen",
    speak="spreche sprechen sprach sprachen rede reden redete redeten diskutiere diskutieren plaudere plaudern "
    "quatsche quatschen unterhalte unterhalten unterhielt unterhielten talke talken philosophiere philosophieren "
    "tausche tauschen bespreche besprechen",
    spoken="gesprochen geredet unterhalten diskutiert geplaudert gequatscht ausgetauscht",
    receives="begrüßt begrüßen interviewt interviewen empfängt empfangen",
    receive="begrüße begrüßen treffe treffen interviewe interviewen besuche empfange empfangen begegne",
    tells="erzählt erzählen erklärt erklären berichtet berichten verrät verraten erläutert erläutern schildert "
    "schildern", we="ich wir", have="habe haben", us="uns mir euch", verb_first=True, mit="mit", between="zwischen",
    about="über von zu zum zur",
    guest="Gast Gästin Studiogast Talkgast Interviewgast Gesprächspartner Gesprächspartnerin",
    guests="Gäste Gästen Studiogäste Talkgäste Gesprächspartner", our="unser unsere mein meine heutiger heutige",
    be="ist sind", was="war waren",
    as_guest="als_Gast als_Gäste als_Gästin zu_Gast als_Gesprächspartner als_Gesprächspartnerin",
    talk="*gespräch *gespräche *gesprächs *gesprächen interview interviews",
    in_talk="im_gespräch im_interview im_talk", he="er sie die_beiden",
    this="im der dieser diese diesem der_heutigen der_neuen unserer", today="heute diesmal wieder",
    episode="folge episode sendung ausgabe podcast podcastfolge interview", no="nicht nie kein*",
    received="eingeladen zu_Gast interviewt begrüßt",
    gives="zeigt gibt geben nimmt nehmen beantwortet",
    presents="analysieren nehmen blicken schauen streiten begrüßen klären stellen widmen",
    holds="trifft lädt führt fragt präsentiert moderiert",
    his="sein* ihr*",
    within="in",
    works="*buch *roman memoiren tagebuch autobiografie",
    describes="beschreibt schreibt erzählt",
    with_us="mit_dabei",
    argues="analysiert beleuchtet deutet zeigt ordnet beantwortet blickt plädiert warnt fordert kritisiert "
    "beschreibt stellt skizziert widerspricht klärt",
)  # fmt: skip
DUTCH = Tongue(
    speaks=r"gaat(?=\smet\s[^.!?]{4,50}\sin\sgesprek) spreekt spreken sprak spraken praat praten "
    "discussieert discussiëren bespreekt bespreken",
    speak="spreek spreken sprak spraken praat praten sprak", spoken="gesproken gepraat",
    receives="ontvangt ontvangen interviewt interviewen verwelkomt verwelkomen",
    receive="ontvang ontvangen interview interviewen verwelkom verwelkomen",
    tells="vertelt vertellen legt leggen deelt", we="ik we wij", have="heb hebben", us="ons mij je", verb_first=True,
    mit="met", between="tussen", about="over", guest="gast", guests="gasten", our="onze mijn", be="is zijn",
    was="was waren", as_guest="als_gast als_gasten te_gast",
    talk="*gesprek *gesprekken interview interviews vraaggesprekken", in_talk="in_gesprek", he="hij zij ze",
    this="deze de", today="vandaag", episode="aflevering podcast uitzending", no="niet nooit geen",
    received="uitgenodigd te_gast geïnterviewd", gives="neemt geeft",
    presents="blikken duiken kijken bekijken", holds="ontmoet presenteert vraagt",
    his="zijn haar",
    within="in",
    works="*boek *roman dagboek",
    describes="beschrijft schrijft vertelt",
    with_us="bij_ons bij_mij",
    argues="analyseert duidt pleit beschrijft legt",
)  # fmt: skip
SWEDISH = Tongue(
    speaks="pratar pratade samtalar samtalade talar talade snackar snackade diskuterar",
    speak="pratar pratade samtalar samtalade talar talade snackar snackade diskuterar",
    spoken="pratat talat samtalat snackat", receives=r"intervjuar(?!\sgör) möter träffar välkomnar",
    receive="intervjuar intervjuade välkomnar träffar möter", tells="berättar förklarar", we="vi jag", have="har",
    us="oss mig", verb_first=True, mit="med", between="mellan", about="om", guest="gäst gästen",
    guests="gäster gästerna", our="vår min veckans dagens kvällens avsnittets månadens", be="är", was="var",
    as_guest="som_gäst som_gäster", talk="intervju intervjuer samtal samtals", in_talk="i_samtal", he="hon han",
    this="i detta denna veckans dagens", today="idag i_dag",
    episode="avsnitt* podd podden studion", no="inte aldrig ingen",
    received="bjudit_in intervjuat", gives="tar ger", presents="diskuterar",
    his="sin sitt sina hans hennes",
    within="i",
    works="bok *roman dagbok memoarer",
    describes="beskriver skriver berättar",
    with_us="med_oss med_mig hos_oss",
    argues="analyserar beskriver resonerar reder",
)  # fmt: skip
NORWEGIAN = Tongue(
    speaks="snakker snakket prater pratet samtaler diskuterer",
    speak="snakker snakket prater pratet samtaler diskuterer", spoken="snakket pratet", receives="intervjuer møter",
    receive="intervjuer møter", tells="forteller forklarer", we="vi jeg", have="har", us="oss meg", verb_first=True,
    mit="med", between="mellom", about="om", guest="gjest gjesten", guests="gjester gjestene",
    our="vår min ukens ukas dagens kveldens episodens", be="er", was="var", as_guest="som_gjest som_gjester",
    talk="intervju intervjuer samtale samtaler samtales", in_talk="i_samtale", he="hun han",
    this="i denne dette ukens dagens",
    today="i_dag", episode="episode* podkast*", no="ikke aldri ingen", received="invitert intervjuet",
    gives="tar gir", presents="diskuterer ser",
    his="sin sitt sine hans hennes",
    within="i",
    works="bok *roman dagbok memoarer",
    describes="beskriver skriver forteller",
    with_us="med_oss med_meg hos_oss",
    argues="analyserer beskriver",
)  # fmt: skip
DANISH = Tongue(
    speaks="taler talte snakker snakkede diskuterer", speak="taler talte snakker snakkede diskuterer",
    spoken="talt snakket", receives="interviewer møder", receive="interviewer møder", tells="fortæller forklarer",
    we="vi jeg", have="har", us="os mig", verb_first=True, mit="med", between="mellem", about="om",
    guest="gæst gæsten", guests="gæster gæsterne", our="vores min ugens dagens aftenens afsnittets", be="er",
    was="var", as_guest="som_gæst som_gæster",
    talk="interview interviews samtale samtaler samtales", in_talk="i_samtale",
    he="hun han", this="i dette denne ugens dagens", today="i_dag", episode="afsnit* podcast*",
    no="ikke aldrig ingen", received="inviteret interviewet", gives="tager giver",
    presents="diskuterer ser",
    his="sin sit sine hans hendes",
    within="i",
    works="bog *roman dagbog erindringer",
    describes="beskriver skriver fortæller",
    with_us="med_os hos_os hos_mig",
    argues="analyserer beskriver",
)  # fmt: skip
