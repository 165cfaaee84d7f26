from assistant.extraction.tagging.features import sentence_features
from assistant.extraction.tagging.knowledge import fold, look


def test_a_word_is_known_in_six_languages() -> None:
    assert "honorific" in look("Herrn").classes
    assert "country" in look("Białoruś").classes
    assert "month" in look("février").classes
    assert "given" in look("Marcin").classes
    assert look("Zarechny").classes == ()


def test_words_of_like_meaning_share_a_cluster() -> None:
    assert look("Monday").cluster == look("Tuesday").cluster is not None
    assert look("Monday").cluster != look("minister").cluster


def test_shapes_are_the_same_in_every_alphabet() -> None:
    assert look("Świącicki").shape == look("Жумагулов").shape == look("Gomes").shape == "Xxx"
    assert look("A-12345").shape == "X-dd"
    assert look("O’Brien").shape == look("O'Brien").shape


def test_accents_fold_for_clusters() -> None:
    assert fold("świącicki") == "swiacicki"


def test_each_word_has_features_of_itself_and_its_neighbours() -> None:
    first, second = sentence_features(["Mr", "Shakirov"])
    assert {"w=mr", "1w=shakirov", "-1none"} <= set(first)
    assert {"w=shakirov", "-1c=honorific", "-cs=honorific|Xxx"} <= set(second)
