"""Compares checkpoints of PyTorch's with what was made of them, pair by pair: names, types, shapes and every bit.

    python3 check_written.py ORIGINAL MADE [ORIGINAL MADE ...]     (torch 1.13)

A checkpoint made is opened by torch.load, as a whole and as weights alone; a safetensors file by the few lines below, which
follow the format's description. What was made may lack the counters of batch norms, which frozen norms do not have.
"""
import json
import struct
import sys
from collections import OrderedDict

import torch

TYPES = {
    "F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16, "I64": torch.int64,
    "I32": torch.int32, "I16": torch.int16, "I8": torch.int8, "U8": torch.uint8, "BOOL": torch.bool,
}


def safetensors(path):
    content = open(path, "rb").read()
    length = struct.unpack("<Q", content[:8])[0]
    header = json.loads(content[8:8 + length])
    assert (8 + length) % 8 == 0, "the numbers are not aligned"
    tensors = OrderedDict()
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = (8 + length + at for at in entry["data_offsets"])
            kind, numbers = TYPES[entry["dtype"]], bytearray(content[begin:end])
            tensor = torch.frombuffer(numbers, dtype=kind) if numbers else torch.zeros(0, dtype=kind)
            tensors[name] = tensor.reshape(entry["shape"])
    return tensors


def readings(path):
    if path.endswith(".safetensors"):
        return [safetensors(path)]
    return [torch.load(path), torch.load(path, weights_only=True)]


def bits(tensor):
    return tensor.detach().contiguous().flatten().view(torch.uint8)


def compare(first, second):
    original = torch.load(first)
    for b in readings(second):
        a = {k: v for k, v in original.items() if k in b or not k.endswith("num_batches_tracked")}
        assert a.keys() == b.keys(), a.keys() ^ b.keys()
        for name in a:
            assert a[name].dtype == b[name].dtype and a[name].shape == b[name].shape, name
            assert torch.equal(bits(a[name]), bits(b[name])), name
    print(f"{second} is {first}: {len(a)} tensors, equal bit for bit")


if __name__ == "__main__":
    files = sys.argv[1:]
    for pair in zip(files[::2], files[1::2]):
        compare(*pair)
