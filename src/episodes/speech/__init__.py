"""Turning speech into segments of text."""
