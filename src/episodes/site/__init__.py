"""Pages: what listeners read, see and hear in a browser; written whole or not at all."""

from episodes.site.pages import (
    Planned,
    assets,
    frame_of,
    look_again,
    plan_lists,
    render_embed,
    render_episode,
    render_home,
    render_lists,
    render_show,
    version,
)

__all__ = [
    "Planned",
    "assets",
    "frame_of",
    "look_again",
    "plan_lists",
    "render_embed",
    "render_episode",
    "render_home",
    "render_lists",
    "render_show",
    "version",
]
