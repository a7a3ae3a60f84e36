package import Casework

/// What is set in `pipeline.yaml`: every key is there, with its meaning and unit in the file.
package struct Settings: Codable, Hashable, Sendable {
  package var night: Night
  package var ingest: Ingest
  package var readers: Readers
  package var ocr: OCR
  package var dates: DatePolicy
  package var check: Check
  package var bundle: Bundle

  /// The groups of keys, in the order of the file. The raw value is the group's key.
  package enum Section: String, CaseIterable, Codable, Sendable {
    case night, ingest, readers, ocr, dates, check, bundle
  }

  package struct Ingest: Codable, Hashable, Sendable {
    /// Seconds for which no file of a packet may have changed before the packet is taken in, 0 to
    /// 86400.
    package var settleSeconds: Int
    /// MiB above which a file is left out of its packet, 1 to 65536.
    package var maxFileMegabytes: Int
    /// MiB of the files of one packet, 1 to 1048576; what goes beyond is left out.
    package var maxPacketMegabytes: Int
    /// Files of one packet, 1 to 10000; what goes beyond is left out.
    package var maxFiles: Int
    /// Names of files and folders that are nobody's mail; a `*` at the end stands for anything.
    package var ignoredNames: [String]
  }

  /// The limits of the processes that read pages.
  package struct Readers: Codable, Hashable, Sendable {
    /// Wall-clock seconds for one page, 1 to 86400.
    package var pageDeadlineSeconds: Int
    /// Wall-clock seconds for opening a document and listing its pages, 1 to 86400.
    package var surveyDeadlineSeconds: Int
    /// MiB of address space of one reader, 256 to 1048576.
    package var addressSpaceMegabytes: Int
    /// CPU seconds of one reader for one page, 1 to 86400.
    package var cpuSeconds: Int
    /// Pages after which a reader is replaced, 1 to 1000000.
    package var recycleAfterPages: Int
    /// MiB of resident memory above which a reader is replaced, 64 to 1048576.
    package var recycleAboveMegabytes: Int
    /// Wall-clock seconds of a first try, 1 to 86400.
    package var firstTrySeconds: Int
    /// Pages of a document that pass their deadline before its other pages are not tried, 1 to 1000.
    package var giveUpAfterTimeouts: Int
    /// Seconds of readers for the pages of one document, 1 to 1000000.
    package var documentSeconds: Int
    /// Seconds of readers for the pages of one case, 1 to 1000000.
    package var caseSeconds: Int
    /// Pages of a case above which it lets others go first, 1 to 100000.
    package var largeCasePages: Int
    /// Pages of one document that are read, 1 to 5000, and of one case, 1 to 100000.
    package var maxPages: Int
    package var maxCasePages: Int
    /// Words of one page, 100 to 1000000.
    package var maxWords: Int
    /// MiB of one answer, 1 to 1024.
    package var maxAnswerMegabytes: Int
    /// MiB of what was read of one case, 1 to 4096.
    package var maxCaseMegabytes: Int
  }

  package struct Night: Codable, Hashable, Sendable {
    /// Minutes after which a run ends politely, 1 to 100000.
    package var maxMinutes: Int
    /// Nights after which a packet that keeps changing is told of, 1 to 1000.
    package var tellWaitingAfter: Int
  }

  package struct OCR: Codable, Hashable, Sendable {
    /// Tesseract languages, joined by `+`, such as `eng+spa`.
    package var languages: String
    /// The single languages, such as `eng` and `spa`.
    package var languageList: [String] { languages.split(separator: "+").map(String.init) }
    /// Dots per inch of the raster that is recognised, 100 to 600.
    package var dpi: Int
    /// Pixels of the longest side of a raster, 1000 to 32767.
    package var maxPixelsPerSide: Int
    /// Share of the page, 0 to 1: a page with a text layer and images on less than this is not
    /// recognised.
    package var bornDigitalImageCoverage: Double
    /// Share of the page, 0 to 1: a page without words and with less ink than this is blank.
    package var blankInkCoverage: Double
    /// Dots per inch of the page pictures in the bundle, 36 to 300.
    package var previewDpi: Int
    /// JPEG quality of the page pictures, 1 to 100.
    package var previewQuality: Int
  }

  package struct Check: Codable, Hashable, Sendable {
    /// The rule set by programme, both by name: `ccm` to `ccm-2023`.
    package var ruleSets: [String: String]
    /// The rule set of a case without a recognised form.
    package var fallback: String
  }

  package struct Bundle: Codable, Hashable, Sendable {
    /// Dots per inch of the evidence crops, 36 to 600.
    package var cropDpi: Int
    /// White around a crop, in points, 0 to 144.
    package var cropMargin: Double
  }
}
