"""Word files → the text a reader of their pages sees, with what is hidden in them behind it."""
