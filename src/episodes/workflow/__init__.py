"""The verbs of the catalogue: add, transcribe, build, search and the rest."""
