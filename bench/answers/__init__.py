"""One module a reader: what it reads, in the form that the scorer of third-party suites takes."""
