"""The upload page, step by step, and who sends."""
