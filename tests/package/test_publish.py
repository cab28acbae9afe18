"""A package is replaced whole or stays as it was."""

from pathlib import Path

import pytest

from opendata.errors import InputError
from opendata.package.publish import publish

DESCRIPTOR = '{"resources": [{"name": "a", "path": "data/a.csv"}]}'


def package(folder: Path, cell: str) -> None:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "a.csv").write_text(cell, "utf-8")
    (folder / "datapackage.json").write_text(DESCRIPTOR, "utf-8")


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_package_takes_the_place_of_the_old(tmp_path: Path) -> None:
    out = tmp_path / "datapackage"
    publish(out, lambda new: package(new, "old"))
    publish(out, lambda new: package(new, "new"))
    assert (out / "data" / "a.csv").read_text("utf-8") == "new"
    assert left_behind(tmp_path) == ["datapackage"]


def test_a_failure_leaves_the_old_package_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "datapackage"
    publish(out, lambda new: package(new, "old"))

    def fails(new: Path) -> None:
        package(new, "half")
        raise ValueError("not valid")

    with pytest.raises(ValueError, match="not valid"):
        publish(out, fails)
    assert (out / "data" / "a.csv").read_text("utf-8") == "old"
    assert left_behind(tmp_path) == ["datapackage"]


def test_files_of_somebody_else_are_never_lost(tmp_path: Path) -> None:
    out = tmp_path / "thesis"
    out.mkdir()
    (out / "chapter.txt").write_text("years of work", "utf-8")
    with pytest.raises(InputError, match=r"chapter\.txt"):
        publish(out, lambda new: package(new, "new"))
    assert left_behind(out) == ["chapter.txt"]


def test_a_file_in_the_place_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("x", "utf-8")
    with pytest.raises(InputError, match="is a file"):
        publish(out, lambda new: package(new, "new"))


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    publish(out, lambda new: package(new, "new"))
    assert (out / "datapackage.json").is_file()
