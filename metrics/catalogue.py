"""Every metric there is, by id, in the order a reader meets them."""

from metrics.attrition import METRICS as ATTRITION
from metrics.model import Metric
from metrics.pressure import METRICS as PRESSURE
from metrics.resource import METRICS as RESOURCE
from metrics.staffing import METRICS as STAFFING
from metrics.training import METRICS as TRAINING
from metrics.trust import METRICS as TRUST

THEMES: dict[str, tuple[Metric, ...]] = {
    "pressure": PRESSURE,
    "staffing": STAFFING,
    "training": TRAINING,
    "attrition": ATTRITION,
    "resource": RESOURCE,
    "trust": TRUST,
}
METRICS: dict[str, Metric] = {metric.id: metric for theme in THEMES.values() for metric in theme}
