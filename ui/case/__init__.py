"""The parts of the pages that make the case for people and money."""
