internal import Leptonica
internal import Poppler
internal import QPDF

/// Says whether every picture of a page was drawn in full. Poppler and the libraries below it leave
/// out what they cannot decode, and it looks like white paper then.
enum UndrawnPictures {
  /// Why the page, counted from 1, is not all there, as a clause; `nil` where all that it draws is
  /// drawn.
  ///
  /// Poppler says nothing of JPEG and fax data that stop early or make no sense, so those are decoded
  /// once more; and where it says something, it is not said of what. Then every picture is drawn by
  /// itself, and what is said then is of that picture.
  ///
  /// - Parameter messages: what poppler said when it drew the page.
  static func reason(in file: PDFFile, page number: Int, messages: [String]) -> String? {
    guard let drawn = file.pictures?.drawn(onPage: number - 1) else { return nil }
    if drawn.isIncomplete { return "a part of what the page draws is missing from the file" }
    for picture in drawn.pictures {
      if let why = fault(of: picture, isSuspect: !messages.isEmpty) { return clause(why) }
    }
    return nil
  }

  static func reason(_ damage: PictureDamage, of data: String = "its data") -> String {
    clause(words(damage, of: data))
  }

  private static func clause(_ why: String) -> String {
    "a picture on the page cannot be decoded: \(why)"
  }

  private static func words(_ damage: PictureDamage, of data: String) -> String {
    switch damage {
    case .endsEarly: "\(data) end early"
    case .isDamaged: "\(data) are damaged"
    }
  }

  private static func fault(of picture: StoredPicture, isSuspect: Bool) -> String? {
    switch picture.coding {
    case .jpeg:
      guard let data = picture.data else { return words(.isDamaged, of: "its data") }
      if let damage = PictureDamage(jpeg: data, width: picture.width, height: picture.height) {
        return words(damage, of: "its JPEG data")
      }
    case .fax(let k, let isByteAligned, let width):
      guard let data = picture.data else { return words(.isDamaged, of: "its data") }
      let fax = FaxData(
        bytes: data, width: width, height: picture.height, k: k, isByteAligned: isByteAligned)
      if let damage = fax.damage { return words(damage, of: "its fax data") }
    case .jbig2, .jpeg2000: break
    case nil:
      guard let data = picture.data else { return words(.isDamaged, of: "its data") }
      if let expected = picture.byteCount, data.count < expected {
        return words(.endsEarly, of: "its data")
      }
    }
    return isSuspect && !isDrawnInSilence(picture) ? words(.isDamaged, of: "its data") : nil
  }

  private static func isDrawnInSilence(_ picture: StoredPicture) -> Bool {
    guard let file = picture.fileOfItsOwn else { return false }
    let (isDrawn, messages) = PopplerMessages.during {
      (try? PDFDocument(bytes: file))?.page(at: 0)?.render(pixelsPerPoint: 1) { _ in true } ?? false
    }
    // Poppler takes JPEG 2000 for a file first and then for the bare stream that it may be.
    let said = messages.split(omittingEmptySubsequences: false) { $0.contains("trying as J2K") }
    return isDrawn && said.last?.isEmpty ?? true
  }
}
