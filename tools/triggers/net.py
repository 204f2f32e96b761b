"""The network: an encoder, heads over each word's vector beside the sentence's mean, and pointers from a deed to its parties."""

from __future__ import annotations

from typing import Any

import torch
from tools.triggers.marks import KINDS, LABELS
from torch import nn

# Width of what a deed asks for and a word answers.
ASKED = 64
OUTPUTS = ("words", "bonds", "asks", "answers")


class Triggers(nn.Module):  # type: ignore[misc]
    """The type of the deed and the kind of the relation that each word names, or none, and what points to their parties.

    A word that names a deed asks for its actor and its recipient by a vector each; each word answers with one, and the
    product of both, over all words, says who it is. The first token, which is no word, answers for nobody.
    """

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.words = nn.Linear(2 * size, len(LABELS))
        self.bonds = nn.Linear(2 * size, len(KINDS))
        self.asks = nn.Linear(size, 2 * ASKED)
        self.answers = nn.Linear(size, 2 * ASKED)

    def forward(self, input_ids: Any, attention_mask: Any) -> Any:
        """Return logits of types and of kinds, askings and answers for token ids and mask `[batch, tokens]`."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        beside = torch.cat([hidden, mean.unsqueeze(1).expand_as(hidden)], -1)
        beside, hidden = self.dropout(beside), self.dropout(hidden)
        return self.words(beside), self.bonds(beside), self.asks(hidden) / ASKED**0.5, self.answers(hidden)
