"""The lists of an account's business."""
