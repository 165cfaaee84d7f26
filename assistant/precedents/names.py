"""Names taken apart: what in “H.E. Mr. Askar SHAKIROV” says who it is."""

from assistant.model.folding import fold_words, skeleton

FORMS_OF_ADDRESS = frozenset(
    fold_words(
        "Mr Mrs Ms Miss Mx Dr Prof. Professor Sir Dame Lord Lady Baroness Hon. Honourable H.E. His Her Excellency "
        "Ambassador Minister MEP MP M. Mme Mlle Monsieur Madame Herr Frau Pan Pani Sig. Signor Signora Sr Sra Señor "
        "Señora"
    )
)
"""Words before or behind a name that say nothing about who it is."""


def identifying_words(name: str, offices: str = "") -> frozenset[str]:
    """What identifies in a name: its words as all spellings have them, without forms of address and `offices`."""
    without = FORMS_OF_ADDRESS.union(fold_words(offices))
    return frozenset(skeleton(word) for word in fold_words(name) if word not in without)
