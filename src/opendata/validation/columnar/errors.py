"""Why a table leaves the fast road. Not for: faults of the table."""

from __future__ import annotations


class Unproven(Exception):  # noqa: N818 - no error of the data: frictionless reads the table instead
    """The columns cannot prove what a row-wise reading would find; the text says why."""
