"""Tables of loans as spreadsheets save them: read where each cell stands, and written without touching the rest."""
