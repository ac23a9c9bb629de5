"""What each key does on each screen, and that held keys, two keypads and bad moments do no harm."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.session.keypad import PACE, STILL, STUCK
from kiosk.session.model import Overlay, Screen, Session
from kiosk.settings.model import Keypad
from tests.ui.conftest import OpenKiosk
from tests.ui.driver import Driver
from tests.ui.exploring import explorer, open_explorer
from tests.ui.keypad import Key, at, expected, go_to, hidden, hold, keypad, name, one_round, send
from tests.ui.listening import heard, listen, quiet


@pytest.mark.standard("A6", "B2")
def test_home_help_and_volume(home: Driver) -> None:
    home.open("care")
    home.key(Key.Key_F1)
    home.strike(Key.Key_F1)  # the first asks whether to read aloud
    assert home.session.overlay is Overlay.KEYS
    home.strike(Key.Key_VolumeUp)
    assert home.session.voice.volume > home.kiosk.rules.volume
    home.strike(Key.Key_VolumeDown)
    assert home.session.voice.volume == home.kiosk.rules.volume
    assert home.session.overlay is Overlay.KEYS
    home.strike(Key.Key_Escape)
    assert (home.session.overlay, home.session.topic) == (Overlay.NONE, "care")
    home.strike(Key.Key_Home)
    assert home.session.screen is Screen.HOME


def test_a_site_gives_its_keys_their_meaning(open_kiosk: OpenKiosk) -> None:
    driver = open_kiosk(keypad=Keypad(down=("F22",), ok=("F20", "Bogus"), back=("F23",)))
    driver.key(Key.Key_F22)
    assert name(at(driver)) == driver.buttons()[0].name
    driver.strike(Key.Key_F20)
    assert driver.session.screen is Screen.HOME
    before = driver.session
    driver.strike(Key.Key_Return)
    assert driver.session == before


def test_ok_with_nothing_focused_goes_to_the_first_control(home: Driver) -> None:
    home.key(Key.Key_Return)
    assert home.session.screen is Screen.HOME
    assert name(at(home)) == expected(home.look())[0]


def test_a_touch_takes_the_frame_away_and_a_key_begins_at_the_start(home: Driver) -> None:
    for _ in range(4):
        home.key(Key.Key_Down)
    home.press(home.look().window.center().toPoint())
    assert keypad(home).focus.shown() is None
    home.release(home.look().window.center().toPoint())
    home.settle()
    home.kiosk.goHome()
    home.settle()
    home.strike(Key.Key_Down)
    assert name(at(home)) == expected(home.look())[0]


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Return])
def test_after_a_touch_to_a_page_a_key_says_what_gets_the_frame(home: Driver, key: Qt.Key) -> None:
    listen(home)
    open_explorer(home)
    home.until(lambda: not home.kiosk.speech.playing)
    [said] = heard(home, lambda: home.strike(key))
    assert said.startswith(name(at(home)))
    assert name(at(home)) == home.word("explorer.show_spots")
    assert home.session.screen is Screen.EXPLORER


@pytest.mark.standard("C7")
def test_a_page_begins_at_its_first_control_and_home_where_one_came_from(home: Driver) -> None:
    topic = home.topics()[3]
    go_to(home, topic.card)
    home.strike(Key.Key_Return)
    assert home.session.topic == topic.id
    assert name(at(home)) == expected(home.look())[0]
    home.strike(Key.Key_Escape)
    assert name(at(home)).startswith(topic.card)
    assert hidden(home, at(home)) == []


def test_a_sheet_gives_the_focus_back_to_what_opened_it(home: Driver) -> None:
    go_to(home, home.word("bar.ease"))
    home.strike(Key.Key_Return)
    assert home.session.overlay is Overlay.EASE
    assert name(at(home)) != home.word("bar.ease")
    home.strike(Key.Key_Escape)
    assert name(at(home)) == home.word("bar.ease")


@pytest.mark.parametrize(("key", "by"), [(Key.Key_Down, 1), (Key.Key_Up, -1)], ids=["down", "up"])
def test_from_a_control_that_has_gone_a_key_leads_to_its_neighbor(home: Driver, key: Qt.Key, by: int) -> None:
    """Somebody who is faster than a page that scrolls stands on "More below" as it goes."""
    for _ in range(3):
        home.key(Key.Key_Down)
    row = keypad(home).focus.controls()
    place = row.index(at(home))
    assert place == 2
    row[place].setVisible(False)
    home.strike(key)
    assert at(home) == row[place + by]


@pytest.mark.standard("C7")
def test_what_the_explorer_takes_lets_go_of_the_arrows_again(home: Driver) -> None:
    """The picture under the keys is no trap: OK, Back, Home and a touch leave it."""
    open_explorer(home)
    home.kiosk.speech.decline()
    for leave in (Key.Key_Return, Key.Key_Escape):
        home.strike(Key.Key_Down)
        while not at(home).property("takesArrows"):
            home.strike(Key.Key_Down)
        picture = at(home)
        home.strike(Key.Key_Return)
        home.strike(Key.Key_Down)
        assert at(home) == picture
        home.strike(leave)
        assert home.session.screen is Screen.EXPLORER
        home.strike(Key.Key_Down)
        assert at(home) != picture


@pytest.mark.parametrize("taken", ["lens_handle", "wipe_handle", ""])
def test_taking_and_letting_go_are_heard(home: Driver, taken: str) -> None:
    """On the magnifying glass, the slider and the picture; a page that is read says nothing of keys."""
    listen(home)
    shown = open_explorer(home)
    if taken == "lens_handle":
        shown.toggleLens()
    elif taken:
        shown.openPair("look")
        shown.setLayout("wipe")
    said = quiet(home)
    take, held = home.word("explorer.take"), home.word("explorer.held")
    assert not [words for words in (take, held) if words in " ".join(said)]
    wanted = home.word(f"explorer.{taken}") if taken else shown.pictureAlt
    go_to(home, wanted)
    assert heard(home, home.kiosk.speech.accept)
    for leave in (Key.Key_Return, Key.Key_Escape):
        assert " ".join(heard(home, lambda: home.strike(Key.Key_Return))).endswith(held)
        assert " ".join(heard(home, lambda key=leave: home.strike(key))).endswith(take)  # type: ignore[misc]
    assert home.session.screen is Screen.EXPLORER


@pytest.mark.parametrize("key", [Key.Key_Home, Key.Key_Backspace])
def test_a_key_that_changes_nothing_says_where_one_is(home: Driver, key: Qt.Key) -> None:
    listen(home)
    home.strike(Key.Key_Down)
    quiet(home)
    before = home.session
    said, *_ = heard(home, lambda: home.strike(key))
    assert said.startswith(name(at(home)))
    assert (home.session.screen, home.session.overlay) == (before.screen, before.overlay)


def test_ok_on_what_is_chosen_already_says_so_again(home: Driver) -> None:
    home.tap(home.word("bar.ease"))
    listen(home)
    standard = f"{home.word('ease.text_size')}: {home.word('ease.standard')}"
    go_to(home, standard)
    assert heard(home, home.kiosk.speech.accept)
    [said] = heard(home, lambda: home.strike(Key.Key_Return))
    assert said == home.word("say.chosen").format(name=standard)


# --- held keys, two keypads, keys at a bad moment ---


@pytest.mark.standard("B3")
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape, Key.Key_Home, Key.Key_F1])
def test_a_key_that_is_held_acts_once(home: Driver, key: Qt.Key) -> None:
    home.open("care")
    home.key(Key.Key_Down)
    home.now += 1
    hold(home, key, 0.0)
    once = home.session
    hold_on(home, key, 2 * STILL)
    assert changes(home.session) == changes(once)


def hold_on(driver: Driver, key: Qt.Key, seconds: float) -> None:
    for _ in range(round(seconds / 0.05)):
        driver.now += 0.05
        send(driver, key, down=True, repeat=True)
    driver.settle()


def changes(session: Session) -> tuple[object, ...]:
    return tuple(getattr(session, part) for part in ("screen", "topic", "overlay", "open_block", "tab", "voice"))


@pytest.mark.standard("B3")
def test_a_held_arrow_goes_on_calmly_after_two_seconds(home: Driver) -> None:
    home.kiosk.speech.decline()
    row = [name(item) for item in one_round(home)]
    home.strike(Key.Key_Down)
    start = row.index(name(at(home)))
    hold(home, Key.Key_Down, STILL - 0.1)
    assert name(at(home)) == row[(start + 1) % len(row)]
    hold_on(home, Key.Key_Down, 1.0)
    moved = (row.index(name(at(home))) - start - 1) % len(row)
    assert 1 <= moved <= 1.0 / PACE + 1


def test_a_key_that_is_held_for_ever_does_not_keep_a_visit(home: Driver) -> None:
    home.key(Key.Key_Down)
    send(home, Key.Key_Down, down=True)
    until = home.now + STUCK + home.idle_limit() + 1
    while home.now < until:
        home.now += 0.5
        send(home, Key.Key_Down, down=True, repeat=True)
        home.kiosk.tick()
    assert home.kiosk.property("warning")


def test_two_keypads_do_no_harm(home: Driver) -> None:
    home.kiosk.speech.decline()
    row = [name(item) for item in one_round(home)]
    home.strike(Key.Key_Down)
    start = row.index(name(at(home)))
    for key, down in [
        (Key.Key_Down, True),
        (Key.Key_Down, True),
        (Key.Key_Up, True),
        (Key.Key_Down, False),
        (Key.Key_Down, False),
        (Key.Key_Up, False),
    ]:
        home.now += 0.02
        send(home, key, down=down)
    home.settle()
    assert name(at(home)) == row[(start + 1) % len(row)]


def test_keys_while_a_page_changes(home: Driver) -> None:
    home.kiosk.speech.decline()
    for topic in home.topics():
        home.kiosk.openTopic(topic.id)
        for key in (Key.Key_Down, Key.Key_Return, Key.Key_Escape, Key.Key_Down, Key.Key_Home, Key.Key_Return):
            send(home, key, down=True)
            send(home, key, down=False)
        home.settle()
        home.kiosk.goHome()
    home.settle()
    home.strike(Key.Key_Down)
    assert hidden(home, at(home)) == []


def test_a_key_as_the_warning_comes_presses_nothing_of_the_page(home: Driver) -> None:
    home.open("care")
    home.key(Key.Key_Down)
    home.pass_time(home.idle_limit())
    send(home, Key.Key_Down, down=True)
    send(home, Key.Key_Down, down=False)
    home.settle()
    assert home.kiosk.property("warning")
    assert name(at(home)) in (home.word("warning.stay"), home.word("warning.leave"))
    assert home.session.open_block == ""


def test_a_key_right_after_the_reset_is_the_next_visitors_first(home: Driver) -> None:
    home.open("care")
    home.key(Key.Key_Down)
    home.kiosk.endSession()
    home.pass_time(3)
    send(home, Key.Key_Return, down=True)
    send(home, Key.Key_Return, down=False)
    home.settle()
    assert (home.session.screen, home.session.overlay) == (Screen.ATTRACT, Overlay.OFFER)


def test_every_spot_of_a_picture_has_a_way_by_keys(home: Driver) -> None:
    open_explorer(home)
    shown = explorer(home)
    go_to(home, home.word("explorer.all_spots"))
    home.strike(Key.Key_Return)
    go_to(home, "3. A small group of fine, round dots")
    home.strike(Key.Key_Return)
    assert shown.spotNumber == 3
    go_to(home, home.word("explorer.next_spot"))
    home.strike(Key.Key_Return)
    home.strike(Key.Key_Return)
    assert shown.spotNumber == 5
