"""A folder that is watched: what is dropped there is loaded as `load` would, and put away with a report."""
