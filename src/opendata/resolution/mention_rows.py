"""Rows that carry their own quote: blocks, figures, tasks, systems. Not for: records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from opendata.extraction.mentions import Extraction, Figure
from opendata.records.article import Block, System
from opendata.records.base import Row
from opendata.records.figure import Figure as FigureRow
from opendata.records.tables import row_id
from opendata.records.task import Task
from opendata.resolution.statements import Quoted


def block_rows(found: Extraction, article_id: str) -> list[Row]:
    """The stretches of the page."""
    rows: list[Row] = []
    for block in found.blocks:
        start, end = found.view.locate(block.span)
        rows.append(Block(article_id=article_id, kind=block.kind, start=start, end=end))
    return rows


def figure_rows(found: Extraction, article_id: str) -> list[Row]:
    """The figures, with derived targets marked as such."""
    return [_figure(figure, found, article_id) for figure in found.figures]


def _figure(figure: Figure, found: Extraction, article_id: str) -> Row:
    quoted = Quoted.of(found.view, figure.span)
    basis = None if figure.target is None else "derived" if figure.target_formula else "text"
    return FigureRow(
        figure_id=row_id("figures", article_id=article_id, start=quoted.start),
        article_id=article_id,
        value=figure.value,
        value_max=figure.value_max,
        denominator=figure.denominator,
        unit=figure.unit,
        comparator=figure.comparator,
        about=figure.about or None,
        period_start=figure.period.starts_on if figure.period else None,
        period_end=figure.period.ends_on if figure.period else None,
        target=figure.target,
        target_basis=basis,
        target_formula=figure.target_formula or None,
        **quoted.fields(),
    )


def task_rows(
    found: Extraction, article_id: str, directives: Sequence[str], events: Sequence[str]
) -> list[Row]:
    """The tasks, each with the document or event that sets it."""
    rows: list[Row] = []
    for task in found.tasks:
        quoted = Quoted.of(found.view, task.span)
        rows.append(
            Task(
                task_id=row_id("tasks", article_id=article_id, start=quoted.start),
                directive_id=None if task.citation is None else directives[task.citation],
                event_id=None if task.event is None else events[task.event],
                ordinal=task.ordinal,
                text=found.view.value(task.span)[:300],
                assignee=task.assignee or None,
                article_id=article_id,
                **quoted.fields(),
            )
        )
    return rows


def system_rows(found: Extraction, article_id: str, organisations: Mapping[str, str]) -> list[Row]:
    """`organisations` are ids by name."""
    rows: list[Row] = []
    for system in found.systems:
        quoted = Quoted.of(found.view, system.span)
        rows.append(
            System(
                system_id=row_id("systems", article_id=article_id, start=quoted.start),
                name=system.name,
                organisation_id=organisations.get(system.organisation),
                article_id=article_id,
                **quoted.fields(),
            )
        )
    return rows
