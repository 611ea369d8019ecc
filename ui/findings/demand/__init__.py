"""Demand beside people and money: pure functions from figures to sentences, tables and chart models."""
