"""Records out to files and back: CSV, JSON, `datapackage.json`, schemas.

Not for: making records.
"""
