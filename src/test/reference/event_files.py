"""Reads a folder of event files with TensorBoard itself and prints each number it finds.

Run once (TensorBoard 2.21) on the bytes that TensorBoardTest holds and on the folder of a run:
    python event_files.py RUN/tensorboard
"""

import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator


def main(folder):
    events = EventAccumulator(folder, size_guidance={"scalars": 0})
    events.Reload()
    for tag in events.Tags()["scalars"]:
        points = ", ".join(f"{point.step}: {point.value:.6g}" for point in events.Scalars(tag))
        print(f"{tag}  {points}")


if __name__ == "__main__":
    main(sys.argv[1])
