"""Pure statistics: numbers in, numbers out. Knows nothing of forces, files or pages."""
