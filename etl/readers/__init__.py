"""The spreadsheet readers. They run only in the child process (etl/child.py), on files the gate let through."""
