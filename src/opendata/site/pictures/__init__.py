"""Pictures drawn from the data at build time, a module each, every one with the same as text.

Not for: the picture of the schema (`opendata.site.picture`).
"""
