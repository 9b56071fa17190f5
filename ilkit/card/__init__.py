"""One molecule, gene or receptor on a card: rows, facts, and the facts as HTML, drawing and text."""
