import Casework
import Testing
import WrittenDates

@Suite("Dates in text")
struct DateGrammarTests {
  private static func summary(_ text: String, order: DatePolicy.Order = .both) -> [String] {
    let grammar = DateGrammar(policy: DatePolicy(order: order, twoDigitYearsUntil: 2049))
    return grammar.dates(in: text).map { date in
      let readings = date.readings.map {
        $0.earliest == $0.latest ? "\($0.earliest)" : "\($0.earliest)...\($0.latest)"
      }
      return readings.joined(separator: " | ") + (date.isOpenEnded ? " ->" : "")
    }
  }

  @Test(
    "a day in numbers",
    arguments: [
      ("06/13/2024", "2024-06-13"), ("6/13/24", "2024-06-13"), ("06-13-2024", "2024-06-13"),
      ("6-13-24", "2024-06-13"), ("06.13.2024", "2024-06-13"), ("06 13 2024", "2024-06-13"),
      ("13/06/2024", "2024-06-13"), ("13.06.24", "2024-06-13"), ("6/13/'24", "2024-06-13"),
      ("2024-06-03", "2024-06-03"), ("2024/06/03", "2024-06-03"), ("98-06-03", "1998-06-03"),
      ("2014-10-15T16:12:20+00:00", "2014-10-15"), ("06 / 13 / 2024", "2024-06-13"),
      ("06/13 2024", "2024-06-13"), ("5/5/71", "1971-05-05"), ("12/31/49", "2049-12-31"),
      ("12/31/50", "1950-12-31"), ("report-20170302.html", "2017-03-02"),
      ("0 6 / 1 3 / 2 0 2 4", "2024-06-13"), ("02/29/2024", "2024-02-29"),
    ])
  func numeric(text: String, expected: String) { #expect(Self.summary(text) == [expected]) }

  @Test(
    "two numbers that may both be the month have both readings",
    arguments: [
      ("05/06/2024", "2024-05-06 | 2024-06-05"), ("5-6-24", "2024-05-06 | 2024-06-05"),
      ("12.11.2023", "2023-12-11 | 2023-11-12"), ("08/12,2015", "2015-08-12 | 2015-12-08"),
    ])
  func ambiguous(text: String, expected: String) { #expect(Self.summary(text) == [expected]) }

  @Test("the policy decides an ambiguous order and nothing else")
  func order() {
    #expect(Self.summary("05/06/2024", order: .monthFirst) == ["2024-05-06"])
    #expect(Self.summary("05/06/2024", order: .dayFirst) == ["2024-06-05"])
    #expect(Self.summary("25/12/2024", order: .monthFirst) == ["2024-12-25"])
    #expect(Self.summary("12/25/2024", order: .dayFirst) == ["2024-12-25"])
  }

  @Test("the weekday that is written says which order is meant")
  func weekday() throws {
    let grammar = DateGrammar(policy: DatePolicy(order: .both))
    let date = try #require(grammar.dates(in: "Monday, 03/06/2024").first)
    #expect(date.readings.first?.earliest.description == "2024-06-03")
    #expect(date.readings.count == 2)
    #expect(date.readings[0].confidence > 0.85)
  }

  @Test(
    "a day with its month in words",
    arguments: [
      ("June 3, 2024", "2024-06-03"), ("Jun. 3rd, '24", "2024-06-03"),
      ("June 3 2024", "2024-06-03"),
      ("3 June 2024", "2024-06-03"), ("03JUN2024", "2024-06-03"), ("03 JUN 24", "2024-06-03"),
      ("3-Jun-24", "2024-06-03"), ("2024-Jun-3", "2024-06-03"), ("June 20 2024", "2024-06-20"),
      ("June 19 2015", "2015-06-19"), ("28 june in 2020", "2020-06-28"),
      ("3rd day of June, 2024", "2024-06-03"), ("the 3rd day of June, A.D. 2024", "2024-06-03"),
      ("the third day of June two thousand twenty-four", "2024-06-03"),
      ("twenty-third of May, nineteen hundred and ninety-nine", "1999-05-23"),
      ("June thirty-first", ""), ("this 3 day of 6, 24", "2024-06-03"),
      ("3rd day of June in the year of our Lord 2024", "2024-06-03"),
      ("3rd\nday of\nJune, 2024", "2024-06-03"), ("June 3,\n2024", "2024-06-03"),
      ("Thursday, June 13th, 2024", "2024-06-13"), ("Wed Oct 26 15:50:06 2016", "2016-10-26"),
      ("3 de junio de 2024", "2024-06-03"), ("tres de junio de dos mil veinticuatro", "2024-06-03"),
      ("1er juin 2024", "2024-06-01"), ("3 août 2024", "2024-08-03"),
      ("3rdday of June,2024", "2024-06-03"), ("3rd dayof June 2024", "2024-06-03"),
      ("93 MAY 13 AM 8:31", "1993-05-13"), ("Aug 05 13 03:12p", "2013-08-05"),
      ("ninth day of April »1975", "1975-04-09"), ("fourth of july of 1995", "1995-07-04"),
      ("Executed August 5 ,2013in Ely", "2013-08-05"),
      ("Tuesday, June 3, 2024", "2024-06-03"),
    ])
  func worded(text: String, expected: String) { #expect(Self.summary(text) == [expected]) }

  @Test(
    "a year completed by hand on a printed century",
    arguments: [
      ("3rd day of June, 20 24", "2024-06-03"), ("3rd day of June, 20__24__", "2024-06-03"),
      ("June 3, 20_24", "2024-06-03"), ("3rd day of June, 19 2024", "2024-06-03"),
      ("3rd day of June, 19__98", "1998-06-03"),
      ("3rd day of June, 19__24", "1924-06-03 | 2024-06-03"),
      ("1/15/20 24", "2024-01-15 | 2020-01-15"), ("3rd day of June, 20__", ""),
      ("Dated: 1/15/20__", ""), ("____ day of June, 2024", "2024-06-01...2024-06-30"),
    ])
  func preprinted(text: String, expected: String) { #expect(Self.summary(text) == [expected]) }

  @Test(
    "a month, a season or a part of one is an interval and never its first day",
    arguments: [
      ("June 2024", "2024-06-01...2024-06-30"), ("February, 2024", "2024-02-01...2024-02-29"),
      ("06/2024", "2024-06-01...2024-06-30"), ("June of '24", "2024-06-01...2024-06-30"),
      ("Summer 2023", "2023-06-01...2023-09-30"), ("the fall of 2023", "2023-09-01...2023-12-31"),
      ("winter 2023-2024", "2023-12-01...2024-03-31"),
      ("Winter 2023", "2022-12-01...2023-03-31 | 2023-12-01...2024-03-31"),
      ("the last week of May 2024", "2024-05-19...2024-05-31"),
      ("first week of May, 2024", "2024-05-01...2024-05-13"),
      ("early June 2024", "2024-06-01...2024-06-15"), ("late 2023", "2023-07-01...2023-12-31"),
      ("junio de 2024", "2024-06-01...2024-06-30"),
      ("in 2023", "2023-01-01...2023-12-31"), ("during the year 2023", "2023-01-01...2023-12-31"),
      ("last week of 2023", "2023-12-19...2023-12-31"),
    ])
  func interval(text: String, expected: String) { #expect(Self.summary(text) == [expected]) }

  @Test(
    "a range is one interval from its first day to its last",
    arguments: [
      ("from June 3, 2024 to June 5, 2024", "2024-06-03...2024-06-05"),
      ("June 3-5, 2024", "2024-06-03...2024-06-05"), ("3-5 June 2024", "2024-06-03...2024-06-05"),
      ("June 3, 4 and 7, 2024", "2024-06-03...2024-06-07"),
      ("from 3 to 5 June 2024", "2024-06-03...2024-06-05"),
      ("June 3 through July 5, 2024", "2024-06-03...2024-07-05"),
      ("December 28 to January 3, 2024", "2023-12-28...2024-01-03"),
      ("between 06/13/2024 and 06/20/2024", "2024-06-13...2024-06-20"),
      ("between 06/03/2024 and 06/20/2024", "2024-06-03...2024-06-20"),
      ("From: 06/13/2024  To: 06/15/2024", "2024-06-13...2024-06-15"),
      ("06/13 - 06/15/2024", "2024-06-13...2024-06-15"),
      ("between June and August 2023", "2023-06-01...2023-08-31"),
      ("Dec/2018-May/2019", "2018-12-01...2019-05-31"),
      ("from 2019 to 2021", "2019-01-01...2021-12-31"),
      ("in 2021 through May 2nd 2023", "2021-01-01...2023-05-02"),
    ])
  func range(text: String, expected: String) { #expect(Self.summary(text) == [expected]) }

  @Test(
    "about a day is some days, and what goes on has no end",
    arguments: [
      ("on or about June 13, 2024", "2024-06-10...2024-06-16"),
      ("approximately June 13, 2024", "2024-06-10...2024-06-16"),
      ("since June 2023", "2023-06-01...2023-06-30 ->"),
      ("since 2022", "2022-01-01...2022-12-31 ->"),
      ("06/13/2024 to present", "2024-06-13 ->"),
      ("June 13, 2024 at 3:15 pm to present", "2024-06-13 ->"),
      ("June 13, 2024 - ongoing", "2024-06-13 ->"),
      ("from 06/13/2024 and is still ongoing", "2024-06-13 ->"),
      ("beginning on or about June 13, 2024", "2024-06-10...2024-06-16 ->"),
      ("between Jan 2019 and today", "2019-01-01...2019-01-31 ->"),
      ("the week of June 13, 2024", "2024-06-07...2024-06-19"),
      ("two weeks before June 17, 2024", "2024-06-03 | 2024-06-17"),
      ("within 30 days after June 13, 2024", "2024-06-13"),
      ("1/1/2016 and after my work", "2016-01-01"),
      ("two months after January 31, 2024", "2024-03-31 | 2024-01-31"),
      ("June 13, 2024 (approx.)", "2024-06-10...2024-06-16"),
      ("June 13, 2024, approximately 3 pm", "2024-06-13"),
    ])
  func qualified(text: String, expected: String) { #expect(Self.summary(text) == [expected]) }

  @Test(
    "a bound is every day on its side, and not the day that is named",
    arguments: [
      ("sometime after June 13, 2024", "2024-06-13...9999-12-31"),
      ("on or after 06/13/2024", "2024-06-13...9999-12-31"),
      ("June 13, 2024 or later", "2024-06-13...9999-12-31"),
      ("not earlier than 13 June 2024", "2024-06-13...9999-12-31"),
      ("before June 13, 2024", "0001-01-01...2024-06-13"),
      ("no later than 6/13/24", "0001-01-01...2024-06-13"),
      ("prior to the 13th of June 2024", "0001-01-01...2024-06-13"),
      ("06/13/2024 at the latest", "0001-01-01...2024-06-13"),
      ("not until June 13, 2024", "2024-06-13"), ("good until June 13, 2024", "2024-06-13"),
      ("received by June 13, 2024", "2024-06-13"),
      ("the 10 days following June 13, 2024", "2024-06-13...2024-06-23"),
    ])
  func bounded(text: String, expected: String) { #expect(Self.summary(text) == [expected]) }

  @Test(
    "what goes on is known by many words",
    arguments: [
      "06/13/2024 thru current", "6/13/24 and every month since", "June 13, 2024 until this day",
      "from June 13, 2024 forward", "from 06/13/2024 on", "June 13, 2024 -",
      "13 June 2024, and it has not stopped", "continuously from June 13, 2024",
      "06/13/2024 through the date of this complaint", "13 de junio de 2024 hasta la fecha",
    ])
  func goesOn(text: String) { #expect(Self.summary(text) == ["2024-06-13 ->"]) }

  @Test(
    "dates in a list share the year that one of them has",
    arguments: [
      ("May 2, June 13 and July 9, 2024", ["2024-05-02", "2024-06-13", "2024-07-09"]),
      ("Oct 9, Nov 14, 2023", ["2023-10-09", "2023-11-14"]),
      ("June 13, 2024; June 20; July 1.", ["2024-06-13", "2024-06-20", "2024-07-01"]),
      ("December 30 and January 4, 2024", ["2023-12-30", "2024-01-04"]),
      ("2024: May 2, June 13", ["2024-05-02", "2024-06-13"]),
      ("April, May and June 2024", ["2024-04-01...2024-06-30"]),
    ])
  func list(text: String, expected: [String]) { #expect(Self.summary(text) == expected) }

  @Test(
    "stamps have the year first, or their wheels apart",
    arguments: [
      ("FILED 22 JUN 13 AM 9:04", ["2022-06-13 | 2013-06-22"]),
      ("RECORDED '22 JUN 13", ["2022-06-13"]), ("17 JUN 22", ["2022-06-17 | 2017-06-22"]),
      ("RECEIVED JUN 1 3 2024", ["2024-06-13"]), ("JUN 3 2024", ["2024-06-03"]),
    ])
  func stamps(text: String, expected: [String]) { #expect(Self.summary(text) == expected) }

  @Test(
    "names of days, quarters and years are read",
    arguments: [
      ("Memorial Day 2024", "2024-05-27"), ("Thanksgiving Day, 2023", "2023-11-23"),
      ("Q2 2024", "2024-04-01...2024-06-30"),
      ("the first quarter of 2024", "2024-01-01...2024-03-31"),
      ("13th day of June, MMXXIV", "2024-06-13"), ("13\" June 2024", "2024-06-13"),
      ("June 13th (Thursday) 2024", "2024-06-13"),
      ("Thu Jun 13 10:20:30 CDT 2024", "2024-06-13"), ("dd/mm/yyyy 03/06/2024", "2024-06-03"),
      ("entre el 3 y el 5 de junio de 2024", "2024-06-03...2024-06-05"),
      ("1º de junio de 2024", "2024-06-01"),
    ])
  func names(text: String, expected: String) { #expect(Self.summary(text) == [expected]) }

  @Test(
    "words of birth make a birth date of one that they stand right before",
    arguments: [
      ("Birthday: 06/13/1971", true), ("born in Akron on June 13, 1971", true),
      ("DOB 06/13/1971", true), ("After her birthday party on June 13, 2024", false),
      ("the newborn was moved on June 13, 2024", false),
      ("my son, born deaf, was sent home June 13, 2024", false),
      ("She gave birth on June 13, 2024", false),
    ])
  func birth(text: String, isBirth: Bool) {
    let grammar = DateGrammar(policy: DatePolicy())
    #expect(grammar.dates(in: text).map { $0.role == .birth } == [isBirth])
  }

  @Test(
    "characters that OCR confuses are read, and less surely",
    arguments: [
      ("O6/13/2O24", "2024-06-13"), ("06/l3/2024", "2024-06-13"), ("June 3, 2O24", "2024-06-03"),
      ("0ctober 5, 2023", "2023-10-05"),
      ("5eptember 5, 2023", "2023-09-05"), ("Septernber 3, 2024", "2024-09-03"),
      ("Septem ber 3, 2024", "2024-09-03"), ("O3JUN2024", "2024-06-03"),
      ("06/1312024", "2024-06-13"), ("June 32024", "2024-06-03"), ("Febuary 3, 2024", "2024-02-03"),
      ("Aug051308:200", "2013-08-05"),
    ])
  func slips(text: String, expected: String) throws {
    let date = DateGrammar(policy: DatePolicy()).dates(in: text).first { !$0.readings.isEmpty }
    #expect(date?.readings.first?.earliest.description == expected)
    if let date { #expect(try #require(date.readings.first).confidence < 0.75) }
  }

  @Test(
    "a digit of the day that was not read may be any",
    arguments: [
      ("APR F4 1975", "1975-04-04 | 1975-04-14 | 1975-04-24"), ("June 3F 2024", "2024-06-30"),
      ("June ?1, 2024", "2024-06-01 | 2024-06-11 | 2024-06-21"),
    ])
  func halfRead(text: String, expected: String) throws {
    #expect(Self.summary(text) == [expected])
    let dates = DateGrammar(policy: DatePolicy()).dates(in: text)
    #expect(dates[0].readings.allSatisfy { $0.confidence <= 0.6 })
  }

  @Test("a weekday on which the day did not fall makes it unsure")
  func wrongWeekday() throws {
    let grammar = DateGrammar(policy: DatePolicy())
    let right = try #require(grammar.dates(in: "Monday, June 3, 2024").first?.readings.first)
    let wrong = try #require(grammar.dates(in: "Tuesday, June 3, 2024").first?.readings.first)
    #expect(right.confidence > 0.9)
    #expect(wrong.confidence < 0.7)
  }

  @Test("what the characters say as they are stays, before what they may stand for")
  func literalFirst() throws {
    let dates = DateGrammar(policy: DatePolicy()).dates(in: "I3 June 2024")
    let readings = try #require(dates.first).readings
    #expect(readings.map(\.earliest.description) == ["2024-06-01", "2024-06-13"])
    #expect(readings[0].confidence > readings[1].confidence)
  }

  @Test(
    "a day that no calendar has is no reading",
    arguments: ["02/30/2024", "feb 30 2019", "2/29/2019", "April 31, 2024", "31/04/2024"])
  func impossible(text: String) { #expect(Self.summary(text) == [""]) }

  @Test("an impossible order leaves the other one alone")
  func impossibleOrder() {
    #expect(Self.summary("30/02/2024") == [""])
    #expect(Self.summary("04/31/2024") == [""])
    #expect(Self.summary("31/05/2024") == ["2024-05-31"])
  }

  @Test(
    "what is not a date is none",
    arguments: [
      "Policy 11-10-2031-C", "account no. 11-30-98",
      "Call 555-12-3456 or (206) 555-1212", "1-800-555-2024", "28 U.S.C. 1746", "section 12-5-24",
      "version 1.2.24", "$12/13/2024", "Page 3 of 10", "10.0.20.24", "at 12:30:45", "1 2 3 4 5",
      "Id 12345678", "ABC-12345-A1B2C3", "32-2015", "2015-32", "3/4 cup", "SSN 123-45-6789",
      "06-03-2024-1234", "27th floor", "25th Anniversary", "You may 12 times", "may 2020 people",
      "twenty-one coins", "24/7/365", "100/200/300", "No. 22-087952", "21 NCAC 65 .1001",
      "one on one", "day after day", "Suite 200, 1120 Route 73", "3.14.159", "in the sun",
      "in 2000 words", "Section 6/5/24", "size A4 2024 edition",
    ])
  func nothing(text: String) { #expect(Self.summary(text) == []) }

  @Test("a day without its year is a date that says no day")
  func withoutYear() {
    #expect(Self.summary("On June 3 we met") == [""])
    #expect(Self.summary("On June 3, 24 people came") == [""])
  }

  @Test("several dates of one text are found where they stand")
  func several() {
    let text = "Page 3 June 15, 2024; signed 06/20/2024, see also March 2023."
    let dates = DateGrammar(policy: DatePolicy()).dates(in: text)
    let found = dates.map { String(Array(text)[$0.range]) }
    #expect(found == ["June 15, 2024", "06/20/2024", "March 2023"])
  }

  @Test("the confidences of a date never add up to more than 1")
  func confidences() {
    let texts = [
      "05/06/2024", "3rd day of June, 19__24", "Winter 2023", "O6/O5/2024", "1/15/20 24",
      "two weeks before 05/06/2024",
    ]
    for date in texts.flatMap({ DateGrammar(policy: DatePolicy()).dates(in: $0) }) {
      #expect(date.readings.reduce(0) { $0 + $1.confidence } <= 1)
      #expect(date.readings.map(\.confidence) == date.readings.map(\.confidence).sorted(by: >))
    }
  }

  @Test(
    "the words around a date say its part",
    arguments: [
      ("Date of birth: 05/06/1971", DatedFact.Role.birth), ("DOB 05/06/1971", .birth),
      ("born on June 3, 1971", .birth), ("My commission expires June 30, 2027", .commissionExpires),
      ("Subscribed and sworn to before me this 3rd day of June, 2024", .notarized),
      ("On this 3rd day of June, 2024, before me personally appeared", .notarized),
      ("Date of incident: 06/13/2024", .occurrence), ("It happened on June 13, 2024", .occurrence),
      ("Date first learned 06/13/2024", .learned),
      ("I became aware of it on June 13, 2024", .learned),
      ("Dated this 3rd day of June, 2024", .signed), ("Executed on June 13, 2024", .signed),
      ("RECEIVED JUN 13 2024", .received), ("Filed 12/19/25 Page 1 of 2", .received),
      ("FAX 06/13/2024 14:32 p. 03/12", .other),
      ("This Declaration made this 3rd day of June, 2024", .signed),
      ("(Rev. 6/21)", .formRevision), ("Revised 01/2014", .formRevision),
      ("Postmarked 06/13/2024", .postmark),
    ])
  func role(text: String, role: DatedFact.Role) {
    #expect(DateGrammar(policy: DatePolicy()).dates(in: text).map(\.role) == [role])
  }

  @Test(
    "what somebody did in a story is no part of the filing",
    arguments: [
      "She received a letter on June 13, 2024", "a letter dated June 13, 2024",
      "he filed it on June 13, 2024", "the release was signed on June 13, 2024",
    ])
  func story(text: String) {
    let roles = DateGrammar(policy: DatePolicy()).dates(in: text).map(\.role)
    #expect(roles.allSatisfy { $0 == nil || $0 == .other })
    #expect(roles.count == 1)
  }

  @Test("sworn and commission dates of one sentence keep apart")
  func certificate() {
    let text = """
      Subscribed and sworn to before me this 3rd day of June, 2024.
      My commission expires: 06/30/2027
      """
    let dates = DateGrammar(policy: DatePolicy()).dates(in: text)
    #expect(dates.map(\.role) == [.notarized, .commissionExpires])
  }
}
