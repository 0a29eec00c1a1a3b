"""Pages on which letters stand at places (PDF) → running text with the place of every word."""
