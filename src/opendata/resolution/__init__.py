"""Mentions of the same thing become one record with one identity; corrections are applied.

`page_rows` turns one page's mentions into rows and statements, `merge` makes one set of records of
all pages, `corrections` overrides. Not for: reading words (`extraction`) or writing (`package`).
"""
