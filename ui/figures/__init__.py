"""Published figures on their way to a page: read, kept, judged, and compared like with like."""
