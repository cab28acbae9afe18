"""Reads the reference data: CSV files into rows, with a clear error for a bad cell.

Not for judging content (`check`).
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin

from opendata.authority.index import Authority
from opendata.authority.tables import TABLES, Table
from opendata.errors import InputError

SHIPPED = Path(__file__).parent

Key = tuple[str, ...]
Parsers = Mapping[str, Callable[[str], object]]


class AuthorityError(InputError):
    """A file of reference data that cannot be read."""


@dataclass(frozen=True, slots=True)
class Place:
    """File, line (the header is 1) and column of a cell."""

    file: Path
    line: int | None = None
    column: str | None = None

    @property
    def within(self) -> str:
        """`line 3, column symbol`; empty for the whole file."""
        line = [] if self.line is None else [f"line {self.line}"]
        column = [] if self.column is None else [f"column {self.column}"]
        return ", ".join(line + column)


@dataclass(frozen=True, slots=True)
class Located:
    """A row and where it was read."""

    row: Any
    file: Path
    line: int


def load(extra: Path | None = None) -> Authority:
    """The shipped reference data, with the rows of a folder added to it or put in their place.

    `extra` holds files named as the shipped ones, with whole rows; a row with the key of a
    shipped row replaces it. Raises `AuthorityError`.
    """
    if extra is None:
        return _shipped()
    return _load((SHIPPED, extra))


def load_beside(pages: Path | None) -> Authority:
    """The shipped reference data, with the folder `authority/` beside somebody's pages, if any."""
    own = pages / "authority" if pages else None
    return load(own if own and own.is_dir() else None)


@cache
def _shipped() -> Authority:
    return _load((SHIPPED,))


def _error(place: Place, found: str, expected: str, remedy: str) -> AuthorityError:
    return AuthorityError(str(place.file), f"{found}; expected {expected}", remedy, place.within)


def _load(folders: tuple[Path, ...]) -> Authority:
    for folder in folders[1:]:
        _refuse_unknown_files(folder)
    tables = {table.name: _merge(table, folders) for table in TABLES}
    _refuse_dangling(tables)
    return Authority(
        **{
            name: tuple(located[key].row for key in sorted(located))
            for name, located in tables.items()
        }
    )


def _merge(table: Table, folders: tuple[Path, ...]) -> dict[Key, Located]:
    merged: dict[Key, Located] = {}
    for folder in folders:
        merged.update(read(table, folder))
    return merged


def _refuse_unknown_files(folder: Path) -> None:
    if not folder.is_dir():
        raise _error(
            Place(folder), "no such folder", "a folder of CSV files", "Give the folder's path."
        )
    known = {table.file for table in TABLES}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in known:
            raise _error(
                Place(path),
                "not a file of the reference data",
                "one of " + ", ".join(sorted(known)),
                "Rename or remove it.",
            )


def read(table: Table, folder: Path) -> dict[Key, Located]:
    """The rows of one file by key, in the order of the file; none if there is no such file."""
    file = folder / table.file
    parsers = _parsers(table.row)
    columns = tuple(parsers)
    places = [columns.index(column) for column in table.key]
    found: dict[Key, Located] = {}
    for line, cells in _cells(columns, file):
        key = tuple(cells[place] for place in places)
        if key in found:
            raise _error(
                Place(file, line, table.key[0]),
                f"the key {'|'.join(key)} stands on line {found[key].line} already",
                "a key once in a file",
                "Remove one of the two rows.",
            )
        found[key] = Located(table.row(*_values(parsers, cells, file, line)), file, line)
    return found


def _cells(columns: tuple[str, ...], file: Path) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every row, in the order of the columns."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            _refuse_columns(Place(file, 1), tuple(next(reader, ())), columns)
            for cells in reader:
                if len(cells) != len(columns):
                    raise _error(
                        Place(file, reader.line_num),
                        f"{len(cells)} cells",
                        f"{len(columns)}: {', '.join(columns)}",
                        "Quote cells that hold a comma, and leave no column out.",
                    )
                yield reader.line_num, cells
    except FileNotFoundError:
        return
    except UnicodeDecodeError as error:
        raise _error(
            Place(file), f"byte {error.start} is no UTF-8", "UTF-8", "Save the file as UTF-8."
        ) from error
    except csv.Error as error:
        raise _error(
            Place(file, reader.line_num), str(error), "CSV as in RFC 4180", "Check the quotes."
        ) from error


def _refuse_columns(place: Place, found: tuple[str, ...], expected: tuple[str, ...]) -> None:
    if found == expected:
        return
    missing = [column for column in expected if column not in found]
    unknown = [column for column in found if column not in expected]
    fault = "the columns stand in another order"
    if missing or unknown:
        parts = [("missing", missing), ("unknown", unknown)]
        fault = "; ".join(f"{word} {', '.join(names)}" for word, names in parts if names)
    raise _error(
        place, fault, "the columns " + ",".join(expected), "Write the header line like that."
    )


def _values(parsers: Parsers, cells: list[str], file: Path, line: int) -> list[object]:
    try:
        return [parse(cell) for parse, cell in zip(parsers.values(), cells, strict=True)]
    except ValueError:
        raise _first_error(parsers, cells, file, line) from None


def _first_error(parsers: Parsers, cells: list[str], file: Path, line: int) -> AuthorityError:
    """What is wrong with the first cell of a row that cannot be read."""
    for (column, parse), cell in zip(parsers.items(), cells, strict=True):
        try:
            parse(cell)
        except ValueError as error:
            found = repr(cell) if cell else "empty"
            return _error(Place(file, line, column), found, str(error), "Correct the cell.")
    raise AssertionError("every cell of the row can be read")


def _parsers(row: type[Any]) -> Parsers:
    """Column to the function that reads its cells."""
    return {field.name: _parser(field.type) for field in fields(row)}


def _parser(annotation: object) -> Callable[[str], object]:
    if get_origin(annotation) is UnionType:
        inner = next(part for part in get_args(annotation) if part is not NoneType)
        return partial(_optional, _parser(inner))
    if get_origin(annotation) is Literal:
        return partial(_one_of, frozenset(get_args(annotation)))
    return _PARSERS[annotation]


def _optional(parse: Callable[[str], object], cell: str) -> object:
    return parse(cell) if cell else None


def _one_of(values: frozenset[str], cell: str) -> str:
    if cell not in values:
        raise ValueError("one of " + ", ".join(sorted(values)))
    return cell


def _text(cell: str) -> str:
    if not cell:
        raise ValueError("a text")
    return cell


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _yes_or_no(cell: str) -> bool:
    if cell not in ("yes", "no"):
        raise ValueError("yes or no")
    return cell == "yes"


def _whole_number(cell: str) -> int:
    if not (cell.isascii() and cell.isdigit()):
        raise ValueError("a whole number in digits")
    return int(cell)


def _date(cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError("a date as 2018-11-09") from None


_PARSERS: Mapping[object, Callable[[str], object]] = {
    str: _text,
    bool: _yes_or_no,
    int: _whole_number,
    date: _date,
    tuple[str, ...]: _list,
}


def _refuse_dangling(tables: Mapping[str, dict[Key, Located]]) -> None:
    for table in TABLES:
        for column, (target, target_column) in table.references.items():
            known = {getattr(found.row, target_column) for found in tables[target].values()}
            for found in tables[table.name].values():
                value = getattr(found.row, column)
                for name in value if isinstance(value, tuple) else (value,):
                    if name is not None and name not in known:
                        raise _error(
                            Place(found.file, found.line, column),
                            repr(name),
                            f"a {target_column} of {target}.csv",
                            f"Add the row to {target}.csv or correct the cell.",
                        )
