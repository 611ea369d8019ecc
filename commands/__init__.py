"""What `python3 tasks.py` does. Standard library only: it runs before anything is installed."""
