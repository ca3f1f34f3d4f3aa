"""Which columns of a table of loans a request may fill, and which a table has that is begun."""

from __future__ import annotations

from contributions.sheets.loan_columns import TOOL

ASKED = (
    TOOL, "id", "version", "copy", "start", "end", "state", "option_until", "borrower", "borrower_category", "city", "audiences",
    "public_showing", "venue_name", "venue_address", "venue_hours", "venue_price", "opens", "closes", "via",
)  # fmt: skip
"""What a request may say; what became of a loan, its owner says."""
REPORTED = (TOOL, "id", "returned", "visitors", "visitors_max", "visitors_method", "audiences")
"""What a borrower says of a loan afterwards."""
NEW = (
    TOOL, "version", "copy", "start", "end", "opens", "closes", "state", "option_until", "returned", "borrower", "borrower_category",
    "city", "audiences", "public_showing", "venue_name", "venue_address", "venue_hours", "venue_price", "venue_accessibility",
    "venue_access_note", "visitors", "visitors_max", "visitors_method", "via", "first_loan", "papers", "cancelled_on", "cancelled_by",
    "cancelled_reason", "id",
)  # fmt: skip
"""The columns of a table that is begun, in their order, where no other year's gives them."""
