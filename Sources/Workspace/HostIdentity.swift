import FileStore
import Glibc

/// Which process on which boot of which host: enough to tell whether a lease's holder lives.
package struct HostIdentity: Codable, Hashable, Sendable {
  /// The batch engine's name of the node where it gives one (`SLURMD_NODENAME`), else the host's.
  package var node: String
  package var boot: String
  package var pid: Int32
  /// Start of the process in clock ticks after boot, so that a reused number is not mistaken.
  package var started: UInt64

  /// This process.
  package static let current = HostIdentity(
    node: getenv("SLURMD_NODENAME").map { String(cString: $0) } ?? hostName(), boot: bootID(),
    pid: getpid(), started: startTicks(of: getpid()) ?? 0)

  /// Letters that no other process shares.
  var name: String { "\(node)-\(boot)-\(pid)-\(started)" }

  /// `false` only where the holder is known to be gone: same node and boot, no such process.
  package var mayBeAlive: Bool {
    guard node == Self.current.node, boot == Self.current.boot else { return true }
    return Self.startTicks(of: pid) == started
  }

  private static func hostName() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, 255) == 0 else { return "unknown" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func bootID() -> String {
    let bytes = (try? Files.contents(of: "/proc/sys/kernel/random/boot_id")) ?? nil
    return String(decoding: (bytes ?? []).prefix { $0 != 10 }, as: UTF8.self)
  }

  /// Field 22 of `/proc/PID/stat` (proc(5)); `nil` where there is no such process.
  private static func startTicks(of pid: Int32) -> UInt64? {
    guard let bytes = try? Files.contents(of: "/proc/\(pid)/stat"),
      let nameEnd = bytes.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let fields = bytes[(nameEnd + 1)...].split(separator: UInt8(ascii: " "))
    // A zombie is gone for all purposes of a lease.
    guard fields.count > 19, fields[0].first != UInt8(ascii: "Z") else { return nil }
    return UInt64(String(decoding: fields[19], as: UTF8.self))
  }
}
