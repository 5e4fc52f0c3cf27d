"""The preview server for feeds, pages and media."""
