"""One name's spellings in several scripts: which letters of one may stand for which of another, by the romanisations in use."""

from dostyk.values.spellings.chinese import name_parts
from dostyk.values.spellings.latin import plain, script_of
from dostyk.values.spellings.words import same_spelling

__all__ = ["name_parts", "plain", "same_spelling", "script_of"]
