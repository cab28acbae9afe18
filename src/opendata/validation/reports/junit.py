"""A report as JUnit XML, by the schema of Jenkins's xUnit plugin, which GitLab reads too.

A test suite a resource, a test case a check: each type of error that is looked for, found or not,
so that one that was mended shows as such. Not for: single errors beyond the first few of a check.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence

from opendata.validation.reports.found import Group, Resource, Result
from opendata.validation.reports.messages import Language, Message, count, message, messages, say
from opendata.validation.reports.show import by_table, describe, examples, one_line, show_count

_EXAMPLES = 10
# What XML 1.0 has no place for.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The checks of a table; other files are checked for less.
_OF_TABLES = ("file", "header", "rows")
_OF_PACKAGE = ("descriptor",)


def render_results(results: Sequence[Result], lang: Language) -> str:
    """The suites of all packages in one document."""
    root = ET.Element("testsuites", name="opendata validate")
    for result in results:
        root.extend(_suites(result, lang))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, 0)) for suite in root)))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _suites(result: Result, lang: Language) -> Iterator[ET.Element]:
    groups = by_table(result.groups)
    whole = Resource("", result.package, "package")
    for resource in (whole, *result.resources):
        scopes = _OF_PACKAGE if resource is whole else _scopes(resource)
        checks = {one.type: one for one in messages(lang).values() if one.scope in scopes}
        found = groups.pop(resource.name, [])
        wanted = checks | {one.type: message(one.type, lang) for one in found}
        suite = _suite(result, resource, wanted, found, lang)
        if resource is whole and result.left_out:
            ET.SubElement(suite, "system-out").text = count(lang, result.left_out, "left_out")
        yield suite


def _scopes(resource: Resource) -> tuple[str, ...]:
    return _OF_TABLES if resource.type == "table" else ("file",)


def _suite(
    result: Result,
    resource: Resource,
    wanted: Mapping[str, Message],
    groups: Sequence[Group],
    lang: Language,
) -> ET.Element:
    name = f"{result.package}: {resource.name}" if resource.name else result.package
    suite = ET.Element("testsuite", name=_clean(name), file=_clean(resource.file))
    for type, told in wanted.items():
        found = [group for group in groups if group.type == type]
        case = ET.SubElement(suite, "testcase", name=_clean(f"{type}: {told.title}"))
        case.set("classname", _clean(name))
        case.set("time", "0")
        if any(group.known < group.count for group in found):
            _tell(ET.SubElement(case, "failure", type=type), found, told, lang)
        elif found:
            _tell(ET.SubElement(case, "skipped", type=type), found, told, lang)
        elif type in resource.blind | result.blind:
            ET.SubElement(case, "skipped", message=say(lang, "not_checked"))
    for attribute, tag in (("tests", "."), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(attribute, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("errors", "0")
    suite.set("time", f"{resource.seconds:.3f}")
    return suite


def _tell(element: ET.Element, groups: Sequence[Group], told: Message, lang: Language) -> None:
    """The count in the message, the first errors and the remedy in the text."""
    parts = [f"{show_count(group, lang)} {_at(group)}".strip() for group in groups]
    element.set("message", _clean(f"{told.title}: {', '.join(parts)}"))
    lines = []
    for group in groups:
        lines += [
            f"{one_line(f.place)}  {describe(f, lang)}".rstrip() for f in examples(group, _EXAMPLES)
        ]
    lines += [f"→ {told.hint}"] if told.hint else []
    element.text = _clean("\n".join(["", *lines, ""]))


def _at(group: Group) -> str:
    return f"[{one_line(group.field)}]" if group.field else ""


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("�", text)
