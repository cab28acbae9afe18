"""What holds for the project as a whole: its files, its pinned versions, which part may import which.

Not for: what the code does; the tests beside this one, ordered like src/opendata, hold that.
"""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "opendata"
MODULES = sorted(SOURCE.rglob("*.py"))

# Imports run one way: each part of src/opendata, and the parts that it may import.
GROUND = {"errors", "garbage", "yaml_file", "authority", "records"}
STATIONS = {*GROUND, "reading", "extraction", "resolution", "package", "validation", "builder"}
MAY_IMPORT = {
    "errors": set(),
    "garbage": set(),
    "yaml_file": {"errors"},
    "authority": {"errors"},
    "records": {"errors", "authority"},
    "reading": GROUND,
    "extraction": {*GROUND, "reading"},
    "resolution": {*GROUND, "reading", "extraction"},
    "package": GROUND,
    "validation": {*GROUND, "reading", "package"},  # descriptors and files, never extraction
    "builder": STATIONS,
    "explain": STATIONS,
    # These stand on top; nothing but the command line imports them.
    "evaluation": {*GROUND, "package"},
    "site": {*GROUND, "reading", "package"},  # the texts of pages, where they are given
    "opendata": STATIONS,  # src/opendata/__init__.py, what `import opendata` offers
    "cli": {*STATIONS, "explain", "evaluation", "site", "opendata", "cli_validate"},
    "cli_validate": {"errors", "garbage", "validation"},
    "__main__": {"cli"},
}


def part(module: str) -> str:
    """`opendata.records.event` → `records`; `opendata` → `opendata`."""
    return module.partition(".")[2].partition(".")[0] or module


def module_name(path: Path) -> str:
    parts = ("opendata", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> set[str]:
    """The modules of ours that a file imports, at its top or inside a function."""
    names = set()
    package = module_name(path).split(".")[: None if path.name == "__init__.py" else -1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*start, *filter(None, [node.module])])
            if origin == "opendata":  # each name may be a part
                names |= {
                    f"opendata.{alias.name}" if alias.name in MAY_IMPORT else origin
                    for alias in node.names
                }
            else:
                names.add(origin)
    return {name for name in names if name.split(".")[0] == "opendata"}


def test_imports_run_one_way() -> None:
    wrong = [
        f"{path.relative_to(ROOT).as_posix()} imports {name}"
        for path in MODULES
        for name in sorted(imported(path))
        if part(name) != part(module_name(path))
        and part(name) not in MAY_IMPORT[part(module_name(path))]
    ]
    assert wrong == []


def test_every_part_stands_in_the_import_table() -> None:
    assert {part(module_name(path)) for path in MODULES} <= MAY_IMPORT.keys()


def test_every_module_says_what_it_is_for() -> None:
    silent = [p for p in MODULES if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert silent == []


def test_no_module_is_long() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    long = {path: lines for path, lines in lengths.items() if lines > 400}
    assert long == {}, "ask of each what two things it is"


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DECLARED = [
    Requirement(line)
    for lines in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    for line in lines
]
CONSTRAINTS = (ROOT / "constraints.txt").read_text("utf-8").splitlines()


def test_constraints_are_exact_versions_and_nothing_else() -> None:
    assert [line for line in CONSTRAINTS if not re.fullmatch(r"[\w.-]+==\d[\w.]*", line)] == []


def test_constraints_pin_every_declared_dependency_to_a_version_it_allows() -> None:
    pinned = {
        canonicalize_name(name): version for name, version in (c.split("==") for c in CONSTRAINTS)
    }
    wrong = [
        str(requirement)
        for requirement in DECLARED
        if (version := pinned.get(canonicalize_name(requirement.name))) is None
        or version not in requirement.specifier
    ]
    assert wrong == []


def test_every_dependency_has_its_reason_beside_it() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    bare = [
        r for r in DECLARED if not any(f'"{r.name}' in line and '", # ' in line for line in lines)
    ]
    assert bare == []


def test_the_citation_names_the_version_of_the_project() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == PROJECT["version"]
    assert f"## [{PROJECT['version']}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


# Told in pieces, so that this file does not name them either.
REGISTRY = re.compile(
    "|".join(
        map(re.escape, (".".join(("pypi", "org")), "python" + "hosted", "registry." + "npmjs"))
    )
)


def test_no_file_names_a_package_registry_or_a_place_on_one_machine() -> None:
    wrong = [
        f"{name}: {found}"
        for name, text in project_texts()
        for found in {*REGISTRY.findall(text), *([str(ROOT)] if f"{ROOT}/" in text else [])}
    ]
    assert wrong == []


def project_texts() -> list[tuple[str, str]]:
    """Name and text of every text file that is in the repository or about to be."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if listing.returncode:
        pytest.skip("not a git checkout: which files belong to the project is not known")
    texts = []
    for name in filter(None, listing.stdout.split("\0")):
        try:
            texts.append((name, (ROOT / name).read_text("utf-8")))
        except (UnicodeDecodeError, OSError):
            continue  # not text, a link to a folder, or deleted and not yet committed
    return texts
