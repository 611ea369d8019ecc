"""What forces spend now on a recorded crime of each kind, as weights beside a force's own.

"Current practice": what is done, not what good work needs, from one week of February 2023 in 35 of 43
forces, crime-response workforce, recorded crimes of 2022/23. Domestic abuse is not a kind of its own.
Source: Home Office, Police Activity Survey, Police costs methodology, table 1, 24 November 2025.
"""

from types import MappingProxyType

POUNDS_2022_23 = MappingProxyType(
    {
        "Rape": 5110,
        "Other sexual offences": 3100,
        "Violence with injury": 1260,
        "Violence without injury": 470,
        "Stalking and harassment": 290,
    }
)
# Relative to a rape: a weight, not money and not hours.
CURRENT_PRACTICE = MappingProxyType(
    {name: pounds / POUNDS_2022_23["Rape"] for name, pounds in POUNDS_2022_23.items()}
)
# Work types of a caseload that are a kind of the survey. Others are a mix of kinds: no weight here.
BY_WORK_TYPE = MappingProxyType(
    {
        "rape": "Rape",
        "other sexual offence": "Other sexual offences",
        "stalking or harassment": "Stalking and harassment",
    }
)
