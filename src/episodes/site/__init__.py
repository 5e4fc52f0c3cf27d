"""The show-notes pages that listeners read."""
