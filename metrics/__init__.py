"""What is measured: each metric once, as a `Metric` and a `.sql` file of the same name."""
