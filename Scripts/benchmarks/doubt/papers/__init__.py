"""What else lies in an envelope, drawn page by page: each takes a story and dice, and gives a page."""
