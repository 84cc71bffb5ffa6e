"""TPTP formulas as nested tuples, in which bound variables are numbered from the outermost: two formulas
are equal up to the names of bound variables when their tuples are equal.

    ("!", body), ("?", body), ("~", f), ("&", f, ...), ("|", f, ...), ("=>", f, g), ("=", s, t),
    ("symbol", name, argument, ...), ("variable", number)
"""

import collections
import re

import statements

QUANTIFIERS = ("!", "?")
BINARY = ("<=>", "=>", "<=", "<~>", "~|", "~&")
CONNECTIVES = QUANTIFIERS + BINARY + ("~", "&", "|")


class Reader:
    """Reads formulas."""

    TOKEN = re.compile(statements.QUOTED + r"|[A-Za-z0-9_$]+|<=>|<~>|=>|<=|~\||~&|!=|[-+!?~&|=():,\[\]]", re.S)

    def __init__(self, text):
        self.tokens = self.TOKEN.findall(text)
        self.position = 0

    @classmethod
    def read(cls, text):
        reader = cls(text)
        formula = reader.formula({})
        if reader.token is not None:
            raise ValueError(f"{reader.token} is left over in {text}")
        return formula

    @property
    def token(self):
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def take(self, *wanted):
        if wanted and self.token not in wanted:
            raise ValueError(f"{self.token} where {wanted} should be")
        self.position += 1
        return self.tokens[self.position - 1]

    def formula(self, scope):
        left = self.unit(scope)
        connective = self.token
        if connective in ("&", "|"):
            parts = [left]
            while self.token == connective:
                self.take()
                parts.append(self.unit(scope))
            return (connective, *parts)
        if connective in BINARY:
            self.take()
            return (connective, left, self.unit(scope))
        return left

    def unit(self, scope):
        if self.token == "~":
            self.take()
            return ("~", self.unit(scope))
        if self.token in QUANTIFIERS:
            quantifier, names = self.take(), []
            self.take("[")
            names.append(self.take())
            while self.take(",", "]") == ",":
                names.append(self.take())
            self.take(":")
            inner = dict(scope)
            for name in names:
                inner[name] = max(inner.values(), default=-1) + 1
            body = self.unit(inner)
            for _ in names:
                body = (quantifier, body)
            return body
        if self.token == "(":
            self.take()
            inside = self.formula(scope)
            self.take(")")
            return inside
        left = self.term(scope)
        if self.token in ("=", "!="):
            sign = self.take()
            equation = ("=", left, self.term(scope))
            return equation if sign == "=" else ("~", equation)
        return left

    def term(self, scope):
        name = self.take()
        if name in scope:
            return ("variable", scope[name])
        if name[0] == "'" and re.fullmatch(r"[a-z]\w*", name[1:-1]):
            name = name[1:-1]
        arguments = []
        if self.token == "(":
            self.take()
            arguments.append(self.term(scope))
            while self.take(",", ")") == ",":
                arguments.append(self.term(scope))
        return ("symbol", name, *arguments)


def text(formula, depth=0):
    """A formula or term as TPTP text."""
    head, parts = formula[0], formula[1:]
    if head == "variable":
        return f"X{parts[0]}"
    if head == "symbol":
        inside = ",".join(text(part, depth) for part in parts[1:])
        return f"{parts[0]}({inside})" if inside else parts[0]
    if head in QUANTIFIERS:
        return f"({head} [X{depth}] : {text(parts[0], depth + 1)})"
    if head == "~":
        return f"(~ {text(parts[0], depth)})"
    return "(" + f" {head} ".join(text(part, depth) for part in parts) + ")"


def standalone(formula, depth):
    """A part of a formula below `depth` quantifiers, its free variables numbered as they occur, so that
    equal parts of different formulas are equal; and the free variables."""
    free = []

    def walk(part):
        if part[0] == "variable":
            number = part[1]
            if number >= depth:
                return ("bound", number - depth)
            if number not in free:
                free.append(number)
            return ("free", free.index(number))
        return tuple(walk(inner) if isinstance(inner, tuple) else inner for inner in part)

    return walk(formula), free


def shared(formulas):
    """The formulas with an atom of its own for every compound part that occurs in them twice, and the
    definitions of these atoms: what follows from results and definitions follows from the formulas."""

    def parts(formula, depth=0):
        if formula[0] in CONNECTIVES:
            yield standalone(formula, depth)[0]
            for part in formula[1:]:
                yield from parts(part, depth + (formula[0] in QUANTIFIERS))

    counts = collections.Counter(part for formula in formulas for part in parts(formula))
    atoms, definitions = {}, []

    def opened(formula, depth):
        inner = depth + (formula[0] in QUANTIFIERS)
        return (formula[0], *(replaced(part, inner) for part in formula[1:]))

    def replaced(formula, depth=0):
        if formula[0] not in CONNECTIVES:
            return formula
        part, free = standalone(formula, depth)
        if counts[part] < 2:
            return opened(formula, depth)
        variables = [("variable", number) for number in free]
        if part not in atoms:
            atoms[part] = f"'part {len(atoms)}'"
            definition = ("<=>", ("symbol", atoms[part], *variables), opened(formula, depth))
            binders = "".join(f"! [X{number}] : " for number in free)
            definitions.append(f"({binders}{text(definition, depth)})")
        return ("symbol", atoms[part], *variables)

    return [text(replaced(formula)) for formula in formulas], definitions
