"""The command line: one thin module a command, loaded when it is called."""

from dostyk.cli.program import main

__all__ = ["main"]
