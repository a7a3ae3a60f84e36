internal import Glibc
internal import PageReading

// `_exit`: the destructors of the C++ libraries have nothing left to say.
let status = ReaderProcess.run(arguments: Array(CommandLine.arguments.dropFirst()))
fflush(nil)
_exit(status)
