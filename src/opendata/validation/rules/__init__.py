"""Checks of a maintainer's own: functions in Python, or rules in a YAML file.

In Python a check is a function from a table to issues:

    import polars as pl
    from opendata.validation.rules import Table, rule

    @rule(resource="loans", level="warning")
    def returned_after_lent(table: Table):
        for part in table.columns(["lent_on", "returned_on"]):
            late = part.filter(pl.col("returned_on") < pl.col("lent_on"))
            for row in late["#"]:
                yield table.issue("returned before it was lent", row, "returned_on")

    opendata.validate("datapackage", rules=[returned_after_lent, "rules.yaml"])

A function without `@rule` is called with every table. `file` tells of the YAML form.
Not for: what the standard asks (`standard`, `values`).
"""

from opendata.validation.rules.rule import Rule, load_rules, rule
from opendata.validation.values.table import Table

__all__ = ["Rule", "Table", "load_rules", "rule"]
