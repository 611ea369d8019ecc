"""What is said of how many people the work needs."""
