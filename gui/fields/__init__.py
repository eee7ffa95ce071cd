"""Fields of dialogs and panels that neither cut what they show nor change it unasked."""
