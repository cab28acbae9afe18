"""Persons, the positions they hold, and the organisations that are named."""
