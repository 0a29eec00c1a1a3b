"""What each language says of itself."""
