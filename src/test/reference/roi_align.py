"""Writes roi_align.json: RoIAlign over one and several levels, forward and gradient, computed by torchvision.

Run with a Python that has torch and torchvision (values were made with torchvision 0.14.1):
    python3 src/test/reference/roi_align.py
"""
import json
import pathlib

import torch
from torchvision.ops import MultiScaleRoIAlign, roi_align

OUT = pathlib.Path(__file__).parent.parent / "resources/io/flamemark/maskrcnn/ops/roi_align.json"


def numbers(tensor):
    return [float(f"{v:.8g}") for v in tensor.detach().flatten().tolist()]


def case(name, levels, scales, boxes, images, size, pooled):
    weights = torch.randn(pooled.shape)
    (pooled * weights).sum().backward()
    return {
        "name": name,
        "size": size,
        "scales": scales,
        "shapes": [list(level.shape) for level in levels],
        "levels": [numbers(level) for level in levels],
        "boxes": numbers(boxes),
        "images": images,
        "pooled": numbers(pooled),
        "weights": numbers(weights),
        "gradients": [numbers(level.grad) for level in levels],
    }


def single():
    level = torch.randn(2, 3, 9, 11, requires_grad=True)
    boxes = torch.tensor([
        [4.0, 8.0, 60.0, 50.0],
        [-20.0, -30.0, 40.0, 20.0],       # partly outside, samples far outside are 0
        [50.0, 40.0, 120.0, 100.0],       # over the far border
        [200.0, 200.0, 260.0, 240.0],     # beyond the image
        [-90.0, -70.0, -60.0, -40.0],     # before the image
        [30.3, 20.7, 30.9, 21.1],         # smaller than a pixel of the image
        [12.0, 12.0, 12.0, 12.0],         # without area
        [-7.0, -6.5, 20.0, 14.0],         # samples between -1 and 0
        [0.0, 0.0, 88.0, 72.0],           # the whole map
        [80.0, 64.0, 88.0, 72.0],         # the last pixel
        [-8.0, -8.0, 0.0, 0.0],
    ])
    images = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]
    rois = torch.cat([torch.tensor(images)[:, None].float(), boxes], 1)
    pooled = roi_align(level, rois, 3, spatial_scale=1 / 8, sampling_ratio=2, aligned=False)
    return case("one level", [level], [1 / 8], boxes, images, 3, pooled)


def pyramid():
    height, width = 96, 128
    levels = [torch.randn(2, 2, height // s, width // s, requires_grad=True) for s in (4, 8, 16, 32)]
    boxes = [
        torch.tensor([[3.0, 5.0, 40.0, 60.0], [0.0, 0.0, 128.0, 96.0], [-50.0, -50.0, 300.0, 290.0],
                      [10.0, 10.0, 122.0, 122.0], [1.0, 1.0, 1.5, 1.25]]),
        torch.tensor([[0.0, 0.0, 111.9, 111.9], [0.0, 0.0, 112.0, 112.0], [0.0, 0.0, 448.0, 448.0],
                      [-300.0, -300.0, 600.0, 700.0], [77.7, 33.3, 99.9, 66.6]]),
    ]
    pool = MultiScaleRoIAlign([str(i) for i in range(4)], 7, 2)
    pooled = pool({str(i): level for i, level in enumerate(levels)}, boxes, [(height, width)] * 2)
    images = [0] * len(boxes[0]) + [1] * len(boxes[1])
    return case("four levels", levels, pool.scales, torch.cat(boxes), images, 7, pooled)


def borders():
    """Samples exactly where the border rules change: one pixel before the map, and at its end."""
    level = torch.randn(1, 2, 9, 11, requires_grad=True)
    boxes = torch.tensor([[0.0, -16.0, 96.0, 80.0], [-16.0, 0.0, 80.0, 96.0], [-8.0, -24.0, 88.0, 72.0]])
    rois = torch.cat([torch.zeros(3, 1), boxes], 1)
    pooled = roi_align(level, rois, 3, spatial_scale=1 / 8, sampling_ratio=2, aligned=False)
    return case("borders", [level], [1 / 8], boxes, [0, 0, 0], 3, pooled)


torch.manual_seed(7)
OUT.write_text(json.dumps([single(), pyramid(), borders()], separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")
