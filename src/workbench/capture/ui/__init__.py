"""Quick capture and the inbox, on the screen."""
