"""Names and shapes of torchvision's maskrcnn_resnet50_fpn state dict, without the counters that a frozen norm lacks."""

import torchvision

model = torchvision.models.detection.maskrcnn_resnet50_fpn(weights=None, weights_backbone=None)
for name, tensor in model.state_dict().items():
    if not name.endswith("num_batches_tracked"):
        print(name, *tensor.shape)
