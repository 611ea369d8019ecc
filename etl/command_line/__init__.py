"""What `python -m etl` does and prints."""
