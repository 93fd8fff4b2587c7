"""Writes detection_ops.json: box coding, matching, anchors, suppression, losses and pasted masks, computed by torchvision.

Run with a Python that has torch and torchvision (values were made with torchvision 0.14.1):
    python3 src/test/reference/detection_ops.py
"""
import json
import pathlib

import torch
import torch.nn.functional as F
from torchvision.models.detection._utils import BoxCoder, Matcher
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.roi_heads import paste_masks_in_image
from torchvision.ops import batched_nms, box_iou, clip_boxes_to_image, nms, remove_small_boxes

OUT = pathlib.Path(__file__).parent.parent / "resources/io/flamemark/maskrcnn/ops/detection_ops.json"


def numbers(tensor):
    return [float(f"{v:.9g}") for v in tensor.detach().flatten().tolist()]


def random_boxes(count, width=120, height=90):
    corner = torch.rand(count, 2) * torch.tensor([width * 0.8, height * 0.8])
    return torch.cat([corner, corner + 1 + torch.rand(count, 2) * torch.tensor([width * 0.4, height * 0.4])], 1)


def coder(name, weights):
    boxes, references = random_boxes(12), random_boxes(12)
    codec = BoxCoder(weights)
    offsets = torch.randn(12, 8) * torch.tensor([2.0, 2.0, 4.0, 30.0] * 2)
    return {
        "name": name, "boxes": numbers(boxes), "references": numbers(references),
        "encoded": numbers(codec.encode_single(boxes, references)),
        "offsets": numbers(offsets), "decoded": numbers(codec.decode_single(offsets, references)),
    }


def matcher(name, high, low, low_quality):
    truths, candidates = random_boxes(4), random_boxes(60)
    candidates[:4] = truths + torch.randn(4, 4) * torch.tensor([[1.0], [1.0], [1.0], [7.0]])
    candidates[4] = candidates[0]
    quality = box_iou(truths, candidates)
    matches = Matcher(high, low, low_quality)(quality)
    return {
        "name": name, "truths": numbers(truths), "candidates": numbers(candidates),
        "overlaps": numbers(quality), "matches": matches.tolist(), **on_the_threshold(high, low, low_quality),
    }


def on_the_threshold(high, low, low_quality):
    """Overlaps that are a threshold itself, and its neighbours; the last candidate takes the match of low quality."""
    limits = torch.tensor([high, low])
    near = torch.cat([limits, torch.nextafter(limits, torch.zeros(2)), torch.nextafter(limits, torch.ones(2))])
    quality = torch.cat([near, torch.tensor([0.95])])[None]
    return {"near": numbers(quality), "nearMatches": Matcher(high, low, low_quality)(quality).tolist()}


def anchors():
    maps = [torch.zeros(1, 1, 8, 12), torch.zeros(1, 1, 4, 6), torch.zeros(1, 1, 2, 3)]
    images = ImageList(torch.zeros(1, 3, 67, 99), [(60, 99)])
    generator = AnchorGenerator(((32,), (64, 90), (128,)), ((0.5, 1.0, 2.0),) * 3)
    standard = AnchorGenerator(((32,), (64,), (128,), (256,), (512,)), ((0.5, 1.0, 2.0),) * 5)
    odd = AnchorGenerator(((33,), (45,)), ((0.5, 1.0, 2.0),) * 2)
    # The coarsest map of such an image is rounded up along one side only: its strides differ.
    uneven = AnchorGenerator(((256,), (512,)), ((0.5, 1.0, 2.0),) * 2)
    coarse = [torch.zeros(1, 1, 3, 4), torch.zeros(1, 1, 2, 2)]
    return {
        "name": "anchors", "anchors": numbers(generator(images, maps)[0]),
        "standard": numbers(torch.cat(standard.cell_anchors)), "odd": numbers(torch.cat(odd.cell_anchors)),
        "uneven": numbers(uneven(ImageList(torch.zeros(1, 3, 96, 128), [(96, 128)]), coarse)[0]),
    }


def suppression():
    boxes = random_boxes(80)
    scores = torch.rand(80)
    scores[10:14] = scores[9]
    groups = torch.randint(0, 3, (80,))
    clipped = clip_boxes_to_image(boxes * 1.5 - 20, (70, 100))
    return {
        "name": "suppression", "boxes": numbers(boxes), "scores": numbers(scores), "groups": groups.tolist(),
        "kept": nms(boxes, scores, 0.3).tolist(),
        "keptByGroup": batched_nms(boxes, scores, groups, 0.2).tolist(),
        "moved": numbers(boxes * 1.5 - 20), "clipped": numbers(clipped),
        "notSmaller": remove_small_boxes(clipped, 20).tolist(),
    }


def loss(name, function, logits, target):
    logits.requires_grad_(True)
    value = function(logits, target)
    value.backward()
    return {
        "name": name, "input": numbers(logits), "target": numbers(target.float()),
        "value": value.item(), "gradient": numbers(logits.grad),
    }


def losses():
    far = torch.tensor([-120.0, 120.0, -30.0, 30.0, 0.0, 1e-4])
    return [
        loss("smooth L1", lambda a, b: F.smooth_l1_loss(a, b, beta=1 / 9, reduction="sum"),
             torch.randn(40) * 0.2, torch.zeros(40) + 0.05),
        loss("binary cross entropy", F.binary_cross_entropy_with_logits,
             torch.cat([torch.randn(30) * 4, far, far]),
             torch.cat([torch.rand(30).round(), torch.zeros(6), torch.ones(6)])),
        loss("cross entropy", F.cross_entropy,
             torch.cat([torch.randn(20, 3) * 4, torch.tensor([[200.0, -200.0, 0.0]])]),
             torch.cat([torch.randint(0, 3, (20,)), torch.tensor([1])])),
    ]


def pasted():
    height, width, size = 40, 56, 28
    boxes = torch.tensor([
        [5.3, 6.7, 30.2, 29.9], [-9.5, -4.2, 14.0, 20.8], [40.0, 25.0, 70.0, 60.0], [10.0, 10.0, 10.4, 10.3],
        [0.0, 0.0, 56.0, 40.0], [20.5, 3.5, 24.5, 38.0], [54.9, 38.9, 55.5, 39.6], [12.0, 30.0, 50.0, 31.5],
    ])
    probabilities = torch.sigmoid(F.interpolate(torch.randn(len(boxes), 1, 5, 5) * 3, size=(size, size), mode="bicubic"))
    soft = paste_masks_in_image(probabilities, boxes, (height, width))[:, 0]
    assert not ((soft - 0.5).abs() < 1e-5).any(), "a rounding would decide"
    set_pixels = [torch.nonzero(mask.flatten() > 0.5).flatten().tolist() for mask in soft]
    return {
        "name": "pasted", "width": width, "height": height, "size": size, "boxes": numbers(boxes),
        "probabilities": [[float(f"{v:.9g}") for v in mask.flatten().tolist()] for mask in probabilities],
        "set": set_pixels,
    }


torch.manual_seed(11)
cases = [
    coder("coder of proposals", (1.0, 1.0, 1.0, 1.0)), coder("coder of detections", (10.0, 10.0, 5.0, 5.0)),
    matcher("matcher of proposals", 0.7, 0.3, True), matcher("matcher of detections", 0.5, 0.5, False),
    anchors(), suppression(), *losses(), pasted(),
]
OUT.write_text(json.dumps(cases, separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")
