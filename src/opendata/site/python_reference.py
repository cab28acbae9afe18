"""The reference of the library, from the docstrings and signatures of what it offers.

The library stands above this part, so it is asked by name. Not for: explaining it (the guides do).
"""

from __future__ import annotations

import dataclasses
import inspect
import typing
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from opendata.site.markup import code, fence, heading, table, with_code
from opendata.site.pages import PYTHON, Page
from opendata.site.words import Words

_LIBRARY = "opendata"
_WIDTH = 88


def python_page(words: Words) -> Page:
    """A page with every public function and what it gives back."""
    library = import_module(_LIBRARY)
    functions = {name: _offered(library, name) for name in library.__all__}
    parts = [heading(1, words("python_reference")), words("about_python_reference")]
    for name, function in functions.items():
        parts += [heading(2, code(f"{_LIBRARY}.{name}"), f"_{name}"), *_function(name, function)]
    for one in _classes(functions.values()):
        parts += [heading(2, code(one.__name__), f"_{one.__name__}"), *_class(one, words)]
    return Page(PYTHON, words("python_reference"), "\n\n".join(parts) + "\n")


def _offered(library: Any, name: str) -> Any:
    """What the library offers by this name, also where a module of the same name hides it."""
    found = getattr(library, name)
    return getattr(found, name) if inspect.ismodule(found) else found


def _function(name: str, function: Any) -> Iterator[str]:
    found = inspect.signature(function)
    parameters, gives = list(_parameters(found)), str(found.return_annotation)
    whole = f"{_LIBRARY}.{name}({', '.join(parameters)}) -> {gives}"
    if len(whole) > _WIDTH:
        lines = "".join(f"    {one},\n" for one in parameters)
        whole = f"{_LIBRARY}.{name}(\n{lines}) -> {gives}"
    yield fence(whole, "python")
    yield from _said(function)


def _parameters(found: inspect.Signature) -> Iterator[str]:
    """The parameters as they are written, with the star before those that need their names."""
    starred = False
    for one in found.parameters.values():
        if one.kind is inspect.Parameter.KEYWORD_ONLY and not starred:
            starred = True
            yield "*"
        stars = "**" if one.kind is inspect.Parameter.VAR_KEYWORD else ""
        default = "" if one.default is inspect.Parameter.empty else f" = {_default(one.default)}"
        yield f"{stars}{one.name}: {one.annotation}{default}"


def _default(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _said(thing: Any) -> Iterator[str]:
    for paragraph in (inspect.getdoc(thing) or "").split("\n\n"):
        yield f'<p lang="en">{with_code(" ".join(paragraph.split()))}</p>'


def _classes(functions: Any) -> list[type]:
    """What the functions give back, and what that is made of: classes of ours, each once."""
    found: list[type] = []
    queue: list[Any] = [_hints(function).get("return") for function in functions]
    while queue:
        one = queue.pop(0)
        queue += typing.get_args(one)
        if _is_ours(one) and one not in found:
            found.append(one)
            queue += [_hints(one).get(field.name) for field in dataclasses.fields(one)]
    return found


def _is_ours(one: Any) -> bool:
    return (
        isinstance(one, type)
        and dataclasses.is_dataclass(one)
        and one.__module__.partition(".")[0] == _LIBRARY
    )


def _hints(thing: Any) -> dict[str, Any]:
    """The annotations as types; none where a module gives their names to type checkers only."""
    try:
        return typing.get_type_hints(thing)
    except NameError:
        return {}


def _class(one: type, words: Words) -> Iterator[str]:
    yield from _said(one)
    rows = [
        (f'<code id="_{one.__name__}.{field.name}">{field.name}</code>', code(field.type))
        for field in dataclasses.fields(one)
    ]
    yield table((words("attribute"), words("type")), rows)
