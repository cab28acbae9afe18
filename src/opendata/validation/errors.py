"""Our error types for frictionless's report. Not for: deciding what is wrong (the checks do)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

import attrs
from frictionless import Error, Plugin, errors, system

from opendata.validation.issues import Issue


class DescriptorFault(errors.PackageError):
    """A fault of `datapackage.json`. As with frictionless's own, picking does not skip it."""

    template = "{note}"
    tags: ClassVar[list[str]] = ["#opendata"]


@attrs.define(kw_only=True, repr=False)
class ContentFault(errors.TableError):
    """A fault of a file's content. `row_number` counts as frictionless does: the header is 1."""

    template = "{note}"
    tags: ClassVar[list[str]] = ["#table", "#opendata"]

    row_number: int | None = None
    field_name: str | None = None

    metadata_profile_patch: ClassVar[dict[str, Any]] = {
        "properties": {"rowNumber": {"type": "integer"}, "fieldName": {"type": "string"}},
    }


# Type, title, description.
_DESCRIPTOR = (
    (
        "opendata-descriptor",
        "Descriptor Cannot Be Read",
        "A descriptor is one JSON object in a UTF-8 file.",
    ),
    (
        "opendata-profile",
        "Descriptor Does Not Fit Its Profile",
        "The descriptor breaks the Data Package profile, or that of our own packages.",
    ),
    (
        "opendata-name",
        "Resource Name Is Not Unique",
        "Resources are told apart by their names.",
    ),
    (
        "opendata-key",
        "Key Names What Is Not There",
        "A primary, unique or foreign key names a field or resource that cannot be a key.",
    ),
    (
        "opendata-path",
        "Path Is Not Safe",
        "A path stays below the folder of its descriptor.",
    ),
    (
        "opendata-remote-path",
        "Path Is An Address",
        "Nothing is fetched from other hosts unless that is allowed.",
    ),
    (
        "opendata-not-checked",
        "Could Not Be Checked",
        "The tables could not be checked, so nothing is known of them.",
    ),
)
_CONTENT = (
    (
        "opendata-file",
        "Not The File Described",
        "Hash or size differ from the descriptor, where frictionless does not look.",
    ),
    (
        "opendata-record",
        "Record Does Not Fit Its Schema",
        "A JSON file of records, or one of its records, breaks its JSON Schema.",
    ),
    (
        "opendata-count",
        "Count Differs",
        "The descriptor states another number of rows or records.",
    ),
    (
        "opendata-disagreement",
        "CSV And JSON Disagree",
        "Tables and nested records of our packages hold the same facts.",
    ),
    (
        "opendata-link",
        "Row Points To Nothing",
        "Evidence, flags and looser links name an existing record and field.",
    ),
    (
        "opendata-orphan",
        "Record Is Tied To No Page",
        "A record is there because a row that was read from a page points to it.",
    ),
    (
        "opendata-owner",
        "Task Without One Owner",
        "A task belongs to exactly one directive or event.",
    ),
    (
        "opendata-id",
        "Id Does Not Match Its Parts",
        "The id of a mention is made of its page and its place there.",
    ),
    (
        "opendata-offset",
        "Offset Outside The Text",
        "Start and end lie within the page's text, in this order.",
    ),
    (
        "opendata-quote",
        "Quote Differs",
        "A quote is the page's own characters from start to end, at most 300.",
    ),
    (
        "opendata-page",
        "Page Is Another",
        "The page given is not the text that the package was made from.",
    ),
    (
        "opendata-evidence",
        "Value Without Evidence",
        "Every published value has evidence that states that value.",
    ),
)
_CLASSES: dict[str, type[DescriptorFault | ContentFault]] = {
    name: type(title.replace(" ", ""), (base,), {"type": name, "title": title, "description": text})
    for base, kinds in ((DescriptorFault, _DESCRIPTOR), (ContentFault, _CONTENT))
    for name, title, text in kinds
}
TYPES = tuple(_CLASSES)


class _Types(Plugin):
    """Makes our types known, so that a report that was written as JSON reads back."""

    def select_error_class(self, type: str | None = None) -> type[Error] | None:
        return _CLASSES.get(type or "")


system.register("opendata", _Types())


def to_error(issue: Issue) -> Error:
    """The error of a report that an issue becomes."""
    kind = _CLASSES[issue.type]
    if issubclass(kind, ContentFault):
        return kind(note=issue.note, row_number=issue.row or None, field_name=issue.field or None)
    return kind(note=issue.note)


def is_wanted(issue: Issue, pick: Collection[str], skip: Collection[str]) -> bool:
    """Whether `pick_errors` and `skip_errors` leave an issue in; both name types or tags.

    As in frictionless, picking chooses among faults of content; those of a descriptor stay. That
    nothing could be checked is always said.
    """
    kind = _CLASSES[issue.type]
    if kind.type in ("opendata-descriptor", "opendata-not-checked"):
        return True
    names = {kind.type, *kind.tags}
    if names & set(skip):
        return False
    return not pick or not issubclass(kind, ContentFault) or bool(names & set(pick))
