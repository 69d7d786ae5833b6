"""The glossary: what each word means, in two to four plain sentences. Data only, in the order of the alphabet.

`widgets` are the object names of what a term explains, `kinds` Keras' names of layers, `see` the names of other terms.
"""

from __future__ import annotations

from dataclasses import dataclass

from gui.language.translate import tr


@dataclass(frozen=True)
class Term:
    """One entry. `also` has other words under which people look for it."""

    name: str
    title: str
    text: str
    also: str = ""
    widgets: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    see: tuple[str, ...] = ()

    @property
    def question(self) -> str:
        """What is asked when somebody does not know the word."""
        return tr("What is meant by “{title}”?", title=self.title)


TERMS: tuple[Term, ...] = (
    Term(
        "accuracy", tr("Accuracy"),
        tr("The share of pictures that the model puts into their right class. Only the accuracy on pictures that were "
        "held out tells how good the model will be on new ones. Where one class has many more pictures than "
        "another, look at the measures of each class too."),
        tr("correct percent score"), ("accuracy_plot", "class_metrics"), see=("validation", "confusion", "overfitting"),
    ),
    Term(
        "activation", tr("Activation"),
        tr("What a layer makes of a picture: a stack of small maps, one for each of its channels. A bright place in a "
        "map says that the channel has found there what it looks for. The inspector shows them for a picture of "
        "yours."),
        tr("relu feature map channel"), kinds=("Activation", "ReLU"), see=("convolution", "features"),
    ),
    Term(
        "add", tr("Skip connection"),
        tr("A way around the layers of a block: what went into the block is added to what comes out of it. The block "
        "only has to learn what to change, which is why networks of a hundred layers and more can be trained at all."),
        tr("residual add shortcut"), kinds=("Add",), see=("block", "backbone"),
    ),
    Term(
        "augmentation", tr("Augmentation"),
        tr("Showing the training turned, shifted or mirrored views of each picture, so that it learns what matters "
        "rather than the very pixels. It helps most with few pictures. Each view must be computed, so it costs time."),
        tr("flip rotate views"), ("views", "fresh_views"), see=("overfitting", "features"),
    ),
    Term(
        "backbone", tr("Backbone"),
        tr("The network below the new head, which was trained on the million pictures of ImageNet before. It has "
        "learnt to see edges, textures and parts of things, which is of use for nearly all pictures. Transfer "
        "learning keeps it, or most of it, and replaces only its end."),
        tr("network resnet model pretrained"), ("backbone",), see=("head", "imagenet", "frozen"),
    ),
    Term(
        "batch", tr("Batch"),
        tr("The pictures that are learnt from at once, in one step. Large batches take more memory and make smoother "
        "steps, small ones make more steps in an epoch. Where the memory does not suffice, take fewer."),
        tr("batch size minibatch step"), ("batch_size",), see=("epoch", "learning_rate"),
    ),
    Term(
        "batchnorm", tr("BatchNorm"),
        tr("A layer that brings the numbers passing through it to a common scale, by their mean and their spread. In "
        "training it takes these from each batch and keeps a running average; afterwards it uses the average. In a "
        "network that was trained before, the average comes from a million pictures, and a few of yours would spoil "
        "it: so Frostline leaves BatchNorm frozen even where a block is thawed."),
        tr("batch normalization normalisation statistics"), ("thaw_batch_norm",), ("BatchNormalization",),
        ("frozen", "trainable", "batch"),
    ),
    Term(
        "block", tr("Block"),
        tr("A handful of layers that belong together and are repeated along the network, such as conv4_block3. Several "
        "blocks that work at the same size of picture make up a stage. A block is the natural unit to freeze or "
        "thaw."),
        tr("stage conv"), see=("add", "frozen", "frost_line"),
    ),
    Term(
        "calibration", tr("Calibration"),
        tr("Whether the model is as sure as it is right: of all answers given with 80 %, four in five should be true. "
        "Models are often surer than they should be. The diagram on the Evaluate page shows it; label smoothing "
        "helps."),
        tr("confidence reliability ece"), ("calibration_curve",), see=("confidence", "label_smoothing"),
    ),
    Term(
        "checkpoint", tr("Checkpoint"),
        tr("What a training has learnt so far, kept on the disk while it runs. If the program or the machine stops, "
        "the training goes on from there and ends as it would have."),
        tr("resume crash save"), see=("run", "epoch"),
    ),
    Term(
        "class", tr("Class"),
        tr("One of the kinds that pictures are told apart by. In a data folder each sub-folder is a class, and its "
        "name is the name of the class."),
        tr("label category folder"), ("class_table",), see=("label", "class_weights"),
    ),
    Term(
        "class_weights", tr("Class weights"),
        tr("Count each picture of a rare class for more, so that a class with few pictures weighs as much in training "
        "as one with many. Without them a model may do well by ignoring the rare class."),
        tr("imbalance rare balanced"), ("use_class_weights", "class_weights"), see=("class", "accuracy"),
    ),
    Term(
        "confidence", tr("Confidence"),
        tr("How sure the model is of its answer: the share that it gives to the class, all classes together making 100 "
        "%. It only chooses among the classes that it knows, so it may be sure of a picture that belongs to none of "
        "them."),
        tr("probability sure softmax bars"), ("prediction_bars",), see=("calibration", "unlike"),
    ),
    Term(
        "confusion", tr("Confusion matrix"),
        tr("A table with a row for what pictures are and a column for what they were called. What stands on the "
        "diagonal is right; a large number elsewhere tells which two classes are mixed up. Choose a cell to see its "
        "pictures."),
        tr("mistakes errors table"), ("confusion_matrix", "mistake_gallery"), see=("accuracy", "label"),
    ),
    Term(
        "convolution", tr("Convolution"),
        tr("A layer that slides small patterns, its filters, over the picture and notes where each of them fits. The "
        "first ones find edges and colours, later ones textures and parts, the last ones whole things."),
        tr("conv2d filter kernel"), kinds=("Conv2D", "DepthwiseConv2D", "SeparableConv2D"), see=("activation", "block"),
    ),
    Term(
        "dropout", tr("Dropout"),
        tr("Leaves out a random part of the features at each step of the training, so that the head can't lean on a "
        "few of them. Use it when the validation falls behind the training. It does nothing when the model is used."),
        tr("regularization"), ("dropout",), ("Dropout",), ("overfitting", "head"),
    ),
    Term(
        "early_stopping", tr("Early stopping"),
        tr("Ends the training when it has not got better on the held-out pictures for so many epochs. The best epoch "
        "is kept in any case."),
        tr("patience"), ("early_stopping",), see=("epoch", "validation", "overfitting"),
    ),
    Term(
        "epoch", tr("Epoch"),
        tr("One pass of the training through all pictures. A new head usually needs ten to thirty of them; more don't "
        "harm, since the best epoch is kept."),
        tr("pass rounds"), ("epochs", "more_epochs", "training_progress"),
        see=("batch", "early_stopping", "overfitting"),
    ),
    Term(
        "export", tr("Export"),
        tr("The trained model in a file that other programs open, with everything inside that it needs: it takes the "
        "colours of a picture as they are. Which format suits depends on where it is to run: ONNX nearly "
        "everywhere, LiteRT on telephones, .keras in Python."),
        tr("onnx litert tflite savedmodel openvino"), ("export_format", "export_button", "page_export"), see=("run",),
    ),
    Term(
        "features", tr("Features"),
        tr("The numbers in which the frozen part of the network describes a picture; 2,048 of them for ResNet50. As "
        "what is frozen does not change, they are computed once for each picture and kept. That is why an epoch of "
        "the head takes moments here."),
        tr("embedding store extraction vector"), ("feature_dtype", "engine", "feature_store"),
        ("GlobalAveragePooling2D",),
        ("frost_line", "head", "backbone"),
    ),
    Term(
        "frost_line", tr("Frost line"),
        tr("The place in the network below which every layer is frozen. All that lies below it is computed once for "
        "each picture; only what lies above is trained. Moving it down lets more layers learn and makes an epoch "
        "slower."),
        tr("cut depth line"), ("layer_map", "frost_line", "page_layers"), see=("frozen", "features", "trainable"),
    ),
    Term(
        "frozen", tr("Frozen"),
        tr("A frozen layer keeps the weights that it had: the training does not change them. Freeze what is useful as "
        "it is, which with few pictures is the whole backbone. It trains faster, needs less memory, and can't "
        "forget what it learnt on ImageNet."),
        tr("freeze snowflake trainable false"), ("freeze_preset", "freeze_spec", "layer_tree"),
        see=("trainable", "frost_line", "batchnorm"),
    ),
    Term(
        "head", tr("Head"),
        tr("The new end of the network, which turns features into your classes. It begins with random weights and is "
        "always trained. A single Dense layer does for most tasks; hidden units help where classes are hard to tell "
        "apart."),
        tr("dense classifier top"), ("hidden", "head_first"), ("Dense", tr("New classes")), ("features", "backbone"),
    ),
    Term(
        "heat_map", tr("Heat map"),
        tr("The places of a picture that speak for a class, coloured by how much (Grad-CAM). If they lie beside the "
        "thing itself, the model may have learnt the background instead."),
        tr("grad-cam explanation why"), ("explanation_view", "explain_answer"), see=("confidence", "activation"),
    ),
    Term(
        "imagenet", tr("ImageNet"),
        tr("A collection of more than a million photographs of a thousand kinds of things. Networks trained on it are "
        "where transfer learning starts. Random weights in their place transfer nothing, and give worse results."),
        tr("weights pretrained"), ("weights_choice",), see=("backbone", "transfer"),
    ),
    Term(
        "label", tr("Label"),
        tr("The class that a picture is said to be. A wrong label teaches the model something false and is counted "
        "against it. The Evaluate page names labels that may be wrong; you decide."),
        tr("annotation suspect wrong"), ("suspect_gallery", "relabel_class"), see=("class", "confusion"),
    ),
    Term(
        "label_smoothing", tr("Label smoothing"),
        tr("Spreads a small part of each label over all classes, so that the model is never asked to be entirely sure. "
        "It often makes the model's confidence more honest."),
        "", ("label_smoothing",), see=("calibration", "label"),
    ),
    Term(
        "learning_rate", tr("Learning rate"),
        tr("How far each step of the training goes. Too high, and the loss jumps about; too low, and nothing seems to "
        "happen. Thawed layers want about a tenth of what a new head does. Find… tries rates and proposes one."),
        tr("step size lr"), ("learning_rate", "find_learning_rate", "schedule"), see=("optimizer", "loss"),
    ),
    Term(
        "loss", tr("Loss"),
        tr("What the training makes small: how far the answers are from the labels, surer wrong answers counting more. "
        "It should fall. When it falls for the training but rises for the held-out pictures, the model overfits."),
        tr("cross-entropy error curve"), ("loss_plot",), see=("accuracy", "overfitting"),
    ),
    Term(
        "movement", tr("Movement"),
        tr("How far the weights of a layer went in training, compared with their own size. A frozen layer must not "
        "move at all, which is checked after each training. Thawed layers near the head usually move most."),
        tr("delta weights change"), ("show_movement", "movement_epoch"), see=("trainable", "frozen"),
    ),
    Term(
        "optimizer", tr("Optimizer"),
        tr("The rule that turns what was wrong into a step of the weights. Adam suits most trainings; SGD is plainer "
        "and wants its learning rate chosen with more care."),
        tr("adam sgd adamw"), ("optimizer",), see=("learning_rate", "weight_decay"),
    ),
    Term(
        "overfitting", tr("Overfitting"),
        tr("Learning the training pictures by heart instead of what they have in common. It shows when the validation "
        "falls behind the training. More pictures, augmentation, dropout, or fewer thawed layers help."),
        tr("memorize generalize"), see=("validation", "augmentation", "dropout", "frozen"),
    ),
    Term(
        "pooling", tr("Pooling"),
        tr("A layer that makes maps smaller by keeping the largest or the mean of each neighbourhood. The last one "
        "takes the mean of each whole map, and so makes features of it."),
        tr("maxpool average"), kinds=("MaxPooling2D", "AveragePooling2D"), see=("features", "activation"),
    ),
    Term(
        "run", tr("Run"),
        tr("One training with all that came of it: the model, its settings, its curves and which pictures were held "
        "out, in a folder of its own. Evaluate, Predict and Export work with the run in use."),
        tr("experiment folder model"), ("run_table", "run_name"), see=("checkpoint", "export"),
    ),
    Term(
        "seed", tr("Seed"),
        tr("The number from which everything random is drawn: the held-out pictures, the order, the first weights of "
        "the head. The same seed gives the same training again."),
        tr("random repeat"), ("seed",), see=("split",),
    ),
    Term(
        "split", tr("Split"),
        tr("How the pictures are divided into those that are learnt from and those that are held out to validate with. "
        "Pictures that look alike stay on one side, since the model would otherwise be tested on what it has seen."),
        tr("held out validation train test"), ("validation_split", "validation_folder"), see=("validation", "seed"),
    ),
    Term(
        "trainable", tr("Trainable"),
        tr("A trainable, or thawed, layer changes its weights in training. Thaw blocks near the head when your "
        "pictures are unlike ordinary photographs and you have some hundreds of each class. The more is thawed, the "
        "more pictures and the more time it takes."),
        tr("thaw flame unfreeze fine-tuning"), ("accept_plan",), see=("frozen", "frost_line", "learning_rate"),
    ),
    Term(
        "transfer", tr("Transfer learning"),
        tr("Using what a network learnt from one task for another: its backbone is kept, and only a new head, and "
        "perhaps the blocks next to it, are trained. So some dozens of pictures of each class are enough where "
        "training from scratch would want many thousands."),
        tr("fine-tuning"), ("start_training", "page_train", "compare_with_scratch"), see=("backbone", "head", "frozen"),
    ),
    Term(
        "unlike", tr("Unlike the training images"),
        tr("The picture lies farther from all training images than nearly all held-out ones do. The model still names "
        "a class, but has seen nothing of the kind: don't rely on the answer."),
        tr("unknown outlier out of distribution"), ("unlike_beyond", "only_unlike"), see=("confidence", "features"),
    ),
    Term(
        "validation", tr("Validation"),
        tr("Measuring the model, after each epoch, on pictures that were held out. It never learns from these, so the "
        "numbers tell how it does on what is new to it. The epoch that does best here is the one that is kept."),
        tr("held out test"), ("page_evaluate", "start_evaluation"), see=("split", "overfitting", "accuracy"),
    ),
    Term(
        "weight_decay", tr("Weight decay"),
        tr("Draws the weights a little towards zero at each step, which keeps the model simple. It works against "
        "overfitting."),
        tr("l2 regularization"), ("weight_decay",), see=("overfitting", "optimizer"),
    ),
    Term(
        "weights", tr("Weights"),
        tr("The numbers inside a network that training changes; ResNet50 has some 24 million. They are all that a "
        "network has learnt. Parameters is another word for them."),
        tr("parameters"), ("layer_inspector", "weights_file"), see=("frozen", "movement", "imagenet"),
    ),
)  # fmt: skip
