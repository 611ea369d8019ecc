"""How many people the work needs, in words: the answer, how sure it is, and what it hangs on."""

from typing import Literal

from analysis.gap import GapResult, Influence
from analysis.gap.simulate import ALLOWANCE, CASES, HOURS, OTHER, TIME
from ui.findings.need.fte_range import Said, near, said_of
from ui.findings.need.likelihood import chance
from ui.parts.wording import fte, number

LEAST_SHARE = 0.01
# Half the simulated years lie under it. It is not the likeliest value: most ranges reach further up.
THE_MIDDLE = "the middle of the simulated range"
NOT_KNOWN = "How many people the work needs is not known yet"
Verdict = Literal["short", "no gap shown", "enough", "not known"]
KIND_TITLES = {
    CASES: "Counts of new cases, all together, make",
    HOURS: "Hours for a case, all together, make",
    TIME: "Hours of a working year make",
    ALLOWANCE: "Hours that go to no case make",
    OTHER: "Other tasks make",
}


def verdict(result: GapResult) -> Verdict:
    """Whether there are too few deployable people, as the range is said: with 0 in it no gap is shown."""
    if result.operating_gap is None or result.required is None:
        return "not known"
    gap = said_of(result.operating_gap, result.required)
    if gap.low <= 0 <= gap.high:
        return "no gap shown"
    return "short" if gap.low > 0 else "enough"


def headline(result: GapResult | None) -> str:
    """The answer, or that the data do not show a gap."""
    if result is None or result.required is None:
        return NOT_KNOWN
    need = said_of(result.required, result.required)
    if verdict(result) == "no gap shown":
        return f"The data do not show a gap: the work needs {need.from_to} FTE"
    likely = "" if need.low == need.high else f", about {need.words(need.middle)} in {THE_MIDDLE}"
    return f"The work needs {need.between}{likely}"


def beside_people(result: GapResult) -> str:
    """The need beside the people who can be used: how many more, or fewer, the evidence supports."""
    gap, have = result.operating_gap, result.inputs.staff.deployable
    if gap is None or have is None or result.required is None:
        return ""
    said, beside = said_of(gap, result.required), f"Beside the {fte(have)} FTE who can be deployed"
    if verdict(result) == "no gap shown":
        return (
            f"{beside}, the need may be up to {said.words(-said.low)} FTE smaller and up to "
            f"{said.words(said.high)} FTE larger. That is no evidence of a gap, nor that there is enough."
        )
    if verdict(result) == "short":
        middle = said.words(said.middle)
        return f"{beside}, the evidence supports {said.from_to} FTE more; {middle} is {THE_MIDDLE}."
    few = Said(-said.high, -said.middle, -said.low, said.step)
    return f"{beside}, the work needs {few.from_to} FTE fewer; {few.words(few.middle)} is {THE_MIDDLE}."


def beside_posts(result: GapResult) -> str:
    """The need beside the posts that are paid for: whether the data ask for more of them."""
    gap, have = result.demand_gap, result.inputs.staff.funded
    if gap is None or have is None or result.required is None:
        return ""
    said, beside = said_of(gap, result.required), f"Beside the {fte(have)} FTE funded"
    if said.low <= 0 <= said.high:
        return (
            f"{beside}, the data do not show that more posts are needed, nor that fewer would do: from "
            f"{said.words(-said.low)} FTE fewer to {said.words(said.high)} more."
        )
    if said.low > 0:
        return f"{beside}, the work needs {said.from_to} FTE more, with every post filled and at work."
    few = Said(-said.high, -said.middle, -said.low, said.step)
    return f"{beside}, the work needs {few.from_to} FTE fewer, if every post were filled and at work."


def chances(result: GapResult) -> str:
    """The chance that more is needed than is funded and than can be deployed."""
    staff, found = result.inputs.staff, result.chance
    parts = [
        f"the {fte(people)} FTE {what} is {chance(share)}"
        for people, what, share in (
            (staff.funded, "funded", found.over_funded),
            (staff.deployable, "deployable", found.over_deployable),
        )
        if people is not None and share is not None
    ]
    if not parts:
        return ""
    return (
        f"The chance that the work needs more than {'; than '.join(parts)}. It is as good as the assumptions "
        "below."
    )


def hangs_on(result: GapResult) -> str:
    """Which number moves the answer most, where it came from, and what all of its kind make together."""
    if not result.influences or result.influences[0].share < LEAST_SHARE:
        return ""
    first, kind = result.influences[0], result.kinds[0]
    said = _source(result, first)
    source = f" ({said})" if said else ""
    return (
        f"The answer hangs mainly on {_small(name_of(result, first))}{source}: were they known, "
        f"{first.share:.0%} of the spread would go. {KIND_TITLES[kind.kind]} {kind.share:.0%} of it."
    )


def _small(title: str) -> str:
    return title[:1].lower() + title[1:]


def middle_case(result: GapResult) -> str:
    """Why the middle case is not the middle of the runs, where it is not as printed."""
    if result.middle is None or result.required is None:
        return ""
    need = said_of(result.required, result.required)
    alone = near(result.middle.required, need.step)
    if alone == need.middle:
        return ""
    way = "further up than down" if alone < need.middle else "further down than up"
    return (
        f"The middle case takes every number at its middle, so that anybody can reckon it again: about "
        f"{number(alone, 0 if alone.is_integer() else 1)} FTE. The middle of the simulated years is "
        f"{need.words(need.middle)}, since the ranges reach {way}."
    )


def _source(result: GapResult, found: Influence) -> str:
    if found.kind == CASES:
        return "the returns"
    wanted = f"hours: {found.name}" if found.kind == HOURS else found.name
    return next((each.source for each in result.inputs.assumptions if each.id == wanted), "")


def name_of(result: GapResult, found: Influence) -> str:
    """What a number is called: `Hours for a case of rape`."""
    if found.kind == CASES:
        return f"New cases of {found.name}"
    wanted = f"hours: {found.name}" if found.kind == HOURS else found.name
    return next((each.title for each in result.inputs.assumptions if each.id == wanted), found.name)
