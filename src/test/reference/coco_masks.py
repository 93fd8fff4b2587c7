"""Freezes what pycocotools makes of polygons, for CocoPolygonRasterizerTest.

    pip install pycocotools==2.0.11
    python coco_masks.py > ../resources/io/flamemark/geometry/coco-polygons.txt

One case a line: width height counts-string x1,y1,x2,y2,...[;second part]
"""
import random

from pycocotools import mask

rng = random.Random(7)


def part(width, height):
    spread = rng.choice([0, 0, 0, 15])
    digits = rng.choice([0, 1, 3])
    return [
        round(rng.uniform(-spread, side + spread), digits)
        for _ in range(rng.randint(3, 9))
        for side in (width, height)
    ]


for _ in range(120):
    width, height = rng.randint(1, 40), rng.randint(1, 40)
    parts = [part(width, height) for _ in range(rng.choice([1, 1, 2]))]
    rle = mask.merge(mask.frPyObjects(parts, height, width))
    print(width, height, rle["counts"].decode(), ";".join(",".join(map(str, p)) for p in parts))
