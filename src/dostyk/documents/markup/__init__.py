"""Markup of a page → what a reader of the page sees, as text, and what its head says about it."""
