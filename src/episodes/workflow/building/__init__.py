"""The steps of a build, one file for each thing that listeners get; `workflow/build.py` puts them in order."""
