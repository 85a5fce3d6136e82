"""Replays the scenario with every driver and reports the steps as the suite's events. FORMAT.md says what a driver is."""
