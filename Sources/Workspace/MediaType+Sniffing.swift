package import Casework
package import FileStore
import Glibc

extension MediaType {
  /// The type of the file at `path` by its beginning.
  package static func sniffed(at path: String) throws(FileProblem) -> MediaType {
    try sniffed(Files.beginning(of: path, byteCount: longestJobHeader))
  }

  /// The type of a file that begins with `bytes`.
  package static func sniffed(_ bytes: some Collection<UInt8>) -> MediaType {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    let tiffs: [[UInt8]] = [[0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A], [0x49, 0x49, 0x2B, 0]]
    if tiffs.contains(where: bytes.starts(with:)) { return .tiff }
    // A PDF may begin with up to 1,024 bytes of something else (ISO 32000, annex H); a print job that
    // was caught as a file has the printer's language there, which may be longer.
    let isPrintJob = bytes.starts(with: Array("\u{1B}%-12345X".utf8))
    let marker = Array("%PDF-".utf8)
    var rest = Array(bytes.prefix(isPrintJob ? longestJobHeader : 1024))[...]
    while rest.count >= marker.count {
      if rest.starts(with: marker) { return .pdf }
      rest = rest.dropFirst()
    }
    return .unknown
  }

  /// In bytes. Headers of some kilobytes are usual.
  private static let longestJobHeader = 1 << 16
}
