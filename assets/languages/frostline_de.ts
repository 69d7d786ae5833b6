<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>gui</name>
        <message>
            <source>The freeze plan was saved as {file}.</source>
            <translation>Der Frostplan wurde als {file} gespeichert.</translation>
        </message>
        <message>
            <source>Choose your settings anew.</source>
            <translation>Einstellungen bitte neu wählen.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Being asked…</source>
            <translation>Wird abgefragt…</translation>
        </message>
        <message>
            <source>Recommended here</source>
            <translation>Hier empfohlen</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>In Gebrauch</translation>
        </message>
        <message>
            <source>Both workers start again on {backend_title}, which takes some seconds. Everything shown stays.</source>
            <translation>Beide Arbeitsprozesse starten neu mit {backend_title}; das dauert einige Sekunden. Alles Angezeigte bleibt.</translation>
        </message>
        <message>
            <source>{variable}={forced_backend} is set where Frostline was started, and decides. Unset it and start Frostline again to choose here.</source>
            <translation>{variable}={forced_backend} ist dort gesetzt, wo Frostline gestartet wurde, und gilt. Um hier zu wählen, die Variable entfernen und Frostline neu starten.</translation>
        </message>
        <message>
            <source>{work_under_way}: the backend can be changed when that has ended, or was stopped.</source>
            <translation>{work_under_way}: Das Backend lässt sich ändern, sobald das beendet oder gestoppt ist.</translation>
        </message>
        <message>
            <source>It does not start: {value}.</source>
            <translation>Startet nicht: {value}.</translation>
        </message>
        <message>
            <source>Not installed.</source>
            <translation>Nicht installiert.</translation>
        </message>
        <message>
            <source>, {memory_bytes:,.0f} GB</source>
            <translation>, {memory_bytes:,.0f} GB</translation>
        </message>
        <message>
            <source>The framework that Keras computes with. A run made with one opens, predicts and goes on with another; features are computed once for each.</source>
            <translation>Das Framework, mit dem Keras rechnet. Ein Lauf, der mit einem entstand, lässt sich mit einem anderen öffnen, anwenden und fortsetzen; Merkmale werden für jedes einmal berechnet.</translation>
        </message>
        <message>
            <source>Also while a model is evaluated or exported. The screen may turn off; a lid that is closed still suspends.</source>
            <translation>Auch während ein Modell ausgewertet oder exportiert wird. Der Bildschirm darf sich abschalten; beim Zuklappen geht der Rechner trotzdem in Bereitschaft.</translation>
        </message>
        <message>
            <source>After more than ten seconds, while you use another program.</source>
            <translation>Nach mehr als zehn Sekunden, während ein anderes Programm im Vordergrund ist.</translation>
        </message>
        <message>
            <source>&amp;Notify me when long work ends</source>
            <translation>Benachrichtigen, wenn lange Arbeiten &amp;enden</translation>
        </message>
        <message>
            <source>&amp;Keep the computer awake while training</source>
            <translation>Computer beim Training &amp;wach halten</translation>
        </message>
        <message>
            <source>Look &amp;again</source>
            <translation>Erneut &amp;prüfen</translation>
        </message>
        <message>
            <source>&amp;Use</source>
            <translation>&amp;Verwenden</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Schließen</translation>
        </message>
        <message>
            <source>&amp;Use {backend_title}</source>
            <translation>{backend_title} &amp;verwenden</translation>
        </message>
        <message>
            <source>Backend</source>
            <translation>Backend</translation>
        </message>
        <message>
            <source>While you do something else</source>
            <translation>Während Sie etwas anderes tun</translation>
        </message>
        <message>
            <source>Other machines</source>
            <translation>Andere Rechner</translation>
        </message>
        <message>
            <source>A Ray cluster computes the features of many pictures faster than this computer. Its nodes must see the folder of the pictures under the same path. Leave it empty to compute here.</source>
            <translation>Ein Ray-Cluster berechnet die Merkmale vieler Bilder schneller als dieser Rechner. Seine Knoten müssen den Ordner der Bilder unter demselben Pfad sehen. Leer lassen, um hier zu rechnen.</translation>
        </message>
        <message>
            <source>Address of the cluster</source>
            <translation>Adresse des Clusters</translation>
        </message>
        <message>
            <source>HOST:PORT, or auto</source>
            <translation>HOST:PORT oder auto</translation>
        </message>
        <message>
            <source>C&amp;luster address</source>
            <translation>Adresse des C&amp;lusters</translation>
        </message>
        <message>
            <source>Extract on the cluster…</source>
            <translation>Auf dem Cluster berechnen…</translation>
        </message>
        <message>
            <source>Compute here</source>
            <translation>Hier berechnen</translation>
        </message>
        <message>
            <source>Take the features of this computer again, and not those of the store</source>
            <translation>Wieder die Merkmale dieses Rechners nehmen, nicht die des Speichers</translation>
        </message>
        <message>
            <source>Compute the features of many pictures on the machines of a Ray cluster, into a store</source>
            <translation>Die Merkmale vieler Bilder auf den Rechnern eines Ray-Clusters berechnen, in einen Speicher</translation>
        </message>
        <message>
            <source>Features from {store}</source>
            <translation>Merkmale aus {store}</translation>
        </message>
        <message>
            <source>1 node</source>
            <translation>1 Knoten</translation>
        </message>
        <message>
            <source>{count:,} nodes</source>
            <translation>{count:,} Knoten</translation>
        </message>
        <message>
            <source>1 worker</source>
            <translation>1 Arbeitsprozess</translation>
        </message>
        <message>
            <source>{count:,} workers</source>
            <translation>{count:,} Arbeitsprozesse</translation>
        </message>
        <message>
            <source>{nodes}, {workers}, {pace:,.0f} images/s</source>
            <translation>{nodes}, {workers}, {pace:,.0f} Bilder/s</translation>
        </message>
        <message>
            <source>1 image</source>
            <translation>1 Bild</translation>
        </message>
        <message>
            <source>{count:,} images</source>
            <translation>{count:,} Bilder</translation>
        </message>
        <message>
            <source>{images}: {computed:,} computed, {there:,} were there</source>
            <translation>{images}: {computed:,} berechnet, {there:,} waren schon da</translation>
        </message>
        <message>
            <source>; {problems:,} can't be used</source>
            <translation>; {problems:,} sind unbrauchbar</translation>
        </message>
        <message>
            <source>Each node reads the pictures and computes what lies below the frost line, as this computer would, into the store. Both must be where all nodes see them under the same path. What the store has is not computed again.</source>
            <translation>Jeder Knoten liest Bilder und berechnet wie dieser Rechner, was unter der Frostgrenze liegt, in den Speicher. Beide müssen dort liegen, wo alle Knoten sie unter demselben Pfad sehen. Was der Speicher schon hat, wird nicht noch einmal berechnet.</translation>
        </message>
        <message>
            <source>Extract on the cluster</source>
            <translation>Auf dem Cluster berechnen</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
        <message>
            <source>Extract</source>
            <translation>Berechnen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Train from it</source>
            <translation>Damit trainieren</translation>
        </message>
        <message>
            <source>On the cluster at {address}</source>
            <translation>Auf dem Cluster {address}</translation>
        </message>
        <message>
            <source>Where the store is</source>
            <translation>Ort des Speichers</translation>
        </message>
        <message>
            <source>&amp;Store</source>
            <translation>&amp;Speicher</translation>
        </message>
        <message>
            <source>The extraction was stopped; what is computed is kept</source>
            <translation>Die Berechnung wurde gestoppt; was berechnet ist, bleibt</translation>
        </message>
        <message>
            <source>The extraction failed; what is computed is kept</source>
            <translation>Die Berechnung ist fehlgeschlagen; was berechnet ist, bleibt</translation>
        </message>
        <message>
            <source>Choose where the store is</source>
            <translation>Ort des Speichers wählen</translation>
        </message>
        <message>
            <source>Progress of the extraction</source>
            <translation>Fortschritt der Berechnung</translation>
        </message>
        <message>
            <source>This can't be done right now.</source>
            <translation>Das geht gerade nicht.</translation>
        </message>
        <message>
            <source>Enter does it  ·  Up and Down choose  ·  Esc closes</source>
            <translation>Eingabe führt aus  ·  Hoch und Runter wählen  ·  Esc schließt</translation>
        </message>
        <message>
            <source>Nothing is called that. Try other words: a menu, a layer, a run.</source>
            <translation>Nichts heißt so. Andere Wörter versuchen: ein Menü, eine Schicht, einen Lauf.</translation>
        </message>
        <message>
            <source>Command search</source>
            <translation>Befehlssuche</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <source>Search for a command</source>
            <translation>Befehl suchen</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>Was möchten Sie tun?</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Filter the shortcuts</source>
            <translation>Tastenkürzel filtern</translation>
        </message>
        <message>
            <source>Filter by words or by keys: train, Ctrl+Shift</source>
            <translation>Nach Wörtern oder Tasten filtern: Training, Strg+Umschalt</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Block</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>Go to {name}</source>
            <translation>Gehe zu {name}</translation>
        </message>
        <message>
            <source>Layers · {kind}</source>
            <translation>Schichten · {kind}</translation>
        </message>
        <message>
            <source>Use the run {name}</source>
            <translation>Lauf {name} verwenden</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>Läufe</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>Überall</translation>
        </message>
        <message>
            <source>Tab, Shift+Tab</source>
            <translation>Tab, Umschalt+Tab</translation>
        </message>
        <message>
            <source>Go to the next control, or the one before</source>
            <translation>Zum nächsten oder vorigen Bedienelement</translation>
        </message>
        <message>
            <source>Alt with a letter</source>
            <translation>Alt mit einem Buchstaben</translation>
        </message>
        <message>
            <source>Open the menu, or press what has that letter underlined</source>
            <translation>Das Menü öffnen oder das Element auslösen, dessen Buchstabe unterstrichen ist</translation>
        </message>
        <message>
            <source>F6, Shift+F6</source>
            <translation>F6, Umschalt+F6</translation>
        </message>
        <message>
            <source>Go to the next part of the Data page, or the one before</source>
            <translation>Zum nächsten oder vorigen Teil der Seite „Daten“</translation>
        </message>
        <message>
            <source>Up, Down, Enter, Esc</source>
            <translation>Hoch, Runter, Eingabe, Esc</translation>
        </message>
        <message>
            <source>Choose a command, carry it out, close</source>
            <translation>Befehl wählen, ausführen, schließen</translation>
        </message>
        <message>
            <source>Layer map</source>
            <translation>Schichtkarte</translation>
        </message>
        <message>
            <source>Up, Down</source>
            <translation>Hoch, Runter</translation>
        </message>
        <message>
            <source>Go to the block above or below; with Shift they are added to the selection</source>
            <translation>Zum Block darüber oder darunter; mit Umschalt kommt er zur Auswahl hinzu</translation>
        </message>
        <message>
            <source>Right, Left</source>
            <translation>Rechts, Links</translation>
        </message>
        <message>
            <source>Go into a block, or out of it</source>
            <translation>In einen Block hinein oder hinaus</translation>
        </message>
        <message>
            <source>Alt+Up, Alt+Down</source>
            <translation>Alt+Hoch, Alt+Runter</translation>
        </message>
        <message>
            <source>Move the frost line by a block</source>
            <translation>Frostgrenze um einen Block verschieben</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Leertaste</translation>
        </message>
        <message>
            <source>Freeze or thaw what is selected</source>
            <translation>Auswahl einfrieren oder auftauen</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Show the layers of a block</source>
            <translation>Schichten eines Blocks zeigen</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Alles auswählen</translation>
        </message>
        <message>
            <source>Layer tree</source>
            <translation>Schichtbaum</translation>
        </message>
        <message>
            <source>Freeze or thaw the selected rows</source>
            <translation>Ausgewählte Zeilen einfrieren oder auftauen</translation>
        </message>
        <message>
            <source>Unfold or fold a stage or a block</source>
            <translation>Stufe oder Block auf- oder zuklappen</translation>
        </message>
        <message>
            <source>Pictures on the Data page</source>
            <translation>Bilder auf der Seite „Daten“</translation>
        </message>
        <message>
            <source>Count the selected pictures as another class</source>
            <translation>Ausgewählte Bilder zu einer anderen Klasse zählen</translation>
        </message>
        <message>
            <source>Galleries of pictures</source>
            <translation>Bildergalerien</translation>
        </message>
        <message>
            <source>Show why a picture is called what it is, or open it</source>
            <translation>Zeigen, warum ein Bild so eingestuft wird, oder es öffnen</translation>
        </message>
        <message>
            <source>Pictures on the Predict page</source>
            <translation>Bilder auf der Seite „Vorhersage“</translation>
        </message>
        <message>
            <source>1 to 9</source>
            <translation>1 bis 9</translation>
        </message>
        <message>
            <source>Say which class a picture really has</source>
            <translation>Sagen, zu welcher Klasse ein Bild wirklich gehört</translation>
        </message>
        <message>
            <source>Progress of the check</source>
            <translation>Fortschritt der Prüfung</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel the check of the folder</source>
            <translation>Prüfung des Ordners abbrechen</translation>
        </message>
        <message>
            <source>Cancel (Esc)</source>
            <translation>Abbrechen (Esc)</translation>
        </message>
        <message>
            <source>Can't be used</source>
            <translation>Unbrauchbar</translation>
        </message>
        <message>
            <source>To know</source>
            <translation>Hinweise</translation>
        </message>
        <message>
            <source>Duplicates</source>
            <translation>Duplikate</translation>
        </message>
        <message>
            <source>What the check of the folder found</source>
            <translation>Was die Prüfung des Ordners ergab</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Unusable</source>
            <translation>Unbrauchbar</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>The sub-folder's name: what the model will answer</source>
            <translation>Der Name des Unterordners: die spätere Antwort des Modells</translation>
        </message>
        <message>
            <source>Pictures to learn from</source>
            <translation>Bilder, aus denen gelernt wird</translation>
        </message>
        <message>
            <source>Files that are left out; the table beside says why</source>
            <translation>Dateien, die ausgelassen werden; die Tabelle daneben sagt, warum</translation>
        </message>
        <message>
            <source>Part of all images. Very uneven classes teach the model to guess the large ones</source>
            <translation>Anteil an allen Bildern. Sehr ungleiche Klassen verleiten das Modell dazu, die großen zu raten</translation>
        </message>
        <message>
            <source>Move {number} to the trash?</source>
            <translation>{number} in den Papierkorb verschieben?</translation>
        </message>
        <message>
            <source>Count as another class</source>
            <translation>Zu anderer Klasse zählen</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Auslassen</translation>
        </message>
        <message>
            <source>Include again</source>
            <translation>Wieder aufnehmen</translation>
        </message>
        <message>
            <source>Move to trash…</source>
            <translation>In den Papierkorb…</translation>
        </message>
        <message>
            <source>Rename or move on disk…</source>
            <translation>Datei umbenennen/verschieben…</translation>
        </message>
        <message>
            <source>New class…</source>
            <translation>Neue Klasse…</translation>
        </message>
        <message>
            <source>{count:,} pictures</source>
            <translation>{count:,} Bilder</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>In den Papierkorb</translation>
        </message>
        <message>
            <source>The files leave the folder. To keep them and not learn from them, leave them out.</source>
            <translation>Die Dateien verschwinden aus dem Ordner. Um sie zu behalten, aber nicht daraus zu lernen, genügt „Auslassen“.</translation>
        </message>
        <message>
            <source>Type a class…</source>
            <translation>Klasse eingeben…</translation>
        </message>
        <message>
            <source>Another class</source>
            <translation>Andere Klasse</translation>
        </message>
        <message>
            <source>The pictures count as members of the class:</source>
            <translation>Die Bilder zählen zu dieser Klasse:</translation>
        </message>
        <message>
            <source>Rename or move on disk</source>
            <translation>Datei umbenennen/verschieben</translation>
        </message>
        <message>
            <source>Its name inside {name}. The file itself is renamed or moved:</source>
            <translation>Name innerhalb von {name}. Die Datei selbst wird umbenannt oder verschoben:</translation>
        </message>
        <message>
            <source>leave out {pictures}</source>
            <translation>{pictures} auslassen</translation>
        </message>
        <message>
            <source>include {pictures} again</source>
            <translation>{pictures} wieder aufnehmen</translation>
        </message>
        <message>
            <source>keep the class of {pictures}</source>
            <translation>{pictures} in der Klasse lassen</translation>
        </message>
        <message>
            <source>count {pictures} as {class_name}</source>
            <translation>{pictures} zu {class_name} zählen</translation>
        </message>
        <message>
            <source>add {pictures} to {class_name}</source>
            <translation>{pictures} zu {class_name} hinzufügen</translation>
        </message>
        <message>
            <source>move {pictures} to the trash</source>
            <translation>{pictures} in den Papierkorb verschieben</translation>
        </message>
        <message>
            <source>rename {pictures}</source>
            <translation>{pictures} umbenennen</translation>
        </message>
        <message>
            <source>{count:,} pictures can't be moved to the trash, such as {file}{why}.</source>
            <translation>{count:,} Bilder lassen sich nicht in den Papierkorb verschieben, etwa {file}{why}.</translation>
        </message>
        <message>
            <source>{file} can't be moved to the trash{why}.</source>
            <translation>{file} lässt sich nicht in den Papierkorb verschieben{why}.</translation>
        </message>
        <message>
            <source>They stay where they are. Leave them out (Del) so that nothing is learnt from them; on a disk without a trash, delete them in your file manager.</source>
            <translation>Sie bleiben, wo sie sind. Mit „Auslassen“ (Entf) wird nicht daraus gelernt; auf einem Datenträger ohne Papierkorb in der Dateiverwaltung löschen.</translation>
        </message>
        <message>
            <source>1 picture</source>
            <translation>1 Bild</translation>
        </message>
        <message>
            <source>It stays where it is. Leave it out (Del) so that nothing is learnt from it; on a disk without a trash, delete it in your file manager.</source>
            <translation>Es bleibt, wo es ist. Mit „Auslassen“ (Entf) wird nicht daraus gelernt; auf einem Datenträger ohne Papierkorb in der Dateiverwaltung löschen.</translation>
        </message>
        <message>
            <source>There is a file {new} already.</source>
            <translation>Es gibt schon eine Datei {new}.</translation>
        </message>
        <message>
            <source>Choose another name, or move that file out of the way.</source>
            <translation>Einen anderen Namen wählen oder jene Datei woanders ablegen.</translation>
        </message>
        <message>
            <source>Nothing was changed. See that the file is still there, and that you may write to {parent}.</source>
            <translation>Nichts wurde geändert. Ist die Datei noch da, und darf in {parent} geschrieben werden?</translation>
        </message>
        <message>
            <source>{file} can't be moved to {new} ({strerror}).</source>
            <translation>{file} lässt sich nicht nach {new} verschieben ({strerror}).</translation>
        </message>
        <message>
            <source>Nothing is learnt from the others, nor measured on them. The files stay; Undo helps.</source>
            <translation>Aus den übrigen wird weder gelernt noch an ihnen gemessen. Die Dateien bleiben; „Rückgängig“ hilft.</translation>
        </message>
        <message>
            <source>Count all as</source>
            <translation>Alle zählen zu</translation>
        </message>
        <message>
            <source>Count all pictures of the group in one class</source>
            <translation>Alle Bilder der Gruppe zu einer Klasse zählen</translation>
        </message>
        <message>
            <source>the first</source>
            <translation>dem ersten</translation>
        </message>
        <message>
            <source>Leave out all but {which}</source>
            <translation>Alle außer {which} auslassen</translation>
        </message>
        <message>
            <source>Leave out all pictures of the group but {which}</source>
            <translation>Alle Bilder der Gruppe außer {which} auslassen</translation>
        </message>
        <message>
            <source>the selected one</source>
            <translation>dem ausgewählten</translation>
        </message>
        <message>
            <source>those selected</source>
            <translation>den ausgewählten</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <source>In</source>
            <translation>In</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>Alle Gruppen</translation>
        </message>
        <message>
            <source>In several classes</source>
            <translation>In mehreren Klassen</translation>
        </message>
        <message>
            <source>Exact copies</source>
            <translation>Exakte Kopien</translation>
        </message>
        <message>
            <source>Look alike</source>
            <translation>Sehen gleich aus</translation>
        </message>
        <message>
            <source>They are kept on one side of the split, so that no picture is tested with that was learnt from;</source>
            <translation>Sie bleiben auf einer Seite der Aufteilung, damit mit keinem Bild geprüft wird, aus dem gelernt wurde;</translation>
        </message>
        <message>
            <source>These {count:,} pictures of {names} look alike, as one that was saved twice does.</source>
            <translation>Diese {count:,} Bilder von {names} sehen gleich aus, wie ein zweimal gespeichertes Bild.</translation>
        </message>
        <message>
            <source>{alike} {kept} if they show the same, it counts {count:,} times in training.</source>
            <translation>{alike} {kept} zeigen sie dasselbe, zählt es im Training {count:,}-mal.</translation>
        </message>
        <message>
            <source>{names} and {names_2}</source>
            <translation>{names} und {names_2}</translation>
        </message>
        <message>
            <source>These look alike, yet they are in {where}. All but one are wrong if they show the same.</source>
            <translation>Diese sehen gleich aus, sind aber in {where}. Zeigen sie dasselbe, ist höchstens eine Klasse richtig.</translation>
        </message>
        <message>
            <source>The same picture is {count:,} times in {names}. {kept} still it counts {count:,} times in training.</source>
            <translation>Dasselbe Bild ist {count:,}-mal in {names}. {kept} dennoch zählt es im Training {count:,}-mal.</translation>
        </message>
        <message>
            <source>The same picture is in {where}: at most one is right, and the model is taught all of them.</source>
            <translation>Dasselbe Bild ist in {where}: Höchstens eine Klasse ist richtig, doch das Modell lernt sie alle.</translation>
        </message>
        <message>
            <source>Which duplicates are shown</source>
            <translation>Welche Duplikate gezeigt werden</translation>
        </message>
        <message>
            <source>Pictures that are there more than once</source>
            <translation>Bilder, die es mehrfach gibt</translation>
        </message>
        <message>
            <source>Pictures of the selected group</source>
            <translation>Bilder der ausgewählten Gruppe</translation>
        </message>
        <message>
            <source>Open {folder} again</source>
            <translation>{folder} wieder öffnen</translation>
        </message>
        <message>
            <source>Try it with sample pictures</source>
            <translation>Mit Beispielbildern ausprobieren</translation>
        </message>
        <message>
            <source>Draws 200 pictures of four classes on this machine and opens them</source>
            <translation>Zeichnet auf diesem Rechner 200 Bilder in vier Klassen und öffnet sie</translation>
        </message>
        <message>
            <source>Drop a folder of pictures here</source>
            <translation>Ordner mit Bildern hier ablegen</translation>
        </message>
        <message>
            <source>Each sub-folder is a class, and its name is what the model will answer.</source>
            <translation>Jeder Unterordner ist eine Klasse; sein Name ist die spätere Antwort des Modells.</translation>
        </message>
        <message>
            <source>Opened before:</source>
            <translation>Zuletzt geöffnet:</translation>
        </message>
        <message>
            <source>{} classes have one image only.</source>
            <translation>{} Klassen haben nur ein Bild.</translation>
        </message>
        <message>
            <source>{} files are of another format than their names say.</source>
            <translation>{} Dateien haben ein anderes Format, als ihr Name sagt.</translation>
        </message>
        <message>
            <source>{} pictures are in more than one class.</source>
            <translation>{} Bilder sind in mehr als einer Klasse.</translation>
        </message>
        <message>
            <source>With class weights, pictures of small classes count for more in training; or add pictures to these.</source>
            <translation>Mit Klassengewichten zählen Bilder kleiner Klassen im Training mehr; oder diesen Klassen Bilder hinzufügen.</translation>
        </message>
        <message>
            <source>{count:,} things stand in the way of training.</source>
            <translation>{count:,} Dinge verhindern das Training.</translation>
        </message>
        <message>
            <source>A small file can claim any size and fill the memory: raise the limit only for pictures that you trust.</source>
            <translation>Eine kleine Datei kann jede Größe angeben und den Speicher füllen: Die Grenze nur für Bilder anheben, denen Sie vertrauen.</translation>
        </message>
        <message>
            <source>Pictures of up to {pixel_limit:,.0f} million pixels are allowed, as you have set it.</source>
            <translation>Bilder bis {pixel_limit:,.0f} Millionen Pixel sind erlaubt, wie von Ihnen eingestellt.</translation>
        </message>
        <message>
            <source> The largest has {pixels:,.0f} million pixels.</source>
            <translation> Das größte hat {pixels:,.0f} Millionen Pixel.</translation>
        </message>
        <message>
            <source>1 picture is larger than allowed.</source>
            <translation>1 Bild ist größer als erlaubt.</translation>
        </message>
        <message>
            <source>{count:,} pictures are larger than allowed.</source>
            <translation>{count:,} Bilder sind größer als erlaubt.</translation>
        </message>
        <message>
            <source>It holds for training too, and is remembered.</source>
            <translation>Das gilt auch für das Training und bleibt gemerkt.</translation>
        </message>
        <message>
            <source>{} times: </source>
            <translation>{}-mal: </translation>
        </message>
        <message>
            <source>What to know of this folder</source>
            <translation>Hinweise zu diesem Ordner</translation>
        </message>
        <message>
            <source>Show these pictures</source>
            <translation>Diese Bilder zeigen</translation>
        </message>
        <message>
            <source>Show the pictures that are in several classes, on the tab Duplicates</source>
            <translation>Bilder, die in mehreren Klassen sind, auf dem Tab „Duplikate“ zeigen</translation>
        </message>
        <message>
            <source>The tab Duplicates has them side by side, and what to do about each</source>
            <translation>Der Tab „Duplikate“ zeigt sie nebeneinander und was sich jeweils tun lässt</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Erneut prüfen</translation>
        </message>
        <message>
            <source>Go to Layers</source>
            <translation>Zu den Schichten</translation>
        </message>
        <message>
            <source>Check the folder again</source>
            <translation>Ordner erneut prüfen</translation>
        </message>
        <message>
            <source>Look for new and changed files</source>
            <translation>Nach neuen und geänderten Dateien suchen</translation>
        </message>
        <message>
            <source>Go on to Layers</source>
            <translation>Weiter zu den Schichten</translation>
        </message>
        <message>
            <source>Go on to the next step: which layers stay frozen</source>
            <translation>Weiter zum nächsten Schritt: welche Schichten eingefroren bleiben</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <source>Pictures of the selected class</source>
            <translation>Bilder der ausgewählten Klasse</translation>
        </message>
        <message>
            <source>Pictures of {class_name}</source>
            <translation>Bilder von {class_name}</translation>
        </message>
        <message>
            <source>{count:,} folders inside the class folders hold pictures, such as {example}.</source>
            <translation>{count:,} Ordner in den Klassenordnern enthalten Bilder, etwa {example}.</translation>
        </message>
        <message>
            <source>1 class</source>
            <translation>1 Klasse</translation>
        </message>
        <message>
            <source>{count:,} classes</source>
            <translation>{count:,} Klassen</translation>
        </message>
        <message>
            <source>The folder {example} inside a class folder holds pictures.</source>
            <translation>Der Ordner {example} in einem Klassenordner enthält Bilder.</translation>
        </message>
        <message>
            <source>Listing the classes</source>
            <translation>Klassen werden aufgelistet</translation>
        </message>
        <message>
            <source>Checking the pictures</source>
            <translation>Bilder werden geprüft</translation>
        </message>
        <message>
            <source>Drawing the sample pictures</source>
            <translation>Beispielbilder werden gezeichnet</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>In Arbeit</translation>
        </message>
        <message>
            <source>: {done:,} of {total:,}</source>
            <translation>: {done:,} von {total:,}</translation>
        </message>
        <message>
            <source>, {seconds} left</source>
            <translation>, noch {seconds}</translation>
        </message>
        <message>
            <source>about {seconds:.0f} s</source>
            <translation>etwa {seconds:.0f} s</translation>
        </message>
        <message>
            <source>about {seconds:.0f} min</source>
            <translation>etwa {seconds:.0f} min</translation>
        </message>
        <message>
            <source>1 file that can't be used</source>
            <translation>1 unbrauchbare Datei</translation>
        </message>
        <message>
            <source>{count:,} files that can't be used</source>
            <translation>{count:,} unbrauchbare Dateien</translation>
        </message>
        <message>
            <source>{left_out:,} left out</source>
            <translation>{left_out:,} ausgelassen</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Ordner wählen…</translation>
        </message>
        <message>
            <source>Choose a folder of pictures</source>
            <translation>Ordner mit Bildern wählen</translation>
        </message>
        <message>
            <source>Opening the folder</source>
            <translation>Ordner wird geöffnet</translation>
        </message>
        <message>
            <source>Are they classes themselves, or parts of the class around them?</source>
            <translation>Sind sie selbst Klassen oder Teile der Klasse, in der sie liegen?</translation>
        </message>
        <message>
            <source>The check of the folder was cancelled.</source>
            <translation>Die Prüfung des Ordners wurde abgebrochen.</translation>
        </message>
        <message>
            <source>It must be checked once before it can be trained on.</source>
            <translation>Der Ordner muss einmal geprüft sein, bevor damit trainiert werden kann.</translation>
        </message>
        <message>
            <source>Use the inner folders as classes</source>
            <translation>Innere Ordner als Klassen</translation>
        </message>
        <message>
            <source>Keep the outer classes</source>
            <translation>Äußere Klassen behalten</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Check it now</source>
            <translation>Jetzt prüfen</translation>
        </message>
        <message>
            <source>Open a folder of pictures first.</source>
            <translation>Erst einen Ordner mit Bildern öffnen.</translation>
        </message>
        <message>
            <source>&amp;Check the folder again</source>
            <translation>Ordner erneut &amp;prüfen</translation>
        </message>
        <message>
            <source>&amp;Stop the check</source>
            <translation>Prüfung &amp;stoppen</translation>
        </message>
        <message>
            <source>No check is under way.</source>
            <translation>Es läuft keine Prüfung.</translation>
        </message>
        <message>
            <source>Leave out all &amp;duplicates but the selected ones</source>
            <translation>Alle &amp;Duplikate außer den ausgewählten auslassen</translation>
        </message>
        <message>
            <source>Choose a group of duplicates first.</source>
            <translation>Erst eine Gruppe von Duplikaten wählen.</translation>
        </message>
        <message>
            <source>Select pictures of the folder first.</source>
            <translation>Erst Bilder des Ordners auswählen.</translation>
        </message>
        <message>
            <source>Open picture</source>
            <translation>Bild öffnen</translation>
        </message>
        <message>
            <source>Show in its folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>Copy path</source>
            <translation>Pfad kopieren</translation>
        </message>
        <message>
            <source>Files that can't be used</source>
            <translation>Unbrauchbare Dateien</translation>
        </message>
        <message>
            <source>Double-click or press Enter to open the file's folder</source>
            <translation>Doppelklick oder Eingabe öffnet den Ordner der Datei</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Why it can't be used</source>
            <translation>Warum unbrauchbar</translation>
        </message>
        <message>
            <source>The Train page's setting “Balance the classes”: pictures of small classes count for more</source>
            <translation>Einstellung „Klassen ausgleichen“ der Seite „Training“: Bilder kleiner Klassen zählen mehr</translation>
        </message>
        <message>
            <source>Limit of pixels, in millions</source>
            <translation>Grenze in Millionen Pixel</translation>
        </message>
        <message>
            <source> million pixels</source>
            <translation> Millionen Pixel</translation>
        </message>
        <message>
            <source>Raise the limit and check again</source>
            <translation>Grenze anheben und erneut prüfen</translation>
        </message>
        <message>
            <source>Raise the limit of pixels and check the folder again</source>
            <translation>Pixelgrenze anheben und den Ordner erneut prüfen</translation>
        </message>
        <message>
            <source>Class weights are on</source>
            <translation>Klassengewichte sind an</translation>
        </message>
        <message>
            <source>Use class weights</source>
            <translation>Klassengewichte verwenden</translation>
        </message>
        <message>
            <source>Class weights are on; press to turn them off</source>
            <translation>Klassengewichte sind an; Drücken schaltet sie aus</translation>
        </message>
        <message>
            <source>Usual limit</source>
            <translation>Übliche Grenze</translation>
        </message>
        <message>
            <source>Go back to the usual limit of {usual_pixel_limit} million pixels and check again</source>
            <translation>Zurück zur üblichen Grenze von {usual_pixel_limit} Millionen Pixel und erneut prüfen</translation>
        </message>
        <message>
            <source>{name}, left out</source>
            <translation>{name}, ausgelassen</translation>
        </message>
        <message>
            <source>Seen with {source}</source>
            <translation>Gesehen mit: {source}</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>Inspektor</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Head only</source>
            <translation>Nur der Kopf</translation>
        </message>
        <message>
            <source>Device: not known yet</source>
            <translation>Gerät: noch nicht bekannt</translation>
        </message>
        <message>
            <source>Frostline is computing</source>
            <translation>Frostline rechnet</translation>
        </message>
        <message>
            <source>The search for a learning rate</source>
            <translation>Die Suche nach einer Lernrate</translation>
        </message>
        <message>
            <source>{name} finished</source>
            <translation>{name} ist fertig</translation>
        </message>
        <message>
            <source>{name} checked</source>
            <translation>{name} geprüft</translation>
        </message>
        <message>
            <source>1 file</source>
            <translation>1 Datei</translation>
        </message>
        <message>
            <source>{count:,} files</source>
            <translation>{count:,} Dateien</translation>
        </message>
        <message>
            <source>{name_of_model} compared with {name_of_model_2}</source>
            <translation>{name_of_model} mit {name_of_model_2} verglichen</translation>
        </message>
        <message>
            <source>{percentage} of {pictures} right</source>
            <translation>{pictures}, {percentage} richtig</translation>
        </message>
        <message>
            <source> It can be resumed.</source>
            <translation> Es lässt sich fortsetzen.</translation>
        </message>
        <message>
            <source>{subject} was cut off</source>
            <translation>{subject} wurde unterbrochen</translation>
        </message>
        <message>
            <source>{subject} failed</source>
            <translation>{subject} ist fehlgeschlagen</translation>
        </message>
        <message>
            <source>{percentage} of the held-out pictures right.</source>
            <translation>{percentage} der zurückgehaltenen Bilder richtig.</translation>
        </message>
        <message>
            <source>{name} exported</source>
            <translation>{name} exportiert</translation>
        </message>
        <message>
            <source>Opened again and checked on {pictures}: {difference}.</source>
            <translation>Wieder geöffnet und geprüft, {pictures}: {difference}.</translation>
        </message>
        <message>
            <source>{pictures} in {classes}, {unusable} of no use.</source>
            <translation>{pictures} in {classes}, {unusable} unbrauchbar.</translation>
        </message>
        <message>
            <source>Of {pictures}, {improved} better, {count} worse.</source>
            <translation>{pictures}: {improved} besser, {count} schlechter.</translation>
        </message>
        <message>
            <source>The training of {name}</source>
            <translation>Das Training von {name}</translation>
        </message>
        <message>
            <source>The evaluation of {name_of_model}</source>
            <translation>Die Auswertung von {name_of_model}</translation>
        </message>
        <message>
            <source>The export of {name_of_model}</source>
            <translation>Der Export von {name_of_model}</translation>
        </message>
        <message>
            <source>The check of {name}</source>
            <translation>Die Prüfung von {name}</translation>
        </message>
        <message>
            <source>The comparison of {name_of_model}</source>
            <translation>Der Vergleich von {name_of_model}</translation>
        </message>
        <message>
            <source>The extraction of {name}</source>
            <translation>Die Berechnung zu {name}</translation>
        </message>
        <message>
            <source>The prediction</source>
            <translation>Die Vorhersage</translation>
        </message>
        <message>
            <source>{pictures} predicted</source>
            <translation>{pictures} klassifiziert</translation>
        </message>
        <message>
            <source>The answers of {name_of_model} are there.</source>
            <translation>Die Antworten von {name_of_model} sind da.</translation>
        </message>
        <message>
            <source>Epoch {best_epoch} of {epochs} is the best.</source>
            <translation>Epoche {best_epoch} von {epochs} ist die beste.</translation>
        </message>
        <message>
            <source>The script is written.</source>
            <translation>Das Skript ist geschrieben.</translation>
        </message>
        <message>
            <source>{pictures} in {classes}.</source>
            <translation>{pictures} in {classes}.</translation>
        </message>
        <message>
            <source>Learning rates tried</source>
            <translation>Lernraten ausprobiert</translation>
        </message>
        <message>
            <source>{suggestion:.2g} is the one to train with.</source>
            <translation>Zum Training empfohlen: {suggestion:.2g}.</translation>
        </message>
        <message>
            <source>{name_of_model} evaluated</source>
            <translation>{name_of_model} ausgewertet</translation>
        </message>
        <message>
            <source>Features computed on the cluster</source>
            <translation>Merkmale auf dem Cluster berechnet</translation>
        </message>
        <message>
            <source>the tray</source>
            <translation>der Infobereich</translation>
        </message>
        <message>
            <source>there is no tray that shows messages</source>
            <translation>es gibt keinen Infobereich, der Meldungen zeigt</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>{true}, called so, {share}</source>
            <translation>{true}, so eingestuft, {share}</translation>
        </message>
        <message>
            <source>{true}, taken for {called}, {share}</source>
            <translation>{true}, für {called} gehalten, {share}</translation>
        </message>
        <message>
            <source>about as sure as it is right</source>
            <translation>etwa so sicher, wie es richtig liegt</translation>
        </message>
        <message>
            <source>The model is {tendency}. Expected calibration error: {error} (Guo et al. 2017). On the line it would be 0.</source>
            <translation>Das Modell ist {tendency}. Erwarteter Kalibrierungsfehler: {error} (Guo et al. 2017). Auf der Linie wäre er 0.</translation>
        </message>
        <message>
            <source>{pictures} at {percentage} sureness: {percentage_2} right.</source>
            <translation>{pictures} mit {percentage} Sicherheit: {percentage_2} richtig.</translation>
        </message>
        <message>
            <source>{images:,} pictures</source>
            <translation>{images:,} Bilder</translation>
        </message>
        <message>
            <source>Calibration: how often the model is right, by how sure it is</source>
            <translation>Kalibrierung: wie oft das Modell richtig liegt, je nachdem, wie sicher es ist</translation>
        </message>
        <message>
            <source>How sure the model is, and how often it is right</source>
            <translation>Wie sicher das Modell ist und wie oft es richtig liegt</translation>
        </message>
        <message>
            <source>surer than it is right</source>
            <translation>sicherer, als es richtig liegt</translation>
        </message>
        <message>
            <source>less sure than it is right</source>
            <translation>weniger sicher, als es richtig liegt</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Präzision</translation>
        </message>
        <message>
            <source>Of the pictures that were called this class, the part that belongs to it.</source>
            <translation>Von den Bildern, die als diese Klasse eingestuft wurden, der Teil, der zu ihr gehört.</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Recall</translation>
        </message>
        <message>
            <source>Of the pictures of this class, the part that was called so.</source>
            <translation>Von den Bildern dieser Klasse der Teil, der so eingestuft wurde.</translation>
        </message>
        <message>
            <source>The harmonic mean of precision and recall.</source>
            <translation>Das harmonische Mittel aus Präzision und Recall.</translation>
        </message>
        <message>
            <source>How many pictures of this class were looked at.</source>
            <translation>Wie viele Bilder dieser Klasse betrachtet wurden.</translation>
        </message>
        <message>
            <source>Mean of the classes</source>
            <translation>Mittel der Klassen</translation>
        </message>
        <message>
            <source>Weighted by pictures</source>
            <translation>Nach Bildern gewichtet</translation>
        </message>
        <message>
            <source>Measures of each class</source>
            <translation>Maße jeder Klasse</translation>
        </message>
        <message>
            <source>{called}: precision {percentage}, recall {percentage_2}, F1 {percentage_3}</source>
            <translation>{called}: Präzision {percentage}, Recall {percentage_2}, F1 {percentage_3}</translation>
        </message>
        <message>
            <source>Rows are what the pictures show, columns what the model said. A cell shows its pictures below.</source>
            <translation>Zeilen sind, was die Bilder zeigen, Spalten, was das Modell sagte. Eine Zelle zeigt ihre Bilder darunter.</translation>
        </message>
        <message>
            <source>Most confused first</source>
            <translation>Häufig verwechselte zuerst</translation>
        </message>
        <message>
            <source>Confusion matrix: rows are true classes, columns are answers</source>
            <translation>Konfusionsmatrix: Zeilen sind wahre Klassen, Spalten Antworten</translation>
        </message>
        <message>
            <source>Show the classes that are confused most first</source>
            <translation>Die am häufigsten verwechselten Klassen zuerst zeigen</translation>
        </message>
        <message>
            <source>Classes with many mistakes first, each beside what it is confused with</source>
            <translation>Klassen mit vielen Fehlern zuerst, jede neben der, mit der sie verwechselt wird</translation>
        </message>
        <message>
            <source>Show counts of pictures</source>
            <translation>Anzahl der Bilder zeigen</translation>
        </message>
        <message>
            <source>Show shares of each true class</source>
            <translation>Anteile jeder wahren Klasse zeigen</translation>
        </message>
        <message>
            <source>Confusion matrix</source>
            <translation>Konfusionsmatrix</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <source>Rates</source>
            <translation>Anteile</translation>
        </message>
        <message>
            <source>{count} of {total} pictures of {true} were called {called} ({percentage})</source>
            <translation>{count} von {total} Bildern von {true} wurden als {called} eingestuft ({percentage})</translation>
        </message>
        <message>
            <source>Called {name}</source>
            <translation>Eingestuft als {name}</translation>
        </message>
        <message>
            <source>Pictures of {name}</source>
            <translation>Bilder von {name}</translation>
        </message>
        <message>
            <source>To correct them, open {folder} as data (Ctrl+O).</source>
            <translation>Zum Korrigieren {folder} als Daten öffnen (Strg+O).</translation>
        </message>
        <message>
            <source>Evaluate on a folder of class folders</source>
            <translation>Mit einem Ordner aus Klassenordnern auswerten</translation>
        </message>
        <message>
            <source>Evaluate a model</source>
            <translation>Modell auswerten</translation>
        </message>
        <message>
            <source>Keras models (*.keras)</source>
            <translation>Keras-Modelle (*.keras)</translation>
        </message>
        <message>
            <source>Model to evaluate</source>
            <translation>Auszuwertendes Modell</translation>
        </message>
        <message>
            <source>Pictures to evaluate on</source>
            <translation>Bilder für die Auswertung</translation>
        </message>
        <message>
            <source>A .keras file…</source>
            <translation>Eine .keras-Datei…</translation>
        </message>
        <message>
            <source>Pictures held out by the run</source>
            <translation>Vom Lauf zurückgehaltene Bilder</translation>
        </message>
        <message>
            <source>In use: {name}</source>
            <translation>In Gebrauch: {name}</translation>
        </message>
        <message>
            <source>No model in use yet</source>
            <translation>Noch kein Modell in Gebrauch</translation>
        </message>
        <message>
            <source>Test folder: {name}</source>
            <translation>Testordner: {name}</translation>
        </message>
        <message>
            <source>Folder: {name}</source>
            <translation>Ordner: {name}</translation>
        </message>
        <message>
            <source>Another folder…</source>
            <translation>Anderer Ordner…</translation>
        </message>
        <message>
            <source>The validation split of the run</source>
            <translation>Der Validierungsteil des Laufs</translation>
        </message>
        <message>
            <source>{true_class}, taken for {predicted_class}, {percentage}</source>
            <translation>{true_class}, für {predicted_class} gehalten, {percentage}</translation>
        </message>
        <message>
            <source>{pictures} of {true_class}, called {predicted_class}</source>
            <translation>{pictures} von {true_class}, als {predicted_class} eingestuft</translation>
        </message>
        <message>
            <source>No pictures</source>
            <translation>Keine Bilder</translation>
        </message>
        <message>
            <source>{pictures} of {true_class}, rightly called so</source>
            <translation>{pictures} von {true_class}, richtig eingestuft</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Warum?</translation>
        </message>
        <message>
            <source>Show all mistakes</source>
            <translation>Alle Fehler zeigen</translation>
        </message>
        <message>
            <source>Order of the pictures</source>
            <translation>Reihenfolge der Bilder</translation>
        </message>
        <message>
            <source>Show on the Predict page what in the picture speaks for the answer (Enter)</source>
            <translation>Auf der Seite „Vorhersage“ zeigen, was im Bild für die Antwort spricht (Eingabe)</translation>
        </message>
        <message>
            <source>No mistakes</source>
            <translation>Keine Fehler</translation>
        </message>
        <message>
            <source>Why is this picture called so?</source>
            <translation>Warum ist dieses Bild so eingestuft?</translation>
        </message>
        <message>
            <source>1 mistake</source>
            <translation>1 Fehler</translation>
        </message>
        <message>
            <source>{count:,} mistakes</source>
            <translation>{count:,} Fehler</translation>
        </message>
        <message>
            <source>Surest first</source>
            <translation>Sicherste zuerst</translation>
        </message>
        <message>
            <source>Least sure first</source>
            <translation>Unsicherste zuerst</translation>
        </message>
        <message>
            <source>Waiting for the worker</source>
            <translation>Warten auf den Arbeitsprozess</translation>
        </message>
        <message>
            <source>Evaluate</source>
            <translation>Auswerten</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message>
            <source>Save report…</source>
            <translation>Bericht speichern…</translation>
        </message>
        <message>
            <source>Write down what was found: as a page in one file, or as tables (CSV)</source>
            <translation>Ergebnisse festhalten: als Seite in einer Datei oder als Tabellen (CSV)</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>The report was saved as {named}.</source>
            <translation>Der Bericht wurde als {named} gespeichert.</translation>
        </message>
        <message>
            <source>1 label was</source>
            <translation>1 Label wurde</translation>
        </message>
        <message>
            <source>{count:,} labels were</source>
            <translation>{count:,} Labels wurden</translation>
        </message>
        <message>
            <source>Evaluate again</source>
            <translation>Erneut auswerten</translation>
        </message>
        <message>
            <source>{labels} dealt with since this evaluation, whose numbers stand as they were.</source>
            <translation>{labels} seit dieser Auswertung bearbeitet; deren Zahlen bleiben, wie sie waren.</translation>
        </message>
        <message>
            <source>No file was touched; Undo takes it back.</source>
            <translation>Keine Datei wurde angerührt; „Rückgängig“ nimmt es zurück.</translation>
        </message>
        <message>
            <source>There is nothing to report yet.</source>
            <translation>Es gibt noch nichts zu berichten.</translation>
        </message>
        <message>
            <source>Evaluate a model first.</source>
            <translation>Erst ein Modell auswerten.</translation>
        </message>
        <message>
            <source>Stop evaluating</source>
            <translation>Auswertung stoppen</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <source>Progress of the evaluation</source>
            <translation>Fortschritt der Auswertung</translation>
        </message>
        <message>
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <source>Not evaluated yet</source>
            <translation>Noch nicht ausgewertet</translation>
        </message>
        <message>
            <source>Choose the pictures to measure the model on, then Evaluate.</source>
            <translation>Bilder wählen, an denen das Modell gemessen wird, dann „Auswerten“.</translation>
        </message>
        <message>
            <source>There is no model yet: train one, or open one.</source>
            <translation>Es gibt noch kein Modell: eines trainieren oder öffnen.</translation>
        </message>
        <message>
            <source>Select a picture among the mistakes first.</source>
            <translation>Erst ein Bild unter den Fehlern auswählen.</translation>
        </message>
        <message>
            <source>&amp;Evaluate</source>
            <translation>&amp;Auswerten</translation>
        </message>
        <message>
            <source>&amp;Stop evaluating</source>
            <translation>Auswertung &amp;stoppen</translation>
        </message>
        <message>
            <source>No evaluation is under way.</source>
            <translation>Es läuft keine Auswertung.</translation>
        </message>
        <message>
            <source>&amp;Why is this picture called so?</source>
            <translation>&amp;Warum ist dieses Bild so eingestuft?</translation>
        </message>
        <message>
            <source>Show &amp;all mistakes</source>
            <translation>Alle &amp;Fehler zeigen</translation>
        </message>
        <message>
            <source>All mistakes are shown.</source>
            <translation>Alle Fehler werden gezeigt.</translation>
        </message>
        <message>
            <source>Select suspected labels first.</source>
            <translation>Erst verdächtige Labels auswählen.</translation>
        </message>
        <message>
            <source>Asking both runs about the same images…</source>
            <translation>Beide Läufe klassifizieren dieselben Bilder…</translation>
        </message>
        <message>
            <source>Of {images:,} held-out images {before} were right before, {now} are right now.</source>
            <translation>Von {images:,} zurückgehaltenen Bildern waren vorher {before} richtig, jetzt sind es {now}.</translation>
        </message>
        <message>
            <source>{what} {improved:,} got better; these {worse:,} got worse:</source>
            <translation>{what} {improved:,} wurden besser; diese {worse:,} wurden schlechter:</translation>
        </message>
        <message>
            <source>{what} Nothing got worse; {improved:,} got better.</source>
            <translation>{what} Nichts wurde schlechter; {improved:,} wurden besser.</translation>
        </message>
        <message>
            <source>What got worse</source>
            <translation>Was schlechter wurde</translation>
        </message>
        <message>
            <source>Go &amp;back to it</source>
            <translation>&amp;Wieder verwenden</translation>
        </message>
        <message>
            <source>Images that were right before and are wrong now, the surest first</source>
            <translation>Bilder, die vorher richtig waren und jetzt falsch sind, die sichersten zuerst</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>Verglichen mit</translation>
        </message>
        <message>
            <source>Use the earlier run again; the new one stays in the table of runs</source>
            <translation>Den früheren Lauf wieder verwenden; der neue bleibt in der Tabelle der Läufe</translation>
        </message>
        <message>
            <source>&amp;Compared with</source>
            <translation>&amp;Verglichen mit</translation>
        </message>
        <message>
            <source>From “{name}” to “{name_2}”</source>
            <translation>Von „{name}“ zu „{name_2}“</translation>
        </message>
        <message>
            <source>There is no earlier run to compare with</source>
            <translation>Es gibt keinen früheren Lauf zum Vergleichen</translation>
        </message>
        <message>
            <source>Train again, and come back here.</source>
            <translation>Erneut trainieren und dann wiederkommen.</translation>
        </message>
        <message>
            <source>Page, in one file (*.html)</source>
            <translation>Seite in einer Datei (*.html)</translation>
        </message>
        <message>
            <source>Tables of pictures and classes (*.csv)</source>
            <translation>Tabellen der Bilder und Klassen (*.csv)</translation>
        </message>
        <message>
            <source>Tables with the probability of every class (*.csv)</source>
            <translation>Tabellen mit der Wahrscheinlichkeit jeder Klasse (*.csv)</translation>
        </message>
        <message>
            <source>{stem}{where}.html</source>
            <translation>{stem}{where}.html</translation>
        </message>
        <message>
            <source> on {name}</source>
            <translation> auf {name}</translation>
        </message>
        <message>
            <source>held out by the run</source>
            <translation>vom Lauf zurückgehalten</translation>
        </message>
        <message>
            <source>How far the model's sureness is from how often it is right, on average.</source>
            <translation>Wie weit die Sicherheit des Modells im Mittel davon entfernt ist, wie oft es richtig liegt.</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>Maße</translation>
        </message>
        <message>
            <source>Pictures and labels</source>
            <translation>Bilder und Labels</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <source>The part of the pictures that were put into the right class.</source>
            <translation>Der Teil der Bilder, die der richtigen Klasse zugeordnet wurden.</translation>
        </message>
        <message>
            <source>Mistakes</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>{count} of {images}</source>
            <translation>{count} von {images}</translation>
        </message>
        <message>
            <source>Pictures put into the wrong class.</source>
            <translation>Bilder, die der falschen Klasse zugeordnet wurden.</translation>
        </message>
        <message>
            <source>Top {k}</source>
            <translation>Top {k}</translation>
        </message>
        <message>
            <source>The part of the pictures whose class is among the {k} likeliest.</source>
            <translation>Der Teil der Bilder, deren Klasse unter den {k} wahrscheinlichsten ist.</translation>
        </message>
        <message>
            <source>Mean F1</source>
            <translation>Mittleres F1</translation>
        </message>
        <message>
            <source>The harmonic mean of precision and recall, averaged over the classes.</source>
            <translation>Das harmonische Mittel aus Präzision und Recall, gemittelt über die Klassen.</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>Cross-entropy: how surprised the model was by the right answers.</source>
            <translation>Kreuzentropie: wie überrascht das Modell von den richtigen Antworten war.</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Measured on</source>
            <translation>Gemessen an</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Kalibrierung</translation>
        </message>
        <message>
            <source>Suspected labels</source>
            <translation>Verdächtige Labels</translation>
        </message>
        <message>
            <source>Suspected labels ({count:,})</source>
            <translation>Verdächtige Labels ({count:,})</translation>
        </message>
        <message>
            <source>Calibration error</source>
            <translation>Kalibrierungsfehler</translation>
        </message>
        <message>
            <source>{class_name}, or {suggested_class} {percentage}?</source>
            <translation>{class_name} oder {suggested_class} {percentage}?</translation>
        </message>
        <message>
            <source>labelled {class_name}, to which the model gives {percentage}; it gives {percentage_2} to {suggested_class}</source>
            <translation>Label {class_name}, vom Modell mit {percentage} bewertet; {suggested_class} mit {percentage_2}</translation>
        </message>
        <message>
            <source>The model, which was not trained on these pictures, is at least as sure of the other class as it usually is of pictures of that class (confident learning, Northcutt et al. 2021).</source>
            <translation>Das Modell, das nicht mit diesen Bildern trainiert wurde, ist sich der anderen Klasse mindestens so sicher wie sonst bei Bildern jener Klasse (Confident Learning, Northcutt et al. 2021).</translation>
        </message>
        <message>
            <source>1 label may be wrong</source>
            <translation>1 Label ist vielleicht falsch</translation>
        </message>
        <message>
            <source>{count:,} labels may be wrong</source>
            <translation>{count:,} Labels sind vielleicht falsch</translation>
        </message>
        <message>
            <source>No label is suspected among {judged_images:,} pictures</source>
            <translation>Unter {judged_images:,} Bildern ist kein Label verdächtig</translation>
        </message>
        <message>
            <source>Relabel as</source>
            <translation>Label ändern in</translation>
        </message>
        <message>
            <source>Exclude</source>
            <translation>Auslassen</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>the suggested class</source>
            <translation>die vorgeschlagene Klasse</translation>
        </message>
        <message>
            <source>Class to relabel as</source>
            <translation>Klasse für das neue Label</translation>
        </message>
        <message>
            <source>Every suspected label was dealt with</source>
            <translation>Alle verdächtigen Labels sind bearbeitet</translation>
        </message>
        <message>
            <source>Train again, and evaluate, to see what is left.</source>
            <translation>Erneut trainieren und auswerten, um zu sehen, was übrig ist.</translation>
        </message>
        <message>
            <source>No label was judged</source>
            <translation>Kein Label wurde beurteilt</translation>
        </message>
        <message>
            <source>Relabel the selected pictures</source>
            <translation>Labels der ausgewählten Bilder ändern</translation>
        </message>
        <message>
            <source>Exclude the selected pictures</source>
            <translation>Ausgewählte Bilder auslassen</translation>
        </message>
        <message>
            <source>Keep the labels of the selected pictures</source>
            <translation>Labels der ausgewählten Bilder behalten</translation>
        </message>
        <message>
            <source>Why is this picture suspected?</source>
            <translation>Warum ist dieses Bild verdächtig?</translation>
        </message>
        <message>
            <source>Count the selected pictures in that class. No file is touched</source>
            <translation>Die ausgewählten Bilder zu jener Klasse zählen. Keine Datei wird angerührt</translation>
        </message>
        <message>
            <source>Leave the selected pictures out of training and evaluation. No file is touched</source>
            <translation>Die ausgewählten Bilder aus Training und Auswertung auslassen. Keine Datei wird angerührt</translation>
        </message>
        <message>
            <source>These labels are right: don't suspect them again</source>
            <translation>Diese Labels sind richtig: nicht wieder verdächtigen</translation>
        </message>
        <message>
            <source>32 bits, exact</source>
            <translation>32 Bit, exakt</translation>
        </message>
        <message>
            <source>16 bits, half the size</source>
            <translation>16 Bit, halbe Größe</translation>
        </message>
        <message>
            <source>8 bits, a quarter of the size</source>
            <translation>8 Bit, ein Viertel der Größe</translation>
        </message>
        <message>
            <source>Not installed: {missing}. {way}</source>
            <translation>Nicht installiert: {missing}. {way}</translation>
        </message>
        <message>
            <source>no difference</source>
            <translation>kein Unterschied</translation>
        </message>
        <message>
            <source>at most {difference:.0e}</source>
            <translation>höchstens {difference:.0e}</translation>
        </message>
        <message>
            <source>about 10 kB</source>
            <translation>etwa 10 kB</translation>
        </message>
        <message>
            <source>about {megabytes:.0f} MB</source>
            <translation>etwa {megabytes:.0f} MB</translation>
        </message>
        <message>
            <source>less than 1 MB</source>
            <translation>unter 1 MB</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>On the disk.</source>
            <translation>Auf dem Datenträger.</translation>
        </message>
        <message>
            <source>{images_compared} pictures</source>
            <translation>{images_compared} Bilder</translation>
        </message>
        <message>
            <source>Against the trained model, on pictures whose class is known.</source>
            <translation>Gegenüber dem trainierten Modell, an Bildern bekannter Klasse.</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>unverändert</translation>
        </message>
        <message>
            <source>{points:+.1f} points</source>
            <translation>{points:+.1f} Punkte</translation>
        </message>
        <message>
            <source> (a folder)</source>
            <translation> (ein Ordner)</translation>
        </message>
        <message>
            <source>Written: {names}{inside}</source>
            <translation>Geschrieben: {names}{inside}</translation>
        </message>
        <message>
            <source>Get it with {how_to_install} and start Frostline again.</source>
            <translation>Mit {how_to_install} installieren und Frostline neu starten.</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Überprüft</translation>
        </message>
        <message>
            <source>Opened again and compared on {pictures}.</source>
            <translation>Wieder geöffnet und verglichen: {pictures}.</translation>
        </message>
        <message>
            <source>Compared on</source>
            <translation>Verglichen</translation>
        </message>
        <message>
            <source>Pictures that both models classified, from their files.</source>
            <translation>Bilder, die beide Modelle klassifiziert haben, aus ihren Dateien.</translation>
        </message>
        <message>
            <source>Opening the export again and comparing it</source>
            <translation>Export wird wieder geöffnet und verglichen</translation>
        </message>
        <message>
            <source>Time for a picture</source>
            <translation>Zeit pro Bild</translation>
        </message>
        <message>
            <source>{latency_ms:.0f} ms</source>
            <translation>{latency_ms:.0f} ms</translation>
        </message>
        <message>
            <source>From its file to its probabilities.</source>
            <translation>Von der Datei bis zu den Wahrscheinlichkeiten.</translation>
        </message>
        <message>
            <source>The export</source>
            <translation>Der Export</translation>
        </message>
        <message>
            <source> with 1 more file</source>
            <translation> mit einer weiteren Datei</translation>
        </message>
        <message>
            <source> with {count} more files</source>
            <translation> mit {count} weiteren Dateien</translation>
        </message>
        <message>
            <source>Drag me out of the window{others}, or press Ctrl+C</source>
            <translation>Aus dem Fenster ziehen{others} oder Strg+C drücken</translation>
        </message>
        <message>
            <source>The export {text}{others}: drag it, or copy it with Control C</source>
            <translation>Export {text}{others}: ziehen oder mit Steuerung C kopieren</translation>
        </message>
        <message>
            <source>torchvision, to run it</source>
            <translation>torchvision zum Ausführen</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>What it is for</source>
            <translation>Wofür es ist</translation>
        </message>
        <message>
            <source>What it needs</source>
            <translation>Was es braucht</translation>
        </message>
        <message>
            <source>Not in this build</source>
            <translation>Nicht in diesem Paket</translation>
        </message>
        <message>
            <source>Nothing more</source>
            <translation>Nichts weiter</translation>
        </message>
        <message>
            <source>Formats, what they are for and what they need</source>
            <translation>Formate, wofür sie sind und was sie brauchen</translation>
        </message>
        <message>
            <source>Precision of the weights</source>
            <translation>Bitbreite der Gewichte</translation>
        </message>
        <message>
            <source>Takes pictures of any size</source>
            <translation>Nimmt Bilder jeder Größe</translation>
        </message>
        <message>
            <source>The model takes pictures of any size</source>
            <translation>Das Modell nimmt Bilder jeder Größe</translation>
        </message>
        <message>
            <source>The model itself cuts a picture to its middle and resizes it, so that whoever uses it need not.</source>
            <translation>Das Modell schneidet ein Bild selbst auf seine Mitte zu und skaliert es; wer es verwendet, muss das nicht tun.</translation>
        </message>
        <message>
            <source>Scaling is inside every model: it takes the colours of a picture as they are. An export is opened again in its own runtime and compared with the trained model, from picture files, before it is put in place.</source>
            <translation>Die Skalierung steckt in jedem Modell: Es nimmt die Farben eines Bildes, wie sie sind. Ein Export wird in seiner eigenen Laufzeitumgebung wieder geöffnet und anhand von Bilddateien mit dem trainierten Modell verglichen, bevor er abgelegt wird.</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>Exportieren nach</translation>
        </message>
        <message>
            <source>Where to write</source>
            <translation>Zielort</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Optionen</translation>
        </message>
        <message>
            <source>Write to</source>
            <translation>Schreiben nach</translation>
        </message>
        <message>
            <source>Progress of the export</source>
            <translation>Fortschritt des Exports</translation>
        </message>
        <message>
            <source>The export was stopped; nothing was written.</source>
            <translation>Der Export wurde gestoppt; nichts wurde geschrieben.</translation>
        </message>
        <message>
            <source>Export the model first.</source>
            <translation>Erst das Modell exportieren.</translation>
        </message>
        <message>
            <source>&amp;Choose where to write…</source>
            <translation>&amp;Zielort wählen…</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>&amp;Exportieren</translation>
        </message>
        <message>
            <source>There must be a model, a format and a place to write to.</source>
            <translation>Es braucht ein Modell, ein Format und einen Zielort.</translation>
        </message>
        <message>
            <source>&amp;Stop the export</source>
            <translation>Export &amp;stoppen</translation>
        </message>
        <message>
            <source>No export is under way.</source>
            <translation>Es läuft kein Export.</translation>
        </message>
        <message>
            <source>Copy the f&amp;iles</source>
            <translation>&amp;Dateien kopieren</translation>
        </message>
        <message>
            <source>Show in &amp;folder</source>
            <translation>Im &amp;Ordner zeigen</translation>
        </message>
        <message>
            <source>Copy the &amp;lines that load it</source>
            <translation>Zeilen zum &amp;Laden kopieren</translation>
        </message>
        <message>
            <source>Copy files</source>
            <translation>Dateien kopieren</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Lines that load or run the export</source>
            <translation>Zeilen, die den Export laden oder ausführen</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>Copy the files of the export</source>
            <translation>Dateien des Exports kopieren</translation>
        </message>
        <message>
            <source>Show the export in its folder</source>
            <translation>Export in seinem Ordner zeigen</translation>
        </message>
        <message>
            <source>Copy the lines</source>
            <translation>Zeilen kopieren</translation>
        </message>
        <message>
            <source>Copy file</source>
            <translation>Datei kopieren</translation>
        </message>
        <message>
            <source>Load it in Python</source>
            <translation>In Python laden</translation>
        </message>
        <message>
            <source>Run it in a terminal</source>
            <translation>Im Terminal ausführen</translation>
        </message>
        <message>
            <source>F1 opens this page at the word for what has the focus.</source>
            <translation>F1 öffnet diese Seite beim Wort für das, was den Fokus hat.</translation>
        </message>
        <message>
            <source>Glossary</source>
            <translation>Glossar</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Wörter</translation>
        </message>
        <message>
            <source>What the word means</source>
            <translation>Was das Wort bedeutet</translation>
        </message>
        <message>
            <source>Look for a word</source>
            <translation>Wort suchen</translation>
        </message>
        <message>
            <source>Nothing is called that</source>
            <translation>Nichts heißt so</translation>
        </message>
        <message>
            <source>Try another word, or take letters away.</source>
            <translation>Ein anderes Wort versuchen oder Buchstaben wegnehmen.</translation>
        </message>
        <message>
            <source>See also</source>
            <translation>Siehe auch</translation>
        </message>
        <message>
            <source>What is meant by “{title}”?</source>
            <translation>Was bedeutet „{title}“?</translation>
        </message>
        <message>
            <source>The share of pictures that the model puts into their right class. Only the accuracy on pictures that were held out tells how good the model will be on new ones. Where one class has many more pictures than another, look at the measures of each class too.</source>
            <translation>Der Anteil der Bilder, die das Modell der richtigen Klasse zuordnet. Nur die Genauigkeit auf zurückgehaltenen Bildern sagt, wie gut das Modell auf neuen sein wird. Hat eine Klasse viel mehr Bilder als eine andere, lohnt auch ein Blick auf die Maße jeder Klasse.</translation>
        </message>
        <message>
            <source>correct percent score</source>
            <translation>genauigkeit richtig prozent trefferrate korrekt accuracy correct percent score</translation>
        </message>
        <message>
            <source>Activation</source>
            <translation>Aktivierung</translation>
        </message>
        <message>
            <source>What a layer makes of a picture: a stack of small maps, one for each of its channels. A bright place in a map says that the channel has found there what it looks for. The inspector shows them for a picture of yours.</source>
            <translation>Was eine Schicht aus einem Bild macht: ein Stapel kleiner Karten, eine für jeden ihrer Kanäle. Eine helle Stelle in einer Karte heißt, dass der Kanal dort gefunden hat, wonach er sucht. Der Inspektor zeigt sie für ein eigenes Bild.</translation>
        </message>
        <message>
            <source>relu feature map channel</source>
            <translation>aktivierung relu merkmalskarte kanal feature map channel</translation>
        </message>
        <message>
            <source>Skip connection</source>
            <translation>Abkürzung (Skip-Verbindung)</translation>
        </message>
        <message>
            <source>A way around the layers of a block: what went into the block is added to what comes out of it. The block only has to learn what to change, which is why networks of a hundred layers and more can be trained at all.</source>
            <translation>Ein Weg um die Schichten eines Blocks herum: Was in den Block hineinging, wird zu dem addiert, was herauskommt. Der Block muss nur lernen, was zu ändern ist; deshalb lassen sich Netze mit hundert und mehr Schichten überhaupt trainieren.</translation>
        </message>
        <message>
            <source>residual add shortcut</source>
            <translation>abkürzung skip-verbindung residuum addition residual add shortcut</translation>
        </message>
        <message>
            <source>Augmentation</source>
            <translation>Augmentierung</translation>
        </message>
        <message>
            <source>Showing the training turned, shifted or mirrored views of each picture, so that it learns what matters rather than the very pixels. It helps most with few pictures. Each view must be computed, so it costs time.</source>
            <translation>Dem Training gedrehte, verschobene oder gespiegelte Ansichten jedes Bildes zeigen, damit es lernt, worauf es ankommt, und nicht die genauen Pixel. Am meisten hilft das bei wenigen Bildern. Jede Ansicht muss berechnet werden, das kostet Zeit.</translation>
        </message>
        <message>
            <source>flip rotate views</source>
            <translation>augmentierung spiegeln drehen ansichten flip rotate views</translation>
        </message>
        <message>
            <source>Backbone</source>
            <translation>Backbone</translation>
        </message>
        <message>
            <source>The network below the new head, which was trained on the million pictures of ImageNet before. It has learnt to see edges, textures and parts of things, which is of use for nearly all pictures. Transfer learning keeps it, or most of it, and replaces only its end.</source>
            <translation>Das Netz unter dem neuen Kopf, das zuvor mit der Million Bilder von ImageNet trainiert wurde. Es hat gelernt, Kanten, Texturen und Teile von Dingen zu sehen, was bei fast allen Bildern nützt. Transferlernen behält es ganz oder größtenteils und ersetzt nur sein Ende.</translation>
        </message>
        <message>
            <source>network resnet model pretrained</source>
            <translation>netz rückgrat resnet modell vortrainiert network model pretrained</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Batch</translation>
        </message>
        <message>
            <source>The pictures that are learnt from at once, in one step. Large batches take more memory and make smoother steps, small ones make more steps in an epoch. Where the memory does not suffice, take fewer.</source>
            <translation>Die Bilder, aus denen in einem Schritt zugleich gelernt wird. Große Batches brauchen mehr Speicher und machen glattere Schritte, kleine machen mehr Schritte je Epoche. Reicht der Speicher nicht, kleinere nehmen.</translation>
        </message>
        <message>
            <source>batch size minibatch step</source>
            <translation>batchgröße stapel schritt batch size minibatch step</translation>
        </message>
        <message>
            <source>BatchNorm</source>
            <translation>BatchNorm</translation>
        </message>
        <message>
            <source>A layer that brings the numbers passing through it to a common scale, by their mean and their spread. In training it takes these from each batch and keeps a running average; afterwards it uses the average. In a network that was trained before, the average comes from a million pictures, and a few of yours would spoil it: so Frostline leaves BatchNorm frozen even where a block is thawed.</source>
            <translation>Eine Schicht, die die Zahlen, die durch sie laufen, anhand von Mittelwert und Streuung auf einen gemeinsamen Maßstab bringt. Im Training nimmt sie diese aus jedem Batch und führt einen gleitenden Mittelwert; danach verwendet sie den Mittelwert. In einem vortrainierten Netz stammt er aus einer Million Bilder, und einige wenige eigene würden ihn verderben: Darum lässt Frostline BatchNorm eingefroren, auch wo ein Block aufgetaut ist.</translation>
        </message>
        <message>
            <source>batch normalization normalisation statistics</source>
            <translation>normalisierung statistik mittelwert streuung batch normalization normalisation statistics</translation>
        </message>
        <message>
            <source>A handful of layers that belong together and are repeated along the network, such as conv4_block3. Several blocks that work at the same size of picture make up a stage. A block is the natural unit to freeze or thaw.</source>
            <translation>Eine Handvoll Schichten, die zusammengehören und sich das Netz entlang wiederholen, etwa conv4_block3. Mehrere Blöcke, die bei derselben Bildgröße arbeiten, bilden eine Stufe. Ein Block ist die natürliche Einheit zum Einfrieren oder Auftauen.</translation>
        </message>
        <message>
            <source>stage conv</source>
            <translation>stufe block stage conv</translation>
        </message>
        <message>
            <source>Whether the model is as sure as it is right: of all answers given with 80 %, four in five should be true. Models are often surer than they should be. The diagram on the Evaluate page shows it; label smoothing helps.</source>
            <translation>Ob das Modell so sicher ist, wie es richtig liegt: Von allen Antworten mit 80 % sollten vier von fünf stimmen. Modelle sind oft sicherer, als sie sein sollten. Das Diagramm auf der Seite „Auswertung“ zeigt es; Label-Glättung hilft.</translation>
        </message>
        <message>
            <source>confidence reliability ece</source>
            <translation>sicherheit konfidenz verlässlichkeit confidence reliability ece</translation>
        </message>
        <message>
            <source>Checkpoint</source>
            <translation>Zwischenstand</translation>
        </message>
        <message>
            <source>What a training has learnt so far, kept on the disk while it runs. If the program or the machine stops, the training goes on from there and ends as it would have.</source>
            <translation>Was ein Training bisher gelernt hat, auf dem Datenträger aufbewahrt, während es läuft. Hält das Programm oder der Rechner an, geht das Training von dort weiter und endet so, wie es sonst geendet hätte.</translation>
        </message>
        <message>
            <source>resume crash save</source>
            <translation>fortsetzen absturz sichern checkpoint resume crash save</translation>
        </message>
        <message>
            <source>One of the kinds that pictures are told apart by. In a data folder each sub-folder is a class, and its name is the name of the class.</source>
            <translation>Eine der Arten, nach denen Bilder unterschieden werden. In einem Datenordner ist jeder Unterordner eine Klasse, und sein Name ist der Name der Klasse.</translation>
        </message>
        <message>
            <source>label category folder</source>
            <translation>label kategorie ordner category folder</translation>
        </message>
        <message>
            <source>Class weights</source>
            <translation>Klassengewichte</translation>
        </message>
        <message>
            <source>Count each picture of a rare class for more, so that a class with few pictures weighs as much in training as one with many. Without them a model may do well by ignoring the rare class.</source>
            <translation>Jedes Bild einer seltenen Klasse mehr zählen, sodass eine Klasse mit wenigen Bildern im Training so viel wiegt wie eine mit vielen. Ohne sie kann ein Modell gut abschneiden, indem es die seltene Klasse übergeht.</translation>
        </message>
        <message>
            <source>imbalance rare balanced</source>
            <translation>ungleichgewicht selten ausgleichen gewichtung imbalance rare balanced</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Konfidenz</translation>
        </message>
        <message>
            <source>How sure the model is of its answer: the share that it gives to the class, all classes together making 100 %. It only chooses among the classes that it knows, so it may be sure of a picture that belongs to none of them.</source>
            <translation>Wie sicher sich das Modell seiner Antwort ist: der Anteil, den es der Klasse gibt; alle Klassen zusammen ergeben 100 %. Es wählt nur unter den Klassen, die es kennt, und kann sich daher auch bei einem Bild sicher sein, das zu keiner gehört.</translation>
        </message>
        <message>
            <source>probability sure softmax bars</source>
            <translation>wahrscheinlichkeit sicher sicherheit balken probability sure softmax bars</translation>
        </message>
        <message>
            <source>A table with a row for what pictures are and a column for what they were called. What stands on the diagonal is right; a large number elsewhere tells which two classes are mixed up. Choose a cell to see its pictures.</source>
            <translation>Eine Tabelle mit einer Zeile für das, was Bilder sind, und einer Spalte für das, als was sie eingestuft wurden. Was auf der Diagonale steht, ist richtig; eine große Zahl anderswo sagt, welche zwei Klassen verwechselt werden. Eine Zelle wählen, um ihre Bilder zu sehen.</translation>
        </message>
        <message>
            <source>mistakes errors table</source>
            <translation>fehler verwechslung tabelle mistakes errors table</translation>
        </message>
        <message>
            <source>Convolution</source>
            <translation>Faltung</translation>
        </message>
        <message>
            <source>A layer that slides small patterns, its filters, over the picture and notes where each of them fits. The first ones find edges and colours, later ones textures and parts, the last ones whole things.</source>
            <translation>Eine Schicht, die kleine Muster, ihre Filter, über das Bild schiebt und festhält, wo jedes davon passt. Die ersten finden Kanten und Farben, spätere Texturen und Teile, die letzten ganze Dinge.</translation>
        </message>
        <message>
            <source>conv2d filter kernel</source>
            <translation>faltung convolution conv2d filter kernel</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <source>Leaves out a random part of the features at each step of the training, so that the head can't lean on a few of them. Use it when the validation falls behind the training. It does nothing when the model is used.</source>
            <translation>Lässt bei jedem Trainingsschritt einen zufälligen Teil der Merkmale weg, damit sich der Kopf nicht auf wenige davon stützt. Sinnvoll, wenn die Validierung hinter dem Training zurückbleibt. Bei der Anwendung des Modells tut es nichts.</translation>
        </message>
        <message>
            <source>regularization</source>
            <translation>regularisierung regularization</translation>
        </message>
        <message>
            <source>Early stopping</source>
            <translation>Frühes Beenden</translation>
        </message>
        <message>
            <source>Ends the training when it has not got better on the held-out pictures for so many epochs. The best epoch is kept in any case.</source>
            <translation>Beendet das Training, wenn es sich auf den zurückgehaltenen Bildern eine bestimmte Zahl von Epochen lang nicht verbessert hat. Die beste Epoche bleibt in jedem Fall.</translation>
        </message>
        <message>
            <source>patience</source>
            <translation>geduld abbruch early stopping patience</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>One pass of the training through all pictures. A new head usually needs ten to thirty of them; more don't harm, since the best epoch is kept.</source>
            <translation>Ein Durchgang des Trainings durch alle Bilder. Ein neuer Kopf braucht meist zehn bis dreißig davon; mehr schaden nicht, denn die beste Epoche bleibt.</translation>
        </message>
        <message>
            <source>pass rounds</source>
            <translation>durchgang runden epoch pass rounds</translation>
        </message>
        <message>
            <source>The trained model in a file that other programs open, with everything inside that it needs: it takes the colours of a picture as they are. Which format suits depends on where it is to run: ONNX nearly everywhere, LiteRT on telephones, .keras in Python.</source>
            <translation>Das trainierte Modell in einer Datei, die andere Programme öffnen, mit allem, was es braucht: Es nimmt die Farben eines Bildes, wie sie sind. Welches Format passt, hängt davon ab, wo es laufen soll: ONNX fast überall, LiteRT auf Telefonen, .keras in Python.</translation>
        </message>
        <message>
            <source>onnx litert tflite savedmodel openvino</source>
            <translation>ausgabe onnx litert tflite savedmodel openvino</translation>
        </message>
        <message>
            <source>Features</source>
            <translation>Merkmale</translation>
        </message>
        <message>
            <source>The numbers in which the frozen part of the network describes a picture; 2,048 of them for ResNet50. As what is frozen does not change, they are computed once for each picture and kept. That is why an epoch of the head takes moments here.</source>
            <translation>Die Zahlen, mit denen der eingefrorene Teil des Netzes ein Bild beschreibt; bei ResNet50 sind es 2.048. Da sich Eingefrorenes nicht ändert, werden sie für jedes Bild einmal berechnet und aufbewahrt. Deshalb dauert hier eine Epoche des Kopfes nur Augenblicke.</translation>
        </message>
        <message>
            <source>embedding store extraction vector</source>
            <translation>einbettung speicher extraktion vektor features embedding store extraction vector</translation>
        </message>
        <message>
            <source>Frost line</source>
            <translation>Frostgrenze</translation>
        </message>
        <message>
            <source>The place in the network below which every layer is frozen. All that lies below it is computed once for each picture; only what lies above is trained. Moving it down lets more layers learn and makes an epoch slower.</source>
            <translation>Die Stelle im Netz, unterhalb derer jede Schicht eingefroren ist. Alles darunter wird für jedes Bild einmal berechnet; nur was darüber liegt, wird trainiert. Sie nach unten zu verschieben lässt mehr Schichten lernen und macht eine Epoche langsamer.</translation>
        </message>
        <message>
            <source>cut depth line</source>
            <translation>schnitt tiefe linie frost line cut depth</translation>
        </message>
        <message>
            <source>Frozen</source>
            <translation>Eingefroren</translation>
        </message>
        <message>
            <source>A frozen layer keeps the weights that it had: the training does not change them. Freeze what is useful as it is, which with few pictures is the whole backbone. It trains faster, needs less memory, and can't forget what it learnt on ImageNet.</source>
            <translation>Eine eingefrorene Schicht behält ihre Gewichte: Das Training ändert sie nicht. Einfrieren, was taugt, wie es ist; bei wenigen Bildern ist das der ganze Backbone. Er trainiert dann schneller, braucht weniger Speicher und kann nicht vergessen, was er auf ImageNet gelernt hat.</translation>
        </message>
        <message>
            <source>freeze snowflake trainable false</source>
            <translation>einfrieren schneeflocke freeze frozen snowflake trainable false</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Kopf</translation>
        </message>
        <message>
            <source>The new end of the network, which turns features into your classes. It begins with random weights and is always trained. A single Dense layer does for most tasks; hidden units help where classes are hard to tell apart.</source>
            <translation>Das neue Ende des Netzes, das aus Merkmalen die eigenen Klassen macht. Er beginnt mit zufälligen Gewichten und wird immer trainiert. Eine einzige Dense-Schicht genügt für die meisten Aufgaben; verdeckte Einheiten helfen, wo Klassen schwer zu unterscheiden sind.</translation>
        </message>
        <message>
            <source>dense classifier top</source>
            <translation>klassifikator dense head classifier top</translation>
        </message>
        <message>
            <source>Heat map</source>
            <translation>Heatmap</translation>
        </message>
        <message>
            <source>The places of a picture that speak for a class, coloured by how much (Grad-CAM). If they lie beside the thing itself, the model may have learnt the background instead.</source>
            <translation>Die Stellen eines Bildes, die für eine Klasse sprechen, nach Stärke eingefärbt (Grad-CAM). Liegen sie neben dem Ding selbst, hat das Modell vielleicht stattdessen den Hintergrund gelernt.</translation>
        </message>
        <message>
            <source>grad-cam explanation why</source>
            <translation>erklärung warum heat map grad-cam explanation why</translation>
        </message>
        <message>
            <source>ImageNet</source>
            <translation>ImageNet</translation>
        </message>
        <message>
            <source>A collection of more than a million photographs of a thousand kinds of things. Networks trained on it are where transfer learning starts. Random weights in their place transfer nothing, and give worse results.</source>
            <translation>Eine Sammlung von mehr als einer Million Fotos von tausend Arten von Dingen. Darauf trainierte Netze sind der Ausgangspunkt des Transferlernens. Zufällige Gewichte an ihrer Stelle übertragen nichts und führen zu schlechteren Ergebnissen.</translation>
        </message>
        <message>
            <source>weights pretrained</source>
            <translation>gewichte vortrainiert weights pretrained</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>The class that a picture is said to be. A wrong label teaches the model something false and is counted against it. The Evaluate page names labels that may be wrong; you decide.</source>
            <translation>Die Klasse, die für ein Bild angegeben ist. Ein falsches Label lehrt das Modell etwas Falsches und wird ihm als Fehler angerechnet. Die Seite „Auswertung“ nennt Labels, die vielleicht falsch sind; die Entscheidung liegt bei Ihnen.</translation>
        </message>
        <message>
            <source>annotation suspect wrong</source>
            <translation>beschriftung verdächtig falsch annotation suspect wrong</translation>
        </message>
        <message>
            <source>Label smoothing</source>
            <translation>Label-Glättung</translation>
        </message>
        <message>
            <source>Spreads a small part of each label over all classes, so that the model is never asked to be entirely sure. It often makes the model's confidence more honest.</source>
            <translation>Verteilt einen kleinen Teil jedes Labels auf alle Klassen, sodass vom Modell nie völlige Sicherheit verlangt wird. Oft macht das die Konfidenz des Modells ehrlicher.</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>How far each step of the training goes. Too high, and the loss jumps about; too low, and nothing seems to happen. Thawed layers want about a tenth of what a new head does. Find… tries rates and proposes one.</source>
            <translation>Wie weit jeder Trainingsschritt geht. Zu hoch, und der Verlust springt umher; zu niedrig, und es scheint nichts zu geschehen. Aufgetaute Schichten brauchen etwa ein Zehntel dessen, was ein neuer Kopf braucht. „Suchen…“ probiert Raten aus und schlägt eine vor.</translation>
        </message>
        <message>
            <source>step size lr</source>
            <translation>schrittgröße schrittweite learning rate step size lr</translation>
        </message>
        <message>
            <source>What the training makes small: how far the answers are from the labels, surer wrong answers counting more. It should fall. When it falls for the training but rises for the held-out pictures, the model overfits.</source>
            <translation>Was das Training klein macht: wie weit die Antworten von den Labels entfernt sind, wobei sichere falsche Antworten mehr zählen. Er sollte fallen. Fällt er für das Training, steigt aber für die zurückgehaltenen Bilder, ist das Modell überangepasst.</translation>
        </message>
        <message>
            <source>cross-entropy error curve</source>
            <translation>kreuzentropie fehler kurve loss cross-entropy error curve</translation>
        </message>
        <message>
            <source>Movement</source>
            <translation>Bewegung</translation>
        </message>
        <message>
            <source>How far the weights of a layer went in training, compared with their own size. A frozen layer must not move at all, which is checked after each training. Thawed layers near the head usually move most.</source>
            <translation>Wie weit sich die Gewichte einer Schicht im Training bewegt haben, verglichen mit ihrer eigenen Größe. Eine eingefrorene Schicht darf sich gar nicht bewegen; das wird nach jedem Training geprüft. Aufgetaute Schichten nahe am Kopf bewegen sich meist am weitesten.</translation>
        </message>
        <message>
            <source>delta weights change</source>
            <translation>delta gewichte änderung weights change</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>Optimierer</translation>
        </message>
        <message>
            <source>The rule that turns what was wrong into a step of the weights. Adam suits most trainings; SGD is plainer and wants its learning rate chosen with more care.</source>
            <translation>Die Regel, die aus dem Fehler einen Schritt der Gewichte macht. Adam passt zu den meisten Trainings; SGD ist einfacher, verlangt aber eine sorgfältiger gewählte Lernrate.</translation>
        </message>
        <message>
            <source>adam sgd adamw</source>
            <translation>adam sgd adamw optimizer</translation>
        </message>
        <message>
            <source>Overfitting</source>
            <translation>Überanpassung</translation>
        </message>
        <message>
            <source>Learning the training pictures by heart instead of what they have in common. It shows when the validation falls behind the training. More pictures, augmentation, dropout, or fewer thawed layers help.</source>
            <translation>Die Trainingsbilder auswendig lernen statt dessen, was ihnen gemeinsam ist. Es zeigt sich, wenn die Validierung hinter dem Training zurückbleibt. Mehr Bilder, Augmentierung, Dropout oder weniger aufgetaute Schichten helfen.</translation>
        </message>
        <message>
            <source>memorize generalize</source>
            <translation>auswendig verallgemeinern overfitting memorize generalize</translation>
        </message>
        <message>
            <source>Pooling</source>
            <translation>Pooling</translation>
        </message>
        <message>
            <source>A layer that makes maps smaller by keeping the largest or the mean of each neighbourhood. The last one takes the mean of each whole map, and so makes features of it.</source>
            <translation>Eine Schicht, die Karten verkleinert, indem sie von jeder Nachbarschaft den größten oder den mittleren Wert behält. Die letzte nimmt den Mittelwert jeder ganzen Karte und macht so Merkmale daraus.</translation>
        </message>
        <message>
            <source>maxpool average</source>
            <translation>mittelwert maximum maxpool average</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Lauf</translation>
        </message>
        <message>
            <source>One training with all that came of it: the model, its settings, its curves and which pictures were held out, in a folder of its own. Evaluate, Predict and Export work with the run in use.</source>
            <translation>Ein Training mit allem, was daraus entstand: das Modell, seine Einstellungen, seine Kurven und welche Bilder zurückgehalten wurden, in einem eigenen Ordner. Auswertung, Vorhersage und Export arbeiten mit dem Lauf in Gebrauch.</translation>
        </message>
        <message>
            <source>experiment folder model</source>
            <translation>experiment ordner modell run folder model</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Startwert</translation>
        </message>
        <message>
            <source>The number from which everything random is drawn: the held-out pictures, the order, the first weights of the head. The same seed gives the same training again.</source>
            <translation>Die Zahl, aus der alles Zufällige gezogen wird: die zurückgehaltenen Bilder, die Reihenfolge, die ersten Gewichte des Kopfes. Derselbe Startwert ergibt wieder dasselbe Training.</translation>
        </message>
        <message>
            <source>random repeat</source>
            <translation>zufall wiederholen seed random repeat</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Aufteilung</translation>
        </message>
        <message>
            <source>How the pictures are divided into those that are learnt from and those that are held out to validate with. Pictures that look alike stay on one side, since the model would otherwise be tested on what it has seen.</source>
            <translation>Wie die Bilder aufgeteilt werden in solche, aus denen gelernt wird, und solche, die zur Validierung zurückgehalten werden. Bilder, die gleich aussehen, bleiben auf einer Seite, denn sonst würde das Modell mit dem geprüft, was es schon gesehen hat.</translation>
        </message>
        <message>
            <source>held out validation train test</source>
            <translation>zurückgehalten validierung training test split held out validation train</translation>
        </message>
        <message>
            <source>Trainable</source>
            <translation>Trainierbar</translation>
        </message>
        <message>
            <source>A trainable, or thawed, layer changes its weights in training. Thaw blocks near the head when your pictures are unlike ordinary photographs and you have some hundreds of each class. The more is thawed, the more pictures and the more time it takes.</source>
            <translation>Eine trainierbare, also aufgetaute Schicht ändert ihre Gewichte im Training. Blöcke nahe am Kopf auftauen, wenn die eigenen Bilder gewöhnlichen Fotos unähnlich sind und es von jeder Klasse einige hundert gibt. Je mehr aufgetaut ist, desto mehr Bilder und Zeit braucht es.</translation>
        </message>
        <message>
            <source>thaw flame unfreeze fine-tuning</source>
            <translation>auftauen flamme feinabstimmung thaw flame unfreeze fine-tuning</translation>
        </message>
        <message>
            <source>Transfer learning</source>
            <translation>Transferlernen</translation>
        </message>
        <message>
            <source>Using what a network learnt from one task for another: its backbone is kept, and only a new head, and perhaps the blocks next to it, are trained. So some dozens of pictures of each class are enough where training from scratch would want many thousands.</source>
            <translation>Was ein Netz an einer Aufgabe gelernt hat, für eine andere nutzen: Sein Backbone bleibt, und nur ein neuer Kopf und vielleicht die Blöcke daneben werden trainiert. So genügen einige Dutzend Bilder je Klasse, wo ein Training von Grund auf viele Tausend bräuchte.</translation>
        </message>
        <message>
            <source>fine-tuning</source>
            <translation>feinabstimmung transfer learning fine-tuning</translation>
        </message>
        <message>
            <source>Unlike the training images</source>
            <translation>Den Trainingsbildern unähnlich</translation>
        </message>
        <message>
            <source>The picture lies farther from all training images than nearly all held-out ones do. The model still names a class, but has seen nothing of the kind: don't rely on the answer.</source>
            <translation>Das Bild liegt weiter von allen Trainingsbildern entfernt als fast alle zurückgehaltenen. Das Modell nennt trotzdem eine Klasse, hat aber nichts dergleichen gesehen: auf die Antwort ist kein Verlass.</translation>
        </message>
        <message>
            <source>unknown outlier out of distribution</source>
            <translation>unbekannt ausreißer fremd unknown outlier out of distribution</translation>
        </message>
        <message>
            <source>Validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <source>Measuring the model, after each epoch, on pictures that were held out. It never learns from these, so the numbers tell how it does on what is new to it. The epoch that does best here is the one that is kept.</source>
            <translation>Das Modell nach jeder Epoche an zurückgehaltenen Bildern messen. Aus diesen lernt es nie; die Zahlen sagen also, wie gut es mit Neuem zurechtkommt. Die Epoche, die hier am besten abschneidet, wird behalten.</translation>
        </message>
        <message>
            <source>held out test</source>
            <translation>zurückgehalten test held out validation</translation>
        </message>
        <message>
            <source>Weight decay</source>
            <translation>Gewichtsverfall</translation>
        </message>
        <message>
            <source>Draws the weights a little towards zero at each step, which keeps the model simple. It works against overfitting.</source>
            <translation>Zieht die Gewichte bei jedem Schritt ein wenig gegen null, was das Modell einfach hält. Es wirkt gegen Überanpassung.</translation>
        </message>
        <message>
            <source>l2 regularization</source>
            <translation>l2 regularisierung weight decay regularization</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>Gewichte</translation>
        </message>
        <message>
            <source>The numbers inside a network that training changes; ResNet50 has some 24 million. They are all that a network has learnt. Parameters is another word for them.</source>
            <translation>Die Zahlen in einem Netz, die das Training ändert; ResNet50 hat rund 24 Millionen. Sie sind alles, was ein Netz gelernt hat. Parameter ist ein anderes Wort dafür.</translation>
        </message>
        <message>
            <source>parameters</source>
            <translation>parameter parameters weights</translation>
        </message>
        <message>
            <source>New classes</source>
            <translation>Neue Klassen</translation>
        </message>
        <message>
            <source>Trained again with your corrections.</source>
            <translation>Mit Ihren Korrekturen erneut trainiert.</translation>
        </message>
        <message>
            <source>The same images were held out as in “{name}”, so the two can be compared.</source>
            <translation>Dieselben Bilder wie in „{name}“ wurden zurückgehalten, die beiden sind also vergleichbar.</translation>
        </message>
        <message>
            <source>“{name}” is the run in use again.</source>
            <translation>„{name}“ ist wieder der Lauf in Gebrauch.</translation>
        </message>
        <message>
            <source>“{name}” stays in the table.</source>
            <translation>„{name}“ bleibt in der Tabelle.</translation>
        </message>
        <message>
            <source>Use “{name}” again</source>
            <translation>„{name}“ wieder verwenden</translation>
        </message>
        <message>
            <source>See what got worse</source>
            <translation>Verschlechterungen ansehen</translation>
        </message>
        <message>
            <source>Take the last correction back</source>
            <translation>Letzte Korrektur zurücknehmen</translation>
        </message>
        <message>
            <source>La&amp;nguage</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <source>As the &amp;desktop</source>
            <translation>Wie das &amp;System</translation>
        </message>
        <message>
            <source>Frostline speaks {language} when it is started the next time.</source>
            <translation>Frostline spricht {language}, sobald es wieder gestartet wird.</translation>
        </message>
        <message>
            <source>What is under way goes on.</source>
            <translation>Was gerade läuft, läuft weiter.</translation>
        </message>
        <message>
            <source>La&amp;yers of</source>
            <translation>S&amp;chichten von</translation>
        </message>
        <message>
            <source>Network whose layers are shown</source>
            <translation>Netz, dessen Schichten gezeigt werden</translation>
        </message>
        <message>
            <source>{backend}, {device}, {image_size} pixels</source>
            <translation>{backend}, {device}, {image_size} Pixel</translation>
        </message>
        <message>
            <source>Multiplications with additions: forwards through what is not stored, and backwards through what learns. Instead of: the same when every image is computed from its pixels in every epoch.</source>
            <translation>Multiplikationen mit Additionen: vorwärts durch das, was nicht gespeichert ist, und rückwärts durch das, was lernt. Statt: dasselbe, wenn jedes Bild in jeder Epoche aus seinen Pixeln berechnet wird.</translation>
        </message>
        <message>
            <source>Measure this machine again</source>
            <translation>Diesen Rechner erneut messen</translation>
        </message>
        <message>
            <source>Measure this machine again: a few seconds</source>
            <translation>Diesen Rechner erneut messen: einige Sekunden</translation>
        </message>
        <message>
            <source>Cost of an epoch</source>
            <translation>Kosten einer Epoche</translation>
        </message>
        <message>
            <source>{upper}{work} multiply‑adds</source>
            <translation>{upper}{work} Multiplikationen</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>An estimate for one epoch with its validation, the features being stored.</source>
            <translation>Eine Schätzung für eine Epoche mit Validierung, wenn die Merkmale gespeichert sind.</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Gemessen</translation>
        </message>
        <message>
            <source>A typical epoch of the run in which these layers were trained last.</source>
            <translation>Eine typische Epoche des Laufs, in dem diese Schichten zuletzt trainiert wurden.</translation>
        </message>
        <message>
            <source>Computing what lies below the frost line; later runs reuse it.</source>
            <translation>Berechnung dessen, was unter der Frostgrenze liegt; spätere Läufe verwenden es wieder.</translation>
        </message>
        <message>
            <source>On disk</source>
            <translation>Auf Platte</translation>
        </message>
        <message>
            <source>What the features take in the feature store.</source>
            <translation>Was die Merkmale im Merkmalspeicher belegen.</translation>
        </message>
        <message>
            <source>none: nothing to keep</source>
            <translation>nichts aufzubewahren</translation>
        </message>
        <message>
            <source>{once}, once</source>
            <translation>{once}, einmalig</translation>
        </message>
        <message>
            <source>not trained yet</source>
            <translation>noch nicht trainiert</translation>
        </message>
        <message>
            <source>{amount} {size} instead of {naive_amount} {naive_size}</source>
            <translation>{amount} {size} statt {naive_amount} {naive_size}</translation>
        </message>
        <message>
            <source>An epoch of the run “{run}”: {images}, {image_size} pixels wide, in batches of {batch_size}, on {device}.</source>
            <translation>Eine Epoche des Laufs „{run}“: {images}, {image_size} Pixel breit, in Batches zu {batch_size}, auf {device}.</translation>
        </message>
        <message>
            <source>{image_size} pixels wide, batches of {batch_size}</source>
            <translation>{image_size} Pixel breit, Batches zu {batch_size}</translation>
        </message>
        <message>
            <source>For {images}{held_out}, {settings}.</source>
            <translation>Für {images}{held_out}, {settings}.</translation>
        </message>
        <message>
            <source>trillion</source>
            <translation>Billionen</translation>
        </message>
        <message>
            <source>billion</source>
            <translation>Milliarden</translation>
        </message>
        <message>
            <source>million</source>
            <translation>Millionen</translation>
        </message>
        <message>
            <source>hardly any instead of {count}</source>
            <translation>kaum welche statt {count}</translation>
        </message>
        <message>
            <source>{size} for {images}</source>
            <translation>{size} für {images}</translation>
        </message>
        <message>
            <source>less than 0.1 s</source>
            <translation>unter 0,1 s</translation>
        </message>
        <message>
            <source>about {coarse}</source>
            <translation>etwa {coarse}</translation>
        </message>
        <message>
            <source>about {seconds:.1f} s</source>
            <translation>etwa {seconds:.1f} s</translation>
        </message>
        <message>
            <source>{words} at {image_size} pixels</source>
            <translation>{words} bei {image_size} Pixeln</translation>
        </message>
        <message>
            <source>{words} for {images}</source>
            <translation>{words} für {images}</translation>
        </message>
        <message>
            <source> It was the only one, so that it has what starting costs.</source>
            <translation> Es war die einzige, enthält also den Aufwand für den Start.</translation>
        </message>
        <message>
            <source>this machine ({device})</source>
            <translation>dieser Rechner ({device})</translation>
        </message>
        <message>
            <source>this machine</source>
            <translation>dieser Rechner</translation>
        </message>
        <message>
            <source>For each {images}, {settings}. Open a folder to count yours.</source>
            <translation>Je {images}, {settings}. Einen Ordner öffnen, um eigene zu zählen.</translation>
        </message>
        <message>
            <source> and {held_out:,} held out</source>
            <translation> und {held_out:,} zurückgehaltene</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} min</translation>
        </message>
        <message>
            <source>Times can be estimated once this machine is measured.</source>
            <translation>Zeiten lassen sich schätzen, sobald dieser Rechner gemessen ist.</translation>
        </message>
        <message>
            <source>For estimates of time, {name} is measured as soon as the worker is free.</source>
            <translation>Für Zeitschätzungen wird {name} gemessen, sobald der Arbeitsprozess frei ist.</translation>
        </message>
        <message>
            <source>For estimates of time, {name} is being measured: a few seconds.</source>
            <translation>Für Zeitschätzungen wird {name} gerade gemessen: einige Sekunden.</translation>
        </message>
        <message>
            <source>Estimated from a short measurement of {name}.</source>
            <translation>Geschätzt; dazu wurde {name} kurz gemessen.</translation>
        </message>
        <message>
            <source>Measuring {name} failed: {failure}</source>
            <translation>Für Zeitschätzungen konnte {name} nicht gemessen werden: {failure}</translation>
        </message>
        <message>
            <source>{digits} instead of {naive_amount} {naive_size}</source>
            <translation>{digits} statt {naive_amount} {naive_size}</translation>
        </message>
        <message>
            <source>Off is safer: BatchNorm in thawed blocks keeps its statistics of a million pictures, which a small data set would spoil.</source>
            <translation>Aus ist sicherer: BatchNorm in aufgetauten Blöcken behält seine Statistik von einer Million Bildern, die ein kleiner Datensatz verderben würde.</translation>
        </message>
        <message>
            <source>Thaw BatchNorm too</source>
            <translation>BatchNorm auch auftauen</translation>
        </message>
        <message>
            <source>Preset of the freeze plan</source>
            <translation>Vorlage des Frostplans</translation>
        </message>
        <message>
            <source>Layers to thaw, as text</source>
            <translation>Aufzutauende Schichten als Text</translation>
        </message>
        <message>
            <source>head, conv5, conv4+, conv5_block3, all</source>
            <translation>head, conv5, conv4+, conv5_block3, all</translation>
        </message>
        <message>
            <source>Stages, blocks or layers with commas between; conv4+ means conv4 and all above</source>
            <translation>Stufen, Blöcke oder Schichten, durch Kommas getrennt; conv4+ heißt conv4 und alles darüber</translation>
        </message>
        <message>
            <source>Thaw BatchNorm layers too</source>
            <translation>Auch BatchNorm-Schichten auftauen</translation>
        </message>
        <message>
            <source>Your own choice of layers</source>
            <translation>Eigene Auswahl von Schichten</translation>
        </message>
        <message>
            <source>P&amp;reset</source>
            <translation>&amp;Vorgabe</translation>
        </message>
        <message>
            <source>Tha&amp;wed layers</source>
            <translation>Au&amp;fgetaute Schichten</translation>
        </message>
        <message>
            <source>What bears a flame will learn; what bears a snowflake stays as it was trained on ImageNet. Drag the frost line, or click a block.</source>
            <translation>Was eine Flamme trägt, lernt; was eine Schneeflocke trägt, bleibt, wie es auf ImageNet trainiert wurde. Die Frostgrenze ziehen oder einen Block anklicken.</translation>
        </message>
        <message>
            <source>Show the freeze plan</source>
            <translation>Frostplan zeigen</translation>
        </message>
        <message>
            <source>Colours tell what is frozen and what learns</source>
            <translation>Farben sagen, was eingefroren ist und was lernt</translation>
        </message>
        <message>
            <source>Show how far layers moved</source>
            <translation>Zeigen, wie weit sich Schichten bewegt haben</translation>
        </message>
        <message>
            <source>Colours tell how far each layer moved in training</source>
            <translation>Farben sagen, wie weit sich jede Schicht im Training bewegt hat</translation>
        </message>
        <message>
            <source>Epoch whose movement is shown</source>
            <translation>Epoche, deren Bewegung gezeigt wird</translation>
        </message>
        <message>
            <source>Freeze plan</source>
            <translation>Frostplan</translation>
        </message>
        <message>
            <source>Epoch 0000 of 0000</source>
            <translation>Epoche 0000 von 0000</translation>
        </message>
        <message>
            <source>{count}, the strongest first.</source>
            <translation>{count}, die stärksten zuerst.</translation>
        </message>
        <message>
            <source>All {channels:,} channels</source>
            <translation>Alle {channels:,} Kanäle</translation>
        </message>
        <message>
            <source>{shown} of {channels:,} channels</source>
            <translation>{shown} von {channels:,} Kanälen</translation>
        </message>
        <message>
            <source>{words} Dark is a channel's smallest value, yellow its largest.</source>
            <translation>{words} Dunkel ist der kleinste Wert eines Kanals, gelb der größte.</translation>
        </message>
        <message>
            <source>What it makes of a picture</source>
            <translation>Was sie aus einem Bild macht</translation>
        </message>
        <message>
            <source>The layer's strongest channels as pictures</source>
            <translation>Die stärksten Kanäle der Schicht als Bilder</translation>
        </message>
        <message>
            <source>The layer's strongest channels as numbers</source>
            <translation>Die stärksten Kanäle der Schicht als Zahlen</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Kanal</translation>
        </message>
        <message>
            <source>mean strength</source>
            <translation>mittlere Stärke</translation>
        </message>
        <message>
            <source>There is no picture in it: drop a picture file, or a picture.</source>
            <translation>Es ist kein Bild darin: eine Bilddatei oder ein Bild ablegen.</translation>
        </message>
        <message>
            <source>This</source>
            <translation>Dies</translation>
        </message>
        <message>
            <source>The new classes</source>
            <translation>Die neuen Klassen</translation>
        </message>
        <message>
            <source>{details} filters of {details_2}</source>
            <translation>{details} Filter zu {details_2}</translation>
        </message>
        <message>
            <source>window {details}</source>
            <translation>Fenster {details}</translation>
        </message>
        <message>
            <source>stride {details}</source>
            <translation>Schrittweite {details}</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Stands in</source>
            <translation>Liegt in</translation>
        </message>
        <message>
            <source>Goes to</source>
            <translation>Geht an</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <source>Multiply-adds</source>
            <translation>Multiplikationen</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>Schichten</translation>
        </message>
        <message>
            <source>Will learn</source>
            <translation>Wird lernen</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Gives</source>
            <translation>Liefert</translation>
        </message>
        <message>
            <source>{shape} ({count} layers)</source>
            <translation>{shape} ({count} Schichten)</translation>
        </message>
        <message>
            <source>and {count} others</source>
            <translation>und {count} weitere</translation>
        </message>
        <message>
            <source>Outputs</source>
            <translation>Ausgaben</translation>
        </message>
        <message>
            <source>{count}, of these</source>
            <translation>{count}, davon</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>Eingaben</translation>
        </message>
        <message>
            <source>{classes} classes</source>
            <translation>{classes} Klassen</translation>
        </message>
        <message>
            <source>your classes</source>
            <translation>Ihre Klassen</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>Erhält</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>The layer's filters as pictures, the strongest first</source>
            <translation>Die Filter der Schicht als Bilder, die stärksten zuerst</translation>
        </message>
        <message>
            <source>All {count} filters, the strongest first: what each one looks for. Mid-grey is zero.</source>
            <translation>Alle {count} Filter, die stärksten zuerst: wonach jeder sucht. Mittelgrau ist null.</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>norm</source>
            <translation>Norm</translation>
        </message>
        <message>
            <source>Histogram of {weight}</source>
            <translation>Histogramm von {weight}</translation>
        </message>
        <message>
            <source>{count:,} values from {number} to {number_2}. Mean {number_3} (line), standard deviation {number_4} (shaded on both sides of it).</source>
            <translation>{count:,} Werte von {number} bis {number_2}. Mittelwert {number_3} (Linie), Standardabweichung {number_4} (zu beiden Seiten schattiert).</translation>
        </message>
        <message>
            <source>{values} from {number} to {number_2}</source>
            <translation>{values} von {number} bis {number_2}</translation>
        </message>
        <message>
            <source>Its one value is {number}.</source>
            <translation>Der einzige Wert ist {number}.</translation>
        </message>
        <message>
            <source>All {count:,} values are {number}.</source>
            <translation>Alle {count:,} Werte sind {number}.</translation>
        </message>
        <message>
            <source>1 value</source>
            <translation>1 Wert</translation>
        </message>
        <message>
            <source>{count:,} values</source>
            <translation>{count:,} Werte</translation>
        </message>
        <message>
            <source>No layer is selected</source>
            <translation>Keine Schicht ausgewählt</translation>
        </message>
        <message>
            <source>Select one to see its weights, and what it makes of one of your pictures.</source>
            <translation>Eine Schicht auswählen, um ihre Gewichte zu sehen und was sie aus einem Ihrer Bilder macht.</translation>
        </message>
        <message>
            <source>Layer inspector</source>
            <translation>Schichtinspektor</translation>
        </message>
        <message>
            <source>What is selected, its weights, and what it makes of a picture</source>
            <translation>Die Auswahl, ihre Gewichte und was sie aus einem Bild macht</translation>
        </message>
        <message>
            <source>Dropped picture</source>
            <translation>Abgelegtes Bild</translation>
        </message>
        <message>
            <source>Drop a picture here to see what this layer makes of it, or open a folder on the Data page.</source>
            <translation>Hier ein Bild ablegen, um zu sehen, was diese Schicht daraus macht, oder auf der Seite „Daten“ einen Ordner öffnen.</translation>
        </message>
        <message>
            <source>Previous picture</source>
            <translation>Voriges Bild</translation>
        </message>
        <message>
            <source>Next picture</source>
            <translation>Nächstes Bild</translation>
        </message>
        <message>
            <source>Class of the picture</source>
            <translation>Klasse des Bildes</translation>
        </message>
        <message>
            <source>The part of the picture that the network sees</source>
            <translation>Der Teil des Bildes, den das Netz sieht</translation>
        </message>
        <message>
            <source>{number:,} of {count:,}</source>
            <translation>{number:,} von {count:,}</translation>
        </message>
        <message>
            <source>Keras is being loaded for the first look.</source>
            <translation>Keras wird für den ersten Blick geladen.</translation>
        </message>
        <message>
            <source>Configuration</source>
            <translation>Konfiguration</translation>
        </message>
        <message>
            <source>Looking into the layer</source>
            <translation>Schicht wird untersucht</translation>
        </message>
        <message>
            <source>Look into the layer again</source>
            <translation>Schicht erneut untersuchen</translation>
        </message>
        <message>
            <source>Selection</source>
            <translation>Auswahl</translation>
        </message>
        <message>
            <source> and the head</source>
            <translation> und der Kopf</translation>
        </message>
        <message>
            <source>1 layer</source>
            <translation>1 Schicht</translation>
        </message>
        <message>
            <source>{count} layers</source>
            <translation>{count} Schichten</translation>
        </message>
        <message>
            <source>Which of the layer's weights</source>
            <translation>Welche Gewichte der Schicht</translation>
        </message>
        <message>
            <source>Select a single layer to see its weights, and what it makes of a picture.</source>
            <translation>Eine einzelne Schicht auswählen, um ihre Gewichte zu sehen und was sie aus einem Bild macht.</translation>
        </message>
        <message>
            <source>The head is new: it gets its weights when a training starts. After it they can be seen here.</source>
            <translation>Der Kopf ist neu: Er erhält seine Gewichte, wenn ein Training beginnt. Danach sind sie hier zu sehen.</translation>
        </message>
        <message>
            <source>Freeze</source>
            <translation>Einfrieren</translation>
        </message>
        <message>
            <source>Thaw</source>
            <translation>Auftauen</translation>
        </message>
        <message>
            <source>Layers of the network</source>
            <translation>Schichten des Netzes</translation>
        </message>
        <message>
            <source>Space freezes or thaws the selected rows</source>
            <translation>Die Leertaste friert die ausgewählten Zeilen ein oder taut sie auf</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Schicht</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Typ</translation>
        </message>
        <message>
            <source>Output shape</source>
            <translation>Ausgabeform</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>Bewegt</translation>
        </message>
        <message>
            <source>, moved {moved}</source>
            <translation>, bewegt um {moved}</translation>
        </message>
        <message>
            <source>Colours: relative change of the weights, from {least:g} to {most:g}, logarithmic</source>
            <translation>Farben: relative Änderung der Gewichte, von {least:g} bis {most:g}, logarithmisch</translation>
        </message>
        <message>
            <source>Zoom out (-)</source>
            <translation>Verkleinern (-)</translation>
        </message>
        <message>
            <source>Zoom in, until the layers are seen (+)</source>
            <translation>Vergrößern, bis die Schichten zu sehen sind (+)</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Show the whole network (0)</source>
            <translation>Ganzes Netz zeigen (0)</translation>
        </message>
        <message>
            <source>The image at the bottom, the head at the top. Arrow keys move, Space freezes or thaws, Alt with up or down moves the frost line, plus and minus zoom, Enter shows the layers of a block.</source>
            <translation>Unten das Bild, oben der Kopf. Die Pfeiltasten bewegen die Auswahl, die Leertaste friert ein oder taut auf, Alt mit Auf oder Ab verschiebt die Frostgrenze, Plus und Minus zoomen, die Eingabetaste zeigt die Schichten eines Blocks.</translation>
        </message>
        <message>
            <source>Wider: more channels. Taller: a finer grid.</source>
            <translation>Breiter: mehr Kanäle. Höher: ein feineres Raster.</translation>
        </message>
        <message>
            <source>The frost line. Drag it: all blocks above it learn, all below it stay frozen
and are computed only once for each picture. Alt+Up and Alt+Down move it too.</source>
            <translation>Die Frostgrenze, zum Ziehen: Alle Blöcke darüber lernen, alle darunter bleiben eingefroren
und werden für jedes Bild nur einmal berechnet. Auch Alt+Auf und Alt+Ab verschieben sie.</translation>
        </message>
        <message>
            <source>{times}, stride {common}</source>
            <translation>{times}, Schrittweite {common}</translation>
        </message>
        <message>
            <source>Frost line: after {below}</source>
            <translation>Frostgrenze: nach {below}</translation>
        </message>
        <message>
            <source>The picture, brought to the form in which the network was trained.</source>
            <translation>Das Bild in der Form, mit der das Netz trainiert wurde.</translation>
        </message>
        <message>
            <source>Partly trainable: click to thaw it.</source>
            <translation>Teilweise trainierbar: Ein Klick taut alles auf.</translation>
        </message>
        <message>
            <source>weights</source>
            <translation>Gewichte</translation>
        </message>
        <message>
            <source>output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <source>The new layers that tell your classes apart.</source>
            <translation>Die neuen Schichten, die Ihre Klassen unterscheiden.</translation>
        </message>
        <message>
            <source>{count} blocks, one after the other, on the same grid.</source>
            <translation>{count} Blöcke nacheinander, auf demselben Raster.</translation>
        </message>
        <message>
            <source>Adds a correction to its input, which also comes past unchanged on the skip connection.</source>
            <translation>Addiert eine Korrektur zur Eingabe, die über die Abkürzung auch unverändert vorbeikommt.</translation>
        </message>
        <message>
            <source>Changes the shape of the tensor; a 1 × 1 convolution on the skip connection fits the input to it.</source>
            <translation>Ändert die Form des Tensors; eine 1 × 1-Faltung auf der Abkürzung passt die Eingabe daran an.</translation>
        </message>
        <message>
            <source>Finds edges and spots of colour, and shrinks the grid before the blocks begin.</source>
            <translation>Findet Kanten und Farbflecken und verkleinert das Raster, bevor die Blöcke beginnen.</translation>
        </message>
        <message>
            <source>It always learns.</source>
            <translation>Lernt immer.</translation>
        </message>
        <message>
            <source>Thawed, but kept frozen by the BatchNorm switch.</source>
            <translation>Aufgetaut, aber durch den BatchNorm-Schalter eingefroren gehalten.</translation>
        </message>
        <message>
            <source>Trainable: click to freeze it.</source>
            <translation>Trainierbar: Ein Klick friert ein.</translation>
        </message>
        <message>
            <source>Frozen: click to thaw it.</source>
            <translation>Eingefroren: Ein Klick taut auf.</translation>
        </message>
        <message>
            <source>The picture: red, green and blue.</source>
            <translation>Das Bild: Rot, Grün und Blau.</translation>
        </message>
        <message>
            <source>Brings the pixels to the form of the training.</source>
            <translation>Bringt die Pixel in die Form des Trainings.</translation>
        </message>
        <message>
            <source>It has no weights.</source>
            <translation>Hat keine Gewichte.</translation>
        </message>
        <message>
            <source>It stays as it is.</source>
            <translation>Bleibt, wie es ist.</translation>
        </message>
        <message>
            <source>Slides {output_shape} filters of {window} over its input; each makes one channel.</source>
            <translation>Schiebt {output_shape} Filter von {window} über die Eingabe; jeder ergibt einen Kanal.</translation>
        </message>
        <message>
            <source>Brings each channel to a steady mean and spread.</source>
            <translation>Bringt jeden Kanal auf einen stetigen Mittelwert und eine stetige Streuung.</translation>
        </message>
        <message>
            <source>Keeps what is positive and sets the rest to zero.</source>
            <translation>Behält, was positiv ist, und setzt den Rest auf null.</translation>
        </message>
        <message>
            <source>Adds what came on the skip connection to what the block has found.</source>
            <translation>Addiert, was über die Abkürzung kam, zu dem, was der Block gefunden hat.</translation>
        </message>
        <message>
            <source>Puts a border of zeros around the grid, so that its edges count too.</source>
            <translation>Legt einen Rand aus Nullen um das Raster, damit auch dessen Kanten zählen.</translation>
        </message>
        <message>
            <source>Keeps the strongest value of each window of {window}.</source>
            <translation>Behält den stärksten Wert jedes Fensters von {window}.</translation>
        </message>
        <message>
            <source>Averages each channel over the whole picture: one number a channel.</source>
            <translation>Mittelt jeden Kanal über das ganze Bild: eine Zahl je Kanal.</translation>
        </message>
        <message>
            <source>&amp;Freeze</source>
            <translation>&amp;Einfrieren</translation>
        </message>
        <message>
            <source>&amp;Thaw</source>
            <translation>&amp;Auftauen</translation>
        </message>
        <message>
            <source>Thaw from &amp;here up</source>
            <translation>Ab &amp;hier nach oben auftauen</translation>
        </message>
        <message>
            <source>not moved</source>
            <translation>nicht bewegt</translation>
        </message>
        <message>
            <source>move the frost line</source>
            <translation>Frostgrenze verschieben</translation>
        </message>
        <message>
            <source>How far each layer moved in epoch {epoch} of {name}, as a part of its weights. Furthest: {far}, {movement}.</source>
            <translation>Wie weit sich jede Schicht in Epoche {epoch} von {name} bewegt hat, im Verhältnis zu ihren Gewichten. Am weitesten: {far}, {movement}.</translation>
        </message>
        <message>
            <source>Epoch {epoch} of {epoch_2}</source>
            <translation>Epoche {epoch} von {epoch_2}</translation>
        </message>
        <message>
            <source>{checked} of {checked} frozen layers bit-identical</source>
            <translation>{checked} von {checked} eingefrorenen Schichten bitgleich</translation>
        </message>
        <message>
            <source>Nothing was trained yet. During a training and after it, each layer is coloured by how far it moved.</source>
            <translation>Noch wurde nichts trainiert. Während eines Trainings und danach zeigt die Farbe jeder Schicht, wie weit sie sich bewegt hat.</translation>
        </message>
        <message>
            <source>{name} does not say how far its layers moved: it was trained before that was measured.</source>
            <translation>{name} sagt nicht, wie weit sich die Schichten bewegt haben: Bei diesem Training wurde es noch nicht gemessen.</translation>
        </message>
        <message>
            <source>How far the head moved in epoch {epoch} of {name}. The whole backbone was frozen.</source>
            <translation>Wie weit sich der Kopf in Epoche {epoch} von {name} bewegt hat. Der ganze Backbone war eingefroren.</translation>
        </message>
        <message>
            <source>No epoch yet</source>
            <translation>Noch keine Epoche</translation>
        </message>
        <message>
            <source>The frozen layers are compared bit by bit when the training is over.</source>
            <translation>Die eingefrorenen Schichten werden am Ende des Trainings Bit für Bit verglichen.</translation>
        </message>
        <message>
            <source>The frozen layers were not compared: the training did not come to its end.</source>
            <translation>Die eingefrorenen Schichten wurden nicht verglichen: Das Training kam nicht zu seinem Ende.</translation>
        </message>
        <message>
            <source>No layer was frozen, so there was none to compare.</source>
            <translation>Keine Schicht war eingefroren, also war keine zu vergleichen.</translation>
        </message>
        <message>
            <source>{changed} of {checked} frozen layers changed: don't rely on this model.</source>
            <translation>{changed} von {checked} eingefrorenen Schichten haben sich geändert: Diesem Modell ist nicht zu trauen.</translation>
        </message>
        <message>
            <source>{name} is on its way to its first epoch.</source>
            <translation>{name} ist auf dem Weg zur ersten Epoche.</translation>
        </message>
        <message>
            <source>{name} has no epoch to show.</source>
            <translation>{name} hat keine Epoche zu zeigen.</translation>
        </message>
        <message>
            <source>stays frozen although it was thawed: its statistics come from a million pictures, and few pictures would spoil them. The switch “Thaw BatchNorm too” lets it learn.</source>
            <translation>bleibt eingefroren, obwohl aufgetaut: Die Statistik stammt von einer Million Bildern, und wenige Bilder würden sie verderben. Zum Mitlernen den Schalter „BatchNorm auch auftauen“ einschalten.</translation>
        </message>
        <message>
            <source>learns, and its statistics follow your pictures: good with many of them, harmful with few, since a batch then says little about the rest. The switch “Thaw BatchNorm too” keeps it as it was.</source>
            <translation>lernt, und die Statistik folgt Ihren Bildern: gut bei vielen, schädlich bei wenigen, weil ein Batch dann wenig über den Rest sagt. Ist der Schalter „BatchNorm auch auftauen“ aus, bleibt alles, wie es war.</translation>
        </message>
        <message>
            <source>Trainable, always</source>
            <translation>Trainierbar, immer</translation>
        </message>
        <message>
            <source>Frozen, statistics kept</source>
            <translation>Eingefroren, Statistik bleibt</translation>
        </message>
        <message>
            <source>Partly trainable</source>
            <translation>Teilweise trainierbar</translation>
        </message>
        <message>
            <source>Trainable, statistics updating</source>
            <translation>Trainierbar, Statistik ändert sich</translation>
        </message>
        <message>
            <source>Trainable, not BatchNorm</source>
            <translation>Trainierbar, ohne BatchNorm</translation>
        </message>
        <message>
            <source>This BatchNorm layer</source>
            <translation>Diese BatchNorm-Schicht</translation>
        </message>
        <message>
            <source>BatchNorm here (1 thawed layer)</source>
            <translation>BatchNorm hier (1 aufgetaute Schicht)</translation>
        </message>
        <message>
            <source>BatchNorm here ({count} thawed layers)</source>
            <translation>BatchNorm hier ({count} aufgetaute Schichten)</translation>
        </message>
        <message>
            <source>No weights</source>
            <translation>Keine Gewichte</translation>
        </message>
        <message>
            <source>Frozen, always</source>
            <translation>Eingefroren, immer</translation>
        </message>
        <message>
            <source>Keras is being loaded; the layers of the network follow in a moment.</source>
            <translation>Keras wird geladen; die Schichten des Netzes folgen gleich.</translation>
        </message>
        <message>
            <source>Loading the network</source>
            <translation>Netz wird geladen</translation>
        </message>
        <message>
            <source>What is frozen, what learns, and what that costs</source>
            <translation>Was eingefroren ist, was lernt und was das kostet</translation>
        </message>
        <message>
            <source>What is inside the selected layer</source>
            <translation>Was in der ausgewählten Schicht steckt</translation>
        </message>
        <message>
            <source>thaw BatchNorm</source>
            <translation>BatchNorm auftauen</translation>
        </message>
        <message>
            <source>freeze BatchNorm</source>
            <translation>BatchNorm einfrieren</translation>
        </message>
        <message>
            <source>Keras is being loaded; the network follows in a moment.</source>
            <translation>Keras wird geladen; das Netz folgt gleich.</translation>
        </message>
        <message>
            <source>Thaw &amp;BatchNorm too</source>
            <translation>&amp;BatchNorm auch auftauen</translation>
        </message>
        <message>
            <source>Show the free&amp;ze plan</source>
            <translation>&amp;Frostplan zeigen</translation>
        </message>
        <message>
            <source>Show how far layers &amp;moved</source>
            <translation>Be&amp;wegung der Schichten zeigen</translation>
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation>Ver&amp;größern</translation>
        </message>
        <message>
            <source>Zoom &amp;out</source>
            <translation>Ver&amp;kleinern</translation>
        </message>
        <message>
            <source>Show the &amp;whole network</source>
            <translation>Ganzes &amp;Netz zeigen</translation>
        </message>
        <message>
            <source>Mea&amp;sure this machine again</source>
            <translation>Diesen Rechner neu &amp;messen</translation>
        </message>
        <message>
            <source>It is being measured.</source>
            <translation>Die Messung läuft.</translation>
        </message>
        <message>
            <source>P&amp;resets</source>
            <translation>&amp;Vorlagen</translation>
        </message>
        <message>
            <source>Networ&amp;ks</source>
            <translation>Net&amp;ze</translation>
        </message>
        <message>
            <source>Select a block or a layer first.</source>
            <translation>Erst einen Block oder eine Schicht auswählen.</translation>
        </message>
        <message>
            <source>Move the frost line &amp;up</source>
            <translation>Frostgrenze nach &amp;oben</translation>
        </message>
        <message>
            <source>Move the frost line &amp;down</source>
            <translation>Frostgrenze nach &amp;unten</translation>
        </message>
        <message>
            <source>Fi&amp;nd a layer…</source>
            <translation>Schicht &amp;suchen…</translation>
        </message>
        <message>
            <source>Show the &amp;plan and its cost</source>
            <translation>&amp;Plan und Kosten zeigen</translation>
        </message>
        <message>
            <source>&amp;Look into the selected layer</source>
            <translation>Ausgewählte Schich&amp;t untersuchen</translation>
        </message>
        <message>
            <source>Freeze plans (*{suffix})</source>
            <translation>Frostpläne (*{suffix})</translation>
        </message>
        <message>
            <source>Save the freeze plan</source>
            <translation>Frostplan speichern</translation>
        </message>
        <message>
            <source>Open a freeze plan</source>
            <translation>Frostplan öffnen</translation>
        </message>
        <message>
            <source>open {removesuffix}</source>
            <translation>{removesuffix} öffnen</translation>
        </message>
        <message>
            <source>freeze plan</source>
            <translation>Frostplan</translation>
        </message>
        <message>
            <source>{completed} exists already, and {name} would have become it.</source>
            <translation>{completed} gibt es schon, und {name} wäre dazu geworden.</translation>
        </message>
        <message>
            <source>Choose {name} itself to replace it, or another name.</source>
            <translation>{name} selbst wählen, um es zu ersetzen, oder einen anderen Namen.</translation>
        </message>
        <message>
            <source>choose {name}</source>
            <translation>{name} wählen</translation>
        </message>
        <message>
            <source>Freeze plan and its cost</source>
            <translation>Frostplan und Kosten</translation>
        </message>
        <message>
            <source>{following:,} moving statistics are neither frozen nor trained.</source>
            <translation>{following:,} gleitende Statistikwerte sind weder eingefroren noch werden sie trainiert.</translation>
        </message>
        <message>
            <source>Weights of the backbone</source>
            <translation>Gewichte des Backbones</translation>
        </message>
        <message>
            <source>Everything up to {line} is computed once for each image: {saved:.0%} of the work of every epoch is saved.</source>
            <translation>Alles bis {line} wird für jedes Bild einmal berechnet: {saved:.0%} der Arbeit jeder Epoche werden gespart.</translation>
        </message>
        <message>
            <source>1 BatchNorm layer in the thawed part stays frozen.</source>
            <translation>1 BatchNorm-Schicht im aufgetauten Teil bleibt eingefroren.</translation>
        </message>
        <message>
            <source>{count} BatchNorm layers in the thawed part stay frozen.</source>
            <translation>{count} BatchNorm-Schichten im aufgetauten Teil bleiben eingefroren.</translation>
        </message>
        <message>
            <source>The frost line lies below the first layer: the whole network is computed for every image in every epoch.</source>
            <translation>Die Frostgrenze liegt unter der ersten Schicht: Das ganze Netz wird in jeder Epoche für jedes Bild berechnet.</translation>
        </message>
        <message>
            <source>Everything up to {line}, the whole backbone, is computed once for each image. Epochs train the head alone and take moments.</source>
            <translation>Alles bis {line}, der ganze Backbone, wird für jedes Bild einmal berechnet. Die Epochen trainieren nur den Kopf und dauern Augenblicke.</translation>
        </message>
        <message>
            <source>1 BatchNorm layer learns too, and its statistics follow your pictures.</source>
            <translation>1 BatchNorm-Schicht lernt mit, und ihre Statistik folgt Ihren Bildern.</translation>
        </message>
        <message>
            <source>{count} BatchNorm layers learn too, and their statistics follow your pictures.</source>
            <translation>{count} BatchNorm-Schichten lernen mit, und ihre Statistik folgt Ihren Bildern.</translation>
        </message>
        <message>
            <source>thaw {short}</source>
            <translation>{short} auftauen</translation>
        </message>
        <message>
            <source>freeze {short}</source>
            <translation>{short} einfrieren</translation>
        </message>
        <message>
            <source>choose {title}</source>
            <translation>{title} wählen</translation>
        </message>
        <message>
            <source>choose layers</source>
            <translation>Schichten wählen</translation>
        </message>
        <message>
            <source>Custom</source>
            <translation>Eigene Wahl</translation>
        </message>
        <message>
            <source>Few pictures, or a first try: an epoch takes moments</source>
            <translation>Wenige Bilder oder ein erster Versuch: Eine Epoche dauert Augenblicke</translation>
        </message>
        <message>
            <source>Some hundred pictures a class, unlike those of ImageNet</source>
            <translation>Einige hundert Bilder je Klasse, unähnlich denen von ImageNet</translation>
        </message>
        <message>
            <source>{before} and above</source>
            <translation>{before} und höher</translation>
        </message>
        <message>
            <source>Many pictures, and time</source>
            <translation>Viele Bilder und Zeit</translation>
        </message>
        <message>
            <source>All layers</source>
            <translation>Alle Schichten</translation>
        </message>
        <message>
            <source>Very many pictures; the slowest</source>
            <translation>Sehr viele Bilder; am langsamsten</translation>
        </message>
        <message>
            <source>Beside the network</source>
            <translation>Neben dem Netz</translation>
        </message>
        <message>
            <source>Filter the layers</source>
            <translation>Schichten filtern</translation>
        </message>
        <message>
            <source>Filter by name or type</source>
            <translation>Nach Name oder Typ filtern</translation>
        </message>
        <message>
            <source>Shows the rows whose name or type contains these words: bn, Conv2D, conv4_block3</source>
            <translation>Zeigt die Zeilen, deren Name oder Typ diese Wörter enthält: bn, Conv2D, conv4_block3</translation>
        </message>
        <message>
            <source>Clear the filter</source>
            <translation>Filter löschen</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Average</source>
            <translation>Mittelwert</translation>
        </message>
        <message>
            <source>Last layers</source>
            <translation>Letzte Schichten</translation>
        </message>
        <message>
            <source>Stem</source>
            <translation>Stamm</translation>
        </message>
        <message>
            <source>Residual block</source>
            <translation>Residualblock</translation>
        </message>
        <message>
            <source>1 residual block</source>
            <translation>1 Residualblock</translation>
        </message>
        <message>
            <source>{blocks} residual blocks</source>
            <translation>{blocks} Residualblöcke</translation>
        </message>
        <message>
            <source>opened as pictures to learn from</source>
            <translation>als Bilder zum Lernen geöffnet</translation>
        </message>
        <message>
            <source>opened as a project</source>
            <translation>als Projekt geöffnet</translation>
        </message>
        <message>
            <source>made the run in use</source>
            <translation>als Lauf in Gebrauch genommen</translation>
        </message>
        <message>
            <source>opened as a freeze plan</source>
            <translation>als Frostplan geöffnet</translation>
        </message>
        <message>
            <source>This model lies outside its run, so there is nothing to train again.</source>
            <translation>Dieses Modell liegt außerhalb seines Laufs, also gibt es nichts erneut zu trainieren.</translation>
        </message>
        <message>
            <source>Its pictures are in {folder}: open that folder to add to them.</source>
            <translation>Seine Bilder liegen in {folder}: diesen Ordner öffnen, um sie zu ergänzen.</translation>
        </message>
        <message>
            <source>The bars share 100 % among the classes that the model knows: it can't say that a picture shows none of them.</source>
            <translation>Die Balken teilen 100 % auf die Klassen auf, die das Modell kennt: Es kann nicht sagen, dass ein Bild keine davon zeigt.</translation>
        </message>
        <message>
            <source>The classes of a picture appear here, the likeliest first.</source>
            <translation>Hier erscheinen die Klassen eines Bildes, die wahrscheinlichste zuerst.</translation>
        </message>
        <message>
            <source>Unlike anything it was trained on. The bars may mean nothing.</source>
            <translation>Unähnlich allem, womit trainiert wurde. Die Balken bedeuten vielleicht nichts.</translation>
        </message>
        <message>
            <source>As dropped</source>
            <translation>Wie abgelegt</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Farthest first</source>
            <translation>Fernste zuerst</translation>
        </message>
        <message>
            <source>There is no camera</source>
            <translation>Es gibt keine Kamera</translation>
        </message>
        <message>
            <source>Connect one and open this again, or choose picture files instead.</source>
            <translation>Eine anschließen und dies erneut öffnen oder stattdessen Bilddateien wählen.</translation>
        </message>
        <message>
            <source>The camera is starting…</source>
            <translation>Die Kamera startet…</translation>
        </message>
        <message>
            <source>If nothing comes, another program may be using it.</source>
            <translation>Wenn nichts kommt, verwendet sie vielleicht ein anderes Programm.</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>Kamera</translation>
        </message>
        <message>
            <source>&amp;Take picture</source>
            <translation>&amp;Aufnehmen</translation>
        </message>
        <message>
            <source>What the camera sees</source>
            <translation>Was die Kamera sieht</translation>
        </message>
        <message>
            <source>See that no other program uses it and that this one may, or choose picture files instead.</source>
            <translation>Prüfen, ob kein anderes Programm sie verwendet und dieses es darf, oder stattdessen Bilddateien wählen.</translation>
        </message>
        <message>
            <source>The camera can't be used: {words}.</source>
            <translation>Die Kamera ist nicht verwendbar: {words}.</translation>
        </message>
        <message>
            <source>it gives no pictures</source>
            <translation>sie liefert keine Bilder</translation>
        </message>
        <message>
            <source>&amp;This is…</source>
            <translation>Das &amp;ist…</translation>
        </message>
        <message>
            <source>Open its folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Train &amp;again with these</source>
            <translation>Da&amp;mit erneut trainieren</translation>
        </message>
        <message>
            <source>Trains as before, with these pictures added and the same pictures held out</source>
            <translation>Trainiert wie zuvor, mit diesen Bildern dazu und denselben zurückgehaltenen Bildern</translation>
        </message>
        <message>
            <source>Corrected: it is {corrected}. Undo takes it back.</source>
            <translation>Korrigiert: Es ist {corrected}. „Rückgängig“ nimmt es zurück.</translation>
        </message>
        <message>
            <source>What is it?</source>
            <translation>Was ist es?</translation>
        </message>
        <message>
            <source>Say what this picture is</source>
            <translation>Sagen, was dieses Bild ist</translation>
        </message>
        <message>
            <source>&amp;These {count:,} are…</source>
            <translation>D&amp;iese {count:,} sind…</translation>
        </message>
        <message>
            <source>Train &amp;again with this</source>
            <translation>&amp;Mit diesem erneut trainieren</translation>
        </message>
        <message>
            <source>Train &amp;again with these {count:,}</source>
            <translation>&amp;Mit diesen {count:,} erneut trainieren</translation>
        </message>
        <message>
            <source>Another class…</source>
            <translation>Andere Klasse…</translation>
        </message>
        <message>
            <source>Drop pictures here</source>
            <translation>Bilder hier ablegen</translation>
        </message>
        <message>
            <source>Frostline fetches nothing from the network: save the picture and drop its file, or copy it and paste it.</source>
            <translation>Frostline holt nichts aus dem Internet: das Bild speichern und die Datei ablegen, oder es kopieren und einfügen.</translation>
        </message>
        <message>
            <source>There is no picture in it: expected picture files, or a picture.</source>
            <translation>Darin ist kein Bild: erwartet werden Bilddateien oder ein Bild.</translation>
        </message>
        <message>
            <source>The class that the map speaks for</source>
            <translation>Die Klasse, für die die Heatmap spricht</translation>
        </message>
        <message>
            <source>The block of the network whose map it is: later ones know objects, earlier ones edges</source>
            <translation>Der Block des Netzes, dessen Heatmap es ist: Spätere kennen Gegenstände, frühere Kanten</translation>
        </message>
        <message>
            <source>How strongly the map covers the picture</source>
            <translation>Wie stark die Heatmap das Bild überdeckt</translation>
        </message>
        <message>
            <source>A picture is called unlike when it lies farther from the training images than this share of the validation images</source>
            <translation>Ein Bild heißt unähnlich, wenn es ferner von den Trainingsbildern liegt als dieser Anteil der Validierungsbilder</translation>
        </message>
        <message>
            <source>&amp;Class</source>
            <translation>&amp;Klasse</translation>
        </message>
        <message>
            <source>&amp;Block</source>
            <translation>Blo&amp;ck</translation>
        </message>
        <message>
            <source>&amp;Opacity</source>
            <translation>Deckkra&amp;ft</translation>
        </message>
        <message>
            <source>&amp;Unlike beyond</source>
            <translation>Un&amp;ähnlich ab</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Wird untersucht…</translation>
        </message>
        <message>
            <source>Nearest training images</source>
            <translation>Nächste Trainingsbilder</translation>
        </message>
        <message>
            <source>Why the model answers so</source>
            <translation>Warum das Modell so antwortet</translation>
        </message>
        <message>
            <source>{percentile:.0f} % of the validation images lie within {threshold:.2f}.</source>
            <translation>{percentile:.0f} % der Validierungsbilder liegen innerhalb von {threshold:.2f}.</translation>
        </message>
        <message>
            <source>What speaks for {class_name} in {block}: most at the {place}.</source>
            <translation>Was in {block} für {class_name} spricht: am meisten {place}.</translation>
        </message>
        <message>
            <source>top left</source>
            <translation>oben links</translation>
        </message>
        <message>
            <source>top</source>
            <translation>oben</translation>
        </message>
        <message>
            <source>top right</source>
            <translation>oben rechts</translation>
        </message>
        <message>
            <source>left</source>
            <translation>links</translation>
        </message>
        <message>
            <source>centre</source>
            <translation>in der Mitte</translation>
        </message>
        <message>
            <source>right</source>
            <translation>rechts</translation>
        </message>
        <message>
            <source>bottom left</source>
            <translation>unten links</translation>
        </message>
        <message>
            <source>bottom</source>
            <translation>unten</translation>
        </message>
        <message>
            <source>bottom right</source>
            <translation>unten rechts</translation>
        </message>
        <message>
            <source>Unlike anything it was trained on: its distance is {distance:.2f}; {within} The bars may mean nothing.</source>
            <translation>Unähnlich allem, womit trainiert wurde: Der Abstand ist {distance:.2f}; {within} Die Balken bedeuten vielleicht nichts.</translation>
        </message>
        <message>
            <source>Like what it was trained on: its distance is {distance:.2f}; {within}</source>
            <translation>Ähnlich dem, womit trainiert wurde: Der Abstand ist {distance:.2f}; {within}</translation>
        </message>
        <message>
            <source> With so few of them ({validation_images}) this is a rough guess.</source>
            <translation> Bei so wenigen ({validation_images}) ist das grob geschätzt.</translation>
        </message>
        <message>
            <source>Nothing in {block} speaks for {class_name}.</source>
            <translation>Nichts in {block} spricht für {class_name}.</translation>
        </message>
        <message>
            <source>Reading the training images: {done} of {total}…</source>
            <translation>Trainingsbilder werden gelesen: {done} von {total}…</translation>
        </message>
        <message>
            <source>Only the first {most} of {count} pictures were taken. `frostline predict` takes any number.</source>
            <translation>Nur die ersten {most} von {count} Bildern wurden genommen. `frostline predict` nimmt beliebig viele.</translation>
        </message>
        <message>
            <source>Too many</source>
            <translation>Zu viele</translation>
        </message>
        <message>
            <source>There is no picture in this folder.</source>
            <translation>In diesem Ordner ist kein Bild.</translation>
        </message>
        <message>
            <source>All classes</source>
            <translation>Alle Klassen</translation>
        </message>
        <message>
            <source>Unlike only</source>
            <translation>Nur unähnliche</translation>
        </message>
        <message>
            <source>Save table…</source>
            <translation>Tabelle speichern…</translation>
        </message>
        <message>
            <source>Save the pictures on show with their classes as a table (CSV)</source>
            <translation>Die gezeigten Bilder mit ihren Klassen als Tabelle speichern (CSV)</translation>
        </message>
        <message>
            <source>Sort by</source>
            <translation>Sortieren nach</translation>
        </message>
        <message>
            <source>The order of the pictures</source>
            <translation>Die Reihenfolge der Bilder</translation>
        </message>
        <message>
            <source>Show only the pictures of one class</source>
            <translation>Nur die Bilder einer Klasse zeigen</translation>
        </message>
        <message>
            <source>At most so sure</source>
            <translation>Höchstens so sicher</translation>
        </message>
        <message>
            <source>Show only the pictures of less sure answers</source>
            <translation>Nur die Bilder mit weniger sicheren Antworten zeigen</translation>
        </message>
        <message>
            <source>Show only the pictures that are unlike the training images</source>
            <translation>Nur die Bilder zeigen, die den Trainingsbildern unähnlich sind</translation>
        </message>
        <message>
            <source>Unlike beyond</source>
            <translation>Unähnlich ab</translation>
        </message>
        <message>
            <source>S&amp;ort</source>
            <translation>S&amp;ortieren</translation>
        </message>
        <message>
            <source>C&amp;lass</source>
            <translation>K&amp;lasse</translation>
        </message>
        <message>
            <source>Sure &amp;below</source>
            <translation>Sich&amp;er unter</translation>
        </message>
        <message>
            <source>{shown:,} of {total:,}</source>
            <translation>{shown:,} von {total:,}</translation>
        </message>
        <message>
            <source>{total:,} pictures</source>
            <translation>{total:,} Bilder</translation>
        </message>
        <message>
            <source>There is no model yet</source>
            <translation>Noch kein Modell</translation>
        </message>
        <message>
            <source>Train one on the Train page, or open a model (above, right).</source>
            <translation>Auf der Seite „Training“ eines trainieren oder oben rechts ein Modell öffnen.</translation>
        </message>
        <message>
            <source>No picture is left</source>
            <translation>Kein Bild übrig</translation>
        </message>
        <message>
            <source>Show more of them: all classes, sure or not, unlike or not.</source>
            <translation>Mehr davon zeigen: alle Klassen, sicher oder nicht, unähnlich oder nicht.</translation>
        </message>
        <message>
            <source>From a folder or a browser, one or many. Or paste one with {paste_keys}.</source>
            <translation>Aus einem Ordner oder Browser, eines oder viele. Oder eines mit {paste_keys} einfügen.</translation>
        </message>
        <message>
            <source>Open a model…</source>
            <translation>Modell öffnen…</translation>
        </message>
        <message>
            <source>Open a model</source>
            <translation>Modell öffnen</translation>
        </message>
        <message>
            <source>The folder of a run…</source>
            <translation>Ordner eines Laufs…</translation>
        </message>
        <message>
            <source> (in training)</source>
            <translation> (im Training)</translation>
        </message>
        <message>
            <source>Model: {name}{moment}</source>
            <translation>Modell: {name}{moment}</translation>
        </message>
        <message>
            <source>No model yet</source>
            <translation>Noch kein Modell</translation>
        </message>
        <message>
            <source>Open the folder of a run</source>
            <translation>Ordner eines Laufs öffnen</translation>
        </message>
        <message>
            <source>{class_name}, distance {distance:.3f}
{file}</source>
            <translation>{class_name}, Abstand {distance:.3f}
{file}</translation>
        </message>
        <message>
            <source>{name}: {class_name}, distance {distance:.2f}</source>
            <translation>{name}: {class_name}, Abstand {distance:.2f}</translation>
        </message>
        <message>
            <source>Nearest training images, the nearest first</source>
            <translation>Nächste Trainingsbilder, das nächste zuerst</translation>
        </message>
        <message>
            <source>Pictures ({value});;All files (*)</source>
            <translation>Bilder ({value});;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Choose pictures</source>
            <translation>Bilder wählen</translation>
        </message>
        <message>
            <source>&amp;Why?</source>
            <translation>War&amp;um?</translation>
        </message>
        <message>
            <source>What in the picture speaks for the class, and which training images are like it</source>
            <translation>Was im Bild für die Klasse spricht und welche Trainingsbilder ihm ähnlich sind</translation>
        </message>
        <message>
            <source>&amp;Grid</source>
            <translation>&amp;Raster</translation>
        </message>
        <message>
            <source>All pictures as a grid of cards, or the current one in large (Return)</source>
            <translation>Alle Bilder als Raster von Karten oder das aktuelle groß (Eingabe)</translation>
        </message>
        <message>
            <source>Choose files…</source>
            <translation>Dateien wählen…</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <source>Classify the picture on the clipboard ({paste_keys})</source>
            <translation>Das Bild in der Zwischenablage klassifizieren ({paste_keys})</translation>
        </message>
        <message>
            <source>Camera…</source>
            <translation>Kamera…</translation>
        </message>
        <message>
            <source>Classify what a camera sees</source>
            <translation>Klassifizieren, was eine Kamera sieht</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Train one on the Train page, or open one here.</source>
            <translation>Auf der Seite „Training“ eines trainieren oder hier eines öffnen.</translation>
        </message>
        <message>
            <source>No camera can be used here.</source>
            <translation>Hier ist keine Kamera verwendbar.</translation>
        </message>
        <message>
            <source>The log files say why.</source>
            <translation>Die Protokolldateien sagen, warum.</translation>
        </message>
        <message>
            <source>Show all pictures as a grid</source>
            <translation>Alle Bilder als Raster zeigen</translation>
        </message>
        <message>
            <source>The picture waits</source>
            <translation>Das Bild wartet</translation>
        </message>
        <message>
            <source>{count} pictures wait</source>
            <translation>{count} Bilder warten</translation>
        </message>
        <message>
            <source>There is no model yet. {count} for one.</source>
            <translation>Es gibt noch kein Modell. {count} darauf.</translation>
        </message>
        <message>
            <source>{done:,} of {total:,} classified</source>
            <translation>{done:,} von {total:,} klassifiziert</translation>
        </message>
        <message>
            <source>Predict</source>
            <translation>Vorhersage</translation>
        </message>
        <message>
            <source>Classifying…</source>
            <translation>Wird klassifiziert…</translation>
        </message>
        <message>
            <source>Drop, paste or choose pictures first.</source>
            <translation>Erst Bilder ablegen, einfügen oder wählen.</translation>
        </message>
        <message>
            <source>&amp;Choose pictures…</source>
            <translation>&amp;Bilder wählen…</translation>
        </message>
        <message>
            <source>&amp;Paste a picture</source>
            <translation>Bild &amp;einfügen</translation>
        </message>
        <message>
            <source>Ca&amp;mera…</source>
            <translation>&amp;Kamera…</translation>
        </message>
        <message>
            <source>&amp;Stop classifying</source>
            <translation>Klassifizieren &amp;stoppen</translation>
        </message>
        <message>
            <source>Nothing is being classified.</source>
            <translation>Es wird nichts klassifiziert.</translation>
        </message>
        <message>
            <source>&amp;Why is it called so?</source>
            <translation>&amp;Warum diese Klasse?</translation>
        </message>
        <message>
            <source>All pictures as a &amp;grid</source>
            <translation>Alle Bilder als &amp;Raster</translation>
        </message>
        <message>
            <source>There must be more than one picture.</source>
            <translation>Dazu braucht es mehr als ein Bild.</translation>
        </message>
        <message>
            <source>Save the &amp;table…</source>
            <translation>&amp;Tabelle speichern…</translation>
        </message>
        <message>
            <source>Show the pictures as a grid first.</source>
            <translation>Erst die Bilder als Raster zeigen.</translation>
        </message>
        <message>
            <source>C&amp;lear</source>
            <translation>&amp;Leeren</translation>
        </message>
        <message>
            <source>Say what it &amp;is…</source>
            <translation>Sagen, was es &amp;ist…</translation>
        </message>
        <message>
            <source>Open the &amp;folder of the run</source>
            <translation>&amp;Ordner des Laufs öffnen</translation>
        </message>
        <message>
            <source>It is open, or not known.</source>
            <translation>Er ist offen oder nicht bekannt.</translation>
        </message>
        <message>
            <source>Train &amp;again with what was corrected</source>
            <translation>Mit Korrekturen erneut tr&amp;ainieren</translation>
        </message>
        <message>
            <source>Correct a picture first.</source>
            <translation>Erst ein Bild korrigieren.</translation>
        </message>
        <message>
            <source>&amp;Open the folder of a run…</source>
            <translation>Ordner eines Lau&amp;fs öffnen…</translation>
        </message>
        <message>
            <source>Open a .&amp;keras file…</source>
            <translation>.keras-&amp;Datei öffnen…</translation>
        </message>
        <message>
            <source>Classified pictures</source>
            <translation>Klassifizierte Bilder</translation>
        </message>
        <message>
            <source>Pasted picture {number}</source>
            <translation>Eingefügtes Bild {number}</translation>
        </message>
        <message>
            <source>, unlike anything it was trained on</source>
            <translation>, unähnlich allem, womit trainiert wurde</translation>
        </message>
        <message>
            <source>, corrected: it is {right_class}</source>
            <translation>, korrigiert: Es ist {right_class}</translation>
        </message>
        <message>
            <source>Classes of the picture, the likeliest first</source>
            <translation>Klassen des Bildes, die wahrscheinlichste zuerst</translation>
        </message>
        <message>
            <source>Pasted picture</source>
            <translation>Eingefügtes Bild</translation>
        </message>
        <message>
            <source>Dismiss the list of refused files</source>
            <translation>Liste der abgewiesenen Dateien schließen</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Files that could not be classified</source>
            <translation>Dateien, die nicht klassifiziert werden konnten</translation>
        </message>
        <message>
            <source>1 could not be classified</source>
            <translation>1 war nicht klassifizierbar</translation>
        </message>
        <message>
            <source>{count} could not be classified</source>
            <translation>{count} waren nicht klassifizierbar</translation>
        </message>
        <message>
            <source>is {right_class}</source>
            <translation>ist {right_class}</translation>
        </message>
        <message>
            <source>Save the table</source>
            <translation>Tabelle speichern</translation>
        </message>
        <message>
            <source>Tables (*{suffix})</source>
            <translation>Tabellen (*{suffix})</translation>
        </message>
        <message>
            <source>1 picture is</source>
            <translation>1 Bild ist</translation>
        </message>
        <message>
            <source>{count:,} pictures are</source>
            <translation>{count:,} Bilder sind</translation>
        </message>
        <message>
            <source>{count} in the table {file}.</source>
            <translation>{count} in der Tabelle {file}.</translation>
        </message>
        <message>
            <source>What is open</source>
            <translation>Was geöffnet ist</translation>
        </message>
        <message>
            <source>{why}: it is kept as {name}.</source>
            <translation>{why}: aufbewahrt als {name}.</translation>
        </message>
        <message>
            <source>Open anew what you worked on.</source>
            <translation>Erneut öffnen, woran Sie gearbeitet haben.</translation>
        </message>
        <message>
            <source>The project could be written again: all is saved.</source>
            <translation>Das Projekt ließ sich wieder schreiben: Alles ist gespeichert.</translation>
        </message>
        <message>
            <source> It is still in {name}.</source>
            <translation> Der Plan steht noch in {name}.</translation>
        </message>
        <message>
            <source>The freeze plan of this project can't be used: {why}{kept}</source>
            <translation>Der Frostplan dieses Projekts ist nicht verwendbar: {why}{kept}</translation>
        </message>
        <message>
            <source>Freeze and thaw anew.</source>
            <translation>Neu einfrieren und auftauen.</translation>
        </message>
        <message>
            <source>Find the pictures that were at {path}</source>
            <translation>Die Bilder suchen, die in {path} lagen</translation>
        </message>
        <message>
            <source>Use both</source>
            <translation>Beide verwenden</translation>
        </message>
        <message>
            <source>Keep those of the folder</source>
            <translation>Die des Ordners behalten</translation>
        </message>
        <message>
            <source>Changes aren't kept here; new runs go to {place_for_runs}.</source>
            <translation>Änderungen bleiben hier nicht erhalten; neue Läufe kommen nach {place_for_runs}.</translation>
        </message>
        <message>
            <source>Find the folder…</source>
            <translation>Ordner suchen…</translation>
        </message>
        <message>
            <source>The corrections of the pictures were not with them: they hold again as they did here.</source>
            <translation>Die Korrekturen der Bilder lagen nicht bei ihnen: Sie gelten wieder, wie sie hier galten.</translation>
        </message>
        <message>
            <source>The project</source>
            <translation>Das Projekt</translation>
        </message>
        <message>
            <source>saved as another project</source>
            <translation>als anderes Projekt gespeichert</translation>
        </message>
        <message>
            <source>The project “{name}” is open already.</source>
            <translation>Das Projekt „{name}“ ist schon geöffnet.</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>{what} is under way: the project can't be {done} now.</source>
            <translation>Noch in Arbeit ({what}): Das Projekt kann jetzt nicht {done} werden.</translation>
        </message>
        <message>
            <source>Wait for its end, or stop it first.</source>
            <translation>Das Ende abwarten oder erst stoppen.</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>geschlossen</translation>
        </message>
        <message>
            <source>New project</source>
            <translation>Neues Projekt</translation>
        </message>
        <message>
            <source>Save project as</source>
            <translation>Projekt speichern unter</translation>
        </message>
        <message>
            <source>Open project…</source>
            <translation>Projekt öffnen…</translation>
        </message>
        <message>
            <source>This window begins without it.</source>
            <translation>Dieses Fenster beginnt ohne.</translation>
        </message>
        <message>
            <source>Open a project</source>
            <translation>Projekt öffnen</translation>
        </message>
        <message>
            <source>Projects (*{suffix})</source>
            <translation>Projekte (*{suffix})</translation>
        </message>
        <message>
            <source>Name of the project:</source>
            <translation>Name des Projekts:</translation>
        </message>
        <message>
            <source>Copying the runs to {destination}</source>
            <translation>Läufe werden nach {destination} kopiert</translation>
        </message>
        <message>
            <source>Saving the project</source>
            <translation>Projekt wird gespeichert</translation>
        </message>
        <message>
            <source>Saved as the project “{name_of_project}”, {runs}. From now on all is kept there.</source>
            <translation>Als Projekt „{name_of_project}“ gespeichert, {runs}. Ab jetzt bleibt alles dort.</translation>
        </message>
        <message>
            <source>The folder of pictures “{name_of}” is not at {path} any more.</source>
            <translation>Der Bilderordner „{name_of}“ ist nicht mehr in {path}.</translation>
        </message>
        <message>
            <source>Find it to train and to evaluate; the runs can be used and exported without it.</source>
            <translation>Zum Trainieren und Auswerten wird er gebraucht; verwenden und exportieren lassen sich die Läufe auch ohne ihn.</translation>
        </message>
        <message>
            <source> It has {parts}.</source>
            <translation> Im Projekt: {parts}.</translation>
        </message>
        <message>
            <source>The pictures are corrected otherwise than this project remembers.{noted}</source>
            <translation>Die Bilder sind anders korrigiert, als in diesem Projekt vermerkt ist.{noted}</translation>
        </message>
        <message>
            <source>Use both, or go by what is noted with the pictures.</source>
            <translation>Beides verwenden oder gelten lassen, was bei den Bildern notiert ist.</translation>
        </message>
        <message>
            <source>with copies of {runs} runs</source>
            <translation>mit Kopien von {runs} Läufen</translation>
        </message>
        <message>
            <source>Not copied, since they are in training: {shown}.</source>
            <translation>Nicht kopiert, weil im Training: {shown}.</translation>
        </message>
        <message>
            <source>The project “{name_of_project}” is not at {project} any more.</source>
            <translation>Das Projekt „{name_of_project}“ ist nicht mehr in {project}.</translation>
        </message>
        <message>
            <source>Open it where it is now, plug its drive in, or begin anew.</source>
            <translation>Dort öffnen, wo es jetzt ist, das Laufwerk anschließen oder neu beginnen.</translation>
        </message>
        <message>
            <source>{name} (read-only)</source>
            <translation>{name} (schreibgeschützt)</translation>
        </message>
        <message>
            <source>{pictures} left out</source>
            <translation>{pictures} ausgelassen</translation>
        </message>
        <message>
            <source>{pictures} counted in another class</source>
            <translation>{pictures} zu einer anderen Klasse gezählt</translation>
        </message>
        <message>
            <source>{pictures} kept in its class</source>
            <translation>{pictures} in der eigenen Klasse belassen</translation>
        </message>
        <message>
            <source>which has no runs yet</source>
            <translation>noch ohne Läufe</translation>
        </message>
        <message>
            <source>with a copy of the run</source>
            <translation>mit einer Kopie des Laufs</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Hell</translation>
        </message>
        <message>
            <source>Dar&amp;k</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <source>&amp;Appearance</source>
            <translation>&amp;Erscheinungsbild</translation>
        </message>
        <message>
            <source>Skip the tour</source>
            <translation>Rundgang überspringen</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>{number} of {of}</source>
            <translation>{number} von {of}</translation>
        </message>
        <message>
            <source>Esc; Help &gt; Take the tour shows it again</source>
            <translation>Esc; „Hilfe &gt; Rundgang starten“ zeigt ihn wieder</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>End the tour</source>
            <translation>Rundgang beenden</translation>
        </message>
        <message>
            <source>Next step of the tour</source>
            <translation>Nächster Schritt des Rundgangs</translation>
        </message>
        <message>
            <source>Choose a folder whose sub-folders are classes: ants, bees. Or try the sample pictures. They are checked, and never leave this machine.</source>
            <translation>Einen Ordner wählen, dessen Unterordner Klassen sind: Ameisen, Bienen. Oder die Beispielbilder ausprobieren. Bilder werden geprüft und verlassen diesen Rechner nie.</translation>
        </message>
        <message>
            <source>What learns, and what stays</source>
            <translation>Was lernt und was bleibt</translation>
        </message>
        <message>
            <source>The network has learnt from a million pictures before. What lies below the frost line stays as it is; what lies above it learns from yours. To begin with, leave all of it frozen.</source>
            <translation>Das Netz hat vorher von einer Million Bildern gelernt. Was unter der Frostgrenze liegt, bleibt, wie es ist; was darüber liegt, lernt von Ihren Bildern. Für den Anfang alles eingefroren lassen.</translation>
        </message>
        <message>
            <source>Train the new head</source>
            <translation>Den neuen Kopf trainieren</translation>
        </message>
        <message>
            <source>Press Start training. The frozen part is computed once for each picture, so an epoch takes moments. Then evaluate the model, drop pictures on it, and export it. F1 explains the words.</source>
            <translation>„Training starten“ drücken. Der eingefrorene Teil wird für jedes Bild einmal berechnet, darum dauert eine Epoche Augenblicke. Danach das Modell auswerten, Bilder darauf ablegen und es exportieren. F1 erklärt die Begriffe.</translation>
        </message>
        <message>
            <source>{name} from scratch</source>
            <translation>{name} von Grund auf</translation>
        </message>
        <message>
            <source>{premise}: {share} with transfer, {share_2} from scratch.{of_what}</source>
            <translation>{premise}: {share} mit Transfer, {share_2} von Grund auf.{of_what}</translation>
        </message>
        <message>
            <source>After {duration} with transfer and {duration_2} from scratch</source>
            <translation>Nach {duration} mit Transfer und {duration_2} von Grund auf</translation>
        </message>
        <message>
            <source> Nothing was held out: this is the accuracy on the training pictures.</source>
            <translation> Nichts wurde zurückgehalten: Das ist die Genauigkeit auf den Trainingsbildern.</translation>
        </message>
        <message>
            <source>After the same {duration}</source>
            <translation>Nach der gleichen Zeit ({duration})</translation>
        </message>
        <message>
            <source>nothing known</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>After 1 epoch each</source>
            <translation>Nach je 1 Epoche</translation>
        </message>
        <message>
            <source>After {epochs} epochs each</source>
            <translation>Nach je {epochs} Epochen</translation>
        </message>
        <message>
            <source>The same network learns the same pictures, with the same split, seed, image size and batch size, but from random weights and in all its layers. Nothing is transferred.</source>
            <translation>Dasselbe Netz lernt dieselben Bilder, mit derselben Aufteilung, demselben Startwert, derselben Bild- und Batchgröße, aber von zufälligen Gewichten aus und in allen Schichten. Nichts wird übertragen.</translation>
        </message>
        <message>
            <source>Every picture goes through the whole network, forwards and backwards, in every epoch</source>
            <translation>Jedes Bild geht in jeder Epoche vorwärts und rückwärts durch das ganze Netz</translation>
        </message>
        <message>
            <source>For the same number of epochs: </source>
            <translation>Gleich viele Epochen: </translation>
        </message>
        <message>
            <source>{words}: on this machine about {roughly}.</source>
            <translation>{words}: auf diesem Rechner etwa {roughly}.</translation>
        </message>
        <message>
            <source>{seconds} min</source>
            <translation>{seconds} min</translation>
        </message>
        <message>
            <source>Compare with training from scratch</source>
            <translation>Mit Training von Grund auf vergleichen</translation>
        </message>
        <message>
            <source>For the same time: {duration}</source>
            <translation>Gleich lange: {duration}</translation>
        </message>
        <message>
            <source>Train from scratch</source>
            <translation>Von Grund auf trainieren</translation>
        </message>
        <message>
            <source>Shows what is lost where time is short: from scratch hardly gets going.</source>
            <translation>Zeigt, was verloren geht, wo die Zeit knapp ist: Von Grund auf kommt kaum etwas in Gang.</translation>
        </message>
        <message>
            <source>Compute what stays frozen once, then train the head and whatever was thawed.</source>
            <translation>Einmal berechnen, was eingefroren bleibt, dann den Kopf und alles Aufgetaute trainieren.</translation>
        </message>
        <message>
            <source>Start training</source>
            <translation>Training starten</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>End the training now. The best epoch is kept.</source>
            <translation>Das Training jetzt beenden. Die beste Epoche bleibt erhalten.</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>A training is under way.</source>
            <translation>Ein Training läuft.</translation>
        </message>
        <message>
            <source>Smoothing of the curves, in hundredths</source>
            <translation>Glättung der Kurven in Hundertsteln</translation>
        </message>
        <message>
            <source>Smooth the curves; what was measured stays faintly visible</source>
            <translation>Die Kurven glätten; das Gemessene bleibt blass sichtbar</translation>
        </message>
        <message>
            <source>Horizontal axis of the curves</source>
            <translation>Waagerechte Achse der Kurven</translation>
        </message>
        <message>
            <source>Count epochs, or the seconds that a run took, decoding and features included</source>
            <translation>Epochen zählen oder die Sekunden eines Laufs, mit Dekodieren und Merkmalen</translation>
        </message>
        <message>
            <source>By epoch</source>
            <translation>Nach Epoche</translation>
        </message>
        <message>
            <source>By clock</source>
            <translation>Nach Zeit</translation>
        </message>
        <message>
            <source>Plot of the learning rate</source>
            <translation>Kurve der Lernrate</translation>
        </message>
        <message>
            <source>Show the learning rate of each epoch as a third plot</source>
            <translation>Die Lernrate jeder Epoche als dritte Kurve zeigen</translation>
        </message>
        <message>
            <source>Reset the zoom of the plots</source>
            <translation>Zoom der Kurven zurücksetzen</translation>
        </message>
        <message>
            <source>Show the curves whole again (double click on a plot)</source>
            <translation>Die Kurven wieder ganz zeigen (Doppelklick auf eine Kurve)</translation>
        </message>
        <message>
            <source>Curves</source>
            <translation>Kurven</translation>
        </message>
        <message>
            <source>Smoothing</source>
            <translation>Glättung</translation>
        </message>
        <message>
            <source>(thin: training, strong: validation)</source>
            <translation>(dünn: Training, kräftig: Validierung)</translation>
        </message>
        <message>
            <source>Legend: </source>
            <translation>Legende: </translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
        <message>
            <source>{title}: save the plot, reset the zoom</source>
            <translation>{title}: Kurve speichern, Zoom zurücksetzen</translation>
        </message>
        <message>
            <source>Save this plot, or reset its zoom</source>
            <translation>Diese Kurve speichern oder ihren Zoom zurücksetzen</translation>
        </message>
        <message>
            <source>Save as &amp;picture…</source>
            <translation>Als &amp;Bild speichern…</translation>
        </message>
        <message>
            <source>Save &amp;values…</source>
            <translation>&amp;Werte speichern…</translation>
        </message>
        <message>
            <source>&amp;Reset zoom</source>
            <translation>&amp;Zoom zurücksetzen</translation>
        </message>
        <message>
            <source>{title} of each epoch</source>
            <translation>{title} jeder Epoche</translation>
        </message>
        <message>
            <source>The curves appear here during training</source>
            <translation>Die Kurven erscheinen hier während des Trainings</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Running epoch</source>
            <translation>Laufende Epoche</translation>
        </message>
        <message>
            <source>Best epoch</source>
            <translation>Beste Epoche</translation>
        </message>
        <message>
            <source>Stopping</source>
            <translation>Wird gestoppt</translation>
        </message>
        <message>
            <source>A copy of the network learns while the rate rises from step to step, until the loss breaks out. A tenth of the rate with the lowest loss is a good one to train with.</source>
            <translation>Eine Kopie des Netzes lernt, während die Rate Schritt für Schritt steigt, bis der Verlust ausbricht. Ein Zehntel der Rate mit dem kleinsten Verlust eignet sich gut zum Trainieren.</translation>
        </message>
        <message>
            <source>The suggestion for these settings is {rate}</source>
            <translation>Der Vorschlag für diese Einstellungen ist {rate}</translation>
        </message>
        <message>
            <source>Find a learning rate</source>
            <translation>Lernrate suchen</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Nutzen</translation>
        </message>
        <message>
            <source>Search again</source>
            <translation>Erneut suchen</translation>
        </message>
        <message>
            <source>Loss at each learning rate</source>
            <translation>Verlust bei jeder Lernrate</translation>
        </message>
        <message>
            <source>Use {rate}</source>
            <translation>{rate} verwenden</translation>
        </message>
        <message>
            <source>The search was stopped</source>
            <translation>Die Suche wurde gestoppt</translation>
        </message>
        <message>
            <source>The search failed</source>
            <translation>Die Suche ist fehlgeschlagen</translation>
        </message>
        <message>
            <source>Progress of the search</source>
            <translation>Fortschritt der Suche</translation>
        </message>
        <message>
            <source>{count} rates were tried; the suggestion is {rate}.</source>
            <translation>{count} Lernraten wurden probiert; der Vorschlag ist {rate}.</translation>
        </message>
        <message>
            <source>Nothing is thawed: only the head learns anyway. Thaw layers on the Layers page first.</source>
            <translation>Nichts ist aufgetaut: Ohnehin lernt nur der Kopf. Erst auf der Seite „Schichten“ Schichten auftauen.</translation>
        </message>
        <message>
            <source>Off while pictures are augmented anew in every epoch: there is nothing to keep.</source>
            <translation>Aus, solange Bilder in jeder Epoche neu augmentiert werden: Es gibt nichts aufzubewahren.</translation>
        </message>
        <message>
            <source>Every epoch makes views of its own.</source>
            <translation>Jede Epoche macht eigene Ansichten.</translation>
        </message>
        <message>
            <source>Nothing is computed ahead: every picture goes through the whole network in every epoch. On a processor an epoch takes minutes rather than moments.</source>
            <translation>Nichts wird vorausberechnet: Jedes Bild geht in jeder Epoche durch das ganze Netz. Auf einem Prozessor dauert eine Epoche eher Minuten als Augenblicke.</translation>
        </message>
        <message>
            <source>The name of the run's folder.</source>
            <translation>Der Name des Ordners für den Lauf.</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>Standard wiederherstellen</translation>
        </message>
        <message>
            <source>Puts every setting back to its default; the name of the run stays.</source>
            <translation>Setzt alle Einstellungen auf den Standard zurück; der Name des Laufs bleibt.</translation>
        </message>
        <message>
            <source>Name of run</source>
            <translation>Name des Laufs</translation>
        </message>
        <message>
            <source>The frozen part is computed {views} times for each training picture, once.</source>
            <translation>Der eingefrorene Teil wird {views}-mal für jedes Trainingsbild berechnet, ein für alle Mal.</translation>
        </message>
        <message>
            <source>folder, date and time</source>
            <translation>Ordner, Datum und Uhrzeit</translation>
        </message>
        <message>
            <source>Choose a run in the table first.</source>
            <translation>Erst in der Tabelle einen Lauf wählen.</translation>
        </message>
        <message>
            <source>Choose a folder of pictures on the Data page first.</source>
            <translation>Erst auf der Seite „Daten“ einen Bilderordner wählen.</translation>
        </message>
        <message>
            <source>The folder is still being checked.</source>
            <translation>Der Ordner wird noch geprüft.</translation>
        </message>
        <message>
            <source>Choose a weights file, or other weights.</source>
            <translation>Eine Gewichtsdatei oder andere Gewichte wählen.</translation>
        </message>
        <message>
            <source>The name of the run can't have {bad} in it.</source>
            <translation>Der Name des Laufs darf kein {bad} enthalten.</translation>
        </message>
        <message>
            <source>The name of the run needs a letter or a digit.</source>
            <translation>Der Name des Laufs braucht einen Buchstaben oder eine Ziffer.</translation>
        </message>
        <message>
            <source>Nothing is frozen at the bottom of the network, so nothing can be computed ahead.</source>
            <translation>Unten im Netz ist nichts eingefroren, also lässt sich nichts vorab berechnen.</translation>
        </message>
        <message>
            <source>There is no model in this run to go on from.</source>
            <translation>In diesem Lauf gibt es kein Modell, mit dem es weitergehen kann.</translation>
        </message>
        <message>
            <source>The training of this run is not over.</source>
            <translation>Das Training dieses Laufs ist nicht zu Ende.</translation>
        </message>
        <message>
            <source>This run was trained from scratch itself.</source>
            <translation>Dieser Lauf wurde selbst von Grund auf trainiert.</translation>
        </message>
        <message>
            <source>The name of the run can't have a line break in it.</source>
            <translation>Der Name des Laufs darf keinen Zeilenumbruch enthalten.</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>Neu starten</translation>
        </message>
        <message>
            <source>The weights of frozen layers must stay as they were. Please report this with the log file.</source>
            <translation>Die Gewichte eingefrorener Schichten müssen bleiben, wie sie waren. Bitte mit der Protokolldatei melden.</translation>
        </message>
        <message>
            <source>Change the freeze plan while a training is under way; then it can be taken up.</source>
            <translation>Den Frostplan ändern, während ein Training läuft; dann lässt er sich übernehmen.</translation>
        </message>
        <message>
            <source>&amp;Start training</source>
            <translation>Training &amp;starten</translation>
        </message>
        <message>
            <source>&amp;Pause or resume</source>
            <translation>&amp;Pausieren oder fortsetzen</translation>
        </message>
        <message>
            <source>No training is under way.</source>
            <translation>Kein Training läuft.</translation>
        </message>
        <message>
            <source>S&amp;top training</source>
            <translation>Training s&amp;toppen</translation>
        </message>
        <message>
            <source>&amp;Go on with the changed plan</source>
            <translation>Mit &amp;geändertem Plan weiter</translation>
        </message>
        <message>
            <source>Go on with the plan as it &amp;was</source>
            <translation>Mit &amp;altem Plan weiter</translation>
        </message>
        <message>
            <source>Undo the change of the p&amp;lan</source>
            <translation>Planänderung &amp;rückgängig machen</translation>
        </message>
        <message>
            <source>The plan of the training under way was not changed.</source>
            <translation>Der Plan des laufenden Trainings wurde nicht geändert.</translation>
        </message>
        <message>
            <source>Take &amp;back the change of the plan</source>
            <translation>Planänderung &amp;zurücknehmen</translation>
        </message>
        <message>
            <source>E&amp;xtract on the cluster…</source>
            <translation>Auf dem &amp;Cluster berechnen…</translation>
        </message>
        <message>
            <source>Name a cluster in the settings first.</source>
            <translation>Erst in den Einstellungen einen Cluster nennen.</translation>
        </message>
        <message>
            <source>&amp;Find a learning rate…</source>
            <translation>&amp;Lernrate suchen…</translation>
        </message>
        <message>
            <source>&amp;More or fewer settings</source>
            <translation>&amp;Mehr oder weniger Einstellungen</translation>
        </message>
        <message>
            <source>Restore &amp;default settings</source>
            <translation>Stan&amp;dardeinstellungen wiederherstellen</translation>
        </message>
        <message>
            <source>Unfold More settings first.</source>
            <translation>Erst „Mehr Einstellungen“ ausklappen.</translation>
        </message>
        <message>
            <source>Train the run in &amp;use further</source>
            <translation>Lauf in Gebrauch &amp;weiter trainieren</translation>
        </message>
        <message>
            <source>Compare with training from scratc&amp;h…</source>
            <translation>Mit Training von Gr&amp;und auf vergleichen…</translation>
        </message>
        <message>
            <source>Plot of the learning &amp;rate</source>
            <translation>&amp;Kurve der Lernrate</translation>
        </message>
        <message>
            <source>Reset the &amp;zoom of the plots</source>
            <translation>Z&amp;oom der Kurven zurücksetzen</translation>
        </message>
        <message>
            <source>The plots are not zoomed.</source>
            <translation>Die Kurven sind nicht gezoomt.</translation>
        </message>
        <message>
            <source>extended</source>
            <translation>verlängert</translation>
        </message>
        <message>
            <source>only the head learns</source>
            <translation>nur der Kopf lernt</translation>
        </message>
        <message>
            <source>all layers learn</source>
            <translation>alle Schichten lernen</translation>
        </message>
        <message>
            <source>other layers learn</source>
            <translation>andere Schichten lernen</translation>
        </message>
        <message>
            <source>{names} learns</source>
            <translation>{names} lernt</translation>
        </message>
        <message>
            <source>{names} learn</source>
            <translation>{names} lernen</translation>
        </message>
        <message>
            <source>go on with the new plan</source>
            <translation>mit dem neuen Plan weiter</translation>
        </message>
        <message>
            <source>keep the old plan</source>
            <translation>alten Plan behalten</translation>
        </message>
        <message>
            <source>take a change back that has not come true yet</source>
            <translation>eine noch nicht wirksame Änderung zurücknehmen</translation>
        </message>
        <message>
            <source>go back to before the last change</source>
            <translation>vor die letzte Änderung zurückgehen</translation>
        </message>
        <message>
            <source>The plan was changed: {what} from the next epoch on{at_rate}.</source>
            <translation>Der Plan wurde geändert. Ab der nächsten Epoche: {what}{at_rate}.</translation>
        </message>
        <message>
            <source>When this epoch is over, {what}{at_rate}.</source>
            <translation>Nach dieser Epoche: {what}{at_rate}.</translation>
        </message>
        <message>
            <source>Since epoch {first_epoch} {words}, at a learning rate of {rate}.</source>
            <translation>Seit Epoche {first_epoch}: {words}, mit einer Lernrate von {rate}.</translation>
        </message>
        <message>
            <source>the BatchNorm layers would be frozen</source>
            <translation>die BatchNorm-Schichten einfrieren</translation>
        </message>
        <message>
            <source>the BatchNorm layers are frozen</source>
            <translation>die BatchNorm-Schichten werden eingefroren</translation>
        </message>
        <message>
            <source>, at a learning rate of {rate}</source>
            <translation>, mit einer Lernrate von {rate}</translation>
        </message>
        <message>
            <source>Going back to before the change of the plan…</source>
            <translation>Zurück vor die Planänderung…</translation>
        </message>
        <message>
            <source>{name} are frozen</source>
            <translation>{name} werden eingefroren</translation>
        </message>
        <message>
            <source>{name} is frozen</source>
            <translation>{name} wird eingefroren</translation>
        </message>
        <message>
            <source>the thawed BatchNorm layers would learn too</source>
            <translation>die aufgetauten BatchNorm-Schichten auch lernen lassen</translation>
        </message>
        <message>
            <source>the thawed BatchNorm layers learn too</source>
            <translation>die aufgetauten BatchNorm-Schichten lernen mit</translation>
        </message>
        <message>
            <source>{name} would join</source>
            <translation>{name} auch lernen lassen</translation>
        </message>
        <message>
            <source>{name} would be frozen</source>
            <translation>{name} einfrieren</translation>
        </message>
        <message>
            <source>{name} join</source>
            <translation>{name} kommen hinzu</translation>
        </message>
        <message>
            <source>{name} joins</source>
            <translation>{name} kommt hinzu</translation>
        </message>
        <message>
            <source>Go on with the new plan</source>
            <translation>Mit neuem Plan weiter</translation>
        </message>
        <message>
            <source>Keep the old plan</source>
            <translation>Alten Plan behalten</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Undo: back to epoch {epoch}</source>
            <translation>Rückgängig: zurück zu Epoche {epoch}</translation>
        </message>
        <message>
            <source>keep the plan of the training</source>
            <translation>Plan des Trainings behalten</translation>
        </message>
        <message>
            <source>go back in the training</source>
            <translation>im Training zurückgehen</translation>
        </message>
        <message>
            <source>The new head and {layers} of the backbone learn ({spec}). {frost_line}</source>
            <translation>Der neue Kopf und {layers} des Backbones lernen ({spec}). {frost_line}</translation>
        </message>
        <message>
            <source>The new head learns; the whole backbone is frozen.</source>
            <translation>Der neue Kopf lernt; der ganze Backbone ist eingefroren.</translation>
        </message>
        <message>
            <source>Only the new head learns. {frost_line}</source>
            <translation>Nur der neue Kopf lernt. {frost_line}</translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation>Sekunden</translation>
        </message>
        <message>
            <source>{name}, training</source>
            <translation>{name}, Training</translation>
        </message>
        <message>
            <source>PNG picture (*.png)</source>
            <translation>PNG-Bild (*.png)</translation>
        </message>
        <message>
            <source>SVG drawing (*.svg)</source>
            <translation>SVG-Zeichnung (*.svg)</translation>
        </message>
        <message>
            <source>Comma-separated values (*.csv)</source>
            <translation>Werte mit Komma getrennt (*.csv)</translation>
        </message>
        <message>
            <source>Save the picture of the plot</source>
            <translation>Bild der Kurve speichern</translation>
        </message>
        <message>
            <source>Save the values of the plot</source>
            <translation>Werte der Kurve speichern</translation>
        </message>
        <message>
            <source>Choose a folder that you can write to, with room on its disk.</source>
            <translation>Einen Ordner wählen, in den Sie schreiben dürfen, mit Platz auf dem Laufwerk.</translation>
        </message>
        <message>
            <source>{file} can't be written: {strerror}.</source>
            <translation>{file} lässt sich nicht schreiben: {strerror}.</translation>
        </message>
        <message>
            <source>no values</source>
            <translation>keine Werte</translation>
        </message>
        <message>
            <source>and {more} more</source>
            <translation>und {more} weitere</translation>
        </message>
        <message>
            <source>Epoch {x}</source>
            <translation>Epoche {x}</translation>
        </message>
        <message>
            <source>After {duration}</source>
            <translation>Nach {duration}</translation>
        </message>
        <message>
            <source>Listing the files</source>
            <translation>Dateien werden aufgelistet</translation>
        </message>
        <message>
            <source>Looking for duplicates</source>
            <translation>Duplikate werden gesucht</translation>
        </message>
        <message>
            <source>Getting the weights</source>
            <translation>Gewichte werden geholt</translation>
        </message>
        <message>
            <source>Building the network</source>
            <translation>Netz wird aufgebaut</translation>
        </message>
        <message>
            <source>Computing features</source>
            <translation>Merkmale werden berechnet</translation>
        </message>
        <message>
            <source>Checking the frozen layers</source>
            <translation>Eingefrorene Schichten werden geprüft</translation>
        </message>
        <message>
            <source>Saving the model</source>
            <translation>Modell wird gespeichert</translation>
        </message>
        <message>
            <source>Trying learning rate</source>
            <translation>Lernrate wird probiert</translation>
        </message>
        <message>
            <source>Evaluating</source>
            <translation>Wird ausgewertet</translation>
        </message>
        <message>
            <source>Predicting</source>
            <translation>Vorhersage</translation>
        </message>
        <message>
            <source>Writing the model</source>
            <translation>Modell wird geschrieben</translation>
        </message>
        <message>
            <source>Writing the report</source>
            <translation>Bericht wird geschrieben</translation>
        </message>
        <message>
            <source>Calibrating</source>
            <translation>Wird kalibriert</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} von {total}</translation>
        </message>
        <message>
            <source>{done} of {total} MB</source>
            <translation>{done} von {total} MB</translation>
        </message>
        <message>
            <source>, {pace:.1f} images/s</source>
            <translation>, {pace:.1f} Bilder/s</translation>
        </message>
        <message>
            <source>, {pace:,.0f} images/s</source>
            <translation>, {pace:,.0f} Bilder/s</translation>
        </message>
        <message>
            <source>{whole} s left</source>
            <translation>noch {whole} s</translation>
        </message>
        <message>
            <source>{minutes} min left</source>
            <translation>noch {minutes} min</translation>
        </message>
        <message>
            <source>{hours_and_minutes} left</source>
            <translation>noch {hours_and_minutes}</translation>
        </message>
        <message>
            <source> {minutes} min</source>
            <translation> {minutes} min</translation>
        </message>
        <message>
            <source>{whole} min</source>
            <translation>{whole} min</translation>
        </message>
        <message>
            <source>1 of 1</source>
            <translation>1 von 1</translation>
        </message>
        <message>
            <source>{images_extracted} computed, {images_reused} reused</source>
            <translation>{images_extracted} berechnet, {images_reused} wiederverwendet</translation>
        </message>
        <message>
            <source>{checked} of {checked} frozen layers unchanged</source>
            <translation>{checked} von {checked} eingefrorenen Schichten unverändert</translation>
        </message>
        <message>
            <source>all {images_reused} reused</source>
            <translation>alle {images_reused} wiederverwendet</translation>
        </message>
        <message>
            <source>{images_extracted} computed</source>
            <translation>{images_extracted} berechnet</translation>
        </message>
        <message>
            <source>{changed} of {checked} frozen layers changed: don't rely on this model</source>
            <translation>{changed} von {checked} eingefrorenen Schichten haben sich geändert: Diesem Modell ist nicht zu trauen</translation>
        </message>
        <message>
            <source>No layer was frozen, so there was none to check.</source>
            <translation>Keine Schicht war eingefroren, also war keine zu prüfen.</translation>
        </message>
        <message>
            <source>{best_epoch} of {epochs}</source>
            <translation>{best_epoch} von {epochs}</translation>
        </message>
        <message>
            <source>The epoch whose weights were kept.</source>
            <translation>Die Epoche, deren Gewichte behalten wurden.</translation>
        </message>
        <message>
            <source>Validation accuracy</source>
            <translation>Validierungsgenauigkeit</translation>
        </message>
        <message>
            <source>Of the pictures held out, at the best epoch.</source>
            <translation>Auf den zurückgehaltenen Bildern, in der besten Epoche.</translation>
        </message>
        <message>
            <source>Whole time</source>
            <translation>Gesamtzeit</translation>
        </message>
        <message>
            <source>From the ready worker to the saved model.</source>
            <translation>Vom bereiten Arbeitsprozess bis zum gespeicherten Modell.</translation>
        </message>
        <message>
            <source>Decoding</source>
            <translation>Dekodieren</translation>
        </message>
        <message>
            <source>Reading the pictures.</source>
            <translation>Lesen der Bilder.</translation>
        </message>
        <message>
            <source>Computing what lies below the frost line, once.</source>
            <translation>Berechnen, was unter der Frostgrenze liegt, einmal.</translation>
        </message>
        <message>
            <source>Fitting</source>
            <translation>Anpassen</translation>
        </message>
        <message>
            <source>The epochs themselves.</source>
            <translation>Die Epochen selbst.</translation>
        </message>
        <message>
            <source>Pictures whose features were computed, or found on disk.</source>
            <translation>Bilder, deren Merkmale berechnet oder auf dem Laufwerk gefunden wurden.</translation>
        </message>
        <message>
            <source>The plot was saved as {file}.</source>
            <translation>Die Kurve wurde als {file} gespeichert.</translation>
        </message>
        <message>
            <source>Progress of the training</source>
            <translation>Fortschritt des Trainings</translation>
        </message>
        <message>
            <source>Goes on from the best epoch with the same settings; the curves go on where they ended.</source>
            <translation>Geht von der besten Epoche mit denselben Einstellungen weiter; die Kurven setzen fort, wo sie endeten.</translation>
        </message>
        <message>
            <source>Trains the same network from random weights, and lays the curves over each other.</source>
            <translation>Trainiert dasselbe Netz von zufälligen Gewichten aus und legt die Kurven übereinander.</translation>
        </message>
        <message>
            <source>Train further</source>
            <translation>Weiter trainieren</translation>
        </message>
        <message>
            <source>Compare with training from scratch…</source>
            <translation>Mit Training von Grund auf vergleichen…</translation>
        </message>
        <message>
            <source>More epochs</source>
            <translation>Weitere Epochen</translation>
        </message>
        <message>
            <source>How many epochs the run is to go on for.</source>
            <translation>Um wie viele Epochen der Lauf weitergehen soll.</translation>
        </message>
        <message>
            <source>Train 1 more epoch</source>
            <translation>1 weitere Epoche trainieren</translation>
        </message>
        <message>
            <source>Train {value} more epochs</source>
            <translation>{value} weitere Epochen trainieren</translation>
        </message>
        <message>
            <source>more epochs</source>
            <translation>weitere Epochen</translation>
        </message>
        <message>
            <source>more epoch</source>
            <translation>weitere Epoche</translation>
        </message>
        <message>
            <source>Run in use: {name}</source>
            <translation>Aktiv: {name}</translation>
        </message>
        <message>
            <source>No run is in use</source>
            <translation>Kein Lauf aktiv</translation>
        </message>
        <message>
            <source>“{name}” is being trained{where}: it can't be {what} now.</source>
            <translation>„{name}“ wird gerade{where} trainiert: Jetzt kann er nicht {what} werden.</translation>
        </message>
        <message>
            <source>Stop it first, or wait.</source>
            <translation>Erst stoppen oder warten.</translation>
        </message>
        <message>
            <source>Its model may be whole: open model.keras of the run on the Predict page.</source>
            <translation>Sein Modell ist vielleicht heil: model.keras des Laufs auf der Seite „Vorhersage“ öffnen.</translation>
        </message>
        <message>
            <source>renamed</source>
            <translation>umbenannt</translation>
        </message>
        <message>
            <source>It was the run in use: choose another one to evaluate, predict or export.</source>
            <translation>Es war der Lauf in Gebrauch: einen anderen zum Auswerten, Vorhersagen oder Exportieren wählen.</translation>
        </message>
        <message>
            <source>“{name}” was moved to the trash.</source>
            <translation>„{name}“ wurde in den Papierkorb gelegt.</translation>
        </message>
        <message>
            <source> by another window or command</source>
            <translation> von einem anderen Fenster oder Befehl</translation>
        </message>
        <message>
            <source>{folder} is gone.</source>
            <translation>{folder} ist verschwunden.</translation>
        </message>
        <message>
            <source>No file manager could be opened.</source>
            <translation>Es ließ sich keine Dateiverwaltung öffnen.</translation>
        </message>
        <message>
            <source>moved to the trash</source>
            <translation>in den Papierkorb gelegt</translation>
        </message>
        <message>
            <source>The training of “{name}” was broken off before it had a model.</source>
            <translation>Das Training von „{name}“ wurde abgebrochen, bevor es ein Modell hatte.</translation>
        </message>
        <message>
            <source>“Resume” goes on with it.</source>
            <translation>„Fortsetzen“ führt es weiter.</translation>
        </message>
        <message>
            <source>“{name}” has no model to use.</source>
            <translation>„{name}“ hat kein verwendbares Modell.</translation>
        </message>
        <message>
            <source>Choose another run.</source>
            <translation>Einen anderen Lauf wählen.</translation>
        </message>
        <message>
            <source>The list of runs follows in a moment.</source>
            <translation>Die Liste der Läufe folgt gleich.</translation>
        </message>
        <message>
            <source>The run is in {folder}.</source>
            <translation>Der Lauf liegt in {folder}.</translation>
        </message>
        <message>
            <source>The name of the run is empty.</source>
            <translation>Der Name des Laufs ist leer.</translation>
        </message>
        <message>
            <source>The name of the run can't begin with a dot: such folders are hidden.</source>
            <translation>Der Name des Laufs darf nicht mit einem Punkt beginnen: Solche Ordner sind verborgen.</translation>
        </message>
        <message>
            <source>“{name}” can't be the name of a folder on Windows.</source>
            <translation>„{name}“ kann unter Windows kein Ordnername sein.</translation>
        </message>
        <message>
            <source>The name of the run is too long for a folder.</source>
            <translation>Der Name des Laufs ist zu lang für einen Ordner.</translation>
        </message>
        <message>
            <source>There is a “{name}” in {parent} already.</source>
            <translation>„{name}“ gibt es schon in {parent}.</translation>
        </message>
        <message>
            <source>{run} is gone already.</source>
            <translation>{run} ist schon verschwunden.</translation>
        </message>
        <message>
            <source>“{name}” could not be moved to the trash: {errorstring}.</source>
            <translation>„{name}“ ließ sich nicht in den Papierkorb legen: {errorstring}.</translation>
        </message>
        <message>
            <source>The notes in {file} can't be read: {strerror}.</source>
            <translation>Die Notizen in {file} lassen sich nicht lesen: {strerror}.</translation>
        </message>
        <message>
            <source>{run} is gone</source>
            <translation>{run} ist verschwunden</translation>
        </message>
        <message>
            <source>The notes can't be written to {file}: {strerror}.</source>
            <translation>Die Notizen lassen sich nicht in {file} schreiben: {strerror}.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Einen anderen Namen wählen.</translation>
        </message>
        <message>
            <source>{run} can't be renamed: {strerror}.</source>
            <translation>{run} lässt sich nicht umbenennen: {strerror}.</translation>
        </message>
        <message>
            <source>There may be no trash for this disk. The run stays; to delete it for good, delete {run} yourself.</source>
            <translation>Vielleicht gibt es für dieses Laufwerk keinen Papierkorb. Der Lauf bleibt; um ihn endgültig zu löschen, {run} selbst löschen.</translation>
        </message>
        <message>
            <source>See who may read this file.</source>
            <translation>Prüfen, wer diese Datei lesen darf.</translation>
        </message>
        <message>
            <source>Copy them to another place before you close this window.</source>
            <translation>An einen anderen Ort kopieren, bevor Sie dieses Fenster schließen.</translation>
        </message>
        <message>
            <source>Close other programs that use the folder, and see that you may write there.</source>
            <translation>Andere Programme schließen, die den Ordner verwenden, und prüfen, ob Sie dort schreiben dürfen.</translation>
        </message>
        <message>
            <source>New name for {data}</source>
            <translation>Neuer Name für {data}</translation>
        </message>
        <message>
            <source>Notes on {name}</source>
            <translation>Notizen zu {name}</translation>
        </message>
        <message>
            <source>What was tried, and what came of it</source>
            <translation>Was versucht wurde und was daraus wurde</translation>
        </message>
        <message>
            <source>The training of “{name}” was broken off.</source>
            <translation>Das Training von „{name}“ wurde abgebrochen.</translation>
        </message>
        <message>
            <source>It can go on where it was.</source>
            <translation>Es kann weitergehen, wo es war.</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Compare {name}</source>
            <translation>{name} vergleichen</translation>
        </message>
        <message>
            <source>Thawed</source>
            <translation>Aufgetaut</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Tick runs to lay their curves over each other</source>
            <translation>Läufe ankreuzen, um ihre Kurven übereinanderzulegen</translation>
        </message>
        <message>
            <source>Accuracy on the pictures held out, at the best epoch</source>
            <translation>Genauigkeit auf den zurückgehaltenen Bildern, in der besten Epoche</translation>
        </message>
        <message>
            <source>From the ready worker to the saved model</source>
            <translation>Vom bereiten Arbeitsprozess bis zum gespeicherten Modell</translation>
        </message>
        <message>
            <source>broken off</source>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>{backbone}, thawed: {replace}</source>
            <translation>{backbone}, aufgetaut: {replace}</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>beschädigt</translation>
        </message>
        <message>
            <source>no model yet</source>
            <translation>noch kein Modell</translation>
        </message>
        <message>
            <source>no model</source>
            <translation>kein Modell</translation>
        </message>
        <message>
            <source>&amp;Open this run</source>
            <translation>Diesen Lauf &amp;öffnen</translation>
        </message>
        <message>
            <source>Use this run: its model, its curves and its result</source>
            <translation>Diesen Lauf verwenden: sein Modell, seine Kurven und sein Ergebnis</translation>
        </message>
        <message>
            <source>R&amp;esume</source>
            <translation>&amp;Fortsetzen</translation>
        </message>
        <message>
            <source>Go on with the training of this run, which was broken off</source>
            <translation>Das abgebrochene Training dieses Laufs fortsetzen</translation>
        </message>
        <message>
            <source>&amp;Compare its curves</source>
            <translation>Kurven &amp;vergleichen</translation>
        </message>
        <message>
            <source>Lay the curves of this run over those on show, or take them away</source>
            <translation>Die Kurven dieses Laufs über die gezeigten legen oder sie wegnehmen</translation>
        </message>
        <message>
            <source>What got worse…</source>
            <translation>Was schlechter wurde…</translation>
        </message>
        <message>
            <source>Images that an earlier run had right and this one has wrong</source>
            <translation>Bilder, die ein früherer Lauf richtig hatte und dieser falsch hat</translation>
        </message>
        <message>
            <source>&amp;Notes…</source>
            <translation>&amp;Notizen…</translation>
        </message>
        <message>
            <source>Write down what was tried</source>
            <translation>Aufschreiben, was versucht wurde</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Give the run another name</source>
            <translation>Dem Lauf einen anderen Namen geben</translation>
        </message>
        <message>
            <source>Show in file manager</source>
            <translation>In Dateiverwaltung zeigen</translation>
        </message>
        <message>
            <source>Show the folder of the run</source>
            <translation>Den Ordner des Laufs zeigen</translation>
        </message>
        <message>
            <source>Move the run to the trash of the desktop, from where it can be taken back</source>
            <translation>Den Lauf in den Papierkorb legen, aus dem er sich zurückholen lässt</translation>
        </message>
        <message>
            <source>Select a run in the table first.</source>
            <translation>Erst einen Lauf in der Tabelle auswählen.</translation>
        </message>
        <message>
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <source>Constant</source>
            <translation>Konstant</translation>
        </message>
        <message>
            <source>Cosine</source>
            <translation>Kosinus</translation>
        </message>
        <message>
            <source>Reduce on plateau</source>
            <translation>Bei Stillstand senken</translation>
        </message>
        <message>
            <source>Keras (exact)</source>
            <translation>Keras (exakt)</translation>
        </message>
        <message>
            <source>OpenVINO in 16 bits</source>
            <translation>OpenVINO in 16 Bit</translation>
        </message>
        <message>
            <source>float32 (exact)</source>
            <translation>float32 (exakt)</translation>
        </message>
        <message>
            <source>float16 (half size)</source>
            <translation>float16 (halbe Größe)</translation>
        </message>
        <message>
            <source>Learning</source>
            <translation>Lernen</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>The same seed gives the same split, order and first weights.</source>
            <translation>Derselbe Startwert ergibt dieselbe Aufteilung, Reihenfolge und dieselben ersten Gewichte.</translation>
        </message>
        <message>
            <source>OpenVINO is not installed: pip install 'frostline[fast]'</source>
            <translation>OpenVINO ist nicht installiert: pip install 'frostline[fast]'</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>Epochen</translation>
        </message>
        <message>
            <source>How often the training goes through all pictures.</source>
            <translation>Wie oft das Training alle Bilder durchgeht.</translation>
        </message>
        <message>
            <source>Batch size</source>
            <translation>Batchgröße</translation>
        </message>
        <message>
            <source>How many pictures are learnt from at once; take fewer when memory runs out.</source>
            <translation>Von wie vielen Bildern auf einmal gelernt wird; weniger nehmen, wenn der Speicher knapp wird.</translation>
        </message>
        <message>
            <source>How far each step goes; when thawing layers, try a tenth of it.</source>
            <translation>Wie weit jeder Schritt geht; beim Auftauen von Schichten ein Zehntel davon versuchen.</translation>
        </message>
        <message>
            <source>Held out</source>
            <translation>Zurückgehalten</translation>
        </message>
        <message>
            <source>The part of each class kept back to validate with.</source>
            <translation>Der Teil jeder Klasse, der zum Validieren zurückbleibt.</translation>
        </message>
        <message>
            <source>What the backbone has learnt before. Transfer learning needs pretrained weights.</source>
            <translation>Was der Backbone vorher gelernt hat. Transferlernen braucht vortrainierte Gewichte.</translation>
        </message>
        <message>
            <source>Hidden units</source>
            <translation>Verdeckte Einheiten</translation>
        </message>
        <message>
            <source>Units of a Dense layer between the features and the classes, for classes that one layer can't tell apart.</source>
            <translation>Einheiten einer Dense-Schicht zwischen Merkmalen und Klassen, für Klassen, die eine Schicht nicht unterscheiden kann.</translation>
        </message>
        <message>
            <source>The part of the features left out at each step; use it when the validation falls behind the training.</source>
            <translation>Der Teil der Merkmale, der in jedem Schritt wegbleibt; nützlich, wenn die Validierung hinter dem Training zurückbleibt.</translation>
        </message>
        <message>
            <source>The rule that turns gradients into steps; Adam suits most trainings.</source>
            <translation>Die Regel, die Gradienten in Schritte verwandelt; Adam passt für die meisten Trainings.</translation>
        </message>
        <message>
            <source>Draws the weights towards zero at each step, against overfitting; AdamW does so by itself.</source>
            <translation>Zieht die Gewichte in jedem Schritt zu null hin, gegen Überanpassung; AdamW tut es von selbst.</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>How the learning rate goes on: the same, falling smoothly to nothing, or to a fifth when the loss stalls.</source>
            <translation>Wie die Lernrate verläuft: gleichbleibend, sanft auf nichts fallend oder auf ein Fünftel, wenn der Verlust stockt.</translation>
        </message>
        <message>
            <source>Spreads this part of each label over all classes, so that the model is less sure of itself.</source>
            <translation>Verteilt diesen Teil jedes Labels auf alle Klassen, damit das Modell seiner selbst weniger sicher ist.</translation>
        </message>
        <message>
            <source>Head first</source>
            <translation>Kopf zuerst</translation>
        </message>
        <message>
            <source>So many epochs for the head alone, before the thawed layers join at a tenth of the learning rate.</source>
            <translation>So viele Epochen für den Kopf allein, bevor die aufgetauten Schichten mit einem Zehntel der Lernrate hinzukommen.</translation>
        </message>
        <message>
            <source>Ends the training after so many epochs without improvement.</source>
            <translation>Beendet das Training nach so vielen Epochen ohne Verbesserung.</translation>
        </message>
        <message>
            <source>Lets pictures of small classes count for more; use it when classes differ much in size.</source>
            <translation>Lässt Bilder kleiner Klassen mehr zählen; nützlich, wenn die Klassen sehr verschieden groß sind.</translation>
        </message>
        <message>
            <source>Image size</source>
            <translation>Bildgröße</translation>
        </message>
        <message>
            <source>The edge of the square that the network sees; ImageNet's weights were made for 224 pixels.</source>
            <translation>Die Kante des Quadrats, das das Netz sieht; ImageNets Gewichte entstanden für 224 Pixel.</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Ansichten</translation>
        </message>
        <message>
            <source>Augmented views of each training picture that are computed once and taken in turn, for small data sets.</source>
            <translation>Augmentierte Ansichten jedes Trainingsbildes, einmal berechnet und reihum genommen, für kleine Datensätze.</translation>
        </message>
        <message>
            <source>Changes every picture a little, anew in every epoch; for small data sets, where time does not matter.</source>
            <translation>Verändert jedes Bild ein wenig, in jeder Epoche neu; für kleine Datensätze, wo Zeit keine Rolle spielt.</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Engine</translation>
        </message>
        <message>
            <source>What computes the frozen part: OpenVINO is faster on many processors, and in 16 bits a little less exact.</source>
            <translation>Was den eingefrorenen Teil berechnet: OpenVINO ist auf vielen Prozessoren schneller und in 16 Bit etwas weniger exakt.</translation>
        </message>
        <message>
            <source>Features as</source>
            <translation>Merkmale als</translation>
        </message>
        <message>
            <source>How features are kept; float16 takes half the room on disk.</source>
            <translation>Wie Merkmale aufbewahrt werden; float16 braucht halb so viel Platz auf dem Laufwerk.</translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>Grafikkarten</translation>
        </message>
        <message>
            <source>How many graphics cards share the work, not with PyTorch; with more of them, take larger batches.</source>
            <translation>Wie viele Grafikkarten sich die Arbeit teilen, nicht mit PyTorch; bei mehreren größere Batches nehmen.</translation>
        </message>
        <message>
            <source>Computes in 16 bits where that is safe: faster on a recent GPU, hardly on a processor.</source>
            <translation>Rechnet in 16 Bit, wo das sicher ist: schneller auf einer neueren GPU, auf einem Prozessor kaum.</translation>
        </message>
        <message>
            <source>Keeps what the frozen layers compute on disk, so that the next run starts at once.</source>
            <translation>Bewahrt auf dem Laufwerk, was die eingefrorenen Schichten berechnen, damit der nächste Lauf sofort startet.</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>Balance the classes</source>
            <translation>Klassen ausgleichen</translation>
        </message>
        <message>
            <source>Fresh in every epoch</source>
            <translation>In jeder Epoche neu</translation>
        </message>
        <message>
            <source>Mixed precision</source>
            <translation>Gemischte Genauigkeit</translation>
        </message>
        <message>
            <source>Keep features on disk</source>
            <translation>Merkmale auf Platte behalten</translation>
        </message>
        <message>
            <source>by the optimizer</source>
            <translation>vom Optimierer</translation>
        </message>
        <message>
            <source>epochs</source>
            <translation>Epochen</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>off</source>
            <translation>aus</translation>
        </message>
        <message>
            <source>pixels</source>
            <translation>Pixel</translation>
        </message>
        <message>
            <source>1 (as it is)</source>
            <translation>1 (unverändert)</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>Find…</source>
            <translation>Suchen…</translation>
        </message>
        <message>
            <source>More settings</source>
            <translation>Mehr Einstellungen</translation>
        </message>
        <message>
            <source>More ({folded} changed)</source>
            <translation>Mehr ({folded} geändert)</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>unfolded</source>
            <translation>ausgeklappt</translation>
        </message>
        <message>
            <source>folded</source>
            <translation>eingeklappt</translation>
        </message>
        <message>
            <source>Tries learning rates from small to large on a copy, and suggests one for these settings.</source>
            <translation>Probiert an einer Kopie kleine bis große Lernraten und schlägt eine für diese Einstellungen vor.</translation>
        </message>
        <message>
            <source>stopped before the first epoch was over</source>
            <translation>gestoppt, bevor die erste Epoche zu Ende war</translation>
        </message>
        <message>
            <source>Training epoch {epoch} of {planned_epochs}</source>
            <translation>Training: Epoche {epoch} von {planned_epochs}</translation>
        </message>
        <message>
            <source>Training epoch {epoch}, for {duration} in all</source>
            <translation>Training: Epoche {epoch}, insgesamt {duration}</translation>
        </message>
        <message>
            <source>{words} after epoch {epoch}</source>
            <translation>{words} nach Epoche {epoch}</translation>
        </message>
        <message>
            <source>Nothing is being trained</source>
            <translation>Es wird nichts trainiert</translation>
        </message>
        <message>
            <source>Stopping: the best epoch is kept</source>
            <translation>Wird gestoppt: Die beste Epoche bleibt erhalten</translation>
        </message>
        <message>
            <source>Stopped before the first epoch was over: there is no model</source>
            <translation>Gestoppt, bevor die erste Epoche zu Ende war: Es gibt kein Modell</translation>
        </message>
        <message>
            <source>The training failed</source>
            <translation>Das Training ist fehlgeschlagen</translation>
        </message>
        <message>
            <source>The training was cut off</source>
            <translation>Das Training ist abgebrochen</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Pausiert</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Gestoppt</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>What to validate with</source>
            <translation>Womit validiert wird</translation>
        </message>
        <message>
            <source>Validate with</source>
            <translation>Validieren mit</translation>
        </message>
        <message>
            <source>Validate with a folder of class folders</source>
            <translation>Mit einem Ordner aus Klassenordnern validieren</translation>
        </message>
        <message>
            <source>A part of each class</source>
            <translation>Ein Teil jeder Klasse</translation>
        </message>
        <message>
            <source>Images of each class are held out, so many as the settings say</source>
            <translation>Bilder jeder Klasse werden zurückgehalten, so viele, wie die Einstellungen sagen</translation>
        </message>
        <message>
            <source>Weights of ResNet50 (*.h5 *.keras);;All files (*)</source>
            <translation>Gewichte von ResNet50 (*.h5 *.keras);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>ImageNet (pretrained)</source>
            <translation>ImageNet (vortrainiert)</translation>
        </message>
        <message>
            <source>Random (no transfer)</source>
            <translation>Zufällig (kein Transfer)</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>Aus einer Datei…</translation>
        </message>
        <message>
            <source>Weights to start from</source>
            <translation>Gewichte für den Anfang</translation>
        </message>
        <message>
            <source>Weights file</source>
            <translation>Gewichtsdatei</translation>
        </message>
        <message>
            <source>Choose a weights file</source>
            <translation>Gewichtsdatei wählen</translation>
        </message>
        <message>
            <source>Nothing is transferred: expect worse results.</source>
            <translation>Nichts wird übertragen: mit schlechteren Ergebnissen rechnen.</translation>
        </message>
        <message>
            <source>Choose weights of ResNet50</source>
            <translation>Gewichte von ResNet50 wählen</translation>
        </message>
        <message>
            <source>No transfer: the network starts from noise, and the results will be worse.</source>
            <translation>Kein Transfer: Das Netz beginnt mit Rauschen, und die Ergebnisse werden schlechter.</translation>
        </message>
        <message>
            <source>The pretrained weights are not on this machine</source>
            <translation>Die vortrainierten Gewichte sind nicht auf diesem Rechner</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Datei wählen…</translation>
        </message>
        <message>
            <source>A weights file of ResNet50 that you have.</source>
            <translation>Eine Gewichtsdatei von ResNet50, die Sie haben.</translation>
        </message>
        <message>
            <source>When this machine is online; the download is kept.</source>
            <translation>Wenn dieser Rechner online ist; der Download wird aufbewahrt.</translation>
        </message>
        <message>
            <source>Go on with random weights</source>
            <translation>Mit zufälligen Gewichten weiter</translation>
        </message>
        <message>
            <source>About Frostline</source>
            <translation>Über Frostline</translation>
        </message>
        <message>
            <source>Frostline {installed_version}</source>
            <translation>Frostline {installed_version}</translation>
        </message>
        <message>
            <source>Transfer learning on the desktop: see ResNet50, freeze it, train a new head in seconds, take the model anywhere.

Your pictures never leave this machine. MIT licence.</source>
            <translation>Transferlernen auf dem Desktop: ResNet50 sehen, einfrieren, in Sekunden einen neuen Kopf trainieren, das Modell überallhin mitnehmen.

Ihre Bilder verlassen diesen Rechner nie. MIT-Lizenz.</translation>
        </message>
        <message>
            <source>(not installed)</source>
            <translation>(nicht installiert)</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Data</source>
            <translation>Date&amp;n</translation>
        </message>
        <message>
            <source>&amp;Layers</source>
            <translation>&amp;Schichten</translation>
        </message>
        <message>
            <source>&amp;Train</source>
            <translation>&amp;Training</translation>
        </message>
        <message>
            <source>Eval&amp;uate</source>
            <translation>Aus&amp;wertung</translation>
        </message>
        <message>
            <source>&amp;Predict</source>
            <translation>&amp;Vorhersage</translation>
        </message>
        <message>
            <source>E&amp;xport</source>
            <translation>E&amp;xport</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;New project…</source>
            <translation>&amp;Neues Projekt…</translation>
        </message>
        <message>
            <source>Begin a piece of work in a folder of its own, with all its runs and settings</source>
            <translation>Eine Arbeit in einem eigenen Ordner beginnen, mit allen Läufen und Einstellungen</translation>
        </message>
        <message>
            <source>Open projec&amp;t…</source>
            <translation>Projekt ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>Go on where a project was left</source>
            <translation>Weitermachen, wo ein Projekt verlassen wurde</translation>
        </message>
        <message>
            <source>Save project &amp;as…</source>
            <translation>Projekt speichern &amp;unter…</translation>
        </message>
        <message>
            <source>Keep what is open, with copies of its runs, as a project</source>
            <translation>Was geöffnet ist, mit Kopien seiner Läufe als Projekt aufbewahren</translation>
        </message>
        <message>
            <source>&amp;Close project</source>
            <translation>Projekt schl&amp;ießen</translation>
        </message>
        <message>
            <source>Leave the project; all of it is saved</source>
            <translation>Das Projekt verlassen; alles darin ist gespeichert</translation>
        </message>
        <message>
            <source>&amp;Open folder…</source>
            <translation>&amp;Ordner öffnen…</translation>
        </message>
        <message>
            <source>Open a folder whose sub-folders are classes of pictures</source>
            <translation>Einen Ordner öffnen, dessen Unterordner Klassen von Bildern sind</translation>
        </message>
        <message>
            <source>Try &amp;sample pictures</source>
            <translation>&amp;Beispielbilder ausprobieren</translation>
        </message>
        <message>
            <source>Draw a small data set of four classes and open it</source>
            <translation>Einen kleinen Datensatz mit vier Klassen zeichnen und öffnen</translation>
        </message>
        <message>
            <source>Open &amp;freeze plan…</source>
            <translation>Frost&amp;plan öffnen…</translation>
        </message>
        <message>
            <source>Freeze and thaw the layers as a saved plan says</source>
            <translation>Die Schichten einfrieren und auftauen, wie ein gespeicherter Plan es sagt</translation>
        </message>
        <message>
            <source>Save freeze &amp;plan…</source>
            <translation>Frostplan spei&amp;chern…</translation>
        </message>
        <message>
            <source>Keep which layers are thawed in a small file that can be read and sent</source>
            <translation>In einer kleinen Datei, die sich lesen und verschicken lässt, festhalten, welche Schichten aufgetaut sind</translation>
        </message>
        <message>
            <source>Save &amp;report…</source>
            <translation>Be&amp;richt speichern…</translation>
        </message>
        <message>
            <source>Write down what the evaluation found, as a page or as tables</source>
            <translation>Aufschreiben, was die Auswertung ergab, als Seite oder als Tabellen</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>B&amp;eenden</translation>
        </message>
        <message>
            <source>Close the window and its workers</source>
            <translation>Das Fenster und seine Arbeitsprozesse schließen</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Find a command…</source>
            <translation>&amp;Befehl suchen…</translation>
        </message>
        <message>
            <source>Type what you want to do</source>
            <translation>Eingeben, was Sie tun möchten</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;Einstellungen…</translation>
        </message>
        <message>
            <source>Choose the framework that Keras computes with</source>
            <translation>Das Framework wählen, mit dem Keras rechnet</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>&amp;Vollbild</translation>
        </message>
        <message>
            <source>&amp;Glossary</source>
            <translation>&amp;Glossar</translation>
        </message>
        <message>
            <source>What the words mean; at the word for what has the focus</source>
            <translation>Was die Begriffe bedeuten; beim Begriff für das, was den Fokus hat</translation>
        </message>
        <message>
            <source>Take the &amp;tour</source>
            <translation>&amp;Rundgang starten</translation>
        </message>
        <message>
            <source>Three steps: pictures, layers, training</source>
            <translation>Drei Schritte: Bilder, Schichten, Training</translation>
        </message>
        <message>
            <source>&amp;What is this?</source>
            <translation>&amp;Was ist das?</translation>
        </message>
        <message>
            <source>Point at something to have it explained</source>
            <translation>Auf etwas zeigen, um es erklärt zu bekommen</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>What every key does</source>
            <translation>Was jede Taste tut</translation>
        </message>
        <message>
            <source>Open the &amp;log folder</source>
            <translation>&amp;Protokollordner öffnen</translation>
        </message>
        <message>
            <source>Where Frostline writes down what went wrong</source>
            <translation>Wo Frostline aufschreibt, was schiefging</translation>
        </message>
        <message>
            <source>&amp;About Frostline</source>
            <translation>&amp;Über Frostline</translation>
        </message>
        <message>
            <source>No project is open.</source>
            <translation>Kein Projekt ist geöffnet.</translation>
        </message>
        <message>
            <source>Nothing was changed on this page that could be taken back.</source>
            <translation>Auf dieser Seite wurde nichts geändert, was sich rückgängig machen ließe.</translation>
        </message>
        <message>
            <source>Nothing was taken back on this page.</source>
            <translation>Auf dieser Seite wurde nichts rückgängig gemacht.</translation>
        </message>
        <message>
            <source>There is neither a folder nor a picture in it.</source>
            <translation>Darin ist weder ein Ordner noch ein Bild.</translation>
        </message>
        <message>
            <source>Open a folder of pictures</source>
            <translation>Bilderordner öffnen</translation>
        </message>
        <message>
            <source>The log files are in {folder}.</source>
            <translation>Die Protokolldateien liegen in {folder}.</translation>
        </message>
        <message>
            <source>Drop to open this project</source>
            <translation>Ablegen, um dieses Projekt zu öffnen</translation>
        </message>
        <message>
            <source>Drop to use this run</source>
            <translation>Zum Verwenden dieses Laufs ablegen</translation>
        </message>
        <message>
            <source>Drop to open this folder as data</source>
            <translation>Ablegen, um diesen Ordner als Daten zu öffnen</translation>
        </message>
        <message>
            <source>Drop to open this freeze plan</source>
            <translation>Ablegen, um diesen Frostplan zu öffnen</translation>
        </message>
        <message>
            <source>Drop to classify</source>
            <translation>Zum Klassifizieren ablegen</translation>
        </message>
        <message>
            <source>Dismiss message</source>
            <translation>Meldung schließen</translation>
        </message>
        <message>
            <source>&amp;Undo {change}</source>
            <translation>&amp;Rückgängig: {change}</translation>
        </message>
        <message>
            <source>&amp;Redo {change}</source>
            <translation>&amp;Wiederholen: {change}</translation>
        </message>
        <message>
            <source>Open r&amp;ecent</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>No folder was opened yet</source>
            <translation>Noch kein Ordner geöffnet</translation>
        </message>
        <message>
            <source>Clear the list of recent folders</source>
            <translation>Liste der letzten Ordner leeren</translation>
        </message>
        <message>
            <source>The folder is gone, or its drive is unplugged.</source>
            <translation>Der Ordner ist fort, oder sein Laufwerk ist nicht angeschlossen.</translation>
        </message>
        <message>
            <source>Open recent pro&amp;ject</source>
            <translation>Zuletzt geöffnetes Pro&amp;jekt</translation>
        </message>
        <message>
            <source>No project was opened yet</source>
            <translation>Noch kein Projekt geöffnet</translation>
        </message>
        <message>
            <source>Clear the list of recent projects</source>
            <translation>Liste der letzten Projekte leeren</translation>
        </message>
        <message>
            <source>The project is gone, or its drive is unplugged.</source>
            <translation>Das Projekt ist fort, oder sein Laufwerk ist nicht angeschlossen.</translation>
        </message>
        <message>
            <source>{name} (not there)</source>
            <translation>{name} (nicht vorhanden)</translation>
        </message>
        <message>
            <source>Clear what was typed</source>
            <translation>Eingabe löschen</translation>
        </message>
        <message>
            <source>The settings in {file} are damaged: they are kept as {name}, and the usual ones hold again.</source>
            <translation>Die Einstellungen in {file} sind beschädigt: Sie sind als {name} aufbewahrt, und die üblichen gelten wieder.</translation>
        </message>
        <message>
            <source>The settings in {file} are damaged and can't be put aside: what is missing in them is as usual.</source>
            <translation>Die Einstellungen in {file} sind beschädigt und lassen sich nicht beiseitelegen: Für alles Fehlende gilt das Übliche.</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Wird gestartet…</translation>
        </message>
        <message>
            <source>Keras is being loaded</source>
            <translation>Keras wird geladen</translation>
        </message>
        <message>
            <source>What the worker does</source>
            <translation>Was der Arbeitsprozess tut</translation>
        </message>
        <message>
            <source>Keras on {backend_title}</source>
            <translation>Keras auf {backend_title}</translation>
        </message>
        <message>
            <source>Keras on {backend_title} is being loaded</source>
            <translation>Keras auf {backend_title} wird geladen</translation>
        </message>
        <message>
            <source>Keras does not start</source>
            <translation>Keras startet nicht</translation>
        </message>
        <message>
            <source>Device: not known</source>
            <translation>Gerät: nicht bekannt</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>{purpose} (Ctrl+{number})</source>
            <translation>{purpose} (Strg+{number})</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>{title}, done</source>
            <translation>{title}, erledigt</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Daten</translation>
        </message>
        <message>
            <source>Choose the pictures to learn from</source>
            <translation>Die Bilder wählen, von denen gelernt wird</translation>
        </message>
        <message>
            <source>Decide which layers stay frozen</source>
            <translation>Entscheiden, welche Schichten eingefroren bleiben</translation>
        </message>
        <message>
            <source>Train the head and whatever was thawed</source>
            <translation>Den Kopf und alles Aufgetaute trainieren</translation>
        </message>
        <message>
            <source>See how good the model is, and where it errs</source>
            <translation>Sehen, wie gut das Modell ist und wo es irrt</translation>
        </message>
        <message>
            <source>Classify new pictures</source>
            <translation>Neue Bilder klassifizieren</translation>
        </message>
        <message>
            <source>Take the model anywhere</source>
            <translation>Das Modell überallhin mitnehmen</translation>
        </message>
        <message>
            <source>A new worker is starting; nothing that was saved is lost.</source>
            <translation>Ein neuer Arbeitsprozess startet; nichts Gespeichertes ist verloren.</translation>
        </message>
        <message>
            <source>The log files say more.</source>
            <translation>Die Protokolldateien sagen mehr.</translation>
        </message>
        <message>
            <source>Open the log folder</source>
            <translation>Protokollordner öffnen</translation>
        </message>
        <message>
            <source>Start it again</source>
            <translation>Neu starten</translation>
        </message>
        <message>
            <source>{what} It died again and again within a minute, so that no other is started.</source>
            <translation>{what} Das geschah innerhalb einer Minute immer wieder; darum wird kein weiterer Arbeitsprozess gestartet.</translation>
        </message>
        <message>
            <source>The log files say more. Restart the worker, or Frostline, once the cause is mended.</source>
            <translation>Mehr steht in den Protokolldateien. Wenn die Ursache behoben ist, den Arbeitsprozess oder Frostline neu starten.</translation>
        </message>
        <message>
            <source>{what} It was starting: the next one does without graphics cards, on the CPU.</source>
            <translation>{what} Das war beim Start: Der nächste kommt ohne Grafikkarten aus, auf der CPU.</translation>
        </message>
        <message>
            <source>The worker does not run.</source>
            <translation>Der Arbeitsprozess läuft nicht.</translation>
        </message>
        <message>
            <source>Trying learning rates</source>
            <translation>Lernraten werden probiert</translation>
        </message>
        <message>
            <source>Extracting on the cluster</source>
            <translation>Berechnung auf dem Cluster</translation>
        </message>
        <message>
            <source>Exporting</source>
            <translation>Export läuft</translation>
        </message>
        <message>
            <source>Reading the network</source>
            <translation>Netz wird gelesen</translation>
        </message>
        <message>
            <source>Looking at this machine</source>
            <translation>Rechner wird untersucht</translation>
        </message>
        <message>
            <source>Measuring this machine</source>
            <translation>Rechner wird vermessen</translation>
        </message>
        <message>
            <source>Noting what pictures are compared with</source>
            <translation>Vergleichsdaten der Bilder werden notiert</translation>
        </message>
        <message>
            <source>Loading Keras</source>
            <translation>Keras wird geladen</translation>
        </message>
    </context>
    <context>
        <name>core</name>
        <message>
            <source>it is too large</source>
            <translation>zu groß</translation>
        </message>
        <message>
            <source>'{name}' is of an unknown version</source>
            <translation>'{name}' hat eine unbekannte Version</translation>
        </message>
        <message>
            <source>'{name}' holds neither numbers nor text</source>
            <translation>'{name}' enthält weder Zahlen noch Text</translation>
        </message>
        <message>
            <source>'{name}' is not of the size that it claims</source>
            <translation>'{name}' hat nicht die angegebene Größe</translation>
        </message>
        <message>
            <source>Apple GPU</source>
            <translation>Apple-GPU</translation>
        </message>
        <message>
            <source>Install it with `pip install 'frostline[cluster]'`.</source>
            <translation>Mit `pip install 'frostline[cluster]'` installieren.</translation>
        </message>
        <message>
            <source>The package ray is not installed.</source>
            <translation>Das Paket ray ist nicht installiert.</translation>
        </message>
        <message>
            <source>No cluster answers at {address}.</source>
            <translation>Unter {address} antwortet kein Cluster.</translation>
        </message>
        <message>
            <source>Start one with `ray start --head`, and name its address as that command prints it.</source>
            <translation>Einen mit `ray start --head` starten und die Adresse angeben, die dieser Befehl ausgibt.</translation>
        </message>
        <message>
            <source>This computer is in no cluster.</source>
            <translation>Dieser Rechner gehört zu keinem Cluster.</translation>
        </message>
        <message>
            <source>Start one with `ray start --head`, or join one with `ray start --address=HOST:PORT`.</source>
            <translation>Einen mit `ray start --head` starten oder einem mit `ray start --address=HOST:PORT` beitreten.</translation>
        </message>
        <message>
            <source>'{text}' is not the address of a cluster.</source>
            <translation>'{text}' ist keine Adresse eines Clusters.</translation>
        </message>
        <message>
            <source>Write HOST:PORT as `ray start --head` prints it, or auto on a machine that is one of its nodes.</source>
            <translation>HOST:PORT angeben, wie `ray start --head` es ausgibt, oder auto auf einem Rechner, der einer seiner Knoten ist.</translation>
        </message>
        <message>
            <source>The cluster at {address} can't be joined: {error}.</source>
            <translation>Dem Cluster unter {address} lässt sich nicht beitreten: {error}.</translation>
        </message>
        <message>
            <source>This computer must be one of its nodes, with the same Ray: see `ray status`.</source>
            <translation>Dieser Rechner muss einer seiner Knoten sein, mit demselben Ray: siehe `ray status`.</translation>
        </message>
        <message>
            <source>The cluster at {address} has no node with a processor to give.</source>
            <translation>Der Cluster unter {address} hat keinen Knoten, der einen Prozessor abgibt.</translation>
        </message>
        <message>
            <source>Start one with `ray start --address=...` on each machine that is to compute.</source>
            <translation>Auf jedem Rechner, der rechnen soll, einen mit `ray start --address=...` starten.</translation>
        </message>
        <message>
            <source>The work on the cluster failed: {outcome}.</source>
            <translation>Die Arbeit auf dem Cluster ist fehlgeschlagen: {outcome}.</translation>
        </message>
        <message>
            <source>The log file has the whole of it. Repeat the command: what is done is kept.</source>
            <translation>Das Ganze steht in der Protokolldatei. Den Befehl wiederholen: Was fertig ist, bleibt erhalten.</translation>
        </message>
        <message>
            <source>The node {one} doesn't answer.</source>
            <translation>Der Knoten {one} antwortet nicht.</translation>
        </message>
        <message>
            <source>See whether it is overloaded, or take it out of the cluster.</source>
            <translation>Nachsehen, ob er überlastet ist, oder ihn aus dem Cluster nehmen.</translation>
        </message>
        <message>
            <source>has Frostline {facts}, this one is {version}</source>
            <translation>hat Frostline {facts}, dieses hier ist {version}</translation>
        </message>
        <message>
            <source>has no Frostline</source>
            <translation>hat kein Frostline</translation>
        </message>
        <message>
            <source>Install frostline[cluster] {version} in the Python from which `ray start` was called there.</source>
            <translation>frostline[cluster] {version} in dem Python installieren, mit dem dort `ray start` aufgerufen wurde.</translation>
        </message>
        <message>
            <source>The node {node} {has}.</source>
            <translation>Der Knoten {node} {has}.</translation>
        </message>
        <message>
            <source>Install frostline[cluster] with the backend {backend} there, or choose another with --backend.</source>
            <translation>Dort frostline[cluster] mit dem Backend {backend} installieren oder mit --backend ein anderes wählen.</translation>
        </message>
        <message>
            <source>The node {node} lacks {missing}.</source>
            <translation>Dem Knoten {node} fehlt {missing}.</translation>
        </message>
        <message>
            <source>The node {node} doesn't see {facts}.</source>
            <translation>Der Knoten {node} sieht {facts} nicht.</translation>
        </message>
        <message>
            <source>Choose folders that all nodes share under the same path, or URIs.</source>
            <translation>Ordner wählen, die alle Knoten unter demselben Pfad teilen, oder URIs.</translation>
        </message>
        <message>
            <source>{where} has no pictures in class folders.</source>
            <translation>{where} hat keine Bilder in Klassenordnern.</translation>
        </message>
        <message>
            <source>Choose a folder whose sub-folders are named after their classes.</source>
            <translation>Einen Ordner wählen, dessen Unterordner nach ihren Klassen benannt sind.</translation>
        </message>
        <message>
            <source>Another extraction writes to {where}.</source>
            <translation>Eine andere Berechnung schreibt nach {where}.</translation>
        </message>
        <message>
            <source>Wait for its end, or choose another place with --out.</source>
            <translation>Auf ihr Ende warten oder mit --out einen anderen Ort wählen.</translation>
        </message>
        <message>
            <source>The store {where} would lie inside the data folder {where2}.</source>
            <translation>Der Speicher {where} läge im Datenordner {where2}.</translation>
        </message>
        <message>
            <source>Choose another place with --out.</source>
            <translation>Mit --out einen anderen Ort wählen.</translation>
        </message>
        <message>
            <source>{where} is there already, and is not a store of features.</source>
            <translation>{where} gibt es schon, und es ist kein Merkmalspeicher.</translation>
        </message>
        <message>
            <source>Choose a new or an empty folder with --out.</source>
            <translation>Mit --out einen neuen oder leeren Ordner wählen.</translation>
        </message>
        <message>
            <source>The store {where} was made by another recipe: {differs}.</source>
            <translation>Der Speicher {where} entstand nach einem anderen Rezept: {differs}.</translation>
        </message>
        <message>
            <source>Choose another place with --out, or the settings with which the store was made.</source>
            <translation>Mit --out einen anderen Ort wählen oder die Einstellungen, mit denen der Speicher entstand.</translation>
        </message>
        <message>
            <source>The store {where} is of the pictures of {source}, read in its own way.</source>
            <translation>Der Speicher {where} ist einer der Bilder von {source}, auf deren Art gelesen.</translation>
        </message>
        <message>
            <source>{done} of {images} pictures were not dealt with.</source>
            <translation>{done} von {images} Bildern wurden nicht bearbeitet.</translation>
        </message>
        <message>
            <source>Repeat the command: what is done is kept.</source>
            <translation>Den Befehl wiederholen: Was fertig ist, bleibt erhalten.</translation>
        </message>
        <message>
            <source>the weights in the store are not whole</source>
            <translation>die Gewichte im Speicher sind nicht vollständig</translation>
        </message>
        <message>
            <source>{backbone} can't be cut at '{cut_layer}'.</source>
            <translation>{backbone} lässt sich bei '{cut_layer}' nicht schneiden.</translation>
        </message>
        <message>
            <source>Cut it at one of: {places}.</source>
            <translation>Bei einer von diesen schneiden: {places}.</translation>
        </message>
        <message>
            <source>A node would compute other features than asked for: {why}.</source>
            <translation>Ein Knoten würde andere Merkmale berechnen als verlangt: {why}.</translation>
        </message>
        <message>
            <source>Install the same versions of Frostline, Keras and its backend on all nodes.</source>
            <translation>Auf allen Knoten dieselben Versionen von Frostline, Keras und dessen Backend installieren.</translation>
        </message>
        <message>
            <source>{where} can't be listed: {why}.</source>
            <translation>{where} lässt sich nicht auflisten: {why}.</translation>
        </message>
        <message>
            <source>Check the name, and that you may read there.</source>
            <translation>Den Namen prüfen und ob Sie dort lesen dürfen.</translation>
        </message>
        <message>
            <source>The cluster at {address} is gone.</source>
            <translation>Der Cluster unter {address} ist nicht mehr da.</translation>
        </message>
        <message>
            <source>Start it again and repeat the command: what is done is kept.</source>
            <translation>Ihn wieder starten und den Befehl wiederholen: Was fertig ist, bleibt erhalten.</translation>
        </message>
        <message>
            <source>The cluster at {address} can't be joined.</source>
            <translation>Dem Cluster unter {address} lässt sich nicht beitreten.</translation>
        </message>
        <message>
            <source>See whether this computer is one of its nodes: `ray status`.</source>
            <translation>Nachsehen, ob dieser Rechner einer seiner Knoten ist: `ray status`.</translation>
        </message>
        <message>
            <source>{file} is no partition of this store</source>
            <translation>{file} ist keine Partition dieses Speichers</translation>
        </message>
        <message>
            <source>its features are packed</source>
            <translation>ihre Merkmale sind gepackt</translation>
        </message>
        <message>
            <source>it is smaller than its rows</source>
            <translation>sie ist kleiner als ihre Zeilen</translation>
        </message>
        <message>
            <source>{where} can't be opened: {why}.</source>
            <translation>{where} kann nicht geöffnet werden: {why}.</translation>
        </message>
        <message>
            <source>Name a folder, or a URI that pyarrow or an installed package of fsspec opens (s3://, gs://, file://).</source>
            <translation>Einen Ordner angeben oder eine URI, die pyarrow oder ein installiertes Paket von fsspec öffnet (s3://, gs://, file://).</translation>
        </message>
        <message>
            <source>Stores of features take the package pyarrow.</source>
            <translation>Für Merkmalspeicher ist das Paket pyarrow nötig.</translation>
        </message>
        <message>
            <source>{place} can't be read or written: {name}.</source>
            <translation>{place} lässt sich nicht lesen oder schreiben: {name}.</translation>
        </message>
        <message>
            <source>See that it is there, that all nodes can read and write it, and start the command again: what is done is kept.</source>
            <translation>Nachsehen, ob es da ist und alle Knoten dort lesen und schreiben können, und den Befehl wiederholen: Was fertig ist, bleibt erhalten.</translation>
        </message>
        <message>
            <source>The file has {size} MB.</source>
            <translation>Die Datei hat {size} MB.</translation>
        </message>
        <message>
            <source>Make it smaller.</source>
            <translation>Sie verkleinern.</translation>
        </message>
        <message>
            <source>The file is no longer there.</source>
            <translation>Die Datei ist nicht mehr da.</translation>
        </message>
        <message>
            <source>The file can't be read ({why}).</source>
            <translation>Die Datei ist nicht lesbar ({why}).</translation>
        </message>
        <message>
            <source>{where} is damaged: {removesuffix}.</source>
            <translation>{where} ist beschädigt: {removesuffix}.</translation>
        </message>
        <message>
            <source>Extract the features again elsewhere.</source>
            <translation>Die Merkmale anderswo neu berechnen.</translation>
        </message>
        <message>
            <source>{where} was written by another Frostline.</source>
            <translation>{where} wurde von einem anderen Frostline geschrieben.</translation>
        </message>
        <message>
            <source>Update Frostline, or extract anew.</source>
            <translation>Frostline aktualisieren oder die Merkmale neu berechnen.</translation>
        </message>
        <message>
            <source>{where} is not a store of features: it has no {value}.</source>
            <translation>{where} ist kein Merkmalspeicher: Dort gibt es kein {value}.</translation>
        </message>
        <message>
            <source>Choose the folder that `frostline extract` wrote with --out.</source>
            <translation>Den Ordner wählen, den `frostline extract` mit --out geschrieben hat.</translation>
        </message>
        <message>
            <source>The extraction into {where} is not over.</source>
            <translation>Die Berechnung nach {where} ist nicht fertig.</translation>
        </message>
        <message>
            <source>Start `frostline extract` again as before: it goes on from where it was.</source>
            <translation>`frostline extract` noch einmal wie zuvor starten: Es macht dort weiter, wo es war.</translation>
        </message>
        <message>
            <source>image size</source>
            <translation>Bildgröße</translation>
        </message>
        <message>
            <source>feature type</source>
            <translation>Typ der Merkmale</translation>
        </message>
        <message>
            <source>version of the decoder</source>
            <translation>Version des Decoders</translation>
        </message>
        <message>
            <source>backend or engine</source>
            <translation>Backend oder Engine</translation>
        </message>
        <message>
            <source>shape of a row</source>
            <translation>Form einer Zeile</translation>
        </message>
        <message>
            <source>it has the {word} {has}, and {wants} is wanted</source>
            <translation>{word} ist dort {has}, verlangt ist {wants}</translation>
        </message>
        <message>
            <source>it was computed with other weights</source>
            <translation>er wurde mit anderen Gewichten berechnet</translation>
        </message>
        <message>
            <source>The class '{class_name}' has a single image: none is left to validate with.</source>
            <translation>Die Klasse '{class_name}' hat nur ein Bild: Zum Validieren bleibt keines.</translation>
        </message>
        <message>
            <source>Add images to it, or remove its folder.</source>
            <translation>Bilder hinzufügen oder den Ordner der Klasse entfernen.</translation>
        </message>
        <message>
            <source>The classes are of very different sizes: '{class_name}' has {images}, '{class_name2}' {images2}.</source>
            <translation>Die Klassen sind sehr verschieden groß: '{class_name}' hat {images}, '{class_name2}' {images2}.</translation>
        </message>
        <message>
            <source>Train with class weights (--class-weights), so that rare classes count as much as frequent ones.</source>
            <translation>Mit Klassengewichten trainieren (--class-weights), damit seltene Klassen so viel zählen wie häufige.</translation>
        </message>
        <message>
            <source>1 file has</source>
            <translation>1 Datei hat</translation>
        </message>
        <message>
            <source>{misnamed} files have</source>
            <translation>{misnamed} Dateien haben</translation>
        </message>
        <message>
            <source>such as </source>
            <translation>etwa </translation>
        </message>
        <message>
            <source>{files} a name of another format than the content: {first}, which is {image_format}.</source>
            <translation>{files} einen Namen, der zu einem anderen Format gehört als der Inhalt: {first} ist {image_format}.</translation>
        </message>
        <message>
            <source>Frostline goes by the content; rename them if other programs stumble over them.</source>
            <translation>Frostline richtet sich nach dem Inhalt; umbenennen, falls andere Programme darüber stolpern.</translation>
        </message>
        <message>
            <source>is {one}</source>
            <translation>ist {one}</translation>
        </message>
        <message>
            <source>1 picture is</source>
            <translation>1 Bild liegt</translation>
        </message>
        <message>
            <source>{across} pictures are</source>
            <translation>{across} Bilder liegen</translation>
        </message>
        <message>
            <source>{number} in more than one class, such as {files} and {other}.</source>
            <translation>{number} in mehr als einer Klasse, etwa {files} und {other}.</translation>
        </message>
        <message>
            <source>Decide for one class, and take the picture out of the others.</source>
            <translation>Für eine Klasse entscheiden und das Bild aus den anderen nehmen.</translation>
        </message>
        <message>
            <source>There are {duplicates} groups of duplicates; the first {value} are listed.</source>
            <translation>Es gibt {duplicates} Gruppen von Duplikaten; aufgeführt sind die ersten {value}.</translation>
        </message>
        <message>
            <source>Clear these up, and scan the folder again for the others.</source>
            <translation>Diese bereinigen und den Ordner für die übrigen neu prüfen.</translation>
        </message>
        <message>
            <source>So many of the images look alike that near duplicates can't be told; only exact copies are named.</source>
            <translation>So viele Bilder sehen gleich aus, dass ähnliche Bilder nicht zu unterscheiden sind; nur exakte Kopien werden genannt.</translation>
        </message>
        <message>
            <source>Frames of one film belong on one side of the split: hold out a folder of your own.</source>
            <translation>Bilder eines Films gehören auf eine Seite der Aufteilung: einen eigenen Ordner zurückhalten.</translation>
        </message>
        <message>
            <source>The file has changed since the training began.</source>
            <translation>Die Datei hat sich seit Beginn des Trainings geändert.</translation>
        </message>
        <message>
            <source>Train again to use it as it is now.</source>
            <translation>Neu trainieren, um sie in der jetzigen Form zu verwenden.</translation>
        </message>
        <message>
            <source>most_bits is {most_bits}: expected 0 to {value}.</source>
            <translation>most_bits ist {most_bits}: erwartet 0 bis {value}.</translation>
        </message>
        <message>
            <source>'{class_name}' can't be the name of a class.</source>
            <translation>'{class_name}' ist als Name einer Klasse nicht möglich.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Einen anderen Namen wählen.</translation>
        </message>
        <message>
            <source>{file} can't be renamed ({strerror}).</source>
            <translation>{file} kann nicht umbenannt werden ({strerror}).</translation>
        </message>
        <message>
            <source>Add the picture to the collection again.</source>
            <translation>Das Bild noch einmal zur Sammlung hinzufügen.</translation>
        </message>
        <message>
            <source>It is not a file.</source>
            <translation>Das ist keine Datei.</translation>
        </message>
        <message>
            <source>Choose an image file.</source>
            <translation>Eine Bilddatei wählen.</translation>
        </message>
        <message>
            <source>The corrections in {file} can't be read ({strerror}).</source>
            <translation>Die Korrekturen in {file} sind nicht lesbar ({strerror}).</translation>
        </message>
        <message>
            <source>Make the file readable.</source>
            <translation>Die Datei lesbar machen.</translation>
        </message>
        <message>
            <source>A newer Frostline wrote the corrections in {file}.</source>
            <translation>Die Korrekturen in {file} stammen von einem neueren Frostline.</translation>
        </message>
        <message>
            <source>Use the newer Frostline.</source>
            <translation>Das neuere Frostline verwenden.</translation>
        </message>
        <message>
            <source>{class_name} can't be the name of a class</source>
            <translation>{class_name} ist als Name einer Klasse nicht möglich</translation>
        </message>
        <message>
            <source>The corrections in {file} are damaged ({error}), and can't be put aside ({strerror}).</source>
            <translation>Die Korrekturen in {file} sind beschädigt ({error}) und lassen sich nicht beiseitelegen ({strerror}).</translation>
        </message>
        <message>
            <source>Mend the file, or remove it.</source>
            <translation>Die Datei reparieren oder entfernen.</translation>
        </message>
        <message>
            <source>The corrections in {file} are damaged ({error}): they are kept as {name}, and no picture is left out or counted in another class any more.</source>
            <translation>Die Korrekturen in {file} sind beschädigt ({error}): Sie sind als {name} aufbewahrt, und kein Bild wird mehr ausgelassen oder zu einer anderen Klasse gezählt.</translation>
        </message>
        <message>
            <source>Mend that file and give it its name back, or go on without it.</source>
            <translation>Diese Datei reparieren und zurückbenennen oder ohne sie weitermachen.</translation>
        </message>
        <message>
            <source>{name} is used to learn from</source>
            <translation>{name} dient zum Lernen</translation>
        </message>
        <message>
            <source>, {name} to validate with</source>
            <translation>, {name} zum Validieren</translation>
        </message>
        <message>
            <source>; {name} is left for `frostline evaluate`</source>
            <translation>; {name} bleibt für `frostline evaluate`</translation>
        </message>
        <message>
            <source>{parent} has folders for the parts of a data set: {words}.</source>
            <translation>{parent} hat Ordner für die Teile eines Datensatzes: {words}.</translation>
        </message>
        <message>
            <source> and {leaks} more</source>
            <translation> und {leaks} weitere</translation>
        </message>
        <message>
            <source>{leaks} of the {validation_files} validation images</source>
            <translation>{leaks} von {validation_files} Validierungsbildern</translation>
        </message>
        <message>
            <source>{number} {leaks} among the training images too, or so like one of them that they show the same: {more}. The validation accuracy will be too good to be true: take them out of one of the two folders.</source>
            <translation>{number} {leaks} auch unter den Trainingsbildern oder einem davon so ähnlich, dass sie dasselbe zeigen: {more}. Die Genauigkeit der Validierung wird zu gut sein, um wahr zu sein: die Bilder aus einem der beiden Ordner nehmen.</translation>
        </message>
        <message>
            <source>system volume information</source>
            <translation>system volume information</translation>
        </message>
        <message>
            <source>The name of the folder {name} is not valid text.</source>
            <translation>Der Name des Ordners {name} ist kein gültiger Text.</translation>
        </message>
        <message>
            <source>Rename it.</source>
            <translation>Umbenennen.</translation>
        </message>
        <message>
            <source>The folder can't be looked into ({strerror}).</source>
            <translation>In den Ordner kann nicht hineingesehen werden ({strerror}).</translation>
        </message>
        <message>
            <source>The name of the file is not valid text: rename it.</source>
            <translation>Der Name der Datei ist kein gültiger Text: umbenennen.</translation>
        </message>
        <message>
            <source>Choose a folder that holds a sub-folder for each class.</source>
            <translation>Einen Ordner wählen, der für jede Klasse einen Unterordner enthält.</translation>
        </message>
        <message>
            <source>The folder {folder} does not exist.</source>
            <translation>Der Ordner {folder} existiert nicht.</translation>
        </message>
        <message>
            <source>{folder} is not a folder.</source>
            <translation>{folder} ist kein Ordner.</translation>
        </message>
        <message>
            <source>Choose the folder that holds the classes.</source>
            <translation>Den Ordner wählen, der die Klassen enthält.</translation>
        </message>
        <message>
            <source>Check its permissions, or choose another folder.</source>
            <translation>Die Zugriffsrechte prüfen oder einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <source>The folder {folder} can't be read ({strerror}).</source>
            <translation>Der Ordner {folder} ist nicht lesbar ({strerror}).</translation>
        </message>
        <message>
            <source>Type the name of a class.</source>
            <translation>Den Namen einer Klasse eingeben.</translation>
        </message>
        <message>
            <source>A class's name is that of a folder: it can't have / or \ in it.</source>
            <translation>Der Name einer Klasse ist der eines Ordners: / oder \ darf nicht darin stehen.</translation>
        </message>
        <message>
            <source>There is a class '{alike}' already, which differs in capital letters only: write it like that.</source>
            <translation>Die Klasse '{alike}' gibt es schon; sie unterscheidet sich nur in der Großschreibung: genau so schreiben.</translation>
        </message>
        <message>
            <source>Type the name that the file shall have.</source>
            <translation>Den Namen eingeben, den die Datei haben soll.</translation>
        </message>
        <message>
            <source>Write / between a folder and a file, not \.</source>
            <translation>Zwischen Ordner und Datei / schreiben, nicht \.</translation>
        </message>
        <message>
            <source>The file stays inside {name}: name it as CLASS/FILE.</source>
            <translation>Die Datei bleibt in {name}: als KLASSE/DATEI benennen.</translation>
        </message>
        <message>
            <source>A folder or the file has no name: there is nothing before, after or between a /.</source>
            <translation>Ein Ordner oder die Datei hat keinen Namen: Vor, nach oder zwischen einem / steht nichts.</translation>
        </message>
        <message>
            <source>A picture lies in the folder of its class: name it as CLASS/FILE.</source>
            <translation>Ein Bild liegt im Ordner seiner Klasse: als KLASSE/DATEI benennen.</translation>
        </message>
        <message>
            <source>A file that ends in {suffix} is not taken for a picture: keep the ending {suffix2}.</source>
            <translation>Eine Datei mit der Endung {suffix} gilt nicht als Bild: die Endung {suffix2} behalten.</translation>
        </message>
        <message>
            <source>There is {as_posix} already: choose another name.</source>
            <translation>{as_posix} gibt es schon: einen anderen Namen wählen.</translation>
        </message>
        <message>
            <source>{as_posix} is a file, not a folder.</source>
            <translation>{as_posix} ist eine Datei, kein Ordner.</translation>
        </message>
        <message>
            <source>A name that begins with a dot is hidden, and passed over.</source>
            <translation>Ein Name, der mit einem Punkt beginnt, ist verborgen und wird übergangen.</translation>
        </message>
        <message>
            <source>'{name}' is a name of the system's own, and passed over.</source>
            <translation>'{name}' ist ein Name des Systems und wird übergangen.</translation>
        </message>
        <message>
            <source>A name can't have tabs, line breaks or other control characters in it.</source>
            <translation>Tabulatoren, Zeilenumbrüche und andere Steuerzeichen dürfen nicht im Namen stehen.</translation>
        </message>
        <message>
            <source>A name with {refused} in it can't be kept on every system.</source>
            <translation>Ein Name mit {refused} ist nicht auf jedem System möglich.</translation>
        </message>
        <message>
            <source>'{name}' is the name of a device on Windows: choose another one.</source>
            <translation>'{name}' heißt unter Windows ein Gerät: einen anderen Namen wählen.</translation>
        </message>
        <message>
            <source>'{name}' begins or ends with a blank, or ends with a dot, which not every system keeps.</source>
            <translation>'{name}' beginnt oder endet mit einem Leerzeichen oder endet mit einem Punkt, was nicht jedes System bewahrt.</translation>
        </message>
        <message>
            <source>The name is too long: at most {value} bytes, which are as many plain letters.</source>
            <translation>Der Name ist zu lang: höchstens {value} Byte, also ebenso viele einfache Buchstaben.</translation>
        </message>
        <message>
            <source>expected is a sub-folder for each class with that class's images inside, such as cats/ and dogs/</source>
            <translation>erwartet wird für jede Klasse ein Unterordner mit ihren Bildern, etwa cats/ und dogs/</translation>
        </message>
        <message>
            <source>None of the class folders in {folder} has an image that can be used.</source>
            <translation>Keiner der Klassenordner in {folder} hat ein verwendbares Bild.</translation>
        </message>
        <message>
            <source>The folders {names} are parts of a data set, not classes: choose one of them, such as {names2}.</source>
            <translation>Die Ordner {names} sind Teile eines Datensatzes, keine Klassen: einen davon wählen, etwa {names2}.</translation>
        </message>
        <message>
            <source>The images ({images}) lie directly in {folder}: {value}.</source>
            <translation>Die Bilder ({images}) liegen direkt in {folder}: {value}.</translation>
        </message>
        <message>
            <source>{folder} holds no class folders: {value}.</source>
            <translation>{folder} enthält keine Klassenordner: {value}.</translation>
        </message>
        <message>
            <source>{folder} holds the single folder '{name}': choose {name2}, which holds the classes.</source>
            <translation>{folder} enthält nur den Ordner '{name}': {name2} wählen, darin sind die Klassen.</translation>
        </message>
        <message>
            <source>There is only one class, '{name}': at least two are needed to tell apart.</source>
            <translation>Es gibt nur eine Klasse, '{name}': Zum Unterscheiden braucht es mindestens zwei.</translation>
        </message>
        <message>
            <source>Every image of the class '{class_name}' that can be used is left out: include some again.</source>
            <translation>Alle verwendbaren Bilder der Klasse '{class_name}' sind ausgelassen: einige wieder aufnehmen.</translation>
        </message>
        <message>
            <source>The class '{class_name}' has no image that can be used: add images to it, or remove its folder.</source>
            <translation>Die Klasse '{class_name}' hat kein verwendbares Bild: Bilder hinzufügen oder ihren Ordner entfernen.</translation>
        </message>
        <message>
            <source>{names} and {names2}</source>
            <translation>{names} und {names2}</translation>
        </message>
        <message>
            <source>Replace the file with a whole copy, or remove it.</source>
            <translation>Die Datei durch eine unversehrte Kopie ersetzen oder entfernen.</translation>
        </message>
        <message>
            <source>The picture</source>
            <translation>Das Bild</translation>
        </message>
        <message>
            <source>{name} can't be used: {reason}</source>
            <translation>{name} ist nicht zu gebrauchen: {reason}</translation>
        </message>
        <message>
            <source>too many</source>
            <translation>zu viele</translation>
        </message>
        <message>
            <source>The image has {has} pixels: at most {allowed_pixels} are allowed.</source>
            <translation>Das Bild hat {has} Pixel: Erlaubt sind höchstens {allowed_pixels}.</translation>
        </message>
        <message>
            <source>Make the image smaller, or raise the limit of pixels.</source>
            <translation>Das Bild verkleinern oder die Pixelgrenze erhöhen.</translation>
        </message>
        <message>
            <source>There is not enough memory to decode it.</source>
            <translation>Der Speicher reicht nicht, um es zu decodieren.</translation>
        </message>
        <message>
            <source>The image is damaged and can't be decoded.</source>
            <translation>Das Bild ist beschädigt und lässt sich nicht decodieren.</translation>
        </message>
        <message>
            <source>The permission to read the file is missing.</source>
            <translation>Die Berechtigung zum Lesen der Datei fehlt.</translation>
        </message>
        <message>
            <source>The file can't be read ({strerror}).</source>
            <translation>Die Datei ist nicht lesbar ({strerror}).</translation>
        </message>
        <message>
            <source>The image is cut short: the end of the file is missing.</source>
            <translation>Das Bild ist abgeschnitten: Das Ende der Datei fehlt.</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>Die Datei ist leer.</translation>
        </message>
        <message>
            <source>It is a HEIC picture, which can't be read here.</source>
            <translation>Das ist ein HEIC-Bild, das hier nicht gelesen werden kann.</translation>
        </message>
        <message>
            <source>Convert it to JPEG or PNG.</source>
            <translation>In JPEG oder PNG umwandeln.</translation>
        </message>
        <message>
            <source>The image is damaged or cut short: its header can't be read.</source>
            <translation>Das Bild ist beschädigt oder abgeschnitten: Sein Kopf ist nicht lesbar.</translation>
        </message>
        <message>
            <source>It is not an image.</source>
            <translation>Das ist kein Bild.</translation>
        </message>
        <message>
            <source>Remove the file, or convert it to JPEG or PNG.</source>
            <translation>Die Datei entfernen oder in JPEG oder PNG umwandeln.</translation>
        </message>
        <message>
            <source>{pixels} million</source>
            <translation>{pixels} Millionen</translation>
        </message>
        <message>
            <source>The sample pictures can't be written to {folder} ({strerror}).</source>
            <translation>Die Beispielbilder lassen sich nicht nach {folder} schreiben ({strerror}).</translation>
        </message>
        <message>
            <source>Choose another folder, or make room on the disk.</source>
            <translation>Einen anderen Ordner wählen oder Platz auf dem Datenträger schaffen.</translation>
        </message>
        <message>
            <source>{folder} is a file: the sample pictures need a folder.</source>
            <translation>{folder} ist eine Datei: Die Beispielbilder brauchen einen Ordner.</translation>
        </message>
        <message>
            <source>Choose another place.</source>
            <translation>Einen anderen Ort wählen.</translation>
        </message>
        <message>
            <source>{folder} is not replaced by the sample pictures: it holds {name}, which Frostline did not draw.</source>
            <translation>{folder} wird nicht durch die Beispielbilder ersetzt: Darin liegt {name}, nicht von Frostline gezeichnet.</translation>
        </message>
        <message>
            <source>Choose an empty folder for the sample pictures.</source>
            <translation>Einen leeren Ordner für die Beispielbilder wählen.</translation>
        </message>
        <message>
            <source>It is a picture ({image_format}), but its name ends otherwise: rename it to train on it.</source>
            <translation>Das ist ein Bild ({image_format}), aber der Name endet anders: zum Trainieren umbenennen.</translation>
        </message>
        <message>
            <source>1 image lies</source>
            <translation>1 Bild liegt</translation>
        </message>
        <message>
            <source>{images} images lie</source>
            <translation>{images} Bilder liegen</translation>
        </message>
        <message>
            <source>{number} directly in {folder}, outside of any class, and will not be used.</source>
            <translation>{number} direkt in {folder}, außerhalb jeder Klasse: nicht verwendet.</translation>
        </message>
        <message>
            <source>Another window has been writing to the corrections of {folder} for {value} seconds.</source>
            <translation>Ein anderes Fenster schreibt seit {value} Sekunden an den Korrekturen von {folder}.</translation>
        </message>
        <message>
            <source>Close it, and try again.</source>
            <translation>Es schließen und noch einmal versuchen.</translation>
        </message>
        <message>
            <source>What was changed about {folder} can't be kept ({strerror}): nothing was changed.</source>
            <translation>Die Änderungen an {folder} lassen sich nicht aufbewahren ({strerror}): Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>Make room, or make {folder} or {corrections_folder} writable.</source>
            <translation>Platz schaffen oder {folder} oder {corrections_folder} beschreibbar machen.</translation>
        </message>
        <message>
            <source>The fraction is {fraction}: expected 0 &lt;= fraction &lt; 1.</source>
            <translation>Der Anteil ist {fraction}: erwartet 0 &lt;= Anteil &lt; 1.</translation>
        </message>
        <message>
            <source>There are {numbers} group numbers for {classes} images: expected as many.</source>
            <translation>Es gibt {numbers} Gruppennummern für {classes} Bilder: erwartet ebenso viele.</translation>
        </message>
        <message>
            <source>pip install tensorflow</source>
            <translation>pip install tensorflow</translation>
        </message>
        <message>
            <source>pip install 'frostline[torch]'</source>
            <translation>pip install 'frostline[torch]'</translation>
        </message>
        <message>
            <source>pip install 'frostline[jax]'</source>
            <translation>pip install 'frostline[jax]'</translation>
        </message>
        <message>
            <source>TensorFlow has had no GPU on Windows since version 2.11: it uses the processor only.</source>
            <translation>TensorFlow rechnet unter Windows seit Version 2.11 nicht mehr mit der Grafikkarte, nur mit dem Prozessor.</translation>
        </message>
        <message>
            <source>PyTorch uses NVIDIA cards on Windows, with a build for CUDA.</source>
            <translation>PyTorch nutzt unter Windows NVIDIA-Karten, in einer Fassung für CUDA.</translation>
        </message>
        <message>
            <source>JAX has no GPU on Windows: it uses the processor only.</source>
            <translation>JAX rechnet unter Windows nicht mit der Grafikkarte, nur mit dem Prozessor.</translation>
        </message>
        <message>
            <source>TensorFlow reaches Apple's GPU only by a plug-in, tensorflow-metal.</source>
            <translation>TensorFlow erreicht die Grafikeinheit von Apple nur über ein Zusatzpaket, tensorflow-metal.</translation>
        </message>
        <message>
            <source>PyTorch brings Apple's GPU (Metal) along on Macs with an M chip.</source>
            <translation>PyTorch nutzt die Grafikeinheit von Apple (Metal) auf Macs mit M-Chip von sich aus.</translation>
        </message>
        <message>
            <source>JAX reaches Apple's GPU only by an experimental plug-in, jax-metal.</source>
            <translation>JAX erreicht die Grafikeinheit von Apple nur über ein Zusatzpaket im Versuchsstadium, jax-metal.</translation>
        </message>
        <message>
            <source>It does not use the NVIDIA card: pip install 'frostline[cuda]' brings the libraries for that.</source>
            <translation>Die NVIDIA-Karte wird nicht genutzt: pip install 'frostline[cuda]' bringt die Bibliotheken dafür.</translation>
        </message>
        <message>
            <source>It does not use the NVIDIA card: that takes a build for CUDA that suits the driver.</source>
            <translation>Die NVIDIA-Karte wird nicht genutzt: dafür braucht es eine Fassung für CUDA, die zum Treiber passt.</translation>
        </message>
        <message>
            <source>It does not use the NVIDIA card: pip install 'jax[cuda12]' brings the libraries for that.</source>
            <translation>Die NVIDIA-Karte wird nicht genutzt: pip install 'jax[cuda12]' bringt die Bibliotheken dafür.</translation>
        </message>
        <message>
            <source>Without a GPU it is the fastest of the three with this network.</source>
            <translation>Ohne Grafikkarte ist es mit diesem Netz das schnellste der drei.</translation>
        </message>
        <message>
            <source>Without a GPU it takes about twice as long as TensorFlow with this network.</source>
            <translation>Ohne Grafikkarte braucht es mit diesem Netz etwa doppelt so lange wie TensorFlow.</translation>
        </message>
        <message>
            <source>Without a GPU there is no reason to prefer it.</source>
            <translation>Ohne Grafikkarte gibt es keinen Grund, es vorzuziehen.</translation>
        </message>
        <message>
            <source>Install it anew: {replace}</source>
            <translation>Neu installieren: {replace}</translation>
        </message>
        <message>
            <source>Unpack Frostline anew.</source>
            <translation>Frostline neu entpacken.</translation>
        </message>
        <message>
            <source>It computes on the GPU ({kind}), many times as fast as a processor.</source>
            <translation>Es rechnet auf der Grafikkarte ({kind}), um ein Vielfaches schneller als ein Prozessor.</translation>
        </message>
        <message>
            <source>what its use of the NVIDIA card takes</source>
            <translation>das, was es für die NVIDIA-Karte braucht</translation>
        </message>
        <message>
            <source>{processor_name}, {usable_cores} cores usable</source>
            <translation>{processor_name}, {usable_cores} Kerne nutzbar</translation>
        </message>
        <message>
            <source>{backend} does not start: {trouble}</source>
            <translation>{backend} startet nicht: {trouble}</translation>
        </message>
        <message>
            <source>Install it anew, or set KERAS_BACKEND to another that is installed (tensorflow, torch or jax).</source>
            <translation>Neu installieren, oder KERAS_BACKEND auf ein anderes setzen, das installiert ist (tensorflow, torch oder jax).</translation>
        </message>
        <message>
            <source>{version}, does not start: {trouble}</source>
            <translation>{version}, startet nicht: {trouble}</translation>
        </message>
        <message>
            <source>not installed</source>
            <translation>nicht installiert</translation>
        </message>
        <message>
            <source>; recommended on this machine</source>
            <translation>; auf diesem Rechner empfohlen</translation>
        </message>
        <message>
            <source>{version} on {recommended}. {reason}</source>
            <translation>{version} auf {recommended}. {reason}</translation>
        </message>
        <message>
            <source>no NVIDIA card was found: training runs on the CPU</source>
            <translation>keine NVIDIA-Karte gefunden: das Training läuft auf dem Prozessor</translation>
        </message>
        <message>
            <source>{name} has no driver: training runs on the CPU</source>
            <translation>{name} hat keinen Treiber: das Training läuft auf dem Prozessor</translation>
        </message>
        <message>
            <source>Install NVIDIA's driver for it, then ask again.</source>
            <translation>Den Treiber von NVIDIA dafür installieren, dann noch einmal nachsehen.</translation>
        </message>
        <message>
            <source>{name} is there, but {backend} can't use it: training runs on the CPU</source>
            <translation>{name} ist da, aber {backend} kann die Karte nicht nutzen: das Training läuft auf dem Prozessor</translation>
        </message>
        <message>
            <source>`--devices all`, or a number up to {devices}, lets them share a training</source>
            <translation>mit `--devices all` oder einer Zahl bis {devices} teilen sie sich ein Training</translation>
        </message>
        <message>
            <source>{devices} can be used together: {option}</source>
            <translation>{devices} sind zusammen nutzbar: {option}</translation>
        </message>
        <message>
            <source>1 of {gpus} GPUs is used: Keras has no way to train on several with {backend}</source>
            <translation>1 von {gpus} Grafikkarten wird genutzt: Mit {backend} kann Keras nicht auf mehreren trainieren</translation>
        </message>
        <message>
            <source>The backends tensorflow and jax can share a training among them.</source>
            <translation>Die Backends tensorflow und jax können ein Training auf sie verteilen.</translation>
        </message>
        <message>
            <source>1 can be used</source>
            <translation>1 ist nutzbar</translation>
        </message>
        <message>
            <source>Its driver took a worker down, and is left alone until Frostline is started again: mend it first.</source>
            <translation>Ihr Treiber hat einen Arbeitsprozess mitgerissen und bleibt in Ruhe, bis Frostline neu gestartet wird: erst den Treiber in Ordnung bringen.</translation>
        </message>
        <message>
            <source>CUDA_VISIBLE_DEVICES hides it: unset that variable.</source>
            <translation>CUDA_VISIBLE_DEVICES verbirgt sie: diese Variable löschen.</translation>
        </message>
        <message>
            <source>CUDA_VISIBLE_DEVICES is '{visible}', which may name no card of this machine: unset that variable.</source>
            <translation>CUDA_VISIBLE_DEVICES ist '{visible}' und nennt vielleicht keine Karte dieses Rechners: diese Variable löschen.</translation>
        </message>
        <message>
            <source>TensorFlow uses no GPU on Windows: install Frostline inside WSL2, or use --backend torch with CUDA.</source>
            <translation>TensorFlow nutzt unter Windows keine Grafikkarte: Frostline in WSL2 installieren, oder --backend torch mit CUDA nehmen.</translation>
        </message>
        <message>
            <source>pip install 'frostline[cuda]' brings the CUDA libraries that TensorFlow needs.</source>
            <translation>pip install 'frostline[cuda]' bringt die CUDA-Bibliotheken, die TensorFlow braucht.</translation>
        </message>
        <message>
            <source>the CUDA libraries</source>
            <translation>die CUDA-Bibliotheken</translation>
        </message>
        <message>
            <source>Install a build of PyTorch with CUDA that suits the driver: this one doesn't.</source>
            <translation>Eine Fassung von PyTorch mit CUDA installieren, die zum Treiber passt: diese tut es nicht.</translation>
        </message>
        <message>
            <source>pip install 'jax[cuda12]' brings the CUDA libraries that JAX needs.</source>
            <translation>pip install 'jax[cuda12]' bringt die CUDA-Bibliotheken, die JAX braucht.</translation>
        </message>
        <message>
            <source>Make room on the disk</source>
            <translation>Platz auf dem Datenträger schaffen</translation>
        </message>
        <message>
            <source>Make the place writable</source>
            <translation>Den Ort beschreibbar machen</translation>
        </message>
        <message>
            <source>{what} can't be written to {place}: {place2}.</source>
            <translation>Schreiben nach {place} fehlgeschlagen ({what}): {place2}.</translation>
        </message>
        <message>
            <source>{remedy}, then {then}.</source>
            <translation>{remedy}, dann {then}.</translation>
        </message>
        <message>
            <source>then start this job again.</source>
            <translation>dann diese Aufgabe neu starten.</translation>
        </message>
        <message>
            <source>A file can't be written{where}: {one}.</source>
            <translation>Eine Datei kann nicht geschrieben werden{where}: {one}.</translation>
        </message>
        <message>
            <source>Free some space, {then}</source>
            <translation>Platz schaffen, {then}</translation>
        </message>
        <message>
            <source>Make the place writable, {then}</source>
            <translation>Den Ort beschreibbar machen, {then}</translation>
        </message>
        <message>
            <source>{place} can't be opened: {strerror}.</source>
            <translation>{place} kann nicht geöffnet werden: {strerror}.</translation>
        </message>
        <message>
            <source>See that the disk is there, and that you may read and write it, {then}</source>
            <translation>Prüfen, ob der Datenträger da ist und gelesen und beschrieben werden darf, {then}</translation>
        </message>
        <message>
            <source>files may not be so large there</source>
            <translation>so große Dateien sind dort nicht möglich</translation>
        </message>
        <message>
            <source>your share of the disk is used up</source>
            <translation>Ihr Anteil am Datenträger ist aufgebraucht</translation>
        </message>
        <message>
            <source>the disk is full{place}</source>
            <translation>der Datenträger ist voll{place}</translation>
        </message>
        <message>
            <source>the disk is read-only</source>
            <translation>der Datenträger ist schreibgeschützt</translation>
        </message>
        <message>
            <source>you are not allowed to write there</source>
            <translation>dort fehlt die Schreibberechtigung</translation>
        </message>
        <message>
            <source> ({free} MB are free)</source>
            <translation> ({free} MB sind frei)</translation>
        </message>
        <message>
            <source>None of the images in {folder} can be read.</source>
            <translation>Keines der Bilder in {folder} ist lesbar.</translation>
        </message>
        <message>
            <source>`frostline check` says why, for each file.</source>
            <translation>`frostline check` nennt für jede Datei den Grund.</translation>
        </message>
        <message>
            <source>Left out: {message}</source>
            <translation>Ausgelassen: {message}</translation>
        </message>
        <message>
            <source>There is no image of {folder} that both runs can be asked about.</source>
            <translation>Kein Bild in {folder} passt zu beiden Läufen.</translation>
        </message>
        <message>
            <source>Name a folder of class folders whose classes both runs know.</source>
            <translation>Einen Ordner mit Klassenordnern nennen, deren Klassen beide Läufe kennen.</translation>
        </message>
        <message>
            <source>The run {against} held out none of the same images, so the two can't be compared on them.</source>
            <translation>Der Lauf {against} hat keines derselben Bilder zurückgehalten; damit lassen sich die beiden nicht vergleichen.</translation>
        </message>
        <message>
            <source>Name a folder of class folders that neither was trained on.</source>
            <translation>Einen Ordner mit Klassenordnern nennen, mit dem keiner der beiden trainiert wurde.</translation>
        </message>
        <message>
            <source>Put the images back in their place, or name a folder of class folders.</source>
            <translation>Die Bilder an ihren Platz zurücklegen oder einen Ordner mit Klassenordnern nennen.</translation>
        </message>
        <message>
            <source>Measured on {folder}, the part of the data set that is kept for that.</source>
            <translation>Gemessen an {folder}, dem dafür bestimmten Teil des Datensatzes.</translation>
        </message>
        <message>
            <source>{folder} has no images in sub-folders that are named after the model's classes.</source>
            <translation>{folder} hat keine Bilder in Unterordnern, die nach den Klassen des Modells benannt sind.</translation>
        </message>
        <message>
            <source>The classes are: {class_names}.</source>
            <translation>Die Klassen sind: {class_names}.</translation>
        </message>
        <message>
            <source>{path} is a model without the record of its run, so there are no held-out images to measure on.</source>
            <translation>{path} ist ein Modell ohne Aufzeichnung seines Laufs; zurückgehaltene Bilder zum Messen gibt es nicht.</translation>
        </message>
        <message>
            <source>Name a folder of class folders.</source>
            <translation>Einen Ordner mit Klassenordnern nennen.</translation>
        </message>
        <message>
            <source>The run {path} held out no images for validation.</source>
            <translation>Der Lauf {path} hat keine Bilder zum Validieren zurückgehalten.</translation>
        </message>
        <message>
            <source>There is a folder to test with, {test_folder}: name it to measure on that.</source>
            <translation>Zum Testen gibt es den Ordner {test_folder}: ihn nennen, um daran zu messen.</translation>
        </message>
        <message>
            <source>Left out: {name} is no longer there.</source>
            <translation>Ausgelassen: {name} ist nicht mehr da.</translation>
        </message>
        <message>
            <source>left out since the run</source>
            <translation>seit dem Lauf ausgelassen</translation>
        </message>
        <message>
            <source>put into a class since the run that the model does not know</source>
            <translation>seit dem Lauf in eine dem Modell unbekannte Klasse verschoben</translation>
        </message>
        <message>
            <source>1 held-out image was</source>
            <translation>1 zurückgehaltenes Bild wurde</translation>
        </message>
        <message>
            <source>{images} held-out images were</source>
            <translation>{images} zurückgehaltene Bilder wurden</translation>
        </message>
        <message>
            <source>{number} {what}, and will not be measured.</source>
            <translation>{number} {what} und beim Messen nicht berücksichtigt.</translation>
        </message>
        <message>
            <source>The {wanted} images that the run held out are no longer in {folder}.</source>
            <translation>Die {wanted} Bilder, die der Lauf zurückgehalten hat, sind nicht mehr in {folder}.</translation>
        </message>
        <message>
            <source>None of the {wanted} images that the run held out is left: {gone} were left out since.</source>
            <translation>Von den {wanted} zurückgehaltenen Bildern des Laufs ist keines übrig: Seitdem ausgelassen: {gone}.</translation>
        </message>
        <message>
            <source>It is not known which images this model was trained on, so no label can be suspected.</source>
            <translation>Es ist unbekannt, mit welchen Bildern dieses Modell trainiert wurde; kein Label lässt sich verdächtigen.</translation>
        </message>
        <message>
            <source>The model was trained on all of these images, so what it says of them is no evidence against a label.</source>
            <translation>Das Modell wurde mit allen diesen Bildern trainiert; was es über sie sagt, spricht nicht gegen ein Label.</translation>
        </message>
        <message>
            <source>The model was trained on {learnt} of these images, or on copies of them; their labels were not judged.</source>
            <translation>Das Modell wurde mit {learnt} dieser Bilder oder Kopien davon trainiert; deren Labels wurden nicht beurteilt.</translation>
        </message>
        <message>
            <source>This model lies outside its run, so the images that it was trained on are not known.</source>
            <translation>Dieses Modell liegt außerhalb seines Laufs; daher ist unbekannt, mit welchen Bildern es trainiert wurde.</translation>
        </message>
        <message>
            <source>The images that it was trained on are no longer in {folder}.</source>
            <translation>Die Bilder, mit denen es trainiert wurde, sind nicht mehr in {folder}.</translation>
        </message>
        <message>
            <source>Its run held out no images, so there is no measure for how unlike a picture may be.</source>
            <translation>Der Lauf hat keine Bilder zurückgehalten; es gibt kein Maß dafür, wie unähnlich ein Bild sein darf.</translation>
        </message>
        <message>
            <source>This model can't be explained: it has not the layers of the networks that Frostline trains.</source>
            <translation>Dieses Modell lässt sich nicht erklären: Es hat nicht die Schichten der Netze, die Frostline trainiert.</translation>
        </message>
        <message>
            <source>Choose a run of Frostline, or a model that one saved.</source>
            <translation>Einen Lauf von Frostline wählen oder ein Modell, das einer gespeichert hat.</translation>
        </message>
        <message>
            <source>This model can't be explained: it has no blocks to look into.</source>
            <translation>Dieses Modell lässt sich nicht erklären: Es hat keine Blöcke, in die man hineinsehen könnte.</translation>
        </message>
        <message>
            <source>The model has no class named {name}.</source>
            <translation>Das Modell hat keine Klasse namens {name}.</translation>
        </message>
        <message>
            <source>Its classes are: {class_names}.</source>
            <translation>Die Klassen sind: {class_names}.</translation>
        </message>
        <message>
            <source>The network has no block named {block}.</source>
            <translation>Das Netz hat keinen Block namens {block}.</translation>
        </message>
        <message>
            <source>Choose one of {blocks}.</source>
            <translation>Einen von diesen wählen: {blocks}.</translation>
        </message>
        <message>
            <source>This model can't be explained: it does not end in a Dense layer with a score for each class.</source>
            <translation>Dieses Modell lässt sich nicht erklären: Es endet nicht mit einer Dense-Schicht mit einem Wert für jede Klasse.</translation>
        </message>
        <message>
            <source>Choose a model that Frostline trained.</source>
            <translation>Ein Modell wählen, das Frostline trainiert hat.</translation>
        </message>
        <message>
            <source>distance to the k-th nearest training image, pooled features of length 1 (Sun et al. 2022, arXiv 2204.06507)</source>
            <translation>distance to the k-th nearest training image, pooled features of length 1 (Sun et al. 2022, arXiv 2204.06507)</translation>
        </message>
        <message>
            <source>{destination} is a folder: an export as {title} is one file.</source>
            <translation>{destination} ist ein Ordner: Ein Export als {title} ist eine Datei.</translation>
        </message>
        <message>
            <source>{one} exists already and is not an earlier export, so it is left alone.</source>
            <translation>{one} gibt es schon und ist kein früherer Export; es bleibt unangetastet.</translation>
        </message>
        <message>
            <source>something else</source>
            <translation>etwas anderem</translation>
        </message>
        <message>
            <source>{labels} holds the class names of {whose}, which are others, so it is left alone.</source>
            <translation>{labels} enthält die Klassennamen von {whose}, und zwar andere; es bleibt unangetastet.</translation>
        </message>
        <message>
            <source>{name} has no lines that load it</source>
            <translation>{name} hat keine Zeilen zum Laden</translation>
        </message>
        <message>
            <source>The model card can't be written: {error}.</source>
            <translation>Die Modellkarte lässt sich nicht schreiben: {error}.</translation>
        </message>
        <message>
            <source>The export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>export again, or choose another place</source>
            <translation>neu exportieren oder einen anderen Ort wählen</translation>
        </message>
        <message>
            <source>one file that plain Keras opens, with every backend</source>
            <translation>eine Datei, die reines Keras mit jedem Backend öffnet</translation>
        </message>
        <message>
            <source>a folder for TensorFlow and TensorFlow Serving</source>
            <translation>ein Ordner für TensorFlow und TensorFlow Serving</translation>
        </message>
        <message>
            <source>one file for ONNX Runtime, on nearly every platform</source>
            <translation>eine Datei für ONNX Runtime, auf fast jeder Plattform</translation>
        </message>
        <message>
            <source>one file for telephones and small devices (formerly TensorFlow Lite)</source>
            <translation>eine Datei für Telefone und kleine Geräte (früher TensorFlow Lite)</translation>
        </message>
        <message>
            <source>fast on Intel processors</source>
            <translation>schnell auf Intel-Prozessoren</translation>
        </message>
        <message>
            <source>an exported program that PyTorch runs</source>
            <translation>ein exportiertes Programm, das PyTorch ausführt</translation>
        </message>
        <message>
            <source>Keras script</source>
            <translation>Keras-Skript</translation>
        </message>
        <message>
            <source>a Python script that trains the same with plain Keras</source>
            <translation>ein Python-Skript, das dasselbe mit reinem Keras trainiert</translation>
        </message>
        <message>
            <source>PyTorch script</source>
            <translation>PyTorch-Skript</translation>
        </message>
        <message>
            <source>a Python script that trains the same with PyTorch</source>
            <translation>ein Python-Skript, das dasselbe mit PyTorch trainiert</translation>
        </message>
        <message>
            <source>There is no format '{name}'.</source>
            <translation>Es gibt kein Format '{name}'.</translation>
        </message>
        <message>
            <source>There are: {one}.</source>
            <translation>Es gibt: {one}.</translation>
        </message>
        <message>
            <source>pip install "frostline[{extra}]"</source>
            <translation>pip install "frostline[{extra}]"</translation>
        </message>
        <message>
            <source>pip install "frostline"</source>
            <translation>pip install "frostline"</translation>
        </message>
        <message>
            <source>Export as {title} needs {missing}, which {missing2} not installed.</source>
            <translation>Export als {title} braucht {missing}, was nicht installiert {missing2}.</translation>
        </message>
        <message>
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <source>Install what is missing: {chosen}</source>
            <translation>Das Fehlende installieren: {chosen}</translation>
        </message>
        <message>
            <source>{title} can't be written in {precision}.</source>
            <translation>{title} kann nicht in {precision} geschrieben werden.</translation>
        </message>
        <message>
            <source>There is: {precisions}.</source>
            <translation>Es gibt: {precisions}.</translation>
        </message>
        <message>
            <source>{title} can't hold the resizing of pictures.</source>
            <translation>{title} kann die Größenänderung der Bilder nicht enthalten.</translation>
        </message>
        <message>
            <source>Resize them before, as the loading lines do, or choose one of: {able}.</source>
            <translation>Bilder vorher verkleinern, wie es die Zeilen zum Laden tun, oder eines davon wählen: {able}.</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>Kein Platz auf dem Gerät</translation>
        </message>
        <message>
            <source>Disk quota exceeded</source>
            <translation>Plattenkontingent überschritten</translation>
        </message>
        <message>
            <source>File too large</source>
            <translation>Datei zu groß</translation>
        </message>
        <message>
            <source>failed writing file</source>
            <translation>failed writing file</translation>
        </message>
        <message>
            <source>its process ended by {name}</source>
            <translation>der Prozess endete durch {name}</translation>
        </message>
        <message>
            <source>its process ended by signal {status}</source>
            <translation>der Prozess endete durch Signal {status}</translation>
        </message>
        <message>
            <source>no reason was given</source>
            <translation>ohne Angabe von Gründen</translation>
        </message>
        <message>
            <source>Weights of 8 bits are calibrated with the pictures of the training, and none of these can be found.</source>
            <translation>Gewichte mit 8 Bit werden mit den Bildern des Trainings kalibriert, und davon ist keines zu finden.</translation>
        </message>
        <message>
            <source>Put the data folder back in its place, or export in float16.</source>
            <translation>Den Datenordner an seinen Platz zurücklegen oder in float16 exportieren.</translation>
        </message>
        <message>
            <source>a probability of `serve_bytes`</source>
            <translation>eine Wahrscheinlichkeit von `serve_bytes`</translation>
        </message>
        <message>
            <source>in {precision} it is right on {accuracy} of {labels} images{guesses}, and the trained model on {accuracy_before}</source>
            <translation>in {precision} liegt es bei {accuracy} von {labels} Bildern richtig{guesses}, das trainierte Modell bei {accuracy_before}</translation>
        </message>
        <message>
            <source>, no more than chance</source>
            <translation>, nicht öfter als durch Zufall</translation>
        </message>
        <message>
            <source>Export in float16 or float32.</source>
            <translation>In float16 oder float32 exportieren.</translation>
        </message>
        <message>
            <source>Try another format; the log file has the details.</source>
            <translation>Ein anderes Format versuchen; Einzelheiten stehen in der Protokolldatei.</translation>
        </message>
        <message>
            <source>The exported model is not sound: {why}. Nothing was written.</source>
            <translation>Das exportierte Modell ist nicht in Ordnung: {why}. Nichts wurde geschrieben.</translation>
        </message>
        <message>
            <source>{what} differs by {difference} from the run's model, more than {bound}</source>
            <translation>{what} weicht um {difference} vom Modell des Laufs ab, mehr als {bound}</translation>
        </message>
        <message>
            <source>it can't be opened again ({reason})</source>
            <translation>es lässt sich nicht wieder öffnen ({reason})</translation>
        </message>
        <message>
            <source>it gives {shape} for {shape2} pictures: expected {shape3}</source>
            <translation>es liefert {shape} für {shape2} Bilder: erwartet {shape3}</translation>
        </message>
        <message>
            <source>a probability in a batch of {value}</source>
            <translation>eine Wahrscheinlichkeit in einem Batch von {value}</translation>
        </message>
        <message>
            <source>any, any</source>
            <translation>any, any</translation>
        </message>
        <message>
            <source>raw RGB, 0 to 255, float32 (any, {size}, 3)</source>
            <translation>raw RGB, 0 to 255, float32 (any, {size}, 3)</translation>
        </message>
        <message>
            <source>one probability for each class, float32 (any, classes)</source>
            <translation>one probability for each class, float32 (any, classes)</translation>
        </message>
        <message>
            <source>Frostline {version}</source>
            <translation>Frostline {version}</translation>
        </message>
        <message>
            <source>there is no room left</source>
            <translation>kein Platz mehr</translation>
        </message>
        <message>
            <source>The model can't be written as {title}: {reason}. Nothing was written.</source>
            <translation>Das Modell lässt sich nicht als {title} schreiben: {reason}. Nichts wurde geschrieben.</translation>
        </message>
        <message>
            <source>This model can't be written layer by layer: {error}.</source>
            <translation>Dieses Modell lässt sich nicht Schicht für Schicht schreiben: {error}.</translation>
        </message>
        <message>
            <source>Export it as .keras, SavedModel, LiteRT or .pt2.</source>
            <translation>Als .keras, SavedModel, LiteRT oder .pt2 exportieren.</translation>
        </message>
        <message>
            <source>the layer {name} is a {name2}, which has no translation</source>
            <translation>die Schicht {name} ist vom Typ {name2}, für den es keine Übersetzung gibt</translation>
        </message>
        <message>
            <source>{name}/channels last</source>
            <translation>{name}/channels last</translation>
        </message>
        <message>
            <source>the layer {name} has the activation {function}, which has no translation</source>
            <translation>die Schicht {name} hat die Aktivierung {function}, für die es keine Übersetzung gibt</translation>
        </message>
        <message>
            <source>the layer {name} is a ReLU with a slope or a threshold</source>
            <translation>die Schicht {name} ist ein ReLU mit Steigung oder Schwelle</translation>
        </message>
        <message>
            <source>the layer {name} reshapes to {target_shape}</source>
            <translation>die Schicht {name} formt in {target_shape} um</translation>
        </message>
        <message>
            <source>int8 needs pictures to calibrate with</source>
            <translation>int8 braucht Bilder zum Kalibrieren</translation>
        </message>
        <message>
            <source>The memory does not suffice to compute the features of one image of {image_size} pixels.</source>
            <translation>Der Speicher reicht nicht, um die Merkmale eines Bildes von {image_size} Pixeln zu berechnen.</translation>
        </message>
        <message>
            <source>Close other programs, or choose a smaller image size.</source>
            <translation>Andere Programme schließen oder eine kleinere Bildgröße wählen.</translation>
        </message>
        <message>
            <source>{size} images at once do not fit into the memory: features are computed {half} at a time, which gives the same.</source>
            <translation>{size} Bilder auf einmal passen nicht in den Speicher: Merkmale werden zu je {half} berechnet, mit demselben Ergebnis.</translation>
        </message>
        <message>
            <source>less than 0.001</source>
            <translation>weniger als 0,001</translation>
        </message>
        <message>
            <source>one image</source>
            <translation>ein Bild</translation>
        </message>
        <message>
            <source>{images} images</source>
            <translation>{images} Bilder</translation>
        </message>
        <message>
            <source>Features by OpenVINO in {bits} bits deviate by {percent} % from Keras' (measured on {on}).</source>
            <translation>Merkmale von OpenVINO in {bits} Bit weichen um {percent} % von denen von Keras ab (gemessen: {on}).</translation>
        </message>
        <message>
            <source>openvino {engine}</source>
            <translation>openvino {engine}</translation>
        </message>
        <message>
            <source>OpenVINO computes on the processor, not on the {gpus}, which the engine `keras` would use.</source>
            <translation>OpenVINO rechnet auf dem Prozessor, nicht auf der Grafikkarte ({gpus}), die die Engine `keras` verwenden würde.</translation>
        </message>
        <message>
            <source>pip install 'frostline[fast]'</source>
            <translation>pip install 'frostline[fast]'</translation>
        </message>
        <message>
            <source>The processor of this machine has no arithmetic of 16 bits, so the engine `openvino-16bit` can't run on it.</source>
            <translation>Der Prozessor dieses Rechners rechnet nicht mit 16 Bit; die Engine `openvino-16bit` kann darauf nicht laufen.</translation>
        </message>
        <message>
            <source>Choose the engine `openvino` (32 bits) or `keras`.</source>
            <translation>Die Engine `openvino` (32 Bit) oder `keras` wählen.</translation>
        </message>
        <message>
            <source>The engine OpenVINO is not installed: {error}.</source>
            <translation>Die Engine OpenVINO ist nicht installiert: {error}.</translation>
        </message>
        <message>
            <source>Install it with: {value}</source>
            <translation>Installieren mit: {value}</translation>
        </message>
        <message>
            <source>{too_large} numbers of the features are too large for float16 and were cut to 65504: store the features as float32.</source>
            <translation>{too_large} Zahlen der Merkmale sind zu groß für float16 und wurden auf 65504 begrenzt: Merkmale als float32 speichern.</translation>
        </message>
        <message>
            <source>frozen layers</source>
            <translation>frozen layers</translation>
        </message>
        <message>
            <source>The layer {name} is a {name2}, which has no translation to OpenVINO.</source>
            <translation>Die Schicht {name} ist vom Typ {name2}, für den es in OpenVINO keine Übersetzung gibt.</translation>
        </message>
        <message>
            <source>The layer {name} computes {name2}, which has no translation to OpenVINO.</source>
            <translation>Die Schicht {name} berechnet {name2}, wofür es in OpenVINO keine Übersetzung gibt.</translation>
        </message>
        <message>
            <source>The layer {name} is not a plain ReLU.</source>
            <translation>Die Schicht {name} ist kein einfaches ReLU.</translation>
        </message>
        <message>
            <source>The layer {name} reshapes to {target_shape}, which is not known here.</source>
            <translation>Die Schicht {name} formt in {target_shape} um, was hier nicht bekannt ist.</translation>
        </message>
        <message>
            <source>The feature store {root} can't be written to ({why}): the features are kept in memory, and the next training computes them again. Make room there, or make it writable.</source>
            <translation>In den Merkmalspeicher {root} kann nicht geschrieben werden ({why}): Die Merkmale bleiben im Arbeitsspeicher, und das nächste Training berechnet sie neu. Dort Platz schaffen oder ihn beschreibbar machen.</translation>
        </message>
        <message>
            <source>{rows_file} has not the size that its index says</source>
            <translation>{rows_file} hat nicht die Größe, die der Index nennt</translation>
        </message>
        <message>
            <source>{index_file} is damaged</source>
            <translation>{index_file} ist beschädigt</translation>
        </message>
        <message>
            <source>{index_file} has other numbers of keys and checksums</source>
            <translation>{index_file} hat verschieden viele Schlüssel und Prüfsummen</translation>
        </message>
        <message>
            <source>What was written is not what is read</source>
            <translation>Gelesen wird nicht, was geschrieben wurde</translation>
        </message>
        <message>
            <source>{rows_file}, row {position}, fails its checksum</source>
            <translation>{rows_file}, Zeile {position}: falsche Prüfsumme</translation>
        </message>
        <message>
            <source>There is no head yet.</source>
            <translation>Es gibt noch keinen Kopf.</translation>
        </message>
        <message>
            <source>It is made when a training starts.</source>
            <translation>Er entsteht, wenn ein Training beginnt.</translation>
        </message>
        <message>
            <source>The model has no layer named {name}.</source>
            <translation>Das Modell hat keine Schicht namens {name}.</translation>
        </message>
        <message>
            <source>Choose a layer of the tree.</source>
            <translation>Eine Schicht des Baums wählen.</translation>
        </message>
        <message>
            <source>ImageNet weights</source>
            <translation>ImageNet-Gewichte</translation>
        </message>
        <message>
            <source>random weights (the ImageNet weights are not on this machine yet)</source>
            <translation>zufällige Gewichte (die ImageNet-Gewichte sind noch nicht auf diesem Rechner)</translation>
        </message>
        <message>
            <source>random weights</source>
            <translation>zufällige Gewichte</translation>
        </message>
        <message>
            <source>weights of {name}</source>
            <translation>Gewichte von {name}</translation>
        </message>
        <message>
            <source>, in training, after epoch {epoch}</source>
            <translation>, im Training, nach Epoche {epoch}</translation>
        </message>
        <message>
            <source>trained weights of {moment}</source>
            <translation>trainierte Gewichte von {moment}</translation>
        </message>
        <message>
            <source>it holds {members} files</source>
            <translation>darin sind {members} Dateien</translation>
        </message>
        <message>
            <source>it holds '{twice}' twice</source>
            <translation>'{twice}' ist zweimal darin</translation>
        </message>
        <message>
            <source>'{name}' in it would be unpacked to another folder</source>
            <translation>'{name}' darin würde in einen anderen Ordner entpackt</translation>
        </message>
        <message>
            <source>'{name}' in it is encrypted</source>
            <translation>'{name}' darin ist verschlüsselt</translation>
        </message>
        <message>
            <source>'{name}' in it would take {file_size} GB, packed into almost nothing</source>
            <translation>'{name}' darin würde {file_size} GB brauchen, auf fast nichts gepackt</translation>
        </message>
        <message>
            <source>the classic: sound, well understood, 23.6 million weights</source>
            <translation>der Klassiker: solide, gut verstanden, 23,6 Millionen Gewichte</translation>
        </message>
        <message>
            <source>ResNet50 with normalisation before each convolution, 23.6 million weights</source>
            <translation>ResNet50 mit Normalisierung vor jeder Faltung, 23,6 Millionen Gewichte</translation>
        </message>
        <message>
            <source>twice as deep as ResNet50 and twice as slow, 42.7 million weights</source>
            <translation>doppelt so tief wie ResNet50 und doppelt so langsam, 42,7 Millionen Gewichte</translation>
        </message>
        <message>
            <source>small, and more exact on ImageNet than ResNet50, 5.9 million weights</source>
            <translation>klein und auf ImageNet genauer als ResNet50, 5,9 Millionen Gewichte</translation>
        </message>
        <message>
            <source>made for telephones: the quickest here, 3.0 million weights</source>
            <translation>für Telefone gemacht: hier am schnellsten, 3,0 Millionen Gewichte</translation>
        </message>
        <message>
            <source>a modern network, more exact on ImageNet and slower on a CPU, 27.8 million weights</source>
            <translation>ein modernes Netz, auf ImageNet genauer und auf einer CPU langsamer, 27,8 Millionen Gewichte</translation>
        </message>
        <message>
            <source>There is no backbone '{name}'.</source>
            <translation>Es gibt kein Backbone '{name}'.</translation>
        </message>
        <message>
            <source>There are: {join}.</source>
            <translation>Es gibt: {join}.</translation>
        </message>
        <message>
            <source>what {url} sent is not the expected file (its hash is wrong)</source>
            <translation>was {url} geschickt hat, ist nicht die erwartete Datei (falsche Prüfsumme)</translation>
        </message>
        <message>
            <source>{file} can't be written ({error})</source>
            <translation>{file} kann nicht geschrieben werden ({error})</translation>
        </message>
        <message>
            <source>{url} changed while it was downloaded</source>
            <translation>{url} änderte sich während des Herunterladens</translation>
        </message>
        <message>
            <source>{url} answers {status} {reason}</source>
            <translation>{url} antwortet mit {status} {reason}</translation>
        </message>
        <message>
            <source>{url} comes packed ({packed}), although that was not asked for: is there a proxy that changes files?</source>
            <translation>{url} kommt gepackt an ({packed}), obwohl das nicht verlangt war: Verändert ein Proxy Dateien?</translation>
        </message>
        <message>
            <source>the file on the server is far too large</source>
            <translation>die Datei auf dem Server ist viel zu groß</translation>
        </message>
        <message>
            <source>{needed} MB are needed and {free} MB are free</source>
            <translation>{needed} MB nötig, {free} MB frei</translation>
        </message>
        <message>
            <source>there is no room in {folder} ({megabytes})</source>
            <translation>in {folder} ist kein Platz ({megabytes})</translation>
        </message>
        <message>
            <source>{url} does not answer</source>
            <translation>{url} antwortet nicht</translation>
        </message>
        <message>
            <source>{host} redirects to an insecure address</source>
            <translation>{host} leitet auf eine unsichere Adresse um</translation>
        </message>
        <message>
            <source>{host} did not answer within {connect} seconds</source>
            <translation>{host} hat nicht innerhalb von {connect} Sekunden geantwortet</translation>
        </message>
        <message>
            <source>{host} sent nothing for {read} seconds</source>
            <translation>{host} hat {read} Sekunden lang nichts geschickt</translation>
        </message>
        <message>
            <source>the identity of {host} can't be verified ({error})</source>
            <translation>die Identität von {host} lässt sich nicht prüfen ({error})</translation>
        </message>
        <message>
            <source>{host} can't be reached{url} ({error})</source>
            <translation>{host} ist nicht erreichbar{url} ({error})</translation>
        </message>
        <message>
            <source>the connection to {host} broke off</source>
            <translation>die Verbindung zu {host} ist abgebrochen</translation>
        </message>
        <message>
            <source>{url} is not an http or https address</source>
            <translation>{url} ist keine http- oder https-Adresse</translation>
        </message>
        <message>
            <source>the connection to {host} can't be set up ({error})</source>
            <translation>die Verbindung zu {host} lässt sich nicht aufbauen ({error})</translation>
        </message>
        <message>
            <source> through the proxy {one}</source>
            <translation> über den Proxy {one}</translation>
        </message>
        <message>
            <source>The network computes {name} between its layers, which is not known here.</source>
            <translation>Das Netz berechnet zwischen seinen Schichten {name}, was hier nicht bekannt ist.</translation>
        </message>
        <message>
            <source>The list of layers to thaw is empty.</source>
            <translation>Die Liste der aufzutauenden Schichten ist leer.</translation>
        </message>
        <message>
            <source>Write 'head' to thaw nothing but the head.</source>
            <translation>'head' schreiben, um nur den Kopf aufzutauen.</translation>
        </message>
        <message>
            <source>`frostline layers` lists every name.</source>
            <translation>`frostline layers` nennt alle Namen.</translation>
        </message>
        <message>
            <source>'{part}' has no weights, so there is nothing in it to thaw.</source>
            <translation>'{part}' hat keine Gewichte, also gibt es darin nichts aufzutauen.</translation>
        </message>
        <message>
            <source>a stage ({stages}), a block ({blocks}) or a layer</source>
            <translation>eine Stufe ({stages}), ein Block ({blocks}) oder eine Schicht</translation>
        </message>
        <message>
            <source>'{part}' names nothing in this network: expected head, all, {example}.</source>
            <translation>'{part}' gibt es in diesem Netz nicht: erwartet head, all, {example}.</translation>
        </message>
        <message>
            <source>it holds more groups than any network</source>
            <translation>darin sind mehr Gruppen als in jedem Netz</translation>
        </message>
        <message>
            <source>'{inside}' in it is a link to somewhere else</source>
            <translation>'{inside}' darin ist eine Verknüpfung nach anderswo</translation>
        </message>
        <message>
            <source>'{inside}' in it is there under another name too</source>
            <translation>'{inside}' ist auch unter einem anderen Namen darin</translation>
        </message>
        <message>
            <source>'{inside}' in it is neither a group nor an array</source>
            <translation>'{inside}' darin ist weder Gruppe noch Array</translation>
        </message>
        <message>
            <source>the array '{place}' lies in another file</source>
            <translation>das Array '{place}' liegt in einer anderen Datei</translation>
        </message>
        <message>
            <source>the array '{place}' holds no numbers</source>
            <translation>das Array '{place}' enthält keine Zahlen</translation>
        </message>
        <message>
            <source>the array '{place}' would take {size} GB, and the file does not hold it</source>
            <translation>das Array '{place}' würde {size} GB brauchen, die die Datei nicht enthält</translation>
        </message>
        <message>
            <source>The plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>save it again, or choose another place</source>
            <translation>neu speichern oder einen anderen Ort wählen</translation>
        </message>
        <message>
            <source>{file} is not a freeze plan.</source>
            <translation>{file} ist kein Frostplan.</translation>
        </message>
        <message>
            <source>Choose a file that Frostline saved (*{value}).</source>
            <translation>Eine von Frostline gespeicherte Datei wählen (*{value}).</translation>
        </message>
        <message>
            <source>{file} is a plan for {get}, version {content}: expected {backbone}, version {value}.</source>
            <translation>{file} ist ein Plan für {get}, Version {content}: erwartet {backbone}, Version {value}.</translation>
        </message>
        <message>
            <source>Choose that network on the Layers page first, or open the plan with the Frostline that saved it.</source>
            <translation>Erst dieses Netz auf der Seite „Schichten“ wählen oder den Plan mit dem Frostline öffnen, das ihn gespeichert hat.</translation>
        </message>
        <message>
            <source>{file} is damaged: 'thaw' must be text and 'thaw_batch_norm' true or false.</source>
            <translation>{file} ist beschädigt: 'thaw' muss Text sein und 'thaw_batch_norm' true oder false.</translation>
        </message>
        <message>
            <source>Mend it in a text editor, or save the plan anew.</source>
            <translation>In einem Texteditor reparieren oder den Plan neu speichern.</translation>
        </message>
        <message>
            <source>{file} can't be read: {strerror}.</source>
            <translation>{file} ist nicht lesbar: {strerror}.</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>Eine andere Datei wählen.</translation>
        </message>
        <message>
            <source>{file} is not a freeze plan: {why}.</source>
            <translation>{file} ist kein Frostplan: {why}.</translation>
        </message>
        <message>
            <source>Choose a *{value} file.</source>
            <translation>Eine *{value}-Datei wählen.</translation>
        </message>
        <message>
            <source>{file} is refused: {why}.</source>
            <translation>{file} wird abgelehnt: {why}.</translation>
        </message>
        <message>
            <source>{file} holds no weights of Keras layers.</source>
            <translation>{file} enthält keine Gewichte von Keras-Schichten.</translation>
        </message>
        <message>
            <source>its list {attribute} has an absurd size</source>
            <translation>die Liste {attribute} hat eine unsinnige Größe</translation>
        </message>
        <message>
            <source>'{path}' in it is a link</source>
            <translation>'{path}' darin ist eine Verknüpfung</translation>
        </message>
        <message>
            <source>'{path}' in it is not an array</source>
            <translation>'{path}' darin ist kein Array</translation>
        </message>
        <message>
            <source>the array '{path}' lies in another file</source>
            <translation>das Array '{path}' liegt in einer anderen Datei</translation>
        </message>
        <message>
            <source>No weights are chosen.</source>
            <translation>Es sind keine Gewichte gewählt.</translation>
        </message>
        <message>
            <source>Choose imagenet, random, or a file of Keras weights.</source>
            <translation>imagenet, random oder eine Datei mit Keras-Gewichten wählen.</translation>
        </message>
        <message>
            <source>Choose a weights file of this network that you have, or retry, or go on with random weights (no transfer, worse results).</source>
            <translation>Eine vorhandene Gewichtsdatei dieses Netzes wählen, noch einmal versuchen oder mit zufälligen Gewichten weitermachen (kein Transfer, schlechtere Ergebnisse).</translation>
        </message>
        <message>
            <source>The ImageNet weights are not to be had: {where} can't be used ({why}).</source>
            <translation>Die ImageNet-Gewichte sind nicht zu bekommen: {where} ist nicht verwendbar ({why}).</translation>
        </message>
        <message>
            <source>{file} was damaged (its hash was wrong) and has been replaced by a good one.</source>
            <translation>{file} war beschädigt (falsche Prüfsumme) und wurde durch eine einwandfreie Datei ersetzt.</translation>
        </message>
        <message>
            <source>The ImageNet weights could not be downloaded: {reason}</source>
            <translation>Die ImageNet-Gewichte ließen sich nicht herunterladen: {reason}</translation>
        </message>
        <message>
            <source>; the file {file} is damaged (its hash is wrong) and was left as it is</source>
            <translation>; die Datei {file} ist beschädigt (falsche Prüfsumme) und blieb, wie sie ist</translation>
        </message>
        <message>
            <source>Choose weights of keras.applications.ResNet50, saved by Keras as .h5, .weights.h5 or .keras.</source>
            <translation>Gewichte von keras.applications.ResNet50 wählen, von Keras als .h5, .weights.h5 oder .keras gespeichert.</translation>
        </message>
        <message>
            <source>{file} is damaged or incomplete: it can't be read to its end.</source>
            <translation>{file} ist beschädigt oder unvollständig: nicht bis zum Ende lesbar.</translation>
        </message>
        <message>
            <source>There is no weights file {file}.</source>
            <translation>Es gibt keine Gewichtsdatei {file}.</translation>
        </message>
        <message>
            <source>{file} is a folder, not a weights file.</source>
            <translation>{file} ist ein Ordner, keine Gewichtsdatei.</translation>
        </message>
        <message>
            <source>The weights file {file} can't be read: {why}.</source>
            <translation>Die Gewichtsdatei {file} ist nicht lesbar: {why}.</translation>
        </message>
        <message>
            <source>expected .h5, .weights.h5 or .keras</source>
            <translation>erwartet .h5, .weights.h5 oder .keras</translation>
        </message>
        <message>
            <source>{file} is not a weights file by its name: {expected}.</source>
            <translation>{file} ist dem Namen nach keine Gewichtsdatei: {expected}.</translation>
        </message>
        <message>
            <source>The weights file {file} is empty.</source>
            <translation>Die Gewichtsdatei {file} ist leer.</translation>
        </message>
        <message>
            <source>{file} is not a weights file of Keras: it holds neither HDF5 nor a zip.</source>
            <translation>{file} ist keine Gewichtsdatei von Keras: weder HDF5 noch zip.</translation>
        </message>
        <message>
            <source>{file} is a PyTorch checkpoint; only weights saved by Keras can be used.</source>
            <translation>{file} ist ein PyTorch-Checkpoint; verwendbar sind nur von Keras gespeicherte Gewichte.</translation>
        </message>
        <message>
            <source>{file} is a zip without {value}: it was not saved by Keras.</source>
            <translation>{file} ist ein zip ohne {value}: nicht von Keras gespeichert.</translation>
        </message>
        <message>
            <source>{file} is no ResNet50: its {name} would take {size} GB.</source>
            <translation>{file} ist kein ResNet50: {name} darin würde {size} GB brauchen.</translation>
        </message>
        <message>
            <source>{choice_file} doesn't fit {network}: {why}.</source>
            <translation>{choice_file} passt nicht zu {network}: {why}.</translation>
        </message>
        <message>
            <source> (and {missing} others)</source>
            <translation> (und {missing} weitere)</translation>
        </message>
        <message>
            <source>it has no layer {others}</source>
            <translation>ihm fehlt die Schicht {others}</translation>
        </message>
        <message>
            <source>it has {name} layers called {name2}</source>
            <translation>darin heißen {name} Schichten {name2}</translation>
        </message>
        <message>
            <source>, such as ResNet101</source>
            <translation>, etwa ResNet101</translation>
        </message>
        <message>
            <source>it has a layer {foreign}, so it is another residual network{example}</source>
            <translation>darin ist eine Schicht {foreign}, also ist es ein anderes Residualnetz{example}</translation>
        </message>
        <message>
            <source>its layer {name} has {arrays} weights, expected {names}</source>
            <translation>die Schicht {name} darin hat {arrays} Gewichte, erwartet {names}</translation>
        </message>
        <message>
            <source>{name} has the shape {shape}, expected {expected}</source>
            <translation>{name} hat die Form {shape}, erwartet {expected}</translation>
        </message>
        <message>
            <source>{name} has the type {dtype}, expected floating-point numbers</source>
            <translation>{name} hat den Typ {dtype}, erwartet Gleitkommazahlen</translation>
        </message>
        <message>
            <source>{file} can't be used: {name} holds values that are not numbers (NaN or infinite).</source>
            <translation>{file} ist nicht verwendbar: {name} enthält Werte, die keine Zahlen sind (NaN oder unendlich).</translation>
        </message>
        <message>
            <source>checked pictures.sqlite</source>
            <translation>checked pictures.sqlite</translation>
        </message>
        <message>
            <source>no driver</source>
            <translation>no driver</translation>
        </message>
        <message>
            <source>sample pictures</source>
            <translation>sample pictures</translation>
        </message>
        <message>
            <source>exports under way</source>
            <translation>exports under way</translation>
        </message>
        <message>
            <source>Could not locate</source>
            <translation>Could not locate</translation>
        </message>
        <message>
            <source>it has {inputs} inputs and {outputs} outputs: expected one each</source>
            <translation>es hat {inputs} Eingänge und {outputs} Ausgänge: erwartet je einer</translation>
        </message>
        <message>
            <source>it takes {taken}: expected square RGB pictures (any x s x s x 3)</source>
            <translation>es nimmt {taken}: erwartet quadratische RGB-Bilder (beliebig x s x s x 3)</translation>
        </message>
        <message>
            <source>it gives {given}: expected one probability for each of its classes</source>
            <translation>es liefert {given}: erwartet eine Wahrscheinlichkeit für jede seiner Klassen</translation>
        </message>
        <message>
            <source>a single picture would take more memory than there is</source>
            <translation>ein einziges Bild würde mehr Speicher brauchen, als da ist</translation>
        </message>
        <message>
            <source>{file} is not an image classifier as Frostline makes them: {why}.</source>
            <translation>{file} ist kein Bildklassifikator, wie Frostline ihn erzeugt: {why}.</translation>
        </message>
        <message>
            <source>Choose a run of Frostline, or a model with the same input and output.</source>
            <translation>Einen Lauf von Frostline wählen oder ein Modell mit gleichem Ein- und Ausgang.</translation>
        </message>
        <message>
            <source>Choose a run folder or a .keras file.</source>
            <translation>Einen Laufordner oder eine .keras-Datei wählen.</translation>
        </message>
        <message>
            <source>Use a whole copy of the file, or train again.</source>
            <translation>Eine unversehrte Kopie der Datei verwenden oder neu trainieren.</translation>
        </message>
        <message>
            <source>Save the model with Keras' own layers only.</source>
            <translation>Das Modell nur mit Schichten von Keras selbst speichern.</translation>
        </message>
        <message>
            <source>{file} is damaged: a layer is to have {absurd} units, and its weights have not.</source>
            <translation>{file} ist beschädigt: Eine Schicht soll {absurd} Einheiten haben, ihre Gewichte haben sie nicht.</translation>
        </message>
        <message>
            <source>{file} is damaged: Keras can't open it.</source>
            <translation>{file} ist beschädigt: Keras kann die Datei nicht öffnen.</translation>
        </message>
        <message>
            <source>{file} contains Python code of its own (a Lambda layer or the like), which is not run for safety's sake.</source>
            <translation>{file} enthält eigenen Python-Code (eine Lambda-Schicht oder Ähnliches), der aus Sicherheitsgründen nicht ausgeführt wird.</translation>
        </message>
        <message>
            <source>Save the model without such layers.</source>
            <translation>Das Modell ohne solche Schichten speichern.</translation>
        </message>
        <message>
            <source>{file} uses layers that are not part of Keras, or not allowed here{such_as}.</source>
            <translation>{file} verwendet Schichten, die nicht zu Keras gehören oder hier nicht erlaubt sind{such_as}.</translation>
        </message>
        <message>
            <source>{file} does not exist.</source>
            <translation>{file} existiert nicht.</translation>
        </message>
        <message>
            <source>{file} is not a .keras model file, or is damaged.</source>
            <translation>{file} ist keine .keras-Modelldatei oder beschädigt.</translation>
        </message>
        <message>
            <source>it is damaged</source>
            <translation>beschädigt</translation>
        </message>
        <message>
            <source>{file} can't be read ({why}).</source>
            <translation>{file} ist nicht lesbar ({why}).</translation>
        </message>
        <message>
            <source>Check its permissions, or choose another.</source>
            <translation>Die Zugriffsrechte prüfen oder etwas anderes wählen.</translation>
        </message>
        <message>
            <source>{file} is not a .keras model file: {missing} is missing in it.</source>
            <translation>{file} ist keine .keras-Modelldatei: {missing} fehlt darin.</translation>
        </message>
        <message>
            <source>'{too_large}' in it has {too_large2} GB</source>
            <translation>'{too_large}' darin hat {too_large2} GB</translation>
        </message>
        <message>
            <source>'{others}' in it is no part of an image classifier</source>
            <translation>'{others}' darin gehört nicht zu einem Bildklassifikator</translation>
        </message>
        <message>
            <source>the pasted picture</source>
            <translation>das eingefügte Bild</translation>
        </message>
        <message>
            <source>The predictions</source>
            <translation>Vorhersagen</translation>
        </message>
        <message>
            <source>save them again, or choose another place</source>
            <translation>neu speichern oder einen anderen Ort wählen</translation>
        </message>
        <message>
            <source>The run {path} has no model yet: its training is going on, or was broken off.</source>
            <translation>Der Lauf {path} hat noch kein Modell: Sein Training läuft noch oder wurde abgebrochen.</translation>
        </message>
        <message>
            <source>Wait for the end of the training, or train again.</source>
            <translation>Das Ende des Trainings abwarten oder neu trainieren.</translation>
        </message>
        <message>
            <source>{path} is not a run folder: there is no {value} in it.</source>
            <translation>{path} ist kein Laufordner: {value} fehlt darin.</translation>
        </message>
        <message>
            <source>class {number}</source>
            <translation>Klasse {number}</translation>
        </message>
        <message>
            <source>too large</source>
            <translation>zu groß</translation>
        </message>
        <message>
            <source>The class names in {labels} can't be read: it is not a text file in UTF-8.</source>
            <translation>Die Klassennamen in {labels} sind nicht lesbar: keine Textdatei in UTF-8.</translation>
        </message>
        <message>
            <source>Mend the file: a class name a line.</source>
            <translation>Die Datei reparieren: je Zeile ein Klassenname.</translation>
        </message>
        <message>
            <source>{labels} names {names} classes, but {name} has {classes}.</source>
            <translation>{labels} nennt {names} Klassen, aber {name} hat {classes}.</translation>
        </message>
        <message>
            <source>Put the labels that belong to this model beside it: a class name a line, in the model's order.</source>
            <translation>Die Labels dieses Modells danebenlegen: je Zeile ein Klassenname, in der Reihenfolge des Modells.</translation>
        </message>
        <message>
            <source>'{value}' is missing</source>
            <translation>'{value}' fehlt</translation>
        </message>
        <message>
            <source>'backbone' is {backbone}, which is no network of this program</source>
            <translation>'backbone' ist {backbone}, kein Netz dieses Programms</translation>
        </message>
        <message>
            <source>'settings' must be an object</source>
            <translation>'settings' muss ein Objekt sein</translation>
        </message>
        <message>
            <source>the folder has all of it</source>
            <translation>der Ordner hat alles davon</translation>
        </message>
        <message>
            <source>the folder had none: it has it again</source>
            <translation>der Ordner hatte keine: er hat sie wieder</translation>
        </message>
        <message>
            <source>the folder has others: nothing was changed</source>
            <translation>der Ordner hat andere: nichts wurde geändert</translation>
        </message>
        <message>
            <source>Its runs are there; open the folder of pictures anew.</source>
            <translation>Die Läufe sind da; den Bilderordner neu öffnen.</translation>
        </message>
        <message>
            <source>There is no project in {folder}: expected a folder NAME{value} with {value2} in it.</source>
            <translation>In {folder} ist kein Projekt: erwartet ein Ordner NAME{value} mit {value2} darin.</translation>
        </message>
        <message>
            <source>If it was moved, open it where it is now.</source>
            <translation>Falls verschoben, dort öffnen, wo es jetzt ist.</translation>
        </message>
        <message>
            <source>The project</source>
            <translation>Projekt</translation>
        </message>
        <message>
            <source>try again, or choose another place</source>
            <translation>noch einmal versuchen oder einen anderen Ort wählen</translation>
        </message>
        <message>
            <source>{folder} is in the folder of pictures, where a project would be taken for a class.</source>
            <translation>{folder} liegt im Bilderordner, wo ein Projekt als Klasse gelten würde.</translation>
        </message>
        <message>
            <source>Choose a place beside {pictures}.</source>
            <translation>Einen Ort neben {pictures} wählen.</translation>
        </message>
        <message>
            <source>{folder} exists already.</source>
            <translation>{folder} gibt es schon.</translation>
        </message>
        <message>
            <source>Choose another name, or open it.</source>
            <translation>Einen anderen Namen wählen oder es öffnen.</translation>
        </message>
        <message>
            <source>“{name}” is open in another window already, which alone writes to it.</source>
            <translation>„{name}“ ist schon in einem anderen Fenster offen; nur dieses schreibt hinein.</translation>
        </message>
        <message>
            <source>“{name}” can't be written to: {error}.</source>
            <translation>In „{name}“ kann nicht geschrieben werden: {error}.</translation>
        </message>
        <message>
            <source>{folder} has no {value}: only its runs are known.</source>
            <translation>{value} fehlt in {folder}: Nur die Läufe sind bekannt.</translation>
        </message>
        <message>
            <source>{value} is damaged and can't be put aside ({strerror}): nothing is written to it.</source>
            <translation>{value} ist beschädigt und lässt sich nicht beiseitelegen ({strerror}): Es wird nichts hineingeschrieben.</translation>
        </message>
        <message>
            <source>{why}: it is kept as {name}.</source>
            <translation>{why}: als {name} aufbewahrt.</translation>
        </message>
        <message>
            <source>A newer Frostline wrote {file}.</source>
            <translation>{file} stammt von einem neueren Frostline.</translation>
        </message>
        <message>
            <source>Open it with the newer Frostline.</source>
            <translation>Mit dem neueren Frostline öffnen.</translation>
        </message>
        <message>
            <source>There is no {file}.</source>
            <translation>Es gibt kein {file}.</translation>
        </message>
        <message>
            <source>Choose the folder of a project.</source>
            <translation>Den Ordner eines Projekts wählen.</translation>
        </message>
        <message>
            <source>{file} can't be read ({strerror}).</source>
            <translation>{file} ist nicht lesbar ({strerror}).</translation>
        </message>
        <message>
            <source>See that the disk is there and the file is readable.</source>
            <translation>Prüfen, ob der Datenträger da und die Datei lesbar ist.</translation>
        </message>
        <message>
            <source>it says {why}</source>
            <translation>darin steht {why}</translation>
        </message>
        <message>
            <source>{what} can't be written to {parent}: the folder is gone.</source>
            <translation>Schreiben nach {parent} fehlgeschlagen ({what}): Der Ordner ist weg.</translation>
        </message>
        <message>
            <source>If it was moved, open it where it is now; or save it as another project.</source>
            <translation>Falls verschoben, dort öffnen, wo es jetzt ist; oder als anderes Projekt speichern.</translation>
        </message>
        <message>
            <source>change something or close the window to have it saved</source>
            <translation>etwas ändern oder das Fenster schließen, damit gespeichert wird</translation>
        </message>
        <message>
            <source>{what} can't be written to {file}: a name in it can't be written down.</source>
            <translation>Schreiben nach {file} fehlgeschlagen ({what}): Ein Name darin lässt sich nicht aufschreiben.</translation>
        </message>
        <message>
            <source>Rename that file.</source>
            <translation>Diese Datei umbenennen.</translation>
        </message>
        <message>
            <source>{file} is damaged: {why}.</source>
            <translation>{file} ist beschädigt: {why}.</translation>
        </message>
        <message>
            <source>Mend the file, or go on without what it said.</source>
            <translation>Die Datei reparieren oder ohne ihren Inhalt weitermachen.</translation>
        </message>
        <message>
            <source>.open in Frostline</source>
            <translation>.open in Frostline</translation>
        </message>
        <message>
            <source>The self-contained Frostline comes without {what}: that takes a Frostline that was installed with pip.</source>
            <translation>Im eigenständigen Frostline fehlt {what}: Das braucht ein Frostline, das mit pip installiert wurde.</translation>
        </message>
        <message>
            <source>after epoch {epoch}.npz</source>
            <translation>after epoch {epoch}.npz</translation>
        </message>
        <message>
            <source>The checkpoint {file} is damaged ({error}).</source>
            <translation>Der Zwischenstand {file} ist beschädigt ({error}).</translation>
        </message>
        <message>
            <source>Remove the folder 'checkpoint' to start this training from its first epoch.</source>
            <translation>Den Ordner 'checkpoint' entfernen, um dieses Training ab der ersten Epoche zu beginnen.</translation>
        </message>
        <message>
            <source>No checkpoint can be written to {run}: {why}. Training goes on.</source>
            <translation>In {run} lässt sich kein Zwischenstand schreiben: {why}. Das Training geht weiter.</translation>
        </message>
        <message>
            <source>The state before the change of the plan is gone: it can't be undone.</source>
            <translation>Der Stand vor der Änderung des Plans ist weg: Sie lässt sich nicht rückgängig machen.</translation>
        </message>
        <message>
            <source>{asked} devices were asked for, but with {backend_name} Keras trains on one.</source>
            <translation>{asked} Geräte wurden verlangt, aber mit {backend_name} trainiert Keras auf einem.</translation>
        </message>
        <message>
            <source>Use the backend tensorflow or jax for several, or leave the number of devices out.</source>
            <translation>Für mehrere das Backend tensorflow oder jax nehmen, oder die Anzahl der Geräte weglassen.</translation>
        </message>
        <message>
            <source>the CPU only</source>
            <translation>nur die CPU</translation>
        </message>
        <message>
            <source>{asked} devices were asked for, but {backend_name} finds {found} on this machine.</source>
            <translation>{asked} Geräte wurden verlangt, aber {backend_name} findet auf diesem Rechner {found}.</translation>
        </message>
        <message>
            <source>Ask for fewer, or leave the number of devices out; `frostline doctor` says what each backend finds.</source>
            <translation>Weniger verlangen oder die Anzahl der Geräte weglassen; `frostline doctor` sagt, was jedes Backend findet.</translation>
        </message>
        <message>
            <source>This training began on {devices} devices and goes on on {there}, since there are no more here.</source>
            <translation>Dieses Training hat auf {devices} Geräten begonnen und geht auf {there} weiter, da es hier nicht mehr gibt.</translation>
        </message>
        <message>
            <source>A head alone is too small to gain from several devices: its epochs are computed on one.</source>
            <translation>Ein Kopf allein ist zu klein, um von mehreren Geräten etwas zu haben: Seine Epochen werden auf einem berechnet.</translation>
        </message>
        <message>
            <source>BatchNorm that learns needs the statistics of whole batches: the epochs are computed on one device.</source>
            <translation>BatchNorm, das lernt, braucht die Statistik ganzer Batches: Die Epochen werden auf einem Gerät berechnet.</translation>
        </message>
        <message>
            <source>The number of epochs to add is {more_epochs}: expected at least 1.</source>
            <translation>Die Zahl zusätzlicher Epochen ist {more_epochs}: erwartet mindestens 1.</translation>
        </message>
        <message>
            <source>Choose another number.</source>
            <translation>Eine andere Zahl wählen.</translation>
        </message>
        <message>
            <source>The training of {run} is not over: it can't be extended.</source>
            <translation>Das Training von {run} ist nicht zu Ende: Es lässt sich nicht verlängern.</translation>
        </message>
        <message>
            <source>Resume it first, or wait for its end.</source>
            <translation>Erst fortsetzen oder das Ende abwarten.</translation>
        </message>
        <message>
            <source>The training can't go on: {message}</source>
            <translation>Das Training kann nicht weitergehen: {message}</translation>
        </message>
        <message>
            <source>Put the pictures back as they were and resume this training, or train anew.</source>
            <translation>Die Bilder wie vorher zurücklegen und dieses Training fortsetzen oder neu trainieren.</translation>
        </message>
        <message>
            <source>A batch of {batch_size} images does not fit into the memory of {devices} devices: it is computed on one, in {parts} parts of {size}, which takes longer and learns the same.</source>
            <translation>Ein Batch von {batch_size} Bildern passt nicht in den Speicher von {devices} Geräten: Er wird auf einem berechnet, in {parts} Teilen zu {size}, was länger dauert und dasselbe lernt.</translation>
        </message>
        <message>
            <source>A batch of {batch_size} images does not fit into the memory: it is computed in {parts} parts of {size}, which takes a little longer and learns the same.</source>
            <translation>Ein Batch von {batch_size} Bildern passt nicht in den Speicher: Er wird in {parts} Teilen zu {size} berechnet, was etwas länger dauert und dasselbe lernt.</translation>
        </message>
        <message>
            <source>Not even one image of {image_size} pixels fits into the memory with these layers thawed.</source>
            <translation>Mit diesen aufgetauten Schichten passt nicht einmal ein Bild von {image_size} Pixeln in den Speicher.</translation>
        </message>
        <message>
            <source>Thaw fewer layers, choose a smaller image size, or close other programs.</source>
            <translation>Weniger Schichten auftauen, eine kleinere Bildgröße wählen oder andere Programme schließen.</translation>
        </message>
        <message>
            <source>The feature store has no room for these images, so the frozen layers are computed again at every epoch: free some disk space, or let the frost line lie higher, to train faster.</source>
            <translation>Der Merkmalspeicher hat keinen Platz für diese Bilder, die eingefrorenen Schichten werden also in jeder Epoche neu berechnet: Platz auf dem Datenträger schaffen oder die Frostgrenze höher legen, um schneller zu trainieren.</translation>
        </message>
        <message>
            <source>Every epoch draws its pictures anew, so nothing can be stored: the frozen layers are computed again at every epoch, for {images} images each time. A fixed number of views would be computed once.</source>
            <translation>Jede Epoche zieht ihre Bilder neu, speichern lässt sich daher nichts: Die eingefrorenen Schichten werden in jeder Epoche neu berechnet, für jeweils {images} Bilder. Eine feste Zahl von Ansichten würde einmal berechnet.</translation>
        </message>
        <message>
            <source>Fewer than two classes of {folder} have images that can be decoded.</source>
            <translation>Weniger als zwei Klassen von {folder} haben Bilder, die sich decodieren lassen.</translation>
        </message>
        <message>
            <source>`frostline check` names every file that can't be used.</source>
            <translation>`frostline check` nennt jede unbrauchbare Datei.</translation>
        </message>
        <message>
            <source>{run} exists already.</source>
            <translation>{run} gibt es schon.</translation>
        </message>
        <message>
            <source>The run</source>
            <translation>Lauf</translation>
        </message>
        <message>
            <source>train again, or choose another folder for the run</source>
            <translation>neu trainieren oder einen anderen Ordner für den Lauf wählen</translation>
        </message>
        <message>
            <source>Its training was broken off: resume it, or choose another folder for the run.</source>
            <translation>Das Training wurde abgebrochen: fortsetzen oder einen anderen Ordner für den Lauf wählen.</translation>
        </message>
        <message>
            <source>Choose another folder for the run, or remove that one.</source>
            <translation>Einen anderen Ordner für den Lauf wählen oder diesen entfernen.</translation>
        </message>
        <message>
            <source>The training of {run} is over ({state}): there is nothing to resume.</source>
            <translation>Das Training von {run} ist zu Ende ({state}): Es gibt nichts fortzusetzen.</translation>
        </message>
        <message>
            <source>Use it as it is, train it further, or train anew to another folder.</source>
            <translation>So verwenden, weiter trainieren oder in einen anderen Ordner neu trainieren.</translation>
        </message>
        <message>
            <source>resume this training</source>
            <translation>dieses Training fortsetzen</translation>
        </message>
        <message>
            <source>The run needs {needed} MB in {run}, and {free} MB are free there.</source>
            <translation>Der Lauf braucht {needed} MB in {run}, frei sind dort {free} MB.</translation>
        </message>
        <message>
            <source>Make room on the disk, or choose another folder for the run.</source>
            <translation>Platz auf dem Datenträger schaffen oder einen anderen Ordner für den Lauf wählen.</translation>
        </message>
        <message>
            <source>.in training</source>
            <translation>.in training</translation>
        </message>
        <message>
            <source>{run} is being trained by another window or command.</source>
            <translation>{run} wird von einem anderen Fenster oder Befehl trainiert.</translation>
        </message>
        <message>
            <source>Wait for its end, or stop it there.</source>
            <translation>Das Ende abwarten oder dort stoppen.</translation>
        </message>
        <message>
            <source>{run} is not a run folder: {value} can't be read ({strerror}).</source>
            <translation>{run} ist kein Laufordner: {value} ist nicht lesbar ({strerror}).</translation>
        </message>
        <message>
            <source>Choose the folder that a training wrote.</source>
            <translation>Den Ordner wählen, den ein Training geschrieben hat.</translation>
        </message>
        <message>
            <source>{file} is damaged: {removesuffix}.</source>
            <translation>{file} ist beschädigt: {removesuffix}.</translation>
        </message>
        <message>
            <source>The model itself may be whole: use model.keras beside it.</source>
            <translation>Das Modell selbst ist vielleicht unversehrt: model.keras daneben verwenden.</translation>
        </message>
        <message>
            <source>it names {file}, which is no file of its data folder</source>
            <translation>darin steht {file}, keine Datei des Datenordners</translation>
        </message>
        <message>
            <source>'seconds' must be numbers from 0 on</source>
            <translation>'seconds' müssen Zahlen ab 0 sein</translation>
        </message>
        <message>
            <source>'val_accuracy' must be from 0 to 1</source>
            <translation>'val_accuracy' muss von 0 bis 1 sein</translation>
        </message>
        <message>
            <source>'best_epoch' is none of the epochs</source>
            <translation>'best_epoch' ist keine der Epochen</translation>
        </message>
        <message>
            <source>at least 1</source>
            <translation>mindestens 1</translation>
        </message>
        <message>
            <source>batch size</source>
            <translation>Batchgröße</translation>
        </message>
        <message>
            <source>learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <source>above 0, at most 10</source>
            <translation>über 0, höchstens 10</translation>
        </message>
        <message>
            <source>one of {join}</source>
            <translation>eines von {join}</translation>
        </message>
        <message>
            <source>validation split</source>
            <translation>Validierungsanteil</translation>
        </message>
        <message>
            <source>from 0 to below 1</source>
            <translation>von 0 bis unter 1</translation>
        </message>
        <message>
            <source>from 0 to 4294967295</source>
            <translation>von 0 bis 4294967295</translation>
        </message>
        <message>
            <source>from 32 to 1024 pixels</source>
            <translation>von 32 bis 1024 Pixel</translation>
        </message>
        <message>
            <source>hidden units</source>
            <translation>Verdeckte Einheiten</translation>
        </message>
        <message>
            <source>0 (none) or more</source>
            <translation>0 (keine) oder mehr</translation>
        </message>
        <message>
            <source>early stopping</source>
            <translation>Frühes Beenden</translation>
        </message>
        <message>
            <source>0 (off) or more epochs</source>
            <translation>0 (aus) oder mehr Epochen</translation>
        </message>
        <message>
            <source>label smoothing</source>
            <translation>Label-Glättung</translation>
        </message>
        <message>
            <source>weight decay</source>
            <translation>Gewichtsverfall</translation>
        </message>
        <message>
            <source>number of epochs for the head alone</source>
            <translation>Zahl der Epochen nur für den Kopf</translation>
        </message>
        <message>
            <source>number of views</source>
            <translation>Zahl der Ansichten</translation>
        </message>
        <message>
            <source>from 1 (no augmentation) to 100</source>
            <translation>von 1 (keine Augmentierung) bis 100</translation>
        </message>
        <message>
            <source> or </source>
            <translation> oder </translation>
        </message>
        <message>
            <source>time limit</source>
            <translation>Zeitlimit</translation>
        </message>
        <message>
            <source>0 (none) or more seconds</source>
            <translation>0 (keines) oder mehr Sekunden</translation>
        </message>
        <message>
            <source>number of devices</source>
            <translation>Zahl der Geräte</translation>
        </message>
        <message>
            <source>0 (all) or more</source>
            <translation>0 (alle) oder mehr</translation>
        </message>
        <message>
            <source>none with fresh views</source>
            <translation>keiner bei frischen Ansichten</translation>
        </message>
        <message>
            <source>none without the feature store</source>
            <translation>keiner ohne den Merkmalspeicher</translation>
        </message>
        <message>
            <source>pixel limit</source>
            <translation>Pixelgrenze</translation>
        </message>
        <message>
            <source>from 1 to 10,000,000,000 pixels</source>
            <translation>von 1 bis 10.000.000.000 Pixel</translation>
        </message>
        <message>
            <source>The {what} is {value}: expected {expected}.</source>
            <translation>{what}: {value} – erwartet {expected}.</translation>
        </message>
        <message>
            <source>Choose another {what}.</source>
            <translation>Einen anderen Wert wählen ({what}).</translation>
        </message>
        <message>
            <source>The store {where} is of no use here: {differs}. The features are computed from the pictures.</source>
            <translation>Der Speicher {where} hilft hier nicht: {differs}. Die Merkmale werden aus den Bildern berechnet.</translation>
        </message>
        <message>
            <source>The store {store} has not the features that this training needs: {differs}.</source>
            <translation>Der Speicher {store} hat nicht die Merkmale, die dieses Training braucht: {differs}.</translation>
        </message>
        <message>
            <source>Choose settings that fit the store, extract others, or name the folder of the pictures as well.</source>
            <translation>Einstellungen wählen, die zum Speicher passen, andere Merkmale berechnen oder auch den Ordner der Bilder angeben.</translation>
        </message>
        <message>
            <source>it has each picture as it is, and augmented views are wanted</source>
            <translation>er hat jedes Bild, wie es ist, und verlangt sind augmentierte Ansichten</translation>
        </message>
        <message>
            <source>Its features are not in the store.</source>
            <translation>Seine Merkmale sind nicht im Speicher.</translation>
        </message>
        <message>
            <source>Left out: {name} can't be used: {why}</source>
            <translation>Ausgelassen: {name} ist nicht brauchbar: {why}</translation>
        </message>
        <message>
            <source>it has no room for {needed} MB</source>
            <translation>kein Platz für {needed} MB</translation>
        </message>
        <message>
            <source>This training began on {backend}, which draws the random weights of {name} otherwise than {backend2} does.</source>
            <translation>Dieses Training begann auf {backend}, das die zufälligen Gewichte von {name} anders zieht als {backend2}.</translation>
        </message>
        <message>
            <source>Go on with --backend {backend}, or in the window with that backend in the settings.</source>
            <translation>Mit --backend {backend} fortsetzen oder im Fenster mit diesem Backend in den Einstellungen.</translation>
        </message>
        <message>
            <source>The images of {folder} are not those with which this training began.</source>
            <translation>Die Bilder in {folder} sind nicht die, mit denen dieses Training begann.</translation>
        </message>
        <message>
            <source>Put them back as they were, or train anew.</source>
            <translation>Wie vorher zurücklegen oder neu trainieren.</translation>
        </message>
        <message>
            <source>{place} has {class_names} with images: training needs at least two.</source>
            <translation>{place} hat {class_names} mit Bildern: Training braucht mindestens zwei.</translation>
        </message>
        <message>
            <source>Put the pictures into sub-folders that are named after their classes.</source>
            <translation>Die Bilder in Unterordner legen, die nach ihren Klassen benannt sind.</translation>
        </message>
        <message>
            <source>{alike} images are there more than once or look like another one: such images stay together on </source>
            <translation>{alike} Bilder sind mehrfach da oder sehen einem anderen ähnlich: Solche Bilder bleiben zusammen auf </translation>
        </message>
        <message>
            <source>{message}one side of the split, so that none is validated that was learnt.</source>
            <translation>{message}einer Seite der Aufteilung, damit keines validiert wird, das gelernt wurde.</translation>
        </message>
        <message>
            <source>{missing} of the {wanted} images to be held out again are no longer there: {few}.</source>
            <translation>{missing} der {wanted} erneut zurückzuhaltenden Bilder sind nicht mehr da: {few}.</translation>
        </message>
        <message>
            <source>{folder} has classes that were not trained: {unknown}.</source>
            <translation>{folder} hat Klassen, die nicht trainiert wurden: {unknown}.</translation>
        </message>
        <message>
            <source>Its sub-folders must be named after the trained classes: {class_names}.</source>
            <translation>Die Unterordner müssen nach den trainierten Klassen benannt sein: {class_names}.</translation>
        </message>
        <message>
            <source>no classes</source>
            <translation>keine Klassen</translation>
        </message>
        <message>
            <source>{classes} classes</source>
            <translation>{classes} Klassen</translation>
        </message>
        <message>
            <source>The plan stays as it is. {message}</source>
            <translation>Der Plan bleibt, wie er ist. {message}</translation>
        </message>
        <message>
            <source>There is no change of the plan to take back in this training.</source>
            <translation>In diesem Training gibt es keine Änderung des Plans zurückzunehmen.</translation>
        </message>
        <message>
            <source>it has {size} MB</source>
            <translation>{size} MB groß</translation>
        </message>
        <message>
            <source>it is nested too deep</source>
            <translation>zu tief verschachtelt</translation>
        </message>
        <message>
            <source>it isn't JSON ({error})</source>
            <translation>kein JSON ({error})</translation>
        </message>
        <message>
            <source>{where} must be an object</source>
            <translation>{where} muss ein Objekt sein</translation>
        </message>
        <message>
            <source>the whole</source>
            <translation>das Ganze</translation>
        </message>
        <message>
            <source>'{place}' is missing</source>
            <translation>'{place}' fehlt</translation>
        </message>
        <message>
            <source>no reader for {hint}</source>
            <translation>kein Leser für {hint}</translation>
        </message>
        <message>
            <source>'{where}' must have {readers} parts</source>
            <translation>'{where}' muss {readers} Teile haben</translation>
        </message>
        <message>
            <source>'{where}' must be an object</source>
            <translation>'{where}' muss ein Objekt sein</translation>
        </message>
        <message>
            <source>'{where}' must be a list</source>
            <translation>'{where}' muss eine Liste sein</translation>
        </message>
        <message>
            <source>'{where}' must be text</source>
            <translation>'{where}' muss Text sein</translation>
        </message>
        <message>
            <source>'{where}' has letters that no file can have</source>
            <translation>'{where}' hat Zeichen, die in keiner Datei stehen können</translation>
        </message>
        <message>
            <source>'{where}' must be true or false</source>
            <translation>'{where}' muss true oder false sein</translation>
        </message>
        <message>
            <source>'{where}' must be a whole number</source>
            <translation>'{where}' muss eine ganze Zahl sein</translation>
        </message>
        <message>
            <source>'{where}' must be a number</source>
            <translation>'{where}' muss eine Zahl sein</translation>
        </message>
        <message>
            <source>no locks</source>
            <translation>keine Sperren</translation>
        </message>
        <message>
            <source>{name} writer</source>
            <translation>{name} writer</translation>
        </message>
        <message>
            <source>{name} exit</source>
            <translation>{name} exit</translation>
        </message>
        <message>
            <source>{name} reader</source>
            <translation>{name} reader</translation>
        </message>
        <message>
            <source>{name} messages</source>
            <translation>{name} messages</translation>
        </message>
        <message>
            <source>The worker's client is closed and takes no more jobs.</source>
            <translation>Der Client des Arbeitsprozesses ist geschlossen und nimmt keine Aufgaben mehr an.</translation>
        </message>
        <message>
            <source>most likely by the system, which had run out of memory</source>
            <translation>höchstwahrscheinlich vom System, dem der Speicher ausgegangen war</translation>
        </message>
        <message>
            <source>after a fault in native code, often of a driver</source>
            <translation>nach einem Fehler in nativem Code, oft eines Treibers</translation>
        </message>
        <message>
            <source>after a fault in native code, or on a full disk</source>
            <translation>nach einem Fehler in nativem Code oder bei vollem Datenträger</translation>
        </message>
        <message>
            <source>by native code that gave up</source>
            <translation>von nativem Code, der aufgab</translation>
        </message>
        <message>
            <source>by an instruction that this processor doesn't have</source>
            <translation>wegen eines Befehls, den dieser Prozessor nicht kennt</translation>
        </message>
        <message>
            <source>by an arithmetic fault in native code</source>
            <translation>wegen eines Rechenfehlers in nativem Code</translation>
        </message>
        <message>
            <source>by the system or another program</source>
            <translation>vom System oder einem anderen Programm</translation>
        </message>
        <message>
            <source>There was not enough memory for this job.</source>
            <translation>Der Speicher reichte für diese Aufgabe nicht.</translation>
        </message>
        <message>
            <source>Something unforeseen went wrong ({error}).</source>
            <translation>Etwas Unvorhergesehenes ist schiefgegangen ({error}).</translation>
        </message>
        <message>
            <source>What exactly happened is in the log file {log_file}.</source>
            <translation>Was genau geschah, steht in der Protokolldatei {log_file}.</translation>
        </message>
        <message>
            <source>Try again. The last words of the worker are in {log_file}.</source>
            <translation>Noch einmal versuchen. Die letzten Worte des Arbeitsprozesses stehen in {log_file}.</translation>
        </message>
        <message>
            <source>The worker could not be started.</source>
            <translation>Der Arbeitsprozess ließ sich nicht starten.</translation>
        </message>
        <message>
            <source>The worker ended by itself: a library could not be loaded, most likely because memory had run out.</source>
            <translation>Der Arbeitsprozess endete von selbst: Eine Bibliothek ließ sich nicht laden, höchstwahrscheinlich aus Speichermangel.</translation>
        </message>
        <message>
            <source>The worker ended by itself: memory had run out, so that it could not go on.</source>
            <translation>Der Arbeitsprozess endete von selbst: Der Speicher war ausgegangen, sodass es nicht weiterging.</translation>
        </message>
        <message>
            <source>The worker ended by itself with exit status {exit_code}.</source>
            <translation>Der Arbeitsprozess endete von selbst mit Exit-Status {exit_code}.</translation>
        </message>
        <message>
            <source>The worker was ended by the signal {meaning}.</source>
            <translation>Der Arbeitsprozess wurde durch das Signal {meaning} beendet.</translation>
        </message>
        <message>
            <source>number {exit_code}</source>
            <translation>Nummer {exit_code}</translation>
        </message>
        <message>
            <source>Job {number} is {value} and can't become {value2}.</source>
            <translation>Aufgabe {number} ist {value} und kann nicht {value2} werden.</translation>
        </message>
        <message>
            <source>Job %d (%s) failed</source>
            <translation>Job %d (%s) failed</translation>
        </message>
        <message>
            <source>The job did not stop within {stop_grace} s, so its worker was ended.</source>
            <translation>Die Aufgabe hielt nicht innerhalb von {stop_grace} s an; ihr Arbeitsprozess wurde beendet.</translation>
        </message>
        <message>
            <source>What it had saved until then is kept.</source>
            <translation>Was bis dahin gespeichert war, bleibt erhalten.</translation>
        </message>
        <message>
            <source>The worker was restarted while it had this job.</source>
            <translation>Der Arbeitsprozess wurde während dieser Aufgabe neu gestartet.</translation>
        </message>
        <message>
            <source>Start the job again.</source>
            <translation>Die Aufgabe neu starten.</translation>
        </message>
        <message>
            <source>There was not enough memory to start Keras.</source>
            <translation>Der Speicher reichte nicht, um Keras zu starten.</translation>
        </message>
        <message>
            <source>Close other programs, and try again.</source>
            <translation>Andere Programme schließen und noch einmal versuchen.</translation>
        </message>
        <message>
            <source>Keras can't be started with the backend '{backend}': {name}.</source>
            <translation>Keras lässt sich mit dem Backend '{backend}' nicht starten: {name}.</translation>
        </message>
        <message>
            <source>Install that backend, or set KERAS_BACKEND to one that is installed (tensorflow, torch or jax).</source>
            <translation>Dieses Backend installieren oder KERAS_BACKEND auf ein installiertes setzen (tensorflow, torch oder jax).</translation>
        </message>
        <message>
            <source>can't start new thread</source>
            <translation>can't start new thread</translation>
        </message>
        <message>
            <source>failed to map segment</source>
            <translation>failed to map segment</translation>
        </message>
        <message>
            <source>cannot allocate memory</source>
            <translation>cannot allocate memory</translation>
        </message>
        <message>
            <source>can't allocate memory</source>
            <translation>can't allocate memory</translation>
        </message>
        <message>
            <source>not enough memory</source>
            <translation>not enough memory</translation>
        </message>
        <message>
            <source>Choose a smaller batch size or image size, or close other programs, and try again.</source>
            <translation>Eine kleinere Batch- oder Bildgröße wählen oder andere Programme schließen und noch einmal versuchen.</translation>
        </message>
        <message>
            <source>Choose a smaller image size, or close other programs, and extract again.</source>
            <translation>Eine kleinere Bildgröße wählen oder andere Programme schließen und noch einmal berechnen.</translation>
        </message>
        <message>
            <source>Close other programs, and check the folder again. If you raised the limit of pixels, lower it.</source>
            <translation>Andere Programme schließen und den Ordner neu prüfen. Falls die Pixelgrenze erhöht wurde, sie senken.</translation>
        </message>
        <message>
            <source>Close other programs, and try again. If you raised the limit of pixels, lower it.</source>
            <translation>Andere Programme schließen und noch einmal versuchen. Falls die Pixelgrenze erhöht wurde, sie senken.</translation>
        </message>
        <message>
            <source>Close other programs, and evaluate again.</source>
            <translation>Andere Programme schließen und neu auswerten.</translation>
        </message>
        <message>
            <source>Close other programs, and ask again.</source>
            <translation>Andere Programme schließen und neu anfragen.</translation>
        </message>
        <message>
            <source>Close other programs, and export again, or choose another format.</source>
            <translation>Andere Programme schließen und neu exportieren oder ein anderes Format wählen.</translation>
        </message>
        <message>
            <source>A message of {length} bytes was announced: something else writes into the pipe.</source>
            <translation>Eine Nachricht von {length} Byte wurde angekündigt: Etwas anderes schreibt in die Pipe.</translation>
        </message>
        <message>
            <source>A message of {length} bytes can't be read: {error}.</source>
            <translation>Eine Nachricht von {length} Byte ist nicht lesbar: {error}.</translation>
        </message>
        <message>
            <source>The other end of the pipe is gone.</source>
            <translation>Das andere Ende der Pipe ist weg.</translation>
        </message>
        <message>
            <source>The worker's process of Frostline.</source>
            <translation>Der Arbeitsprozess von Frostline.</translation>
        </message>
        <message>
            <source>is</source>
            <translation>ist</translation>
        </message>
        <message>
            <source>are</source>
            <translation>sind</translation>
        </message>
        <message>
            <source>it</source>
            <translation>dies</translation>
        </message>
        <message>
            <source>a probability</source>
            <translation>eine Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>1 class</source>
            <translation>1 Klasse</translation>
        </message>
        <message>
            <source>1 image</source>
            <translation>1 Bild</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>beendet</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>gestoppt</translation>
        </message>
        <message>
            <source>running</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>gescheitert</translation>
        </message>
        <message>
            <source>epochs</source>
            <translation>Epochen</translation>
        </message>
        <message>
            <source>optimizer</source>
            <translation>Optimierer</translation>
        </message>
        <message>
            <source>schedule</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>backbone</source>
            <translation>Backbone</translation>
        </message>
        <message>
            <source>engine</source>
            <translation>Engine</translation>
        </message>
        <message>
            <source>dropout</source>
            <translation>Dropout</translation>
        </message>
    </context>
</TS>
