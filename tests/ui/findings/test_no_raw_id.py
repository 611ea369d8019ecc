"""No id of a finding, rule or message is shown for a sentence; a check's code has a column of its own."""

import re
from pathlib import Path

import pytest

from contracts import DATASETS, FINDINGS, SAYS, TO_DO
from etl.reports.messages import MESSAGES
from etl.reports.report import Breach, FileReport
from ui.figures.status import Finding
from ui.findings import found, upload

ROOT = Path(__file__).parents[3]
WRITTEN = "".join(
    path.read_text("utf-8") for path in (ROOT / "etl").rglob("*") if path.suffix in (".py", ".sql")
)
OF_PUBLISH = set(re.findall(r"'(etl\.\w+)'", WRITTEN))
RULES = sorted({rule.id for dataset in DATASETS.values() for rule in dataset.rules})
IDS = sorted({each.id for each in FINDINGS} | OF_PUBLISH)


def test_every_finding_a_published_file_can_hold_has_its_words():
    assert OF_PUBLISH and set(SAYS) == set(TO_DO) == set(IDS)
    assert all(says[0].isupper() and says.endswith(".") and " " in says for says in SAYS.values())


@pytest.mark.parametrize("finding", [*IDS, "made.by_a_later_version"])
def test_a_finding_is_listed_in_words(finding):
    table = found.listed((Finding(finding, "DA1", 2, "caseload: role"),), SAYS, TO_DO, lambda unit: "Alpha")
    assert finding not in table.to_csv()
    assert table["What was found"][0].endswith(".") and table["Unit"][0] == "Alpha"
    assert table["What to do"][0].endswith(".") and table["Number"][0] == "2"


@pytest.mark.parametrize("severity", ["error", "warning"])
@pytest.mark.parametrize("code", [*RULES, *sorted(MESSAGES)])
def test_a_breach_is_listed_in_words(code, severity):
    breach = Breach(code, severity, "caseload", "Sheet", "Open", ("C4",), "x", "Says this.", "Do that.")
    report = FileReport("a.xlsx", "0", (), (breach,))
    tables = upload.to_put_right(report, severity), upload.every_cell(report)
    assert all(list(table["Code"]) == [code] for table in tables)
    shown = "".join(
        [
            *(table.drop(columns="Code").to_csv() for table in tables),
            upload.one_line(breach),
            str([words for _, words in upload.problems([report])]),
        ]
    )
    assert "Says this." in shown and code not in shown
