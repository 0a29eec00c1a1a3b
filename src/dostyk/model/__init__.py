"""The nouns of the record, frozen and without I/O."""
