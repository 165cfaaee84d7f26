"""Edits a letter in a running LibreOffice as a person would; run by the Python that knows UNO, not by the tests' own.

    python3 libreoffice_editor.py PIPE LETTER.docx SAVED.docx '[["replace", "old", "new"], …]'

Edits: ["replace", old, new] words, ["delete-note", number from 0], ["reword-note", number, words], ["add-paragraph",
behind the one with these words, new words]. Saves as .docx and ends LibreOffice.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

EXPAND = True


def main(pipe: str, letter: str, saved: str, edits: str) -> None:
    desktop = connect(pipe)
    document = desktop.loadComponentFromURL(Path(letter).as_uri(), "_blank", 0, (setting(Hidden=True),))
    for kind, *more in json.loads(edits):
        EDITS[kind](document, *more)
    document.storeToURL(Path(saved).as_uri(), (setting(FilterName="MS Word 2007 XML"),))
    document.dispose()
    desktop.terminate()


def connect(pipe: str) -> Any:
    """The desktop of the LibreOffice that listens on a pipe, as soon as it does."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(600):
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except NoConnectException:
            time.sleep(0.1)
    sys.exit("LibreOffice did not answer within a minute")


def setting(**said: object) -> Any:
    made = PropertyValue()
    ((made.Name, made.Value),) = said.items()
    return made


def find(document: Any, words: str) -> Any:
    wanted = document.createSearchDescriptor()
    wanted.SearchString, wanted.SearchCaseSensitive = words, True
    return document.findFirst(wanted) or sys.exit(f"“{words}” does not stand in the letter")


def replace(document: Any, old: str, new: str) -> None:
    find(document, old).setString(new)


def delete_note(document: Any, number: int) -> None:
    document.getFootnotes().getByIndex(number).getAnchor().setString("")


def reword_note(document: Any, number: int, words: str) -> None:
    document.getFootnotes().getByIndex(number).setString(words)


def add_paragraph(document: Any, behind: str, words: str) -> None:
    cursor = document.Text.createTextCursorByRange(find(document, behind))
    cursor.gotoEndOfParagraph(not EXPAND)
    document.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, not EXPAND)
    document.Text.insertString(cursor, words, not EXPAND)


EDITS: dict[str, Callable[..., None]] = {
    "replace": replace,
    "delete-note": delete_note,
    "reword-note": reword_note,
    "add-paragraph": add_paragraph,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
