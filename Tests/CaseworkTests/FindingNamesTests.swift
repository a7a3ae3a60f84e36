import Casework
import Testing

struct FindingNamesTests {
  private func place(_ x: Double, _ y: Double, page: Int = 4) -> Place {
    Place(
      page: PageReference(document: DocumentID(position: 1), page: page),
      box: Box(x: x, y: y, width: 64, height: 16))
  }

  private func names(_ places: [Place]) -> [String] {
    var names = FindingNames("t")
    return places.map { names.name(at: $0).rawValue }
  }

  @Test func `a name says where the finding is`() {
    #expect(names([place(448, 368)]) == ["t1-4-2307"])
    #expect(FindingID(rawValue: "t1-4-2307b").nameOnPage == "t2307b")
  }

  @Test func `a finding keeps its name when others come or go, or when it moves by a point`() {
    let two = names([place(100, 100), place(300, 500)])
    #expect(names([place(300, 20), place(101, 101), place(300, 500)]).suffix(2) == two[...])
    #expect(names([place(300, 500)]) == [two[1]])
    #expect(names([place(300, 500, page: 5)]) != [two[1]])
  }

  @Test func `no two have the same name, wherever they are`() {
    let crowd = (0..<80).map { _ in place(100, 100) } + [place(-50, 100), place(20_000, 90_000)]
    #expect(Set(names(crowd)).count == crowd.count)
  }
}
