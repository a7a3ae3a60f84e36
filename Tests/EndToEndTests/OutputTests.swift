import TestSupport
import Testing
import Workspace

extension EndToEndTests {
  /// Standard output that does not take what it is given.
  struct OutputTests {
    @Test func `a full disk under standard output is an error`() throws {
      let ending = try RunningProgram.run([
        "bash", "-c",
        "\(BuiltPrograms.jurat) settings --pipeline \(Repository.pipeline) > /dev/full",
      ])
      #expect(ending.status == 74)
      #expect(ending.errors.contains("No space left on device"), "\(ending.errors)")
    }

    @Test func `a reader that has gone ends nothing`() throws {
      let site = try Site()
      try site.putTwoPackets()
      // True ends long before a night does.
      let ending = try RunningProgram.run([
        "bash", "-c",
        """
        \(BuiltPrograms.jurat) run --inbox \(site.inbox) --workspace \(site.workspacePath) \
          --pipeline \(site.pipeline) | true
        echo ${PIPESTATUS[0]}
        """,
      ])
      #expect(ending.text == "0\n", "\(ending.errors)")
      #expect(try site.workspace().cases().count == 2)
    }
  }
}
