"""The confidence of claims: how often claims of a kind were right on coded reports."""
