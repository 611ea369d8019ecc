"""What checking a file says back: the sentences, the report, and the sender's own workbook with marks."""
