// Options of the commands that read sentences.

import ArgumentParser
import English

struct EnglishOptions: ParsableArguments {
  @Flag(help: "Read the sentences of JSONL rows and not their formulas.")
  var english = false

  @Flag(
    help: """
      Apply the rules of English texts forwards only, with `not` as a fact of its own, as ProofWriter's \
      labels do; by default they are classical logic.
      """)
  var forward = false

  var semantics: EnglishSemantics { forward ? .forwardRules : .classical }
  /// How rows are read; nil for their formulas.
  var rows: EnglishSemantics? { english ? semantics : nil }
}
