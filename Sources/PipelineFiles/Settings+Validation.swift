import Casework

extension Settings: Validated {
  package var unusableValues: [UnusableValue] {
    nightBounds + ingestBounds + readerBounds + ocrBounds + dateBounds + ruleSetNames + bundleBounds
  }

  private var nightBounds: [UnusableValue] {
    [
      outside(1...100_000, night.maxMinutes, "night.maxMinutes", "minutes"),
      outside(1...1_000, night.tellWaitingAfter, "night.tellWaitingAfter", "nights"),
    ].compactMap(\.self)
  }

  private var ingestBounds: [UnusableValue] {
    [
      outside(0...86_400, ingest.settleSeconds, "ingest.settleSeconds", "seconds"),
      outside(1...65_536, ingest.maxFileMegabytes, "ingest.maxFileMegabytes", "MiB"),
      outside(1...1_048_576, ingest.maxPacketMegabytes, "ingest.maxPacketMegabytes", "MiB"),
      outside(1...10_000, ingest.maxFiles, "ingest.maxFiles", "files"),
      ingest.ignoredNames.first { $0.allSatisfy { $0 == "*" } || $0.contains("/") }.map {
        UnusableValue(
          "ingest.ignoredNames", "has '\($0)'; list names without a slash, such as Thumbs.db or ~$*"
        )
      },
    ].compactMap(\.self)
  }

  private var readerBounds: [UnusableValue] {
    let memory = 256...1_048_576
    let time = 1...86_400
    return [
      outside(time, readers.pageDeadlineSeconds, "readers.pageDeadlineSeconds", "seconds"),
      outside(time, readers.surveyDeadlineSeconds, "readers.surveyDeadlineSeconds", "seconds"),
      outside(memory, readers.addressSpaceMegabytes, "readers.addressSpaceMegabytes", "MiB"),
      outside(time, readers.cpuSeconds, "readers.cpuSeconds", "seconds"),
      outside(1...1_000_000, readers.recycleAfterPages, "readers.recycleAfterPages", "pages"),
      outside(
        64...1_048_576, readers.recycleAboveMegabytes, "readers.recycleAboveMegabytes", "MiB"),
      outside(time, readers.firstTrySeconds, "readers.firstTrySeconds", "seconds"),
      outside(1...1_000, readers.giveUpAfterTimeouts, "readers.giveUpAfterTimeouts", "pages"),
      outside(1...1_000_000, readers.documentSeconds, "readers.documentSeconds", "seconds"),
      outside(1...1_000_000, readers.caseSeconds, "readers.caseSeconds", "seconds"),
      outside(1...100_000, readers.largeCasePages, "readers.largeCasePages", "pages"),
      outside(1...5_000, readers.maxPages, "readers.maxPages", "pages"),
      outside(1...100_000, readers.maxCasePages, "readers.maxCasePages", "pages"),
      outside(100...1_000_000, readers.maxWords, "readers.maxWords", "words"),
      outside(1...1_024, readers.maxAnswerMegabytes, "readers.maxAnswerMegabytes", "MiB"),
      outside(1...4_096, readers.maxCaseMegabytes, "readers.maxCaseMegabytes", "MiB"),
    ].compactMap(\.self)
  }

  private var ocrBounds: [UnusableValue] {
    let names = ocr.languages.split(separator: "+", omittingEmptySubsequences: false)
    let areLanguages = names.allSatisfy { name in
      !name.isEmpty && name.utf8.allSatisfy { Self.languageCharacters.contains($0) }
    }
    return [
      areLanguages
        ? nil
        : UnusableValue(
          "ocr.languages",
          "is '\(ocr.languages)'; name Tesseract languages joined by +, such as eng+spa"),
      outside(100...600, ocr.dpi, "ocr.dpi", "dots per inch"),
      outside(1_000...32_767, ocr.maxPixelsPerSide, "ocr.maxPixelsPerSide", "pixels"),
      outside(
        0...1, ocr.bornDigitalImageCoverage, "ocr.bornDigitalImageCoverage", "of the page"),
      outside(0...1, ocr.blankInkCoverage, "ocr.blankInkCoverage", "of the page"),
      outside(36...300, ocr.previewDpi, "ocr.previewDpi", "dots per inch"),
      outside(1...100, ocr.previewQuality, "ocr.previewQuality", "of JPEG quality"),
    ].compactMap(\.self)
  }

  /// The names of Tesseract's language files: letters, digits, `_` and, for scripts, `/`.
  private static let languageCharacters = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/".utf8)

  private var dateBounds: [UnusableValue] {
    [outside(1_999...2_098, dates.twoDigitYearsUntil, "dates.twoDigitYearsUntil", "")]
      .compactMap(\.self)
  }

  private var ruleSetNames: [UnusableValue] {
    let named = check.ruleSets.sorted { $0.key < $1.key }
      .map { ("check.ruleSets.\($0.key)", $0.value) }
    return (named + [("check.fallback", check.fallback)]).compactMap { key, name in
      name.isFileName
        ? nil : UnusableValue(key, "is '\(name)'; name a file in rules/ without .yaml")
    }
  }

  private var bundleBounds: [UnusableValue] {
    [
      outside(36...600, bundle.cropDpi, "bundle.cropDpi", "dots per inch"),
      outside(0...144, bundle.cropMargin, "bundle.cropMargin", "points"),
    ].compactMap(\.self)
  }

  private func outside<Number: Comparable>(
    _ bounds: ClosedRange<Number>, _ value: Number, _ key: String, _ unit: String
  ) -> UnusableValue? {
    guard !bounds.contains(value) else { return nil }
    let unit = unit.isEmpty ? "" : " \(unit)"
    return UnusableValue(
      key, "is \(value); set it from \(bounds.lowerBound) to \(bounds.upperBound)\(unit)")
  }
}

extension String {
  /// Lower-case letters, digits and hyphens: a name that is a file name on every disk.
  var isFileName: Bool {
    !isEmpty
      && utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }
}
