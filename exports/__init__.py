"""Files built from figures, always fresh and never a copy of an upload."""
