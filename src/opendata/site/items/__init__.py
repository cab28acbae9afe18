"""A page for each article, event, directive, person and organisation of a package.

Not for: tables of rows (`data`), or what columns mean (`tables`).
"""
