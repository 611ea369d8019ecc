"""The returns page: the grid, held rows, and the way back."""
