#!/usr/bin/env python3
"""Lets E check a TSTP derivation step by step.

    Benchmarks/stepcheck.py PROOF PROBLEM [ROOT]

PROOF is what `logic prove PROBLEM` printed; ROOT is the folder that holds the problem's `Axioms`. What is
checked of a step with the formula F, its parents P1, ..., Pn being earlier steps:

  file(...)          the problem's statement of that name is F up to the names of bound variables, or
                     entails it
  status(thm)        P1, ..., Pn entail F
  status(cth)        ~ P1 entails F
  status(esa)        F entails P1 (the other direction holds only up to the new symbols), and the new
                     symbols occur in no earlier step and not in the problem
  definition         the symbol occurs in no earlier step and not in the problem, and F is
                     ! [X, ...] : (symbol(X, ...) <=> B) or B <=> symbol(X, ...)
  distinct_objects   E knows that distinct objects differ: F holds by itself

and that the last step is $false. Each question is a problem of its own for `eprover`. Where E runs out of
time it is asked once more, with an atom and its definition for every part that occurs twice: a renaming
in a large formula is easy then.
"""

import collections
import dataclasses
import re
import sys
import tempfile

import formulas
import provers
import statements

CPU = 5
PROVED = ("Theorem", "ContradictoryAxioms", "Unsatisfiable")


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


def status_of(premises, conclusion):
    """E's status of one step."""
    status = ask(premises, conclusion)
    if status == "ResourceOut":
        texts, definitions = formulas.shared([formulas.Reader.read(t) for t in premises + [conclusion]])
        status = ask(texts[:-1] + definitions, texts[-1])
    return status


def ask(premises, conclusion):
    """Asks E; gives its status."""
    text = "".join(f"fof(p{number}, axiom, {premise}).\n" for number, premise in enumerate(premises))
    text += f"fof(c, conjecture, {conclusion}).\n"
    with tempfile.NamedTemporaryFile("w", suffix=".p") as file:
        file.write(text)
        file.flush()
        # E looks at its own limit now and then only.
        output, code, _ = provers.run(
            ["eprover", "--auto", "--tstp-format", "-s", f"--cpu-limit={CPU}", file.name], CPU)
    status = provers.STATUS.search(output)
    return status.group(1) if status else "ResourceOut" if code < 0 else f"Error: {output[:200]}"


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
        named[parts[0].strip("'")].append(statements.closed(kind, parts[2]))
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
        name = parts[1].strip("'")
        known = named.get(name) or named.get(re.sub(r"_\d+$", "", name)) or ["$true"]
        if any(formulas.Reader.read(text) == formulas.Reader.read(line.sentence) for text in known):
            return None
        return [" & ".join(known)], line.sentence
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


def is_definition(line):
    """Whether a line is ! [X, ...] : (d(X, ...) <=> B) for its new symbol d, or the other way round."""
    formula, depth = formulas.Reader.read(line.sentence), 0
    while formula[0] == "!":
        formula, depth = formula[1], depth + 1
    variables = {("variable", number) for number in range(depth)}
    return formula[0] == "<=>" and any(
        side[0] == "symbol" and [side[1]] == new_symbols(line)
        and set(side[2:]) == variables and len(side) == depth + 2 for side in formula[1:])


def check(proof, path, root):
    """Checks every step of a derivation."""
    named, used = read_problem(path, root)
    result, earlier = Result(), {}
    for line in lines_of(proof):
        result.steps += 1
        result.counts[kind_of(line)] += 1
        if line.name in earlier:
            result.faults.append(f"{line.name}: a second step of that name")
        for symbol in new_symbols(line):
            if symbol in used:
                result.faults.append(f"{line.name}: {symbol} is not new")
        used.update(statements.words(line.formula))
        if line.role == "definition" and not is_definition(line):
            result.faults.append(f"{line.name}: no definition of its symbol")
        try:
            asked = question(line, earlier, named)
        except KeyError as missing:
            result.faults.append(f"{line.name}: no step {missing} before it")
            asked = None
        earlier[line.name] = line
        if asked is None:
            continue
        status = status_of(*asked)
        if status not in PROVED:
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
