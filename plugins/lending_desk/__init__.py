"""The desk of whoever lends: loans noted by questions or from a forwarded request, the week, the papers. No page is made here."""
