"""A process that has imported everything, and forks others that do what they are told and can be killed.

python driver.py [few]    then a line of JSON in for attempts made at once, and one out

In:  a list of {"store": a folder, "keys": a folder, "do": "load", "asked": {...},
      "fault": a named point, or "", "strike": null, or [step, seconds]}
Out: a list of {"code": exit code, or minus the signal; "said": what it said was done;
      "steps": seconds until each; "took": seconds}

The forked process opens the store as any other that starts does. With `few`, figures are made of three
measures, and none as first reported: a kill knows nothing of measures.
"""

import json
import os
import select
import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import metrics.engine
from etl.difference.compare import compare
from etl.holding.release import release
from etl.loading import worker
from etl.loading.decisions import Accepts, Decisions, Holds
from etl.loading.load import load
from etl.loading.undo import undo
from etl.publishing import first_reported
from etl.publishing.build import made_with
from etl.publishing.rebuild import rebuild
from etl.words.change_match import change
from metrics.catalogue import METRICS
from settings.model import Alias
from store import last_load, matches, open_store

FEW = ("pressure/open", "pressure/unallocated", "trust/rows_held_back")
HEADINGS = "Month end,Unit,Work type,Open,Unallocated,New,Closed\n"


def of_file(asked):
    """The one file of an attempt, and what is decided about it."""
    rows = "".join(f"{asked['month']},{unit},{work},{cases},1,2,3\n" for unit, work, cases in asked["rows"])
    words = tuple(Alias(list_name="units", text=text, code=code) for text, code in asked["words"].items())
    decided = Decisions((Accepts("Checked"),), (Holds("Counted again"),), words)
    return [(asked["name"], (HEADINGS + rows).encode())], decided


def dashboard(store, asked, tell):
    """What the upload page does when files are accepted; then it stands there until it is killed."""
    os.setpgid(0, 0)  # everything that was started with it dies with it, but the worker
    files, decided = of_file(asked)
    job = worker.start(store, files, "S Patel", decided.plain())
    last_load.remember(store, job, tuple(name for name, _ in files), "S Patel", ())
    tell("begun")
    time.sleep(600)


def loads(store, asked, tell):
    files, decided = of_file(asked)
    made = load(store, files, "me", decided, tell=tell)
    assert made.loads, [*made.said, *(why for each in made.refused for why in each.why)]
    return list(made.said)


def compares(store, asked, tell):
    files, decided = of_file(asked)
    assert compare(store, files, decided, tell=tell).files


def matched(store, asked, tell):
    match = next(each for each in matches.remembered(store) if each.text == asked["text"])
    change(store, match, asked["code"], "me", tell)


DO = {
    "dashboard": dashboard,
    "load": loads,
    "compare": compares,
    "match": matched,
    "undo": lambda store, asked, tell: undo(store, asked["load_id"], "me", tell),
    "rebuild": lambda store, asked, tell: rebuild(store, "me", tell),
    "release": lambda store, asked, tell: release(
        store, tuple(asked["row"]), {"open": str(asked["open"])}, "Counted", "me", tell
    ),
}


def child(order, out):
    """Do one thing and say so, each as a line on the pipe."""

    def say(kind, what):
        os.write(out, f"{json.dumps([kind, what])}\n".encode())

    os.environ |= {"PPU_FAULT": order["fault"], "PPU_KEY_DIR": order["keys"]}
    made = DO[order["do"]](open_store(order["store"]), order["asked"], lambda step, *_: say("step", step))
    say("done", made if isinstance(made, list) else order["do"])


def forked(order, out):
    code = 1
    try:
        child(order, out)
        code = 0
    except BaseException as reason:
        print(f"{order['do']}: {type(reason).__name__}: {reason}", file=sys.stderr, flush=True)
    finally:
        os._exit(code)


def begin(order):
    """Fork; gives the process, the pipe on which it speaks, and when it began."""
    into, out = os.pipe()
    began = time.monotonic()
    pid = os.fork()
    if pid == 0:
        forked(order, out)
    os.close(out)
    return pid, into, began


def end(order, pid, into, began):
    """Strike at the moment that is asked for, and say what became of it."""
    told = watched(pid, into, order["strike"], began)
    os.close(into)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    said = [what for _, kind, what in told if kind == "done"]
    steps = {what: at - began for at, kind, what in told if kind == "step"}
    return {"code": code, "said": said, "steps": steps, "took": time.monotonic() - began}


def watched(pid, into, strike, began):
    """What the process says, line by line, until it ends; kills it some seconds after a step of its own."""
    at = began + strike[1] if strike and strike[0] == "" else None
    told, rest = [], b""
    while True:
        wait = None if at is None else max(at - time.monotonic(), 0)
        if not select.select([into], [], [], wait)[0]:
            os.killpg(pid, signal.SIGKILL) if strike[0] == "begun" else os.kill(pid, signal.SIGKILL)
            at = None
            continue
        read = os.read(into, 65536)
        if not read:
            return told
        *lines, rest = (rest + read).split(b"\n")
        for line in lines:
            told.append((time.monotonic(), *json.loads(line)))
            if strike and told[-1][1:] == ("step", strike[0]):
                at = time.monotonic() + strike[1]


def main(*how):
    made_with()  # read once here, and not by every fork
    if "few" in how:
        every, few = metrics.engine.build, [METRICS[name] for name in FEW]
        metrics.engine.build = lambda con, months, forces: every(con, months, forces, few)
        first_reported.fill = lambda *of: None
    print("ready", flush=True)
    for line in sys.stdin:
        orders = json.loads(line)
        begun = [begin(order) for order in orders]  # all at once
        done = [end(order, *each) for order, each in zip(orders, begun, strict=True)]
        print(json.dumps(done), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
