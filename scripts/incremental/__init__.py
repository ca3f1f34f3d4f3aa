"""What tries to prove that a site brought up to date is the site built anew: random edits, and builds that are killed."""
