// The secret that a server asks for: sent in one header, shown and stored nowhere.

/// A key to a server.
public struct APIKey: Sendable, CustomStringConvertible, CustomReflectable {
  private let secret: String

  /// Shorter ones are placeholders for servers that want no key ("none", "x"); taking such words out
  /// of a model's text would change the text.
  private static let leastSecretLength = 12

  /// Makes a key; nil when it has characters that no header can carry.
  public init?(_ secret: String) {
    guard !secret.isEmpty, secret.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return nil
    }
    self.secret = secret
  }

  /// Never the key itself.
  public var description: String { "[key]" }
  /// Never the key itself.
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  /// The header that carries it.
  var header: String { "Authorization: Bearer \(secret)" }

  /// The text without the key, which some servers repeat in what they answer.
  func redacted(_ text: String) -> String {
    guard secret.utf8.count >= Self.leastSecretLength else { return text }
    return text.replacing(secret, with: description)
  }
}
