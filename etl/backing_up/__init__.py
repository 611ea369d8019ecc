"""A copy of a store in one folder or one file, and a store from such a copy."""
