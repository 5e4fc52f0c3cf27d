"""Which models our own decoder takes, and why it leaves the others to CTranslate2."""

from __future__ import annotations

import json
import platform
from logging import getLogger
from typing import TYPE_CHECKING

from episodes.speech.decoder import Decoder
from episodes.speech.graph import UNSUITABLE
from episodes.speech.weights import Weights

if TYPE_CHECKING:
    from episodes.speech.models import Model

LARGEST = 250_000_000  #: weights of a decoder that is held twice, by CTranslate2 and by us; small has 154 million


def own_decoder(model: Model, threads: int) -> Decoder | None:
    """Our decoder for a model; None, and the reason in the log, where CTranslate2's is to be used.

    That lays the matrices out for the processor anew at each step of the search, which takes longer than to multiply
    by them. Not measured, and so left: other processors than x86, and models whose decoder is so large that we would
    not want it in memory twice.
    """
    log = getLogger(__name__)
    if platform.machine() not in {"x86_64", "AMD64"}:
        log.info("%s: CTranslate2's decoder is used, as on all processors but x86", model.name)
        return None
    try:
        weights = Weights(model.folder / "model.bin")
        if weights.size("decoder/") > LARGEST:
            log.info("%s: CTranslate2's decoder is used, as for all models so large", model.name)
            return None
        settings = json.loads((model.folder / "config.json").read_text(encoding="utf-8"))
        aligned = [(layer, head) for layer, head in settings["alignment_heads"]]
        return Decoder(weights, aligned=aligned, threads=threads)
    except UNSUITABLE as error:
        log.info("%s: CTranslate2's slower decoder is used, for ours cannot be: %r", model.name, error)
        return None
