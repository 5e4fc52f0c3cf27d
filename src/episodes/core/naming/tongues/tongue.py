"""What a language calls guests, talks and what people do in them; `frames.py` builds the sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """Words of one language, apart by blanks; `_` is a blank inside, `*` any ending.

    `speak` and `receive` are of me and us, `speaks`, `receives` and `tells` of others, one or several.
    """

    speaks: str = ""  #: takes `mit`: who speaks, and with whom
    speak: str = ""
    spoken: str = ""  #: behind `have`
    receives: str = ""  #: takes the guest as its object
    receive: str = ""
    received: str = ""  #: behind `have`
    tells: str = ""  #: what a guest does, about a topic
    argues: str = ""  #: what a guest does where the sentence says that it is this episode
    gives: str = ""  #: what a guest does only to us
    presents: str = ""  #: what several hosts do
    holds: str = ""  #: what a host does, in the description of a show
    we: str = ""  #: empty where the verb says it
    have: str = ""
    has: str = ""  #: of others
    i_am: str = ""  #: before the name of who tells it
    us: str = ""  #: to us
    us_first: bool = False  #: `nous raconte`; else `erzählt uns`
    verb_first: bool = False  #: `In dieser Folge spricht A mit B`
    before_guest: str = ""  #: `entrevistamos a`
    mit: str = ""
    between: str = ""
    about: str = ""
    guest: str
    guests: str
    our: str = ""  #: `unser Gast`, `mein`, `today's`
    of_ours: str = ""  #: behind it: `ospite di questa puntata`
    be: str = ""  #: `is`, `are`; and of the past in `was`
    was: str = ""
    as_guest: str = ""
    with_us: str = ""  #: who is here is
    there: str = ""  #: `there is`
    talk: str = ""  #: a conversation, as a noun
    chat: str = ""  #: other nouns of it, that say so only before `with`: they are other things in other languages
    meeting: str = ""  #: others that say so only with an article
    in_talk: str = ""  #: `im Gespräch`
    he: str = ""
    his: str = ""
    within: str = ""  #: in a work
    works: str = ""  #: books and the like
    describes: str = ""  #: what is done in a work, between it and who made it
    this: str = ""  #: before an episode
    episode: str = ""
    today: str = ""
    no: str = ""


def alternatives(words: str) -> list[str]:
    r"""The pieces of a pattern that words of a table stand for.

    >>> alternatives("talks sits_down guest*")
    ['talks', 'sits\\sdown', 'guest\\w*']
    """
    return [word.replace("_", r"\s").replace("*", r"\w*") for word in words.split()]


def either(words: str | Iterable[str]) -> str:
    """One pattern for any of these words, the longest first."""
    given = [words] if isinstance(words, str) else words
    pieces = {piece for some in given for piece in alternatives(some)}
    return f"(?:{'|'.join(sorted(pieces, key=lambda piece: (-len(piece), piece)))})"
