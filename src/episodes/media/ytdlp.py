"""yt-dlp, kept on a short lead: no settings of the user, no plug-ins, no output, no resuming, no private hosts."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from episodes.core.errors import EpisodesError, SourceError
from episodes.media.addresses import parts_of, resolve, without_secrets
from episodes.media.connecting import environment_proxy

Info = dict[str, Any]
#: What is asked of a site when sound alone is wanted; the last choice is a film with sound in it.
AUDIO_FORMATS = "ba[acodec^=mp4a]/ba[ext=mp3]/ba/b[ext=mp4]/b"
#: Picture and sound may come as two files: yt-dlp joins them if it finds ffmpeg, else `muxing` does.
VIDEO_FORMATS = (
    "bv[vcodec^=avc1][height<=1080]+ba[acodec^=mp4a]/b[ext=mp4][height<=1080]"
    "/bv[height<=1080]+ba/b[height<=1080]/bv+ba/b/ba"
)


class Quiet:
    """Takes what yt-dlp says; it prints its own ERROR line even when quiet (seen with 2026.10.26)."""

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self.errors: list[str] = []

    def debug(self, message: str) -> None:
        """Nobody wants to read how it is done."""

    info = debug

    def warning(self, message: str) -> None:
        self.warnings.append(message)

    def error(self, message: str) -> None:
        self.errors.append(message)


def new_ytdlp(
    *,
    quiet: Quiet,
    allow_hosts: Collection[str] = (),
    cookies: str = "",
    proxy: str = "",
    folder: Path | None = None,
    formats: str = AUDIO_FORMATS,
    hook: Callable[[Info], None] | None = None,
) -> Any:
    """Make a YoutubeDL that asks only hosts that may be asked and writes only into `folder`."""
    from yt_dlp import YoutubeDL
    from yt_dlp.globals import plugin_dirs

    plugin_dirs.value = []  # what else is installed on this machine must not change results

    class Guarded(YoutubeDL):  # type: ignore[misc]  # yt-dlp is untyped
        def urlopen(self, request: Any) -> Any:
            check_host(request if isinstance(request, str) else request.url, allow_hosts, proxy)
            response = super().urlopen(request)
            try:
                check_host(response.url, allow_hosts, proxy)  # redirects are followed inside
            except SourceError:
                response.close()
                raise
            return response

    return Guarded(
        {
            "logger": quiet,
            "quiet": True,
            "noprogress": True,
            "color": "no_color",
            "cachedir": False,
            "usenetrc": False,
            "extract_flat": "in_playlist",
            "noplaylist": True,  # a video's address names a video, even where it mentions a list
            "format": formats,
            "paths": {"home": str(folder)} if folder else {},
            "outtmpl": "%(id).100s.%(format_id)s.%(ext)s",
            "restrictfilenames": True,
            "continuedl": False,
            "overwrites": True,
            "updatetime": False,
            "fixup": "never",
            "skip_unavailable_fragments": False,
            "concurrent_fragment_downloads": 2,
            "socket_timeout": 30,
            "retries": 3,
            "fragment_retries": 5,
            "allow_unplayable_formats": False,
            "cookiefile": cookies or None,
            "proxy": proxy or None,
            "js_runtimes": {"deno": {}, "node": {}, "bun": {}, "quickjs": {}},
            "progress_hooks": [hook] if hook else [],
        }
    )


def check_host(url: str, allow_hosts: Collection[str], proxy: str = "") -> None:
    """Raise SourceError if an address leads into a private network."""
    parts = parts_of(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return  # data: and the like ask nobody; other schemes yt-dlp refuses itself
    if not proxy and not environment_proxy(parts.scheme, parts.hostname):
        resolve(parts.hostname, parts.port or (443 if parts.scheme == "https" else 80), allowed=allow_hosts)


_COOKIES = "set `cookies` under [download] in episodes.toml to a file with your browser's cookies"
#: What yt-dlp's words mean for a person: pattern, what happened, what to do.
_MEANINGS: tuple[tuple[str, str, str], ...] = (
    (
        r"no space left",
        "does not fit on the disk",
        "free some space and run the command again",
    ),
    (
        r"JavaScript runtime|n challenge|nsig|signature extraction",
        "needs a JavaScript runtime that is not installed",
        "pip install 'episodes[youtube]', or install Node.js 22",
    ),
    (
        r"not a bot|confirm you.re not",
        "asks for a sign-in to prove that you are no robot",
        _COOKIES,
    ),
    (
        r"confirm your age|age.restricted|inappropriate for some users",
        "is restricted by age and asks for a sign-in",
        _COOKIES,
    ),
    (
        r"private video|video is private|private playlist|this track is private",
        "is private",
        _COOKIES,
    ),
    (
        r"members.only|join this channel|available to.*members|subscri(?:be|ption) required|premium|purchase",
        "is for paying members only",
        _COOKIES,
    ),
    (
        r"log ?in|sign ?in|authenticat|registered users|cookies",
        "asks for a sign-in",
        _COOKIES,
    ),
    (
        r"geo.?restrict|in your country|from your location|your region|not available in",
        "cannot be seen from this country",
        "set `proxy` under [download] in episodes.toml",
    ),
    (
        r"live event will begin|premieres? in|not currently live|is offline|upcoming",
        "has not begun yet",
        "add it when it is over",
    ),
    (
        r"is DRM|DRM protected|protected by DRM",
        "is copy-protected (DRM)",
        "get the file from its owner",
    ),
    (
        r"removed|deleted|no longer (?:available|exists)|terminated|video unavailable|does not exist|"
        r"not found|HTTP Error 4(?:04|10)|410: Gone",
        "is no longer there",
        "check the address",
    ),
    (
        r"HTTP Error 429|too many requests|rate.?limit",
        "refuses because it was asked too often",
        "wait an hour and run the command again",
    ),
    (
        r"HTTP Error 40[13]|forbidden",
        "refuses the request",
        _COOKIES,
    ),
    (
        r"HTTP Error 5\d\d",
        "has trouble of its own",
        "try again later",
    ),
    (
        r"certificate|SSL",
        "has a certificate that cannot be trusted",
        "check the date of this machine and the address",
    ),
    (
        r"failed to resolve|name or service not known|getaddrinfo|network is unreachable|no route|"
        r"temporary failure in name",
        "cannot be reached: no network, or no such host",
        "check the network and the address",
    ),
    (
        r"connection refused|timed out|connection reset|remote end closed|transport",
        "does not answer",
        "check the network and try again",
    ),
    (
        r"requested format is not available|no video formats",
        "has no audio or video that can be fetched",
        "open it in a browser to see what it has",
    ),
    (
        r"unable to (?:extract|parse|download)|report this issue",
        "cannot be read any more: the site has changed",
        "get a newer yt-dlp: pip install -U yt-dlp",
    ),
)


def translate(error: Exception, url: str, quiet: Quiet) -> EpisodesError:
    """Say in words what went wrong inside yt-dlp."""
    from yt_dlp.utils import GeoRestrictedError, UnsupportedError

    for cause in _causes(error):
        if isinstance(cause, EpisodesError):
            return cause
        if isinstance(cause, UnsupportedError):
            return nothing_there(url)
        if isinstance(cause, GeoRestrictedError):
            return SourceError(
                f"{without_secrets(url)} cannot be seen from this country", hint="set `proxy` in episodes.toml"
            )
    said = clean_message(str(error))
    for pattern, meaning, hint in _MEANINGS:
        if re.search(pattern, said, re.IGNORECASE):
            return SourceError(f"{without_secrets(url)} {meaning} ({said})", hint=hint)
    if quiet.warnings and re.search("JavaScript runtime", " ".join(quiet.warnings)):
        return SourceError(f"{without_secrets(url)} {_MEANINGS[0][1]} ({said})", hint=_MEANINGS[0][2])
    return SourceError(
        f"{without_secrets(url)} cannot be read: {said}", hint="open it in a browser; pip install -U yt-dlp may help"
    )


def nothing_there(url: str) -> SourceError:
    return SourceError(
        f"no audio or video was found at {without_secrets(url)}",
        hint="open it in a browser, and add the address of the player or of the file itself",
    )


def _causes(error: BaseException) -> list[BaseException]:
    """List an error and what it was made from; yt-dlp keeps the first one in `exc_info`."""
    found: list[BaseException] = []
    queue: list[BaseException | None] = [error]
    while queue:
        one = queue.pop(0)
        if one is None or one in found:
            continue
        found.append(one)
        info = getattr(one, "exc_info", None) or (None, None)
        queue += [info[1], getattr(one, "cause", None), one.__cause__, one.__context__]
    return found


def clean_message(text: str) -> str:
    """Leave out colours, prefixes and the advice that is meant for yt-dlp's own users.

    >>> clean_message("ERROR: [youtube] abc: Private video. Sign in if you've been granted access")
    "Private video. Sign in if you've been granted access"
    """
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    text = re.sub(r"^(?:ERROR:\s*)?(?:\[[^\]]+\]\s*)?(?:[\w.:-]{3,100}:\s(?=[A-Z]))?", "", text.strip())
    text = re.split(
        r"\. (?:Use --|See +https?:|Also see|Confirm you are on the latest)|; please report this|\(caused by", text
    )[0]
    return " ".join(text.split())[:300].rstrip(" .;")
