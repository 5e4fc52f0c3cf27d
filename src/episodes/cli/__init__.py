"""The command line: reads arguments, calls the workflow, prints."""
