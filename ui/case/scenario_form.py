"""The numbers of a scenario as a form: in groups, each with its unit, plausible range and source."""

from collections.abc import Mapping
from datetime import date
from html import escape

import streamlit as st

from analysis.assumptions import Assumption
from analysis.scenario import QUESTIONS, Inputs, Question
from store.scenarios import LONGEST_SOURCE
from store.written import LONGEST_NAME
from ui.case import scenario_start
from ui.findings.scenario import added_posts, post_costs
from ui.findings.scenario.numbers import unit_said
from ui.findings.scenario.post_costs import PostCost
from ui.findings.scenario.starts import Start, absence_now, is_known
from ui.findings.scenario.typed import RANGED, Field, Form, read, shown
from ui.one_unit.written_down import name_of
from ui.page.open_page import Page
from ui.parts.plain_table import plain_table

Faults = list[tuple[str, str]]
GROUPS = (
    ("change", "What would change"),
    ("now", "Where it starts"),
    ("pipeline", "Getting people"),
    ("course", "The accrediting course"),
    ("work", "Work and hours"),
    ("money", "Money"),
    ("goal", "The line, and people required"),
)
INTAKES = 3
HORIZONS = (12, 24, 36)
LINES = {
    "workload": "Hours of work for each hour available",
    "open_per_carrier": "Open cases per deployable FTE",
}
SOURCE = "Source: a paper with its date, a study, a role"
ANOTHER = "Another source, where you change it"


def form(
    page: Page, key: str, starts: Mapping[str, Start], begun: Inputs | None, line_of: str
) -> tuple[Inputs, Faults] | None:
    """The form, filled from `begun` or else from what is published; what was typed once it is sent."""
    answers = {s.id: s.answer for s in starts.values() if s.answer} if begun is None else dict(begun.by_id)
    st.session_state[f"{key}_done"] = begun is not None or f"{key}_inputs" in st.session_state
    with st.form(f"scenario_{key}", border=False, enter_to_submit=False):
        groups = {name: _group(key, name, title, starts, answers) for name, title in GROUPS}
        with groups["change"]:
            intakes = _intakes(key, begun)
        with groups["money"]:
            role = _costs(page, key)
        with groups["goal"]:
            kinds = list(LINES)
            own = begun.line_of if begun else line_of
            kind = st.selectbox(
                "The line is of", kinds, kinds.index(own), LINES.__getitem__, key=f"{key}_line_of"
            )
        horizon = begun.months if begun else HORIZONS[-1]
        months = st.selectbox("Months to look ahead", HORIZONS, HORIZONS.index(horizon), key=f"{key}_months")
        by = name_of(page, f"{key}_by", LONGEST_NAME)
        if not st.form_submit_button("Work it out", type="primary", key=f"{key}_go"):
            return None
    fields = {question.id: _left(key, question) for question in QUESTIONS}
    sources = {name: str(st.session_state.get(f"{key}_source_{name}", "")) for name, _ in GROUPS}
    answers, fields = added_posts.with_role(role, answers, fields)
    return read(Form(fields, sources, intakes, months, kind, by, date.today()), answers)


def _group(
    key: str,
    group: str,
    title: str,
    starts: Mapping[str, Start],
    answers: Mapping[str, Assumption],
) -> st.delta_generator.DeltaGenerator:
    asked = [question for question in QUESTIONS if question.group == group]
    given = sum(_is_given(key, question, answers) for question in asked)
    # Once there is a result the form stands folded, so that on a phone the result is not far below it.
    first = "change" if not st.session_state.get(f"{key}_done") else ""
    is_open = group == st.session_state.get(f"{key}_open", first)
    place = st.expander(f"{title}: {given} of {len(asked)} numbers given", expanded=is_open)
    with place:
        for question in asked:
            _row(key, question, answers.get(question.id), starts.get(question.id))
            if question.id == "absence_later" and (now := absence_now(answers)):
                st.html(f'<p class="ppu-sub">{escape(now)}</p>')
        st.text_input(
            "Source of the numbers above that name none",
            key=f"{key}_source_{group}",
            max_chars=LONGEST_SOURCE,
        )
    return place


def _costs(page: Page, key: str) -> PostCost | None:
    """What posts cost by role, where it was sent, and the role chosen for the posts that are added."""
    found = scenario_start.costs(page)
    if not found:
        return None
    role = st.selectbox(
        "Role of the added posts",
        [None, *found],
        format_func=added_posts.role_said,
        key=f"{key}_role",
        help="With a role its published cost stands for an added post; the number typed for it is left aside",
    )
    plain_table(post_costs.table(found), "What a post costs a year, by role", cards=True)
    return role


def _is_given(key: str, question: Question, answers: Mapping[str, Assumption]) -> bool:
    """Whether there is a number, as the form stands or as it begins."""
    name = f"{key}_{question.id}"
    return st.session_state.get(name) is not None if name in st.session_state else question.id in answers


def open_at(key: str, name: str) -> None:
    """Open the group of a number the next time that the form is drawn."""
    group = next((question.group for question in QUESTIONS if question.id == name), "change")
    st.session_state[f"{key}_open"] = group


def _row(key: str, question: Question, answer: Assumption | None, start: Start | None) -> None:
    """One number: its value, a lowest and a highest where it is seldom known well, and its source."""
    filled = shown(answer, question) if answer else Field(None, None, None, "")
    empty = f" Empty: {question.empty}." if question.empty else ""
    told = f"Plausible: {question.bounds}.{empty}"
    places = st.columns([2, 1, 1], vertical_alignment="bottom") if question.id in RANGED else [st.container()]
    label = f"{question.title}, {unit_said(question)}"
    _number(places[0], label, filled.value, f"{key}_{question.id}", told)
    if question.id in RANGED:
        _number(places[1], "Lowest", filled.low, f"{key}_{question.id}_low", f"{label}: the lowest it may be")
        _number(
            places[2], "Highest", filled.high, f"{key}_{question.id}_high", f"{label}: the highest it may be"
        )
    known = is_known(answer)
    if known or (start is not None and start.why and answer is None):
        st.html(f'<p class="ppu-sub">{escape(filled.source if known else start.why if start else "")}</p>')
    st.text_input(
        f"Source of: {question.title}",
        "" if known else filled.source,
        key=f"{key}_{question.id}_source",
        label_visibility="collapsed",
        placeholder=ANOTHER if known else SOURCE,
        max_chars=LONGEST_SOURCE,
    )


def _number(
    place: st.delta_generator.DeltaGenerator, label: str, value: float | None, key: str, told: str
) -> None:
    place.number_input(
        label,
        value=None if value is None else float(value),
        key=key,
        help=told,
        format="%g",
        placeholder="not given",
        step=None,
    )


def _left(key: str, question: Question) -> Field:
    at = st.session_state.get
    ends = (f"{key}_{question.id}{end}" for end in ("", "_low", "_high"))
    value, low, high = (at(name) for name in ends)
    return Field(value, low, high, str(at(f"{key}_{question.id}_source", "") or ""))


def _intakes(key: str, begun: Inputs | None) -> tuple[tuple[float | None, float | None], ...]:
    """Up to three intakes: the month they are advertised for, and how many people."""
    st.html(
        '<p class="ppu-sub">People to be advertised for, in up to three months from now (1 is the next).</p>'
    )
    given = begun.intakes if begun else ()
    found = []
    for n in range(INTAKES):
        month, people = st.columns(2)
        old = given[n] if n < len(given) else None
        found.append(
            (
                month.number_input(
                    f"Intake {n + 1}, month", value=float(old.month) if old else None, key=f"{key}_month{n}",
                    format="%g", placeholder="none", help="Between 1 and the months looked ahead",
                ),
                people.number_input(
                    f"Intake {n + 1}, people", value=float(old.number) if old else None,
                    key=f"{key}_people{n}", format="%g", placeholder="none", help="Between 1 and 500 people",
                ),
            )
        )  # fmt: skip
    return tuple(found)
