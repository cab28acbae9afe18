"""The structure of a page and what it says of itself: blocks, headline, date line, byline, outlet.

Not for: what the running text tells.
"""
