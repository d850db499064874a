"""Scanned newspapers: OCR files in, issues with their articles out. See docs/scans.md."""
