"""The command that asks a language model for summaries and chapters, if the settings name one: summarize."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json, Reference
from episodes.cli.output import paint, print_json, printable, talk
from episodes.core.errors import NotFound, UsageError
from episodes.core.timecode import format_clock

if TYPE_CHECKING:
    from episodes.core.proposal import Proposal

_FIELDS = ("summary", "title", "chapters")


def register(app: typer.Typer) -> None:
    app.command()(summarize)


def summarize(
    context: typer.Context,
    reference: Reference,
    accept: Annotated[bool, typer.Option("--accept", help="Take the proposal over into the episode.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="Drop the proposal.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Ask even if a proposal waits.")] = False,
    field: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD", help="With --accept: summary, title or chapters only; may be given again."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Ask a language model for a summary, a title and chapters; nothing is published before you accept it.

    Off unless [summaries] in episodes.toml names the address and model of an OpenAI-compatible server; the transcript
    is then sent there. Model and prompt are kept with what it wrote; `episodes info REF --why` shows them.

    Example: `episodes summarize quick-take/338`, then `episodes summarize quick-take/338 --accept --field summary`
    """
    from episodes.core.record import to_record
    from episodes.workflow.summarize import accept as take_over
    from episodes.workflow.summarize import propose

    if unknown := [name for name in field or () if name not in _FIELDS]:
        raise UsageError(f"nothing is proposed for {unknown[0]!r}", hint=f"one of {', '.join(_FIELDS)}")
    with state.studio(context) as studio:
        _ = studio.shows
        episode = studio.reader.resolve(reference)
        name = f"{episode.show}/{episode.slug}"
        proposal = studio.catalogue.corrections.find_proposal(episode.guid, show=episode.show)
        if accept or reject:
            if proposal is None:
                raise NotFound(f"no proposal waits for {name}", hint=f"episodes summarize {name}")
            if accept:
                take_over(episode, proposal, catalogue=studio.catalogue, who=state.who(), fields=field or ())
                talk.say(f"took it over into {name}; `episodes build` publishes it")
            else:
                studio.catalogue.corrections.drop_proposal(episode.guid, proposal, who=state.who(), show=episode.show)
                talk.say("dropped it")
            return
        if proposal is None or again:
            model = studio.chat_model()
            talk.say(f"asking {model.model} at {model.url}")
            proposal = propose(episode, catalogue=studio.catalogue, model=model)
        if as_json:
            print_json(to_record(proposal))
        else:
            _print(proposal)
        if studio.takes_proposals(episode.show):
            take_over(episode, proposal, catalogue=studio.catalogue, who="")
            talk.say("taken over, marked as a machine's, as the settings say")
        else:
            talk.say(f"nothing was changed; `episodes summarize {name} --accept` takes it over, `--reject` drops it")


def _print(proposal: Proposal) -> None:
    print(f"{paint('proposed by', '1')} {printable(proposal.model)} (prompt {proposal.prompt})")
    print(
        f"{paint('title', '1')}    {printable(proposal.title)}\n{paint('summary', '1')}  {printable(proposal.summary)}"
    )
    for chapter in proposal.chapters:
        print(f"{format_clock(chapter.start):>8}  {printable(chapter.title)}")
