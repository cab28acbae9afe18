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
        "opendata-field-name",
        "Field Name Is Not Unique",
        "Fields of a table are told apart by their names.",
    ),
    (
        "opendata-categories",
        "Categories Make No Sense",
        "Categories are distinct, of a string or integer field, and hold its enum.",
    ),
    (
        "opendata-missing-values",
        "Missing Values Are Repeated",
        "Each missing value, and each label of one, stands once.",
    ),
    (
        "opendata-constraint",
        "Constraint Makes No Sense",
        "A constraint suits the type of its field, and some value keeps it.",
    ),
    (
        "opendata-pattern",
        "Pattern May Take For Ever",
        "A pattern is matched in time that grows with the cell and no faster.",
    ),
    (
        "opendata-custom-profile",
        "Descriptor Does Not Fit A Profile Of Others",
        "The descriptor breaks the profile that its $schema names, or that cannot be used.",
    ),
    (
        "opendata-unsafe-file",
        "File Is Not Safe To Open",
        "Files are regular ones inside the package, and unpack to a sensible size.",
    ),
    (
        "opendata-too-large",
        "Descriptor Is Too Large",
        "A descriptor has at most 10,000 resources and 100,000 fields.",
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
        "opendata-unique-key",
        "Key Stands Twice",
        "No two rows have the same values in the fields of a unique key.",
    ),
    (
        "opendata-primary-key",
        "Part Of A Primary Key Is Empty",
        "Every field of a primary key has a value in every row.",
    ),
    (
        "opendata-foreign-key",
        "List Or Object Points To Nothing",
        "A foreign key of lists or objects stands in the table that it points to.",
    ),
    (
        "opendata-category",
        "Cell Is No Category",
        "A cell is empty, or one of the categories of its field.",
    ),
    (
        "opendata-pattern-part",
        "Only A Part Of The Cell Matches",
        "A cell matches the pattern of its field as a whole.",
    ),
    (
        "opendata-json-schema",
        "Cell Does Not Fit Its JSON Schema",
        "An object or array in a cell fits the jsonSchema of its field.",
    ),
    (
        "opendata-rule",
        "Row Breaks A Rule",
        "Rows keep the rules that the maintainers of the package have written.",
    ),
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


# That nothing could be checked is always said.
_ALWAYS = {
    *("opendata-descriptor", "opendata-not-checked"),
    *("opendata-unsafe-file", "opendata-too-large", "opendata-pattern"),
}


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


def is_wanted(type: str, pick: Collection[str], skip: Collection[str]) -> bool:
    """Whether `pick_errors` and `skip_errors` leave a type of ours in; both name types or tags.

    As in frictionless, picking chooses among faults of content; those of a descriptor stay.
    """
    kind = _CLASSES[type]
    if type in _ALWAYS:
        return True
    names = {kind.type, *kind.tags}
    if names & set(skip):
        return False
    return not pick or not issubclass(kind, ContentFault) or bool(names & set(pick))
