"""Rows a CPU second of the peers at the work of `logic causal generate`: networkx, and reasoning-gym when installed.

    python3 Benchmarks/causal/speed.py [--tool BINARY] [--seconds 5]

Each row is drawn, labelled and written as a line of JSON to /dev/null. The tool's CPU time is that of the child.
"""

import argparse
import itertools
import json
import os
import random
import resource
import string
import subprocess
import time

import networkx

NAMES = string.ascii_letters + string.digits


def names(count, source):
    """Distinct names of one to three characters."""
    found = set()
    while len(found) < count:
        found.add("".join(source.choices(NAMES, k=source.randint(1, 3))))
    return list(found)


def premise(edges, called):
    return " ".join(f"{called[a]} causes {called[b]}." for a, b in edges)


def chain(source, nodes=12):
    """A chain with edges turned or not, and a pair."""
    called = names(nodes, source)
    edges = [(i, i + 1) if source.random() < 0.5 else (i + 1, i) for i in range(nodes - 1)]
    x, y = source.sample(range(nodes), 2)
    label = networkx.has_path(networkx.DiGraph(edges), x, y)
    return f"{premise(edges, called)} Does {called[x]} cause {called[y]}?", label


def graph(source, nodes=20, edge_count=28):
    """Erdős–Rényi with a fixed number of edges, made acyclic by a random order."""
    order = source.sample(range(nodes), nodes)
    pairs = source.sample(list(itertools.combinations(order, 2)), edge_count)
    made = networkx.DiGraph(sorted(pairs))
    made.add_nodes_from(range(nodes))
    return made


def branching(source):
    made, called = graph(source), names(20, source)
    x, y = source.sample(range(20), 2)
    text = f"{premise(made.edges, called)} Does {called[x]} cause {called[y]}?"
    return text, networkx.has_path(made, x, y)


def separation(source):
    made, called = graph(source), names(20, source)
    x, y, *given = source.sample(range(20), source.randint(2, 5))
    text = f"{premise(made.edges, called)} Are {called[x]} and {called[y]} d-separated given " \
        f"{{{', '.join(sorted(called[z] for z in given))}}}?"
    return text, networkx.is_d_separator(made, {x}, {y}, set(given))


def measure(name, rows, seconds):
    """Draws rows for some CPU seconds."""
    count, start = 0, time.process_time()
    with open(os.devnull, "w", encoding="utf-8") as sink:
        for text, label in rows:
            sink.write(json.dumps({"question": text, "answer": "Yes" if label else "No"}) + "\n")
            count += 1
            if count % 100 == 0 and time.process_time() - start > seconds:
                break
    spent = time.process_time() - start
    print(json.dumps({"peer": name, "rows": count, "rows_a_cpu_second": round(count / spent)}), flush=True)


def endless(draw, seed=7):
    source = random.Random(seed)
    while True:
        yield draw(source)


def gym(seconds):
    """Tasks of reasoning-gym nearest to ours."""
    try:
        import reasoning_gym
    except ImportError:
        print(json.dumps({"peer": "reasoning-gym", "skipped": "not installed"}), flush=True)
        return
    for task in ["syllogism", "family_relationships", "shortest_path", "course_schedule"]:
        items = reasoning_gym.create_dataset(task, size=1_000_000, seed=7)
        measure(f"reasoning-gym {task}",
                ((items[i]["question"], items[i]["answer"]) for i in range(len(items))), seconds)


def ours(tool):
    """The tool on the same kinds of rows."""
    for family, nodes, count in [("chain-random-flip", 12, 2_000_000), ("branching-1.4", 20, 1_000_000),
                                 ("dsep-branching-1.4", 20, 1_000_000)]:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([tool, "causal", "generate", "--family", family, "--nodes", str(nodes), "--rows",
                        str(count), "--seed", "7"], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(json.dumps({"peer": f"logic {family} {nodes}", "rows": count,
                          "rows_a_cpu_second": round(count / spent)}), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", help="measure this binary too")
    parser.add_argument("--seconds", type=float, default=5)
    arguments = parser.parse_args()
    for name, draw in [("networkx chain 12", chain), ("networkx branching 20, 28 edges", branching),
                       ("networkx d-separation 20, 28 edges", separation)]:
        measure(name, endless(draw), arguments.seconds)
    gym(arguments.seconds)
    if arguments.tool:
        ours(arguments.tool)


if __name__ == "__main__":
    main()
