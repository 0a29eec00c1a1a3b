"""The command line: one thin module a command, loaded when it is called."""

import sys

INTERRUPTED = 130
"""Exit status after an interrupt: 128 and the number of the signal."""


def main() -> None:
    """Run the command line; an interrupt while its parts are still being loaded is said in one sentence, too."""
    try:
        from dostyk.cli.program import main as run
    except KeyboardInterrupt:
        sys.stderr.write("dostyk: interrupted; nothing was done yet\n")
        sys.exit(INTERRUPTED)
    run()


__all__ = ["main"]
