"""Finds time expressions in a text and resolves them."""
