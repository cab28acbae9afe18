"""Quantities with their units, and targets worked out from them."""
