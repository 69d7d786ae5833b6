"""The lesson's PyTorch half as a user would write it: frozen ResNet50, a new `fc`, a DataLoader over PIL, a loop."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split

from benchmarks.peers.torch_resnet50 import ResNet50

BATCH_SIZE, WORKERS = 32, 2
MEAN, DEVIATION = np.array([0.485, 0.456, 0.406], np.float32), np.array([0.229, 0.224, 0.225], np.float32)


class ImageFolder(Dataset[tuple[torch.Tensor, int]]):
    """Pictures in sub-folders that are named after their classes."""

    def __init__(self, folder: Path, image_size: int) -> None:
        self.image_size = image_size
        self.classes = sorted(one.name for one in folder.iterdir() if one.is_dir() and not one.name.startswith("."))
        self.samples = [
            (file, label) for label, name in enumerate(self.classes) for file in sorted((folder / name).iterdir())
        ]

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
        file, label = self.samples[index]
        with Image.open(file) as picture:
            resized = picture.convert("RGB").resize((self.image_size, self.image_size), Image.Resampling.BILINEAR)
        pixels = (np.asarray(resized, np.float32) / 255 - MEAN) / DEVIATION
        return torch.from_numpy(pixels).permute(2, 0, 1), label


def measure(folder: str, epochs: int, image_size: int) -> dict[str, Any]:
    """Train and return the seconds of each epoch, validation included, and the last validation accuracy."""
    torch.manual_seed(0)
    data = ImageFolder(Path(folder), image_size)
    training, validation = random_split(data, [0.8, 0.2])
    training_batches = DataLoader(training, BATCH_SIZE, shuffle=True, num_workers=WORKERS)
    validation_batches = DataLoader(validation, BATCH_SIZE, num_workers=WORKERS)

    model = ResNet50()
    for parameter in model.parameters():
        parameter.requires_grad = False
    model.fc = nn.Linear(model.fc.in_features, len(data.classes))
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.fc.parameters(), lr=0.001, momentum=0.9)

    seconds, accuracy = [], 0.0
    for _ in range(epochs):
        started = time.monotonic()
        model.train()
        for images, labels in training_batches:
            optimizer.zero_grad()
            loss = criterion(model(images), labels)
            loss.backward()
            optimizer.step()

        model.eval()
        correct = 0
        with torch.no_grad():
            for images, labels in validation_batches:
                correct += int((model(images).argmax(dim=1) == labels).sum())
        accuracy = correct / len(validation)
        seconds.append(time.monotonic() - started)
    return {"seconds": seconds, "val_accuracy": accuracy}
