internal import CLinux
internal import Casework
internal import Foundation
internal import Leptonica
internal import QPDF

/// A copy of a document that can be searched: its pages turned upright, with the recognised words
/// over them, invisible. The same document and text give the same bytes.
struct SearchableCopy {
  let path: String
  let document: OpenDocument
  /// One a page: the path of a one-page PDF, `nil` where the page keeps its own text.
  let textLayers: [String?]
  /// One a page, in degrees clockwise.
  let rotations: [Int]

  func make() throws(PageFailure) -> [UInt8] {
    let layered = textLayers.enumerated().compactMap { index, path in
      path.map { (page: index + 1, path: $0) }
    }
    switch document {
    case .pdf:
      return try copy(of: path, turned: rotations, layered: layered)
    case .images(let file):
      let pages = try MemoryFile(try picturesAsPDF(file))
      return try copy(of: pages.path, turned: [], layered: layered)
    }
  }

  private func copy(
    of source: String, turned rotations: [Int], layered: [(page: Int, path: String)]
  ) throws(PageFailure) -> [UInt8] {
    let turns = Dictionary(grouping: rotations.indices.filter { rotations[$0] % 360 != 0 }) {
      rotations[$0]
    }
    var arguments = ["--deterministic-id", "--warning-exit-0", source]
    arguments += turns.sorted { $0.key < $1.key }.map { degrees, pages in
      "--rotate=+\(degrees):" + pages.map { String($0 + 1) }.joined(separator: ",")
    }
    guard !layered.isEmpty else { return try run(arguments) }
    let merged = try MemoryFile(
      run(["--deterministic-id", "--empty", "--pages"] + layered.map(\.path) + ["--"]))
    arguments += [
      "--overlay", merged.path, "--to=" + layered.map { String($0.page) }.joined(separator: ","),
      "--",
    ]
    return try run(arguments)
  }

  private func run(_ arguments: [String]) throws(PageFailure) -> [UInt8] {
    guard let copy = PDFJob.run(arguments) else {
      throw PageFailure("qpdf cannot copy the document")
    }
    return copy
  }

  /// The pictures, upright, one a page.
  private func picturesAsPDF(_ file: ImageFile) throws(PageFailure) -> [UInt8] {
    var writer = PDFWriter()
    let pageTree = writer.reserve()
    var pages: [Int] = []
    for (index, rotation) in rotations.enumerated() {
      let raster = try file.raster(page: index + 1, dotsPerInch: 300, maxPixelsPerSide: 9000)
        .turned(clockwise: rotation)
      let image = raster.colour ?? raster.grey
      guard let jpeg = image.jpeg(quality: 75) else { throw .notRendered("out of memory") }
      let picture = writer.add(
        stream: jpeg,
        entries: """
          /Type /XObject /Subtype /Image /Width \(image.width) /Height \(image.height) \
          /ColorSpace \(raster.colour == nil ? "/DeviceGray" : "/DeviceRGB") /BitsPerComponent 8 \
          /Filter /DCTDecode
          """)
      let width = raster.width.roundedToTenth
      let height = raster.height.roundedToTenth
      let content = writer.add(stream: Array("\(width) 0 0 \(height) 0 0 cm /P Do".utf8))
      pages.append(
        writer.add(
          """
          << /Type /Page /Parent \(pageTree) 0 R /MediaBox [0 0 \(width) \(height)] \
          /Resources << /XObject << /P \(picture) 0 R >> >> /Contents \(content) 0 R >>
          """))
    }
    return writer.finish(pages: pages, pageTree: pageTree)
  }
}

/// Bytes under a path, for a library that takes nothing else; in memory, so that nothing of a case
/// is left in a temporary folder when the process is killed.
private final class MemoryFile {
  private let file: FileHandle

  init(_ bytes: [UInt8]) throws(PageFailure) {
    let descriptor = jurat_memory_file()
    guard descriptor >= 0 else { throw PageFailure("no memory for a temporary file") }
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: bytes)
    } catch {
      throw PageFailure("no memory for a temporary file")
    }
  }

  var path: String { "/proc/self/fd/\(file.fileDescriptor)" }
}
