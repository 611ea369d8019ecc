"""Every page of the product: where its file is, what it is called, and under which heading it stands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One page. `url_path` is its address; `id` is what access is asked about.

    `narrows`: the month and units that every page shares change what it shows. `explains`: it says how
    settings are written, and opens while they are wrong. `listed`: it stands in the navigation; another is
    come to from a figure."""

    id: str
    title: str
    url_path: str
    group: str
    icon: str
    narrows: bool = True
    explains: bool = False
    listed: bool = True

    @property
    def file(self) -> str:
        """The page's file, always in a sub-folder of pages/."""
        return f"pages/{self.id}.py"


GROUPS = ("", "Units", "Workforce", "Make the case", "Data")
PAGES = (
    Entry("overview/overview", "Overview", "overview", "", ":material/dashboard:"),
    Entry("units/pressure", "Pressure", "pressure", "Units", ":material/stacked_line_chart:"),
    Entry("units/one_unit", "One unit", "one-unit", "Units", ":material/groups:"),
    Entry("workforce/training", "Training", "training", "Workforce", ":material/school:"),
    Entry("workforce/staffing", "Staffing", "staffing", "Workforce", ":material/badge:"),
    Entry("workforce/attrition", "Attrition", "attrition", "Workforce", ":material/logout:"),
    Entry("case/people_needed", "People needed", "people-needed", "Make the case", ":material/group_add:"),
    Entry("case/scenarios", "Scenarios", "scenarios", "Make the case", ":material/alt_route:"),
    Entry(
        "case/demand_and_resource",
        "Demand and resource",
        "demand-and-resource",
        "Make the case",
        ":material/pie_chart:",
    ),
    Entry("case/benchmarks", "Benchmarks", "benchmarks", "Make the case", ":material/balance:", False),
    Entry("case/briefing", "Briefing", "briefing", "Make the case", ":material/description:"),
    Entry("data/upload", "Upload", "upload", "Data", ":material/upload_file:", False),
    Entry("data/returns", "Returns", "returns", "Data", ":material/event_available:"),
    Entry(
        "data/trace", "Where a figure comes from", "trace", "Data", ":material/account_tree:", listed=False
    ),
    Entry("data/definitions", "Definitions", "definitions", "Data", ":material/menu_book:", False, True),
)


def entry(page_id: str) -> Entry:
    """The page of that id; KeyError where there is none."""
    return {page.id: page for page in PAGES}[page_id]
