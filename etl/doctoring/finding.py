"""What the doctor can find: a stable code, what it means, and the way to mend it."""

from __future__ import annotations

from dataclasses import dataclass

RESTORE = "`python -m etl restore BACKUP --replace`, then send again the loads that it names"
PUT_BACK = "`python -m etl restore BACKUP --damaged`"
REBUILD = "`python -m etl rebuild`"
KEY_BACK = "Put the file back from where the key is kept; docs/how-to/back-up-and-restore.md says how."
CLOSED = "Rows about people of its months were deleted."
AFTER_IT = (
    f"{PUT_BACK}, from a backup made after that. Without one these rows are lost: "
    "`python -m etl undo {of}` takes the load out, so that figures can be made again. Those of the months "
    "whose rows were deleted stay; send the returns of later months again."
)
NEXT_START = "Nothing to do: the next command or start that nobody else writes beside removes it."


@dataclass(frozen=True)
class Kind:
    """A thing that can be found. `wrong` is False where it is only told of: nothing rests on it."""

    says: str
    mend: str
    wrong: bool = True


@dataclass(frozen=True)
class Finding:
    """One thing found: what (a code of KINDS), where, and both sentences filled in."""

    code: str
    where: str
    says: str
    mend: str
    wrong: bool


def found(code: str, where: str, **named: object) -> Finding:
    """A finding of this kind at this place; `named` fills in its sentences."""
    kind = KINDS[code]
    return Finding(code, where, kind.says.format(**named), kind.mend.format(**named), kind.wrong)


KINDS: dict[str, Kind] = {
    # The control database
    "control_gone": Kind("The control database is not there. It says which loads hold.", RESTORE),
    "control_damaged": Kind("The control database is damaged: {detail}.", RESTORE),
    "control_changed": Kind(
        "The control database does not say what it said when the dashboard last wrote to it: the disk or "
        "another program changed it.", RESTORE),
    "control_not_sealed": Kind(
        "The control database was last written before changes to it could be told.",
        "Nothing to do: the next load seals it.", wrong=False),
    "control_older": Kind("The control database was written by an earlier version of the dashboard.",
                          "`python -m etl history` brings it up to date. Then look again."),
    "control_newer": Kind("The control database was written by a newer version of the dashboard.",
                          "Use that version."),
    "audit_changed": Kind("Line {detail} of the audit is not as it was written.", RESTORE),
    "record_changed": Kind("The record does not say what the audit says of it: {detail}.", RESTORE),
    "load_without_rows": Kind("The load has no sheet on record.", RESTORE),
    "coverage_unsettled": Kind(
        "What loads speak for is not what follows from them, for {detail} unit months.", REBUILD),
    # Files
    "published_gone": Kind("The current published file is not there. The accepted rows are.", REBUILD),
    "published_damaged": Kind("The current published file does not hold the bytes that were published.",
                              REBUILD),
    "published_unreadable": Kind("The current published file cannot be read to its end.", REBUILD),
    "earlier_gone": Kind("The file of an earlier publication is not there. No figure of today rests on it.",
                         f"Nothing needs to be done. With a backup: {PUT_BACK}", wrong=False),
    "earlier_damaged": Kind("The file of an earlier publication is damaged. No figure of today rests on it.",
                            f"Nothing needs to be done. With a backup: {PUT_BACK}", wrong=False),
    "accepted_gone": Kind(
        "Accepted rows are not there: {dataset}, {month}, load {of} ({sent_as}).",
        f"{PUT_BACK}. Without a backup: `python -m etl undo {{of}}`, then load {{sent_as}} again."),
    "accepted_damaged": Kind(
        "Accepted rows are damaged: {dataset}, {month}, load {of} ({sent_as}).",
        f"{PUT_BACK}. Without a backup: `python -m etl undo {{of}}`, then load {{sent_as}} again."),
    "accepted_rows": Kind(
        "The file holds {detail} records and the record of load {of} says {rows}.", RESTORE),
    "undone_gone": Kind("Rows of load {of}, which was undone, are not there. No figure rests on them.",
                        f"Nothing needs to be done. With a backup: {PUT_BACK}", wrong=False),
    "undone_damaged": Kind("Rows of load {of}, which was undone, are damaged. No figure rests on them.",
                           f"Nothing needs to be done. With a backup: {PUT_BACK}", wrong=False),
    "emptied_gone": Kind("A file that holds no rows is not there (load {of}). No figure rests on it.",
                         f"Nothing needs to be done. With a backup: {PUT_BACK}", wrong=False),
    "emptied_damaged": Kind("A file that holds no rows is damaged (load {of}). No figure rests on it.",
                            f"Nothing needs to be done. With a backup: {PUT_BACK}", wrong=False),
    "closed_gone": Kind(
        "Accepted rows are not there: {dataset}, {month}, load {of} ({sent_as}). " + CLOSED,
        AFTER_IT),
    "closed_damaged": Kind(
        "Accepted rows are damaged: {dataset}, {month}, load {of} ({sent_as}). " + CLOSED,
        AFTER_IT),
    "figures_gone": Kind(
        "The figures kept when rows about people were deleted are not there.", f"{PUT_BACK}."),
    "figures_damaged": Kind(
        "The figures kept when rows about people were deleted are damaged.", f"{PUT_BACK}."),
    "document_gone": Kind(
        "{sent_as} of document {of}, which was handed over, is not there.",
        f"{PUT_BACK}. Without a backup: ask whoever has it; no figure rests on it."),
    "document_damaged": Kind(
        "{sent_as} of document {of} does not hold the bytes that were handed over.",
        f"{PUT_BACK}. Without a backup: ask whoever has it; no figure rests on it."),
    "left_over": Kind("A load or a comparison that was stopped left this behind.", NEXT_START, wrong=False),
    "stray_file": Kind("The dashboard did not write this and does not read it.",
                       "Look at what it is, and move it out of the store.", wrong=False),
    "restore_unfinished": Kind("A restore was stopped before it took the place of this store, which stands.",
                               "Delete this folder, or restore again.", wrong=False),
    # The key, labels and settings
    "key_gone": Kind(
        "The key of this store is not there. People in new returns cannot be matched without it.", KEY_BACK),
    "key_damaged": Kind("The key file holds no key.", KEY_BACK),
    "key_other": Kind("The key file holds another key than the one that people were keyed with.", KEY_BACK),
    "key_unknown": Kind(
        "Whether this is the right key is not known: the store was filled before that was kept.",
        "Nothing to do: from the next load on it is known.", wrong=False),
    "key_open": Kind("Others on this computer can read the key.", "chmod 600 {detail}"),
    "key_inside": Kind("The key lies inside the store, so that whoever has the one has the other.",
                       "Move it to a folder of its own, and name that in PPU_KEY_DIR."),
    "labels_damaged": Kind(
        "The references as sent cannot be read. Figures do not rest on them.",
        "`python -m etl forget-labels`: the next loads keep the references they bring. With a backup: "
        + RESTORE),
    "purge_unfinished": Kind(
        "Rows about people were deleted, and references as sent that go with them were not.",
        "The next command that nobody else writes beside deletes them. If this is said again: mend the files "
        "named here, end what uses labels.sqlite, or delete all references with "
        "`python -m etl forget-labels`."),
    "settings_unusable": Kind("The settings cannot be used. {detail}",
                              "Put right what is said, or put settings/ back from a backup."),
    "settings_changed": Kind("Settings have changed since the figures were made.", REBUILD, wrong=False),
    # The figures
    "other_version": Kind("Another version of the dashboard made the figures.",
                          "`python -m etl rebuild --if-older`", wrong=False),
    "figures_differ": Kind("Made again from the accepted rows, these tables are not as published: {detail}.",
                           REBUILD),
    "not_compared": Kind("The figures were not made again: {detail}", "Look again when that is mended.",
                         wrong=False),
    # The place
    "disk_full": Kind("The disk has {detail}.", "Make room on it."),
    "not_writable": Kind("The folder cannot be written: nothing can be loaded.",
                         "Ask for the right to write there, or use another place with --store."),
    "open_to_others": Kind("Others on this computer can read the store.", "chmod 700 {detail}", wrong=False),
}  # fmt: skip
