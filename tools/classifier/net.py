"""The network: an encoder, three pooled vectors (sentence, actor's marks, recipient's marks), a head a task."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import torch
from torch import nn

from dateline.coding.models.classifier import Pair, marked
from dateline.model import Span

CODEBOOK = Path(__file__).parents[2] / "src/dateline/knowledge/data/codebook/modes.toml"
LABELS = ["ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "NONE",
          "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN"]  # fmt: skip
# Beside the codebook's modes, kinds that the codebook does not name and CAMEO codes apart ("-": none of them).
KINDS = ["AGREE/yield", "AGREE/-", "CONCEDE/promise", "CONCEDE/apologise", "CONCEDE/-", "COERCE/blockade"]
MODES = [f"{m['type']}/{m['mode']}" for m in tomllib.loads(CODEBOOK.read_text("utf-8"))["mode"]] + KINDS


def mark(text: str, source: list[int], target: list[int] | None) -> str:
    """Write a row's pair into its sentence as the shipped classifier reads it."""
    return marked(Pair(text, Span(*source) if source else None, Span(*target) if target else None))


class Classifier(nn.Module):  # type: ignore[misc]
    """Types and modes of a marked pair.

    The hidden states of the actor's and the recipient's marks say which of a sentence's deeds is theirs (marker pooling,
    Baldini Soares et al. 2019); their mean is nought where a party has no words in the sentence.
    """

    def __init__(self, encoder: Any, marks: tuple[int, int]) -> None:
        super().__init__()
        size = encoder.config.hidden_size
        self.encoder = encoder
        self.marks = marks
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(3 * size, len(LABELS))
        self.modes = nn.Linear(3 * size, len(MODES))

    def pooled(self, input_ids: Any, attention_mask: Any) -> Any:
        """Return the three vectors side by side, `[batch, 3 * hidden]`."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        masks = [attention_mask, *((input_ids == mark).to(attention_mask.dtype) for mark in self.marks)]
        parts = []
        for mask in masks:
            weights = mask.unsqueeze(-1).to(hidden.dtype)
            parts.append((hidden * weights).sum(1) / weights.sum(1).clamp(min=1))
        return torch.cat(parts, 1)

    def forward(self, input_ids: Any, attention_mask: Any) -> Any:
        """Return the logits of types and of modes for token ids and mask `[batch, tokens]`."""
        pooled = self.dropout(self.pooled(input_ids, attention_mask))
        return self.head(pooled), self.modes(pooled)


def mark_ids(tokenizer: Any) -> tuple[int, int]:
    """Return the ids of the actor's and the recipient's mark."""
    actor, recipient = tokenizer.convert_tokens_to_ids(["@", "#"])
    return int(actor), int(recipient)


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Read rows, JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
