"""Measures extraction, writing and start-up, each beside its floor, and prints a table.

    python -m benchmarks [--pages FOLDER_OR_JSONL] [--count N]
    python -m benchmarks --validation [--rows N ...] [--plot FILE.svg]
    python -m benchmarks --site [--articles N ...]

Ratios travel between machines, seconds do not.
"""

from __future__ import annotations

import argparse
import csv
import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.floor import scan
from benchmarks.measure import process_seconds, seconds
from benchmarks.pages import generated, given
from benchmarks.plot import plot
from benchmarks.site import SIZES, site
from benchmarks.stations import station_seconds
from benchmarks.validation import ROWS, compare, growth
from benchmarks.validation import lines as validation_lines
from opendata.authority import Authority, load
from opendata.extraction.extract import extract
from opendata.package.csv_files import write_csv
from opendata.package.json_files import write_json
from opendata.reading.document import text_document
from opendata.records.citation import Citation
from opendata.records.tables import by_name
from opendata.resolution.page_rows import page_rows

Line = tuple[str, str, str]


def main() -> None:
    """Runs every measurement and prints its lines."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--pages", type=Path, help="own pages instead of generated ones")
    parser.add_argument("--count", type=int, default=200, help="how many pages (default 200)")
    parser.add_argument("--validation", action="store_true", help="only validation of tables")
    parser.add_argument("--rows", type=int, nargs="+", default=ROWS, help="sizes of its packages")
    parser.add_argument("--plot", type=Path, help="draws seconds by rows as SVG")
    parser.add_argument("--site", action="store_true", help="only the documentation site")
    parser.add_argument(
        "--articles", type=int, nargs="+", default=SIZES, help="sizes of its packages"
    )
    options = parser.parse_args()
    if options.site:
        print_lines(site(options.articles))
        return
    if options.validation:
        compared = []
        for one in compare(options.rows):
            compared.append(one)
            print_lines(validation_lines([one]))
        if options.plot:
            drawn = plot(growth(compared), "rows", "seconds, whole process")
            options.plot.write_text(drawn, "utf-8")
        return
    source = given(options.pages) if options.pages else generated(options.count)
    texts = [text for text, _ in zip(source, range(options.count), strict=False)]
    authority = load()
    for lines in (extraction(texts, authority), writing(), start_up()):
        print_lines(lines)
        print()


def print_lines(lines: Iterable[Line]) -> None:
    """A table, line by line as it is measured."""
    for name, value, ratio in lines:
        print(f"{name:<44}{value:>16}{ratio:>12}", flush=True)


def extraction(texts: list[str], authority: Authority) -> Iterator[Line]:
    """Milliseconds a page, and how many times the floor."""
    size = sum(map(len, texts)) // len(texts)
    encoded = [json.dumps(text) for text in texts]
    floor = seconds(lambda: [scan(line) for line in encoded]) / len(texts)
    documents = [text_document(text, f"page-{at}.txt") for at, text in enumerate(texts)]
    found = seconds(lambda: [extract(one, authority) for one in documents]) / len(texts)
    extracted = [extract(one, authority) for one in documents]
    pairs = list(zip(documents, extracted, strict=True))
    rows = seconds(lambda: [page_rows(d, x, authority) for d, x in pairs]) / len(texts)
    yield f"pages: {len(texts)}, {size} characters each", "ms a page", "x floor"
    yield "five rules (the floor)", f"{floor * 1e3:.3f}", "1.0"
    yield "extraction, everything", f"{found * 1e3:.3f}", f"{found / floor:.1f}"
    for name, spent in station_seconds(documents, authority):
        yield f"  {name}", f"{spent * 1e3:.3f}", f"{spent / floor:.1f}"
    yield "rows and statements of a page", f"{rows * 1e3:.3f}", f"{rows / floor:.1f}"


def writing(count: int = 50_000) -> Iterator[Line]:
    """Rows a second of one table, beside the plain writers of the standard library."""
    rows = [
        Citation(
            citation_id=f"page-{at}.c{at}",
            article_id=f"page-{at}",
            directive_id="ct-26-tw-2018",
            form="numbered",
            as_written="Chỉ thị số 26-CT/TW",
            start=at,
            end=at + 19,
            quote="Chỉ thị số 26-CT/TW",
        )
        for at in range(count)
    ]
    plain = [list(map(str, row.model_dump().values())) for row in rows]
    table = by_name()["citations"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows"

        def floor() -> None:
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(plain)

        base = seconds(floor)
        as_csv = seconds(lambda: write_csv(path, table, rows))
        as_json = seconds(lambda: write_json(path, rows))
    yield f"writing {count} citations", "rows a second", "x floor"
    yield "csv.writer on lists of text (the floor)", f"{count / base:,.0f}", "1.0"
    yield "CSV from records", f"{count / as_csv:,.0f}", f"{as_csv / base:.1f}"
    yield "JSON from records", f"{count / as_json:,.0f}", f"{as_json / base:.1f}"


def start_up() -> Iterator[Line]:
    """Milliseconds of whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        bytecode = Path(folder) / "bytecode"
        base = process_seconds(bytecode, "-c", "pass")
        page = Path(folder) / "page.txt"
        page.write_text(next(generated(1)), "utf-8")
        runs = {
            "opendata --help": ("-m", "opendata", "--help"),
            "opendata extract PAGE": ("-m", "opendata", "extract", str(page)),
        }
        spent = {name: process_seconds(bytecode, *arguments) for name, arguments in runs.items()}
    yield "start-up, whole process", "ms", "x python"
    yield "python (the floor)", f"{base * 1e3:.0f}", "1.0"
    for name, taken in spent.items():
        yield name, f"{taken * 1e3:.0f}", f"{taken / base:.1f}"


if __name__ == "__main__":
    main()
