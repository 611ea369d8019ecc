"""A document as tagged PDF."""
