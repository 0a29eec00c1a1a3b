"""What came of promises, as pages of many pairs of countries tell it."""

from typing import Any, ClassVar

import pytest

from dostyk.model.promise import Promise, PromiseState
from dostyk.model.statement import Statement

TRADE = {"measure": "trade turnover", "unit": "USD"}
EMBASSY = {"mission_type": "embassy"}
CONSULATE = {"mission_type": "consulate general"}


def only(promises: tuple[Promise, ...]) -> Promise:
    (promise,) = promises
    return promise


class TestTargets:
    def aim(self, tell: Any, said: Any, page: str, due: str | None, value: str = "5000000000", publisher: str = "Andina") -> list[Statement]:
        attributes = TRADE | {"value": value, "content": f"raise trade to {value} dollars"}
        roles = {"actor": "Peru; South Korea"}
        made: list[Statement] = tell(
            publisher, page, said("Commitment", f"{publisher}: they plan trade of {value} by {due}", roles, due, "planned", None, attributes)
        )
        return made

    def trade(self, tell: Any, said: Any, time: str, value: str, publisher: str = "Yonhap", **more: str) -> list[Statement]:
        page, roles = more.pop("page", "2026-01"), {"subject": "Peru; South Korea"}
        quote = f"{publisher}: trade was {value} in {time}"
        told: list[Statement] = tell(publisher, page, said("Indicator", quote, roles, time, attributes=TRADE | {"value": value} | more))
        return told

    def test_kept(self, tell: Any, said: Any, registered: Any) -> None:
        promise = only(registered(self.aim(tell, said, "2019-03", "2022") + self.trade(tell, said, "2021", "5200000000")))
        assert promise.state is PromiseState.KEPT
        assert promise.reason.startswith("Reached: 5.2 billion US dollars in 2021 (Yonhap)")
        assert {m.id for m in promise.by} == {"PE", "KR"}
        assert "at least 5 billion US dollars" in promise.measure

    def test_late_by_years(self, tell: Any, said: Any, registered: Any) -> None:
        promise = only(registered(self.aim(tell, said, "2019-03", "2020") + self.trade(tell, said, "2024", "5200000000")))
        assert (promise.state, promise.late_by) == (PromiseState.LATE, "4 years")
        assert "nothing for 2020" in promise.reason

    def test_late_with_a_figure_for_the_due_year(self, tell: Any, said: Any, registered: Any) -> None:
        pages = (
            self.aim(tell, said, "2019-03", "2020")
            + self.trade(tell, said, "2020", "3100000000")
            + self.trade(tell, said, "2022", "5100000000", "KBS")
        )
        promise = only(registered(pages))
        assert promise.state is PromiseState.LATE
        assert promise.reason.startswith("For 2020 the record has 3.1 billion US dollars in 2020.")

    def test_missed_only_by_a_figure_for_the_due_period(self, tell: Any, said: Any, registered: Any) -> None:
        assert only(registered(self.aim(tell, said, "2019-03", "2020") + self.trade(tell, said, "2020", "3100000000"))).state is PromiseState.MISSED

    @pytest.mark.parametrize("time", ["2019", "2021"])
    def test_a_lower_figure_of_another_year_is_no_miss(self, tell: Any, said: Any, registered: Any, time: str) -> None:
        promise = only(registered(self.aim(tell, said, "2019-03", "2020") + self.trade(tell, said, time, "3100000000")))
        assert promise.state is PromiseState.OVERDUE
        assert f"The last figure is 3.1 billion US dollars in {time}" in promise.reason

    def test_nearly_is_not_reached(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.aim(tell, said, "2019-03", "2020") + self.trade(tell, said, "2020", "5000000000", bound="under")
        assert only(registered(pages)).state is PromiseState.MISSED

    def test_figures_of_before_the_promise_do_not_count(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.aim(tell, said, "2019-03", "2022") + self.trade(tell, said, "2017", "6000000000", page="2018-02")
        assert only(registered(pages, "2020")).state is PromiseState.OPEN

    def test_figures_on_the_page_that_promises_do_not_count(self, tell: Any, said: Any, registered: Any) -> None:
        page = tell(
            "Andina",
            "2019-03",
            said(
                "Commitment",
                "5 billion by 2020 is the aim",
                {"actor": "Peru; South Korea"},
                "2020",
                "planned",
                None,
                TRADE | {"value": "5000000000", "content": "x"},
            ),
            said("Indicator", "it will be 6 billion in 2020", {"subject": "Peru; South Korea"}, "2020", attributes=TRADE | {"value": "6000000000"}),
        )
        assert only(registered(page, "2021")).state is PromiseState.OVERDUE

    def test_figures_of_other_parties_do_not_count(self, tell: Any, said: Any, registered: Any) -> None:
        other = tell(
            "Yonhap", "2023", said("Indicator", "9 billion", {"subject": "Chile; South Korea"}, "2020", attributes=TRADE | {"value": "9000000000"})
        )
        assert only(registered(self.aim(tell, said, "2019-03", "2020") + other)).state is PromiseState.OVERDUE

    def test_the_sum_of_several_years_is_no_annual_figure(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.aim(tell, said, "2019-03", "2022") + self.trade(tell, said, "2019/2022", "9000000000")
        assert only(registered(pages)).state is PromiseState.OVERDUE

    def test_one_side_only_is_said(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.aim(tell, said, "2019-03", "2022") + self.trade(tell, said, "2021", "5200000000", "Ministry of Trade of South Korea")
        promise = only(registered(pages))
        assert promise.told_by == ("KR",)
        assert "told on South Korea’s side only" in promise.reason

    def test_mirror_figures_that_differ_across_the_goal_are_disputed(self, tell: Any, said: Any, registered: Any) -> None:
        own = self.trade(tell, said, "2021", "5200000000", "Ministry of Trade of South Korea")
        mirror = self.trade(tell, said, "2021", "4100000000", "Ministry of Foreign Trade of Peru")
        promise = only(registered(self.aim(tell, said, "2019-03", "2021") + own + mirror))
        assert promise.state is PromiseState.DISPUTED
        assert "5.2 billion" in promise.reason
        assert "4.1 billion" in promise.reason

    def test_mirror_figures_that_both_reach_it_are_told_by_both_sides(self, tell: Any, said: Any, registered: Any) -> None:
        own = self.trade(tell, said, "2021", "5200000000", "Ministry of Trade of South Korea")
        mirror = self.trade(tell, said, "2021", "5200000000", "Ministry of Foreign Trade of Peru")
        promise = only(registered(self.aim(tell, said, "2019-03", "2021") + own + mirror))
        assert (promise.state, promise.told_by) == (PromiseState.KEPT, ("KR", "PE"))
        assert "side only" not in promise.reason

    def test_a_target_set_again_for_a_later_year(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.aim(tell, said, "2019-03", "2020") + self.aim(tell, said, "2021-05", "2025", publisher="Gestion")
        promise = only(registered(pages, "2023"))
        assert promise.state is PromiseState.ANNOUNCED_AGAIN
        assert [(a.made, a.due) for a in promise.announcements] == [("2019-03", "2020"), ("2021-05", "2025")]
        assert "due 2020, then due 2025" in promise.reason

    def test_a_target_set_again_and_reached_is_late_by_its_first_date(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.aim(tell, said, "2019-03", "2020") + self.aim(tell, said, "2021-05", "2025", publisher="Gestion")
        promise = only(registered(pages + self.trade(tell, said, "2024", "5500000000")))
        assert (promise.state, promise.late_by, promise.due) == (PromiseState.LATE, "4 years", "2025")

    def test_a_number_without_its_measure_is_the_one_with_it(self, tell: Any, said: Any, registered: Any) -> None:
        bare = {"value": "5000000000", "unit": "USD", "content": "reach 5 billion dollars"}
        again = tell("KBS", "2019-04", said("Commitment", "5 billion by 2022", {"actor": "Peru; South Korea"}, "2022", "planned", None, bare))
        promise = only(registered(again + self.aim(tell, said, "2019-03", "2022") + self.trade(tell, said, "2021", "5200000000")))
        assert (promise.state, len(promise.announcements)) == (PromiseState.KEPT, 2)

    def test_a_number_of_nothing_says_that_nobody_could_look_for_it(self, tell: Any, said: Any, registered: Any) -> None:
        bare = {"value": "5000000000", "unit": "USD", "content": "reach 5 billion dollars"}
        page = tell("KBS", "2019-04", said("Commitment", "5 billion by 2022", {"actor": "Peru; South Korea"}, "2022", "planned", None, bare))
        assert "nobody could look for it in the 0 documents" in only(registered(page, "2024")).reason

    def test_a_higher_target_is_another(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.aim(tell, said, "2019-03", "2020") + self.aim(tell, said, "2021-05", "2025", "8000000000", "Gestion")
        assert len(registered(pages)) == 2

    def test_directed_figures_need_their_giver(self, tell: Any, said: Any, registered: Any) -> None:
        goal = {"measure": "exports", "unit": "USD", "value": "1000000000", "content": "raise exports to Vietnam to 1 billion dollars"}
        aim = tell("A", "2019", said("Commitment", "Brazil will raise exports to Vietnam", {"actor": "Brazil"}, "2021", "planned", None, goal))
        figure = {"measure": "exports", "unit": "USD", "value": "1200000000"}
        back = tell("B", "2022", said("Indicator", "from Vietnam 1.2", {"subject": "Vietnam", "partner": "Brazil"}, "2021", attributes=figure))
        there = tell("C", "2022", said("Indicator", "to Vietnam 1.2", {"subject": "Brazil", "partner": "Vietnam"}, "2021", attributes=figure))
        assert only(registered(aim + back)).state is PromiseState.OVERDUE
        assert only(registered(aim + back + there)).state is PromiseState.KEPT

    def test_a_target_from_above(self, tell: Any, said: Any, registered: Any) -> None:
        goal = {"measure": "debt", "unit": "USD", "value": "300000000", "content": "reduce its debt to Portugal to 300 million dollars"}
        aim = tell("A", "2015", said("Commitment", "Angola will reduce its debt", {"actor": "Angola"}, "2018", "planned", None, goal))
        debt = {"measure": "debt", "unit": "USD"}
        roles = {"subject": "Angola", "partner": "Portugal"}
        more = tell("B", "2019", said("Indicator", "debt of 400 million", roles, "2017", attributes=debt | {"value": "400000000"}))
        less = tell("C", "2019", said("Indicator", "debt of 250 million", roles, "2018", attributes=debt | {"value": "250000000"}))
        promise = only(registered(aim + more + less))
        assert promise.state is PromiseState.KEPT
        assert "at most" in promise.measure

    def test_expected_figures_are_forecasts(self, tell: Any, said: Any, registered: Any) -> None:
        page = tell(
            "A",
            "2019",
            said(
                "Indicator",
                "2 million are expected in 2021",
                {"subject": "Fiji"},
                "2021",
                "expected",
                None,
                {"measure": "tourists", "unit": "1", "value": "2000000"},
            ),
        )
        assert only(registered(page)).forecast


class TestPosts:
    def plan(self, tell: Any, said: Any, page: str, due: str | None, publisher: str = "Baltic Times") -> list[Statement]:
        made: list[Statement] = tell(
            publisher,
            page,
            said(
                "Mission",
                f"{publisher}: Estonia will open an embassy in Seoul ({due})",
                {"sender": "Estonia", "location": "Seoul"},
                due,
                "planned",
                None,
                EMBASSY,
            ),
        )
        return made

    def opened(self, tell: Any, said: Any, time: str | None, page: str, publisher: str = "Yonhap", modality: str = "actual") -> list[Statement]:
        told: list[Statement] = tell(
            publisher,
            page,
            said(
                "Mission",
                f"{publisher}: Estonia's embassy in Seoul, {time}",
                {"sender": "Estonia", "location": "Seoul"},
                time,
                modality,
                None,
                EMBASSY,
            ),
        )
        return told

    def test_kept_early(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "2020-03", "2022") + self.opened(tell, said, "2021-11/..", "2021-12")
        promise = only(registered(pages))
        assert promise.state is PromiseState.KEPT
        assert [o.when for o in promise.outcomes] == ["2021-11"]

    @pytest.mark.parametrize(
        ("due", "opened", "late"),
        [
            ("2021-03-01", "2021-03-13", "12 days"),
            ("2021-03-01", "2021-08-20", "5 months"),
            ("2021-03", "2021-08-20", "5 months"),
            ("2021", "2023-05-01", "2 years"),
            ("2021-21", "2021-10-05", "5 months"),
            ("2018-06-30", "2021-07-05", "3 years"),
        ],
    )
    def test_lateness_is_no_finer_than_the_dates(self, tell: Any, said: Any, registered: Any, due: str, opened: str, late: str) -> None:
        promise = only(registered(self.plan(tell, said, "2018-01", due) + self.opened(tell, said, f"{opened}/..", "2024")))
        assert (promise.state, promise.late_by) == (PromiseState.LATE, late)

    def test_a_coarse_date_that_may_be_in_time_is_not_late(self, tell: Any, said: Any, registered: Any) -> None:
        promise = only(registered(self.plan(tell, said, "2020-03", "2021-06") + self.opened(tell, said, "2021/..", "2023")))
        assert promise.state is PromiseState.KEPT
        assert "cannot be told" in promise.reason

    def test_by_the_end_of_a_year_as_an_open_interval(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "2020-03", "../2021-12-31")
        assert only(registered(pages, "2021-12-30")).state is PromiseState.OPEN
        assert only(registered(pages, "2022-01-01")).state is PromiseState.OVERDUE

    def test_told_without_a_date_after_it_was_due(self, tell: Any, said: Any, registered: Any) -> None:
        promise = only(registered(self.plan(tell, said, "2020-03", "2021") + self.opened(tell, said, None, "2023-02")))
        assert promise.state is PromiseState.KEPT
        assert "neither whether it was in time" in promise.reason

    def test_still_announced_after_it_was_due_and_then_told_without_a_date_is_late(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "2020-03", "2021") + self.plan(tell, said, "2022-09", None, "ERR") + self.opened(tell, said, None, "2023-02")
        promise = only(registered(pages))
        assert promise.state is PromiseState.LATE
        assert "still to come" in promise.reason

    def test_what_was_there_before_is_no_outcome(self, tell: Any, said: Any, registered: Any) -> None:
        before = self.opened(tell, said, "1995/..", "2018")
        pages = before + self.plan(tell, said, "2020-03", None) + self.opened(tell, said, None, "2021-02", "KBS")
        assert only(registered(pages)).state is PromiseState.NO_OUTCOME

    def test_silence_says_what_was_searched(self, tell: Any, said: Any, registered: Any) -> None:
        other = tell("Yonhap", "2023-04", said("Twinning", "Tartu and Busan are twinned", {"member": "Tartu; Busan"}, "2022"))
        undated = tell("Postimees", None, said("Twinning", "Narva and Daegu are twinned", {"member": "Narva; Daegu"}, "2021"))
        before = tell("ERR", "2019-04", said("Twinning", "Tallinn and Incheon are twinned", {"member": "Tallinn; Incheon"}, "2018"))
        promise = only(registered(self.plan(tell, said, "2020-03", None) + other + undated + before))
        assert promise.state is PromiseState.NO_OUTCOME
        searched = promise.searched
        assert (searched.since, searched.documents, searched.undated) == ("2020-03", 1, 1)
        assert "Mission" in searched.kinds
        assert {"Estonia", "Seoul"} <= set(searched.names)
        assert "in 1 document published since March 2020 and 1 without a date" in promise.reason

    def test_announced_again_without_a_date(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "2020-03", None) + self.plan(tell, said, "2022-03", None, "ERR")
        assert only(registered(pages)).state is PromiseState.ANNOUNCED_AGAIN

    def test_the_same_news_in_two_papers_is_not_announced_again(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "2020-03-02", None) + self.plan(tell, said, "2020-03-04", None, "ERR")
        promise = only(registered(pages))
        assert promise.state is PromiseState.NO_OUTCOME
        assert len(promise.announcements) == 2

    def test_three_announcements_with_moved_dates(self, tell: Any, said: Any, registered: Any) -> None:
        pages = (
            self.plan(tell, said, "2018-03", "2019")
            + self.plan(tell, said, "2020-01", "2021", "ERR")
            + self.plan(tell, said, "2021-12", "2024", "KBS")
        )
        promise = only(registered(pages, "2022"))
        assert promise.state is PromiseState.ANNOUNCED_AGAIN
        assert [a.due for a in promise.announcements] == ["2019", "2021", "2024"]
        assert only(registered(pages, "2020-06")).due == "2021"
        assert only(registered(pages, "2018-06")).state is PromiseState.OPEN
        assert only(registered(pages, "2025-02")).state is PromiseState.OVERDUE

    def test_what_is_to_last_is_due_when_it_begins(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "2020-03", "2021-02/..")
        assert [only(registered(pages, day)).state for day in ("2020-06", "2021-06")] == [PromiseState.OPEN, PromiseState.OVERDUE]

    def test_denied(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "2020-03", "2021") + self.opened(tell, said, None, "2022-02", modality="negated")
        assert only(registered(pages)).state is PromiseState.MISSED

    def test_another_post_in_another_town_is_no_outcome(self, tell: Any, said: Any, registered: Any) -> None:
        other = tell(
            "Yonhap",
            "2022",
            said("Mission", "a consulate general in Busan", {"sender": "Estonia", "location": "Busan"}, "2021", attributes=CONSULATE),
        )
        assert only(registered(self.plan(tell, said, "2020-03", "2021") + other)).state is PromiseState.OVERDUE

    def test_two_towns_promised_and_one_done_is_partly(self, tell: Any, said: Any, registered: Any) -> None:
        roles = {"sender": "India", "location": "Seville; Bilbao"}
        plan = tell("A", "2019", said("Mission", "consulates in Seville and Bilbao", roles, "2021", "planned", None, CONSULATE))
        one = tell(
            "B", "2021", said("Mission", "the one in Seville opened", {"sender": "India", "location": "Seville"}, "2021-02", attributes=CONSULATE)
        )
        two = tell(
            "C", "2022", said("Mission", "the one in Bilbao opened", {"sender": "India", "location": "Bilbao"}, "2021-09", attributes=CONSULATE)
        )
        assert only(registered(plan + one, "2022-06")).state is PromiseState.PARTLY
        assert only(registered(plan + one + two, "2022-06")).state is PromiseState.KEPT

    def test_a_pledge_in_words_kept_by_a_mission(self, tell: Any, said: Any, registered: Any) -> None:
        pledge = tell(
            "A",
            "2019-05",
            said(
                "Commitment",
                "Ghana pledged it",
                {"actor": "Ghana"},
                "2021",
                "planned",
                None,
                {"content": "open a consulate general in Guangzhou by 2021"},
            ),
        )
        wrong = tell("B", "2020", said("Mission", "one in Shanghai", {"sender": "Ghana", "location": "Shanghai"}, "2020-04", attributes=CONSULATE))
        theirs = tell("C", "2020", said("Mission", "Togo has one", {"sender": "Togo", "location": "Guangzhou"}, "2020-04", attributes=CONSULATE))
        done = tell("D", "2021", said("Mission", "one in Guangzhou", {"sender": "Ghana", "location": "Guangzhou"}, "2020-08", attributes=CONSULATE))
        assert only(registered(pledge + wrong + theirs, "2022")).state is PromiseState.OVERDUE
        promise = only(registered(pledge + wrong + theirs + done, "2022"))
        assert promise.state is PromiseState.KEPT
        assert [o.statements[0].evidence.quote for o in promise.outcomes] == ["one in Guangzhou"]

    def test_a_post_kept_by_the_event_of_its_opening(self, tell: Any, said: Any, registered: Any) -> None:
        name = "opening ceremony of the Embassy of Estonia in Seoul"
        event = tell("Yonhap", "2021-10", said("Event", name, {"event": name, "place": "Seoul"}, "2021-10-05"))
        fair = tell("KBS", "2021-10", said("Event", "embassy garden party", {"event": "Embassy garden party", "place": "Seoul"}, "2021-10-06"))
        assert only(registered(self.plan(tell, said, "2020-03", "2021") + event)).state is PromiseState.KEPT
        assert only(registered(self.plan(tell, said, "2020-03", "2021") + fair, "2022")).state is PromiseState.OVERDUE


class TestWorks:
    PLANT: ClassVar = {"project": "Turkana wind farm", "place": "Kenya"}

    def plan(self, tell: Any, said: Any, stage: str = "planned") -> list[Statement]:
        made: list[Statement] = tell(
            "A", "2014-03", said("Project", "the farm is due in 2017", self.PLANT, "2017", "planned", None, {"stage": stage})
        )
        return made

    def told(self, tell: Any, said: Any, stage: str, time: str | None, page: str) -> list[Statement]:
        found: list[Statement] = tell("B", page, said("Project", f"it is {stage}", self.PLANT, time, attributes={"stage": stage}))
        return found

    def test_operating(self, tell: Any, said: Any, registered: Any) -> None:
        promise = only(registered(self.plan(tell, said) + self.told(tell, said, "operating", "2019-07", "2019-08")))
        assert (promise.state, promise.late_by) == (PromiseState.LATE, "2 years")

    def test_begun_is_partly_once_due_and_open_before(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said) + self.told(tell, said, "under construction", None, "2016-05")
        assert only(registered(pages, "2016-06")).state is PromiseState.OPEN
        promise = only(registered(pages, "2018-06"))
        assert promise.state is PromiseState.PARTLY
        assert "under construction" in promise.reason

    def test_agreed_again_is_not_begun(self, tell: Any, said: Any, registered: Any) -> None:
        assert only(registered(self.plan(tell, said) + self.told(tell, said, "agreed", None, "2016-05"), "2018")).state is PromiseState.OVERDUE

    def test_a_stage_promised_is_kept_by_a_later_one(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "testing") + self.told(tell, said, "operating", "2016-11", "2016-12")
        assert only(registered(pages)).state is PromiseState.KEPT

    def test_cancelled_is_missed(self, tell: Any, said: Any, registered: Any) -> None:
        assert only(registered(self.plan(tell, said) + self.told(tell, said, "cancelled", "2016", "2016-12"))).state is PromiseState.MISSED

    def test_a_building_kept_by_the_institution_in_it(self, tell: Any, said: Any, registered: Any) -> None:
        name = "Sino-Zambian Vocational College"
        plan = tell("A", "2017", said("Project", "the college will be built", {"project": name, "place": "Lusaka"}, "2019", "planned"))
        done = tell("B", "2019-09", said("Institution", "the college opened", {"institution": name, "place": "Lusaka"}, "2019-08"))
        assert only(registered(plan + done)).state is PromiseState.KEPT

    def test_a_pledge_in_words_kept_by_a_project_and_not_by_its_neighbour(self, tell: Any, said: Any, registered: Any) -> None:
        content = {"content": "build a road to the airport of Kisumu"}
        pledge = tell("A", "2019", said("Commitment", "Japan pledged a road", {"actor": "Japan"}, "2021", "planned", None, content))
        airport = tell(
            "B",
            "2022",
            said("Project", "the airport works", {"project": "airport of Kisumu", "place": "Kisumu"}, "2021-02", attributes={"stage": "operating"}),
        )
        road = tell(
            "C",
            "2022",
            said(
                "Project", "the road was opened", {"project": "Kisumu airport road", "place": "Kisumu"}, "2021-03", attributes={"stage": "operating"}
            ),
        )
        assert only(registered(pledge + airport)).state is PromiseState.OVERDUE
        assert only(registered(pledge + airport + road)).state is PromiseState.KEPT

    def test_fewer_than_promised_is_partly(self, tell: Any, said: Any, registered: Any) -> None:
        content = {"content": "open three language schools in Morocco", "value": "3", "unit": "1", "measure": "language schools"}
        pledge = tell("A", "2018", said("Commitment", "Turkey will open three", {"actor": "Turkey"}, "2020", "planned", None, content))
        schools = [
            tell(f"P{n}", "2020-12", said("Institution", f"school {town}", {"institution": f"{town} language school", "place": town}, "2019-09"))
            for n, town in enumerate(("Rabat", "Fes", "Agadir"))
        ]
        assert only(registered(pledge + schools[0] + schools[1], "2021")).state is PromiseState.PARTLY
        assert only(registered(pledge + schools[0] + schools[1] + schools[2], "2021")).state is PromiseState.KEPT


class TestContacts:
    ROLES: ClassVar = {"visitor": "Ana Costa", "destination": "Japan"}

    def plan(self, tell: Any, said: Any, page: str, due: str | None, publisher: str = "Lusa") -> list[Statement]:
        made: list[Statement] = tell(publisher, page, said("Visit", f"Costa will go to Japan in {due}", self.ROLES, due, "planned"))
        return made

    def paid(self, tell: Any, said: Any, time: str, page: str, publisher: str = "Kyodo") -> list[Statement]:
        told: list[Statement] = tell(publisher, page, said("Visit", f"Costa came on {time}", self.ROLES, time))
        return told

    def test_kept_in_the_month_it_was_due(self, tell: Any, said: Any, registered: Any) -> None:
        promise = only(registered(self.plan(tell, said, "2023-02", "2023-05") + self.paid(tell, said, "2023-05-09/2023-05-11", "2023-05-12")))
        assert promise.state is PromiseState.KEPT
        assert promise.told_by in ((), ("JP",))

    def test_moved_before_it_was_due_is_one_visit(self, tell: Any, said: Any, registered: Any) -> None:
        pages = (
            self.plan(tell, said, "2023-02", "2023-05")
            + self.plan(tell, said, "2023-04-20", "2023-11", "Publico")
            + self.paid(tell, said, "2023-11-09", "2023-12")
        )
        promise = only(registered(pages))
        assert (promise.state, promise.late_by) == (PromiseState.LATE, "6 months")

    def test_planned_after_the_first_was_due_is_another_visit(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "2023-02", "2023-05") + self.plan(tell, said, "2024-04-20", "2024-11", "Publico")
        assert [p.state for p in registered(pages, "2024-06")] == [PromiseState.OVERDUE, PromiseState.OPEN]

    def test_a_visit_of_long_before_or_after_is_another(self, tell: Any, said: Any, registered: Any) -> None:
        plan = self.plan(tell, said, "2023-01", "2023-10")
        assert only(registered(plan + self.paid(tell, said, "2023-03-04", "2023-04"), "2024")).state is PromiseState.OVERDUE
        assert only(registered(plan + self.paid(tell, said, "2025-03-04", "2025-04"), "2025")).state is PromiseState.OVERDUE

    def test_shown_by_a_meeting_there(self, tell: Any, said: Any, registered: Any) -> None:
        roles = {"participant": "Ana Costa; Kenji Mori", "place": "Tokyo"}
        meeting = tell("Kyodo", "2023-05-12", said("Meeting", "Costa met Mori in Tokyo", roles, "2023-05-10"))
        assert only(registered(self.plan(tell, said, "2023-02", "2023-05") + meeting)).state is PromiseState.KEPT

    def test_as_of_before_the_announcement_there_is_no_promise(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "2023-02", "2023-05") + self.paid(tell, said, "2023-05-09", "2023-05-12")
        assert registered(pages, "2023-01-31") == ()
        assert only(registered(pages, "2023-03")).state is PromiseState.OPEN
        assert only(registered(pages, "2023-05-10")).state is PromiseState.KEPT

    def test_a_later_page_may_tell_of_what_had_happened_by_then(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "2023-02", "2023-05") + self.paid(tell, said, "2023-05-09", "2025")
        assert only(registered(pages, "2023-06")).state is PromiseState.KEPT


class TestInstruments:
    def plan(self, tell: Any, said: Any, action: str | None = None) -> list[Statement]:
        attributes = {"title": "double taxation convention"} | ({"action": action} if action else {})
        made: list[Statement] = tell(
            "A", "2018", said("Agreement", "it is to be signed in 2019", {"party": "Malta; Uruguay"}, "2019", "planned", None, attributes)
        )
        return made

    def told(self, tell: Any, said: Any, action: str, time: str) -> list[Statement]:
        attributes = {"title": "double taxation convention", "action": action}
        found: list[Statement] = tell("B", "2021", said("Agreement", f"it was {action}", {"party": "Malta; Uruguay"}, time, attributes=attributes))
        return found

    def test_signed(self, tell: Any, said: Any, registered: Any) -> None:
        assert only(registered(self.plan(tell, said) + self.told(tell, said, "signed", "2019-03-11"))).state is PromiseState.KEPT

    def test_initialled_is_partly(self, tell: Any, said: Any, registered: Any) -> None:
        assert only(registered(self.plan(tell, said) + self.told(tell, said, "initialled", "2019-03-11"))).state is PromiseState.PARTLY

    def test_signed_where_ratification_was_promised_is_partly(self, tell: Any, said: Any, registered: Any) -> None:
        pages = self.plan(tell, said, "ratified") + self.told(tell, said, "signed", "2019-03-11")
        assert only(registered(pages)).state is PromiseState.PARTLY


def test_two_acts_in_one_sentence_are_two_promises(tell: Any, said: Any, registered: Any) -> None:
    page = tell(
        "A",
        "2020",
        said("Commitment", "Chile will open a school and", {"actor": "Chile"}, None, "planned", None, {"content": "open a school in Quito"}),
        said("Commitment", "send forty teachers", {"actor": "Chile"}, None, "planned", None, {"content": "send forty teachers"}),
    )
    assert len(registered(page)) == 2


def test_ids_do_not_depend_on_the_order_of_pages(tell: Any, said: Any, registered: Any) -> None:
    works, posts = TestWorks(), TestPosts()
    pages = works.plan(tell, said) + works.told(tell, said, "operating", "2019", "2020") + posts.plan(tell, said, "2020-03", "2021")
    assert registered(pages) == registered(pages[::-1])
