"""What a contribution says makes sense by itself: hours that exist, prices that agree, words that somebody wrote."""
