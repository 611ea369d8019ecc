"""Charts: plain chart models and the Plotly figures drawn from them. No Streamlit and no database here."""
