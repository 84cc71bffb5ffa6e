"""Demonstrations read from their text alone, for check.py and speed.py. Shares no code with the tool.

    X causes Y. ... Does X cause Y?
    X causes Y. ... Are X and Y d-separated [given {A, B}]?
"""

import json
import re

QUESTION = re.compile(
    r"(?:Does (?P<x>\S+) cause (?P<y>\S+)\?"
    r"|Are (?P<a>\S+) and (?P<b>\S+) d-separated(?: given \{(?P<given>[^}]*)\})?\?)\s*$")
SENTENCE = re.compile(r"(\S+) causes (\S+?)(\.?)(?:\s+|$)")


class Unread(Exception):
    """A text that is not of the grammar."""


class Demonstration:
    """Edges in the order stated, the question, and which sentences lack their full stop."""

    def __init__(self, text):
        question = QUESTION.search(text)
        if not question:
            raise Unread("no question")
        premise, at = text[:question.start()], 0
        self.edges, self.missing_stops = [], 0
        while at < len(premise):
            sentence = SENTENCE.match(premise, at)
            if not sentence:
                raise Unread(premise[at:at + 40])
            self.edges.append((sentence[1], sentence[2]))
            self.missing_stops += not sentence[3]
            at = sentence.end()
        self.premise = premise.strip()
        self.separation = question["a"] is not None
        self.x, self.y = (question["a"], question["b"]) if self.separation else (
            question["x"], question["y"])
        self.given = [name.strip() for name in (question["given"] or "").split(",") if name.strip()]
        self.named = list(dict.fromkeys(name for edge in self.edges for name in edge))
        self.nodes = list(dict.fromkeys(self.named + [self.x, self.y] + self.given))

    def canonical(self):
        """Names replaced by the order of first mention; d-separation is symmetric."""
        number = {name: index for index, name in enumerate(self.nodes)}
        pair = (number[self.x], number[self.y])
        return (tuple((number[a], number[b]) for a, b in self.edges), self.separation,
                tuple(sorted(pair)) if self.separation else pair,
                tuple(sorted({number[name] for name in self.given})))


def rows(path):
    """Ids, texts and labels of a file, the number of nodes that the row states, and its witness."""
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file):
            if not line.strip():
                continue
            row = json.loads(line)
            text = row.get("text")
            if text is None:
                text = (row.get("premise", "") + " " + row["question"]).strip() \
                    if "question" in row else row["prompt"]
            label = row.get("label", row.get("answer", row.get("completion", "")))
            metadata = row.get("metadata", {})
            stated = row.get("n", metadata.get("nodes"))
            yield str(row.get("id", number)), text, label.strip().rstrip("."), stated, metadata.get("witness", {})
