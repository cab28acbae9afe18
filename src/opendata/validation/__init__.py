"""Checks any Data Package, and of our own packages also what they promise beyond the standard.

`run` holds the order of the checks. Not for: mending anything, or judging pages (flags do that).
"""

from opendata.validation.report import render_text
from opendata.validation.run import validate

__all__ = ["render_text", "validate"]
