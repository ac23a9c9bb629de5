"""How a session moves: one pure function from (session, event, time) to the next session."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.session.look import GoToStep, Look, LookEvent, Mode, OpenExplorer, left, look, put_away
from kiosk.session.model import (
    ChooseLanguage,
    ChooseTab,
    CloseOverlay,
    Done,
    Event,
    GoBack,
    GoHome,
    Input,
    KeepGoing,
    OpenCenters,
    OpenTopic,
    Overlay,
    Reset,
    Rules,
    Screen,
    Scrolled,
    Session,
    SetComfort,
    ShowEase,
    ShowHelp,
    ShowKeys,
    ShowLanguages,
    ShowVoice,
    Tick,
    ToggleBlock,
)
from kiosk.session.voice import LoseVoice, OfferVoice, ReadAloud, SetVoice, Speaking, Voice, spoken_to

LONGEST_IDLE = 600.0
"""Seconds; no page and no text size waits longer (standards D6)."""
WORDS_PER_MINUTE = 100
EXPLORER = "explorer"
"""Stands for the explorer's list of spots where a topic's words are asked for; no topic can be called so."""
PAUSE_AFTER_VOICE = 1.5
"""Seconds from the last word of a step of the guided path to the next step."""
LONGEST_THANKS = 10.0
"""Seconds that the thank-you stays while it is being read, at most."""
TEXT_SIZES = (100, 125, 150, 200)


def fresh(rules: Rules) -> Session:
    """The session before anyone has touched the glass."""
    return Session(less_motion=rules.less_motion, voice=Voice(volume=rules.volume))


def idle_limit(session: Session, rules: Rules) -> float:
    """Seconds without input before the warning: the site's value or reading time, more for large text, at most 600."""
    topic = session.topic if session.screen is Screen.TOPIC else ""
    if session.screen is Screen.EXPLORER and session.look.mode is Mode.SPOTS:
        topic = EXPLORER
    reading = rules.words_on(session.language, topic) * 60.0 / WORDS_PER_MINUTE
    larger = 1.5 if session.text_percent > 125 else 1.0
    return min(LONGEST_IDLE, max(rules.idle_seconds, reading) * larger)


def next_deadline(session: Session, rules: Rules) -> float | None:
    """When `Tick` will next change something, or None while nothing is armed."""
    if session.thanked_at is not None:
        return session.thanked_at + (LONGEST_THANKS if session.voice.speaking else rules.thanks_seconds)
    if session.warned_at is not None:
        return session.warned_at + rules.warning_seconds
    if session.last_input is None or session.voice.speaking:
        return None  # being read to is being there
    idle = session.last_input + idle_limit(session, rules)
    following = _next_step_at(session, rules)
    return idle if following is None else min(idle, following)


def _next_step_at(session: Session, rules: Rules) -> float | None:
    """When the guided path goes on by itself; None while it does not."""
    if session.screen is not Screen.EXPLORER or not session.look.playing:
        return None
    return session.look.step_since + rules.step_seconds(session.language, session.look.step)


def seconds_left(session: Session, rules: Rules, now: float) -> float:
    """Seconds until the warning wipes the session; 0 when no warning is shown."""
    if session.warned_at is None:
        return 0.0
    return max(0.0, session.warned_at + rules.warning_seconds - now)


def step(session: Session, event: Event, now: float, rules: Rules) -> Session:
    """The session after `event` at time `now`. Events that make no sense where the visitor is change nothing."""
    if isinstance(event, Tick):
        return _tick(session, now, rules)
    if isinstance(event, Reset):
        return fresh(rules)
    if isinstance(event, Speaking):
        return _hear(session, event, now, rules)
    if session.screen is Screen.THANKS:
        return session
    if session.warned_at is not None:
        return _answer(session, event, now, rules)
    if session.screen is Screen.ATTRACT:
        # A touch on empty glass arms nothing: an unattended kiosk must not start warning nobody.
        return _start(session, event, now, rules)
    return replace(_move(session, event, now, rules), last_input=None if isinstance(event, Done) else now)


def _tick(session: Session, now: float, rules: Rules) -> Session:
    deadline = next_deadline(session, rules)
    if deadline is None or now < deadline:
        return session
    if session.thanked_at is not None or session.warned_at is not None or session.screen is Screen.ATTRACT:
        return fresh(rules)  # on the first screen only larger text can be waiting: nothing to warn anybody of
    following = _next_step_at(session, rules)
    if following is not None and now >= following:
        return _go_on(session, now, rules)
    return replace(session, warned_at=now)


def _go_on(session: Session, now: float, rules: Rules) -> Session:
    """The guided path goes on. Somebody asked for it and watches: it counts as activity, and it ends by itself."""
    step = session.look.step + 1
    if rules.step_seconds(session.language, step) > 0:
        return replace(session, look=look(session.look, GoToStep(step), now), last_input=now)
    return replace(session, look=replace(session.look, playing=False), last_input=now)


def _hear(session: Session, event: Speaking, now: float, rules: Rules) -> Session:
    """Being read to counts as activity, and the guided path waits for the voice.

    Under the warning it does not: the warning itself is spoken.
    """
    voice = spoken_to(session.voice, event)
    if session.last_input is None or session.warned_at is not None:
        return replace(session, voice=voice)
    looked = session.look
    if looked.playing and not event.now:
        stays = rules.step_seconds(session.language, looked.step)
        looked = replace(looked, step_since=max(looked.step_since, now + PAUSE_AFTER_VOICE - stays))
    return replace(session, voice=voice, look=looked, last_input=now)


def _start(session: Session, event: Event, now: float, rules: Rules) -> Session:
    match event:
        case ChooseLanguage(code):
            # Who was at the settings stays there, now in words that can be read.
            kept = Overlay.EASE if session.overlay is Overlay.EASE else Overlay.NONE
            return replace(session, screen=Screen.HOME, language=code, overlay=kept, last_input=now)
        case (
            ShowLanguages()
            | ShowEase()
            | ShowHelp()
            | ShowVoice()
            | ShowKeys()
            | CloseOverlay()
            | GoBack()
            | SetComfort()
            | ReadAloud()
            | OfferVoice()
            | LoseVoice()
            | SetVoice()
        ):
            changed = _move(session, event, now, rules) if event != GoBack() else replace(session, overlay=Overlay.NONE)
            # Armed while anything differs: larger text that nobody uses must not wait for the next visitor.
            return (
                fresh(rules) if replace(changed, last_input=None) == fresh(rules) else replace(changed, last_input=now)
            )
        case _:
            return session if session.last_input is None else replace(session, last_input=now)


def _answer(session: Session, event: Event, now: float, rules: Rules) -> Session:
    """Only the two buttons answer the warning: the touch that lands on them must not be swallowed by a mere `Input`.

    The voice that reads the warning can be made louder, and can fail, without answering it.
    """
    match event:
        case KeepGoing():
            return replace(session, warned_at=None, last_input=now)
        case Done():
            return _thank(session, now, rules)
        case ReadAloud() | LoseVoice() | SetVoice():
            return replace(session, voice=spoken_to(session.voice, event))
        case _:
            return session


def _move(session: Session, event: Event, now: float, rules: Rules) -> Session:  # noqa: PLR0912 - the transition table
    match event:
        case ChooseLanguage(code):
            kept = Overlay.EASE if session.overlay is Overlay.EASE else Overlay.NONE
            return replace(session, language=code, overlay=kept)
        case ShowLanguages():
            return replace(session, overlay=Overlay.LANGUAGES)
        case ShowEase():
            return replace(session, overlay=Overlay.EASE)
        case ShowHelp():
            return replace(session, overlay=Overlay.HELP)
        case ShowVoice():
            return replace(session, overlay=Overlay.VOICE)
        case ShowKeys():
            return replace(session, overlay=Overlay.KEYS)
        case OfferVoice(again) if session.voice.on or (session.voice.offered and not again):
            return session
        case OfferVoice():
            return replace(session, voice=spoken_to(session.voice, event), overlay=Overlay.OFFER)
        case ReadAloud():
            overlay = Overlay.NONE if session.overlay is Overlay.OFFER else session.overlay
            return replace(session, voice=spoken_to(session.voice, event), overlay=overlay)
        case LoseVoice() | SetVoice():  # a question that could not be said stays until it is answered
            return replace(session, voice=spoken_to(session.voice, event))
        case CloseOverlay():
            return replace(session, overlay=Overlay.NONE)
        case OpenTopic(topic):
            page = _enter(session, Screen.TOPIC)
            return replace(page, topic=topic, visited=session.visited | {topic})
        case OpenCenters():
            return _enter(session, Screen.CENTERS)
        case OpenExplorer():
            return _enter(session, Screen.EXPLORER)
        case GoBack() if session.overlay:
            return replace(session, overlay=Overlay.NONE)
        case GoBack() if session.screen is Screen.EXPLORER and session.look.mode is not Mode.LOOK:
            return replace(session, look=left(session.look))
        case GoBack() if session.screen is Screen.EXPLORER and (session.look.lens or session.look.spot):
            return replace(session, look=put_away(session.look))
        case GoBack() | GoHome():
            return _home(session)
        case ToggleBlock(block):
            return replace(session, open_block="" if block == session.open_block else block)
        case ChooseTab(tab):
            return replace(session, tab=tab, open_block="")
        case Scrolled(share):
            return replace(session, scroll=min(1.0, max(0.0, share)))
        case Done():
            return _thank(session, now, rules)
        case SetComfort():
            return _comfort(session, event)
        case Input():
            return session
        case _ if isinstance(event, LookEvent) and session.screen is Screen.EXPLORER:
            return replace(session, look=look(session.look, event, now))
        case _:
            return session


def _enter(session: Session, screen: Screen) -> Session:
    kept = session.scroll if session.screen is Screen.HOME else session.home_scroll
    return replace(
        session,
        screen=screen,
        overlay=Overlay.NONE,
        topic="",
        open_block="",
        tab="",
        scroll=0.0,
        home_scroll=kept,
        look=Look(seen=session.look.seen),  # what she looked at stays known; where she left off does not
    )


def _home(session: Session) -> Session:
    if session.screen is Screen.HOME:
        return replace(session, overlay=Overlay.NONE)
    page = _enter(session, Screen.HOME)
    return replace(page, scroll=session.home_scroll, home_scroll=0.0)


def _thank(session: Session, now: float, rules: Rules) -> Session:
    # The thank-you still speaks her language at her size; everything else is already gone.
    return replace(
        fresh(rules),
        screen=Screen.THANKS,
        language=session.language,
        text_percent=session.text_percent,
        high_contrast=session.high_contrast,
        less_motion=session.less_motion,
        lower_buttons=session.lower_buttons,
        voice=session.voice,
        thanked_at=now,
    )


def _comfort(session: Session, event: SetComfort) -> Session:
    percent = session.text_percent if event.text_percent not in TEXT_SIZES else event.text_percent
    return replace(
        session,
        text_percent=percent if percent is not None else session.text_percent,
        high_contrast=session.high_contrast if event.high_contrast is None else event.high_contrast,
        less_motion=session.less_motion if event.less_motion is None else event.less_motion,
        lower_buttons=session.lower_buttons if event.lower_buttons is None else event.lower_buttons,
    )
