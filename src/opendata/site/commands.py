"""The reference of the command line, from its own help. Not for: explaining it (the guides do)."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points

import click

from opendata.errors import InputError
from opendata.site.markup import code, fence, heading
from opendata.site.pages import Page, guide_page
from opendata.site.words import Words

PATH = guide_page("command-line")
_PROGRAM = "opendata"
_WIDTH = 88


def commands_page(words: Words) -> Page:
    """A page with the help of every command; `InputError` if the command is not installed."""
    parts = [heading(1, words("command_line")), words("about_command_line")]
    for context in _contexts(_program(), None):
        name = context.command_path
        anchor = f"_{name.replace(' ', '-')}"
        parts += [heading(2, code(name), anchor), fence(context.get_help(), "text")]
    return Page(PATH, words("command_line"), "\n\n".join(parts) + "\n")


def _program() -> click.Command:
    """The installed command: the command line stands above this, so nothing imports it here."""
    found = entry_points(group="console_scripts", name=_PROGRAM)
    for one in found:
        command = one.load()
        if isinstance(command, click.Command):
            return command
    raise InputError(_PROGRAM, "is not installed", "Install it: pip install opendata-press")


def _contexts(command: click.Command, parent: click.Context | None) -> Iterator[click.Context]:
    """A context for each command, a group before its commands."""
    name = _PROGRAM if parent is None else command.name
    context = click.Context(
        command, parent, info_name=name, terminal_width=_WIDTH, **command.context_settings
    )
    yield context
    if isinstance(command, click.Group):
        for one in command.list_commands(context):
            inner = command.get_command(context, one)
            if inner is not None and not inner.hidden:
                yield from _contexts(inner, context)
