import Casework
import PageLayout

/// INT: whether everything in the packet was there, opened and read.
extension Examination {
  func everythingOpened() -> Finding {
    guard !facts.documents.isEmpty else {
      return .review(.noDocument, "The packet has no document.")
    }
    var problems: [Problem] = []
    if let words = facts.leftOut.inWords { problems.append(Problem(.fileLeftOut, words)) }
    for document in facts.documents {
      let name = document.ingested.id.rawValue
      switch document.survey.state {
      case .opened:
        if let problem = document.survey.problem {
          problems.append(Problem(.documentOpenedWithProblem, "\(name): \(problem)"))
        }
      case .encrypted: problems.append(Problem(.documentEncrypted, "\(name) asks for a password"))
      case .damaged: problems.append(Problem(.documentDamaged, "\(name) could not be opened"))
      case .unsupported:
        problems.append(Problem(.documentUnsupported, "\(name) is not a kind of file that is read"))
      }
      if document.survey.isDynamicForm {
        problems.append(
          Problem(
            .dynamicForm, "\(name) is drawn by its viewer; ask for a printed or flattened copy"))
      }
      if document.survey.attachmentCount > 0 {
        let count = document.survey.attachmentCount
        problems.append(
          Problem(
            .embeddedFile,
            count == 1
              ? "\(name) holds an embedded file, which was not read"
              : "\(name) holds \(count) embedded files, which were not read"))
      }
    }
    problems += facts.unmatchedAmendments.map {
      Problem(
        .amendmentUnmatched,
        "amendment \($0.number) (\($0.change.field.rawValue) of \($0.subject.name) is "
          + "\($0.change.value), said by \($0.by)) belongs to nothing that is found now")
    }
    let failed = facts.documents.flatMap(\.pages).filter { $0.state == .failed }
    let unread = failed.filter { !$0.isPartlyRead }.map(\.page)
    if !unread.isEmpty {
      problems.append(Problem(.pageNotRead, "\(unread.inWords) could not be read"))
    }
    let incomplete = failed.filter(\.isPartlyRead).map(\.page)
    if !incomplete.isEmpty {
      problems.append(Problem(.pageReadInPart, "\(incomplete.inWords) could be drawn only in part"))
    }
    let overfull = facts.overfullPages
    if !overfull.isEmpty {
      problems.append(
        Problem(.datesBeyondLimit, "\(overfull.inWords) has more dates than are looked at"))
    }
    guard problems.isEmpty else {
      return .review(
        problems[0].code,
        "Not everything could be taken in: \(problems.map(\.words).joined(separator: "; ")).",
        quoting: facts.tops(of: failed.map(\.page)))
    }
    return .satisfied(
      .everythingOpened,
      "All documents were opened (\(facts.documents.count)), and all pages ended in a named state "
        + "(\(facts.pages.count)).")
  }

  func digitalSignaturesIntact() -> Finding {
    var broken: [Problem] = []
    var count = 0
    for document in facts.documents {
      for signature in document.survey.digitalSignatures where signature.isSigned {
        count += 1
        switch signature.integrity {
        case .valid: break
        case .invalid:
          broken.append(
            Problem(
              .changedAfterSigning,
              "\(document.ingested.id.rawValue) was changed after it was signed"))
        case .notVerified:
          broken.append(
            Problem(
              .digitalSignatureNotVerified,
              "a signature of \(document.ingested.id.rawValue) could not be verified"))
        }
      }
    }
    let evidence = facts.attestations.filter { $0.kind == .digitalSignature }.map(\.id)
    guard broken.isEmpty else {
      return .review(
        broken[0].code, "Digital signatures: \(broken.map(\.words).joined(separator: "; ")).",
        evidence)
    }
    return .satisfied(
      count == 0 ? .noDigitalSignature : .digitalSignaturesIntact,
      count == 0
        ? "No document has a digital signature; originals are kept as they came."
        : "All \(count) digital signatures fit the bytes that they sign.", evidence,
      resting: .onAllDocuments)
  }

  func noPageLost() -> Finding {
    let form = facts.pages(.form)
    guard !form.isEmpty else { return noForm }
    let counts = [
      printedNumbers(on: form), faxNumbers, exhibitCount, certificateCount,
    ].compactMap(\.self)
    let conflicts = counts.filter { $0.conflict != nil }
    if let code = conflicts.first?.conflict {
      return .review(
        code, conflicts.map(\.words).joined(separator: " "), quoting: conflicts.flatMap(\.quotes))
    }
    guard !counts.isEmpty else {
      return .note(.noPageNumbers, "No printed page numbers were found by the checker on the form.")
    }
    return .satisfied(
      .noSignOfLostPage, counts.map(\.words).joined(separator: " "),
      quoting: counts.flatMap(\.quotes))
  }

  func legible() -> Finding {
    let complaint = facts.pages(.form, .continuation, .certificate)
    guard !complaint.isEmpty else { return noForm }
    let poor = complaint.filter { !facts.isWellRead($0) }
    if !poor.isEmpty {
      return .review(
        .poorlyRead, "Read with little confidence: \(poor.inWords).", quoting: facts.tops(of: poor))
    }
    let contradicted = complaint.filter {
      facts.sheet(of: $0)?.reading.contradictions.isEmpty == false
    }
    if !contradicted.isEmpty {
      return .review(
        .textContradictsPage,
        "The file says one thing and the page shows another: \(contradicted.inWords).",
        quoting: facts.contradictions(on: contradicted))
    }
    let scans = complaint.compactMap { page in
      facts.sheet(of: page)?.reading.scanResolution.map { (page: page, resolution: $0) }
    }
    let faxed = scans.filter(\.resolution.isOfFax).map(\.page)
    // Below this, letters of ten points run into each other.
    let coarse = scans.filter { $0.resolution.coarser < 150 }.map(\.page).filter {
      !faxed.contains($0)
    }
    if !coarse.isEmpty {
      return .review(
        .lowResolution, "Scanned at less than 150 dots per inch: \(coarse.inWords).",
        quoting: facts.tops(of: coarse))
    }
    if !faxed.isEmpty {
      return .review(
        .sentByFax,
        "Sent by fax, as it seems, which may have only 98 lines an inch: \(faxed.inWords).",
        quoting: facts.tops(of: faxed))
    }
    let others = facts.pages(.supporting, .powerOfAttorney, .transmittal, .unknown).filter {
      !facts.isWellRead($0)
    }
    if !others.isEmpty {
      return .note(
        .otherPagesPoorlyRead,
        "The complaint was read well; other pages were not: \(others.inWords).")
    }
    let streaked = facts.pages.filter { facts.sheet(of: $0)?.reading.streaks.isEmpty == false }
    if !streaked.isEmpty {
      return .note(
        .streaksRemoved,
        "Dirt on the scanner's glass drew lines over pages, which were taken out before they were "
          + "read: \(streaked.inWords).")
    }
    let setAside = complaint.filter { facts.sheet(of: $0)?.reading.layerSetAside != nil }
    return .satisfied(
      .wellRead,
      "Every page of the complaint was read with confidence."
        + (setAside.isEmpty
          ? ""
          : " The text that the file brings along is not what these pages show, and was set aside: "
            + "\(setAside.inWords)."),
      resting: .onAllPages)
  }
}
