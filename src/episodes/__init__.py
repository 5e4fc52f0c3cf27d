"""A catalogue of podcast and video episodes: transcribed, published as feeds and pages, and searched."""

__version__ = "0.1.0"
