"""torchvision's Mask R-CNN (0.14.1) on narrow backbones: what it finds, how wrong it is, and every gradient; writes
network-KIND.safetensors, and network-crowd.safetensors of a hundred objects that are all learned from. Weights come from a
formula, samples from a fixed permutation: nothing is left to chance.

    python3 src/test/reference/network.py [KIND ...]
"""

import copy
import sys

import torch
from reference import RESOURCES, fill, inside, noise_image, noise_tensor, packed, permutation, save
from torch import nn
from torchvision.models import resnet
from torchvision.models.detection import MaskRCNN
from torchvision.models.detection.backbone_utils import BackboneWithFPN
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, TwoMLPHead
from torchvision.models.detection.mask_rcnn import MaskRCNNHeads, MaskRCNNPredictor
from torchvision.ops import FrozenBatchNorm2d

KINDS = {
    "resnet18": (resnet.BasicBlock, [2, 2, 2, 2]),
    "resnet34": (resnet.BasicBlock, [3, 4, 6, 3]),
    "resnet50": (resnet.Bottleneck, [3, 4, 6, 3]),
    "resnet101": (resnet.Bottleneck, [3, 4, 23, 3]),
}
WIDTH, CHANNELS, HEAD, CLASSES = 6, 16, 32, 4
LOSSES = ("loss_objectness", "loss_rpn_box_reg", "loss_classifier", "loss_box_reg", "loss_mask")
OUTLINES = [
    [
        [(20.2, 15.4), (97.6, 9.3), (120.7, 88.1), (41.3, 101.9)],
        [(100.4, 60.2), (158.8, 60.2), (158.8, 126.3), (100.4, 126.3)],
    ],
    [[(3.3, 70.6), (60.1, 44.7), (66.2, 110.8)]],
]
LABELS = [[1, 3], [2]]

GRID = [(16 * (i % 10) + 1, 12 * (i // 10) + 3, 16 * (i % 10) + 13, 12 * (i // 10) + 14) for i in range(100)]

# Of one image each: its size, and the boxes of its objects.
ODD = {
    "empty": (160, 128, []),
    "border": (160, 128, [(0, 0, 160, 40), (0, 20, 30, 128), (130, 90, 160, 128)]),
    "pixel": (160, 128, [(77, 51, 78, 52)]),
    "hundred": (160, 128, GRID),
    "long": (192, 9, [(20, 1, 90, 8)]),
}


class Narrow(resnet.ResNet):
    """A residual network of any width, without the classifier."""

    def __init__(self, kind, width):
        nn.Module.__init__(self)
        block, layers = KINDS[kind]
        self._norm_layer = FrozenBatchNorm2d
        self.inplanes, self.dilation, self.groups, self.base_width = width, 1, 1, 64
        self.conv1 = nn.Conv2d(3, width, kernel_size=7, stride=2, padding=3, bias=False)
        self.bn1 = FrozenBatchNorm2d(width)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(kernel_size=3, stride=2, padding=1)
        for i, count in enumerate(layers):
            setattr(self, f"layer{i + 1}", self._make_layer(block, width << i, count, stride=2 if i else 1))


def network(kind, **settings):
    expansion = KINDS[kind][0].expansion
    stages = {f"layer{i + 1}": str(i) for i in range(4)}
    channels = [(WIDTH << i) * expansion for i in range(4)]
    model = MaskRCNN(
        BackboneWithFPN(Narrow(kind, WIDTH), stages, channels, CHANNELS),
        min_size=128,
        max_size=192,
        rpn_pre_nms_top_n_train=400,
        rpn_pre_nms_top_n_test=200,
        rpn_post_nms_top_n_train=120,
        rpn_post_nms_top_n_test=60,
        box_batch_size_per_image=64,
        box_detections_per_img=30,
        box_head=TwoMLPHead(CHANNELS * 49, HEAD),
        box_predictor=FastRCNNPredictor(HEAD, CLASSES),
        mask_head=MaskRCNNHeads(CHANNELS, (CHANNELS, CHANNELS), 1),
        mask_predictor=MaskRCNNPredictor(CHANNELS, CHANNELS, CLASSES),
        **settings,
    )
    with torch.no_grad():
        return balance(fill(model))


def balance(model):
    """Takes the mean off the classes' logits, or one class would win everywhere: the only values not by the formula."""
    seen = []
    hook = model.roi_heads.box_predictor.register_forward_hook(lambda module, i, output: seen.append(output[0]))
    model.eval()([noise_image("photograph", 150, 110, 7)])
    hook.remove()
    model.roi_heads.box_predictor.cls_score.bias -= seen[0].mean(0)
    return model


def target(outlines, labels, width, height):
    boxes = [[min(x), min(y), max(x), max(y)] for x, y in (zip(*outline) for outline in outlines)]
    masks = [inside(outline, width, height) for outline in outlines]
    return {
        "boxes": torch.tensor(boxes).reshape(-1, 4),
        "labels": torch.tensor(labels, dtype=torch.int64),
        "masks": torch.stack(masks) if masks else torch.zeros(0, height, width, dtype=torch.bool),
    }


def detect(model, name, width, height, out, prefix="", tries=100):
    """What is found on the first picture of that name whose detections no rounding can put in another order."""
    model.eval()
    for salt in range(tries):
        with torch.no_grad():
            found = model([noise_image(f"{name}{salt}", width, height, 7)])[0]
        gap = (found["scores"][:-1] - found["scores"][1:]).min().item()
        if gap > 5e-5:
            break
    print(name, salt, len(found["scores"]), "found, least gap", gap, found["labels"].tolist())
    out[prefix + "salt"] = torch.tensor([salt])
    for key in ("boxes", "scores", "labels"):
        out[prefix + key] = found[key]
    out[prefix + "masks"] = packed(found["masks"][:, 0] > 0.5)


def learn(model, images, targets):
    model.train()
    model.zero_grad()
    losses = model(images, targets)
    sum(losses.values()).backward()
    return torch.stack([losses[name].detach() for name in LOSSES])


def gradients(model):
    return {name: p.grad.clone() for name, p in model.named_parameters() if p.requires_grad}


def nudged(model, seed, most=1e-6):
    """The same network with every weight off by so much at most; a rounding is a tenth of a millionth."""
    other = copy.deepcopy(model)
    with torch.no_grad():
        for name, parameter in other.named_parameters():
            parameter *= 1 + noise_tensor(f"{name}{seed}", *parameter.shape, scale=2 * most)
    return other


def teach(model, pictures, targets, out, tries=1000):
    """
    What the first pictures of these names teach whose gradients hang on no rounding. Where a rectifier's input or two
    proposals' scores are nearly equal, another processor's order of sums turns them, and gradients jump.
    """
    for salt in range(tries):
        images = [noise_image(f"{name}{salt}", width, height, 7) for name, width, height in pictures]
        losses, taught = learn(model, images, targets), gradients(model)
        worst = 0
        for seed in range(5):
            other = nudged(model, seed)
            learn(other, images, targets)
            errors = [(g - taught[name]).norm() / taught[name].norm() for name, g in gradients(other).items()]
            worst = max(worst, *(error.item() for error in errors))
            if worst > 2e-5:
                break
        if worst <= 2e-5:
            break
    print([name for name, *_ in pictures], salt, losses.tolist(), "gradients off by", worst, "when nudged")
    out["learn.salt"] = torch.tensor([salt])
    out["losses"] = losses
    for name, gradient in taught.items():
        out["gradient." + name] = gradient


def odd(model, name, width, height, boxes, out):
    image = noise_image(name, width, height, 7)
    outlines = [[(x1, y1), (x2, y1), (x2, y2), (x1, y2)] for x1, y1, x2, y2 in boxes]
    targets = target(outlines, [1 + i % 3 for i in range(len(boxes))], width, height)
    out[name + ".losses"] = learn(model, [image], [targets])
    detect(model, name, width, height, out, name + ".")


def reference(kind):
    model = network(kind)
    out = {"cls_score.bias": model.roi_heads.box_predictor.cls_score.bias.clone()}
    detect(model, "photograph", 150, 110, out)
    pictures = [("first", 160, 128), ("second", 128, 128)]
    targets = [target(o, l, *size) for o, l, (_, *size) in zip(OUTLINES, LABELS, pictures)]
    teach(model, pictures, targets, out)
    if kind == "resnet18":
        for name, case in ODD.items():
            odd(model, name, *case, out)
    save(RESOURCES / f"network-{kind}.safetensors", out)


def crowd():
    """More masks at a time than are drawn in one part, in training and in use."""
    model = network("resnet18")
    model.roi_heads.fg_bg_sampler.batch_size_per_image = 512
    model.roi_heads.detections_per_img = 100
    seen = []
    hook = model.roi_heads.mask_head.register_forward_hook(lambda module, i, output: seen.append(len(output)))
    out = {"cls_score.bias": model.roi_heads.box_predictor.cls_score.bias.clone()}
    outlines = [[(x1, y1), (x2, y1), (x2, y2), (x1, y2)] for x1, y1, x2, y2 in GRID]
    targets = target(outlines, [1 + i % 3 for i in range(len(GRID))], 160, 128)
    teach(model, [("hundred", 160, 128)], [targets], out)
    hook.remove()
    print("masks at a time", seen[-1])
    detect(model, "crowd", 150, 110, out, tries=500)
    save(RESOURCES / "network-crowd.safetensors", out)


if __name__ == "__main__":
    torch.randperm = permutation
    for kind in sys.argv[1:] or [*KINDS, "crowd"]:
        crowd() if kind == "crowd" else reference(kind)
