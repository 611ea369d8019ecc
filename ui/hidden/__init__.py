"""Publication mode: what is hidden so that no small count can be worked out."""
