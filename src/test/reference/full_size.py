"""torchvision's maskrcnn_resnet50_fpn (0.14.1) at its full size with random weights; writes weights.safetensors and
expected.safetensors (170 MB each) into a folder, for TorchvisionFullSizeTest: mvn verify -Pfull -Dflamemark.reference=FOLDER

    python3 src/test/reference/full_size.py FOLDER
"""

import pathlib
import sys
import time

import torch
from network import balance, detect, gradients, learn, nudged, target
from reference import noise_image, permutation, save
from torchvision.models.detection import maskrcnn_resnet50_fpn

WIDTH, HEIGHT = 640, 427
OUTLINES = [
    [(20.2, 55.4), (297.6, 9.3), (320.7, 288.1), (141.3, 401.9)],
    [(450.4, 200.2), (639.8, 200.2), (600.8, 426.3)],
]


def network():
    torch.manual_seed(5)
    model = maskrcnn_resnet50_fpn(
        weights=None,
        weights_backbone=None,
        box_detections_per_img=20,
        rpn_post_nms_top_n_train=300,
        box_batch_size_per_image=2048,
    )
    with torch.no_grad():
        for name, tensor in model.state_dict().items():
            if name.endswith("bn3.weight"):
                tensor.fill_(0.3)
        # Statistics that do not learn: what pretrained networks have.
        for module in model.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.eval()
                module.weight.requires_grad_(False)
                module.bias.requires_grad_(False)
                module.train = lambda mode: module
        return spread(balance(model))


def spread(model):
    """Makes the classes' logits differ from box to box, or no score would reach the threshold."""
    predictor, seen = model.roi_heads.box_predictor, []
    hook = predictor.register_forward_hook(lambda module, i, output: seen.append(output[0]))
    model.eval()([noise_image("photograph", 150, 110, 7)])
    hook.remove()
    for tensor in (predictor.cls_score.weight, predictor.cls_score.bias):
        tensor *= 3 / seen[0].std()
    return model


folder = pathlib.Path(sys.argv[1])
torch.randperm = permutation
model = network()
save(folder / "weights.safetensors", {k: v for k, v in model.state_dict().items() if not k.endswith("batches_tracked")})
out = {}
start = time.time()
detect(model, "full", WIDTH, HEIGHT, out, tries=5)
print("inference", time.time() - start, "s")
# Of the network's own size already, so that no mask is resized.
image = noise_image("taught", 800, 800, 25)
targets = target(OUTLINES, [17, 60], 800, 800)
start = time.time()
out["losses"] = learn(model, [image], [targets])
print("step", time.time() - start, "s", out["losses"].tolist())

# At this size some rectifiers turn by a rounding, and the gradients in single precision are off by more than 1e-4 on
# either side. By how much at most is kept: of this processor's roundings, and of three others that are as large.
rounded = [gradients(model)]
for seed in range(3):
    other = nudged(model, seed, 1e-7)
    learn(other, [image], [targets])
    rounded.append(gradients(other))
del other

# The gradients themselves come from a step in double precision.
targets["boxes"] = targets["boxes"].double()
print(learn(model.double(), [image.double()], [targets]).tolist())
out["rounding"] = torch.zeros(1)
for name, exact in gradients(model).items():
    out["gradient." + name] = exact.float()
    errors = [(each[name] - exact).norm() / exact.norm() for each in rounded]
    out["rounding"] = torch.stack([out["rounding"][0], *errors]).max().float().reshape(1)
print("largest rounding", out["rounding"].item())
save(folder / "expected.safetensors", out)
