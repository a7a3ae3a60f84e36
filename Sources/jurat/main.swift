import JuratCommands

Jurat.main()
