"""`python -m dostyk` is the command `dostyk`."""

from dostyk.cli import main

if __name__ == "__main__":
    main()
