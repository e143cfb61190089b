"""The command line: argparse, one command a file, loaded on demand."""
