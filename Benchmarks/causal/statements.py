"""Rows about what follows from statements, read from their text and decided with networkx, for check.py.

    A and {B, D} are d-separated [given {C}]. ... Does it follow that ...?
    Every causal path from A to B goes through {C}. | There is no causal path from A to B.
    Some causal path from A to B avoids {C}.        | There is a causal path from A to B.

Yes: the conclusion is an instance of a published rule, and no DAG of a sample refutes it. No: the row's witness is
a DAG in which networkx finds all premises true and the conclusion false; or a DAG of the sample is.
"""

import itertools
import random
import re

import networkx

SET = r"\{[^}]*\}"
SIDE = rf"({SET}|\S+)"
FORMS = [
    ("separated", False, re.compile(rf"{SIDE} and {SIDE} are d-separated(?: given ({SET}))?$")),
    ("paths", False, re.compile(rf"[Ee]very causal path from {SIDE} to {SIDE} goes through ({SET})$")),
    ("paths", True, re.compile(rf"[Ss]ome causal path from {SIDE} to {SIDE} avoids ({SET})$")),
    ("paths", False, re.compile(rf"[Tt]here is no causal path from {SIDE} to {SIDE}()$")),
    ("paths", True, re.compile(rf"[Tt]here is a causal path from {SIDE} to {SIDE}()$")),
]
ASKS = "Does it follow that "


class Statement:
    """Three sets of names, and whether the statement is denied."""

    def __init__(self, relation, denied, left, right, given):
        self.relation, self.denied = relation, denied
        self.left, self.right, self.given = left, right, given

    def names(self):
        """All names, in the order of the text."""
        return list(self.left) + list(self.right) + list(self.given)

    def sets(self):
        """The three sets without their order."""
        return frozenset(self.left), frozenset(self.right), frozenset(self.given)

    def holds(self, graph):
        """Whether the graph is as stated."""
        left, right, given = (set(part) for part in (self.left, self.right, self.given))
        if self.relation == "separated":
            true = networkx.is_d_separator(graph, left, right, given)
        else:
            rest = graph.subgraph(set(graph.nodes) - given)
            true = not any(networkx.has_path(rest, a, b) for a in left for b in right)
        return true != self.denied


def statement(text):
    """A statement, or None."""
    for relation, denied, form in FORMS:
        found = form.match(text)
        if found:
            sets = [[name.strip() for name in (part or "").strip("{}").split(",") if name.strip()]
                    for part in found.groups()]
            return Statement(relation, denied, *sets)
    return None


class Inference:
    """Premises and a conclusion; `read` is False for texts of another kind."""

    def __init__(self, text):
        self.read, self.premises, self.conclusion = False, [], None
        premise, asks, question = text.partition(ASKS)
        if not asks or not question.endswith("?"):
            return
        self.premise = premise.strip()
        sentences = [part for part in re.split(r"\.(?:\s+|$)", premise) if part]
        self.premises = [statement(part) for part in sentences]
        self.conclusion = statement(question[:-1])
        every = self.premises + [self.conclusion]
        self.read = None not in every and len({item.relation for item in every}) == 1
        if self.read:
            self.nodes = list(dict.fromkeys(name for item in every for name in item.names()))

    def canonical(self):
        """Names replaced by the order of first mention."""
        number = {name: index for index, name in enumerate(self.nodes)}
        return tuple((item.relation, item.denied)
                     + tuple(frozenset(number[name] for name in part) for part in item.sets())
                     for item in self.premises + [self.conclusion])


def is_instance(item):
    """Whether a rule of Pearl 1988, or of Galles and Pearl 1997, gives the conclusion."""
    left, right, given = item.conclusion.sets()
    stated = [p.sets() for p in item.premises if not p.denied]
    denied = [p.sets() for p in item.premises if p.denied]
    pairs = list(itertools.permutations(stated, 2))
    if item.conclusion.denied:
        return False
    if item.conclusion.relation == "separated":
        return any(
            (a, b, c) == (right, left, given)                                            # symmetry
            or (a == left and right < b and c == given)                                  # decomposition
            or (a == left and right < b and given == c | (b - right))                    # weak union
            for a, b, c in stated) or any(
            a == e == left and right == b | d and not b & d and (
                c == given and f == given | b                                            # contraction
                or c == given | d and f == given | b)                                    # intersection
            for (a, b, c), (e, d, f) in pairs)
    return any(
        (a == left and right < b and c == given)                                         # right decomposition
        or (b == right and left < a and c == given)                                      # left decomposition
        or (a == left and b == right and c < given)                                      # strong union
        for a, b, c in stated) or any(
        (a == e == left and right == b | d and not b & d and c == given | d and f == given | b)
        or (b == d == right and left == a | e and not a & e and c == given | e and f == given | a)
        for (a, b, c), (e, d, f) in pairs) or any(                                       # intersections
        a == left and c == f == given and b == d and e == right                          # transitivity
        for a, b, c in stated for e, d, f in denied)


class Sample:
    """DAGs over n nodes: all for up to four, and a random sample beyond; truths of statements as bits."""

    def __init__(self, count, size=300):
        pairs = list(itertools.combinations(range(count), 2))
        if count <= 4:
            graphs = [graph for marks in itertools.product((0, 1, 2), repeat=len(pairs))
                      if networkx.is_directed_acyclic_graph(graph := self.graph(count, pairs, marks))]
        else:
            source = random.Random(count)
            graphs = []
            for _ in range(size):
                order = source.sample(range(count), count)
                chosen = source.sample(pairs, source.randint(1, min(len(pairs), 2 * count)))
                graphs.append(self.graph(count, chosen, [1 + (order[a] > order[b]) for a, b in chosen]))
        self.graphs, self.known = graphs, {}

    @staticmethod
    def graph(count, pairs, marks):
        """Mark 1: a causes b; 2: b causes a."""
        graph = networkx.DiGraph()
        graph.add_nodes_from(range(count))
        graph.add_edges_from((a, b) if mark == 1 else (b, a) for (a, b), mark in zip(pairs, marks) if mark)
        return graph

    def bits(self, relation, denied, parts):
        """The graphs in which a statement over numbers is true."""
        key = relation, parts
        if key not in self.known:
            positive = Statement(relation, False, *parts)
            self.known[key] = sum(positive.holds(graph) << i for i, graph in enumerate(self.graphs))
        whole = (1 << len(self.graphs)) - 1
        return whole & ~self.known[key] if denied else self.known[key]

    def refutes(self, form):
        """Whether a graph has the premises and not the conclusion."""
        left = (1 << len(self.graphs)) - 1
        for relation, denied, *parts in form[:-1]:
            left &= self.bits(relation, denied, tuple(parts))
        relation, denied, *parts = form[-1]
        return bool(left & ~self.bits(relation, denied, tuple(parts)))


SAMPLES = {}


def is_counterexample(item, edges):
    """Whether the DAG of these edges refutes the inference."""
    graph = networkx.DiGraph(edges)
    graph.add_nodes_from(item.nodes)
    return networkx.is_directed_acyclic_graph(graph) and not item.conclusion.holds(graph) \
        and all(premise.holds(graph) for premise in item.premises)


def verdict(item, witness):
    """Yes, No, or None; and what is wrong with the row's own reasons."""
    count = len(item.nodes)
    if count not in SAMPLES:
        SAMPLES[count] = Sample(count)
    edges = witness.get("counterexample")
    if edges is not None:
        return ("No", None) if is_counterexample(item, edges) else (None, "no counterexample")
    refuted = SAMPLES[count].refutes(item.canonical())
    if is_instance(item):
        return (None, "an instance is refuted") if refuted else ("Yes", None)
    return ("No" if refuted else None), None


def shortcuts(item):
    """What each fixed rule says."""
    left, right, given = item.conclusion.sets()
    place = {name: index for index, name in enumerate(item.nodes)}
    first = min(place[name] for name in left) < min(place[name] for name in right)
    parts = [premise.sets() for premise in item.premises]
    return {"first-mention": first, "reverse-mention": not first,
            "one-premise": any(left | right | given <= a | b | c for a, b, c in parts),
            "stated-sides": any(left <= a and right <= b for a, b, _ in parts),
            "exchanged-sides": any(left <= b and right <= a for a, b, _ in parts),
            "denial": any(item_.denied for item_ in item.premises + [item.conclusion])}


def fitted(item):
    """The numbers that fitted rules look at."""
    left, right, given = item.conclusion.sets()
    before = {name for premise in item.premises for name in premise.names()}
    return {"statement-count": len(item.premises), "condition-size": len(given),
            "conclusion-size": (len(left), len(right)), "node-count": (len(before), len(item.nodes))}
