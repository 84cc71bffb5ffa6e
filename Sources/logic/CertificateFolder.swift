// A folder of certificates, one file a problem.
//
// name(id) = percent-encoding of id (RFC 3986), cut to 150 bytes and a hash where it is longer, with
// %-2, %-3, ... for an id that comes again. The encoding is injective, so that two ids never share a
// file; replacing what is unsafe by one character, as one would at first, lets `a/b` overwrite `a_b`.

import ArgumentParser
import Diagnostics
import Foundation
import Synchronization

/// A folder that certificates are written into.
final class CertificateFolder: Sendable {
  private let path: String
  private let uses = Mutex<[String: Int]>([:])

  private init(_ path: String) { self.path = path }

  /// Makes the folder where it is missing.
  static func make(_ path: String) throws(ExitCode) -> CertificateFolder {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      Console.note("logic: cannot make the folder \(path)\n")
      throw ExitCode(ExitStatus.outputFault.rawValue)
    }
    return CertificateFolder(path)
  }

  /// Writes a certificate, or ends the program.
  func write(_ certificate: String, id: String) {
    let name = Self.name(id)
    let use = uses.withLock { uses in
      uses[name, default: 0] += 1
      return uses[name]!
    }
    // `%-` is in no encoded name, so this is no other id's file.
    let file = "\(path)/\(name)\(use == 1 ? "" : "%-\(use)").json"
    guard FileManager.default.createFile(atPath: file, contents: Data((certificate + "\n").utf8))
    else {
      Console.note("logic: cannot write \(file)\n")
      exit(ExitStatus.outputFault.rawValue)
    }
  }

  private static func name(_ id: String) -> String {
    var name = ""
    for byte in id.utf8 {
      let character = Character(UnicodeScalar(byte))
      let isSafe =
        byte < 0x80 && (character.isLetter || character.isNumber || "-_.".contains(character))
      let digits = String(byte, radix: 16, uppercase: true)
      name += isSafe ? String(character) : "%" + (byte < 16 ? "0" : "") + digits
      if name.utf8.count > 150 { return "\(name.prefix(150))%-\(sha256(Array(id.utf8)))" }
    }
    return name
  }
}
