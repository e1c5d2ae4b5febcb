from smartlint.rule import ProblemRule


class UnreadableFile(ProblemRule):
    """A file cannot be read at all.

    ## What it finds
    A file that is missing, that may not be opened, that is no file, that a link out of the project leads to, that is too
    large or has too many lines, or that is not text in UTF-8: saved in another encoding, a picture, a document of Word or
    Excel before 2007. Documents as Word and Excel save them now (`.docx`, `.xlsx`) are read, unless they are damaged or
    locked by a password. Of a YAML, JSON or TOML file that cannot be read, the place is shown. It is always on: nothing
    switches it off and no suppression hides it.

    ## Why it matters
    A file that is left out in silence looks like a file without faults. A file named on the command line that cannot
    be read ends the run with exit status 2, however good the others are.

    ## Example
    ```text
    $ smartlint check plan.doc
    plan.doc:1:1: error SYN009 unreadable-file: this is a file of Word, Excel or PowerPoint before 2007
    ```

    ## Use instead
    ```text
    Open the file where it was written and save it anew: a text as UTF-8, in Notepad under Save as, Encoding;
    an old document as Word document (.docx) or Excel workbook (.xlsx).
    ```

    ## Sources
    UTF-8 is the encoding that all current editors read and write; a guess at another one turns names and `ø`, `å`, `ä`
    into other letters without anybody noticing.
    """

    code = "SYN009"
    name = "unreadable-file"
    title = "A file that cannot be read"
    level = "error"
    profiles = ("smart", "sales", "marketing", "okr", "effect")
    kind = "unreadable-file"
    always = True
    messages = {
        "utf-16": "this file is saved as UTF-16 and cannot be read",
        "utf-32": "this file is saved as UTF-32 and cannot be read",
        "binary": "this is no text file: byte {at} is zero",
        "encoding": "this file is not saved as UTF-8: byte {at} cannot be read",
        "too-large": "this file is {size} MB; files over {limit} MB are not read",
        "too-long": "this file has more than {limit} lines, which are not read",
        "not-a-file": "this is no ordinary file",
        "outside": "this is a link out of the project, which is not followed",
        "format": "this file is not valid {format}: {reason}",
        "package": "to read {format}, smartlint needs the Python package `{package}`",
        "missing": "this file does not exist",
        "permission": "you are not allowed to read this file",
        "unreadable": "this file cannot be read: {reason}",
        "old-office": "this is a file of Word, Excel or PowerPoint before 2007, which cannot be read",
        "locked": "this file is locked by a password and cannot be read",
        "other-format": "this file is no text but {format}, which cannot be read",
        "no-package": "this Office file is damaged, or something else under its name",
        "broken-package": "this Office file is damaged, or something else under its name ({reason})",
        "other-package": "this file is not the kind of document that its name says",
        "unpacked": "unpacked, this file has more than {limit} MB, which are not read",
        "pieces": "this file has more than {limit} cells and other pieces, which are not read",
    }
    helps = {
        "utf-16": "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)",
        "utf-32": "save it as UTF-8",
        "binary": "save the goals as plain text, as CSV, or as a Word document (.docx) or Excel workbook (.xlsx)",
        "encoding": "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)",
        "too-large": "split it into several files",
        "too-long": "split it into several files",
        "not-a-file": "name a file or a folder",
        "outside": "name the file that it leads to, or put a copy here",
        "format": "mend this place: nothing in the file is checked before it can be read",
        "package": "install it: `pip install smartlint[{extra}]`",
        "missing": "check the spelling of its name",
        "permission": "ask its owner to let you read it",
        "old-office": "open it and save it as .docx or .xlsx",
        "locked": "save a copy without a password",
        "other-format": "save or export it as .docx, .xlsx, .csv or plain text",
        "no-package": "open it in Word or Excel and save it anew",
        "broken-package": "open it in Word or Excel and save it anew",
        "other-package": "give it the ending that it should have: .docx for Word, .xlsx for Excel",
        "unpacked": "split it into several files, or remove what is no text, such as far-off empty cells",
        "pieces": "split it into several files, or delete the empty rows and columns that have a format",
    }
