"""Open set: each module turns the bytes of one document format into text, with what the format itself says of it."""
