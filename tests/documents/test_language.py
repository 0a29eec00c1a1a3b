"""The language of a text is told by its words."""

import pytest

from dostyk.documents.language import language_of, languages_in

NEIGHBOURS = {
    "ru": "Послы обсудили ход работ на железной дороге, а также подготовку к визиту министра.",
    "uk": "Посли обговорили перебіг робіт на залізниці, а також підготовку до візиту міністра.",
    "be": "Паслы абмеркавалі ход работ на чыгунцы, а таксама падрыхтоўку да візіту міністра.",
    "bg": "Посланиците обсъдиха хода на работите по железницата и подготовката на посещението на министъра.",
    "mk": "Амбасадорите разговараа за текот на работите на железницата и за подготовката на посетата на министерот.",
    "sr": "Амбасадори су разговарали о току радова на железници и о припреми посете министра спољних послова.",
    "kk": "Елшілер темір жолдағы жұмыстардың барысын және министрдің сапарына дайындықты талқылады.",
    "ky": "Элчилер темир жолдогу жумуштардын жүрүшүн жана министрдин сапарына даярдыкты талкуулашты.",
    "tt": "Илчеләр тимер юлдагы эшләрнең барышын һәм министр сәфәренә әзерлекне тикшерделәр.",
    "tg": "Сафирон рафти корҳои роҳи оҳан ва омодагӣ ба сафари вазирро муҳокима карданд.",
    "mn": "Элчин сайд нар төмөр замын ажлын явц болон сайдын айлчлалын бэлтгэлийг хэлэлцэв.",
    "uz": "Elchilar temir yoʻldagi ishlarning borishini va vazirning tashrifiga tayyorgarlikni muhokama qildilar.",
    "tr": "Büyükelçiler demiryolundaki çalışmaların gidişatını ve bakanın ziyaretinin hazırlıklarını görüştüler.",
    "az": "Səfirlər dəmir yolunda işlərin gedişini və nazirin səfərinə hazırlığı müzakirə etdilər.",
    "zh": "两国大使讨论了铁路工程的进展。",
    "ja": "両国の大使は鉄道工事の進み具合について話し合った。",
    "ko": "양국 대사는 철도 공사의 진행 상황을 논의했다.",
}


@pytest.mark.parametrize("language", sorted(NEIGHBOURS))
def test_neighbours_are_told_apart_by_one_sentence(language: str) -> None:
    assert language_of(NEIGHBOURS[language]) == language


def test_uzbek_in_cyrillic() -> None:
    assert language_of("Элчилар темир йўлдаги ишларнинг боришини ва вазирнинг ташрифига тайёргарликни муҳокама қилдилар.") == "uz"


def test_the_languages_of_paragraphs() -> None:
    english = "The ambassadors spoke of the work on the railway and of the visit that the minister is to pay to the capital in the autumn. "
    found = languages_in(f"{english * 3}\n\n{NEIGHBOURS['ru'] * 2}\n\n{NEIGHBOURS['kk'] * 2}\n\nShort.")
    assert list(found) == ["en", "kk", "ru"] or list(found) == ["en", "ru", "kk"]
    assert sum(found.values()) == pytest.approx(1) and found["en"] > 0.4


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two sides signed an agreement on the railway and met in the capital.", "en"),
        ("Les deux parties ont signé un accord sur le chemin de fer et se sont réunies dans la capitale.", "fr"),
        ("Стороны подписали соглашение о железной дороге и провели встречу в столице.", "ru"),
        ("Екі ел арасындағы дипломатиялық қатынастар мың тоғыз жүз тоқсан екінші жылы орнатылды.", "kk"),
        ("两国于一九九二年建立外交关系,并在首都开设了大使馆。", "zh"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_what_the_markup_says_counts_only_where_words_do_not_tell() -> None:
    assert language_of("The two sides signed an agreement on the railway and met in the capital.", "ru") == "en"
    assert language_of("1992 – 2002", "ru") == "ru"
    assert language_of("1992 – 2002") is None


@pytest.mark.parametrize("text", ["word " * 100_000, "x" * 1_000_000, "Themministersmetinthecapital" * 1000, "qzjx vvkq zzpw " * 400])
def test_what_is_no_running_text_is_in_no_language(text: str) -> None:
    assert language_of(text) is None


def test_long_lines_and_short_ones_are_in_their_language() -> None:
    assert language_of("The two towns are twinned, and the mayors of France and Japan met. " * 16_000) == "en"
    assert language_of("Die Minister trafen sich in der Hauptstadt.") == "de"
    assert language_of("Les deux parties ont signé un accord. " * 1000) == "fr"
