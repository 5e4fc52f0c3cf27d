"""The workspace folder and its settings file."""
