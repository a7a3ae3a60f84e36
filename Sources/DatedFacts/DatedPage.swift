import Casework
import PageLayout
import WrittenDates

/// A page that was read, with the dates on it.
struct DatedPage {
  let sheet: Sheet
  let text: PageText
  private(set) var dates: [PlacedDate]
  /// By which its dates were read.
  private(set) var grammar: DateGrammar
  let handwriting: Handwriting

  /// `nil` where the page could not be read.
  init?(_ outcome: PageOutcome, _ survey: PageSurvey?, _ grammar: DateGrammar) {
    guard let reading = outcome.reading else { return nil }
    sheet = Sheet(reading, of: outcome.page)
    text = PageText(reading)
    dates = PlacedDate.all(in: text, grammar)
    self.grammar = grammar
    // Text over an image that covers the page is what some other program recognised in it.
    let isScan = reading.textSource == .ocr || (survey?.imageCoverage ?? 0) > 0.5
    handwriting = Handwriting(sheet, text, isScan: isScan)
  }

  /// The page with its dates read by another grammar.
  func reread(by grammar: DateGrammar) -> DatedPage {
    var page = self
    page.dates = PlacedDate.all(in: text, grammar)
    page.grammar = grammar
    return page
  }

  /// The days that the page names without any doubt.
  var sureDays: Set<CivilDate> {
    var days: Set<CivilDate> = []
    for date in dates where date.expression.readings.count == 1 && handwriting.isSure(date) {
      // Nothing else of the case happened in these years.
      if [.birth, .commissionExpires, .formRevision].contains(date.expression.role) { continue }
      let reading = date.expression.readings[0]
      if reading.earliest == reading.latest { days.insert(reading.earliest) }
    }
    return days
  }
}
