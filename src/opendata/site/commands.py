"""The reference of the command line, from its parser. Not for: explaining it (the guides do)."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib.metadata import entry_points

import click

from opendata.errors import InputError
from opendata.site.markup import code, escaped, fence, heading, inline, table
from opendata.site.pages import Page, guide_page
from opendata.site.words import Words

PATH = guide_page("command-line")
_PROGRAM = "opendata"
_VERBATIM = "\b"  # click: what follows, up to a blank line, is shown as it stands


def commands_page(words: Words) -> Page:
    """A page with every command and option; `InputError` if the command is not installed."""
    parts = [heading(1, words("command_line")), words("about_command_line")]
    for context in _contexts(_program(), None):
        name = context.command_path
        anchor = f"_{name.replace(' ', '-')}"
        parts += [heading(2, code(name), anchor), *_command(context, anchor, words)]
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
    context = click.Context(command, parent, info_name=name, **command.context_settings)
    yield context
    if isinstance(command, click.Group):
        for one in command.list_commands(context):
            inner = command.get_command(context, one)
            if inner is not None and not inner.hidden:
                yield from _contexts(inner, context)


def _command(context: click.Context, anchor: str, words: Words) -> Iterator[str]:
    command = context.command
    pieces = " ".join(command.collect_usage_pieces(context))
    yield fence(f"{context.command_path} {pieces}", "text")
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        if paragraph.startswith(_VERBATIM):
            yield fence(paragraph.removeprefix(_VERBATIM).strip("\n"), "sh")
        else:
            yield f'<p lang="en">{escaped(" ".join(paragraph.split()))}</p>'
    rows = [_option(one, context, anchor) for one in _options(context)]
    if rows:
        yield table((words("option"), words("what")), rows, "options")


def _options(context: click.Context) -> list[click.Option]:
    """The options of a command; `--help`, which all have, of the program alone."""
    found = [one for one in context.command.get_params(context) if isinstance(one, click.Option)]
    return [
        one for one in found if not one.hidden and ("--help" not in one.opts or not context.parent)
    ]


def _option(one: click.Option, context: click.Context, anchor: str) -> tuple[str, str]:
    """The option as the help writes it, with its own anchor, and what it does."""
    written, said = one.get_help_record(context) or ("", "")
    name = f"{anchor}{max(one.opts, key=len)}"
    return f'<code id="{name}">{inline(written)}</code>', f'<span lang="en">{escaped(said)}</span>'
