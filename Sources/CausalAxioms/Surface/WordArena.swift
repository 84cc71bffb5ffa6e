// Pieces of text as machine words, for rows are put together from many short ones.

import Graphs

/// Texts that are appended again and again.
struct WordArena: ~Copyable {
  private var words: FixedStorage<UInt64>
  // Where a text begins, and its bytes.
  private var places: FixedStorage<UInt64>
  /// Bytes of the longest text.
  let longest: Int

  init(_ texts: [[UInt8]]) {
    let count = texts.reduce(0) { $0 + ($1.count + 7) / 8 }
    words = FixedStorage(count: max(1, count), repeating: 0)
    places = FixedStorage(count: max(1, texts.count), repeating: 0)
    longest = texts.map(\.count).max() ?? 0
    var next = 0
    for (number, text) in texts.enumerated() {
      places[number] = UInt64(next) << 16 | UInt64(text.count)
      for (offset, byte) in text.enumerated() {
        words[next + offset / 8] |= UInt64(byte) << UInt64(8 * (offset % 8))
      }
      next += (text.count + 7) / 8
    }
  }

  /// The first word of a text, and its bytes.
  subscript(text: Int) -> (word: Int, length: Int) {
    let place = places[text]
    return (Int(truncatingIfNeeded: place >> 16), Int(truncatingIfNeeded: place & 0xFFFF))
  }

  /// A text of at most eight bytes as one word; nil for a longer one.
  func short(_ text: Int) -> (word: UInt64, length: Int)? {
    let (word, length) = self[text]
    return length > 8 ? nil : (length == 0 ? 0 : words[word], length)
  }

  func word(_ place: Int) -> UInt64 { words[place] }
}

/// Templates as pieces of text with places for names between.
struct CompiledTemplates: ~Copyable {
  /// The texts between places, those of one template after each other.
  let texts: WordArena
  private var slots: FixedStorage<UInt8>
  private var firsts: FixedStorage<UInt32>

  /// A blank follows each sentence.
  init(_ templates: [SentenceTemplate]) {
    var pieces: [[UInt8]] = []
    var codes: [UInt8] = []
    firsts = FixedStorage(count: templates.count, repeating: 0)
    for (number, template) in templates.enumerated() {
      firsts[number] = UInt32(pieces.count)
      pieces += template.texts
      codes += template.slots.map { $0.rawValue + 1 } + [0]
      if !template.use.isQuestion { pieces[pieces.count - 1].append(0x20) }
    }
    texts = WordArena(pieces)
    slots = FixedStorage(count: codes.count, repeating: 0)
    for (place, code) in codes.enumerated() { slots[place] = code }
  }

  /// The first piece of a template.
  func first(_ template: Int) -> Int { Int(firsts[template]) }

  /// The place after a piece; nil when it is the last.
  func slot(after piece: Int) -> SentenceTemplate.Slot? {
    slots[piece] == 0 ? nil : SentenceTemplate.Slot(rawValue: slots[piece] - 1)
  }
}
