"""Where records go. Every output can go back to a checkpoint, so a killed batch loses and repeats
no page.
"""
