// Options of the commands that read sentences.

import ArgumentParser
import English

struct EnglishOptions: ParsableArguments {
  @Flag(help: "Read the sentences of JSONL rows and not their formulas.")
  var english = false

  @Flag(
    help: """
      Apply the rules of English texts forwards only, with `not` as a fact of its own, as ProofWriter's \
      labels do. By default that is done for rows that offer the answer `Unknown` and hold nothing but \
      facts and rules; all else is classical logic.
      """)
  var forward = false

  @Flag(help: "Read the sentences of all rows as classical logic.")
  var classical = false

  func validate() throws {
    if forward, classical { throw ValidationError("choose one of --forward and --classical") }
  }

  /// How a text is read.
  var semantics: EnglishSemantics { forward ? .forwardRules : .classical }
  /// How rows are read; nil for their formulas.
  var rows: EnglishSemantics? { english ? (forward || classical ? semantics : .asAsked) : nil }
}
