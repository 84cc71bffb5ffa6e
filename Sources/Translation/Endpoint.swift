// Where a model is asked: an OpenAI-compatible server, one of its two calls, and the model's name.

/// The call that generates text.
public enum EndpointCall: String, CaseIterable, Sendable {
  /// Turns of a conversation, for models that were taught to converse.
  case chat
  /// A text to be continued, for models that were not.
  case completions

  /// Its path below the base address.
  var path: String {
    switch self {
    case .chat: "/chat/completions"
    case .completions: "/completions"
    }
  }
}

/// Why an address can't be a server's.
public struct AddressFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reason, without the address: it may hold a password.
  public var description: String
}

/// A model on a server.
public struct Endpoint: Sendable {
  /// The server's address up to the call's path, without a final slash.
  public let baseAddress: String
  /// The call.
  public let call: EndpointCall
  /// The model's name.
  public let model: String

  /// Makes an endpoint.
  ///
  /// The address is kept in no secret place, so one with a password or a query is refused.
  public init(baseAddress: String, call: EndpointCall, model: String) throws(AddressFault) {
    let schemes = ["http://", "https://"]
    guard let scheme = schemes.first(where: { baseAddress.lowercased().hasPrefix($0) }) else {
      throw AddressFault(description: "the address must begin with http:// or https://")
    }
    guard baseAddress.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw AddressFault(description: "the address has a blank or a character outside ASCII")
    }
    let rest = baseAddress.dropFirst(scheme.count)
    guard let first = rest.first, first != "/", first != ":" else {
      throw AddressFault(description: "the address names no host")
    }
    guard !rest.contains("@") else {
      throw AddressFault(description: "the address must not hold a name or password")
    }
    guard !rest.contains("?"), !rest.contains("#") else {
      throw AddressFault(description: "the address must end before any `?` or `#`")
    }
    self.baseAddress = String(baseAddress.reversed().drop { $0 == "/" }.reversed())
    self.call = call
    self.model = model
  }

  /// The call's whole address.
  var address: String { baseAddress + call.path }
}
