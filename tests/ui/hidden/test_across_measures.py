"""What all pages show together, of all measures at once, is attacked: no hidden count of people comes out.

What each measure counts is written here a second time, in plain terms, and not read from its declaration.
"""

from dataclasses import replace
from datetime import date

import duckdb
import numpy as np
import pytest
import streamlit as st

import access
from analysis.disclosure import NotShown
from tests.tables import drawn_rows
from tests.ui.made_warehouse import FORCE, Made, publish
from ui.briefing import attack
from ui.figures import publication, status
from ui.page import open_page

SEPTEMBER = date(2026, 9, 30)
OUTSIDE = access.Reader("A Body", "commissioner", None, internal=False)
# Adults at risk has three people and is in one group with Exploitation; two units have few coordinators.
PEOPLE = drawn_rows("""
unit    | role             | funded | in post | deployable | accredited | starts | people | needed | in date | ever
DA1     | investigator     | 34     | 29.6    | 25.1       | 16.0       | 2.0    | 31     | 62     | 40      | 55
DA1     | coordinator      | 2      | 1.5     | 1.5        | 0.0        | 0.0    | 2      | 2      | 2       | 2
DA1     | supervisor       | 4      | 4.0     | 0.0        | 0.0        | 0.0    | 4      | 8      | 5       | 8
DA1     | manager          | 1      | 1.0     | 0.0        | 0.0        | 0.0    | 1      | 1      | 1       | 1
CA1     | investigator     | 26     | 19.2    | 15.7       | 9.1        | 1.0    | 20     | 40     | 26      | 37
CA1     | supervisor       | 3      | 3.0     | 0.0        | 0.0        | 0.0    | 3      | 6      | 5       | 6
MOSOVO1 | offender manager | 22     | 16.3    | 12.9       | 12.9       | 0.0    | 17     | 34     | 30      | 33
MOSOVO1 | supervisor       | 3      | 3.0     | 0.0        | 0.0        | 0.0    | 3      | 6      | 6       | 6
MASH1   | referral officer | 20     | 17.0    | 15.0       | 15.0       | 0.0    | 17     | 34     | 24      | 31
MASH1   | coordinator      | 1      | 0.5     | 0.5        | 0.0        | 0.0    | 1      | 1      | 1       | 1
MASH1   | supervisor       | 3      | 2.8     | 0.0        | 0.0        | 0.0    | 3      | 6      | 2       | 6
VA1     | investigator     | 14     | 3.0     | 3.0        | 2.0        | 0.0    | 3      | 6      | 4       | 5
EXP1    | investigator     | 14     | 11.2    | 8.7        | 8.7        | 0.0    | 12     | 24     | 20      | 23
EXP1    | supervisor       | 2      | 2.0     | 0.0        | 0.0        | 0.0    | 2      | 4      | 3       | 4
""")  # noqa: E501
LEADING = ("supervisor", "manager")
WORK = {
    "investigations": ("investigator",),
    "registered offenders": ("offender manager",),
    "referrals": ("referral officer",),
    "MARAC": ("coordinator",),
}
GROUP = ["VA1", "EXP1"]
UNITS = list(dict.fromkeys(row["unit"] for row in PEOPLE))
CARRYING = {role for roles in WORK.values() for role in roles}
COUNTED = {
    (row["unit"], row["role"], of): float(n)
    for row in PEOPLE
    for of, n in row.items()
    if of not in ("unit", "role")
}
PLACE = {key: n for n, key in enumerate(COUNTED)}
PEOPLE_ARE = {
    "in post": {"in post": 1},
    "deployable": {"deployable": 1},
    "accredited": {"accredited": 1},
    "starts": {"starts": 1},
    "people": {"people": 1},
    "in date": {"in date": 1},
    "expired": {"ever": 1, "in date": -1},
    "no record": {"needed": 1, "ever": -1},
}
"""What is counted of people: those that measures show, each made of the columns above."""


def every(role):
    return True


def leading(role):
    return role == "supervisor"


def led(role):
    return role not in LEADING


def carrying(role):
    return role in CARRYING


# Each measure: what its numerator adds up and what its denominator, each so many times and of which roles.
NONE = ()
BY_ROLE = {
    "staffing/funded_fte": ((("funded", 1, every),), NONE),
    "staffing/in_post_fte": ((("in post", 1, every),), NONE),
    "staffing/deployable_fte": ((("deployable", 1, every),), (("in post", 1, every),)),
    "staffing/deployable_accredited_fte": ((("accredited", 1, every),), (("deployable", 1, every),)),
    "staffing/deployable_share_of_funded": ((("deployable", 1, every),), (("funded", 1, carrying),)),
    "staffing/vacancy_rate": ((("funded", 1, every), ("in post", -1, every)), (("funded", 1, every),)),
    "staffing/vacancy_net_of_starts": (
        (("funded", 1, every), ("in post", -1, every), ("starts", -1, every)), (("funded", 1, every),),
    ),
    "attrition/headcount": ((("people", 1, every),), NONE),
    "training/required_course_in_date": ((("in date", 1, every),), (("needed", 1, every),)),
    "training/required_course_ever": ((("ever", 1, every),), (("needed", 1, every),)),
    "training/no_record": ((("needed", 1, every), ("ever", -1, every)), (("needed", 1, every),)),
    "training/expired": ((("ever", 1, every), ("in date", -1, every)), (("needed", 1, every),)),
}  # fmt: skip
BY_UNIT = {
    "staffing/staff_per_supervisor": ((("in post", 1, led),), (("in post", 1, leading),)),
    "trust/people_matched": ((("people", 1, every),), (("people", 1, every),)),
    "resource/share_of_people": ((("in post", 1, every),), NONE),
    "resource/share_of_deployable": ((("deployable", 1, every),), NONE),
}
PER_CARRIER = ("pressure/open_per_deployable_carrier", "pressure/allocated_per_carrier")
ROLES = [{"investigator"}, CARRYING]


def adds(parts, units, roles=every):
    """A sum of people as a row: how many times each drawn count is in it."""
    row = np.zeros(len(PLACE))
    for of, times, whose in parts:
        for (unit, role, name), n in PLACE.items():
            if name == of and unit in units and whose(role) and roles(role):
                row[n] += times
    return row


def come_to(row):
    return float(row @ np.array(list(COUNTED.values())))


def figures():
    """Rows of every measure at the finest split, as its SQL would give them."""
    for unit in UNITS:
        for metric, (top, bottom) in BY_UNIT.items():
            yield metric, unit, None, None, come_to(adds(top, [unit])), come_to(adds(bottom, [unit]))
        for family, roles in WORK.items():
            carriers = come_to(adds((("deployable", 1, roles.__contains__),), [unit]))
            if carriers:
                yield "pressure/open", unit, None, family, round(11 * carriers), 0.0
                for metric in PER_CARRIER:
                    yield metric, unit, None, family, round(11 * carriers), carriers
    for row in PEOPLE:
        for metric, (top, bottom) in BY_ROLE.items():
            parts = (come_to(adds(part, [row["unit"]], row["role"].__eq__)) for part in (top, bottom))
            yield metric, row["unit"], row["role"], None, *parts
    yield "resource/share_of_people", None, None, None, 0.0, 5000.0
    yield "resource/share_of_deployable", None, None, None, 0.0, 4000.0


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    made = publish(tmp_path_factory.mktemp("across") / "store", Made(months=1))
    with duckdb.connect(str(made / "published" / "made.duckdb")) as con:
        con.execute("delete from figure")
        con.execute("delete from ref_unit where unit not in (select unnest(?::varchar[]))", [UNITS])
        con.execute("update ref_unit set type = 'VA' where unit = 'EXP1'")
        con.executemany(
            f"insert into figure by name select ? as metric, '{FORCE}' as \"force\", ? as unit, ? as role, "
            f"? as work_family, ? as numerator, ? as denominator, date '{SEPTEMBER}' as month_end",
            list(figures()),
        )
    return made


@pytest.fixture(autouse=True)
def of_store(place, monkeypatch):
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setenv("PPU_STORE", str(place))
    st.cache_data.clear()
    st.cache_resource.clear()


def page():
    st.session_state["view"] = (FORCE, str(SEPTEMBER), "all")
    return open_page._gather("case/briefing", OUTSIDE)


def views(of, metric):
    """Each way to look at a measure: the page, its split, the filter, and the unit where one is chosen."""
    group = replace(of, scope=frozenset(pair for pair in of.scope if pair[1] in GROUP))
    family = ("work_family",) if metric in PER_CARRIER else ()
    by_role = metric in BY_ROLE and not metric.startswith("training/")
    filters = [{}, *({"role": tuple(sorted(roles))} for roles in ROLES if by_role and family == ())]
    for on in (of, group):
        for where in filters if metric.startswith("staffing/") else [{}]:
            yield on, ("month_end", *family), where, None
            if not metric.startswith("resource/"):
                yield on, ("unit", "month_end", *family), where, None
    if by_role:
        yield of, ("role",), {}, None
        yield from ((of, ("role",), {}, unit) for unit in UNITS)


def given(metric, row, units, where):
    """The two parts of a row as sums of people."""
    units = [row["unit"]] if "unit" in row else units
    if metric in PER_CARRIER:
        roles = WORK[row["work_family"]]
        return np.zeros(len(PLACE)), adds((("deployable", 1, roles.__contains__),), units)
    roles = row["role"].__eq__ if "role" in row else where.get("role", ()).__contains__ if where else every
    return tuple(adds(part, units, roles) for part in {**BY_ROLE, **BY_UNIT}[metric])


def shown(of, metrics):
    """Every number that is shown of these measures, as sums of people."""
    found = []
    for metric in metrics:
        for on, by, where, unit in views(of, metric):
            units = [unit] if unit else [code for _, code in on.scope]
            frame = on.metric(metric, by=by, only=SEPTEMBER, where=where, unit=unit)
            for row in frame.to_dict("records"):
                if not isinstance(row["value"], NotShown):
                    found += [part for part in given(metric, row, units, where) if part.any()]
    return np.unique(np.array(found), axis=0) if found else np.zeros((0, len(PLACE)))


def few():
    """Every sum of one to four people of a kind: of a unit, a group or all, in a role, some roles or all."""
    found = {}
    for name, made_of in PEOPLE_ARE.items():
        for units in [[unit] for unit in UNITS] + [GROUP, UNITS]:
            for role in (
                [every] if name in COURSES else [every, *(roles.__contains__ for roles in ROLES), *ALONE]
            ):
                row = adds([(of, times, every) for of, times in made_of.items()], units, role)
                if 0 < round(come_to(row), 6) < 5:
                    found[row.tobytes()] = (f"{name}, {' and '.join(units)}: {come_to(row):.1f}", row)
    return list(found.values())


COURSES = ("in date", "expired", "no record")
ALONE = [{role}.__contains__ for role in {row["role"] for row in PEOPLE}]
MEASURES = (*BY_ROLE, *BY_UNIT, *PER_CARRIER)


def told(rows):
    """The sums of few people that some of the rows, each so many times, come to."""
    _, sizes, across = np.linalg.svd(rows, full_matrices=False)
    basis = across[sizes > 1e-6]
    return [name for name, row in few() if np.abs(row - row @ basis.T @ basis).max() < 1e-6]


def test_no_count_of_few_people_comes_out_of_all_that_all_measures_show_together():
    assert told(shown(page(), MEASURES)) == []


def test_the_attack_finds_what_measures_give_each_other_where_they_are_hidden_one_by_one(monkeypatch):
    monkeypatch.setattr(publication, "hide_sums_shown", lambda frame, *rest: frame)
    found = told(shown(page(), ("staffing/deployable_fte", *PER_CARRIER)))
    assert "deployable, DA1: 1.5" in found and "deployable, MASH1: 0.5" in found
    why = attack.refusal(page(), ("pressure/allocated_per_carrier", "staffing/deployable_fte"))
    assert "“Deployable” a group of under 5 people could be worked out" in why


@pytest.mark.deep
def test_a_document_of_all_measures_as_they_are_shown_withstands_the_attack():
    assert attack.refusal(page(), MEASURES) == ""


def shown_units(metric, **how):
    frame = page().metric(metric, only=SEPTEMBER, **how)
    return {row["unit"] for row in frame.to_dict("records") if not isinstance(row["value"], NotShown)}


def test_totals_of_the_force_and_units_of_many_people_stay():
    for metric in ("staffing/in_post_fte", "staffing/deployable_fte", "staffing/vacancy_rate"):
        [total] = page().metric(metric, by=("month_end",), only=SEPTEMBER)["value"]
        assert not isinstance(total, NotShown), metric
    assert shown_units("staffing/vacancy_rate") == {"DA1", "CA1", "MOSOVO1", "MASH1"}
    assert shown_units("staffing/in_post_fte") == shown_units("staffing/vacancy_rate")
    by = ("unit", "month_end", "work_family")
    assert shown_units(PER_CARRIER[0], by=by) >= {"DA1", "CA1", "MASH1"}


def test_who_has_few_people_in_post_has_no_vacancy_and_who_has_a_few_starts_no_vacancy_net_of_them():
    vacancy = page().metric("staffing/vacancy_rate", only=SEPTEMBER).set_index("unit")["value"]
    assert isinstance(vacancy["VA1"], NotShown)
    net = page().metric("staffing/vacancy_net_of_starts", only=SEPTEMBER).set_index("unit")["value"]
    assert isinstance(net["DA1"], NotShown) and isinstance(net["CA1"], NotShown)
