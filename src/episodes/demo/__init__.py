"""The episode that ships with the project, made by the recipe in recipes/demo."""
