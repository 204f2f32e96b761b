"""The workbench: a run read, checked and corrected in a browser on the same machine."""
