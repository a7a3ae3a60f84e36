import Casework

/// INT-02: whether the packet is one case. Two cases scanned as one show each party the other's
/// papers, so whatever speaks for two is for a person, and no rule set can accept it unread.
extension Examination {
  func oneCase() -> Finding {
    guard facts.hasForm else { return noForm }
    let certified = certifiedNames
    let evidence = certified.count > 1 ? completedBlocks.map(\.id) : []
    let firstPages = firstPagesOfForm
    var problems = [
      differentForms, firstPages.count > 1 ? nil : numberingRestart,
      disagreement(
        .complainantNamesDiffer, parties.complainant.names + parties.continuations.names,
        "complainant's name"),
      disagreement(.respondentNamesDiffer, parties.respondent.names, "respondent's name"),
      disagreement(.printedNamesDiffer, parties.printed.names, "name printed at the signature"),
    ].compactMap(\.self)
    if certified.contains(where: { !someAgree([$0], [certified[0]]) }) {
      problems.append(
        Problem(.certifiedNamesDiffer, "The notary blocks seem to name different signers."))
    }
    guard firstPages.count > 1 else {
      return problems.isEmpty
        ? .satisfied(
          .oneForm, "The packet holds one complaint form.", evidence, quoting: firstPages,
          resting: .onAllPages)
        : .review(
          problems[0].code, problems.map(\.words).joined(separator: " "), evidence,
          quoting: problems.flatMap(\.quotes))
    }
    let copies =
      "The first page of the form is there more than once: \(firstPages.inWords)."
      + separatorBetween(firstPages) + " They may be copies, a corrected form or two cases."
    let unread = firstPages.map(\.page).filter { page in
      [parties.complainant, parties.respondent].contains { fields in
        !fields.names.contains { $0.page == page }
      }
    }
    if problems.isEmpty, unread.isEmpty {
      return ruleSet.policies.resubmission.finding(
        .formRepeated, copies, evidence, quoting: firstPages)
    }
    let names =
      unread.isEmpty ? [] : ["Not both names of parties were read well on: \(unread.inWords)."]
    return .review(
      problems.first?.code ?? .formRepeated,
      (problems.map(\.words) + [copies] + names).joined(separator: " "), evidence,
      quoting: problems.flatMap(\.quotes) + firstPages)
  }

  private var differentForms: Problem? {
    let pages = facts.classification.pages.filter { $0.role == .form }
    let forms = Set(pages.compactMap(\.form))
    guard forms.count > 1 else { return nil }
    return Problem(
      .differentForms,
      "The packet holds pages of different forms: \(forms.sorted().joined(separator: ", ")).",
      quoting: facts.tops(of: pages.map(\.page)))
  }

  private var numberingRestart: Problem? {
    PageNumbering.printed(in: facts, on: facts.pages(.form)).restart.map {
      Problem(
        .pageNumberingRestarts,
        "The page numbers of the form start again at \($0.page.inWords).", quoting: [$0])
    }
  }

  /// Two of `names` that cannot be of one person.
  private func disagreement(_ code: ReasonCode, _ names: [Quote], _ what: String) -> Problem? {
    guard let other = names.first(where: { !someAgree([$0.text], [names[0].text]) }) else {
      return nil
    }
    return Problem(
      code,
      "The \(what) reads otherwise on \(names[0].page.inWords) than on \(other.page.inWords).",
      quoting: [names[0], other])
  }

  /// A quote for each page that is numbered as the first, or asks for the complainant's name.
  var firstPagesOfForm: [Quote] {
    let numbered = PageNumbering.printed(in: facts, on: facts.pages(.form)).firstPages
    let pages = Set(numbered.map(\.page))
    let asking = parties.complainant.filter { !pages.contains($0.label.page) }.map(\.label)
    let order = facts.pages
    return (numbered + asking).sorted { left, right in
      (order.firstIndex(of: left.page) ?? 0) < (order.firstIndex(of: right.page) ?? 0)
    }
  }

  private func separatorBetween(_ firstPages: [Quote]) -> String {
    let order = facts.pages
    let places = firstPages.compactMap { order.firstIndex(of: $0.page) }
    guard let first = places.min(), let last = places.max(),
      let sheet = order[first...last].first(where: { facts.role(of: $0) == .separator })
    else { return "" }
    return " A separator sheet lies between them: \(sheet.inWords)."
  }
}
