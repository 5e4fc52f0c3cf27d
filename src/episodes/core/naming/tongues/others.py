"""English, whose verbs stand in `phrases/verbs.py`, and languages of which only some words are read."""

from __future__ import annotations

from episodes.core.naming.tongues.tongue import Tongue

ENGLISH = Tongue(
    we="we I", us="us me", mit="with to", between="between", about="about on", guest="guest interviewee",
    guests="guests interviewees", our="our my today['’]s this_week['’]s", be="is are", was="was were",
    as_guest="as_guest*", talk="interview interviews conversation conversations chat chats q&a q&as",
    meeting="dialogue dialog discussion", in_talk="in_conversation", he="he she they",
    this="this today['’]s our the_latest", today="today tonight", episode="episode show podcast week", no="not never",
    his="his her their the a an",
    within="in",
    works="book novel memoir memoirs diary diaries autobiography film letter letters song album",
    i_am="I['’]m I_am my_name_is my_name['’]s",
)  # fmt: skip
FINNISH = Tongue(tells="kertoo", guest="vieras vieraana", guests="vieraa*", talk="haastattelu*")
POLISH = Tongue(
    tells="opowiada opowiadają mówi", guest="gość gościem", guests="goście gości", talk="rozmow* wywiad*", mit="z",
)  # fmt: skip
RUSSIAN = Tongue(
    tells="рассказывает рассказал рассказала рассказали объясняет", gives="рассказал рассказала", us="нам",
    speak="говорим беседуем поговорили", mit="с", guest="гость гостья", guests="гости",
    talk="интервью беседа беседы беседу",
)  # fmt: skip
