"""Getting, probing, tagging and keeping audio and video."""
