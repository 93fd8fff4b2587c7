"""Makes the small checkpoints of CheckpointTest with what they hold.

    python3 checkpoints.py ../resources/io/flamemark/weights        (torch 1.13)
"""
import argparse
import json
import sys
from collections import Counter, OrderedDict, defaultdict
from pathlib import Path, PosixPath

import numpy as np
import torch

out = Path(sys.argv[1])
base = torch.arange(10, dtype=torch.float32)
state = OrderedDict(
    f32=torch.arange(6, dtype=torch.float32).reshape(2, 3) * 0.5 - 1,
    f16=torch.tensor([1.5, -2, -0.0, 65504, 6e-8, 1e-3], dtype=torch.float16),
    bf16=torch.tensor([1, -3.14159, 1e38, 1e-40], dtype=torch.bfloat16),
    f64=torch.tensor([[0.1], [-1e300 / 1e299]], dtype=torch.float64),
    i64=torch.tensor([-5, 2**40]),
    i32=torch.tensor([-5, 2**20], dtype=torch.int32),
    i16=torch.tensor([-5, 300], dtype=torch.int16),
    i8=torch.tensor([-5, 100], dtype=torch.int8),
    u8=torch.tensor([5, 200], dtype=torch.uint8),
    bool=torch.tensor([True, False, True]),
    transposed=torch.arange(12, dtype=torch.float32).reshape(3, 4).t(),
    strided=torch.arange(24, dtype=torch.int16).reshape(2, 3, 4)[:, 1:, ::2],
    expanded=torch.tensor([1.0, 2.0]).expand(3, 2),
    scalar=torch.tensor(7.0),
    empty=torch.zeros(0, 3),
    parameter=torch.nn.Parameter(torch.full((2,), 3.0)),
)
state["shared.a"] = base[2:6]
state["shared.b"] = base.view(2, 5)[1]

expected = {
    name: {"shape": list(tensor.shape), "values": tensor.detach().to(torch.float32).flatten().tolist()}
    for name, tensor in state.items()
}
lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(tensor)}" for name, tensor in expected.items())
(out / "tensors.json").write_text("{\n" + lines + "\n}\n")
torch.save(state, out / "zip.pth")
torch.save(state, out / "legacy.pth", _use_new_zipfile_serialization=False)
torch.save(state, out / "protocol4.pth", pickle_protocol=4)

# As torchvision's training scripts save: everything in one dict, from a wrapped model.
model = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 1), torch.nn.BatchNorm2d(2))
torch.nn.init.constant_(model[0].weight, 0.25)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
model(torch.ones(1, 1, 2, 2)).sum().backward()
optimizer.step()
schedule = torch.optim.lr_scheduler.MultiStepLR(optimizer, [1, 2])
torch.nn.init.constant_(model[0].weight, 0.25)
nested = {
    "model": OrderedDict(("module." + name, tensor) for name, tensor in model.state_dict().items()),
    "optimizer": optimizer.state_dict(),
    "lr_scheduler": schedule.state_dict(),
    "args": argparse.Namespace(lr=0.1, aspect=[1, 2]),
    "epoch": 3,
}
torch.save(nested, out / "nested.pth")
torch.save(nested, out / "nested-legacy.pth", _use_new_zipfile_serialization=False)
torch.save(model, out / "module.pth")

# What else stands in checkpoints of other people's scripts: none of it matters, none of it is run.
beside = {
    "best": np.float64(0.5),
    "folder": PosixPath("runs"),
    "scores": defaultdict(list, {"ap": [0.25]}),
    "tables": defaultdict(dict),
    "counts": Counter("abca"),
    "seen": {1, 2},
    "key": b"abc",
    "kind": torch.float16,
    "device": torch.device("cpu"),
    "size": torch.Size([2, 3]),
    "loss": torch.tensor(0.5),
    "weights": OrderedDict(a=torch.ones(2)),
}
torch.save(beside, out / "beside.pth")
torch.save(beside, out / "beside-protocol4.pth", pickle_protocol=4)
mine = {"loss": torch.tensor(0.5), "detector": OrderedDict(a=torch.ones(2), b=torch.zeros(3)), "epoch": 3}
torch.save(mine, out / "own-key.pth")
