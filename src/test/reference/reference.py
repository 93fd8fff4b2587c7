"""What the scripts for the network share: values by a formula, so that nobody has to ship them, and fixture files."""

import json
import pathlib
import struct
import zlib

import numpy as np
import torch

RESOURCES = pathlib.Path(__file__).parent.parent / "resources/io/flamemark/maskrcnn"


def noise(name, count):
    """Uniform in -0.5..0.5, from 32-bit integer arithmetic alone."""
    x = np.arange(count, dtype=np.uint32) * np.uint32(2654435761) + np.uint32(zlib.crc32(name.encode()))
    x ^= x >> np.uint32(15)
    x *= np.uint32(2246822519)
    x ^= x >> np.uint32(13)
    x *= np.uint32(3266489917)
    x ^= x >> np.uint32(16)
    return (x >> np.uint32(8)).astype(np.float64) / (1 << 24) - 0.5


def noise_tensor(name, *shape, scale=1.0):
    values = noise(name, int(np.prod(shape))) * scale
    return torch.from_numpy(values.astype(np.float32)).reshape(shape)


def noise_image(name, width, height, block=1):
    """Squares of random colours: bytes [3, height, width], as floats 0..1."""
    rows, columns = -(-height // block), -(-width // block)
    values = np.floor((noise(name, 3 * rows * columns) + 0.5) * 256).reshape(3, rows, columns)
    pixels = values.repeat(block, 1).repeat(block, 2)[:, :height, :width].astype(np.float32)
    return torch.from_numpy(pixels.copy()) / 255


def scale(name, shape):
    """The factor of a tensor's noise; the outputs are kept small so that boxes and scores stay varied."""
    if len(shape) == 1:
        return 0.2
    gain = 0.1 if "bbox_pred" in name else 0.3 if "fpn" in name else 3 if "cls_score" in name else 1
    return gain * np.sqrt(24.0 * shape[0] / np.prod(shape))


def offset(name):
    """What is added: the variances and scales of frozen norms lie around 1, at the end of a block around a half."""
    if name.endswith("running_var"):
        return 1
    if name.endswith(("bn2.weight", "bn3.weight")):
        return 0.5
    return 0.8 if name.endswith(("bn1.weight", "downsample.1.weight")) else 0


def fill(module, prefix=""):
    """Gives every tensor of a module its values, by its name in the whole network."""
    for key, tensor in module.state_dict().items():
        name = prefix + key
        values = offset(name) + scale(name, tensor.shape) * noise(name, tensor.numel())
        tensor.copy_(torch.from_numpy(values.astype(np.float32)).reshape(tensor.shape))
    return module


def save(path, tensors):
    """Writes a safetensors file; anything that makes a tensor will do."""
    header, blobs, at = {}, [], 0
    for name, value in tensors.items():
        tensor = torch.as_tensor(value).detach().contiguous()
        kind = {torch.uint8: "U8", torch.int64: "I32", torch.int32: "I32", torch.bool: "U8"}.get(tensor.dtype, "F32")
        blob = tensor.numpy().astype({"U8": "u1", "I32": "<i4", "F32": "<f4"}[kind]).tobytes()
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [at, at + len(blob)]}
        blobs.append(blob)
        at += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))
    print(path.name, path.stat().st_size, "bytes")


def packed(masks):
    """Eight pixels a byte, the first in the highest bit."""
    return np.packbits(masks.numpy().astype(np.uint8).flatten())


def permutation(count, **_):
    """Stands for torch.randperm where both sides have to draw the same."""
    return torch.tensor([(7919 * i + 31) % count for i in range(count)], dtype=torch.int64)


def inside(polygon, width, height):
    """The pixels whose centres lie in a polygon, by the even-odd rule."""
    x, y = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    result = np.zeros((height, width), dtype=bool)
    for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1]):
        if y1 != y2:
            crosses = (y1 <= y) != (y2 <= y)
            result ^= crosses & (x < x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return torch.from_numpy(result)
