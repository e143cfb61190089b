"""``today``: the attention list, one reason a line."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from netjournal.cli import diagnostics, pages
from netjournal.cli.context import Context
from netjournal.cli.output import Output, Piece, Style, bold, dim, piece, wrapped
from netjournal.cli.tables import in_columns, widths_of
from netjournal.domain.values import Channel, Circle
from netjournal.errors import ExitCode
from netjournal.text import plural

if TYPE_CHECKING:
    from argparse import Namespace

    from netjournal.cli.parser import Parser
    from netjournal.journal.algebra import Query
    from netjournal.views.standings import Standings
    from netjournal.views.today import TodayLine, TodayView

_INDENT = 2
_LEAST_WORDS = 36
"""Cells that the words of a line keep, whatever the names take."""
_NARROW = 64
"""Cells of a screen below which the words stand on lines of their own."""


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--channel", type=str.lower, choices=list(map(str, Channel)), metavar="CHANNEL",
        help="only what can be done by phone, postcard, email, met, message, social or video",
    )  # fmt: skip
    parser.json(lines=True)
    parser.text("query", "QUERY", "only lines about those who answer it, as for 'people'", "query")
    parser.examples(
        "netjournal today",
        "netjournal today --channel phone",
        "netjournal today circle:inner OR circle:close",
        "netjournal done 4821          # the number at the beginning of a line",
        "netjournal snooze Ana until friday",
    )


def of_text(words: Sequence[str]) -> SimpleNamespace:
    """What is asked for by words without an option: just what the parser says of them."""
    return SimpleNamespace(
        command="today", journal=None, no_pager=False, channel=None, json=False, plain=False,
        query=list(words),
    )  # fmt: skip


def run(arguments: Namespace, context: Context) -> int:
    """Print the list."""
    channel = Channel(arguments.channel) if arguments.channel else None
    return show(context, channel, " ".join(arguments.query))


def show(context: Context, channel: Channel | None = None, asked: str = "") -> int:
    """Print what is to be done today, for one channel or all, about some or everybody."""
    from netjournal.views.today import today_json, today_view
    from netjournal.views.week import week_json, week_section, week_view

    context.read_sparingly()
    standings = context.standings
    query = _query(asked, context)
    view = today_view(standings, channel, query)
    whole_day = channel is None and query is None
    if context.json:
        found = today_json(view, standings.snapshot)
        whole = {**found, "week": week_json(week_view(standings))}
        context.output.members(whole, lines="items")
        return ExitCode.DONE
    _print(view, context.output)
    if whole_day:
        pages.section(week_section(week_view(standings)), context.output)
    if not view.groups:
        context.output.line(_nothing(standings, channel, query))
    for size in view.crowded if whole_day else ():
        context.output.line()
        context.output.line(f"{size}: who steps back? netjournal network")
    if view.drafts:
        diagnostics.say(f"{plural(view.drafts, 'line')} to finish: netjournal add --drafts")
    return ExitCode.DONE


def _query(asked: str, context: Context) -> Query | None:
    """What is asked for; None for everything."""
    if not asked.strip():
        return None
    from netjournal.journal.queries import parse_query

    return parse_query(asked, context.settings.queries)


def _print(view: TodayView, output: Output) -> None:
    in_touch = dim(view.in_touch) if view.in_touch.of else piece("")
    output.sides(bold(view.title), in_touch)
    output.line()
    heads = {line.id: _head(line, output) for group in view.groups for line in group.shown}
    below = output.width is not None and output.width < _NARROW
    room = None if output.width is None else output.width - _INDENT
    if room is not None and not below:
        room -= _LEAST_WORDS
    widths = widths_of(list(heads.values()), room, shrink=((2, 12),))
    used = 2 * _INDENT if below else _INDENT + sum(widths) + 2 * len(widths)
    left = None if output.width is None else output.width - used
    for group in view.groups:
        output.line(bold(group.title))
        for line in group.shown:
            words = list(_words(line, left))
            first = [] if below else words.pop(0)
            output.line(*in_columns(heads[line.id], widths), "  ", *first, indent=_INDENT)
            for pieces in words:
                output.line(*pieces, indent=used)
        if group.more:
            output.line(dim(f"{group.more:,} more"), indent=_INDENT)
        output.line()


def _head(line: TodayLine, output: Output) -> Sequence[Piece]:
    channel = line.item.channel or ""
    sign = piece(line.sign).fitted(2).text if output.is_terminal else ""
    return dim(line.id), piece(f"{sign}{channel}", Style.ACCENT), piece(line.name)


def _words(line: TodayLine, room: int | None) -> Sequence[Sequence[Piece | str]]:
    """What it is and why, on one line if there is room, else the reason below."""
    what, reason = piece(line.what), dim(line.reason)
    between = " · " if what.text and reason.text else ""
    if room is None or what.width + len(between) + reason.width <= room:
        return ((what, between, reason),)
    why = [(dim(part),) for part in wrapped(line.reason, room)]
    return [(what.fitted(room),), *why] if what.text else why


def _nothing(standings: Standings, channel: Channel | None, query: Query | None) -> str:
    from netjournal.views.circles import circle_sizes

    if channel is not None or query is not None:
        by = f" by {channel}" if channel else ""
        about = f" about {query}" if query else ""
        return f"Nothing{by}{about} today."
    if any(True for _ in standings.network()):
        return "Nothing is waiting for you today."
    cards = circle_sizes(standings)[Circle.ROLODEX].n
    if cards:
        return (
            f"Nobody is in a circle yet; {plural(cards, 'person', 'people')} in the rolodex. "
            "Choose the few who matter: netjournal circle close 'Ana Ruiz'"
        )
    return (
        "Nobody is in a circle yet. Begin with: netjournal add 'Ana Ruiz: coffee today', "
        "or netjournal import contacts.vcf"
    )
