import Casework
import FileStore

/// What a packet is called where its name must not be: in logs and reports.
///
/// `p-` and the first eight digits of the SHA-256 of its name in the inbox, so that whoever sees the
/// inbox can find it (`printf %s NAME | sha256sum`).
package struct PacketID: Codable, Hashable, Sendable, CustomStringConvertible {
  package let rawValue: String

  package init(name: String) { rawValue = "p-\(Digest.of(name).rawValue.prefix(8))" }

  package init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  package var description: String { rawValue }
}

/// Why a packet was not taken in, without a name in it.
package struct PacketProblem: Error, Sendable, CustomStringConvertible {
  package let description: String
  /// There is no room on the disk.
  package let isNoSpace: Bool

  /// - Parameter workspace: below it, but for the claims, no path has a name in it.
  package init(_ packet: PacketID, _ cause: any Error, in workspace: Workspace) {
    let problem = cause as? FileProblem
    isNoSpace = problem?.isNoSpace == true
    let isNamed =
      problem.map {
        !$0.path.hasPrefix(workspace.path + "/") || $0.path.hasPrefix(workspace.claims + "/")
      } ?? false
    let what =
      if let problem, isNamed {
        "cannot \(problem.operation.rawValue) something in it: \(problem.cause)"
      } else {
        "\(cause)"
      }
    description = "\(packet): \(what)"
  }
}
