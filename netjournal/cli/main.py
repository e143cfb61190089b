"""The command line's door, and the edge where errors become one sentence and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from netjournal.cli import diagnostics
from netjournal.cli.asked import Asked, split
from netjournal.cli.catalogue import chosen
from netjournal.cli.context import Context
from netjournal.cli.output import Output
from netjournal.errors import ChangedMeanwhileError, ExitCode, NetjournalError, UsageError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code; errors are told, never raised."""
    if "_ARGCOMPLETE" in os.environ:
        from netjournal.cli.completion import complete

        complete()
    words = sys.argv[1:] if argv is None else list(argv)
    _replace_what_cannot_be_written()
    try:
        code = _run(words)
        Output().flush()
    except NetjournalError as error:
        code = _told(error, words)
    except KeyboardInterrupt:
        diagnostics.say("")
        code = ExitCode.INTERRUPTED
    except BrokenPipeError:
        _leave_pipe()
        code = ExitCode.DONE
    except SystemExit as end:  # how argparse ends after printing a help
        code = end.code if isinstance(end.code, int) else ExitCode.DONE
    except Exception as error:  # noqa: BLE001 - the edge: nothing may end in a traceback
        from netjournal.cli import crash

        crash.log(error)
        code = ExitCode.JOURNAL
    return code


def _run(words: Sequence[str]) -> int:
    asked = split(words)
    if asked.help:
        output = Output()
        return _shown(lambda: _help(output), output, paged=asked.pager)
    if asked.version:
        from importlib.metadata import version

        Output().program_text(f"netjournal {version('netjournal')}")
        return ExitCode.DONE
    if asked.discreet:
        os.environ["NETJOURNAL_DISCREET"] = "1"  # as if it had been set for this run
    if asked.command is None:
        return _open(asked)
    run, arguments = chosen(asked.command, asked.words)
    if getattr(arguments, "json", False) and getattr(arguments, "plain", False):
        raise UsageError("Write --json or --plain, not both.")
    context = Context(
        journal=arguments.journal if arguments.journal is not None else asked.journal,
        json=getattr(arguments, "json", False),
        plain=getattr(arguments, "plain", False),
    )
    paged = asked.pager and not getattr(arguments, "no_pager", True) and not context.json
    try:
        return _shown(lambda: run(arguments, context), context.output, paged=paged)
    except ChangedMeanwhileError:
        if not context.begins_anew():
            raise
        return _shown(lambda: run(arguments, context), context.output, paged=paged)
    finally:
        context.close()


def _help(output: Output) -> int:
    from netjournal.cli.overview import overview

    output.program_text(overview())
    return ExitCode.DONE


def _shown(run: Callable[[], int], output: Output, *, paged: bool) -> int:
    """Run something that prints; through the pager if that is wanted and somebody looks."""
    if not paged or not output.is_terminal:
        return run()
    from netjournal.cli import pager

    with pager.paged(output):
        return run()


def _open(asked: Asked) -> int:
    """No command: the front."""
    from netjournal.cli.front import front

    context = Context(journal=asked.journal)
    try:
        return front(context)
    finally:
        context.close()


def _told(error: NetjournalError, words: Sequence[str]) -> int:
    """Say the error; with ``--json`` also on standard output."""
    options = words[: words.index("--")] if "--" in words else words
    if "--json" in options:
        try:
            output = Output()
            output.json("error", diagnostics.error_json(error))
            output.flush()
        except BrokenPipeError:
            _leave_pipe()
        except NetjournalError:
            pass  # standard output is what failed; the sentence below says so
    diagnostics.complain(error)
    return error.exit_code


def _replace_what_cannot_be_written() -> None:
    """A sign that the terminal's encoding does not have is a question mark, not an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _leave_pipe() -> None:
    """Nobody reads any more: keep the interpreter from complaining when it flushes at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = None
