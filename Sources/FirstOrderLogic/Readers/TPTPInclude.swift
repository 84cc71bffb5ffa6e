// Where an included TPTP file is looked for.
//
//   1. beside the including file, then in each folder above it
//   2. in the roots given by option
//   3. in the folder that the environment variable TPTP names
//
// TPTP's own files name their includes from the library's root (`Axioms/SET001+0.ax`), which is some
// folder above the problem; hence the walk upwards. Paths are joined and shortened as text: a file is
// known by the path it was found at, and only `load` touches the disk.

import Diagnostics
import Glibc

/// The search path of TPTP includes.
enum TPTPInclude {
  /// Folders above the working directory that are tried for a file named by a relative path.
  private static let maximumParents = 16

  /// The paths at which a file may be, best first.
  static func candidates(
    for path: String, includedBy including: String, roots: [String]
  ) -> [String] {
    if path.hasPrefix("/") { return [normalized(path)] }
    var folders = [folder(of: including)]
    while let parent = parent(of: folders[folders.count - 1]) { folders.append(parent) }
    folders += roots
    if let root = getenv("TPTP") { folders.append(String(cString: root)) }
    var candidates: [String] = []
    for folder in folders {
      let candidate = normalized(folder.isEmpty ? path : folder + "/" + path)
      if !candidates.contains(candidate) { candidates.append(candidate) }
    }
    return candidates
  }

  /// The path without `.`, doubled slashes and `folder/..`.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    let isAbsolute = path.hasPrefix("/")
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }

  private static func folder(of file: String) -> String {
    let path = normalized(file)
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func parent(of folder: String) -> String? {
    if folder == "/" { return nil }
    let parts = folder.split(separator: "/")
    guard parts.allSatisfy({ $0 == ".." }) else { return self.folder(of: folder) }
    return parts.count < maximumParents ? (folder.isEmpty ? ".." : folder + "/..") : nil
  }
}

extension TPTPReading {
  private static let maximumIncludeDepth = 64

  /// `include = "include" , "(" , file , [ "," , "[" , name , { "," , name } , "]" ] , ")" , "."`
  mutating func include(
    _ file: inout OpenFile, _ load: (String) -> SourceText?
  ) throws(TPTPFault) {
    file.parser.beginFormula()
    file.parser.lexer.advance()
    let open = file.parser.lexer.token.span
    try file.parser.expect(.leftParenthesis, "`(`")
    let span = file.parser.lexer.token.span
    guard file.parser.lexer.token.kind == .singleQuoted else {
      throw file.parser.unexpected("expected a file's name in single quotes")
    }
    let path = try file.parser.symbol()
    let names = try file.parser.selectedNames()
    try file.parser.endOfStatement(open)
    guard let found = find(path, from: file, load) else {
      return report(
        TPTPFault(
          .includeNotFound, span, "found no file `\(path)`",
          hint: "give its folder's root by option or in the environment variable TPTP"), in: file)
    }
    if openFiles.contains(found.path) || openFiles.count > Self.maximumIncludeDepth {
      return report(
        TPTPFault(.includeCycle, span, "`\(found.path)` includes itself"), in: file)
    }
    readIncluded(found.path, found.text, names: names, span, from: &file, load)
  }

  private func find(
    _ path: String, from file: OpenFile, _ load: (String) -> SourceText?
  ) -> (path: String, text: SourceText)? {
    let candidates = TPTPInclude.candidates(
      for: path, includedBy: file.path, roots: session.options.includeRoots)
    for candidate in candidates {
      if let text = load(candidate) { return (candidate, text) }
    }
    return nil
  }

  private mutating func readIncluded(
    _ path: String, _ text: SourceText, names: Set<String>?, _ span: Span,
    from file: inout OpenFile, _ load: (String) -> SourceText?
  ) {
    var selection = file.selection
    if let names { selection = selection.map(names.intersection) ?? names }
    // The same statements a second time say nothing new; a tower of doubled includes would be
    // exponentially long.
    if readFiles.contains(IncludedFile(path: path, selection: nil)) { return }
    guard readFiles.insert(IncludedFile(path: path, selection: selection)).inserted else { return }
    let met = readFile(text, path: path, selection: selection, load)
    file.names.formUnion(met)
    for name in (names ?? []).subtracting(met).sorted() {
      report(
        TPTPFault(.includeNotFound, span, "`\(path)` has no formula named `\(name)`"), in: file)
    }
  }
}

extension TPTPParser {
  /// The names behind an include's file, nil when there is no list of them.
  fileprivate mutating func selectedNames() throws(TPTPFault) -> Set<String>? {
    guard lexer.token.kind == .comma else { return nil }
    lexer.advance()
    var names: Set<String> = []
    guard lexer.token.kind == .leftBracket else {
      throw unexpected("expected `[` and names of formulas")
    }
    repeat {
      lexer.advance()
      names.insert(try name())
    } while lexer.token.kind == .comma
    try expect(.rightBracket, "`,` or `]`")
    return names
  }
}
