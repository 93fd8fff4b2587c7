"""Writes names.txt: names and shapes of torchvision's Mask R-CNN state dicts, without the counters of batch norms.

    python3 src/test/reference/maskrcnn_names.py
"""

from reference import RESOURCES
from torchvision.models.detection import MaskRCNN, maskrcnn_resnet50_fpn
from torchvision.models.detection.backbone_utils import resnet_fpn_backbone

lines = []
for kind in ("resnet18", "resnet34", "resnet50", "resnet101"):
    if kind == "resnet50":
        model = maskrcnn_resnet50_fpn(weights=None, weights_backbone=None)
    else:
        model = MaskRCNN(resnet_fpn_backbone(backbone_name=kind, weights=None), num_classes=91)
    for name, tensor in model.state_dict().items():
        if not name.endswith("num_batches_tracked"):
            lines.append(" ".join([kind, name, *map(str, tensor.shape)]))
(RESOURCES / "names.txt").write_text("\n".join(lines) + "\n")
