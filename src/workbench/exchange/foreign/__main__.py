"""The process that reads foreign files: bytes come in, frozen rows go out, and nothing else is within its reach."""

from workbench.exchange.foreign.process import main

if __name__ == "__main__":
    main()
