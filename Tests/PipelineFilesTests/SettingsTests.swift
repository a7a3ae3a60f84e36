import Casework
import PipelineFiles
import Testing

@Suite("Settings")
struct SettingsTests {
  let text: String

  init() throws { text = try shippedPipeline.text(of: PipelineFolder.settingsFile) }

  func problem(in text: String, overrides: [String] = []) -> SettingsProblem? {
    do throws(SettingsProblem) {
      var parsed: [SettingOverride] = []
      for override in overrides { parsed.append(try SettingOverride(parsing: override)) }
      _ = try Settings.load(from: text, file: "pipeline.yaml", overrides: parsed)
      return nil
    } catch {
      return error
    }
  }

  @Test("the file that is shipped is good")
  func shipped() throws {
    let settings = try Settings.load(from: shippedPipeline)
    #expect(settings.ocr.dpi == 300)
    #expect(settings.ocr.bornDigitalImageCoverage == 0.02)
    #expect(settings.dates.order == .both)
    #expect(settings.check.ruleSets["ccm"] == "ccm-2023")
  }

  @Test("every key of the file is needed")
  func everyKey() throws {
    let settings = try Settings.load(from: shippedPipeline)
    let optional = ["check.ruleSets.ccm", "check.ruleSets.cdms"]
    for entry in settings.entries where !optional.contains(entry.key) {
      let name = try #require(entry.key.split(separator: ".").last)
      // A list may go on over lines that are indented deeper.
      var isOfTheKey = false
      let without = text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { line in
          isOfTheKey = line.hasPrefix("  \(name): ") || isOfTheKey && line.hasPrefix("    ")
          return !isOfTheKey
        }.joined(separator: "\n")
      #expect(without != text, "\(entry.key) is on no line of its own")
      #expect(problem(in: without)?.key == entry.key)
    }
  }

  @Test(
    "a number out of its bounds is named",
    arguments: [
      "ingest.settleSeconds=-1", "ingest.maxFileMegabytes=0", "ingest.maxPacketMegabytes=0",
      "ingest.maxFiles=0", "ingest.ignoredNames=['*']",
      "ingest.ignoredNames=[a/b]", "readers.pageDeadlineSeconds=0",
      "readers.surveyDeadlineSeconds=0", "night.maxMinutes=0", "night.tellWaitingAfter=0",
      "readers.firstTrySeconds=0",
      "readers.giveUpAfterTimeouts=0", "readers.documentSeconds=0", "readers.caseSeconds=0",
      "readers.largeCasePages=0", "readers.maxPages=5001", "readers.maxCasePages=0",
      "readers.maxWords=1",
      "readers.maxAnswerMegabytes=0", "readers.maxCaseMegabytes=0",
      "readers.addressSpaceMegabytes=1", "readers.cpuSeconds=0",
      "readers.recycleAfterPages=0", "readers.recycleAboveMegabytes=1", "ocr.languages=eng+",
      "ocr.languages=../eng+", "ocr.dpi=99", "ocr.dpi=601", "ocr.maxPixelsPerSide=10",
      "ocr.bornDigitalImageCoverage=1.1", "ocr.blankInkCoverage=-0.1", "ocr.previewDpi=1",
      "ocr.previewQuality=101", "dates.twoDigitYearsUntil=1900", "dates.order=year-first",
      "check.fallback=../secret", "check.ruleSets.ccm=A B", "bundle.cropDpi=0",
      "bundle.cropMargin=-1",
    ])
  func bounds(_ override: String) throws {
    let problem = try #require(self.problem(in: text, overrides: [override]))
    #expect(problem.file == "--set \(override)")
    #expect(override.hasPrefix(problem.key + "="), "\(problem)")
    #expect(problem.line == nil)
  }

  @Test("an override changes one key, the last one wins")
  func overrides() throws {
    let changed = try Settings.load(
      from: shippedPipeline,
      overrides: [.init(parsing: "ocr.dpi=400"), .init(parsing: "ocr.dpi=500")])
    var expected = try Settings.load(from: shippedPipeline)
    expected.ocr.dpi = 500
    #expect(changed == expected)
  }

  @Test(
    "an override of no setting names the nearest one",
    arguments: [
      ("ocr.dip=400", "ocr.dip", "ocr.dpi"), ("ocr.DPI=400", "ocr.DPI", "ocr.dpi"),
      ("dates.ordr=both", "dates.ordr", "dates.order"),
      ("check.ruleSets.ccn=ccm-2015", "check.ruleSets.ccn", "check.ruleSets.ccm"),
    ])
  func nearest(override: String, key: String, known: String) throws {
    let problem = try #require(self.problem(in: text, overrides: [override]))
    #expect(problem.key == key)
    #expect(problem.reason.contains("'\(known)'"))
  }

  @Test("what is no override is refused", arguments: ["ocr.dpi", "=4", "ocr.dpi=", "ocr=4"])
  func notAnOverride(_ text: String) throws {
    let problem = try #require(self.problem(in: self.text, overrides: [text]))
    #expect(problem.file == "--set \(text)")
  }

  @Test("the canonical text is of the values, not of the file")
  func canonicalText() throws {
    let settings = try Settings.load(from: shippedPipeline)
    #expect(
      settings.canonicalText(of: .dates) == """
        dates.order = both
        dates.twoDigitYearsUntil = 2039

        """)
    let reordered = text.replacing("  order: both\n", with: "")
      .replacing("dates:\n", with: "dates:\n  order: \"both\" # the same\n")
    #expect(
      try Settings.load(from: reordered, file: "x").canonicalText(of: .dates)
        == settings.canonicalText(of: .dates))
    let changed = try Settings.load(
      from: shippedPipeline, overrides: [.init(parsing: "dates.order=day-first")])
    #expect(changed.canonicalText(of: .dates) != settings.canonicalText(of: .dates))
    #expect(changed.canonicalText(of: .ocr) == settings.canonicalText(of: .ocr))
  }

  @Test("the listing has every key once")
  func listing() throws {
    let settings = try Settings.load(from: shippedPipeline)
    #expect(Set(settings.entries.map(\.key)).count == settings.entries.count)
    #expect(settings.listing.contains("ocr.bornDigitalImageCoverage = 0.02\n"))
    #expect(settings.listing.contains("bundle.cropMargin = 12\n"))
  }

  @Test("a list is listed as it may be set")
  func listedList() throws {
    let names = ["Thumbs.db", "~$*", "an O'Neil", "7"]
    var settings = try Settings.load(from: shippedPipeline)
    settings.ingest.ignoredNames = names
    let entry = try #require(settings.entries.first { $0.key == "ingest.ignoredNames" })
    let loaded = try Settings.load(
      from: shippedPipeline, overrides: [.init(key: entry.key, value: entry.value)])
    #expect(loaded.ingest.ignoredNames == names)
  }
}
