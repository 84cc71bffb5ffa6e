// Options that mean the same in every command.

import ArgumentParser
import Entailment
import FirstOrderLogic

extension ProverChoice: ExpressibleByArgument {}
extension InputFormat: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}

/// A number of bytes: digits with an optional K, M or G (powers of 1024).
struct ByteCount: ExpressibleByArgument {
  var bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = argument.uppercased().last.flatMap { units[$0] }
    let digits = unit == nil ? argument[...] : argument.dropLast()
    guard let count = Int(digits), count > 0 else { return nil }
    let (bytes, overflow) = count.multipliedReportingOverflow(by: unit ?? 1)
    guard !overflow else { return nil }
    self.bytes = bytes
  }

  var defaultValueDescription: String {
    bytes % (1 << 30) == 0 ? "\(bytes >> 30)G" : "\(bytes >> 20)M"
  }
}

/// What one problem may cost.
struct ResourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("CPU seconds for one problem.", valueName: "seconds"))
  var time: Double = 10

  @Option(
    help: ArgumentHelp("Memory for one problem, for example 512M or 2G.", valueName: "bytes"))
  var memory = ByteCount(bytes: 2 << 30)

  func validate() throws {
    guard time > 0, time.isFinite, time <= 1e9 else {
      throw ValidationError("--time must be a positive number of seconds")
    }
    guard memory.bytes >= 32 << 20 else { throw ValidationError("--memory must be 32M or more") }
  }
}

struct LimitOptions: ParsableArguments {
  @OptionGroup var resources: ResourceOptions

  @Option(help: ArgumentHelp("Seed of Z3's random choices.", valueName: "number"))
  var seed: UInt32 = 0

  @Option(
    name: [.short, .long], help: ArgumentHelp("Problems worked on at once.", valueName: "threads"))
  var jobs = 1

  @Option(
    help: """
      Which deciders: z3, resolution (the built-in prover and model finder), or both by turns; the \
      first certified answer wins.
      """)
  var prover = ProverChoice.both

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs must be 1 to 256") }
  }

  var entailment: EntailmentOptions {
    EntailmentOptions(
      prover: prover, cpuSeconds: resources.time, memoryBytes: resources.memory.bytes, seed: seed)
  }
}

struct InputOptions: ParsableArguments {
  @Option(
    help: """
      The input's notation; by default told from the file's name, then from its content.
      """)
  var format: InputFormat?

  @Option(
    help: ArgumentHelp(
      "Folder where TPTP includes are looked for, as the variable TPTP does.", valueName: "folder"))
  var tptp: [String] = []
}
