"""The look: small, readable in every colour, and replaceable piece by piece."""

from __future__ import annotations

import itertools
import math
import re
from pathlib import Path

import pytest

from episodes import site
from episodes.core.accents import ACCENTS, HUES
from episodes.core.errors import PublishError
from web.examples import a_show

STYLE = (Path(site.__file__).parent / "static/site.css").read_text()


@pytest.mark.parametrize("name", ["assets/site.css", "assets/site.js"])
def test_style_and_script_are_small(name):
    """Each stays under 20 kB as it is sent."""
    assert len(dict(site.assets())[name]) < 20_000


def test_nothing_in_the_style_sheet_comes_from_elsewhere():
    """Fonts and pictures are our own files."""
    assert not re.findall(r"url\((?!fonts/)|@import|https?:", STYLE)


def luminance(lightness: float, chroma: float, hue: float) -> float:
    """The relative luminance of an OKLCH colour (Ottosson 2020; WCAG 2.2), out-of-range parts cut off."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    l_, m_, s_ = (
        (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
        (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
        (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3,
    )
    red = 4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_
    green = -1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_
    blue = -0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_
    red, green, blue = (min(1, max(0, part)) for part in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    light, dark = max(one, other), min(one, other)
    return (light + 0.05) / (dark + 0.05)


def colours(accent: str, scheme: str) -> dict[str, float]:
    """The luminance of each named colour, as the style sheet defines it."""
    hue, chroma = re.search(rf'\[data-accent="{accent}"\] {{--h: ([\d.]+); --c: ([\d.]+)}}', STYLE).groups()
    assert float(hue) == HUES[accent]
    found = {}
    for name, *pair in re.findall(r"--(\w[\w-]*): light-dark\((oklch\(.*?\)), (oklch\(.*?\))\);", STYLE):
        text = pair[scheme == "dark"].replace("var(--h)", hue)
        text = re.sub(r"calc\(var\(--c\) \* ([\d.]+)\)", lambda m: str(float(chroma) * float(m[1])), text)
        parts = re.findall(r"[\d.]+", text.replace("var(--c)", chroma))
        found[name] = luminance(float(parts[0]) / 100, float(parts[1]), float(parts[2]))
    return found


@pytest.mark.parametrize(("accent", "scheme"), [*itertools.product(ACCENTS, ("light", "dark"))])
def test_every_colour_can_be_read(accent, scheme):
    """WCAG 2.2 AA: 4.5 to 1 for text, 3 to 1 for the outlines of controls."""
    of = colours(accent, scheme)

    for text, ground in (
        ("ink", "paper"), ("ink", "raised"), ("ink", "glow"), ("ink", "found"), ("soft", "paper"), ("soft", "raised"),
        ("soft", "glow"), ("accent", "paper"), ("accent", "raised"), ("on-accent", "accent"),
    ):  # fmt: skip
        assert contrast(of[text], of[ground]) >= 4.5, (text, ground)
    assert contrast(of["control"], of["paper"]) >= 3


def test_a_workspace_replaces_one_template(tmp_path):
    """Only that piece changes, and the mark of the look with it."""
    (tmp_path / "_credits.html").write_text("<p>By all of us</p>")
    show = a_show()

    _, page = site.render_episode(show, show.episodes[0], templates=tmp_path)

    assert b"<p>By all of us</p>" in page
    assert b"data-transcript" in page
    assert site.version(tmp_path) != site.version()


def test_a_workspace_builds_on_a_template(tmp_path):
    """Ours is there as default/…."""
    (tmp_path / "episode.html").write_text(
        '{% extends "default/episode.html" %}{% block footer %}<footer>ours</footer>{% endblock %}'
    )
    show = a_show()

    _, page = site.render_episode(show, show.episodes[0], templates=tmp_path)

    assert b"<footer>ours</footer>" in page
    assert b"data-player" in page


def test_a_workspace_replaces_static_files(tmp_path):
    """And adds its own."""
    (tmp_path / "static").mkdir()
    (tmp_path / "static/site.css").write_text("body{}")
    (tmp_path / "static/logo.svg").write_text("<svg/>")

    assets = dict(site.assets(tmp_path))

    assert assets["assets/site.css"] == b"body{}"
    assert assets["assets/logo.svg"] == b"<svg/>"
    assert "assets/site.js" in assets


@pytest.mark.parametrize("text", ["{% if %}", "{{ nothing.here }}", "{{ nowhere }}"])
def test_a_broken_template_is_said_in_words(tmp_path, text):
    """With its name, and what to do."""
    (tmp_path / "episode.html").write_text(text)
    show = a_show()

    with pytest.raises(PublishError, match="cannot be used") as raised:
        site.render_episode(show, show.episodes[0], templates=tmp_path)

    assert "templates/" in raised.value.hint
