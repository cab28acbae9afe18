"""What a page says: rules over reference data find mentions, each with its characters.

Not for: whether two pages speak of one thing (`resolution`).
"""
