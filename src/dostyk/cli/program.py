"""The command `dostyk`: its global options, its commands, and how every error becomes one sentence."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import IO, Any, cast

import click

from dostyk import __version__
from dostyk.cli import INTERRUPTED
from dostyk.cli.given import LEDGER_FILE
from dostyk.cli.session import Session
from dostyk.errors import DostykError
from dostyk.settings import DEBUG_VARIABLE, LEDGER_VARIABLE, Settings

COMMANDS = (
    *(
        "extract",
        "read",
        "ingest",
        "run",
        "documents",
        "statements",
        "facts",
        "findings",
        "promises",
        "review",
        "changes",
        "search",
        "entity",
        "show",
        "text",
        "brief",
    ),
    *("verify", "rebuild", "remove", "backup", "restore"),
)
EXAMPLE = "Example:\n\n  dostyk run documents/ --output out/"


class Commands(click.Group):
    """The commands, each imported from its module only when it is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"dostyk.cli.{cmd_name}_command")
        return cast(click.Command, module.command)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whoever reads its output may stop when he has enough (`| head`), which is no failure."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
            return status
        except BrokenPipeError:
            _forget_output()
            return 0


LEDGER_HELP = f"The ledger file [default: ${LEDGER_VARIABLE}, else in your data folder]."


@click.command(cls=Commands, epilog=EXAMPLE, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--ledger", type=LEDGER_FILE, metavar="FILE", help=LEDGER_HELP)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors.")
@click.version_option(__version__, prog_name="dostyk")
@click.pass_context
def program(ctx: click.Context, ledger: Path | None, quiet: bool) -> None:
    """Turn public documents about two countries into a cited, dated, reconciled record."""
    ctx.obj = Session(Settings.from_environment(os.environ), quiet)
    ctx.obj.use_ledger(ledger)


def main() -> None:
    """Run the command line and leave with its exit status: 0 done, 1 something could not be read, 2 wrong usage."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if sys.stdout is None:
        sys.exit(_say("standard output is closed, so nothing can be printed; open it, or send it to a file", 1))
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and give the exit status; whatever goes wrong is said in one sentence on standard error."""
    try:
        status = program.main(arguments, prog_name="dostyk", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _say("interrupted; what was finished is kept", INTERRUPTED)
    except BrokenPipeError:
        _forget_output()
        return 0
    except DostykError as error:
        _trace_if_asked()
        return _say(str(error), 1)
    except OSError as error:
        _trace_if_asked()
        status = _say(
            f"{error.filename or 'the output'}: {(error.strerror or str(error)).lower()}; see that there is room and that you may write there", 1
        )
        if error.filename is None:
            _forget_output()
        return status
    except Exception as error:
        if _interrupted(error):
            return _say("interrupted; what was finished is kept", INTERRUPTED)
        _trace_if_asked()
        what = f"a mistake of the program itself ({type(error).__name__}: {error})"
        return _say(f"{what}; set {DEBUG_VARIABLE}=1 to see where, and please report it", 1)


def _interrupted(error: BaseException | None) -> bool:
    """Whether an interrupt stands behind an error: one that comes while a class is made is wrapped by Python into another."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _say(sentence: str, status: int) -> int:
    click.echo(f"dostyk: {sentence}", err=True)
    return status


def _trace_if_asked() -> None:
    if os.environ.get(DEBUG_VARIABLE):
        import traceback

        traceback.print_exc()


def _speak_utf8(stream: IO[str]) -> None:
    """Write UTF-8 whatever the locale says, with line ends as they are."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def _forget_output() -> None:
    """Let the interpreter close a pipe that nobody reads any more without a word."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
