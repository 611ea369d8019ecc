"""One cell at a time: dates, numbers, ranks, persons' numbers and the kinds of missing."""
