"""Further feeds by rule: settings in, feeds out, through the command line."""

from __future__ import annotations

import json
import tomllib
from xml.etree import ElementTree

from conftest import run_cli

PODCAST = "{https://podcastindex.org/namespace/1.0}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
RULES = """
[shows.the-feed-desk.feeds.english]
where = 'language = "en" and number = 1-100'
title = "The Desk in English"

# only for friends
[shows.the-feed-desk.feeds.friends]
private = true  # quietly
latest = 3
"""


def set_rules(folder, rules: str) -> None:
    settings = folder / "episodes.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + rules, encoding="utf-8")


def channel_of(file) -> ElementTree.Element:
    return ElementTree.parse(file).find("channel")


def test_feeds_by_rule_are_built_with_an_identity_of_their_own(workspace):
    """Self link and podcast:guid are theirs, the items' GUIDs and files are the show's."""
    set_rules(workspace, RULES)

    assert run_cli(workspace, "build") == 0

    main = channel_of(workspace / "feeds/the-feed-desk/feed.xml")
    extra = channel_of(workspace / "feeds/the-feed-desk/feeds/english.xml")
    assert extra.findtext("title") == "The Desk in English"
    assert extra.find("{http://www.w3.org/2005/Atom}link").get("href").endswith("/the-feed-desk/feeds/english.xml")
    assert extra.findtext(f"{PODCAST}guid") != main.findtext(f"{PODCAST}guid")
    assert [item.findtext("guid") for item in extra.iter("item")] == [
        item.findtext("guid") for item in main.iter("item")
    ]
    assert extra.find("item/enclosure").attrib == main.find("item/enclosure").attrib
    assert "feeds/english.xml" in (workspace / "feeds/shows.opml").read_text(encoding="utf-8")
    assert run_cli(workspace, "check") == 0


def test_a_private_feed_is_listed_nowhere(workspace, capsys):
    """Its secret is made once, kept in the settings beside the comments, and stands in no other published file."""
    set_rules(workspace, RULES)
    assert run_cli(workspace, "build") == 0
    text = (workspace / "episodes.toml").read_text(encoding="utf-8")
    secret = tomllib.loads(text)["shows"]["the-feed-desk"]["feeds"]["friends"]["path"]
    file = workspace / f"feeds/the-feed-desk/feeds/{secret}/friends.xml"

    assert run_cli(workspace, "build") == 0

    assert (workspace / "episodes.toml").read_text(encoding="utf-8") == text
    assert "# only for friends" in text
    assert "# quietly" in text
    assert channel_of(file).findtext(f"{ITUNES}block") == "Yes"
    others = [other for other in (workspace / "feeds").rglob("*") if other.is_file() and other != file]
    assert not [other for other in others if secret.encode() in other.read_bytes()]
    capsys.readouterr()
    assert run_cli(workspace, "show", "info", "the-feed-desk", "--json") == 0
    assert json.loads(capsys.readouterr().out)["feed friends"].endswith(f"/{secret}/friends.xml")


def test_a_feed_whose_rule_is_gone_is_taken_away(workspace):
    """Nothing of it stays in the web root, the private one included."""
    before = (workspace / "episodes.toml").read_text(encoding="utf-8")
    set_rules(workspace, RULES)
    assert run_cli(workspace, "build") == 0
    (workspace / "episodes.toml").write_text(before, encoding="utf-8")

    assert run_cli(workspace, "build") == 0

    assert not (workspace / "feeds/the-feed-desk/feeds").exists()


def test_a_mistaken_rule_is_refused_with_its_place(workspace, capsys):
    """Nothing is built by a rule that nobody understands."""
    set_rules(workspace, RULES.replace("language =", "langauge ="))

    assert run_cli(workspace, "build") == 2

    error = capsys.readouterr().err
    assert "shows.the-feed-desk.feeds.english.where" in error
    assert "langauge" in error
