"""The command that brings what is new at the sources: sync."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from episodes.cli import state
from episodes.cli.options import AutomaticCaptions, CaptionsFirst, Json, Model, Shows
from episodes.cli.outcome import not_all_done
from episodes.cli.output import counted, print_json, talk
from episodes.cli.progress import ProgressLine
from episodes.cli.transcribing import Listener, tell_captions
from episodes.core.errors import EpisodesError, Interrupted, NotFound

if TYPE_CHECKING:
    from episodes.workflow.steps import Step


def register(app: typer.Typer) -> None:
    app.command()(sync)


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
    tried again next time, but for the hook of the settings, which is run once after each new episode.

    Example: `episodes sync quick-take --limit 5`
    """
    from episodes.core.editing import parse_date
    from episodes.workflow.choosing import Wanted

    wanted = Wanted(since=parse_date(since) if since else None, limit=limit, dry_run=dry_run, unfinished=transcribe)
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
            for step in studio.syncer(line, typed=typed, captions=taker).run(chosen, wanted):
                line.clear()
                steps.append(step)
                _tell_step(step)
                if listener is not None and (failed := _transcribed(step, listener)):
                    steps.append(failed)
                    _tell_step(failed)
        _finish(steps, as_json=as_json)


def _transcribed(step: Step, listener: Listener) -> Step | None:
    """Transcribe the speech of what came, unless there are captions; a failure is a step of its own."""
    from episodes.core.record import reference

    episode = step.episode
    if step.what not in ("new", "joined", "begun") or episode is None or episode.main_medium is None:
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
        "begun": f"goes on: {name.rstrip()}",
        "joined": f"joined: {name}{step.title}{why}",
        "filled": f"filled in: {name}{step.title} (what its join had left open)",
        "gone": f"gone at its source: {step.title}; the record stays",
        "back": f"back at its source: {step.title}",
        "cut": f"{step.channel}: {step.title}",
        "waiting": f"waits until {step.next_try_at:%Y-%m-%d %H:%M} UTC after a failure: {step.title}"
        if step.next_try_at
        else "",
        "planned": f"would add: {step.title}",
        "presented": f"hosts of {counted(step.count, 'episode')}: {step.title}, being in most of the show's",
        "asked": f"asked: {step.title} may be {reference(step.episode)}{why}" if step.episode is not None else "",
    }
    if step.what == "listed":
        talk.more(f"{step.channel}: {counted(step.count, 'entry')}")
    else:
        talk.say(said[step.what])
        if step.note:
            talk.warn(step.note)
        tell_captions(step.captions)


def _finish(steps: list[Step], *, as_json: bool) -> None:
    counts = {
        name: sum(step.what == name for step in steps)
        for name in ("new", "joined", "filled", "asked", "gone", "failed", "planned")
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
        unheard = any(step.what == "failed" and step.episode is not None for step in steps)
        again = "`episodes transcribe` makes the missing transcripts" if unheard else "the next sync tries again"
        errors = [step.error for step in steps if step.what == "failed" and step.error is not None]
        raise not_all_done(errors, " failed; the rest is done", hint=again)


def _step_record(step: Step) -> dict[str, Any]:
    return {
        "what": step.what,
        "show": step.show,
        "source": step.channel,
        "title": step.title,
        "guid": step.episode.guid if step.episode else "",
        "score": step.match.score if step.match else None,
        "reasons": list(step.match.reasons) if step.match else [],
        "note": step.note,
        "error": step.error.message if step.error else "",
    }
