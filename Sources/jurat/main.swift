import ArgumentParser
import JuratCommands

Jurat.main()
