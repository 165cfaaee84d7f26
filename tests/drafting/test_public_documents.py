import re

import pytest

from assistant.drafting.public_documents import PublicDocument, public_documents


@pytest.mark.parametrize("document", public_documents(), ids=lambda document: document.name)
def test_the_example_of_a_public_document_has_its_form(document: PublicDocument) -> None:
    found = re.fullmatch(document.number, document.example.number)
    assert found
    parts = {"term": "9", "language": "EN", **found.groupdict()}
    assert document.address.format(**parts) == document.example.address
    assert bool(document.source) is (document.status == "verified")
