package import Casework

/// What the parent asks of a reader process. One question at a time, one answer to each.
package enum ReaderRequest: Codable, Hashable, Sendable {
  /// Which libraries and models the reader has. Answered with `ReaderAnswer.hello`.
  case hello
  /// What a document is without reading its pages. Answered with `survey`.
  case survey(DocumentFile)
  /// One page, read. Answered with `read`; its preview comes as the first attachment (JPEG), its
  /// invisible text layer for a searchable copy as the second (one-page PDF; empty where the page
  /// has its own text).
  case read(DocumentFile, page: PageSurvey, ReadingSettings)
  /// Pieces of one page as pictures, one PNG attachment a box, in order. Answered with `crops`.
  case crops(DocumentFile, page: Int, CropSettings)
  /// A copy of the document with invisible text. Answered with `searchable`, the PDF as the only attachment.
  case searchable(DocumentFile, [CopiedPage])
  /// Documents as they may be given to a party, as one PDF with a bookmark each. Answered with
  /// `disclosed`, the PDF as the only attachment.
  case disclosed([DisclosedDocument], dpi: Int)
}

extension ReaderRequest {
  /// The document that is asked about; `nil` for the reader itself.
  package var file: DocumentFile? {
    switch self {
    case .hello: nil
    case .survey(let file), .read(let file, _, _), .crops(let file, _, _), .searchable(let file, _):
      file
    case .disclosed(let documents, _): documents.first?.file
    }
  }

  /// A page is to be read, and not only to be shown.
  package var isReading: Bool { if case .read = self { true } else { false } }
}

/// How a page comes to stand in a searchable copy.
package struct CopiedPage: Codable, Hashable, Sendable {
  /// The path of its invisible text; `nil` where it keeps its own.
  package var textLayer: String?
  /// Degrees clockwise to the upright page, as the reading says.
  package var rotation: Int
  /// Of the page's paper, as the survey says.
  package var scale: Double

  package init(textLayer: String?, rotation: Int, scale: Double) {
    self.textLayer = textLayer
    self.rotation = rotation
    self.scale = scale
  }
}

/// A document as a party may have it.
package struct DisclosedDocument: Codable, Hashable, Sendable {
  package var file: DocumentFile
  /// Of its bookmark; ASCII.
  package var title: String
  package var pages: [DisclosedPage]

  package init(file: DocumentFile, title: String, pages: [DisclosedPage]) {
    self.file = file
    self.title = title
    self.pages = pages
  }
}

/// A page as a party may have it: a picture of it on which some places are covered, and its words without
/// what stands there, invisible above.
package struct DisclosedPage: Codable, Hashable, Sendable {
  /// In its document, counted from 1.
  package var number: Int
  /// Degrees clockwise to the upright page, as the reading says.
  package var rotation: Int
  /// Of the page's paper, as the survey says.
  package var scale: Double
  /// Stands below the page; ASCII.
  package var stamp: String
  /// In points of the upright page.
  package var covered: [Box]
  package var lines: [TextLine]

  package init(
    number: Int, rotation: Int, scale: Double, stamp: String, covered: [Box], lines: [TextLine]
  ) {
    self.number = number
    self.rotation = rotation
    self.scale = scale
    self.stamp = stamp
    self.covered = covered
    self.lines = lines
  }
}

/// A file to read, by its absolute path and its sniffed type.
package struct DocumentFile: Codable, Hashable, Sendable {
  package var path: String
  package var mediaType: MediaType

  package init(path: String, mediaType: MediaType) {
    self.path = path
    self.mediaType = mediaType
  }
}

/// The settings that change what is read from a page.
package struct ReadingSettings: Codable, Hashable, Sendable {
  /// Tesseract languages, such as `eng` or `eng+spa`.
  package var languages: String
  /// Dots per inch at which a page is rasterised.
  package var dpi: Int
  /// The longest side of a raster, in pixels; larger pages are rasterised at fewer dots per inch.
  package var maxPixelsPerSide: Int
  /// A page whose images cover less than this share (0 to 1), and which has text, is not OCRed.
  package var bornDigitalImageCoverage: Double
  /// A page with less ink than this share, and no word read on it, is blank.
  package var blankInkCoverage: Double
  /// Dots per inch and JPEG quality (1 to 100) of the preview.
  package var previewDpi: Int
  package var previewQuality: Int

  package init(
    languages: String, dpi: Int, maxPixelsPerSide: Int, bornDigitalImageCoverage: Double,
    blankInkCoverage: Double, previewDpi: Int, previewQuality: Int
  ) {
    self.languages = languages
    self.dpi = dpi
    self.maxPixelsPerSide = maxPixelsPerSide
    self.bornDigitalImageCoverage = bornDigitalImageCoverage
    self.blankInkCoverage = blankInkCoverage
    self.previewDpi = previewDpi
    self.previewQuality = previewQuality
  }
}

package struct CropSettings: Codable, Hashable, Sendable {
  /// Degrees clockwise to the upright page, as the reading says.
  package var rotation: Int
  /// Of the page's paper, as the survey says.
  package var scale: Double
  package var dpi: Int
  /// In points of the upright page.
  package var boxes: [Box]

  package init(rotation: Int, scale: Double = 1, dpi: Int, boxes: [Box]) {
    self.rotation = rotation
    self.scale = scale
    self.dpi = dpi
    self.boxes = boxes
  }
}

/// What a reader answers. Pictures follow as attachments of the same message.
package enum ReaderAnswer: Codable, Hashable, Sendable {
  case hello(ReaderVersions)
  case survey(DocumentSurvey)
  /// `PageOutcome` without a document: the reader knows files, not cases.
  case read(state: PageOutcome.State, failure: String?, Reading?)
  case crops
  case searchable
  case disclosed
  /// The reader is well but cannot do this. `reason` names no text of the document.
  case refused(reason: String)
}

/// One of the guards that keep a reader to reading its documents and answering.
package enum ReaderGuard: String, Codable, CaseIterable, Sendable {
  /// Landlock: no file but its documents and what libraries need is read, none is changed.
  case files
  /// seccomp: no system call but those that reading a page takes.
  case calls
  /// Landlock from Linux 6.12: no signal to another process, no abstract socket.
  case signals
  /// Landlock from Linux 6.7: no TCP port.
  case network
}

/// Everything outside jurat's own code that can change a reading.
package struct ReaderVersions: Codable, Hashable, Sendable {
  package var poppler: String
  package var tesseract: String
  package var leptonica: String
  package var qpdf: String
  package var zbar: String
  /// The folder of the `.traineddata` files, so that the parent can digest the models in use.
  package var modelFolder: String
  /// What keeps the reader to reading and answering; `nil` where it does not say.
  package var guards: [ReaderGuard]?

  package init(
    poppler: String, tesseract: String, leptonica: String, qpdf: String, zbar: String,
    modelFolder: String
  ) {
    self.poppler = poppler
    self.tesseract = tesseract
    self.leptonica = leptonica
    self.qpdf = qpdf
    self.zbar = zbar
    self.modelFolder = modelFolder
  }
}
