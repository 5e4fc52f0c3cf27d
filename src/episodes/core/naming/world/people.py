"""Hosts and guests in texts of the languages of the tables: behind labels, in phrases, beside verbs of talk.

`with` needs the name in a form whose base is known, so that nobody is published as `Janem Kowalskim`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from episodes.core.credit import Role
from episodes.core.naming.folding import fold
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import Name
from episodes.core.naming.sentences import sentences
from episodes.core.naming.sightings import Sighting, sighting
from episodes.core.naming.world.cases import base_of, is_genitive
from episodes.core.naming.world.letters import is_known_given
from episodes.core.naming.world.names import PARTICLES_OF_ALL, PARTICLES_OF_ROMANCE, Found, name_here, row_behind
from episodes.core.naming.world.rows import rows_below_labels
from episodes.core.naming.world.speech import Speech, words
from episodes.core.naming.world.spoken import speeches_of

MOST_LINES, LONGEST_LINE, MOST_LABELS = 60, 2000, 40
#: How sure a label, a phrase and a verb of talk are; without a known given name as sure as the last.
BY_LABEL, BY_PHRASE, BY_TALK, STRANGE = 0.95, 0.9, 0.86, 0.82
#: Verbs of the past do not say whether it was us.
_WITHOUT_PERSON = frozenset({"ru", "uk"})
_ROMANCE = frozenset({"fr", "es", "pt", "it", "ca"})
_LETTER = re.compile(r"(?<![\w'’-])[^\W\d_]")
#: Statesmen talk too, but not in a studio.
_AFFAIRS = re.compile(
    r"telef|телефон|τηλέφ|(?:^|\s)(?:pre[zs]ident|premi[eě]r|minist|kan[cz]l|президент|прем.?ер|министр|міністр|"
    r"πρωθυπ|πρόεδρ|fotbal|film|фильм|фільм)",
    re.IGNORECASE,
)
#: A guest of a house of state, or of another week, where the word for a guest stands.
_ELSEWHERE = re.compile(
    r"кремл|кремъл|kreml|bíl\w+ dom|biel\w+ dom|bijel\w+ ku[cć]|bel\w+ (?:ku[cć]|hiš)|б[еі]л\w+ д[оі]м|бял\w+ д[оу]м|"
    r"бел\w+ кућ|fehér ház|λευκ\w+ ο[ίι]κ|gedung putih|istana|casa alb|beyaz saray|valkois\w+ talo|biał\w+ dom|"
    r"(?:президент|прем.?[єе]р)(?:а|ът)|múlt heti|előző|következő|jövő heti|geçen|önceki|gelecek|sonraki|προηγούμεν|"
    r"επόμεν|prejšnj|naslednj|poprzedni|następn|прошл|следующ|предыдущ|минул|наступн|попередн|предишн|следващ|"
    r"претходн|следећ|minul|predošl|předchoz|příšt|budúc|prošl|sljedeć|viime|edelli|seuraav|minggu (?:lalu|depan)|"
    r"trecut|viito",
    re.IGNORECASE,
)
#: Who tells in a novel or film, and whose hero it is.
_IN_FICTION = re.compile(
    r"(?:^|\s)(?:v|ve|у|в)\s(?:rom[aá]n|роман|film|філь|фил)|(?:^|\W)(?:film|rom[aá]n|филмът|романът)\s|hrdin|геро[йїя]",
    re.IGNORECASE,
)
#: Signs of a sentence before the word for a guest that may say whose guest it is.
_WHOSE = 25
#: `Deniz Arslan'ı`.
_TURKISH = re.compile(r"['’](?:[yn]?[ıiuü]|[ydn]?[ae]|[nd]?[ıiuü]n|y?l[ae])$")
_FIRST_PERSON = re.compile(r"зовут|звати|с вами|з вами|микрофон", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:–—]|,\s(?:ale|але|но|ma|dar|ama|mutta|αλλά|hanem|tetapi|men|maar|aber|mais|pero)\s")
_FILL = r"(?:\s(?-i:[^\W\d_A-ZÀ-ÞА-ЯЁІЇЄҐΑ-Ω])[^\s,.;:!?]*){0,6}?"


@cache
def _label(table: str) -> re.Pattern[str]:
    more = r"(?:\s[^\W\d_]+){0,2}?"
    both = r"(?:[^\W\d_]+\s(?:i|a|ja|og|och|und|y|e|и|і|та|in|és|ve|și|en|et|και|&)\s)?"
    return re.compile(
        rf"(?:^|[.!?…|•·;–—)/\n-]\s?)\W{{0,4}}(?:{both}(?P<label>{words(table)}){more})\s?[:：|]\s?", re.IGNORECASE
    )


@cache
def _pattern(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){words(table)}(?![\w-])", re.IGNORECASE)


@cache
def _ending(table: str) -> re.Pattern[str]:
    """These words, and some in lower case behind them, at the end of a text."""
    return re.compile(rf"(?<![\w-]){words(table)}{_FILL}\s?$", re.IGNORECASE)


@cache
def _beginning(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?:,[^,.;:!?]{{2,90}},)?{_FILL}\s{words(table)}(?![\w-])", re.IGNORECASE)


@cache
def _stop(speech: Speech) -> re.Pattern[str]:
    return re.compile(words(" ".join([speech.no, speech.others])), re.IGNORECASE)


def sightings_of_world_labels(lines: Sequence[str], whole: str) -> Iterator[Sighting]:
    """Find the people behind labels of the text's own language."""
    for speech in speeches_of(whole):
        for line in (*lines[:MOST_LINES], *rows_below_labels(lines[:MOST_LINES], speech)):
            yield from _labelled(line[:LONGEST_LINE], speech)


def calls_guests_hosts(whole: str) -> bool:
    """Whether `host` is the text's word for a guest, as in Czech."""
    return not whole.isascii() and any("host" in speech.guests.split() for speech in speeches_of(whole))


def sightings_of_world(title: str, lines: Sequence[str], whole: str) -> Iterator[Sighting]:
    """Find the people of the sentences and the title of a text, by its own language's phrases."""
    for speech in speeches_of(whole):
        yield from _of_sentence(title[:LONGEST_LINE], speech, whole, "title")
        for line in lines[:MOST_LINES]:
            for sentence in sentences(line[:LONGEST_LINE]):
                yield from _of_sentence(sentence, speech, whole, "description")


def is_of_another_week(name: str, lines: Sequence[str], whole: str) -> bool:
    """Whether all sentences with a name tell of another week: `Ensi viikolla vieraana Matti Virtanen`."""
    later = [_pattern(speech.later) for speech in speeches_of(whole) if speech.later]
    if not later:
        return False
    named = [
        one for line in lines[:MOST_LINES] if name in line for one in sentences(line[:LONGEST_LINE]) if name in one
    ]
    return bool(named) and all(any(pattern.search(one) for pattern in later) for one in named)


def hosts_of_world_show(description: str) -> Iterator[Sighting]:
    """Find the hosts whom a show's description names in its own language."""
    lines = description.splitlines()
    named = (*sightings_of_world_labels(lines, description), *sightings_of_world("", lines, description))
    yield from (replace(seen, origin="show", exact=False) for seen in named if seen.credit.role == "host")


def _labelled(line: str, speech: Speech) -> Iterator[Sighting]:
    tables: tuple[tuple[Role, str], ...] = (("host", speech.hosts), ("guest", speech.guests))
    for role, table in tables:
        for match in list(_label(table).finditer(line))[:MOST_LABELS]:
            if _ELSEWHERE.search(match[0]):
                continue
            for found in row_behind(line, match.end(), _stop(speech), _as_it_is, _particles(speech), listed=True):
                if _is_known(found, speech) or found.start - match.end() < 2:
                    yield _seen(found, role, BY_LABEL, "description", match[0], line, exact=True)


def _of_sentence(sentence: str, speech: Speech, whole: str, origin: str) -> Iterator[Sighting]:
    if speech.later and _pattern(speech.later).search(sentence):
        return
    plain = _of_phrases(sentence, speech, whole, origin)
    talks = _of_talks(sentence, speech, whole, origin)
    for seen, start in (*plain, *talks):
        if not _is_denied(sentence, start, speech) and fold(seen.credit.name) not in OF_THE_NEWS:
            yield seen


def _is_elsewhere(sentence: str, start: int, name: int, speech: Speech) -> bool:
    """Whether what stands around a phrase says that the guest is not ours, or not this time."""
    around = sentence[max(0, start - _WHOSE) : name]
    return bool(_ELSEWHERE.search(around) or (speech.no and _pattern(speech.no).search(sentence[start:name])))


def _is_denied(sentence: str, start: int, speech: Speech) -> bool:
    clause = _CLAUSE.split(sentence[:start])[-1]
    return bool(speech.no) and _pattern(speech.no).search(clause[-70:]) is not None


def _of_phrases(sentence: str, speech: Speech, whole: str, origin: str) -> Iterator[tuple[Sighting, int]]:
    as_is: tuple[tuple[Role, str, float], ...] = (
        ("host", speech.host_is, BY_PHRASE), ("guest", speech.guest_is, BY_PHRASE), ("guest", speech.tells, BY_TALK),
    )  # fmt: skip
    for role, table, confidence in as_is:
        for match in _pattern(table).finditer(sentence) if table else ():
            if table == speech.tells and (not sentence[: match.start()].strip() or _IN_FICTION.search(sentence)):
                continue
            for found in row_behind(sentence, match.end(), _stop(speech), _as_it_is, _particles(speech)):
                if found.start - match.end() > 1 and is_genitive(found.text):
                    break
                if _is_elsewhere(sentence, match.start(), found.start, speech):
                    break
                if _is_known(found, speech) or (table != speech.tells and found.start - match.end() < 2):
                    exact = role == "host" and _leads(match[0]) and _is_known(found, speech)
                    yield _seen(found, role, confidence, origin, match[0], sentence, exact=exact), match.start()
    yield from _of_objects(sentence, speech, whole, origin)


def _leads(phrase: str) -> bool:
    """Whether several words say who leads through an episode, as `Al microfono` does; `my name is` may have company."""
    return " " in phrase and not _FIRST_PERSON.search(phrase)


def _of_objects(sentence: str, speech: Speech, whole: str, origin: str) -> Iterator[tuple[Sighting, int]]:
    for match in _pattern(speech.guest_of).finditer(sentence) if speech.guest_of else ():
        for found in row_behind(
            sentence, match.end(), _stop(speech), _undone(speech, match[0], whole), _particles(speech)
        ):
            if found.known and not _is_elsewhere(sentence, match.start(), found.start, speech):
                yield _seen(found, "guest", BY_PHRASE, origin, match[0], sentence), match.start()
    for found in _names(sentence, speech) if speech.behind else ():
        behind = re.match(rf"\s?{_pattern(speech.behind).pattern}", sentence[found.end :], re.IGNORECASE)
        if behind and _is_known(found, speech) and not _ELSEWHERE.search(behind[0]):
            yield _seen(found, "guest", BY_PHRASE, origin, behind[0], sentence), found.end + behind.end()


def _of_talks(sentence: str, speech: Speech, whole: str, origin: str) -> Iterator[tuple[Sighting, int]]:
    """Those beside `with`: before it a verb of ours, the noun, or a host and what that one does; or behind it these."""
    for start, end, row in _beside_with(sentence, speech, whole):
        before, after = sentence[:start], sentence[end:]
        told = speech.code in _WITHOUT_PERSON and any(found.known for found in _names(before, speech))
        ours = (
            speech.we_talk
            and not told
            and (_ending(speech.we_talk).search(before) or _beginning(speech.we_talk).match(after))
        )
        noun = speech.talk and (
            re.search(rf"(?<![\w-]){words(speech.talk)}{_FILL if speech.postposed else ''}\s?$", before, re.IGNORECASE)
            or (speech.postposed and _beginning(speech.talk).match(after))
        )
        if ours or noun:
            for found in row:
                yield _seen(found, "guest", BY_TALK, origin, sentence[start:end], sentence), start
            continue
        if speech.talks and _alone(before, speech) and not _AFFAIRS.search(sentence):
            for found in row:
                yield _seen(found, "guest", BY_TALK, origin, sentence[start:end], sentence), start
            continue
        host = _host_before(before, speech) or _host_behind(after, speech)
        if host and not _AFFAIRS.search(sentence):
            for found in row:
                yield _seen(found, "guest", BY_TALK, origin, sentence[start:end], sentence), start
            yield _seen(host, "host", BY_TALK, origin, sentence[start:end], sentence), start


def _beside_with(sentence: str, speech: Speech, whole: str) -> Iterator[tuple[int, int, list[Found]]]:
    if speech.postposed:
        for found in _names(sentence, speech):
            match = re.match(rf"\s{words(speech.mit)}(?!\w)", sentence[found.end :]) if speech.mit else None
            bare = _undone(speech, "", whole)(found) if match or not speech.mit else ""
            if bare and found.known | (speech.code == "hu"):
                named = Found(text=bare, start=found.start, end=found.end, known=True)
                yield found.start, found.end + (match.end() if match else 0), [named]
        return
    for match in _pattern(speech.mit).finditer(sentence) if speech.mit else ():
        row = row_behind(sentence, match.end(), _stop(speech), _undone(speech, match[0], whole), _particles(speech))
        if row and all(found.known for found in row):
            yield match.start(), row[-1].end, row


def _host_before(before: str, speech: Speech) -> Found | None:
    """Of `Ann Lee talks with` the host, where nothing else stands before the verb but her name."""
    if not speech.talks or not (verb := _ending(speech.talks).search(before)):
        return None
    for found in _names(before[: verb.start()], speech):
        if found.known and not before[found.end : verb.start()].strip() and len(before[: found.start]) < 30:
            return found
    return None


def _alone(before: str, speech: Speech) -> bool:
    """Whether a sentence begins with a host's given name alone, and the verb: `Anna snakker med`."""
    verb = _ending(speech.talks).search(before)
    subject = before[: verb.start()].split() if verb else []
    return len(subject) == 1 and subject[0].isalpha() and subject[0].istitle() and is_known_given(subject[0])


def _host_behind(after: str, speech: Speech) -> Found | None:
    """Of `With Bo Ek, a baker, talks Ann Lee` the host."""
    verb = _beginning(speech.talks).match(after) if speech.talks else None
    found = name_here(after, verb.end() + 1) if verb else None
    return found if found and found.known else None


def _is_known(found: Found, speech: Speech) -> bool:
    """Whether a list knows the given name, which in Hungarian comes last."""
    return found.known or (speech.code == "hu" and is_known_given(found.text.rsplit(" ", 1)[-1]))


def _as_it_is(found: Found) -> str:
    return found.text


def _particles(speech: Speech) -> frozenset[str]:
    return PARTICLES_OF_ROMANCE if speech.code in _ROMANCE else PARTICLES_OF_ALL


def _undone(speech: Speech, before: str, whole: str) -> Callable[[Found], str]:
    return lambda found: base_of(found.text, speech.code, before=before.rstrip(), text=whole)


def _names(text: str, speech: Speech) -> Iterator[Found]:
    """All names of a text; a word for a talk or guest that begins it is none of a name: `Beszélgetés Nagy Annával`."""
    at = 0
    while match := _LETTER.search(text, at):
        called = _pattern(f"{speech.talk} {speech.guests}").match(text, match.start())
        if called:
            at = called.end()
            continue
        found = name_here(text, match.start()) if match[0].isupper() else None
        if found:
            yield found
        at = found.end if found else match.end()


def _seen(
    found: Found, role: Role, confidence: float, origin: str, by: str, text: str, *, exact: bool = False
) -> Sighting:
    name = Name(text=_TURKISH.sub("", found.text), start=found.start, end=found.end, has_known_given=found.known)
    sure = confidence if found.known else min(confidence, STRANGE)
    return sighting(name, role, sure, origin, f"{by.strip()[:60]!r} beside the name", text=text, exact=exact)
