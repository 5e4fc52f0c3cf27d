"""What outside judges say of pages, of usual and of unusual content: Nu HTML checker, html-validate, axe, Lighthouse.

Usage: python benchmarks/judges.py --programs FOLDER [--judge vnu|html-validate|axe|lighthouse …] [--json]
FOLDER is where `npm install axe-core vnu-jar html-validate lighthouse` ran. Chromium must be there, Java for vnu.
Recordings are a second of silence. Without the extra site-search there is no search page to be judged.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import wave
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from episodes import site  # noqa: E402
from episodes.core.addresses import media_file  # noqa: E402
from episodes.core.publication import Publication  # noqa: E402
from episodes.site.search import SiteSearch, find_program  # noqa: E402
from episodes.site.write import Writer  # noqa: E402
from episodes.web.serve import serve  # noqa: E402
from episodes.workflow.cards import with_card, with_show_card  # noqa: E402
from web.examples import BASE_URL  # noqa: E402 - found by the line above
from web.unusual import all_shows  # noqa: E402
from web.writing import write_tree  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
FLAGS = ["--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking"]
#: WCAG 2.2 asks for targets that fingers hit, which axe looks at only when it is told to.
AXE = '{rules: {"target-size": {enabled: true}}}'
#: Home, show, episode, person and search: what most visitors see.
MAIN = ("", "quick-take/", "quick-take/338-the-bridge/", "quick-take/people/ann-lee/", "search/")


def main() -> int:
    judges: dict[str, Callable[[Path, Path, str], Any]] = {
        "vnu": ask_vnu, "html-validate": ask_html_validate, "axe": ask_axe, "lighthouse": ask_lighthouse,
    }  # fmt: skip
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--programs", type=Path, required=True, help="the folder that holds node_modules")
    options.add_argument("--judge", action="append", choices=sorted(judges), help="only these")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "web")
        publish(root)
        server = serve(root, port=0, base_url=BASE_URL)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        figures: dict[str, Any] = {"pages": len(list(root.rglob("*.html")))}
        for name in chosen.judge or judges:
            figures[name] = judges[name](root, chosen.programs / "node_modules", server.url)
        server.shutdown()
    print(json.dumps(figures, indent=1) if chosen.json else "\n".join(f"{k:14} {v}" for k, v in figures.items()))
    return 0


def publish(root: Path) -> None:
    search = SiteSearch(root=root, state=root.with_name("state"), program=find_program())
    shows = []
    for show in all_shows():
        writer = Writer(root)
        show = with_show_card(show, writer=writer)
        episodes = tuple(with_card(one, show, writer=writer) for one in show.episodes)
        put_silence(root, episodes)
        for one in episodes:
            search.keep(one, show.show)
        search.index(show.show, [one.episode.slug for one in reversed(episodes)])
        indexes = search.indexes(show.show.slug)
        shows.append(replace(show, episodes=episodes, searchable=bool(indexes), indexes=indexes))
    write_tree(
        root, [*site.assets(), *site.render_home(shows), *(page for one in shows for page in site.render_show(one))]
    )


def put_silence(root: Path, episodes: tuple[Publication, ...]) -> None:
    for one in episodes:
        for path in (media_file(one.episode, medium) for medium in one.episode.media):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            with wave.open(str(root / path), "wb") as sound:
                sound.setparams((1, 1, 8000, 0, "NONE", ""))
                sound.writeframes(bytes([128]) * 8000)


def ask_vnu(root: Path, modules: Path, _url: str) -> dict[str, Any]:
    jar = modules / "vnu-jar/build/dist/vnu.jar"
    said = subprocess.run(
        ["java", "-Xss8m", "-jar", jar, "--errors-only", "--format", "json", "--skip-non-html", root],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    messages = json.loads(said.stderr)["messages"]
    return {"errors": len(messages), "first": [f"{m['url'][-60:]} {m['message']}" for m in messages[:5]]}


def ask_html_validate(root: Path, modules: Path, _url: str) -> dict[str, Any]:
    pages = sorted(str(page) for page in root.rglob("*.html"))
    said = subprocess.run(
        [modules / ".bin/html-validate", "--preset", "standard", "--formatter", "json", *pages],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = [(page["filePath"], one["message"]) for page in json.loads(said.stdout or "[]") for one in page["messages"]]
    return {"errors": len(found), "first": found[:5]}


def ask_axe(root: Path, modules: Path, url: str) -> dict[str, Any]:
    """In both themes and three widths."""
    from playwright.sync_api import sync_playwright

    axe = (modules / "axe-core/axe.min.js").read_text()
    pages = sorted({page.relative_to(root).as_posix() for page in root.rglob("*.html")} - repeated(root))
    found, asked = [], 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for scheme in ("light", "dark"):
            for width in (360, 768, 1280):
                view = {"width": width, "height": 800}
                context = browser.new_context(viewport=view, color_scheme=scheme, bypass_csp=True)
                tab = context.new_page()
                tab.route("**/media/**", lambda route: route.abort())
                for path in pages:
                    tab.goto(f"{url}{path}", wait_until="domcontentloaded", timeout=0)  # a busy machine is no fault
                    tab.evaluate(axe)
                    violations = tab.evaluate(f"axe.run(document, {AXE})")["violations"]
                    found += [(path, scheme, width, one["id"], one["nodes"][0]["html"][:120]) for one in violations]
                    asked += 1
                context.close()
        browser.close()
    return {"pages asked": asked, "violations": len(found), "first": found[:5]}


def repeated(root: Path) -> set[str]:
    """Pages of one kind and content: of the plain older episodes, one is enough."""
    older = {f"quick-take/{number}-part" for number in range(2, 66)}
    return {path.relative_to(root).as_posix() for folder in older for path in (root / folder).rglob("*.html")}


def ask_lighthouse(_root: Path, modules: Path, url: str) -> dict[str, Any]:
    scores = {}
    for path in MAIN:
        how = ["--quiet", "--output=json", f"--chrome-flags={' '.join(FLAGS)}"]
        said = subprocess.run(
            [modules / ".bin/lighthouse", f"{url}{path}", *how],
            capture_output=True, text=True, check=True, env={**os.environ, "CHROME_PATH": CHROMIUM},
        )  # fmt: skip
        categories = json.loads(said.stdout)["categories"]
        scores[path or "home"] = {name: category["score"] for name, category in categories.items()}
    return scores


if __name__ == "__main__":
    sys.exit(main())
