"""The ledger as a file: what it keeps, and what it finds out when somebody else has had his hands on it."""
