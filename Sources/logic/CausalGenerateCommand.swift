// `logic causal generate`: rows of a family or preset, and their manifest.

import ArgumentParser
import Batch
import CausalAxioms
import Foundation
import JSON

extension Split: ExpressibleByArgument {}
extension GenerationMode: ExpressibleByArgument {}
extension RowFormat: ExpressibleByArgument {}

/// Numbers of nodes: `N` or `N..M`.
struct NodeRange: ExpressibleByArgument {
  var sizes: [Int]

  init?(argument: String) {
    let ends = argument.components(separatedBy: "..").map { Int($0) }
    guard ends.count <= 2, let low = ends[0], let high = ends[ends.count - 1], low <= high,
      high - low < 1000
    else { return nil }
    sizes = Array(low...high)
  }
}

struct CausalGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes demonstrations with proved labels and witnesses, one JSON object a line.",
    discussion: """
      A row depends on seed, split, family and its number only: --index gives one row of the set, \
      shards written one after the other are the set, and any number of threads writes the same bytes.

      In hardened mode Yes and No rows are alike in everything that named shortcuts look at, and no \
      canonical form is in two splits. In paper mode rows are as in Vashishtha et al. 2024.

      With --out a manifest is written beside the file: parameters, checksum, balance, hops, distinct \
      graphs, scores of shortcuts. The file is there when it is whole, and not before. Exits with 3 when \
      rows run out.
      """)

  @Option(help: ArgumentHelp("A family; --list names them.", valueName: "name"))
  var family: String?

  @Option(help: ArgumentHelp("A preset; --list names them.", valueName: "name"))
  var preset: String?

  @OptionGroup var axioms: AxiomOptions

  @Flag(help: "List families and presets.")
  var list = false

  @Option(help: ArgumentHelp("Nodes of a graph; sizes come in turn.", valueName: "n[..m]"))
  var nodes: NodeRange?

  @Option(help: ArgumentHelp("Rows of the whole set.", valueName: "number"))
  var rows: Int?

  @Option(help: ArgumentHelp("Seed of the set.", valueName: "number"))
  var seed: UInt64 = 0

  @Option(help: "train, validation or test.")
  var split = Split.train

  @Option(help: "paper or hardened.")
  var mode = GenerationMode.hardened

  @OptionGroup(title: "Surface") var surface: SurfaceOptions

  @Flag(
    inversion: .prefixedNo,
    help: """
      Each graph with its question at most once, names aside; about 16 bytes a row. The default for \
      eval-* presets in hardened mode where there are so many, if --rows isn't given.
      """)
  var unique: Bool?

  @Option(help: ArgumentHelp("Write one row only, counted from 0.", valueName: "number"))
  var index: Int?

  @Option(help: ArgumentHelp("Write part i of n, i from 0.", valueName: "i/n"))
  var shard: Shard?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write here, and a manifest to FILE.manifest.json.", valueName: "file"))
  var out: String?

  @Flag(help: "Compress; the default where FILE ends with .gz.")
  var gzip = false

  @Option(help: "full (question, answer, metadata), paper (text, label) or chat.")
  var format = RowFormat.full

  @Flag(help: "The same as --format chat.")
  var chat = false

  @Option(name: [.short, .long], help: ArgumentHelp("Threads.", valueName: "threads"))
  var jobs = 1

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs must be 1 to 256") }
    if list { return }
    guard [family, preset, axioms.axiom].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("give --family or --preset, which --list names, or --axiom")
    }
    guard axioms.axiom == nil || surface.isDefault && unique == nil else {
      throw ValidationError(
        "an axiom file has sentences of its own: leave the options on words out")
    }
    if let rows, rows < 0 { throw ValidationError("--rows must not be negative") }
    if preset != nil, nodes != nil {
      throw ValidationError("a preset has its own sizes: leave --nodes out, or use --family")
    }
    if index != nil, shard != nil { throw ValidationError("give --index or --shard, not both") }
    if chat, format != .full { throw ValidationError("give --chat or --format, not both") }
  }

  func run() throws {
    if list { return Console.out(Self.listing(mode, split)) }
    if let path = axioms.axiom { return try AxiomGeneration(self, axioms: path)() }
    let run = try makeRun(plan(for: settings()))
    let output = try RowOutput(out, gzip: gzip)
    let manifest: JSONValue?
    do throws(GenerationFault) {
      manifest = try write(run, to: output)
    } catch {
      output.discard()
      Console.note("logic: error: \(error.message)\n  hint: \(error.hint)\n")
      throw ExitCode(ExitStatus.inputFault.rawValue)
    }
    try output.finish(manifest)
  }

  private func write(
    _ run: GenerationRun, to output: RowOutput
  ) throws(GenerationFault) -> JSONValue? {
    guard output.takesManifest else {
      try run.run { output.write($0) }
      return nil
    }
    return try run.runWithManifest(version: Logic.version) { output.write($0) }
  }

  private func plan(for settings: GenerationSettings) throws -> GenerationPlan {
    do throws(GenerationFault) {
      return try GenerationPlan(settings)
    } catch {
      throw ValidationError("\(error.message); \(error.hint)")
    }
  }

  private func settings() throws -> GenerationSettings {
    var settings: GenerationSettings
    if let family {
      guard let found = Family.named(family) else {
        throw ValidationError("no family is called \(family); --list names them")
      }
      settings = GenerationSettings(
        family: found, sizes: nodes?.sizes ?? Array(found.defaultNodes), rows: rows ?? 1000,
        seed: seed)
    } else {
      guard let found = Preset.named(preset ?? "", mode: mode, split: split) else {
        throw ValidationError("no preset is called \(preset ?? ""); --list names them")
      }
      settings = GenerationSettings(preset: found, rows: rows, seed: seed)
      settings.isUnique = mode == .hardened && rows == nil && found.fitsUnique(split)
      if found.isEvaluation, mode == .hardened, !settings.isUnique, unique == nil {
        Console.note(
          "logic: note: \(found.name) has more rows than different questions in split "
            + "\(split.rawValue), or may have: questions recur under other names\n")
      }
    }
    if let unique { settings.isUnique = unique }
    settings.surface = try surface.surface()
    settings.split = split
    settings.mode = mode
    settings.format = chat ? .chat : format
    return settings
  }

  private func makeRun(_ plan: GenerationPlan) throws -> GenerationRun {
    if let index {
      let end = rows == nil ? plan.mostRows : max(1, plan.settings.rows)
      guard (0..<end).contains(index) else {
        throw ValidationError("the set has rows 0 to \(end - 1), not \(index)")
      }
      return GenerationRun(plan: plan, range: index..<index + 1)
    }
    guard let shard else { return GenerationRun(plan: plan, jobs: jobs) }
    return GenerationRun(plan: plan, shard: (shard.index, shard.count), jobs: jobs)
  }

  private static func listing(_ mode: GenerationMode, _ split: Split) -> String {
    let families = Family.all.map { ($0.name, $0.about) }
    let presets = Preset.all(mode: mode, split: split).map {
      ($0.name, "\($0.about); \($0.rows) rows")
    }
    let width = (families + presets).map(\.0.count).max() ?? 0
    func lines(_ entries: [(String, String)]) -> String {
      entries.map { name, about in
        "  " + name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + about + "\n"
      }.joined()
    }
    return "Families\n" + lines(families) + "\nPresets\n" + lines(presets)
  }
}
