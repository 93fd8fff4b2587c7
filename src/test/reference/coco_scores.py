"""Freezes pycocotools' twelve figures on random sets, for CocoEvaluatorTest.

    pip install pycocotools==2.0.11
    python coco_scores.py > ../resources/io/flamemark/detection/coco-scores.txt

Lines:  set NAME
        truth ID IMAGE CATEGORY AREA CROWD X Y W H COUNTS
        found IMAGE CATEGORY SCORE MASK_AREA BOX_AREA X Y W H COUNTS
        mask | box  and the twelve figures
"""
import contextlib
import io
import random

import numpy
from pycocotools import mask
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

W, H = 150, 120


def blob(rng, x, y, w, h):
    """A rectangle or a lens, as RLE."""
    pixels = numpy.zeros((H, W), numpy.uint8, order="F")
    if rng.random() < 0.6:
        pixels[max(0, round(y)) : round(y + h), max(0, round(x)) : round(x + w)] = 1
    else:
        ys, xs = numpy.mgrid[:H, :W] + 0.5
        pixels[((xs - x - w / 2) / (w / 2)) ** 2 + ((ys - y - h / 2) / (h / 2)) ** 2 < 1] = 1
    return mask.encode(pixels)


def box(rng):
    if rng.random() < 0.1:
        return [rng.randint(0, W - 32), rng.randint(0, H - 32), 32, 32]
    w, h = rng.uniform(5, rng.choice([30, 60, 140])), rng.uniform(5, rng.choice([30, 60, 110]))
    return [round(v, 2) for v in (rng.uniform(0, W - w), rng.uniform(0, H - h), w, h)]


def near(rng, b):
    x, y, w, h = b
    j = rng.choice([0, 1, 4, 12])
    u = lambda: rng.uniform(-j, j)
    x, y = max(0, x + u()), max(0, y + u())
    return [round(v, 2) for v in (x, y, min(W - x, max(4, w + u())), min(H - y, max(4, h + u())))]


def random_set(rng, first_id=1, images=5, categories=2, most_truths=4, extra=(0, 1, 2)):
    truths, found = [], []
    ids = rng.sample(range(1, 60), images)
    for image in ids:
        for _ in range(rng.randint(0, most_truths)):
            b = box(rng)
            rle = blob(rng, *b)
            category = rng.randint(1, categories)
            area = rng.choice([int(mask.area(rle)), int(mask.area(rle)), 1024, 9216, round(b[2] * b[3], 2)])
            truths.append(
                dict(id=first_id + len(truths), image_id=image, category_id=category, area=area,
                     iscrowd=int(rng.random() < 0.15), bbox=b, segmentation=rle))
            for _ in range(rng.choice([0, 1, 1, 2])):
                found.append(result(rng, image, category if rng.random() < 0.9 else categories, near(rng, b)))
        for _ in range(rng.choice(extra)):
            found.append(result(rng, image, rng.randint(1, categories), box(rng)))
    rng.shuffle(found)
    return ids, truths, found


def result(rng, image, category, b):
    score = rng.choice([round(rng.random(), 1), round(rng.random(), 4)])
    return dict(image_id=image, category_id=category, score=score, bbox=b, segmentation=blob(rng, *b))


def figures(ids, truths, found, kind):
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO()
        coco.dataset = dict(
            images=[dict(id=i, width=W, height=H) for i in ids],
            annotations=[dict(t) for t in truths],
            categories=[dict(id=c) for c in sorted({t["category_id"] for t in truths})])
        coco.createIndex()
        left_out = "bbox" if kind == "segm" else "segmentation"
        results = coco.loadRes([{k: v for k, v in f.items() if k != left_out} for f in found])
        evaluation = COCOeval(coco, results, kind)
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    return evaluation.stats


def text(rle):
    return rle["counts"].decode()


rng = random.Random(20)
sets = {f"random-{n}": random_set(rng) for n in range(16)}
sets["id-0"] = random_set(rng, first_id=0)
sets["one-class-20-truths"] = random_set(rng, images=7, categories=1, most_truths=5)
sets["many-in-one-image"] = random_set(rng, images=1, categories=1, most_truths=12, extra=(130,))
sets["no-false"] = random_set(rng, extra=(0,))
for name, (ids, truths, found) in sets.items():
    print("set", name)
    for t in truths:
        print("truth", t["id"], t["image_id"], t["category_id"], t["area"], t["iscrowd"], *t["bbox"], text(t["segmentation"]))
    for f in found:
        area = int(mask.area(f["segmentation"]))
        print("found", f["image_id"], f["category_id"], f["score"], area, f["bbox"][2] * f["bbox"][3], *f["bbox"], text(f["segmentation"]))
    print("mask", *(repr(float(v)) for v in figures(ids, truths, found, "segm")))
    print("box", *(repr(float(v)) for v in figures(ids, truths, found, "bbox")))
