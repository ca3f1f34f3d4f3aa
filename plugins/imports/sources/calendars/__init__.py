"""Read calendars of others (RFC 5545), as they are: most of them are not quite what the standard wants."""
