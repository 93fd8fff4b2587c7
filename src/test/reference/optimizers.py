"""Writes optimizers.json: 20 steps of PyTorch's optimizers, schedules, clipping and accumulation on a small problem,
norms.json: as many of networks with each kind of norm, and batch_norm.json: batch norm that learns.

Run with a Python that has torch (values were made with torch 1.13.1):
    python3 src/test/reference/optimizers.py
"""
import json
import math
import pathlib

import torch
from torch.optim.lr_scheduler import ChainedScheduler, CosineAnnealingLR, LinearLR, MultiStepLR, SequentialLR
from torchvision.ops import FrozenBatchNorm2d

OUT = pathlib.Path(__file__).parent.parent / "resources/io/flamemark/maskrcnn/train"
STEPS = 20
SHOWN = (1, 2, 5, 10, 20)
SHAPES = {
    "backbone.body.weight": (4, 3), "backbone.body.bias": (4,), "head.weight": (2, 4), "head.bias": (2,),
}


def numbers(tensor):
    return [float(f"{v:.9g}") for v in tensor.detach().flatten().tolist()]


def wave(count, phase):
    """Start values that Java makes alike."""
    return torch.tensor([math.sin(1.7 * i + phase) for i in range(count)], dtype=torch.float64).float()


def parameters():
    values = {}
    for index, (name, shape) in enumerate(SHAPES.items()):
        values[name] = wave(math.prod(shape), index).reshape(shape).requires_grad_()
    return values


def loss(p, batch):
    """Two layers with a sigmoid between, on 5 points of 3 numbers: the mean square of the outputs less 3."""
    x = wave(15, 10 + batch).reshape(5, 3)
    hidden = torch.sigmoid(x @ p["backbone.body.weight"].T + p["backbone.body.bias"])
    return ((hidden @ p["head.weight"].T + p["head.bias"] - 3) ** 2).mean()


def groups(p, rate, decay, backbone_rate, decay_all):
    return [{
        "params": [tensor],
        "lr": rate * (backbone_rate if name.startswith("backbone.") else 1),
        "weight_decay": decay if decay_all or tensor.dim() > 1 else 0,
    } for name, tensor in p.items()]


def schedule(optimizer, kind, warmup, tuning):
    if kind == "constant" and not warmup:
        return LinearLR(optimizer, 1, 1)
    rise = LinearLR(optimizer, tuning["warmupFactor"], 1, warmup) if warmup else None
    if kind == "cosine":
        # Every group ends at the same share of its own rate; PyTorch's eta_min is one number for all.
        assert len({g["lr"] for g in optimizer.param_groups}) == 1
        end = tuning["cosineEnd"] * optimizer.param_groups[0]["initial_lr"]
        fall = CosineAnnealingLR(optimizer, STEPS - warmup, end)
        return SequentialLR(optimizer, [rise, fall], [warmup]) if warmup else fall
    if kind == "step":
        drops = [round(tuning[k] * STEPS) for k in ("firstDrop", "secondDrop")]
        fall = MultiStepLR(optimizer, drops, tuning["dropFactor"])
        return ChainedScheduler([rise, fall]) if warmup else fall
    return rise


def case(name, optimizer, rate, momentum=0.9, decay=0.0, clip=0.0, kind="constant", warmup=0, **tuning):
    tuning = {
        "nesterov": False, "decayAll": True, "backboneRate": 1.0, "accumulate": 1, "warmupFactor": 0.001,
        "firstDrop": 0.667, "secondDrop": 0.889, "dropFactor": 0.1, "cosineEnd": 0.01, **tuning,
    }
    p = parameters()
    parts = groups(p, rate, decay, tuning["backboneRate"], tuning["decayAll"])
    if optimizer == "sgd":
        stepper = torch.optim.SGD(parts, rate, momentum, nesterov=tuning["nesterov"])
    else:
        stepper = torch.optim.AdamW(parts, rate)
    scheduler = schedule(stepper, kind, warmup, tuning)
    rates, losses, after = [], [], []
    for step in range(STEPS):
        stepper.zero_grad()
        total = 0.0
        for i in range(tuning["accumulate"]):
            value = loss(p, step * tuning["accumulate"] + i)
            (value / tuning["accumulate"]).backward()
            total += value.item() / tuning["accumulate"]
        if clip:
            torch.nn.utils.clip_grad_norm_(p.values(), clip)
        rates.append(stepper.param_groups[-1]["lr"])
        stepper.step()
        scheduler.step()
        losses.append(total)
        if step + 1 in SHOWN:
            after.append([v for tensor in p.values() for v in numbers(tensor)])
    return {
        "name": name, "optimizer": optimizer, "rate": rate, "momentum": momentum, "decay": decay, "clip": clip,
        "schedule": kind, "warmup": warmup, **tuning, "rates": rates, "losses": losses, "shown": SHOWN, "after": after,
    }


def batch_norm():
    """Three batches learned from, then one normalised by what was learned."""
    torch.manual_seed(1)
    norm = torch.nn.BatchNorm2d(3)
    with torch.no_grad():
        norm.weight.copy_(torch.tensor([1.0, 0.5, -2.0]))
        norm.bias.copy_(torch.tensor([0.0, 1.0, 0.25]))
    batches = []
    for _ in range(3):
        norm.zero_grad()
        x = (torch.randn(2, 3, 4, 5) * 2 + 1).requires_grad_()
        factors = torch.randn(2, 3, 4, 5)
        y = norm(x)
        (y * factors).sum().backward()
        batches.append({
            "name": "batch", "x": numbers(x), "factors": numbers(factors), "y": numbers(y), "dx": numbers(x.grad),
            "dweight": numbers(norm.weight.grad), "dbias": numbers(norm.bias.grad),
            "mean": numbers(norm.running_mean), "variance": numbers(norm.running_var),
        })
    x = torch.randn(2, 3, 4, 5)
    norm.eval()
    return batches + [{"name": "use", "x": numbers(x), "y": numbers(norm(x)), "batches": int(norm.num_batches_tracked)}]


def norm_network(norm):
    """A convolution, a norm, a rectifier and a convolution, in the names and groups of a network here."""
    channels = 32
    model = torch.nn.ModuleDict({
        "conv": torch.nn.Conv2d(3, channels, 3, padding=1, bias=False),
        "norm": {
            "group": lambda: torch.nn.GroupNorm(16, channels),
            "batch": lambda: torch.nn.BatchNorm2d(channels),
            "frozen": lambda: FrozenBatchNorm2d(channels),
        }[norm](),
        "head": torch.nn.Conv2d(channels, 4, 1),
    })
    with torch.no_grad():
        for index, (name, tensor) in enumerate(model.state_dict().items()):
            if not name.endswith("num_batches_tracked"):
                offset = 1 if name in ("norm.weight", "norm.running_var") else 0
                tensor.copy_(offset + 0.5 * wave(tensor.numel(), index).reshape(tensor.shape))
    return model


def norm_case(norm, optimizer, rate, decay):
    """The batches are of 2 images of 5x6 pixels; whatever the norm remembers is shown with the weights."""
    model = norm_network(norm)
    parts = [{"params": [p], "weight_decay": decay if p.dim() > 1 else 0} for p in model.parameters()]
    stepper = torch.optim.SGD(parts, rate, 0.9) if optimizer == "sgd" else torch.optim.AdamW(parts, rate)
    losses, after = [], []
    for step in range(STEPS):
        stepper.zero_grad()
        x = wave(2 * 3 * 5 * 6, 10 + step).reshape(2, 3, 5, 6)
        value = ((model["head"](torch.relu(model["norm"](model["conv"](x)))) - 3) ** 2).mean()
        value.backward()
        stepper.step()
        losses.append(value.item())
        if step in (0, STEPS - 1):
            after.append([v for tensor in model.state_dict().values() for v in numbers(tensor)])
    return {
        "name": f"{norm}, {optimizer}", "norm": norm, "optimizer": optimizer, "rate": rate, "decay": decay,
        "names": list(model.state_dict()), "losses": losses, "afterFirst": after[0], "afterLast": after[1],
    }


cases = [
    case("sgd", "sgd", 0.1, momentum=0.0),
    case("momentum and decay", "sgd", 0.1, decay=0.01),
    case("nesterov", "sgd", 0.05, decay=0.01, nesterov=True),
    case("no decay on norms and biases", "sgd", 0.1, decay=0.1, decayAll=False),
    case("a tenth for the backbone", "sgd", 0.1, decay=0.01, backboneRate=0.1),
    case("clipped", "sgd", 0.2, clip=0.5),
    case("three batches a step", "sgd", 0.1, clip=1.0, accumulate=3),
    case("decay is added to what clipping and accumulating leave", "sgd", 0.1, decay=0.1, clip=0.5, accumulate=3),
    case("warm-up and two drops", "sgd", 0.1, kind="step", warmup=5),
    case("warm-up and cosine", "sgd", 0.1, kind="cosine", warmup=5),
    case("warm-up alone", "sgd", 0.1, warmup=8, warmupFactor=0.1),
    case("adamw", "adamw", 0.05, decay=0.1),
    case("adamw, everything", "adamw", 0.05, decay=0.1, decayAll=False, backboneRate=0.1, clip=0.3, accumulate=2,
         kind="step", warmup=4, firstDrop=0.5, secondDrop=0.75, dropFactor=0.2),
    case("adamw, cosine", "adamw", 0.02, decay=0.05, kind="cosine", warmup=3, cosineEnd=0.1),
]
OUT.mkdir(parents=True, exist_ok=True)
(OUT / "optimizers.json").write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
norms = [norm_case(norm, *way) for norm in ("group", "batch", "frozen")
         for way in (("sgd", 0.005, 0.01), ("adamw", 0.02, 0.1))]
(OUT / "norms.json").write_text("[\n" + ",\n".join(json.dumps(c) for c in norms) + "\n]\n")
(OUT.parent / "layers").mkdir(exist_ok=True)
(OUT.parent / "layers/batch_norm.json").write_text("[\n" + ",\n".join(json.dumps(c) for c in batch_norm()) + "\n]\n")
