// When a failed request is sent again.
//
//   pause before try k + 1 = u * min(cap, base * 2^k),  u in [1/2, 1]
//
// Exponential back-off with "equal jitter" (Brooker 2015, Exponential Backoff And Jitter, AWS
// Architecture Blog): requests that failed together don't come back together. u is taken from a hash
// of the request and the try rather than from a random source, so that a run repeats itself. A server
// that says `Retry-After` (RFC 9110, section 10.2.3) is waited for as long as it says.

import Diagnostics
import Glibc

/// How often and when a failed request is sent again.
public struct RetryPolicy: Sendable {
  /// How often a request is sent again.
  public var retries: Int
  /// The first pause in seconds, before jitter.
  public var base: Double
  /// The longest pause in seconds.
  public var cap: Double
  /// Longest `Retry-After` in seconds that is waited for.
  public var patience: Double

  /// Makes a policy.
  public init(retries: Int = 5, base: Double = 0.5, cap: Double = 60, patience: Double = 600) {
    self.retries = retries
    self.base = base
    self.cap = cap
    self.patience = patience
  }

  /// Seconds before a request is sent again; nil when it is not.
  ///
  /// - Parameters:
  ///   - fault: why the last try failed.
  ///   - attempt: number of that try, from 0.
  ///   - key: what tells requests apart.
  func pause(after fault: AskFault, attempt: Int, key: String) -> Double? {
    guard fault.isTransient, attempt < retries else { return nil }
    if let wanted = fault.retryAfter { return wanted <= patience ? wanted : nil }
    let digits = sha256(Array("\(key)|\(attempt)".utf8)).prefix(8)
    let fraction = Double(UInt32(digits, radix: 16)!) / Double(UInt32.max)
    return min(cap, base * pow(2, Double(attempt))) * (1 + fraction) / 2
  }

  /// The header's seconds, which are written as such or as the date of the end.
  static func seconds(retryAfter header: String, now: Int = time(nil)) -> Double? {
    if let seconds = Int(header) { return seconds >= 0 ? Double(seconds) : nil }
    return date(header).map { Double(max(0, $0 - now)) }
  }

  /// Seconds since 1970 of a date like `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
  private static func date(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard words.count == 6, words[5] == "GMT", let day = Int32(words[1]),
      let month = months.firstIndex(of: String(words[2])), let year = Int32(words[3])
    else { return nil }
    let clock = words[4].split(separator: ":").compactMap { Int32($0) }
    guard clock.count == 3, (1970...9999).contains(year) else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, Int32(month), day)
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (clock[0], clock[1], clock[2])
    return timegm(&parts)
  }
}
