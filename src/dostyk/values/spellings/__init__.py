"""One name's spellings in several scripts: which letters of one may stand for which of another, by the romanisations in use."""

from dostyk.values.spellings.chinese import double_surnames, is_palladius, is_pinyin, name_parts
from dostyk.values.spellings.latin import plain, script_of
from dostyk.values.spellings.romanising import romanise
from dostyk.values.spellings.words import same_spelling

__all__ = ["double_surnames", "is_palladius", "is_pinyin", "name_parts", "plain", "romanise", "same_spelling", "script_of"]
