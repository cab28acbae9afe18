"""frictionless's verdicts at the speed of columns.

Columns prove cells good; every row that they cannot prove is read by frictionless itself, so that
errors are frictionless's own. Tables that are not known to be read alike go to frictionless whole.

Not for: our own checks.
"""

from opendata.validation.columnar.links import Links
from opendata.validation.columnar.package import Run, validate_package, validate_resource
from opendata.validation.columnar.table import Validated, validate_table

__all__ = ["Links", "Run", "Validated", "validate_package", "validate_resource", "validate_table"]
