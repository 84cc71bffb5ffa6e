// Reads a problem in any of the languages: checks the bytes, finds the language, calls its reader.
//
// Readers may thus rely on non-empty valid UTF-8 without NUL and without a byte order mark. A text
// that fails here is refused whole: a broken encoding says that the file isn't what its reader thinks.

import Diagnostics

/// Reads problems.
public enum ProblemReader {
  /// The text of the file at a path that another includes, nil where there is none.
  public typealias Loader = (_ path: String) -> SourceText?
  /// A reader of English: it needs more than this module has, so that who wants it brings it.
  public typealias EnglishReading = (_ source: SourceText) -> ReadResult

  /// Reads a problem.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - format: its language; nil finds it by the name's extension, then by content.
  ///   - options: how faults are treated.
  ///   - load: reads TPTP includes; by default from the file system.
  ///   - english: reads a text in English; with nil there is no such language.
  /// - Returns: the problem and all faults. After a byte order mark, which is skipped, spans count
  ///   from the byte behind it.
  /// - Complexity: O(bytes), includes counted.
  public static func read(
    _ source: SourceText, format: InputFormat? = nil, options: ReadingOptions = ReadingOptions(),
    load: Loader = { try? SourceText.load(path: $0).get() }, english: EnglishReading? = nil
  ) -> ReadResult {
    var source = source
    var notes: [Diagnostic] = []
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      notes.append(
        Diagnostic(.byteOrderMark, in: source, at: Span(0, 3), "a byte order mark is skipped"))
      source.bytes.removeFirst(3)
    }
    let format = format ?? .detected(in: source)
    if let fault = byteFault(source) ?? lineFault(source, format) {
      return ReadResult(problem: empty, diagnostics: notes + [fault])
    }
    var result = read(source, format, options, english, load)
    result.diagnostics = notes + result.diagnostics
    return result
  }

  private static var empty: Problem { Problem(premises: [], conclusion: nil) }

  private static func read(
    _ source: SourceText, _ format: InputFormat, _ options: ReadingOptions,
    _ english: EnglishReading?, _ load: Loader
  ) -> ReadResult {
    switch format {
    case .native: NativeReader.read(source, options: options)
    case .nltk: NLTKReader.read(source, options: options)
    case .folio: FOLIOReader.read(source, options: options)
    case .prover9: Prover9Reader.read(source, options: options)
    case .logicLM: LogicLMReader.read(source, options: options)
    case .tptp: TPTPReader.read(source, options: options, load: load)
    case .rows: readSingleRow(source, options)
    case .english: english?(source) ?? noEnglish(source)
    }
  }

  private static func noEnglish(_ source: SourceText) -> ReadResult {
    let fault = Diagnostic(
      .unsupported, in: source, at: Span(0, 1), "sentences are not read here, only formulas")
    return ReadResult(problem: empty, diagnostics: [fault])
  }

  /// The first fault of the bytes.
  private static func byteFault(_ source: SourceText) -> Diagnostic? {
    if let at = source.firstInvalidByte {
      return Diagnostic(
        .invalidUTF8, in: source, at: Span(at, at + 1), "this byte is not UTF-8",
        hint: "save the file as UTF-8")
    }
    if let at = source.bytes.firstIndex(of: 0) {
      return Diagnostic(.nulByte, in: source, at: Span(at, at + 1), "a NUL character in the text")
    }
    let isBlank = source.bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return isBlank
      ? Diagnostic(.emptyFile, in: source, at: Span(0, 0), "there is nothing in the file") : nil
  }

  /// The first statement that is too long, where a line is a statement.
  private static func lineFault(_ source: SourceText, _ format: InputFormat) -> Diagnostic? {
    guard [.native, .nltk, .folio].contains(format),
      source.bytes.count > ProblemCollector.maximumStatement
    else { return nil }
    let long = LogicLMReader.lines(of: source).first {
      $0.upper - $0.lower > ProblemCollector.maximumStatement
    }
    return long.map { line in
      Diagnostic(
        .statementTooLong, in: source, at: Span(line.lower, line.lower + 1),
        "the line has \(line.upper - line.lower) bytes, "
          + "more than \(ProblemCollector.maximumStatement)")
    }
  }

  /// The problem of a file of one row. Many rows are many problems, for `RowsReader`.
  private static func readSingleRow(
    _ source: SourceText, _ options: ReadingOptions
  ) -> ReadResult {
    let rows = RowsReader.read(source, options: options)
    guard let row = rows.first else { return ReadResult(problem: empty, diagnostics: []) }
    var result = ReadResult(problem: row.problem, diagnostics: row.diagnostics)
    result.wording = row.wording
    if rows.count > 1 {
      let lines = LogicLMReader.lines(of: source)
      result.diagnostics.append(
        Diagnostic(
          .unsupported, in: source, at: Span(lines[1].lower, lines[1].lower + 1),
          "one problem is expected, and the file has \(rows.count) rows",
          hint: "read many rows with `logic batch`"))
    }
    return result
  }
}
