internal import CTesseract

// Leptonica keeps samples in 32-bit words, the leftmost sample in the highest bits, and pads every
// row to whole words.

extension Pix {
  /// An 8-bit grey image from rows of `stride` bytes; `nil` where `bytes` are too few for it, a
  /// side is not positive, or memory ran out.
  package convenience init?(
    grey bytes: UnsafeRawBufferPointer, width: Int, height: Int, stride: Int, resolution: Int
  ) {
    guard width > 0, height > 0, stride >= width, bytes.count >= stride * (height - 1) + width,
      let handle = pixCreateNoInit(Int32(clamping: width), Int32(clamping: height), 8)
    else { return nil }
    self.init(adopting: handle)
    pixSetResolution(handle, Int32(clamping: resolution), Int32(clamping: resolution))
    let wordsPerLine = Int(pixGetWpl(handle))
    guard let data = pixGetData(handle) else { return nil }
    for row in 0..<height {
      let line = data + row * wordsPerLine
      let source = UnsafeRawBufferPointer(rebasing: bytes[(row * stride)...])
      for word in 0..<(width / 4) {
        line[word] = source.loadUnaligned(fromByteOffset: word * 4, as: UInt32.self).bigEndian
      }
      if width % 4 != 0 {
        let start = width / 4 * 4
        var last: UInt32 = 0
        for column in start..<width {
          last |= UInt32(source[column]) << (24 - 8 * (column - start))
        }
        line[width / 4] = last
      }
    }
  }

  /// A 32-bit colour image from rows of `stride` bytes that hold one `0xXXRRGGBB` number a pixel
  /// in the byte order of the machine, as cairo's RGB24 and ARGB32 surfaces do; `nil` as above.
  package convenience init?(
    rgb32 bytes: UnsafeRawBufferPointer, width: Int, height: Int, stride: Int, resolution: Int
  ) {
    guard width > 0, height > 0, stride >= 4 * width,
      bytes.count >= stride * (height - 1) + 4 * width,
      let handle = pixCreateNoInit(Int32(clamping: width), Int32(clamping: height), 32)
    else { return nil }
    self.init(adopting: handle)
    pixSetResolution(handle, Int32(clamping: resolution), Int32(clamping: resolution))
    let wordsPerLine = Int(pixGetWpl(handle))
    guard let data = pixGetData(handle) else { return nil }
    for row in 0..<height {
      let line = data + row * wordsPerLine
      let source = UnsafeRawBufferPointer(rebasing: bytes[(row * stride)...])
      for column in 0..<width {
        line[column] = source.loadUnaligned(fromByteOffset: column * 4, as: UInt32.self) << 8
      }
    }
  }

  /// The samples of an 8-bit grey image, row after row without padding; empty for another depth.
  package var greyBytes: [UInt8] {
    guard depth == 8, let data = pixGetData(handle) else { return [] }
    let (width, height) = (width, height)
    let wordsPerLine = Int(pixGetWpl(handle))
    return [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
      let target = UnsafeMutableRawBufferPointer(buffer)
      for row in 0..<height {
        let line = data + row * wordsPerLine
        for word in 0..<(width / 4) {
          target.storeBytes(
            of: line[word].bigEndian, toByteOffset: row * width + word * 4, as: UInt32.self)
        }
        for column in (width / 4 * 4)..<width {
          let shift = UInt32(24 - 8 * (column % 4))
          buffer[row * width + column] = UInt8(truncatingIfNeeded: line[width / 4] >> shift)
        }
      }
      count = width * height
    }
  }

  /// The rows of a 1-bit image, one after the other, each in whole 64-bit words: the highest bit of a
  /// word is its leftmost pixel, and the bits behind the last pixel are clear. Empty for another
  /// depth.
  package var bitRows: [UInt64] {
    guard depth == 1, let data = pixGetData(handle) else { return [] }
    let (width, height, perLine) = (width, height, Int(pixGetWpl(handle)))
    let perRow = (width + 63) / 64
    let last: UInt64 = width % 64 == 0 ? ~0 : ~(~0 >> UInt64(width % 64))
    return [UInt64](unsafeUninitializedCapacity: perRow * height) { rows, count in
      for y in 0..<height {
        let line = data + y * perLine
        for index in 0..<perRow {
          let right = 2 * index + 1 < perLine ? UInt64(line[2 * index + 1]) : 0
          let word = UInt64(line[2 * index]) << 32 | right
          rows[y * perRow + index] = index == perRow - 1 ? word & last : word
        }
      }
      count = perRow * height
    }
  }
}
