"""A scenario in words, tables and chart models."""
