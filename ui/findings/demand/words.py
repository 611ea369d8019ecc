"""Demand beside people and money, in sentences."""

from ui.findings.demand.model import DEMAND, MONEY, PEOPLE, Share, Shares
from ui.parts.wording import join, month_name, plural

OF = {DEMAND: "of recorded crime", PEOPLE: "of the people in post", MONEY: "of the budget"}
REFERENCE = (
    "For reference only: domestic abuse and sexual violence were “almost a fifth (17%)” of the work of the "
    "Metropolitan Police, says the Domestic Abuse Commissioner in her response to Baroness Casey's review "
    "(2023). What was counted, out of what and when is not printed there, so it is no line, target or "
    "comparison here."
)
NOT_HOURS = (
    "A crime is not an hour of work: kinds of case take different hours, and referrals, "
    "registered offenders and disclosures are no crimes. How many people the work needs is on People needed."
)
MISSING = {
    "demand": "Demand: what was recorded each month, of the whole force and of the units.",
    "budget": "Finance: the budgets of the force and the units, and what a post costs.",
    "rest": "Establishment of the rest of the force, with In post: it is what the units are set beside.",
}


def percent(share: Share) -> str:
    """A share as printed, or the words in its place."""
    return f"{share.value:.1%}" if share.value is not None else share.said


def headline(shares: Shares) -> str:
    """What the units take of demand and have of people and money; what cannot be said where that is so."""
    some = [(name, each) for name, each in shares.whole.shares if each.known]
    if not shares.whole.demand.known:
        some = [(name, each) for name, each in shares.every.shares if each.known]
        if not some:
            return "What share of demand, people and money public protection has is not known yet"
        have = join(f"{percent(each)} {OF[name]}" for name, each in some)
        return f"Public protection has {have}; its share of demand is not known"
    have = [f"{percent(each)} {OF[name]}" for name, each in some[1:]]
    units = plural(shares.counted, "unit takes", "units take")
    told = f"{units} {percent(shares.whole.demand)} {OF[DEMAND]}"
    if not have:
        return f"{told}; their share of people and money is not known"
    return f"{told} and {'has' if shares.counted == 1 else 'have'} {join(have)}"


def beside(shares: Shares) -> str:
    """Which of the shares are larger than the share of demand, and by how much."""
    demand = shares.whole.demand
    if demand.value is None:
        return ""
    said = []
    for name, share in shares.whole.shares[1:]:
        if share.value is not None:
            gap = (share.value - demand.value) * 100
            which = (
                "the same as"
                if abs(gap) < 0.05
                else f"{abs(gap):.1f} points {'above' if gap > 0 else 'below'}"
            )
            said.append(f"{OF[name][3:]} is {which} their share of recorded crime")
    return f"The units' share of {' and their share of '.join(said)}. {NOT_HOURS}" if said else NOT_HOURS


def not_counted(shares: Shares) -> str:
    """Units without recorded crimes, which stand in no share of demand."""
    left = shares.units - shares.counted
    if not left or not shares.counted:
        return ""
    return (
        f"{plural(left, 'unit')} of {shares.units} {'has' if left == 1 else 'have'} no recorded crimes, so "
        f"people and money beside demand are those of the other {shares.counted}. All {shares.units} have "
        f"{percent(shares.every.people)} of the people in post"
        + (f" and {percent(shares.every.money)} of the budget." if shares.every.money.known else ".")
    )


def people_basis(shares: Shares) -> str:
    """Which people are counted, and whether deployable people can be."""
    if shares.deployable.known:
        return (
            f"People are FTE in post, of all roles. Of deployable FTE in roles that carry work all units in "
            f"view have {percent(shares.deployable)}."
        )
    return (
        "People are FTE in post, of all roles. A share of deployable people is not given: it is known only "
        "where every unit has sent People or Unavailable, and the rest of the force its Unavailable."
    )


def rule_changed(shares: Shares) -> str:
    """Where the counting rule changed, and that nothing is compared over it."""
    if not shares.breaks:
        return ""
    when = join(f"{month_name(day)} ({rule})" for day, rule in shares.breaks)
    return (
        f"The counting rule is another from {when}. Shares before and after are not compared: the line "
        "breaks there, and no twelve months are counted over it."
    )


def still_needed(shares: Shares) -> tuple[str, ...]:
    """What has to be sent before the rest can be said."""
    gone = [name for name in ("demand", "budget") if name not in shares.sent]
    if not shares.every.people.known and not shares.every.people.said.startswith("fewer"):
        gone.append("rest")
    return tuple(MISSING[name] for name in gone)
