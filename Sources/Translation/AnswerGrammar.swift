// The grammar of a whole answer, for servers that let a model write only what a grammar derives.
//
//   root ::= "TEXT:\tfirst sentence\nFOL:\t" formula "\nTEXT:\t..." formula "\n"
//
// The sentences stand there word for word and each is followed by one formula of Grammars/nltk.gbnf:
// an answer has the right number of formulas, in the right order, and all of them can be read. What is
// left to go wrong is the meaning, and an answer cut off at the longest length.

/// Grammars for answers.
public enum AnswerGrammar {
  /// The grammar of a listing of these sentences, in llama.cpp's notation.
  ///
  /// - Parameter sentences: the premises and last the conclusion, one line each.
  public static func listing(of sentences: [String]) -> String {
    let pairs = sentences.map { "\(literal("TEXT:\t\($0)\nFOL:\t")) formula \"\\n\"" }
    return "root ::= \(pairs.joined(separator: " "))\n\(formulaRules)"
  }

  /// The rules of Grammars/nltk.gbnf below its root.
  private static let formulaRules: String = {
    let text = String(decoding: PackageResources.nltk_gbnf, as: UTF8.self)
    let rules = text.split(separator: "\n").filter { line in
      !line.hasPrefix("#") && !line.hasPrefix("root ")
    }
    return rules.map { $0 + "\n" }.joined()
  }()

  /// A terminal that derives this text.
  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
