"""Take in what stands elsewhere: calendars, agendas, spreadsheets, feeds and surveys become contributions."""
