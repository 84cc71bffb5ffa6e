// Reads a prompt file: headings `%% section`, each followed by its text, blank lines around it left out.

import Diagnostics

/// Reads prompt files.
public struct PromptReader {
  private let source: SourceText
  private var prompt = Prompt()
  private var diagnostics: [Diagnostic] = []
  private var heading: (section: Prompt.Section, label: String, span: Span)?
  private var content: [String] = []

  private init(_ source: SourceText) { self.source = source }

  /// Reads a prompt file.
  ///
  /// - Returns: the prompt, or nil and its faults.
  public static func read(_ source: SourceText) -> (prompt: Prompt?, diagnostics: [Diagnostic]) {
    var source = source
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { source.bytes.removeFirst(3) }
    var reader = PromptReader(source)
    if let at = source.firstInvalidByte {
      reader.report(.invalidUTF8, Span(at, at + 1), "this byte is not UTF-8", "save it as UTF-8")
      return (nil, reader.diagnostics)
    }
    for line in reader.lines { reader.read(line) }
    reader.endSection()
    if reader.prompt.texts[.question] == nil {
      reader.report(
        .missingField, Span(0, 0), "the prompt has no section `question`",
        "begin it with a line `%% question`")
    }
    return (reader.diagnostics.isEmpty ? reader.prompt : nil, reader.diagnostics)
  }

  private mutating func report(
    _ code: DiagnosticCode, _ span: Span, _ message: String, _ hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, in: source, at: span, message, hint: hint))
  }

  private mutating func read(_ span: Span) {
    let line = source.string(span)
    guard line.hasPrefix("%%") else {
      content.append(line)
      return
    }
    endSection()
    let words = line.dropFirst(2).split(separator: " ", maxSplits: 1).map(String.init)
    guard let section = words.first.flatMap(Prompt.Section.init) else {
      report(
        .unknownSection, span, "this heading names no section of a prompt",
        "sections are \(Prompt.Section.allCases.map(\.rawValue).joined(separator: ", "))")
      return
    }
    heading = (section, words.count > 1 ? words[1] : "", span)
  }

  private mutating func endSection() {
    defer { (heading, content) = (nil, []) }
    guard let (section, label, span) = heading else { return }
    let isBlank: (String) -> Bool = { $0.allSatisfy(\.isWhitespace) }
    let lines = content.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    let text = lines.joined(separator: "\n")
    for place in section.places.sorted() where !text.contains("{{\(place)}}") {
      report(.missingField, span, "the section `\(section.rawValue)` has no {{\(place)}}")
    }
    if section == .shot {
      prompt.shots.append(Prompt.Shot(label: label, text: text))
    } else if prompt.texts.updateValue(text, forKey: section) != nil {
      report(.unknownSection, span, "a second section `\(section.rawValue)`")
    }
  }

  /// The lines without their ends (LF, CRLF).
  private var lines: [Span] {
    var lines: [Span] = []
    var start = 0
    for end in 0...source.bytes.count where end == source.bytes.count || source.bytes[end] == 0x0A {
      let isCRLF = end > start && source.bytes[end - 1] == 0x0D
      lines.append(Span(start, isCRLF ? end - 1 : end))
      start = end + 1
    }
    return lines
  }
}
