"""Write a trained network as an ONNX graph of 8-bit weights, for one sentence at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from training.syntax.model import HEADS, LABEL, LAYERS, SHARED, WIDTH

Array = NDArray[Any]
MICROSOFT = "com.microsoft"  # operators that only onnxruntime has
BLOCK = 128  # weights that share a scale


class Graph:
    """Nodes and weights, in the order they are added; each step gives the name of its result."""

    def __init__(self, weights: Mapping[str, Array], *, linear: str) -> None:
        self.weights, self.kind = weights, linear
        self.nodes: list[NodeProto] = []
        self.kept: dict[str, Array] = {}

    def node(
        self, kind: str, inputs: Sequence[str], name: str, *, domain: str = "", **given: Any
    ) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **given))
        return name

    def keep(self, name: str, value: Array) -> str:
        self.kept[name] = value
        return name

    def linear(self, x: str, name: str, *, split: int | None = None) -> str:
        """Multiply by a weight; split: columns from here on hold the bias."""
        weight = self.weights[f"{name}.weight"]
        bias = self.weights[f"{name}.bias"] if split is None else weight[:, split]
        weight = weight[:, :split]
        bias_name = self.keep(f"{name}.bias", bias.astype(np.float32))
        if self.kind == "float":
            held = self.keep(f"{name}.t", weight.T.astype(np.float32).copy())
            product = self.node("MatMul", [x, held], f"{name}.product")
            return self.node("Add", [product, bias_name], f"{name}.out")
        if self.kind == "tensor":
            values, scale = _by_row(weight)
            inputs = [
                x,
                self.keep(f"{name}.q", values.T.copy()),
                self.keep(f"{name}.s", scale[:, 0]),
            ]
            return self.node(
                "DynamicQuantizeMatMul", [*inputs, "", bias_name], f"{name}.out", domain=MICROSOFT
            )
        return self._blocks(x, name, weight, bias_name)

    def _blocks(self, x: str, name: str, weight: Array, bias: str) -> str:
        out, inner = weight.shape
        block = min(BLOCK, 64 if inner % BLOCK else BLOCK)
        cut = weight.reshape(out, inner // block, block)
        scale = np.maximum(np.abs(cut).max(-1, keepdims=True), 1e-8) / 127
        values = (np.round(cut / scale) + 128).astype(np.uint8)
        inputs = [
            x,
            self.keep(f"{name}.q", values),
            self.keep(f"{name}.s", scale.astype(np.float32).reshape(-1)),
        ]
        return self.node(
            "MatMulNBits",
            [*inputs, "", "", bias],
            f"{name}.out",
            domain=MICROSOFT,
            K=inner,
            N=out,
            bits=8,
            block_size=block,
            accuracy_level=4,
        )

    def norm(self, x: str, added: str, name: str) -> str:
        gamma = self.keep(f"{name}.gamma", self.weights[f"{name}.weight"])
        beta = self.keep(f"{name}.beta", self.weights[f"{name}.bias"])
        inputs = [x, added, gamma, beta]
        return self.node(
            "SkipLayerNormalization", inputs, f"{name}.out", domain=MICROSOFT, epsilon=1e-12
        )

    def gelu(self, x: str) -> str:
        return self.node("Gelu", [x], f"{x}.gelu", domain=MICROSOFT)


def _by_row(weight: Array) -> tuple[Array, Array]:
    scale = np.maximum(np.abs(weight).max(1, keepdims=True), 1e-8) / 127
    return np.round(weight / scale).astype(np.int8), scale.astype(np.float32)


def layers(g: Graph, x: str, numbers: Sequence[int], *, bias: str = "") -> str:
    """Add some layers; the result is [1, pieces, width]. bias: what is added to the attention."""
    for number in numbers:
        layer = f"layers.{number}"
        qkv = g.linear(x, f"{layer}.qkv")
        three = [f"{layer}.{part}" for part in "qkv"]
        g.nodes.append(helper.make_node("Split", [qkv], three, name=f"{layer}.split", axis=2))
        more = ["", "", bias] if bias else []
        mixed = g.node(
            "MultiHeadAttention", [*three, *more], f"{layer}.mixed", domain=MICROSOFT,
            num_heads=HEADS,
        )  # fmt: skip
        x = g.norm(g.linear(mixed, f"{layer}.out"), x, f"{layer}.norm1")
        wide = g.gelu(g.linear(x, f"{layer}.up"))
        x = g.norm(g.linear(wide, f"{layer}.down"), x, f"{layer}.norm2")
    return x


def _heads(g: Graph, x: str) -> None:
    """Add what is scored for each word; the start mark stands for the root."""
    flat = g.node("Squeeze", [x, g.keep("axis.0", np.array([0]))], "pieces")
    all_ = g.node("Gather", [flat, "firsts"], "words.all")
    bounds = [g.keep("from", np.array([1])), g.keep("to", np.array([10**6]))]
    words = g.node("Slice", [all_, *bounds], "words.only")
    for head in ("upos", "xpos", "names"):
        g.node("Identity", [g.linear(words, head)], head)
    child = g.linear(g.gelu(g.linear(words, "arc_child")), "arc", split=-1)
    head = g.gelu(g.linear(all_, "arc_head"))
    g.node("MatMul", [child, g.node("Transpose", [head], "arc_head.turned", perm=[1, 0])], "arcs")
    left = g.linear(g.gelu(g.linear(words, "label_child")), "label", split=-1)
    shape = g.keep("label.shape", np.array([0, -1, LABEL + 1]))
    g.node("Reshape", [left, shape], "label_children")
    g.node("Identity", [g.gelu(g.linear(all_, "label_head"))], "label_heads")


OUTPUTS = {
    "upos": ("words", "classes"),
    "xpos": ("words", "tags"),
    "names": ("words", "kinds"),
    "arcs": ("words", "heads"),
    "label_children": ("words", "labels", LABEL + 1),
    "label_heads": ("heads", LABEL),
}


Shapes = Mapping[str, Sequence[str | int]]
VECTORS = (1, "pieces", WIDTH)


def model(g: Graph, name: str, *, floats: Shapes, integers: Shapes, outputs: Shapes) -> ModelProto:
    """Close a graph with the shapes of what goes in and comes out."""
    info = helper.make_tensor_value_info
    graph = helper.make_graph(
        g.nodes,
        name,
        [info(k, TensorProto.FLOAT, n) for k, n in floats.items()]
        + [info(k, TensorProto.INT64, n) for k, n in integers.items()],
        [info(k, TensorProto.FLOAT, n) for k, n in outputs.items()],
        [numpy_helper.from_array(value, name) for name, value in g.kept.items()],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="tertius")


def build_stem(weights: Mapping[str, Array], *, linear: str) -> ModelProto:
    """Give the layers that syntax and relations share, from sums of vectors on.

    linear: "float"; "tensor", where a product rounds its input by the widest value of the whole
    sentence; or "blocks", where each word piece is rounded on its own.
    """
    g = Graph(weights, linear=linear)
    gamma, beta = (g.keep(f"norm.{k}", weights[f"norm.{k}"]) for k in ("weight", "bias"))
    x = g.node("LayerNormalization", ["vectors", gamma, beta], "norm.out", epsilon=1e-12)
    g.node("Identity", [layers(g, x, range(SHARED), bias="bias")], "shared")
    floats = {"vectors": VECTORS, "bias": (1, 1, "pieces", "pieces")}
    return model(g, "tertius.stem", floats=floats, integers={}, outputs={"shared": VECTORS})


def build_syntax(weights: Mapping[str, Array], *, linear: str) -> ModelProto:
    """Give the layers above and the heads of syntax."""
    g = Graph(weights, linear=linear)
    _heads(g, layers(g, "shared", range(SHARED, LAYERS)))
    return model(
        g, "tertius.syntax", floats={"shared": VECTORS}, integers={"firsts": ("heads",)},
        outputs=OUTPUTS,
    )  # fmt: skip


def tables(weights: Mapping[str, Array]) -> dict[str, Array]:
    """Give the vectors that are looked up: words as 8-bit rows with a scale each, and the rest."""
    rows, scale = _by_row(weights["words.weight"])
    short = {name: weights[f"{name}.weight"].astype(np.float16) for name in ("places", "shapes")}
    return {"words": rows, "scale": scale, **short}
