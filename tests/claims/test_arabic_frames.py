# SPDX-License-Identifier: Apache-2.0
"""What stands between an Arabic verb of saying and its content: names, remarks, mediums, outlets, the one addressed."""

import pytest

from reading import read_claim, read_claims

FRAMES = [
    pytest.param(
        "أكد رئيس نقابة الصيادلة، سليم الحداد، صباح الأحد وجود نقص في الأدوية", "report", "رئيس نقابة الصيادلة، سليم الحداد", "وجود نقص في الأدوية",
        id="name between commas, then a day",
    ),
    pytest.param("طالب مجلس القبيلة المعارض حكومة البلاد بفتح الطريق", "demand", "مجلس القبيلة المعارض", "فتح الطريق", id="second quality of the source"),
    pytest.param("كشف مدير المشفى، مساء اليوم، عن نفاد الوقود", "report", "مدير المشفى", "نفاد الوقود", id="remark before the content"),
    pytest.param("وقال القائد الذي يشرف على المعبر إن الطريق مغلق", "report", "القائد", "الطريق مغلق", id="clause about the source"),
    pytest.param("وصرح ضابط رفض ذكر اسمه بأن الطريق مغلق", "report", "ضابط", "الطريق مغلق", id="source that would not be named"),
    pytest.param("دان مجلس القبيلة ما وصفه بالهجوم الوحشي", "condemn", "مجلس القبيلة", "ما وصفه بالهجوم الوحشي", id="what he called"),
    pytest.param("وأعلن وزير الصحة في بيان نشرته الوزارة وصول شحنة أدوية", "report", "وزير الصحة", "وصول شحنة أدوية", id="medium with a clause"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "source", "content"), FRAMES)
def test_source_and_content_of_a_frame(text: str, act: str, source: str, content: str) -> None:
    claim = read_claim(text, act)
    assert (claim.source, claim.content.removeprefix("ب")) == (source, content)


TOLD = [
    pytest.param('قال مصدر طبي لـ"بوابة النهر"، إن الجرحى وصلوا', "بوابة النهر", id="unknown outlet in quotation marks"),
    pytest.param("قال ناشطون لـ(راديو الضفاف) إن الجرحى وصلوا", "راديو الضفاف", id="outlet in brackets"),
    pytest.param("قال الطبيب في حديث لوكالة الأناضول إن الجرحى وصلوا", "وكالة الأناضول", id="talk to an agency"),
    pytest.param("قال الطبيب في اتصال مع قناة الجزيرة إن الجرحى وصلوا", "قناة الجزيرة", id="call with a channel"),
]


@pytest.mark.parametrize(("text", "outlet"), TOLD)
def test_outlet_that_was_told_is_in_the_chain(text: str, outlet: str) -> None:
    assert ("outlet", outlet) in read_claim(text, "report").chain


def test_who_is_cited_is_the_source_and_who_cites_an_outlet() -> None:
    claim = read_claim("وذكر موقع النهر الإخباري نقلا عن مصدر عسكري أن الرتل انسحب", "report")  # a site reported, citing a military source
    assert (claim.source, claim.chain[0]) == ("مصدر عسكري", ("outlet", "موقع النهر الإخباري"))


def test_source_before_its_verb_leaves_the_phrase_behind_to_be_the_target() -> None:
    claim = read_claim("أحزاب المعارضة تطالب الحكومة بالاستقالة", "demand")  # opposition parties demand of the government
    assert (claim.source, claim.target) == ("أحزاب المعارضة", "الحكومة")


def test_plural_verb_has_no_source_behind_it() -> None:
    first, second = read_claims("قال النواب إن السجن مكتظ. وطالبوا الوزارة بنقل المعتقلين")  # lawmakers said ... and they called on the ministry
    assert (first.source, second.source, second.target) == ("النواب", "النواب", "الوزارة")


def test_words_without_a_marker_behind_the_source_are_quoted() -> None:
    claim = read_claim("وأضاف الضابط انسحبت القوات من التلة صباحا", "report")  # the officer added the forces withdrew
    assert claim.content == "انسحبت القوات من التلة صباحا"


def test_feminine_verb_goes_on_from_the_body_that_agrees() -> None:
    text = "قالت المنظمة إن قائد الفصيل أعلن وقف القتال. وأضافت أن الطريق مغلق"  # the organisation said the commander announced ...; and it added
    assert read_claims(text)[-1].source == "المنظمة"


def test_broken_plural_goes_on_in_the_feminine() -> None:
    text = "أفادت مصادر طبية بوصول الجرحى. وأوضحت أن المشفى مكتظ"  # medical sources reported ...; and they made clear
    assert read_claims(text)[-1].source == "مصادر طبية"


def test_news_without_a_body_is_not_who_goes_on() -> None:
    text = "قالت الشرطة إن الطريق مغلق، فيما أشارت أنباء إلى سقوط جرحى. وأضافت أنها تحقق"  # the police said ..., reports pointed to ...; and it added
    assert read_claims(text)[-1].source == "الشرطة"


def test_source_without_content_is_remembered() -> None:
    text = "علق الوزير على الحادث. وقال إن الطريق مغلق"  # the minister remarked on the incident; and he said
    assert read_claims(text)[-1].source == "الوزير"


PERFORMED = [
    pytest.param("وقال الوزير: “ندين قصف المشفى ونطالب بالتحقيق”", "condemn", id="we condemn"),
    pytest.param("قال المتحدث إننا نطالب المجتمع الدولي بوقف القصف", "demand", id="we demand"),
    pytest.param("الوزير: سندعم النازحين في المخيمات", "promise", id="we shall support"),
    pytest.param("وقال القائد: “سننتقم من قتلة المدنيين في البلدة”", "threaten", id="we shall take revenge"),
]


@pytest.mark.parametrize(("text", "act"), PERFORMED)
def test_what_a_first_person_performs_is_the_act(text: str, act: str) -> None:
    assert read_claims(text)[0].act == act


LABELS = [
    pytest.param("باكستان: مقتل 12 شخصا بانفجار في سوق", id="country"),
    pytest.param("محافظة درعا: دارت اشتباكات بعد منتصف الليل", id="province"),
    pytest.param("صنعاء: «صدى» وصلت شحنة أدوية إلى الميناء", id="dateline"),
]


@pytest.mark.parametrize("text", LABELS)
def test_place_before_a_colon_is_a_label(text: str) -> None:
    assert not read_claims(text)


def test_source_before_a_colon_stands_behind_the_section() -> None:
    (claim,) = read_claims("صدى - الشرق الأوسط - الوزير: الطريق إلى المشفى مفتوح")
    assert claim.source == "الوزير"


def test_kama_at_the_head_of_a_sentence_goes_on() -> None:
    claim = read_claim("كما أعلنت الشرطة اعتقال ثلاثة مهربين", "report")  # the police also announced the arrest
    assert (claim.source, claim.content) == ("الشرطة", "اعتقال ثلاثة مهربين")


NO_CLAIMS = [
    pytest.param("حكومة البلاد توقع اتفاقية مع البنك", id="signs, not expects"),
    pytest.param("وتعتبر المحطة من أهم محطات المياه في المدينة", id="counts as"),
    pytest.param("نشر الجيش قواته على أطراف البلدة", id="posted, not published"),
]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_verb_of_another_sense_is_no_claim(text: str) -> None:
    assert not read_claims(text)


def test_what_is_shown_is_reported() -> None:
    claim = read_claim("ونشر ناشطون صورا تظهر الدمار في السوق", "report")  # activists published pictures that show the ruin
    assert (claim.source, claim.content) == ("ناشطون", "صورا تظهر الدمار في السوق")


def test_source_that_would_not_be_named_asks_for_nothing() -> None:
    claims = read_claims("وقالت الطبيبة لمراسل الصحيفة، وطلبت عدم الكشف عن هويتها، إن الجرحى وصلوا")
    assert [(claim.act, claim.source) for claim in claims] == [("report", "الطبيبة")]


def test_turn_to_speak_is_no_source() -> None:
    assert read_claim("بدوره قال المرصد إن الطائرة أقلعت من المطار", "report").source == "المرصد"


def test_saying_of_the_one_relayed_is_the_cue() -> None:
    claim = read_claim("ونقلت القناة عن طبيب في المشفى قوله إن الجرحى وصلوا", "report")
    assert (claim.source, claim.cue) == ("طبيب في المشفى", "قوله")


def test_outlet_that_closes_a_sentence_has_all_claims_of_the_speaker() -> None:
    text = "أكد الوزير وصول الجرحى، وأضاف الوزير أن الدواء نفد، وفق وكالة الأناضول"
    assert all(("outlet", "وكالة الأناضول") in claim.chain for claim in read_claims(text))


def test_attribution_that_opens_a_clause_has_the_clause_behind_it() -> None:
    text = "وصلت شحنة أدوية إلى المدينة، وبحسب مدير المشفى فقد نفدت الضمادات"
    assert read_claim(text, "report").content == "نفدت الضمادات"


def test_verb_in_the_sentence_shares_its_subject() -> None:
    claim = read_claim("كثفت تركيا قصف المنطقة منذ أيام، وهددت بعملية برية", "threaten")
    assert claim.source == "تركيا"


STANDS = [
    pytest.param("تظاهر العشرات أمام المبنى منددين بقطع الماء", "condemn", "العشرات", id="gathered, condemning"),
    pytest.param("نفذ عمال المصنع وقفة للمطالبة بدفع الأجور", "demand", "عمال المصنع", id="gathered to demand"),
    pytest.param("أعربت تونس عن بالغ استنكارها للهجوم", "condemn", "تونس", id="deep condemnation"),
    pytest.param("رحب الأمين العام بالاتفاق وحث جميع الأطراف على التهدئة", "demand", "الأمين العام", id="and urged all sides"),
    pytest.param("أكد الوزير رفضه للاتفاق", "deny", "الوزير", id="his refusal"),
    pytest.param("وتعهد القائد بسحق المسلحين", "threaten", "القائد", id="vowed to crush"),
    pytest.param("دافع الوزير عن سياسة حكومته", "support", "الوزير", id="defended a policy"),
]


@pytest.mark.parametrize(("text", "act", "source"), STANDS)
def test_stand_and_whose_it_is(text: str, act: str, source: str) -> None:
    assert read_claim(text, act).source == source


NO_STANDS = [
    pytest.param("أكدت تقارير رفض الضباط القتال في المدينة", "deny", id="the refusal of others"),
    pytest.param("تبنى البرلمان سياسة جديدة", "claim_responsibility", id="adopted a policy"),
    pytest.param("دافعت القوات عن البلدة", "support", id="defended a town"),
    pytest.param("وصل رجل يدعى سليم إلى المخيم", "demand", id="is called"),
]


@pytest.mark.parametrize(("text", "act"), NO_STANDS)
def test_no_stand(text: str, act: str) -> None:
    assert not read_claims(text, act)


def test_preposition_of_the_content_is_no_target() -> None:
    claim = read_claim("ندد اتحاد الصحفيين بالهجوم", "condemn")  # the union condemned the attack
    assert (claim.content, claim.target) == ("بالهجوم", None)


def test_name_between_commas_is_not_what_is_reported() -> None:
    claim = read_claim("أكد رئيس النادي، الباهي بن سالم القروي، في حوار مع الصحيفة أن الملعب جاهز", "report")
    assert claim.content == "الملعب جاهز"


def test_title_in_marks_is_not_what_is_said() -> None:
    claim = read_claim("قال الوزير على هامش حفل اختتام برنامج “من أجل غد أفضل للجميع” بالعاصمة إنه متفائل", "report")
    assert claim.content == "إنه متفائل"


def test_participle_has_its_target() -> None:
    claims = read_claims("قال النقيب إن الأجور متدنية، داعيا الحكومة إلى رفعها")  # the head of the union said ..., calling on the government
    assert (claims[1].act, claims[1].target, claims[1].content) == ("demand", "الحكومة", "رفعها")


def test_masculine_verb_has_no_feminine_source_right_behind_it() -> None:
    claims = read_claims("قال رابح إن البطالة مرتفعة. كما طالب وزارة التعليم بفتح حوار")
    assert (claims[1].source, claims[1].target) == ("رابح", "وزارة التعليم")


def test_attribution_that_parts_a_clause_has_what_stands_behind_it() -> None:
    claim = read_claim("وتركز القصف، بحسب المراسل، على محيط الحديقة والسوق الشعبية", "report")
    assert claim.content == "على محيط الحديقة والسوق الشعبية"


def test_fa_inna_opens_the_sentence_and_not_what_is_said() -> None:
    claim = read_claim("تشهد المدينة هدوءا حذرا، وبحسب مصادر محلية فإن الطريق مغلق", "report")
    assert (claim.source, claim.content) == ("مصادر محلية", "الطريق مغلق")


def test_content_of_a_relay_begins_behind_its_comma() -> None:
    assert read_claim("ونقلت الشبكة عن مصادر محلية قولها، إن الطريق مغلق", "report").content == "الطريق مغلق"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        pytest.param("وقال الناطق باسم المحكمة في تصريح لوكالة تونس إفريقيا للأنباء إن الموقوفين خمسة", "وكالة تونس إفريقيا للأنباء", id="name before its tail"),
        pytest.param("وأوضح رئيس النقابة في تصريح لمراسل الجوهرة أف أم أن الإضراب متواصل", "مراسل الجوهرة أف أم", id="letters"),
        pytest.param("وأعلن الوزير عبر شبكة تويتر للتواصل الاجتماعي أن الوفد وصل", "شبكة تويتر للتواصل الاجتماعي", id="adjective behind the tail"),
    ],
)
def test_outlet_has_its_whole_name(text: str, outlet: str) -> None:
    assert outlet in {words for _, words in read_claim(text, "report").chain}
