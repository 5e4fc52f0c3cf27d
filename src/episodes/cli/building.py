"""The commands that publish: build, check, serve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json, Shows
from episodes.cli.output import Voice, counted, paint, print_json, talk

if TYPE_CHECKING:
    from episodes.config.workspace import Workspace
    from episodes.workflow.building.parts import Built

TOLD = 5  #: episodes that are left out, by name


def register(app: typer.Typer) -> None:
    app.command()(build)
    app.command()(check)
    app.command()(serve)


def build(
    context: typer.Context,
    shows: Shows = None,
    force: Annotated[
        bool, typer.Option("--force", help="Publish even if a feed gets errors, or half its media are missing.")
    ] = False,
    retag: Annotated[
        bool, typer.Option("--retag", help="Write tags anew into audio that is published; apps load it again.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Make feeds, pages and captions in feeds/; what did not change is not written.

    Example: `episodes build quick-take`
    """
    from episodes.cli.progress import ProgressLine
    from episodes.core.record import to_record
    from episodes.speech.processor import usable_cores

    with state.studio(context) as studio:
        chosen = studio.shows.chosen(shows or [])
        records = []
        with ProgressLine(as_events=as_json) as line:
            builder = studio.builder(line, processes=usable_cores())
            for built in builder.build(chosen, all_shows=studio.shows.shows, force=force, retag=retag):
                line.clear()
                records.append(to_record(built))
                _tell(built)
        if as_json:
            print_json(records)
        if not chosen:
            talk.say("no shows yet; `episodes add SOURCE` makes one")


def _tell(built: Built) -> None:
    """What was done for a show, or for the pages above the shows."""
    from episodes.site.phrases import say_size

    done = f"{counted(built.written, 'file')} written, {built.unchanged} unchanged"
    removed = f", {built.removed} removed" if built.removed else ""
    episodes = f"{counted(built.episodes, 'episode')}; " if built.show else ""
    talk.say(f"{built.what}: {episodes}{done}{removed}")
    if built.search_bytes:
        talk.say(f"  search index {say_size(built.search_bytes)}")
    _tell_left_out(built.left_out)
    for warning in built.warnings:
        talk.warn(warning)
    if built.page:
        talk.say(f"  page {built.page}")
        for feed in built.feeds:
            talk.say(f"  feed {feed}")


def _tell_left_out(reasons: Sequence[str]) -> None:
    """Some reasons, and how many more: a show that was just brought in may have hundreds."""
    told = len(reasons) if talk.voice >= Voice.verbose or len(reasons) == TOLD + 1 else TOLD
    for reason in reasons[:told]:
        talk.warn(reason)
    if more := len(reasons[told:]):
        talk.warn(f"{more} more are left out; `episodes -v build` names them")


def check(
    context: typer.Context,
    shows: Shows = None,
    online: Annotated[bool, typer.Option("--online", help="Ask every address of the feeds on the web too.")] = False,
    as_json: Json = False,
) -> None:
    """Judge the built feeds by the rules of directories and apps; exit code 1 if there are errors.

    Example: `episodes check quick-take`
    """
    from episodes.core.addresses import FEED_LIST
    from episodes.core.errors import NotAllDone
    from episodes.core.record import to_record

    with state.studio(context) as studio:
        chosen = studio.shows.chosen(shows or [])
        checked = list(studio.checker().check(chosen, visit=studio.visit if online else None))
        findings = [(feed.path, finding) for feed in checked for finding in feed.findings]
        if as_json:
            print_json([{"feed": path, **to_record(finding)} for path, finding in findings])
        else:
            for path, finding in findings:
                level = paint(finding.level, "31" if finding.level == "error" else "33")
                print(f"{level}  {path}  {finding.where}: {finding.what} ({finding.source.partition(',')[0]})")
                if finding.mend:
                    print(f"       {finding.mend}")
        errors = sum(finding.level == "error" for _, finding in findings)
        feeds = sum(feed.path != FEED_LIST for feed in checked)
        talk.say(f"{counted(feeds, 'feed')}: {counted(errors, 'error')}, {counted(len(findings) - errors, 'warning')}")
        if errors:
            raise NotAllDone(f"{counted(errors, 'error')} in the feeds", hint="each line above says how to mend it")


def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8484,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    watch: Annotated[
        bool, typer.Option("--watch", help="Build again when settings, templates or episodes change.")
    ] = False,
) -> None:
    """Preview feeds, pages and media on this machine, as a web server would give them.

    Example: `episodes serve --port 9000`
    """
    from episodes.core.addresses import extra_feed_file, feed_file, join_url, page_url, show_page

    with state.studio(context) as studio:
        server = studio.server(host=host, port=port, log=talk.more)
        print(f"serving {studio.workspace.feeds} on {server.url} (Ctrl-C stops)", flush=True)
        for slug, show in studio.config.shows.items():
            if (studio.workspace.feeds / feed_file(slug)).exists():
                talk.say(f"  page {page_url(server.url, show_page(slug))}")
                for path in (feed_file(slug), *(extra_feed_file(slug, extra) for extra in show.feeds)):
                    talk.say(f"  feed {join_url(server.url, path)}")
            else:
                talk.say(f"  {slug} is not built yet: `episodes build`")
        try:
            with _watching(studio.workspace) if watch else nullcontext():
                server.serve_forever()
        except KeyboardInterrupt:
            talk.say("stopped")
        finally:
            server.shutdown()


@contextmanager
def _watching(workspace: Workspace) -> Iterator[None]:
    """Build again in the background after each change, while the block runs."""
    import threading

    from episodes.workflow.watch import watch

    stop, ready = threading.Event(), threading.Event()
    watcher = threading.Thread(
        target=watch, args=(workspace, lambda: _rebuild(workspace)), kwargs={"stop": stop, "ready": ready}, daemon=True
    )
    watcher.start()
    ready.wait()
    talk.say("watching settings, templates and episodes")
    try:
        yield
    finally:
        stop.set()
        watcher.join(timeout=5)


def _rebuild(workspace: Workspace) -> None:
    """Build all shows with a fresh look at everything; errors are only said."""
    from episodes import site
    from episodes.core.errors import EpisodesError
    from episodes.studio import Studio

    site.look_again()
    written = removed = 0
    try:
        with Studio.open(workspace.root) as studio:
            shows = studio.shows.shows
            for built in studio.builder().build(shows, all_shows=shows):
                written, removed = written + built.written, removed + built.removed
    except EpisodesError as error:
        talk.error(error.message, hint=error.hint)
        return
    if written or removed:
        talk.say(f"built again: {counted(written, 'file')} written, {removed} removed")
