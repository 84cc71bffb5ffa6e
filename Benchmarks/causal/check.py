"""Checks sets of demonstrations with networkx (has_path, is_d_separator), and with pgmpy when it is installed.

    python3 Benchmarks/causal/check.py FILE... [--tool BINARY]

Only texts are parsed; of a row about statements the counterexample in its witness is checked against the text
(statements.py). Prints one JSON object a file: wrong labels, cycles, degenerate questions, repetitions,
shortcuts. With --tool the findings of `logic causal audit` are compared; exits with 1 where they differ, or
where a label is wrong and no --tool is given.
"""

import argparse
import collections
import json
import subprocess
import sys

import networkx

import statements
from demonstrations import Demonstration, Unread, rows

try:
    from pgmpy.base import DAG
except ImportError:
    DAG = None


def label(item, graph):
    """Yes or No by networkx; None where the question has no answer."""
    if not item.separation:
        return "Yes" if networkx.has_path(graph, item.x, item.y) else "No"
    if item.x == item.y or {item.x, item.y} & set(item.given):
        return None
    if not networkx.is_directed_acyclic_graph(graph):
        return None
    return "Yes" if networkx.is_d_separator(graph, {item.x}, {item.y}, set(item.given)) else "No"


def second_label(item, graph):
    """d-separation by pgmpy, whose code is its own."""
    dag = DAG()
    dag.add_nodes_from(graph.nodes)
    dag.add_edges_from(graph.edges)
    return "No" if dag.is_dconnected(item.x, item.y, observed=item.given) else "Yes"


def shortcuts(item, graph):
    """What each fixed rule says."""
    place = {name: index for index, name in enumerate(item.named)}
    end = len(place)
    x, y = place.get(item.x, end), place.get(item.y, end)
    adjacent = graph.has_edge(item.x, item.y) or graph.has_edge(item.y, item.x)
    out_x, out_y = graph.out_degree(item.x), graph.out_degree(item.y)
    in_x, in_y = graph.in_degree(item.x), graph.in_degree(item.y)
    return {"first-mention": x < y, "reverse-mention": y < x, "role": out_x > 0 and in_y > 0,
            "stated-edge": graph.has_edge(item.x, item.y), "out-degree": out_x > out_y,
            "in-degree": in_y > in_x, "degree": out_x + in_x > out_y + in_y,
            "ends": in_x == 0 or out_y == 0, "adjacency": adjacent != item.separation}


def check_statements(item, name, stated_label, stated_nodes, witness, count, right, fits, wrong):
    """Counts what a row about statements shows."""
    count["size_larger"] += stated_nodes is not None and len(item.nodes) > stated_nodes
    count["size_smaller"] += stated_nodes is not None and len(item.nodes) < stated_nodes
    found, fault = statements.verdict(item, witness)
    if fault:
        count[fault] += 1
    if found is None:
        count["undecided"] += 1
    elif found != stated_label:
        wrong.append(name)
    for rule, says in statements.shortcuts(item).items():
        right[rule] += ("Yes" if says else "No") == stated_label
    for rule, number in statements.fitted(item).items():
        fits.setdefault(rule, {}).setdefault(number, collections.Counter())[stated_label] += 1


def check(path):
    """The findings about one file."""
    count = collections.Counter()
    right, hops, groups, fits = collections.Counter(), collections.Counter(), {}, {}
    premises, canonical, texts, wrong = set(), set(), set(), []
    for name, text, stated_label, stated_nodes, witness in rows(path):
        count["rows"] += 1
        count["duplicates"] += text in texts
        texts.add(text)
        inference = statements.Inference(text)
        if inference.read:
            premises.add(inference.premise)
            canonical.add(inference.canonical())
            check_statements(
                inference, name, stated_label, stated_nodes, witness, count, right, fits, wrong)
            continue
        try:
            item = Demonstration(text)
        except Unread:
            count["unread"] += 1
            continue
        graph = networkx.DiGraph(item.edges)
        graph.add_nodes_from(item.nodes)
        premises.add(item.premise)
        canonical.add(item.canonical())
        acyclic = networkx.is_directed_acyclic_graph(graph)
        count["cyclic"] += not acyclic
        count["same_node"] += item.x == item.y
        count["unknown_nodes"] += len(item.nodes) > len(item.named)
        count["duplicate_edges"] += len(set(item.edges)) < len(item.edges)
        count["missing_full_stops"] += item.missing_stops > 0
        count["size_larger"] += stated_nodes is not None and len(item.nodes) > stated_nodes
        count["size_smaller"] += stated_nodes is not None and len(item.nodes) < stated_nodes
        found = label(item, graph)
        if found is None:
            count["undefined"] += 1
        elif found != stated_label:
            wrong.append(name)
        if DAG and item.separation and acyclic and found:
            count["pgmpy_disagrees"] += second_label(item, graph) != found
        for rule, says in shortcuts(item, graph).items():
            right[rule] += ("Yes" if says else "No") == stated_label
        if item.separation:
            group = groups.setdefault((item.premise, frozenset([item.x, item.y])), collections.Counter())
            group[stated_label] += 1
        elif stated_label == "Yes" and networkx.has_path(graph, item.x, item.y):
            hops[networkx.shortest_path_length(graph, item.x, item.y)] += 1
    asked = count["rows"] - count["unread"]
    scores = {rule: round(hits / asked, 4) for rule, hits in right.items()} if asked else {}
    for rule, numbers in fits.items():
        if rule != "condition-size" or set(numbers) != {0}:
            scores[rule] = round(sum(max(labels.values()) for labels in numbers.values()) / asked, 4)
    if groups and asked >= 2 * len(groups):
        scores["ignore-condition"] = round(sum(max(g.values()) for g in groups.values()) / asked, 4)
    keys = ["rows", "cyclic", "same_node", "unknown_nodes", "duplicate_edges", "missing_full_stops",
            "size_larger", "size_smaller", "unread", "undefined", "undecided", "duplicates"]
    return {"file": path, "label_errors": len(wrong), "label_error_ids": wrong[:1000],
            **{key: count[key] for key in keys}, "distinct_graphs": len(premises),
            "distinct_canonical": len(canonical), "hops": {str(k): hops[k] for k in sorted(hops)},
            "shortcuts": scores, "broken_witnesses": count["no counterexample"],
            "refuted_instances": count["an instance is refuted"], "pgmpy_disagrees": count["pgmpy_disagrees"] if DAG else None}


def differences(found, path, tool):
    """Keys in which the tool's audit says otherwise."""
    output = subprocess.run([tool, "causal", "audit", "--json", path], capture_output=True, check=True).stdout
    audit = json.loads(output)
    differing = [key for key, value in found.items()
                 if key not in ("shortcuts", "pgmpy_disagrees", "broken_witnesses", "refuted_instances")
                 and audit.get(key) != value]
    # The last digit may be rounded either way.
    return differing + [rule for rule, share in found["shortcuts"].items()
                        if abs(audit["shortcuts"].get(rule, -1) - share) > 0.00011]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--tool", help="compare with this binary's audit")
    arguments = parser.parse_args()
    failed = False
    for path in arguments.files:
        found = check(path)
        if not found["rows"]:
            sys.exit(f"{path}: no rows")
        if arguments.tool:
            found["differs_from_tool"] = differences(found, path, arguments.tool)
        failed |= bool(found["pgmpy_disagrees"] or found["broken_witnesses"] or found["refuted_instances"])
        failed |= bool(found.get("differs_from_tool", found["label_errors"] + found["unread"] + found["undecided"]))
        print(json.dumps(found), flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
