internal import CQPDF

/// Runs qpdf with the arguments of its command line.
package enum PDFJob {
  /// Of the qpdf library, such as `11.3.0`.
  package static var version: String { String(cString: qpdf_get_qpdf_version()) }

  /// The PDF that `qpdf arguments -` writes, kept from standard output; `nil` where qpdf reports
  /// errors (warnings are no errors). `arguments` are without the program's name and output file.
  package static func run(_ arguments: [String]) -> [UInt8]? {
    var job = qpdfjob_init()
    guard job != nil else { return nil }
    defer { qpdfjob_cleanup(&job) }
    var logger = qpdflogger_create()
    defer { qpdflogger_cleanup(&logger) }
    qpdflogger_set_info(logger, qpdf_log_dest_discard, nil, nil)
    qpdflogger_set_warn(logger, qpdf_log_dest_discard, nil, nil)
    qpdflogger_set_error(logger, qpdf_log_dest_discard, nil, nil)
    var output: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &output) { output in
      qpdflogger_set_save(
        logger, qpdf_log_dest_custom,
        { data, length, context in
          guard let data, let context else { return 1 }
          data.withMemoryRebound(to: UInt8.self, capacity: length) {
            context.assumingMemoryBound(to: [UInt8].self).pointee
              .append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
          }
          return 0
        }, output, 0)
      qpdfjob_set_logger(job, logger)
      return withArguments(["qpdf"] + arguments + ["-"]) { argv in
        let status = qpdfjob_initialize_from_argv(job, argv)
        return status == 0 ? qpdfjob_run(job) : status
      }
    }
    // 0 is success, 3 success with warnings (QPDFJob.hh, qpdf_exit_code_e).
    return (status == 0 || status == 3) && !output.isEmpty ? output : nil
  }

  /// Lends `strings` as a `NULL`-terminated array of C strings.
  private static func withArguments(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Int32
  ) -> Int32 {
    var storage: [CChar] = []
    let offsets = strings.map { string in
      defer { storage.append(contentsOf: string.utf8CString) }
      return storage.count
    }
    return storage.withUnsafeBufferPointer { characters in
      guard let start = characters.baseAddress else { return -1 }
      return (offsets.map { Optional(start + $0) } + [nil]).withUnsafeBufferPointer { argv in
        argv.baseAddress.map(body) ?? -1
      }
    }
  }
}
