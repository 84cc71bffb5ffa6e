// Diagnostics as text: the one place where a caret line is drawn.
//
//   puzzle.fol:3:12: error: missing closing bracket [missing-bracket]
//       ∀x (Dog(x) → Animal(x)
//          ^
//   hint: add `)` at the end; --repair does so (close-bracket)

extension Diagnostic {
  /// The diagnostic in the form compilers use, with the line at fault and a caret under it.
  public func rendered(color: Bool = false) -> String {
    let paint = color ? severity.color : ""
    let reset = color ? "\u{1B}[0m" : ""
    var text = "\(location.file):\(location.line):\(location.column): "
    text += "\(paint)\(severity.rawValue)\(reset): "
    if let field { text += "\(field): " }
    text += "\(message) [\(code.rawValue)]\n"
    if !excerpt.allSatisfy({ $0 == " " }) {
      text += "    \(excerpt)\n    \(String(repeating: " ", count: caret))"
      text += "\(paint)\(String(repeating: "^", count: caretLength))\(reset)\n"
    }
    if let repair {
      text += repair.applied ? "repaired: \(repair.name.rawValue)\n" : ""
    }
    if let hint { text += "hint: \(hint)\n" }
    if let repair, !repair.applied {
      text += "hint: --repair would mend this (\(repair.name.rawValue))\n"
    }
    return text
  }
}

extension Severity {
  fileprivate var color: String {
    switch self {
    case .note: "\u{1B}[36m"
    case .warning: "\u{1B}[33m"
    case .error: "\u{1B}[31m"
    }
  }
}
