internal import CTesseract

extension Pix {
  /// The image in a JPEG or PNG file, or the directory `index` (counted from 0) of a TIFF file, and
  /// what is wrong with it; `nil` where nothing of it can be decoded.
  package static func decoded(
    path: String, directory index: Int = 0
  ) -> (image: Pix, damage: PictureDamage?)? {
    guard let format = format(of: path) else { return nil }
    if isTIFF(format) {
      let (image, damage) = TIFFMessages.during {
        Pix(adopting: pixReadTiff(path, Int32(clamping: index)))
      }
      return image.map { ($0, damage) }
    }
    guard format == IFF_JFIF_JPEG else { return Pix(adopting: pixRead(path)).map { ($0, nil) } }
    var warnings: Int32 = 0
    let image = Pix(
      adopting: pixReadJpeg(
        path, 0, 1, &warnings, Int32(L_JPEG_CONTINUE_WITH_BAD_DATA)))
    return image.map { ($0, warnings == 0 ? nil : .isDamaged) }
  }

  /// Width and height in pixels as the head of the file says, without reading the image.
  package static func size(path: String, directory index: Int = 0) -> (width: Int, height: Int)? {
    guard let format = format(of: path) else { return nil }
    var width: Int32 = 0
    var height: Int32 = 0
    let status =
      isTIFF(format)
      ? readHeaderTiff(path, Int32(clamping: index), &width, &height, nil, nil, nil, nil, nil)
      : pixReadHeader(path, nil, &width, &height, nil, nil, nil)
    guard status == 0, width > 0, height > 0 else { return nil }
    return (Int(width), Int(height))
  }

  /// `nil` where the file is missing or of no kind that leptonica reads.
  private static func format(of path: String) -> Int? {
    var format: Int32 = 0
    return findFileFormat(path, &format) == 0 ? Int(format) : nil
  }

  private static func isTIFF(_ format: Int) -> Bool {
    (IFF_TIFF...IFF_TIFF_ZIP).contains(format) || format == IFF_TIFF_JPEG
  }

  /// As a JPEG file, `quality` from 1 to 100; `nil` where memory ran out.
  package func jpeg(quality: Int) -> [UInt8]? {
    encoded { pixWriteMemJpeg($0, $1, handle, Int32(clamping: quality), 0) }
  }

  /// As a PNG file; `nil` where memory ran out.
  package func png() -> [UInt8]? {
    encoded { pixWriteMemPng($0, $1, handle, 0) }
  }

  private func encoded(
    _ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, UnsafeMutablePointer<Int>) ->
      Int32
  ) -> [UInt8]? {
    var data: UnsafeMutablePointer<UInt8>?
    var size = 0
    let status = write(&data, &size)
    defer { lept_free(data) }
    guard status == 0, let data else { return nil }
    return Array(UnsafeBufferPointer(start: data, count: size))
  }
}
