"""Small files of every format, written for the tests by the tests."""
