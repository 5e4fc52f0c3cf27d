"""Shows: what a producer publishes under one name, with one feed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from episodes.core.credit import Credit
from episodes.core.logins import without_login
from episodes.core.media import Kind

#: A show's short name: it stands in addresses and folder names.
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class ShowSource:
    """A channel, feed or page that a show's episodes come from."""

    url: str
    kind: Kind = "audio"  #: as what its items are taken: sound, or the video
    match: str = ""  #: regular expression that titles must answer to
    min_duration: float = 0.0  #: seconds; shorter items are passed over
    download: bool | None = None  #: None = audio is downloaded, video only linked

    @property
    def is_downloaded(self) -> bool:
        return self.kind == "audio" if self.download is None else self.download

    def format(self) -> str:
        """Write it on one line, without the password that its address may have.

        >>> ShowSource(url="https://example.org/feed.xml", min_duration=300).format()
        'https://example.org/feed.xml as audio, at least 300 s'
        """
        more = [f"titles like {self.match!r}"] if self.match else []
        more += [f"at least {self.min_duration:g} s"] if self.min_duration else []
        more += ["only linked"] if not self.is_downloaded else []
        return ", ".join([f"{without_login(self.url)} as {self.kind}", *more])


@dataclass(frozen=True, kw_only=True)
class ExtraFeed:
    """A further feed of a show, made by rule: its guests, a language, a season, the latest few, friends only."""

    name: str  #: in addresses: small letters, digits, hyphens
    where: str = ""  #: rule that its episodes answer to (see core/choosing.py); empty = all
    kind: Kind = "audio"
    title: str = ""  #: empty = the show's with the name
    latest: int = 0  #: only so many of the newest; 0 = all
    private: bool = False  #: lies at a secret address and is listed nowhere
    path: str = ""  #: the secret part of the address; made once, then kept

    def format(self) -> str:
        """Write it on one line.

        >>> ExtraFeed(name="guests", where='guest ~ "Lee"', latest=10).format()
        'guests: audio where guest ~ "Lee", latest 10'
        """
        more = [f"latest {self.latest}"] if self.latest else []
        more += ["private"] if self.private else []
        rule = f" where {self.where}" if self.where else ""
        return ", ".join([f"{self.name}: {self.kind}{rule}", *more])


@dataclass(frozen=True, kw_only=True)
class Show:
    r"""A show and its settings, as `episodes.toml` gives them.

    `slug` names it in folders and addresses. `patterns` are the producer's own regular
    expressions for reading titles, by field name (`number = 'Episode (\d+)'`).
    """

    slug: str
    title: str
    description: str = ""
    language: str = ""  #: BCP 47 tag; empty = let the recogniser detect it
    author: str = ""
    owner_name: str = ""
    owner_email: str = ""
    link: str = ""  #: the show's own web site, if it has one besides ours
    image: str = ""  #: file in the workspace, or address, of the cover
    category: str = ""  #: Apple's, "News > Politics"
    explicit: bool = False
    copyright: str = ""
    disclaimer: str = ""
    hosts: tuple[Credit, ...] = ()
    glossary: tuple[str, ...] = ()  #: names and terms that are said in it, as they are spelt
    stemming: str = "auto"  #: whose word endings search looks through: "auto" (as spoken), "off", "de", "en fr"
    patterns: dict[str, str] = field(default_factory=dict, hash=False)
    accent: str = (
        ""  #: colour of its pages: "blue", "teal", "green", "olive", "amber", "rust", "rose", "plum", "violet"
    )
    level: bool = False  #: bring published audio to -16 LUFS (mono: -19) by one constant gain
    guid: str = ""  #: podcast:guid; assigned once, then kept
    video_guid: str = ""  #: podcast:guid of the video edition, if it had one before; else it follows from `guid`
    type: str = "episodic"  #: or "serial": episodes are to be heard in order (Apple)
    medium: str = "podcast"  #: podcast:medium of the audio edition
    locked: bool = True  #: other hosts may not import the feed unless the owner's mail address agrees
    blocked: bool = False  #: directories are asked not to list it
    complete: bool = False  #: no further episodes will come
    funding: tuple[str, ...] = ()  #: "Words|https://address" each
    subscribe: tuple[str, ...] = ()  #: where to follow it, "Words|https://address" each, as buttons on its pages
    license: str = ""  #: SPDX identifier in small letters ("cc-by-4.0"), or a name with `license_url`
    license_url: str = ""
    location: str = ""  #: "Austin, TX|geo:30.2672,-97.7431|R113314|creator|US": all but the name optional
    update_frequency: str = ""  #: in words: "Every Tuesday"
    update_rule: str = ""  #: as a recurrence rule (RFC 5545): "FREQ=WEEKLY;BYDAY=TU"
    new_feed_url: str = ""  #: where the audio feed has moved
    new_video_feed_url: str = ""
    previous_urls: tuple[str, ...] = ()  #: where the feed was before
    texts: tuple[str, ...] = ()  #: podcast:txt, "purpose|value" each, as directories ask for to verify an owner
    accept_proposals: bool | None = None  #: take machines' proposals over at once; None = as `[summaries]` says
    feed_limit: int = 0  #: items in the feed before older ones go to archive pages; 0 = all in one
    feeds: tuple[ExtraFeed, ...] = ()  #: beside the audio and the video feed
    sources: tuple[ShowSource, ...] = ()  #: what `sync` looks at
