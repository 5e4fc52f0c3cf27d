"""The commands about one episode with several media: match and unmatch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from episodes.cli import state
from episodes.cli.options import Json, Reference
from episodes.cli.output import counted, print_json, print_table, talk
from episodes.cli.progress import ProgressLine
from episodes.core.errors import EpisodesError, NotAllDone, NotFound, UsageError

if TYPE_CHECKING:
    from episodes.core.episode import Episode
    from episodes.studio import Studio
    from episodes.workflow.match import Matcher, Question

#: So many numbers that several episodes have are told of.
_MOST_SHARED = 10


def register(app: typer.Typer) -> None:
    app.command()(match)
    app.command()(unmatch)


def match(
    context: typer.Context,
    references: Annotated[
        list[str] | None,
        typer.Argument(metavar="[EPISODE ITEM]", help="An episode, and the item or second episode that is the same."),
    ] = None,
    show: Annotated[str, typer.Option("--show", "-s", help="Only this show.")] = "",
    yes_above: Annotated[
        float | None, typer.Option(min=0.0, max=1.0, help="Join all that are at least this sure.")
    ] = None,
    apart: Annotated[
        bool, typer.Option("--apart", help="Say no: the two named are not the same, and are not asked about again.")
    ] = False,
    as_json: Json = False,
) -> None:
    """List items that may be the same episode, with the reasons; or join two that are.

    The GUID, date and address of the episode stay; `unmatch` undoes it. Joins that were cut off are ended first.
    With `--apart`, the two stay two: an item that waited for the answer becomes an episode of its own at the next
    `sync`.

    Example: `episodes match --yes-above 0.7`, or `episodes match quick-take/338 "Syria, the day after"`
    """
    if apart and not references:
        raise UsageError("--apart takes an episode and what is not the same", hint="`episodes match` lists the pairs")
    from episodes.core.record import reference

    with state.studio(context) as studio:
        shows = studio.shows.chosen([show] if show else [])
        with ProgressLine() as line:
            matcher = studio.matcher(line, typed=_typed(studio))
            if references:
                _match_two(studio, matcher, references, apart=apart)
                return
            for episode in matcher.settle(list(shows.values())):
                talk.say(f"filled in: {reference(episode)}  {episode.title} (what its join had left open)")
            found = list(matcher.questions(list(shows.values())))
            if yes_above is not None:
                found = _answer_all(studio, matcher, found, yes_above)
            shared = list(matcher.shared_numbers(list(shows.values())))
        if as_json:
            print_json([_question_record(question) for question in found])
        elif found:
            rows = [(f"{q.match.score:.0%}", q.title, _name(q), "; ".join(q.match.reasons)) for q in found]
            print_table(("sure", "item", "episode", "why"), rows)
        elif yes_above is None:
            talk.say("nothing waits for an answer")
        _tell_shared(shared, found)


def _tell_shared(shared: list[list[Episode]], asked: list[Question]) -> None:
    """Tell of numbers that several episodes have, unless these are asked about as one."""
    from episodes.core.shared_numbers import group_note

    pairs = [{question.episode.guid, question.other.guid} for question in asked if question.other is not None]
    left = [group for group in shared if {one.guid for one in group} not in pairs]
    for group in left[:_MOST_SHARED]:
        talk.warn(group_note(group))
    if len(left) > _MOST_SHARED:
        talk.warn(f"{len(left) - _MOST_SHARED} more numbers have several episodes; `episodes list` has all")


def _typed(studio: Studio) -> list[str]:
    """The addresses of sources, which a person has typed."""
    return [source.url for one in studio.shows.shows.values() for source in one.sources]


def _name(question: Question) -> str:
    from episodes.core.record import reference

    return f"{reference(question.episode)}  {question.episode.title}"


def _question_record(question: Question) -> dict[str, Any]:
    source = question.remote.source if question.remote else None
    return {
        "score": question.match.score,
        "title": question.title,
        "url": source.url if source else "",
        "other_guid": question.other.guid if question.other else "",
        "guid": question.episode.guid,
        "show": question.episode.show,
        "reasons": list(question.match.reasons),
    }


def _answer_all(studio: Studio, matcher: Matcher, found: list[Question], bar: float) -> list[Question]:
    """Join what is sure enough; returns what is left."""
    left, used, failed = [], set(), 0
    for question in found:
        key = question.remote.source if question.remote else question.other.guid if question.other else ""
        if question.match.score < bar or key in used or question.episode.guid in used:
            left.append(question)
            continue
        try:
            matcher.answer(question, studio.shows.get(question.episode.show))
        except EpisodesError as error:
            failed += 1
            talk.error(f"{question.title}: {error.message}", hint=error.hint)
            continue
        used |= {key, question.episode.guid}
        talk.say(f"joined: {_name(question)} and {question.title}")
    if failed:
        raise NotAllDone(f"{counted(failed, 'item')} failed; the rest is joined")
    return left


def _match_two(studio: Studio, matcher: Matcher, references: list[str], *, apart: bool) -> None:
    from episodes.core.matching import Match
    from episodes.core.record import reference
    from episodes.workflow.match import find_asked

    if len(references) != 2:
        raise UsageError("match takes an episode and what is the same", hint="`episodes match REF ITEM`")
    episode = studio.reader.resolve(references[0])
    if apart:
        _keep_apart(studio, matcher, episode, references[1])
        return
    try:
        remote = find_asked(studio.catalogue, references[1])
    except NotFound:
        joined = matcher.merge(episode, studio.reader.resolve(references[1]))
    else:
        sure = Match(score=1.0, reasons=())
        joined = matcher.join(remote, episode, studio.shows.get(episode.show), sure)
    talk.say(f"joined: {reference(joined)} has {counted(len(joined.media), 'media file')} now")


def _keep_apart(studio: Studio, matcher: Matcher, episode: Episode, said: str) -> None:
    from episodes.core.record import reference
    from episodes.workflow.match import find_asked

    try:
        remote = find_asked(studio.catalogue, said)
    except NotFound:
        other = studio.reader.resolve(said)
        matcher.keep_episodes_apart(episode, other)
        talk.say(f"apart: {reference(episode)} and {reference(other)} stay two episodes")
    else:
        matcher.keep_apart(remote)
        talk.say(f"apart: {remote.title} becomes an episode of its own; `episodes sync {remote.show}` makes it")


def unmatch(
    context: typer.Context,
    reference: Reference,
    source: Annotated[
        str,
        typer.Argument(metavar="[SOURCE]", help="The address of the medium to part; else the last that was joined."),
    ] = "",
) -> None:
    """Undo a match: the medium becomes an episode of its own again, and stays one.

    What only its source says goes with it; what a source that stays says takes its place.

    Example: `episodes unmatch quick-take/338`
    """
    from episodes.core.record import reference as named
    from episodes.core.sound import sources_of

    with state.studio(context) as studio:
        episode = studio.reader.resolve(reference)
        known = sources_of(episode.media)
        wanted = [one for one in known if source in (one.url, one.key)] if source else known
        if not wanted or len(known) < 2:
            what = f"no medium from {source}" if source and len(known) > 1 else "media of one source only"
            raise NotFound(f"{named(episode)} has {what}", hint=f"`episodes info {named(episode)}` lists its media")
        parter = studio.parter(typed=_typed(studio))
        own = parter.part(episode, wanted[0] if source else parter.last_joined(episode))
        left = studio.catalogue.get_episode(episode.guid, show=episode.show)
        is_clear = named(left) != named(own)
        names = [named(one) if is_clear else f"{one.show}/{one.slug}" for one in (left, own)]
        talk.say(f"parted: {' and '.join(names)}")
