"""What the standard asks of cells and frictionless passes over, checked column by column.

Not for: types and constraints that frictionless checks (`columnar`), or descriptors (`standard`).
"""
