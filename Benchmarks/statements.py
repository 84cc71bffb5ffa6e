"""TPTP text cut into statements, includes put in: as much of the syntax as the scripts here need."""

import os
import re

QUOTED = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
QUOTED_OR_COMMENT = re.compile(QUOTED + r"|%[^\n]*|/\*.*?\*/", re.S)
QUOTED_OR_MARK = re.compile(QUOTED + r"|[()\[\],.]", re.S)
QUOTED_OR_WORD = re.compile(QUOTED + r"|[A-Za-z0-9_$]+", re.S)



def split(text):
    """The statements without comments, each without its full stop."""
    text = QUOTED_OR_COMMENT.sub(lambda m: m.group() if m.group()[0] in "'\"" else " ", text)
    statements, depth, start = [], 0, 0
    for match in QUOTED_OR_MARK.finditer(text):
        mark = match.group()
        depth += (mark in ("(", "[")) - (mark in (")", "]"))
        if mark == "." and depth == 0:
            statements.append(text[start:match.start()].strip())
            start = match.end()
    return statements


def arguments(statement):
    """The keyword and the arguments between its brackets: `fof(a, axiom, p)` is fof, [a, axiom, p]."""
    head, _, rest = statement.partition("(")
    parts, depth, start = [], 0, 0
    for match in QUOTED_OR_MARK.finditer(rest):
        mark = match.group()
        if (mark == "," and depth == 0) or (mark == ")" and depth == 0):
            parts.append(rest[start:match.start()].strip())
            start = match.end()
        depth += (mark in ("(", "[")) - (mark in (")", "]"))
    return head.strip(), parts


def words(text):
    """The words and quoted names of a formula."""
    return QUOTED_OR_WORD.findall(text)


def closed(kind, formula):
    """A formula with the variables of a clause bound, as a sentence."""
    if kind != "cnf":
        return f"({formula})"
    variables = sorted({word for word in words(formula) if word[0].isupper()})
    return f"(! [{','.join(variables)}] : ({formula}))" if variables else f"({formula})"


def inlined(path, root, selection=None):
    """The statements of a problem with its includes put in; `root` is the folder of `Axioms`."""
    with open(path, encoding="utf-8") as file:
        statements = split(file.read())
    result = []
    for statement in statements:
        keyword, parts = arguments(statement)
        if keyword != "include":
            if selection is None or parts[0] in selection:
                result.append(statement)
            continue
        name = parts[0].strip("'")
        beside = os.path.join(os.path.dirname(path), name)
        if len(parts) > 1 and selection is None:
            names = {name.strip() for name in parts[1].strip("[]").split(",")}
        else:
            names = selection
        result += inlined(beside if os.path.exists(beside) else os.path.join(root, name), root, names)
    return result


def selects(path):
    """Whether a problem includes some statements of a file only."""
    with open(path, encoding="utf-8") as file:
        parsed = map(arguments, split(file.read()))
        return any(keyword == "include" and len(parts) > 1 for keyword, parts in parsed)
