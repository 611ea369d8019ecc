"""What the pages share. Streamlit lives here, in pages/ and in dashboard.py, and nowhere else."""
