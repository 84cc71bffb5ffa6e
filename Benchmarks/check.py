#!/usr/bin/env python3
"""Measures `logic check` and prints JSON lines.

    Benchmarks/check.py [--data FOLDER] [--tptp-seconds S] [--only NAME,...]

Measures (a measure whose data or peer is missing says so and is skipped):
  start     CPU of `logic check` on a three-line file, from start to exit, best and median of 15
  folio     the 204 validation rows of FOLIO v0.0: verdicts against the labels, certificates, CPU of
            one `logic batch`, for each choice of provers
  nltk      NLTK's own resolution prover on every twelfth of these rows, 3 s a goal (pip install nltk)
  tptp      problems of the TPTP sample solved at S seconds of CPU (default 2), by category, wrong
            answers counted, and the peers' counts from the sample's peers.tsv
  corpora   this project's own problems
  samples   recorded translations of FOLIO by language models: by the built-in engines alone and by Z3
            alone, where they differ, what stays open, and the CPU time of each run
  memory    resident size while one process answers 10,000 questions; peak of `logic prove` under
            --memory on a problem that fills any

Times are CPU (user and system) of the child, so that a busy machine changes little.
"""

import argparse
import collections
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.path.join(ROOT, ".build", "release", "logic")


def run(arguments, timeout=None):
    """Runs a command; gives its output, exit code and CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=timeout, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, done.returncode, cpu


def emit(measure, **figures):
    print(json.dumps({"measure": measure, **figures}), flush=True)


def start(_):
    times = []
    for _ in range(15):
        _, code, cpu = run([BINARY, "check", "Corpora/logic/socrates.fol"])
        assert code == 0
        times.append(cpu * 1000)
    emit("start", cpu_ms_best=round(min(times), 2), cpu_ms_median=round(statistics.median(times), 2))


def folio(options):
    rows = os.path.join(options.data, "linc", "folio", "folio-v0.0-validation.jsonl")
    order = os.path.join(options.data, "linc", "linc-generations", "folio_order.json")
    if not os.path.exists(rows):
        return emit("folio", skipped="no data")
    subset = json.load(open(order))["folio_rows"]
    verdicts = {}
    for prover in ["both", "resolution", "z3"]:
        with tempfile.TemporaryDirectory() as folder:
            out, _, cpu = run([BINARY, "batch", rows, "--prover", prover,
                               "--store", os.path.join(folder, "store.sqlite")])
            records = [json.loads(line) for line in out.splitlines()]
            run([BINARY, "batch", rows, "--prover", prover, "--certificates", folder])
            verified, _, verify_cpu = run([BINARY, "verify", folder])
        verdicts[prover] = [record["verdict"] for record in records]
        right = [record["verdict"] == record["expected"] for record in records]
        emit("folio", prover=prover, rows=len(records),
             repaired=sum(bool(record["repairs"]) for record in records),
             as_labelled=sum(right), as_labelled_182=sum(right[row] for row in subset),
             certificates_accepted=sum(line == "accepted" for line in verified.splitlines()),
             batch_cpu_s=round(cpu, 3), verify_cpu_s=round(verify_cpu, 3))
    emit("folio", provers_disagree_on=sum(len(set(row)) > 1 for row in zip(*verdicts.values())))


NLTK_GOAL = """
import json, re, signal, sys
from nltk.sem.logic import Expression
from nltk.inference import ResolutionProver
premises, conclusion = json.load(sys.stdin)
read = Expression.fromstring
def prove(goal):
    signal.alarm(3)
    try: return ResolutionProver().prove(goal, [read(p) for p in premises])
    finally: signal.alarm(0)
goal = read(conclusion)
print("True" if prove(goal) else "False" if prove(goal.negate()) else "Uncertain")
"""


def nltk(options):
    rows = os.path.join(options.data, "linc", "folio", "folio-v0.0-validation.jsonl")
    if not os.path.exists(rows) or subprocess.run(
            [sys.executable, "-c", "import nltk"], capture_output=True).returncode:
        return emit("nltk", skipped="no data or no nltk")
    counts = collections.Counter()
    cpu_total = 0.0
    for number, line in enumerate(open(rows)):
        if number % 12:
            continue
        row = json.loads(line)
        text = "\n".join(row["premises-FOL"]) + "\n⊢ " + row["conclusion-FOL"] + "\n"
        out = subprocess.run([BINARY, "convert", "--to", "nltk", "--from", "fol", "--repair", "-"],
                             input=text, capture_output=True, text=True).stdout
        formulas = [line for line in out.splitlines() if line.strip()]
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        done = subprocess.run([sys.executable, "-c", NLTK_GOAL], capture_output=True, text=True,
                              input=json.dumps([formulas[:-1], formulas[-1]]))
        cpu_total += resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        answer = done.stdout.strip() or "over the limit"
        counts["right" if answer == row["label"] else
               "over the limit" if answer == "over the limit" else "wrong"] += 1
    emit("nltk", rows=sum(counts.values()), cpu_s=round(cpu_total, 1), **counts)


def tptp(options):
    folder = os.path.join(options.data, "tptp")
    index = os.path.join(folder, "index.tsv")
    if not os.path.exists(index):
        return emit("tptp", skipped="no data")
    rows = [line.rstrip("\n").split("\t") for line in open(index)]
    head, rows = rows[0], rows[1:]
    rows = [dict(zip(head, row)) for row in rows]
    solved, total, wrong, uncertified, cpu_total = collections.Counter(), collections.Counter(), [], 0, 0.0
    for row in rows:
        out, _, cpu = run([BINARY, "check", os.path.join(folder, row["file"]), "--json",
                           "--time", str(options.tptp_seconds), "--tptp", folder])
        cpu_total += cpu
        answer = json.loads(out)
        total[row["category"]] += 1
        proved = answer["verdict"] in ("True", "Contradictory")
        refutable = row["status"] in ("Theorem", "Unsatisfiable", "ContradictoryAxioms")
        if answer["verdict"] == "Unknown":
            continue
        if proved == refutable:
            solved[row["category"]] += 1
            uncertified += answer["certificate"] is None
        else:
            wrong.append(row["name"])
    emit("tptp", seconds=options.tptp_seconds, solved=sum(solved.values()), of=len(rows), wrong=wrong,
         without_certificate=uncertified, cpu_s=round(cpu_total, 1),
         by_category={name: f"{solved[name]}/{total[name]}" for name in sorted(total)})
    peers = collections.Counter()
    with open(os.path.join(folder, "peers.tsv")) as file:
        fields = file.readline().rstrip("\n").split("\t")
        for line in file:
            row = dict(zip(fields, line.rstrip("\n").split("\t")))
            if row["status"] in ("Theorem", "Unsatisfiable", "CounterSatisfiable", "Satisfiable",
                                 "ContradictoryAxioms"):
                peers[f'{row["prover"]}@{row["cpu_limit"]}s'] += 1
    emit("tptp-peers", recorded=dict(peers))


def corpora(_):
    out, _, cpu = run([BINARY, "check", "Corpora/logic", "--jsonl", "--expect", "label", "--time", "5"])
    records = [json.loads(line) for line in out.splitlines()]
    emit("corpora", problems=len(records), cpu_s=round(cpu, 1),
         as_expected=sum(r["verdict"] == r["expected"] for r in records),
         unknown=[os.path.basename(r["id"]) for r in records if r["verdict"] == "Unknown"],
         with_certificate=sum(r["certificate_status"] == "accepted" for r in records))


QUESTIONS = [
    (["∀x (P(x) → Q(x))", "P(a)"], "Q(a)"), (["∀x (P(x) → Q(x))", "Q(a)"], "P(a)"),
    (["∀x ∃y R(x, y)", "∀x ∀y (R(x, y) → R(y, x))"], "∃x R(x, x)"),
    (["∀x (f(f(x)) = x)", "P(f(a))"], "P(f(f(f(a))))"), (["P(a) ⊕ Q(a)", "¬P(a)"], "Q(a)"),
    (["∀x ∀y (x = y)", "P(a)"], "∀x P(x)"), (["P(a)", "¬P(a)"], "Q(b)"),
]
ROBBINS = """cnf(c, axiom, p(X,Y) = p(Y,X)).
cnf(a, axiom, p(p(X,Y),Z) = p(X,p(Y,Z))).
cnf(r, axiom, n(p(n(p(X,Y)),n(p(X,n(Y))))) = X).
cnf(g, negated_conjecture, p(n(p(a,n(b))),n(p(n(a),n(b)))) != b).
"""


def memory(_):
    with tempfile.TemporaryDirectory() as folder:
        rows = os.path.join(folder, "rows.jsonl")
        with open(rows, "w") as file:
            for number in range(10_000):
                premises, conclusion = QUESTIONS[number % len(QUESTIONS)]
                file.write(json.dumps({"id": str(number), "premises": premises, "conclusion": conclusion}) + "\n")
        child = subprocess.Popen([BINARY, "batch", rows, "--prover", "resolution"], stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, text=True)
        sizes = []
        for number, _ in enumerate(child.stdout, 1):
            if number % 1_000 == 0:
                try:
                    with open(f"/proc/{child.pid}/statm") as file:
                        sizes.append(round(int(file.read().split()[1]) * resource.getpagesize() / 2**20, 1))
                except (OSError, IndexError):
                    pass
        child.wait()
        emit("memory", questions=10_000, resident_mb_each_1000=sizes)
        problem = os.path.join(folder, "robbins.p")
        with open(problem, "w") as file:
            file.write(ROBBINS)
        for limit in [40, 100, 300]:
            child = subprocess.Popen([BINARY, "prove", problem, "--time", "10", "--memory", f"{limit}M"],
                                     stdout=subprocess.DEVNULL)
            usage = os.wait4(child.pid, 0)[2]
            emit("memory", limit_mb=limit, peak_mb=round(usage.ru_maxrss / 1024, 1))


def samples(options):
    folder = os.path.join(options.data, "linc", "linc-generations")
    if not os.path.isdir(folder):
        return emit("samples", skipped="no data")
    for name in sorted(os.listdir(folder)):
        if not name.endswith("shot.jsonl"):
            continue
        rows = []
        for line in open(os.path.join(folder, name)):
            for text in json.loads(line)["generations"]:
                formulas = [part[4:].strip() for part in text.split("\n") if part.startswith("FOL:")]
                if formulas:
                    rows.append({"id": str(len(rows)), "premises-FOL": formulas[:-1],
                                 "conclusion-FOL": formulas[-1]})
        verdicts, figures = {}, {}
        with tempfile.TemporaryDirectory() as place:
            path = os.path.join(place, "rows.jsonl")
            with open(path, "w") as file:
                file.writelines(json.dumps(row) + "\n" for row in rows)
            for prover in ["resolution", "z3"]:
                out, _, cpu = run([BINARY, "batch", path, "--prover", prover, "--time", "2"])
                records = [json.loads(line) for line in out.splitlines()]
                verdicts[prover] = [record["verdict"] for record in records]
                figures[prover + "_cpu_s"] = round(cpu, 2)
                figures[prover + "_unknown"] = verdicts[prover].count("Unknown")
                if prover == "resolution":
                    times = sorted(record["cpu_ms"] for record in records if record.get("cpu_ms"))
                    figures["resolution_median_ms"] = statistics.median(times) if times else None
        pairs = list(zip(verdicts["resolution"], verdicts["z3"]))
        emit("samples", run=name, samples=len(rows), unreadable=verdicts["z3"].count(None),
             differ=sum(a != b and "Unknown" not in (a, b) for a, b in pairs), **figures)


def main():
    measures = {"samples": samples, "start": start, "folio": folio, "nltk": nltk, "tptp": tptp, "corpora": corpora, "memory": memory}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.path.join(os.path.dirname(ROOT), "shared", "data"))
    parser.add_argument("--tptp-seconds", type=float, default=2)
    parser.add_argument("--only", default=",".join(measures))
    options = parser.parse_args()
    if not os.path.exists(BINARY):
        sys.exit("build first: ./Scripts/logic --version")
    for name in options.only.split(","):
        measures[name](options)


if __name__ == "__main__":
    main()
