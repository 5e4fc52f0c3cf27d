"""What shows call their episodes, seasons and parts, in the languages of the world."""

from __future__ import annotations

from episodes.core.naming.folding import fold


def words_of(listed: str) -> frozenset[str]:
    """Split a list of plain words."""
    return frozenset(listed.split())


def _folded(words: str) -> tuple[str, ...]:
    """Split into folded words, longest first, `_` standing for a space."""
    return tuple(sorted({fold(word.replace("_", " ")) for word in words.split()}, key=len, reverse=True))


#: With a number after it, such a word names the episode: "Folge 12".
EPISODE = _folded("""
    episode episodes epsiode epispde episde epidose epiosde espisode episdoe episod epi ep eps podcast_episode
    show_number folge folgen flg sendung ausgabe épisode émission numéro episodio episódio episodios episodi
    puntata capítulo capitulo cap capítol episodul aflevering afleveringen afl avsnitt avsn avs afsnit afsn jakso
    odcinek odc epizod epizoda epizodi epizóda epizód díl diel adás bölüm bölm bolum episoodi episood sērija serija
    epizode epizodas эпизод выпуск серия вып эп епізод випуск серія епизод епизода επεισόδιο επ tập tap ตอนที่ ตอน
    एपिसोड कड़ी الحلقة حلقة פרק قسمت اپیزود pennod eagrán kipindi epizodo þáttur atala
""")

#: Words that also name other things; they count where the title's marks set them apart.
LOOSE_EPISODE = _folded("""
    show podcast podcast_edition program programme programa session sessie sesión séance lesson lektion lección
    lezione leçon les lecture class chapter chapitre kapitel kapittel capitolo rozdział kapitola глава hoofdstuk
    fejezet chương số phần_tập bab case issue edition edição edición emisión éditions édition volume vol volumen band
    broadcast interview talk tutorial entretien gespräch entry dispatch letter sermon урок лекция сезон_выпуск bonus
    minisode special nr no nº nummer num number núm n° uitgave utgave meeting webinar devlog vlog livestream
""")

#: After a number, such a word names the episode: "12. Bölüm", "5 серия".
EPISODE_AFTER = _folded("""
    bölüm bölm rész epizód adás серия серія серии выпуск випуск эпизод епізод epizoda epizóda díl diel dalis
    sērija serija episood jakso odcinek osa avsnitt folge puntata episodio episode aflevering episoodi sērija
    епизод επεισόδιο
""")

SEASON = _folded("""
    season seasons series serie series_no staffel saison temporada temp stagione stag seizoen säsong sæson
    sesong kausi tuotantokausi sezon sezona sezóna série évad сезон hooaeg sezonas σεζόν κύκλος mùa musim ฤดูกาล
    सीज़न सीजन الموسم موسم עונה فصل 시즌 シーズン szezon denboraldia
""")

SEASON_AFTER = _folded("""
    сезон sezon sezonas sezona sezóna sezonu évad kausi hooaeg staffel season stagione temporada saison
    серия_сезона série
""")

#: Parts of one story: their numbers are not the episode's.
PART = _folded("""
    part parts pt teil teile tl parte partie deel del osa część cz část časť rész часть ч partea μέρος kısım
    bagian phần भाग الجزء חלק بخش ภาค rata round runde day days dag tag jour día dia giorno день week woche
    semaine semana settimana половина half hälfte disc disk cd side tape reel act akt acte atto scene szene
    level stage phase step schritt étape take hour segment block matchday gameweek spieltag jornada journée
    giornata kolejka omgång ronda innings take top rank grade rule tip reason lap heat quarter night leg match
    game race book buch livre libro libri volume_of track group pool tier ring area zone room route highway
    flight psalm article section sector district unit apollo windows iphone ipad android covid formula formel
    formule playstation xbox boeing airbus model type typ version figure figur platz place rang channel kanal
    canal studio catch fahrenheit
""")
