"""Citations of documents: two number grammars, names, issuers, titles, relations.

Not for: which document a citation means (`resolution`).
"""
