"""`python -m newsparse.cli`, where the script is not on the path."""

from newsparse.cli.app import main

if __name__ == "__main__":
    main()
