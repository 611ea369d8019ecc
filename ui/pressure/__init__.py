"""The parts of the pressure page."""
