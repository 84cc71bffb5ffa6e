// The tokens of NLTK 3.8.1's logic notation.
//
//   operators   ( ) , . \ - ! & ^ | = == != -> => <-> <=>       the longest that fits
//   blanks      space, tab, line feed, carriage return
//   names       every other run of characters: `"A"`, `[a`, `A<B`, `?` and `50%` are names
//
// Words for operators (`and`, `exists`, ...) are names here; the parser knows them.

enum NLTKLexer {
  private static let operators: [[UInt8]] = [
    "<->", "<=>", "->", "=>", "==", "!=", "(", ")", ",", ".", "\\", "-", "!", "&", "^", "|", "=",
  ].map { Array($0.utf8) }

  /// The tokens of a formula.
  ///
  /// - Complexity: O(length).
  static func tokens(_ formula: String) -> [String] {
    let text = Array(formula.utf8)
    var tokens: [String] = []
    var nameStart: Int?
    func end(_ index: Int) {
      guard let start = nameStart else { return }
      tokens.append(String(decoding: text[start..<index], as: UTF8.self))
      nameStart = nil
    }
    var index = 0
    while index < text.count {
      if [0x20, 0x09, 0x0A, 0x0D].contains(text[index]) {
        end(index)
        index += 1
      } else if let found = operators.first(where: { text[index...].starts(with: $0) }) {
        end(index)
        tokens.append(String(decoding: found, as: UTF8.self))
        index += found.count
      } else {
        if nameStart == nil { nameStart = index }
        index += 1
      }
    }
    end(index)
    return tokens
  }
}
