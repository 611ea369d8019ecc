"""Which sheets a figure is counted from, as the metric's own query says: nothing is written twice.

The database parses the query; tables of the engine's making (parts/) are followed to the sheets under them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from contracts import DATASETS
from metrics.model import Metric

PARTS = Path(__file__).parent / "parts"
OF_WHAT_WAS_SENT = ("sent", "covered")
"""Tables of which unit sent what: they decide whether there is a figure, and none is counted from them."""
STAFF = "staff"
"""Counted from People, or from other sheets in a unit that does not send it."""
PEOPLE, SHARE = "person_month", "reduced_share"
"""Everybody in People, beside how much work they carry, which enters only what asks for it."""
NO_SETTING = ("ref_unit",)
"""Which units there are decides whose rows are read, and is no number that enters a figure."""
PARTS_OF_A_FIGURE = ("numerator", "denominator")


@dataclass(frozen=True)
class Reads:
    """The sheets behind each part of a figure, by dataset, and the settings that enter it (ref_ tables).

    `without_people`: the sheets that count only in a unit that sends no People.
    """

    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    settings: tuple[str, ...]
    without_people: tuple[str, ...] = ()

    @property
    def datasets(self) -> tuple[str, ...]:
        """Every sheet of either part, in the order of the contracts."""
        return _in_order({*self.numerator, *self.denominator})


_FOUND: dict[str, Reads] = {}


def reads_of(con: duckdb.DuckDBPyConnection, metric: Metric) -> Reads:
    """What a metric is counted from. `con` is only asked how the query is to be read."""
    if metric.id not in _FOUND:
        _FOUND[metric.id] = _reads(con, metric.sql)
    return _FOUND[metric.id]


def _reads(con: duckdb.DuckDBPyConnection, sql: str) -> Reads:
    tables: dict[str, set[str]] = {part: set() for part in PARTS_OF_A_FIGURE}
    whole = _parsed(con, sql)
    for branch, queries in _branches(whole, {}):
        found = set(_tables(branch, queries))
        for part in PARTS_OF_A_FIGURE:
            if not _is_nought(branch, part):
                tables[part] |= found
    leaves = {part: _leaves(con, found) for part, found in tables.items()}
    every = set().union(*leaves.values()) - _share_not_asked(con, sql, set().union(*tables.values()))
    own = set().union(*(_leaves(con, found - {STAFF}, leave=STAFF) for found in tables.values()))
    return Reads(
        _in_order(leaves["numerator"]),
        _in_order(leaves["denominator"]),
        tuple(sorted(n for n in every if n.startswith("ref_") and n not in NO_SETTING)),
        _in_order(every - own - {"people"}),
    )


def _in_order(tables: set[str]) -> tuple[str, ...]:
    return tuple(name for name in DATASETS if name in tables)


def _leaves(con: duckdb.DuckDBPyConnection, tables: set[str], leave: str = "") -> set[str]:
    """The tables of a published file under these, what was sent left out; `leave` is not followed."""
    found: set[str] = set()
    for name in tables - {*OF_WHAT_WAS_SENT, leave}:
        part = PARTS / f"{name}.sql"
        found |= _leaves(con, _of_part(con, part), leave) if part.exists() else {name}
    return found


def _share_not_asked(con: duckdb.DuckDBPyConnection, sql: str, tables: set[str]) -> set[str]:
    """The settings that stand in People's table without being asked for by the query or what it reads."""
    texts = [
        sql,
        *((PARTS / f"{part}.sql").read_text("utf-8") for part in _parts(con, tables) - {PEOPLE, SHARE}),
    ]
    asked = any(re.search(r"\bshare\b", text) for text in texts)
    return set() if asked else _leaves(con, {SHARE})


def _parts(con: duckdb.DuckDBPyConnection, tables: set[str]) -> set[str]:
    """The engine's own tables under these."""
    mine = {n for n in tables - {*OF_WHAT_WAS_SENT} if (PARTS / f"{n}.sql").exists()}
    return mine.union(*(_parts(con, _of_part(con, PARTS / f"{name}.sql")) for name in mine))


def _of_part(con: duckdb.DuckDBPyConnection, path: Path) -> set[str]:
    """The tables that one of the engine's own is made from."""
    if path.stem not in _OF_PART:
        query = path.read_text(encoding="utf-8").split(" AS\n", 1)[1]
        _OF_PART[path.stem] = set(_tables(_parsed(con, query), {}))
    return _OF_PART[path.stem]


_OF_PART: dict[str, set[str]] = {}


def _parsed(con: duckdb.DuckDBPyConnection, sql: str) -> Any:
    """The query as a tree; ValueError where it is none."""
    (said,) = con.execute(_ask(), [sql]).fetchall()[0]
    tree = json.loads(said)
    if tree["error"]:
        raise ValueError(tree.get("error_message", "not a query"))
    return tree["statements"][0]["node"]


@cache
def _ask() -> str:
    return (Path(__file__).parent / "parse.sql").read_text(encoding="utf-8")


def _branches(node: Any, named: Mapping[str, Any]) -> Iterator[tuple[Any, Mapping[str, Any]]]:
    """The queries that are put one under another, each with those that are named before it."""
    named = {**named, **_named(node)}
    if node.get("type") != "SET_OPERATION_NODE":
        yield node, named
        return
    children = node.get("children") or [node["left"], node["right"]]
    for child in children:
        yield from _branches(child, named)


def _named(node: Any) -> dict[str, Any]:
    return {each["key"]: each["value"]["query"]["node"] for each in node.get("cte_map", {}).get("map", [])}


def _is_nought(branch: Any, part: str) -> bool:
    """Whether a branch gives the part as a plain 0, so that its rows count in the other part alone."""
    given = next((each for each in branch.get("select_list", []) if each.get("alias") == part), None)
    return bool(given and given["class"] == "CONSTANT" and given["value"].get("value") == 0)


def _tables(node: Any, named: Mapping[str, Any]) -> Iterator[str]:
    """The tables that a tree reads, through the queries it names."""
    if isinstance(node, list):
        for each in node:
            yield from _tables(each, named)
    elif isinstance(node, dict):
        named = {**named, **_named(node)} if "cte_map" in node else named
        if node.get("type") == "BASE_TABLE":
            name = node["table_name"]
            within = {other: tree for other, tree in named.items() if other != name}
            yield from _tables(named[name], within) if name in named else iter([name])
        for key, each in node.items():
            if key != "cte_map":
                yield from _tables(each, named)
