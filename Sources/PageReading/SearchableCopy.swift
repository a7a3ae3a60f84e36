internal import CLinux
internal import Casework
internal import Foundation
internal import Leptonica
internal import QPDF
internal import ReaderProtocol

/// A copy of a document that can be searched: its pages turned upright, with the recognised words
/// over them, invisible. Annotations are drawn on the pages, and nothing in the copy acts. The same
/// document and text give the same bytes.
struct SearchableCopy {
  let path: String
  let document: OpenDocument
  let pages: [CopiedPage]

  func make() throws(PageFailure) -> [UInt8] {
    switch document {
    case .pdf:
      let flat = PDFJob.run([
        "--decrypt", "--deterministic-id", "--warning-exit-0", "--generate-appearances",
        "--flatten-annotations=screen", path,
      ])
      guard let flat else { throw Self.cannotCopy }
      return try copy(of: flat, turned: pages.map(\.rotation))
    case .images(let file):
      return try copy(of: picturesAsPDF(file), turned: pages.map { _ in 0 })
    }
  }

  private static let cannotCopy = PageFailure("qpdf cannot copy the document")

  private func copy(of source: [UInt8], turned rotations: [Int]) throws(PageFailure) -> [UInt8] {
    let file = try MemoryFile(source)
    guard let copy = PDFCopy(path: file.path) else { throw Self.cannotCopy }
    for (index, page) in pages.enumerated() {
      let isDone = copy.turn(
        pageAt: index, clockwise: rotations[index], layer: page.textLayer,
        scale: document.isPDF ? page.scale : 1)
      guard isDone else { throw Self.cannotCopy }
    }
    guard let bytes = copy.bytes else { throw Self.cannotCopy }
    return bytes
  }

  /// The pictures, upright, one a page.
  private func picturesAsPDF(_ file: ImageFile) throws(PageFailure) -> [UInt8] {
    var writer = PDFWriter()
    let pageTree = writer.reserve()
    var pages: [Int] = []
    for (index, page) in self.pages.enumerated() {
      let raster = try file.raster(
        page: index + 1, scale: page.scale, dotsPerInch: 300, maxPixelsPerSide: 9000
      ).turned(clockwise: page.rotation)
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
