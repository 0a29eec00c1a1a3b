"""What each language says of itself."""

ANALYSED = ("en",)
"""Languages (ISO 639-1) whose sentences `grammar` analyses, so that statements are read from them; of the others dates, quantities and names are."""
READ = ("en", "kk", "ru", "zh")
"""Languages whose dates, quantities and names are read."""
