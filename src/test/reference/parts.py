"""Each part of torchvision's Mask R-CNN (0.14.1) on its own; writes parts.safetensors.

    python3 src/test/reference/parts.py
"""

import torch
from reference import RESOURCES, fill, inside, noise, noise_image, noise_tensor, packed, permutation, save
from torchvision.models.detection._utils import BalancedPositiveNegativeSampler
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, RPNHead, TwoMLPHead
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.mask_rcnn import MaskRCNNHeads, MaskRCNNPredictor
from torchvision.models.detection.roi_heads import RoIHeads, project_masks_on_boxes
from torchvision.models.detection.rpn import RegionProposalNetwork, concat_box_prediction_layers
from torchvision.models.detection.transform import GeneralizedRCNNTransform
from torchvision.ops import FrozenBatchNorm2d, batched_nms, nms
from torchvision.ops.feature_pyramid_network import FeaturePyramidNetwork, LastLevelMaxPool
from torchvision.ops.poolers import LevelMapper

MEAN, DEVIATION = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
out = {}


def random_boxes(name, count, width, height, largest=0.5):
    corner = (noise_tensor(name + ".corner", count, 2) + 0.5) * torch.tensor([width * 0.8, height * 0.8])
    side = 1 + (noise_tensor(name + ".side", count, 2) + 0.5) * torch.tensor([width * largest, height * largest])
    return torch.cat([corner, corner + side], 1)


def transform():
    plan = GeneralizedRCNNTransform(800, 1333, MEAN, DEVIATION)
    sizes = ((noise("sizes", 800) + 0.5) * 900 + 100).astype(int).reshape(400, 2).tolist()
    sizes += [[640, 427], [427, 640], [500, 375], [1, 1], [20, 1], [1, 20], [4000, 200], [1333, 800], [800, 800]]
    resized = []
    for width, height in sizes:
        _, h, w = plan.resize(torch.zeros(1, 1, 1).expand(1, height, width))[0].shape
        resized.append([w, h])
    out["transform.originals"] = torch.tensor(sizes)
    out["transform.resized"] = torch.tensor(resized)
    small = GeneralizedRCNNTransform(48, 70, MEAN, DEVIATION)
    images, _ = small([noise_image("wide", 37, 29), noise_image("tall", 61, 95), noise_image("kept", 48, 64)])
    out["transform.batch"] = images.tensors
    out["transform.sizes"] = torch.tensor([[w, h] for h, w in images.image_sizes])
    boxes = torch.tensor(
        [[3.3, 4.7, 40.1, 33.9], [0.0, 0.0, 61.0, 48.0], [50.5, 30.25, 61.0, 48.0], [7.0, 7.0, 7.4, 8.0]])
    masks = torch.sigmoid(noise_tensor("masks", 4, 1, 28, 28, scale=9))
    small.eval()
    back = small.postprocess([{"boxes": boxes, "masks": masks}], [(48, 61)], [(231, 293)])[0]
    out["back.boxes"], out["back.original"] = boxes, back["boxes"]
    out["back.masks"] = packed(back["masks"][:, 0] > 0.5)


def sampler():
    labels = torch.from_numpy((noise("labels", 400) * 3 + 1.4).astype(int) - 1)
    torch.randperm = permutation
    positive, negative = BalancedPositiveNegativeSampler(64, 0.25)([labels])
    few = BalancedPositiveNegativeSampler(300, 0.5)([labels])
    out["sampler.labels"] = labels
    out["sampler.positive"], out["sampler.negative"] = torch.where(positive[0])[0], torch.where(negative[0])[0]
    out["sampler.fewPositive"], out["sampler.fewNegative"] = torch.where(few[0][0])[0], torch.where(few[1][0])[0]


def suppression():
    for name, count in (("few", 700), ("many", 1400)):
        boxes = random_boxes("nms." + name, count, 1333, 800, 0.3)
        scores = noise_tensor(f"nms.{name}.scores", count) + 0.5
        groups = torch.arange(count) % 90 + 1
        boxes[90:] = boxes[:-90] * 0.4 + boxes[90:] * 0.6
        out[f"nms.{name}.boxes"], out[f"nms.{name}.scores"], out[f"nms.{name}.groups"] = boxes, scores, groups
        out[f"nms.{name}.kept"] = batched_nms(boxes, scores, groups, 0.5)
    near_threshold("near", 300, True)
    near_threshold("nearMany", 600, False)


def near_threshold(name, count, moved):
    """Pairs whose overlap is a half but for a rounding, in late groups: those are moved so far that bits are lost, unless
    there are more than a thousand boxes."""
    first = random_boxes("nms.near", count, 1333, 800, 0.1)
    second = first.clone()
    second[:, [0, 2]] += (first[:, 2] - first[:, 0])[:, None] / 3 * (1 + noise_tensor("nms.near.shift", count, 1, scale=2e-3))
    boxes, groups = torch.cat([first, second]), torch.arange(count).repeat(2) % 90 + 1
    scores = noise_tensor("nms.near.scores", 2 * count) + 0.5
    kept = batched_nms(boxes, scores, groups, 0.5)
    plain = torch.cat([torch.where(groups == g)[0][nms(boxes[groups == g], scores[groups == g], 0.5)] for g in range(1, 91)])
    assert (set(kept.tolist()) != set(plain.tolist())) == moved, "nothing hangs on the move"
    out[f"nms.{name}.boxes"], out[f"nms.{name}.scores"], out[f"nms.{name}.groups"] = boxes, scores, groups
    out[f"nms.{name}.kept"] = kept


def levels():
    sides = torch.tensor([28.0, 56, 112, 224, 448, 896])[:, None] * (1 + noise_tensor("sides", 6, 60, scale=4e-6))
    sides[:, 0] = torch.tensor([28.0, 56, 112, 224, 448, 896])
    corner = (noise_tensor("corners", 360, 2) + 0.5) * 300
    corner[::2] = 0
    boxes = torch.cat([corner, corner + sides.reshape(-1, 1)], 1)
    out["levels.boxes"], out["levels.levels"] = boxes, LevelMapper(2, 5)([boxes])


def pyramid():
    channels = [4, 8, 16, 32]
    fpn = fill(FeaturePyramidNetwork(channels, 8, LastLevelMaxPool()), "backbone.fpn.")
    shapes = [(2, c, 24 >> i, (40 >> i) + i % 2) for i, c in enumerate(channels)]
    stages = {str(i): noise_tensor(f"stage{i}", *shape, scale=4) for i, shape in enumerate(shapes)}
    for name, level in fpn(stages).items():
        out["fpn." + name] = level


def proposals():
    head = fill(RPNHead(8, 3), "rpn.head.")
    generator = AnchorGenerator(((32,), (64,), (128,), (256,), (512,)), ((0.5, 1.0, 2.0),) * 5)
    rpn = RegionProposalNetwork(
        generator, head, 0.7, 0.3, 256, 0.5, {"training": 300, "testing": 150}, {"training": 80, "testing": 40}, 0.7)
    features = [noise_tensor(f"level{i}", 2, 8, 24 >> i, max(1, 32 >> i), scale=6) for i in range(5)]
    images = ImageList(torch.zeros(2, 3, 96, 128), [(96, 128), (80, 101)])
    logits, offsets = concat_box_prediction_layers(*head(features))
    out["rpn.logits"], out["rpn.offsets"] = logits.reshape(2, -1), offsets.reshape(2, -1, 4)
    for mode in ("training", "testing"):
        rpn.train(mode == "training")
        boxes = rpn.box_coder.decode(offsets.detach(), generator(images, features)).view(2, -1, 4)
        sizes = [3 * f.shape[2] * f.shape[3] for f in features]
        kept, _ = rpn.filter_proposals(boxes, logits, images.image_sizes, sizes)
        out[f"rpn.{mode}.0"], out[f"rpn.{mode}.1"] = kept


def norms():
    channels = 6
    norm = FrozenBatchNorm2d(channels, eps=0.0)
    norm.weight, norm.bias = noise_tensor("norm.weight", channels), noise_tensor("norm.bias", channels)
    norm.running_mean = noise_tensor("norm.mean", channels, scale=1e-3)
    norm.running_var = torch.tensor([1.0, 1e-2, 1e-4, 1e-6, 1e-8, 1e-10])
    out["norm.variance"] = norm.running_var
    out["norm.output"] = norm(noise_tensor("norm.input", 2, channels, 5, 7, scale=1e-2))


def heads():
    pooled = noise_tensor("pooled", 6, 8, 7, 7, scale=4)
    logits, offsets = fill(FastRCNNPredictor(32, 5), "roi_heads.box_predictor.")(
        fill(TwoMLPHead(8 * 49, 32), "roi_heads.box_head.")(pooled))
    out["box.logits"], out["box.offsets"] = logits, offsets
    # Five boxes of many channels: from there on the convolutions go by tiles.
    for name, boxes, channels in (("narrow", 3, 8), ("wide", 5, 144)):
        pooled = noise_tensor(name + " masks", boxes, channels, 14, 14, scale=4)
        out[f"mask.{name}"] = fill(MaskRCNNPredictor(channels, channels, 5), "roi_heads.mask_predictor.")(
            fill(MaskRCNNHeads(channels, (channels,) * 3, 1), "roi_heads.mask_head.")(pooled))


def detections():
    for classes, count, most in ((5, 40, 30), (91, 60, 100)):
        name = f"detections{classes}"
        logits = noise_tensor(name + ".logits", count, classes, scale=12)
        offsets = noise_tensor(name + ".offsets", count, 4 * classes, scale=6)
        boxes = random_boxes(name + ".proposals", count, 1333, 800)
        roi_heads = RoIHeads(None, None, None, 0.5, 0.5, 512, 0.25, None, 0.05, 0.5, most)
        found = roi_heads.postprocess_detections(logits, offsets, [boxes], [(750, 1200)])
        out[name + ".probabilities"], out[name + ".proposals"] = torch.softmax(logits, -1), boxes
        for key, value in zip(("boxes", "scores", "labels"), found):
            out[f"{name}.{key}"] = value[0]
    on_the_threshold()


def on_the_threshold():
    """Scores of a half at a threshold of a half, and one a little more."""
    logits = torch.tensor([[1.0, 1.0], [1.0, 1.0001]])
    boxes = torch.tensor([[10.0, 10, 30, 40], [50, 20, 90, 60]])
    roi_heads = RoIHeads(None, None, None, 0.5, 0.5, 512, 0.25, None, 0.5, 0.5, 10)
    found = roi_heads.postprocess_detections(logits, torch.zeros(2, 8), [boxes], [(100, 100)])
    out["half.probabilities"], out["half.proposals"] = torch.softmax(logits, -1), boxes
    out["half.boxes"] = found[0][0]


def mask_targets():
    masks = torch.stack([
        inside([(5.2, 6.3), (40.7, 3.1), (60.4, 44.9), (22.2, 58.6), (12.1, 30.3)], 90, 70),
        inside([(70.3, 30.2), (90.0, 30.2), (90.0, 70.0), (75.4, 70.0)], 90, 70),
    ])
    boxes = torch.tensor([
        [5.2, 3.1, 60.4, 58.6], [0.0, 0.0, 90.0, 70.0], [70.3, 30.2, 90.0, 70.0], [80.5, 50.5, 97.0, 82.0],
        [20.0, 20.0, 20.5, 20.25], [-6.0, -9.0, 33.0, 41.0], [15.5, 10.25, 43.75, 38.5],
    ])
    which = torch.tensor([0, 0, 1, 1, 0, 0, 0])
    out["targets.boxes"], out["targets.objects"] = boxes, which
    out["targets.masks"] = project_masks_on_boxes(masks, boxes, which, 28)


with torch.no_grad():
    parts = (transform, sampler, suppression, levels, pyramid, norms, proposals, heads, detections, mask_targets)
    for part in parts:
        part()
save(RESOURCES / "parts.safetensors", out)
