from smartlint.rule import ProblemRule


class UnreadableFile(ProblemRule):
    """A file cannot be read at all.

    ## What it finds
    A file that is missing, that may not be opened, that is no file, that is too large (`max-file-size`), or that is
    not text in UTF-8: saved in another encoding, a picture, a Word or Excel document. It is always on: nothing
    switches it off and no suppression hides it.

    ## Why it matters
    A file that is left out in silence looks like a file without faults. A file named on the command line that cannot
    be read ends the run with exit status 2, however good the others are.

    ## Example
    ```text
    $ smartlint check plan.docx
    plan.docx:1:1: error SYN009 unreadable-file: this is no text file
    ```

    ## Use instead
    ```text
    Open the file where it was written and save it as text in UTF-8:
    in Notepad under Save as, Encoding; in Word under Save as, Plain text.
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
        "not-a-file": "this is no ordinary file",
        "missing": "this file does not exist",
        "permission": "you are not allowed to read this file",
        "unreadable": "this file cannot be read: {reason}",
    }
    helps = {
        "utf-16": "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)",
        "utf-32": "save it as UTF-8",
        "binary": "save the goals as plain text; Word and Excel files must be exported first",
        "encoding": "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)",
        "too-large": "split it into several files, or raise `max-file-size`",
        "not-a-file": "name a file or a folder",
        "missing": "check the spelling of its name",
        "permission": "ask its owner to let you read it",
    }
