"""Bytes into pages: which files are pages, their exact text, and what is stated about them.

`read` gives `SourceDocument`s one by one. Not for: finding out what a page says (`extraction`).
"""
