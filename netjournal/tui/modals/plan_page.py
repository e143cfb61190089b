"""An import plan as the page of a dialog: plain words, so that any format can fill it."""

from __future__ import annotations

from dataclasses import dataclass

from netjournal.exchange.plan import ImportPlan, Kind, Problem
from netjournal.text import plural


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """What an import would do."""

    source: str
    """What is imported."""
    cards: int
    new: int
    updated: int
    unchanged: int
    left_out: int = 0
    """Cards that say nothing of anybody, and lists of people."""
    names: tuple[str, ...] = ()
    """The first of the new people, to see that the right file was taken."""
    questions: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    """One sentence each, with card and line."""

    @property
    def changes(self) -> bool:
        """Whether applying it would change anything."""
        return bool(self.new or self.updated)


_NAMES = 5


def plan_page(plan: ImportPlan) -> PlanPage:
    """The page of a plan."""
    new = [outcome.name for outcome in plan.outcomes if outcome.kind is Kind.NEW]
    names = list(dict.fromkeys(new))
    sources = [source.name for source in plan.sources]
    return PlanPage(
        source=", ".join(sources[:1])
        + (f" and {len(sources) - 1} more" if len(sources) > 1 else ""),
        cards=plan.cards,
        new=plan.count(Kind.NEW),
        updated=plan.count(Kind.UPDATED),
        unchanged=plan.count(Kind.UNCHANGED),
        left_out=plan.count(Kind.EMPTY) + plan.count(Kind.GROUP),
        names=tuple(names[:_NAMES]),
        questions=tuple(outcome.question for outcome in plan.questions),
        problems=tuple(map(_sentence, plan.problems)),
    )


def _sentence(problem: Problem) -> str:
    where = [f"card {problem.card}" if problem.card else "", problem.name]
    where.append(f"line {problem.line}" if problem.line else "")
    placed = ", ".join(part for part in where if part)
    return f"{placed}: {problem.message}" if placed else problem.message


def headline(page: PlanPage) -> str:
    """``40 cards in friends.vcf``."""
    return f"{plural(page.cards, 'card')} in {page.source}"
