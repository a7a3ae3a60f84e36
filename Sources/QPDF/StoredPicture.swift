/// An image XObject (ISO 32000-1, 8.9.5) as it is stored.
package struct StoredPicture {
  /// In pixels, as its dictionary says; 0 where it does not.
  package let width: Int
  package let height: Int
  /// The filter that makes pixels of the data, where it is one that only pictures have.
  package let coding: Coding?

  package enum Coding: Hashable, Sendable {
    case jpeg
    /// Parameters as in ISO 32000-1, table 11.
    case fax(k: Int, isByteAligned: Bool, width: Int)
    case jbig2, jpeg2000
  }

  private let object: ObjectFile.Object

  init(_ object: ObjectFile.Object) {
    self.object = object
    let dictionary = object.dictionary
    width = dictionary["/Width"].integer ?? 0
    height = dictionary["/Height"].integer ?? 0
    let parameters = Self.list(dictionary["/DecodeParms"]).last
    coding =
      switch Self.list(dictionary["/Filter"]).last?.name {
      case "/DCTDecode", "/DCT": .jpeg
      case "/CCITTFaxDecode", "/CCF":
        .fax(
          k: parameters?["/K"].integer ?? 0,
          isByteAligned: parameters?["/EncodedByteAlign"].isTrue ?? false,
          width: parameters?["/Columns"].integer ?? 1728)
      case "/JBIG2Decode": .jbig2
      case "/JPXDecode": .jpeg2000
      default: nil
      }
  }

  /// A single object stands for a list of one.
  private static func list(_ object: ObjectFile.Object) -> [ObjectFile.Object] {
    if object.isNull { return [] }
    let elements = object.elements
    return elements.isEmpty ? [object] : elements
  }

  /// The pixels or, of a picture with a coding, its coded data. `nil` where they cannot be had.
  package var data: [UInt8]? {
    guard coding != nil else { return object.data(isDecoded: true) }
    let dictionary = object.dictionary
    let (filters, parameters) = (dictionary["/Filter"], dictionary["/DecodeParms"])
    let outer = Self.list(filters).dropLast()
    guard !outer.isEmpty else { return object.data(isDecoded: false) }
    // Qpdf takes off all filters or none.
    dictionary.replace("/Filter", with: filters.array(of: Array(outer)))
    dictionary.replace(
      "/DecodeParms", with: parameters.array(of: Array(Self.list(parameters).prefix(outer.count))))
    defer {
      dictionary.replace("/Filter", with: filters)
      dictionary.replace("/DecodeParms", with: parameters)
    }
    return object.data(isDecoded: true)
  }

  /// How many bytes its pixels take; `nil` where its colour space does not say.
  package var byteCount: Int? {
    let dictionary = object.dictionary
    let isMask = dictionary["/ImageMask"].isTrue
    guard let samples = isMask ? 1 : Self.samples(in: dictionary["/ColorSpace"]),
      (1...100_000).contains(width), (1...100_000).contains(height), (1...64).contains(samples)
    else { return nil }
    let bits = isMask ? 1 : min(16, max(1, dictionary["/BitsPerComponent"].integer ?? 8))
    return (width * samples * bits + 7) / 8 * height
  }

  /// Of a pixel.
  private static func samples(in colourSpace: ObjectFile.Object) -> Int? {
    let parts = colourSpace.elements
    switch colourSpace.name ?? parts.first?.name {
    case "/DeviceGray", "/G", "/CalGray", "/Indexed", "/I", "/Separation": return 1
    case "/DeviceRGB", "/RGB", "/CalRGB", "/Lab": return 3
    case "/DeviceCMYK", "/CMYK": return 4
    case "/ICCBased": return parts.count > 1 ? parts[1].dictionary["/N"].integer : nil
    case "/DeviceN": return parts.count > 1 ? parts[1].elements.count : nil
    default: return nil
    }
  }

  /// A PDF of one page that draws the picture and nothing else.
  package var fileOfItsOwn: [UInt8]? { object.fileOfItsOwn }
}
