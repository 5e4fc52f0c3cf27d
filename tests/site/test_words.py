"""The pages' own words: complete in every language, and nothing left in English."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import html

from episodes import site
from episodes.core.errors import PublishError
from episodes.core.transcript import Transcript
from episodes.site import phrases
from episodes.site.words import IN_SCRIPTS, languages, words_for
from web.examples import EPISODE, a_publication, a_show

SITE = Path(site.__file__).parent
FOREIGN = [language for language in languages() if language != "en"]
CALLED = re.compile(r"""(?<![\w.])_n?\(\s*"([^"]+)"(?:,\s*"([^"]+)")?""")


def used() -> set[str]:
    """Every phrase that templates, scripts and code say."""
    found = set(IN_SCRIPTS)
    for template in (SITE / "templates").glob("*.html"):
        for one, many in CALLED.findall(template.read_text()):
            found |= {one, many} - {""}
    for code in SITE.rglob("*.py"):
        found |= set(re.findall(r'words\(\s*f?"([^"]+)"', code.read_text()))
    return found


def phrases_of(language: str) -> dict[str, str]:
    return tomllib.loads((SITE / f"languages/{language}.toml").read_text())["phrases"]


def a_page(language: str, path: str = "", **changes) -> html.HtmlElement:
    show = a_show(older=65)
    show = replace(show, show=replace(show.show, language=language, **changes))
    return html.fromstring(dict([*site.render_show(show), *site.render_home([show])])[path].decode())


@pytest.mark.parametrize("language", FOREIGN)
def test_every_phrase_is_said_in_every_language(language):
    """With the same values in it, and none that no page says."""
    machine = (
        "This transcript was made by machine{with_model} on {{date}}. It may contain errors: the recording counts."
    )
    # Said by a value: kinds of media and episodes, parts of people, headings, the two ways to make a transcript.
    by_value = {
        "Audio", "Video", "Transcript", "Text", "Trailer", "Bonus", "Rebroadcast", "Host", "Guest", "Host and guest",
        "Sources", "Sponsors", "Watch on {site}", "Listen on {site}",
        *(machine.format(with_model=model) for model in ("", " with the speech model {model}")),
    }  # fmt: skip
    said = phrases_of(language)

    assert (used() - {machine}) | by_value == set(said)
    for english, foreign in said.items():
        assert foreign.strip()
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", foreign)), english


def test_scripts_say_only_what_pages_bring_along():
    """The two scripts together."""
    scripts = (SITE / "static/site.js").read_text() + (SITE / "static/search.js").read_text()
    calls = re.findall(r"(?<![\w$])_\(((?:[^()]|\([^()]*\))*)\)", scripts)
    said = {text for call in calls for text in re.findall(r"'([^']+)'", call) if text not in ("“", "”", "+", "")}

    assert said == set(IN_SCRIPTS)


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize(
    "path",
    ["index.html", "quick-take/index.html", "quick-take/338-the-bridge/index.html", "quick-take/about/index.html",
     "quick-take/episodes/index.html", "quick-take/people/bo-diaz/index.html", "404.html"],
)  # fmt: skip
def test_no_english_is_left_on_a_page(language, path):
    """No text or label of a page is an English phrase that has another wording in its language."""
    tree = a_page(language, path)
    english = {text for text, foreign in phrases_of(language).items() if text != foreign}
    shown = {" ".join(text.split()) for text in tree.xpath("//body//text()[not(ancestor::script)]")}
    shown |= set(tree.xpath("//@aria-label | //@placeholder | //track/@label"))

    assert shown & english == set()
    assert tree.get("lang") == language


@pytest.mark.parametrize(
    ("language", "date", "length", "size", "number"),
    [
        ("en-GB", "1 March 2026", "1 h 2 min", "3.0 MB", "Season 2, episode 3"),
        ("de-AT", "1. März 2026", "1 Std. 2 Min.", "3,0 MB", "Staffel 2, Folge 3"),
        ("fr", "1er mars 2026", "1 h 2 min", "3,0 Mo", "Saison 2, épisode 3"),
        ("es-MX", "1 de marzo de 2026", "1 h 2 min", "3,0 MB", "Temporada 2, episodio 3"),
        ("eo", "1 March 2026", "1 h 2 min", "3.0 MB", "Season 2, episode 3"),
    ],
)
def test_dates_and_numbers_are_written_as_the_language_has_it(language, date, length, size, number):
    """And in English where there are no words in a language."""
    words = words_for(language)

    assert phrases.say_date(datetime(2026, 3, 1, tzinfo=UTC), words) == date
    assert phrases.say_length(3720, words) == length
    assert phrases.say_size(3_032_478, words) == size
    assert phrases.say_number(replace(EPISODE, number=3, season=2), words) == number


def test_none_takes_the_singular_in_french():
    """And the plural elsewhere."""
    forms = ("{count} episode", "{count} episodes")

    assert [words_for(one).count(*forms, 0) for one in ("en", "fr")] == ["0 episodes", "0 épisode"]


def test_a_page_in_a_language_without_words_marks_the_english_ones():
    """So that they are read aloud as English; the page itself runs from the right."""
    tree = a_page("he", "quick-take/338-the-bridge/index.html")

    assert (tree.get("lang"), tree.get("dir")) == ("he", "rtl")
    marked = tree.xpath("//*[@lang='en']")
    assert {"Player", "Show"} <= {one.get("aria-label") for one in marked}
    assert tree.xpath("//h2[@id='downloads']/@lang") == ["en"]


def test_english_pages_bring_no_phrases_along():
    """Others bring those of the scripts, as data that cannot run."""
    path = "quick-take/338-the-bridge/index.html"

    assert not a_page("en", path).xpath("//script[@data-phrases]")
    (data,) = a_page("de", path).xpath("//script[@data-phrases]")
    assert data.get("type") == "application/json"
    assert '"Copied":"Kopiert"' in data.text


def test_home_speaks_the_language_that_all_shows_share():
    """Else English."""
    show = a_show()
    german, austrian, english = (replace(show, show=replace(show.show, language=one)) for one in ("de", "de-AT", "en"))

    def heading(*shows):
        tree = html.fromstring(dict(site.render_home(shows))["index.html"].decode())
        return tree.get("lang"), tree.findtext(".//h1")

    assert heading(german, austrian) == ("de", "Podcasts zum Hören und Lesen")
    assert heading(german, english) == ("en", "Shows to hear and read")


def test_a_producer_changes_phrases_and_adds_a_language(tmp_path):
    """A file each under templates/phrases/; what it does not hold stays."""
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases/en.toml").write_text('[phrases]\n"Transcript" = "What was said"\n')
    (tmp_path / "phrases/nl.toml").write_text('[form]\npoint = ","\n[phrases]\n"Chapters" = "Hoofdstukken"\n')
    show = a_show()
    dutch = replace(show, show=replace(show.show, language="nl"))

    english = site.render_episode(show, show.episodes[0], templates=tmp_path)[1].decode()
    page = site.render_episode(dutch, show.episodes[0], templates=tmp_path)[1].decode()

    assert "What was said" in english
    assert "Hoofdstukken" in page
    assert "3,0 MB" in page
    assert "Show notes" in page


def test_broken_phrases_are_said_in_words(tmp_path):
    """With the file, and what to do."""
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases/en.toml").write_text("= nothing")
    show = a_show()

    with pytest.raises(PublishError, match=r"en\.toml") as raised:
        site.render_episode(show, show.episodes[0], templates=tmp_path)

    assert "correct that file" in raised.value.hint


def test_a_phrase_with_a_name_that_no_page_knows_stays_english(tmp_path):
    """Nobody's page is lost for a slip of the pen."""
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases/en.toml").write_text('[phrases]\n"By {name}" = "By {nmae}"\n')

    assert words_for("en", tmp_path)("By {name}", name="Ann") == "By Ann"


@pytest.mark.parametrize("form", ['months = ["January"]', 'date = "{d}.{m}."'])
def test_a_form_of_dates_that_lacks_something_is_said_in_words(tmp_path, form):
    """Before any page is made with it."""
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases/nl.toml").write_text(f"[form]\n{form}\n")

    with pytest.raises(PublishError, match=r"nl\.toml"):
        words_for("nl", tmp_path)


@pytest.mark.parametrize("language", ["", "x", "../en", "zh-Hant", "e n", "\x00"])
def test_any_language_gets_words(language):
    """English, where there are none; no name of a language reads another file."""
    assert words_for(language).language == "en"


@pytest.mark.parametrize("language", languages())
def test_how_a_transcript_was_made_is_said(language):
    """By person, captions or machine, with date and model."""
    made = a_publication().transcript
    assert isinstance(made, Transcript)
    words = words_for(language)

    said = [phrases.say_making(replace(made, origin=origin), words) for origin in ("person", "captions", made.origin)]

    assert "2026" not in said[0]
    assert "2026" in said[1]
    assert "tiny.en" in said[2]
    assert "{" not in "".join(said)
