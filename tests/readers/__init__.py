"""What holds for all readers alike: hostile input, and properties."""
