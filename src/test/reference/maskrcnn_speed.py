"""
torchvision's side of the speed comparison: the same network, weights and images as the folder holds, one training step
or one detection for each line of standard input, answered with the seconds it took, the processor's seconds and what came
of it. Started by io.flamemark.bench.SpeedAgainstTorchvisionTest:

    python3 src/test/reference/maskrcnn_speed.py train|detect FOLDER
"""

import json
import pathlib
import struct
import sys
import time

import numpy as np
import torch
from PIL import Image, ImageDraw
from torchvision.models.detection import MaskRCNN
from torchvision.models.detection.backbone_utils import resnet_fpn_backbone
from torchvision.ops import FrozenBatchNorm2d


def read_safetensors(path):
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        start, end = (8 + length + offset for offset in entry["data_offsets"])
        values = np.frombuffer(data[start:end], dtype="<f4").copy()
        tensors[name] = torch.from_numpy(values).reshape(entry["shape"])
    return tensors


def network(size, weights):
    backbone = resnet_fpn_backbone(
        backbone_name="resnet50", weights=None, norm_layer=FrozenBatchNorm2d, trainable_layers=5
    )
    model = MaskRCNN(backbone, num_classes=2, min_size=size, max_size=size)
    model.load_state_dict(weights, strict=True)
    return model


def pixels(path):
    return torch.from_numpy(np.asarray(Image.open(path).convert("RGB")).copy()).permute(2, 0, 1).float() / 255


def target(picture, size):
    masks = []
    for outline in picture["outlines"]:
        mask = Image.new("L", (size, size))
        ImageDraw.Draw(mask).polygon([tuple(point) for point in zip(outline[::2], outline[1::2])], fill=1)
        masks.append(np.asarray(mask).copy())
    boxes = [[min(o[::2]), min(o[1::2]), max(o[::2]), max(o[1::2])] for o in picture["outlines"]]
    return {
        "boxes": torch.tensor(boxes, dtype=torch.float32),
        "labels": torch.ones(len(boxes), dtype=torch.int64),
        "masks": torch.from_numpy(np.stack(masks)),
    }


def trainer(model, scene, folder):
    model.train()
    optimizer = torch.optim.SGD(
        [p for p in model.parameters() if p.requires_grad],
        lr=scene["learningRate"],
        momentum=0.9,
        weight_decay=1e-4,
    )
    images = [pixels(folder / picture["file"]) for picture in scene["pictures"]]
    targets = [target(picture, scene["size"]) for picture in scene["pictures"]]

    def step():
        loss = sum(model(images, targets).values())
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        return float(loss.detach())

    return step


def detector(model, scene, folder):
    model.eval()

    def detect():
        with torch.no_grad():
            found = model([pixels(folder / scene["pictures"][0]["file"])])[0]
            masks = (found["masks"] > 0.5).numpy()
        return float(len(masks))

    return detect


def refuse_crippled_products():
    """Debian's torch multiplies by whichever BLAS is installed; two of them would make a race of no worth."""
    maps = pathlib.Path("/proc/self/maps")
    loaded = maps.read_text() if maps.exists() else ""
    if "/blas/libblas" in loaded or "/openblas-serial/" in loaded:
        sys.exit("torch multiplies by a slow BLAS here; install libopenblas0-pthread first")


def main():
    refuse_crippled_products()
    mode, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    scene = json.loads((folder / "scene.json").read_text())
    torch.manual_seed(1)
    torch.set_num_threads(scene["threads"])
    model = network(scene["size"], read_safetensors(folder / "run/model/weights.safetensors"))
    work = (trainer if mode == "train" else detector)(model, scene, folder)
    print("ready", flush=True)
    for line in sys.stdin:
        if line.strip() == "quit":
            break
        start, busy = time.perf_counter(), time.process_time()
        result = work()
        print(f"{time.perf_counter() - start:.6f} {time.process_time() - busy:.6f} {result:.4f}", flush=True)


if __name__ == "__main__":
    main()
