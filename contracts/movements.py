"""Movements: who joined, moved or left and why. Optional: moves are otherwise found from People."""

from datetime import date

from contracts.model import Column, Dataset, Rule, SetRule
from contracts.shared_columns import as_at, fte, listed, person_ref


def _unit(name: str, title: str, meaning: str, example: str | None, *aliases: str) -> Column:
    return Column(
        name,
        title,
        "text",
        meaning,
        aliases=aliases,
        allowed_from="units",
        may_be_blank=True,
        example=example,
        sensitivity="open",
    )


COLUMNS = (
    Column(
        "date",
        "Date",
        "date",
        "The day the movement took effect.",
        aliases=("Effective date", "Leaving date", "Date of move", "Movement date"),
        example=date(2026, 9, 14),
    ),
    person_ref("The force's HR number for the person. A number, never a name."),
    listed(
        "event",
        "Event",
        "What happened.",
        "events",
        "move",
        "Movement type",
        "Movement",
        "Type of movement",
        required=True,
    ),
    _unit(
        "from_unit",
        "From unit",
        "The unit left; blank for a join.",
        "Domestic abuse investigation",
        "From",
        "From team",
        "Leaving unit",
        "Old unit",
    ),
    _unit(
        "to_unit",
        "To unit",
        "The unit joined; blank for a person who leaves the force.",
        "Child abuse investigation",
        "To",
        "To team",
        "Joining unit",
        "New unit",
    ),
    listed(
        "leaver_type",
        "Leaver type",
        "For a person who leaves the force; dismissal, medical retirement and death are together in other.",
        "leaver_types",
        None,
        "Type of leaver",
        "Leaving type",
    ),
    listed(
        "move_reason",
        "Move reason",
        "Why the person moved.",
        "move_reasons",
        "own request",
        "Reason for leaving",
        "Reason",
        "Reason for move",
    ),
    fte("fte", "FTE", "The person's FTE on the day.", 1.0, "Contracted FTE", "WTE", at_most=1.5),
    as_at(
        "Return month",
        "The month this sheet was sent for, once, above the headings. Rows count by their own date.",
    ),
)

LEAVES = {"event": "leave force", "to_unit": None, "move_reason": None}

RULES = (
    Rule(
        "movements.move_without_to_unit",
        "A move does not say where to.",
        "Give the unit joined. A person who leaves public protection goes to the unit `Rest of force`.",
        "event in ('move', 'temporary move', 'join', 'return') and to_unit is null",
        column="to_unit",
        catches={"event": "move", "to_unit": None},
        allows={"event": "leave force", "to_unit": None, "move_reason": None},
    ),
    Rule(
        "movements.move_without_from_unit",
        "A move does not say where from.",
        "Give the unit left. A person from elsewhere in the force comes from `Rest of force`.",
        "event in ('move', 'temporary move', 'leave force') and from_unit is null",
        column="from_unit",
        catches={"event": "move", "from_unit": None},
        allows={"event": "join", "from_unit": None},
    ),
    Rule(
        "movements.leave_force_with_to_unit",
        "A person who leaves the force is given a unit to go to.",
        "Clear To unit, or make the event a move.",
        "event = 'leave force' and to_unit is not null",
        column="to_unit",
        catches={**LEAVES, "to_unit": "Child abuse investigation"},
        allows=LEAVES,
    ),
    Rule(
        "movements.same_unit",
        "The unit left and the unit joined are the same.",
        "Correct one of the two. A promotion inside one unit is not a movement.",
        "from_unit = to_unit",
        column="to_unit",
        catches={"to_unit": "Domestic abuse investigation"},
        allows={},
    ),
    Rule(
        "movements.leaver_type_without_leaving",
        "A leaver type is given for a person who did not leave the force.",
        "Clear Leaver type, or make the event leave force.",
        "leaver_type is not null and event <> 'leave force'",
        column="leaver_type",
        catches={"leaver_type": "resignation"},
        allows={**LEAVES, "leaver_type": "resignation"},
    ),
    Rule(
        "movements.move_reason_when_leaving",
        "A move reason is given for a person who left the force.",
        "Give Leaver type instead.",
        "move_reason <> 'not recorded' and event = 'leave force'",
        severity="warning",
        column="move_reason",
        catches={**LEAVES, "move_reason": "own request"},
        allows={**LEAVES, "leaver_type": "retirement"},
    ),
    Rule(
        "movements.after_the_return",
        "The movement is dated after the month of the return.",
        "Send it with the return of its own month, or correct the date.",
        "date > month_end",
        column="date",
        catches={"date": date(2026, 10, 1)},
        allows={"date": date(2026, 9, 30)},
    ),
)

SET_RULES = (
    SetRule(
        "movements.repeated",
        "This person has the same event on the same day more than once.",
        "Keep one row for each person, day and event.",
        "movements_repeated.sql",
        catches=({}, {"move_reason": "posted"}),
        allows=({}, {"date": date(2026, 9, 21)}),
    ),
    SetRule(
        "movements.left_and_moved",
        "This person leaves the force and moves unit on the same day.",
        "Keep the one that happened; a leaver and a move would be counted twice.",
        "movements_left_and_moved.sql",
        column="event",
        catches=({}, LEAVES),
        allows=({}, {**LEAVES, "date": date(2026, 9, 28)}),
    ),
)

MOVEMENTS = Dataset(
    name="movements",
    title="Movements",
    workbook="attrition",
    one_row_is="one person joining, moving or leaving on one day",
    key=("date", "person_ref", "event"),
    columns=COLUMNS,
    rules=RULES,
    set_rules=SET_RULES,
    sheet_aliases=("Leavers", "Joiners and leavers", "Moves", "Starters and leavers"),
    optional=True,
)
