"""Faulty rows held back by decision, put right cell by cell, and released."""
