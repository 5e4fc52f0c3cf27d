"""The podcast feeds that listeners subscribe to."""
