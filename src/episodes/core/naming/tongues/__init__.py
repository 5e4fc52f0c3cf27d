"""The languages in which talks are read, and the frames of sentences that are made of their words."""

from episodes.core.naming.tongues.germanic import DANISH, DUTCH, GERMAN, NORWEGIAN, SWEDISH
from episodes.core.naming.tongues.others import ENGLISH, FINNISH, POLISH, RUSSIAN
from episodes.core.naming.tongues.romance import CATALAN, FRENCH, ITALIAN, PORTUGUESE, SPANISH
from episodes.core.naming.tongues.tongue import Tongue, either

TONGUES = (
    *(ENGLISH, GERMAN, DUTCH, SWEDISH, NORWEGIAN, DANISH),
    *(FRENCH, SPANISH, ITALIAN, PORTUGUESE, CATALAN, FINNISH, POLISH, RUSSIAN),
)

__all__ = ["TONGUES", "Tongue", "either"]
