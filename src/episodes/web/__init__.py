"""The preview server on this machine."""
