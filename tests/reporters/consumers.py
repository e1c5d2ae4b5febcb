"""What other people's programs make of each format: of the goals in `golden.py`, and of a fix.

    python -m tests.reporters.consumers NODE_MODULES

NODE_MODULES is where npm has installed what `.ci/reports` names. Each verdict is a line; the exit status is 1 if any is bad.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree as ET

from jsonschema.validators import validator_for

from smartlint.finding import Finding
from smartlint.reporters import FORMATS, command
from smartlint.reporters.address import in_checkout
from smartlint.reporters.visible import visible
from tests.reporters import golden
from tests.reporters.readers import read

MULTITOOL = "@microsoft/sarif-multitool-linux"
#: The kinds of things that the Multitool says which are no fault: that there is no address to read more at.
_ALLOWED = {"SARIF2005"}
_GITHUB = """
import {readFileSync} from "node:fs"
import * as core from "@actions/core"
for (const [level, message, properties] of JSON.parse(readFileSync(0))) core[level](message, properties)
"""
_AZURE = """
const {TaskCommand, commandFromString} = require("azure-pipelines-task-lib/taskcommand")
for (const [properties, message] of JSON.parse(require("fs").readFileSync(0))) {
  const line = new TaskCommand("task.logissue", properties, message).toString()
  const read = commandFromString(line)
  if (read.message !== message) throw new Error(line)
  console.log(line)
}
"""
_CHECKSTYLE = 'console.log(require("checkstyle-formatter")(JSON.parse(require("fs").readFileSync(0))))'


class Bad(Exception):
    """A consumer does not read a format, or reads something else."""


class LeftOut(Exception):
    """A consumer is not here."""


class Consumers:
    """The programs, each by its format and its own name."""

    def __init__(self, modules: Path, folder: Path) -> None:
        self._modules = modules
        self._folder = folder
        for name in FORMATS:
            self.file(name).write_bytes(golden.made(name))

    def file(self, name: str) -> Path:
        """The report in a format, with the ending that its readers ask for."""
        endings = {"sarif": "sarif", "junit": "xml", "checkstyle": "xml", "markdown": "md"}
        return self._folder / f"{name}.{endings.get(name, 'json')}"

    def run(self, *arguments: str | Path, told: Any = None) -> str:
        """What a program prints; ``told`` is given to it as JSON."""
        environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        given = None if told is None else json.dumps(told)
        done = subprocess.run(
            arguments, input=given, capture_output=True, text=True, cwd=self._folder, env=environment, check=False
        )
        if done.returncode:
            raise Bad(f"{done.stdout}{done.stderr}".strip()[-2000:])
        return done.stdout

    def module(self, name: str) -> Path:
        """Where npm has put a package."""
        if not (self._modules / name).exists():
            raise LeftOut(name)
        return self._modules / name

    def node(self, needs: str, program: str, told: Any, ending: str) -> str:
        """What a program for Node prints that needs a package."""
        self.module(needs)
        script = self._modules.parent / f"program.{ending}"
        script.write_text(program)
        return self.run("node", script, told=told)

    def shown(self) -> list[Finding]:
        """The findings in the order in which logs tell them."""
        return list(command.worst_first(golden.found(), golden.look()))

    def github_actions_core(self) -> str:
        names = {"error": "error", "warning": "warning", "info": "notice"}
        told = []
        for finding in self.shown():
            start, end = finding.place.start, finding.place.end
            where = {
                "file": visible(in_checkout(finding.place.path, golden.look().run)),
                "startLine": start.line,
                "endLine": end.line,
            }
            columns = {"startColumn": start.column, "endColumn": end.column} if start.line == end.line else {}
            title = {"title": f"{finding.rule.code} {finding.rule.name}"}
            told.append([names[finding.level], command.text(finding, golden.look()), title | where | columns])
        must_be(self.node("@actions/core", _GITHUB, told, "mjs"), self.file("github").read_text("utf-8"))
        return f"{len(told)} commands, byte for byte"

    def azure_task_lib(self) -> str:
        told = []
        for finding in self.shown():
            start = finding.place.start
            properties = {
                "type": "error" if finding.level == "error" else "warning",
                "sourcepath": visible(in_checkout(finding.place.path, golden.look().run)),
                "linenumber": start.line,
                "columnnumber": start.column,
                "code": finding.rule.code,
            }
            told.append([properties, command.text(finding, golden.look())])
        must_be(self.node("azure-pipelines-task-lib", _AZURE, told, "cjs"), self.file("azure").read_text("utf-8"))
        return f"{len(told)} commands, byte for byte"

    def checkstyle_formatter(self) -> str:
        files = []
        for path, findings in groupby(golden.found().findings, lambda finding: finding.place.path):
            messages = [
                {
                    "line": finding.place.start.line,
                    "column": finding.place.start.column,
                    "severity": finding.level,
                    "message": visible(finding.message("en")),
                    "source": f"smartlint.{finding.rule.code}",
                }
                for finding in findings
            ]
            files.append({"filename": escape(visible(path)), "messages": messages})
        theirs = ET.fromstring(self.node("checkstyle-formatter", _CHECKSTYLE, files, "cjs").encode())
        must_be(list(elements(theirs)), list(elements(ET.parse(self.file("checkstyle")).getroot())))
        return f"{len(files)} files, the same elements"

    def sarif_schema(self) -> str:
        schema = json.loads((self.module(MULTITOOL) / "sarif-2.1.0.json").read_text("utf-8-sig"))
        faults = [
            error.message for error in validator_for(schema)(schema).iter_errors(json.loads(self.file("sarif").read_bytes()))
        ]
        must_be(faults, [])
        return "valid"

    def sarif_multitool(self) -> str:
        said = self._multitool(self.file("sarif"))
        must_be(said - _ALLOWED, set())
        # what it cannot read at all it passes without a word
        log = json.loads(self.file("sarif").read_bytes())
        log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["endLine"] = 0
        log["runs"][0]["results"][0]["ruleIndex"] = 999
        broken = self._folder / "broken.sarif"
        broken.write_text(json.dumps(log))
        if not self._multitool(broken) - _ALLOWED:
            raise Bad("it takes anything")
        return f"nothing but {', '.join(said) or 'praise'}; a wrong number of a rule is found"

    def _multitool(self, log: Path) -> set[str]:
        """The kinds of things that the Multitool finds fault with."""
        program = self.module(MULTITOOL) / "Sarif.Multitool"
        program.chmod(0o755)
        out = self._folder / "multitool.sarif"
        self.run(program, "validate", log, "--rule-kind", "Sarif;Gh", "--output", out, "--log", "ForceOverwrite")
        (run,) = json.loads(out.read_text("utf-8-sig"))["runs"]
        return {result["ruleId"] for result in run.get("results", ())}

    def sarif_tools(self) -> str:
        expected = Counter(finding.level for finding in golden.found().findings)
        self.run(sys.executable, "-m", "sarif", "csv", "-o", "tools.csv", self.file("sarif"))
        with (self._folder / "tools.csv").open(encoding="utf-8-sig", newline="") as file:
            levels = Counter(row["Severity"].replace("note", "info") for row in csv.DictReader(file))
        if levels.total() < expected.total():
            raise Bad(f"{levels} are fewer than {expected}")
        for how in ("summary", "html", "codeclimate", "emacs"):
            self.run(sys.executable, "-m", "sarif", how, "-o", f"tools.{how}", self.file("sarif"))
        return f"{levels.total()} results as csv; summary, html, codeclimate and emacs written"

    def junit_junit2html(self) -> str:
        self.run(sys.executable, "-m", "junit2htmlreport", self.file("junit"), "junit.html")
        page = (self._folder / "junit.html").read_text("utf-8")
        if "<script>alert" in page or "polite" not in page:
            raise Bad("the page is not what it should be")
        return f"{page.count('POL001 polite')} mentions of failures in its page"

    def rdjson_rdformat_validator(self) -> str:
        validator = self.module("@umbrelladocs/rdformat-validator") / "bin" / "rdformat-validator.js"
        self.run("node", validator, "--strict", self.file("rdjson"))
        broken = json.loads(self.file("rdjson").read_bytes())
        del broken["diagnostics"][0]["message"]
        (self._folder / "broken.json").write_text(json.dumps(broken))
        try:
            self.run("node", validator, "--strict", "broken.json")
        except Bad:
            return "valid; one without a message is not"
        raise Bad("it takes anything")

    def json_check_jsonschema(self) -> str:
        schema = Path(golden.__file__).parents[2] / "smartlint" / "reporters" / "check.schema.json"
        self.run(sys.executable, "-m", "check_jsonschema", "--check-metaschema", schema)
        self.run(sys.executable, "-m", "check_jsonschema", "--schemafile", schema, self.file("json"))
        return "valid"

    def gitlab_codeclimate_types(self) -> str:
        self.module("codeclimate-types")
        program = self._modules.parent / "issues.ts"
        text = self.file("gitlab").read_text("utf-8")
        program.write_text(f'import type {{Issue}} from "codeclimate-types"\nexport const report: Issue[] = {text}')
        self.run(self.module("typescript") / "bin" / "tsc", "--noEmit", "--strict", "--module", "nodenext", program)
        return f"{len(read('gitlab', golden.made('gitlab')))} issues of the right type"


def elements(tree: ET.Element) -> Iterator[tuple[str, dict[str, str]]]:
    """The elements of a document but for the texts between them."""
    return ((element.tag, element.attrib) for element in tree.iter())


def must_be(theirs: object, ours: object) -> None:
    """Raises ``Bad`` with both where they differ."""
    if theirs != ours:
        raise Bad(f"expected: {ours!r}\nfound:    {theirs!r}"[:4000])


def main(modules: str) -> int:
    bad = False
    with TemporaryDirectory() as folder:
        consumers = Consumers(Path(modules).resolve(), Path(folder))
        asks: list[Callable[[], str]] = [
            getattr(consumers, name) for name in vars(Consumers) if name.partition("_")[0] in FORMATS and name != "file"
        ]
        for ask in asks:
            name, _, program = ask.__name__.partition("_")
            try:
                verdict = f"good: {ask()}"
            except LeftOut as error:
                verdict = f"left out: {error} is not here"
            except Bad as error:
                verdict = f"BAD: {error}"
                bad = True
            sys.stdout.write(f"{name} by {program.replace('_', '-')}: {verdict}\n")
            sys.stdout.flush()
    return int(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
