"""Which of the two workers answers which request, and how the status bar calls what the trainer does."""

from __future__ import annotations

from enum import Enum

from core import messages
from core.messages import Request
from gui.language.translate import tr


class Route(Enum):
    """A worker: the trainer has the network; the viewer never makes a person wait for a training."""

    TRAINER = "trainer"
    VIEWER = "viewer"


ROUTES: dict[type[Request], Route] = {
    messages.Train: Route.TRAINER,
    messages.FindLearningRate: Route.TRAINER,
    messages.ExtractToStore: Route.TRAINER,
    messages.Export: Route.TRAINER,
    messages.DescribeNetwork: Route.TRAINER,
    messages.DescribeMachine: Route.TRAINER,
    messages.Evaluate: Route.TRAINER,
    messages.SaveReport: Route.TRAINER,
    messages.Calibrate: Route.TRAINER,
    messages.KeepReference: Route.TRAINER,
    messages.InspectLayer: Route.VIEWER,
    messages.ScanFolder: Route.VIEWER,
    messages.SeeToLeftovers: Route.VIEWER,
    messages.SaveProjectAs: Route.VIEWER,
    messages.DrawSamplePictures: Route.VIEWER,
    messages.MakeThumbnails: Route.VIEWER,
    messages.PrepareWeights: Route.VIEWER,
    messages.Predict: Route.VIEWER,
    messages.CompareRuns: Route.VIEWER,
    messages.Explain: Route.VIEWER,
    messages.DescribeBackends: Route.VIEWER,
    messages.WarmUp: Route.VIEWER,
}

#: What the status bar says while the trainer is at a request.
TRAINER_PHRASES: dict[type[Request], str] = {
    messages.Train: tr("Training"),
    messages.FindLearningRate: tr("Trying learning rates"),
    messages.ExtractToStore: tr("Extracting on the cluster"),
    messages.Export: tr("Exporting"),
    messages.DescribeNetwork: tr("Reading the network"),
    messages.DescribeMachine: tr("Looking at this machine"),
    messages.Evaluate: tr("Evaluating"),
    messages.SaveReport: tr("Writing the report"),
    messages.Calibrate: tr("Measuring this machine"),
    messages.KeepReference: tr("Noting what pictures are compared with"),
}
