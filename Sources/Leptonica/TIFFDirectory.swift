internal import CTIFF

/// What one directory of a TIFF file holds.
package struct TIFFDirectory: Hashable, Sendable {
  /// In pixels.
  package var width: Int
  package var height: Int
  /// It says that it is a smaller copy of another (bit 0 of NewSubfileType, TIFF 6.0 section 8).
  package var isReduced: Bool

  package init(width: Int, height: Int, isReduced: Bool) {
    self.width = width
    self.height = height
    self.isReduced = isReduced
  }

  /// The directories of the file at `path`, in order; empty where it is no TIFF file. One without a
  /// size counts, and cannot be decoded.
  package static func all(path: String) -> [TIFFDirectory] {
    let silent = (TIFFSetErrorHandler(nil), TIFFSetWarningHandler(nil))
    defer {
      TIFFSetErrorHandler(silent.0)
      TIFFSetWarningHandler(silent.1)
    }
    guard let file = TIFFOpen(path, "r") else { return [] }
    defer { TIFFClose(file) }
    var all: [TIFFDirectory] = []
    repeat {
      all.append(
        TIFFDirectory(
          width: number(UInt32(TIFFTAG_IMAGEWIDTH), in: file),
          height: number(UInt32(TIFFTAG_IMAGELENGTH), in: file),
          isReduced: number(UInt32(TIFFTAG_SUBFILETYPE), in: file) & 1 != 0))
    } while TIFFReadDirectory(file) != 0
    return all
  }

  private static func number(_ tag: UInt32, in file: OpaquePointer) -> Int {
    var value: UInt32 = 0
    return withUnsafeMutablePointer(to: &value) { pointer in
      withVaList([pointer]) { TIFFVGetField(file, tag, $0) }
    } == 1 ? Int(value) : 0
  }
}
