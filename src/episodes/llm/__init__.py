"""Asking a language model that somebody runs; nothing is asked unless the settings name one."""
