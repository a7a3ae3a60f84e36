package import BlankForms
package import Casework
package import PageLayout

/// Gives every page of a case its role, and counts the pages of the complaint.
///
/// A pure function of the readings and the form descriptions. The complaint is the form and its
/// continuation sheets; whatever else was mailed with it is supporting. Where nothing speaks for a
/// role the page stays `unknown`, which widens the page interval and decides nothing.
package struct PageClassifier: Sendable {
  let forms: [PreparedForm]
  private let lexicon: Lexicon

  package init(forms: [FormDescription], lexicon: Lexicon) {
    self.lexicon = lexicon
    self.forms = forms.map { PreparedForm($0) }
  }

  /// - Parameter matched: The pages that fit a page of a blank form.
  package func classify(
    _ documents: [CaseFacts.DocumentFacts], on matched: [PageReference: MatchedPage] = [:]
  ) -> Classification {
    let traits = documents.map { document in
      document.pages.map { page in
        page.reading.map {
          PageTraits(
            of: Sheet($0, of: page.page), forms: forms, matched: matched[page.page],
            lexicon: lexicon)
        }
      }
    }
    var walk = ComplaintWalk(forms: forms, hasAnyForm: hasForm(traits))
    for (document, pageTraits) in zip(documents, traits) {
      walk.begin()
      for (page, traits) in zip(document.pages, pageTraits) { walk.visit(page, traits) }
    }
    let form = walk.firstForm
    return Classification(
      program: form.flatMap { forms[$0].description.program },
      kind: form.map { kind(of: forms[$0], documents, walk.pages) } ?? .unknown,
      pages: walk.pages)
  }

  private func hasForm(_ traits: [[PageTraits?]]) -> Bool {
    traits.joined().contains { page in
      page?.forms.contains {
        $0.hasTitle || $0.anchors.count >= RoleThresholds.anchorsOfForm || $0.blankPage != nil
      } ?? false
    }
  }

  private func kind(
    of form: PreparedForm, _ documents: [CaseFacts.DocumentFacts], _ pages: [ClassifiedPage]
  ) -> CaseKind {
    let formPages = Set(pages.filter { $0.role == .form }.map(\.page))
    let pages = documents.flatMap(\.pages).filter { formPages.contains($0.page) }
    let sheets = pages.compactMap { page in page.reading.map { Sheet($0, of: page.page) } }
    switch SelfReportBox.state(on: sheets, phrases: form.selfReport) {
    case .present: return .selfReport
    case .uncertain: return .unknown
    // The mark may be in what was not drawn.
    case .blank where pages.contains { $0.state == .failed }: return .unknown
    case .blank, nil: return .complaint
    }
  }
}
