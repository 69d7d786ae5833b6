"""ResNet50 in plain torch.nn, layer by layer that of torchvision, for machines that have torch alone."""

from __future__ import annotations

import torch
from torch import nn

_BLOCKS = ((64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2))
_EXPANSION = 4


class Bottleneck(nn.Module):
    """A residual block of three convolutions; `down` brings the input to the output's shape where they differ."""

    def __init__(self, channels_in: int, width: int, stride: int) -> None:
        super().__init__()
        channels_out = width * _EXPANSION
        self.body = nn.Sequential(
            nn.Conv2d(channels_in, width, 1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
            nn.Conv2d(width, width, 3, stride=stride, padding=1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
            nn.Conv2d(width, channels_out, 1, bias=False),
            nn.BatchNorm2d(channels_out),
        )
        self.down: nn.Module = nn.Identity()
        if stride != 1 or channels_in != channels_out:
            self.down = nn.Sequential(
                nn.Conv2d(channels_in, channels_out, 1, stride=stride, bias=False), nn.BatchNorm2d(channels_out)
            )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(n, in, h, w) -> (n, out, h / stride, w / stride)."""
        return torch.relu(self.body(x) + self.down(x))


class ResNet50(nn.Module):
    """The network with its last layer `fc` for 1000 classes: (n, 3, s, s) -> (n, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False),
            nn.BatchNorm2d(64),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(3, stride=2, padding=1),
        )
        blocks: list[nn.Module] = []
        channels = 64
        for width, count, first_stride in _BLOCKS:
            for number in range(count):
                blocks.append(Bottleneck(channels, width, first_stride if number == 0 else 1))
                channels = width * _EXPANSION
        self.blocks = nn.Sequential(*blocks)
        self.fc = nn.Linear(channels, 1000)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return scores of the classes."""
        features = self.blocks(self.stem(x)).mean(dim=(2, 3))
        scores: torch.Tensor = self.fc(features)
        return scores
