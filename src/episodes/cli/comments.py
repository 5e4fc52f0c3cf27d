"""The command about readers' comments: comments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json, Reference
from episodes.cli.output import counted, paint, print_json, printable, talk
from episodes.core.comments import chosen_comments, with_approval
from episodes.core.record import reference as name_of
from episodes.core.record import to_record

if TYPE_CHECKING:
    from episodes.core.episode import Episode


def register(app: typer.Typer) -> None:
    app.command()(comments)


def comments(
    context: typer.Context,
    reference: Reference,
    approve: Annotated[str, typer.Option(metavar="N,N-M|all", help="Show these comments on the page.")] = "",
    hide: Annotated[str, typer.Option(metavar="N,N-M|all", help="Hide these comments again.")] = "",
    as_json: Json = False,
) -> None:
    """List the readers' comments of an episode, approve them for its page, or hide them.

    Comments that a source brought along are hidden until they are approved.

    Example: `episodes comments 338 --approve 1,3-5`
    """

    def judged(episode: Episode) -> Episode:
        changed = episode.comments
        for text, approved in ((approve, True), (hide, False)):
            if text:
                changed = with_approval(changed, chosen_comments(text, len(changed)), approved=approved)
        return replace(episode, comments=changed)

    with state.studio(context) as studio:
        episode = studio.reader.resolve(reference)
        changed = judged(episode).comments
        if changed != episode.comments:
            changed = studio.catalogue.change_episode(episode.guid, judged, show=episode.show).comments
            shown = sum(comment.approved for comment in changed)
            talk.say(f"{counted(shown, 'comment')} of {name_of(episode)} shown; `episodes build` publishes that")
    if as_json:
        print_json(to_record(changed))
        return
    if not changed:
        talk.say("no comments")
    for place, comment in enumerate(changed, 1):
        mark = paint("shown ", "32") if comment.approved else paint("hidden", "2")
        when = f", {comment.published_at:%Y-%m-%d}" if comment.published_at else ""
        answer = f", answers {comment.reply_to + 1}" if comment.reply_to is not None else ""
        print(f"{place:>3}  {mark}  {printable(comment.author) or 'somebody'}{when}{answer}: {printable(comment.text)}")
