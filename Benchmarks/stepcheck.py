#!/usr/bin/env python3
"""Lets E check a TSTP derivation step by step.

    Benchmarks/stepcheck.py PROOF PROBLEM [ROOT]

PROOF is what `logic prove PROBLEM` printed; ROOT is the folder that holds the problem's `Axioms`. What is
checked of a step with the formula F, its parents P1, ..., Pn being earlier steps:

  file(...)          the problem's statement of that name entails F
  status(thm)        P1, ..., Pn entail F
  status(cth)        ~ P1 entails F
  status(esa)        F entails P1 (the other direction holds only up to the new symbols), and the new
                     symbols occur in no earlier step and not in the problem
  definition         the symbol occurs in no earlier step, other than definitions of it, and not in
                     the problem
  distinct_objects   E knows that distinct objects differ: F holds by itself

and that the last step is $false. Each question is a problem of its own for `eprover`.
"""

import collections
import dataclasses
import re
import subprocess
import sys
import tempfile

import statements

CPU = 10


@dataclasses.dataclass
class Line:
    """One line of a derivation."""

    kind: str
    name: str
    role: str
    formula: str
    source: str

    @property
    def sentence(self):
        return statements.closed(self.kind, self.formula)


@dataclasses.dataclass
class Result:
    """What came of a derivation's steps."""

    steps: int = 0
    counts: collections.Counter = dataclasses.field(default_factory=collections.Counter)
    faults: list = dataclasses.field(default_factory=list)


def entails(premises, conclusion):
    """Asks E; gives its status."""
    text = "".join(f"fof(p{number}, axiom, {premise}).\n" for number, premise in enumerate(premises))
    text += f"fof(c, conjecture, {conclusion}).\n"
    with tempfile.NamedTemporaryFile("w", suffix=".p") as file:
        file.write(text)
        file.flush()
        done = subprocess.run(["eprover", "--auto", "--tstp-format", "-s", f"--cpu-limit={CPU}", file.name],
                              capture_output=True, text=True)
    status = re.search(r"SZS status (\w+)", done.stdout)
    return status.group(1) if status else "Error: " + (done.stderr or done.stdout)[:200]


def lines_of(proof):
    """The lines between the SZS marks."""
    block = re.search(r"% SZS output start CNFRefutation[^\n]*\n(.*?)% SZS output end", proof, re.S)
    lines = []
    for statement in statements.split(block.group(1)):
        kind, parts = statements.arguments(statement)
        lines.append(Line(kind, *parts[:4]))
    return lines


def read_problem(path, root):
    """Every statement's sentence by its name, and the words in use."""
    named, used = collections.defaultdict(list), set()
    for statement in statements.inlined(path, root):
        kind, parts = statements.arguments(statement)
        named[parts[0]].append(statements.closed(kind, parts[2]))
        used.update(statements.words(parts[2]))
    return named, used


def source_of(line):
    """The source's function and its arguments."""
    return statements.arguments(line.source)


def new_symbols(line):
    found = re.search(r"new_symbols\(\w+,\[(.*?)\]\)", line.source)
    return statements.words(found.group(1)) if found else []


def question(line, earlier, named):
    """What E is asked about a step: premises, conclusion; or None and why nothing is asked."""
    function, parts = source_of(line)
    if function == "file":
        known = named.get(parts[1]) or named.get(re.sub(r"_\d+('?)$", r"\1", parts[1])) or []
        return (known[:1] if len(known) == 1 else ["(" + " & ".join(known) + ")"]), line.sentence
    if function == "introduced":
        return ([], line.sentence) if "distinct_objects" in line.source else None
    parents = [earlier[name.strip()].sentence for name in parts[2].strip("[]").split(",") if name.strip()]
    if "status(esa)" in parts[1]:
        return [line.sentence], parents[0]
    if "status(cth)" in parts[1]:
        return [f"(~ {parents[0]})"], line.sentence
    return parents, line.sentence


def kind_of(line):
    function, parts = source_of(line)
    if function == "inference":
        return re.search(r"status\((\w+)\)", parts[1]).group(1)
    return "definition" if line.role == "definition" else function


def check(proof, path, root):
    """Checks every step of a derivation."""
    named, used = read_problem(path, root)
    result, earlier, defined = Result(), {}, set()
    for line in lines_of(proof):
        result.steps += 1
        result.counts[kind_of(line)] += 1
        if line.name in earlier:
            result.faults.append(f"{line.name}: a second step of that name")
        for symbol in new_symbols(line):
            if symbol in used and symbol not in defined:
                result.faults.append(f"{line.name}: {symbol} is not new")
            if line.role == "definition":
                defined.add(symbol)
        used.update(statements.words(line.formula))
        try:
            asked = question(line, earlier, named)
        except KeyError as missing:
            result.faults.append(f"{line.name}: no step {missing} before it")
            asked = None
        earlier[line.name] = line
        if asked is None:
            continue
        status = entails(*asked)
        if status not in ("Theorem", "ContradictoryAxioms", "Unsatisfiable"):
            result.faults.append(f"{line.name}: {status}")
    if not earlier or list(earlier.values())[-1].formula.strip("() ") != "$false":
        result.faults.append("the last step is not $false")
    return result


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        result = check(file.read(), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else ".")
    for fault in result.faults:
        print(fault)
    print(f"{result.steps} steps, {dict(result.counts)}, {len(result.faults)} not accepted")
    sys.exit(1 if result.faults else 0)


if __name__ == "__main__":
    main()
