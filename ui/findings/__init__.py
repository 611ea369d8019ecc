"""The words and chart models of each page, computed from frames: pure functions, no Streamlit."""
