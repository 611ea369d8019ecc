"""The spreadsheet readers. They run only in the child process (etl/child.py), on files past the gate."""
