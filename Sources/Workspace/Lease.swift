package import FileStore
import Foundation
import Glibc

/// The right to work on something, held by one process at a time.
///
/// A lease is a numbered file that is made with `O_EXCL` and never removed: taking over means
/// making the next number, so two takers can't both win, and the number is the count of attempts.
/// It is released by a `.done` file beside it. (Renaming a stale lease away instead lets a second
/// taker rename away the first one's fresh lease.)
package struct Lease: Sendable {
  /// 1 for the first attempt.
  package let number: Int
  private let prefix: String

  private struct Holder: Codable {
    var identity: HostIdentity
  }

  /// Somebody else holds it.
  package struct Held: Error, Hashable, Sendable {
    package let holder: HostIdentity
  }

  /// A holder on another host is taken for dead when it has not touched its lease for this long.
  package static let timeToLive = 300

  /// Takes the lease `name` in `folder`.
  ///
  /// - Throws: `Held` where a living process has it, `FileProblem` where the disk refuses.
  package static func take(_ name: String, in folder: String) throws -> Lease {
    try Files.makeFolder(folder)
    let prefix = "\(folder)/\(name)."
    while true {
      let last = try highestNumber(name, in: folder)
      if last > 0, try Files.kind(of: "\(prefix)\(last).done") == nil,
        let holder = try holder(at: "\(prefix)\(last)"), holder.mayBeAlive,
        try isFresh("\(prefix)\(last)", holder: holder, folder: folder)
      {
        throw Held(holder: holder)
      }
      let path = "\(prefix)\(last + 1)"
      let bytes = try JSONEncoder().encode(Holder(identity: .current))
      do throws(FileProblem) {
        try Files.writeNew([UInt8](bytes), to: path)
        return Lease(number: last + 1, prefix: prefix)
      } catch {
        guard error.code == EEXIST else { throw error }
      }
    }
  }

  /// Nobody has taken it over since.
  package func isHeld() throws(FileProblem) -> Bool {
    try Files.kind(of: "\(prefix)\(number + 1)") == nil
  }

  /// Tells others that the holder lives; call it at least every minute.
  package func touch() { utimensat(AT_FDCWD, "\(prefix)\(number)", nil, 0) }

  package func release() {
    try? Files.write([], to: "\(prefix)\(number).done")
  }

  /// Removes what is left of all but the highest number, which keeps the count. Only for leases
  /// that nobody is taking at the moment.
  static func forgetReleased(_ name: String, in folder: String) throws(FileProblem) {
    let last = try highestNumber(name, in: folder)
    for entry in try Files.names(in: folder) where entry.hasPrefix("\(name).") {
      let number = Int(entry.dropFirst(name.count + 1).prefix { $0.isNumber })
      if let number, number < last { try Files.remove("\(folder)/\(entry)") }
    }
  }

  /// How many holders of the lease have crashed since one released it. What ends a process from outside
  /// is no crash.
  static func crashes(_ name: String, in folder: String, markers: String) throws -> Int {
    var count = 0
    var number = try highestNumber(name, in: folder)
    while number > 0, try Files.kind(of: "\(folder)/\(name).\(number).done") == nil {
      if let holder = try holder(at: "\(folder)/\(name).\(number)"),
        try Files.kind(of: "\(markers)/\(holder.name)") != nil
      {
        count += 1
      }
      number -= 1
    }
    return count
  }

  private static func highestNumber(_ name: String, in folder: String) throws(FileProblem) -> Int {
    try Files.names(in: folder).compactMap { entry in
      entry.hasPrefix("\(name).") ? Int(entry.dropFirst(name.count + 1)) : nil
    }.max() ?? 0
  }

  private static func holder(at path: String) throws -> HostIdentity? {
    guard let bytes = try Files.contents(of: path) else { return nil }
    return try? JSONDecoder().decode(Holder.self, from: Data(bytes)).identity
  }

  /// "Now" comes from a file touched on the same file system, not from this host's clock.
  private static func isFresh(_ path: String, holder: HostIdentity, folder: String) throws -> Bool {
    if holder.node == HostIdentity.current.node { return true }
    let probe = "\(folder)/.now.\(getpid())"
    try Files.write([], to: probe)
    defer { try? Files.unlink(probe) }
    let age = try Files.status(of: probe).changed - Files.status(of: path).changed
    return age < timeToLive * 1_000_000_000
  }
}
