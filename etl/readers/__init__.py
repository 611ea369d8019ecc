"""The readers of spreadsheets. They run only in the child process (etl/opening/child.py), past the gate."""
