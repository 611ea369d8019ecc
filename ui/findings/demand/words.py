"""Demand beside people and money, in sentences."""

from ui.findings.demand.model import DEMAND, DEPLOYABLE, MONEY, PEOPLE, RULES_DRAWN, Group, Share, Shares
from ui.parts.wording import join, month_name, plural

OF = {
    DEMAND: "of recorded crime",
    PEOPLE: "of the people in post",
    DEPLOYABLE: "of the deployable people",
    MONEY: "of the budget",
}
PP = "Public protection"
TOLD = (PEOPLE, MONEY)  # beside demand in the headline
REFERENCE = (
    "For reference only: domestic abuse and sexual violence were “almost a fifth (17%)” of the work of the "
    "Metropolitan Police, says the Domestic Abuse Commissioner for England and Wales in her response to the "
    "Baroness Casey Review (March 2023). No public address that prints the 17% has been found; her statement "
    "of that month is at https://domesticabusecommissioner.uk/the-time-for-lip-service-is-over-says-domestic-abuse-"
    "commissioner/. What was counted, out of what and when is not printed, so it is no line, target or "
    "comparison here."
)
NOT_HOURS = (
    "A crime is not an hour of work: kinds of case take different hours, and referrals, "
    "registered offenders and disclosures are no crimes. How many people the work needs is on People needed."
)
MISSING = {
    "demand": "Demand: what was recorded each month, of the whole force and of the units.",
    "all crime": "Demand: all recorded crime of the whole force. The counts that came have nothing to be a "
    "share of.",
    "budget": "Finance: the budgets of the force and the units for the year, and what a post costs.",
    "force budget": "Finance: the budget of the whole force for the year. Those of the units have come.",
    "unit budgets": "Finance: the budgets of the units in view for the year. That of the force has come.",
    "same kind": "Finance: budgets of force and units that include the same, pay only or all spending.",
    "rest": "Establishment of the rest of the force, with In post: it is what the units are set beside.",
}
FIRST_OF = (("demand", "all crime"), ("budget", "force budget", "unit budgets", "same kind"))
NO_ROLE = (
    "There is no role for response and neighbourhood officers, so of the rest of the force only people sent "
    "under roles that carry public-protection work are counted."
)
BY_UNIT = (
    "People and money are told by unit: one person may carry several kinds of work, and no return splits "
    "them."
)


def percent(share: Share) -> str:
    """A share as printed, or the words in its place."""
    if share.value is None:
        return share.said
    return f"{'at most ' if share.at_most else ''}{share.value:.1%}"


def headline(shares: Shares) -> str:
    """What the units take of demand and have of people and money; what cannot be said where that is so."""
    if not shares.whole.demand.known:
        return _without_demand(shares)
    one = shares.counted == 1
    when = f" (of {month_name(shares.demand_month)})" if shares.waits else ""
    who = f"{shares.whole.name} takes" if one else plural(shares.counted, "unit takes", "units take")
    told = f"{who} {percent(shares.whole.demand)} {OF[DEMAND]}{when}"
    have = _have(shares.whole)
    if not have:
        return f"{told}; {'its' if one else 'their'} share of people and money is not known"
    return f"{told} and {'has' if one else 'have'} {have}"


def _have(group: Group) -> str:
    return join(f"{percent(each)} {OF[name]}" for name, each in group.shares if name in TOLD and each.known)


def _without_demand(shares: Shares) -> str:
    have = _have(shares.every)
    several = shares.name.startswith("These ")
    if not have:
        who = shares.name[0].lower() + shares.name[1:] if several or shares.name == PP else shares.name
        return f"What share of demand, people and money {who} {'have' if several else 'has'} is not known yet"
    verb, whose = ("have", "their") if several else ("has", "its")
    return f"{shares.name} {verb} {have}; {whose} share of demand is not known"


def beside(shares: Shares) -> str:
    """That crimes are not hours, then which shares are larger than that of demand, and by how much."""
    demand = shares.whole.demand
    if demand.value is None:
        return ""
    said = [
        f"{OF[name][3:]} is {_apart(share.value - demand.value, demand.at_most)} {_whose(shares)} share of "
        "recorded crime"
        for name, share in shares.whole.shares[1:]
        if share.value is not None
    ]
    whose = _whose(shares)
    return (
        f"{NOT_HOURS} {whose.capitalize()} share of {f' and {whose} share of '.join(said)}."
        if said
        else NOT_HOURS
    )


def _whose(shares: Shares) -> str:
    return "its" if shares.counted == 1 else "their"


def _apart(gap: float, at_most: bool) -> str:
    """Points above or below demand; where demand is at most what is printed, at least so far up."""
    points = gap * 100
    if abs(points) < 0.05:
        return "the same as"
    bound = ("at least " if points > 0 else "at most ") if at_most else ""
    return f"{bound}{abs(points):.1f} points {'above' if points > 0 else 'below'}"


def at_most(shares: Shares) -> str:
    """Why demand is printed as the most it can be."""
    if not shares.whole.demand.known or not shares.whole.demand.at_most:
        return ""
    return (
        "Demand is at most what is printed: a crime of two kinds is counted in each. A unit that also sends "
        "its own all recorded crime has each crime counted once."
    )


def not_counted(shares: Shares) -> str:
    """Units without recorded crimes, which stand in no share of demand, and why they have none."""
    left = shares.units - shares.counted
    if not left or not shares.counted:
        return ""
    none = left - shares.in_part
    said = []
    if none:
        said.append(f"{plural(none, 'unit')} of {shares.units} {_has(none)} sent no recorded crimes")
    if shares.in_part:
        said.append(
            f"{plural(shares.in_part, 'unit')} {_has(shares.in_part)} not sent each kind in each month by "
            "the rule of the whole force"
        )
    people, money = shares.every.people, shares.every.money
    every = f" All {shares.units} have {_have(shares.every)}." if people.known or money.known else ""
    other = shares.whole.name if shares.counted == 1 else f"the other {shares.counted}"
    beside = f"so people and money beside demand are those of {other}."
    return f"{join(said)}, {beside}{every}"


def _has(count: int) -> str:
    return "has" if count == 1 else "have"


def people_basis(shares: Shares) -> str:
    """Which people are counted, and whether deployable people can be."""
    basis = "People are FTE in post, of all roles."
    share = shares.every.deployable
    if share.known:
        return f"{basis} Of deployable FTE in such roles all units in view have {percent(share)}. {NO_ROLE}"
    if share.hidden:
        return f"{basis} A share of deployable people is not shown: {share.said}."
    return (
        f"{basis} A share of deployable people is not given: it is known only where every unit has sent "
        "People or Unavailable, and the rest of the force its Unavailable."
    )


def rule_changed(shares: Shares) -> str:
    """Where the counting rule changed, that nothing is compared over it, and which rules are not drawn."""
    if not shares.breaks or not any(month.demand.known for month in shares.months):
        return ""
    when = join(f"{month_name(day)} ({rule})" for day, rule in shares.breaks)
    older = shares.rules[:-RULES_DRAWN]
    left = f" Months counted by {join(older)} are not drawn." if older else ""
    return (
        f"The counting rule is another from {when}. Shares before and after are not compared: the line "
        f"breaks there, and no twelve months are counted over it.{left}"
    )


def still_needed(shares: Shares) -> tuple[str, ...]:
    """What has to be sent before the rest can be said."""
    gone = [next((n for n in names if n not in shares.sent), "") for names in FIRST_OF]
    people = shares.every.people
    if not people.known and not people.hidden:
        gone.append("rest")
    waits = f"Demand of {month_name(shares.month)}: that of {month_name(shares.demand_month)} is told."
    return (*([waits] if shares.waits else []), *(MISSING[name] for name in gone if name))
