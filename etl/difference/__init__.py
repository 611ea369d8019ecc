"""What files would change, before anything is saved: the candidate's figures beside the current ones."""
