"""A small trained model that finds statements and links their parts; the exact readers then read what it points at."""
