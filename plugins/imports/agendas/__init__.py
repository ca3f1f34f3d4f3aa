"""What the sources of agendas share: answers in pages, times, places, prices, bookings, and the event that they make."""
