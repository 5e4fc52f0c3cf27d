"""Hosts and guests in show notes of many languages, each with its own words, cases and letters."""
