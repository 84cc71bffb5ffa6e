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
  /// - Parameters:
  ///   - sentences: the premises and last the conclusion, one line each.
  ///   - known: formulas that are fixed, for each sentence or none; their names may be used in the
  ///     others.
  public static func listing(of sentences: [String], known: [String?] = []) -> String {
    let pairs = sentences.enumerated().map { index, sentence in
      let formula = index < known.count ? known[index].map(literal) : nil
      return "\(literal("TEXT:\t\(sentence)\nFOL:\t")) \(formula ?? "formula") \"\\n\""
    }
    let names = names(in: known.compactMap { $0 }).map { " | \(literal($0))" }.joined()
    let rules = formulaRules.map { $0.hasPrefix("name ") ? $0 + names : $0 }
    return (["root ::= \(pairs.joined(separator: " "))"] + rules).map { $0 + "\n" }.joined()
  }

  /// Names in formulas that the grammar's own rule does not derive, and that are no variables.
  private static func names(in formulas: [String]) -> [String] {
    let words = formulas.flatMap { formula in
      formula.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    }
    return Set(words).map(String.init).filter { word in
      !["all", "exists"].contains(word) && word.wholeMatch(of: /[u-z][0-9]*/) == nil
        && word.wholeMatch(of: /[A-Z][a-zA-Z0-9]+/) == nil
    }.sorted()
  }

  /// The rules of Grammars/nltk.gbnf below its root.
  private static let formulaRules: [String] = {
    let text = String(decoding: PackageResources.nltk_gbnf, as: UTF8.self)
    return text.split(separator: "\n").map(String.init).filter { line in
      !line.hasPrefix("#") && !line.hasPrefix("root ")
    }
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
