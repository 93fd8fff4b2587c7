"""Makes full-size checkpoints with random values for FullSizeCheckpointTest, and compares files of weights.

    python3 full_checkpoints.py make FOLDER          (torch 1.13, torchvision 0.14; about 900 MB)
    python3 full_checkpoints.py compare A.pth B.pth  (equal in names, types, shapes and every bit)
"""
import sys
from pathlib import Path

import torch
import torchvision


def make(folder):
    torch.manual_seed(1)
    folder.mkdir(parents=True, exist_ok=True)
    state = torchvision.models.detection.maskrcnn_resnet50_fpn(weights=None, weights_backbone=None).state_dict()
    for name, tensor in state.items():
        if tensor.is_floating_point():
            tensor.normal_().abs_() if name.endswith("running_var") else tensor.normal_(0, 0.02)
    torch.save(state, folder / "maskrcnn.pth")
    torch.save(state, folder / "maskrcnn-legacy.pth", _use_new_zipfile_serialization=False)
    for name in ("resnet18", "resnet34", "resnet50", "resnet101"):
        torch.save(getattr(torchvision.models, name)(weights=None).state_dict(), folder / f"{name}.pth")


def compare(first, second):
    a = torch.load(first, weights_only=True)
    for b in (torch.load(second), torch.load(second, weights_only=True)):
        a = {name: tensor for name, tensor in a.items() if name in b or not name.endswith("num_batches_tracked")}
        assert a.keys() == b.keys(), a.keys() ^ b.keys()
        for name in a:
            assert a[name].dtype == b[name].dtype and torch.equal(a[name], b[name]), name
    print(f"{second} is {first}: {len(a)} tensors, equal bit for bit")


if sys.argv[1] == "make":
    make(Path(sys.argv[2]))
else:
    compare(sys.argv[2], sys.argv[3])
