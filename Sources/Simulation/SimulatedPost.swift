import Casework
import FileStore
import Foundation
import Workspace

/// A folder with an inbox, the packets in it, and the workspace of its nights.
final class SimulatedPost {
  let folder: String
  let inbox: Inbox
  var workspacePath: String { "\(folder)/workspace" }
  /// The bytes of every file that was put in, by digest.
  private(set) var mail: Set<Digest> = []

  /// - Parameter seed: which packets there are.
  init(in folder: String, seed: UInt64) throws {
    self.folder = folder
    try Files.makeFolder("\(folder)/inbox")
    inbox = Inbox(
      at: "\(folder)/inbox", settleSeconds: 0, ignoredNames: IgnoredNames(["Thumbs.db"]))
    var numbers = SeededNumbers(seed: seed, "packets")
    for packet in 1...Int.random(in: 1...3, using: &numbers) {
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: try put("letter-\(packet).docx", "PK letter \(packet)")
      case 1: try put("single-\(packet).pdf", "%PDF-1.7 \(numbers.next() % 4)")
      default:
        for document in 1...Int.random(in: 1...2, using: &numbers) {
          try put("packet-\(packet)/\(document).pdf", "%PDF-1.7 \(numbers.next() % 1000)")
        }
        if Int.random(in: 0..<3, using: &numbers) == 0 {
          try put("packet-\(packet)/.hidden.pdf", "%PDF-1.7 hidden \(packet)")
        }
      }
    }
  }

  private func put(_ name: String, _ text: String) throws {
    let path = "\(inbox.path)/\(name)"
    try Files.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    try Files.write(Array(text.utf8), to: path)
    mail.insert(.of(text))
  }

  /// The mail of which no file has the bytes any more.
  func lostMail() throws -> Set<Digest> {
    var missing = mail
    for place in ["inbox", "workspace/claims", "workspace/originals", "workspace/quarantine"] {
      try strike(from: &missing, below: "\(folder)/\(place)")
    }
    return missing
  }

  private func strike(from missing: inout Set<Digest>, below path: String) throws {
    switch try Files.kind(of: path) {
    case .folder:
      for name in try Files.names(in: path) { try strike(from: &missing, below: "\(path)/\(name)") }
    case .file: missing.remove(try Digest.ofFile(at: path))
    default: break
    }
  }

  /// Makes every lease that this process holds one of a process that has gone, as the end of a process
  /// would.
  func loseLeases() throws {
    let workspace = try Workspace(at: workspacePath)
    for folder in try ["\(workspacePath)/leases"]
      + workspace.cases().map({ workspace.caseFolder($0).path })
    {
      for name in try Files.names(in: folder) where name.split(separator: ".").count == 2 {
        guard let bytes = try Files.contents(of: "\(folder)/\(name)"),
          var lease = try? JSONSerialization.jsonObject(with: Data(bytes))
            as? [String: [String: Any]]
        else { continue }
        lease["identity"]?["started"] = 1
        try Files.write(
          [UInt8](JSONSerialization.data(withJSONObject: lease)), to: "\(folder)/\(name)")
      }
    }
  }

  func remove() { try? Files.remove(folder) }
}
