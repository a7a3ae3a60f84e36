internal import CPoppler

/// A form field of a page.
package struct PDFField: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case text, button, choice, signature, unknown }

  /// What poppler says about the signature in a field, from the bytes of the file alone. Without
  /// a signature there is nothing to verify, and poppler makes no difference between the two.
  package struct Signature: Hashable, Sendable {
    package enum Integrity: Hashable, Sendable { case valid, invalid, notVerified }
    package enum Trust: Hashable, Sendable { case trusted, untrusted, expired, notVerified }

    package var integrity: Integrity
    /// Of the signer's certificate.
    package var trust: Trust
    /// The name in the certificate; `nil` where it has none.
    package var signer: String?
    /// Seconds since 1970-01-01 UTC, as the signer's machine said; `nil` where it did not.
    package var time: Int?

    static let unknown = Signature(integrity: .notVerified, trust: .notVerified)
  }

  package var name: String
  package var kind: Kind
  /// The text of a text or choice field, `on` or `off` of a check box or radio button; `nil`
  /// where it is empty.
  package var value: String?
  /// In points of the paper, of the crop box *before* the page's own rotation, origin bottom left: poppler gives
  /// fields so, unlike the rest.
  package var area: Area
  /// `nil` where the field is none for a signature.
  package var signature: Signature?

  package struct Area: Hashable, Sendable {
    package var left: Double
    package var bottom: Double
    package var right: Double
    package var top: Double
  }
}

extension PDFField.Area {
  fileprivate init(_ area: PopplerRectangle, scale: Double) {
    self.init(
      left: min(area.x1, area.x2) * scale, bottom: min(area.y1, area.y2) * scale,
      right: max(area.x1, area.x2) * scale, top: max(area.y1, area.y2) * scale)
  }
}

extension PDFPage {
  /// The form fields of the page, in the order of its annotations.
  package var fields: [PDFField] {
    guard let list = poppler_page_get_form_field_mapping(handle) else { return [] }
    defer { poppler_page_free_form_field_mapping(list) }
    // Poppler puts each new field in front.
    return list.elements(as: PopplerFormFieldMapping.self).reversed().compactMap { mapping in
      guard let field = mapping.pointee.field else { return nil }
      let type = poppler_form_field_get_field_type(field)
      return PDFField(
        name: taken(poppler_form_field_get_name(field)) ?? "",
        kind: kind(of: type), value: value(of: field, type),
        area: PDFField.Area(mapping.pointee.area, scale: scale),
        signature: type == POPPLER_FORM_FIELD_SIGNATURE ? signature(of: field) : nil)
    }
  }

  private func kind(of type: PopplerFormFieldType) -> PDFField.Kind {
    switch type {
    case POPPLER_FORM_FIELD_TEXT: .text
    case POPPLER_FORM_FIELD_BUTTON: .button
    case POPPLER_FORM_FIELD_CHOICE: .choice
    case POPPLER_FORM_FIELD_SIGNATURE: .signature
    default: .unknown
    }
  }

  private func value(of field: OpaquePointer, _ type: PopplerFormFieldType) -> String? {
    switch type {
    case POPPLER_FORM_FIELD_TEXT:
      return taken(poppler_form_field_text_get_text(field))
    case POPPLER_FORM_FIELD_BUTTON:
      guard poppler_form_field_button_get_button_type(field) != POPPLER_FORM_BUTTON_PUSH else {
        return nil
      }
      return poppler_form_field_button_get_state(field) != 0 ? "on" : "off"
    case POPPLER_FORM_FIELD_CHOICE:
      let chosen = (0..<poppler_form_field_choice_get_n_items(field)).filter {
        poppler_form_field_choice_is_item_selected(field, $0) != 0
      }
      let items = chosen.compactMap { taken(poppler_form_field_choice_get_item(field, $0)) }
      if !items.isEmpty { return items.joined(separator: ", ") }
      guard poppler_form_field_choice_is_editable(field) != 0 else { return nil }
      return taken(poppler_form_field_choice_get_text(field))
    default:
      return nil
    }
  }

  /// Checks the digest and the cryptographic signature; never the certificate, which would take
  /// the network.
  private func signature(of field: OpaquePointer) -> PDFField.Signature {
    var error: UnsafeMutablePointer<GError>?
    defer { g_clear_error(&error) }
    guard
      let info = poppler_form_field_signature_validate_sync(
        field, PopplerSignatureValidationFlags(rawValue: 0), nil, &error)
    else { return .unknown }
    defer { poppler_signature_info_free(info) }
    var signature = PDFField.Signature.unknown
    signature.integrity =
      switch poppler_signature_info_get_signature_status(info) {
      case POPPLER_SIGNATURE_VALID: .valid
      case POPPLER_SIGNATURE_INVALID, POPPLER_SIGNATURE_DIGEST_MISMATCH: .invalid
      default: .notVerified
      }
    signature.trust =
      switch poppler_signature_info_get_certificate_status(info) {
      case POPPLER_CERTIFICATE_TRUSTED: .trusted
      case POPPLER_CERTIFICATE_UNTRUSTED_ISSUER, POPPLER_CERTIFICATE_UNKNOWN_ISSUER,
        POPPLER_CERTIFICATE_REVOKED:
        .untrusted
      case POPPLER_CERTIFICATE_EXPIRED: .expired
      default: .notVerified
      }
    if let name = poppler_signature_info_get_signer_name(info) {
      let text = String(cString: name)
      signature.signer = text.isEmpty ? nil : text
    }
    if let time = poppler_signature_info_get_local_signing_time(info) {
      let seconds = Int(g_date_time_to_unix(time))
      // Poppler says 1970 where the signature has no time.
      signature.time = seconds > 0 ? seconds : nil
    }
    return signature
  }

  /// The string that poppler handed over, freed; `nil` where it is empty.
  private func taken(_ text: UnsafeMutablePointer<CChar>?) -> String? {
    guard let text else { return nil }
    defer { g_free(text) }
    let string = String(cString: text)
    return string.isEmpty ? nil : string
  }
}
