"""Facts and findings → a brief on two countries: sections, sentences, series; every sentence with its statements."""

from dostyk.briefs.compose import compose

__all__ = ["compose"]
