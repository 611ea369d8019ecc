"""From a figure to the files and rows behind it."""
