"""What the Data Package standard asks of a descriptor and its files, and frictionless passes over.

Each module has one subject; a check is a function from a descriptor to issues. `run` holds their
order. Not for: what cells hold (`values`), or what our own packages promise (`validation`).
"""
