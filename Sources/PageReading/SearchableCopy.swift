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
      let picture = try writer.add(raster)
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

extension PDFWriter {
  /// The pixels of a page: losslessly where they are black and white only, and a scan then takes no more
  /// than it did as it came.
  mutating func add(_ raster: PageRaster) throws(PageFailure) -> Int {
    let image = raster.colour ?? raster.grey
    let size = "/Width \(image.width) /Height \(image.height)"
    if raster.colour == nil, let rows = image.bilevel?.png().flatMap(PNGFile.imageData) {
      return add(
        stream: rows,
        entries: """
          /Type /XObject /Subtype /Image \(size) /ColorSpace /DeviceGray /BitsPerComponent 1 \
          /Filter /FlateDecode \
          /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 1 /Columns \(image.width) >>
          """)
    }
    guard let jpeg = image.jpeg(quality: 75) else { throw .notRendered("out of memory") }
    return add(
      stream: jpeg,
      entries: """
        /Type /XObject /Subtype /Image \(size) \
        /ColorSpace \(raster.colour == nil ? "/DeviceGray" : "/DeviceRGB") /BitsPerComponent 8 \
        /Filter /DCTDecode
        """)
  }
}

/// A PNG file (<https://www.w3.org/TR/png/>): a signature of eight bytes, then chunks of a length, a type,
/// data and a check sum.
enum PNGFile {
  /// The compressed rows, which PDF takes as they are (ISO 32000-1, 7.4.4.4); `nil` without any.
  static func imageData(_ file: [UInt8]) -> [UInt8]? {
    var rows: [UInt8] = []
    var start = 8
    while start + 12 <= file.count {
      let length = file[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard start + 12 + length <= file.count else { return nil }
      if file[(start + 4)..<(start + 8)].elementsEqual("IDAT".utf8) {
        rows += file[(start + 8)..<(start + 8 + length)]
      }
      start += 12 + length
    }
    return rows.isEmpty ? nil : rows
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
