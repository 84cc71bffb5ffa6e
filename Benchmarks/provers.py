"""How each prover is called, and what its output says as an SZS status.

Every run has the same limit on CPU time (user and system, children included): the prover's own option,
RLIMIT_CPU above it, and a guard on the clock. An answer that took longer than the limit counts as
Timeout, whoever gave it.
"""

import math
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import statements

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.path.join(ROOT, ".build", "release", "logic")
PROVED = {"Theorem", "Unsatisfiable", "ContradictoryAxioms"}
MODELLED = {"CounterSatisfiable", "Satisfiable"}
STATUS = re.compile(r"SZS status (\w+)")


def run(command, cpu, memory=4 << 30, environment=None):
    """Runs a command under limits; gives its output (both streams), exit code and CPU seconds."""

    def limit():
        seconds = math.ceil(cpu) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                 preexec_fn=limit, start_new_session=True, env=environment)
        end, pause = time.monotonic() + 5 * cpu + 20, 0.001
        while True:
            process, code, usage = os.wait4(child.pid, os.WNOHANG)
            if process:
                break
            if time.monotonic() > end:
                os.killpg(child.pid, signal.SIGKILL)
            time.sleep(pause)
            pause = min(0.02, pause * 1.5)
        child.returncode = os.waitstatus_to_exitcode(code)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    return text, child.returncode, usage.ru_utime + usage.ru_stime


class Ours:
    """`logic prove`; its certificate goes to `logic verify` when asked."""

    name = "ours"
    needs = BINARY

    def __init__(self, options):
        self.strategy = ["--strategy", options.strategy] if options.strategy else []
        self.proof = "json" if options.verify else "tstp"
        self.verifies = options.verify

    def answer(self, problem, cpu, root):
        command = [BINARY, "prove", problem["path"], "--time", str(cpu), "--proof", self.proof,
                   "--tptp", root, *self.strategy]
        text, code, seconds = run(command, cpu, memory=1 << 40)
        status = STATUS.search(text)
        result = {"status": status.group(1) if status else f"Error (exit {code})", "cpu_s": seconds}
        if self.verifies and result["status"] in PROVED | MODELLED:
            result["certificate"] = self.verify(text)
        return result

    def verify(self, text):
        if "{" not in text:
            return "none"
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write(text[text.index("\n{") + 1:])
            file.flush()
            return subprocess.run([BINARY, "verify", file.name], capture_output=True,
                                  text=True).stdout.strip()


class E:
    """E in its automatic mode."""

    name = "eprover"
    needs = "eprover"

    def __init__(self, _):
        pass

    def answer(self, problem, cpu, root):
        text, code, seconds = run(
            ["eprover", "--auto", "--tstp-format", "-s", f"--cpu-limit={math.ceil(cpu)}", problem["path"]],
            cpu, environment={**os.environ, "TPTP": root})
        status = STATUS.search(text)
        found = status.group(1) if status else "Timeout" if code < 0 else f"Error (exit {code})"
        return {"status": "Timeout" if found == "ResourceOut" else found, "cpu_s": seconds}


class SPASS:
    """SPASS by its TPTP reader, which wants includes put in."""

    name = "spass"
    needs = "SPASS"

    def __init__(self, _):
        pass

    def answer(self, problem, cpu, root):
        if statements.selects(problem["path"]):
            return {"status": "Unsupported", "cpu_s": 0}
        parts = statements.inlined(problem["path"], root)
        hasConjecture = any(statements.arguments(part)[1][1] == "conjecture" for part in parts)
        with tempfile.NamedTemporaryFile("w", suffix=".p") as file:
            file.write("".join(part + ".\n" for part in parts))
            file.flush()
            text, code, seconds = run(
                ["SPASS", "-TPTP", f"-TimeLimit={math.ceil(cpu)}", "-PGiven=0", "-PProblem=0", file.name], cpu)
        if "Proof found." in text:
            status = "Theorem" if hasConjecture else "Unsatisfiable"
        elif "Completion found." in text:
            status = "CounterSatisfiable" if hasConjecture else "Satisfiable"
        else:
            status = "Timeout" if code < 0 or "Ran out of time" in text else "GaveUp"
        return {"status": status, "cpu_s": seconds}


def z3_binary():
    """Beside the interpreter, where the Python package puts it, or on the path."""
    beside = os.path.join(sys.prefix, "bin", "z3")
    return beside if os.path.exists(beside) else shutil.which("z3")


class Z3:
    """Z3 on the problem as SMT-LIB, which `logic convert` writes; that is not counted."""

    name = "z3"
    needs = z3_binary() or "z3"

    def __init__(self, _):
        pass

    def answer(self, problem, cpu, root):
        converted = subprocess.run(
            [BINARY, "convert", problem["path"], "--to", "smt2", "--tptp", root], capture_output=True)
        hasConjecture = problem["status"] in ("Theorem", "CounterSatisfiable")
        with tempfile.NamedTemporaryFile("wb", suffix=".smt2") as file:
            file.write(converted.stdout)
            file.flush()
            text, _, seconds = run([self.needs, f"-T:{math.ceil(3 * cpu)}", file.name], cpu)
        first = text.split("\n", 1)[0].strip()
        if first == "unsat":
            status = "Theorem" if hasConjecture else "Unsatisfiable"
        elif first == "sat":
            status = "CounterSatisfiable" if hasConjecture else "Satisfiable"
        else:
            status = "GaveUp" if first == "unknown" else "Timeout"
        return {"status": status, "cpu_s": seconds}


ALL = {prover.name: prover for prover in [Ours, E, SPASS, Z3]}


def installed(prover):
    return os.path.exists(prover.needs) or shutil.which(prover.needs) is not None
