import Casework
import FormLearning
import PipelineFiles
import TestSupport
import Testing

@Suite("Files of forms that were learnt")
struct FormFileTests {
  static let learnt = FormLearningTests.learnt {
    $0.print("Complaint against certificant", x: 120, y: 30, height: 14)
    $0.print("Name:", x: 60, y: 100)
    $0.rule(x: 100, y: 110, width: 220)
    $0.rule(x: 60, y: 300, width: 240)
    $0.print("Signature of complainant", x: 62, y: 304, height: 7)
    $0.frame(Box(x: 100, y: 400, width: 8, height: 8))
    $0.print("Yes", x: 114, y: 400)
    $0.frame(Box(x: 60, y: 500, width: 240, height: 40))
    $0.print("Employer", x: 63, y: 503, height: 7)
  }
  static let names = ["name", "signature-of-complainant", "yes", "employer"]

  func file(keeping known: FormFile? = nil) -> FormFile {
    FormFile(Self.learnt, id: "drawn", program: nil, keeping: known)
  }

  func index(of name: String, in file: FormFile) throws -> Int {
    try #require(file.places.firstIndex { $0.name == name })
  }

  @Test("a form that is new has what was learnt")
  func new() {
    let file = file()
    #expect(file.id == "drawn")
    #expect(file.titles == ["Complaint against certificant"])
    #expect(file.places.map(\.name) == Self.names)
    #expect(file.places.allSatisfy { $0.page == 1 && $0.box != nil })
  }

  @Test("learning it again changes nothing")
  func again() { #expect(file(keeping: file()) == file()) }

  @Test("a place that was corrected stays so")
  func renamed() throws {
    var known = file()
    let index = try index(of: "name", in: known)
    known.places[index].name = "who-files"
    known.places[index].labels = ["Full name", "Name in full"]
    known.places[index].kind = .date
    known.places[index].date = .received
    known.places[index].box?.width -= 20
    known.titles = ["A title of our own"]
    known.edition = "as of spring"
    #expect(file(keeping: known) == known)
  }

  @Test("what was said to be no place does not come back")
  func noPlace() throws {
    var known = file()
    known.places[try index(of: "employer", in: known)].kind = .none
    let again = file(keeping: known)
    #expect(again == known)
    #expect(again.places.count == Self.names.count)
  }

  @Test("a place that words alone describe gets its page and box by its label")
  func placed() throws {
    var known = file()
    let removed = known.places.remove(at: try index(of: "employer", in: known))
    known.places.append(
      FormPlace(name: "workplace", kind: .text, labels: ["Firm", "EMPLOYER:"], value: .below))
    let again = file(keeping: known)
    #expect(again.places.count == Self.names.count)
    let place = again.places[try index(of: "workplace", in: again)]
    #expect(place.page == 1)
    #expect(place.box == removed.box)
    #expect(place.labels == ["Firm", "EMPLOYER:"])
  }

  @Test("a label of another kind of place is not taken for it")
  func otherKind() throws {
    var known = file()
    known.places.remove(at: try index(of: "employer", in: known))
    known.places.append(FormPlace(name: "workplace", kind: .signature, labels: ["Employer"]))
    let again = file(keeping: known)
    #expect(again.places[try index(of: "workplace", in: again)].page == nil)
    #expect(again.places[try index(of: "employer", in: again)].page == 1)
    #expect(again.places.last?.name == "workplace", "what is on no blank comes last")
  }

  @Test("what is new on the blank is added, down the form, under a name of its own")
  func added() throws {
    var known = file()
    let removed = known.places.remove(at: try index(of: "yes", in: known))
    known.places.append(FormPlace(name: "yes", kind: .checkBox, labels: ["Affirmative"]))
    let again = file(keeping: known)
    #expect(
      again.places.map(\.name)
        == ["name", "signature-of-complainant", "yes-2", "employer", "yes"])
    #expect(again.places[2].box == removed.box)
  }

  // MARK: - YAML

  static let awkward = [
    #"He said "no""#, "City, state, ZIP", "Name: of filer", "# of pages", "a # b", "12345", "007",
    "1e3", "0x1F", "1.50", "2024-01-31", "12:30", "yes", "No", "on", "true", "null", "Null", "~ x",
    "- dash", "a - b", "? question", "it's", "it''s", #"back\slash \n"#, "{a: b}", "[a, b]",
    "&anchor x", "*alias x", "!tag x", "%percent", "@at", "`tick`", "|pipe", ">fold", "= x",
    "<< x", " leading", "trailing ", "two  spaces", "ends with:", "ends-with -", "Fecha de año",
    "größe – „x“", "naïve\u{301} é", "a 🖋 b", "--- x", "... x", "a\u{A0}b", "e-mail", "n/a", "A",
  ]

  func readBack(_ file: FormFile) throws -> FormFile {
    try StrictYAML.decode(FormFile.self, from: file.yaml(), file: "forms/drawn.yaml")
  }

  @Test("what was learnt is read back as it was written")
  func learntForm() throws {
    var file = file()
    file.continuationPages = [2, 4]
    #expect(try readBack(file) == file)
  }

  @Test("so are texts that YAML has other meanings for, wherever they stand")
  func awkwardTexts() throws {
    var file = FormFile(
      id: "12", program: nil, edition: "null", titles: Self.awkward, anchors: Self.awkward,
      continuation: Self.awkward, continuationPages: [3],
      places: [
        FormPlace(
          name: "all", kind: .signature, labels: Self.awkward, section: Self.awkward, page: 2,
          box: Box(x: 0, y: 12.5, width: 100, height: 9.1), signer: .witness)
      ])
    file.places += Self.awkward.map {
      FormPlace(name: $0, kind: .text, labels: [$0], value: .beside)
    }
    file.places += FormPlace.Kind.allCases.map {
      FormPlace(
        name: "of kind \($0.rawValue)", kind: $0, labels: [], page: 1,
        box: Box(x: 1, y: 2, width: 3, height: 4), date: .commissionExpires)
    }
    file.signatureLabels = .init(complainant: Self.awkward, notary: [], witness: ["yes"])
    file.dateLabels = [.birth: Self.awkward, .commissionExpires: ["no", "12"]]
    file.selfReport = Self.awkward
    #expect(try readBack(file) == file)
  }

  @Test("each awkward text by itself", arguments: awkward)
  func awkwardText(text: String) throws {
    var file = file()
    file.continuationPages = [2]
    file.edition = text
    file.titles = [text]
    file.places[0].labels = [text]
    file.places[0].name = "place \(text)"
    #expect(try readBack(file) == file)
  }

  @Test(
    "the shipped forms are written as they are read",
    arguments: ["ccm-complaint", "cdms-complaint"])
  func shipped(id: String) throws {
    let file = try PipelineFolder(path: Repository.pipeline).formFile(id)
    #expect(try readBack(file) == file)
  }
}
