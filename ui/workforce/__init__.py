"""The parts of the training, staffing and attrition pages, and of the benchmarks beside them."""
