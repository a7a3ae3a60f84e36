internal import Poppler
internal import QPDF

/// A PDF that is open for reading, as poppler draws it and as qpdf sees what is in it.
final class PDFFile {
  let document: PDFDocument
  /// `nil` where qpdf cannot make sense of the file.
  private(set) lazy var pictures = PDFPictures(path: path)
  private let path: String

  init(path: String) throws(PDFError) {
    document = try PDFDocument(path: path)
    self.path = path
  }
}
