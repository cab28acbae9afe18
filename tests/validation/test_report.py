"""The report as text."""

from frictionless import Report, ReportTask, errors

from opendata.validation.report import render_text


def task(name: str, *found: errors.FileError, warnings: tuple[str, ...] = ()) -> ReportTask:
    return ReportTask(
        name=name, type="table", valid=not found, place=f"data/{name}.csv", labels=[],
        stats={"errors": len(found), "warnings": len(warnings), "seconds": 0},
        errors=list(found), warnings=list(warnings),
    )  # fmt: skip


def test_errors_are_grouped_with_counts_and_the_first_few() -> None:
    hashes = [errors.HashCountError(note=f"hash {at}") for at in range(5)]
    report = Report.from_validation(
        tasks=[task("a"), task("b", hashes[0], errors.ByteCountError(note="size"), *hashes[1:], warnings=("not checked: a cannot be read",))],
        errors=[errors.PackageError(note="broken")],
        warnings=[*(f"articles {at}: undated: none" for at in range(5)), "package: not checked: links"],
    )  # fmt: skip
    assert render_text(report).splitlines() == [
        "package",
        "  package-error: 1",
        "    The data package has an error: broken",
        "b (data/b.csv)",
        "  hash-count: 5",
        "    The data source does not match the expected hash count: hash 0",
        "    The data source does not match the expected hash count: hash 1",
        "    The data source does not match the expected hash count: hash 2",
        "    … and 2 more",
        "  byte-count: 1",
        "    The data source does not match the expected byte count: size",
        "warnings: 7",
        "  undated: 5",
        "    articles 0: undated: none",
        "    articles 1: undated: none",
        "    articles 2: undated: none",
        "    … and 2 more",
        "  not checked: 2",
        "    package: not checked: links",
        "    b: not checked: a cannot be read",
        "invalid: 7 errors, 7 warnings",
    ]


def test_a_message_is_one_line_of_some_length() -> None:
    report = Report.from_validation(errors=[errors.PackageError(note="dòng\nhai " + "x" * 999)])
    line = render_text(report).splitlines()[2]
    assert line.startswith("    The data package has an error: dòng hai xxx") and len(line) < 310


def test_a_valid_report_is_one_line() -> None:
    assert render_text(Report.from_validation(tasks=[task("a")])) == "valid: 0 errors, 0 warnings"
