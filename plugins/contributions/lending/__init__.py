"""When a tool can be had: one calculation, which pages, cards, rules and calendars read."""
