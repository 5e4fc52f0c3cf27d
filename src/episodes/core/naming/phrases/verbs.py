"""What people do on a show: each English verb once, and what it says of the person who stands before it.

Those of other languages stand in `tongues/`, in classes of which each counts in several places.

A verb that is not here, or not for a place, says nothing: its person is only talked of. Behind a guest:

- `begins`: `Historian A argues …`, or A whom the title names, at the beginning of a sentence
- `surely`: the same of a name that no list of given names knows
- `titled`: `A, …, argues` in a sentence, of whom the title names
- `named`: `Lee talks to us`, of A Lee whom the title names
- `told`: `A, historian at X, explains`
- `airs`, `topic`: `critic A weighs in`, `The BBC's A explains`; the first is done on air only, the second also in books
- `own`: `critic A explains how she …`; who tells of the own work lives
- `again`: `A is a critic. … She explains`
- `us`: `A walks us`
- `meets`: `A talks to B`, `we talk to B`

Behind a host:

- `summary`: `A and B discuss …` begins the description of an episode
- `several`: two who do it talk with each other, as in `topic` and `meets`
- `alone`: `A discusses …` begins it
- `show`: in the description of a show
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from episodes.core.naming.tongues.frames import words_of

#: Third person; plain, as said of several; past; and the places. `-` is a form that counts nowhere, `_` a space.
_TABLE = """
    is             -              -          begins
    has            -              -          begins
    joins          join           joined     begins surely titled named told airs again us
    talks          talk           talked     begins surely titled named again us meets summary show
    talks_about    talk_about     -          told topic own
    talks_through  talk_through   -          told topic
    talks_to       -              -          alone
    talks_with     -              -          alone
    speaks         speak          spoke      begins titled named again us meets show
    speaks_about   speak_about    -          told topic
    speaks_on      speak_on       -          told topic
    speaks_to      -              -          alone
    speaks_with    -              -          alone
    chats          chat           chatted    begins surely titled named told airs meets summary show
    chats_with     -              -          alone
    converses      converse       conversed  meets
    sits_down      sit_down       sat_down   titled named meets summary show
    sits_down_with -              -          alone
    catches_up     catch_up       caught_up  named meets summary
    hangs_out      hang_out       hung_out   meets
    checks_in      check_in       checked_in meets
    tells          tell           told       begins surely titled named told own again us show
    tells_the      tell_the       -          summary alone
    discusses      discuss        discussed  begins surely titled told topic own again summary alone show
    explains       explain        explained  begins surely titled told topic own again us
    shares         share          shared     begins surely titled told topic own again summary show
    describes      describe       -          begins surely titled told own
    reflects       reflect        -          begins surely titled told summary
    reflects_on    -              -          own
    reveals        reveal         -          begins titled own
    recalls        -              -          begins own
    remembers      -              -          begins own
    recounts       recount        -          titled own
    argues         argue          -          begins titled summary
    believes       -              -          begins
    thinks         -              -          begins
    wants          -              -          begins
    answers        answer         -          begins titled told topic summary show
    offers         offer          -          begins told show
    unpacks        unpack         -          begins told topic summary alone show
    weighs_in      weigh_in       -          titled told airs
    opens_up       open_up        -          titled named told airs
    breaks         -              -          begins
    breaks_down    break_down     -          titled told topic summary alone show
    walks          walk           walked     begins told us
    walks_us       walk_us        -          titled
    takes          take           took       begins us show
    takes_us       take_us        -          titled summary
    gives          -              gave       begins us
    gives_us       give_us        -          titled
    shows          -              showed     begins us
    helps          help           -          begins show
    helps_us       help_us        -          told
    looks          look           -          begins show
    looks_at       look_at        -          topic summary alone
    looks_back     look_back      -          told topic
    looks_ahead    -              -          topic
    lays           -              -          begins
    lays_out       lay_out        -          told topic
    makes          -              -          begins
    makes_the_case make_the_case  -          told topic
    sheds_light    shed_light     -          told topic
    delves         delve          -          told show
    reports        report         -          begins alone
    returns        return         -          begins titled summary
    sits           -              -          begins
    stops          -              -          begins
    drops          -              -          begins
    drops_by       -              -          airs
    comes          -              -          begins
    says           -              -          begins
    introduces     -              -          begins
    reads          read           -          begins show
    performs       perform        -          begins airs
    sings          -              -          airs
    recommends     -              -          topic
    teaches        teach          taught     us show
    reminds        -              -          us
    guides         guide          -          us show
    explores       explore        -          begins summary alone show
    examines       examine        -          begins summary several alone show
    considers      consider       -          begins summary alone
    reviews        review         -          begins topic summary alone show
    debates        debate         -          begins summary show
    charts         -              -          begins
    traces         -              -          begins alone
    dives          dive           -          begins summary alone show
    digs           dig            -          summary alone show
    presents       present        -          begins summary alone show
    brings         bring          -          begins alone show
    brings_you     bring_you      -          summary
    takes_a_look   take_a_look    -          summary alone
    takes_on       take_on        -          summary
    takes_your     take_your      -          summary
    analyses       analyse        -          summary alone show
    analyzes       analyze        -          summary alone show
    hosts          host           -          summary alone show
    interviews     interview      -          alone show
    investigates   investigate    -          summary alone show
    covers         cover          -          summary show
    recaps         recap          -          summary several show
    reacts         react          -          summary show
    ranks          rank           -          summary several show
    tackles        tackle         -          summary show
    celebrates     celebrate      -          summary show
    welcomes       welcome        -          summary alone show
    asks           ask            -          summary alone
    wonders        wonder         -          summary alone
    revisits       revisit        -          summary alone
    travels        travel         -          alone show
    meets          meet           -          alone show
    hears          -              -          alone
    finds_out      -              -          alone
    goes           -              -          alone
    heads          -              -          alone
    heads_to       head_to        -          summary
    ponders        ponder         -          summary
    responds       respond        -          summary
    pits           pit            -          summary
    plays          play           -          summary
    dishes         dish           -          summary
    picks          pick           -          summary
    gets_into      get_into       -          summary
    gets_to        get_to         -          summary
    gets_stuck     get_stuck      -          summary
    gets_together  get_together   -          summary
    kicks_off      kick_off       -          summary
    wraps_up       wrap_up        -          summary
    rounds_up      round_up       -          summary
    counts_down    count_down     -          summary
    runs_through   run_through    -          summary
    runs_down      run_down       -          summary
    weighs         weigh          -          summary
    tries          try            -          summary
    makes_predictions make_predictions - summary several
    previews       preview        -          summary several
    banters        banter         -          summary
    spoils         spoil          -          summary
    spins          spin           -          summary
    swaps          swap           -          summary
    dissects       dissect        -          show
    delivers       deliver        -          show
    riffs          riff           -          show
    uncovers       uncover        -          show
    watches        watch          -          show
    demystifies    demystify      -          show
    curates        curate         -          show
    digests        digest         -          show
    leads          lead           -          show
    invites        invite         -          show
    ist            -              -          begins
    hat            -              -          begins
    est            -              -          begins
    a              -              -          begins
    es             -              -          begins
    è              -              -          begins
    är             -              -          begins
"""
#: Which forms count where: third person, plain, past.
PLACES = {
    "begins": (0, 2), "surely": (0,), "titled": (0, 1), "named": (0, 1, 2), "told": (0, 1), "airs": (0,), "topic": (0,),
    "own": (0,), "again": (0, 2), "us": (0, 2), "meets": (0, 1, 2), "summary": (1,), "several": (1,),
    "alone": (0,), "show": (0, 1),
}  # fmt: skip
#: Which verbs of other languages count where, by their field in the language's table.
_OF_TONGUES = {
    "begins": ("tells", "speaks"), "surely": ("tells",), "titled": ("tells", "speaks"), "told": ("tells",),
    "airs": ("tells",), "again": ("tells", "speaks"), "summary": ("speaks", "tells", "receives", "presents"),
    "show": ("speaks", "receives", "tells", "holds"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Verb:
    """A verb in its forms, and the places where it tells that somebody takes part."""

    forms: tuple[str, str, str]
    places: frozenset[str]


def _read_row(row: str) -> Verb:
    third, plain, past, *places = row.split()
    forms = ["" if form == "-" else form.replace("_", " ") for form in (third, plain, past)]
    return Verb(forms=(forms[0], forms[1], forms[2]), places=frozenset(places))


VERBS = tuple(map(_read_row, _TABLE.strip().splitlines()))


@cache
def any_of_several() -> str:
    """The pattern of what several people do who talk with each other: `discuss`, `sit down`; not `try`, `head to`."""
    talk = (verb.forms[1] for verb in VERBS if "summary" in verb.places and verb.places & {"topic", "meets", "several"})
    return f"(?:{'|'.join(sorted(talk, key=lambda form: (-len(form), form)))}|{words_of('speaks')})"


@cache
def any_verb(place: str) -> str:
    """The pattern of all verbs that count in a place, in the forms that count there.

    >>> import re
    >>> bool(re.fullmatch(any_verb("own"), "explains")), bool(re.fullmatch(any_verb("own"), "hosts"))
    (True, False)
    """
    forms = (verb.forms[form] for verb in VERBS if place in verb.places for form in PLACES[place])
    longest_first = sorted(set(filter(None, forms)), key=lambda form: (form[0], -len(form), form))
    return f"(?:{'|'.join(longest_first)}|{words_of(*_OF_TONGUES.get(place, ()))})"
