"""Reference data: what is known of documents, issuers, places, outlets, words and units.

The knowledge stands in the CSV files of this folder, each row with its source and examples;
`load` gives it as frozen rows. Imports nothing else of the package.
"""

from opendata.authority.index import Authority
from opendata.authority.load import AuthorityError, load, load_beside

__all__ = ["Authority", "AuthorityError", "load", "load_beside"]
