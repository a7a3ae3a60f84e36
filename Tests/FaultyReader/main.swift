internal import Casework
internal import Foundation
internal import Glibc
internal import PageReading
internal import ReaderProtocol

// A reader that answers as jurat-reader does, but for the fault that its name asks for.

let fault = Fault(program: CommandLine.arguments[0])
let reader = Reader()
var parser = FrameParser(limits: .question)
var buffer = [UInt8](repeating: 0, count: 1 << 16)
while true {
  let count = read(STDIN_FILENO, &buffer, buffer.count)
  if count < 0 && errno == EINTR { continue }
  guard count > 0, let frames = try? parser.append(buffer[..<count]) else { break }
  for frame in frames {
    switch try? JSONDecoder().decode(ReaderRequest.self, from: Data(frame.body)) {
    case .read(_, let page, _):
      fault.note(page.number)
      fault.strike(page.number)
    case .crops: fault.strike(nil)
    case .searchable where fault.refusesCopies:
      let answer = ReaderAnswer.refused(reason: "it would not be copied")
      sendBytes(Frame(body: Array((try? JSONEncoder().encode(answer)) ?? Data())).encoded)
      continue
    default: break
    }
    sendBytes(reader.answer(frame).encoded)
  }
}
fflush(nil)
_exit(0)

func sendBytes(_ bytes: [UInt8]) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { _exit(1) }
    rest = rest.dropFirst(count)
  }
}
