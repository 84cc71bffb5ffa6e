#!/usr/bin/env python3
"""Runs `logic linc run --grammar llama` against llama.cpp's real server and checks every sample.

    Benchmarks/linc/llama.py [--rows N] [--samples N] [--logic PATH]

Needs `pip install "llama-cpp-python[server]" gguf`; without them it says so and ends. The model is made
here: one block of random weights over a vocabulary of single bytes. What it writes under a grammar is
the grammar and chance, so that each sample tests that llama.cpp reads the grammar, that the server takes
it from the request, and that whatever it lets through is read by the parser. Without the grammar, for
comparison, none is.
"""

import argparse
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

try:
    import gguf
    import llama_cpp
    import numpy
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed (llama-cpp-python[server], gguf)")
    sys.exit(0)

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONTEXT = 8192
# Faults that only depend on how names are used across formulas, beyond any grammar.
BEYOND_GRAMMAR = {"arity-clash", "predicate-as-term"}
# Makes brackets likelier, so that names are short and formulas have connectives. Byte b is token b + 3.
BIAS = {str(ord(character) + 3): weight for character, weight in [("(", 1), (")", 3), ("a", 1), ("e", 1)]}
SENTENCES = [
    "Every miller owns a mill.",
    "No mill that is owned by a miller is \"idle\".",
    "Berta is a miller; she's from Łódź.",
    "If something isn't idle, then it grinds rye or wheat.",
    "Some mill grinds rye.",
]


def make_model(path, seed=1, width=32, inner=64, heads=2):
    """Writes a model of the llama architecture with random weights and a vocabulary of bytes."""
    random = numpy.random.default_rng(seed)
    tokens = [b"<unk>", b"<s>", b"</s>"] + [f"<0x{byte:02X}>".encode() for byte in range(256)]
    kinds = [gguf.TokenType.UNKNOWN] + [gguf.TokenType.CONTROL] * 2 + [gguf.TokenType.BYTE] * 256
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(width)
    writer.add_block_count(1)
    writer.add_feed_forward_length(inner)
    writer.add_head_count(heads)
    writer.add_head_count_kv(heads)
    writer.add_rope_dimension_count(width // heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types([int(kind) for kind in kinds])
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)

    def add(name, *shape):
        weights = random.normal(0, 0.3, shape) if len(shape) > 1 else numpy.ones(shape)
        writer.add_tensor(name, weights.astype(numpy.float32))

    add("token_embd.weight", len(tokens), width)
    add("output_norm.weight", width)
    add("output.weight", len(tokens), width)
    for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
        add(f"blk.0.{name}.weight", width, width)
    add("blk.0.attn_norm.weight", width)
    add("blk.0.ffn_norm.weight", width)
    add("blk.0.ffn_gate.weight", inner, width)
    add("blk.0.ffn_up.weight", inner, width)
    add("blk.0.ffn_down.weight", width, inner)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start_server(model, port, log):
    """The server's process, once it answers."""
    command = [sys.executable, "-m", "llama_cpp.server", "--model", model, "--port", str(port),
               "--host", "127.0.0.1", "--n_ctx", str(CONTEXT), "--chat_format", "chatml",
               "--n_threads", "1"]
    server = subprocess.Popen(command, stdout=log, stderr=log)
    for _ in range(120):
        time.sleep(0.5)
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/models", timeout=2).close()
            return server
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if server.poll() is not None:
                break
    server.kill()
    sys.exit(f"the server did not start; see {log.name}")


def errors(logic, row):
    """Codes of the errors that the parser reports for each sample of a row."""
    problems = []
    for text in row["generations"]:
        formulas = [line[5:] for line in text.split("\n") if line.startswith("FOL:\t")] or [""]
        problems.append({"premises": formulas[:-1], "conclusion": formulas[-1], "format": "nltk"})
    lines = "".join(json.dumps(problem) + "\n" for problem in problems)
    run = subprocess.run([logic, "batch", "-", "--time", "0.2", "--no-repair"], input=lines,
                         capture_output=True, text=True, check=True)
    for line in run.stdout.splitlines():
        diagnostics = json.loads(line)["diagnostics"]
        yield {item["code"] for item in diagnostics if item["severity"] == "error"} - BEYOND_GRAMMAR


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=4)
    parser.add_argument("--samples", type=int, default=5)
    parser.add_argument("--logic", default=str(ROOT / ".build/release/logic"))
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="linc-llama-")
    model, rows = os.path.join(folder, "random.gguf"), os.path.join(folder, "rows.jsonl")
    make_model(model)
    with open(rows, "w", encoding="utf-8") as file:
        for number in range(options.rows):
            some = SENTENCES[: 1 + number % len(SENTENCES)]
            file.write(json.dumps({"id": number, "premises": some, "conclusion": "Berta grinds."}))
            file.write("\n")
    port = free_port()
    with open(os.path.join(folder, "server.log"), "w", encoding="utf-8") as log:
        server = start_server(model, port, log)
    try:
        found = {}
        for call, grammar, tokens in [("chat", "llama", 4096), ("completions", "llama", 4096),
                                      ("chat", "none", 256)]:
            output = os.path.join(folder, f"{call}-{grammar}")
            subprocess.run(
                [options.logic, "linc", "run", rows, "--base-url", f"http://127.0.0.1:{port}/v1",
                 "--model", "random", "--api", call, "--grammar", grammar, "--shots", "1",
                 "--samples", str(options.samples), "--max-tokens", str(tokens),
                 "--timeout", "300", "--concurrency", "1", "--time", "1",
                 "--extra", json.dumps({"logit_bias": BIAS}),
                 "--cache", os.path.join(folder, "answers.sqlite"), "--output", output],
                stdout=subprocess.DEVNULL, check=True)
            with open(output, encoding="utf-8") as file:
                found[call, grammar] = [json.loads(line) for line in file]
    finally:
        server.terminate()
        server.wait()
    unread = 0
    for (call, grammar), records in found.items():
        samples = [codes for row in records for codes in errors(options.logic, row)]
        read = sum(1 for codes in samples if not codes)
        cut = [failure for row in records for failure in row.get("failures", [])]
        print(f"{call}, grammar {grammar}: {len(samples)} samples, {read} read")
        if grammar != "none":
            unread += len(samples) - read + len(cut)
            for fault in cut + [codes for codes in samples if codes]:
                print(f"  {fault}")
    sys.exit(1 if unread else 0)


if __name__ == "__main__":
    main()
