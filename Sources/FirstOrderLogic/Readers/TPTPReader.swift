// Reads TPTP files: `fof` and `cnf` formulas and `include` directives (Sutcliffe, The TPTP Problem
// Library and Associated Infrastructure, 2017; the syntax is release 9's).
//
//   cnf(n, r, L1 | ... | Lk)  stands for  ∀X1...Xm (L1 ∨ ... ∨ Lk), Xi in the order they occur
//   conjecture                is the conclusion; every other role is a premise, negated_conjecture too
//
// A fault costs its statement only: reading goes on behind the next full stop, or at the next line
// that begins a statement. Included files come in where they are included, each once.

import Diagnostics

/// The reader of TPTP problems.
public enum TPTPReader {
  /// Reads a TPTP problem with everything it includes.
  ///
  /// - Parameters:
  ///   - source: the problem; its name is the path that includes are looked for from.
  ///   - options: `repairs` closes `fof` formulas over their free variables; `includeRoots` are
  ///     searched after the folders of the including file.
  ///   - load: the text of the file at a path, nil where there is none.
  /// - Returns: the statements under TPTP's names (a repeated name gets a suffix) and the faults.
  /// - Complexity: O(bytes) with includes; at most 100 faults are gathered.
  public static func read(
    _ source: SourceText, options: ReadingOptions = ReadingOptions(),
    load: (_ path: String) -> SourceText?
  ) -> ReadResult {
    var reading = TPTPReading(options: options)
    reading.readFile(source, path: TPTPInclude.normalized(source.name), selection: nil, load)
    return reading.result(of: source)
  }
}

/// The state of reading a problem.
struct TPTPReading {
  private static let maximumFaults = 100
  private static let maximumRenamingNotes = 20
  private static let premiseRoles: Set<String> = [
    "axiom", "hypothesis", "definition", "assumption", "lemma", "theorem", "corollary", "plain",
    "negated_conjecture",
  ]

  var session: ReadingSession
  private var premises: [Statement] = []
  private var conclusion: Statement?
  private var takenNames: Set<String> = []
  private var suffixes: [String: Int] = [:]
  private var renamingNotes = 0
  private var faults = 0
  /// The files around the one that is being read, and it.
  var openFiles: [String] = []
  /// Files read, each with the names that were selected from it.
  var readFiles: Set<IncludedFile> = []

  init(options: ReadingOptions) { session = ReadingSession(options: options) }

  /// A file and which of its statements were asked for; nil is all.
  struct IncludedFile: Hashable {
    var path: String
    var selection: Set<String>?
  }

  /// One file under way.
  struct OpenFile {
    var parser: TPTPParser
    /// Its index in the session's sources.
    let source: Int
    let path: String
    let selection: Set<String>?
    /// The names met in it and in its includes.
    var names: Set<String> = []
  }

  /// Reads a file to its end.
  ///
  /// - Returns: names of the statements met, selected or not.
  @discardableResult
  mutating func readFile(
    _ source: SourceText, path: String, selection: Set<String>?, _ load: (String) -> SourceText?
  ) -> Set<String> {
    session.sources.append(source)
    openFiles.append(path)
    let index = session.sources.count - 1
    let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if hasMark {
      session.report(.byteOrderMark, source: index, at: Span(0, 3), "skipped a byte order mark")
    }
    var file = OpenFile(
      parser: TPTPParser(source.bytes, startingAt: hasMark ? 3 : 0), source: index, path: path,
      selection: selection)
    while file.parser.lexer.token.kind != .end, faults < Self.maximumFaults {
      let start = file.parser.lexer.token.lower
      do throws(TPTPFault) {
        try statement(&file, load)
      } catch {
        report(error, in: file)
        file.parser.recover(from: start)
      }
    }
    let stop = file.parser.lexer.token
    if faults >= Self.maximumFaults, stop.kind != .end, openFiles.count == 1 {
      session.report(
        .tooManyFaults, source: index, at: Span(stop.lower, stop.lower),
        "reading stops here, after \(faults) errors")
    }
    openFiles.removeLast()
    return file.names
  }

  /// What was read, once the outermost file is at its end.
  func result(of source: SourceText) -> ReadResult {
    var diagnostics = session.diagnostics
    if premises.isEmpty, conclusion == nil, diagnostics.allSatisfy({ $0.severity < .error }) {
      diagnostics.append(
        Diagnostic(.emptyFile, in: source, at: Span(0, 0), "the file holds no formula"))
    }
    return ReadResult(
      problem: Problem(premises: premises, conclusion: conclusion), diagnostics: diagnostics)
  }

  /// Reports a fault that costs its statement.
  mutating func report(_ fault: TPTPFault, in file: OpenFile) {
    faults += 1
    session.report(
      fault.code, .error, source: file.source, at: fault.span, fault.message, hint: fault.hint)
  }
}

// MARK: - Statements

extension TPTPReading {
  /// `statement = annotated_formula | include`
  private mutating func statement(
    _ file: inout OpenFile, _ load: (String) -> SourceText?
  ) throws(TPTPFault) {
    let keyword = file.parser.lexer.token
    switch keyword.kind == .lowerWord ? file.parser.text(keyword.span) : "" {
    case "fof": try annotatedFormula(&file, isClause: false)
    case "cnf": try annotatedFormula(&file, isClause: true)
    case "include": try include(&file, load)
    case "tff", "thf", "tcf", "tpi":
      throw TPTPFault(
        .unsupported, keyword.span, "typed and higher-order formulas aren't read",
        hint: "`fof` and `cnf` are")
    default:
      guard keyword.kind.isWellFormed else { throw file.parser.unexpected("expected a statement") }
      throw TPTPFault(
        keyword.kind == .rightParenthesis ? .extraBracket : .unexpectedToken, keyword.span,
        "expected `fof`, `cnf` or `include`, met `\(file.parser.text(keyword.span))`")
    }
  }

  /// `annotated_formula = ( "fof" | "cnf" ) , "(" , name , "," , role , "," , formula ,
  /// [ "," , annotations ] , ")" , "."`
  private mutating func annotatedFormula(
    _ file: inout OpenFile, isClause: Bool
  ) throws(TPTPFault) {
    let start = file.parser.lexer.token.lower
    file.parser.beginFormula()
    file.parser.lexer.advance()
    let open = file.parser.lexer.token.span
    try file.parser.expect(.leftParenthesis, "`(`")
    let name = try file.parser.name()
    file.names.insert(name)
    try file.parser.expect(.comma, "`,` behind the name")
    let role = file.parser.lexer.token.span
    try file.parser.expect(.lowerWord, "a role")
    try file.parser.expect(.comma, "`,` behind the role")
    var formula: Formula
    if isClause {
      let parts = try file.parser.disjunction()
      formula = parts.count == 1 ? parts[0] : .or(parts)
    } else {
      formula = try file.parser.logicFormula()
    }
    try file.parser.endOfStatement(open)
    let free = file.parser.freeVariables
    let isUsable = isClause || reportFreeVariables(free, in: file)
    for (variable, _) in free.reversed() { formula = .forAll(variable, formula) }
    guard isUsable, file.selection?.contains(name) ?? true else { return }
    let span = Span(start, file.parser.lexer.previousEnd)
    try add(Statement(name: name, formula: formula, span: span), role: role, from: file)
  }

  /// Reports free variables of a `fof` formula; false when the formula can't be used.
  private mutating func reportFreeVariables(
    _ free: [(name: String, span: Span)], in file: OpenFile
  ) -> Bool {
    let repairs = session.options.repairs
    for (name, span) in free.prefix(Self.maximumFaults - min(faults, Self.maximumFaults)) {
      if !repairs { faults += 1 }
      session.report(
        .freeVariable, .error, source: file.source, at: span, "nothing binds `\(name)`",
        hint: "begin the formula with `! [\(name)] :`", repair: .closeUniversally,
        applied: repairs)
    }
    return free.isEmpty || repairs
  }

  private mutating func add(
    _ statement: Statement, role: Span, from file: OpenFile
  ) throws(TPTPFault) {
    let word = file.parser.text(role)
    if word == "conjecture" {
      if conclusion != nil {
        throw TPTPFault(
          .severalConclusions, statement.span, "a problem has one conjecture only",
          hint: "join the conjectures with `&`")
      }
      conclusion = uniquelyNamed(statement, from: file)
    } else if Self.premiseRoles.contains(word) {
      var premise = uniquelyNamed(statement, from: file)
      premise.isNegatedConjecture = word == "negated_conjecture"
      premises.append(premise)
    } else if word == "unknown" {
      session.report(
        .unknownRole, .warning, source: file.source, at: role,
        "left out: a formula of role unknown says nothing of its use")
    } else {
      throw TPTPFault(
        .unknownRole, role, "`\(word)` is no role that says how to use the formula",
        hint: "write axiom, hypothesis, definition, lemma, negated_conjecture or conjecture")
    }
  }

  private mutating func uniquelyNamed(_ statement: Statement, from file: OpenFile) -> Statement {
    if takenNames.insert(statement.name).inserted { return statement }
    var renamed = statement
    repeat {
      suffixes[statement.name, default: 1] += 1
      renamed.name = "\(statement.name)_\(suffixes[statement.name, default: 1])"
    } while !takenNames.insert(renamed.name).inserted
    renamingNotes += 1
    if renamingNotes <= Self.maximumRenamingNotes {
      session.report(
        .duplicateName, .note, source: file.source, at: statement.span,
        "the name `\(statement.name)` was used before; this formula is called `\(renamed.name)`")
    }
    return renamed
  }
}

extension TPTPParser {
  /// `name = lower_word | single_quoted | integer`
  mutating func name() throws(TPTPFault) -> String {
    switch lexer.token.kind {
    case .lowerWord, .singleQuoted: return try symbol()
    case .number:
      let number = text(lexer.token.span)
      lexer.advance()
      return number
    default: throw unexpected("expected a name")
    }
  }

  /// Moves past annotations, the closing bracket and the full stop.
  mutating func endOfStatement(_ open: Span) throws(TPTPFault) {
    if lexer.token.kind == .comma { try skipAnnotations(open) }
    guard lexer.token.kind == .rightParenthesis else { throw unclosed(open) }
    lexer.advance()
    guard lexer.token.kind != .fullStop else { return lexer.advance() }
    throw lexer.token.kind == .rightParenthesis
      ? unexpected("this bracket closes nothing")
      : TPTPFault(
        .unterminatedStatement, Span(lexer.previousEnd - 1, lexer.previousEnd),
        "a full stop is missing behind this bracket")
  }

  /// `annotations = source , [ "," , useful_info ]`: anything with balanced brackets.
  private mutating func skipAnnotations(_ open: Span) throws(TPTPFault) {
    var closers: [TPTPToken.Kind] = []
    while true {
      switch lexer.token.kind {
      case .leftParenthesis: closers.append(.rightParenthesis)
      case .leftBracket: closers.append(.rightBracket)
      case .rightParenthesis, .rightBracket:
        guard let closer = closers.popLast() else { return }
        if closer != lexer.token.kind { throw unexpected("this bracket closes another kind") }
      case .fullStop, .end: throw unclosed(open)
      case .unterminatedQuote, .unterminatedComment: throw unexpected("unclosed")
      default: break
      }
      lexer.advance()
    }
  }

  /// Moves behind the full stop that ends the statement begun at `start`, or to the next line that
  /// begins a statement.
  mutating func recover(from start: Int) {
    while lexer.token.kind != .end {
      let token = lexer.token
      if token.lower > start, token.kind == .lowerWord,
        lexer.bytes[token.lower - 1] == 0x0A, lexer[token.upper] == UInt8(ascii: "(")
      {
        let word = text(token.span)
        if word == "fof" || word == "cnf" || word == "include" { return }
      }
      lexer.advance()
      if token.kind == .fullStop { return }
    }
  }
}
