"""
One forward pass of torchvision's Mask R-CNN (detection and losses) with weights that a formula gives, so that another
implementation can be given the same ones without shipping them. Every anchor and every proposal is sampled, hence nothing
is left to chance. Writes maskrcnn_forward.json.

    python3 src/test/reference/maskrcnn_forward.py
"""

import json
import pathlib
import zlib

import numpy as np
import torch
from torchvision.models.detection import MaskRCNN
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.backbone_utils import resnet_fpn_backbone
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, TwoMLPHead
from torchvision.models.detection.mask_rcnn import MaskRCNNHeads, MaskRCNNPredictor
from torchvision.ops import FrozenBatchNorm2d
from torchvision.ops.feature_pyramid_network import FeaturePyramidNetwork, LastLevelMaxPool

OUT = pathlib.Path(__file__).parent.parent / "resources/io/flamemark/maskrcnn/maskrcnn_forward.json"
CHANNELS = 32
CLASSES = 3
WIDTH, HEIGHT = 96, 64
BOXES = [[8.0, 10.0, 40.0, 50.0], [50.0, 20.0, 90.0, 44.0]]
LABELS = [1, 2]


def noise(name, count):
    """Uniform in -0.5..0.5, from 32-bit integer arithmetic alone."""
    x = np.arange(count, dtype=np.uint32) * np.uint32(2654435761) + np.uint32(zlib.crc32(name.encode()))
    x ^= x >> np.uint32(15)
    x *= np.uint32(2246822519)
    x ^= x >> np.uint32(13)
    x *= np.uint32(3266489917)
    x ^= x >> np.uint32(16)
    return (x >> np.uint32(8)).astype(np.float64) / (1 << 24) - 0.5


def scale(name, tensor):
    """The factor of a tensor's noise; the outputs are kept small so that boxes and scores stay varied."""
    if tensor.dim() == 1:
        return 0.2
    gain = 0.1 if "bbox_pred" in name else 0.3 if "predictor" in name or "fpn" in name else 1
    return gain * np.sqrt(24.0 * tensor.shape[0] / tensor.numel())


def offset(name):
    """What is added: the variances and scales of frozen norms lie around 1, at the end of a block around a third."""
    if name.endswith("running_var"):
        return 1
    if name.endswith("bn2.weight"):
        return 0.3
    return 0.8 if name.endswith(("bn1.weight", "downsample.1.weight")) else 0


def fill(model):
    for name, tensor in model.state_dict().items():
        values = offset(name) + scale(name, tensor) * noise(name, tensor.numel())
        tensor.copy_(torch.from_numpy(values.astype(np.float32)).reshape(tensor.shape))


def network():
    backbone = resnet_fpn_backbone(backbone_name="resnet18", weights=None, norm_layer=FrozenBatchNorm2d)
    backbone.fpn = FeaturePyramidNetwork([64, 128, 256, 512], CHANNELS, LastLevelMaxPool())
    backbone.out_channels = CHANNELS
    return MaskRCNN(
        backbone,
        min_size=HEIGHT,
        max_size=WIDTH,
        rpn_anchor_generator=AnchorGenerator(((8,), (16,), (32,), (64,), (128,)), ((0.5, 1.0, 2.0),) * 5),
        rpn_pre_nms_top_n_train=60,
        rpn_pre_nms_top_n_test=30,
        rpn_post_nms_top_n_train=40,
        rpn_post_nms_top_n_test=20,
        rpn_batch_size_per_image=100000,
        box_score_thresh=0.2,
        box_detections_per_img=10,
        box_head=TwoMLPHead(CHANNELS * 49, 64),
        box_predictor=FastRCNNPredictor(64, CLASSES),
        mask_head=MaskRCNNHeads(CHANNELS, (CHANNELS,), 1),
        mask_predictor=MaskRCNNPredictor(CHANNELS, CHANNELS, CLASSES),
    )


def numbers(tensor):
    return [float(f"{v:.7g}") for v in tensor.detach().flatten().tolist()]


def main():
    torch.manual_seed(0)
    model = network()
    fill(model)
    pixels = torch.from_numpy((noise("image", 3 * HEIGHT * WIDTH) + 0.5).astype(np.float32)).reshape(3, HEIGHT, WIDTH)
    images, _ = model.transform([pixels])
    model.eval()
    with torch.no_grad():
        features = model.backbone(images.tensors)
        proposals, _ = model.rpn(images, features)
        detections, _ = model.roi_heads(features, proposals, images.image_sizes)
    found = detections[0]
    result = {
        "features": {name: numbers(f.abs().mean().reshape(1)) for name, f in features.items()},
        "proposals": [numbers(p) for p in proposals[0]],
        "boxes": [numbers(b) for b in found["boxes"]],
        "scores": numbers(found["scores"]),
        "labels": found["labels"].tolist(),
        "maskMeans": numbers(found["masks"].mean(dim=(1, 2, 3))),
        "maskCorners": numbers(found["masks"][:, 0, 3, 20]),
    }
    model.train()
    masks = torch.zeros(2, HEIGHT, WIDTH)
    for mask, box in zip(masks, BOXES):
        x1, y1, x2, y2 = map(int, box)
        mask[y1:y2, x1:x2] = 1
    target = {"boxes": torch.tensor(BOXES), "labels": torch.tensor(LABELS), "masks": masks}
    proposals, rpn_losses = model.rpn(images, features, [target])
    result["losses"] = {name: float(value) for name, value in rpn_losses.items()}
    OUT.write_text(json.dumps(result, indent=1) + "\n")
    print(result["scores"], result["losses"], len(result["proposals"]))


if __name__ == "__main__":
    main()
