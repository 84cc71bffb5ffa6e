// Options about words, names and sentences: for making rows, and for reading them.

import ArgumentParser
import CausalAxioms
import Diagnostics

extension Family.SentenceOrder: ExpressibleByArgument {}

/// How generated rows look.
struct SurfaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Words: \(Phrasing.builtIn.map(\.name).joined(separator: ", ")); mixed (one drawn for each pair of \
      rows), mixed-sentences (for each sentence); or a file.
      """, valueName: "name|file"))
  var phrasing = "causes"

  @Option(
    help: ArgumentHelp(
      """
      Names: short (1 to 3 letters and digits), long (8 to 10), words (invented), variables (X1, X2), or a \
      file of one name a line. Default: the family's.
      """, valueName: "name|file"))
  var names: String?

  @Option(
    help: ArgumentHelp(
      "Up to so many sentences a row that bear on no question.", valueName: "number"))
  var distractors = 0

  @Option(
    help: ArgumentHelp(
      "Nodes without edges in each row; hardened mode never asks about them.", valueName: "number"))
  var isolated = 0

  @Option(
    help: "Order of the sentences: shuffled, forward, reversed, by-cause. Default: the mode's.")
  var order: Family.SentenceOrder?

  /// Whether every option has its default.
  var isDefault: Bool {
    phrasing == "causes" && names == nil && distractors == 0 && isolated == 0 && order == nil
  }

  func validate() throws {
    guard (0...Surface.maximumDistractors).contains(distractors) else {
      throw ValidationError("--distractors must be 0 to \(Surface.maximumDistractors)")
    }
    guard (0...61).contains(isolated) else { throw ValidationError("--isolated must be 0 to 61") }
  }

  /// The surface; faults of files are shown.
  func surface() throws -> Surface {
    var surface = Surface()
    switch phrasing {
    case "mixed": surface.telling = .mixedRows
    case "mixed-sentences": surface.telling = .mixedSentences
    default:
      let builtIn = Phrasing.builtIn.first { $0.name == phrasing }
      surface.telling = .one(try builtIn ?? SurfaceFile.read(phrasing, Phrasing.read))
    }
    switch names {
    case nil: break
    case "short": surface.nameLengths = 1...3
    case "long": surface.nameLengths = 8...10
    case "words": surface.names = .words
    case "variables": surface.names = .variables
    case .some(let path): surface.names = try SurfaceFile.read(path, NamePool.read)
    }
    surface.distractors = distractors
    surface.isolated = isolated
    surface.order = order
    return surface
  }
}

/// What texts are read by.
struct PhrasingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read a phrasing of this file too; the built-in ones are always read.", valueName: "file"))
  var phrasing: [String] = []

  /// The templates; faults of files are shown.
  func templates() throws -> ReadingTemplates {
    guard !phrasing.isEmpty else { return .builtIn }
    return ReadingTemplates(adding: try phrasing.map { try SurfaceFile.read($0, Phrasing.read) })
  }
}

private enum SurfaceFile {
  static func read<Value>(
    _ path: String, _ read: (SourceText) -> (Value?, [Diagnostic])
  ) throws -> Value {
    switch SourceText.load(path: path) {
    case .failure(let fault):
      Console.note(fault.diagnostic.rendered(color: Console.usesColor))
    case .success(let source):
      let (value, diagnostics) = read(source)
      for diagnostic in diagnostics {
        Console.note(diagnostic.rendered(color: Console.usesColor))
      }
      if let value { return value }
    }
    throw ExitCode(ExitStatus.inputFault.rawValue)
  }
}
