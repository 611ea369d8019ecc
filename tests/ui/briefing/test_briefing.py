"""The briefing: its states, what it refuses, that it shows what the pages show, and what is kept of it."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import duckdb
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import access
from exports.document import Chart, Table
from exports.plain_copy import READ_ME, plain_copy
from exports.produce import Writers
from metrics.catalogue import METRICS
from store import document_files, documents, open_store, publications
from store.lock import StoreBusy
from store.place import StoreProblem
from store.written import NotWritten
from tests.ui.made_warehouse import FORCE, Made, publish
from ui.briefing import attack, parts, preview, production
from ui.briefing.choices import Asked, paragraphs, start_of
from ui.briefing.compose import compose
from ui.briefing.figures import changes, figures_of
from ui.briefing.production import Production, to_keep
from ui.briefing.sections import scenarios
from ui.case import need
from ui.figures import publication, session, status
from ui.page import open_page

DASHBOARD = Path(__file__).parents[3] / "dashboard.py"
SEPTEMBER = date(2026, 9, 30)
SECRET = 3.7193
OUTSIDE = access.Reader("A Body", "commissioner", None, internal=False)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """One published store with a unit of few people; its file is not changed after this."""
    made = publish(tmp_path_factory.mktemp("briefing") / "store", Made(months=13))
    with duckdb.connect(str(made / "published" / "made.duckdb")) as con:
        con.execute(
            "update figure set numerator = ? where unit = 'EXP1' and metric = 'staffing/deployable_fte'",
            [SECRET],
        )
    return made


@pytest.fixture(autouse=True)
def of_store(place, monkeypatch):
    monkeypatch.setattr(status, "today", lambda: date(2026, 10, 20))
    monkeypatch.setattr(need, "DRAWS", 200)
    monkeypatch.setenv("PPU_STORE", str(place))
    st.cache_data.clear()
    st.cache_resource.clear()


def page(reader=None):
    """The briefing's page for a reader, without drawing it."""
    st.session_state["view"] = (FORCE, str(SEPTEMBER), "all")
    return open_page._gather("case/briefing", reader or access.local_user())


def asked(audience="superintendent", shape="brief", unit=None, publication=False, sections=None, **more):
    chosen = start_of(audience, shape) if sections is None else sections
    return Asked(audience, shape, unit, publication, chosen, made_by="A Maker", **more)


def said(app):
    assert not app.exception, [e.message for e in app.exception]
    html = [e.proto.body for e in app.main if e.type == "html"]
    return unescape("\n".join(part for part in html if "<style" not in part))


def opened(**address):
    app = AppTest.from_file(str(DASHBOARD), default_timeout=90)
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page("pages/case/briefing.py").run()


def test_the_page_offers_choices_refuses_words_that_point_at_a_case_and_previews_a_part():
    app = opened()
    assert "Make a brief that shows what the pages show" in said(app)
    assert "None yet." in [each.value for each in app.markdown]
    assert app.multiselect[0].value == list(start_of("superintendent", "brief"))
    app.text_area[0].set_value("Officer 44AB/123456 asks for more.")
    app.button(key="briefing_go").click()
    told = said(app.run())
    assert "reads like a reference to a case or a person" in told and "Your name is empty." in told
    assert documents.every(open_store(None), FORCE) == ()


def test_covering_sentences_for_one_reader_never_stand_in_the_document_of_another():
    app = opened(**{"for": "chief"})
    app.text_area[0].set_value("Between us: the unit is not safe.").run()
    app.selectbox(key="filter_for").set_value("body").run()
    assert app.text_area[0].value == "" and "local policing body" in app.text_area[0].label
    assert "Between us" not in said(app)
    app.selectbox(key="filter_for").set_value("chief").run()
    assert app.text_area[0].value == "Between us: the unit is not safe."


def test_an_empty_store_says_what_to_send(monkeypatch, tmp_path):
    monkeypatch.setenv("PPU_STORE", str(tmp_path / "nothing"))
    assert "No returns have been loaded yet" in said(opened())


@pytest.mark.deep
def test_a_role_that_reads_only_opens_what_is_kept_and_makes_nothing(monkeypatch):
    monkeypatch.setattr(access, "identify", lambda: OUTSIDE)
    app = opened()
    assert not app.text_area and "Documents kept" in said(app)


def test_a_document_of_one_unit_is_of_that_unit_alone_and_a_reader_reaches_only_their_own():
    made = compose(page(), asked(unit="DA1"))
    assert made.document.head.units == "Domestic abuse investigation"
    assert to_keep(made, ()).units == ("DA1",)
    own = access.Reader("M", "manager", frozenset({(FORCE, "DA1")}), internal=True)
    assert to_keep(compose(page(own), asked()), ()).units == ("DA1",)
    assert [unit.code for unit in page(own).units] == ["DA1"]


def frames(document):
    for part in document.sections:
        for block in part.blocks:
            if isinstance(block, Table):
                yield part.id, block.title, block.frame
            elif isinstance(block, Chart):
                yield part.id, block.model.title, block.model.numbers()


def test_for_a_local_policing_body_small_groups_are_hidden_and_their_numbers_are_in_no_file():
    made = compose(page(), asked("body", "pack", sections=("staffing_gap", "promises", "data_quality")))
    assert made.document.head.mode == "publication" and not made.seen.page.reader.internal
    assert attack.refusal(made.seen.page, made.measures) == ""
    cells = [cell for *_, frame in frames(made.document) for cell in frame.to_numpy().ravel()]
    assert any("fewer than 5" in str(cell) for cell in cells)
    kept = to_keep(made, made.measures).figures
    held = [row for row in kept if row["unit"] == "EXP1" and row["measure"] == "staffing/deployable_fte"]
    assert {row["said"] for row in held} == {"fewer than 5"} and not any(row["numerator"] for row in held)
    packed = zipfile.ZipFile(io.BytesIO(plain_copy(made.document, {})))
    told = "\n".join(packed.read(name).decode() for name in packed.namelist())
    at = [told[max(0, n - 80) : n + 12] for n in range(len(told)) if told.startswith(("3.719", "3.72"), n)]
    assert at == [] and "Publication: small counts" in packed.read(READ_ME).decode()


@pytest.mark.deep
def test_no_document_leads_to_a_person():
    made = compose(page(), asked("chief", "pack"))
    told = str(made.document)
    assert not [word for word in ("person_key", "training_key", "/trace", "trace?") if word in told]


def test_every_measure_of_people_in_a_full_pack_withstands_the_attack():
    of = page(OUTSIDE)
    assert attack.refusal(of, [name for name, metric in METRICS.items() if metric.counts_people]) == ""


def test_where_a_small_group_can_be_worked_out_nothing_is_written_and_the_table_is_named(monkeypatch):
    monkeypatch.setattr(publication, "hide_companions", lambda frame, *rest, **how: frame)
    st.cache_resource.clear()
    why = attack.refusal(page(OUTSIDE), ["staffing/deployable_fte"])
    assert "“Deployable” a group of under 5 people could be worked out" in why


def test_a_document_that_may_not_be_published_is_told_on_the_page_and_not_kept(monkeypatch):
    why = attack.REFUSED.format("Deployable", 5)
    monkeypatch.setattr(production, "refusal", lambda page, measures: why if list(measures) else "")
    app = opened(**{"for": "body"})
    app.text_input(key="briefing_by").set_value("A Maker")
    app.button(key="briefing_go").click().run()
    app.session_state["briefing_running"].wait(120)
    assert why in said(app.run())
    assert documents.every(open_store(None), FORCE) == ()


def test_inside_the_force_nothing_is_hidden_and_nothing_refused():
    assert attack.refusal(page(), METRICS) == ""


def produced(of, what):
    job = Production(of, what)
    job.start()
    job.wait(120)
    return job


def test_a_document_is_kept_opened_again_and_told_of_figures_that_changed_since():
    job = produced(page(), asked(sections=("staffing_gap",), covering=("For the board.",)))
    assert job.why_not == "" and job.number
    [one] = [each for each in documents.every(open_store(None), FORCE) if each.id == job.number]
    kinds = {file.name.rsplit(".", 1)[1]: file for file in one.files}
    assert set(kinds) == {"pdf", "pptx", "docx", "xlsx", "zip"}
    packed = zipfile.ZipFile(io.BytesIO(document_files.content(open_store(None), kinds["zip"])))
    assert {kinds["pdf"].name, kinds["xlsx"].name, READ_ME} <= set(packed.namelist())
    assert "OFFICIAL" in packed.read(READ_ME).decode()
    app = opened()
    assert "Its figures are those that are published now." in said(app)
    app.button(key=f"briefing_gone_{one.id}").click()
    assert "are deleted for good" in said(app.run())
    app.button(key=f"briefing_gone_no_{one.id}").click()
    assert "deleted for good" not in said(app.run())
    app.button(key=f"briefing_gone_{one.id}").click().run()
    app.button(key=f"briefing_gone_yes_{one.id}").click()
    assert "is withdrawn" in said(app.run())


def test_the_three_largest_changes_are_named_and_the_rest_counted():
    from ui.briefing.figures import told

    of = page()
    now = figures_of(of, ["staffing/funded_fte"])
    then = [dict(row) for row in now]
    for n, row in enumerate(then[:5]):
        row.update(value=row["value"] * (1.1 + n / 10), said=f"other {n}")
    head, lines = told(changes(then, now), of)
    assert head == "The figures have changed since: these 3." and lines[-1] == "And 2 more figures."
    assert "other 4 in the document" in lines[0] and "today." in lines[0]
    assert (
        changes(now, [{**row, "value": row["value"] * (1 + 1e-12), "said": "rounded"} for row in now]) == []
    )
    assert told([], of)[0] == "Its figures were compared with those of now: every one is the same."


def test_a_document_of_other_figures_says_what_has_become_of_them(place):
    from ui.briefing import kept

    of = page()
    made = compose(of, asked(sections=("training",)))
    made = to_keep(made, made.measures)
    changed = [dict(row) for row in made.figures]
    changed[0].update(value=999.0, said="999.0")
    store = open_store(None)
    number = documents.keep(store, replace(made, figures=changed), "A Maker")
    one = next(each for each in documents.every(store, FORCE) if each.id == number)
    head, lines = kept.since(of, one)
    assert head == "The figures have changed since: this one." and "999.0 in the document" in lines[0]
    assert publications.current(store).id == one.publication_id


def test_production_that_is_stopped_keeps_nothing():
    job = Production(page(), asked(sections=("promises",)))
    before = len(documents.every(open_store(None), FORCE))
    job.stop()
    job.start()
    job.wait(60)
    assert job.why_not.startswith("Stopped") and job.number is None
    assert len(documents.every(open_store(None), FORCE)) == before


def test_every_step_that_takes_time_is_told_and_stopping_in_any_of_them_keeps_nothing(monkeypatch):
    """Made up of the parts, the trial, the figures, the files and the keeping: none waits unwatched."""
    monkeypatch.setattr(production, "FORMATS", {})
    monkeypatch.setattr(production, "IN_COPY", ())
    monkeypatch.setattr(production, "writers", lambda: Writers(()))
    what = asked("body", sections=("promises", "data_quality"))
    heard = told_by(Production(page(), what))
    assert heard == [
        "Gathering: Promises kept.",
        "Gathering: Data quality.",
        "Gathering: In pictures.",
        "Trying whether a small group could be worked out from its measures.",
        "Trying its cells, and beside them the documents that were made before.",
        "Noting every figure that it shows.",
        "Putting the plain copy together.",
        "Keeping it.",
    ]
    before = len(documents.every(open_store(None), FORCE))
    for step in heard[:-1]:
        job = Production(page(), what)
        assert told_by(job, stop_at=step)[-1] == step
        assert job.why_not.startswith("Stopped") and job.number is None
    assert len(documents.every(open_store(None), FORCE)) == before


def test_a_job_asks_nothing_of_the_page_that_began_it(monkeypatch, caplog):
    """Its thread has no run of a page: what it asked would be answered for nobody, or for another view."""
    monkeypatch.setattr(production, "FORMATS", {})
    monkeypatch.setattr(production, "IN_COPY", ())
    monkeypatch.setattr(production, "writers", lambda: Writers(()))
    assert produced(page(), asked("chief", "pack", sections=("pressure",))).why_not == ""
    assert [r.getMessage() for r in caplog.records if "Thread 'Thread-" in r.getMessage()] == []


def told_by(job, stop_at=None):
    """What a job says, one sentence after the other; where asked, it is stopped in one of the steps."""
    heard, tell = [], job._tell

    def listen(said):
        tell(said)
        heard.append(said)
        if said == stop_at:
            job.stop()

    job._tell = listen
    job.start()
    job.wait(120)
    return heard


@pytest.mark.parametrize("reason", [StoreBusy("Another load is being written."), StoreProblem("Disk full.")])
def test_a_trouble_that_has_a_sentence_of_its_own_is_told_in_it(monkeypatch, reason):
    def refuse(*_):
        raise reason

    monkeypatch.setattr(production, "compose", lambda *_, **__: refuse())
    assert produced(page(), asked()).why_not == str(reason)


@pytest.mark.page_fails
def test_a_fault_that_nobody_foresaw_is_in_the_log_under_the_reference_that_the_page_gives(
    monkeypatch, caplog
):
    monkeypatch.setattr(production, "compose", lambda *_, **__: {}["nothing"])
    why = produced(page(), asked()).why_not
    [logged] = [record for record in caplog.records if record.name == "ppu.pages"]
    assert "nothing was kept" in why and logged.args[0] in why and "KeyError" in logged.exc_text


def test_of_many_documents_the_newest_stand_first_and_none_is_compared_before_it_is_asked(monkeypatch):
    from ui.briefing import kept

    of = page()
    made = to_keep(compose(of, asked(sections=("promises",))), ())
    for _ in range(kept.FIRST + 2):
        documents.keep(open_store(None), made, "A Maker")
    now = publications.current(open_store(None))
    monkeypatch.setattr(session, "publication", lambda: replace(now, id=now.id + 1))
    compared = []
    monkeypatch.setattr(kept, "since", lambda page, each: (compared.append(each.id), ("Changed.", ()))[1])
    app = opened()
    numbers = [each.id for each in documents.every(open_store(None), FORCE)]
    assert [f"{n}. Public" in said(app) for n in numbers[:7]] == [True] * 5 + [False] * 2 and compared == []
    waits = f"Publication {now.id + 1} has come since"
    assert said(app).count(waits) == 5 and "The newest month" not in said(app)
    app.button(key=f"briefing_since_{numbers[0]}_{now.id + 1}_go").click().run()
    assert compared == [numbers[0]] and "Changed." in said(app)
    assert said(app).count(waits) == 4  # nothing is called not compared beside what comparing gave
    assert f"{numbers[6]}. Public" in said(app.button(key="briefing_older").click().run())


def test_that_a_month_has_come_since_a_document_is_said():
    from ui.briefing import kept

    of = page()
    made = to_keep(compose(of, asked(sections=("promises",))), ())
    number = documents.keep(open_store(None), replace(made, month_end=date(2026, 8, 31)), "A Maker")
    one = next(each for each in documents.every(open_store(None), FORCE) if each.id == number)
    assert kept.newer_month(of, one) == "The newest month is September 2026; this document is of August 2026."
    assert kept.newer_month(of, replace(one, month_end=SEPTEMBER)) == ""


def test_covering_sentences_are_plain_short_and_name_nobody():
    assert paragraphs("One.\n\n Two\x07 words. ") == ("One.", "Two words.")
    for text in ("x" * 601, "\n".join(["a"] * 7), "Ask a.person@example.org"):
        with pytest.raises(NotWritten):
            paragraphs(text)
    with pytest.raises(NotWritten) as refused:
        paragraphs("Officer 44AB/123456 asks.\nSo does CR/20/1234 and a.person@example.org.")
    told = str(refused.value)
    assert all(word in told for word in ("“44AB/123456”", "“CR/20/1234”", "“a.person@example.org.”"))
    assert "is given the document" in told and "page" not in told and "save" not in told


def test_a_document_has_no_part_of_scenarios_where_none_is_saved_and_the_preview_says_why(monkeypatch):
    made = compose(page(), asked(sections=("scenarios", "data_quality")))
    assert [part.id for part in made.document.sections] == ["data_quality"]
    said = []
    monkeypatch.setattr(preview, "say", said.append)
    preview._part(made.seen.page, ("scenarios", "Scenarios", lambda: ()))
    assert said == [scenarios.NONE]
    step = parts._step(made.seen, "security_of_supply", (scenarios.blocks,))
    assert [block.text for block in step] == [parts.NOTHING_YET]
