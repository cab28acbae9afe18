"""The canonical records and their tables: the single source of schemas, files, pages and
pictures.
"""
