"""Checks rows of `logic causal generate --axiom` from their texts, by naive forward chaining.

    python3 Benchmarks/causal/axiom_check.py AXIOMS.fol ROWS.jsonl [--closed-witnesses N]

Reads lines such as ∀x ∀y ∀z (P(x, y) ∧ Q(y, z) → R(x, z)) of the axioms, and of a row its text and its label;
the witnesses of the first N rows are checked too. Prints one JSON object; exits with 1 where a label or a witness
is wrong, or a text can't be read. Shares no code with the tool: predicates are told by their names here as there.
"""

import argparse
import collections
import json
import re
import sys

PREPOSITIONS = "of by in to than from with at on for as about under over above below before after near".split()
ATOM = re.compile(r"(\w+)\(([^)]*)\)")


def rules(path):
    """(head, body) of each line; an atom is (predicate, variables)."""
    found = []
    for line in open(path, encoding="utf-8"):
        line = line.split("#")[0].strip()
        if not line:
            continue
        body, arrow, head = re.sub(r"[∀∃]\w+\s*", "", line).partition("→")
        atoms = [[(p, tuple(a.replace(" ", "").split(","))) for p, a in ATOM.findall(s)] for s in (head, body)]
        if not arrow or len(atoms[0]) != 1:
            sys.exit(f"{path}: not read: {line}")
        found.append((atoms[0][0], atoms[1]))
    return found


def phrases(name):
    """Words of the sentence, and first word and rest of the question."""
    words = re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)
    words = [word.lower() for word in words]
    verb = words[0]
    if verb.endswith("s") and not verb.endswith(("ss", "us", "is")):
        return words, ["does"], [verb[:-1]] + words[1:]
    if words[-1] not in PREPOSITIONS:
        words = words + ["of"]
    return ["is"] + words, ["is"], words


class Grammar:
    """The sentences of a file's predicates, all of two arguments."""

    def __init__(self, axioms):
        names = {p for head, body in axioms for p, _ in [head] + body}
        self.statements = {tuple(phrases(name)[0]): name for name in names}
        self.questions = {tuple(phrases(name)[1] + phrases(name)[2]): name for name in names}

    def read(self, text):
        """Facts and the question, each (predicate, x, y)."""
        *sentences, question = re.split(r"\. ", text)
        facts = []
        for sentence in sentences:
            words = sentence.split(" ")
            facts.append((self.statements[tuple(words[1:-1])], words[0], words[-1]))
        words = question.removesuffix("?").split(" ")
        key = (words[0].lower(), *words[2:-1])
        return facts, (self.questions[key], words[1], words[-1])


def bindings(body, known, values):
    """All ways to match the conditions with known atoms."""
    if not body:
        yield values
        return
    (predicate, variables), *rest = body
    place = next((i for i, v in enumerate(variables) if v in values), None)
    key = predicate if place is None else (predicate, place, values[variables[place]])
    for arguments in known.get(key, ()):
        extended = dict(values)
        if all(extended.setdefault(v, a) == a for v, a in zip(variables, arguments)):
            yield from bindings(rest, known, extended)


def table(atoms):
    """Arguments of known atoms by predicate, and by predicate, place and argument."""
    known = collections.defaultdict(list)
    for predicate, *arguments in atoms:
        known[predicate].append(arguments)
        for place, argument in enumerate(arguments):
            known[predicate, place, argument].append(arguments)
    return known


def model(axioms, facts):
    """The least model, and the round in which each atom came."""
    rounds = {fact: 0 for fact in facts}
    while True:
        known, new = table(rounds), set()
        for (predicate, variables), body in axioms:
            for values in bindings(body, known, {}):
                atom = (predicate, *(values[v] for v in variables))
                if atom not in rounds:
                    new.add(atom)
        if not new:
            return rounds
        number = max(rounds.values()) + 1
        rounds.update((atom, number) for atom in new)


def atom(text):
    predicate, arguments = ATOM.fullmatch(text).groups()
    return (predicate, *arguments.split(","))


def witness_holds(axioms, facts, question, witness):
    """A derivation's steps are instances of their rules; a closure has the facts, and not the question."""
    if "derivation" in witness:
        known = set(facts)
        for step in witness["derivation"]:
            premises, conclusion = [atom(text) for text in step["premises"]], atom(step["conclusion"])
            head, body = axioms[step["rule"] - 1]
            values = {}
            for (predicate, variables), (name, *arguments) in zip([head] + body, [conclusion] + premises):
                if predicate != name or any(values.setdefault(v, a) != a for v, a in zip(variables, arguments)):
                    return False
            if len(premises) != len(body) or not known.issuperset(premises):
                return False
            known.add(conclusion)
        return question in known
    closed = {(p, x, y) for p, table in witness["closed"].items() for x, ys in table.items() for y in ys}
    all_known = table(closed | set(facts))
    return question not in closed | set(facts) and all(
        (head[0], *(values[v] for v in head[1])) in closed | set(facts)
        for head, body in axioms if head[0] in witness["closed"]
        for values in bindings(body, all_known, {}))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("axioms")
    parser.add_argument("rows")
    parser.add_argument("--closed-witnesses", type=int, default=1000)
    arguments = parser.parse_args()
    axioms = rules(arguments.axioms)
    grammar = Grammar(axioms)
    count, texts, scores = collections.Counter(), set(), collections.Counter()
    with open(arguments.rows, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row["question"]
            facts, question = grammar.read(text)
            rounds = model(axioms, facts)
            label = "Yes" if question in rounds else "No"
            count["rows"] += 1
            count["wrong_labels"] += label != row["answer"]
            count["wrong_depths"] += rounds.get(question, 0) != row["metadata"]["depth"]
            count["repeated_texts"] += hash(text) in texts
            count["repeated_facts"] += len(set(facts)) < len(facts)
            texts.add(hash(text))
            named = [name for _, *names in facts for name in names]
            _, x, y = question
            count["unknown_nodes"] += x not in named or y not in named
            scores["first-mention"] += (named.index(x) < named.index(y)) == (label == "Yes")
            scores["stated-fact"] += any(f[1:] == (x, y) for f in facts) == (label == "Yes")
            scores["adjacency"] += any({x, y} == set(f[1:]) for f in facts) == (label == "Yes")
            if count["rows"] <= arguments.closed_witnesses:
                count["wrong_witnesses"] += not witness_holds(axioms, facts, question, row["metadata"]["witness"])
    print(json.dumps({"file": arguments.rows, **count, "shortcuts": {
        rule: round(hits / max(1, count["rows"]), 4) for rule, hits in scores.items()}}))
    sys.exit(not count["rows"] or any(count[key] for key in count if key not in ("rows",)))


if __name__ == "__main__":
    main()
