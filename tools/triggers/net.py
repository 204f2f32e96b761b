"""The network: an encoder, and a head over each word's vector beside the sentence's mean."""

from __future__ import annotations

from typing import Any

import torch
from tools.triggers.marks import LABELS
from torch import nn


class Triggers(nn.Module):  # type: ignore[misc]
    """The type of the deed that each word names, or none."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.words = nn.Linear(2 * encoder.config.hidden_size, len(LABELS))

    def forward(self, input_ids: Any, attention_mask: Any) -> Any:
        """Return logits `[batch, tokens, labels]` for token ids and mask `[batch, tokens]`."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        beside = mean.unsqueeze(1).expand_as(hidden)
        return self.words(self.dropout(torch.cat([hidden, beside], -1)))
