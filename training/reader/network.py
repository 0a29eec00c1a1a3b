"""The network: a small encoder, a trigger tagger for each kind, and a linker that reads the window once for each trigger."""

from __future__ import annotations

import torch
from torch import nn
from transformers import BertModel

from dostyk.trained.heads import FARTHEST, IMPLIED, KINDS, MODALITIES, SLOTS, STATISTICS
from dostyk.trained.windows import FORMS, SHAPES, TYPES

WIDTH = 192


class Encoder(nn.Module):
    """Words in context, and for each kind whether a trigger begins or goes on at a word."""

    def __init__(self, base: BertModel) -> None:
        super().__init__()
        self.base = base
        size = base.config.hidden_size
        self.types = nn.Embedding(2 * len(TYPES), size)
        self.shapes = nn.Embedding(len(SHAPES), size)
        self.forms = nn.Embedding(len(FORMS), size)
        for table in (self.types, self.shapes, self.forms):
            nn.init.normal_(table.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.middle = nn.Linear(size, size)
        self.triggers = nn.Linear(size, 2 * len(KINDS))
        nn.init.constant_(self.triggers.bias, -4.0)

    def forward(self, ids, segments, types, shapes, forms, mask, firsts):  # noqa: ANN001, ANN201, PLR0913
        """Ids … mask: (batch, pieces); firsts: (batch, words), the first piece of each word. Gives words and trigger logits."""
        words = self.base.embeddings.word_embeddings(ids) + self.types(types) + self.shapes(shapes) + self.forms(forms)
        hidden = self.base(inputs_embeds=words, attention_mask=mask, token_type_ids=segments).last_hidden_state
        rows = torch.gather(hidden, 1, firsts.unsqueeze(-1).expand(-1, -1, hidden.size(-1)))
        rows = self.drop(rows)
        return rows, self.triggers(nn.functional.gelu(self.middle(rows)))


class Layer(nn.Module):
    """One layer of attention, written out so that it exports for any number of words."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.wide, self.narrow = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.first, self.second = nn.LayerNorm(width), nn.LayerNorm(width)
        self.drop = nn.Dropout(0.1)

    def forward(self, state, absent):  # noqa: ANN001, ANN201
        """state: (batch, words, width); absent: true where a word is only padding."""
        batch, words, width = state.shape

        def apart(rows):  # noqa: ANN001, ANN202
            return rows.view(batch, words, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = apart(self.query(state)), apart(self.key(state)), apart(self.value(state))
        scores = query @ key.transpose(2, 3) / (width // self.heads) ** 0.5
        scores = scores.masked_fill(absent[:, None, None, :], -1e4)
        mixed = (self.drop(torch.softmax(scores, -1)) @ value).transpose(1, 2).reshape(batch, words, width)
        state = self.first(state + self.drop(self.out(mixed)))
        return self.second(state + self.drop(self.narrow(nn.functional.gelu(self.wide(state)))))


class Linker(nn.Module):
    """For one trigger: which words fill which slot, how it is said, and what holds without words."""

    def __init__(self, size: int, measures: int) -> None:
        super().__init__()
        self.kinds = nn.Embedding(len(KINDS), WIDTH)
        self.distances = nn.Embedding(2 * FARTHEST + 3, WIDTH)
        self.word = nn.Linear(size, WIDTH)
        self.first = nn.Linear(size, WIDTH)
        self.last = nn.Linear(size, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.layer = Layer(WIDTH, 6)
        self.drop = nn.Dropout(0.1)
        self.slots = nn.Linear(WIDTH, 1 + 2 * len(SLOTS))
        with torch.no_grad():
            self.slots.bias[0] = 4.0
        self.said = nn.Linear(2 * WIDTH, WIDTH)
        self.modality = nn.Linear(WIDTH, len(MODALITIES))
        self.statistic = nn.Linear(WIDTH, len(STATISTICS))
        self.measure = nn.Linear(WIDTH, measures)
        self.implied = nn.Linear(WIDTH, len(IMPLIED))

    def forward(self, rows, kinds, starts, ends, absent):  # noqa: ANN001, ANN201
        """rows: (triggers, words, size), the window of each; absent: true where a word is only padding."""
        index = torch.arange(rows.size(0), device=rows.device)
        positions = torch.arange(rows.size(1), device=rows.device).unsqueeze(0)
        before = (positions - starts.unsqueeze(1)).clamp(max=0)
        behind = (positions - ends.unsqueeze(1)).clamp(min=0)
        distance = (before + behind).clamp(-FARTHEST, FARTHEST) + FARTHEST + 1
        trigger = self.first(rows[index, starts]) + self.last(rows[index, ends]) + self.kinds(kinds)
        state = self.norm(self.word(rows) + trigger.unsqueeze(1) + self.distances(distance))
        state = self.layer(self.drop(state), absent)
        said = nn.functional.gelu(self.said(torch.cat([trigger, state[index, starts]], -1)))
        return self.slots(state), self.modality(said), self.statistic(said), self.measure(said), self.implied(said)
