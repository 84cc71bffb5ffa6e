// What the published code takes from a generated text, and how it cleans it, before NLTK reads it.
//
//   lines      every line with `FOL:` and a tab; the mark and the blanks at both ends are dropped.
//              The last formula is the conclusion. `FOL:` with a blank for the tab is no mark: a text
//              that has only such lines is an Error: nearly half the Errors of the 2-shot run.
//   brackets   a pair with none inside is taken for an argument list, whatever it is: its parts
//              between commas are stripped, then digits become words, `.` becomes `Dot`, `-` and
//              blanks become `_`, `'` is dropped. `(x = Oslo | x = Bergen)` so becomes
//              `(x_=_Oslo_|_x_=_Bergen)`, where `x_` is another name than `x`.
//   quotes     what then stands between two `'` is cleaned the same way, without the quotes.
//
// The rules were inferred from Olausson et al. (2023) and from the labels of its recorded runs: with
// them NLTK 3.8.1 and Prover9 give every label of the four runs that can be replayed, 7,280.
// The text is handled as text on purpose: a parser would not make these mistakes.

enum FormulaExtraction {
  private static let mark = Array("FOL:\t".utf8)
  private static let stop = Array("</EVALUATE>".utf8)
  private static let answer = Array("ANSWER:".utf8)
  private static let digits = [
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine",
  ]

  /// The formulas of a generated text, uncleaned, in its order.
  ///
  /// - Parameter isScratchpad: whether the model's own answer follows, which is no part of them.
  static func formulas(of generation: String, isScratchpad: Bool) -> [String] {
    var text = Array(generation.utf8)[...]
    for word in isScratchpad ? [stop, answer] : [stop] {
      if let range = text.firstRange(of: word) { text = text[..<range.lowerBound] }
    }
    return text.split(separator: 0x0A).compactMap { line in
      guard line.firstRange(of: mark) != nil else { return nil }
      return String(decoding: stripped(without(mark, line)), as: UTF8.self)
    }
  }

  /// A formula after the published text substitutions.
  ///
  /// - Complexity: O(length).
  static func cleaned(_ formula: String) -> String {
    String(decoding: unquoted(argumentsCleaned(Array(formula.utf8))), as: UTF8.self)
  }

  private static func without(_ mark: [UInt8], _ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var kept: [UInt8] = []
    var rest = line
    while let range = rest.firstRange(of: mark) {
      kept += rest[..<range.lowerBound]
      rest = rest[range.upperBound...]
    }
    return (kept + rest)[...]
  }

  private static func argumentsCleaned(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 16)
    // Where the text after the last opening bracket begins, while no other bracket has come.
    var opened: Int?
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "("):
        if let opened { result += text[opened..<index] }
        opened = index + 1
        result.append(byte)
      case UInt8(ascii: ")"):
        if let opened {
          let parts = text[opened..<index].split(
            separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
          result += parts.map(word).joined(separator: [UInt8(ascii: ",")])
        }
        opened = nil
        result.append(byte)
      default:
        if opened == nil { result.append(byte) }
      }
    }
    if let opened { result += text[opened...] }
    return result
  }

  private static func unquoted(_ text: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "'")
    var result: [UInt8] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: quote),
      let end = rest[(start + 1)...].firstIndex(of: quote)
    {
      result += rest[..<start] + word(rest[(start + 1)..<end])
      rest = rest[(end + 1)...]
    }
    return result + rest
  }

  private static func word(_ part: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in stripped(part) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        result += digits[Int(byte - UInt8(ascii: "0"))].utf8
      case UInt8(ascii: "."): result += "Dot".utf8
      case UInt8(ascii: "-"), UInt8(ascii: " "): result.append(UInt8(ascii: "_"))
      case UInt8(ascii: "'"): break
      default: result.append(byte)
      }
    }
    return result
  }

  private static func stripped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = text.firstIndex(where: { !isBlank($0) }),
      let last = text.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return text[first...last]
  }
}
