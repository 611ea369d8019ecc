"""What lies ahead of each required course in each unit: counted at publish, read for a reader's units."""

from metrics.course_ahead.publish import fill
from metrics.course_ahead.read import CourseAhead, read, together

__all__ = ["CourseAhead", "fill", "read", "together"]
