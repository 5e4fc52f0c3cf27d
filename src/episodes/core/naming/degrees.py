"""Degrees and orders behind names."""

from __future__ import annotations

import re

#: `Ann Lee, PhD, MPH`: degrees and orders, which no rule about what follows a name needs.
_BEHIND_NAME = re.compile(
    r"(?<=[^\W\d_])(?:,?\s(?:Ph\.?\s?D\.?|M\.\s?D\.|Psy\.?D\.?|Ed\.?D\.?|D\.Phil\.?|DPhil|M\.B\.A\.|Esq\.?|LL\.?M\.?|DVM|"
    r"DDS)|,\s(?:M\.?D|D\.?O|M\.?P\.?H|M\.?S\.?W?|R\.?N|J\.?D|M\.?B\.?A|M\.?A|B\.?A|M\.?Sc|B\.?Sc|DMD|LCSW|LMFT|LPC|CPA|CFA|"
    r"CFP|RDN?|PE|PMP|CISSP|OBE|MBE|CBE|KC|QC|FRS|MP|FACP|FAAP|S\.?J|O\.?P|O\.?S\.?B|O\.?F\.?M)\b\.?)+(?=[\s,.;:()–—-]|$)"
)
#: `Ann Lee MP`; in `Labour MP Ann Lee` it is her office.
_OF_PARLIAMENT = re.compile(r"(?<=[a-zß-ÿ]),?\s(?:MP|MSP|MEP|MLA|TD)(?=[^\S\n]*(?:[,.;:()–—&/\n]|$|and\b))")


def without_degrees(text: str) -> str:
    """Take degrees and orders off the names in a text.

    >>> without_degrees("Ann Lee, PhD, MPH, and Bo Ek, M.D., join us")
    'Ann Lee, and Bo Ek, join us'
    >>> without_degrees("Labour MP Ann Lee and Bo Ek MP")
    'Labour MP Ann Lee and Bo Ek'
    """
    return _OF_PARLIAMENT.sub("", _BEHIND_NAME.sub("", text))
