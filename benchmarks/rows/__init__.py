"""One file for each row of the table: `measure` takes a workbench and yields what was found."""
