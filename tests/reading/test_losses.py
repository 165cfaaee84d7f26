from assistant.reading.losses import PICTURE, Sort, Tally, shorten

DELETION = Sort("1 deletion was left out", "{} deletions were left out")


def test_losses_of_a_sort_are_one_sentence() -> None:
    tally = Tally()
    tally.add(PICTURE, "the seal")
    tally.add(DELETION, " of  2018\n")
    for words in ("", "the seal", "a", "b", "c"):
        tally.add(PICTURE, words)
    assert [loss.what for loss in tally.losses()] == [
        "6 pictures were not read: “the seal”; “a”; “b”; …",
        "1 deletion was left out: “of 2018”",
    ]


def test_a_loss_carries_its_page() -> None:
    tally = Tally()
    tally.add(PICTURE)
    assert tally.losses(3)[0].page == 3


def test_long_passages_are_shortened() -> None:
    assert shorten("word " * 30).endswith("…")
    assert len(shorten("word " * 30)) <= 60
