"""The commands about where episodes come from: source add, list, remove; sync; match and unmatch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from episodes.cli import state
from episodes.cli.options import AutomaticCaptions, CaptionsFirst, Json, Model, Reference
from episodes.cli.output import counted, print_json, print_table, talk
from episodes.cli.progress import ProgressLine
from episodes.cli.transcribing import Listener, tell_captions
from episodes.core.errors import EpisodesError, Interrupted, NotAllDone, NotFound, UsageError

if TYPE_CHECKING:
    from episodes.core.episode import Episode
    from episodes.studio import Studio
    from episodes.workflow.match import Matcher, Question
    from episodes.workflow.sync import Step

sources = typer.Typer(no_args_is_help=True, help="Say where a show's episodes come from.")

Slug = Annotated[str, typer.Argument(metavar="SHOW", help="The show's short name.")]
Shows = Annotated[list[str] | None, typer.Argument(metavar="[SHOW]...", help="Shows; none means all.")]


def register(app: typer.Typer) -> None:
    app.add_typer(sources, name="source")
    app.command()(sync)
    app.command()(match)
    app.command()(unmatch)


@sources.command("add")
def add_source(
    context: typer.Context,
    show: Slug,
    url: Annotated[str, typer.Argument(metavar="URL", help="A channel, playlist, feed or page.")],
    kind: Annotated[str, typer.Option("--as", help="What its items are taken as: audio or video.")] = "audio",
    match: Annotated[str, typer.Option("--match", metavar="REGEX", help="Only items whose title is like this.")] = "",
    min_duration: Annotated[str, typer.Option(metavar="TIME", help="Only items at least so long: 90, 5:00.")] = "",
    download: Annotated[
        bool | None,
        typer.Option("--download/--link", help="Fetch the media, or only link them; by default audio is fetched."),
    ] = None,
) -> None:
    """Add a source to a show; `sync` then brings what is new there.

    Example: `episodes source add quick-take https://www.youtube.com/@QuickTake --as video --min-duration 5:00`
    """
    import re

    from episodes.core.show import ShowSource
    from episodes.core.timecode import parse_timecode

    if kind not in ("audio", "video"):
        raise UsageError(f"--as takes audio or video, not {kind!r}")
    try:
        re.compile(match)
        seconds = parse_timecode(min_duration) if min_duration else 0.0
    except re.error as error:
        raise UsageError(f"--match {match!r} is no regular expression: {error}") from error
    except ValueError as error:
        raise UsageError(f"--min-duration {min_duration!r} is no time", hint="write it like 90 or 5:00") from error
    source = ShowSource(
        url=url, kind="video" if kind == "video" else "audio", match=match, min_duration=seconds, download=download
    )
    with state.studio(context) as studio:
        known = studio.shows.get(show)
        if any((one.url, one.kind) == (source.url, source.kind) for one in known.sources):
            raise UsageError(
                f"{show} has that source already", hint=f"`episodes source remove {show} {url}` takes it off"
            )
        studio.shows.save(replace(known, sources=(*known.sources, source)))
        talk.say(f"added to {show}: {source.format()}; `episodes sync {show}` brings what is there")


@sources.command("list")
def list_sources(context: typer.Context, show: Shows = None, as_json: Json = False) -> None:
    """List the sources, with how much of each is known.

    Example: `episodes source list`
    """
    from episodes.core.record import to_record

    with state.studio(context) as studio:
        rows = []
        for one in studio.shows.chosen(show or []).values():
            remote = studio.catalogue.list_remote(one.slug)
            for source in one.sources:
                own = [item for item in remote if item.channel == source.url]
                counts = {
                    name: sum(item.state == name for item in own) for name in ("episode", "asked", "failed", "passed")
                }
                rows.append((one.slug, source, {**counts, "gone": sum(item.gone_at is not None for item in own)}))
        if as_json:
            print_json([{"show": slug, **to_record(source), **counts} for slug, source, counts in rows])
        elif rows:
            table = [
                (slug, source.format(), ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "-")
                for slug, source, counts in rows
            ]
            print_table(("show", "source", "items"), table)
        else:
            talk.say("no sources yet; `episodes source add SHOW URL` adds one")


@sources.command("remove")
def remove_source(
    context: typer.Context,
    show: Slug,
    url: Annotated[str, typer.Argument(metavar="URL", help="As `source list` has it.")],
) -> None:
    """Take a source off a show; the episodes that came from it stay.

    Example: `episodes source remove quick-take https://example.org/feed.xml`
    """
    with state.studio(context) as studio:
        known = studio.shows.get(show)
        left = tuple(source for source in known.sources if source.url != url)
        if len(left) == len(known.sources):
            raise NotFound(f"{show} has no source {url}", hint=f"`episodes source list {show}` has them")
        studio.shows.save(replace(known, sources=left))
        talk.say(f"removed {url} from {show}")


def sync(
    context: typer.Context,
    shows: Shows = None,
    since: Annotated[str, typer.Option(metavar="DATE", help="Only items published since: 2026-01-31.")] = "",
    limit: Annotated[
        int, typer.Option(min=0, help="At most so many new items of each source, newest first; 0 = all.")
    ] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what is new, and change nothing.")] = False,
    transcribe: Annotated[
        bool,
        typer.Option("--transcribe/--no-transcribe", help="Transcribe what is new, while the next is fetched."),
    ] = False,
    captions_first: CaptionsFirst = True,
    automatic_captions: AutomaticCaptions = False,
    model: Model = "",
    as_json: Json = False,
) -> None:
    """Bring what is new at the sources: as new episodes, or as media of those that are there.

    Safe under cron: a second run at the same time stops, a second run afterwards does nothing. What fails is
    tried again next time.

    Example: `episodes sync quick-take --limit 5`
    """
    from episodes.core.editing import parse_date
    from episodes.workflow.sync import Wanted

    wanted = Wanted(since=parse_date(since) if since else None, limit=limit, dry_run=dry_run)
    with state.studio(context) as studio:
        chosen = list(studio.shows.chosen(shows or []).values())
        typed = [source.url for show in chosen for source in show.sources]
        if not typed:
            raise NotFound("no source to sync", hint="`episodes source add SHOW URL` adds one")
        steps: list[Step] = []
        with ProgressLine(as_events=as_json) as line:
            listener = Listener(studio=studio, line=line, model=model) if transcribe else None
            wants = captions_first or automatic_captions
            taker = studio.caption_taker(line, typed=typed, automatic=automatic_captions) if wants else None
            if listener is not None and not dry_run:
                steps += _finished_what_began(studio, [show.slug for show in chosen], listener)
            for step in studio.syncer(line, typed=typed, captions=taker).run(chosen, wanted):
                line.clear()
                steps.append(step)
                _tell_step(step)
                if listener is not None and (failed := _transcribed(step, listener)):
                    steps.append(failed)
                    _tell_step(failed)
        _finish(steps, as_json=as_json)


def _finished_what_began(studio: Studio, shows: list[str], listener: Listener) -> list[Step]:
    """Go on with transcriptions that a sync before was stopped in; what fails is a step each."""
    from episodes.workflow.sync import Step

    failed: list[Step] = []
    for show in shows:
        for episode in studio.catalogue.list_begun(show):
            talk.say(f"goes on: {show}/{episode.slug}")
            step = Step(what="new", show=show, channel="", title=episode.title, episode=episode)
            if again := _transcribed(step, listener):
                failed.append(again)
                _tell_step(again)
    return failed


def _transcribed(step: Step, listener: Listener) -> Step | None:
    """Transcribe the speech of what came, unless there are captions; a failure is a step of its own."""
    from episodes.core.record import reference

    episode = step.episode
    if step.what not in ("new", "joined") or episode is None or episode.main_medium is None:
        return None
    if step.captions.transcript is not None:
        return None
    listener.line.work_on(reference(episode))
    try:
        listener.transcribe(episode)
    except Interrupted:
        raise
    except EpisodesError as error:
        return replace(step, what="failed", error=error, next_try_at=None)
    finally:
        listener.line.work_on("")
    return None


def _tell_step(step: Step) -> None:
    from episodes.core.record import reference

    name = f"{reference(step.episode)}  " if step.episode is not None and step.what != "asked" else ""
    why = f" ({'; '.join(step.match.reasons)})" if step.match is not None else ""
    if step.what == "failed" and step.error is not None:
        later = f"; tried again after {step.next_try_at:%Y-%m-%d %H:%M} UTC" if step.next_try_at else ""
        message = step.error.message
        talk.error(
            message + later if step.title in message else f"{step.title}: {message}{later}", hint=step.error.hint
        )
        return
    said = {
        "new": f"new: {name}{step.title}",
        "joined": f"joined: {name}{step.title}{why}",
        "gone": f"gone at its source: {step.title}; the record stays",
        "back": f"back at its source: {step.title}",
        "waiting": f"waits until {step.next_try_at:%Y-%m-%d %H:%M} UTC after a failure: {step.title}"
        if step.next_try_at
        else "",
        "planned": f"would add: {step.title}",
        "asked": f"asked: {step.title} may be {reference(step.episode)}{why}" if step.episode is not None else "",
    }
    if step.what == "listed":
        talk.more(f"{step.channel}: {counted(step.count, 'entry')}")
    else:
        talk.say(said[step.what])
        tell_captions(step.captions)


def _finish(steps: list[Step], *, as_json: bool) -> None:
    counts = {
        name: sum(step.what == name for step in steps)
        for name in ("new", "joined", "asked", "gone", "failed", "planned")
    }
    if as_json:
        print_json([_step_record(step) for step in steps if step.what != "listed"])
    if counts["asked"]:
        talk.say("`episodes match` lists what waits for your answer")
    if not any(counts.values()):
        talk.say(f"nothing new among {counted(sum(step.count for step in steps), 'entry')}")
    if counts["new"] or counts["joined"]:
        talk.say(
            f"{counts['new']} new, {counts['joined']} joined; `episodes transcribe` and `episodes build` come next"
        )
    if counts["failed"]:
        raise NotAllDone(
            f"{counted(counts['failed'], 'item')} failed; the rest is done", hint="the next sync tries again"
        )


def _step_record(step: Step) -> dict[str, Any]:
    return {
        "what": step.what,
        "show": step.show,
        "source": step.channel,
        "title": step.title,
        "guid": step.episode.guid if step.episode else "",
        "score": step.match.score if step.match else None,
        "reasons": list(step.match.reasons) if step.match else [],
        "error": step.error.message if step.error else "",
    }


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

    The GUID, date and address of the episode stay; `unmatch` undoes it. With `--apart`, the two stay two: an item
    that waited for the answer becomes an episode of its own at the next `sync`.

    Example: `episodes match --yes-above 0.7`, or `episodes match quick-take/338 "Syria, the day after"`
    """
    if apart and not references:
        raise UsageError("--apart takes an episode and what is not the same", hint="`episodes match` lists the pairs")
    with state.studio(context) as studio:
        shows = studio.shows.chosen([show] if show else [])
        typed = [source.url for one in studio.shows.shows.values() for source in one.sources]
        with ProgressLine() as line:
            matcher = studio.matcher(line, typed=typed)
            if references:
                _match_two(studio, matcher, references, apart=apart)
                return
            found = list(matcher.questions(list(shows.values())))
            if yes_above is not None:
                found = _answer_all(studio, matcher, found, yes_above)
        if as_json:
            print_json([_question_record(question) for question in found])
        elif found:
            rows = [(f"{q.match.score:.0%}", q.title, _name(q), "; ".join(q.match.reasons)) for q in found]
            print_table(("sure", "item", "episode", "why"), rows)
        elif yes_above is None:
            talk.say("nothing waits for an answer")


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
    talk.say(f"joined: {reference(joined)} has {counted(len(joined.media), 'medium')} now".replace("mediums", "media"))


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
        str, typer.Argument(metavar="[SOURCE]", help="The address of the medium to part; else the last.")
    ] = "",
) -> None:
    """Undo a match: the medium becomes an episode of its own again, and stays one.

    Example: `episodes unmatch quick-take/338`
    """
    from episodes.core.record import reference as named
    from episodes.workflow.joining import joined_sources

    with state.studio(context) as studio:
        episode = studio.reader.resolve(reference)
        known = joined_sources(episode)
        wanted = [one for one in known if source in (one.url, one.key)] if source else known[-1:]
        if not wanted or len(known) < 2:
            what = f"no medium from {source}" if source and len(known) > 1 else "media of one source only"
            raise NotFound(f"{named(episode)} has {what}", hint=f"`episodes info {named(episode)}` lists its media")
        own = studio.matcher(None).part(episode, wanted[0])
        talk.say(f"parted: {named(episode)} and {named(own)}")
