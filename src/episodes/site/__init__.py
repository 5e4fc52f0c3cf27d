"""Pages: what listeners read, see and hear in a browser; written whole or not at all."""

from episodes.site.frame import Planned, assets, look_again, version
from episodes.site.home import plan_home, render_home
from episodes.site.lists import frame_of, plan_lists, render_lists
from episodes.site.pages import render_embed, render_episode, render_show

__all__ = [
    "Planned",
    "assets",
    "frame_of",
    "look_again",
    "plan_home",
    "plan_lists",
    "render_embed",
    "render_episode",
    "render_home",
    "render_lists",
    "render_show",
    "version",
]
