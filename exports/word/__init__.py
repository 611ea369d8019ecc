"""A document for Word."""
