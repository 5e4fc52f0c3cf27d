"""Values and rules of the catalogue; standard library only, no input or output."""
