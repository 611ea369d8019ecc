"""Accepted files become loads, and loads are undone: what each speaks for, replaces and brings back."""
