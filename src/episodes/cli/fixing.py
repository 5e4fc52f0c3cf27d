"""The commands for words that are heard wrong everywhere: fix, glossary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json
from episodes.cli.output import counted, paint, print_json, print_table, printable, talk
from episodes.core.errors import NotFound, UsageError
from episodes.core.timecode import format_clock

if TYPE_CHECKING:
    from episodes.core.corrections import Found, Rule
    from episodes.core.misheard import Suggestion
    from episodes.core.show import Show
    from episodes.store.following import Affected
    from episodes.studio import Studio


def register(app: typer.Typer) -> None:
    app.command()(fix)
    app.command()(glossary)


def fix(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WRONG RIGHT | list | remove N | suggest [REF]", help="What, for what.")
    ],
    show: Annotated[str, typer.Option("--show", "-s", help="In this show only.")] = "",
    everywhere: Annotated[bool, typer.Option("--everywhere", help="In all shows; so it is without --show.")] = False,
    whole_word: Annotated[bool, typer.Option("--whole-word", help="Leave parts of longer words alone.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show the places; change nothing.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="Show at most so many places; 0 = all.")] = 50,
    as_json: Json = False,
) -> None:
    """Mend words that are heard wrong, in all transcripts, those to come included.

    The rule is kept and laid over what machines hear; `fix list` shows all rules with their counts, `fix remove N`
    takes one back, `fix suggest [REF]` looks for words that sound or look like known names. Words in small letters
    match any case, and the replacement follows it; so do names, unless they are ordinary words too (Will, US).

    Example: `episodes fix "marcus curious" Mercouris --show quick-take --dry-run`
    """
    if show and everywhere:
        raise UsageError("--show and --everywhere exclude each other")
    with state.studio(context) as studio:
        if words == ["list"]:
            _list(studio, show, as_json)
        elif words[0] == "remove" and len(words) == 2 and words[1].isdigit():
            _remove(studio, int(words[1]), as_json)
        elif words[0] == "suggest" and len(words) <= 2:
            _suggest(studio, words[1] if len(words) == 2 else "", show, as_json)
        elif len(words) == 2:
            _fix(studio, words[0], words[1], show, whole_word, dry_run, limit, as_json)
        else:
            raise UsageError(
                "fix takes the wrong words and the right ones", hint='episodes fix "marcus curious" Mercouris'
            )


def _fix(
    studio: Studio, wrong: str, right: str, show: str, whole_word: bool, dry_run: bool, limit: int, as_json: bool
) -> None:
    from episodes.core.corrections import Rule
    from episodes.core.corrections.rules import check_rule, is_exact

    if show:
        studio.shows.get(show)
    else:
        _ = studio.shows
    rule = check_rule(Rule(wrong=wrong.strip(), right=right.strip(), show=show, whole_word=whole_word))
    corrections = studio.catalogue.corrections
    affected = corrections.preview_rule(rule) if dry_run else corrections.add_rule(rule, who=state.who())
    affected = [one for one in affected if one.places]
    if as_json:
        print_json({"rule": _rule_record(rule), "dry_run": dry_run, "episodes": [_record(one) for one in affected]})
    else:
        _print_places(affected, limit)
    count = sum(len(one.places) for one in affected)
    where = f"{counted(count, 'place')} in {counted(len(affected), 'episode')}"
    inside = [place.before[slice(*place.span)] for one in affected for _, place in one.places if place.inside]
    if inside:
        talk.warn(f"{counted(len(inside), 'place')} inside a longer word; --whole-word leaves such places alone")
    if is_exact(rule.wrong):
        talk.say(f"{rule.wrong!r} is matched in these very letters only")
    if dry_run:
        talk.say(f"would mend {where}; nothing was changed")
    else:
        talk.say(
            f"mended {where}; transcripts to come are mended too" + ("; `episodes build` publishes it" * bool(count))
        )


def _print_places(affected: Sequence[Affected], limit: int) -> None:
    shown = 0
    for one in affected:
        print(paint(f"{one.show}/{one.slug}", "1") + f"  {counted(len(one.places), 'place')}")
        for at, place in one.places:
            if limit and shown >= limit:
                continue
            shown += 1
            before, after = _excerpts(place)
            print(f"  {format_clock(at):>8}  {paint('-', '31')} {before}")
            print(f"            {paint('+', '32')} {after}")
    hidden = sum(len(one.places) for one in affected) - shown
    if hidden > 0:
        print(f"… and {counted(hidden, 'more place')}; --limit 0 shows all")


def _excerpts(place: Found, room: int = 60) -> tuple[str, str]:
    start, end = place.span
    left, right = max(0, start - room), len(place.before) - min(len(place.before), end + room)
    cut = slice(left, len(place.before) - right), slice(left, len(place.after) - right)
    head, tail = "…" if left else "", "…" if right else ""
    return (
        f"{head}{printable(place.before[cut[0]].strip())}{tail}",
        f"{head}{printable(place.after[cut[1]].strip())}{tail}",
    )


def _rule_record(rule: Rule) -> dict[str, object]:
    from episodes.core.record import to_record

    record: dict[str, object] = to_record(rule)
    return record


def _record(one: Affected) -> dict[str, object]:
    places = [{"start": at, "before": place.before.strip(), "after": place.after.strip()} for at, place in one.places]
    return {"guid": one.episode, "reference": f"{one.show}/{one.slug}", "count": len(places), "places": places}


def _list(studio: Studio, show: str, as_json: bool) -> None:
    if not studio.workspace.database.exists():
        uses = []
    else:
        uses = [use for use in studio.reader.rules() if not show or use.rule.show in ("", show)]
    if as_json:
        print_json([{**_rule_record(use.rule), "count": sum(use.hits.values()), "episodes": use.hits} for use in uses])
        return
    rows = [
        (
            str(use.rule.id),
            use.rule.wrong,
            use.rule.right,
            use.rule.show or "everywhere",
            "whole words" if use.rule.whole_word else "",
            f"{sum(use.hits.values())} in {counted(len(use.hits), 'episode')}",
        )
        for use in uses
    ]
    if rows:
        print_table(("no.", "wrong", "right", "where", "how", "at work"), rows)
    else:
        talk.say("no fixes yet; `episodes fix WRONG RIGHT` makes one, `episodes fix suggest` looks for some")


def _remove(studio: Studio, number: int, as_json: bool) -> None:
    rule, affected = studio.catalogue.corrections.remove_rule(number, who=state.who())
    if as_json:
        print_json({"rule": _rule_record(rule), "episodes": [f"{one.show}/{one.slug}" for one in affected]})
    talk.say(
        f"{rule.wrong!r} is no longer made {rule.right!r}; {counted(len(affected), 'episode')} changed; "
        "`episodes undo` takes that back"
    )


def _suggest(studio: Studio, reference: str, show: str, as_json: bool) -> None:
    from episodes.core.record import to_record
    from episodes.workflow.correct import suggestions

    if show:
        studio.shows.get(show)
    everything = studio.catalogue.list_episodes()
    chosen = [studio.reader.resolve(reference)] if reference else everything
    chosen = [episode for episode in chosen if not show or episode.show == show]
    found = suggestions(studio.shows.shows, chosen, everything, catalogue=studio.catalogue)
    if as_json:
        print_json({slug: to_record(ones) for slug, ones in found.items()})
        return
    names = {episode.guid: f"{episode.show}/{episode.slug}" for episode in chosen}
    for slug, ones in found.items():
        for one in ones:
            _print_suggestion(slug, one, names)
    if not any(found.values()):
        raise NotFound(
            "no words that sound or look like a known name", hint="`episodes glossary SHOW NAME...` adds names to know"
        )


def _print_suggestion(slug: str, one: Suggestion, names: dict[str, str]) -> None:
    print(
        f"{paint(one.wrong, '31')} → {paint(one.right, '32')}  {counted(len(one.places), 'place')}, {one.likeness:.0%}"
    )
    print(f"    {printable(one.example)}")
    print("    " + ", ".join(f"{names[guid]} {format_clock(at)}" for guid, at in one.places[:5]))
    print(f'    episodes fix "{one.wrong}" "{one.right}" --show {slug} --whole-word')


def glossary(
    context: typer.Context,
    show: Annotated[str, typer.Argument(metavar="SHOW", help="The show's short name.")],
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Names and terms to add.")] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="NAME", help="Take a name out; may be given again.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show or change the names and terms that a show's recogniser is told beforehand.

    They stand in episodes.toml as `glossary`. Transcripts that are there stay; `transcribe --again` uses new names.

    Example: `episodes glossary quick-take "Pieter Wuille" ComfyUI`
    """
    from dataclasses import replace

    gone = {name.casefold() for name in remove or ()}
    new = [name.strip() for name in names or () if name.strip()]

    def changed(value: Show) -> Show:
        if missing := gone - {name.casefold() for name in value.glossary}:
            raise NotFound(f"{min(missing)!r} is not in the glossary of {show}", hint=f"episodes glossary {show}")
        kept = [name for name in value.glossary if name.casefold() not in gone]
        known = {name.casefold() for name in kept}
        return replace(value, glossary=(*kept, *dict.fromkeys(name for name in new if name.casefold() not in known)))

    with state.studio(context) as studio:
        value = studio.shows.get(show)
        if changed(value) != value:
            value = studio.shows.change(show, changed)
            talk.say(f"the glossary of {show} has {counted(len(value.glossary), 'name')} now")
        if as_json:
            print_json(list(value.glossary))
        elif not names and not remove:
            for name in value.glossary:
                print(printable(name))
            if not value.glossary:
                talk.say(f"no names yet; `episodes glossary {show} NAME...` adds some")
