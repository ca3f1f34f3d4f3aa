"""Tables as a spreadsheet saves them: loans, which join their tools, and figures that no contribution can hold."""
