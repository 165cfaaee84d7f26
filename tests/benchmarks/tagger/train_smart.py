"""How the model of the extra `smart` was made: MiniLM fine-tuned, exported, quantised. Not run in CI.

`python -m tests.benchmarks.tagger.train_smart BASE OUT.onnx`, where BASE is a folder with config.json and
model.safetensors of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0). Needs torch, transformers, safetensors, onnx,
onnxruntime, numpy; eight minutes on two cores. Unlike the CRF it does not come out bit for bit the same on every
machine: compare figures with `evaluate`.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import nn
from transformers import BertConfig, BertModel

from assistant.extraction.tagging.labels import LABELS
from assistant.extraction.tagging.smart import VOCABULARY, writing
from assistant.extraction.tagging.wordpiece import WordPieces
from tests.benchmarks.tagger.synthesise import Sentence
from tests.benchmarks.tagger.train_crf import ANNOTATED, load

EPOCHS = 3
HELD_BACK = 600
PIECES_A_BATCH = 1400
LONGEST = 160
WARM_UP = 100
RATES = 1.5e-4, 1e-3
CASES = 7
NO_CASE = CASES - 1
IGNORED = -100
SHOUTED_SHARE = 0.05

Example = tuple[list[int], list[int], list[int]]


class NameModel(nn.Module):  # type: ignore[misc]  # torch is not installed where this is checked
    """BERT with one more embedding, of how a word is written, and a label for each piece."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(base, attn_implementation="eager")
        self.b = BertModel(config, add_pooling_layer=False)
        weights = load_file(base / "model.safetensors")
        self.b.load_state_dict({name.removeprefix("bert."): value for name, value in weights.items()}, strict=False)
        self.b.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        self.case = nn.Embedding(CASES, config.hidden_size)
        nn.init.normal_(self.case.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(config.hidden_size, len(LABELS))

    def forward(self, ids: torch.Tensor, am: torch.Tensor, cs: torch.Tensor) -> torch.Tensor:
        """Logits for pieces, attention mask and cases, each of shape (sentences, pieces)."""
        embedded = self.b.embeddings.word_embeddings(ids) + self.case(cs)
        hidden = self.b(inputs_embeds=embedded, attention_mask=am).last_hidden_state
        return self.out(self.drop(hidden))


def encode(pieces: WordPieces, sentence: Sentence) -> Example:
    """Pieces, cases and labels; only the first piece of a word is judged."""
    ids, cases, labels = [pieces.opening], [NO_CASE], [IGNORED]
    for word, label in zip(*sentence, strict=True):
        numbers = pieces.pieces(word)
        ids += numbers
        cases += [writing(word)] * len(numbers)
        labels += [LABELS.index(label)] + [IGNORED] * (len(numbers) - 1)
    end = LONGEST - 1
    return [*ids[:end], pieces.closing], [*cases[:end], NO_CASE], [*labels[:end], IGNORED]


def examples(pieces: WordPieces) -> list[Example]:
    """The training sentences, some once more in capitals, without those too short to teach anything."""
    sentences = [sentence for name in ANNOTATED for sentence in load(name)]
    random.shuffle(sentences)
    chosen = [one for one in sentences[HELD_BACK:] if len(one[0]) > 3 or set(one[1]) != {"O"}]
    shouted = [([word.upper() for word in words], labels) for words, labels in chosen if len(words) < 25]
    return [encode(pieces, one) for one in chosen + random.sample(shouted, int(SHOUTED_SHARE * len(shouted)))]


def batches(data: list[Example]) -> Iterator[list[torch.Tensor]]:
    """Sentences of like length together, in random order."""
    order = sorted(range(len(data)), key=lambda at: len(data[at][0]) + random.random())
    groups: list[list[int]] = [[]]
    for at in order:
        if groups[-1] and len(data[at][0]) * (len(groups[-1]) + 1) > PIECES_A_BATCH:
            groups.append([])
        groups[-1].append(at)
    random.shuffle(groups)
    for group in groups:
        width = max(len(data[at][0]) for at in group)
        rows = [data[at] for at in group]
        yield [_padded(rows, part, width, filling) for part, filling in enumerate((0, NO_CASE, IGNORED))]


def _padded(rows: list[Example], part: int, width: int, filling: int) -> torch.Tensor:
    return torch.tensor([row[part] + [filling] * (width - len(row[part])) for row in rows])


def train(model: NameModel, data: list[Example]) -> None:
    """Fine-tune with a rate that rises over the first steps and then falls to nothing."""
    body = [value for name, value in model.named_parameters() if name.startswith("b.") and value.requires_grad]
    head = [value for name, value in model.named_parameters() if not name.startswith("b.")]
    optimiser = torch.optim.AdamW([{"params": body}, {"params": head}], weight_decay=0.01)
    steps = EPOCHS * sum(1 for _ in batches(data))
    loss_of = nn.CrossEntropyLoss(ignore_index=IGNORED)
    every = (batch for _ in range(EPOCHS) for batch in batches(data))
    model.train()
    for step, (ids, cases, labels) in enumerate(every):
        for group, rate in zip(optimiser.param_groups, RATES, strict=True):
            group["lr"] = rate * min(1, (step + 1) / WARM_UP) * max(0.0, 1 - step / steps)
        logits = model(ids, (labels.new_ones(ids.shape) * (ids != 0)), cases)
        loss = loss_of(logits.view(-1, len(LABELS)), labels.view(-1))
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()


def export(model: NameModel, target: Path) -> None:
    """Write the model with whole numbers of eight bits for weights."""
    model.eval()
    ids = torch.ones(2, 12, dtype=torch.long)
    axes: Any = {name: {0: "sentences", 1: "pieces"} for name in ("ids", "am", "cs", "logits")}
    whole = target.with_suffix(".whole.onnx")
    torch.onnx.export(
        model, (ids, torch.ones_like(ids), torch.zeros_like(ids)), str(whole), dynamo=False, opset_version=17,
        input_names=["ids", "am", "cs"], output_names=["logits"], dynamic_axes=axes,
    )  # fmt: skip
    only_weights = {"MatMulConstBOnly": True}
    quantize_dynamic(whole, target, weight_type=QuantType.QInt8, per_channel=True, extra_options=only_weights)
    whole.unlink()


def main() -> None:
    """Train on the annotated sentences of `data` and write the ONNX file."""
    torch.manual_seed(0)
    random.seed(0)
    base, target = map(Path, sys.argv[1:3])
    model = NameModel(base)
    train(model, examples(WordPieces(VOCABULARY.read_text("utf-8").split("\n"))))
    export(model, target)


if __name__ == "__main__":
    main()
