"""Dates of languages that say with endings and postpositions what others say with particles: words into parts, parts into dates."""
