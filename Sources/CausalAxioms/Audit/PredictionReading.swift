// The Yes or No in what a model wrote.
//
//   1. the first word, when it is Yes or No (true and false count too);
//   2. the first such word after the last "answer";
//   3. the only such word that occurs, however often.
//
// Anything else says neither, and is counted as wrong: a reading that guesses flatters the model.

/// Reads predictions.
public enum PredictionReading {
  /// The label a model's output states; nil when it states none, or both.
  public static func label(_ output: String) -> Label? {
    let words = output.lowercased().split { !$0.isLetter }.map(String.init)
    if let first = words.first.flatMap(Self.word) { return first }
    if let answer = words.lastIndex(of: "answer"),
      let found = words[(answer + 1)...].lazy.compactMap(Self.word).first
    {
      return found
    }
    let labels = Set(words.compactMap(Self.word))
    return labels.count == 1 ? labels.first : nil
  }

  private static func word(_ text: String) -> Label? {
    switch text {
    case "yes", "true": .yes
    case "no", "false": .no
    default: nil
    }
  }
}
