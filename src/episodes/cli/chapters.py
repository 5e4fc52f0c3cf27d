"""The command about an episode's chapters: chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json, Reference
from episodes.cli.output import counted, paint, print_json, printable, talk
from episodes.core.errors import NotFound, UsageError
from episodes.core.timecode import format_clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from episodes.core.chapter import Chapter
    from episodes.core.episode import Episode
    from episodes.core.proposal import Proposal
    from episodes.studio import Studio


def register(app: typer.Typer) -> None:
    app.command()(chapters)


def chapters(
    context: typer.Context,
    reference: Reference,
    suggest: Annotated[bool, typer.Option("--suggest", help="Find chapters in the transcript.")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="Take the suggested chapters over.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="Drop the suggested chapters.")] = False,
    number: Annotated[int, typer.Option(min=0, help="With --suggest: so many chapters; 0 = as the topics go.")] = 0,
    force: Annotated[bool, typer.Option("--force", help="Replace chapters that a person or the source gave.")] = False,
    as_json: Json = False,
) -> None:
    """Show an episode's chapters, or suggest some where the topic changes; none is published before you accept it.

    Suggestions come from the words of the transcript alone, titles too; nothing leaves this machine. They are marked
    as machine-made. What a person or the source gave is replaced only with `--force`.

    Example: `episodes chapters 338 --suggest`, then `episodes chapters 338 --accept`
    """
    if reject and (accept or suggest):
        raise UsageError("--reject goes alone", hint="episodes chapters REF --reject")
    if number and not suggest:
        raise UsageError("--number goes with --suggest", hint=f"episodes chapters REF --suggest --number {number}")
    with state.studio(context) as studio:
        _ = studio.shows
        episode = studio.reader.resolve(reference)
        found = studio.catalogue.corrections.find_proposal(episode.guid, show=episode.show, kind="chapters")
        if suggest:
            from episodes.workflow.chapters import suggest_chapters

            found = suggest_chapters(episode, catalogue=studio.catalogue, number=number)
        if accept or reject or (suggest and studio.takes_proposals(episode.show)):
            episode, found = _settle(studio, episode, found, accept=accept, reject=reject, force=force)
        if as_json:
            print_json(_record(episode, found))
        else:
            _print(episode, found)


def _settle(
    studio: Studio, episode: Episode, found: Proposal | None, *, accept: bool, reject: bool, force: bool
) -> tuple[Episode, Proposal | None]:
    """Take over or drop what waits, or do as the settings say."""
    from episodes.workflow.chapters import accept_chapters

    name = f"{episode.show}/{episode.slug}"
    if found is None:
        raise NotFound(f"no suggested chapters wait for {name}", hint=f"episodes chapters {name} --suggest")
    if reject:
        studio.catalogue.corrections.drop_proposal(episode.guid, found, who=state.who(), show=episode.show)
        talk.say("dropped them")
        return episode, None
    if not accept and not force and episode.chapters and not episode.is_machine_made("chapters"):
        talk.say("not taken over: the episode has chapters that no machine made")
        return episode, found
    episode = accept_chapters(
        episode, found, catalogue=studio.catalogue, who=state.who() if accept else "", force=force
    )
    what = "" if accept else ", marked as a machine's, as the settings say"
    talk.say(f"took {counted(len(found.chapters), 'chapter')} over into {name}{what}; `episodes build` publishes them")
    return episode, None


def _record(episode: Episode, found: Proposal | None) -> dict[str, object]:
    from episodes.core.record import to_record

    return {
        "chapters": to_record(episode.chapters),
        "origin": to_record(episode.origin_of("chapters")),
        "machine_made": episode.is_machine_made("chapters"),
        "suggested": to_record(found.chapters) if found else None,
    }


def _print(episode: Episode, found: Proposal | None) -> None:
    name = f"{episode.show}/{episode.slug}"
    if episode.chapters:
        print(paint("machine-made chapters" if episode.is_machine_made("chapters") else "chapters", "1"))
        _lines(episode.chapters)
    elif not found:
        talk.say(f"{name} has no chapters; `episodes chapters {name} --suggest` finds some in its transcript")
    if found:
        print(paint(f"suggested by {found.model}, not published", "1"))
        _lines(found.chapters)
        talk.say(f"`episodes chapters {name} --accept` takes them over, `--reject` drops them")


def _lines(listed: Sequence[Chapter]) -> None:
    for chapter in listed:
        print(f"{format_clock(chapter.start):>8}  {printable(chapter.title)}")
