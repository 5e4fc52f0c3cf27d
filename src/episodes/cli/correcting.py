"""The commands that correct one transcript and tell its history: edit --transcript, diff, history, undo."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json, Reference
from episodes.cli.output import counted, paint, print_json, print_table, printable, talk
from episodes.core.errors import EpisodesError, NotFound, UsageError
from episodes.core.timecode import format_clock

if TYPE_CHECKING:
    from episodes.core.corrections import Edit
    from episodes.core.corrections.wording import Difference
    from episodes.core.episode import Episode
    from episodes.core.transcript import Segment
    from episodes.store.overlays import Corrected
    from episodes.studio import Studio
    from episodes.workflow.correct import Correcting


def register(app: typer.Typer) -> None:
    app.command()(diff)
    app.command()(history)
    app.command()(undo)


def open_correcting(studio: Studio, reference: str) -> Correcting:
    from episodes.workflow.correct import Correcting

    _ = studio.shows  # settings first, so that rules of shows find theirs
    return Correcting.open(studio.catalogue, studio.reader.resolve(reference), who=state.who())


def edit_transcript(studio: Studio, reference: str, file: Path | None) -> None:
    """Let a person correct a transcript in an editor, or take a corrected text from a file (- = standard input)."""
    correcting = open_correcting(studio, reference)
    name = f"{correcting.episode.show}/{correcting.episode.slug}"
    sheet = studio.workspace.state / "edits" / f"{correcting.episode.show}-{correcting.episode.slug}.txt"
    shown = correcting.sheet()
    text = _read(file) if file is not None else _edited(sheet, shown, name)
    try:
        count = 0 if text == shown else correcting.save_sheet(text)
    except EpisodesError as error:
        if file is not None:
            raise
        error.hint = f"{error.hint}; your text is kept: `episodes edit {name} --transcript --file {sheet}`"
        raise
    if file is None or file.absolute() == sheet.absolute():
        sheet.unlink(missing_ok=True)
    if count:
        talk.say(
            f"saved {counted(count, 'edit')} of {name}; `episodes build` publishes it, `episodes undo` takes it back"
        )
    else:
        talk.say(f"nothing was changed in {name}")


def _read(file: Path) -> str:
    import sys

    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {file}: {error}", hint="a text file in UTF-8") from error


def _edited(sheet: Path, shown: str, name: str) -> str:
    """Open a sheet in the person's editor; it lies in a file, so that nothing is lost whatever happens."""
    if sheet.exists():
        raise UsageError(
            f"an edit of {name} was not finished",
            hint=f"`episodes edit {name} --transcript --file {sheet}` takes it; delete the file to begin anew",
        )
    sheet.parent.mkdir(parents=True, exist_ok=True)
    sheet.write_text(shown, encoding="utf-8")
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    try:
        code = subprocess.run([*shlex.split(editor), str(sheet)], check=False).returncode  # noqa: S603 - the person's own editor
    except OSError as error:
        sheet.unlink(missing_ok=True)
        raise UsageError(f"the editor {editor!r} cannot be started", hint="set EDITOR, or use --file FILE") from error
    text = sheet.read_text(encoding="utf-8-sig")
    if text == shown:
        sheet.unlink(missing_ok=True)
    elif code:
        raise UsageError(
            f"the editor ended with {code}, so nothing was saved",
            hint=f"your text is kept: `episodes edit {name} --transcript --file {sheet}`",
        )
    return text


def export_transcript(studio: Studio, reference: str, format_: str, output: Path | None) -> None:
    """Write the effective transcript for somebody to correct it elsewhere."""
    from episodes.core.captions import format_captions

    correcting = open_correcting(studio, reference)
    episode, segments = correcting.episode, correcting.corrected.effective.segments
    format_ = format_ or (output.suffix.lstrip(".").lower() if output else "") or "srt"
    text = format_captions(
        {"markdown": "md"}.get(format_, format_),
        segments,
        duration=episode.duration or None,
        names=tuple(credit.name for credit in episode.credits),
        title=episode.title,
        language=correcting.corrected.machine.language,
    )
    if output is None:
        print(text, end="")
        return
    part = output.with_name(output.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(output)
    name = f"{episode.show}/{episode.slug}"
    talk.say(f"wrote {output}; `episodes import {output} {name} --transcript` brings corrections home")


def import_corrections(context: typer.Context, arguments: Sequence[str]) -> None:
    """Read FILE and REF, in either order, and bring the file's corrections home."""
    files = [argument for argument in arguments if argument == "-" or Path(argument).expanduser().is_file()]
    if len(arguments) != 2 or not files:
        raise UsageError(
            "--transcript takes a file and an episode", hint="episodes import 338.srt quick-take/338 --transcript"
        )
    file = files[0]
    reference = arguments[1] if arguments[0] == file else arguments[0]
    with state.studio(context) as studio:
        import_transcript(studio, Path(file).expanduser(), reference)


def import_transcript(studio: Studio, file: Path, reference: str) -> None:
    """Find what was corrected in a file, and save it as edits."""
    correcting = open_correcting(studio, reference)
    name = f"{correcting.episode.show}/{correcting.episode.slug}"
    count = correcting.import_file(_read(file), file.name)
    talk.say(f"saved {counted(count, 'edit')} of {name}" if count else f"{file.name} says what {name} says; no edits")


def diff(
    context: typer.Context,
    reference: Reference,
    model: Annotated[str, typer.Option(help="Compare with what this model hears; that takes a transcription.")] = "",
    as_json: Json = False,
) -> None:
    """Show word by word what people corrected in a transcript, and what a new model would change.

    With `--model`, the episode is transcribed on the side and nothing is saved: the differences are those that
    `transcribe --model … --again` would make, with all corrections laid over the new text.

    Example: `episodes diff quick-take/338 --model base`
    """
    from episodes.core.record import to_record

    with state.studio(context) as studio:
        episode = studio.reader.resolve(reference)
        corrected = _corrected(studio, episode)
        result = corrected.effective
        if model:
            old, new, lost = result.segments, *_heard_anew(studio, episode, corrected, model)
        else:
            old, new, lost = corrected.machine.segments, result.segments, [entry.edit for entry in result.lost]
        found = _differences(old, new)
        if as_json:
            print_json({"differences": to_record(found), "lost": to_record(lost)})
            return
        _print_differences(found)
        for edit in lost:
            text = " ".join(line.text for line in edit.lines) or "(taken out)"
            talk.warn(f"edit {edit.id} at {format_clock(edit.start)} has no place: {printable(text)}; it is kept")
        if not found and not lost:
            talk.say("no difference")


def _corrected(studio: Studio, episode: Episode) -> Corrected:
    found = studio.reader.corrected(episode.guid, show=episode.show)
    if found is None:
        name = f"{episode.show}/{episode.slug}"
        raise NotFound(f"{name} has no transcript yet", hint=f"episodes transcribe {name}")
    return found


def _differences(old: Sequence[Segment], new: Sequence[Segment]) -> list[Difference]:
    from episodes.core.corrections.wording import word_diff

    return word_diff(old, new)


def _heard_anew(
    studio: Studio, episode: Episode, corrected: Corrected, model: str
) -> tuple[Sequence[Segment], list[Edit]]:
    from episodes.cli.progress import ProgressLine
    from episodes.core.corrections import effective
    from episodes.workflow.transcribe import hear_aside

    with ProgressLine() as line:
        language = corrected.machine.language
        transcriber = studio.transcriber(model=model, language=language)
        show = studio.shows.get(episode.show)
        segments = hear_aside(
            episode, show, storage=studio.storage, transcriber=transcriber, language=language, report=line
        )
    result = effective(segments, corrected.overlay)
    return result.segments, [entry.edit for entry in result.lost]


def _print_differences(found: Sequence[Difference]) -> None:
    for one in found:
        old = paint(f"[-{printable(one.old)}-]", "31") if one.old else ""
        new = paint(f"{{+{printable(one.new)}+}}", "32") if one.new else ""
        middle = " ".join(filter(None, (old, new)))
        print(f"{format_clock(one.start):>8}  … {printable(one.before)} {middle} {printable(one.after)} …")


def history(
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="[REF]", help="An episode; none means everything.")] = "",
    limit: Annotated[int, typer.Option(min=0, help="At most so many, the latest; 0 = all.")] = 50,
    as_json: Json = False,
) -> None:
    """Show who changed what in transcripts, and when, machines included; the latest last.

    Example: `episodes history quick-take/338`
    """
    from episodes.core.record import to_record

    with state.studio(context) as studio:
        episode = studio.reader.resolve(reference) if reference else None
        found = studio.reader.history(episode.guid if episode else None, show=episode.show if episode else None)
        found = found[-limit:] if limit else found
        if as_json:
            print_json(to_record(found))
            return
        names = {} if episode else {e.guid: f"{e.show}/{e.slug}" for e in studio.reader.list_episodes()}
        rows = [
            (
                str(change.id),
                f"{change.at:%Y-%m-%d %H:%M}",
                change.who or "(machine)",
                change.verb + (" (undone)" if change.is_undone else ""),
                " ".join(filter(None, (names.get(change.episode, ""), change.what))),
            )
            for change in found
        ]
        if rows:
            print_table(("no.", "when", "who", "did", "what"), rows)
        else:
            talk.say("nothing was done yet")


def undo(
    context: typer.Context,
    what: Annotated[
        str, typer.Argument(metavar="[REF|NUMBER]", help="An episode, or a change's number in `history`.")
    ] = "",
    change: Annotated[int | None, typer.Option("--change", help="The number of a change.")] = None,
) -> None:
    """Take back the last change, the last one of an episode, or the one of a number; again goes further back.

    A whole number means a change where there is one, else an episode. To redo, undo the undo by its number.

    Example: `episodes undo quick-take/338`
    """
    with state.studio(context) as studio:
        _ = studio.shows
        corrections = studio.catalogue.corrections
        known = {entry.id for entry in studio.reader.history()}
        if change is None and what.isdigit() and int(what) in known:
            change = int(what)
        if change is not None:
            done = corrections.undo(change, who=state.who())
        elif what:
            episode = studio.reader.resolve(what)
            done = corrections.undo(guid=episode.guid, show=episode.show, who=state.who())
        else:
            done = corrections.undo(who=state.who())
        talk.say(f"undone: {done.verb} {done.id} of {done.at:%Y-%m-%d %H:%M}: {printable(done.what)}")
