"""Dates, periods and recurrences in running text. Not for: the day of publication."""
