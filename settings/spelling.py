"""Whether two ways of writing a name differ by a slip of the hand alone, or may mean the same at all."""

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

SHORTEST_WITH_A_SLIP = 4
LONG = 8
CLOSELY_SPELT = 75.0
# Of two names that share no more than these nobody would say that they are alike.
SAYS_NOTHING = frozenset(
    ("other", "others", "all", "any", "not", "the", "and", "for", "with", "from",
     "offence", "offences", "crime", "crimes", "case", "cases", "type", "date")
)  # fmt: skip


def only_misspelt(said: str, name: str) -> bool:
    """Whether each word of plain ``said`` is the word of ``name`` in its place, or one slip from it.

    North is not South and Team A not Team B, however alike the whole line is: a word of three letters or
    fewer must be the same, a longer one begin with the same letter and differ by one slip (two from eight
    letters on). Hyphens, "&" and where a word is split do not count.
    """
    one, other = _words(said), _words(name)
    if "".join(one) == "".join(other):
        return True
    return len(one) == len(other) and all(_one_slip(a, b) for a, b in zip(one, other, strict=True))


def is_worth_proposing(said: str, name: str) -> bool:
    """Whether ``name`` may be proposed for plain ``said``: they share a word, or are spelt closely.

    Letters that two names happen to have in common are no likeness: "theft" is not "the force".
    """
    one, other = _words(said), _words(name)
    if fuzz.ratio("".join(one), "".join(other)) >= CLOSELY_SPELT:
        return True
    return any(_same_word(a, b) for a in _telling(one) for b in _telling(other))


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if len(word) > 1 and word not in SAYS_NOTHING]


def _same_word(said: str, word: str) -> bool:
    """The same, a slip apart, or one the beginning of the other ("invest", "investigation")."""
    shortest = min(len(said), len(word))
    starts = shortest >= SHORTEST_WITH_A_SLIP and (said.startswith(word) or word.startswith(said))
    return starts or _one_slip(said, word)


def _words(text: str) -> list[str]:
    kept = "".join(c if c.isalnum() else " " for c in text.replace("&", " and "))
    return kept.split()


def _one_slip(said: str, word: str) -> bool:
    if said == word:
        return True
    shortest = min(len(said), len(word))
    if shortest < SHORTEST_WITH_A_SLIP or said[0] != word[0]:
        return False
    return OSA.distance(said, word) <= (2 if shortest >= LONG else 1)
