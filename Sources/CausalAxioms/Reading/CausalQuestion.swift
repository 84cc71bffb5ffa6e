// What a demonstration asks.

import Diagnostics

/// The axioms whose demonstrations are read.
public enum CausalAxiom: String, CaseIterable, Sendable {
  /// Does X cause Y: is there a directed path?
  case transitivity
  /// Are X and Y d-separated given Z?
  case separation = "d-separation"
}

/// A question about two nodes of a premise, which are numbered by first mention.
public struct CausalQuestion: Hashable, Sendable {
  /// Which axiom answers it.
  public var axiom: CausalAxiom
  /// The first node named.
  public var x: Int
  /// The second node named.
  public var y: Int
  /// The conditioning set, in the order of the text; empty for transitivity.
  public var given: [Int]
  /// Where it stands.
  public var span: Span
}

/// An edge as a sentence states it.
public struct StatedEdge: Hashable, Sendable {
  /// The cause.
  public var from: Int
  /// The effect.
  public var to: Int
  /// The sentence, without its full stop.
  public var span: Span
}
