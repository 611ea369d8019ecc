"""What measures and words mean."""
