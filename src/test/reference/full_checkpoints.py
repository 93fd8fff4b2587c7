"""Makes full-size checkpoints with random values for FullSizeCheckpointTest.

    python3 full_checkpoints.py FOLDER          (torch 1.13, torchvision 0.14; about 900 MB)
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


make(Path(sys.argv[1]))
